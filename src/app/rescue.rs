//! What can be got out of a damaged workspace: where it goes, and what came of it.

use std::path::{Path, PathBuf};

use egui::{Context, ScrollArea};

use super::ended::Ended;
use crate::i18n::Language;
use crate::jobs::loss;
use crate::jobs::salvage::Salvaged;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Action;
use crate::ui::action::WorkspaceAction;
use crate::ui::widgets::{Dialog, dialog, text};

/// Losses named one by one; the command line has all of them.
const NAMED: usize = 500;

/// Height of their list.
const LIST: f32 = 220.0;

/// A workspace that holds what could be read of a damaged one.
#[derive(Clone, Debug)]
pub(super) struct Rescue {
    new: PathBuf,
    /// What is in it, and what is not.
    words: String,
    /// What was lost, one line each.
    lost: Vec<String>,
}

impl Rescue {
    pub(super) fn new(new: &Path, salvaged: &Salvaged, language: Language) -> Self {
        let rows = |wanted: &str| {
            let kept = salvaged.kept.iter().find(|(table, _)| *table == wanted);
            kept.map_or(0, |(_, rows)| *rows).to_string()
        };
        let file = new.file_name().unwrap_or_default().to_string_lossy();
        let mut words = tr!(
            language,
            "salvage-said",
            file = file.into_owned(),
            customers = rows("customer"),
            waves = rows("wave"),
            returns = rows("returns"),
            actions = rows("action")
        );
        for file in &salvaged.repeatable {
            let again = tr!(language, "salvage-repeat", file = file.as_str());
            words += &format!("\n{again}");
        }
        let lost = match salvaged.lost.len() {
            0 => tr!(language, "cli-salvage-nothing-lost"),
            count => tr!(language, "cli-salvage-lost", count = count),
        };
        Self {
            new: new.to_owned(),
            words: format!("{words}\n{lost}"),
            lost: salvaged
                .lost
                .iter()
                .take(NAMED)
                .map(|lost| loss(lost, language))
                .collect(),
        }
    }

    /// Draws it.
    pub(super) fn show(&self, context: &Context, language: Language) -> Option<Ended> {
        let (title, verb) = (
            tr!(language, "salvage-title"),
            tr!(language, "salvage-open"),
        );
        let answer = Dialog::new("salvaged", language, title, verb)
            .closes()
            .width(tokens().width.dialog + 160.0)
            .show(context, |ui| {
                text::body(ui, &self.words);
                ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
                    for lost in &self.lost {
                        text::weak(ui, lost);
                    }
                });
            })?;
        Some(match answer {
            dialog::Answer::Done => {
                let open = WorkspaceAction::OpenPath(self.new.clone());
                Ended::Wish(Action::Workspace(open))
            }
            dialog::Answer::Cancelled => Ended::Closed,
        })
    }
}
