//! Which rows are returns.

use super::book::sheet;
use super::returned::{FIVE, context, customers, item, questionnaire, read, three_items};
use crate::intake::{Imported, mapping, returns};
use crate::model::{Answer, ItemKind, NoReturn, Progress, Reading};

/// A text of separated values, as [`three_items`] ask it.
fn of_three_items(text: &str) -> Imported {
    let asked = three_items();
    let sheet = sheet("a.csv", text).unwrap();
    let progress = Progress::default();
    let customers = customers();
    let mapping = mapping::propose(&sheet, &asked, &customers, None, &progress).unwrap();
    returns::read(&sheet, &mapping, &context(&asked, &customers), &progress).unwrap()
}

/// The rows that are no returns, with the reason.
fn set_aside(read: &Imported) -> Vec<(u32, NoReturn)> {
    read.set_aside.iter().map(|it| (it.row, it.why)).collect()
}

#[test]
fn a_row_with_more_fields_than_titles_is_not_read_by_position() {
    let text = "客户,意见,质量\nC001,快,满意\nC002,慢,但是好,很满意\nC001,,一般\n";
    let read = of_three_items(text);
    let rows: Vec<u32> = read.returns.iter().map(|it| it.row).collect();
    assert_eq!(rows, [2, 4]);
    assert_eq!(set_aside(&read), [(3, NoReturn::Shifted)]);
}

#[test]
fn a_comment_cut_at_its_comma_is_not_taken_for_the_whole() {
    let text = "客户,质量,意见\nC001,满意,快\nC002,很满意,好,但是慢\nC001,一般,\n";
    let read = of_three_items(text);
    assert_eq!(set_aside(&read), [(3, NoReturn::Shifted)]);
    assert_eq!(read.returns.len(), 2);
}

#[test]
fn returns_that_look_like_something_else_stay_returns() {
    let asked = questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交付", ItemKind::Rating, &FIVE),
    ]);
    let titles: &[&str] = &["填写人", "日期", "质量", "交付"];
    for rows in [
        // called as sums are
        [
            ["平均科技", "", "满意", "一般"],
            ["Max", "", "很满意", "满意"],
        ],
        [
            ["合计机械厂", "", "满意", "一般"],
            ["满意度咨询", "", "一般", "满意"],
        ],
        // an option in front of answers that are no counts
        [["一般", "", "满意", "一般"], ["满意", "", "很满意", "满意"]],
        // nothing that can be read, at the top and at the end
        [
            ["甲", "2026-05-01", "还行", "挺快"],
            ["末", "2026-05-02", "可以", "挺好"],
        ],
    ] {
        let others: [[&str; 4]; 3] = [
            ["乙", "2026-05-01", "满意", "满意"],
            ["丙", "2026-05-01", "一般", "满意"],
            ["丁", "2026-05-01", "满意", "不满意"],
        ];
        let mut all: Vec<&[&str]> = vec![titles, &rows[0]];
        all.extend(others.iter().map(|row| row.as_slice()));
        all.push(&rows[1]);
        let read = read(&all, &asked, &[]).unwrap();
        assert_eq!(read.set_aside, [], "{rows:?}");
        assert_eq!(read.returns.len(), 5, "{rows:?}");
    }
}

#[test]
fn numbers_of_their_own_in_labels_are_not_taken_off() {
    let days = [
        ("3天内", Some(100.0)),
        ("一周内", Some(60.0)),
        ("10-20天", Some(30.0)),
        ("1.5倍", Some(10.0)),
    ];
    let asked = questionnaire([item("Q1", "交期", ItemKind::Rating, &days)]);
    let rows: &[&[&str]] = &[
        &["交期"],
        &["3天内"],
        &["15天内"],
        &["15-20天"],
        &["2.5倍"],
        &["一周内"],
    ];
    let read = read(rows, &asked, &[]).unwrap();
    let read: Vec<Answer> = (0..5).map(|at| read.columns[0].get(at)).collect();
    let unreadable = Answer::Unreadable;
    let first = Answer::Option(0);
    assert_eq!(
        read,
        [
            first,
            unreadable.clone(),
            unreadable.clone(),
            unreadable,
            Answer::Option(1)
        ]
    );
}

