//! Figures of the firm's own: a column each, a row a month or quarter.

use super::page::Page;
use super::row::Row;
use super::table::{Heading, Table};
use crate::intake::cell::Cell;
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::intake::heading::plain;
use crate::intake::normal::{folded, number};
use crate::intake::spreadsheet::Spreadsheet;
use crate::model::{Better, Dimension, KpiPoint, Period, Progress};

const SHEET: [&str; 2] = ["kpi", "指标"];

const HEADINGS: &[Heading] = &[Heading {
    name: "period",
    others: &["期间", "月份", "月", "季度", "日期", "month"],
}];

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiColumn {
    pub name: String,
    /// What stands in brackets behind the name.
    pub unit: String,
    /// By period, each once.
    pub points: Vec<KpiPoint>,
    /// What rows of their own say of it.
    pub better: Option<Better>,
    /// Code of a dimension.
    pub acts_on: Option<String>,
    pub external: Option<bool>,
}

/// What a row says that is of no period.
#[derive(Clone, Copy)]
enum About {
    Better,
    ActsOn,
    External,
}

const ABOUT: [(About, &[&str]); 3] = [
    (About::Better, &["方向", "better", "direction"]),
    (
        About::ActsOn,
        &["影响", "影响维度", "影响的维度", "acts_on", "actson"],
    ),
    (About::External, &["外部", "外部指数", "external"]),
];

const UP: [&str; 5] = ["up", "越高越好", "高", "higher", "↑"];
const DOWN: [&str; 5] = ["down", "越低越好", "低", "lower", "↓"];
const YES: [&str; 4] = ["yes", "是", "1", "true"];
const NO: [&str; 4] = ["no", "否", "0", "false"];

impl About {
    fn of(said: &str) -> Option<Self> {
        let said = plain(said);
        let known = ABOUT.iter().find(|(_, names)| names.contains(&&*said));
        known.map(|(about, _)| *about)
    }
}

/// The columns of the sheet called so, else of the first; what they act on is one of the dimensions, by
/// code or name.
///
/// # Errors
/// [`IntakeError::Definition`] with the first cell that cannot be; whatever
/// [`Spreadsheet::read`] fails with.
pub fn read(
    workbook: &mut Spreadsheet,
    dimensions: &[Dimension],
    progress: &Progress,
) -> Result<Vec<KpiColumn>, IntakeError> {
    let page = Page::named_or_first(workbook, SHEET, progress)?;
    let table = Table::new(page, HEADINGS, &mut Vec::new(), workbook.budget())?;
    table.require("period")?;
    let columns = table.others();
    table.refuse_failed(columns.iter().map(|(column, _)| *column))?;
    let mut kpis: Vec<KpiColumn> = Vec::new();
    for (column, title) in &columns {
        let kpi = of_column(&table, dimensions, *column, title)?;
        if kpis.iter().any(|known| known.name == kpi.name) {
            let place = table.page.place(table.header, *column);
            let (found, first) = (title.clone(), kpi.name);
            return Err(place.defines(DefinitionFault::Duplicate { found, first }));
        }
        kpis.extend(Some(kpi).filter(|kpi| !kpi.points.is_empty()));
    }
    match kpis.is_empty() {
        true => Err(table.nothing("period")),
        false => Ok(kpis),
    }
}

