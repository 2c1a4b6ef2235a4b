//! A definition workbook taken in as the next revision of a survey.

use jiff::Zoned;

use super::{JobError, customers, definition};
use crate::intake::Definition;
use crate::model::{
    Change, Data, Edit, Item, LineageId, Origin, Revision, RevisionId, Signatures, Step, StepKind,
    Survey, Touched,
};
use crate::store::Store;

/// Adds the revision: [`step`] made and kept.
pub fn add(
    store: &mut Store,
    data: &Data,
    survey: &Survey,
    definition: &Definition,
) -> Result<Touched, JobError> {
    let step = step(store, data, survey, definition)?;
    store.apply(&step).map_err(JobError::of(store))
}

/// What adds the revision; its customers go into the register and its frame opens waves. A
/// newest revision in which nothing is asked yet is filled instead.
///
/// An item of the same code as one of the revision before continues it: `Same` when it asks
/// the same and is answered the same way, else `Reworded`. Other codes are new, and codes
/// that are gone are dropped with their line.
pub fn step(
    store: &Store,
    data: &Data,
    survey: &Survey,
    definition: &Definition,
) -> Result<Step, JobError> {
    let newest = data.revisions_of(survey.id).next_back();
    let blank = newest.filter(|newest| is_blank(newest));
    let before = match blank {
        Some(blank) => blank.parent.and_then(|parent| data.revision(parent)),
        None => newest,
    };
    let mut revision = revision(store, survey, before, definition);
    if let Some(blank) = blank {
        revision.id = blank.id;
        revision.number = blank.number;
        let known = &blank.questionnaire.translations;
        revision.questionnaire.translations.clone_from(known);
    }
    let register = customers::merged(store, data, &definition.customers);
    let edit = Edit {
        before: blank.cloned(),
        after: Some(revision.clone()),
    };
    let mut changes = vec![Change::Revision(Box::new(edit))];
    changes.extend(register.changes);
    changes.extend(definition::framed(
        store,
        data,
        &revision,
        &register.customers,
        &definition.frame,
        Zoned::now().date(),
    ));
    Ok(Step::new(StepKind::NewRevision, revision.label, changes))
}

/// Nothing is asked in it and nobody relies on it.
fn is_blank(revision: &Revision) -> bool {
    let all = &revision.questionnaire;
    revision.editable()
        && revision.signatures == Signatures::default()
        && all.items.is_empty()
        && all.dimensions.is_empty()
}

fn revision(
    store: &Store,
    survey: &Survey,
    before: Option<&Revision>,
    definition: &Definition,
) -> Revision {
    let number = before.map_or(1, |revision| revision.number.saturating_add(1));
    let label = match definition.revision_label.as_str() {
        "" => number.to_string(),
        label => label.to_owned(),
    };
    let mut questionnaire = definition.questionnaire.clone();
    // A workbook speaks one language; what is known in others still fits the same texts.
    if let Some(before) = before {
        let known = &before.questionnaire.translations;
        questionnaire.translations.clone_from(known);
    }
    for item in &mut questionnaire.items {
        let same_code = before.and_then(|revision| revision.questionnaire.item(&item.code));
        (item.lineage, item.origin) = match same_code {
            Some(earlier) => (earlier.lineage, continues(earlier, item)),
            None => (LineageId(store.fresh_id()), Origin::New),
        };
    }
    Revision {
        id: RevisionId(store.fresh_id()),
        survey: survey.id,
        number,
        label,
        document: document(before, definition),
        effective: None,
        parent: before.map(|revision| revision.id),
        frozen: false,
        signatures: Signatures::default(),
        questionnaire,
    }
}

