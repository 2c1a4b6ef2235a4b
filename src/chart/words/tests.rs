//! Sentences in both languages.

use super::*;
use crate::analysis::{Change, Difference, Fate, TrendLine, TrendPoint, Verdict, Wording};
use crate::chart::Lines;
use crate::i18n::Language;
use crate::model::{Normalisation, Period, Rules, Subject, WaveId};

/// A line of half-years from 2023H2 on.
pub(in crate::chart) fn line(subject: Subject, name: Option<&str>, scores: &[f64]) -> TrendLine {
    let first: Period = "2023H2".parse().unwrap();
    let periods = std::iter::successors(Some(first), |period| Some(period.next()));
    let points = periods.zip(scores).map(|(period, score)| TrendPoint {
        wave: WaveId(1),
        period,
        label: String::new(),
        revision: "A/2".to_owned(),
        score: Some(*score),
        n: 24,
        valid: 24,
        low: Some(score - 1.0),
        high: Some(score + 1.0),
        target: Some(85.0),
        target_met: Some(*score >= 85.0),
        scored_by: Rules::default(),
        breaks_before: false,
        wording: Wording::default(),
        rules: Vec::new(),
        restated: Vec::new(),
        change: None,
        since: Vec::new(),
        hidden: false,
    });
    TrendLine {
        subject,
        code: None,
        name: name.map(str::to_owned),
        points: points.collect(),
        typed: Vec::new(),
    }
}

pub(in crate::chart) fn dimension(code: &str, name: &str, scores: &[f64]) -> TrendLine {
    line(Subject::Dimension(code.to_owned()), Some(name), scores)
}

fn title(lines: &[TrendLine], language: Language) -> String {
    let rules = Rules::default();
    let lines = Lines {
        lines,
        survey: "",
        rules: &rules,
    };
    trend_title(&lines, language)
}

/// The newest step of a line, tested.
fn tested(mut line: TrendLine, verdict: Verdict) -> TrendLine {
    if let [.., before, last] = line.points.as_mut_slice() {
        last.change = Some(Change {
            before: before.score.unwrap(),
            after: last.score.unwrap(),
            test: None,
            p_adjusted: Some(0.01),
            verdict,
            margin: 3.0,
            same: None,
            hidden: false,
        });
    }
    line
}

#[test]
fn a_title_states_the_finding() {
    let lines = [
        tested(
            line(Subject::Index, None, &[86.0, 85.0, 83.0, 86.0, 84.6]),
            Verdict::CannotTell,
        ),
        tested(
            dimension("PR", "价格", &[83.0, 81.0, 79.0, 77.0, 73.0]),
            Verdict::Fell,
        ),
        tested(
            dimension("DE", "交付", &[85.5, 85.5, 74.0, 83.0, 86.0]),
            Verdict::CannotTell,
        ),
    ];
    assert_eq!(
        title(&lines, Language::Zh),
        "价格比上期下降 4.0 分；指数 84.6，比上期低 1.4 分（可能是偶然），低于目标（可能是偶然）"
    );
    assert_eq!(
        title(&lines, Language::En),
        "价格 fell by 4.0 points since the previous wave; index 84.6, 1.4 points below the previous wave (may be chance), below target (may be chance)"
    );
    let same = tested(lines[0].clone(), Verdict::NoChange);
    assert_eq!(
        title(&[same], Language::En),
        "Index 84.6, the same as the previous wave, within 3 points, below target (may be chance)"
    );
}

#[test]
fn a_title_says_when_there_is_nothing_to_say() {
    assert_eq!(title(&[], Language::Zh), "还没有可画的得分");
    let mut few = line(Subject::Index, None, &[80.0]);
    (few.points[0].n, few.points[0].score) = (4, None);
    assert_eq!(
        title(std::slice::from_ref(&few), Language::En),
        "Index has only 4 returns, no mean"
    );
    few.points[0].n = 0;
    few.points[0].score = None;
    assert_eq!(title(&[few], Language::Zh), "指数还没有得分");
}

#[test]
fn a_rate_has_no_target() {
    let mut rate = line(Subject::Satisfied, None, &[0.9, 0.85]);
    for point in &mut rate.points {
        (point.target, point.target_met) = (None, None);
    }
    assert_eq!(
        title(&[rate], Language::Zh),
        "满意率 85.0%，比上期低 5.0 个百分点"
    );
}

