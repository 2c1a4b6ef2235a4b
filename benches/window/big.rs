//! A workspace of the largest kind: 100,000 returns, 2,000 customers, 1,000 things to settle,
//! 200 actions, made from a fixed seed.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use manyi::jobs::import::{self, Asked};
use manyi::jobs::{choose, definition, new_workspace};
use manyi::model::{
    ActionId, ActionStep, Change, CorrectiveAction, Customer, CustomerId, Data, Edit, Period,
    PeriodKind, Progress, Stage, Step, StepKind, Workspace,
};
use manyi::store::Store;

use super::questions::{self, Dice, RATINGS, code};

/// Returns without a customer, and those of customers.
const ANONYMOUS: usize = 97_000;
const NAMED: usize = 2_000;
const UNKNOWN: usize = 1_000;
const ACTIONS: i64 = 200;

/// Where the ratings stand in a file of returns without customers.
pub const RATING_COLUMNS: std::ops::Range<usize> = 2..2 + RATINGS as usize;

/// Makes it in the folder, with a file of another 100,000 returns beside it.
pub fn make(folder: &Path) -> Result<(PathBuf, PathBuf), Box<dyn Error>> {
    let workspace = folder.join("big.manyi");
    let book = folder.join("definition.xlsx");
    questions::definition(&book)?;
    let read = definition::read(&book, &Progress::default())?;
    let firm = Workspace {
        company: "恒达精密".to_owned(),
        document: String::new(),
    };
    let mut store = new_workspace::create(&workspace, &firm, "Big wave", Some(&read))?;
    let earlier = file(folder, "earlier.csv", 3, ANONYMOUS, "")?;
    take_in(&mut store, &earlier, period(2025)?)?;
    let nobody = file(folder, "nobody.csv", 5, ANONYMOUS, "")?;
    take_in(&mut store, &nobody, period(2026)?)?;
    // Nobody without a name waits for a customer as long as there is no register.
    customers(&mut store)?;
    let named = file(folder, "named.csv", 7, NAMED + UNKNOWN, "客户编码,")?;
    take_in(&mut store, &named, period(2026)?)?;
    actions(&mut store)?;
    let next = file(folder, "next.csv", 11, 100_000, "")?;
    Ok((workspace, next))
}

fn period(year: i16) -> Result<Period, Box<dyn Error>> {
    Ok(Period::holding(PeriodKind::Half, year, 1).ok_or("no period")?)
}

fn customers(store: &mut Store) -> Result<(), Box<dyn Error>> {
    let mut changes = Vec::new();
    for at in 0..NAMED {
        let region = format!("区域 {}", at % 12);
        let line = format!("产品线 {}", at % 5);
        changes.push(Change::Customer(Edit::created(Customer {
            id: CustomerId(store.fresh_id()),
            code: format!("C{at:05}"),
            name: format!("客户 {at}"),
            turnover: Some(at as f64),
            key: at % 20 == 0,
            attributes: [("区域".to_owned(), region), ("产品线".to_owned(), line)].into(),
        })));
    }
    store.apply(&Step::new(StepKind::EditCustomers, "", changes))?;
    Ok(())
}

fn actions(store: &mut Store) -> Result<(), Box<dyn Error>> {
    let data = store.load()?;
    let survey = data.surveys.first().ok_or("no survey")?.id;
    let mut changes = Vec::new();
    for at in 0..ACTIONS {
        let action = CorrectiveAction {
            id: ActionId(store.fresh_id()),
            number: format!("CA-2026-{at:03}"),
            survey,
            title: format!("第 {at} 项措施"),
            department: "品质".to_owned(),
            owner: "王".to_owned(),
            cause: String::new(),
            measure: String::new(),
            due: Some(date(2026, 9, 1)),
            evidence: Vec::new(),
            steps: vec![ActionStep {
                stage: Stage::Open,
                date: date(2026, 7, 1),
                who: "王".to_owned(),
                note: String::new(),
                reopened: false,
            }],
        };
        changes.push(Change::Action(Box::new(Edit::created(action))));
    }
    store.apply(&Step::new(StepKind::RaiseAction, "", changes))?;
    Ok(())
}

/// A file of returns, a customer in the first column if it has a heading.
fn file(
    folder: &Path,
    name: &str,
    seed: u64,
    rows: usize,
    first: &str,
) -> Result<PathBuf, Box<dyn Error>> {
    let mut dice = Dice(seed);
    let mut text = format!("{first}日期,渠道");
    for item in 1..=RATINGS {
        write!(text, ",{}", code(item))?;
    }
    text.push_str(",O1\n");
    for row in 0..rows {
        match first.is_empty() {
            true => {}
            false if row < NAMED => write!(text, "C{row:05},")?,
            false => write!(text, "X{row:05},")?,
        }
        let day = 1 + dice.below(28);
        write!(text, "2026-{:02}-{day:02},微信", 1 + dice.below(6))?;
        for _ in 0..RATINGS {
            match dice.rating() {
                Some(option) => write!(text, ",{}", 5 - option)?,
                None => text.push(','),
            }
        }
        let comment = dice.below(20) == 0;
        text.push_str(if comment {
            ",希望加强沟通\n"
        } else {
            ",\n"
        });
    }
    let path = folder.join(name);
    std::fs::write(&path, text)?;
    Ok(path)
}

fn take_in(store: &mut Store, path: &Path, period: Period) -> Result<(), Box<dyn Error>> {
    let data: Data = store.load()?;
    let survey = data.surveys.first().ok_or("no survey")?;
    let revision = choose::latest_revision(&data, survey)?;
    let asked = Asked {
        questionnaire: &revision.questionnaire,
        customers: &data.customers,
        values: Some(manyi::model::Reading::Scores),
        decoding: manyi::intake::Decoding::Recognised,
        markings: &data.markings,
    };
    let progress = Progress::default();
    let candidate = import::open(path, asked, &progress)?;
    import::take_in(store, &data, survey, period, &candidate, &progress)?;
    Ok(())
}
