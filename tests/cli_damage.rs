//! Files that cannot be used and programs that are killed: one clear message, and a workspace
//! that is as it was or has the whole import.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;
use std::time::Duration;

use binary::{Desk, sample, workbook};

fn workspace(desk: &Desk) {
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    let first = sample("问卷星_2025上半年.csv");
    desk.done(&["import", "a.manyi", &first, "--wave", "2025H1"]);
}

/// Refused into a wave that is not open yet and into one that is: each time with the file's
/// name, and without a byte of the workspace changed.
fn leaves_no_trace(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    std::fs::write(desk.path(name), bytes).unwrap();
    let before = desk.bytes("a.manyi");
    desk.refused(1, &["import", "a.manyi", name, "--wave", "2027H1"]);
    let said = desk.refused(1, &["import", "a.manyi", name, "--wave", "2025H1"]);
    assert!(said.contains(name), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "one message: {said}");
    assert!(desk.bytes("a.manyi") == before, "{name} left a trace");
    said
}

#[test]
fn damaged_files_leave_the_workspace_byte_identical() {
    let desk = Desk::new();
    workspace(&desk);
    let good = std::fs::read(sample("问卷星_2025下半年.xlsx")).unwrap();
    let old = std::fs::read(sample("客户回执_2023下半年.xls")).unwrap();
    leaves_no_trace(&desk, "empty.xlsx", b"");
    leaves_no_trace(&desk, "cut.xlsx", &good[..good.len() / 2]);
    leaves_no_trace(&desk, "cut.xls", &old[..old.len() / 2]);
    leaves_no_trace(&desk, "picture.xlsx", b"\x89PNG\r\n\x1a\n0000IHDR");
    leaves_no_trace(
        &desk,
        "page.xls",
        b"<html><body><table></table></body></html>",
    );
    leaves_no_trace(&desk, "other.csv", "a,b,c\n1,2,3\n".as_bytes());
    leaves_no_trace(&desk, "bare.csv", "\n\n\n".as_bytes());
    leaves_no_trace(&desk, "head.csv", "客户,QU1,QU2\n".as_bytes());
    let twice = "客户,QU1,QU1\nC001,满意,一般\n";
    let said = leaves_no_trace(&desk, "twice.csv", twice.as_bytes());
    assert!(said.contains("QU1"), "{said}");
    desk.done(&["check", "a.manyi"]);
}

/// Opening a pipe waits for somebody who writes to it, and a device may never end.
#[cfg(unix)]
#[test]
fn only_ordinary_files_are_opened() {
    let desk = Desk::new();
    workspace(&desk);
    let mut mkfifo = std::process::Command::new("mkfifo");
    let made = mkfifo.arg(desk.path("returns.csv")).status().unwrap();
    assert!(made.success());
    let before = desk.bytes("a.manyi");
    for file in ["returns.csv", "/dev/zero"] {
        let import = ["import", "a.manyi", file, "--wave", "2025H2"];
        let said = desk.refused(1, &import);
        assert!(said.contains("不是普通文件"), "{said}");
        let english = desk.refused(1, &[&["--lang", "en"], &import[..]].concat());
        assert!(english.contains("no ordinary file"), "{english}");
        desk.refused(1, &["new", "b.manyi", "--definition", file]);
    }
    assert!(desk.bytes("a.manyi") == before, "a pipe left a trace");
    assert!(!desk.path("b.manyi").exists());
}

/// Small files that stand for gigabytes.
#[test]
fn files_that_would_fill_the_memory_are_refused_in_words() {
    let desk = Desk::new();
    workspace(&desk);
    let commas = format!("客户,QU1\n{}\n", ",".repeat(2_000_000));
    let said = leaves_no_trace(&desk, "commas.csv", commas.as_bytes());
    assert!(said.contains("BXY2"), "{said}");
    let long = format!("客户,QU1\n甲,{}\n", "x".repeat(2_000_000));
    let said = leaves_no_trace(&desk, "long.csv", long.as_bytes());
    assert!(said.contains("B2") && said.contains("1 MB"), "{said}");
}