fn of_column(
    table: &Table,
    dimensions: &[Dimension],
    column: u32,
    title: &str,
) -> Result<KpiColumn, IntakeError> {
    let (name, unit) = name_and_unit(title);
    let mut kpi = KpiColumn {
        name: name.to_owned(),
        unit: unit.to_owned(),
        points: Vec::new(),
        better: None,
        acts_on: None,
        external: None,
    };
    let mut points: Vec<KpiPoint> = Vec::new();
    // Whether a percent sign stands in the cell itself.
    let mut signed = false;
    for row in table.rows() {
        let cell = row.other(column);
        if cell.is_empty() {
            continue;
        }
        let said = row.needed("period")?;
        if let Some(about) = About::of(&said) {
            tell(&mut kpi, about, (row, column), dimensions)?;
            continue;
        }
        let period = period(&said).ok_or_else(|| {
            let fault = DefinitionFault::NotAPeriod {
                found: said.clone(),
            };
            row.fault("period", fault)
        })?;
        if points.iter().any(|point| point.period == period) {
            let fault = DefinitionFault::Duplicate {
                found: said,
                first: period.to_string(),
            };
            return Err(row.fault("period", fault));
        }
        let found = cell.found();
        let written = folded(&found);
        signed |= written.ends_with('%');
        let value = match written.strip_suffix('%') {
            Some(percent) => number(&Cell::Text(percent.trim().into())),
            None => number(cell),
        };
        let value = value.filter(|value| value.is_finite()).ok_or_else(|| {
            let heading = "value";
            row.fault_at(column, DefinitionFault::NotANumber { heading, found })
        })?;
        points.push(KpiPoint { period, value });
    }
    points.sort_by_key(|point| point.period);
    // A spreadsheet that shows 95 % may hold 0.95: which of the two is meant nobody can tell.
    let share = |point: &KpiPoint| (0.0..=1.0).contains(&point.value);
    if unit == "%" && !signed && !points.is_empty() && points.iter().all(share) {
        let fault = DefinitionFault::PercentOrShare {
            name: name.to_owned(),
        };
        return Err(table.page.place(table.header, column).defines(fault));
    }
    kpi.points = points;
    Ok(kpi)
}

/// Keeps what a cell says of its series.
fn tell(
    kpi: &mut KpiColumn,
    about: About,
    (row, column): (Row<'_>, u32),
    dimensions: &[Dimension],
) -> Result<(), IntakeError> {
    let found = row.other(column).found();
    let word = folded(&found);
    let either = |heading: &'static str, first: &[&'static str], second: &[&'static str]| match (
        first.contains(&&*word),
        second.contains(&&*word),
    ) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => {
            let allowed = vec![first[0], second[0], first[1], second[1]];
            let found = found.clone();
            let fault = DefinitionFault::UnknownWord {
                heading,
                found,
                allowed,
            };
            Err(row.fault_at(column, fault))
        }
    };
    match about {
        About::Better => {
            let up = either("better", &UP, &DOWN)?;
            kpi.better = Some(if up { Better::Up } else { Better::Down });
        }
        About::External => kpi.external = Some(either("external", &YES, &NO)?),
        About::ActsOn => {
            let named = |it: &&Dimension| folded(&it.code) == word || folded(&it.name) == word;
            let Some(dimension) = dimensions.iter().find(named) else {
                let fault = DefinitionFault::UnknownDimension { code: found };
                return Err(row.fault_at(column, fault));
            };
            kpi.acts_on = Some(dimension.code.clone());
        }
    }
    Ok(())
}

/// `准时交付率（%）` is 准时交付率 in %.
fn name_and_unit(title: &str) -> (&str, &str) {
    let title = title.trim();
    const OPEN: [char; 4] = ['(', '（', '[', '【'];
    let inside = title.strip_suffix([')', '）', ']', '】']).and_then(|rest| {
        let at = rest.rfind(OPEN)?;
        let (name, unit) = rest.split_at(at);
        Some((name.trim(), unit.trim_start_matches(OPEN).trim()))
    });
    match inside {
        Some((name, unit)) if !name.is_empty() => (name, unit),
        _ => (title, ""),
    }
}

/// A period as the program writes it, or the month of a day.
fn period(text: &str) -> Option<Period> {
    let text = text.trim();
    let month = || {
        let digits = text.split(['-', '/', '.', '年', '月']).map(str::trim);
        let mut numbers = digits.map_while(|part| part.parse::<u32>().ok());
        let (year, month) = (numbers.next()?, numbers.next()?);
        format!("{year:04}-{month:02}").parse().ok()
    };
    text.parse().ok().or_else(month)
}
