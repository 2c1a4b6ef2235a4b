//! Manyi 满意: customer satisfaction for ISO 9001 companies, from the returns to the
//! management review.
//!
//! The one loop: a file goes through `intake` into `store`; what `store` loads goes through
//! `analysis` into figures, through `chart` into charts, and from there to the screen (`ui`) or,
//! as blocks of a document (`report`), to paper (`paper`). What the user wants done goes through `edit`, which makes a step of it or
//! says why not, to the one write door of `store`.
//! `tests/architecture.rs` holds who may use whom.

pub mod analysis;
pub mod app;
pub mod chart;
pub mod cli;
pub mod edit;
pub mod files;
pub mod i18n;
pub mod intake;
pub mod jobs;
pub mod model;
pub mod paper;
pub mod report;
pub mod store;
pub mod theme;
pub mod ui;
