//! Waves whose returns are lost: what an old report says of them, a row a figure.

use super::page::Page;
use super::row::{Row, Seen};
use super::table::{Heading, Table};
use crate::intake::cell::Cell;
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::intake::normal::{folded, number};
use crate::intake::spreadsheet::Spreadsheet;
use crate::model::{PastFigure, Period, Progress, Subject, impossible_share};

const SHEET: [&str; 2] = ["past", "往期"];

const HEADINGS: &[Heading] = &[
    Heading {
        name: "wave",
        others: &["批次", "期间"],
    },
    Heading {
        name: "of",
        others: &["对象", "编号", "项目", "code"],
    },
    Heading {
        name: "score",
        others: &["得分", "分数"],
    },
    Heading {
        name: "n",
        others: &["份数", "答卷数"],
    },
    Heading {
        name: "s",
        others: &["标准差", "sd"],
    },
    Heading {
        name: "satisfied",
        others: &["满意率"],
    },
];

/// What the index goes by.
const INDEX: [&str; 4] = ["index", "指数", "满意度指数", "总分"];

/// What a survey measures beside its index, by everything it goes by.
pub type Names = Vec<(String, Subject)>;

/// Figures by wave, in the order of the sheet: the one called so, else the first. Each subject
/// of a wave once; the satisfaction rate stands beside the index.
///
/// # Errors
/// [`IntakeError::Definition`] with the first cell that cannot be: a share that so many returns
/// cannot give among them. Whatever [`Spreadsheet::read`] fails with.
pub fn read(
    workbook: &mut Spreadsheet,
    names: &Names,
    progress: &Progress,
) -> Result<Vec<(Period, PastFigure)>, IntakeError> {
    let page = Page::named_or_first(workbook, SHEET, progress)?;
    let table = Table::new(page, HEADINGS, &mut Vec::new(), workbook.budget())?;
    table.require("wave")?;
    table.require("of")?;
    let mut seen = Seen::default();
    let mut figures = Vec::new();
    for row in table.rows() {
        let found = row.needed("wave")?;
        let period: Period = found
            .parse()
            .map_err(|_| row.fault("wave", DefinitionFault::NotAPeriod { found }))?;
        let of = row.needed("of")?;
        let wanted = folded(&of);
        let mut known = names.iter();
        let known = known.find(|(name, _)| folded(name) == wanted);
        let subject = match known {
            Some((_, subject)) => subject.clone(),
            None if INDEX.contains(&wanted.as_str()) => Subject::Index,
            None => return Err(row.fault("of", DefinitionFault::UnknownItem { code: of })),
        };
        seen.note(row, "of", &format!("{period} {of}"))?;
        figures.push((period, figure(row, subject)?));
    }
    if figures.is_empty() {
        return Err(table.nothing("of"));
    }
    Ok(figures)
}

fn figure(row: Row<'_>, subject: Subject) -> Result<PastFigure, IntakeError> {
    let within = |heading: &'static str, high: f64| match row.number(heading)? {
        Some(value) if !(0.0..=high).contains(&value) => {
            let found = row.text(heading);
            let (low, high) = (0.0, high);
            let fault = DefinitionFault::OutOfRange {
                heading,
                found,
                low,
                high,
            };
            Err(row.fault(heading, fault))
        }
        value => Ok(value),
    };
    let (score, sd) = (within("score", 100.0)?, within("s", 100.0)?);
    let n = within("n", 1e9)?;
    if n.is_some_and(|n| n.fract() != 0.0) {
        let (heading, found) = ("n", row.text("n"));
        return Err(row.fault(heading, DefinitionFault::NotANumber { heading, found }));
    }
    let n = n.map(|n| n as u32);
    let rate = rate(row)?;
    // Of a dimension or the index the rate is one of answers, and nobody says how many.
    let item = matches!(subject, Subject::Item(_));
    if let (Some((share, half)), Some(n), true) = (rate, n, item)
        && let Some((below, above)) = impossible_share(share, n, half)
    {
        let found = row.text("satisfied");
        let fault = DefinitionFault::ImpossibleShare {
            found,
            n,
            below,
            above,
        };
        return Err(row.fault("satisfied", fault));
    }
    if score.is_none() && rate.is_none() {
        let fault = DefinitionFault::MissingValue { heading: "score" };
        return Err(row.fault("score", fault));
    }
    Ok(PastFigure {
        subject,
        score,
        n,
        sd,
        rate: rate.map(|(share, _)| share),
    })
}

/// A share 0–1, written as `83.3%`, 83.3 or 0.833, and half of its last digit.
fn rate(row: Row<'_>) -> Result<Option<(f64, f64)>, IntakeError> {
    let heading = "satisfied";
    let written = folded(&row.text(heading));
    if written.is_empty() {
        return Ok(None);
    }
    let (digits, percent) = match written.strip_suffix('%') {
        Some(digits) => (digits.trim(), true),
        None => (written.as_str(), false),
    };
    let found = || row.text(heading);
    let Some(value) = number(&Cell::Text(digits.into())) else {
        let fault = DefinitionFault::NotANumber {
            heading,
            found: found(),
        };
        return Err(row.fault(heading, fault));
    };
    let whole = if percent || value > 1.0 { 100.0 } else { 1.0 };
    if !(0.0..=whole).contains(&value) {
        let fault = DefinitionFault::OutOfRange {
            heading,
            found: found(),
            low: 0.0,
            high: 100.0,
        };
        return Err(row.fault(heading, fault));
    }
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    let half = 0.5 * 10_f64.powi(-i32::try_from(places).unwrap_or(i32::MAX));
    Ok(Some((value / whole, half / whole)))
}
