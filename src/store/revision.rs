//! Revisions of a questionnaire, whether they are frozen and signed, and what about them can
//! no longer change.

use rusqlite::{Connection, Row, params};

use super::column::Plain;
use super::disk::{self, QuestionnaireForm, RulesForm, SignaturesForm};
use super::door::Noun;
use super::{Rule, StoreError, Taken, door, seal};
use crate::model::{
    Edit, Frozen, Questionnaire, Revision, RevisionId, Signatures, Signed, SurveyId,
};

impl Noun for Revision {
    const TABLE: &'static str = "revision";
    const SELECT: &'static str = "SELECT id, survey, number, label, document, effective, parent, \
        frozen, signatures, questionnaire, \
        (SELECT content FROM rules WHERE rules.id = revision.rules) AS content FROM revision";
    const ORDER: &'static str = "survey, number";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn says(&self, other: &Self) -> bool {
        self.says_the_same(other)
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
            signatures: disk::read::<SignaturesForm>(row, 8)?,
            questionnaire: Questionnaire {
                rules: disk::read::<RulesForm>(row, 10)?,
                ..disk::read::<QuestionnaireForm>(row, 9)?
            },
        })
    }

    /// A new one is neither frozen nor signed; one that stands there stays what it is. Its rules
    /// are a document of their own that so far belongs to one revision.
    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        let unsigned = disk::encode::<SignaturesForm>(&Signatures::default())?;
        db.prepare_cached(include_str!("rules.sql"))?
            .execute(params![
                self.id.0,
                self.survey.0,
                self.number,
                self.label,
                self.effective.map(Plain),
                unsigned,
                disk::encode::<RulesForm>(&self.questionnaire.rules)?,
            ])?;
        db.prepare_cached(include_str!("revision.sql"))?
            .execute(params![
                self.id.0,
                self.survey.0,
                self.number,
                self.label,
                self.document,
                self.effective.map(Plain),
                self.parent.map(|parent| parent.0),
                unsigned,
                disk::encode::<QuestionnaireForm>(&self.questionnaire)?,
            ])?;
        Ok(())
    }

    fn seal(&self, db: &Connection) -> rusqlite::Result<()> {
        seal_documents(db, self.id)
    }

    fn erase(&self, db: &Connection) -> rusqlite::Result<()> {
        DOCUMENTS
            .iter()
            .try_for_each(|table| seal::erase(db, table, "id = ?1", [self.id.0]))
    }

    fn allow(edit: &Edit<Self>, db: &Connection) -> Result<(), StoreError> {
        let unsigned = |it: &Self| it.signatures == Signatures::default();
        let Some(before) = &edit.before else {
            let ready = edit.after.as_ref();
            let ready = ready.is_none_or(|after| !after.frozen && unsigned(after));
            return match ready {
                true => Ok(()),
                false => Err(StoreError::Forbidden(Rule::DifferentThings)),
            };
        };
        let standing: Self = door::get(db, before.id.0)?;
        if edit.after.is_none() && !unsigned(&standing) {
            return Err(StoreError::Forbidden(Rule::SignatureErased));
        }
        let same = edit.after.as_ref().is_some_and(|after| {
            (after.survey, after.number) == (before.survey, before.number)
                && after.questionnaire == before.questionnaire
        });
        if !same && !standing.editable() {
            return Err(StoreError::Forbidden(Rule::FixedQuestionnaire));
        }
        Ok(())
    }

    fn taken(&self) -> Option<Taken> {
        Some(Taken::RevisionNumber(self.number))
    }
}

impl Noun for Frozen {
    const TABLE: &'static str = "revision";
    const SELECT: &'static str = "SELECT id, frozen FROM revision";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: RevisionId(row.get(0)?),
            frozen: row.get(1)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        for table in DOCUMENTS {
            let sql = format!("UPDATE {table} SET frozen = ?2 WHERE id = ?1");
            db.prepare_cached(&sql)?
                .execute(params![self.id.0, self.frozen])?;
        }
        Ok(())
    }

    fn seal(&self, db: &Connection) -> rusqlite::Result<()> {
        seal_documents(db, self.id)
    }

    fn allow(edit: &Edit<Self>, _db: &Connection) -> Result<(), StoreError> {
        comes_with_its_revision(edit)
    }
}

impl Noun for Signed {
    const TABLE: &'static str = "revision";
    const SELECT: &'static str = "SELECT id, signatures FROM revision";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: RevisionId(row.get(0)?),
            signatures: disk::read::<SignaturesForm>(row, 1)?,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        let signatures = disk::encode::<SignaturesForm>(&self.signatures)?;
        for table in DOCUMENTS {
            let sql = format!("UPDATE {table} SET signatures = ?2 WHERE id = ?1");
            db.prepare_cached(&sql)?
                .execute(params![self.id.0, signatures])?;
        }
        Ok(())
    }

    fn seal(&self, db: &Connection) -> rusqlite::Result<()> {
        seal_documents(db, self.id)
    }

    fn allow(edit: &Edit<Self>, _db: &Connection) -> Result<(), StoreError> {
        comes_with_its_revision(edit)?;
        match (&edit.before, &edit.after) {
            (Some(before), Some(after)) if erased(&before.signatures, &after.signatures) => {
                Err(StoreError::Forbidden(Rule::SignatureErased))
            }
            _ => Ok(()),
        }
    }
}

/// A questionnaire and its rules are two documents under one number, so far frozen and signed
/// together.
const DOCUMENTS: [&str; 2] = ["revision", "rules"];

fn seal_documents(db: &Connection, id: RevisionId) -> rusqlite::Result<()> {
    DOCUMENTS
        .iter()
        .try_for_each(|table| seal::put(db, table, id.0))
}

/// The state of a revision is there as long as the revision is.
fn comes_with_its_revision<T>(edit: &Edit<T>) -> Result<(), StoreError> {
    match edit.before.is_some() && edit.after.is_some() {
        true => Ok(()),
        false => Err(StoreError::Forbidden(Rule::DifferentThings)),
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
            "SELECT 1 FROM wave JOIN revision ON revision.id = wave.revision
             WHERE NOT frozen AND withdrawn IS NULL",
        )?
        .exists([])?;
    if thawed {
        return Err(StoreError::Forbidden(Rule::WaveFreezesRevision));
    }
    Ok(())
}
