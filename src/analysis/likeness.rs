//! Which customers of the register look like what a file says: offered, never taken. Names are
//! taken apart once a register, and each issue is looked up once: the cards are drawn sixty times
//! a second.

use rustc_hash::FxHashMap;

use crate::model::{Customer, Expected, Issue, IssueId, Shared};

/// Below this they do not look alike.
const ENOUGH: f64 = 0.5;
/// How many are offered.
const OFFERED: usize = 2;
/// How many of one name are offered; the list of all customers holds the rest.
const MOST_NAMESAKES: usize = 4;

/// Two letters side by side.
type Pair = (char, char);

/// The register by what it is looked up by.
#[derive(Debug, Default)]
pub struct Likeness {
    customers: Shared<Vec<Customer>>,
    /// Name and code of each customer in turn: how many pairs they have.
    sizes: Vec<usize>,
    /// Which of those hold a pair, and how often.
    holders: FxHashMap<Pair, Vec<(usize, usize)>>,
    /// Places of the customers offered for each issue so far.
    offered: FxHashMap<IssueId, Vec<usize>>,
}

impl Likeness {
    /// Customers to offer: those who share the name that stands there, or else whose name looks
    /// like it.
    pub fn alike<'a>(
        &mut self,
        issue: &Issue,
        customers: &'a Shared<Vec<Customer>>,
    ) -> Vec<&'a Customer> {
        if !self.customers.same(customers) {
            *self = Self::of(customers);
        }
        let known = self.offered.get(&issue.id).cloned();
        let places = known.unwrap_or_else(|| {
            let places = self.offer(issue);
            self.offered.insert(issue.id, places.clone());
            places
        });
        let places = places.into_iter();
        places.filter_map(|at| customers.get(at)).collect()
    }

    fn of(customers: &Shared<Vec<Customer>>) -> Self {
        let mut likeness = Self {
            customers: customers.clone(),
            ..Self::default()
        };
        let spellings = customers.iter().flat_map(|it| [&it.name, &it.code]);
        for (at, spelling) in spellings.enumerate() {
            let pairs = pairs(spelling);
            likeness.sizes.push(pairs.values().sum());
            for (pair, times) in pairs {
                likeness.holders.entry(pair).or_default().push((at, times));
            }
        }
        likeness
    }

    fn offer(&self, issue: &Issue) -> Vec<usize> {
        match &issue.expected {
            Expected::OneCustomerOf(codes) => {
                let customers = self.customers.iter().enumerate();
                let named = customers.filter(|(_, it)| codes.contains(&it.code));
                named.take(MOST_NAMESAKES).map(|(at, _)| at).collect()
            }
            _ => self.similar(&issue.found),
        }
    }

    /// The customers whose name or code shares most pairs of neighbouring letters with the text
    /// (Dice's coefficient), the most alike first.
    fn similar(&self, text: &str) -> Vec<usize> {
        let wanted = pairs(text);
        let size: usize = wanted.values().sum();
        let mut shared = vec![0; self.sizes.len()];
        for (pair, times) in wanted {
            for (at, held) in self.holders.get(&pair).into_iter().flatten() {
                shared[*at] += times.min(*held);
            }
        }
        let likeness = shared.iter().zip(&self.sizes).map(|(shared, other)| {
            let total = size + other;
            // Where there is no pair at all nothing is alike.
            2.0 * *shared as f64 / total.max(1) as f64
        });
        let likeness: Vec<f64> = likeness.collect();
        let best = likeness
            .chunks(2)
            .map(|both| both.iter().copied().fold(0.0, f64::max));
        let mut found: Vec<(usize, f64)> = best.enumerate().collect();
        found.retain(|(_, likeness)| *likeness >= ENOUGH);
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        found.into_iter().take(OFFERED).map(|(at, _)| at).collect()
    }
}

/// The pairs of a text, and how often each stands there.
fn pairs(text: &str) -> FxHashMap<Pair, usize> {
    let letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let mut pairs = FxHashMap::default();
    for pair in letters.windows(2) {
        *pairs.entry((pair[0], pair[1])).or_default() += 1;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CustomerId, ImportId, IssueKind, ReturnId, WaveId};

    const NOBODY: [i64; 0] = [];

    fn customer(id: i64, name: &str) -> Customer {
        Customer {
            id: CustomerId(id),
            code: format!("C{id:03}"),
            name: name.to_owned(),
            turnover: None,
            key: false,
            attributes: Default::default(),
        }
    }

    fn issue(id: i64, found: &str, expected: Expected) -> Issue {
        Issue {
            id: IssueId(id),
            wave: WaveId(1),
            import: Some(ImportId(1)),
            returned: ReturnId(id),
            item: None,
            sheet: String::new(),
            cell: String::new(),
            found: found.to_owned(),
            expected,
            kind: IssueKind::UnknownCustomer,
            settled: None,
        }
    }

    /// Who is offered for the text.
    fn offered(
        register: &mut Likeness,
        customers: &Shared<Vec<Customer>>,
        issue: &Issue,
    ) -> Vec<i64> {
        let offered = register.alike(issue, customers).into_iter();
        offered.map(|customer| customer.id.0).collect()
    }

    #[test]
    fn a_name_written_a_little_differently_is_offered() {
        let customers: Shared<Vec<Customer>> = [
            customer(1, "苏州启衡电子"),
            customer(2, "东莞铭昇塑胶"),
            customer(3, "苏州甬川电机"),
        ]
        .into_iter()
        .collect();
        let mut register = Likeness::default();
        let mut of = |id, text: &str| {
            let issue = issue(id, text, Expected::KnownCustomer);
            offered(&mut register, &customers, &issue)
        };
        assert_eq!(of(1, "启衡电子（苏州）").first(), Some(&1));
        assert_eq!(of(1, "启衡电子（苏州）").first(), Some(&1), "and again");
        assert_eq!(of(2, "无锡博岳"), NOBODY);
        assert_eq!(of(3, ""), NOBODY);
        assert_eq!(of(4, "c002").first(), Some(&2), "by its code");
        let namesakes = Expected::OneCustomerOf(vec!["C002".to_owned(), "C003".to_owned()]);
        let issue = issue(5, "", namesakes);
        assert_eq!(offered(&mut register, &customers, &issue), [2, 3]);
    }

    #[test]
    fn a_customer_renamed_is_looked_up_by_the_new_name() {
        let mut customers: Shared<Vec<Customer>> =
            [customer(1, "苏州启衡电子")].into_iter().collect();
        let mut register = Likeness::default();
        let issue = issue(1, "东莞铭昇塑胶厂", Expected::KnownCustomer);
        assert_eq!(offered(&mut register, &customers, &issue), NOBODY);
        customers[0].name = "东莞铭昇塑胶".to_owned();
        assert_eq!(offered(&mut register, &customers, &issue), [1]);
    }

    #[test]
    fn pairs_that_come_again_count_as_often_as_both_have_them() {
        let customers: Shared<Vec<Customer>> = [customer(1, "aaaa")].into_iter().collect();
        let mut register = Likeness::default();
        // One shared pair, of three and three.
        let issue = issue(1, "aabb", Expected::KnownCustomer);
        assert_eq!(offered(&mut register, &customers, &issue), NOBODY);
    }
}
