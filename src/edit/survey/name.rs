//! What company, material and survey are called.

use super::new::free_name;
use crate::edit::{Known, Refusal};
use crate::model::{Change, Data, Edit, Step, StepKind, Survey, SurveyId, Workspace};

/// The names that are to be others; `None` stays what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    pub company: Option<String>,
    /// Document number of the management-review material.
    pub document: Option<String>,
    pub survey: Option<(SurveyId, String)>,
}

impl Names {
    /// # Errors
    /// [`Refusal::NeedsCompany`]; the reason why the survey cannot be called that.
    pub fn check(&self, data: &Data) -> Result<(), Refusal> {
        let company = self.company.as_deref().map(str::trim);
        if company.is_some_and(str::is_empty) {
            return Err(Refusal::NeedsCompany);
        }
        match &self.survey {
            Some((id, name)) => free_name(data, *id, name),
            None => Ok(()),
        }
    }
}

/// Gives them.
pub(in crate::edit) fn name(known: &Known<'_>, names: &Names) -> Result<Step, Refusal> {
    names.check(known.data)?;
    let before = &known.data.workspace;
    let said =
        |name: &Option<String>, before: &str| name.as_deref().map_or(before, str::trim).to_owned();
    let after = Workspace {
        company: said(&names.company, &before.company),
        document: said(&names.document, &before.document),
    };
    let subject = after.company.clone();
    let mut changes = Vec::new();
    if *before != after {
        changes.push(Change::Workspace(Edit::changed(before.clone(), after)));
    }
    if let Some((id, name)) = &names.survey {
        let before = known.data.survey(*id).ok_or(Refusal::Gone)?;
        let name = name.trim().to_owned();
        let after = Survey { id: *id, name };
        if *before != after {
            changes.push(Change::Survey(Edit::changed(before.clone(), after)));
        }
    }
    if changes.is_empty() {
        return Err(Refusal::Unchanged);
    }
    Ok(Step::new(StepKind::EditWorkspace, subject, changes))
}
