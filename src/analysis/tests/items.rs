//! Items of every kind, and waves with little or nothing in them.

use super::super::example::{answered, item, rated, scale, six, two_dimensions};
use super::super::{Answered, Figure, comments, ratings, rows_behind, text_items_beside};
use super::{near, plain};
use crate::model::{
    Answer, AnswerColumn, ItemKind, LineageId, Questionnaire, ScaleOption, WaveReturns, Weighting,
};

fn one(kind: ItemKind) -> Questionnaire {
    let mut questionnaire = two_dimensions();
    questionnaire.items.truncate(1);
    questionnaire.items[0].kind = kind;
    questionnaire
}

#[test]
fn a_wave_without_returns_shows_nothing_rather_than_zero() {
    let nothing = WaveReturns {
        columns: vec![AnswerColumn::Choice(Vec::new()); 4],
        returns: Vec::new(),
        ..six()
    };
    let figures = plain(&two_dimensions(), &nothing);
    let nothing = Figure {
        few: true,
        ..Figure::default()
    };
    assert_eq!(figures.index, nothing);
    assert_eq!(figures.items[0].figure, nothing);
    assert_eq!(figures.items[0].mean, None);
    assert_eq!(figures.items[0].counts.len(), 5);
    assert_eq!(figures.ledger.valid_rate, None);
    assert_eq!(figures.ledger.coverage, None);
}

#[test]
fn one_return_has_a_score_and_a_rate_but_no_spread() {
    let figures = plain(&two_dimensions(), &rated(&[&[5, 4, 3, 2]]));
    let figure = &figures.items[0].figure;
    assert_eq!((figure.score, figure.n), (Some(100.0), 1));
    assert_eq!((figure.sd, figure.low, figure.high), (None, None, None));
    near(figure.satisfied_low, 0.206_549_314_377_237_4, 1e-12);
    assert_eq!(figure.satisfied_high, Some(1.0));
}

#[test]
fn equal_answers_have_no_spread_and_are_no_certainty() {
    let figures = plain(&two_dimensions(), &rated(&[&[4; 4], &[4; 4], &[4; 4]]));
    let index = &figures.index;
    assert_eq!(index.sd, Some(0.0));
    near(index.low, 26.335_293_230_100, 1e-9);
    near(index.high, 99.242_775_899_815, 1e-9);
}

#[test]
fn answers_n_a_and_blanks_are_all_returns() {
    let rows: [&[u8]; 5] = [
        &[5, 0, 9, 1],
        &[0, 0, 9, 1],
        &[9, 0, 9, 1],
        &[4, 0, 9, 1],
        &[3, 0, 9, 1],
    ];
    for item in &plain(&two_dimensions(), &rated(&rows)).items {
        assert_eq!(item.figure.n + item.na + item.blank, 5);
        assert_eq!(
            item.counts.iter().map(|one| one.n).sum::<Option<usize>>(),
            Some(item.figure.n)
        );
    }
}

#[test]
fn an_option_without_a_score_is_not_applicable() {
    let mut questionnaire = one(ItemKind::Rating);
    let mut with_unknown = scale(&[5.0, 3.0, 1.0], 1);
    with_unknown.options.push(ScaleOption {
        label: "不清楚".to_owned(),
        score: None,
        satisfied: false,
        aliases: Vec::new(),
    });
    questionnaire.items[0].scale = Some(with_unknown);
    let returns = answered(&[
        vec![Answer::Option(0)],
        vec![Answer::Option(3)],
        vec![Answer::NotApplicable],
        vec![Answer::Option(7)],
        vec![Answer::Unreadable],
    ]);
    let figures = plain(&questionnaire, &returns);
    let item = &figures.items[0];
    assert_eq!((item.figure.n, item.na, item.blank), (1, 2, 2));
    assert_eq!(item.counts[3].n, Some(1));
    assert_eq!(
        figures.by_return.index,
        [Some(100.0), None, None, None, None]
    );
    let behind = |wanted| {
        rows_behind(
            &questionnaire,
            &returns,
            &[0, 1, 2, 3, 4],
            LineageId(1),
            wanted,
        )
    };
    assert_eq!(behind(Answered::Any), [0]);
    assert_eq!(behind(Answered::NotApplicable), [1, 2]);
    assert_eq!(behind(Answered::Nothing), [3, 4]);
    assert_eq!(behind(Answered::Option(3)), [1]);
}

