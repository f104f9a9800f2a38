//! The end of the last update, told once: it happened while nobody could see it.

use crate::Root;
use crate::backend::{LastResult, last_result};

use candela_shared::{Directories, replace};

use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// What was told last, in the user's state.
const FILE: &str = "candela/update-result-told";

/// How the last update ended, unless this user was told before; notes that he is now.
pub fn untold(root: &Root, directories: &Directories) -> Option<LastResult> {
    let result = last_result(root)?;
    let mark = mark(&result);
    let file = directories.state_home.as_ref().map(|state| state.join(FILE));
    let is_told = file.as_ref().is_some_and(|file| fs::read_to_string(file).is_ok_and(|told| told.trim() == mark));
    if is_told {
        return None;
    }
    // Where nothing can be noted it is told again: better twice than never.
    let _noted = file.map(|file| note(&file, &mark));
    Some(result)
}

fn note(file: &Path, mark: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    replace::write(file, format!("{mark}\n").as_bytes())
}

/// One update is told from another by when it ended.
fn mark(result: &LastResult) -> String {
    let since = result.ended.and_then(|ended| ended.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    format!("{}.{:09}", since.as_secs(), since.subsec_nanos())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_an_update_is_told_once_and_that_of_the_next_again() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::below(folder.path().into());
        let directories = Directories { state_home: Some(folder.path().join("state")), ..Directories::default() };
        assert_eq!(untold(&root, &directories), None, "there was none");
        let results = root.path("/var/lib/PackageKit/offline-update-competed");
        fs::create_dir_all(results.parent().unwrap()).unwrap();
        fs::write(&results, "[PackageKit Offline Update Results]\nSuccess=false\nErrorDetails=no space\n").unwrap();
        assert_eq!(untold(&root, &directories).and_then(|result| result.failure).as_deref(), Some("no space"));
        assert_eq!(untold(&root, &directories), None, "it was told");
        fs::write(&results, "[PackageKit Offline Update Results]\nSuccess=true\n").unwrap();
        let later = std::time::SystemTime::now() + std::time::Duration::from_secs(60);
        fs::File::options().write(true).open(&results).unwrap().set_modified(later).unwrap();
        assert_eq!(untold(&root, &directories).map(|result| result.failure), Some(None));
    }
}
