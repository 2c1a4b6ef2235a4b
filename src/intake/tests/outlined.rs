//! Scales outlined from answers: one answer that fits none changes nothing, and what nobody chose is
//! there all the same, or said.

use fastrand::Rng;

use super::book::{sheet, xlsx};
use crate::intake::outline::{Outline, Words, outline};
use crate::model::{BestEnd, Item, ItemKind, Progress};

/// A questionnaire from columns of answers under their titles.
pub fn made(columns: &[(&str, Vec<String>)]) -> Outline {
    let words = Words {
        overall: "总体".to_owned(),
        yes: "是".to_owned(),
        no: "否".to_owned(),
    };
    let rows = columns.iter().map(|(_, cells)| cells.len()).max().unwrap();
    let mut all: Vec<Vec<&str>> = vec![columns.iter().map(|(title, _)| *title).collect()];
    for row in 0..rows {
        all.push(
            columns
                .iter()
                .map(|(_, cells)| cells.get(row).map_or("", String::as_str))
                .collect(),
        );
    }
    let all: Vec<&[&str]> = all.iter().map(Vec::as_slice).collect();
    let sheet = sheet("a.xlsx", xlsx(&all)).unwrap();
    outline(&sheet, Some(BestEnd::Last), &words, &Progress::default()).unwrap()
}

/// The labels and scores of an item's options.
pub fn scale(item: &Item) -> Vec<(String, Option<f64>)> {
    let options = item.scale.iter().flat_map(|it| &it.options);
    options.map(|it| (it.label.clone(), it.score)).collect()
}

const WORDS: [&str; 5] = ["很满意", "满意", "一般", "不满意", "很不满意"];

/// Numbers or words of a scale of five, all of them chosen.
fn answers(words: bool, count: usize, random: &mut Rng) -> Vec<String> {
    let mut all: Vec<usize> = (0..count).map(|at| at % 5).collect();
    random.shuffle(&mut all);
    let say = |at: &usize| match words {
        true => WORDS[*at].to_owned(),
        false => (5 - at).to_string(),
    };
    all.iter().map(say).collect()
}

#[test]
fn one_stray_answer_leaves_a_scale_what_it_is() {
    let random = &mut Rng::with_seed(23);
    for words in [false, true] {
        let numbers = [
            "not sure",
            "6",
            "7",
            "10",
            "55",
            "满意度高",
            "？",
            "看情况",
            "4.5",
        ];
        let spoken = ["看情况", "还没想好", "good", "符合", "较满意吧", "？", "OK"];
        let strays: &[&str] = if words { &spoken } else { &numbers };
        for stray in strays {
            for count in [5, 6, 8, 12, 25, 60] {
                let mut last = answers(words, count, random);
                last[count - 1] = (*stray).to_owned();
                // What the stray took the place of stands there once more.
                let missing = answers(words, 5, random)
                    .into_iter()
                    .find(|it| !last.contains(it));
                last.extend(missing);
                let columns = [
                    ("1、质量", answers(words, last.len(), random)),
                    ("2、交付", answers(words, last.len(), random)),
                    ("3、服务", last),
                ];
                let found = made(&columns);
                let items = &found.definition.questionnaire.items;
                assert_eq!(items.len(), 3, "{stray} {count}");
                assert_eq!(items[2].kind, ItemKind::Rating, "{stray} {count}");
                assert!(items[2].scored, "{stray} {count}");
                assert_eq!(scale(&items[2]), scale(&items[0]), "{stray} {count}");
                assert_eq!(found.items[2].strays, [*stray], "{count}");
                assert!(found.items[0].strays.is_empty());
            }
        }
    }
}

#[test]
fn numbers_nobody_chose_are_those_of_the_questions_beside() {
    for (own, beside, ends) in [
        (2..=5, 1..=5, [1, 5]),
        (3..=5, 1..=5, [1, 5]),
        (1..=4, 1..=5, [1, 5]),
        (3..=6, 1..=7, [1, 7]),
        (1..=5, 1..=7, [1, 7]),
        (4..=10, 0..=10, [0, 10]),
        (1..=9, 0..=10, [0, 10]),
        (2..=5, 0..=5, [0, 5]),
        (5..=9, 1..=10, [1, 10]),
    ] {
        let column = |of: std::ops::RangeInclusive<u8>| {
            let all: Vec<String> = of.map(|it| it.to_string()).collect();
            all.iter().cycle().take(24).cloned().collect::<Vec<_>>()
        };
        let columns = [
            ("1、质量", column(beside.clone())),
            ("2、交付", column(beside.clone())),
            ("3、服务", column(own.clone())),
        ];
        let found = made(&columns);
        let items = &found.definition.questionnaire.items;
        let scores: Vec<f64> = items[2].scale.as_ref().unwrap().scores().collect();
        let [low, high] = ends;
        let expected: Vec<f64> = (low..=high).map(f64::from).collect();
        assert_eq!(scores, expected, "{own:?} beside {beside:?}");
    }
}

/// Alone: taken as usual, and said.
#[test]
fn what_nobody_chose_is_said() {
    let twice = |all: &[&str]| -> Vec<String> {
        let all = all.iter().cycle().take(all.len() * 3);
        all.map(|it| (*it).to_owned()).collect()
    };
    for (cells, scores, added, open) in [
        (&["2", "3", "4", "5"][..], 5, &["1"][..], None),
        (
            &["5-很满意", "4-满意", "3-一般", "2-不满意"],
            5,
            &["很不满意"],
            None,
        ),
        (
            &["5 很满意", "4 满意", "3 一般", "2 不满意"],
            5,
            &["很不满意"],
            None,
        ),
        (
            &["很满意（5分）", "满意（4分）", "一般（3分）"],
            5,
            &["不满意", "很不满意"],
            None,
        ),
        (
            &["很满意", "满意", "一般", "不满意"],
            4,
            &[],
            Some("很不满意"),
        ),
        (
            &["Very satisfied", "Satisfied", "Neutral", "Dissatisfied"],
            4,
            &[],
            Some("Very dissatisfied"),
        ),
        (
            &["很满意", "满意", "一般", "不满意", "很不满意"],
            5,
            &[],
            None,
        ),
        (&["5分", "4分", "3分", "2分"], 5, &["1"], None),
    ] {
        let found = made(&[("1、质量", twice(cells))]);
        let item = &found.definition.questionnaire.items[0];
        assert_eq!(
            item.scale.as_ref().unwrap().scores().count(),
            scores,
            "{cells:?}"
        );
        assert_eq!(found.items[0].added, added, "{cells:?}");
        assert_eq!(found.items[0].open.as_deref(), open, "{cells:?}");
        assert!(
            found.items[0].strays.is_empty(),
            "{cells:?}: {:?}",
            found.items[0].strays
        );
    }
}
