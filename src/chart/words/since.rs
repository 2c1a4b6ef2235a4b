//! What changed since another wave, in words: how many rose and fell, how a change is written,
//! what the same customers say by themselves, and how the verdicts came about.

use super::notes::rule_names;
use super::verdict_word;
use crate::analysis::{Change, Changes, Matched, Verdict};
use crate::i18n::{Language, number, period};
use crate::tr;

/// The wave compared with, as it is called.
pub fn since_when(changes: &Changes, language: Language) -> String {
    let time = period::name(language, changes.period);
    format!("{time} {}", changes.label).trim_end().to_owned()
}

/// How many rose, fell, stayed and cannot be told: 上升 2 · 下降 1 · 持平 5 · 说不准 12.
pub fn changes_counted(changes: &[&Change], language: Language) -> String {
    let verdicts = [
        Verdict::Rose,
        Verdict::Fell,
        Verdict::NoChange,
        Verdict::CannotTell,
    ];
    let counted = verdicts.map(|verdict| {
        let all = changes.iter().filter(|it| !it.hidden);
        let count = all.filter(|it| it.verdict == verdict).count();
        let word = verdict_word(verdict, language);
        tr!(language, "changes-count", word = word, count = count)
    });
    counted.join(" · ")
}

/// A difference with its sign; what is proven is never written as 0.0.
pub fn difference_written(points: f64, verdict: Verdict) -> String {
    let short = number::signed(Some(points));
    if !verdict.proven() || short != "0.0" {
        return short;
    }
    let sign = if points < 0.0 { "−" } else { "+" };
    format!("{sign}{}", number::worth(points.abs()))
}

/// The interval the verdict goes by: 95 %, of what stayed the same 90 %, as its two tests ask.
/// With as many decimals as it takes that no end is 0.0 that is not.
pub fn change_interval(change: &Change, language: Language) -> Option<String> {
    let test = change.test?;
    let same = change.verdict == Verdict::NoChange;
    let (low, high) = if same {
        test.interval_90()?
    } else {
        test.interval()?
    };
    let ends = [low, high].map(|end| difference_written(end, change.verdict));
    let [low, high] = ends;
    Some(match same {
        true => tr!(language, "changes-interval-90", low = low, high = high),
        false => tr!(language, "changes-interval", low = low, high = high),
    })
}

/// What the same customers say by themselves, beside the verdict on all.
pub fn same_customers(name: &str, same: &Matched, all: Verdict, language: Language) -> String {
    tr!(
        language,
        "changes-same-customers",
        name = name,
        count = same.customers,
        before = number::score(Some(same.before)),
        after = number::score(Some(same.after)),
        points = difference_written(same.difference(), same.verdict),
        verdict = verdict_word(same.verdict, language),
        all = verdict_word(all, language)
    )
}

/// How the verdicts came about, and by which rules both waves are scored.
pub fn changes_judged(changes: &Changes, margin: f64, language: Language) -> Vec<String> {
    let margin = number::plain(margin);
    let mut said = vec![
        tr!(language, "proven-judged", points = margin),
        tr!(language, "proven-corrected"),
    ];
    if !changes.restated.is_empty() {
        let wave = since_when(changes, language);
        let fields = rule_names(&changes.restated, language);
        said.push(tr!(
            language,
            "changes-restated",
            wave = wave,
            fields = fields
        ));
    }
    said
}
