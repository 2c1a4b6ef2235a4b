//! Numbers of options where the order of the options is only known from answers in words: they are
//! asked about, told, or learned from the same returns, and never taken for places in silence.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, phones_of_800};
use manyi::model::{Answer, ItemKind};
use manyi::store::Store;

/// Options of each question in the order of the form; answers in the order of the returns.
const SEX: [&str; 2] = ["男", "女"];
const SIZE: [&str; 4] = ["十人以下", "百人以下", "千人以下", "更多"];
const AGAIN: [&str; 2] = ["否", "是"];

/// Which option each return chose of sex, size and again: the last ones most often.
fn chosen(returns: usize) -> Vec<[usize; 3]> {
    let all = 0..returns;
    all.map(|at| [usize::from(at % 3 != 0), [3, 1, 0, 3, 2][at % 5], at % 2])
        .collect()
}

/// An export of 问卷星, in words or as numbers.
fn export(returns: usize, words: bool) -> String {
    let mut text = "序号,提交答卷时间,所用时间,来源,1、性别,2、规模,3、再来\n".to_owned();
    for (at, [sex, size, again]) in chosen(returns).into_iter().enumerate() {
        let said = |options: &[&str], at: usize| match words {
            true => options[at].to_owned(),
            false => (at + 1).to_string(),
        };
        let answers = [said(&SEX, sex), said(&SIZE, size), said(&AGAIN, again)];
        let (number, minute) = (at + 1, at % 60);
        text += &format!(
            "{number},2026/3/1 09:{minute:02}:00,6{at}秒,微信,{}\n",
            answers.join(",")
        );
    }
    text
}

fn desk(returns: usize) -> Desk {
    let desk = Desk::new();
    std::fs::write(desk.path("text.csv"), export(returns, true)).unwrap();
    std::fs::write(desk.path("codes.csv"), export(returns, false)).unwrap();
    desk.done(&["new", "a.manyi", "--from", "text.csv"]);
    desk
}

/// What each return of a wave chose, in words.
fn answers(desk: &Desk, period: &str) -> Vec<Vec<Vec<String>>> {
    let store = Store::open(&desk.path("a.manyi")).unwrap();
    let data = store.load().unwrap();
    let wave = data
        .wave_in(data.surveys[0].id, period.parse().unwrap())
        .unwrap();
    let asked = &data.revision(wave.revision).unwrap().questionnaire;
    let loaded = store.load_wave(wave.id).unwrap();
    let columns = asked.items.iter().zip(&loaded.columns);
    let columns = columns.filter(|(item, _)| item.kind != ItemKind::Text);
    let said = columns.map(|(item, column)| {
        let label = |at: &u8| {
            let options = &item.scale.as_ref().unwrap().options;
            options[usize::from(*at)].label.clone()
        };
        let row = |row| match column.get(row) {
            Answer::Option(option) => vec![label(&option)],
            Answer::Options(options) => {
                let mut all: Vec<String> = options.iter().map(label).collect();
                all.sort();
                all
            }
            _ => Vec::new(),
        };
        (0..loaded.returns.len()).map(row).collect()
    });
    said.collect()
}

#[test]
fn numbers_of_an_assumed_order_are_refused_until_it_is_told() {
    let desk = desk(20);
    let words = ["import", "a.manyi", "codes.csv", "--wave", "2026H1"];
    for values in [&[][..], &["--values", "codes"]] {
        let said = desk.refused(1, &[&words[..], values].concat());
        assert!(
            said.contains("--order") && said.contains("性别"),
            "{values:?} {said}"
        );
    }
    let order = |code: &str, labels: &[&str]| format!("{code}={}", labels.join(";"));
    let orders = [order("Q1", &SEX), order("Q2", &SIZE), order("q3", &AGAIN)];
    let unknown = order("Q1", &["男", "别的"]);
    let said = desk.refused(1, &[&words[..], &["--order", &unknown]].concat());
    assert!(said.contains("别的") && said.contains('女'), "{said}");
    let told: Vec<&str> = orders.iter().flat_map(|it| ["--order", it]).collect();
    desk.done(&[&words[..], &told].concat());
    let expected = |at: usize, options: &[&str]| -> Vec<Vec<String>> {
        let all = chosen(20).into_iter();
        all.map(|it| vec![options[it[at]].to_owned()]).collect()
    };
    let all = [expected(0, &SEX), expected(1, &SIZE), expected(2, &AGAIN)];
    assert_eq!(answers(&desk, "2026H1"), all);
    // The next export of the same form is read the same way.
    let more = export(25, false);
    std::fs::write(desk.path("more.csv"), more).unwrap();
    desk.done(&["import", "a.manyi", "more.csv", "--wave", "2026H2"]);
}

