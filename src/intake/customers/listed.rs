//! A customer as a sheet lists it: only what the sheet says, so that the rest can stay.

use std::collections::BTreeMap;

use crate::model::{Customer, CustomerId};

/// One row. What has no column, or an empty cell, is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    pub code: Option<String>,
    pub name: Option<String>,
    pub turnover: Option<f64>,
    pub key: Option<bool>,
    pub attributes: BTreeMap<String, String>,
}

impl Listed {
    /// What it goes by: its code, or else its name.
    pub fn called(&self) -> &str {
        let called = self.code.as_ref().or(self.name.as_ref());
        called.map_or("", String::as_str)
    }

    /// A new customer: one without a code goes by its name, one without a name by its code.
    pub fn customer(&self, id: CustomerId) -> Customer {
        let called = || self.called().to_owned();
        Customer {
            id,
            code: called(),
            name: self.name.clone().unwrap_or_else(called),
            turnover: self.turnover,
            key: self.key.unwrap_or(false),
            attributes: self.attributes.clone(),
        }
    }

    /// A known customer as the sheet says; what it does not say stays.
    pub fn onto(&self, known: &Customer) -> Customer {
        let mut attributes = known.attributes.clone();
        attributes.extend(self.attributes.clone());
        Customer {
            id: known.id,
            code: known.code.clone(),
            name: self.name.clone().unwrap_or_else(|| known.name.clone()),
            turnover: self.turnover.or(known.turnover),
            key: self.key.unwrap_or(known.key),
            attributes,
        }
    }
}
