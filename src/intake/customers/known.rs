//! The customers of the register, found by what a sheet calls them.

use rustc_hash::FxHashMap;

use crate::intake::normal::folded;
use crate::model::{Customer, CustomerId};

/// Letters of a name that is looked for within a text.
const SHORTEST: usize = 3;

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

    /// Whether two texts call somebody the same.
    pub fn alike(one: &str, other: &str) -> bool {
        folded(one) == folded(other)
    }

    /// By code, exactly or folded, then by name.
    pub fn find(&self, text: &str) -> Option<CustomerId> {
        match self.all(text).as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Code of the one customer a text names, or has in it: the longest name or code there is.
    pub fn called(&self, text: &str, customers: &[Customer]) -> Option<String> {
        let code = |id: CustomerId| customers.iter().find(|it| it.id == id);
        if let Some(one) = self.find(text).and_then(code) {
            return Some(one.code.clone());
        }
        let text = folded(text);
        let within = |name: &str| {
            let name = folded(name);
            let letters = name.chars().count();
            (letters >= SHORTEST && text.contains(&name)).then_some(letters)
        };
        let longest = |it: &Customer| within(&it.name).max(within(&it.code));
        let named = customers.iter().filter_map(|it| Some((longest(it)?, it)));
        let named: Vec<(usize, &Customer)> = named.collect();
        let most = named.iter().map(|(letters, _)| *letters).max()?;
        let mut most = named.iter().filter(|(letters, _)| *letters == most);
        match (most.next(), most.next()) {
            (Some((_, one)), None) => Some(one.code.clone()),
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
        for text in ["2026上半年回执-宁波甬江精密", "C001_问卷", "宁波甬江精密"]
        {
            let called = known.called(text, &customers);
            assert_eq!(called.as_deref(), Some("C001"), "{text}");
        }
        for text in ["同名公司 回执", "回执", "C001 C002"] {
            assert_eq!(known.called(text, &customers), None, "{text}");
        }
        assert_eq!(known.all("同名 公司"), [CustomerId(2), CustomerId(3)]);
        assert_eq!(known.all("C004"), []);
    }
}
