//! A workbook written over an earlier one: the earlier one or the new one, whole.

use std::path::Path;

use super::sound::sound;
use super::{Deed, Said, cleared, manyi, ran};

pub const DEED: Deed = Deed {
    name: "export",
    prepare,
    command: |folder| {
        let words = ["export", "sample.manyi", "returns", "-o", "returns.xlsx"];
        manyi(folder, &words)
    },
    holds,
};

fn prepare(folder: &Path) {
    ran(manyi(folder, &["demo", "--dir", ".", "--headless"])).unwrap();
    let words = ["export", "sample.manyi", "definition", "-o", "earlier.xlsx"];
    ran(manyi(folder, &words)).unwrap();
    std::fs::copy(folder.join("earlier.xlsx"), folder.join("returns.xlsx")).unwrap();
}

fn holds(folder: &Path, said: &Said) -> Result<String, String> {
    sound(&folder.join("sample.manyi"))?;
    let read = |name| std::fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"));
    if read("returns.xlsx")? == read("earlier.xlsx")? {
        return match said.ended {
            true => Err("a finished export is gone".to_owned()),
            false => {
                ran((DEED.command)(folder))?;
                cleared(folder)?;
                Ok("the earlier one".to_owned())
            }
        };
    }
    use calamine::Reader as _;
    let book = calamine::open_workbook_auto(folder.join("returns.xlsx"));
    let mut book = book.map_err(|error| format!("torn: {error}"))?;
    let mut rows = 0;
    for name in book.sheet_names() {
        let sheet = book
            .worksheet_range(&name)
            .map_err(|error| format!("torn: {error}"))?;
        rows += sheet.height();
    }
    match rows {
        134 => Ok("whole".to_owned()),
        rows => Err(format!("{rows} rows")),
    }
}
