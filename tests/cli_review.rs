//! The review list on the command line: written, filled in, read back; what is remembered; an
//! answer put right.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::sync::Arc;

use binary::{Desk, sample};
use manyi::intake::Spreadsheet;
use manyi::model::{Answer, Progress, Settlement};
use manyi::store::Store;

const RETURNS: &str = "客户,QU1,QU2\n\
    C001,满意,还可以\n\
    C001,一般,一般\n\
    某某公司,还可以,满意\n\
    C002,还可以,满意\n\
    C003,看不清,\n";

fn desk() -> Desk {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    std::fs::write(desk.path("returns.csv"), RETURNS).unwrap();
    desk
}

fn answer(desk: &Desk, row: usize, code: &str) -> Answer {
    let store = Store::open_read_only(&desk.path("a.manyi")).unwrap();
    let data = store.load().unwrap();
    let wave = data
        .waves
        .iter()
        .find(|it| it.period.to_string() == "2025H1");
    let wave = wave.unwrap();
    let items = &data.revision(wave.revision).unwrap().questionnaire.items;
    let item = items.iter().position(|it| it.code == code).unwrap();
    store.load_wave(wave.id).unwrap().columns[item].get(row)
}

/// What stands in the cells of the list, by its titles.
fn list(desk: &Desk, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes: Arc<[u8]> = std::fs::read(desk.path(name)).unwrap().into();
    let mut book = Spreadsheet::open(name, &bytes, &Progress::default()).unwrap();
    let sheet = book.read(0, &Progress::default()).unwrap();
    let titles = sheet.columns.iter().map(|it| it.title.clone()).collect();
    let row = |row| {
        sheet
            .columns
            .iter()
            .map(|it| it.value(row).found())
            .collect()
    };
    (titles, (0..sheet.rows()).map(row).collect())
}

#[test]
fn the_list_is_written_filled_in_and_read_back() {
    let desk = desk();
    desk.done(&[
        "import",
        "a.manyi",
        "returns.csv",
        "--wave",
        "2025H1",
        "--issues",
        "list.xlsx",
    ]);
    let (titles, rows) = list(&desk, "list.xlsx");
    let at = |title: &str| titles.iter().position(|it| it == title).unwrap();
    let (number, cell, found) = (at("编号"), at("位置"), at("写着"));
    let open = desk.json(&["settle", "a.manyi", "--wave", "2025H1", "--json"]);
    assert_eq!(rows.len(), open.as_array().unwrap().len());
    assert!(
        rows.iter()
            .any(|row| row[cell] == "C2" && row[found] == "还可以")
    );
    // Filled in: every 还可以 is 满意, the unclear one is blank, one line says nothing sensible.
    let file = at("名称");
    let mut filled = String::from("编号,名称,位置,写着,按此处理\n");
    for row in &rows {
        let take = match row[found].as_str() {
            "还可以" => "满意",
            "看不清" => "留空",
            "某某公司" => "C009",
            "C001" => "两份都计入",
            _ => "天知道",
        };
        let of = [number, file, cell, found].map(|at| row[at].clone());
        filled += &format!("{},{take}\n", of.join(","));
    }
    std::fs::write(desk.path("filled.csv"), &filled).unwrap();
    // A list of another workspace has the numbers of this one, and nothing of it is taken.
    let other = filled.replace("returns.csv", "elsewhere.csv");
    std::fs::write(desk.path("other.csv"), other).unwrap();
    let said = desk.refused(1, &["settle", "a.manyi", "other.csv"]);
    assert!(said.contains("A2 这一行"), "{said}");
    let open = desk.json(&["settle", "a.manyi", "--wave", "2025H1", "--json"]);
    assert_eq!(rows.len(), open.as_array().unwrap().len());
    let said = desk.refused(1, &["settle", "a.manyi", "filled.csv"]);
    assert!(said.contains("天知道"), "{said}");
    let left = desk.json(&["settle", "a.manyi", "--wave", "2025H1", "--json"]);
    let left = left.as_array().unwrap().len();
    assert_eq!(
        left,
        rows.iter().filter(|row| row[found].is_empty()).count()
    );
    assert_eq!(answer(&desk, 0, "QU2"), Answer::Option(1));
    assert_eq!(answer(&desk, 4, "QU1"), Answer::Blank);
    // What is settled is not settled again.
    desk.refused(1, &["settle", "a.manyi", "filled.csv"]);
}

