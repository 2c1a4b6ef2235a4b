//! `manyi salvage`: what can be got out of a damaged workspace.

use std::path::Path;

use serde::Serialize;

use super::{Failure, args, json, output};
use crate::i18n::Language;
use crate::jobs::salvage::{Salvaged, Why, salvage};
use crate::jobs::{loss, typed};
use crate::model::Progress;
use crate::tr;

/// Losses told one by one; JSON has all of them.
const TOLD: usize = 500;

#[derive(Serialize)]
struct Report<'a> {
    written: String,
    kept: Vec<Kept>,
    lost: Vec<Lost<'a>>,
    /// Files that can be taken in again once their import is undone.
    repeatable: &'a [String],
}

#[derive(Serialize)]
struct Kept {
    table: &'static str,
    rows: u64,
}

#[derive(Serialize)]
struct Lost<'a> {
    table: &'static str,
    id: Option<i64>,
    was: &'a str,
    why: &'static str,
}

pub(super) fn run(words: &args::Salvage, language: Language) -> Result<(), Failure> {
    let salvaged = salvage(&words.damaged, &words.output, &Progress::default())?;
    if words.json {
        let report = report(words, &salvaged);
        output::print(&json::text(&report))?;
    } else {
        output::print(&text(words, &salvaged, language))?;
        for lost in salvaged.lost.iter().take(TOLD) {
            output::complain(&format!("  {}", loss(lost, language)));
        }
    }
    match salvaged.lost.is_empty() {
        true => Ok(()),
        false => Err(Failure::Told),
    }
}

fn report<'a>(words: &args::Salvage, salvaged: &'a Salvaged) -> Report<'a> {
    let kept = salvaged.kept.iter();
    let lost = salvaged.lost.iter();
    Report {
        written: words.output.display().to_string(),
        kept: kept
            .map(|(table, rows)| Kept { table, rows: *rows })
            .collect(),
        lost: lost
            .map(|it| Lost {
                table: it.table,
                id: it.id,
                was: &it.was,
                why: why(it.why),
            })
            .collect(),
        repeatable: &salvaged.repeatable,
    }
}

/// Stable words for scripts.
fn why(why: Why) -> &'static str {
    match why {
        Why::Changed => "changed",
        Why::Page => "page",
        Why::Alone => "alone",
        Why::Taken => "taken",
        Why::Part => "part",
    }
}

fn text(words: &args::Salvage, salvaged: &Salvaged, language: Language) -> String {
    let (path, damaged) = (&words.output, &words.damaged);
    let rows = |wanted: &str| {
        let kept = salvaged.kept.iter().find(|(table, _)| *table == wanted);
        kept.map_or(0, |(_, rows)| *rows).to_string()
    };
    let mut text = tr!(
        language,
        "cli-salvage-done",
        path = path.display().to_string(),
        damaged = damaged.display().to_string(),
        customers = rows("customer"),
        waves = rows("wave"),
        returns = rows("returns"),
        actions = rows("action")
    );
    for file in &salvaged.repeatable {
        let again = tr!(
            language,
            "cli-salvage-repeat",
            file = file.as_str(),
            new = typed(path),
            name = typed(Path::new(file))
        );
        text += &format!("\n{again}");
    }
    let count = salvaged.lost.len();
    let lost = match count {
        0 => tr!(language, "cli-salvage-nothing-lost"),
        _ => tr!(language, "cli-salvage-lost", count = count),
    };
    format!("{text}\n{lost}\n")
}