#[test]
fn damaged_definitions_make_no_workspace() {
    let desk = Desk::new();
    let survey = ("Survey", workbook::rows("key|value\ntitle|S"));
    let dimensions = |text| ("Dimensions", workbook::rows(text));
    let items = |text| ("Items", workbook::rows(text));
    let scales = (
        "Scales",
        workbook::rows("scale|label|score|satisfied\nfive|good|5|yes\nfive|bad|1|no"),
    );
    let sound = dimensions("code|name|parent|weight\nA|A||1");
    let asked = items("code|text|dimension|kind|scale\nA1|one|A|rating|five");
    let cases = [
        (
            "no scales",
            vec![survey.clone(), sound.clone(), asked.clone()],
            "scales",
        ),
        (
            "unknown scale",
            vec![
                survey.clone(),
                sound.clone(),
                items("code|text|dimension|kind|scale\nA1|one|A|rating|six"),
                scales.clone(),
            ],
            "E2",
        ),
        (
            "circular",
            vec![
                survey.clone(),
                dimensions("code|name|parent|weight\nA|A|B|1\nB|B|A|1"),
                asked.clone(),
                scales.clone(),
            ],
            "A → B",
        ),
        (
            "weight 0",
            vec![
                survey.clone(),
                dimensions("code|name|parent|weight\nA|A||0"),
                asked.clone(),
                scales.clone(),
            ],
            "D2",
        ),
    ];
    for (name, sheets, says) in cases {
        let file = format!("{name}.xlsx");
        workbook::write(&desk.path(&file), &sheets);
        let said = desk.refused(1, &["new", "a.manyi", "--definition", &file]);
        assert!(
            said.contains(&file) && said.contains(says),
            "{name}: {said}"
        );
        assert!(!desk.path("a.manyi").exists(), "{name} left a workspace");
    }
}

#[test]
fn texts_that_cannot_be_read_for_sure_say_how_to_save_them() {
    let desk = Desk::new();
    workspace(&desk);
    let text = b"\xd0\xe5\xeb\xdc\xf4\xe7\xf2,QU1\nC001,\xf0\xef\xeb\xfd \xea\xe1\xeb\xdc\n";
    let said = leaves_no_trace(&desk, "greek.csv", text);
    assert!(said.contains("UTF-8"), "{said}");
    let said = leaves_no_trace(&desk, "zeros.csv", "客户,QU1\nC001,\0\n".as_bytes());
    assert!(said.contains("NUL") && said.contains("2"), "{said}");
}

#[test]
fn an_encoding_that_is_named_is_the_one_that_is_read() {
    let desk = Desk::new();
    workspace(&desk);
    // 客户 and 满意 in GB18030, of which one byte was lost
    let text = b"\xbf\xcd\xbb\xa7,QU1\nC001,\xc2\xfa\xd2\n";
    std::fs::write(desk.path("lost.csv"), text).unwrap();
    let import = [
        "import",
        "a.manyi",
        "lost.csv",
        "--wave",
        "2027H1",
        "--encoding",
    ];
    let said = desk.manyi(&[&import[..], &["gbk"]].concat()).err;
    assert!(said.contains("第 2 行无法按 GB18030 编码读取"), "{said}");
    let said = desk.manyi(&[&import[..], &["klingon"]].concat()).err;
    assert!(
        said.contains("--encoding") && said.contains("Big5"),
        "{said}"
    );
}

#[test]
fn western_letters_come_in_as_they_were_written() {
    let desk = Desk::new();
    workspace(&desk);
    let text = b"Customer;QU1\nM\xfcller;sehr zufrieden\n;\n";
    std::fs::write(desk.path("western.csv"), text).unwrap();
    let import = ["import", "a.manyi", "western.csv", "--wave", "2027H1"];
    let ran = desk.manyi(&import);
    assert!(ran.out.contains("“Müller”"), "{}", ran.out);
    // What was taken for granted is said, unless somebody said it.
    assert!(ran.err.contains("--encoding"), "{}", ran.err);
    desk.done(&["imports", "a.manyi", "--undo", "western.csv"]);
    let ran = desk.manyi(&[&import[..], &["--encoding", "latin1"]].concat());
    assert!(ran.out.contains("“Müller”"), "{}", ran.out);
    assert!(!ran.err.contains("--encoding"), "{}", ran.err);
}

#[test]
fn an_empty_cell_is_called_blank() {
    let desk = Desk::new();
    workspace(&desk);
    std::fs::write(desk.path("blank.csv"), "客户,QU1,QU2\nC001,,满意\n").unwrap();
    let import = ["import", "a.manyi", "blank.csv", "--wave", "2027H1"];
    let said = desk.done(&import);
    assert!(said.contains("B2：空白") && !said.contains("“”"), "{said}");
}

