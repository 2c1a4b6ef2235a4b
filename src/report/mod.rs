//! What the program says, before any format says it: documents of blocks, and tables whose
//! cells know what kind of value they hold. Pages, workbooks and the command line write them
//! down; others follow.
//!
//! Deliberately knows no format, no screen and no file: a writer decides how a kind of block
//! or value looks there, and never which there are or what stands in them.

mod actions;
mod answers;
mod beside;
mod block;
mod changes;
mod collected;
mod comments;
mod cover;
mod fact;
mod findings;
mod form;
mod gaps;
mod groups;
mod kpis;
mod ledger;
mod material;
mod matters;
mod question;
mod review;
mod rule_page;
mod rule_sets;
mod score_page;
mod scores;
mod segments;
mod series;
mod standing;
mod table;
mod ticked;
mod trend;
mod whom;

pub use actions::actions;
pub use answers::{answers, options};
pub use beside::beside;
pub use block::{Block, Paragraph, Report};
pub use changes::{ChangeColumn, Changed, changes, changes_in_brief};
pub use comments::{comments, tags_counted};
pub use cover::Cover;
pub use fact::Fact;
pub use form::form;
pub use gaps::{GapPart, gaps};
pub use groups::{GroupColumn, all_groups, crossed_groups, groups, groups_in_words};
pub use ledger::{Chain, ledger};
pub use material::Review;
pub use question::{Asked, FormHead, Grid, GridLine, Group, Question, Room};
pub use review::review;
pub use rule_page::{RulePage, rule_page};
pub use rule_sets::{RuleSet, hidden, rule_effects, rule_sets};
pub use score_page::score_page;
pub use scores::{ScoreColumn, drawn_scores, scores};
pub use segments::segments;
pub use series::{counts, values};
pub use standing::{Standing, figure_written, standing};
pub use table::{Cell, Emphasis, Head, Line, Rank, Table, Width};
pub use ticked::{Ticks, all_ticks, ticks};
pub use trend::trend_page;
pub use whom::{whom, whom_by, whom_in_words};
