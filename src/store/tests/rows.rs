//! Whole rows taken out, put in, or put back as they once were: whatever the table, the check
//! finds it. The tables are those the file has, so that a new one is looked at too.

use rusqlite::Connection;

use super::sample::{self, Sample};
use crate::model::{
    Change, Contact, ContactId, ContactKind, CorrectiveAction, Edit, Evidence, Kpi, KpiId,
    LineageId, Past, PastId, Progress, Stage, StepKind, Subject, Tag, TagClass, TagId, Tagging,
    TaggingId,
};
use crate::store::check::{Fault, check};
use crate::store::{StoreError, seal, sealed};

/// A closed workspace with a row in every table.
fn full() -> Sample {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 5);
    sample.store.import(batch, &Progress::default()).unwrap();
    let step = |stage| crate::model::ActionStep {
        stage,
        date: jiff::civil::date(2026, 7, 1),
        who: "王强".to_owned(),
        note: String::new(),
        reopened: false,
    };
    let evidence = |subject| Evidence {
        wave: sample.wave.id,
        subject,
        score: 71.5,
        change: None,
        target: 80.0,
        returns: Vec::new(),
    };
    let action = CorrectiveAction {
        id: crate::model::ActionId(sample.store.fresh_id()),
        number: "CA-2026-01".to_owned(),
        survey: sample.survey.id,
        title: "交期".to_owned(),
        department: "生产部".to_owned(),
        owner: "王强".to_owned(),
        cause: "排产".to_owned(),
        measure: "周计划".to_owned(),
        due: None,
        evidence: vec![
            evidence(Subject::Index),
            evidence(Subject::Item(LineageId(901))),
        ],
        steps: vec![step(Stage::Open), step(Stage::Analysis)],
    };
    let raised = Change::Action(Box::new(Edit::created(action)));
    let raised = sample::step(StepKind::RaiseAction, vec![raised]);
    sample.store.apply(&raised).unwrap();
    let contact = Contact {
        id: ContactId(sample.store.fresh_id()),
        wave: sample.wave.id,
        customer: sample.customers[0].id,
        kind: ContactKind::Call,
        date: jiff::civil::date(2026, 7, 2),
        who: "李娜".to_owned(),
        how: "电话".to_owned(),
        reached: true,
        note: String::new(),
    };
    let noted = vec![Change::Contact(Edit::created(contact))];
    let noted = sample::step(StepKind::NoteContact, noted);
    sample.store.apply(&noted).unwrap();
    beside(&mut sample);
    drop(std::mem::replace(&mut sample.store, sample::empty().2));
    // So far nobody writes these.
    sample::forge(
        &sample.path,
        "INSERT INTO summary (wave, subject, n) SELECT id, 'index', 40 FROM wave;
         INSERT INTO attachment (noun, of, file, name, note, at)
         SELECT 'action', action.id, file.id, 'a.pdf', '', '2026-07-01T00:00:00Z'
         FROM action, file",
    );
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    sample
}

/// A wave known by its figures alone, and a figure of the firm's own.
fn beside(sample: &mut Sample) {
    let past = Past {
        id: PastId(sample.store.fresh_id()),
        survey: sample.wave.survey,
        period: "2019H1".parse().unwrap(),
        figures: Vec::new(),
    };
    let kpi = Kpi {
        id: KpiId(sample.store.fresh_id()),
        code: "OTD".to_owned(),
        name: "准时交付".to_owned(),
        unit: String::new(),
        external: false,
        least: None,
        most: None,
        points: Vec::new(),
        stages: Vec::new(),
        baseline: None,
        better: None,
        acts_on: None,
    };
    let entered = vec![
        Change::Past(Edit::created(past)),
        Change::Kpi(Box::new(Edit::created(kpi))),
    ];
    let entered = sample::step(StepKind::EnterPast, entered);
    sample.store.apply(&entered).unwrap();
    tags(sample);
    let marking = super::golden::kept(sample, "征询单.xlsx");
    let marked = Change::Marking(Box::new(Edit::created(marking)));
    let marked = sample::step(StepKind::MarkForm, vec![marked]);
    sample.store.apply(&marked).unwrap();
}

