//! What each return gave an item, as percents.

use super::column::{Column, Reply};
use super::score::Marking;
use crate::model::{Item, Rules};

/// One a row of the column, where it has an answer; `None` of an item without scores.
pub(super) fn percents(item: &Item, column: &Column, rules: &Rules) -> Option<Vec<Option<f64>>> {
    let marking = Marking::of(item, rules)?;
    match column {
        Column::Codes(codes) => {
            let mut table = [None; 256];
            let options = item.scale.iter().flat_map(|it| &it.options);
            for (cell, option) in table.iter_mut().zip(options) {
                *cell = option.score.map(|score| marking.percent(score));
            }
            Some(codes.iter().map(|code| table[usize::from(*code)]).collect())
        }
        Column::Numbers(replies) => {
            let value = |reply: &Reply<f64>| match reply {
                Reply::Given(score) => Some(marking.percent(*score)),
                Reply::NotApplicable | Reply::Missing => None,
            };
            Some(replies.iter().map(value).collect())
        }
        Column::Ticks(_) | Column::Words(_) => None,
    }
}
