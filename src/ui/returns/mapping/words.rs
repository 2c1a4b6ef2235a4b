//! What targets, readings and answers are called on the page.

use super::Seen;
use crate::i18n::number;
use crate::model::{Answer, Item, Reading, Target};
use crate::tr;
use crate::ui::Cx;

/// What a column is, as its field says.
pub(super) fn target(seen: Seen<'_>, target: Target) -> String {
    let language = seen.cx.language;
    let item = |lineage| seen.asked.item_of(lineage);
    match target {
        Target::Item(lineage) => item(lineage).map_or_else(String::new, called),
        Target::ItemOption(lineage, option) => {
            item(lineage).map_or_else(String::new, |item| ticked(item, option))
        }
        Target::Customer => tr!(language, "column-customer"),
        Target::Respondent => tr!(language, "column-respondent"),
        Target::Role => tr!(language, "column-role"),
        Target::Duration => tr!(language, "column-duration"),
        Target::Date => tr!(language, "column-date"),
        Target::Channel => tr!(language, "column-channel"),
        Target::Collector => tr!(language, "fact-collector"),
        Target::Void => tr!(language, "column-void"),
        Target::Ignore => tr!(language, "mapping-ignore"),
        Target::Private => tr!(language, "mapping-private"),
    }
}

/// An item as a line of a list.
fn called(item: &Item) -> String {
    format!("{} {}", item.code, item.text)
}

/// One option of an item.
fn ticked(item: &Item, option: u8) -> String {
    let mut options = item.scale.iter().flat_map(|scale| &scale.options);
    let label = options.nth(usize::from(option));
    let label = label.map_or("", |option| option.label.as_str());
    format!("{} · {label}", called(item))
}

/// How values are read, as the field says.
pub(super) fn reading(cx: &Cx<'_>, reading: Reading) -> String {
    let language = cx.language;
    match reading {
        Reading::Labels => tr!(language, "reading-labels"),
        Reading::Scores => tr!(language, "reading-scores"),
        Reading::OptionNumbers => tr!(language, "reading-numbers"),
        Reading::Undecided => tr!(language, "reading-undecided"),
        Reading::Unordered => tr!(language, "reading-unordered"),
        Reading::Ticks => tr!(language, "reading-ticks"),
        Reading::Crosses => tr!(language, "reading-crosses"),
        Reading::Number => tr!(language, "reading-number"),
        Reading::CommaDecimals => tr!(language, "reading-comma"),
        Reading::Text => tr!(language, "reading-text"),
        Reading::Date => tr!(language, "column-date"),
        Reading::Name => tr!(language, "reading-name"),
        Reading::None => String::new(),
    }
}

/// What a value is read as, as short as can be.
pub(super) fn read(cx: &Cx<'_>, item: Option<&Item>, answer: &Answer) -> String {
    let language = cx.language;
    let option = |at: u8| {
        let item = item?;
        let option = item.scale.as_ref()?.options.get(usize::from(at))?;
        Some(match option.score.filter(|_| item.scored) {
            Some(score) => number::plain(score),
            None => option.label.clone(),
        })
    };
    match answer {
        Answer::Blank | Answer::Skipped => tr!(language, "mapping-blank"),
        Answer::NotApplicable => tr!(language, "answer-na"),
        Answer::Unreadable => "?".to_owned(),
        Answer::Option(at) => option(*at).unwrap_or_else(|| "?".to_owned()),
        Answer::Options(options) => {
            let labels: Vec<String> = options.iter().filter_map(|at| option(*at)).collect();
            labels.join(" + ")
        }
        Answer::Number(number) => number::plain(*number),
        Answer::Text(text) => text.clone(),
    }
}
