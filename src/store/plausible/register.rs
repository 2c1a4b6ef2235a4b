//! Customers, in the register and as they were at a wave.

use std::collections::BTreeMap;

use super::{Plausible, broken, is_id, short};
use crate::model::{Customer, FrameEntry, MAX_TURNOVER};

/// Columns a register may have: as many as a sheet.
const MAX_ATTRIBUTES: usize = 2_000;

impl Plausible for Customer {
    fn fault(&self) -> Option<&'static str> {
        broken([
            ("id", is_id(self.id.0)),
            ("code", short(&self.code)),
            ("name", short(&self.name)),
            ("turnover", turnover(self.turnover)),
            ("attributes", attributes(&self.attributes)),
        ])
    }
}

impl Plausible for FrameEntry {
    fn fault(&self) -> Option<&'static str> {
        broken([
            ("wave", is_id(self.wave.0)),
            ("customer", is_id(self.customer.0)),
            ("channel", short(&self.channel)),
            ("excluded", self.excluded.as_deref().is_none_or(short)),
            ("turnover", turnover(self.turnover)),
            ("attributes", attributes(&self.attributes)),
        ])
    }
}

fn turnover(turnover: Option<f64>) -> bool {
    turnover.is_none_or(|turnover| (0.0..=MAX_TURNOVER).contains(&turnover))
}

fn attributes(attributes: &BTreeMap<String, String>) -> bool {
    let named = |(name, value): (&String, &String)| short(name) && short(value);
    attributes.len() <= MAX_ATTRIBUTES && attributes.iter().all(named)
}
