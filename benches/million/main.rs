//! What a wave of a million returns costs the Scores tab once it is loaded: 40 items in 8
//! dimensions, 12 of which returns can be split by, with 8 options each. Beside it what Polars
//! needs for the same tables of the same answers in memory, where Python has it
//! (`benches/million/tables.py`): `cargo bench --bench million`. Linux only, since peak memory is
//! read from `/proc`.

#[path = "../wave/measure.rs"]
mod measure;

mod wave;

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use manyi::analysis::{
    Evidence, Filter, SegmentKey, Surveyed, figures, findings, insight, segments,
};
use measure::{median, run};

/// Rounds of each measurement; the median is told.
const ROUNDS: usize = 5;
/// What all tables may take, and those of another filter, in milliseconds.
const MOST: f64 = 400.0;
const MOST_FILTERED: f64 = 100.0;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    match args.next().as_deref() {
        Some("tables") => tables(),
        _ => all(),
    }
}

fn all() -> Result<(), Box<dyn Error>> {
    let itself = std::env::current_exe()?;
    let mut runs = Vec::new();
    for _ in 0..3 {
        runs.push(run(&itself, &["tables".as_ref()])?);
    }
    let own = median(&runs);
    print!("{}", own.output);
    println!(
        "  whole process       {:6.1} s, computing {:.1} s, peak {:.0} MB",
        own.seconds,
        own.cpu,
        own.peak as f64 / 1e6
    );
    let folder = tempfile::tempdir()?;
    let answers = folder.path().join("answers");
    let (_, returns) = wave::million();
    let mut file = std::io::BufWriter::new(std::fs::File::create(&answers)?);
    for codes in wave::codes(&returns) {
        file.write_all(codes)?;
    }
    file.flush()?;
    drop(returns);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/million/tables.py");
    let rounds = ROUNDS.to_string();
    let args = [script.as_os_str(), answers.as_os_str(), rounds.as_ref()];
    match run(Path::new("python3"), &args) {
        Ok(polars) => print!("{}", polars.output),
        Err(error) => println!("  Polars was not measured: {error}"),
    }
    Ok(())
}

/// Computes every table several times and prints the median of each part.
fn tables() -> Result<(), Box<dyn Error>> {
    let (revision, returns) = wave::million();
    let asked = &revision.questionnaire;
    let wave = wave::wave().ok_or("no such period")?;
    let segment = asked.items.iter().find(|item| item.segment);
    let segment = segment.ok_or("nothing to split by")?;
    let option = segment.scale.as_ref().and_then(|it| it.options.first());
    let option = option.ok_or("no options")?.label.clone();
    let one = Filter::default().with(SegmentKey::Item(segment.lineage), option);
    let whole = Filter::default();
    let mut parts: [Vec<f64>; 5] = Default::default();
    for _ in 0..ROUNDS {
        let mut clock = Instant::now();
        let mut laps = parts.iter_mut();
        let mut lap = || {
            let seconds = clock.elapsed().as_secs_f64();
            clock = Instant::now();
            laps.next()
                .into_iter()
                .for_each(|all| all.push(seconds * 1e3));
        };
        let made = figures(asked, &returns, &[], &[], &whole);
        lap();
        let split = segments(asked, &returns, &[], &[]);
        lap();
        let found = findings(&Evidence {
            current: Surveyed {
                wave: &wave,
                revision: &revision,
                figures: &made,
            },
            previous: None,
            revisions: std::slice::from_ref(&revision),
            returns: &returns,
            frame: &[],
            customers: &[],
            filter: &whole,
        });
        lap();
        let filtered = figures(asked, &returns, &[], &[], &one);
        lap();
        let (frame, customers) = (&[][..], &[][..]);
        let seen = insight(asked, &returns, (frame, customers), &whole, &made);
        lap();
        std::hint::black_box((split, found, filtered, seen));
    }
    let [made, split, found, filtered, seen] = parts.map(|mut all| {
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    });
    println!("{ROUNDS} rounds, medians; 1,000,000 returns of 40 items, 12 of them to split by\n");
    println!(
        "  all tables          {:6.0} ms (at most {MOST}): figures {made:.0}, segments {split:.0}, findings {found:.0}",
        made + split + found
    );
    println!("  another filter      {filtered:6.0} ms (at most {MOST_FILTERED})");
    println!("  alphas, importance  {seen:6.0} ms, when asked for");
    Ok(())
}
