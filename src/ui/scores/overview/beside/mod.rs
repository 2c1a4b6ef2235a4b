//! What stands beside the scores: how far the questions of the chosen dimension may be added
//! up, importance against performance, and what else the returns tell. Goes through all returns,
//! so it is made apart from the drawing and comes a moment later.

mod gaps;
mod matrix;

use egui::Ui;

use super::{Look, facts};
use crate::analysis::{Consistency, Insight, insight};
use crate::chart::Matrix;
use crate::chart::words::consistency_in_words;
use crate::i18n::Language;
use crate::model::{Rules, Subject};
use crate::report::{self, Fact, GapPart};
use crate::theme::tokens;
use crate::ui::widgets::{panel, text};
use crate::ui::{Cx, Sight};

/// The contents in words and marks.
#[derive(Debug)]
pub struct BesideContents {
    of: (u64, Language),
    /// One a dimension that has something to say of its questions, by its code.
    dimensions: Vec<(String, String)>,
    /// The same of all questions.
    whole: String,
    /// Or why there is none.
    matrix: Result<Matrix, String>,
    gaps: Option<GapPart>,
    facts: Option<(String, Vec<Fact>)>,
    rules: Rules,
}

impl BesideContents {
    /// Goes through all returns; `None` while something is missing.
    pub(in crate::ui) fn of(cx: &Sight<'_>) -> Option<Self> {
        let (revision, view, language) = (cx.revision()?, cx.view?, cx.language);
        let people = (cx.data.frame(view.wave), cx.data.customers.as_slice());
        let (asked, figures) = (&revision.questionnaire, &view.figures);
        let found = insight(asked, &view.returns, people, cx.filter, figures);
        let said = |of: &Consistency| consistency_in_words(of, figures, language);
        let dimensions = figures.dimensions.iter().zip(&found.dimensions);
        let Insight { importance, .. } = &found;
        Some(Self {
            of: (cx.version, language),
            dimensions: dimensions
                .filter_map(|(dimension, of)| Some((dimension.code.clone(), said(of.as_ref()?))))
                .collect(),
            whole: found.consistency.as_ref().map_or_else(String::new, said),
            matrix: Matrix::build(importance, figures, &asked.rules, language),
            gaps: report::gaps(&found.gaps, asked, figures, language),
            facts: report::beside(&found, figures, language),
            rules: asked.rules.clone(),
        })
    }

    /// Still what the window shows.
    pub(in crate::ui) fn fits(&self, cx: &Sight<'_>) -> bool {
        self.of == (cx.version, cx.language)
    }

    /// On the questions of a subject.
    fn consistency(&self, subject: &Subject) -> &str {
        match subject {
            Subject::Index | Subject::Satisfied => &self.whole,
            Subject::Dimension(code) => {
                let found = self.dimensions.iter().find(|(known, _)| known == code);
                found.map_or("", |(_, said)| said)
            }
            Subject::Item(_) => "",
        }
    }
}

/// Draws what is ready.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, look: &mut Look) {
    // Nothing rather than what was true of another filter, or said in another language.
    let Some(made) = cx.ready.beside().filter(|made| made.fits(cx)) else {
        return;
    };
    if let Some(subject) = &look.chosen {
        let said = made.consistency(subject);
        if !said.is_empty() {
            panel::page(ui, |ui| text::weak(ui, said));
            ui.add_space(tokens().space.group_gap);
        }
    }
    match &made.matrix {
        Ok(chart) => {
            panel::rule(ui);
            matrix::show(ui, cx, chart, &mut look.matrix_table);
        }
        Err(why) if why.is_empty() => {}
        Err(why) => {
            panel::rule(ui);
            matrix::none(ui, cx, why);
        }
    }
    if let Some(part) = &made.gaps {
        panel::rule(ui);
        gaps::show(ui, cx, part, &made.rules, &mut look.gap_table);
    }
    if let Some((title, found)) = &made.facts {
        panel::rule(ui);
        panel::page_section(ui, title, |_| {});
        panel::page(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            facts::show(ui, found, &made.rules);
        });
        ui.add_space(tokens().space.section_gap);
    }
}
