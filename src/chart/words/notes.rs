//! What a reader of a trend must be told under it.

use super::line_name;
use crate::analysis::{FEW, Fate, RuleField, TrendLine, TrendPoint};
use crate::chart::Axis;
use crate::chart::trend::{Line, Lines};
use crate::i18n::{Language, number, period};
use crate::model::{Period, Subject};
use crate::tr;

/// Items named one by one at a break, at most.
const MOST_CODES: usize = 3;

/// The words at a break: DE2 改写（A/3）.
pub(in crate::chart) fn break_label(
    items: &[(Fate, String)],
    revision: &str,
    language: Language,
) -> String {
    if items.len() > MOST_CODES {
        let first = items[0].1.as_str();
        return tr!(
            language,
            "break-many",
            code = first,
            count = items.len(),
            revision = revision
        );
    }
    let of = |fate: Fate| {
        let codes: Vec<&str> = items
            .iter()
            .filter(|(other, _)| *other == fate)
            .map(|(_, code)| code.as_str())
            .collect();
        (!codes.is_empty()).then(|| codes.join(&tr!(language, "list-comma")))
    };
    let reworded = of(Fate::Reworded).map(|codes| tr!(language, "break-reworded", codes = codes));
    let gone = of(Fate::Gone).map(|codes| tr!(language, "break-gone", codes = codes));
    let parts: Vec<String> = reworded.into_iter().chain(gone).collect();
    let what = parts.join(&tr!(language, "title-comma"));
    tr!(
        language,
        "break-in-revision",
        what = what,
        revision = revision
    )
}

/// Scale, band, waves left out, wording and rules that changed without breaking a line.
pub(in crate::chart) fn trend_notes(
    lines: &Lines,
    drawn: &[Line],
    (axis, missed): (&Axis, impl Iterator<Item = Period>),
    language: Language,
) -> Vec<String> {
    let mut sentences = vec![scale(lines, axis, language)];
    let banded = |line: &&Line| line.dots.iter().any(|dot| dot.low.is_some());
    if let Some(line) = drawn.iter().find(banded) {
        let name = line.name.as_str();
        sentences.push(tr!(language, "note-band", name = name));
    }
    let mut points = lines.lines.iter().flat_map(|line| &line.points);
    if points.any(|it| {
        it.change
            .is_some_and(|it| it.verdict.proven() && !it.hidden)
    }) {
        sentences.push(tr!(language, "proven-marks"));
    }
    sentences.extend(too_few(lines.lines, language));
    sentences.extend(without_wave(missed, language));
    if drawn
        .iter()
        .flat_map(|line| &line.dots)
        .any(|dot| dot.typed)
    {
        sentences.push(tr!(language, "note-typed"));
    }
    let mut notes = vec![sentences.join(&tr!(language, "sentence-space"))];
    notes.extend(changes(lines, language));
    notes
}

fn scale(lines: &Lines, axis: &Axis, language: Language) -> String {
    let rate = |subject: &Subject| *subject == Subject::Satisfied;
    let rates = lines
        .lines
        .iter()
        .filter(|line| rate(&line.subject))
        .count();
    let what = match rates {
        0 => tr!(language, "note-scores"),
        all if all == lines.lines.len() => tr!(language, "note-rates"),
        _ => tr!(language, "note-scores-and-rates"),
    };
    if axis.broken {
        let low = number::plain(axis.low);
        tr!(language, "note-scale-from", what = what, low = low)
    } else {
        tr!(language, "note-scale", what = what)
    }
}

/// Waves of the main line with too few returns for a mean, or whose mean would tell of too few, in
/// sentences.
pub fn too_few(lines: &[TrendLine], language: Language) -> Option<String> {
    let points = lines.first()?.points.iter();
    let named = |point: &TrendPoint| match point.label.as_str() {
        "" => period::name(language, point.period),
        label => label.to_owned(),
    };
    let few = points.filter(|point| point.few());
    let (few, hidden): (Vec<&TrendPoint>, Vec<&TrendPoint>) = few.partition(|it| it.n < FEW);
    let listed = |points: Vec<&TrendPoint>| -> Option<String> {
        let periods: Vec<String> = points.into_iter().map(named).collect();
        (!periods.is_empty()).then(|| periods.join(&tr!(language, "list-comma")))
    };
    let few = listed(few).map(|periods| tr!(language, "note-few", periods = periods));
    let hidden = listed(hidden).map(|periods| tr!(language, "note-hidden", periods = periods));
    let said: Vec<String> = few.into_iter().chain(hidden).collect();
    (!said.is_empty()).then(|| said.join(&tr!(language, "sentence-space")))
}

/// Periods between the waves in which nobody was asked, in a sentence.
fn without_wave(missed: impl Iterator<Item = Period>, language: Language) -> Option<String> {
    let missed: Vec<String> = missed.map(|it| period::name(language, it)).collect();
    let periods = missed.join(&tr!(language, "list-comma"));
    (!periods.is_empty()).then(|| tr!(language, "note-no-wave", periods = periods))
}

fn changes(lines: &Lines, language: Language) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for line in lines.lines {
        let name = line_name(line, language);
        for point in &line.points {
            let said = marked(point, &name, language).into_iter();
            for note in said.chain(rules(point, language)) {
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
    }
    notes
}

fn marked(point: &TrendPoint, name: &str, language: Language) -> Option<String> {
    let codes: Vec<&str> = point
        .wording
        .items
        .iter()
        .map(|item| item.code.as_str())
        .collect();
    let codes = codes.join(&tr!(language, "list-comma"));
    let period = period::name(language, point.period);
    point.wording.marked().then(|| {
        tr!(
            language,
            "note-marked",
            name = name,
            period = period,
            codes = codes
        )
    })
}

/// Rules by name, in one.
pub(super) fn rule_names(fields: &[RuleField], language: Language) -> String {
    let name = |field: &RuleField| match field {
        RuleField::Normalisation => tr!(language, "rule-normalisation"),
        RuleField::Index => tr!(language, "rule-index"),
        RuleField::NotApplicable => tr!(language, "rule-na"),
        RuleField::MinAnswered => tr!(language, "rule-min-answered"),
        RuleField::Weights => tr!(language, "rule-weights"),
        RuleField::Shares => tr!(language, "rule-shares"),
        RuleField::Options => tr!(language, "rule-options"),
    };
    let fields: Vec<String> = fields.iter().map(name).collect();
    fields.join(&tr!(language, "list-comma"))
}

fn rules(point: &TrendPoint, language: Language) -> Option<String> {
    let named = |fields: &[RuleField]| rule_names(fields, language);
    let (apart, anew) = (named(&point.rules), named(&point.restated));
    let period = period::name(language, point.period);
    if !anew.is_empty() {
        return Some(tr!(
            language,
            "note-restated",
            period = period,
            fields = anew
        ));
    }
    (!apart.is_empty()).then(|| tr!(language, "note-rules", period = period, fields = apart))
}
