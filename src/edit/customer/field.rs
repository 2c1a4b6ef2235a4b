//! One thing known of a customer.

use super::add::free_code;
use crate::edit::number::amount;
use crate::edit::{Known, Refusal, changed};
use crate::model::{Change, Customer, CustomerId, Data, MAX_TURNOVER, Step, StepKind};

/// What is typed of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CustomerField {
    Code,
    Name,
    Turnover,
    /// A column of the register's own.
    Attribute(String),
}

impl CustomerField {
    /// What stands in it.
    pub fn text(&self, customer: &Customer) -> String {
        match self {
            Self::Code => customer.code.clone(),
            Self::Name => customer.name.clone(),
            Self::Turnover => customer.turnover.map(amount).unwrap_or_default(),
            Self::Attribute(name) => customer.attributes.get(name).cloned().unwrap_or_default(),
        }
    }

    /// What is wrong with a text for this field of this customer.
    ///
    /// # Errors
    /// The reason why the register cannot have it.
    pub fn check(&self, data: &Data, id: CustomerId, text: &str) -> Result<(), Refusal> {
        let text = text.trim();
        match self {
            Self::Code => free_code(data, id, text),
            Self::Name if text.is_empty() => Err(Refusal::NeedsCustomerName),
            Self::Turnover => turnover(text).map(|_| ()),
            Self::Name | Self::Attribute(_) => Ok(()),
        }
    }
}

/// Keeps a typed text.
pub(in crate::edit) fn set(
    known: &Known<'_>,
    id: CustomerId,
    field: &CustomerField,
    text: &str,
) -> Result<Step, Refusal> {
    let text = text.trim();
    field.check(known.data, id, text)?;
    let turnover = match field {
        CustomerField::Turnover => turnover(text)?,
        CustomerField::Code | CustomerField::Name | CustomerField::Attribute(_) => None,
    };
    step(known, id, |it| match field {
        CustomerField::Code => text.clone_into(&mut it.code),
        CustomerField::Name => text.clone_into(&mut it.name),
        CustomerField::Turnover => it.turnover = turnover,
        CustomerField::Attribute(name) => {
            it.attributes.insert(name.clone(), text.to_owned());
        }
    })
}

/// Makes a customer a key account, or one no longer.
pub(in crate::edit) fn set_key(
    known: &Known<'_>,
    id: CustomerId,
    key: bool,
) -> Result<Step, Refusal> {
    step(known, id, |it| it.key = key)
}

fn step(
    known: &Known<'_>,
    id: CustomerId,
    change: impl FnOnce(&mut Customer),
) -> Result<Step, Refusal> {
    let customer = known.data.customer(id).ok_or(Refusal::Gone)?;
    let edit = changed(customer, change)?;
    let name = customer.name.as_str();
    Ok(Step::new(
        StepKind::EditCustomers,
        name,
        vec![Change::Customer(edit)],
    ))
}

/// A turnover as typed: nothing, or a number from 0 up.
fn turnover(text: &str) -> Result<Option<f64>, Refusal> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != ',' && *c != '，')
        .collect();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse().map_err(|_| Refusal::BadTurnover)?;
    let known = (0.0..=MAX_TURNOVER).contains(&number);
    known.then_some(Some(number)).ok_or(Refusal::BadTurnover)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turnover_is_nothing_or_a_number_from_0_up() {
        assert_eq!(turnover(""), Ok(None));
        assert_eq!(turnover(" 1,250 "), Ok(Some(1250.0)));
        for text in ["-1", "many", "1e300", "NaN"] {
            assert_eq!(turnover(text), Err(Refusal::BadTurnover), "{text}");
        }
    }
}