/// Rows of a table with their answers; `extra` stand below the returns, or on top.
fn aside(columns: &[&str], extra: &[&[&str]], top: bool) -> Vec<(String, NoReturn)> {
    let asked = questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交付", ItemKind::Rating, &FIVE),
    ]);
    let returns: [&[&str]; 5] = [
        &["1", "宁波甬江", "2026-05-01", "5", "4"],
        &["2", "苏州恒远", "2026-05-02", "4", "4"],
        &["3", "甲公司", "2026-05-03", "3", "5"],
        &["4", "乙公司", "2026-05-04", "5", "2"],
        &["5", "丙公司", "2026-05-05", "4", "5"],
    ];
    let mut rows: Vec<&[&str]> = vec![columns];
    match top {
        true => rows.extend(extra.iter().chain(&returns)),
        false => rows.extend(returns.iter().chain(extra)),
    }
    let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
    let sheet = sheet("a.csv", text).unwrap();
    let progress = Progress::default();
    let customers = customers();
    let scores = Some(Reading::Scores);
    let mapping = mapping::propose(&sheet, &asked, &customers, scores, &progress).unwrap();
    let read = returns::read(&sheet, &mapping, &context(&asked, &customers), &progress).unwrap();
    let gone = read.set_aside.iter();
    let row = |number: u32| rows[number as usize - 1].join(",");
    gone.map(|it| (row(it.row), it.why)).collect()
}

#[test]
fn rows_that_have_the_name_of_figures_are_none_wherever_it_stands() {
    let titles: &[&str] = &["序号", "客户", "日期", "质量", "交付"];
    for (name, why) in [
        ("标准差", NoReturn::Statistics),
        ("最高分", NoReturn::Statistics),
        ("众数", NoReturn::Statistics),
        ("目标值", NoReturn::Yardstick),
        ("权重", NoReturn::Yardstick),
        ("满分", NoReturn::Yardstick),
        ("排名", NoReturn::Yardstick),
        ("2025下半年", NoReturn::Yardstick),
        ("示例：XX公司", NoReturn::Yardstick),
        ("Max", NoReturn::Statistics),
        ("Mode", NoReturn::Statistics),
        ("Target", NoReturn::Yardstick),
        ("Rank", NoReturn::Yardstick),
        ("Weight", NoReturn::Yardstick),
    ] {
        for top in [false, true] {
            for row in [["", name, "", "4", "4"], [name, "", "", "4", "4"]] {
                let found = aside(titles, &[&row], top);
                assert_eq!(found, [(row.join(","), why)], "{name} {top}");
            }
            let numbered = ["6", name, "", "4", "4"];
            let found = aside(titles, &[&numbered], top);
            assert_eq!(found, [(numbered.join(","), why)], "{name} {top}");
        }
    }
}

#[test]
fn a_firm_with_such_a_word_in_its_name_answers() {
    let titles: &[&str] = &["序号", "客户", "日期", "质量", "交付"];
    for name in [
        "目标科技",
        "最高电气",
        "权重传媒",
        "示例科技有限公司",
        "Target",
        "Max",
        "Rank",
        "2026",
    ] {
        let row = ["6", name, "2026-05-06", "4", "4"];
        assert_eq!(aside(titles, &[&row], false), [], "{name}");
    }
    for name in ["目标科技", "上期资本", "Target Corp", "Max Planck"] {
        assert_eq!(
            aside(titles, &[&["", name, "", "4", "4"]], false),
            [],
            "{name}"
        );
    }
    // known to the register, whatever it is called
    let asked = questionnaire([item("Q1", "质量", ItemKind::Rating, &FIVE)]);
    let mut customers = customers();
    "目标".clone_into(&mut customers[1].name);
    let rows: &[&[&str]] = &[&["客户", "质量"], &["宁波甬江", "满意"], &["目标", "满意"]];
    let read = read(rows, &asked, &customers).unwrap();
    assert_eq!(read.returns.len(), 2);
}

