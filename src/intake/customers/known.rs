//! The customers of the register, found by what a sheet calls them.

use rustc_hash::FxHashMap;

use crate::intake::normal::folded;
use crate::model::{Customer, CustomerId};

/// Customers by code and by name. A name several of them have names nobody.
pub(crate) struct Known<'a> {
    codes: FxHashMap<&'a str, CustomerId>,
    folded_codes: FxHashMap<String, Vec<CustomerId>>,
    names: FxHashMap<String, Vec<CustomerId>>,
}

impl<'a> Known<'a> {
    pub fn new(customers: &'a [Customer]) -> Self {
        let by = |key: fn(&Customer) -> &str| {
            let mut found: FxHashMap<String, Vec<CustomerId>> = FxHashMap::default();
            for customer in customers {
                let name = folded(key(customer));
                if !name.is_empty() {
                    found.entry(name).or_default().push(customer.id);
                }
            }
            found
        };
        Self {
            codes: customers.iter().map(|c| (c.code.as_str(), c.id)).collect(),
            folded_codes: by(|customer| &customer.code),
            names: by(|customer| &customer.name),
        }
    }

    /// By code, exactly or folded, then by name.
    pub fn find(&self, text: &str) -> Option<CustomerId> {
        match self.all(text).as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Everybody the text may mean: nobody, the one, or several who share a name.
    pub fn all(&self, text: &str) -> Vec<CustomerId> {
        if let Some(id) = self.codes.get(text.trim()) {
            return vec![*id];
        }
        let text = folded(text);
        let code = self.folded_codes.get(&text).filter(|ids| ids.len() == 1);
        let found = code.or_else(|| self.names.get(&text));
        let found = found.or_else(|| self.folded_codes.get(&text));
        found.cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer(id: i64, code: &str, name: &str) -> Customer {
        Customer {
            id: CustomerId(id),
            code: code.to_owned(),
            name: name.to_owned(),
            turnover: None,
            key: false,
            attributes: Default::default(),
        }
    }

    #[test]
    fn a_customer_is_found_by_code_or_name() {
        let customers = [
            customer(1, "C001", "宁波 甬江精密"),
            customer(2, "C002", "同名公司"),
            customer(3, "C003", "同名公司"),
        ];
        let known = Known::new(&customers);
        for text in [
            "C001",
            "c001",
            "Ｃ００１",
            "宁波甬江精密",
            " 宁波　甬江精密 ",
        ] {
            assert_eq!(known.find(text), Some(CustomerId(1)), "{text}");
        }
        for text in ["同名公司", "C004", ""] {
            assert_eq!(known.find(text), None, "{text}");
        }
        assert_eq!(known.all("同名 公司"), [CustomerId(2), CustomerId(3)]);
        assert_eq!(known.all("C004"), []);
    }
}
