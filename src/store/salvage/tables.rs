//! What the rows of each table look like.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, params_from_iter};

use super::{Belonging, known};
use crate::store::{seal, sealed};

/// A table of the present version.
pub(super) struct Table {
    pub(super) name: &'static str,
    columns: Vec<Column>,
    /// Places of the columns the seal is over, and of the seal itself.
    sealed: Vec<usize>,
    seal: usize,
    /// Its rows have a number, and the first column is it.
    pub(super) numbered: bool,
}

struct Column {
    name: String,
    /// As the table says it: INTEGER, REAL, TEXT or BLOB.
    kind: String,
    needed: bool,
    /// Has a hash of its own instead of a place in the seal.
    apart: bool,
    /// What it holds in rows from before there was such a column.
    before: Value,
}

impl Column {
    fn takes(&self, value: &Value) -> bool {
        match value {
            Value::Null => !self.needed,
            Value::Integer(_) => self.kind == "INTEGER",
            Value::Real(_) => self.kind == "REAL",
            Value::Text(_) => self.kind == "TEXT",
            Value::Blob(_) => self.kind == "BLOB",
        }
    }
}

/// What the table says rows hold from before there was a column: a whole number, or nothing.
fn before(default: Option<String>) -> Value {
    let number = default.and_then(|text| text.parse().ok());
    number.map_or(Value::Null, Value::Integer)
}

/// What a person may know a row by.
#[derive(Default)]
pub(super) struct Told {
    pub(super) id: Option<i64>,
    /// Its texts, as far as they can be read.
    pub(super) was: String,
    pub(super) of: Vec<Belonging>,
}

/// What a row turned out to be.
pub(super) enum Row {
    /// As it was written. The flag: its bytes are lost.
    Whole(Vec<Value>, bool),
    /// Of this table, but not as it was written.
    Changed(Vec<Option<Value>>),
}

impl Table {
    /// All that carry seals, from a workspace that has them.
    pub(super) fn all(db: &Connection) -> rusqlite::Result<Vec<Self>> {
        sealed::TABLES.iter().map(|it| Self::of(db, it)).collect()
    }

    fn of(db: &Connection, it: &sealed::Sealed) -> rusqlite::Result<Self> {
        let over: Vec<&str> = it.columns.split(", ").collect();
        let mut query = db.prepare(
            "SELECT name, type, \"notnull\" OR pk, dflt_value FROM pragma_table_info(?1)
             ORDER BY cid",
        )?;
        let columns: Vec<Column> = query
            .query_map([it.table], |row| {
                let name: String = row.get(0)?;
                Ok(Column {
                    kind: row.get(1)?,
                    needed: row.get(2)?,
                    before: before(row.get(3)?),
                    apart: name != "seal" && !over.contains(&name.as_str()),
                    name,
                })
            })?
            .collect::<Result<_, _>>()?;
        let place = |wanted: &str| columns.iter().position(|it| it.name == wanted);
        let sealed = over.iter().filter_map(|name| place(name)).collect();
        let numbered = "SELECT NOT wr FROM pragma_table_list(?1)";
        let numbered = db.query_row(numbered, [it.table], |row| row.get(0))?;
        Ok(Self {
            name: it.table,
            sealed,
            seal: place("seal").unwrap_or_default(),
            columns,
            numbered,
        })
    }

    /// What a record is as a row of this table; `None` for one that cannot be one. A file of an
    /// older version has rows without the columns that came later: they stand behind the seal, and
    /// it goes over the others.
    pub(super) fn read(&self, rowid: Option<i64>, mut values: Vec<Option<Value>>) -> Option<Row> {
        let there = values.len();
        if there <= self.seal || there > self.columns.len() || rowid.is_some() != self.numbered {
            return None;
        }
        if let Some(rowid) = rowid {
            *values.first_mut()? = Some(Value::Integer(rowid));
        }
        for (value, column) in values.iter_mut().zip(&self.columns) {
            // A whole number takes less room, so SQLite keeps it as one.
            if let ("REAL", Some(Value::Integer(whole))) = (column.kind.as_str(), &*value) {
                *value = Some(Value::Real(*whole as f64));
            }
        }
        let fit = |(value, column): (&Option<Value>, &Column)| {
            value.as_ref().is_none_or(|value| column.takes(value))
        };
        if !values.iter().zip(&self.columns).all(fit) {
            return None;
        }
        if !self.seal_holds(&values) {
            return Some(Row::Changed(values));
        }
        if there < self.columns.len() {
            let later = self.columns.iter().skip(there);
            values.extend(later.map(|column| Some(column.before.clone())));
            let seal = self.seal_of(&values).map(Value::Integer);
            *values.get_mut(self.seal)? = seal;
        }
        let lost = values.iter().zip(&self.columns);
        let lost = lost.filter(|(value, _)| value.is_none());
        let apart = lost.clone().all(|(_, column)| column.apart);
        let cut = lost.count() > 0;
        match apart {
            true => {
                let values = values.into_iter().map(|value| value.unwrap_or(Value::Null));
                Some(Row::Whole(values.collect(), cut))
            }
            false => Some(Row::Changed(values)),
        }
    }

    fn seal_holds(&self, values: &[Option<Value>]) -> bool {
        let seal = values.get(self.seal).and_then(Option::as_ref);
        match (self.seal_of(values), seal) {
            (Some(over), Some(Value::Integer(seal))) => over == *seal,
            _ => false,
        }
    }

    /// The seal over as many columns as there are; `None` where one of them cannot be read.
    fn seal_of(&self, values: &[Option<Value>]) -> Option<i64> {
        let there = self.sealed.iter().filter(|at| **at < values.len());
        let over: Option<Vec<ValueRef<'_>>> = there
            .map(|at| Some(ValueRef::from(values.get(*at)?.as_ref()?)))
            .collect();
        Some(seal::of(self.name, over?.into_iter()))
    }

    /// Writes a row; `false` where one of its name is there already.
    pub(super) fn insert(&self, db: &Connection, values: &[Value]) -> rusqlite::Result<bool> {
        let names: Vec<&str> = self.columns.iter().map(|it| it.name.as_str()).collect();
        let places = vec!["?"; names.len()].join(", ");
        let (table, names) = (self.name, names.join(", "));
        let sql = format!("INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})");
        let mut statement = db.prepare_cached(&sql)?;
        Ok(statement.execute(params_from_iter(values))? == 1)
    }

    /// What a person may know it by.
    pub(super) fn told(&self, values: &[Option<Value>]) -> Told {
        const SHOWN: usize = 3;
        const LETTERS: usize = 40;
        let id = match values.first() {
            Some(Some(Value::Integer(id))) => Some(*id),
            _ => None,
        };
        let texts = values.iter().filter_map(|value| match value {
            Some(Value::Text(text)) if !text.trim().is_empty() && !text.starts_with(['{', '[']) => {
                Some(text.chars().take(LETTERS).collect::<String>())
            }
            _ => None,
        });
        let named = self.columns.iter().map(|column| column.name.as_str());
        Told {
            id: id.filter(|_| self.numbered),
            was: texts.take(SHOWN).collect::<Vec<_>>().join(" · "),
            of: known::belongings(named.zip(values.iter().map(Option::as_ref))),
        }
    }
}
