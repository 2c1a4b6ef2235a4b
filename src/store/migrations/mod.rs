//! The rungs of the ladder that SQL alone cannot climb. Never edited once released.

mod ledger;
mod ten_years;

pub(super) use ledger::fill as fill_ledger;
pub(super) use ten_years::fill as fill_ten_years;
