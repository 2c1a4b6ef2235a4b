//! A small workspace with one of everything.

mod batch;
mod questionnaire;

use std::path::{Path, PathBuf};

use jiff::civil::date;
use rusqlite::Connection;
use tempfile::TempDir;

pub(in crate::store) use batch::answer;
pub(in crate::store) use questionnaire::questionnaire;

use crate::model::{
    Change, Customer, CustomerId, Edit, FrameEntry, Revision, RevisionId, Signatures, Step,
    StepKind, Survey, SurveyId, Wave, WaveId, Workspace,
};
use crate::store::{Store, seal, sealed, tally};

/// A workspace in a folder that goes with it.
pub(in crate::store) struct Sample {
    pub path: PathBuf,
    pub store: Store,
    pub survey: Survey,
    pub revision: Revision,
    pub customers: Vec<Customer>,
    pub wave: Wave,
    /// Dropped last: it takes the file with it.
    pub _folder: TempDir,
}

pub(in crate::store) fn workspace() -> Workspace {
    Workspace {
        company: "恒达精密".to_owned(),
        document: "QR-9.3-02".to_owned(),
    }
}

/// An empty workspace.
pub(in crate::store) fn empty() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("firm.manyi");
    let store = Store::create(&path, &workspace()).unwrap();
    (folder, path, store)
}

pub(in crate::store) fn customer(id: i64, code: &str) -> Customer {
    Customer {
        id: CustomerId(id),
        code: code.to_owned(),
        name: format!("客户 {code}"),
        turnover: (id % 2 == 0).then_some(1234.5 / 7.0),
        key: id == 2,
        attributes: [("区域".to_owned(), "华东".to_owned())].into(),
    }
}

pub(in crate::store) fn frame(wave: WaveId, customer: &Customer) -> FrameEntry {
    FrameEntry {
        wave,
        customer: customer.id,
        issued: customer.key.then(|| date(2026, 1, 5)),
        channel: "邮件".to_owned(),
        collector: None,
        excluded: None,
        turnover: customer.turnover,
        key: customer.key,
        attributes: customer.attributes.clone(),
    }
}

pub(in crate::store) fn step(kind: StepKind, changes: Vec<Change>) -> Step {
    Step::new(kind, "样例", changes)
}

/// A survey with one revision, three customers and an open wave whose frame holds them all.
pub(in crate::store) fn open() -> Sample {
    let (folder, path, store) = empty();
    let id = || store.fresh_id();
    let survey = Survey {
        id: SurveyId(id()),
        name: "销售客户".to_owned(),
    };
    let revision = Revision {
        id: RevisionId(id()),
        survey: survey.id,
        number: 1,
        label: "A/1".to_owned(),
        document: "QR-8.2-03".to_owned(),
        effective: Some(date(2025, 12, 1)),
        parent: None,
        frozen: true,
        signatures: Signatures::default(),
        questionnaire: questionnaire(),
    };
    let customers = ["C001", "C002", "C003"].map(|code| customer(id(), code));
    let wave = Wave {
        id: WaveId(id()),
        survey: survey.id,
        period: "2026H1".parse().unwrap(),
        label: String::new(),
        revision: revision.id,
        opened: date(2026, 1, 4),
        choice: None,
        closings: Vec::new(),
    };
    let mut sample = Sample {
        path,
        store,
        survey,
        revision,
        customers: customers.into(),
        wave,
        _folder: folder,
    };
    for step in sample.steps() {
        sample.store.apply(&step).unwrap();
    }
    sample
}

impl Sample {
    /// From the empty workspace to the open wave, as a user goes.
    fn steps(&self) -> [Step; 4] {
        let draft = Revision {
            frozen: false,
            ..self.revision.clone()
        };
        let customers = self.customers.iter();
        let register = |it: &Customer| Change::Customer(Edit::created(it.clone()));
        let choose = |it| Change::Frame(Edit::created(frame(self.wave.id, it)));
        let survey = vec![
            Change::Survey(Edit::created(self.survey.clone())),
            Change::Revision(Box::new(Edit::created(draft.clone()))),
        ];
        [
            step(StepKind::SetUp, survey),
            step(
                StepKind::EditCustomers,
                customers.clone().map(register).collect(),
            ),
            open_wave(&draft, &self.wave),
            step(StepKind::EditFrame, customers.map(choose).collect()),
        ]
    }
}

/// The step that opens a wave of a draft and freezes it.
pub(in crate::store) fn open_wave(draft: &Revision, wave: &Wave) -> Step {
    let changes = vec![
        Change::Wave(Edit::created(wave.clone())),
        draft.freeze(true),
    ];
    step(StepKind::OpenWave, changes)
}

/// Changes the file behind the store's back, as another program could.
pub(in crate::store) fn tamper(path: &Path, sql: &str) {
    let db = Connection::open(path).unwrap();
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    db.execute_batch(sql).unwrap();
}

/// The same by somebody who knows of the seals.
pub(in crate::store) fn forge(path: &Path, sql: &str) {
    let db = Connection::open(path).unwrap();
    seal::register(&db).unwrap();
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    db.execute_batch(sql).unwrap();
    for it in sealed::TABLES {
        if it.table != "tally" {
            seal::put_where(&db, it.table, "TRUE", []).unwrap();
        }
    }
    tally::recount(&db).unwrap();
}
