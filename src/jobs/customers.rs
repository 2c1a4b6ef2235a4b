//! Customers from a sheet into the register.

use std::path::Path;

use super::JobError;
use crate::intake::customers::known::Known;
use crate::intake::customers::{CustomerProblem, Listed};
use crate::intake::{Decoding, Spreadsheet, customers, file};
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
    decoding: Decoding,
    progress: &Progress,
) -> Result<Registered, JobError> {
    let source = file::read(path, progress)?;
    let (name, bytes) = (&source.name, &source.bytes);
    let mut workbook = Spreadsheet::open_decoded(name, bytes, decoding, progress)?;
    let visible = workbook.sheets().iter().position(|sheet| !sheet.hidden);
    let sheet = workbook.read(visible.unwrap_or(0), progress)?;
    let register = customers::read(&sheet, progress)?;
    let merged = merged(store, data, &register.customers);
    let step = Step::new(StepKind::EditCustomers, sheet.file.as_str(), merged.changes);
    Ok(Registered {
        added: merged.added,
        changed: merged.changed,
        problems: register.problems,
        step: (!step.changes.is_empty()).then_some(step),
    })
}

/// The register with these customers in it; what the sheet does not say of them stays.
pub(super) fn merged(store: &Store, data: &Data, incoming: &[Listed]) -> Merged {
    let mut merged = Merged {
        customers: data.customers.to_vec(),
        ..Merged::default()
    };
    let known = Known::new(&data.customers);
    for customer in incoming {
        match place(data, &known, customer) {
            Some(at) => {
                let before = merged.customers[at].clone();
                let after = customer.onto(&before);
                if after != before {
                    merged.changed += 1;
                    let edit = Edit::changed(before, after.clone());
                    merged.changes.push(Change::Customer(edit));
                    merged.customers[at] = after;
                }
            }
            None => {
                let id = CustomerId(store.fresh_id());
                let new = customer.customer(id);
                merged.added += 1;
                merged
                    .changes
                    .push(Change::Customer(Edit::created(new.clone())));
                merged.customers.push(new);
            }
        }
    }
    merged
}

/// Where the register has it: under its code, or under what it is called where the sheet knows
/// no codes.
fn place(data: &Data, known: &Known<'_>, listed: &Listed) -> Option<usize> {
    let mut customers = data.customers.iter();
    match &listed.code {
        Some(code) => customers.position(|it| it.code == *code),
        None => {
            let id = known.find(listed.called())?;
            customers.position(|it| it.id == id)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Workspace;

    /// A workspace with two customers of whom everything is known.
    fn workspace(folder: &Path) -> Store {
        let mut store = Store::create(&folder.join("a.manyi"), &Workspace::default()).unwrap();
        let customer = |id: i64, code: &str, name: &str| Customer {
            id: CustomerId(id),
            code: code.to_owned(),
            name: name.to_owned(),
            turnover: Some(960.0),
            key: true,
            attributes: [("区域".to_owned(), "华东".to_owned())].into(),
        };
        let customers = [customer(1, "C1", "甬江"), customer(2, "C2", "恒远")];
        let changes = customers.map(|it| Change::Customer(Edit::created(it)));
        let step = Step::new(StepKind::EditCustomers, "", changes.into());
        store.apply(&step).unwrap();
        store
    }

    /// The register after a sheet of these lines.
    fn after(lines: &str) -> (Vec<Customer>, Registered) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = workspace(folder.path());
        let path = folder.path().join("register.csv");
        std::fs::write(&path, lines).unwrap();
        let data = store.load().unwrap();
        let read = read(
            &store,
            &data,
            &path,
            Decoding::Recognised,
            &Progress::default(),
        )
        .unwrap();
        if let Some(step) = &read.step {
            store.apply(step).unwrap();
        }
        (store.load().unwrap().customers.to_vec(), read)
    }

    #[test]
    fn what_a_sheet_does_not_say_stays() {
        for lines in [
            "编号,名称\nC1,甬江\nC2,恒远\n",
            "编号,类型\nC1,整机\nC2,贸易\n",
            "编号,名称,营业额,重点,区域\nC1,,,,\nC2,,,,\n",
        ] {
            let (customers, _) = after(lines);
            assert_eq!(customers.len(), 2, "{lines}");
            for (customer, name) in customers.iter().zip(["甬江", "恒远"]) {
                assert_eq!(customer.name, name, "{lines}");
                assert!(customer.key, "{lines}");
                assert_eq!(customer.turnover, Some(960.0), "{lines}");
                assert_eq!(customer.attributes["区域"], "华东", "{lines}");
            }
        }
        let (customers, read) = after("编号,重点,营业额\nC1,否,0\n");
        assert_eq!(read.changed, 1);
        assert!(!customers[0].key && customers[1].key);
        assert_eq!(customers[0].turnover, Some(0.0));
    }

    #[test]
    fn a_sheet_without_codes_means_the_customers_of_those_names() {
        let (customers, read) = after("名称,营业额\n甬江,12\n 甬 江,13\n宁海,14\n");
        assert_eq!((read.changed, read.added), (2, 1));
        assert_eq!(customers[0].turnover, Some(13.0));
        assert_eq!(customers[0].code, "C1");
        assert_eq!(customers[2].code, "宁海");
    }
}
