//! A new workspace: a company, one survey, and whatever a definition workbook brings along.

use std::path::Path;

use jiff::Zoned;

use super::{JobError, definition};
use crate::intake::Definition;
use crate::intake::customers::Listed;
use crate::model::{
    Change, Customer, CustomerId, Data, Edit, Item, LineageId, Origin, Revision, RevisionId, Step,
    StepKind, Survey, SurveyId, Workspace,
};
use crate::store::{Draft, Store};

/// Makes the workspace file and opens it. With a definition it holds revision 1, the
/// customers, and the waves of the frame, opened with that revision and thereby freezing it;
/// without one, a survey with an empty questionnaire.
///
/// # Errors
/// [`JobError::Store`]; then there is no new file.
pub fn create(
    path: &Path,
    workspace: &Workspace,
    survey: &str,
    from: Option<&Definition>,
) -> Result<Store, JobError> {
    let draft = begin(path, workspace, survey, from)?;
    let failed = |error| JobError::of_new_file(path, error);
    draft.finish().map_err(failed)
}

/// The same, to be filled further before it is finished.
pub(super) fn begin(
    path: &Path,
    workspace: &Workspace,
    survey: &str,
    from: Option<&Definition>,
) -> Result<Draft, JobError> {
    let failed = |error| JobError::of_new_file(path, error);
    let mut draft = Draft::beside(path, workspace).map_err(failed)?;
    fill(draft.store(), survey, from)?;
    Ok(draft)
}

fn fill(store: &mut Store, name: &str, from: Option<&Definition>) -> Result<(), JobError> {
    let survey = Survey {
        id: SurveyId(store.fresh_id()),
        name: name.trim().to_owned(),
    };
    let mut changes = vec![Change::Survey(Edit::created(survey.clone()))];
    let revision = first_revision(store, survey.id, from);
    changes.push(Change::Revision(Box::new(Edit::created(revision.clone()))));
    if let Some(definition) = from {
        let customers = customers(store, definition);
        let created = |customer: &Customer| Change::Customer(Edit::created(customer.clone()));
        changes.extend(customers.iter().map(created));
        changes.extend(definition::framed(
            store,
            &Data::default(),
            &revision,
            &customers,
            &definition.frame,
            Zoned::now().date(),
        ));
    }
    let step = Step::new(StepKind::SetUp, survey.name, changes);
    store.apply(&step).map_err(JobError::of(store))?;
    Ok(())
}

fn first_revision(store: &Store, survey: SurveyId, from: Option<&Definition>) -> Revision {
    let mut revision = Revision::first(RevisionId(store.fresh_id()), survey);
    if let Some(definition) = from {
        if !definition.revision_label.is_empty() {
            revision.label.clone_from(&definition.revision_label);
        }
        revision.document.clone_from(&definition.document);
        revision.questionnaire = definition.questionnaire.clone();
        for item in &mut revision.questionnaire.items {
            *item = Item {
                lineage: LineageId(store.fresh_id()),
                origin: Origin::New,
                ..item.clone()
            };
        }
    }
    revision
}

fn customers(store: &Store, definition: &Definition) -> Vec<Customer> {
    let numbered = |listed: &Listed| listed.customer(CustomerId(store.fresh_id()));
    definition.customers.iter().map(numbered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Questionnaire;

    #[test]
    fn an_empty_survey_can_be_built_in_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.manyi");
        let workspace = Workspace {
            company: "Firm".to_owned(),
            document: "QR-9".to_owned(),
        };
        let store = create(&path, &workspace, " Customers ", None).unwrap();
        let data = store.load().unwrap();
        assert_eq!(data.workspace, workspace);
        assert_eq!(data.surveys[0].name, "Customers");
        assert!(data.revisions[0].editable());
        assert!(data.waves.is_empty());
    }

    #[test]
    fn nothing_is_left_of_what_could_not_be_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.manyi");
        let mut twice = Definition {
            survey_name: "S".to_owned(),
            document: String::new(),
            revision_label: String::new(),
            questionnaire: Questionnaire::default(),
            customers: Vec::new(),
            frame: Vec::new(),
            warnings: Vec::new(),
        };
        twice.customers = ["C1", "C1"]
            .map(|code| Listed {
                code: Some(code.to_owned()),
                ..Listed::default()
            })
            .into();
        let error = create(&path, &Workspace::default(), "S", Some(&twice)).unwrap_err();
        assert!(matches!(error, JobError::Store { .. }), "{error}");
        assert!(!path.exists());
        std::fs::write(&path, "somebody's").unwrap();
        let error = create(&path, &Workspace::default(), "S", None).unwrap_err();
        assert!(matches!(error, JobError::Store { .. }), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), b"somebody's");
    }
}