#[test]
fn the_marks_there_are_to_get_are_no_answers() {
    let titles: &[&str] = &["序号", "客户", "日期", "质量", "交付"];
    for marks in [["5分", "5分"], ["（5分）", "（5分）"], ["50%", "50%"]] {
        let row = ["", "", "", marks[0], marks[1]];
        let expected = [(row.join(","), NoReturn::Yardstick)];
        assert_eq!(aside(titles, &[&row], true), expected, "{marks:?}");
    }
    // somebody who wrote their name under it answered
    let row = ["", "甲公司", "", "5分", "5分"];
    assert_eq!(aside(titles, &[&row], true), []);
}

#[test]
fn formulas_over_the_rows_above_are_no_answers() {
    let asked = questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交付", ItemKind::Rating, &FIVE),
    ]);
    for formula in ["MAX", "MIN", "COUNT", "MEDIAN", "STDEV"] {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let page = workbook.add_worksheet();
        page.write_row(0, 0, ["客户", "质量", "交付"]).unwrap();
        for row in 1..6_u32 {
            page.write(row, 0, format!("客户{row}")).unwrap();
            for column in [1, 2] {
                // what one returned may be reckoned from its own row
                let own = format!("=MIN(5,{row})");
                let own = rust_xlsxwriter::Formula::new(own).set_result(row.to_string());
                page.write_formula(row, column, own).unwrap();
            }
        }
        for (column, letter) in [(1, "B"), (2, "C")] {
            let above = format!("=ROUND({formula}({letter}2:{letter}6),0)");
            let above = rust_xlsxwriter::Formula::new(above).set_result("5");
            page.write_formula(6, column, above).unwrap();
        }
        let sheet = sheet("a.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
        let (progress, scores) = (Progress::default(), Some(Reading::Scores));
        let mapping = mapping::propose(&sheet, &asked, &[], scores, &progress).unwrap();
        let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
        let aside: Vec<_> = read.set_aside.iter().map(|it| (it.row, it.why)).collect();
        assert_eq!(aside, [(7, NoReturn::Statistics)], "{formula}");
        assert_eq!(read.returns.len(), 5);
    }
}

#[test]
fn a_summary_above_is_told_as_one_below_is() {
    let asked = questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交付", ItemKind::Rating, &FIVE),
        item("Q3", "价格", ItemKind::Rating, &FIVE),
    ]);
    let summary: [&[&str]; 2] = [
        &["客户", "交付", "质量", "价格"],
        &["华东区", "满意", "一般", "满意"],
    ];
    let table: [&[&str]; 4] = [
        &["客户", "质量", "交付", "价格"],
        &["甲", "很满意", "一般", "不满意"],
        &["乙", "满意", "一般", "不满意"],
        &["丙", "满意", "满意", "一般"],
    ];
    let progress = Progress::default();
    let aside = |rows: &[&[&str]]| {
        let mut book = super::book::open("a.xlsx", super::book::xlsx(rows)).unwrap();
        let sheet = book.read_for(0, &asked.items, &progress).unwrap();
        let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
        let context = context(&asked, &[]);
        let read = returns::read(&sheet, &mapping, &context, &progress).unwrap();
        assert_eq!(read.returns.len(), 3);
        let aside = read.set_aside.iter().map(|it| (it.row, it.why));
        aside.collect::<Vec<_>>()
    };
    use NoReturn::{OtherTitles, Titles};
    let notes: [&[&str]; 1] = [&["2026 年上半年"]];
    let above = [&notes[..], &summary, &[&[""]], &table].concat();
    assert_eq!(aside(&above), [(2, Titles), (3, OtherTitles)]);
    let below = [&table[..], &summary].concat();
    assert_eq!(aside(&below), [(5, Titles), (6, OtherTitles)]);
    // A note alone is no table, nor are titles without rows.
    assert_eq!(aside(&[&notes[..], &table].concat()), []);
    assert_eq!(aside(&[&summary[..1], &table].concat()), []);
}
