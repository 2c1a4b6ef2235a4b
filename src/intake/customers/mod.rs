//! A customer register as a sheet: code, name, turnover, key account, and any further column
//! as an attribute.

pub(crate) mod known;
mod listed;

pub use listed::Listed;

use rustc_hash::FxHashMap;

use super::budget::{Budget, Limits};
use super::cell::Cell;
use super::customer_fault::CustomerFault;
use super::error::{IntakeError, Place, SheetFault};
use super::heading::plain;
use super::normal::{flag, number};
use super::sheet::{Sheet, SheetColumn};
use crate::model::{MAX_TURNOVER, Progress};

/// A row that was left out, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerProblem {
    pub place: Place,
    pub fault: CustomerFault,
}

/// What a sheet of customers holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    pub customers: Vec<Listed>,
    /// Rows with a problem are not among the customers.
    pub problems: Vec<CustomerProblem>,
}

const CODE: &[&str] = &[
    "code",
    "编号",
    "编码",
    "代码",
    "客户编号",
    "客户编码",
    "客户代码",
    "customercode",
];
const NAME: &[&str] = &[
    "name",
    "名称",
    "客户名称",
    "公司名称",
    "单位名称",
    "客户",
    "customer",
    "customername",
];
const TURNOVER: &[&str] = &[
    "turnover",
    "营业额",
    "销售额",
    "年营业额",
    "年销售额",
    "sales",
];
const KEY: &[&str] = &["key", "重点", "重点客户", "keyaccount"];

const ROWS_PER_LOOK: u32 = 2_000;
/// Bytes of a customer and the place it was found at beside their texts, in lists that grow by
/// doubling; bytes of an attribute beside its own.
const CUSTOMER: u64 = (size_of::<Listed>() + size_of::<CustomerProblem>()) as u64 + 128;
const ATTRIBUTE: u64 = 96;

/// Reads the customers of a sheet. Each has a code or a name.
///
/// # Errors
/// [`IntakeError::Customers`] when no column holds codes or names, or one stands there twice;
/// [`IntakeError::Sheet`] when they take too much memory; [`IntakeError::Cancelled`].
pub fn read(sheet: &Sheet, progress: &Progress) -> Result<Register, IntakeError> {
    read_within(sheet, progress, Limits::default())
}

/// The same at other costs, those of the sheet included.
pub(super) fn read_within(
    sheet: &Sheet,
    progress: &Progress,
    limits: Limits,
) -> Result<Register, IntakeError> {
    let budget = Budget::after(sheet.spent(), limits);
    let columns = Columns::find(sheet)?;
    progress.expect(u64::from(sheet.rows()));
    let mut register = Register::default();
    let mut seen: FxHashMap<String, String> = FxHashMap::default();
    for row in 0..sheet.rows() {
        if row.is_multiple_of(ROWS_PER_LOOK) {
            progress.reach(u64::from(row))?;
        }
        budget.take(columns.weight(row)).map_err(|spent| {
            let cell = sheet.cell_name(columns.named, row);
            let fault = SheetFault::TakesTooMuch {
                cell,
                limit: spent.limit,
            };
            let (file, sheet) = (sheet.file.clone(), sheet.name.clone());
            IntakeError::Sheet { file, sheet, fault }
        })?;
        let read = columns.customer(row);
        let read = match read {
            Ok(Some(customer)) => match seen.get(customer.called()) {
                None => Ok(customer),
                Some(first) => Err((
                    columns.named,
                    CustomerFault::DuplicateCode {
                        code: customer.called().to_owned(),
                        first: first.clone(),
                    },
                )),
            },
            Ok(None) => continue,
            Err(problem) => Err(problem),
        };
        match read {
            Ok(customer) => {
                let cell = sheet.cell_name(columns.named, row);
                seen.insert(customer.called().to_owned(), cell);
                register.customers.push(customer);
            }
            Err((column, fault)) => register.problems.push(CustomerProblem {
                place: place(sheet, sheet.cell_name(column, row)),
                fault,
            }),
        }
    }
    Ok(register)
}

fn place(sheet: &Sheet, cell: String) -> Place {
    Place {
        file: sheet.file.clone(),
        sheet: sheet.name.clone(),
        cell,
    }
}

struct Columns<'a> {
    code: Option<&'a SheetColumn>,
    name: Option<&'a SheetColumn>,
    turnover: Option<&'a SheetColumn>,
    key: Option<&'a SheetColumn>,
    attributes: Vec<&'a SheetColumn>,
    /// The column of codes, or else of names.
    named: &'a SheetColumn,
}

