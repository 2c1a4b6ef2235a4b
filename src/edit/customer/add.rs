//! A customer the register has not had so far.

use std::collections::BTreeMap;

use crate::edit::{Known, Refusal};
use crate::model::{Change, Customer, CustomerId, Data, Edit, Step, StepKind};

/// Adds one of whom only code and name are known.
pub(in crate::edit) fn add(
    known: &Known<'_>,
    id: CustomerId,
    code: &str,
    name: &str,
) -> Result<Step, Refusal> {
    let customer = made(known.data, id, code, name)?;
    let name = customer.name.clone();
    let change = Change::Customer(Edit::created(customer));
    Ok(Step::new(StepKind::EditCustomers, name, vec![change]))
}

/// The customer.
pub(in crate::edit) fn made(
    data: &Data,
    id: CustomerId,
    code: &str,
    name: &str,
) -> Result<Customer, Refusal> {
    let (code, name) = (code.trim(), name.trim());
    free_code(data, id, code)?;
    if name.is_empty() {
        return Err(Refusal::NeedsCustomerName);
    }
    Ok(Customer {
        id,
        code: code.to_owned(),
        name: name.to_owned(),
        turnover: None,
        key: false,
        attributes: BTreeMap::new(),
    })
}

/// Whether the register can have a new customer of that code and name.
///
/// # Errors
/// [`Refusal::NeedsCode`], [`Refusal::NeedsCustomerName`], [`Refusal::CustomerCodeTaken`].
pub fn check(data: &Data, code: &str, name: &str) -> Result<(), Refusal> {
    made(data, CustomerId::default(), code, name).map(|_| ())
}

/// Whether this customer may have that code.
pub(super) fn free_code(data: &Data, id: CustomerId, code: &str) -> Result<(), Refusal> {
    let mut others = data.customers.iter().filter(|it| it.id != id);
    match (code.is_empty(), others.any(|it| it.code == code)) {
        (true, _) => Err(Refusal::NeedsCode),
        (_, true) => Err(Refusal::CustomerCodeTaken),
        _ => Ok(()),
    }
}

/// The code after the last one of the register: `C031` after `C030`.
pub fn next_code(customers: &[Customer]) -> String {
    let numbered = customers.iter().filter_map(|it| {
        let digits = it.code.trim_start_matches(|c: char| !c.is_ascii_digit());
        let number: u64 = digits.parse().ok()?;
        let letters = it.code.strip_suffix(digits)?;
        Some((number, letters, digits.len()))
    });
    match numbered.max() {
        Some((number, letters, width)) => format!("{letters}{:0width$}", number.saturating_add(1)),
        None => format!("C{:03}", customers.len() + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_code_goes_on_where_the_register_ends() {
        let customer = |code: &str| Customer {
            id: CustomerId(1),
            code: code.to_owned(),
            name: String::new(),
            turnover: None,
            key: false,
            attributes: BTreeMap::new(),
        };
        assert_eq!(next_code(&[]), "C001");
        assert_eq!(next_code(&[customer("C030"), customer("C007")]), "C031");
        assert_eq!(next_code(&[customer("苏-99")]), "苏-100");
        assert_eq!(next_code(&[customer("甲")]), "C002");
    }

    #[test]
    fn a_code_is_had_once_and_a_customer_has_a_name() {
        let mut data = Data::default();
        let first = made(&data, CustomerId(1), " C1 ", " 甬江 ").unwrap();
        assert_eq!((first.code.as_str(), first.name.as_str()), ("C1", "甬江"));
        data.customers = vec![first].into();
        let made = |code, name| made(&data, CustomerId(2), code, name).map(|it| it.code);
        assert_eq!(made("C1", "恒远"), Err(Refusal::CustomerCodeTaken));
        assert_eq!(made(" ", "恒远"), Err(Refusal::NeedsCode));
        assert_eq!(made("C2", " "), Err(Refusal::NeedsCustomerName));
        assert_eq!(made("C2", "恒远"), Ok("C2".to_owned()));
    }
}
