//! Corrective actions: what is overdue first, then where each stands, and beside it the one
//! chosen with its evidence, cause, measure and every step so far.
//!
//! Suggests nothing: an action is raised here by hand, or from a number in the scores.

mod advance;
mod board;
mod card;
mod closed;
mod detail;
mod evidence;
mod head;
mod life_cycle;
mod list;
mod raise;

use egui::{ScrollArea, Ui};

use self::advance::Advance;
use self::raise::Raise;
use super::widgets::{Button, Drafts, empty, icons, panel};
use super::{Action, Cx, Place};
use crate::edit::{ActionField, Intent};
use crate::model::{ActionId, CorrectiveAction};
use crate::tr;

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
    drafts: Drafts<(ActionId, ActionField)>,
    raise: Option<Raise>,
    advance: Option<Advance>,
}

impl ActionsTab {
    /// Leads to a place of this tab.
    pub fn go(&mut self, place: &Place, _cx: &Cx<'_>) {
        if let Place::Action(id) = place {
            self.chosen = Some(*id);
        }
    }

    /// What is typed and not kept yet, because the tab is being left.
    pub fn leave(&mut self, cx: &Cx<'_>) -> Vec<Action> {
        let typed = self.drafts.flush().into_iter();
        let typed = typed.filter(|_| cx.writable);
        typed.map(|(key, text)| kept(key, text)).collect()
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        let all = of_survey(cx);
        let wish = if all.is_empty() {
            self.nothing(ui, cx)
        } else {
            let beside = self.beside(ui, cx, &all);
            let work = panel::work(ui, |ui| self.work(ui, cx, &all));
            beside.or(work)
        };
        let asked = self.dialogs(ui, cx);
        wish.or(asked).or_else(|| {
            let (key, text) = self.drafts.take()?;
            cx.writable.then(|| kept(key, text))
        })
    }

    fn nothing(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        let mut wish = None;
        panel::work(ui, |ui| {
            let title = tr!(cx.language, "actions-empty");
            let next = tr!(cx.language, "actions-empty-next");
            empty(ui, icons::ICON_TASK_ALT, &title, &next, |ui| {
                let scores = tr!(cx.language, "actions-to-scores");
                if ui.add(Button::primary(scores)).clicked() {
                    wish = Some(Action::Go(Place::Tab(super::Tab::Scores)));
                }
                let raise = Button::secondary(tr!(cx.language, "actions-raise"));
                if cx.writable && cx.survey.is_some() && ui.add(raise).clicked() {
                    self.raise = Some(Raise::default());
                }
            });
        });
        wish
    }

    /// The chosen action at the right.
    fn beside(&mut self, ui: &mut Ui, cx: &Cx<'_>, all: &[&CorrectiveAction]) -> Option<Action> {
        let action = all.iter().find(|action| Some(action.id) == self.chosen)?;
        panel::right(ui, "action", 470.0, |ui| self.detail(ui, cx, action)).inner
    }

    fn work(&mut self, ui: &mut Ui, cx: &Cx<'_>, all: &[&CorrectiveAction]) -> Option<Action> {
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
        None
    }

    fn dialogs(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        if let Some((id, wish)) = raise::ask(&mut self.raise, ui, cx) {
            self.chosen = Some(id);
            return Some(wish);
        }
        advance::ask(&mut self.advance, ui, cx)
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

fn kept((id, field): (ActionId, ActionField), text: String) -> Action {
    Action::Do(Intent::SetAction(id, field, text))
}