impl<'a> Columns<'a> {
    fn find(sheet: &'a Sheet) -> Result<Self, IntakeError> {
        let code = find(sheet, CODE)?;
        let name = find(sheet, NAME)?;
        let turnover = find(sheet, TURNOVER)?;
        let key = find(sheet, KEY)?;
        let known = [code, name, turnover, key];
        let is_known = |column: &SheetColumn| {
            known
                .iter()
                .flatten()
                .any(|known| known.index == column.index)
        };
        let named = code.or(name).ok_or_else(|| {
            let cell = sheet.columns.first().map(|column| column.cell.clone());
            IntakeError::Customers {
                place: Box::new(place(sheet, cell.unwrap_or_default())),
                fault: CustomerFault::NoNameColumn,
            }
        })?;
        Ok(Self {
            code,
            name,
            turnover,
            key,
            attributes: sheet
                .columns
                .iter()
                .filter(|column| !column.title.is_empty() && !is_known(column))
                .collect(),
            named,
        })
    }

    /// Bytes the customer of a row takes, or what is wrong with it.
    fn weight(&self, row: u32) -> u64 {
        let own = [self.code, self.name].into_iter().flatten();
        let own: u64 = own.map(|column| column.value(row).weight()).sum();
        let attribute = |column: &&SheetColumn| match column.value(row) {
            Cell::Empty => 0,
            value => value.weight() + column.title.len() as u64 + ATTRIBUTE,
        };
        let attributes: u64 = self.attributes.iter().map(attribute).sum();
        // the code once more to find it again, or the names of file and sheet
        CUSTOMER + own * 2 + attributes
    }

    /// The customer of a row; `None` for an empty row.
    fn customer(&self, row: u32) -> Result<Option<Listed>, (&'a SheetColumn, CustomerFault)> {
        let value = |column: Option<&'a SheetColumn>| {
            column.map_or(&Cell::Empty, |column| column.value(row))
        };
        let own = [self.code, self.name, self.turnover, self.key];
        let mut all = own
            .into_iter()
            .flatten()
            .chain(self.attributes.iter().copied());
        if let Some(failed) = all.find(|column| column.value(row).is_failed()) {
            let found = failed.value(row).found();
            return Err((failed, CustomerFault::Failed { found }));
        }
        let (code, name) = (value(self.code).found(), value(self.name).found());
        let attributes = self.attributes.iter().filter_map(|column| {
            let value = column.value(row);
            (!value.is_empty()).then(|| (column.title.clone(), value.found()))
        });
        let turnover = value(self.turnover);
        if code.is_empty() && name.is_empty() {
            let empty = turnover.is_empty() && attributes.count() == 0;
            return match empty {
                true => Ok(None),
                false => Err((self.named, CustomerFault::Nameless)),
            };
        }
        let key = value(self.key);
        let said = |text: String| (!text.is_empty()).then_some(text);
        Ok(Some(Listed {
            code: said(code),
            name: said(name),
            turnover: match number(turnover) {
                _ if turnover.is_empty() => None,
                Some(amount) if amount > MAX_TURNOVER => {
                    let (found, limit) = (turnover.found(), MAX_TURNOVER);
                    let column = self.turnover.unwrap_or(self.named);
                    return Err((column, CustomerFault::TurnoverTooLarge { found, limit }));
                }
                Some(amount) if amount >= 0.0 => Some(amount),
                _ => {
                    let found = turnover.found();
                    let column = self.turnover.unwrap_or(self.named);
                    return Err((column, CustomerFault::Turnover { found }));
                }
            },
            key: match flag(key) {
                _ if key.is_empty() => None,
                Some(flag) => Some(flag),
                None => {
                    let found = key.found();
                    let column = self.key.unwrap_or(self.named);
                    return Err((column, CustomerFault::Flag { found }));
                }
            },
            attributes: attributes.collect(),
        }))
    }
}

/// The column with one of the names; of several names the first is meant.
fn find<'a>(sheet: &'a Sheet, names: &[&str]) -> Result<Option<&'a SheetColumn>, IntakeError> {
    let titles: Vec<String> = sheet.columns.iter().map(|c| plain(&c.title)).collect();
    for name in names {
        let mut found = sheet
            .columns
            .iter()
            .zip(&titles)
            .filter(|(_, title)| title == name);
        let Some((column, _)) = found.next() else {
            continue;
        };
        return match found.next() {
            None => Ok(Some(column)),
            Some((second, _)) => Err(IntakeError::Customers {
                place: Box::new(place(sheet, second.cell.clone())),
                fault: CustomerFault::DuplicateColumn {
                    title: second.title.clone(),
                    first: column.cell.clone(),
                },
            }),
        };
    }
    Ok(None)
}
