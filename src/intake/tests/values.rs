//! How the values of a column are read: labels, scores or option numbers.

use super::book::{sheet, xlsx};
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{IntakeError, MappingFault, mapping, returns};
use crate::model::{
    Answer, ColumnMapping, ColumnPreview, Expected, ItemKind, LineageId, NoReturn, Progress,
    Reading, SetAside, Target, Undecided,
};

/// Reading of a column of values under a scale.
fn reading(values: &[&str], options: &[(&str, Option<f64>)], asked: Option<Reading>) -> Reading {
    let questionnaire = questionnaire([item("A", "质量", ItemKind::Rating, options)]);
    let rows: Vec<Vec<&str>> = values.iter().map(|value| vec!["x", *value]).collect();
    let mut all: Vec<&[&str]> = vec![&["备注", "质量"]];
    all.extend(rows.iter().map(Vec::as_slice));
    let sheet = sheet("a.xlsx", xlsx(&all)).unwrap();
    let mapping =
        mapping::propose(&sheet, &questionnaire, &[], asked, &Progress::default()).unwrap();
    let undecided = mapping.undecided() == [Undecided::Reading(1)];
    assert_eq!(undecided, mapping.columns[1].reading == Reading::Undecided);
    mapping.columns[1].reading
}

const FIVE_THREE_ONE: [(&str, Option<f64>); 3] = [
    ("满意", Some(5.0)),
    ("一般", Some(3.0)),
    ("不满意", Some(1.0)),
];

#[test]
fn labels_read_as_labels_and_numbers_only_where_they_cannot_be_mistaken() {
    let (labels, scores, numbers) = (Reading::Labels, Reading::Scores, Reading::OptionNumbers);
    let undecided = Reading::Undecided;
    let ascending = [
        ("很差", Some(1.0)),
        ("一般", Some(2.0)),
        ("很好", Some(3.0)),
    ];
    let named = [("10", Some(10.0)), ("9", Some(9.0)), ("8", Some(8.0))];
    let segments = [("男", None), ("女", None)];
    for (values, options, expected) in [
        (&["很满意", "满意"][..], &FIVE[..], labels),
        // a label and a number: the number waits in the review list
        (&["很满意", "4"], &FIVE, labels),
        (&["5", "4", "1"], &FIVE, undecided),
        (&["５", "4"], &FIVE, undecided),
        // the middle is the middle either way
        (&["3", "3"], &FIVE, scores),
        // 5 can be no option number
        (&["5", "5", "3", "1"], &FIVE_THREE_ONE, scores),
        // but one cell alone, which may be mistyped, decides nothing
        (&["5", "3", "1"], &FIVE_THREE_ONE, undecided),
        (&["5", "5", "4", "4", "4", "6"], &FIVE, undecided),
        (&["3", "1"], &FIVE_THREE_ONE, undecided),
        // 2 can be no score
        (&["1", "2", "2", "3"], &FIVE_THREE_ONE, numbers),
        // best last: both ways are the same
        (&["1", "2", "3"], &ascending, scores),
        // only 5 is out of the ordinary, and it is a score
        (&["5", "5", "3", "99"], &FIVE_THREE_ONE, scores),
        (&["5", "4", "99"], &FIVE, undecided),
        (&["10", "9"], &named, scores),
        (&["1", "2"], &segments, numbers),
        (&["(跳过)", "不适用"], &FIVE, labels),
    ] {
        assert_eq!(reading(values, options, None), expected, "{values:?}");
    }
}

#[test]
fn what_was_asked_for_settles_columns_of_numbers() {
    for asked in [Reading::Scores, Reading::OptionNumbers, Reading::Labels] {
        assert_eq!(reading(&["5", "4", "1"], &FIVE, Some(asked)), asked);
        assert_eq!(
            reading(&["很满意", "满意"], &FIVE, Some(asked)),
            Reading::Labels
        );
    }
}

