//! Who filled a form in, and when.

use super::pairs::said;
use super::question::{Question, before_colon, cells};
use super::{Entry, text};
use crate::intake::cell::{Cell, cell_name};
use crate::intake::field::field;
use crate::intake::grid::Grid;
use crate::intake::normal::folded;
use crate::intake::platform::PLAIN;
use crate::model::Target;

/// What a form calls the customer beside what a table does.
const CUSTOMER: [&str; 11] = [
    "单位",
    "公司",
    "贵公司",
    "贵单位",
    "客户单位",
    "顾客单位",
    "填写单位",
    "填表单位",
    "使用单位",
    "company",
    "companyname",
];
/// What a customer's entry is called where a form has a word of its own for it.
const CUSTOMER_TITLE: &str = "客户名称";

/// The fields of a form, each target once: a title with what stands behind it or to its right.
pub(super) fn fields(grid: &Grid, questions: &[Question]) -> Vec<Entry> {
    let mut found: Vec<(Target, Entry)> = Vec::new();
    let free = |at: (u32, u32)| !questions.iter().any(|it| it.at == at);
    for (at, text) in cells(grid).filter(|(at, _)| free(*at)) {
        let said = said(text, |label| titled(label).is_some());
        for (place_of, (label, rest)) in said.iter().enumerate() {
            let Some((target, title)) = titled(label) else {
                continue;
            };
            if found.iter().any(|(before, _)| *before == target) {
                continue;
            }
            // Only the last of several in a cell can have its value beside the cell.
            let is_last = place_of + 1 == said.len();
            let (place, value) = match *rest {
                "" if is_last => right_of(grid, at),
                "" => (at, Cell::Empty),
                rest => (at, Cell::Text(rest.into())),
            };
            if !value.is_empty() {
                let entry = Entry {
                    title,
                    title_cell: cell_name(at.0, at.1),
                    value,
                    cell: cell_name(place.0, place.1),
                    further: Vec::new(),
                    target: None,
                    reading: None,
                };
                found.push((target, entry));
            }
        }
    }
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// What a label asks for, and the title it goes by.
pub(super) fn titled(label: &str) -> Option<(Target, String)> {
    let bare = label.split(['(', '（']).next().unwrap_or(label).trim();
    if CUSTOMER.contains(&folded(bare).as_str()) {
        return Some((Target::Customer, CUSTOMER_TITLE.to_owned()));
    }
    let (target, _) = field(bare, &PLAIN)?;
    match target {
        Target::Customer
        | Target::Respondent
        | Target::Role
        | Target::Date
        | Target::Channel
        | Target::Collector => Some((target, bare.to_owned())),
        Target::Item(_)
        | Target::ItemOption(..)
        | Target::Void
        | Target::Duration
        | Target::Ignore
        | Target::Private => None,
    }
}

/// The next filled cell of the row, unless it is a title itself.
fn right_of(grid: &Grid, (row, column): (u32, u32)) -> ((u32, u32), Cell) {
    let mut cells = (column + 1..grid.width()).map(|at| ((row, at), grid.cell(row, at)));
    let next = cells.find(|(_, cell)| !cell.is_empty());
    let is_title = |cell: &Cell| {
        let label = text(cell).map(|text| before_colon(text).map_or(text, |(label, _)| label));
        label.is_some_and(|label| titled(label).is_some())
    };
    match next {
        Some((at, cell)) if !is_title(cell) => (at, cell.clone()),
        _ => ((row, column + 1), Cell::Empty),
    }
}
