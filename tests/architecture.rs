//! Holds the layers: who may use whom, which files may name which crate, how long a file may
//! be, and where Chinese text may stand.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each layer and the layers it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("theme", &[]),
    ("files", &[]),
    ("i18n", &["edit", "model"]),
    ("intake", &["model"]),
    ("store", &["model", "files"]),
    ("analysis", &["model"]),
    ("edit", &["analysis", "model"]),
    ("chart", &["analysis", "model", "i18n", "theme"]),
    ("report", &["chart", "analysis", "model", "i18n"]),
    (
        "paper",
        &["report", "chart", "analysis", "model", "i18n", "theme"],
    ),
    (
        "ui",
        &[
            "report", "chart", "analysis", "edit", "model", "i18n", "theme",
        ],
    ),
    (
        "jobs",
        &[
            "intake", "store", "paper", "report", "chart", "analysis", "edit", "model", "i18n",
            "theme", "files",
        ],
    ),
    (
        "cli",
        &[
            "jobs", "intake", "store", "paper", "report", "chart", "analysis", "edit", "model",
            "i18n", "theme", "files",
        ],
    ),
    (
        "app",
        &[
            "ui", "jobs", "intake", "store", "paper", "report", "chart", "analysis", "edit",
            "model", "i18n", "theme", "files",
        ],
    ),
];

/// Crates that only these files or folders may name.
const CRATES: &[(&str, &[&str])] = &[
    ("calamine", &["intake/spreadsheet"]),
    ("rusqlite", &["store"]),
    ("egui_plot", &["ui/plot"]),
    ("pulldown_cmark", &["ui/help"]),
    ("rfd", &["app/dialog"]),
    ("typst", &["paper"]),
    ("clap", &["cli"]),
    ("egui", &["ui", "app", "theme"]),
    ("eframe", &["ui", "app", "theme"]),
];

/// Chinese text in code: headings and words to recognise, and the names methods are known by.
const CHINESE: &[&str] = &[
    "i18n",
    "intake",
    "model/expected.rs",
    "model/overall.rs",
    "model/period.rs",
    "model/rules.rs",
];

struct Source {
    /// Below `src`, with forward slashes.
    path: String,
    /// Without the tests at its end and without comments.
    code: String,
}

/// Where the window looks at files: on threads of their own, never while it draws.
const LOOKS_AT_FILES: &[&str] = &["app/worker", "app/scout.rs"];