#[test]
fn a_scale_without_a_satisfied_option_has_no_rate() {
    let mut questionnaire = two_dimensions();
    questionnaire.items[0].scale = Some(scale(&[5.0, 4.0, 3.0, 2.0, 1.0], 0));
    let figures = plain(&questionnaire, &rated(&[&[5, 5, 1, 1]]));
    assert_eq!(figures.items[0].figure.satisfied, None);
    assert_eq!(figures.items[0].figure.satisfied_low, None);
    // Nor does it water down the rate of its dimension.
    assert_eq!(figures.dimensions[0].figure.satisfied, Some(1.0));
    near(figures.index.satisfied, 1.0 / 3.0, 1e-12);
}

#[test]
fn unscored_items_have_figures_and_enter_nothing() {
    let mut questionnaire = two_dimensions();
    let mut importance = item(9, Some("A"), questionnaire.items[0].scale.clone());
    importance.scored = false;
    questionnaire.items.push(importance);
    let figures = plain(
        &questionnaire,
        &rated(&[&[4, 4, 4, 4, 1], &[4, 4, 4, 4, 2]]),
    );
    assert_eq!(figures.index.score, Some(80.0));
    assert_eq!(figures.index.satisfied, Some(1.0));
    let importance = &figures.items[4];
    assert_eq!(importance.figure.score, Some(30.0));
    assert_eq!((importance.share, importance.scored), (None, false));
    near(importance.figure.sd, 14.142_135_623_7, 1e-9);
}

#[test]
fn nps_items_count_promoters_and_percents_of_ten() {
    let mut questionnaire = one(ItemKind::Nps);
    questionnaire.items[0].scale = None;
    questionnaire.items[0].scored = false;
    let answers = [10.0, 9.0, 8.0, 6.0, 0.0, 11.0, f64::NAN];
    let mut rows: Vec<Vec<Answer>> = answers.iter().map(|x| vec![Answer::Number(*x)]).collect();
    rows.push(vec![Answer::Blank]);
    let figures = plain(&questionnaire, &answered(&rows));
    let item = &figures.items[0];
    assert_eq!(
        (item.figure.n, item.blank),
        (5, 3),
        "beyond 0–10 is no answer"
    );
    near(item.mean, 6.6, 1e-12);
    near(item.figure.score, 66.0, 1e-9);
    let nps = item.nps.unwrap();
    assert_eq!((nps.promoters, nps.detractors, nps.n), (2, 2, 5));
    assert_eq!(nps.score, 0.0);
    assert_eq!(item.counts.len(), 11);
    assert_eq!(item.counts[10].n, Some(1));
    assert_eq!(item.figure.satisfied, None);
    assert_eq!(figures.index.score, None);
}

#[test]
fn several_ticks_are_counted_and_have_no_score() {
    let mut questionnaire = one(ItemKind::Multi);
    questionnaire.items[0].scored = true;
    let returns = answered(&[
        vec![Answer::Options(vec![0, 2])],
        vec![Answer::Options(vec![2])],
        vec![Answer::Blank],
    ]);
    let figures = plain(&questionnaire, &returns);
    let counts: Vec<usize> = figures.items[0]
        .counts
        .iter()
        .filter_map(|one| one.n)
        .collect();
    assert_eq!(counts, [1, 0, 2, 0, 0]);
    assert_eq!((figures.items[0].figure.n, figures.items[0].blank), (2, 1));
    assert_eq!(figures.items[0].figure.score, None);
    assert!(!figures.items[0].scored);
}

#[test]
fn the_share_of_a_tick_is_of_the_returns_that_answered() {
    let mut questionnaire = one(ItemKind::Multi);
    let ticks = |codes: &[u8]| vec![Answer::Options(codes.to_vec())];
    let mut rows = vec![
        ticks(&[0, 2]),
        ticks(&[2, 2]),
        ticks(&[0, 1, 2]),
        ticks(&[2]),
    ];
    rows.push(vec![Answer::Blank]);
    let few = plain(&questionnaire, &answered(&rows));
    let none = few.items[0]
        .counts
        .iter()
        .all(|it| few.items[0].ticked(it).is_none());
    assert!(none, "four are few");
    rows.push(ticks(&[1]));
    // A tick weighs nothing, whatever the customer does.
    questionnaire.rules.weights = Weighting::Turnover;
    let figures = plain(&questionnaire, &answered(&rows));
    let rates = figures.items[0].counts.iter();
    let rates: Vec<_> = rates.filter_map(|it| figures.items[0].ticked(it)).collect();
    let shares: Vec<f64> = rates.iter().map(|it| it.share).collect();
    assert_eq!(
        shares,
        [0.4, 0.4, 0.8, 0.0, 0.0],
        "of five, more than all together"
    );
    // statsmodels: proportion_confint(4, 5, method="wilson")
    near(rates[2].low, 0.375_534_629_8, 1e-9);
    near(rates[2].high, 0.963_775_891_4, 1e-9);
}

