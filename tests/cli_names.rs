//! Files and folders by any name a system allows: everything is done in them, or refused in
//! plain words.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod binary;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use binary::sample;

/// The program in a folder: its exit code, and all it said.
fn manyi(folder: &Path, words: &[&OsStr]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_manyi"))
        .args(["--lang", "zh"])
        .args(words)
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    (output.status.code(), said)
}

fn done(folder: &Path, words: &[&OsStr]) -> String {
    let (code, said) = manyi(folder, words);
    assert_eq!(code, Some(0), "{words:?}: {said}");
    said
}

fn with(stem: &OsStr, ending: &str) -> OsString {
    let mut name = stem.to_owned();
    name.push(ending);
    name
}

/// A workspace made, filled, written out, checked and restored under a name.
fn everything(folder: &Path, stem: &OsStr) {
    let word = |text: &'static str| OsStr::new(text);
    let workspace = with(stem, ".manyi");
    let returns = with(stem, ".csv");
    let definition = sample("definition_A3.xlsx");
    let file = Path::new(&returns).file_name().unwrap();
    let lies = folder.join(&returns);
    fs::copy(sample("问卷星_2025上半年.csv"), lies).unwrap();
    let new = [
        word("new"),
        &workspace,
        word("--definition"),
        OsStr::new(&definition),
    ];
    done(folder, &new);
    let import = [
        word("import"),
        &workspace,
        &returns,
        word("--wave"),
        word("2025H1"),
    ];
    let said = done(folder, &import);
    let shown = file.to_string_lossy();
    assert!(said.contains(&*shown), "{said}");
    let page = with(stem, ".pdf");
    done(
        folder,
        &[
            word("print"),
            &workspace,
            word("scores"),
            word("--wave"),
            word("2025H1"),
            word("-o"),
            &page,
        ],
    );
    let book = with(stem, ".xlsx");
    done(
        folder,
        &[
            word("export"),
            &workspace,
            word("returns"),
            word("-o"),
            &book,
        ],
    );
    assert!(folder.join(&page).exists() && folder.join(&book).exists());
    done(folder, &[word("check"), &workspace]);
    let copies = fs::read_dir(folder.join(with(&workspace, "-backups"))).unwrap();
    let copy = copies.map(|entry| entry.unwrap().file_name()).next();
    let copy = copy.unwrap_or_else(|| panic!("{workspace:?} without a copy"));
    done(
        folder,
        &[word("restore"), &workspace, word("--from"), &copy],
    );
    done(folder, &[word("check"), &workspace]);
}

#[test]
fn everything_goes_under_any_name() {
    let long = "满".repeat(80);
    let names = [
        " a  b ",
        "😀客户😀",
        "a\"b'c`d",
        "a%20b%s%",
        "./-a",
        "a.",
        "a#b?c=d",
        "file:a",
        &long,
    ];
    for name in names
        .into_iter()
        .filter(|name| cfg!(unix) || !name.contains(['"', '?', ':']))
    {
        let folder = tempfile::tempdir().unwrap();
        everything(folder.path(), OsStr::new(name));
    }
}

#[cfg(unix)]
#[test]
fn everything_goes_under_a_name_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt;

    let folder = tempfile::tempdir().unwrap();
    for name in [&b"a\xff\xfeb"[..], b"a\nb"] {
        everything(folder.path(), OsStr::from_bytes(name));
    }
}

#[test]
fn everything_goes_far_down_in_folders() {
    let folder = tempfile::tempdir().unwrap();
    let deep: PathBuf = std::iter::repeat_n("客户满意度调查资料", 14).collect();
    let deep = folder.path().join(deep);
    if fs::create_dir_all(&deep).is_err() {
        println!("skipped: no paths as long here");
        return;
    }
    everything(folder.path(), deep.join("a").as_os_str());
}

#[test]
fn a_name_without_room_for_what_lies_beside_it_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let definition = sample("definition_A3.xlsx");
    let word = |text: &'static str| OsStr::new(text);
    for (length, ending) in [(81, ".manyi"), (83, ".manyi"), (90, ".manyi")] {
        let name = with(OsStr::new(&"满".repeat(length)), ending);
        let new = [
            word("new"),
            &name,
            word("--definition"),
            OsStr::new(&definition),
        ];
        let (code, said) = manyi(folder.path(), &new);
        assert_eq!(code, Some(1), "{length}: {said}");
        assert!(said.contains("文件名或路径太长"), "{said}");
        assert!(!said.contains("os error"), "{said}");
    }
    if cfg!(unix) {
        let far = folder.path().join("客户满意度调查资料/".repeat(20));
        fs::create_dir_all(&far).unwrap();
        let name = far.join("a.manyi");
        let new = [
            word("new"),
            name.as_os_str(),
            word("--definition"),
            OsStr::new(&definition),
        ];
        let (code, said) = manyi(folder.path(), &new);
        assert!(code == Some(1) && said.contains("路径太长"), "{said}");
    }
    // one that came from elsewhere is read, and says why it cannot be written
    let short = with(OsStr::new("a"), ".manyi");
    done(
        folder.path(),
        &[
            word("new"),
            &short,
            word("--definition"),
            OsStr::new(&definition),
        ],
    );
    let long = with(OsStr::new(&"满".repeat(81)), ".manyi");
    fs::rename(folder.path().join(&short), folder.path().join(&long)).unwrap();
    done(folder.path(), &[word("check"), &long]);
    done(folder.path(), &[word("restore"), &long, word("--list")]);
    let returns = sample("问卷星_2025上半年.csv");
    let import = [
        word("import"),
        &long,
        OsStr::new(&returns),
        word("--wave"),
        word("2025H1"),
    ];
    let (code, said) = manyi(folder.path(), &import);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("文件名或路径太长"), "{said}");
    let out = with(OsStr::new(&"满".repeat(90)), ".xlsx");
    let export = [word("export"), &long, word("returns"), word("-o"), &out];
    let (code, said) = manyi(folder.path(), &export);
    assert_eq!(code, Some(1), "{said}");
    assert!(!said.contains("os error"), "{said}");
}
