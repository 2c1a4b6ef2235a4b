//! Questionnaires outlined from exports whose options have a column each: what is counted below the
//! ticks is no answer, and options that are an order of satisfaction are a rating. What a title says
//! of its scale goes before what was chosen of it.

use fastrand::Rng;

use super::outlined::{made, scale};
use super::returned::{item, questionnaire, read};
use crate::intake::outline::Order;
use crate::model::{ItemKind, NoReturn};

type Columns = Vec<(String, Vec<String>)>;

/// Columns of the options of a question; `each`: one of them is ticked in every row.
fn ticked(question: &str, options: &[&str], rows: usize, each: bool, random: &mut Rng) -> Columns {
    let mut columns: Columns = options
        .iter()
        .map(|it| (format!("{question}-{it}"), Vec::new()))
        .collect();
    for row in 0..rows {
        let one = random.usize(0..options.len());
        for (at, (_, cells)) in columns.iter_mut().enumerate() {
            // Two rows more tick all of them, so that none is alike.
            let on = if each {
                at == one
            } else {
                row < 2 || random.bool()
            };
            cells.push(if on { "√" } else { "" }.to_owned());
        }
    }
    columns
}

fn made_of(columns: &Columns) -> crate::intake::outline::Outline {
    let columns = columns
        .iter()
        .map(|(title, cells)| (title.as_str(), cells.clone()));
    made(&columns.collect::<Vec<_>>())
}

/// Adds a row of what `of` makes of the ticks of each column; other columns hold `beside` there.
fn add_row(columns: &mut Columns, beside: &[&str], of: impl Fn(usize) -> String) {
    for (at, (_, cells)) in columns.iter_mut().enumerate() {
        let ticks = cells.iter().filter(|it| *it == "√").count();
        let cell = beside.get(at).map(|it| (*it).to_owned());
        cells.push(cell.unwrap_or_else(|| of(ticks)));
    }
}

#[test]
fn what_counts_the_ticks_leaves_the_kinds_of_items_alone() {
    let random = &mut Rng::with_seed(5);
    for rows in [6, 24, 80] {
        for beside in [
            &["合计", ""][..],
            &["", ""],
            &["总计", "4.2"],
            &["Total", ""],
            &["", "4.2"],
        ] {
            for shares in [false, true] {
                let names = (0..rows).map(|it| format!("公司{it}"));
                let marks = (0..rows).map(|it| (it % 5 + 1).to_string());
                let mut columns = vec![
                    ("客户".to_owned(), names.collect()),
                    ("1、质量（分）".to_owned(), marks.collect()),
                ];
                let options = ["电话", "邮件", "来访"];
                columns.extend(ticked("2、联系方式", &options, rows, false, random));
                add_row(&mut columns, beside, |ticks| ticks.to_string());
                if shares {
                    let share =
                        |ticks: usize| format!("{:.0}%", 100.0 * ticks as f64 / rows as f64);
                    add_row(&mut columns, &["占比", ""], share);
                }
                let found = made_of(&columns);
                let items = &found.definition.questionnaire.items;
                let kinds: Vec<ItemKind> = items.iter().map(|it| it.kind).collect();
                assert_eq!(
                    kinds,
                    [ItemKind::Rating, ItemKind::Multi],
                    "{rows} {beside:?}"
                );
                let labels: Vec<String> = scale(&items[1]).into_iter().map(|it| it.0).collect();
                assert_eq!(labels, options);
                assert_eq!(found.returns, rows, "{beside:?} {shares}");
                assert!(found.items.iter().all(|it| it.strays.is_empty()));
            }
        }
    }
}

/// Ticks that happen to be as many as a one says stay answers.
#[test]
fn a_last_row_of_ticks_is_no_row_of_counts() {
    let options = ["电话", "邮件"].map(|it| (it, None));
    let asked = questionnaire([item("Q2", "联系方式", ItemKind::Multi, &options)]);
    for (last, returns) in [(["1", "1"], 4), (["2", "1"], 3), (["2", ""], 4)] {
        let rows: [&[&str]; 5] = [
            &["客户", "联系方式-电话", "联系方式-邮件"],
            &["甲厂", "1", ""],
            &["乙厂", "1", ""],
            &["丙厂", "", "1"],
            &["", last[0], last[1]],
        ];
        let imported = read(&rows, &asked, &[]).unwrap();
        assert_eq!(imported.returns.len(), returns, "{last:?}");
        let aside = imported.set_aside.iter();
        assert!(aside.clone().all(|it| it.why == NoReturn::Statistics));
        assert_eq!(aside.count(), 4 - returns);
    }
}

