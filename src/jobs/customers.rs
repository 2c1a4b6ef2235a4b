//! Customers from a sheet into the register.

use std::path::Path;

use super::JobError;
use crate::intake::customers::CustomerProblem;
use crate::intake::{Spreadsheet, customers, file};
use crate::model::{Change, Customer, CustomerId, Data, Edit, Progress, Step, StepKind};
use crate::store::Store;

/// The register after taking customers in.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    pub changes: Vec<Change>,
    /// Everybody, with their final ids.
    pub customers: Vec<Customer>,
    pub added: usize,
    pub changed: usize,
}

/// What a sheet of customers comes to.
#[derive(Clone, Debug, Default)]
pub struct Registered {
    pub added: usize,
    pub changed: usize,
    /// Rows that were left out.
    pub problems: Vec<CustomerProblem>,
    /// What brings the register up to date; `None` when it is.
    pub step: Option<Step>,
}

/// Reads the first visible sheet of a file. A known code is brought up to date, an unknown
/// one added; nobody is removed. Nothing is kept yet.
pub fn read(
    store: &Store,
    data: &Data,
    path: &Path,
    progress: &Progress,
) -> Result<Registered, JobError> {
    let source = file::read(path, progress)?;
    let mut workbook = Spreadsheet::open(&source.name, &source.bytes, progress)?;
    let visible = workbook.sheets().iter().position(|sheet| !sheet.hidden);
    let sheet = workbook.read(visible.unwrap_or(0), progress)?;
    let register = customers::read(&sheet)?;
    let merged = merged(store, data, &register.customers)?;
    let step = Step::new(StepKind::EditCustomers, sheet.file.as_str(), merged.changes);
    Ok(Registered {
        added: merged.added,
        changed: merged.changed,
        problems: register.problems,
        step: (!step.changes.is_empty()).then_some(step),
    })
}

/// The register with these customers in it, matched by code.
pub(super) fn merged(
    store: &Store,
    data: &Data,
    incoming: &[Customer],
) -> Result<Merged, JobError> {
    let mut merged = Merged {
        customers: data.customers.clone(),
        ..Merged::default()
    };
    for customer in incoming {
        let known = data.customers.iter().position(|c| c.code == customer.code);
        match known {
            Some(at) => {
                let before = &data.customers[at];
                let after = updated(before, customer);
                if after != *before {
                    merged.changed += 1;
                    let edit = Edit::changed(before.clone(), after.clone());
                    merged.changes.push(Change::Customer(edit));
                    merged.customers[at] = after;
                }
            }
            None => {
                let id = CustomerId(store.fresh_id().map_err(JobError::of(store))?);
                let new = Customer {
                    id,
                    ..customer.clone()
                };
                merged.added += 1;
                merged
                    .changes
                    .push(Change::Customer(Edit::created(new.clone())));
                merged.customers.push(new);
            }
        }
    }
    Ok(merged)
}

/// What the sheet says; what it does not say stays.
fn updated(before: &Customer, sheet: &Customer) -> Customer {
    let mut attributes = before.attributes.clone();
    attributes.extend(sheet.attributes.clone());
    Customer {
        id: before.id,
        code: before.code.clone(),
        name: sheet.name.clone(),
        turnover: sheet.turnover.or(before.turnover),
        key: sheet.key,
        attributes,
    }
}
