//! Sixty edits of every kind with imports and freezing between them, taken back one by one to
//! the start and done again to the end, with everything the file holds compared after each.

mod edits;
mod people;
mod returns;

use std::path::{Path, PathBuf};

use fastrand::Rng;
use jiff::civil::date;

use self::edits::Kind;
use super::{History, Turn};
use crate::app::echo;
use crate::model::{
    Change, Customer, CustomerId, Data, Edit, ImportId, Step, StepKind, WaveReturns, Workspace,
};
use crate::store::Store;
use crate::store::check::check;

/// Edits that have to be kept.
const EDITS: usize = 60;

/// What a reader of the file would see. What was taken back with its import is not there.
type State = (Data, Vec<WaveReturns>);

/// A workspace under way.
struct Journey {
    folder: PathBuf,
    store: Store,
    history: History,
    rng: Rng,
    number: u64,
    data: Data,
}

impl Journey {
    fn begin(folder: &Path, seed: u64) -> Self {
        let path = folder.join("a.manyi");
        let workspace = Workspace {
            company: "恒达".to_owned(),
            document: "QR-1".to_owned(),
        };
        let store = Store::create(&path, &workspace).unwrap();
        let data = store.load().unwrap();
        let mut journey = Self {
            folder: folder.to_owned(),
            store,
            history: History::default(),
            rng: Rng::with_seed(seed),
            number: 0,
            data,
        };
        for at in 1..=4 {
            let id = CustomerId(journey.store.fresh_id());
            let code = format!("C{at}");
            let customer = Customer {
                id,
                name: format!("客户{at}"),
                code,
                turnover: Some(10.0),
                key: at == 1,
                attributes: Default::default(),
            };
            let change = Change::Customer(Edit::created(customer));
            let step = Step::new(StepKind::EditCustomers, "", vec![change]);
            journey.store.apply(&step).unwrap();
        }
        journey.data = journey.store.load().unwrap();
        journey
    }

    fn state(&self) -> State {
        let mut data = self.store.load().unwrap();
        data.imports.retain(|import| !import.undone);
        let waves = data.waves.iter();
        let returns = waves.map(|wave| self.store.load_wave(wave.id).unwrap());
        let returns = returns.collect();
        (data, returns)
    }

    /// Keeps a step as the window does; false when the file refuses it.
    fn keep(&mut self, step: &Step) -> bool {
        self.number += 1;
        self.history.push(step.clone(), None, self.number, 0.0);
        if self.store.apply(step).is_err() {
            assert_eq!(self.history.refused(self.number), None);
            return false;
        }
        assert_eq!(self.history.kept(self.number), None);
        self.follow(step);
        true
    }

    /// What the window shows at once is what a reader finds.
    fn follow(&mut self, step: &Step) {
        let found = self.store.load().unwrap();
        if echo::is_whole(step) {
            echo::apply(&mut self.data, step);
            assert_eq!(self.data, found, "{step:?}");
        }
        self.data = found;
    }

    /// One step back or forth.
    fn turn(&mut self, turn: Turn) {
        self.number += 1;
        let step = self.history.turn(turn, self.number).unwrap();
        let kept = self.store.apply(&step);
        kept.unwrap_or_else(|error| panic!("{turn:?} {error}: {step:?}"));
        self.history.kept(self.number);
        self.follow(&step);
    }

    /// One random edit; false when there is nothing to do it to, or it is refused.
    fn edit(&mut self, kind: Kind) -> bool {
        match kind {
            Kind::TakeIn => self.take_in(),
            kind => match self.step(kind) {
                Some(step) if !step.changes.is_empty() => self.keep(&step),
                _ => false,
            },
        }
    }
}

/// What was done on the way.
fn there_and_back(seed: u64) -> Vec<Kind> {
    let folder = tempfile::tempdir().unwrap();
    let mut journey = Journey::begin(folder.path(), seed);
    let mut states = vec![journey.state()];
    let mut kinds = Vec::new();
    let mut tries = 0;
    while kinds.len() < EDITS {
        tries += 1;
        assert!(tries < 5_000, "nothing left to do: {kinds:?}");
        let kind = Kind::ALL[journey.rng.usize(..Kind::ALL.len())];
        // What has to be there first comes first.
        let kind = match kinds.len() {
            0 => Kind::NewSurvey,
            1..4 => Kind::NewItem,
            4 | 20 | 40 => Kind::TakeIn,
            _ => kind,
        };
        if journey.edit(kind) {
            kinds.push(kind);
            states.push(journey.state());
        }
    }
    let path = journey.store.path().to_owned();
    for at in (0..EDITS).rev() {
        journey.turn(Turn::Undo);
        assert!(
            journey.state() == states[at],
            "seed {seed}: {at} {:?} taken back",
            kinds[at]
        );
    }
    assert!(!journey.history.can_undo());
    assert_eq!(check(&path, &Default::default()).unwrap(), []);
    for at in 0..EDITS {
        journey.turn(Turn::Redo);
        assert!(
            journey.state() == states[at + 1],
            "seed {seed}: {at} {:?} done again",
            kinds[at]
        );
    }
    assert!(!journey.history.can_redo());
    assert_eq!(check(&path, &Default::default()).unwrap(), []);
    kinds
}

#[test]
fn everything_is_taken_back_to_the_start_and_done_again_to_the_end() {
    let done: Vec<Kind> = (1..=4).flat_map(there_and_back).collect();
    let never: Vec<Kind> = Kind::ALL
        .into_iter()
        .filter(|it| !done.contains(it))
        .collect();
    assert_eq!(never, [], "every kind of edit is part of the journey");
}

/// The import of an id, not taken back.
fn counting(data: &Data) -> impl Iterator<Item = ImportId> + '_ {
    let imports = data.imports.iter().filter(|import| !import.undone);
    imports.map(|import| import.id)
}

fn today() -> jiff::civil::Date {
    date(2026, 7, 6)
}
