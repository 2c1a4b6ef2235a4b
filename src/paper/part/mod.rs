//! Parts of pages as the templates read them: texts as written, charts as SVG, sizes in
//! points.

mod actions;
mod distribution;
mod index;
mod ledger;
mod picture;
mod scores;
mod series;
mod standing;

pub(super) use actions::{Actions, actions};
pub(super) use distribution::{AnswerTable, distribution};
pub(super) use index::{Index, Standing, standing};
pub(super) use ledger::{LedgerChain, ledger};
pub(super) use picture::{Picture, picture, px};
pub(super) use scores::{ScoreTable, scores};
pub(super) use series::{Series, Span, series};
