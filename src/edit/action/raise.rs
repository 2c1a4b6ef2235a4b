//! An action raised, by hand or from a number.

use jiff::civil::Date;

use crate::edit::{Known, Refusal};
use crate::model::{
    ActionId, ActionStep, Change, CorrectiveAction, Data, Edit, Evidence, Stage, Step, StepKind,
    SurveyId,
};

/// What is known of an action as it is raised.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAction {
    pub id: ActionId,
    pub survey: SurveyId,
    pub title: String,
    pub department: String,
    pub owner: String,
    pub due: Option<Date>,
    /// The numbers it rests on.
    pub evidence: Vec<Evidence>,
}

impl NewAction {
    /// # Errors
    /// [`Refusal::NeedsTitle`].
    pub fn check(&self) -> Result<(), Refusal> {
        match self.title.trim().is_empty() {
            true => Err(Refusal::NeedsTitle),
            false => Ok(()),
        }
    }
}

/// Raises it under the next number.
pub(in crate::edit) fn raise(known: &Known<'_>, new: &NewAction) -> Result<Step, Refusal> {
    new.check()?;
    let number = next_number(known.data, known.today);
    let owner = new.owner.trim();
    let action = CorrectiveAction {
        id: new.id,
        number: number.clone(),
        survey: new.survey,
        title: new.title.trim().to_owned(),
        department: new.department.trim().to_owned(),
        owner: owner.to_owned(),
        cause: String::new(),
        measure: String::new(),
        due: new.due,
        evidence: new.evidence.clone(),
        steps: vec![ActionStep {
            stage: Stage::Open,
            date: known.today,
            who: owner.to_owned(),
            note: String::new(),
            reopened: false,
        }],
    };
    let change = Change::Action(Box::new(Edit::created(action)));
    Ok(Step::new(StepKind::RaiseAction, number, vec![change]))
}

/// `CA-2026-04`: the year, and one more than the highest of the year.
fn next_number(data: &Data, today: Date) -> String {
    let prefix = format!("CA-{}-", today.year());
    let numbers = data.actions.iter();
    let highest = numbers
        .filter_map(|action| action.number.strip_prefix(&prefix)?.parse::<u32>().ok())
        .max()
        .unwrap_or(0);
    format!("{prefix}{:02}", highest.saturating_add(1))
}
