//! Revisions of a questionnaire, and what about them can no longer change.

use rusqlite::{Connection, Row, params};

use super::column::{Json, Plain};
use super::door::Noun;
use super::{Rule, StoreError, Taken};
use crate::model::{Edit, Revision, RevisionId, Signatures, SurveyId};

impl Noun for Revision {
    const TABLE: &'static str = "revision";
    const SELECT: &'static str = "SELECT id, survey, number, label, document, effective, parent, \
        frozen, signatures, questionnaire FROM revision";
    const ORDER: &'static str = "survey, number";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: RevisionId(row.get(0)?),
            survey: SurveyId(row.get(1)?),
            number: row.get(2)?,
            label: row.get(3)?,
            document: row.get(4)?,
            effective: row.get::<_, Option<Plain<_>>>(5)?.map(|date| date.0),
            parent: row.get::<_, Option<i64>>(6)?.map(RevisionId),
            frozen: row.get(7)?,
            signatures: row.get::<_, Json<_>>(8)?.0,
            questionnaire: row.get::<_, Json<_>>(9)?.0,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        db.prepare_cached(include_str!("revision.sql"))?
            .execute(params![
                self.id.0,
                self.survey.0,
                self.number,
                self.label,
                self.document,
                self.effective.map(Plain),
                self.parent.map(|parent| parent.0),
                self.frozen,
                Json(&self.signatures),
                Json(&self.questionnaire),
            ])?;
        Ok(())
    }

    fn allow(edit: &Edit<Self>, _db: &Connection) -> Result<(), StoreError> {
        let Some(before) = &edit.before else {
            return Ok(());
        };
        let none = Signatures::default();
        let signatures = edit.after.as_ref().map_or(&none, |after| &after.signatures);
        if erased(&before.signatures, signatures) {
            return Err(StoreError::Forbidden(Rule::SignatureErased));
        }
        let same = edit.after.as_ref().is_some_and(|after| {
            (after.survey, after.number) == (before.survey, before.number)
                && after.questionnaire == before.questionnaire
        });
        if !same && !before.editable() {
            return Err(StoreError::Forbidden(Rule::FixedQuestionnaire));
        }
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::RevisionNumber(self.number))
    }
}

/// A signature can be superseded, never taken away.
fn erased(before: &Signatures, after: &Signatures) -> bool {
    [
        (&before.prepared, &after.prepared),
        (&before.reviewed, &after.reviewed),
        (&before.approved, &after.approved),
    ]
    .iter()
    .any(|(before, after)| before.is_some() && after.is_none())
}

/// A wave freezes its revision, and nothing thaws it while the wave is there.
pub(super) fn waves_are_frozen(db: &Connection) -> Result<(), StoreError> {
    let thawed = db
        .prepare_cached(
            "SELECT 1 FROM wave JOIN revision ON revision.id = wave.revision WHERE NOT frozen",
        )?
        .exists([])?;
    if thawed {
        return Err(StoreError::Forbidden(Rule::WaveFreezesRevision));
    }
    Ok(())
}
