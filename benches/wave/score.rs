//! What opening the Scores tab of the wave costs once the workspace is open.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use manyi::analysis::{Evidence, Filter, Surveyed, figures, findings, segments};
use manyi::store::Store;

/// Loads the wave and computes every figure of the tab, several times, and prints the median
/// of each part.
pub fn score(workspace: &Path) -> Result<(), Box<dyn Error>> {
    let store = Store::open_read_only(workspace)?;
    let data = store.load()?;
    let wave = data.waves.first().ok_or("no wave")?;
    let revision = data.revision(wave.revision).ok_or("no revision")?;
    let (questionnaire, frame) = (&revision.questionnaire, data.frame(wave.id));
    let filter = Filter::default();
    let mut parts: Vec<[f64; 3]> = Vec::new();
    for _ in 0..9 {
        let mut clock = Instant::now();
        let mut lap = || {
            let seconds = clock.elapsed().as_secs_f64();
            clock = Instant::now();
            seconds * 1e3
        };
        let returns = store.load_wave(wave.id)?;
        let load = lap();
        let made = figures(questionnaire, &returns, frame, &data.customers, &filter);
        let scored = lap();
        let split = segments(questionnaire, &returns, frame, &data.customers);
        let found = findings(&Evidence {
            current: Surveyed {
                wave,
                revision,
                figures: &made,
            },
            previous: None,
            revisions: &data.revisions,
            returns: &returns,
            frame,
            customers: &data.customers,
            filter: &filter,
        });
        std::hint::black_box((split, found));
        parts.push([load, scored, lap()]);
    }
    parts.sort_by(|a, b| a.iter().sum::<f64>().total_cmp(&b.iter().sum()));
    let [load, scored, said] = parts[parts.len() / 2];
    println!(
        "  load and score      {:6.0} ms (at most 150): load {load:.0}, figures {scored:.0}, segments and findings {said:.0}",
        load + scored + said
    );
    Ok(())
}
