//! One column for each option, in a firm's own table: however its headings are written and whatever
//! people tick with.

use fastrand::Rng;

use super::book::{sheet, xlsx};
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::outline::{Words, outline};
use crate::intake::{IntakeError, mapping, returns};
use crate::model::{Answer, Doubt, ItemKind, Progress, Questionnaire, Remark};

const OPTIONS: [&str; 4] = ["电话", "邮件", "上门拜访", "线上会议"];

fn asked() -> Questionnaire {
    let options = OPTIONS.map(|it| (it, None));
    questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &FIVE),
        item("Q6", "如何联系我们", ItemKind::Multi, &options),
    ])
}

/// The answers to both items.
fn answers(rows: &[Vec<String>], asked: &Questionnaire) -> Result<Vec<[Answer; 2]>, IntakeError> {
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let progress = Progress::default();
    let sheet = super::book::open("a.xlsx", xlsx(&rows))?.read_for(0, &asked.items, &progress)?;
    let mapping = mapping::propose(&sheet, asked, &[], None, &progress).unwrap();
    let read = returns::read(&sheet, &mapping, &context(asked, &[]), &progress)?;
    let all = 0..read.returns.len();
    Ok(all
        .map(|row| [0, 1].map(|at| read.columns[at].get(row)))
        .collect())
}

/// Headings of the options, one row or two.
fn heads(way: usize) -> (Vec<String>, Option<Vec<String>>) {
    let each = |of: fn(usize, &str) -> String| {
        let all = OPTIONS.iter().enumerate().map(|(at, it)| of(at + 1, it));
        (all.collect::<Vec<_>>(), None)
    };
    match way {
        0 => each(|_, it| format!("Q6 {it}")),
        1 => each(|_, it| format!("如何联系我们-{it}")),
        2 => each(|at, _| format!("Q6_{at}")),
        3 => each(|_, it| format!("6、如何联系我们：{it}")),
        4 => each(|_, it| format!("如何联系我们（{it}）")),
        5 => each(|_, it| format!("如何联系我们[{it}]")),
        6 => each(|_, it| format!("Q6-{it}")),
        7 => each(|_, it| format!("如何联系我们？ - {it}")),
        8 => each(|at, _| format!("Q6.{at}")),
        9 => each(|at, it| format!("Q6_{at} {it}")),
        _ => {
            let mut above = vec![String::new(); OPTIONS.len()];
            above[0] = "如何联系我们".to_owned();
            let below = OPTIONS.iter().map(|it| (*it).to_owned());
            (above, Some(below.collect()))
        }
    }
}
const HEADS: usize = 11;

/// What ticks, and what does not.
const MARKS: [(&str, &[&str]); 9] = [
    ("1", &["0"]),
    ("√", &[""]),
    ("√", &["×"]),
    ("√", &["×", "", "-"]),
    ("✓", &["x", "N", "否"]),
    ("是", &["否"]),
    ("Y", &["N", "/"]),
    ("×", &[""]),
    ("☑", &["□", "0", "无"]),
];

#[test]
fn options_in_columns_of_their_own_are_one_answer() {
    let random = &mut Rng::with_seed(3);
    for way in 0..HEADS {
        for (on, off) in MARKS {
            let (head, below) = heads(way);
            let mut rows = vec![[vec!["产品质量".to_owned()], head.clone()].concat()];
            rows.extend(below.map(|it| [vec![String::new()], it].concat()));
            let mut expected = Vec::new();
            for at in 0..8_u8 {
                // Every return ticks something and leaves something out.
                let bits = random.u8(1..15);
                let ticked: Vec<u8> = (0..4).filter(|it| bits & (1 << it) != 0).collect();
                let mut row = vec![FIVE[usize::from(at % 5)].0.to_owned()];
                row.extend((0..4).map(|it| match ticked.contains(&it) {
                    true => on.to_owned(),
                    false => off[random.usize(0..off.len())].to_owned(),
                }));
                expected.push([Answer::Option(at % 5), Answer::Options(ticked)]);
                rows.push(row);
            }
            let found = answers(&rows, &asked()).unwrap();
            assert_eq!(found, expected, "{head:?} {on} {off:?}");
        }
    }
}

#[test]
fn a_rating_may_have_a_column_for_each_option() {
    for between in ["-", "：", " ", "_"] {
        for (on, off) in [("√", ""), ("1", "0"), ("√", "×"), ("●", "○")] {
            let head = FIVE.map(|(label, _)| format!("产品质量{between}{label}"));
            let mut rows = vec![[vec!["如何联系我们".to_owned()], head.to_vec()].concat()];
            for at in 0..5 {
                let cells = (0..5).map(|it| if it == at { on } else { off }.to_owned());
                rows.push([vec!["电话".to_owned()], cells.collect()].concat());
            }
            let found = answers(&rows, &asked()).unwrap();
            let rated: Vec<Answer> = found.into_iter().map(|[it, _]| it).collect();
            assert_eq!(
                rated,
                [0, 1, 2, 3, 4].map(Answer::Option),
                "{between} {on} {off}"
            );
        }
    }
}

