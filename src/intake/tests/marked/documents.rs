//! Tables of text documents in which an option is bold, marked or filled.

use super::{CHOSEN, EXPECTED, Language, answers, languages, read};
use crate::intake::tests::book::archive_of;
use crate::model::Answer;

fn run(text: &str, look: &str) -> String {
    format!(r#"<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn cell(look: &str, runs: &str) -> String {
    format!(
        "<w:tc><w:tcPr>{look}</w:tcPr><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>{runs}</w:p></w:tc>"
    )
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn document(language: &Language, rows: &[String]) -> Vec<u8> {
    let customer = run(&format!("{}宁波甬江", language.customer), "<w:b/>");
    let rows = rows.concat();
    let text = format!(
        "<w:document><w:body><w:p>{customer}</w:p><w:tbl>{rows}</w:tbl></w:body></w:document>"
    );
    archive_of(&[("word/document.xml", text.as_bytes())])
}

const BOLD: &str = "<w:b/>";
const PLAIN: &str = r#"<w:b w:val="0"/><w:highlight w:val="none"/>"#;
const MARKED: &str = r#"<w:highlight w:val="yellow"/>"#;
const TINTED: &str = r#"<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>"#;
const WHITE: &str = r#"<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>"#;

/// The options in one cell, some of them written another way.
fn line(language: &Language, meant: &[usize], look: &str) -> String {
    let labels = language.labels().into_iter().enumerate();
    let runs = labels.map(|(at, label)| {
        let look = if meant.contains(&at) { look } else { PLAIN };
        run(label, look) + &run(" / ", "")
    });
    cell(WHITE, &runs.collect::<String>())
}

#[test]
fn one_option_written_another_way_is_the_answer() {
    for language in languages() {
        for look in [BOLD, MARKED, TINTED] {
            let rows = language.items.iter().zip(CHOSEN).map(|(text, chosen)| {
                let meant: Vec<usize> = chosen.into_iter().collect();
                row(&[cell("", &run(text, BOLD)), line(&language, &meant, look)])
            });
            let rows: Vec<String> = rows.collect();
            let imported = read(document(&language, &rows), &language.asked());
            assert_eq!(answers(&imported)[..2], EXPECTED[..2], "{look}");
            assert!(!matches!(answers(&imported)[2], Answer::Option(_)));
        }
    }
}

#[test]
fn the_filled_cell_below_its_option_is_the_answer() {
    for language in languages() {
        let labels = language
            .labels()
            .map(|label| cell(TINTED, &run(label, BOLD)));
        let mut rows = vec![row(&[vec![cell(TINTED, "")], labels.to_vec()].concat())];
        for (text, chosen) in language.items.iter().zip(CHOSEN) {
            let cells = (0..5).map(|at| {
                let look = if chosen == Some(at) { TINTED } else { WHITE };
                cell(look, "")
            });
            let question = cell("", &run(text, ""));
            let cells: Vec<String> = std::iter::once(question).chain(cells).collect();
            rows.push(row(&cells));
        }
        let imported = read(document(&language, &rows), &language.asked());
        assert_eq!(answers(&imported), EXPECTED);
        assert_eq!(imported.issues, []);
    }
}

#[test]
fn two_options_or_all_of_them_are_not() {
    let language = &languages()[0];
    let [first, second, third] = language.items;
    let rows = [
        row(&[cell("", &run(first, "")), line(language, &[1, 2], BOLD)]),
        row(&[
            cell("", &run(second, "")),
            line(language, &[0, 1, 2, 3, 4], BOLD),
        ]),
        row(&[cell("", &run(third, "")), line(language, &[4], BOLD)]),
    ];
    let imported = read(document(language, &rows), &language.asked());
    let said = answers(&imported);
    assert_eq!(said[0], Answer::Unreadable);
    assert!(!matches!(said[1], Answer::Option(_)));
    assert_eq!(said[2], Answer::Option(4));
    // What was bold before somebody changed it is not.
    let changed = r#"<w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>"#;
    let rows = rows.map(|row| row.replace(PLAIN, changed));
    let imported = read(document(language, &rows), &language.asked());
    assert_eq!(answers(&imported), said);
}
