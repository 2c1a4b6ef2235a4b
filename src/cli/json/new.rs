//! What a new workspace asks, and what was assumed of it.

use serde::Serialize;

use crate::intake::Definition;
use crate::intake::outline::{ColumnLeftOut, LeftOut, Order, Outline, Outlined};
use crate::model::{BestEnd, Item, ScaleOption, Target};

#[derive(Debug, Serialize)]
pub(in crate::cli) struct NewReport<'a> {
    survey: &'a str,
    /// What wrote the export; empty for a plain table, null without an export.
    platform: Option<&'a str>,
    /// Rows of the export that are returns.
    returns: Option<usize>,
    items: Vec<NewItem<'a>>,
    left_out: Vec<NewLeftOut<'a>>,
}

#[derive(Debug, Serialize)]
struct NewItem<'a> {
    code: &'a str,
    text: &'a str,
    /// Letters of its first column in the export.
    column: Option<&'a str>,
    kind: &'static str,
    dimension: Option<&'a str>,
    scored: bool,
    options: Vec<NewOption<'a>>,
    importance_of: Option<&'a str>,
    /// How the order of its options is known: words, points, assumed, asked first, asked
    /// last.
    order: Option<&'static str>,
    /// Options nobody chose.
    added: &'a [String],
    /// An option the form may have, which nobody chose.
    open: Option<&'a str>,
    /// Answers that fit no option.
    strays: &'a [String],
}

#[derive(Debug, Serialize)]
struct NewOption<'a> {
    label: &'a str,
    score: Option<f64>,
    satisfied: bool,
}

#[derive(Debug, Serialize)]
struct NewLeftOut<'a> {
    column: &'a str,
    title: &'a str,
    why: &'static str,
}

impl<'a> NewReport<'a> {
    pub(in crate::cli) fn of(survey: &'a str, definition: &'a Definition) -> Self {
        let items = definition.questionnaire.items.iter();
        Self {
            survey,
            platform: None,
            returns: None,
            items: items.map(|it| NewItem::of(definition, it, None)).collect(),
            left_out: Vec::new(),
        }
    }

    pub(in crate::cli) fn outlined(survey: &'a str, found: &'a Outline) -> Self {
        let definition = &found.definition;
        let items = definition.questionnaire.items.iter().zip(&found.items);
        let items = items.map(|(item, outlined)| NewItem::of(definition, item, Some(outlined)));
        Self {
            survey,
            platform: Some(found.platform.key),
            returns: Some(found.returns),
            items: items.collect(),
            left_out: found.left_out.iter().map(Into::into).collect(),
        }
    }
}

impl<'a> NewItem<'a> {
    fn of(definition: &'a Definition, item: &'a Item, outlined: Option<&'a Outlined>) -> Self {
        let options = item.scale.iter().flat_map(|scale| &scale.options);
        let option = |it: &'a ScaleOption| NewOption {
            label: &it.label,
            score: it.score,
            satisfied: it.satisfied,
        };
        let dimension = item.dimension.as_deref();
        let dimension = dimension.and_then(|it| definition.questionnaire.dimension(it));
        Self {
            code: &item.code,
            text: &item.text,
            column: outlined.map(|it| it.column.as_str()),
            kind: item.kind.key(),
            dimension: dimension.map(|it| it.name.as_str()),
            scored: item.scored,
            options: options.map(option).collect(),
            importance_of: item.importance_of.as_deref(),
            order: outlined.and_then(|it| order(it.order)),
            added: outlined.map_or(&[], |it| &it.added),
            open: outlined.and_then(|it| it.open.as_deref()),
            strays: outlined.map_or(&[], |it| &it.strays),
        }
    }
}

fn order(order: Order) -> Option<&'static str> {
    match order {
        Order::None => None,
        Order::Words => Some("words"),
        Order::Assumed => Some("assumed"),
        Order::Points => Some("points"),
        Order::Asked(BestEnd::First) => Some("asked first"),
        Order::Asked(BestEnd::Last) => Some("asked last"),
    }
}

impl<'a> From<&'a ColumnLeftOut> for NewLeftOut<'a> {
    fn from(column: &'a ColumnLeftOut) -> Self {
        Self {
            column: &column.column,
            title: &column.title,
            why: match column.why {
                LeftOut::Private => "private",
                LeftOut::Field(Target::Customer) => "customer",
                LeftOut::Field(Target::Respondent) => "respondent",
                LeftOut::Field(Target::Date) => "date",
                LeftOut::Field(_) => "field",
                LeftOut::Around => "around the questions",
                LeftOut::Untold => "cannot be told",
            },
        }
    }
}