#[test]
fn places_of_options_are_none_where_their_order_was_assumed() {
    let mut asked = asked();
    asked.items[1].scale.as_mut().unwrap().order_assumed = true;
    let (head, _) = heads(2);
    let mut rows = vec![[vec!["产品质量".to_owned()], head].concat()];
    for ticks in [
        ["1", "0", "0", "1"],
        ["0", "1", "0", "0"],
        ["1", "1", "0", "0"],
    ] {
        let cells = ticks.map(str::to_owned).to_vec();
        rows.push([vec!["满意".to_owned()], cells].concat());
    }
    // Asked about, or left out and listed: never read in silence.
    if let Ok(found) = answers(&rows, &asked) {
        assert!(
            found.iter().all(|[_, it]| *it == Answer::Blank),
            "{found:?}"
        );
    }
}

#[test]
fn such_columns_are_one_question_of_an_outline() {
    let words = Words {
        overall: "总体".to_owned(),
        yes: "是".to_owned(),
        no: "否".to_owned(),
    };
    for way in [0, 1, 3, 4, 5, 6, 7, 10] {
        for (on, off) in [("1", "0"), ("√", ""), ("√", "×"), ("×", "")] {
            let (head, below) = heads(way);
            let title = |it: &[String]| [vec!["产品质量".to_owned()], it.to_vec()].concat();
            let mut rows = vec![title(&head)];
            rows.extend(below.map(|it| [vec![String::new()], it].concat()));
            for at in 0..8_usize {
                let mut row = vec![FIVE[at % 5].0.to_owned()];
                row.extend((0..4).map(|it| {
                    let ticked = (at + 1) & (1 << it) != 0 || it == at % 2;
                    if ticked { on } else { off }.to_owned()
                }));
                rows.push(row);
            }
            let texts: Vec<Vec<&str>> = rows
                .iter()
                .map(|row| row.iter().map(String::as_str).collect())
                .collect();
            let slices: Vec<&[&str]> = texts.iter().map(Vec::as_slice).collect();
            let sheet = sheet("a.xlsx", xlsx(&slices)).unwrap();
            let found = outline(&sheet, None, &words, &Progress::default()).unwrap();
            let items = &found.definition.questionnaire.items;
            let multi = items.iter().find(|it| it.kind == ItemKind::Multi);
            let multi = multi.unwrap_or_else(|| panic!("{head:?} {on}: {items:?}"));
            let scale = multi.scale.as_ref().unwrap();
            let labels: Vec<&str> = scale.options.iter().map(|it| it.label.as_str()).collect();
            assert_eq!(labels, OPTIONS, "{head:?} {on}");
            assert!(!scale.order_assumed);
        }
    }
}

/// Yes and no under titles that begin alike are answers of their own.
#[test]
fn answers_in_words_stay_questions() {
    let words = Words {
        overall: "总体".to_owned(),
        yes: "是".to_owned(),
        no: "否".to_owned(),
    };
    let rows: &[&[&str]] = &[
        &["质量", "服务-按时", "服务-礼貌", "服务-专业"],
        &["满意", "是", "否", "是"],
        &["很满意", "是", "是", "是"],
        &["一般", "否", "是", "是"],
        &["满意", "是", "是", "否"],
    ];
    let sheet = sheet("a.xlsx", xlsx(rows)).unwrap();
    let found = outline(&sheet, None, &words, &Progress::default()).unwrap();
    let kinds: Vec<ItemKind> = found
        .definition
        .questionnaire
        .items
        .iter()
        .map(|it| it.kind)
        .collect();
    let yes = ItemKind::YesNo;
    assert_eq!(kinds, [ItemKind::Rating, yes, yes, yes]);
}

/// Crosses that could be meant either way are asked about or said, and never nothing.
#[test]
fn crosses_alone_never_become_nothing() {
    let head = || {
        let (head, _) = heads(1);
        vec![[vec!["产品质量".to_owned()], head].concat()]
    };
    let row = |cells: [&str; 4]| {
        let cells = cells.map(str::to_owned).to_vec();
        [vec!["满意".to_owned()], cells].concat()
    };
    let told = |rows: &[[&str; 4]]| {
        let all: Vec<_> = head()
            .into_iter()
            .chain(rows.iter().map(|it| row(*it)))
            .collect();
        let found = answers(&all, &asked()).unwrap();
        found.into_iter().map(|[_, it]| it).collect::<Vec<_>>()
    };
    let unread = Answer::Unreadable;
    for x in ["×", "x", "X", "✗", "✘", "╳"] {
        // Everywhere.
        assert_eq!(told(&[[x; 4]]), std::slice::from_ref(&unread), "{x}");
        assert_eq!(
            told(&[[x; 4], [x; 4]]),
            [unread.clone(), unread.clone()],
            "{x}"
        );
        // Beside people who tick.
        let mixed = told(&[["√", "", "", ""], ["", x, "", ""], ["", "", x, x]]);
        assert_eq!(
            mixed,
            [Answer::Options(vec![0]), unread.clone(), unread.clone()]
        );
        // Where they say no, a row full of them chose nothing; one with gaps is asked about.
        let denied = told(&[["√", x, x, x], [x; 4], [x, "", "", ""], ["", "", "", ""]]);
        let ticked = Answer::Options(vec![0]);
        assert_eq!(
            denied,
            [ticked, Answer::Blank, unread.clone(), Answer::Blank],
            "{x}"
        );
    }
}

