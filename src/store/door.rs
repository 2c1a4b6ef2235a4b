//! One edit of one noun: what every edit has to pass, whatever it is of.

use rusqlite::{Connection, Error, OptionalExtension, Row, ffi};

use super::plausible::{self, Plausible};
use super::{Rule, StoreError, Taken, seal};
use crate::model::Edit;

/// Something the workspace holds that can be edited.
pub(super) trait Noun: Sized + PartialEq + Plausible {
    const TABLE: &'static str;
    /// The columns [`Noun::read`] expects, and where they come from.
    const SELECT: &'static str;
    /// In which order they are loaded.
    const ORDER: &'static str = "id";

    fn id(&self) -> i64;

    /// Whether both are the same thing, in whatever state.
    fn is(&self, other: &Self) -> bool {
        self.id() == other.id()
    }

    /// Whether both say the same, as far as an edit goes: what has edits of its own is left out.
    fn says(&self, other: &Self) -> bool {
        self == other
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;

    /// Writes a new one, or over the one of the same id.
    fn write(&self, db: &Connection) -> rusqlite::Result<()>;

    /// Seals what was written.
    fn seal(&self, db: &Connection) -> rusqlite::Result<()> {
        seal::put(db, Self::TABLE, self.id())
    }

    fn erase(&self, db: &Connection) -> rusqlite::Result<()> {
        seal::erase(db, Self::TABLE, "id = ?1", [self.id()])
    }

    /// What stands in the file under the identity of `self`.
    fn find(&self, db: &Connection) -> rusqlite::Result<Option<Self>> {
        find(db, self.id())
    }

    /// The rules of this noun beyond uniqueness and references.
    fn allow(_edit: &Edit<Self>, _db: &Connection) -> Result<(), StoreError> {
        Ok(())
    }

    /// What to say when a uniqueness of this noun is violated.
    fn taken(&self) -> Option<Taken> {
        None
    }
}

/// The one with this id.
pub(super) fn find<T: Noun>(db: &Connection, id: i64) -> rusqlite::Result<Option<T>> {
    let sql = format!("{} WHERE {}.id = ?1", T::SELECT, T::TABLE);
    let mut query = db.prepare_cached(&sql)?;
    query.query_row([id], sound).optional()
}

/// The one with this id, which has to be there.
pub(super) fn get<T: Noun>(db: &Connection, id: i64) -> Result<T, StoreError> {
    let table = T::TABLE;
    find(db, id)?.ok_or(StoreError::NotHere { table, id })
}

/// All of them.
pub(super) fn all<T: Noun>(db: &Connection) -> rusqlite::Result<Vec<T>> {
    let sql = format!("{} ORDER BY {}", T::SELECT, T::ORDER);
    let mut query = db.prepare_cached(&sql)?;
    query.query_map([], sound)?.collect()
}

/// One that can be what it says.
pub(super) fn sound<T: Noun>(row: &Row<'_>) -> rusqlite::Result<T> {
    T::read(row).and_then(plausible::noun)
}

/// Lets one edit through if what stands there is what it says was before, no rule is broken,
/// and what is written comes out again as it went in.
pub(super) fn pass<T: Noun>(db: &Connection, edit: &Edit<T>) -> Result<(), StoreError> {
    let Some(thing) = edit.after.as_ref().or(edit.before.as_ref()) else {
        return Ok(());
    };
    let (table, id) = (T::TABLE, thing.id());
    if edit.before.as_ref().is_some_and(|before| !before.is(thing)) {
        return Err(StoreError::Forbidden(Rule::DifferentThings));
    }
    let same = match (&thing.find(db)?, &edit.before) {
        (Some(found), Some(before)) => found.says(before),
        (found, before) => found.is_none() && before.is_none(),
    };
    if !same {
        return Err(StoreError::Stale { table, id });
    }
    T::allow(edit, db)?;
    let Some(after) = &edit.after else {
        return Ok(thing.erase(db)?);
    };
    if after.fault().is_some() {
        return Err(StoreError::Unstorable { table, id });
    }
    after.write(db).map_err(|error| refused(error, after))?;
    after.seal(db)?;
    match after.find(db) {
        Ok(Some(found)) if found.says(after) => Ok(()),
        _ => Err(StoreError::Unstorable { table, id }),
    }
}

/// Names what a constraint stands for.
fn refused<T: Noun>(error: Error, thing: &T) -> StoreError {
    let unstorable = StoreError::Unstorable {
        table: T::TABLE,
        id: thing.id(),
    };
    match error {
        Error::SqliteFailure(failure, _)
            if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            thing
                .taken()
                .filter(|_| failure.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE)
                .map_or(unstorable, StoreError::Taken)
        }
        Error::ToSqlConversionFailure(_) => unstorable,
        other => other.into(),
    }
}
