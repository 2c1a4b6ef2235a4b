//! Which customers of the register look like what a file says: offered, never taken.

use crate::model::{Customer, Expected};

/// Below this they do not look alike.
const ENOUGH: f64 = 0.5;
/// How many are offered.
const OFFERED: usize = 2;
/// How many of one name are offered; the list of all customers holds the rest.
const MOST_NAMESAKES: usize = 4;

/// Customers to offer: those who share the name that stands there, or else whose name looks
/// like it.
pub(super) fn alike<'a>(
    text: &str,
    expected: &Expected,
    customers: &'a [Customer],
) -> Vec<&'a Customer> {
    match expected {
        Expected::OneCustomerOf(codes) => {
            let named = customers.iter().filter(|it| codes.contains(&it.code));
            named.take(MOST_NAMESAKES).collect()
        }
        _ => similar(text, customers),
    }
}

/// The customers whose name or code shares most pairs of neighbouring letters with the text
/// (Dice's coefficient), the most alike first.
fn similar<'a>(text: &str, customers: &'a [Customer]) -> Vec<&'a Customer> {
    let wanted = pairs(text);
    let mut found: Vec<(f64, &Customer)> = customers
        .iter()
        .map(|it| {
            let name = likeness(&wanted, &pairs(&it.name));
            (name.max(likeness(&wanted, &pairs(&it.code))), it)
        })
        .filter(|(likeness, _)| *likeness >= ENOUGH)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let offered = found.into_iter().take(OFFERED);
    offered.map(|(_, customer)| customer).collect()
}

fn pairs(text: &str) -> Vec<(char, char)> {
    let letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn likeness(a: &[(char, char)], b: &[(char, char)]) -> f64 {
    let total = a.len() + b.len();
    if total == 0 {
        return 0.0;
    }
    let mut rest = b.to_vec();
    let shared = a.iter().filter(|pair| {
        let at = rest.iter().position(|it| it == *pair);
        at.map(|at| rest.swap_remove(at)).is_some()
    });
    2.0 * shared.count() as f64 / total as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CustomerId;

    #[test]
    fn a_name_written_a_little_differently_is_offered() {
        let customer = |id, name: &str| Customer {
            id: CustomerId(id),
            code: format!("C{id:03}"),
            name: name.to_owned(),
            turnover: None,
            key: false,
            attributes: Default::default(),
        };
        let customers = [
            customer(1, "苏州启衡电子"),
            customer(2, "东莞铭昇塑胶"),
            customer(3, "苏州甬川电机"),
        ];
        let found = similar("启衡电子（苏州）", &customers);
        assert_eq!(found.first().map(|it| it.id), Some(CustomerId(1)));
        assert!(similar("无锡博岳", &customers).is_empty());
        assert!(similar("", &customers).is_empty());
        let namesakes = Expected::OneCustomerOf(vec!["C002".to_owned(), "C003".to_owned()]);
        let offered = alike("", &namesakes, &customers);
        let offered: Vec<i64> = offered.iter().map(|it| it.id.0).collect();
        assert_eq!(offered, [2, 3]);
    }
}
