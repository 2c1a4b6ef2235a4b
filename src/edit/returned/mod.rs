//! What is decided of a return: that it came, whether it counts, what an unclear cell of it
//! means, what stands beside it as evidence.

mod attach;
mod correct;
mod read;
mod settle;
mod type_in;
mod void;

use crate::model::{Customer, Data, Return};

pub(super) use attach::{attach, detach, mark_sealed};
pub(super) use correct::correct;
pub use read::read_answer;
pub use settle::{Decision, other_return};
pub(super) use settle::{settle, settle_all, settle_each};
pub use type_in::NewReturn;
pub(super) use type_in::type_in;
pub(super) use void::{count_again, void, void_all};

/// What a return is called: its customer, what the file says of one, or who answered; `None`
/// where nobody is named.
pub fn called<'a>(customer: Option<&'a Customer>, returned: &'a Return) -> Option<&'a str> {
    let said = [
        customer.map_or("", |it| it.name.as_str()),
        returned.customer_text.as_str(),
        returned.respondent.as_str(),
    ];
    said.into_iter().find(|words| !words.is_empty())
}

/// The subject of a step about a return: what it is called, or its row or number.
fn subject(data: &Data, returned: &Return) -> String {
    let customer = returned.customer.and_then(|id| data.customer(id));
    let said = called(customer, returned);
    let number = match returned.row {
        0 => returned.id.0,
        row => row.into(),
    };
    said.map_or_else(|| format!("#{number}"), str::to_owned)
}