#[test]
fn the_same_returns_in_words_tell_the_order() {
    let desk = desk(20);
    desk.done(&["import", "a.manyi", "text.csv", "--wave", "2026H1"]);
    // All of them are there already, with the same answers.
    let words = ["import", "a.manyi", "codes.csv", "--wave", "2026H1"];
    let said = desk.refused(1, &words);
    assert!(said.contains("20") && !said.contains("--order"), "{said}");
    // New ones beside them come in.
    std::fs::write(desk.path("more.csv"), export(24, false)).unwrap();
    let words = [
        "import", "a.manyi", "more.csv", "--wave", "2026H1", "--json",
    ];
    let told = desk.json(&words);
    assert_eq!(told["files"][0]["returns"], 4, "{told}");
    let expected: Vec<Vec<String>> = chosen(24)
        .into_iter()
        .map(|it| vec![SIZE[it[1]].to_owned()])
        .collect();
    assert_eq!(answers(&desk, "2026H1")[1], expected);
}

#[test]
fn a_number_nobody_told_in_words_keeps_the_order_open() {
    let desk = Desk::new();
    // The words were answered by nobody who chose the third size.
    let text: String = export(20, true)
        .lines()
        .filter(|line| !line.contains(SIZE[2]))
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::write(desk.path("text.csv"), text).unwrap();
    std::fs::write(desk.path("codes.csv"), export(20, false)).unwrap();
    desk.done(&["new", "a.manyi", "--from", "text.csv"]);
    desk.done(&["import", "a.manyi", "text.csv", "--wave", "2026H1"]);
    let words = ["import", "a.manyi", "codes.csv", "--wave", "2026H1"];
    let said = desk.refused(1, &words);
    assert!(said.contains("--order") && said.contains("规模"), "{said}");
}

#[test]
fn a_definition_workbook_keeps_that_the_order_was_assumed() {
    let desk = desk(20);
    let words = ["export", "a.manyi", "definition", "-o", "d.xlsx"];
    desk.done(&words);
    desk.done(&["new", "b.manyi", "--definition", "d.xlsx"]);
    let words = ["import", "b.manyi", "codes.csv", "--wave", "2026H1"];
    assert!(desk.refused(1, &words).contains("--order"));
}

/// Real exports of one survey, as words and as numbers, which holds no times.
#[test]
fn words_and_numbers_of_a_real_survey_are_the_same_answers() {
    let Some([text, codes]) = phones_of_800() else {
        return;
    };
    let desk = Desk::new();
    let (text, codes) = (text.as_str(), codes.as_str());
    desk.done(&["new", "a.manyi", "--from", text]);
    let words = ["import", "a.manyi", codes, "--wave", "2026H2", "--json"];
    assert!(desk.refused(1, &words).contains("--order"));
    desk.done(&["import", "a.manyi", text, "--wave", "2026H1"]);
    let told = desk.json(&words);
    assert_eq!(told["files"][0]["returns"], 800, "{told}");
    let (from_text, from_codes) = (answers(&desk, "2026H1"), answers(&desk, "2026H2"));
    assert_eq!(from_text.len(), 8);
    for (item, (one, other)) in from_text.iter().zip(&from_codes).enumerate() {
        assert_eq!(one, other, "item {item}");
    }
}

/// The lines of a grid are told together by the number of the grid, or each by its own.
#[test]
fn the_lines_of_a_grid_are_told_together_or_each() {
    let sheet = |words: bool| {
        let mut text = "序号,提交答卷时间,所用时间,来源,3、渠道—售前,3、售后,4、再来\n".to_owned();
        for at in 0..20_usize {
            let said = |options: &[&str], at: usize| match words {
                true => options[at].to_owned(),
                false => (at + 1).to_string(),
            };
            let (one, two) = (said(&SEX, at % 2), said(&SEX, (at / 2) % 2));
            let again = said(&AGAIN, at % 2);
            // The codes are those of other people than the words.
            let (number, day) = (at + usize::from(!words) * 100, if words { 1 } else { 9 });
            text +=
                &format!("{number},2026/3/{day} 09:{at:02}:00,6{at}秒,微信,{one},{two},{again}\n");
        }
        text
    };
    let desk = Desk::new();
    std::fs::write(desk.path("text.csv"), sheet(true)).unwrap();
    std::fs::write(desk.path("codes.csv"), sheet(false)).unwrap();
    let again = ["--order", "Q4=否;是"];
    let together = vec!["--order", "Q3=男;女"];
    let each = vec!["--order", "Q3.1=男;女", "--order", "q3.2=男;女"];
    let mut found = Vec::new();
    for told in [together, each] {
        let _ = std::fs::remove_file(desk.path("a.manyi"));
        desk.done(&["new", "a.manyi", "--from", "text.csv"]);
        let words = ["import", "a.manyi", "codes.csv", "--wave", "2026H1"];
        desk.done(&[&words[..], &told, &again].concat());
        found.push(answers(&desk, "2026H1"));
    }
    assert_eq!(found[0], found[1]);
    let expected: Vec<Vec<String>> = (0..20).map(|at| vec![SEX[at % 2].to_owned()]).collect();
    assert_eq!(found[0][0], expected);
}

/// An order that is told where none is needed is said to be of no use.
#[test]
fn an_order_that_no_column_needs_is_said() {
    let desk = desk(12);
    let order = "Q1=女;男";
    let words = ["import", "a.manyi", "text.csv", "--wave", "2026H1"];
    let words = [&words[..], &["--order", order, "--lang", "en"]].concat();
    let ran = desk.manyi(&words);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("--order was of no use"), "{}", ran.err);
}
