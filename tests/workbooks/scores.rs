//! The workbook of the scores: figures as numbers, and everything that is drawn as tables.

use manyi::analysis::{Note, segments};
use manyi::chart::Compared;
use manyi::i18n::Language;
use manyi::intake::Spreadsheet;
use manyi::model::Progress;
use manyi::paper::Heading;
use manyi::paper::excel::{self, Scored};

use crate::open;
use crate::story::{Kind, Story};

fn scores(story: &Story, compared: Compared<'_>, heading: &Heading<'_>) -> Spreadsheet {
    let evidence = story.evidence();
    let asked = &evidence.current.revision.questionnaire;
    let segments = segments(asked, evidence.returns, evidence.frame, evidence.customers);
    let scored = Scored {
        compared,
        survey: story.survey(),
        lines: &story.lines(),
        segments: &segments,
        whom: &[],
        groups: &[],
        returns: evidence.returns,
        actions: &story.data.actions,
        customers: evidence.customers,
        today: jiff::civil::date(2026, 7, 6),
    };
    open(excel::scores(&scored, heading).unwrap())
}

#[test]
fn the_figures_are_numbers() {
    let story = Story::new(Kind::default());
    let evidence = story.evidence();
    let compared = Compared {
        current: evidence.current,
        previous: evidence.previous,
        chosen: false,
        revisions: evidence.revisions,
    };
    let heading = Heading {
        workspace: &story.data.workspace,
        language: Language::En,
    };
    let mut book = scores(&story, compared, &heading);
    let names: Vec<&str> = book
        .sheets()
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Score",
            "Changes",
            "Answers by item",
            "Answers on each scale",
            "Whom the returns stand for",
            "Trend",
            "Open corrective actions",
            "The survey"
        ]
    );
    let sheet = book.read(0, &Progress::default()).unwrap();
    let column = |title: &str| {
        let found = sheet.columns.iter().find(|column| column.title == title);
        found.unwrap_or_else(|| panic!("no column {title}"))
    };
    let index = evidence.current.figures.index.score.unwrap();
    let found = column("Score").value(0).found();
    assert!(
        (found.parse::<f64>().unwrap() - index).abs() < 1e-9,
        "{found}"
    );
    assert_eq!(column("n").value(0).found(), "24");
}

#[test]
fn drawn_answers_segments_and_actions_are_tables_too() {
    let mut story = Story::new(Kind::default());
    let newest = story.newest();
    // One valid return whose customer has no region, now or then.
    let returns = &story.returns[newest].returns;
    let known = returns.iter().find(|one| one.valid()).unwrap();
    let customer = known.customer.unwrap();
    for entries in story.data.frames.values_mut() {
        for entry in entries.iter_mut().filter(|it| it.customer == customer) {
            entry.attributes.clear();
        }
    }
    for one in story
        .data
        .customers
        .iter_mut()
        .filter(|it| it.id == customer)
    {
        one.attributes.clear();
    }
    let note = Note::OffList(5);
    story.figures[newest].notes.push(note);
    let evidence = story.evidence();
    let compared = Compared {
        current: evidence.current,
        previous: evidence.previous,
        chosen: false,
        revisions: evidence.revisions,
    };
    let heading = Heading {
        workspace: &story.data.workspace,
        language: Language::En,
    };
    let mut book = scores(&story, compared, &heading);
    let mut read = |at| book.read(at, &Progress::default()).unwrap();
    let answers = read(3);
    let titles: Vec<&str> = answers.columns.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Item",
            "很不满意",
            "不满意",
            "一般",
            "满意",
            "很满意",
            "Satisfied",
            "Score"
        ]
    );
    let shares = answers.columns[1..6].iter();
    // They are shown in percent, and are read as what they show.
    let percent = |it: String| it.strip_suffix('%').unwrap().parse::<f64>().unwrap();
    let shares = shares.map(|it| percent(it.value(0).found()));
    assert!((shares.sum::<f64>() - 100.0).abs() < 1e-7);
    let whom = read(4);
    let rows: Vec<Vec<String>> = (0..whom.rows())
        .map(|row| {
            whom.columns
                .iter()
                .map(|it| it.value(row).found())
                .collect()
        })
        .collect();
    let unassigned: Vec<&Vec<String>> =
        rows.iter().filter(|row| row[1] == "Not assigned").collect();
    assert!(unassigned.iter().all(|row| row[3] == "1"), "{rows:?}");
    let valid = |name: &str| -> usize {
        let of = rows.iter().filter(|row| row[0] == name);
        of.map(|row| row[3].parse::<usize>().unwrap()).sum()
    };
    assert_eq!((valid("区域"), unassigned[0][0].as_str()), (24, "区域"));
    assert_eq!(read(6).columns[0].title, "Number");
    let about = read(7);
    let mut said = about.columns[1].values().map(|(cell, _)| cell.found());
    assert!(
        said.any(|words| words.starts_with("5 returns are of customers who are not on the list"))
    );
}
