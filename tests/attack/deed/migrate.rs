//! A workspace of version 1 brought up to date: what it held is there, as of either version.

use std::path::{Path, PathBuf};

use manyi::store::Store;

use super::sound::sound;
use super::{Deed, IN, Said, child};
use crate::facts::facts;

pub const DEED: Deed = Deed {
    name: "migrate",
    prepare,
    command: |folder| child(folder, "deed::migrate::brought_up_to_date"),
    holds,
};

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/v1")
        .join(name)
}

fn prepare(folder: &Path) {
    std::fs::copy(golden("everything.manyi"), folder.join("old.manyi")).unwrap();
}

/// Not a test: the process that is attacked.
#[test]
#[ignore = "started by the attacks"]
fn brought_up_to_date() {
    let Some(folder) = std::env::var_os(IN) else {
        return;
    };
    println!("begun");
    drop(Store::open(&PathBuf::from(folder).join("old.manyi")).unwrap());
    println!("kept");
}

fn holds(folder: &Path, said: &Said) -> Result<String, String> {
    let workspace = folder.join("old.manyi");
    let version = version(&workspace);
    let expected = std::fs::read_to_string(golden("everything/facts.txt")).unwrap();
    let store = Store::open_read_only(&workspace).map_err(|error| format!("{error:?}"))?;
    if !facts(&store).starts_with(&expected) {
        return Err("it no longer holds what it held".to_owned());
    }
    drop(store);
    drop(sound(&workspace)?);
    let store = Store::open_read_only(&workspace).map_err(|error| format!("{error:?}"))?;
    if !facts(&store).starts_with(&expected) {
        return Err("once opened, it no longer holds what it held".to_owned());
    }
    if said.text.contains("kept") && version != self::version(&workspace) {
        return Err("a finished migration is gone".to_owned());
    }
    Ok(format!("version {version}"))
}

/// As the header of the file has it.
fn version(workspace: &Path) -> u32 {
    let bytes = std::fs::read(workspace).unwrap();
    u32::from_be_bytes(bytes[60..64].try_into().unwrap())
}
