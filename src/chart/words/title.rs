//! The title of a trend: it states the finding.

use super::story::{clause, story_subject};
use super::subject::valued;
use crate::analysis::{Story, TrendLine, TrendPoint, small, stories};
use crate::chart::trend::Lines;
use crate::i18n::{Language, number};
use crate::model::{Rules, Subject};
use crate::tr;

/// Lines other than the main one that a title speaks of, at most.
const MOST: usize = 2;

/// What the other lines did, then how the main one stands: 交付及时已经恢复，价格连降 5
/// 期；指数 84.6，略低于目标.
pub fn trend_title(lines: &Lines, language: Language) -> String {
    let Some(main) = lines.lines.first() else {
        return tr!(language, "title-nothing");
    };
    let mut told = stories(lines.lines);
    told.sort_by_key(weight);
    let (own, others): (Vec<Story>, Vec<Story>) = told
        .into_iter()
        .partition(|story| *story_subject(story) == main.subject);
    let clauses: Vec<String> = others
        .iter()
        .take(MOST)
        .map(|story| clause(story, name(lines.lines, story_subject(story)), language))
        .collect();
    let standing = standing(main, own.first(), lines.rules, language);
    if clauses.is_empty() {
        return first_large(&standing);
    }
    let clauses = clauses.join(&tr!(language, "title-comma"));
    let title = tr!(
        language,
        "title-and",
        clauses = clauses,
        standing = standing
    );
    first_large(&title)
}

/// The subjects a title of these lines speaks of, besides the main one.
pub fn told_of(lines: &[TrendLine]) -> Vec<Subject> {
    let mut told = stories(lines);
    told.sort_by_key(weight);
    let main = lines.first().map(|line| &line.subject);
    told.iter()
        .map(story_subject)
        .filter(|subject| Some(*subject) != main)
        .take(MOST)
        .cloned()
        .collect()
}

/// A fall asks for more attention than a recovery, a rise for less; a recovery is told
/// first, since it answers what was asked last time.
fn weight(story: &Story) -> usize {
    match story {
        Story::Recovered { .. } => 0,
        Story::Falling { .. } => 1,
        Story::Rising { .. } => 2,
    }
}

/// Name of a line without its code, as short as titles are.
fn name<'a>(lines: &'a [TrendLine], subject: &Subject) -> &'a str {
    let line = lines.iter().find(|line| line.subject == *subject);
    line.and_then(|line| line.name.as_deref())
        .unwrap_or_default()
}

/// The newest value of the main line, what it did, and the target.
fn standing(main: &TrendLine, own: Option<&Story>, rules: &Rules, language: Language) -> String {
    let name = match &main.subject {
        Subject::Index => tr!(language, "title-index"),
        Subject::Satisfied => tr!(language, "title-satisfied"),
        _ => main.name.clone().unwrap_or_default(),
    };
    let last = main.points.last();
    let Some((point, score)) = last.and_then(|point| Some((point, point.score?))) else {
        return tr!(language, "title-no-value", name = name);
    };
    if small(point.n) {
        return tr!(language, "title-few", name = name, n = point.n);
    }
    let value = if main.subject == Subject::Satisfied {
        number::percent(Some(score))
    } else {
        number::score_under(score, rules)
    };
    let run = match own {
        Some(Story::Falling { times, .. }) => tr!(language, "title-run-down", times = (*times)),
        Some(Story::Rising { times, .. }) => tr!(language, "title-run-up", times = (*times)),
        Some(Story::Recovered { .. }) => tr!(language, "title-run-recovered"),
        None => String::new(),
    };
    let against = if point.target.is_some() {
        against(point, language)
    } else {
        moved(main, language)
    };
    let comma = tr!(language, "title-comma");
    [valued(&name, &value), run, against]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(&comma)
}

/// The difference to the wave before, where there is no target to speak of.
fn moved(main: &TrendLine, language: Language) -> String {
    let [.., before, last] = main.points.as_slice() else {
        return String::new();
    };
    let shown = |point: &TrendPoint| point.score.filter(|_| !small(point.n));
    let both = shown(before).zip(shown(last));
    let Some((before, now)) = both.filter(|_| !last.breaks_before) else {
        return String::new();
    };
    let difference = (now - before) * 100.0;
    let points = number::decimals(difference.abs(), 1);
    match difference {
        _ if points == "0.0" => tr!(language, "change-none"),
        up if up > 0.0 => tr!(language, "title-points-up", points = points),
        _ => tr!(language, "title-points-down", points = points),
    }
}

fn against(point: &TrendPoint, language: Language) -> String {
    let (Some(met), Some(target)) = (point.target_met, point.target) else {
        return String::new();
    };
    let inside = |low: f64, high: f64| low < target && target < high;
    let uncertain = point
        .low
        .zip(point.high)
        .is_some_and(|(low, high)| inside(low, high));
    index_verdict(met, uncertain, language)
}

/// Whether a score meets its target, softly where its interval holds the target.
pub fn index_verdict(met: bool, uncertain: bool, language: Language) -> String {
    match (met, uncertain) {
        (true, _) => tr!(language, "verdict-met"),
        (false, true) => tr!(language, "verdict-just-below"),
        (false, false) => tr!(language, "verdict-below"),
    }
}

/// With a full stop, unless it ends in one: a name may, like that of Firm 9 Co., Ltd.
pub fn sentence(text: &str, language: Language) -> String {
    let stop = tr!(language, "sentence", text = "");
    let open = text.strip_suffix(stop.as_str()).unwrap_or(text);
    tr!(language, "sentence", text = open)
}

/// With a capital where the script has them.
pub(super) fn first_large(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
