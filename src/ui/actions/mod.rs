//! Corrective actions: what is overdue first, then where each stands, and beside it the one
//! chosen with its evidence, cause, measure and every step so far.
//!
//! Suggests nothing: an action is raised here by hand, or from a number in the scores.

mod advance;
mod board;
mod card;
mod detail;
mod evidence;
mod head;
mod life_cycle;
mod list;
mod raise;

use egui::{ScrollArea, Ui};

use self::advance::Advance;
use self::raise::Raise;
use super::form::Form;
use super::widgets::{Button, empty, icons, panel};
use super::{Action, Cx, Page, Place};
use crate::model::{ActionId, CorrectiveAction};
use crate::tr;

/// Width of the chosen action at the right, at first.
const BESIDE: f32 = 470.0;

/// How the open actions are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    Board,
    List,
}

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct ActionsTab {
    chosen: Option<ActionId>,
    shape: Shape,
    /// Only this department; `None`: all.
    department: Option<String>,
    show_closed: bool,
    typed: Form,
    raise: Option<Raise>,
    advance: Option<Advance>,
}

impl Page for ActionsTab {
    fn go(&mut self, place: &Place, _cx: &Cx<'_>) {
        if let Place::Action(id) = place {
            self.chosen = Some(*id);
        }
    }

    fn leave(&mut self, cx: &Cx<'_>) {
        self.typed.leave(cx);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let all = of_survey(cx);
        if all.is_empty() {
            self.nothing(ui, cx);
        } else {
            let chosen = all.iter().find(|action| Some(action.id) == self.chosen);
            match chosen {
                Some(action) => {
                    panel::before_right(ui, "action", BESIDE, |ui| {
                        panel::work(ui, |ui| self.work(ui, cx, &all));
                    });
                    panel::right(ui, cx.language, "action", BESIDE, |ui| {
                        self.detail(ui, cx, action);
                    });
                }
                None => panel::work(ui, |ui| self.work(ui, cx, &all)),
            }
        }
        self.dialogs(ui, cx);
        self.typed.keep(cx);
    }
}

impl ActionsTab {
    fn nothing(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        panel::work(ui, |ui| {
            let title = tr!(cx.language, "actions-empty");
            let next = tr!(cx.language, "actions-empty-next");
            empty(ui, icons::ICON_TASK_ALT, &title, &next, |ui| {
                let scores = tr!(cx.language, "actions-to-scores");
                if ui.add(Button::primary(scores)).clicked() {
                    cx.ask(Action::Go(Place::Tab(super::Tab::Scores)));
                }
                let raise = Button::secondary(tr!(cx.language, "actions-raise"));
                if cx.writable && cx.survey.is_some() && ui.add(raise).clicked() {
                    self.raise = Some(Raise::default());
                }
            });
        });
    }

    fn work(&mut self, ui: &mut Ui, cx: &Cx<'_>, all: &[&CorrectiveAction]) {
        self.head(ui, cx, all);
        let here = |action: &&&CorrectiveAction| match &self.department {
            Some(department) => action.department == *department,
            None => true,
        };
        let shown: Vec<_> = all.iter().filter(here).copied().collect();
        let (closed, mut open): (Vec<_>, Vec<_>) =
            shown.into_iter().partition(|action| action.closed());
        open.sort_by_key(|action| {
            let overdue = action.overdue(cx.today).unwrap_or(0);
            (
                std::cmp::Reverse(overdue),
                action.due,
                action.number.clone(),
            )
        });
        match self.shape {
            Shape::Board => {
                self.closed(ui, cx, &closed);
                ScrollArea::vertical()
                    .id_salt("board")
                    .auto_shrink([false, false])
                    .show(ui, |ui| self.board(ui, cx, &open));
            }
            Shape::List => {
                open.extend(closed);
                self.list(ui, cx, &open);
            }
        }
    }

    fn dialogs(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        raise::ask(&mut self.raise, ui, cx, &mut self.chosen);
        advance::ask(&mut self.advance, ui, cx);
    }
}

/// The actions of the survey shown, by number.
fn of_survey<'a>(cx: &Cx<'a>) -> Vec<&'a CorrectiveAction> {
    let survey = cx.survey.map(|survey| survey.id);
    let actions = cx.data.actions.iter();
    actions
        .filter(|action| Some(action.survey) == survey)
        .collect()
}
