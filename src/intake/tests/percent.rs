//! Fifty percent is fifty percent: as a text, as a number that is shown so, in every kind of file.

use rust_xlsxwriter::{Format, Workbook};

use super::book::{ods, sheet};
use super::old_excel::{number, record, shared, stream, xls};
use super::returned::{context, item, questionnaire};
use crate::intake::{Sheet, mapping, returns};
use crate::model::{Answer, ItemKind, Progress, Questionnaire};

fn asked() -> Questionnaire {
    questionnaire([
        item("A", "完成率", ItemKind::Number, &[]),
        item("T", "意见", ItemKind::Text, &[]),
    ])
}

/// What the first column is read as; that every mark of decimals reads it so.
fn answers(sheet: &Sheet) -> Vec<Answer> {
    let (asked, progress) = (asked(), Progress::default());
    let mapping = mapping::propose(sheet, &asked, &[], None, &progress).unwrap();
    assert_eq!(mapping.undecided(), []);
    let read = returns::read(sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
    (0..read.returns.len())
        .map(|row| read.columns[0].get(row))
        .collect()
}

/// A column of texts and of numbers in a format, and a comment beside each.
fn book(cells: &[(&str, &str)]) -> Sheet {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_row(0, 0, ["完成率", "意见"]).unwrap();
    for (row, (text, format)) in (1..).zip(cells) {
        page.write(row, 1, "好").unwrap();
        let format = Format::new().set_num_format(*format);
        match text.parse::<f64>() {
            Ok(number) => page.write_with_format(row, 0, number, &format).unwrap(),
            Err(_) => page.write(row, 0, *text).unwrap(),
        };
    }
    sheet("a.xlsx", workbook.save_to_buffer().unwrap()).unwrap()
}

fn number_of(answers: &[Answer]) -> Vec<Option<f64>> {
    let number = |it: &Answer| match it {
        Answer::Number(number) => Some(*number),
        _ => None,
    };
    answers.iter().map(number).collect()
}

#[test]
fn a_number_shown_in_percent_is_what_it_shows() {
    let cells = [
        ("50%", "0%"),
        ("0.5", "0%"),
        ("0.905", "0.0%"),
        ("1", "0%"),
        ("80 %", "@"),
        ("90", "General"),
        ("0.07", "0.00%;[Red]-0.00%"),
        ("0.01234", "0.000%"),
    ];
    let found = number_of(&answers(&book(&cells)));
    let expected = [50.0, 50.0, 90.5, 100.0, 80.0, 90.0, 7.0, 1.234];
    assert_eq!(found, expected.map(Some));
    // A sign that is only put beside changes nothing.
    let beside = book(&[("0.5", "0.0\"%\""), ("40", "0\"%\"")]);
    assert_eq!(number_of(&answers(&beside)), [Some(0.5), Some(40.0)]);
}

/// The same column as a text file, and as other kinds of workbooks.
#[test]
fn every_kind_of_file_says_the_same() {
    let plain = sheet("a.csv", "完成率,意见\n50%,好\n90.5%,好\n7%,好\n").unwrap();
    let expected = [Some(50.0), Some(90.5), Some(7.0)];
    assert_eq!(number_of(&answers(&plain)), expected);
    let text = |it: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{it}</text:p></table:table-cell>"
        )
    };
    let rows = ["0.5", "0.905", "0.07"].map(|it| {
        let cell = format!(
            "<table:table-cell office:value-type=\"percentage\" office:value=\"{it}\"><text:p>x</text:p></table:table-cell>"
        );
        format!("<table:table-row>{cell}{}</table:table-row>", text("好"))
    });
    let open = ods(&format!(
        "<table:table table:name=\"S\"><table:table-row>{}{}</table:table-row>{}</table:table>",
        text("完成率"),
        text("意见"),
        rows.concat()
    ));
    assert_eq!(
        number_of(&answers(&sheet("a.ods", open).unwrap())),
        expected
    );
    // Two formats of percents come before the general one: a usual one, and one of the file's own.
    let own = [&164_u16.to_le_bytes()[..], &[4, 0, 0], b"0.0%"].concat();
    let look = |format: u16| {
        let mut look = vec![0; 20];
        look[2..4].copy_from_slice(&format.to_le_bytes());
        record(0x00E0, &look)
    };
    let globals = [record(0x041E, &own), look(9), look(164)].concat();
    let short = |row: u16, percent: i32| {
        let place = [row, 0, 0].map(u16::to_le_bytes).concat();
        // A whole number, a hundredth of which is meant.
        let number = ((percent << 2) | 3).to_le_bytes();
        record(0x027E, &[place, number.to_vec()].concat())
    };
    let cells = [
        shared(0, 0, 0),
        shared(0, 1, 1),
        number(1, 0, 0, 0.5),
        number(2, 0, 1, 0.905),
        short(3, 7),
        number(4, 0, 2, 40.0),
    ];
    let texts = (1..5).map(|row| shared(row, 1, 2));
    let cells: Vec<u8> = cells.into_iter().chain(texts).flatten().collect();
    let old = xls(&stream(&globals, &["完成率", "意见", "好"], &cells));
    let found = number_of(&answers(&sheet("a.xls", old).unwrap()));
    assert_eq!(found, [expected.to_vec(), vec![Some(40.0)]].concat());
}

/// Beside percents a bare number up to one may be either, and is asked about.
#[test]
fn what_could_be_a_share_or_a_percent_is_asked_about() {
    for percent in [("50%", "@"), ("0.5", "0%")] {
        for bare in ["0.5", "1", "0.05", "-0.5"] {
            let found = answers(&book(&[percent, (bare, "General"), ("90", "0")]));
            let expected = [
                Answer::Number(50.0),
                Answer::Unreadable,
                Answer::Number(90.0),
            ];
            assert_eq!(found, expected, "{percent:?} {bare}");
        }
        let found = answers(&book(&[percent, ("0", "General"), ("1.5", "General")]));
        assert_eq!(number_of(&found), [Some(50.0), Some(0.0), Some(1.5)]);
    }
    // Without any percent they are what they are.
    let found = answers(&book(&[("0.5", "General"), ("1", "0.00")]));
    assert_eq!(number_of(&found), [Some(0.5), Some(1.0)]);
}