#[test]
fn nothing_looks_at_a_file_while_it_draws() {
    let looks = [
        "std::fs",
        "fs::",
        "read_dir(",
        ".is_dir()",
        ".is_file()",
        ".exists()",
        ".metadata()",
        "canonicalize(",
    ];
    let mut faults = Vec::new();
    for source in sources() {
        let draws = source.path.starts_with("ui/") || source.path.starts_with("app/");
        let allowed = LOOKS_AT_FILES.iter().any(|it| source.path.starts_with(it));
        for look in looks.iter().filter(|_| draws && !allowed) {
            if source.code.contains(look) {
                faults.push(format!("{}: {look}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn layers_use_only_what_lies_below_them() {
    let mut faults = Vec::new();
    for source in sources() {
        let layer = source.path.split('/').next().unwrap();
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            continue;
        };
        for used in uses(&source.code) {
            let known = LAYERS.iter().any(|(name, _)| *name == used);
            if known && used != layer && !allowed.contains(&used.as_str()) {
                faults.push(format!("{} uses {used}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// What two files of one folder need of each other belongs into a third.
#[test]
fn files_of_a_folder_do_not_use_each_other_in_circles() {
    let sources = sources();
    let uses: Vec<(&str, Vec<String>)> = sources
        .iter()
        .filter(|source| !source.path.ends_with("/mod.rs"))
        .map(|source| (source.path.as_str(), beside(source)))
        .collect();
    let of = |path: &str| uses.iter().find(|(own, _)| *own == path);
    let circle = |start: &str| {
        let mut reached = BTreeSet::new();
        let mut next = vec![start.to_owned()];
        while let Some(path) = next.pop() {
            for used in of(&path).iter().flat_map(|(_, used)| used) {
                if used == start {
                    return true;
                }
                if reached.insert(used.clone()) {
                    next.push(used.clone());
                }
            }
        }
        false
    };
    let circles: Vec<_> = uses.iter().map(|it| it.0).filter(|it| circle(it)).collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

/// The files beside one that it names after `super::`.
fn beside(source: &Source) -> Vec<String> {
    let folder = source
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let after = source.code.split("super::").skip(1);
    let names = after.flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => words(group.split('}').next().unwrap_or_default()).collect::<Vec<_>>(),
        None => words(rest).take(1).collect(),
    });
    names.map(|name| format!("{folder}/{name}.rs")).collect()
}

#[test]
fn every_folder_is_a_layer() {
    let known: BTreeSet<_> = LAYERS.iter().map(|(name, _)| *name).collect();
    for source in sources().iter().filter(|source| source.path.contains('/')) {
        let folder = source.path.split('/').next().unwrap();
        assert!(known.contains(folder), "{} is in no layer", source.path);
    }
}

#[test]
fn crates_are_named_where_they_belong() {
    let mut faults = Vec::new();
    for source in sources() {
        for (name, places) in CRATES {
            let named = words(&source.code).any(|word| word == *name);
            let allowed = places.iter().any(|place| source.path.starts_with(place));
            if named && !allowed {
                faults.push(format!("{} names {name}", source.path));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn chinese_text_stands_in_the_texts() {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let mut faults = Vec::new();
    for source in sources() {
        if CHINESE.iter().any(|place| source.path.starts_with(place)) {
            continue;
        }
        let lines = source.code.lines().filter(|line| line.contains(chinese));
        faults.extend(lines.map(|line| format!("{}: {}", source.path, line.trim())));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn files_stay_small() {
    let folders = ["src", "tests", "benches"].into_iter();
    let long: Vec<_> = folders
        .flat_map(texts)
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > 400)
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// Of two messages of one name the later one speaks: a merge that keeps both hides one.
#[test]
fn every_message_stands_once() {
    for language in ["en", "zh-CN"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/i18n");
        let text = std::fs::read_to_string(file.join(language).join("manyi.ftl")).unwrap();
        let named = text
            .lines()
            .filter(|line| line.starts_with(char::is_alphabetic));
        let mut names: Vec<_> = named.filter_map(|line| line.split_once(" =")).collect();
        names.sort_unstable();
        let twice = names.windows(2).find(|pair| pair[0].0 == pair[1].0);
        assert!(twice.is_none(), "{language}: {twice:?}");
    }
}

/// Layers named after `crate::`, alone or in braces.
fn uses(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => {
                let end = group.find(';').unwrap_or(group.len());
                found.extend(words(&group[..end]).map(str::to_owned));
            }
            None => found.extend(words(rest).next().map(str::to_owned)),
        }
    }
    found
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}

fn sources() -> Vec<Source> {
    let texts = texts("src");
    let tests: Vec<PathBuf> = texts.iter().flat_map(test_modules).collect();
    let shipped = |path: &Path| !tests.iter().any(|test| path.starts_with(test));
    texts
        .iter()
        .filter(|(path, _)| shipped(&path.with_extension("")))
        .map(|(path, text)| Source {
            path: below(path),
            code: code_of(text),
        })
        .collect()
}

/// Every file below a folder of the project, in order.
fn texts(folder: &str) -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
        &mut paths,
    );
    paths.sort();
    let text = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    };
    paths.into_iter().map(text).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn below(path: &Path) -> String {
    let below = path.strip_prefix(root()).unwrap();
    below.to_string_lossy().replace('\\', "/")
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Modules in files of their own that a file declares for tests only, without ending.
fn test_modules((path, text): &(PathBuf, String)) -> Vec<PathBuf> {
    let folder = match path.file_name().and_then(|name| name.to_str()) {
        Some("mod.rs" | "lib.rs" | "main.rs") => path.with_file_name(""),
        _ => path.with_extension(""),
    };
    let declared = text.split(TEST).skip(1).filter_map(|rest| {
        let line = rest.lines().next()?.strip_suffix(';')?;
        line.split_whitespace().last()
    });
    declared.map(|name| folder.join(name)).collect()
}

const TEST: &str = "#[cfg(test)]\n";

/// Without the tests in braces at the end and without comments.
fn code_of(text: &str) -> String {
    let shipped = text.split("#[cfg(test)]\nmod tests {").next();
    let comment = |line: &&str| !line.trim_start().starts_with("//");
    let lines: Vec<_> = shipped.unwrap_or(text).lines().filter(comment).collect();
    lines.join("\n")
}
