//! Names of files, from what customers are called.

use rustc_hash::FxHashSet;

use crate::model::{Customer, Period};

/// What no file system of the users allows in a name.
const FORBIDDEN: &[char] = &['<', '>', ':', '"', '/', '\\', '|', '?', '*'];
/// Devices of Windows, which no file may be called, whatever its ending.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];
/// Bytes of a name without its ending: with an ending and a number it stays below 255, which is
/// the most anywhere.
const LONGEST: usize = 180;

/// Names that are given once each, whether or not case is told apart.
#[derive(Default)]
pub(super) struct Names(FxHashSet<String>);

impl Names {
    /// The name of the form of a customer in a period, without its ending.
    pub fn of(&mut self, customer: &Customer, period: Period) -> String {
        let called = match customer.name == customer.code {
            true => customer.code.clone(),
            false => format!("{} {}", customer.code, customer.name),
        };
        let called = cut(&safe(&called), LONGEST).to_owned();
        let numbered = |number: usize| match number {
            1 => format!("{called} {period}"),
            _ => format!("{called} {period} ({number})"),
        };
        let mut names = (1..).map(numbered);
        let free = names.find(|name| self.0.insert(name.to_lowercase()));
        free.unwrap_or_default()
    }
}

/// The text as part of a name: what is not allowed becomes a line.
fn safe(text: &str) -> String {
    let allowed = |c: char| match c {
        c if c.is_control() || FORBIDDEN.contains(&c) => '_',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    let text: String = text.chars().map(allowed).collect();
    let text = text.trim_matches([' ', '.']);
    let first = text.split(['.', ' ']).next().unwrap_or_default();
    match DEVICES.contains(&first.to_lowercase().as_str()) || text.is_empty() {
        true => format!("_{text}"),
        false => text.to_owned(),
    }
}

/// As many whole characters as fit.
fn cut(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end)
        .unwrap_or_default()
        .trim_end_matches([' ', '.'])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::CustomerId;

    fn customer(code: &str, name: &str) -> Customer {
        Customer {
            id: CustomerId(1),
            code: code.to_owned(),
            name: name.to_owned(),
            turnover: None,
            key: false,
            attributes: BTreeMap::new(),
        }
    }

    #[test]
    fn every_file_system_takes_the_names_and_none_is_given_twice() {
        let period: Period = "2026H1".parse().unwrap();
        let mut names = Names::default();
        let mut name = |code: &str, called: &str| names.of(&customer(code, called), period);
        assert_eq!(
            name("C001", "华东精密（苏州）"),
            "C001 华东精密（苏州） 2026H1"
        );
        assert_eq!(
            name("c001", "华东精密（苏州）"),
            "c001 华东精密（苏州） 2026H1 (2)"
        );
        assert_eq!(name("A/1", "..\\x:\n*"), "A_1 .._x___ 2026H1");
        assert_eq!(name("..", ".."), "_ 2026H1");
        assert_eq!(name("con", "con"), "_con 2026H1");
        assert_eq!(name("Aux.1", "x"), "_Aux.1 x 2026H1");
        let long = name("C2", &"精".repeat(300));
        assert!(long.len() < 200, "{long}");
    }
}