#[test]
fn options_that_are_an_order_of_satisfaction_are_a_rating() {
    let random = &mut Rng::with_seed(7);
    let five = [Some(5.0), Some(4.0), Some(3.0), Some(2.0), Some(1.0)];
    let cases: [(&[&str], &[Option<f64>]); 7] = [
        (&["很满意", "满意", "一般", "不满意", "很不满意"], &five),
        (&["很不满意", "不满意", "一般", "满意", "很满意"], &five),
        (&["满意", "基本满意", "不满意"], &five[2..]),
        (&["优", "良", "中", "差"], &five[1..]),
        (
            &["很满意", "满意", "一般", "不满意", "不清楚"],
            &[Some(4.0), Some(3.0), Some(2.0), Some(1.0), None],
        ),
        (
            &["Very satisfied", "Satisfied", "Neutral", "Dissatisfied"],
            &five[1..],
        ),
        (
            &["5分", "4分", "3分", "2分", "1分"],
            &[Some(1.0), Some(2.0), Some(3.0), Some(4.0), Some(5.0)],
        ),
    ];
    for (labels, scores) in cases {
        for rows in [3, 4, 5, 9, 40] {
            let mut columns = ticked("质量", labels, rows, true, random);
            if rows > 20 {
                // One row ticks two: it waits, and the item stays what it is.
                columns
                    .iter_mut()
                    .for_each(|(_, cells)| cells[7] = String::new());
                columns[0].1[7] = "√".to_owned();
                columns[1].1[7] = "√".to_owned();
            }
            let found = made_of(&columns);
            let item = &found.definition.questionnaire.items[0];
            assert_eq!(item.kind, ItemKind::Rating, "{labels:?} {rows}");
            assert!(item.scored, "{labels:?} {rows}");
            let options: Vec<Option<f64>> = scale(item).into_iter().map(|it| it.1).collect();
            assert_eq!(options, scores, "{labels:?} {rows}");
            assert_eq!(found.items[0].strays.len(), usize::from(rows > 20));
        }
    }
}

#[test]
fn options_of_which_some_say_nothing_get_no_score() {
    let random = &mut Rng::with_seed(9);
    for (labels, kind, order) in [
        (
            &["满意", "较满意", "一般", "待改进"][..],
            ItemKind::Single,
            Order::Assumed,
        ),
        (&["电话", "邮件", "来访"], ItemKind::Multi, Order::None),
        (&["1", "2", "3", "4", "5"], ItemKind::Multi, Order::None),
    ] {
        let found = made_of(&ticked("质量", labels, 30, true, random));
        let item = &found.definition.questionnaire.items[0];
        assert_eq!((item.kind, item.scored), (kind, false), "{labels:?}");
        assert_eq!(found.items[0].order, order, "{labels:?}");
    }
    // Where several are ticked they are options, whatever they are called.
    let labels = ["很满意", "满意", "一般"];
    let found = made_of(&ticked("质量", &labels, 30, false, random));
    assert_eq!(
        found.definition.questionnaire.items[0].kind,
        ItemKind::Multi
    );
}

#[test]
fn a_title_says_where_its_scale_ends_and_which_end_is_the_best() {
    for (title, chosen, scores, text) in [
        (
            "Qualität (1 = sehr gut, 6 = ungenügend)",
            1..=4,
            vec![6.0, 5.0, 4.0, 3.0, 2.0, 1.0],
            "Qualität",
        ),
        (
            "质量（1＝非常不满意，5＝非常满意）",
            2..=4,
            vec![1.0, 2.0, 3.0, 4.0, 5.0],
            "质量",
        ),
        (
            "质量（1=非常满意，5=非常不满意）",
            1..=3,
            vec![5.0, 4.0, 3.0, 2.0, 1.0],
            "质量",
        ),
        (
            "质量（1-7分）",
            3..=5,
            vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0],
            "质量",
        ),
        (
            "质量（0-5分）",
            2..=5,
            vec![0.0, 1.0, 2.0, 3.0, 4.0, 5.0],
            "质量",
        ),
        // What goes beyond it says that the title means something else.
        (
            "质量（1-5分）",
            1..=10,
            (1..=10).map(f64::from).collect(),
            "质量",
        ),
    ] {
        let own: Vec<String> = chosen.clone().map(|it| it.to_string()).collect();
        let own: Vec<String> = own.iter().cycle().take(30).cloned().collect();
        let beside: Vec<String> = (0..30).map(|it| (it % 10 + 1).to_string()).collect();
        let found = made(&[
            (title, own),
            ("交付（分）", beside.clone()),
            ("服务（分）", beside),
        ]);
        let item = &found.definition.questionnaire.items[0];
        let own: Vec<f64> = item.scale.as_ref().unwrap().scores().collect();
        assert_eq!(own, scores, "{title}");
        assert_eq!(item.text, text);
        assert_eq!(found.items[0].order, Order::Points, "{title}");
    }
}

#[test]
fn a_nought_below_a_shorter_scale_is_its_end() {
    let column = |of: &[u8], noughts: usize| -> Vec<String> {
        let some = of.iter().cycle().take(40 - noughts).copied();
        let all = some.chain(std::iter::repeat_n(0, noughts));
        all.map(|it| it.to_string()).collect()
    };
    let (five, ten): (Vec<u8>, Vec<u8>) = ((1..=5).collect(), (1..=10).collect());
    for (noughts, beside, ends) in [
        (8, &ten, [0, 5]),
        (2, &ten, [0, 5]),
        // One alone may be a slip: it waits.
        (1, &ten, [1, 10]),
        (0, &ten, [1, 10]),
        (8, &five, [0, 5]),
    ] {
        let columns = [
            ("质量", column(&five, noughts)),
            ("交付", column(beside, 0)),
            ("服务", column(beside, 0)),
        ];
        let found = made(&columns);
        let item = &found.definition.questionnaire.items[0];
        let scores: Vec<f64> = item.scale.as_ref().unwrap().scores().collect();
        let expected: Vec<f64> = (ends[0]..=ends[1]).map(f64::from).collect();
        assert_eq!(scores, expected, "{noughts}");
        assert_eq!(found.items[0].strays.len(), usize::from(noughts == 1));
    }
}
