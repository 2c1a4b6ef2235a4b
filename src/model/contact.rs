//! What was done to get an answer: calls, and reminders.

use jiff::civil::Date;

use super::{ContactId, CustomerId, WaveId};

/// What a customer was contacted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContactKind {
    /// Called, to ask the questions.
    Call,
    /// Reminded to send the form back.
    Reminder,
}

/// One attempt to reach a customer in a wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub id: ContactId,
    pub wave: WaveId,
    pub customer: CustomerId,
    pub kind: ContactKind,
    pub date: Date,
    pub who: String,
    /// By telephone, mail, visit … as the user calls it.
    pub how: String,
    /// Somebody was there.
    pub reached: bool,
    pub note: String,
}
