//! Returns: filled-in questionnaires, without their answers.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::{CustomerId, ImportId, ReturnId, WaveId};

/// How a return reached us, as the file or the user calls it (问卷星, Excel 表, 电话回访 …).
pub type Channel = String;

/// One filled-in questionnaire. Its answers lie in the columns of
/// [`WaveReturns`](super::WaveReturns).
#[derive(Clone, Debug, PartialEq)]
pub struct Return {
    pub id: ReturnId,
    pub wave: WaveId,
    /// The file it came with; `None`: typed in, or read from a scan or a form.
    pub import: Option<ImportId>,
    /// Row in the sheet it was read from, from 1 as the spreadsheet shows it; 0 without one.
    pub row: u32,
    /// `None`: not known yet, waits in the review list.
    pub customer: Option<CustomerId>,
    /// What the file said the customer was.
    pub customer_text: String,
    /// Who filled it in.
    pub respondent: String,
    /// What they are at the customer: buyer, quality, management …
    pub role: String,
    pub date: Option<Date>,
    pub channel: Channel,
    pub collector: String,
    /// How long filling it in took, in seconds, where the file says it.
    pub seconds: Option<u32>,
    /// It came after the wave was closed and stands apart until somebody says that it counts.
    pub late: bool,
    /// Why it does not count; `None` for a valid return.
    pub void: Option<String>,
}

impl Return {
    /// Whether it counts.
    pub fn valid(&self) -> bool {
        self.void.is_none() && !self.late
    }
}

/// Customers with a return that counts in a wave. A second one of theirs goes to the review
/// list; this is the one place that says which is one.
#[derive(Clone, Debug, Default)]
pub struct Answered(FxHashSet<CustomerId>);

impl Answered {
    /// Those of these returns.
    pub fn of<'a>(returns: impl IntoIterator<Item = &'a Return>) -> Self {
        let mut answered = Self::default();
        for returned in returns {
            answered.second(returned);
        }
        answered
    }

    /// One more return: whose it is, if they have answered before.
    pub fn second(&mut self, returned: &Return) -> Option<CustomerId> {
        let customer = returned.customer.filter(|_| returned.valid())?;
        (!self.0.insert(customer)).then_some(customer)
    }
}

impl FromIterator<CustomerId> for Answered {
    fn from_iter<T: IntoIterator<Item = CustomerId>>(customers: T) -> Self {
        Self(customers.into_iter().collect())
    }
}
