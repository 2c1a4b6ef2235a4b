//! What the answers say: pure functions from returns to figures.
//!
//! Every rule is written down in the method of the project; each formula names its source.
//! This layer knows the nouns of `model` and nothing of files, SQL, screens or languages: it
//! returns data, and words are made of it elsewhere. It computes figures however few returns
//! there are; [`small`] says when they must not be shown.
//!
//! What stands where: an answer becomes a percent in `score`, the percents of a return become
//! its dimensions and index in `sums`, returns become the figures of a wave in `figures`.

mod column;
mod compare;
mod coverage;
mod distribution;
mod figure;
mod figures;
mod filter;
mod nps;
mod panel;
mod people;
mod rate;
mod score;
mod spread;
mod sums;
mod tally;
mod tree;

pub use compare::{TTest, holm, paired, welch};
pub use coverage::{Ledger, Reach, reach, unanswered};
pub use figure::{ByReturn, DimensionFigures, Figure, ItemFigures, Note, OptionCount, WaveFigures};
pub use figures::figures;
pub use filter::{Condition, Filter, SegmentKey};
pub use nps::{Nps, nps};
pub use panel::counted;
pub use rate::{Rate, wilson};
pub use spread::Spread;
