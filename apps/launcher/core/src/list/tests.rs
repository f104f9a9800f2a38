//! Rows and steps, over items made by hand.

use super::*;
use crate::provider::Deed;

fn hit(entry: usize, score: u32) -> Hit {
    Hit { score, ..Hit::of(entry) }
}

fn hits(count: usize) -> Found {
    Found::new((0..count).map(|entry| hit(entry, 9000)).collect())
}

fn tiles(count: usize) -> Items {
    let items = (0..count).map(|entry| Item::Hit(Hit::of(entry))).collect();
    Items::new(vec![Group { section: Section::All, shape: Shape::Tiles, items }])
}

fn finding(sort: Sort, score: u32) -> Finding {
    let (id, name, detail) = (String::new(), String::new(), String::new());
    Finding { sort, id, name, detail, score, deed: Deed::Run(Vec::new()) }
}

#[test]
fn an_answer_comes_first_and_files_and_commands_come_last() {
    let mut found = hits(2);
    found.put(1, vec![finding(Sort::Command, 10), finding(Sort::File, 20)]);
    let second = found.items().item(1).cloned().unwrap();
    found.put(0, vec![finding(Sort::Calculation, 1)]);
    let items = found.items();
    assert_eq!(items.position(&second), 2, "the selection finds where the user's item went");
    let expected = [
        Row::Head(Section::Best),
        Row::Answer(0),
        Row::Head(Section::Applications),
        Row::Hit(1),
        Row::Hit(2),
        Row::Head(Section::Sort(Sort::File)),
        Row::Hit(3),
        Row::Head(Section::Sort(Sort::Command)),
        Row::Hit(4),
    ];
    assert_eq!(items.rows(1), expected);
    assert_eq!(items.finding(0).map(|finding| finding.sort), Some(Sort::Calculation));
    assert_eq!(items.application(2), Some((1, Kind::Application)));
    assert_eq!((items.application(3), items.finding(1)), (None, None));
}

#[test]
fn the_best_match_is_what_matches_best_whoever_found_it() {
    let mut found = Found::new(vec![hit(0, 6000), hit(1, 3000)]);
    found.put(4, vec![finding(Sort::Session, 9000)]);
    assert_eq!(found.items().finding(0).map(|finding| finding.sort), Some(Sort::Session));
    found.put(4, vec![finding(Sort::Session, 6000)]);
    assert_eq!(found.items().application(0), Some((0, Kind::Application)), "of equals, the application");
    found.put(4, Vec::new());
    assert_eq!(found.items().len(), 2, "what a provider finds takes the place of what it found before");
}

#[test]
fn many_applications_leave_room_for_what_else_was_found_and_none_is_lost() {
    let mut found = hits(20);
    assert_eq!(found.items().rows(1).len(), 22);
    found.put(0, vec![finding(Sort::File, 1)]);
    let items = found.items();
    assert_eq!(items.len(), 21);
    assert_eq!(items.rows(1)[11..13], [Row::Head(Section::Sort(Sort::File)), Row::Hit(9)]);
    let setting = Hit { is_setting: true, ..hit(5, 1) };
    let rows = Found::new(vec![hit(0, 2), setting, hit(1, 1)]).items().rows(1);
    assert_eq!(rows[4..], [Row::Head(Section::Settings), Row::Hit(2)], "settings stand behind applications");
}

#[test]
fn tiles_stand_in_columns_under_one_head_and_hits_under_two() {
    let (best, apps) = (Row::Head(Section::Best), Row::Head(Section::Applications));
    let expected = [Row::Head(Section::All), Row::Tiles(0..3), Row::Tiles(3..6), Row::Tiles(6..7)];
    assert_eq!(tiles(7).rows(3), expected);
    assert_eq!(hits(1).items().rows(3), [best.clone(), Row::Hit(0)]);
    assert_eq!(hits(3).items().rows(3), [best, Row::Hit(0), apps, Row::Hit(1), Row::Hit(2)]);
    assert_eq!(hits(0).items().rows(3), []);
    assert_eq!(tiles(0).rows(0), []);
}

#[test]
fn an_item_is_found_in_the_row_that_shows_it() {
    for items in [tiles(7), hits(4).items()] {
        let rows = items.rows(3);
        for item in 0..items.len() {
            assert!(rows[row_of(&rows, item)].items().contains(&item), "{item} of {items:?}");
        }
    }
}

#[test]
fn every_step_lands_on_an_item() {
    let (tiles, hits) = (tiles(8).rows(3), hits(5).items().rows(3));
    let cases = [
        (&tiles, 0, Step::Next, 1),
        (&tiles, 7, Step::Next, 7),
        (&tiles, 0, Step::Previous, 0),
        (&tiles, 1, Step::Down, 4),
        (&tiles, 5, Step::Down, 7),
        (&tiles, 6, Step::Down, 6),
        (&tiles, 1, Step::Up, 1),
        (&tiles, 7, Step::Up, 4),
        (&tiles, 1, Step::PageDown, 7),
        (&tiles, 7, Step::PageUp, 1),
        (&tiles, 3, Step::First, 0),
        (&tiles, 3, Step::Last, 7),
        (&hits, 0, Step::Down, 1),
        (&hits, 4, Step::Down, 4),
        (&hits, 1, Step::PageDown, 4),
        (&hits, 4, Step::PageUp, 1),
    ];
    for (rows, from, towards, to) in cases {
        assert_eq!(step(rows, from, towards, 3), Some(to), "{towards:?} from {from}");
    }
    assert_eq!(step(&[], 0, Step::Down, 3), None);
}

#[test]
fn steps_go_from_one_group_to_the_next() {
    let group = |section, shape, from: usize, to: usize| Group {
        section,
        shape,
        items: (from..to).map(|entry| Item::Hit(Hit::of(entry))).collect(),
    };
    let items = Items::new(vec![
        group(Section::Now, Shape::Tiles, 0, 5),
        group(Section::Recent, Shape::Rows, 5, 7),
        group(Section::Hidden, Shape::Tiles, 7, 7),
        group(Section::All, Shape::Tiles, 7, 10),
    ]);
    let rows = items.rows(3);
    assert_eq!(step(&rows, 4, Step::Down, 1), Some(5));
    assert_eq!(step(&rows, 6, Step::Down, 1), Some(7));
    assert_eq!(step(&rows, 9, Step::Up, 1), Some(6));
    assert_eq!(step(&rows, 6, Step::Up, 1), Some(5));
    assert_eq!((items.is_tile(4), items.is_tile(5), items.is_tile(9), items.is_tile(10)), (true, false, true, false));
}
