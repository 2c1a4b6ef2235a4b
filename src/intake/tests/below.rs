//! Forms whose answers stand below their questions: a tick under the options beside each, options
//! on lines of their own.

use fastrand::Rng;
use rust_xlsxwriter::{Format, Workbook};

use super::book::{archive_of, xlsx};
use super::filled::{OPTIONS, answers, asked, read, sheet};
use crate::model::{Answer, IssueKind};

const LABELS: [&str; 5] = ["很满意", "满意", "一般", "不满意", "很不满意"];
const ITEMS: [&str; 3] = ["1、产品质量", "2、交货及时", "3、服务态度"];

/// The options beside a question.
fn beside(question: &'static str) -> Vec<&'static str> {
    [&[question][..], &LABELS].concat()
}

/// A row with a mark in one column of five, the question's left free.
fn ticked(mark: &'static str, option: Option<usize>) -> Vec<&'static str> {
    let mut row = vec![""; 6];
    if let Some(option) = option {
        row[option + 1] = mark;
    }
    row
}

fn rows<'a>(all: &'a [Vec<&'static str>]) -> Vec<&'a [&'a str]> {
    all.iter().map(Vec::as_slice).collect()
}

#[test]
fn a_tick_below_the_options_is_the_question_s_own() {
    for mark in ["√", "V", "v", "✔", "●", "☑", "（√）", "1", "×", "x"] {
        for title in [false, true] {
            for comment in [false, true] {
                let mut all = Vec::new();
                if title {
                    all.push(vec!["顾客满意度调查表"]);
                }
                all.push(vec!["客户", "宁波甬江"]);
                for (at, question) in ITEMS.into_iter().enumerate() {
                    all.push(beside(question));
                    all.push(ticked(mark, Some(at)));
                }
                if comment {
                    all.push(vec!["意见和建议", "包装要加固"]);
                }
                let imported = read(&rows(&all));
                assert_eq!(answers(&imported).0, OPTIONS, "{mark} {title} {comment}");
                assert_eq!(imported.issues, [], "{mark}");
            }
        }
    }
}

#[test]
fn a_row_left_open_between_questions_is_nobody_s_tick() {
    let mut all = vec![vec!["客户", "宁波甬江"]];
    for (question, option) in ITEMS.into_iter().zip([None, Some(1), None]) {
        all.push(beside(question));
        all.push(ticked("√", option));
    }
    let expected = [Answer::Blank, Answer::Option(1), Answer::Blank];
    assert_eq!(answers(&read(&rows(&all))).0, expected);
}

#[test]
fn options_on_lines_of_their_own_are_read() {
    let line = "□很满意 ☑满意 □一般";
    let layouts: [&[&[&str]]; 7] = [
        // boxes in one line below each question
        &[
            &["客户", "宁波甬江"],
            &["1、产品质量"],
            &["☑很满意 □满意 □一般"],
            &["2、交货及时："],
            &[line],
            &["3、服务态度"],
            &["", "□很满意 □满意", "☑一般"],
        ],
        // one below the other
        &[
            &["客户：宁波甬江"],
            &["1、产品质量（单选）"],
            &["☑很满意"],
            &["□满意"],
            &["□一般"],
            &["2、交货及时（单选）"],
            &["（ ）很满意"],
            &["（V）满意"],
            &["（ ）一般"],
            &["3、服务态度（单选）"],
            &["很满意"],
            &["满意"],
            &["一般", "√"],
        ],
        // options, and a row of ticks below them
        &[
            &["客户", "宁波甬江"],
            &["1、产品质量"],
            &["", "很满意", "满意", "一般"],
            &["", "√"],
            &["2、交货及时"],
            &["", "很满意", "满意", "一般"],
            &["", "", "√"],
            &["3、服务态度"],
            &["", "很满意", "满意", "一般"],
            &["", "", "", "√"],
        ],
        // the same from the question's own column on
        &[
            &["客户", "宁波甬江"],
            &["1、产品质量"],
            &["很满意", "满意", "一般"],
            &["√"],
            &["2、交货及时"],
            &["很满意", "满意", "一般"],
            &["", "√"],
            &["3、服务态度"],
            &["很满意", "满意", "一般"],
            &["", "", "√"],
        ],
        // the answer in words
        &[
            &["客户", "宁波甬江"],
            &["1、产品质量"],
            &["很满意"],
            &["2、交货及时"],
            &["满意"],
            &["3、服务态度"],
            &["C.一般"],
        ],
        // cells for marks between the options below
        &[
            &["客户", "宁波甬江"],
            &["1、产品质量"],
            &["很满意", "√", "满意", "", "一般"],
            &["2、交货及时"],
            &["很满意", "", "满意", "√", "一般"],
            &["3、服务态度"],
            &["很满意", "", "满意", "", "一般", "√"],
        ],
        // an option that is none of the scale
        &[
            &["客户", "宁波甬江"],
            &["1、产品质量"],
            &["☑很满意 □满意 □其他：____"],
            &["2、交货及时"],
            &["□很满意 ☑满意"],
            &["□其他：____"],
            &["3、服务态度"],
            &["□很满意 □满意 ☑一般"],
        ],
    ];
    for rows in layouts {
        let imported = read(rows);
        assert_eq!(answers(&imported).0, OPTIONS, "{rows:?}");
        assert_eq!(imported.issues, [], "{rows:?}");
    }
}

#[test]
fn paragraphs_of_a_text_document_are_read() {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let lines = [
        "顾客满意度调查表",
        "客户名称：宁波甬江",
        "1. 产品质量",
        "☒很满意 ☐满意 ☐一般",
        "",
        "2. 交货及时",
        "□ 很满意",
        "☑ 满意",
        "□ 一般",
        "3. 服务态度：很满意（ ） 满意（ ） 一般（V）",
        "意见和建议：包装要加固",
    ];
    let body = lines.map(paragraph).concat();
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let bytes = archive_of(&[("word/document.xml", document.as_bytes())]);
    let sheet = sheet(bytes, &asked()).unwrap();
    let said: Vec<String> = sheet.columns.iter().map(|it| it.value(0).found()).collect();
    assert_eq!(said, ["宁波甬江", "很满意", "满意", "一般", "包装要加固"]);
}

/// A form whose question cells reach down into the row of ticks, or do not.
fn under_one_head(merged: bool) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["客户", "宁波甬江"]).unwrap();
    sheet.write_row(1, 1, LABELS).unwrap();
    for (at, question) in (0_u32..).zip(ITEMS) {
        let row = 2 + at * 2;
        match merged {
            true => {
                let format = Format::new();
                let (last, column) = (row + 1, 0);
                let merge = sheet.merge_range(row, column, last, column, question, &format);
                merge.unwrap();
            }
            false => {
                sheet.write(row, 0, question).unwrap();
            }
        }
        let column = u16::try_from(at).unwrap() + 1;
        sheet.write(row + 1, column, "√").unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_tick_between_two_questions_is_one_s_only_where_its_cell_reaches_down() {
    let said = |merged: bool| {
        let sheet = sheet(under_one_head(merged), &asked()).unwrap();
        let columns = sheet.columns.iter().skip(1);
        columns.map(|it| it.value(0).found()).collect::<Vec<_>>()
    };
    assert_eq!(said(true), ["很满意", "满意", "一般"]);
    assert_eq!(said(false), ["√ (B4)", "√ (C6)", "√ (D8)"]);
}

#[test]
fn what_stands_below_and_is_not_understood_is_never_dropped_or_another_s() {
    let tables: [(&[&[&str]], &str); 5] = [
        // two ticks in two rows
        (&[&["", "√"], &["", "", "√"]], "B4"),
        // two in one
        (&[&["", "√", "√"]], "B4"),
        // in a column nothing is named above
        (&[&["", "", "", "", "", "", "√"]], "G4"),
        // a cross where others tick
        (&[&["", "×"]], "B4"),
        // on the question's own column
        (&[&["√"]], "A4"),
    ];
    for (below, cell) in tables {
        let first: Vec<&str> = beside(ITEMS[0]);
        let second: Vec<&str> = beside(ITEMS[1]);
        let third: Vec<&str> = beside(ITEMS[2]);
        let mut all: Vec<&[&str]> = vec![&["顾客满意度调查表"], &["客户", "宁波甬江"], &first];
        all.extend(below);
        all.extend([&second[..], &["", "√"], &third, &["", "", "√"]]);
        let imported = read(&all);
        let expected = [Answer::Unreadable, Answer::Option(0), Answer::Option(1)];
        assert_eq!(answers(&imported).0, expected, "{below:?}");
        let [issue] = imported.issues.as_slice() else {
            panic!("{:?}", imported.issues)
        };
        assert_eq!(
            (issue.kind, &*issue.cell),
            (IssueKind::UnreadableCell, cell)
        );
    }
    // Ticks above the options of each.
    let all = vec![
        vec!["客户", "宁波甬江"],
        ticked("√", Some(0)),
        beside(ITEMS[0]),
        ticked("√", Some(1)),
        beside(ITEMS[1]),
        ticked("√", Some(2)),
        beside(ITEMS[2]),
    ];
    let said = read(&rows(&all));
    assert!(
        answers(&said)
            .0
            .iter()
            .all(|it| !matches!(it, Answer::Option(_)))
    );
    assert!(!said.issues.is_empty());
}

/// How the answer to a question is laid out, the options beside it or below.
fn lay_out(way: usize, question: &'static str, option: Option<usize>) -> Vec<Vec<String>> {
    let row = |cells: Vec<&str>| cells.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let marked = |ticked: &str, empty: &str, gap: &str| {
        let all = LABELS.iter().enumerate();
        let all = all.map(|(at, label)| {
            let mark = if option == Some(at) { ticked } else { empty };
            format!("{mark}{label}")
        });
        all.collect::<Vec<_>>().join(gap)
    };
    match way {
        0 => vec![row(beside(question)), row(ticked("√", option))],
        1 => vec![row(vec![question]), vec![marked("☑", "□", " ")]],
        2 => vec![
            row(vec![question]),
            row([&[""][..], &LABELS].concat()),
            row(ticked("v", option)),
        ],
        3 => {
            let lines = marked("（√）", "（ ）", "\n");
            let lines = lines.lines().map(|it| vec![it.to_owned()]);
            std::iter::once(row(vec![question])).chain(lines).collect()
        }
        4 => vec![
            row(vec![question]),
            vec![String::new()],
            vec![marked("[√]", "[ ]", "  ")],
        ],
        _ => {
            let cells = LABELS.iter().enumerate().flat_map(|(at, label)| {
                let mark = if option == Some(at) { "1" } else { "" };
                [(*label).to_owned(), mark.to_owned()]
            });
            vec![std::iter::once(question.to_owned()).chain(cells).collect()]
        }
    }
}

#[test]
fn any_answers_laid_out_in_any_way_are_read_back() {
    let mut rng = Rng::with_seed(17);
    for round in 0..400 {
        let way = rng.usize(0..6);
        let mut chosen = [(); 3].map(|()| (rng.u8(0..6) > 0).then(|| rng.usize(0..5)));
        chosen[1].get_or_insert(3);
        let mut all: Vec<Vec<String>> = vec![vec!["客户".to_owned(), "宁波甬江".to_owned()]];
        for (question, option) in ITEMS.into_iter().zip(chosen) {
            all.extend(lay_out(way, question, option));
            if rng.bool() {
                all.push(Vec::new());
            }
        }
        let all: Vec<Vec<&str>> = all
            .iter()
            .map(|row| row.iter().map(String::as_str).collect())
            .collect();
        let all: Vec<&[&str]> = all.iter().map(Vec::as_slice).collect();
        let said = answers(&read(&all)).0;
        let expected = chosen.map(|it| it.map_or(Answer::Blank, |it| Answer::Option(it as u8)));
        assert_eq!(said, expected, "round {round}, way {way}: {all:?}");
    }
}

#[test]
fn a_form_left_open_is_told_from_a_table_the_other_way_round() {
    let all: Vec<Vec<&str>> = ITEMS
        .into_iter()
        .flat_map(|it| [beside(it), Vec::new()])
        .collect();
    let sheet = sheet(xlsx(&rows(&all)), &asked());
    assert!(sheet.is_ok_and(|sheet| sheet.is_form()));
}
