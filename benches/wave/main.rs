//! What a big wave costs: 100,000 returns of 45 columns taken in from a workbook, against
//! the time the spreadsheet library alone takes to walk the same file, then loaded and
//! scored.
//!
//! Everything is made from a fixed seed and measured side by side in one run, each as a
//! process of its own: `cargo bench --bench wave`. Linux only, since peak memory is read from
//! `/proc`.

mod files;
mod measure;
mod questions;
mod score;
mod walk;

use std::error::Error;
use std::path::{Path, PathBuf};

use measure::{Run, median, run};

/// Rounds of each measurement; the median is told.
const ROUNDS: usize = 5;
/// How many walks an import may take at most.
const MOST: f64 = 1.3;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    match (args.next().as_deref(), args.next()) {
        (Some("walk"), Some(file)) => walk::walk(Path::new(&file)),
        (Some("score"), Some(workspace)) => score::score(Path::new(&workspace)),
        _ => all(),
    }
}

fn all() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let definition = folder.path().join("definition.xlsx");
    questions::definition(&definition)?;
    println!(
        "{ROUNDS} rounds, medians; 100,000 returns of 42 ratings, a date, a channel, a comment\n"
    );
    use files::Values;
    for values in [Values::Labels, Values::Scores, Values::Wenjuanxing] {
        let file = folder.path().join(format!("{}.xlsx", values.name()));
        files::returns(&file, values)?;
        compare(folder.path(), &definition, &file, values)?;
    }
    Ok(())
}

/// Walks and imports the file in turns, then loads and scores what was kept.
fn compare(
    folder: &Path,
    definition: &Path,
    file: &Path,
    values: files::Values,
) -> Result<(), Box<dyn Error>> {
    let itself = std::env::current_exe()?;
    let manyi = PathBuf::from(env!("CARGO_BIN_EXE_manyi"));
    let (mut walks, mut imports): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    let workspace = folder.join(format!("{}.manyi", values.name()));
    for _ in 0..ROUNDS {
        walks.push(run(&itself, &["walk".as_ref(), file.as_os_str()])?);
        if workspace.exists() {
            std::fs::remove_file(&workspace)?;
        }
        let new = [
            "new".as_ref(),
            workspace.as_os_str(),
            "--definition".as_ref(),
        ];
        run(&manyi, &[&new[..], &[definition.as_os_str()]].concat())?;
        let import = ["import".as_ref(), workspace.as_os_str(), file.as_os_str()];
        let wave = ["--wave", "2026H1", "--values", values.reading(), "--json"];
        imports.push(run(
            &manyi,
            &[&import[..], &wave.map(AsRef::as_ref)].concat(),
        )?);
    }
    let (walk, import) = (median(&walks), median(&imports));
    let original = std::fs::metadata(file)?.len();
    let kept = std::fs::metadata(&workspace)?.len();
    println!("{} ({:.1} MB)", values.name(), megabytes(original));
    println!("  walking the cells   {}", cost(&walk));
    println!(
        "  importing           {}   {:.2} × the walk (at most {MOST}, 150 MB)",
        cost(&import),
        import.seconds / walk.seconds
    );
    println!(
        "  workspace           {:6.1} MB beside the original (at most 12)",
        megabytes(kept.saturating_sub(original))
    );
    let told = run(&itself, &["score".as_ref(), workspace.as_os_str()])?;
    print!("{}", told.output);
    println!();
    Ok(())
}

fn cost(run: &Run) -> String {
    format!(
        "{:6.2} s, computing {:5.2} s {:5.0} MB",
        run.seconds,
        run.cpu,
        megabytes(run.peak)
    )
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
