//! Returns: filled-in questionnaires, without their answers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CustomerId, ImportId, ReturnId, WaveId};

/// How a return reached us, as the file or the user calls it (问卷星, Excel 表, 电话回访 …).
pub type Channel = String;

/// One filled-in questionnaire. Its answers lie in the columns of
/// [`WaveReturns`](super::WaveReturns).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Return {
    pub id: ReturnId,
    pub wave: WaveId,
    pub import: ImportId,
    /// Row in the sheet it was read from, from 1 as the spreadsheet shows it.
    pub row: u32,
    /// `None`: not known yet, waits in the review list.
    pub customer: Option<CustomerId>,
    /// What the file said the customer was.
    #[serde(default)]
    pub customer_text: String,
    #[serde(default)]
    pub respondent: String,
    #[serde(default)]
    pub date: Option<Date>,
    #[serde(default)]
    pub channel: Channel,
    #[serde(default)]
    pub collector: String,
    /// Why it does not count; `None` for a valid return.
    #[serde(default)]
    pub void: Option<String>,
}

impl Return {
    pub fn valid(&self) -> bool {
        self.void.is_none()
    }
}