#[test]
fn totals_and_titles_again_are_named_and_not_counted() {
    let desk = Desk::new();
    workspace(&desk);
    let text = "客户,QU1,QU2\nC001,满意,满意\n合计,满意,满意\n客户,QU1,QU2\nC002,满意,一般\n";
    std::fs::write(desk.path("sums.csv"), text).unwrap();
    let ran = desk.manyi(&["import", "a.manyi", "sums.csv", "--wave", "2027H1"]);
    assert!(ran.out.contains("2 份答卷，0 处"), "{}", ran.out);
    for row in ["未导入：3（合计", "未导入：4（重复"] {
        assert!(ran.err.contains(row), "{row}: {}", ran.err);
    }
}

#[test]
fn returns_in_a_hidden_sheet_are_pointed_out() {
    let desk = Desk::new();
    workspace(&desk);
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet().set_name("封面").unwrap();
    page.set_active(true);
    let page = book.add_worksheet().set_name("数据").unwrap();
    page.write_row(0, 0, ["客户", "QU1"]).unwrap();
    page.write_row(1, 0, ["C001", "满意"]).unwrap();
    page.set_hidden(true);
    let bytes = book.save_to_buffer().unwrap();
    let said = leaves_no_trace(&desk, "hidden.xlsx", &bytes);
    assert!(said.contains("数据") && said.contains("隐藏"), "{said}");
}

#[test]
fn a_workspace_that_exists_is_not_replaced() {
    let desk = Desk::new();
    let definition = sample("definition_A2.xlsx");
    let words = ["new", "a.manyi", "--definition", &definition];
    desk.done(&words);
    let before = desk.bytes("a.manyi");
    let said = desk.refused(1, &words);
    assert!(said.contains("a.manyi"), "{said}");
    assert!(desk.bytes("a.manyi") == before);
}

/// Many returns as a plain sheet.
fn many(rows: usize) -> String {
    let labels = ["很满意", "满意", "一般", "不满意"];
    let mut text = "填写人,QU1,QU2,QU3,DE1,DE2,DE3,PR1,PR2,PR3,CO1,CO2,CO3,HS1,HS2\n".to_owned();
    for row in 0..rows {
        write!(text, "R{row}").unwrap();
        for item in 0..14 {
            write!(text, ",{}", labels[(row * 7 + item * 3) % 4]).unwrap();
        }
        text.push('\n');
    }
    text
}

#[test]
fn a_killed_import_is_whole_or_nothing() {
    const ROWS: usize = 20_000;
    let desk = Desk::new();
    workspace(&desk);
    let template = desk.bytes("a.manyi");
    std::fs::File::create(desk.path("many.csv"))
        .and_then(|mut file| file.write_all(many(ROWS).as_bytes()))
        .unwrap();
    let (mut whole, mut nothing) = (0, 0);
    for at in 0..12 {
        let name = format!("k{at}.manyi");
        std::fs::write(desk.path(&name), &template).unwrap();
        let mut child = desk
            .command(&["import", &name, "many.csv", "--wave", "2027H1"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(40 * at));
        // A run that has ended already is as good a moment as any.
        let _ = child.kill();
        child.wait().unwrap();
        desk.done(&["check", &name]);
        let wave = ["scores", &name, "--wave", "2027H1", "--json"];
        let ran = desk.manyi(&wave);
        if ran.code == Some(0) {
            let scores: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
            assert_eq!(scores["ledger"]["returned"], ROWS);
            whole += 1;
        } else {
            assert!(ran.err.contains("2027H1"), "{}", ran.err);
            nothing += 1;
            desk.done(&["import", &name, "many.csv", "--wave", "2027H1"]);
        }
    }
    println!("{whole} whole, {nothing} nothing");
    assert!(nothing > 0, "killed at once, nothing can have been kept");
}

#[test]
fn a_workspace_in_use_is_read_but_not_written() {
    let desk = Desk::new();
    workspace(&desk);
    let held = manyi::store::Store::open(&desk.path("a.manyi")).unwrap();
    desk.done(&["scores", "a.manyi", "--wave", "2025H1"]);
    desk.done(&["check", "a.manyi"]);
    let file = sample("问卷星_2025下半年.xlsx");
    let said = desk.refused(1, &["import", "a.manyi", &file, "--wave", "2025H2"]);
    assert!(said.contains("使用"), "{said}");
    drop(held);
    desk.done(&["import", "a.manyi", &file, "--wave", "2025H2"]);
}
