//! What a questionnaire that is still a draft asks.

mod check;
mod code;
mod dimension;
mod field;
mod item;
mod order;
mod place;
mod relate;
mod revise;

pub use check::{Check, checks};
pub use code::next_code;
pub use field::QuestionnaireField;
pub use order::in_tree_order;
pub use place::may_hold;
pub use relate::Relation;
pub use revise::Revise;
pub(super) use revise::revise;
