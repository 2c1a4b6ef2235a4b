//! Workbooks written by the program read back as what they were written from.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "workbooks/scores.rs"]
mod scores;
mod story;

use manyi::i18n::Language;
use manyi::intake::definition::{self, Definition};
use manyi::intake::{Spreadsheet, file, mapping, returns};
use manyi::model::{
    Answer, AnswerColumn, Band, Bound, Dimension, Flag, IndexRule, Item, ItemKind, LineageId,
    Normalisation, NotApplicable, Period, PeriodKind, Progress, Questionnaire, Rules, Scale,
    ScaleOption, Survey, SurveyId, Validity, Weighting,
};
use manyi::paper::excel;
use story::{Kind, Story};

fn open(bytes: Vec<u8>) -> Spreadsheet {
    let source = file::source("book.xlsx".to_owned(), bytes);
    Spreadsheet::open(&source.name, &source.bytes, &Progress::default()).unwrap()
}

fn reread(story: &Story, language: Language) -> Definition {
    let revision = story.surveyed(story.newest()).revision;
    let bytes = excel::definition(&story.data, revision, language).unwrap();
    definition::read(&mut open(bytes), &Progress::default()).unwrap()
}

/// Without what a workbook does not say: lineages count anew, and every item is new.
fn plain(questionnaire: &Questionnaire) -> Questionnaire {
    let mut plain = questionnaire.clone();
    for (at, item) in (0..).zip(&mut plain.items) {
        item.lineage = LineageId(at);
        item.origin = manyi::model::Origin::New;
    }
    plain
}

#[test]
fn a_definition_reads_back_as_it_was() {
    for language in Language::ALL {
        let mut story = Story::new(Kind::default());
        for revision in story.data.revisions.iter_mut() {
            *revision = manyi::model::Revision {
                questionnaire: every_kind(&revision.questionnaire),
                ..revision.clone()
            };
        }
        // The waves are as long as those rules say.
        for wave in story.data.waves.iter_mut() {
            let quarter = wave.period.part() * 2;
            let period = Period::new(PeriodKind::Quarter, wave.period.year(), quarter);
            wave.period = period.unwrap();
        }
        let read = reread(&story, language);
        let revision = story.surveyed(story.newest()).revision;
        assert_eq!(read.warnings, [], "{language:?}");
        assert_eq!(read.revision_label, revision.label);
        assert_eq!(read.document, revision.document);
        assert_eq!(plain(&read.questionnaire), plain(&revision.questionnaire));
    }
}

#[test]
fn customers_and_frames_come_along() {
    let story = Story::new(Kind::default());
    let read = reread(&story, Language::Zh);
    assert_eq!(read.customers.len(), 30);
    for (read, known) in read.customers.iter().zip(&story.data.customers) {
        assert_eq!(read.customer(known.id), *known);
    }
    // Four waves asked the newest revision.
    assert_eq!(read.frame.len(), 4 * 30);
    let issued = read.frame.iter().filter(|row| row.issued.is_some());
    assert_eq!(issued.count(), 4 * 28);
}

/// Rules nowhere the usual ones.
fn unusual() -> Rules {
    Rules {
        period: PeriodKind::Quarter,
        target: 82.5,
        target_rule: Bound::Above,
        normalisation: Normalisation::MinMax,
        index: IndexRule::Pooled,
        na: NotApplicable::Include,
        min_answered: 0.25,
        weights: Weighting::Turnover,
        bands: [
            (87.5, "好; 很好".replace("; ", "和")),
            (0.0, "差".to_owned()),
        ]
        .map(|(from, name)| Band { from, name })
        .to_vec(),
        bands_rule: Bound::Above,
        validity: Validity {
            least: 0.8,
            required: true,
            alike: 5,
            seconds: 1.5,
            voids: vec![Flag::TooFew, Flag::TooFast],
        },
        no_change_within: 2.5,
    }
}

/// The questionnaire with every kind of item and a rule set that is nowhere the usual one.
fn every_kind(questionnaire: &Questionnaire) -> Questionnaire {
    let mut all = questionnaire.clone();
    all.rules = unusual();
    all.dimensions.push(Dimension {
        code: "PR.1".to_owned(),
        name: "报价".to_owned(),
        parent: Some("PR".to_owned()),
        weight: 1.5,
    });
    // The same name as the scale of the other items, with other options.
    let other = Scale {
        order_assumed: false,
        name: "五级".to_owned(),
        options: ["好", "差", "说不清"]
            .iter()
            .enumerate()
            .map(|(at, label)| ScaleOption {
                label: (*label).to_owned(),
                score: (at < 2).then_some(2.0 - at as f64),
                satisfied: at == 0,
                aliases: vec![format!("{label}的"), format!("很{label}")],
            })
            .collect(),
    };
    let kinds = [
        (ItemKind::YesNo, Some("是否".to_owned())),
        (ItemKind::Single, Some("单选".to_owned())),
        (ItemKind::Multi, Some("多选".to_owned())),
        (ItemKind::Nps, None),
        (ItemKind::Number, None),
        (ItemKind::Text, None),
        (ItemKind::Date, None),
    ];
    for (kind, scale) in kinds {
        all.items.push(Item {
            lineage: LineageId(0),
            code: format!("K{}", all.items.len()),
            text: format!("题 {kind:?}"),
            dimension: (kind == ItemKind::YesNo).then(|| "PR.1".to_owned()),
            kind,
            scale: scale.map(|name| Scale {
                order_assumed: false,
                name,
                ..other.clone()
            }),
            scored: kind == ItemKind::YesNo,
            weight: 2.0,
            required: false,
            segment: kind == ItemKind::Single,
            importance_of: (kind == ItemKind::Number).then(|| "PR1".to_owned()),
            aliases: vec!["别名一".to_owned() + &all.items.len().to_string()],
            ..questionnaire.items[0].clone()
        });
    }
    all
}

