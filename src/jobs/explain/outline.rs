//! What was assumed of a questionnaire outlined from an export.

use std::collections::BTreeMap;

use super::list;
use crate::i18n::{Language, form, number, platform};
use crate::intake::outline::{ColumnLeftOut, LeftOut, Order, Outline, Outlined};
use crate::model::{BestEnd, Item, ItemKind, Questionnaire, ScaleOption};
use crate::tr;

/// Every assumption in a line: each item, then what was assumed of several, then the columns that
/// are none.
pub fn assumed(outline: &Outline, language: Language) -> Vec<String> {
    let asked = &outline.definition.questionnaire;
    let items = asked.items.iter().zip(&outline.items);
    let items = items.map(|(item, outlined)| of_item(asked, item, outlined, language));
    items.chain(remarks(outline, language)).collect()
}

/// The same with how many items of each kind there are instead of each.
pub fn assumed_briefly(outline: &Outline, language: Language) -> Vec<String> {
    let asked = &outline.definition.questionnaire;
    let kinds = ItemKind::ALL.into_iter().filter_map(|kind| {
        let count = asked.items.iter().filter(|it| it.kind == kind).count();
        let name = form::kind_name(language, kind);
        (count > 0).then(|| format!("{name} {count}"))
    });
    let kinds: Vec<String> = kinds.collect();
    let head = tr!(
        language,
        "outline-kinds",
        platform = platform::name(language, outline.platform.key),
        returns = outline.returns,
        items = asked.items.len(),
        kinds = list(&kinds, language)
    );
    let all = std::iter::once(head).chain(remarks(outline, language));
    all.collect()
}

fn of_item(asked: &Questionnaire, item: &Item, outlined: &Outlined, language: Language) -> String {
    let dimension = item.dimension.as_deref().and_then(|it| asked.dimension(it));
    let mut line = tr!(
        language,
        "outline-item",
        code = item.code.as_str(),
        column = outlined.column.as_str(),
        text = item.text.as_str(),
        kind = form::kind_name(language, item.kind)
    );
    if let Some(scale) = &item.scale {
        let option = |it: &ScaleOption| match it.score.filter(|_| item.scored) {
            Some(score) => format!("{} {}", it.label, number::plain(score)),
            None => it.label.clone(),
        };
        let options: Vec<String> = scale.options.iter().map(option).collect();
        let options = list(&options, language);
        line += &tr!(language, "outline-options", options = options);
    }
    if let Some(dimension) = dimension {
        let name = dimension.name.as_str();
        line += &tr!(language, "outline-dimension", name = name);
    }
    line
}

/// What was assumed of several items alike, and the columns that are no questions.
fn remarks(outline: &Outline, language: Language) -> Vec<String> {
    let items = &outline.definition.questionnaire.items;
    let items = || items.iter().zip(&outline.items);
    let mut added: BTreeMap<&[String], Vec<&str>> = BTreeMap::new();
    for (item, outlined) in items().filter(|(_, it)| !it.added.is_empty()) {
        added.entry(&outlined.added).or_default().push(&item.code);
    }
    let mut lines: Vec<String> = added
        .into_iter()
        .map(|(labels, codes)| {
            let (labels, codes) = (list(labels, language), list(&codes, language));
            tr!(language, "outline-added", labels = labels, codes = codes)
        })
        .collect();
    let mut open: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (item, outlined) in items().filter(|(item, _)| item.scored) {
        if let Some(label) = &outlined.open {
            open.entry(label).or_default().push(&item.code);
        }
    }
    lines.extend(open.into_iter().map(|(label, codes)| {
        let codes = list(&codes, language);
        tr!(language, "outline-open", label = label, codes = codes)
    }));
    let strays = items().filter(|(item, it)| item.scale.is_some() && !it.strays.is_empty());
    lines.extend(strays.map(|(item, outlined)| {
        let (code, strays) = (item.code.as_str(), list(&outlined.strays, language));
        tr!(language, "outline-strays", code = code, strays = strays)
    }));
    for order in [
        Order::Assumed,
        Order::Points,
        Order::Asked(BestEnd::First),
        Order::Asked(BestEnd::Last),
    ] {
        let codes = items().filter(|(_, it)| it.order == order);
        let codes: Vec<&str> = codes.map(|(item, _)| item.code.as_str()).collect();
        if !codes.is_empty() {
            lines.push(told_by(order, &list(&codes, language), language));
        }
    }
    let importance = items().filter(|(item, _)| item.importance_of.is_some());
    let importance: Vec<&str> = importance.map(|(item, _)| item.code.as_str()).collect();
    if !importance.is_empty() {
        let codes = list(&importance, language);
        lines.push(tr!(language, "outline-importance", codes = codes));
    }
    for why in [Why::Private, Why::Field, Why::Around, Why::Untold] {
        let columns = outline.left_out.iter().filter(|it| Why::of(it) == why);
        let titles: Vec<String> = columns.map(called).collect();
        if !titles.is_empty() {
            lines.push(left_out(why, &list(&titles, language), language));
        }
    }
    lines
}

fn told_by(order: Order, codes: &str, language: Language) -> String {
    match order {
        Order::Assumed => tr!(language, "outline-order-assumed", codes = codes),
        Order::Asked(BestEnd::First) => tr!(language, "outline-asked-first", codes = codes),
        Order::Asked(BestEnd::Last) => tr!(language, "outline-asked-last", codes = codes),
        Order::Points | Order::Words | Order::None => {
            tr!(language, "outline-points", codes = codes)
        }
    }
}

/// Why columns are left out, told once for all.
#[derive(Clone, Copy, PartialEq)]
enum Why {
    Private,
    Field,
    Around,
    Untold,
}

impl Why {
    fn of(column: &ColumnLeftOut) -> Self {
        match column.why {
            LeftOut::Private => Self::Private,
            LeftOut::Field(_) => Self::Field,
            LeftOut::Around => Self::Around,
            LeftOut::Untold => Self::Untold,
        }
    }
}

fn called(column: &ColumnLeftOut) -> String {
    match column.title.as_str() {
        "" => column.column.clone(),
        title => title.to_owned(),
    }
}

fn left_out(why: Why, titles: &str, language: Language) -> String {
    match why {
        Why::Private => tr!(language, "outline-private", titles = titles),
        Why::Field => tr!(language, "outline-field", titles = titles),
        Why::Around => tr!(language, "outline-around", titles = titles),
        Why::Untold => tr!(language, "outline-untold", titles = titles),
    }
}