#[test]
fn a_preview_shows_what_either_way_would_give() {
    let questionnaire = questionnaire([item("A", "质量", ItemKind::Rating, &FIVE)]);
    let sheet = sheet(
        "a.xlsx",
        xlsx(&[
            &["备注", "质量"],
            &["x", "5"],
            &["x", "5"],
            &["x", "4"],
            &["x", "七"],
            &["x", ""],
        ]),
    )
    .unwrap();
    let mapped = |target, reading| ColumnMapping {
        cell: "B1".to_owned(),
        title: "质量".to_owned(),
        target,
        reading,
        candidates: Vec::new(),
        numbered: Vec::new(),
        found: String::new(),
        answer: String::new(),
    };
    let preview = |reading| {
        let mapped = mapped(Target::Item(LineageId(0)), reading);
        mapping::preview(&sheet, 1, &mapped, &questionnaire, &[], &[])
    };
    let scores = preview(Reading::Scores);
    assert_eq!((scores.read, scores.blank, scores.unreadable), (3, 1, 1));
    assert_eq!(scores.unreadable_values, [("七".to_owned(), 1)]);
    assert_eq!(scores.samples[0].found, "5");
    assert_eq!(scores.samples[0].count, 2);
    assert_eq!(scores.samples[0].read, Answer::Option(0));
    let means = (
        scores.mean_as_scores.unwrap(),
        scores.mean_as_option_numbers.unwrap(),
    );
    assert!((means.0 - 280.0 / 3.0).abs() < 1e-9 && (means.1 - 80.0 / 3.0).abs() < 1e-9);
    assert_eq!(
        preview(Reading::OptionNumbers).samples[0].read,
        Answer::Option(4)
    );
    let nothing = mapped(Target::Ignore, Reading::None);
    let ignored = mapping::preview(&sheet, 0, &nothing, &questionnaire, &[], &[]);
    assert_eq!((ignored.read, ignored.mean_as_scores), (5, None));
    let none = mapping::preview(&sheet, 9, &nothing, &questionnaire, &[], &[]);
    assert_eq!(none, ColumnPreview::default());
    let scored = mapped(Target::Item(LineageId(0)), Reading::Scores);
    let seven = SetAside {
        row: 5,
        why: NoReturn::Titles,
    };
    let less = mapping::preview(&sheet, 1, &scored, &questionnaire, &[], &[seven]);
    assert_eq!((less.read, less.blank, less.unreadable), (3, 1, 0));
}

#[test]
fn a_reason_makes_a_return_void_and_a_blank_cell_leaves_it_valid() {
    let questionnaire = questionnaire([item("A", "质量", ItemKind::Rating, &FIVE)]);
    for title in ["作废原因", "Void"] {
        let rows: [&[&str]; 4] = [
            &[title, "质量"],
            &["重复答卷", "满意"],
            &["", "满意"],
            &["否", "满意"],
        ];
        let sheet = sheet("a.xlsx", xlsx(&rows)).unwrap();
        let mapping =
            mapping::propose(&sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
        assert_eq!(mapping.columns[0].target, Target::Void);
        let context = context(&questionnaire, &[]);
        let read = returns::read(&sheet, &mapping, &context, &Progress::default()).unwrap();
        let void: Vec<Option<&str>> = read.returns.iter().map(|r| r.void.as_deref()).collect();
        assert_eq!(void, [Some("重复答卷"), None, None], "{title}");
        assert_eq!(read.issues, []);
    }
}

/// The answers of a column of texts, read together.
fn together(cells: &[&str]) -> Result<Vec<Answer>, IntakeError> {
    let asked = questionnaire([item("Q1", "质量", ItemKind::Rating, &FIVE)]);
    let mut rows: Vec<&[&str]> = vec![&["质量"]];
    rows.extend(cells.iter().map(std::slice::from_ref));
    let sheet = sheet("a.xlsx", xlsx(&rows))?;
    let progress = Progress::default();
    let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress)?;
    returns::refuse_unreadable(&sheet, &mapping, &asked, &read)?;
    Ok((0..read.returns.len())
        .map(|at| read.columns[0].get(at))
        .collect())
}

#[test]
fn a_number_beside_a_label_that_contradicts_the_others_is_not_taken() {
    let option = Answer::Option;
    let scores = together(&["5-很满意", "4-满意", "1-很满意", "2-不满意"]).unwrap();
    assert_eq!(
        scores,
        [option(0), option(1), Answer::Unreadable, option(3)]
    );
    let places = together(&["1-很满意", "2-满意", "5-很满意", "4-不满意"]).unwrap();
    assert_eq!(
        places,
        [option(0), option(1), Answer::Unreadable, option(3)]
    );
}

