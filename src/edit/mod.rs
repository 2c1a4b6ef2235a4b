//! What the program can do to a workspace, one verb a file: what is known and what is wanted
//! in, the step that does it or the reason why not out.
//!
//! The window and the command line ask for the same [`Intent`]s, so a rule stands once: which
//! number the next action gets, when a customer has answered twice, what a code may be.
//!
//! Deliberately knows neither files nor SQL, neither the screen nor any language: a step is
//! named by what the user called the thing, a [`Refusal`] is said in words by `i18n`, and
//! `store` alone decides whether what was known is still true when the step arrives.

mod action;
mod comment;
mod customer;
pub mod date;
mod import;
mod intent;
mod kpi;
mod marking;
mod number;
mod past;
mod questionnaire;
mod refusal;
mod returned;
mod revision;
mod survey;
#[cfg(test)]
mod tests;
mod typed;
mod wave;

pub use action::{ActionField, NewAction, NewStep};
pub use comment::tag_words;
pub use customer::{CustomerField, check as check_customer, next_code as next_customer_code};
pub use intent::Intent;
pub use kpi::{KpiField, TypedKpi, check as check_kpi};
pub use number::amount;
pub use past::{PastColumn, TypedFigure, check as check_past};
pub use questionnaire::{Check, QuestionnaireField, Relation, Revise};
pub use questionnaire::{checks, in_tree_order, may_hold, next_code};
pub use refusal::Refusal;
pub use returned::{Decision, NewReturn, called, other_return, read_answer};
pub use revision::{differences, dropped, earlier, next_label};
pub use survey::{Names, free_name as free_survey_name};
pub use typed::Typed;
pub use wave::{
    Applied, NewContact, Opening, Preparation, apply as apply_rule, free_periods, newest_revision,
    next_period, open_with, revision_of,
};

use crate::model::{Answer, Data, Ids, Return, ReturnId, WaveReturns};

/// What an operation works on.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub data: &'a Data,
    /// The returns of the wave spoken of with their answers, where they were read.
    pub returns: Option<&'a WaveReturns>,
    /// Numbers for new things.
    pub ids: &'a Ids,
    pub today: jiff::civil::Date,
    /// Who works here, as the log names them; empty where that is not known.
    pub who: &'a str,
}

impl<'a> Known<'a> {
    /// A return of the wave that was read.
    ///
    /// # Errors
    /// [`Refusal::NotRead`], [`Refusal::Gone`].
    fn returned(&self, id: ReturnId) -> Result<&'a Return, Refusal> {
        let all = &self.returns.ok_or(Refusal::NotRead)?.returns;
        let at = all.binary_search_by_key(&id, |it| it.id);
        at.ok().and_then(|at| all.get(at)).ok_or(Refusal::Gone)
    }

    /// What a return of the wave that was read says to the item at a place of its revision.
    fn answer(&self, id: ReturnId, item: usize) -> Option<Answer> {
        let returns = self.returns?;
        let row = returns.returns.binary_search_by_key(&id, |it| it.id).ok()?;
        Some(returns.columns.get(item)?.get(row))
    }
}

/// What became of a thing that was changed.
///
/// # Errors
/// [`Refusal::Unchanged`] if it is what it was.
fn changed<T: Clone + PartialEq>(
    before: &T,
    change: impl FnOnce(&mut T),
) -> Result<crate::model::Edit<T>, Refusal> {
    let mut after = before.clone();
    change(&mut after);
    if after == *before {
        return Err(Refusal::Unchanged);
    }
    Ok(crate::model::Edit::changed(before.clone(), after))
}

/// Something new, or in place of what it was.
///
/// # Errors
/// [`Refusal::Unchanged`] if it is what it was.
fn kept<T: Clone + PartialEq>(
    before: Option<&T>,
    after: T,
) -> Result<crate::model::Edit<T>, Refusal> {
    match before {
        Some(before) => changed(before, |it| *it = after),
        None => Ok(crate::model::Edit::created(after)),
    }
}