/// The number of the form; it stays what it was where the workbook does not say.
fn document(before: Option<&Revision>, definition: &Definition) -> String {
    match (definition.document.as_str(), before) {
        ("", Some(before)) => before.document.clone(),
        (said, _) => said.to_owned(),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::customers::Listed;
    use crate::intake::definition::FrameRow;
    use crate::jobs::{choose, new_workspace};
    use crate::model::{ItemKind, Questionnaire, Workspace};

    fn item(code: &str, text: &str) -> Item {
        Item {
            lineage: LineageId(0),
            origin: Origin::New,
            from: Vec::new(),
            code: code.to_owned(),
            text: text.to_owned(),
            dimension: None,
            kind: ItemKind::Text,
            scale: None,
            scored: false,
            weight: 1.0,
            required: false,
            segment: false,
            importance_of: None,
            aliases: Vec::new(),
        }
    }

    fn definition(label: &str, items: Vec<Item>, wave: &str) -> Definition {
        Definition {
            survey_name: "Customers".to_owned(),
            document: "QR-1".to_owned(),
            revision_label: label.to_owned(),
            questionnaire: Questionnaire {
                items,
                ..Questionnaire::default()
            },
            customers: vec![Listed {
                code: Some("C1".to_owned()),
                name: Some(format!("{label} Ltd")),
                attributes: [(label.to_owned(), "yes".to_owned())].into(),
                ..Listed::default()
            }],
            frame: vec![FrameRow {
                period: wave.parse().unwrap(),
                customer: "C1".to_owned(),
                issued: Some(jiff::civil::date(2026, 1, 5)),
                channel: "mail".to_owned(),
            }],
            warnings: Vec::new(),
        }
    }

    #[test]
    fn items_go_on_by_their_code_and_break_with_their_text() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.manyi");
        let asked = vec![item("A", "one"), item("B", "two"), item("C", "three")];
        let first = definition("A/1", asked, "2025H2");
        let mut store =
            new_workspace::create(&path, &Workspace::default(), "S", Some(&first)).unwrap();
        let data = store.load().unwrap();
        let survey = choose::survey(&data, None).unwrap().clone();

        let asked = vec![item("B", "two!"), item("A", "one"), item("D", "four")];
        let second = definition("A/2", asked, "2026H1");
        add(&mut store, &data, &survey, &second).unwrap();

        let data = store.load().unwrap();
        let [before, after] = data.revisions.as_slice() else {
            panic!("two revisions");
        };
        assert_eq!((after.number, after.label.as_str()), (2, "A/2"));
        assert_eq!(after.parent, Some(before.id));
        assert!(before.frozen && after.frozen);
        let item = |revision: &Revision, code| revision.questionnaire.item(code).cloned();
        let origin = |code| item(after, code).map(|item| item.origin);
        assert_eq!(origin("A"), Some(Origin::Same));
        assert_eq!(origin("B"), Some(Origin::Reworded));
        assert_eq!(origin("C"), None);
        assert_eq!(origin("D"), Some(Origin::New));
        for code in ["A", "B"] {
            let lineage = |revision| item(revision, code).map(|item| item.lineage);
            assert_eq!(lineage(before), lineage(after));
        }
        let lineages: Vec<_> = before
            .questionnaire
            .items
            .iter()
            .map(|i| i.lineage)
            .collect();
        assert!(!lineages.contains(&item(after, "D").unwrap().lineage));
    }

    #[test]
    fn a_blank_revision_is_filled() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.manyi");
        let mut store = new_workspace::create(&path, &Workspace::default(), "S", None).unwrap();
        let data = store.load().unwrap();
        let survey = data.surveys[0].clone();
        let first = definition("A/1", vec![item("A", "one")], "2025H2");
        add(&mut store, &data, &survey, &first).unwrap();
        let revisions = store.load().unwrap().revisions;
        assert_eq!(revisions.len(), 1);
        assert_eq!(
            (revisions[0].number, revisions[0].label.as_str()),
            (1, "A/1")
        );
        assert_eq!(revisions[0].questionnaire.items[0].origin, Origin::New);
    }

    #[test]
    fn frames_open_waves_with_customers_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.manyi");
        let first = definition("A/1", vec![item("A", "one")], "2025H2");
        let mut store =
            new_workspace::create(&path, &Workspace::default(), "S", Some(&first)).unwrap();
        let data = store.load().unwrap();
        let survey = data.surveys[0].clone();
        let second = definition("A/2", vec![item("A", "one")], "2026H1");
        add(&mut store, &data, &survey, &second).unwrap();

        let data = store.load().unwrap();
        assert_eq!(data.customers[0].name, "A/2 Ltd");
        assert_eq!(data.customers[0].attributes.len(), 2);
        let periods: Vec<_> = data
            .waves
            .iter()
            .map(|wave| wave.period.to_string())
            .collect();
        assert_eq!(periods, ["2025H2", "2026H1"]);
        let known: Vec<_> = data
            .waves
            .iter()
            .map(|wave| data.frame(wave.id)[0].attributes.len())
            .collect();
        assert_eq!(
            known,
            [1, 2],
            "attributes as they were when the wave opened"
        );
        assert_eq!(data.waves[1].revision, data.revisions[1].id);
    }
}