#[test]
fn a_printed_value_does_not_contradict_its_verdict() {
    let mut line = line(Subject::Index, None, &[84.96]);
    assert_eq!(point_value(&line.points[0], false), "84.96");
    line.points[0].score = None;
    assert_eq!(point_value(&line.points[0], false), "–");
}

#[test]
fn a_difference_is_told_from_where_to_where() {
    let lines = [dimension("PR", "价格", &[77.0, 73.0])];
    let difference = Difference {
        subject: lines[0].subject.clone(),
        since: lines[0].points[0].period,
        from: 77.0,
        to: 73.0,
        change: None,
    };
    let [zh, en] = [Language::Zh, Language::En].map(|it| told(&difference, &lines, it));
    let period = crate::i18n::period::name(Language::Zh, difference.since);
    assert_eq!(
        zh,
        format!("价格：73.0，比上期低 4.0 分（{period} 77.0）。")
    );
    assert!(
        en.contains("73.0, 4.0 points below the previous wave"),
        "{en}"
    );
}

/// Words that claim more than a difference stand only in messages of proven changes and stories.
#[test]
fn no_text_makes_more_of_a_difference_than_there_is() {
    let claims = [
        "连降",
        "连升",
        "下降",
        "上升",
        "回升",
        "已经恢复",
        "显著",
        "waves running",
        "recovered",
        " fell",
        " rose",
        "significant",
    ];
    for file in [
        include_str!("../../../assets/i18n/zh-CN/manyi.ftl"),
        include_str!("../../../assets/i18n/en/manyi.ftl"),
    ] {
        for claim in claims {
            let claiming = file.lines().filter(|line| line.contains(claim));
            let unproven = claiming.filter(|line| !line.starts_with("proven-"));
            let unproven: Vec<&str> = unproven.collect();
            assert!(unproven.is_empty(), "{claim}: {unproven:?}");
        }
    }
}

#[test]
fn a_break_names_up_to_three_items() {
    let changed = |codes: &[&str]| -> Vec<(Fate, String)> {
        let fate = |code: &&str| match *code {
            "X" => (Fate::Gone, "X".to_owned()),
            code => (Fate::Reworded, code.to_owned()),
        };
        codes.iter().map(fate).collect()
    };
    let say = |codes: &[&str], language| break_label(&changed(codes), "A/3", language);
    assert_eq!(say(&["DE2"], Language::Zh), "DE2 改写（A/3）");
    assert_eq!(
        say(&["DE2", "X", "DE3"], Language::Zh),
        "DE2、DE3 改写，X 取消（A/3）"
    );
    assert_eq!(
        say(&["A", "B", "C", "D"], Language::En),
        "A and others, 4 in all, changed (A/3)"
    );
}

#[test]
fn every_rule_is_said() {
    let rules = Rules {
        normalisation: Normalisation::MinMax,
        min_answered: 0.0,
        ..Rules::default()
    };
    assert_eq!(
        rules_in_short(&Rules::default(), Language::Zh),
        "折百 = 分值 ÷ 满分，指数按维度加权，每份答卷等权"
    );
    let words = rules_in_words(&rules, Language::En);
    assert!(words.contains(&"One answer is enough to count.".to_owned()));
    assert!(words[0].starts_with("Percent = (score − lowest)"));
    assert!(words.iter().all(|sentence| sentence.ends_with('.')));
}

#[test]
fn a_sentence_ends_in_one_full_stop() {
    let firms = "Firm 8, Firm 9 Co., Ltd.";
    assert_eq!(sentence(firms, Language::En), firms);
    assert_eq!(sentence("Firm 8", Language::En), "Firm 8.");
    assert_eq!(sentence("Ltd.", Language::Zh), "Ltd.。");
}

#[test]
fn a_number_in_a_name_is_not_read_as_its_value() {
    assert_eq!(valued("价格", "73.0"), "价格 73.0");
    assert_eq!(valued("Item number 1", "77.5"), "Item number 1: 77.5");
    assert_eq!(valued("", "77.5"), "77.5", "where the page says the name");
}
