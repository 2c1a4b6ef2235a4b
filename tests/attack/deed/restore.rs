//! An earlier copy put in the workspace's place: the one or the other is there, and what was
//! replaced lies beside it.

use std::path::Path;

use manyi::model::{Change, Edit, Step, StepKind, Workspace};
use manyi::store::Store;

use super::sound::sound;
use super::{Deed, Said, cleared, edit, manyi, ran};
use crate::folder::Folder;

pub const DEED: Deed = Deed {
    name: "restore",
    prepare,
    command: |folder| {
        let words = ["restore", "sample.manyi", "--from", "earlier.manyi"];
        manyi(folder, &words)
    },
    holds,
};

/// What the company is called in the one that is replaced.
const LATER: &str = "later";

fn prepare(folder: &Path) {
    edit::prepare(folder);
    let workspace = folder.join("sample.manyi");
    std::fs::copy(&workspace, folder.join("earlier.manyi")).unwrap();
    let mut store = Store::open(&workspace).unwrap();
    let before = store.load().unwrap().workspace;
    let after = Workspace {
        company: LATER.to_owned(),
        ..before.clone()
    };
    let change = Change::Workspace(Edit::changed(before, after));
    let step = Step::new(StepKind::EditWorkspace, "", vec![change]);
    store.apply(&step).unwrap();
    drop(store);
    std::fs::remove_dir_all(folder.join("sample.manyi-backups")).unwrap();
}

fn company(workspace: &Path) -> Result<String, String> {
    let store = Store::open_read_only(workspace).map_err(|error| format!("{error:?}"))?;
    let data = store.load().map_err(|error| format!("{error:?}"))?;
    Ok(data.workspace.company)
}

fn holds(folder: &Path, said: &Said) -> Result<String, String> {
    let workspace = folder.join("sample.manyi");
    let mut seen = "restored";
    if company(&workspace)? == LATER {
        if said.ended {
            return Err("a finished restore is gone".to_owned());
        }
        sound(&workspace)?;
        seen = "as it was";
        ran((DEED.command)(folder))?;
        cleared(folder)?;
    }
    sound(&workspace)?;
    // Not among the copies: `sound` has the workspace of now copied.
    let beside = Folder::read(folder);
    let beside = beside.0.keys().filter(|name| name.ends_with(".manyi"));
    let kept = beside.filter(|name| company(&folder.join(name)).is_ok_and(|it| it == LATER));
    match kept.count() {
        0 => Err("what was replaced is gone".to_owned()),
        _ => Ok(seen.to_owned()),
    }
}