#[test]
fn scales_of_one_name_with_other_options_stay_apart() {
    let mut story = Story::new(Kind::default());
    for revision in story.data.revisions.iter_mut() {
        let scale = revision.questionnaire.items[3].scale.as_mut().unwrap();
        scale.options.pop();
    }
    let read = reread(&story, Language::Zh);
    let options = |at: usize| {
        read.questionnaire.items[at]
            .scale
            .as_ref()
            .unwrap()
            .options
            .len()
    };
    assert_eq!((options(2), options(3), options(4)), (6, 5, 6));
}

/// Asks one number more, skipped and left blank by some.
fn ask_a_number(story: &mut Story) {
    for revision in story.data.revisions.iter_mut() {
        let mut item = revision.questionnaire.items[0].clone();
        item.lineage = LineageId(99);
        item.code = "N1".to_owned();
        item.text = "推荐的可能性".to_owned();
        item.dimension = None;
        (item.kind, item.scale, item.scored) = (ItemKind::Nps, None, false);
        revision.questionnaire.items.push(item);
    }
    let numbers = (0..25).map(|row| match row {
        3 => Answer::Blank,
        4 => Answer::Skipped,
        row => Answer::Number(f64::from(row % 11)),
    });
    for returns in &mut story.returns {
        returns
            .columns
            .push(AnswerColumn::Other(numbers.clone().collect()));
    }
}

#[test]
fn returns_import_again_as_they_were() {
    let mut story = Story::new(Kind::default());
    let newest = story.newest();
    let number_item = story.data.revisions[1].questionnaire.items.len();
    ask_a_number(&mut story);
    let surveyed = story.surveyed(newest);
    let mut book = excel::ReturnsBook::new(&story.data, Language::Zh);
    book.add(
        surveyed.wave,
        surveyed.revision,
        &story.returns[newest],
        &Progress::default(),
    )
    .unwrap();
    book.add(
        story.surveyed(0).wave,
        story.surveyed(0).revision,
        &story.returns[0],
        &Progress::default(),
    )
    .unwrap();
    let mut book = open(book.bytes().unwrap());
    let names: Vec<&str> = book
        .sheets()
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(names, ["2026H1", "2023H2"]);
    let progress = Progress::default();
    let sheet = book.read(0, &progress).unwrap();
    let questionnaire = &surveyed.revision.questionnaire;
    let proposed = mapping::propose(
        &sheet,
        questionnaire,
        &story.data.customers,
        None,
        &Progress::default(),
    )
    .unwrap();
    let context = returns::Context {
        questionnaire,
        customers: &story.data.customers,
        wave: surveyed.wave.id,
        period: Some(surveyed.wave.period),
        there: &Default::default(),
    };
    let read = returns::read(&sheet, &proposed, &context, &progress).unwrap();
    let written = &story.returns[newest];
    assert_eq!(read.returns.len(), written.returns.len());
    for (row, (read, one)) in read.returns.iter().zip(&written.returns).enumerate() {
        assert_eq!(read.customer, one.customer, "row {row}");
        assert_eq!(read.respondent, one.respondent);
        assert_eq!(read.date, one.date);
        assert_eq!(read.channel, one.channel);
        assert_eq!(read.void, one.void);
    }
    for (item, (read, known)) in read.columns.iter().zip(&written.columns).enumerate() {
        for row in 0..written.returns.len() {
            assert_eq!(read.get(row), known.get(row), "item {item} row {row}");
        }
    }
    assert_eq!(read.columns[number_item].get(4), Answer::Skipped);
    assert_eq!(read.returns.iter().filter(|one| !one.valid()).count(), 1);
}

#[test]
fn sheets_of_several_surveys_have_names_of_their_own() {
    let mut story = Story::new(Kind {
        waves: 1,
        ..Kind::default()
    });
    story.data.surveys.push(Survey {
        id: SurveyId(2),
        name: "售后[2026]/服务：满意度".to_owned(),
    });
    let mut other = story.data.waves[0].clone();
    other.survey = SurveyId(2);
    let surveyed = story.surveyed(0);
    let mut book = excel::ReturnsBook::new(&story.data, Language::Zh);
    for wave in [surveyed.wave, &other, &other] {
        book.add(
            wave,
            surveyed.revision,
            &story.returns[0],
            &Progress::default(),
        )
        .unwrap();
    }
    let book = open(book.bytes().unwrap());
    let names: Vec<&str> = book
        .sheets()
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(names[0], "2026H1 销售客户满意度");
    assert_eq!(names[1], "2026H1 售后 2026  服务：满意度");
    assert_eq!(names[2], "2026H1 售后 2026  服务：满意度 2");
}
