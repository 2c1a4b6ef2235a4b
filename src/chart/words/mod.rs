//! What charts and reports say in words, made once for screen and paper.
//!
//! Takes figures and gives sentences in a language. Says only what the figures say: a plain
//! difference is called a difference, never a proof.

mod answers;
mod change;
mod comment;
mod consistency;
mod contrary;
mod difference;
mod finding;
mod frame;
mod gap;
mod group;
mod limit;
mod notes;
mod plan;
mod process;
mod rules;
mod segment;
mod since;
mod subject;
#[cfg(test)]
pub(in crate::chart) mod tests;
mod title;
mod what_if;

pub use answers::answers_title;
pub use change::{changed, shows_from, story, verdict_word};
pub use comment::{beside_word, class_word, sentiment_word};
pub use consistency::{consistency_in_short, consistency_in_words};
pub use contrary::contrary_in_words;
pub use difference::{moved, told};
pub use finding::{Said, Tone, said};
pub use frame::frame;
pub use gap::{gap_interval, gap_title, gap_verdict, gap_wanted, gap_written};
pub use group::{few_returns, group_apart, group_below, group_test, hidden_groups};
pub use limit::limit;
pub use plan::plan_in_words;
pub use process::{process_in_words, process_value};
pub use rules::{rules_in_short, rules_in_words};
pub use segment::{filter_in_words, key_name, segment_name, segment_word, value_name};
pub use since::{
    change_interval, changes_counted, changes_judged, difference_written, same_customers,
    since_when,
};
pub use subject::{
    Named, line_name, point_marked, point_range, point_value, score_written, subject_name,
    target_value, typed_value, valued,
};
pub use title::{index_verdict, sentence, told_of, trend_title};
pub use what_if::{effect_in_words, rules_apart};

pub use notes::too_few;
pub(super) use notes::{break_label, trend_notes};
