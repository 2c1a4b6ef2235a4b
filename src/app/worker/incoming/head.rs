//! The first returns of a file as they will be.

use rustc_hash::FxHashSet;

use crate::intake::{Context, Imported};
use crate::model::{Answer, Item, LineageId, Mapping, Undecided};
use crate::ui::{HeadCell, HeadRow};

/// Returns shown.
const ROWS: usize = 12;

/// The first of them.
pub(super) fn rows(
    imported: Option<&Imported>,
    mapping: &Mapping,
    undecided: &[Undecided],
    context: &Context<'_>,
) -> Vec<HeadRow> {
    let Some(imported) = imported else {
        return Vec::new();
    };
    let (mapped, undecided) = items(mapping, undecided);
    let items = &context.questionnaire.items;
    let first = imported.returns.iter().take(ROWS).enumerate();
    first
        .map(|(row, returned)| {
            let customer = returned.customer.and_then(|id| {
                let mut customers = context.customers.iter();
                customers.find(|customer| customer.id == id)
            });
            let answers = items.iter().zip(&imported.columns).map(|(item, column)| {
                if undecided.contains(&item.lineage) {
                    HeadCell::Undecided
                } else if mapped.contains(&item.lineage) {
                    cell(item, &column.get(row))
                } else {
                    HeadCell::Absent
                }
            });
            HeadRow {
                row: returned.row,
                customer: match customer {
                    Some(customer) => customer.name.clone(),
                    None => returned.customer_text.clone(),
                },
                known: customer.is_some(),
                answers: answers.collect(),
            }
        })
        .collect()
}

/// Items that have a column, and those of them that are not decided.
fn items(
    mapping: &Mapping,
    undecided: &[Undecided],
) -> (FxHashSet<LineageId>, FxHashSet<LineageId>) {
    let item = |at: usize| mapping.columns.get(at)?.target.item();
    let mapped = (0..mapping.columns.len()).filter_map(item).collect();
    let undecided = undecided.iter().flat_map(Undecided::columns).copied();
    (mapped, undecided.filter_map(item).collect())
}

fn cell(item: &Item, answer: &Answer) -> HeadCell {
    let option = |at: u8| item.scale.as_ref()?.options.get(usize::from(at));
    match answer {
        Answer::Blank | Answer::Skipped => HeadCell::Blank,
        Answer::NotApplicable => HeadCell::NotApplicable,
        Answer::Unreadable => HeadCell::Unreadable,
        Answer::Number(number) => HeadCell::Score(*number),
        Answer::Text(text) => HeadCell::Words(text.clone()),
        Answer::Option(at) => match option(*at) {
            Some(option) => match option.score.filter(|_| item.scored) {
                Some(score) => HeadCell::Score(score),
                None => HeadCell::Words(option.label.clone()),
            },
            None => HeadCell::Unreadable,
        },
        Answer::Options(options) => {
            let labels = options.iter().filter_map(|at| option(*at));
            let labels: Vec<&str> = labels.map(|option| option.label.as_str()).collect();
            HeadCell::Words(labels.join(" + "))
        }
    }
}
