//! Scratch.
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]
use candela_files_core::system::git::Repository;
fn main() {
    let f = std::path::PathBuf::from(std::env::args_os().nth(1).unwrap());
    let t = std::time::Instant::now();
    let r = Repository::discover(&f).unwrap().unwrap();
    println!("open {:?}", t.elapsed());
    let t = std::time::Instant::now();
    println!("{:?}", r.states(&f).unwrap());
    println!("{:?}", t.elapsed());
}
