//! What customers wrote.

use crate::model::{
    Answer, AnswerColumn, CustomerId, Item, ItemKind, LineageId, Questionnaire, ReturnId,
    WaveReturns,
};

/// One text a customer wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// Position in [`WaveReturns::returns`].
    pub row: usize,
    pub returned: ReturnId,
    pub customer: Option<CustomerId>,
    /// The text item it answers.
    pub item: LineageId,
    pub text: String,
}

/// The texts of the given returns, by text item in the order of the form, then in the order
/// the returns came.
pub fn comments(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    rows: &[usize],
) -> Vec<Comment> {
    let mut comments = Vec::new();
    for (item, column) in questionnaire.items.iter().zip(&returns.columns) {
        let AnswerColumn::Other(answers) = column else {
            continue;
        };
        if item.kind != ItemKind::Text {
            continue;
        }
        comments.extend(rows.iter().filter_map(|row| {
            let Some(Answer::Text(text)) = answers.get(*row) else {
                return None;
            };
            let returned = returns.returns.get(*row)?;
            (!text.trim().is_empty()).then(|| Comment {
                row: *row,
                returned: returned.id,
                customer: returned.customer,
                item: item.lineage,
                text: text.clone(),
            })
        }));
    }
    comments
}

/// What customers wrote beside an item, or all they wrote in the wave where the item has none of
/// its own. Those that score it lowest come first; `score` is what a return gave it.
/// With it whether there are several questions they may answer.
pub fn comments_beside(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    rows: &[usize],
    item: LineageId,
    score: impl Fn(usize) -> Option<f64>,
) -> (Vec<Comment>, bool) {
    let mut beside = text_items_beside(questionnaire, item);
    if beside.is_empty() {
        let texts = questionnaire.items.iter();
        let texts = texts.filter(|one| one.kind == ItemKind::Text);
        beside = texts.map(|one| one.lineage).collect();
    }
    let mut said = comments(questionnaire, returns, rows);
    said.retain(|said| beside.contains(&said.item));
    let order = |said: &Comment| score(said.row).unwrap_or(f64::MAX);
    said.sort_by(|a, b| order(a).total_cmp(&order(b)));
    (said, beside.len() > 1)
}

/// The text items that stand beside an item: those of its dimension, or where it has none
/// those outside the tree, which ask about everything.
pub fn text_items_beside(questionnaire: &Questionnaire, item: LineageId) -> Vec<LineageId> {
    let Some(item) = questionnaire.item_of(item) else {
        return Vec::new();
    };
    let texts = |dimension: Option<&str>| -> Vec<LineageId> {
        let items = questionnaire.items_in(dimension);
        items
            .filter(|one: &&Item| one.kind == ItemKind::Text)
            .map(|one| one.lineage)
            .collect()
    };
    let beside = texts(item.dimension.as_deref());
    if beside.is_empty() {
        texts(None)
    } else {
        beside
    }
}
