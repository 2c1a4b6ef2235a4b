//! A definition workbook taken in as the next revision of a survey.

use jiff::Zoned;

use super::{JobError, customers, definition};
use crate::intake::Definition;
use crate::model::{
    Change, Data, Edit, Item, LineageId, Origin, Revision, RevisionId, Signatures, Step, StepKind,
    Survey, Touched,
};
use crate::store::Store;

/// Adds the revision; its customers go into the register and its frame opens waves.
///
/// An item of the same code as one of the revision before continues it: `Same` when it asks
/// the same and is answered the same way, else `Reworded`. Other codes are new, and codes
/// that are gone are dropped with their line.
pub fn add(
    store: &mut Store,
    data: &Data,
    survey: &Survey,
    definition: &Definition,
) -> Result<Touched, JobError> {
    let before = data.revisions_of(survey.id).next_back();
    let revision = revision(store, survey, before, definition)?;
    let register = customers::merged(store, data, &definition.customers)?;
    let created = Edit::created(revision.clone());
    let mut changes = vec![Change::Revision(Box::new(created))];
    changes.extend(register.changes);
    changes.extend(definition::framed(
        store,
        data,
        &revision,
        &register.customers,
        &definition.frame,
        Zoned::now().date(),
    )?);
    let step = Step::new(StepKind::NewRevision, revision.label, changes);
    store.apply(&step).map_err(JobError::of(store))
}

fn revision(
    store: &Store,
    survey: &Survey,
    before: Option<&Revision>,
    definition: &Definition,
) -> Result<Revision, JobError> {
    let fresh = || store.fresh_id().map_err(JobError::of(store));
    let number = before.map_or(1, |revision| revision.number.saturating_add(1));
    let label = match definition.revision_label.as_str() {
        "" => number.to_string(),
        label => label.to_owned(),
    };
    let mut questionnaire = definition.questionnaire.clone();
    for item in &mut questionnaire.items {
        let same_code = before.and_then(|revision| revision.questionnaire.item(&item.code));
        (item.lineage, item.origin) = match same_code {
            Some(earlier) => (earlier.lineage, continues(earlier, item)),
            None => (LineageId(fresh()?), Origin::New),
        };
    }
    Ok(Revision {
        id: RevisionId(fresh()?),
        survey: survey.id,
        number,
        label,
        document: definition.document.clone(),
        effective: None,
        parent: before.map(|revision| revision.id),
        frozen: false,
        signatures: Signatures::default(),
        questionnaire,
    })
}

/// Whether an item still means what it meant. Other labels on the same steps do not change
/// what is asked; another number of steps or other scores do.
fn continues(earlier: &Item, item: &Item) -> Origin {
    let scores = |item: &Item| {
        let scale = item.scale.as_ref();
        scale.map(|scale| scale.scores().collect::<Vec<_>>())
    };
    let same =
        earlier.text == item.text && earlier.kind == item.kind && scores(earlier) == scores(item);
    if same { Origin::Same } else { Origin::Reworded }
}