#[test]
fn whose_name_a_name_was_is_known_in_the_next_file() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let open = desk.json(&["settle", "a.manyi", "--wave", "2025H1", "--json"]);
    let unknown = open
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["found"] == "某某公司")
        .unwrap();
    let number = unknown["issue"].to_string();
    desk.done(&[
        "settle",
        "a.manyi",
        "--issue",
        &number,
        "--customer",
        "C009",
    ]);
    std::fs::write(
        desk.path("next.csv"),
        "客户,QU1\n某某公司,满意\n别的公司,满意\n",
    )
    .unwrap();
    desk.done(&["import", "a.manyi", "next.csv", "--wave", "2025H2"]);
    let open = desk.json(&["settle", "a.manyi", "--wave", "2025H2", "--json"]);
    let found: Vec<&str> = open
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["found"].as_str())
        .collect();
    assert!(
        found.contains(&"别的公司") && !found.contains(&"某某公司"),
        "{found:?}"
    );
}

#[test]
fn an_answer_is_put_right_and_what_it_was_is_kept() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let words = |rest: &[&'static str]| {
        let begin = ["correct", "a.manyi", "returns.csv:3", "QU1"];
        [&begin[..], rest].concat()
    };
    // Without a reason, and with what is no answer.
    desk.refused(2, &words(&["很满意"]));
    desk.refused(1, &words(&["好极了", "--reason", "来电"]));
    desk.done(&words(&["很满意", "--reason", "客户来电"]));
    assert_eq!(answer(&desk, 1, "QU1"), Answer::Option(0));
    let store = Store::open_read_only(&desk.path("a.manyi")).unwrap();
    let data = store.load().unwrap();
    let kept = data.issues.iter().find_map(|it| match &it.settled {
        Some(Settlement::Amended { to, reason, .. }) => Some((it.found.clone(), to, reason)),
        _ => None,
    });
    let (was, to, reason) = kept.unwrap();
    assert_eq!(
        (was.as_str(), to.as_str(), reason.as_str()),
        ("一般", "很满意", "客户来电")
    );
}

#[test]
fn a_mail_gives_up_its_sheet_and_stays_beside_the_returns_it_brought() {
    let desk = desk();
    let mail = format!(
        "From: a@b.cn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n\
         --x\r\nContent-Type: text/csv; charset=utf-8\r\n\
         Content-Disposition: attachment; filename=\"reply.csv\"\r\n\r\n{RETURNS}\r\n--x--\r\n"
    );
    std::fs::write(desk.path("reply.eml"), &mail).unwrap();
    let told = desk.json(&[
        "import",
        "a.manyi",
        "reply.eml",
        "--wave",
        "2025H1",
        "--json",
    ]);
    let named = told["files"][0]["file"].as_str().unwrap();
    let named = std::path::Path::new(named);
    assert_eq!(named, std::path::Path::new("reply.eml/reply.csv"));
    let store = Store::open_read_only(&desk.path("a.manyi")).unwrap();
    let data = store.load().unwrap();
    assert_eq!(data.imports.last().unwrap().file, "reply.csv");
    assert_eq!(data.attachments.len(), 5);
    let kept = store.attached(data.attachments[0].id).unwrap().unwrap();
    assert_eq!(
        (kept.name.as_str(), &*kept.bytes),
        ("reply.eml", mail.as_bytes())
    );
    let temporary = std::fs::read_dir(std::env::temp_dir()).unwrap();
    let ours = temporary.flatten().filter(|it| {
        let name = it.file_name();
        let ours = name.to_string_lossy().starts_with("manyi-unpacked-");
        ours && it.path().join("0/reply.csv").exists()
    });
    assert_eq!(ours.count(), 0, "nothing of it lies about");
}
