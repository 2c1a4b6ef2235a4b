//! Whose turnover makes how much of all: one bar a customer, the largest first, and the line of
//! their sum, with the 30 % of customers and the 80 % of turnover a survey has to reach.

mod build;
mod layout;

pub use build::Standing;

/// The chart, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Pareto {
    pub title: String,
    pub bars: Vec<ParetoBar>,
    /// Customers without turnover, who have no bar but are customers too.
    pub without: usize,
    /// Names of the axes and of the two lines.
    pub customers: String,
    pub turnover: String,
    pub heads_line: String,
    pub turnover_line: String,
    /// What the inks of the bars mean, those that occur.
    pub key: Vec<(Standing, String)>,
    /// How few customers make 80 %, in words.
    pub note: String,
}

/// One customer.
#[derive(Clone, Debug, PartialEq)]
pub struct ParetoBar {
    /// Share of the turnover, 0–1.
    pub share: f64,
    pub standing: Standing,
}
