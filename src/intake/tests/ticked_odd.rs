//! One column for each option, with something among the ticks that is none: totals below them,
//! words of somebody, circles.

use super::book::{open, xlsx};
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{Imported, mapping, returns};
use crate::model::{Answer, Doubt, ItemKind, Mapping, Progress, Questionnaire};

fn asked() -> Questionnaire {
    questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &FIVE),
        item("Q2", "交货及时", ItemKind::Rating, &FIVE),
    ])
}

/// Returns that chose the options of these places, in columns or below merged titles.
fn table(chosen: &[[usize; 2]], sign: &str, merged: bool) -> Vec<Vec<String>> {
    let labels = FIVE.map(|(label, _)| label);
    let each = |item: &'static str| labels.map(move |label| format!("{item}-{label}"));
    let mut rows = match merged {
        false => vec![
            [
                vec!["客户".to_owned()],
                each("产品质量").to_vec(),
                each("交货及时").to_vec(),
            ]
            .concat(),
        ],
        true => {
            let mut above = vec![String::new(); 11];
            above[0] = "客户".to_owned();
            above[1] = "产品质量".to_owned();
            above[6] = "交货及时".to_owned();
            let below = [&[""][..], &labels, &labels].concat();
            vec![above, below.iter().map(|it| (*it).to_owned()).collect()]
        }
    };
    for (at, [one, other]) in chosen.iter().enumerate() {
        let mut row = vec![String::new(); 11];
        row[0] = format!("甲{at}");
        row[1 + one] = sign.to_owned();
        row[6 + other] = sign.to_owned();
        rows.push(row);
    }
    rows
}

fn read(rows: &[Vec<String>]) -> (Mapping, Imported, Vec<Doubt>) {
    let asked = asked();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let progress = Progress::default();
    let mut book = open("a.xlsx", xlsx(&rows)).unwrap();
    let sheet = book.read_for(0, &asked.items, &progress).unwrap();
    let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    let said = mapping::remarks(&sheet, &mapping, &asked);
    let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
    (mapping, read, said.into_iter().map(|it| it.doubt).collect())
}

fn answers(read: &Imported) -> Vec<[Answer; 2]> {
    let all = 0..read.returns.len();
    all.map(|row| [0, 1].map(|at| read.columns[at].get(row)))
        .collect()
}

const CHOSEN: [[usize; 2]; 6] = [[0, 1], [0, 1], [0, 0], [1, 4], [1, 1], [3, 2]];

fn right() -> Vec<[Answer; 2]> {
    CHOSEN
        .map(|both| both.map(|it| Answer::Option(u8::try_from(it).unwrap())))
        .to_vec()
}

#[test]
fn totals_below_take_no_column_from_its_option() {
    for merged in [false, true] {
        for sign in ["√", "1"] {
            let mut rows = table(&CHOSEN, sign, merged);
            assert_eq!(answers(&read(&rows).1), right(), "{sign} {merged}");
            let count = |at: usize| {
                CHOSEN
                    .iter()
                    .filter(move |it| at == 1 + it[0] || at == 6 + it[1])
            };
            let totals = (1..11).map(|at| count(at).count().to_string());
            rows.push([vec!["合计".to_owned()], totals.collect()].concat());
            assert_eq!(answers(&read(&rows).1), right(), "{sign} {merged}");
        }
    }
}

#[test]
fn one_odd_cell_is_an_issue_and_no_other_answer_moves() {
    for merged in [false, true] {
        let odd = [
            "包装破损",
            "√√",
            "√?",
            "ok",
            "2",
            "11",
            "N/A?",
            "打勾",
            "★",
            "+",
            "1分",
        ];
        for (at, said) in odd.iter().enumerate() {
            for column in [1, 4, 5, 10] {
                let row = at % CHOSEN.len();
                let mut rows = table(&CHOSEN, "√", merged);
                let own = row + rows.len() - CHOSEN.len();
                rows[own][column] = (*said).to_owned();
                let (_, read, _) = read(&rows);
                let mut expected = right();
                expected[row][usize::from(column > 5)] = Answer::Unreadable;
                assert_eq!(answers(&read), expected, "{said} {column} {merged}");
                let cells = read.issues.iter().filter(|it| it.item.is_some());
                assert_eq!(cells.count(), 1, "{said} {column} {merged}");
            }
        }
    }
}

#[test]
fn circles_are_what_the_signs_beside_them_make_of_them() {
    // Alone among empty cells and beside crosses they were chosen, and that is said.
    for circle in ["○", "〇", "◯"] {
        let mut rows = table(&CHOSEN, circle, false);
        let (_, first, said) = read(&rows);
        assert_eq!(answers(&first), right(), "{circle}");
        assert_eq!(said.len(), 2);
        for row in &mut rows[1..] {
            for cell in row.iter_mut().filter(|it| it.is_empty()) {
                *cell = "×".to_owned();
            }
        }
        assert_eq!(answers(&read(&rows).1), right(), "{circle}");
    }
    // Boxes nobody ticked stand beside ticks.
    let mut rows = table(&CHOSEN, "●", false);
    for row in &mut rows[1..] {
        for cell in row.iter_mut().filter(|it| it.is_empty()) {
            *cell = "○".to_owned();
        }
    }
    let (_, boxes, said) = read(&rows);
    assert_eq!((answers(&boxes), said), (right(), Vec::new()));
    // One among the ticks of others nobody can tell.
    let mut rows = table(&CHOSEN, "√", false);
    rows[1][1] = "○".to_owned();
    let mut expected = right();
    expected[0][0] = Answer::Unreadable;
    assert_eq!(answers(&read(&rows).1), expected);
}
