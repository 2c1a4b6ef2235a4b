//! The title of a trend: it states the finding.

use super::change::story;
use super::difference::{self, clause};
use super::subject::valued;
use crate::analysis::{Against, Difference, FEW, TrendLine, TrendPoint, differences, stories};
use crate::chart::trend::Lines;
use crate::i18n::{Language, number};
use crate::model::{Rules, Subject};
use crate::tr;

/// Lines other than the main one that a title speaks of, at most.
const MOST: usize = 2;

/// What the other lines did beyond chance, then how the main one stands: 价格连续 3 期下降；指数
/// 84.6，比上期低 1.4 分，可能是偶然，低于目标.
pub fn trend_title(lines: &Lines, language: Language) -> String {
    let Some(main) = lines.lines.first() else {
        return tr!(language, "title-nothing");
    };
    let told = stories(lines.lines);
    let name_of = |subject: &Subject| name(lines.lines, subject, language);
    let mut clauses: Vec<String> = told
        .iter()
        .map(|it| story(it, &name_of(&it.subject), language))
        .collect();
    let changes = proven(lines.lines);
    let others = changes.iter().filter(|it| it.subject != main.subject);
    let untold = others.filter(|it| told.iter().all(|other| other.subject != it.subject));
    clauses.extend(untold.map(|it| clause(it, &name_of(&it.subject), language)));
    clauses.truncate(MOST);
    let all = differences(lines.lines);
    let own = all.iter().find(|it| it.subject == main.subject);
    let standing = standing(main, own, lines.rules, language);
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
    let main = lines.first().map(|line| &line.subject);
    let told = stories(lines).into_iter().map(|it| it.subject);
    let changed = proven(lines).into_iter().map(|it| it.subject);
    let mut all: Vec<Subject> = Vec::new();
    for subject in told.chain(changed) {
        if Some(&subject) != main && !all.contains(&subject) {
            all.push(subject);
        }
    }
    all.truncate(MOST);
    all
}

/// Changes since the wave before that are more than chance, the widest first.
fn proven(lines: &[TrendLine]) -> Vec<Difference> {
    let beyond = |it: &Difference| it.change.is_some_and(|it| it.verdict.proven());
    let mut all: Vec<Difference> = differences(lines).into_iter().filter(beyond).collect();
    all.sort_by(|a, b| b.points().abs().total_cmp(&a.points().abs()));
    all
}

/// Name of a line without its code, as short as titles are.
fn name(lines: &[TrendLine], subject: &Subject, language: Language) -> String {
    match subject {
        Subject::Index => tr!(language, "title-index"),
        Subject::Satisfied => tr!(language, "title-satisfied"),
        Subject::Dimension(_) | Subject::Item(_) => {
            let line = lines.iter().find(|line| line.subject == *subject);
            line.and_then(|line| line.name.clone()).unwrap_or_default()
        }
    }
}

/// The newest value of the main line, how it differs, and the target.
fn standing(
    main: &TrendLine,
    own: Option<&Difference>,
    rules: &Rules,
    language: Language,
) -> String {
    let name = name(std::slice::from_ref(main), &main.subject, language);
    let last = main.points.last();
    if let Some(few) = last.filter(|point| point.n > 0 && point.few()) {
        return match few.n < FEW {
            true => tr!(language, "title-few", name = name, n = few.n),
            false => tr!(language, "title-hidden", name = name),
        };
    }
    let Some((point, score)) = last.and_then(|point| Some((point, point.score?))) else {
        return tr!(language, "title-no-value", name = name);
    };
    let value = if main.subject == Subject::Satisfied {
        number::percent(Some(score))
    } else {
        number::score_under(score, rules)
    };
    let moved = own.map(|own| difference::moved(own, language));
    let comma = tr!(language, "title-comma");
    [
        valued(&name, &value),
        moved.unwrap_or_default(),
        against(point, language),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(&comma)
}

fn against(point: &TrendPoint, language: Language) -> String {
    let Some(score) = point.score.filter(|_| point.target_met.is_some()) else {
        return String::new();
    };
    let ends = (point.low, point.high);
    let against = Against::of_score(score, ends, &point.scored_by);
    index_verdict(against, language)
}

/// Whether a score meets its target, and whether that may be chance.
pub fn index_verdict(against: Against, language: Language) -> String {
    match against {
        Against::Met => tr!(language, "verdict-met"),
        Against::MetPerhaps => tr!(language, "verdict-met-perhaps"),
        Against::BelowPerhaps => tr!(language, "verdict-below-perhaps"),
        Against::Below => tr!(language, "verdict-below"),
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
