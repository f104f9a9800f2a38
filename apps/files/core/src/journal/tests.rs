use super::*;
use crate::operation::{Content, Operation};

fn written() -> (Vec<Record>, Vec<u8>) {
    let path = std::path::PathBuf::from("/a/new\nline");
    let operation = Operation::Make { path: path.clone(), content: Content::Folder };
    let change = Change::Create { to: path, staged: ".candela-1".to_owned(), content: Content::Folder, over: None };
    let records = vec![
        Record::Begun { operation, at: 1, changes: vec![change] },
        Record::Built {
            change: 0,
            built: Built { identity: Default::default(), source: Default::default(), made: Default::default() },
        },
        Record::Made { change: 0 },
        Record::Finished { failed: 0 },
    ];
    let bytes = records.iter().fold(HEADER.to_vec(), |bytes, record| [bytes, encode(record)].concat());
    (records, bytes)
}

#[test]
fn records_are_read_as_they_were_written() {
    let (records, bytes) = written();
    assert_eq!(decode(&bytes), Ok(Written { records: records.clone(), end: bytes.len() }));
    assert!(Story::read(&records).unwrap().unwrap().can_undo());
}

#[test]
fn wherever_it_is_cut_what_was_written_whole_counts_and_the_rest_does_not() {
    let (records, bytes) = written();
    let mut seen = 0;
    for length in 0..bytes.len() {
        match decode(&bytes[..length]) {
            Ok(Written { records: read, end }) => {
                assert!(records.starts_with(&read), "{length}");
                assert_eq!(decode(&bytes[..end]), Ok(Written { records: read.clone(), end }), "{length}");
                seen = seen.max(read.len());
            }
            Err(damage) => assert_eq!((damage, seen), (Damage::CutShort, 0), "{length}"),
        }
    }
    assert_eq!(seen, records.len() - 1);
    assert_eq!(decode(&[&bytes[..], &[0; 40]].concat()).map(|read| read.end), Ok(bytes.len()), "room for one more");
}

#[test]
fn no_bit_may_change_unseen() {
    let (_, bytes) = written();
    for bit in 0..bytes.len() * 8 {
        let mut spoilt = bytes.clone();
        spoilt[bit / 8] ^= 1 << (bit % 8);
        assert!(matches!(decode(&spoilt), Err(Damage::Checksum | Damage::Version)), "bit {bit}");
    }
    assert_eq!(decode(b"candela-files journal 1\n"), Err(Damage::Version));
}

#[test]
fn making_again_looks_anew_at_what_may_be_half_taken_back() {
    let (mut records, _) = written();
    records.extend([Record::Undoing { at: 2 }, Record::Redoing { at: 2 }]);
    let story = Story::read(&records).unwrap().unwrap();
    assert_eq!((story.way, story.standing[0], story.is_finished), (Way::Forward, Standing::Open, false));
    assert_eq!(Story::read(&[Record::Undone]), Err(Damage::Order));
}

#[test]
fn an_ending_tells_how_much_was_made() {
    let path = std::path::PathBuf::from("/a");
    let change = Change::Create { to: path.clone(), staged: "x".into(), content: Content::Folder, over: None };
    let operation = Operation::Make { path, content: Content::Folder };
    let begun = Record::Begun { operation, at: 1, changes: vec![change.clone(), change] };
    let (made, failed) = (|change| Record::Made { change }, |change| Record::Failed { change });
    for (records, ending) in [
        (vec![made(0)], None),
        (vec![made(0), made(1), Record::Finished { failed: 0 }], Some((Ending::Done, 2))),
        (vec![made(0), failed(1), Record::Finished { failed: 1 }], Some((Ending::Partial, 1))),
        (vec![failed(0), failed(1), Record::Finished { failed: 2 }], Some((Ending::Failed, 0))),
        (vec![made(0), Record::Undoing { at: 2 }, failed(0), failed(1), Record::Undone], Some((Ending::Failed, 0))),
        (
            vec![made(0), Record::Undoing { at: 2 }, Record::TakenBack { change: 0 }, Record::Undone],
            Some((Ending::Undone, 0)),
        ),
    ] {
        let story = Story::read(&[vec![begun.clone()], records].concat()).unwrap().unwrap();
        assert_eq!(story.ending().map(|ending| (ending, story.made())), ending, "{:?}", story.standing);
    }
}