#[test]
fn a_column_of_which_nothing_can_be_read_is_refused_with_what_would_fit() {
    for cells in [
        ["A", "B", "C"],
        ["100", "80", "60"],
        ["0.2", "0.4", "1.5"],
        ["还行", "挺好", "凑合"],
        ["100%", "80%", "60%"],
    ] {
        let refused = together(&cells).unwrap_err();
        let IntakeError::Mapping {
            fault: MappingFault::NoneReadable(unread),
            ..
        } = refused
        else {
            panic!("{cells:?}: {refused}");
        };
        assert_eq!(unread.cells, 3);
        assert_eq!(
            (
                unread.cell.as_str(),
                unread.title.as_str(),
                unread.example.as_str()
            ),
            ("A1", "质量", cells[0])
        );
        let Expected::OneOf(words) = &unread.expected else {
            panic!("{unread:?}");
        };
        assert!(words.contains(&"很满意".to_owned()) && words.contains(&"5".to_owned()));
    }
    // one that can be read, or few that cannot, are settled one by one
    assert!(together(&["还行", "挺好", "满意"]).is_ok());
    assert!(together(&["还行", "挺好"]).is_ok());
    // of the fifths of a score only the whole ones can
    let fifths = ["0.2", "0.4", "0.6", "0.8", "1"].repeat(4);
    assert!(together(&fifths).is_err());
}

/// A column of ticks names no option: somebody has to say which.
#[test]
fn ticks_under_the_title_of_an_item_are_asked_about_and_never_read() {
    let options = [("好", Some(3.0)), ("中", Some(2.0)), ("差", Some(1.0))];
    let with_nought = [("好", Some(1.0)), ("差", Some(0.0))];
    let called = [("√", Some(1.0)), ("×", Some(0.0))];
    for (values, options, asked, expected) in [
        (&["√", "√", ""][..], &options[..], None, Reading::Ticks),
        (&["☑", "□", "☑"], &options, None, Reading::Ticks),
        (&["1", "0", "1", "0"], &options, None, Reading::Ticks),
        (&["√", "1", "0"], &options, None, Reading::Ticks),
        (&["TRUE", "FALSE"], &options, None, Reading::Ticks),
        // one odd cell decides nothing
        (&["√", "√", "√", "好"], &options, None, Reading::Ticks),
        (&["√", "好", "中", "差"], &options, None, Reading::Labels),
        // ones alone may be scores or places of options
        (&["1", "1"], &options, None, Reading::Undecided),
        (&["1", "0", "3"], &options, None, Reading::Undecided),
        // somebody said how numbers are read
        (
            &["1", "0", "1"],
            &options,
            Some(Reading::Scores),
            Reading::Scores,
        ),
        (&["√", "√"], &options, Some(Reading::Scores), Reading::Ticks),
        // a nought that is a score, and marks that are options
        (&["1", "0", "1"], &with_nought, None, Reading::Scores),
        (&["√", "×", "√"], &called, None, Reading::Labels),
    ] {
        assert_eq!(reading(values, options, asked), expected, "{values:?}");
    }
    let asked = questionnaire([item("A", "质量", ItemKind::Rating, &FIVE)]);
    let rows: [&[&str]; 3] = [&["备注", "质量"], &["x", "√"], &["y", ""]];
    let sheet = sheet("a.xlsx", xlsx(&rows)).unwrap();
    let progress = Progress::default();
    let mut mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    assert_eq!(mapping.undecided(), [Undecided::Ticks(1)]);
    let told = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress);
    assert!(told.unwrap_err().to_string().contains("B 质量"));
    // Once somebody says so, the column is that of one option.
    mapping.columns[1].target = Target::ItemOption(LineageId(0), 1);
    mapping.columns[1].reading = Reading::Labels;
    let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
    assert_eq!(read.columns[0].get(0), Answer::Option(1));
    assert!(read.issues.is_empty(), "{:?}", read.issues);
}
