//! What was found in a file of customers or a definition workbook: the edit it comes to is made
//! like any other, and what was left aside is said.

use egui::Context;

use super::notice::Notice;
use super::window::Window;
use super::worker::Found;
use crate::intake::definition::Warning;
use crate::jobs::{at, customer_fault, warning};
use crate::model::Step;
use crate::tr;
use crate::ui::Action;

/// Lines of a notice; more are only counted.
const LINES: usize = 10;

impl Window {
    /// A file was read.
    pub(super) fn prepared(&mut self, context: &Context, step: Option<Step>, found: &Found) {
        let language = self.language();
        let changed = step.is_some();
        if let Some(step) = step {
            self.apply(context, step, None);
        }
        match found {
            Found::Customers {
                added,
                changed: updated,
                problems,
            } => {
                let (added, updated) = (*added, *updated);
                let words = if changed {
                    tr!(language, "said-customers", added = added, changed = updated)
                } else {
                    tr!(language, "said-customers-same")
                };
                self.say(context, words, changed.then_some(Action::Undo));
                let lines = problems.iter().map(|problem| {
                    let words = customer_fault(&problem.fault, language);
                    at(&problem.place, &words, language)
                });
                self.remark(lines.collect());
                self.resume();
            }
            Found::Revision { warnings, assumed } => {
                self.left_aside(warnings);
                self.tell_assumed(assumed);
            }
        }
    }

    /// What was assumed of an export.
    pub(super) fn tell_assumed(&mut self, assumed: &[String]) {
        if !assumed.is_empty() {
            let title = tr!(self.language(), "new-assumed");
            let words = assumed.join("\n");
            self.notices.push_back(Notice::Failed { title, words });
        }
    }

    /// What of a definition workbook was left aside.
    pub(super) fn left_aside(&mut self, warnings: &[Warning]) {
        let language = self.language();
        let lines = warnings.iter().map(|found| warning(found, language));
        self.remark(lines.collect());
    }

    fn remark(&mut self, mut lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        let language = self.language();
        let count = lines.len();
        let more = count.saturating_sub(LINES);
        lines.truncate(LINES);
        if more > 0 {
            lines.push(tr!(language, "remark-more", count = more));
        }
        self.notices.push_back(Notice::Failed {
            title: tr!(language, "remark-title", count = count),
            words: lines.join("\n"),
        });
    }
}
