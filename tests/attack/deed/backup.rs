//! A copy of the workspace: there whole, or not there; the workspace is as it was.

use std::path::{Path, PathBuf};

use manyi::model::Progress;
use manyi::store::Store;

use super::sound::{faultless, sound};
use super::{Deed, IN, Said, child, edit};
use crate::facts::facts;
use crate::folder::Folder;

pub const DEED: Deed = Deed {
    name: "backup",
    prepare: edit::prepare,
    command: |folder| child(folder, "deed::backup::kept_twice"),
    holds,
};

/// Not a test: the process that is attacked.
#[test]
#[ignore = "started by the attacks"]
fn kept_twice() {
    let Some(folder) = std::env::var_os(IN) else {
        return;
    };
    let mut store = Store::open(&PathBuf::from(folder).join("sample.manyi")).unwrap();
    for _ in 0..2 {
        store.backup(&Progress::default()).unwrap();
        println!("copied");
    }
}

fn holds(folder: &Path, said: &Said) -> Result<String, String> {
    let workspace = folder.join("sample.manyi");
    let read = |path: &Path| {
        let store = Store::open_read_only(path).map_err(|error| format!("{error:?}"))?;
        Ok::<_, String>(facts(&store))
    };
    let before = read(&workspace)?;
    let all = Folder::read(folder);
    let copies = all.0.keys().filter(|name| name.contains("-backups/"));
    let copies = copies.filter(|name| name.ends_with(".manyi"));
    let mut count = 0;
    for copy in copies {
        count += 1;
        faultless(&folder.join(copy)).map_err(|fault| format!("{copy}: {fault}"))?;
        if read(&folder.join(copy))? != before {
            return Err(format!("{copy} is another than the workspace"));
        }
    }
    sound(&workspace)?;
    // The sample was copied as it was made.
    let confirmed = said.text.matches("copied").count();
    match count < confirmed {
        true => Err(format!(
            "{confirmed} copies were confirmed, {count} are there"
        )),
        false => Ok("whole copies".to_owned()),
    }
}
