//! What the answers say: pure functions from returns to figures.
//!
//! Every rule is written down in the method of the project; each formula names its source.
//! This layer knows the nouns of `model` and nothing of files, SQL, screens or languages: it
//! returns data, and words are made of it elsewhere. What rests on too few returns to be shown
//! it does not return at all: nobody else decides that.
//!
//! What stands where: an answer becomes a percent in `score`, the percents of a return become
//! its dimensions and index in `sums`, returns become the figures of a wave in `figures`.

mod against;
mod alike;
mod behind;
mod beside;
mod between;
mod bounded;
mod breakdown;
mod by_segment;
mod calls;
mod change;
mod changes;
mod choose;
mod cluster;
mod column;
mod comments;
mod composition;
mod contrary;
mod coverage;
mod crowd;
mod difference;
mod distribution;
mod equality;
mod evidence;
#[cfg(test)]
mod example;
mod family;
mod figure;
mod figures;
mod filter;
mod filtered;
mod finding;
mod frequent;
mod gaps;
mod groups;
mod importance;
mod in_frame;
mod insight;
mod judged;
mod latent;
mod ledger;
mod likeness;
mod linear;
mod lines;
mod low;
mod mann_kendall;
mod matched;
mod measure;
mod moments;
mod nps;
mod occasion;
mod options;
mod overlap;
mod panel;
mod people;
mod percents;
mod plan;
mod process;
mod rate;
mod reliability;
mod resolve;
mod run;
mod said;
mod same_customers;
mod sampled;
mod satisfied;
mod satisfied_customers;
mod score;
mod segment;
mod silent;
mod small;
mod split;
mod spread;
mod story;
mod subtraction;
mod suggest;
mod sums;
mod suppression;
mod tags;
mod tally;
#[cfg(test)]
mod tests;
mod tree;
mod trend;
mod validity;
mod verdict;
mod waiting;
mod what_if;
mod whose;
mod word;
mod wording;

pub use against::Against;
pub use alike::{Alike, alike};
pub use behind::{Answered, Rating, ratings, rows_behind, turnover_share, unhappy_options};
pub use beside::{Beside, Sentiment, Ticked, beside, sentiment, ticked};
pub use breakdown::{Breakdown, Part, breakdown};
pub use by_segment::{SegmentFigure, by_segment};
pub use calls::{ANSWERED, Calls, REACHED, calls};
pub use change::{Move, Surveyed, change};
pub use changes::{Change, Changes, Compare, changes, changes_in};
pub use choose::{Chosen, choose, tells_purchases};
pub use comments::{Comment, comments, comments_beside, text_items_beside};
pub use composition::{Composed, Composition, composition};
pub use contrary::{Contrary, contraries};
pub use coverage::{Reach, given, reach, several, turnover_shares, unanswered};
pub use difference::{Difference, differences};
pub use equality::Equality;
pub use evidence::sealed;
pub use family::{benjamini_hochberg, holm};
pub use figure::{
    ByReturn, DimensionFigures, Figure, ItemFigures, Note, OptionCount, Silent, WaveFigures,
};
pub use filter::{Condition, Filter, SegmentKey};
pub use filtered::{exact_figures, figures, split_figures};
pub use finding::{Evidence, Finding, findings, says_below};
pub use frequent::frequent_words;
pub use gaps::{Gap, Gaps};
pub use groups::{Group, GroupLine, GroupPair, GroupTest, Groups, exact_groups, groups};
pub use importance::{Importance, Importances, ORDER_FROM};
pub use in_frame::in_frame;
pub use insight::{Insight, insight};
pub use latent::{Latent, LatentBlock, LatentPath};
pub use ledger::{Apart, Ledger, Standing, ledger, standings};
pub use likeness::Likeness;
pub use lines::{ScoreLine, score_lines};
pub use low::{Low, low, low_together, ratings_before};
pub use mann_kendall::{MannKendall, TREND_FROM, mann_kendall};
pub use matched::Matched;
pub use measure::{RuleField, restated, rules_changed};
pub use nps::{Nps, nps};
pub use occasion::{Known, Occasion, occasions};
pub use overlap::{Overlap, Sample};
pub use panel::counted;
pub use plan::{Plan, PlanWish, plan};
pub use process::{
    Limits, PROVISIONAL_BELOW, RunChart, Signal, SignalKind, Stage, Xmr, run_chart, xmr,
};
pub use rate::{Rate, wilson};
pub use reliability::{Consistency, ItemReliability, ROUGH_BELOW, Reliability, alpha};
pub use resolve::{FilterError, called, resolve};
pub use run::{chance_of_run, run_to_newest};
pub use said::{Said, TagCount, said, tag_counts};
pub use same_customers::{SameLine, SamePiece, SamePoint, same_lines};
pub use satisfied_customers::SatisfiedCustomers;
pub use score::percent;
pub use segment::{Segment, SegmentValue, segments};
pub use silent::silent_must_score;
use small::small;
pub use small::{FEW, one_step, small as few_returns};
pub use spread::Spread;
pub use story::{Story, StoryKind, stories, undecided};
pub use suggest::{Suggestion, below_target};
pub use tags::tagged;
pub use trend::{TrendLine, TrendPoint, TypedPoint, subject_of, subjects, trend};
pub use validity::{flagged, flags};
pub use verdict::{LEVEL, Verdict};
pub use waiting::Waiting;
pub use what_if::{Effect, Outcome, WhatIf};
pub use wording::{BREAKS_FROM, ChangedItem, Fate, Wording, wording};
