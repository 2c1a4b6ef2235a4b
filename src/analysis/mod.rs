//! What the answers say: pure functions from returns to figures.
//!
//! Every rule is written down in the method of the project; each formula names its source.
//! This layer knows the nouns of `model` and nothing of files, SQL, screens or languages: it
//! returns data, and words are made of it elsewhere. What rests on too few returns to be shown
//! it does not return at all: nobody else decides that.
//!
//! What stands where: an answer becomes a percent in `score`, the percents of a return become
//! its dimensions and index in `sums`, returns become the figures of a wave in `figures`.

mod alike;
mod behind;
mod breakdown;
mod calls;
mod change;
mod choose;
mod column;
mod comments;
mod compare;
mod coverage;
mod difference;
mod distribution;
mod evidence;
#[cfg(test)]
mod example;
mod figure;
mod figures;
mod filter;
mod finding;
mod importance;
mod insight;
mod latent;
mod ledger;
mod likeness;
mod linear;
mod lines;
mod low;
mod moments;
mod nps;
mod panel;
mod people;
mod plan;
mod rate;
mod reliability;
mod resolve;
mod satisfied_customers;
mod score;
mod segment;
mod small;
mod split;
mod spread;
mod suggest;
mod sums;
mod tally;
#[cfg(test)]
mod tests;
mod tree;
mod trend;
mod validity;
mod waiting;
mod wording;

pub use alike::{Alike, alike};
pub use behind::{Answered, Rating, ratings, rows_behind, turnover_share, unhappy_options};
pub use breakdown::{Breakdown, Part, breakdown};
pub use calls::{ANSWERED, Calls, REACHED, calls};
pub use change::{Move, RuleField, Surveyed, change, rules_changed};
pub use choose::{Chosen, choose, tells_purchases};
pub use comments::{Comment, comments, comments_beside, text_items_beside};
pub use compare::{TTest, holm, paired, welch};
pub use coverage::{Reach, given, reach, several, turnover_shares, unanswered};
pub use difference::{Difference, differences};
pub use evidence::sealed;
pub use figure::{ByReturn, DimensionFigures, Figure, ItemFigures, Note, OptionCount, WaveFigures};
pub use figures::{exact_figures, figures, split_figures};
pub use filter::{Condition, Filter, SegmentKey};
pub use finding::{Evidence, Finding, findings, says_below};
pub use importance::{Importance, Importances, ORDER_FROM};
pub use insight::{Insight, insight};
pub use latent::{Latent, LatentBlock, LatentPath};
pub use ledger::{Apart, Ledger, Standing, ledger, standings};
pub use likeness::Likeness;
pub use lines::{ScoreLine, score_lines};
pub use low::{Low, low, low_together, ratings_before};
pub use nps::{Nps, nps};
pub use panel::counted;
pub use plan::{Plan, PlanWish, plan};
pub use rate::{Rate, wilson};
pub use reliability::{Consistency, ItemReliability, ROUGH_BELOW, Reliability, alpha};
pub use resolve::{FilterError, resolve};
pub use satisfied_customers::SatisfiedCustomers;
pub use score::percent;
pub use segment::{Segment, SegmentValue, segments};
use small::small;
pub use small::{FEW, one_customer, one_step};
pub use spread::Spread;
pub use suggest::{Suggestion, below_target};
pub use trend::{TrendLine, TrendPoint, subject_of, subjects, trend};
pub use validity::{flagged, flags};
pub use waiting::Waiting;
pub use wording::{BREAKS_FROM, ChangedItem, Fate, Wording, wording};
