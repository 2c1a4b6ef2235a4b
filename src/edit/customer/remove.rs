//! A customer taken out of the register.

use crate::edit::{Known, Refusal};
use crate::model::{Change, CustomerId, Edit, Step, StepKind};

/// Takes one out. `store` refuses it while returns or frames name the customer.
pub(in crate::edit) fn remove(known: &Known<'_>, id: CustomerId) -> Result<Step, Refusal> {
    let customer = known.data.customer(id).ok_or(Refusal::Gone)?;
    let change = Change::Customer(Edit::removed(customer.clone()));
    let name = customer.name.as_str();
    Ok(Step::new(StepKind::EditCustomers, name, vec![change]))
}
