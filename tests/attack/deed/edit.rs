//! Edits as the window's worker makes them: one step after the other through the write door,
//! each confirmed once it is kept.

use std::io::Write;
use std::path::{Path, PathBuf};

use manyi::model::{
    ActionId, ActionStep, Change, CorrectiveAction, Customer, Data, Edit, Stage, Step, StepKind,
};
use manyi::store::Store;

use super::sound::sound;
use super::{Deed, IN, Said, child, manyi, ran};

pub const DEED: Deed = Deed {
    name: "edit",
    prepare,
    command: |folder| child(folder, "deed::edit::one_step_after_the_other"),
    holds,
};

const STEPS: usize = 40;

pub fn prepare(folder: &Path) {
    ran(manyi(folder, &["demo", "--dir", ".", "--headless"])).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && !path.ends_with("sample.manyi") {
            std::fs::remove_file(path).unwrap();
        }
    }
}

/// Not a test: the process that is attacked.
#[test]
#[ignore = "started by the attacks"]
fn one_step_after_the_other() {
    let Some(folder) = std::env::var_os(IN) else {
        return;
    };
    let mut store = Store::open(&PathBuf::from(folder).join("sample.manyi")).unwrap();
    let mut data = store.load().unwrap();
    println!("begun");
    for at in 1..=STEPS {
        let step = step(&store, &data, at);
        store.apply(&step).unwrap();
        println!("kept {at}");
        std::io::stdout().flush().unwrap();
        data = store.load().unwrap();
    }
}

/// Several nouns at once, all of them numbered: a step that is torn shows.
fn step(store: &Store, data: &Data, at: usize) -> Step {
    let mut changes: Vec<Change> = data
        .customers
        .iter()
        .take(5)
        .map(|customer| {
            let after = Customer {
                name: at.to_string(),
                ..customer.clone()
            };
            Change::Customer(Edit::changed(customer.clone(), after))
        })
        .collect();
    let raised = CorrectiveAction {
        id: ActionId(store.fresh_id()),
        number: format!("X-{at}"),
        steps: vec![ActionStep {
            stage: Stage::Open,
            date: jiff::civil::date(2026, 7, 1),
            who: "w".repeat(3_000),
            note: String::new(),
            reopened: false,
        }],
        ..data.actions[0].clone()
    };
    changes.push(Change::Action(Box::new(Edit::created(raised))));
    Step::new(StepKind::EditCustomers, at.to_string(), changes)
}

fn holds(folder: &Path, said: &Said) -> Result<String, String> {
    let store = sound(&folder.join("sample.manyi"))?;
    let data = store.load().map_err(|error| format!("{error:?}"))?;
    let raised = data.actions.iter();
    let raised = raised
        .filter(|action| action.number.starts_with("X-"))
        .count();
    let logged = store.log(10_000).map_err(|error| format!("{error:?}"))?;
    let logged = logged
        .iter()
        .filter(|line| line.subject.parse::<usize>().is_ok());
    let logged = logged.count();
    let name = raised.to_string();
    let named = data.customers.iter().filter(|it| it.name == name).count();
    if logged != raised || (raised > 0 && named != 5) {
        return Err(format!(
            "mixed: {raised} raised, {logged} logged, {named} named"
        ));
    }
    let confirmed = said
        .text
        .lines()
        .filter_map(|line| line.strip_prefix("kept "));
    let confirmed = confirmed
        .filter_map(|at| at.parse().ok())
        .max()
        .unwrap_or(0);
    match raised.checked_sub(confirmed) {
        None => Err(format!("{confirmed} were confirmed, {raised} are there")),
        Some(0 | 1) => Ok("up to what was confirmed".to_owned()),
        Some(_) => Err(format!("{confirmed} were confirmed, {raised} are there?")),
    }
}
