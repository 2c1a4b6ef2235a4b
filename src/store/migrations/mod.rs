//! The rungs of the ladder that SQL alone cannot climb. Never edited once released.

mod ten_years;

pub(super) use ten_years::fill as fill_ten_years;
