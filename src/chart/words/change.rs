//! Changes in words: what is proven is called a rise or a fall, what surely is none is called the
//! same, and what cannot be told is called that.

use crate::analysis::{Change, Story, StoryKind, Verdict};
use crate::i18n::{Language, number, period};
use crate::tr;

/// In a word, for a table.
pub fn verdict_word(verdict: Verdict, language: Language) -> String {
    match verdict {
        Verdict::Rose => tr!(language, "proven-rose-word"),
        Verdict::Fell => tr!(language, "proven-fell-word"),
        Verdict::NoChange => tr!(language, "change-same-word"),
        Verdict::CannotTell => tr!(language, "change-unsure-word"),
    }
}

/// In a clause: 比上期下降 5.3 分.
pub fn changed(change: &Change, language: Language) -> String {
    let difference = change.difference();
    let points = number::decimals(difference.abs(), 1);
    match change.verdict {
        Verdict::Rose => tr!(language, "proven-rose", points = written(difference)),
        Verdict::Fell => tr!(language, "proven-fell", points = written(difference)),
        Verdict::NoChange => {
            let points = number::plain(change.margin);
            tr!(language, "change-same", points = points)
        }
        Verdict::CannotTell if points == "0.0" => tr!(language, "change-none"),
        Verdict::CannotTell if difference > 0.0 => {
            tr!(language, "change-unsure-up", points = points)
        }
        Verdict::CannotTell => tr!(language, "change-unsure-down", points = points),
    }
}

/// What a change would have had to be for these answers to show it; only where none can be told.
pub fn shows_from(change: &Change, language: Language) -> Option<String> {
    if change.verdict != Verdict::CannotTell {
        return None;
    }
    let points = number::decimals(change.test?.detectable()?, 1);
    Some(tr!(language, "change-shows-from", points = points))
}

/// A proven difference is never written as 0.0.
fn written(difference: f64) -> String {
    let short = number::decimals(difference.abs(), 1);
    match short.as_str() {
        "0.0" => number::worth(difference.abs()),
        _ => short,
    }
}

/// A story in a clause: 价格连续 3 期下降.
pub fn story(story: &Story, name: &str, language: Language) -> String {
    match story.kind {
        StoryKind::Run { steps, down: true } => {
            tr!(language, "proven-run-down", name = name, steps = steps)
        }
        StoryKind::Run { steps, down: false } => {
            tr!(language, "proven-run-up", name = name, steps = steps)
        }
        StoryKind::Recovered { dip } => {
            let dip = number::decimals(dip, 1);
            tr!(language, "proven-recovered", name = name, dip = dip)
        }
        StoryKind::Trend { waves, down } => {
            let since = period::name(language, story.since);
            match down {
                true => {
                    tr!(
                        language,
                        "proven-trend-down",
                        name = name,
                        since = since,
                        waves = waves
                    )
                }
                false => {
                    tr!(
                        language,
                        "proven-trend-up",
                        name = name,
                        since = since,
                        waves = waves
                    )
                }
            }
        }
    }
}
