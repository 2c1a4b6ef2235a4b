//! The question which end of the scales of an export is the best, where its answers do not say it.

use std::path::PathBuf;

use egui::{Context, Ui};

use crate::i18n::Language;
use crate::model::BestEnd;
use crate::tr;
use crate::ui::widgets::dialog::Reason;
use crate::ui::widgets::{Dialog, Segment, text};

/// Titles named as examples.
const SHOWN: usize = 3;

/// The question for a file, and what was said.
#[derive(Clone, Debug)]
pub struct BestDialog {
    path: PathBuf,
    titles: Vec<String>,
    best: Option<BestEnd>,
}

impl BestDialog {
    /// About the scales under these titles of a file.
    pub fn new(path: PathBuf, titles: Vec<String>) -> Self {
        Self {
            path,
            titles,
            best: None,
        }
    }

    /// Asks while it is open; the file with what was said once that is done.
    pub fn ask(
        open: &mut Option<Self>,
        context: &Context,
        language: Language,
    ) -> Option<(PathBuf, BestEnd)> {
        let (title, verb) = (tr!(language, "best-title"), tr!(language, "best-verb"));
        Dialog::new("best end", language, title, verb).run(
            context,
            open,
            |ui, draft| best_end(ui, language, &draft.titles, &mut draft.best),
            |draft| {
                let needed = || Reason::from(tr!(language, "new-needs-best"));
                Ok((draft.path.clone(), draft.best.ok_or_else(needed)?))
            },
        )
    }
}

/// Asks which option under some titles is the best.
pub fn best_end(ui: &mut Ui, language: Language, titles: &[String], best: &mut Option<BestEnd>) {
    let width = ui.available_width();
    let mut named: Vec<&str> = titles.iter().take(SHOWN).map(String::as_str).collect();
    if titles.len() > SHOWN {
        named.push("…");
    }
    let titles = named.join(&tr!(language, "list-comma"));
    let (last, first) = (
        tr!(language, "new-best-last"),
        tr!(language, "new-best-first"),
    );
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        text::table(ui, tr!(language, "new-best", titles = titles));
        let choices = [
            (Some(BestEnd::Last), &*last),
            (Some(BestEnd::First), &*first),
        ];
        if let Some(said) = Segment::new(*best, &choices).width(width).show(ui) {
            *best = said;
        }
    });
}
