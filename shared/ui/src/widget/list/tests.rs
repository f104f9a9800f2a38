use super::*;
use crate::Theme;
use iced::widget::text;
use iced::{Event, Point, Size, mouse};
use iced_test::Simulator;
use std::cell::Cell;

fn built(count: usize, view: View) -> usize {
    let built = Cell::new(0);
    let heights = Heights::same(count, 32.0);
    let _: Scrollable<'_, View> = list("rows", &heights, view, |index| row(&built, index, 32.0), |view| view);
    built.get()
}

fn row(built: &Cell<usize>, index: usize, height: f32) -> Element<'static, View> {
    built.set(built.get() + 1);
    iced::widget::container(text(format!("row {index}"))).height(height).into()
}

#[test]
fn as_many_rows_are_built_for_a_million_as_for_a_hundred() {
    for count in [100, 10_000, 1_000_000] {
        for offset in [0.0, 640.0, 1000.0] {
            let rows = built(count, View { offset, height: 320.0 });
            assert!((11..=20).contains(&rows), "{rows} of {count} at {offset}");
        }
    }
    assert_eq!(built(100, View { offset: 640.0, height: 320.0 }), 4 + 11 + 4);
    assert_eq!(built(3, View::of_height(320.0)), 3);
    assert_eq!(built(0, View::of_height(320.0)), 0);
}

#[test]
fn a_list_that_became_shorter_shows_its_end() {
    let view = View { offset: 30_000.0, height: 320.0 };
    assert_eq!(view.rows(&Heights::same(20, 32.0)), 6..20);
    assert_eq!(view.rows(&Heights::same(2, 32.0)), 0..2);
}

#[test]
fn the_built_rows_stand_where_all_rows_would_have_put_them() {
    let heights = Heights::each((0..1000).map(|row| if row % 10 == 0 { 36.0 } else { 44.0 }));
    let view = View { offset: 0.0, height: 400.0 };
    let element = list("rows", &heights, view, |index| row(&Cell::new(0), index, heights.height(index)), |view| view);
    let mut ui: Simulator<'_, View, Theme> =
        Simulator::with_size(iced::Settings::default(), Size::new(300.0, 400.0), element);
    let found = ui.find("row 7").unwrap();
    assert_eq!(iced_test::selector::Bounded::bounds(&found).y, heights.top(7));
    assert!(ui.find("row 15").is_err(), "not built");
}

#[test]
fn scrolling_tells_the_view_and_the_next_build_shows_it() {
    let heights = Heights::same(1000, 32.0);
    let view = View::of_height(100.0);
    let element = list("rows", &heights, view, |index| row(&Cell::new(0), index, heights.height(index)), |view| view);
    let mut ui: Simulator<'_, View, Theme> =
        Simulator::with_size(iced::Settings::default(), Size::new(300.0, 400.0), element);
    ui.point_at(Point::new(10.0, 10.0));
    let delta = mouse::ScrollDelta::Pixels { x: 0.0, y: -3200.0 };
    let _ = ui.simulate([Event::Mouse(mouse::Event::WheelScrolled { delta })]);
    let last = ui.into_messages().last().unwrap();
    assert_eq!(last, View { offset: 3200.0, height: 400.0 }, "the true height comes with it");
    assert_eq!(last.rows(&heights), 96..117);
}

#[test]
fn a_row_is_brought_into_sight_by_the_shortest_way() {
    let heights = Heights::same(100, 10.0);
    for (offset, row, expected) in [
        (0.0, 3, None),
        (0.0, 9, None),
        (0.0, 10, Some(10.0)),
        (500.0, 20, Some(200.0)),
        (500.0, 70, Some(610.0)),
        (500.0, 99, Some(900.0)),
        (500.0, 0, Some(0.0)),
    ] {
        let mut view = View { offset, height: 100.0 };
        assert_eq!(view.reveal(row, &heights, 0.0), expected, "row {row} from {offset}");
        assert_eq!(view.offset, expected.unwrap_or(offset));
        assert!(view.rows(&heights).contains(&row), "row {row} is built at once");
    }
    let mut view = View { offset: 500.0, height: 100.0 };
    assert_eq!(view.reveal(50, &heights, 5.0), Some(495.0), "with its margin");
    let mut low = View { offset: 0.0, height: 4.0 };
    assert_eq!(low.reveal(5, &heights, 0.0), Some(50.0), "a row higher than the view shows its top");
}