#[test]
fn a_plain_choice_counts_its_answers() {
    let mut questionnaire = one(ItemKind::Single);
    for option in questionnaire.items[0]
        .scale
        .iter_mut()
        .flat_map(|scale| &mut scale.options)
    {
        (option.score, option.satisfied) = (None, false);
    }
    let figures = plain(&questionnaire, &rated(&[&[5], &[5], &[1], &[0]]));
    let item = &figures.items[0];
    assert_eq!((item.figure.n, item.na, item.blank), (3, 0, 1));
    assert_eq!((item.figure.score, item.figure.satisfied), (None, None));
}

#[test]
fn void_returns_count_nowhere_but_in_the_ledger() {
    let mut returns = six();
    returns.returns[3].void = Some("同一份重复".to_owned());
    let figures = plain(&two_dimensions(), &returns);
    assert_eq!((figures.ledger.returned, figures.ledger.valid), (6, 5));
    assert_eq!((figures.counted, figures.index.n), (5, 5));
    assert_eq!(figures.by_return.index[3], None);
    near(figures.by_return.index[4], 66.0, 1e-9);
    near(
        figures.index.score,
        (82.0 + 80.0 + 60.0 + 66.0 + 46.0) / 5.0,
        1e-9,
    );
    assert_eq!(figures.items[0].counts[0].n, Some(1));
}

#[test]
fn packed_and_plain_columns_give_the_same() {
    let packed = six();
    let mut plainly = packed.clone();
    for column in &mut plainly.columns {
        *column = AnswerColumn::Other((0..column.len()).map(|row| column.get(row)).collect());
    }
    assert_eq!(
        plain(&two_dimensions(), &packed),
        plain(&two_dimensions(), &plainly)
    );
}

#[test]
fn ratings_start_with_the_unhappy_ones() {
    let questionnaire = two_dimensions();
    let ratings = ratings(&questionnaire, &six(), &[0, 1, 2, 3, 4, 5], LineageId(4));
    let scores: Vec<f64> = ratings.iter().map(|one| one.score).collect();
    assert_eq!(scores, [1.0, 2.0, 3.0, 3.0, 3.0, 4.0]);
    assert_eq!(ratings[0].row, 5);
    assert_eq!(ratings[0].percent, Some(20.0));
    let unhappy: Vec<bool> = ratings.iter().map(|one| one.unhappy).collect();
    assert_eq!(unhappy, [true, true, false, false, false, false]);
}

#[test]
fn unhappy_is_the_lower_half_that_does_not_count_as_satisfied() {
    use super::super::unhappy_options;
    for (scores, satisfied, expected) in [
        (
            &[5.0, 4.0, 3.0, 2.0, 1.0][..],
            2,
            &[false, false, false, true, true][..],
        ),
        (&[5.0, 4.0, 3.0, 1.0], 2, &[false, false, true, true]),
        (&[4.0, 3.0, 2.0, 1.0], 3, &[false, false, false, true]),
        (&[5.0, 3.0, 1.0], 1, &[false, false, true]),
        (&[1.0, 0.0], 1, &[false, true]),
        (&[], 0, &[]),
    ] {
        assert_eq!(unhappy_options(&scale(scores, satisfied)), expected);
    }
}

#[test]
fn comments_keep_the_item_they_answer() {
    let mut questionnaire = two_dimensions();
    let mut text = item(8, Some("B"), None);
    text.kind = ItemKind::Text;
    let general = crate::model::Item {
        dimension: None,
        lineage: LineageId(9),
        ..text.clone()
    };
    questionnaire.items = vec![
        questionnaire.items[0].clone(),
        questionnaire.items[2].clone(),
        text,
        general,
    ];
    let words = |text: &str| Answer::Text(text.to_owned());
    let returns = answered(&[
        vec![
            Answer::Option(4),
            Answer::Option(4),
            words("太贵"),
            words(" "),
        ],
        vec![
            Answer::Option(4),
            Answer::Option(4),
            Answer::Blank,
            words("很好"),
        ],
    ]);
    let all = comments(&questionnaire, &returns, &[0, 1]);
    let found: Vec<(usize, LineageId, &str)> = all
        .iter()
        .map(|one| (one.row, one.item, one.text.as_str()))
        .collect();
    assert_eq!(
        found,
        [(0, LineageId(8), "太贵"), (1, LineageId(9), "很好")]
    );
    assert_eq!(
        text_items_beside(&questionnaire, LineageId(3)),
        [LineageId(8)]
    );
    assert_eq!(
        text_items_beside(&questionnaire, LineageId(1)),
        [LineageId(9)]
    );
    assert_eq!(plain(&questionnaire, &returns).items[2].figure.n, 1);
}
