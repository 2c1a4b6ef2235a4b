//! The customer register.

use std::collections::BTreeMap;

use super::CustomerId;

/// One customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    pub id: CustomerId,
    /// Unique, e.g. `C003`.
    pub code: String,
    pub name: String,
    /// Yearly turnover with this customer in the firm's own unit, not negative.
    pub turnover: Option<f64>,
    /// A key account.
    pub key: bool,
    /// Further columns of the register (区域, 类型 …): each becomes a segment.
    pub attributes: BTreeMap<String, String>,
}
