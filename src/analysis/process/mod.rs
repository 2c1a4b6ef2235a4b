//! Figures that come every month: whether a process changed, or only wavers as it always did.

mod run;
mod xmr;

pub use run::{RunChart, run_chart};
pub use xmr::{Limits, PROVISIONAL_BELOW, Signal, SignalKind, Stage, Xmr, xmr};