/// A tag, and a comment that has it.
fn tags(sample: &mut Sample) {
    let tag = Tag {
        id: TagId(sample.store.fresh_id()),
        survey: sample.survey.id,
        name: "交期".to_owned(),
        class: TagClass::Wish,
        words: Vec::new(),
    };
    let returns = sample.store.load_wave(sample.wave.id).unwrap();
    let tagging = Tagging {
        id: TaggingId(sample.store.fresh_id()),
        wave: sample.wave.id,
        returned: returns.returns[0].id,
        item: LineageId(901),
        tag: tag.id,
        given: true,
    };
    let tagged = vec![
        Change::Tag(Edit::created(tag)),
        Change::Tagging(Edit::created(tagging)),
    ];
    let tagged = sample::step(StepKind::EditTags, tagged);
    sample.store.apply(&tagged).unwrap();
}

/// A table of the file: its name, the columns of its key, and all others but the seal.
struct Table {
    name: String,
    key: Vec<String>,
    others: Vec<String>,
}

fn texts(db: &Connection, sql: &str) -> Vec<String> {
    let mut query = db.prepare(sql).unwrap();
    let rows = query.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn tables(path: &std::path::Path) -> Vec<Table> {
    let db = Connection::open(path).unwrap();
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    let table = |name: String| {
        let columns = |which: &str| {
            let sql = format!("SELECT name FROM pragma_table_info('{name}') WHERE {which}");
            texts(&db, &sql)
        };
        let rows = format!("SELECT count(*) FROM {name}");
        let rows: i64 = db.query_row(&rows, [], |row| row.get(0)).unwrap();
        assert!(rows > 0, "{name} needs a row in this test");
        Table {
            key: columns("pk"),
            others: columns("NOT pk AND name <> 'seal'"),
            name,
        }
    };
    texts(&db, names).into_iter().map(table).collect()
}

impl Table {
    /// Conditions that name each row, one by one.
    fn rows(&self, path: &std::path::Path) -> Vec<String> {
        let db = Connection::open(path).unwrap();
        let parts = self
            .key
            .iter()
            .map(|column| format!("'{column} = ' || quote({column})"));
        let one = parts.collect::<Vec<_>>().join(" || ' AND ' || ");
        texts(&db, &format!("SELECT {one} FROM {}", self.name))
    }

    /// Seals what a condition names as whoever wrote it would have, and counts nothing.
    fn sealed(&self, condition: &str) -> String {
        let known = sealed::TABLES.iter().find(|it| it.table == self.name);
        known.map_or_else(String::new, |it| {
            format!(
                "UPDATE {0} SET seal = seal('{0}', {1}) WHERE {condition}",
                self.name, it.columns
            )
        })
    }
}

/// Does something to the file that knows of seals but not of counts, and says what the check
/// finds; nothing where it refuses to open it. The file is as it was afterwards.
fn found(sample: &Sample, sql: &str) -> Option<Vec<Fault>> {
    let before = std::fs::read(&sample.path).unwrap();
    let db = Connection::open(&sample.path).unwrap();
    seal::register(&db).unwrap();
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let done = db.execute_batch(sql);
    drop(db);
    let altered = std::fs::read(&sample.path).unwrap() != before;
    let found = check(&sample.path, &Progress::default());
    std::fs::write(&sample.path, before).unwrap();
    done.unwrap_or_else(|error| panic!("{sql}: {error}"));
    assert!(altered, "{sql} does nothing");
    found.ok()
}

fn is_found(sample: &Sample, sql: &str) {
    let silent = found(sample, sql).is_some_and(|faults| faults.is_empty());
    assert!(!silent, "{sql}");
}

#[test]
fn any_row_that_is_taken_out_is_found() {
    let sample = full();
    for table in tables(&sample.path) {
        for row in table.rows(&sample.path) {
            let sql = format!("DELETE FROM {} WHERE {row}", table.name);
            is_found(&sample, &sql);
        }
        let all = format!("DELETE FROM {}", table.name);
        is_found(&sample, &all);
    }
}

#[test]
fn a_wave_that_is_taken_out_with_all_that_belongs_to_it_is_found() {
    let sample = full();
    let sql = "DELETE FROM attachment; DELETE FROM evidence; DELETE FROM measure;
        DELETE FROM action_step; DELETE FROM action; DELETE FROM issue; DELETE FROM answer_text;
        DELETE FROM returns; DELETE FROM import; DELETE FROM file; DELETE FROM label;
        DELETE FROM frame; DELETE FROM summary; DELETE FROM wave;
        DELETE FROM customer";
    let found = found(&sample, sql).unwrap();
    let wave = Fault::Rows {
        table: "wave",
        found: 0,
        expected: 1,
    };
    assert!(found.contains(&wave), "{found:?}");
}

#[test]
fn a_row_that_is_put_in_is_found() {
    let sample = full();
    for table in tables(&sample.path) {
        let db = Connection::open(&sample.path).unwrap();
        let indexes = format!(
            "SELECT name FROM pragma_index_list('{}') WHERE \"unique\"",
            table.name
        );
        // Something of each that has to differ, the number or name of the row first.
        let mut other: Vec<String> = table.key.last().cloned().into_iter().collect();
        for index in texts(&db, &indexes) {
            let columns = format!("SELECT name FROM pragma_index_info('{index}')");
            let columns = texts(&db, &columns);
            if !columns.iter().any(|column| other.contains(column)) {
                other.extend(columns.last().cloned());
            }
        }
        drop(db);
        let all = [&table.key[..], &table.others[..]].concat();
        let differs = |column: &String| {
            format!("iif(typeof({column}) = 'text', {column} || 'x', {column} + 1000003)")
        };
        let values = all.iter().map(|column| match other.contains(column) {
            true => differs(column),
            false => column.clone(),
        });
        let values = values.collect::<Vec<_>>().join(", ");
        let (name, all) = (&table.name, all.join(", "));
        let one = &table.rows(&sample.path)[0];
        if name == "workspace" {
            continue; // There cannot be a second one.
        }
        let last = table.key.last().unwrap();
        let new = format!(
            "{last} IN (SELECT {} FROM {name} WHERE {one})",
            differs(last)
        );
        let sql = format!(
            "INSERT INTO {name} ({all}) SELECT {values} FROM {name} WHERE {one}; {}",
            table.sealed(&new)
        );
        is_found(&sample, &sql);
    }
}

#[test]
fn a_row_that_is_put_back_as_it_once_was_is_found() {
    let sample = full();
    let mut looked_at = 0;
    for table in tables(&sample.path) {
        let row = &table.rows(&sample.path)[0];
        for column in &table.others {
            let sql = format!("SELECT typeof({column}) FROM {} WHERE {row}", table.name);
            let db = Connection::open(&sample.path).unwrap();
            let kind: String = db.query_row(&sql, [], |row| row.get(0)).unwrap();
            drop(db);
            let then = match kind.as_str() {
                "integer" => format!("{column} + 1"),
                "real" => format!("{column} / 2"),
                "text" => format!("{column} || ' '"),
                "blob" => format!("CAST(x'00' || {column} AS BLOB)"),
                _ => continue,
            };
            let sql = format!(
                "UPDATE {} SET {column} = {then} WHERE {row}; {}",
                table.name,
                table.sealed(row)
            );
            is_found(&sample, &sql);
            looked_at += 1;
        }
    }
    assert!(looked_at > 80, "{looked_at}");
}

#[test]
fn what_was_taken_out_is_missed_when_it_is_loaded() {
    let sample = full();
    for table in ["frame", "issue", "evidence", "measure", "action_step"] {
        let before = std::fs::read(&sample.path).unwrap();
        sample::tamper(&sample.path, &format!("DELETE FROM {table}"));
        let store = crate::store::Store::open(&sample.path).unwrap();
        let error = store.load().unwrap_err();
        assert!(
            matches!(&error, StoreError::Damaged(what) if what.starts_with(table)),
            "{table}: {error:?}"
        );
        drop(store);
        std::fs::write(&sample.path, before).unwrap();
    }
}
