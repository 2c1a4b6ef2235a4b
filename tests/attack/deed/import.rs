//! Taking a file in: all of it, with its wave, or nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::sound::sound;
use super::{Deed, Said, cleared, manyi, ran};
use crate::binary::sample;

pub const DEED: Deed = Deed {
    name: "import",
    prepare,
    command: |folder| {
        manyi(
            folder,
            &["import", "a.manyi", "many.csv", "--wave", "2027H1"],
        )
    },
    holds,
};

/// Returns of the file, and of the one before.
const ROWS: usize = 1_500;
const FIRST: usize = 22;

fn prepare(folder: &Path) {
    let definition = sample("definition_A3.xlsx");
    ran(manyi(
        folder,
        &["new", "a.manyi", "--definition", &definition],
    ))
    .unwrap();
    let first = sample("问卷星_2025上半年.csv");
    ran(manyi(
        folder,
        &["import", "a.manyi", &first, "--wave", "2025H1"],
    ))
    .unwrap();
    std::fs::write(folder.join("many.csv"), many()).unwrap();
}

fn many() -> String {
    let labels = ["很满意", "满意", "一般", "不满意"];
    let mut text = "填写人,QU1,QU2,QU3,DE1,DE2,DE3,PR1,PR2,PR3,CO1,CO2,CO3,HS1,HS2\n".to_owned();
    for row in 0..ROWS {
        write!(text, "R{row}").unwrap();
        for item in 0..14 {
            write!(text, ",{}", labels[(row * 7 + item * 3) % 4]).unwrap();
        }
        text.push('\n');
    }
    text
}

fn holds(folder: &Path, said: &Said) -> Result<String, String> {
    let workspace = folder.join("a.manyi");
    let store = sound(&workspace)?;
    let data = store.load().map_err(|error| format!("{error:?}"))?;
    let returns = |wave| store.load_wave(wave).map(|loaded| loaded.returns.len());
    let mut counts = BTreeMap::new();
    for wave in &data.waves {
        let count = returns(wave.id).map_err(|error| format!("{error:?}"))?;
        counts.insert(wave.period.to_string(), count);
    }
    drop(store);
    match (counts.get("2025H1"), counts.get("2027H1")) {
        (Some(&FIRST), Some(&ROWS)) => return Ok("whole".to_owned()),
        (Some(&FIRST), None) => {}
        _ => return Err(format!("mixed: {counts:?}")),
    }
    if said.ended {
        return Err("a finished import is gone".to_owned());
    }
    ran((DEED.command)(folder))?;
    cleared(folder)?;
    Ok("nothing".to_owned())
}
