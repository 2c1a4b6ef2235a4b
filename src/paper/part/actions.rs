//! Open corrective actions, overdue ones first.

use jiff::civil::Date;
use serde::Serialize;

use crate::i18n::{Language, number, stage};
use crate::model::{CorrectiveAction, SurveyId};
use crate::tr;

/// The table.
#[derive(Serialize)]
pub(in crate::paper) struct Actions {
    heads: [String; 6],
    rows: Vec<ActionRow>,
    /// Instead of the table when nothing is open.
    none: String,
}

#[derive(Serialize)]
struct ActionRow {
    number: String,
    title: String,
    department: String,
    owner: String,
    due: String,
    stage: String,
    /// Empty when it is not.
    overdue: String,
}

/// The actions of a survey that are not closed, as they stand on a day.
pub(in crate::paper) fn actions(
    all: &[CorrectiveAction],
    survey: SurveyId,
    today: Date,
    language: Language,
) -> Actions {
    let mut open: Vec<&CorrectiveAction> = all
        .iter()
        .filter(|action| action.survey == survey && !action.closed())
        .collect();
    open.sort_by_key(|action| {
        let overdue = action.overdue(today).unwrap_or(0);
        (
            std::cmp::Reverse(overdue),
            action.due.is_none(),
            action.due,
            &action.number,
        )
    });
    Actions {
        heads: [
            tr!(language, "paper-action-number"),
            tr!(language, "paper-action-title"),
            tr!(language, "paper-action-department"),
            tr!(language, "paper-action-owner"),
            tr!(language, "paper-action-due"),
            tr!(language, "paper-action-stage"),
        ],
        rows: open
            .into_iter()
            .map(|action| row(action, today, language))
            .collect(),
        none: tr!(language, "paper-no-actions"),
    }
}

fn row(action: &CorrectiveAction, today: Date, language: Language) -> ActionRow {
    let overdue = action.overdue(today);
    ActionRow {
        number: action.number.clone(),
        title: action.title.clone(),
        department: action.department.clone(),
        owner: action.owner.clone(),
        due: action
            .due
            .map_or_else(|| number::MISSING.to_owned(), |due| due.to_string()),
        stage: stage::name(language, action.stage()),
        overdue: overdue.map_or_else(String::new, |days| {
            tr!(language, "paper-overdue", days = days)
        }),
    }
}
