//! What we build upon is named with its licence: the notices are those of the crates we have.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::Path;

type Crates = BTreeSet<(String, String)>;

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Name and version of every crate of `Cargo.lock` that is not ours.
fn locked() -> Crates {
    let text = read("Cargo.lock");
    let packages = text.split("[[package]]").skip(1);
    let foreign = packages.filter(|package| package.contains("\nsource = "));
    let value = |package: &str, key: &str| {
        let mut lines = package.lines();
        let value = lines.find_map(|line| line.strip_prefix(key)).unwrap();
        value.trim_matches('"').to_owned()
    };
    foreign
        .map(|package| (value(package, "name = "), value(package, "version = ")))
        .collect()
}

/// Rows of the table that hold a licence.
fn named() -> Crates {
    let text = read("THIRD-PARTY.md");
    let rows = text.lines().filter(|line| line.starts_with("| "));
    rows.filter_map(|row| {
        let mut cells = row.split('|').skip(1).map(str::trim);
        let (name, version, licence) = (cells.next()?, cells.next()?, cells.next()?);
        let crate_row = !licence.is_empty() && version.starts_with(|c: char| c.is_ascii_digit());
        crate_row.then(|| (name.to_owned(), version.to_owned()))
    })
    .collect()
}

#[test]
fn every_crate_is_named_with_its_licence() {
    let (locked, named) = (locked(), named());
    assert!(locked.len() > 100);
    let missing: Vec<_> = locked.difference(&named).collect();
    let gone: Vec<_> = named.difference(&locked).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "run .ci/notices: missing {missing:?}, no longer there {gone:?}"
    );
}
