//! Files the program writes: never over anything of its own, whole or not at all, readable by
//! those who may read the workspace.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::fs;
use std::process::Stdio;
use std::time::Instant;

use binary::{Desk, sample, workbook};
use manyi::store::Store;

/// A workspace of one half-year, with a copy beside it.
fn taken_in() -> Desk {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    let first = sample("问卷星_2025上半年.csv");
    desk.done(&["import", "a.manyi", &first, "--wave", "2025H1"]);
    desk
}

fn names(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(desk.path(".")).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn no_output_replaces_the_workspace_whatever_leads_to_it() {
    let desk = taken_in();
    fs::create_dir(desk.path("inner")).unwrap();
    let ways = ["b.pdf", "b.svg", "b.png", "b.xlsx"];
    for way in ways {
        fs::hard_link(desk.path("a.manyi"), desk.path(way)).unwrap();
    }
    #[cfg(unix)]
    for ending in ["pdf", "xlsx"] {
        let link = desk.path(&format!("link.{ending}"));
        std::os::unix::fs::symlink("a.manyi", link).unwrap();
    }
    let (workspace, before) = (desk.bytes("a.manyi"), names(&desk));
    for way in ["b.pdf", "b.svg", "inner/../b.png", "link.pdf"] {
        for force in [&[][..], &["--force"]] {
            let words = [
                &["print", "a.manyi", "scores", "-o", way, "--lang", "en"],
                force,
            ];
            let said = desk.refused(1, &words.concat());
            assert!(said.contains("nothing is written over it"), "{said}");
        }
    }
    for way in ["./b.xlsx", "link.xlsx"] {
        desk.refused(1, &["export", "a.manyi", "scores", "-f", "-o", way]);
    }
    for way in [
        "a.manyi",
        "A.MANYI",
        "a.manyi-journal",
        "a.manyi.lock",
        "new.manyi",
    ] {
        desk.refused(2, &["print", "a.manyi", "scores", "--force", "-o", way]);
        desk.refused(2, &["export", "a.manyi", "returns", "--force", "-o", way]);
    }
    desk.refused(2, &["print", "a.manyi", "scores", "-o", "b.xlsx"]);
    assert!(desk.bytes("a.manyi") == workspace, "it changed");
    assert_eq!(names(&desk), before);
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn what_an_earlier_command_wrote_is_replaced_and_nothing_else() {
    let desk = taken_in();
    let print = |name: &'static str| ["print", "a.manyi", "scores", "-o", name];
    let export = ["export", "a.manyi", "scores", "-o", "a.xlsx"];
    for _ in 0..2 {
        for name in ["a.pdf", "a.svg", "a.png"] {
            desk.done(&print(name));
        }
        desk.done(&export);
    }
    for name in ["a.pdf", "a.svg", "a.png"] {
        fs::write(desk.path(name), "somebody's").unwrap();
        let said = desk.refused(1, &[&print(name)[..], &["--lang", "en"]].concat());
        assert!(said.contains(name) && said.contains("--force"), "{said}");
        assert_eq!(desk.bytes(name), b"somebody's");
        desk.done(&[&print(name)[..], &["--force"]].concat());
    }
    // Changed by a byte, wherever it lies, it is somebody else's.
    for (name, words) in [("a.pdf", print("a.pdf")), ("a.xlsx", export)] {
        let ours = desk.bytes(name);
        for at in [ours.len() / 3, ours.len() / 2, ours.len() - 60] {
            let mut changed = ours.clone();
            changed[at] ^= 1;
            fs::write(desk.path(name), &changed).unwrap();
            desk.refused(1, &words);
            assert!(desk.bytes(name) == changed);
        }
        fs::write(desk.path(name), &ours).unwrap();
        desk.done(&words);
    }
    let theirs = fs::read(sample("definition_A3.xlsx")).unwrap();
    fs::write(desk.path("a.xlsx"), &theirs).unwrap();
    desk.refused(1, &export);
    assert!(desk.bytes("a.xlsx") == theirs);
    desk.done(&[&export[..], &["-f"]].concat());
    assert_eq!(
        names(&desk),
        [
            "a.manyi",
            "a.manyi-backups",
            "a.pdf",
            "a.png",
            "a.svg",
            "a.xlsx"
        ]
    );
}

#[test]
fn the_sample_leaves_pages_of_somebody_else_alone() {
    let desk = Desk::new();
    desk.done(&["demo", "--headless"]);
    desk.done(&["demo", "--headless"]);
    fs::write(desk.path("manyi-demo/trend.pdf"), "somebody's").unwrap();
    desk.refused(1, &["demo", "--headless"]);
    assert_eq!(desk.bytes("manyi-demo/trend.pdf"), b"somebody's");
}

#[cfg(unix)]
#[test]
fn outputs_are_as_private_as_the_workspace() {
    use std::os::unix::fs::PermissionsExt;

    let desk = taken_in();
    let mode = |name: &str| fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777;
    for (workspace, name) in [(0o600, "a"), (0o640, "b"), (0o644, "c")] {
        let permissions = fs::Permissions::from_mode(workspace);
        fs::set_permissions(desk.path("a.manyi"), permissions).unwrap();
        let (page, book) = (format!("{name}.pdf"), format!("{name}.xlsx"));
        desk.done(&["print", "a.manyi", "scores", "-o", &page]);
        desk.done(&["export", "a.manyi", "returns", "-o", &book]);
        assert_eq!([mode(&page), mode(&book)], [workspace; 2]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_temporary_folder_that_cannot_be_used_is_named() {
    let desk = taken_in();
    let words = [
        "export", "a.manyi", "returns", "-o", "a.xlsx", "--lang", "en",
    ];
    let mut command = desk.command(&words);
    let output = command.env("TMPDIR", "/proc/none").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    for part in ["/proc/none", "no such folder", "TMPDIR"] {
        assert!(said.contains(part), "{said}");
    }
    assert!(!desk.path("a.xlsx").exists());
}

/// Kills `manyi WORDS` at sixteenths of the time it takes; what is there afterwards is whole or
/// nothing, and made by the next run.
fn killed(words: &[&str], workspace: &str, waves: usize) {
    let start = Instant::now();
    Desk::new().done(words);
    let whole = start.elapsed();
    let mut nothing = 0;
    for sixteenth in 0..16 {
        let desk = Desk::new();
        let mut child = desk.command(words).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole * sixteenth / 16);
        child.kill().unwrap();
        child.wait().unwrap();
        if desk.path(workspace).exists() {
            desk.done(&["check", workspace]);
        } else {
            nothing += 1;
        }
        // The sample is made again at any time, with its pages.
        if words[0] == "demo" || !desk.path(workspace).exists() {
            desk.done(words);
        }
        let data = Store::open(&desk.path(workspace)).unwrap().load().unwrap();
        assert_eq!((data.waves.len(), data.customers.len()), (waves, 30));
        let folder = desk.path(workspace);
        let beside = fs::read_dir(folder.parent().unwrap()).unwrap();
        let left = beside.filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().contains(".part")
        });
        assert_eq!(left.count(), 0, "at {sixteenth}/16");
    }
    assert!(nothing > 0, "never killed early");
}

#[test]
fn a_new_workspace_is_there_whole_or_not_at_all() {
    let definition = sample("definition_A3.xlsx");
    let words = ["new", "a.manyi", "--definition", &definition];
    killed(&words, "a.manyi", 4);
    killed(&["demo", "--headless"], "manyi-demo/sample.manyi", 6);
}

/// A workspace whose customers and survey are named by somebody who means harm.
fn named(desk: &Desk, names: &[&str]) {
    let mut customers = vec![["code", "name"].map(str::to_owned).to_vec()];
    let numbered = names.iter().enumerate();
    customers.extend(numbered.map(|(at, name)| vec![format!("=C{at}"), (*name).to_owned()]));
    let text = workbook::rows;
    let mut frame = text("wave|customer");
    frame.extend((0..names.len()).map(|at| vec!["2026H1".to_owned(), format!("=C{at}")]));
    let sheets = [
        ("Survey", text("key|value\ntitle|+Survey")),
        ("Dimensions", text("code|name\nQU|-Quality")),
        (
            "Items",
            text("code|text|dimension|kind|scale\n@Q1|=1+1|QU|rating|S\nTX|+Why||text|"),
        ),
        (
            "Scales",
            text("scale|label|score|satisfied\nS|=good|2|yes\nS|-bad|1|no"),
        ),
        ("Customers", customers),
        ("Frame", frame),
    ];
    workbook::write(&desk.path("d.xlsx"), &sheets);
    desk.done(&["new", "a.manyi", "--definition", "d.xlsx"]);
}

#[test]
fn no_text_of_an_export_becomes_a_formula() {
    let desk = Desk::new();
    named(
        &desk,
        &["=HYPERLINK(\"http://x\")", "+1", "-1", "@x", "plain"],
    );
    let rows = "Customer,=1+1,+Why\n=C0,=good,=cmd|' /C calc'!A0\n=C1,-bad,+1+1\n";
    fs::write(desk.path("r.csv"), rows).unwrap();
    desk.done(&["import", "a.manyi", "r.csv", "--wave", "2026H1"]);
    for what in ["definition", "returns", "scores"] {
        let name = format!("{what}.xlsx");
        desk.done(&["export", "a.manyi", what, "-o", &name]);
        let texts = workbook::texts(&desk.path(&name));
        assert!(
            texts.iter().any(|(text, _)| text.starts_with('=')),
            "{what}"
        );
        for (text, quoted) in texts {
            let formula = text.starts_with(['=', '+', '-', '@']);
            assert_eq!(quoted, formula, "{what}: {text}");
        }
    }
    // Read back as they were.
    desk.done(&["new", "b.manyi", "--definition", "definition.xlsx"]);
    let report = desk.json(&[
        "import",
        "b.manyi",
        "returns.xlsx",
        "--wave",
        "2026H1",
        "--json",
    ]);
    assert_eq!(report["files"][0]["issues"], serde_json::json!([]));
    let data = |name: &str| {
        Store::open_read_only(&desk.path(name))
            .unwrap()
            .load()
            .unwrap()
    };
    let names = |name: &str| -> Vec<String> {
        data(name)
            .customers
            .iter()
            .map(|one| one.name.clone())
            .collect()
    };
    assert_eq!(names("a.manyi"), names("b.manyi"));
}

#[test]
fn names_steer_no_terminal() {
    let desk = Desk::new();
    named(&desk, &["\u{1b}]0;owned\u{7}", "a\u{202e}b", "plain"]);
    let file = "r\u{1b}[2J.csv";
    fs::write(desk.path(file), "Customer,=1+1,\u{9b}31m\n=C0,=good,x\n").unwrap();
    let steers = |text: &str| {
        text.chars()
            .any(|c| (c.is_control() && c != '\n') || c == '\u{202e}')
    };
    for words in [
        &["import", "a.manyi", file, "--wave", "2026H1"][..],
        &["import", "a.manyi", file, "--wave", "2026H1"],
        &["scores", "a.manyi", "--wave", "2026H1"],
        &["trend", "a.manyi"],
        &["check", "\u{1b}[2J.manyi"],
        &["\u{1b}[2J"],
    ] {
        let ran = desk.manyi(words);
        assert!(!steers(&ran.out) && !steers(&ran.err), "{ran:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_limit_on_the_size_of_files_is_told() {
    let desk = taken_in();
    let before = desk.bytes("a.manyi");
    let limited = |words: &str| {
        let program = env!("CARGO_BIN_EXE_manyi");
        let line = format!("ulimit -f 8; exec '{program}' {words} --lang en");
        let mut shell = std::process::Command::new("sh");
        let output = shell
            .args(["-c", &line])
            .current_dir(desk.path("."))
            .output();
        let output = output.unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{words}: {said}");
        assert!(said.contains("files may be here"), "{words}: {said}");
    };
    limited("print a.manyi scores -o a.pdf");
    limited(&format!(
        "new b.manyi --definition '{}'",
        sample("definition_A3.xlsx")
    ));
    let next = sample("问卷星_2025下半年.xlsx");
    limited(&format!("import a.manyi '{next}' --wave 2025H2"));
    assert!(!desk.path("a.pdf").exists() && !desk.path("b.manyi").exists());
    assert!(desk.bytes("a.manyi") == before);
    desk.done(&["check", "a.manyi"]);
}
