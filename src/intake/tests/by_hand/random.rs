//! Any layout, marked once, gives back any answers in any way people tick.

use jiff::civil::date;

use super::layout::{Layout, Place, inline, marked};
use super::paper::{Content, Paper};
use super::{marking, read};
use crate::intake::tests::returned::{FIVE, customers, item, questionnaire};
use crate::model::{Answer, ItemKind, Questionnaire};

const YESNO: [(&str, Option<f64>); 2] = [("是", Some(1.0)), ("否", Some(0.0))];
const TICKS: [&str; 8] = ["√", "✓", "✔", "☑", "■", "●", "（√）", "1"];

fn asked() -> Questionnaire {
    let rating = |code: &str| item(code, &format!("题{code}"), ItemKind::Rating, &FIVE);
    questionnaire([
        rating("CO1"),
        rating("CO2"),
        rating("CO3"),
        item("YN", "题YN", ItemKind::YesNo, &YESNO),
        rating("QU1"),
        item("NPS", "题NPS", ItemKind::Nps, &[]),
        rating("QU2"),
        item("TX", "题TX", ItemKind::Text, &[]),
    ])
}

/// One item filled in, and its answer. `looks`: the file keeps how cells look.
fn fill(
    paper: &mut Paper,
    (place, boxes): (&Place, (&'static str, &'static str)),
    options: &[(&str, Option<f64>)],
    looks: bool,
    seed: &mut fastrand::Rng,
) -> Answer {
    let chosen = (seed.u8(..6) > 0).then(|| seed.usize(..options.len()));
    let answer = chosen.map_or(Answer::Blank, |it| Answer::Option(it as u8));
    let labels: Vec<String> = options.iter().map(|it| it.0.to_owned()).collect();
    match place {
        Place::Ticks(cells) => {
            let Some(chosen) = chosen else { return answer };
            match seed.u8(..7) {
                0 => {
                    for (at, cell) in cells.iter().enumerate() {
                        paper.put(*cell, Content::Bool(at == chosen));
                    }
                }
                1 => paper.put(cells[chosen], Content::Number(1.0)),
                2 => paper.put(cells[chosen], labels[chosen].as_str()),
                3 if looks => paper.filled.push(cells[chosen]),
                _ => paper.put(cells[chosen], TICKS[seed.usize(..TICKS.len())]),
            }
        }
        Place::Labelled(cells) => {
            let way = seed.u8(..5);
            for (at, cell) in cells.iter().enumerate() {
                let (own, label) = (chosen == Some(at), &labels[at]);
                match (way, own) {
                    (0, true) => paper.put(*cell, format!("√{label}")),
                    (1, true) => paper.put(*cell, format!("{label} √")),
                    (2, own) => paper.put(*cell, format!("{}{label}", if own { "☑" } else { "□" })),
                    (3, true) if looks => paper.bold.push(*cell),
                    (4, true) if looks => paper.filled.push(*cell),
                    (_, true) => paper.put(*cell, "√"),
                    (_, false) => {}
                }
            }
        }
        Place::Cell(at) => match (chosen, seed.bool()) {
            (None, _) => {}
            (Some(it), true) => paper.put(*at, labels[it].as_str()),
            (Some(it), false) => paper.put(*at, Content::Number(options[it].1.unwrap())),
        },
        Place::Inline(at, words) => paper.put(*at, inline(words, &labels, chosen, boxes)),
    }
    answer
}

fn filled(
    layout: &Layout,
    asked: &Questionnaire,
    looks: bool,
    seed: &mut fastrand::Rng,
) -> (Paper, Vec<Answer>) {
    let mut paper = layout.blank.clone();
    let mut answers = Vec::new();
    for (item, place) in asked.items.iter().zip(&layout.places) {
        let place = place.as_ref().unwrap();
        let boxes = layout.boxes;
        answers.push(match (item.kind, place) {
            (ItemKind::Rating, _) => fill(&mut paper, (place, boxes), &FIVE, looks, seed),
            (ItemKind::YesNo, _) => fill(&mut paper, (place, boxes), &YESNO, looks, seed),
            (ItemKind::Nps, Place::Cell(at)) => {
                let number = seed.u8(..11);
                paper.put(*at, Content::Number(number.into()));
                Answer::Number(number.into())
            }
            (_, Place::Cell(at)) => {
                paper.put(*at, "包装：请再牢固一些");
                Answer::Text("包装：请再牢固一些".to_owned())
            }
            _ => panic!("{place:?}"),
        });
    }
    for ((at, words), value) in [(&layout.customer, "宁波甬江"), (&layout.date, "2026-05-11")] {
        let text = paper
            .text(*at)
            .replacen(words.as_str(), &format!("{words}{value}"), 1);
        let alone = words.is_empty();
        paper.put(*at, if alone { value.to_owned() } else { text });
    }
    (paper, answers)
}

#[test]
fn what_is_filled_into_any_marked_layout_is_read_back() {
    let asked = asked();
    let mut seed = fastrand::Rng::with_seed(20_261_129);
    for round in 0..160 {
        let layout = Layout::any(&asked.items, &mut seed);
        let of_document = marking(marked(&layout, &asked.items).docx(), &asked);
        let marking = marking(marked(&layout, &asked.items).xlsx(), &asked);
        for kind in ["xlsx", "ods", "xls", "docx"] {
            let (mut paper, answers) = filled(&layout, &asked, kind == "xlsx", &mut seed);
            let mut rows: Vec<u32> = (0..seed.u8(..4))
                .map(|_| layout.starts[seed.usize(..layout.starts.len())])
                .collect();
            // From below, so that each row is still where it was.
            rows.sort_unstable();
            for row in rows.into_iter().rev() {
                paper = paper.inserted(row, seed.u32(1..4));
                if row == 0 && seed.bool() {
                    paper.put((0, 1), "内部编号 7731");
                }
            }
            if seed.bool() {
                paper.put((90, 2), "以上由业务部汇总");
            }
            let bytes = match kind {
                "xlsx" => paper.xlsx(),
                "ods" => paper.ods(),
                "docx" => paper.docx(),
                _ => paper.xls(),
            };
            let told = || {
                format!(
                    "round {round}, {kind}: {:#?}\n{:#?}",
                    layout.places, paper.cells
                )
            };
            let imported = read(
                (&format!("甲.{kind}"), bytes),
                &asked,
                if kind == "docx" {
                    &of_document
                } else {
                    &marking
                },
            );
            let said: Vec<Answer> = imported.columns.iter().map(|it| it.get(0)).collect();
            assert_eq!(said, answers, "{}", told());
            assert_eq!(imported.issues, [], "{}", told());
            let returned = &imported.returns[0];
            assert_eq!(returned.customer, Some(customers()[0].id), "{}", told());
            assert_eq!(returned.date, Some(date(2026, 5, 11)), "{}", told());
        }
    }
}
