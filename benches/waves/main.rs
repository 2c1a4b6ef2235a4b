//! What the Trends tab costs over 20 waves of 5,000 returns each, once they are read: the figures
//! of every wave, what changed since the waves before, the same customers, lines and stories:
//! `cargo bench --bench waves`. Every customer answers every wave, which is the most work there is.

#[path = "../wave/questions.rs"]
mod questions;

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use manyi::analysis::{Filter, Surveyed, stories, subjects, trend};
use manyi::jobs::engine::{Engine, Source, WaveScores};
use manyi::jobs::import::{self, Asked};
use manyi::jobs::{choose, definition, new_workspace};
use manyi::model::{
    Change, Customer, CustomerId, Edit, Period, PeriodKind, Progress, Reading, Step, StepKind,
    Survey, Workspace,
};
use manyi::store::Store;
use questions::{Dice, RATINGS, code};

const WAVES: u16 = 20;
const RETURNS: usize = 5_000;
/// Rounds of each measurement; the median is told.
const ROUNDS: usize = 5;
/// What all of it may take, in milliseconds.
const MOST: f64 = 50.0;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut store = made(folder.path())?;
    for at in 0..WAVES {
        take_in(&mut store, folder.path(), at)?;
    }
    let data = store.load()?;
    let from = Source {
        store: &store,
        data: &data,
    };
    let survey = data.surveys.first().ok_or("no survey")?;
    let mut parts: [Vec<f64>; 4] = Default::default();
    for _ in 0..ROUNDS {
        for (all, lap) in parts.iter_mut().zip(tab(from, survey)?) {
            all.push(lap);
        }
    }
    let [reading, lines, same, told] = parts.map(|mut all| {
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    });
    println!("{ROUNDS} rounds, medians; {WAVES} waves of {RETURNS} returns, {RATINGS} ratings");
    println!("  reading             {reading:6.0} ms");
    println!(
        "  trends tab          {:6.0} ms (at most {MOST}): lines {lines:.0}, same customers {same:.0}, told {told:.0}",
        lines + same + told
    );
    Ok(())
}

/// Milliseconds of reading, of the figures, of the same customers, and of lines and stories.
fn tab(from: Source<'_>, survey: &Survey) -> Result<[f64; 4], Box<dyn Error>> {
    let (mut engine, progress) = (Engine::default(), Progress::default());
    let mut clock = Instant::now();
    let mut lap = || {
        let seconds = clock.elapsed().as_secs_f64();
        clock = Instant::now();
        seconds * 1e3
    };
    for wave in from.data.waves_of(survey.id) {
        engine.returns(from, wave.id)?;
    }
    let reading = lap();
    let waves = engine.lines(
        from,
        from.data.waves_of(survey.id),
        &Filter::default(),
        &progress,
    )?;
    let lines = lap();
    let same = engine.same_customers(from, from.data.waves_of(survey.id), &progress)?;
    let stayed = lap();
    let surveyed: Vec<Surveyed<'_>> = waves.iter().map(WaveScores::surveyed).collect();
    let wanted = subjects(&surveyed);
    let drawn = trend(&surveyed, &from.data.revisions, &[], &wanted);
    std::hint::black_box((stories(&drawn), same));
    Ok([reading, lines, stayed, lap()])
}

/// A workspace with the survey and its customers.
fn made(folder: &Path) -> Result<Store, Box<dyn Error>> {
    let book = folder.join("definition.xlsx");
    questions::definition(&book)?;
    let read = definition::read(&book, &Progress::default())?;
    let firm = Workspace::default();
    let path = folder.join("waves.manyi");
    let mut store = new_workspace::create(&path, &firm, "Waves", Some(&read))?;
    let customers = (0..RETURNS).map(|at| {
        let id = CustomerId(store.fresh_id());
        Change::Customer(Edit::created(Customer {
            id,
            code: format!("C{at:05}"),
            name: format!("客户 {at}"),
            turnover: Some(at as f64),
            key: at % 20 == 0,
            attributes: [("区域".to_owned(), format!("区域 {}", at % 12))].into(),
        }))
    });
    let customers: Vec<Change> = customers.collect();
    store.apply(&Step::new(StepKind::EditCustomers, "", customers))?;
    Ok(store)
}

fn take_in(store: &mut Store, folder: &Path, at: u16) -> Result<(), Box<dyn Error>> {
    let path = folder.join("returns.csv");
    std::fs::write(&path, returns(at)?)?;
    let data = store.load()?;
    let survey = data.surveys.first().ok_or("no survey")?;
    let revision = choose::latest_revision(&data, survey)?;
    let asked = Asked {
        questionnaire: &revision.questionnaire,
        customers: &data.customers,
        values: Some(Reading::Scores),
        decoding: manyi::intake::Decoding::Recognised,
        markings: &data.markings,
    };
    let progress = Progress::default();
    let candidate = import::open(&path, asked, &progress)?;
    let (year, half) = (2010 + i16::try_from(at / 2)?, u8::try_from(at % 2 + 1)?);
    let period = Period::new(PeriodKind::Half, year, half).ok_or("no period")?;
    import::take_in(store, &data, survey, period, &candidate, &progress)?;
    Ok(())
}

/// The returns of a wave as a file.
fn returns(at: u16) -> Result<String, Box<dyn Error>> {
    let mut dice = Dice(u64::from(at) + 3);
    let mut text = "客户编码".to_owned();
    for item in 1..=RATINGS {
        write!(text, ",{}", code(item))?;
    }
    for row in 0..RETURNS {
        write!(text, "\nC{row:05}")?;
        for _ in 0..RATINGS {
            match dice.rating() {
                Some(option) => write!(text, ",{}", 5 - option)?,
                None => text.push(','),
            }
        }
    }
    Ok(text)
}
