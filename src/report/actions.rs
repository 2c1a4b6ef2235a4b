//! Open corrective actions, overdue ones first.

use jiff::civil::Date;

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::i18n::{Language, stage};
use crate::model::{CorrectiveAction, SurveyId};
use crate::tr;

/// The actions of a survey that are not closed, as they stand on a day.
pub fn actions(
    all: &[CorrectiveAction],
    survey: SurveyId,
    today: Date,
    language: Language,
) -> Table {
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
    let lines = open.into_iter().map(|action| line(action, today, language));
    Table {
        heads: heads(language),
        lines: lines.collect(),
        ..Table::default()
    }
}

fn heads(language: Language) -> Vec<Head> {
    let share = |name, share| Head {
        name,
        width: Width::Share(share),
        ..Head::default()
    };
    vec![
        share(tr!(language, "paper-action-number"), 0.14),
        Head {
            name: tr!(language, "paper-action-title"),
            emphasis: Emphasis::Strong,
            width: Width::Rest,
            ..Head::default()
        },
        share(tr!(language, "paper-action-department"), 0.13),
        share(tr!(language, "paper-action-owner"), 0.11),
        share(tr!(language, "paper-action-due"), 0.15),
        share(tr!(language, "paper-action-stage"), 0.12),
    ]
}

fn line(action: &CorrectiveAction, today: Date, language: Language) -> Line {
    let overdue = action.overdue(today).map_or_else(String::new, |days| {
        tr!(language, "paper-overdue", days = days)
    });
    Line {
        cells: vec![
            Cell::text(&action.number),
            Cell::text(&action.title),
            Cell::text(&action.department),
            Cell::text(&action.owner),
            match action.due {
                Some(day) => Cell::Due { day, overdue },
                None => Cell::Missing,
            },
            Cell::text(stage::name(language, action.stage())),
        ],
        place: Rank::Plain,
        level: 0,
    }
}