/// Whatever stands there: a row with a mark in it has an answer, an issue, or says no in all.
#[test]
fn no_row_with_a_cross_is_blank_unless_all_of_it_says_no() {
    let random = &mut Rng::with_seed(19);
    let marks = ["×", "", "√", "0", "1", "x"];
    for _ in 0..300 {
        let used = random.usize(1..=marks.len());
        let rows = random.usize(1..5);
        let (head, _) = heads(1);
        let mut all = vec![[vec!["产品质量".to_owned()], head].concat()];
        for _ in 0..rows {
            let cells = (0..4).map(|_| marks[random.usize(0..used)].to_owned());
            all.push([vec!["满意".to_owned()], cells.collect()].concat());
        }
        let Ok(found) = answers(&all, &asked()) else {
            continue;
        };
        let both = |it: &[String]| {
            let cross = it.iter().any(|it| it == "×" || it == "x");
            cross && it.iter().any(|it| it == "√" || it == "1")
        };
        let say_no = all.iter().any(|it| both(&it[1..]));
        for (row, [_, answer]) in all[1..].iter().zip(found) {
            let cells = &row[1..];
            let crossed = cells.iter().any(|it| it == "×" || it == "x");
            let full = cells.iter().all(|it| !it.is_empty());
            let blank = answer == Answer::Blank;
            assert!(!(crossed && blank) || (full && say_no), "{all:?}");
        }
    }
}

/// Crosses that are read as what was chosen are said, once an item.
#[test]
fn crosses_that_tick_are_remarked_on() {
    let (head, _) = heads(1);
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let titles = [&["产品质量"], head.as_slice()].concat();
    for (cross, said) in [("×", true), ("√", false)] {
        let rows: &[&[&str]] = &[
            &titles,
            &["满意", cross, "", "", ""],
            &["一般", "", cross, "", ""],
        ];
        let sheet = sheet("a.xlsx", xlsx(rows)).unwrap();
        let progress = Progress::default();
        let mapping = mapping::propose(&sheet, &asked(), &[], None, &progress).unwrap();
        let remarks = mapping::remarks(&sheet, &mapping, &asked());
        let item = "Q6".to_owned();
        let expected = Remark {
            column: 1,
            doubt: Doubt::Crosses { item },
        };
        assert_eq!(remarks, if said { vec![expected] } else { Vec::new() });
    }
}

/// Options below a title that is merged over them, in whatever words: with a score, as points, by
/// letters.
#[test]
fn options_under_a_merged_title_are_known_by_score_points_and_letters() {
    let asked = asked();
    let scores = FIVE.map(|(label, score)| format!("{label}（{}）", score.unwrap()));
    let points = FIVE.map(|(_, score)| format!("{}分", score.unwrap()));
    let front = FIVE.map(|(label, score)| format!("{} {label}", score.unwrap()));
    let letters = ["A", "B", "C", "D", "E"].map(str::to_owned);
    for labels in [scores, points, front, letters] {
        for on in ["√", "1", "×"] {
            let mut workbook = rust_xlsxwriter::Workbook::new();
            let page = workbook.add_worksheet();
            let format = rust_xlsxwriter::Format::new();
            page.merge_range(0, 0, 1, 0, "客户", &format).unwrap();
            page.merge_range(0, 1, 0, 5, "产品质量", &format).unwrap();
            for (column, label) in (1..).zip(&labels) {
                page.write(1, column, label.as_str()).unwrap();
            }
            for row in 0..5_u16 {
                page.write(u32::from(row) + 2, 0, format!("C{row}"))
                    .unwrap();
                page.write(u32::from(row) + 2, row + 1, on).unwrap();
            }
            let bytes = workbook.save_to_buffer().unwrap();
            let progress = Progress::default();
            let mut book = super::book::open("a.xlsx", bytes).unwrap();
            let sheet = book.read_for(0, &asked.items, &progress).unwrap();
            let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
            let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
            let rated: Vec<Answer> = (0..5).map(|row| read.columns[0].get(row)).collect();
            assert_eq!(
                rated,
                [0, 1, 2, 3, 4].map(Answer::Option),
                "{labels:?} {on}"
            );
        }
    }
}
