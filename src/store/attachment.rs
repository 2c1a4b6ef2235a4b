//! Files beside returns. The bytes are kept first, by their hash; the row that names them is an
//! edit like any other, so that it can be taken back.

use rusqlite::{Connection, Row, TransactionBehavior, params};

use super::column::Plain;
use super::door::{self, Noun};
use super::{Rule, Store, StoreError, file};
use crate::model::{Attachment, AttachmentId, Edit, Progress, ReturnId, SourceFile};

/// The word for a file that shows the customer's seal.
const SEALED: &str = "sealed";

impl Noun for Attachment {
    const TABLE: &'static str = "attachment";
    /// Those of returns; nothing else has any so far.
    const SELECT: &'static str = "SELECT attachment.id, of, name, file.sha256, file.size, note, at \
        FROM (SELECT * FROM attachment WHERE noun = 'returns') AS attachment \
        JOIN file ON file.id = attachment.file";
    const ORDER: &'static str = "attachment.id";

    fn id(&self) -> i64 {
        self.id.0
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let note: String = row.get(5)?;
        let size: i64 = row.get(4)?;
        Ok(Self {
            id: AttachmentId(row.get(0)?),
            of: ReturnId(row.get(1)?),
            name: row.get(2)?,
            sha256: row.get(3)?,
            size: size.unsigned_abs(),
            sealed: note == SEALED,
            at: row.get::<_, Plain<_>>(6)?.0,
        })
    }

    fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        let note = if self.sealed { SEALED } else { "" };
        db.prepare_cached(
            "INSERT INTO attachment (id, noun, of, file, name, note, at)
             VALUES (?1, 'returns', ?2, (SELECT id FROM file WHERE sha256 = ?3), ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, note = excluded.note",
        )?
        .execute(params![
            self.id.0,
            self.of.0,
            self.sha256,
            self.name,
            note,
            Plain(self.at)
        ])?;
        Ok(())
    }

    /// It belongs to a return that is there, and goes on being the same file.
    fn allow(edit: &Edit<Self>, db: &Connection) -> Result<(), StoreError> {
        let Some(after) = &edit.after else {
            return Ok(());
        };
        let file = |it: &Self| (it.of, it.sha256.clone(), it.at);
        if edit
            .before
            .as_ref()
            .is_some_and(|it| file(it) != file(after))
        {
            return Err(StoreError::Forbidden(Rule::DifferentThings));
        }
        let mut returned = db.prepare_cached("SELECT 1 FROM returns WHERE id = ?1")?;
        match returned.exists([after.of.0])? {
            true => Ok(()),
            false => Err(StoreError::Forbidden(Rule::Dangling)),
        }
    }
}

impl Store {
    /// Keeps the bytes of a file that is to be attached to something; one that is there already
    /// is not kept twice. Nothing names it until a step does.
    pub fn keep_file(&mut self, source: &SourceFile) -> Result<(), StoreError> {
        self.must_write()?;
        self.changing(&Progress::default(), |store| {
            let tx = store
                .db
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            file::put(&tx, source)?;
            Ok(tx.commit()?)
        })
    }

    /// The file as it was attached; `None` when its bytes were lost with a damaged workspace.
    pub fn attached(&self, id: AttachmentId) -> Result<Option<SourceFile>, StoreError> {
        let it: Attachment = door::get(&self.db, id.0)?;
        let bytes = file::bytes(&self.db, &it.sha256)?;
        Ok(bytes.map(|bytes| SourceFile {
            name: it.name,
            bytes: bytes.into(),
            sha256: it.sha256,
        }))
    }
}

/// A return that has a file beside it.
pub(super) fn has_any(db: &Connection, returned: ReturnId) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM attachment WHERE noun = 'returns' AND of = ?1")?
        .exists([returned.0])
}
