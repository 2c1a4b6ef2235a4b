//! What a folder of forms costs: 500 of them, filled in, taken in end to end against the time
//! the spreadsheet library alone takes to open them and walk over their cells.
//!
//! Everything is made from a fixed seed and measured side by side in one run, each as a process
//! of its own: `cargo bench --bench forms`. Linux only, since peak memory is read from `/proc`.

#[path = "../wave/measure.rs"]
mod measure;

mod fill;
mod firm;

use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use measure::{Run, median, run};

/// Forms in the folder.
const FORMS: u32 = 500;
/// Rounds of each measurement; the median is told.
const ROUNDS: usize = 5;
/// How many times the bare reading an import may take at most.
const MOST: f64 = 1.5;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    match (args.next().as_deref(), args.next()) {
        (Some("bare"), Some(folder)) => fill::bare(Path::new(&folder)),
        _ => all(),
    }
}

fn words<'a>(words: &[&'a str]) -> Vec<&'a OsStr> {
    words.iter().copied().map(OsStr::new).collect()
}

fn all() -> Result<(), Box<dyn Error>> {
    let itself = std::env::current_exe()?;
    let manyi = PathBuf::from(env!("CARGO_BIN_EXE_manyi"));
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let (definition, workspace, forms) = (at("firm.xlsx"), at("firm.manyi"), at("forms"));
    firm::definition(&definition, FORMS)?;
    let new = [
        "new".as_ref(),
        workspace.as_os_str(),
        "--definition".as_ref(),
    ];
    run(&manyi, &[&new[..], &[definition.as_os_str()]].concat())?;
    let sign = [
        &[OsStr::new("sign"), workspace.as_os_str()][..],
        &words(&["--as", "approved", "--by", "A"]),
    ];
    run(&manyi, &sign.concat())?;
    let make = words(&["--wave", "2026H1", "--as", "xlsx", "-o"]);
    let make = [
        &[OsStr::new("forms"), workspace.as_os_str()],
        &make[..],
        &[forms.as_os_str()],
    ];
    let made = run(&manyi, &make.concat())?;
    fill::all(&forms)?;
    println!("{ROUNDS} rounds, medians; {FORMS} forms of 15 ratings and a comment\n");
    println!("  making them         {:6.2} s", made.seconds);
    let (mut bare, mut imports): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        bare.push(run(&itself, &["bare".as_ref(), forms.as_os_str()])?);
        let copy = at(&format!("{round}.manyi"));
        std::fs::copy(&workspace, &copy)?;
        let import = [
            "import".as_ref(),
            copy.as_os_str(),
            forms.as_os_str(),
            "--wave".as_ref(),
            "2026H1".as_ref(),
            "--json".as_ref(),
        ];
        let import = run(&manyi, &import)?;
        let taken = import.output.matches("\"sha256\"").count();
        if taken != FORMS as usize {
            return Err(format!("{taken} of {FORMS} forms came in\n{}", import.output).into());
        }
        imports.push(import);
    }
    let (bare, import) = (median(&bare), median(&imports));
    println!(
        "  bare reading        {:6.2} s, computing {:5.2} s",
        bare.seconds, bare.cpu
    );
    println!(
        "  importing           {:6.2} s, computing {:5.2} s {:5.0} MB   {:.2} × the bare reading (at most {MOST})",
        import.seconds,
        import.cpu,
        import.peak as f64 / 1e6,
        import.seconds / bare.seconds
    );
    Ok(())
}
