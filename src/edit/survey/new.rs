//! Another survey in the workspace.

use crate::edit::{Known, Refusal};
use crate::model::{Change, Data, Edit, Revision, RevisionId, Step, StepKind, Survey, SurveyId};

/// Adds a survey with a revision in which nothing is asked yet.
pub(in crate::edit) fn new(
    known: &Known<'_>,
    survey: SurveyId,
    revision: RevisionId,
    name: &str,
) -> Result<Step, Refusal> {
    let name = name.trim();
    free_name(known.data, survey, name)?;
    let revision = Revision::first(revision, survey);
    let survey = Survey {
        id: survey,
        name: name.to_owned(),
    };
    let changes = vec![
        Change::Survey(Edit::created(survey)),
        Change::Revision(Box::new(Edit::created(revision))),
    ];
    Ok(Step::new(StepKind::NewSurvey, name, changes))
}

/// Whether a survey can be called that.
///
/// # Errors
/// [`Refusal::NeedsSurveyName`], [`Refusal::SurveyNameTaken`].
pub fn free_name(data: &Data, survey: SurveyId, name: &str) -> Result<(), Refusal> {
    let name = name.trim();
    let mut others = data.surveys.iter().filter(|it| it.id != survey);
    match (name.is_empty(), others.any(|it| it.name == name)) {
        (true, _) => Err(Refusal::NeedsSurveyName),
        (_, true) => Err(Refusal::SurveyNameTaken),
        _ => Ok(()),
    }
}
