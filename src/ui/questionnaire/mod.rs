//! The questionnaire as a controlled document: its revisions and signatures, the tree of what
//! is measured, one item or dimension to edit, the rules, and the form as the customer sees it.

mod dimension;
mod foot;
mod head;
mod item;
mod lock;
mod options;
mod preview;
mod relation;
mod rules;
mod scale;
mod sheet;
mod sign;
mod tree;
mod view;
mod what_if;

use std::collections::BTreeSet;

use egui::{ScrollArea, Ui};

use self::view::View;
pub use self::what_if::{RulesContents, RulesQuery};
use super::form::Form;
use super::preview::Zoom;
use super::{Action, Cx, Page, Pick, Place, Wanted};
use crate::edit::{QuestionnaireField as Field, Typed};
use crate::model::{LineageId, Revision, RevisionId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::margin;
use crate::ui::widgets::{Button, empty, icons, panel};

/// What of the questionnaire is being looked at.
#[derive(Clone, Debug, Default, PartialEq)]
enum Selected {
    Item(LineageId),
    /// By code.
    Dimension(String),
    /// Title, document number, dates.
    #[default]
    Form,
    Rules,
    /// What looks wrong.
    Checks,
}

impl Selected {
    /// There is such a thing in the revision.
    fn stands_in(&self, revision: &Revision) -> bool {
        let all = &revision.questionnaire;
        match self {
            Self::Item(lineage) => all.item_of(*lineage).is_some(),
            Self::Dimension(code) => all.dimension(code).is_some(),
            Self::Form | Self::Rules | Self::Checks => true,
        }
    }
}

/// The tab and what it remembers.
#[derive(Debug)]
pub struct QuestionnaireTab {
    /// The shown revision; `None`: that of the wave, or the newest.
    revision: Option<RevisionId>,
    selected: Selected,
    /// The row the user came to by key, so that it gets the keyboard.
    focus: bool,
    /// Dimensions whose rows are hidden, by code.
    closed: BTreeSet<String>,
    typed: Form,
    signing: Option<sign::Signing>,
    /// Something was chosen; before that the first item is shown.
    arrived: bool,
    /// The item the pages of the form were last moved to.
    followed: Option<LineageId>,
    /// Of those pages.
    zoom: Zoom,
    /// What the rules make of the wave.
    beside: what_if::Beside,
}

impl Default for QuestionnaireTab {
    fn default() -> Self {
        Self {
            revision: None,
            selected: Selected::default(),
            focus: false,
            // What is not scored is not what one comes for.
            closed: BTreeSet::from([tree::OUTSIDE.to_owned()]),
            typed: Form::default(),
            signing: None,
            arrived: false,
            followed: None,
            zoom: Zoom::default(),
            beside: what_if::Beside::default(),
        }
    }
}

impl Page for QuestionnaireTab {
    fn go(&mut self, place: &Place, cx: &Cx<'_>) {
        let selected = match place {
            Place::Question(lineage) => Selected::Item(*lineage),
            Place::Dimension(code) => Selected::Dimension(code.clone()),
            _ => return,
        };
        let holds = |revision: &&Revision| selected.stands_in(revision);
        let survey = cx.survey.map(|survey| survey.id);
        let newest = survey.and_then(|survey| cx.data.revisions_of(survey).rfind(holds));
        self.revision = newest.map(|revision| revision.id);
        self.selected = selected;
        self.arrived = true;
    }

    fn leave(&mut self, cx: &Cx<'_>) {
        for (typed, text) in self.typed.leave(cx) {
            self.follow(&typed, &text);
        }
    }

    fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        self.beside.wants(cx)
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some(revision) = self.shown(cx) else {
            return no_revision(ui, cx);
        };
        let view = View {
            cx,
            revision,
            before: revision.parent.and_then(|parent| cx.data.revision(parent)),
            editable: cx.writable && revision.editable(),
        };
        self.choose_first(&view);
        self.head(ui, &view);
        self.tree_panel(ui, &view);
        let width = preview::width(ui);
        panel::before_right(ui, preview::PANEL, width, |ui| self.editor(ui, &view));
        match self.selected {
            Selected::Rules => self.what_if(ui, &view),
            _ => {
                self.beside.rest();
                self.preview(ui, &view);
            }
        }
        self.sign_dialog(ui.ctx(), &view);
        // After what was pressed, which was made from what stood there before.
        if let Some((typed, text)) = self.typed.keep(cx) {
            self.follow(&typed, &text);
        }
    }
}

impl QuestionnaireTab {
    /// The revision to show: the chosen one while it exists.
    fn shown<'a>(&mut self, cx: &Cx<'a>) -> Option<&'a Revision> {
        let survey = cx.survey.map(|survey| survey.id);
        let chosen = self
            .revision
            .and_then(|id| cx.data.revision(id))
            .filter(|revision| Some(revision.survey) == survey);
        if chosen.is_none() {
            self.revision = None;
        }
        chosen.or_else(|| cx.revision())
    }

    /// An item that is gone leaves the form's own page; at first the first item is shown.
    fn choose_first(&mut self, view: &View<'_>) {
        let all = &view.revision.questionnaire;
        let gone = match &self.selected {
            Selected::Form => !std::mem::replace(&mut self.arrived, true),
            selected => !selected.stands_in(view.revision),
        };
        if gone {
            let first = tree::items(all, &self.closed).first().copied();
            self.selected = first.map_or(Selected::Form, Selected::Item);
        }
    }

    /// What goes by a code that was typed is looked at under the new one.
    fn follow(&mut self, typed: &Typed, text: &str) {
        if let Typed::Questionnaire(_, Field::DimensionCode(code)) = typed
            && let Selected::Dimension(shown) = &mut self.selected
            && shown == code
        {
            text.trim().clone_into(shown);
        }
    }

    /// The middle: whatever is chosen.
    fn editor(&mut self, ui: &mut Ui, view: &View<'_>) {
        panel::work(ui, |ui| {
            let area = ScrollArea::vertical()
                .id_salt(("editor", view.revision.id.0))
                .auto_shrink([false, false]);
            area.show(ui, |ui| {
                let inset = margin(tokens().space.page_margin, 8.0);
                let frame = egui::Frame::NONE.inner_margin(inset);
                frame.show(ui, |ui| self.chosen(ui, view));
            });
        });
    }

    fn chosen(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
        match self.selected.clone() {
            Selected::Item(lineage) => self.item(ui, view, lineage),
            Selected::Dimension(code) => self.dimension(ui, view, &code),
            Selected::Form => self.form(ui, view),
            Selected::Rules => self.rules(ui, view),
            Selected::Checks => self.check_list(ui, view),
        }
    }
}

fn no_revision(ui: &mut Ui, cx: &Cx<'_>) {
    panel::work(ui, |ui| {
        let title = tr!(cx.language, "questionnaire-empty");
        let next = tr!(cx.language, "questionnaire-empty-next");
        empty(ui, icons::ICON_ASSIGNMENT, &title, &next, |ui| {
            let words = tr!(cx.language, "questionnaire-import");
            let button = Button::primary(words);
            if ui.add_enabled(cx.writable, button).clicked() {
                cx.ask(Action::Pick(Pick::Definition));
            }
        });
    });
}
