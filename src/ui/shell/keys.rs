//! Keys that work everywhere.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::super::action::WorkspaceAction;
use crate::ui::widgets::digits::from_one;
use crate::ui::widgets::focus;
use crate::ui::{Action, Cx, Outbox, Place, Tab};

const CTRL: Modifiers = Modifiers::COMMAND;

/// Asks for what the key pressed this frame stands for. Without a workspace only those for
/// opening one.
pub fn keys(context: &Context, outbox: &Outbox, cx: Option<&Cx<'_>>) {
    outbox.ask(meaning(context, cx));
}

fn meaning(context: &Context, cx: Option<&Cx<'_>>) -> Option<Action> {
    // A dialog wants its answer first.
    if context.memory(|memory| memory.top_modal_layer().is_some()) {
        return None;
    }
    let pressed = |modifiers, key| {
        context.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
    };
    if pressed(CTRL, Key::N) {
        return Some(Action::Workspace(WorkspaceAction::New));
    }
    if pressed(CTRL, Key::O) {
        return Some(Action::Workspace(WorkspaceAction::Open));
    }
    if pressed(Modifiers::NONE, Key::F1) {
        return Some(Action::Help);
    }
    let cx = cx?;
    if pressed(CTRL, Key::K) {
        return Some(Action::Search);
    }
    for (key, tab) in from_one().zip(Tab::ALL) {
        if pressed(CTRL, key) {
            return Some(Action::Go(Place::Tab(tab)));
        }
    }
    if pressed(Modifiers::ALT, Key::ArrowLeft) {
        return Some(Action::Back);
    }
    // A field takes back what is typed in it; where nothing is, they belong to the workspace.
    if !focus::typing(context) {
        if pressed(CTRL.plus(Modifiers::SHIFT), Key::Z) || pressed(CTRL, Key::Y) {
            return cx.can_redo.then_some(Action::Redo);
        }
        if pressed(CTRL, Key::Z) {
            return cx.can_undo.then_some(Action::Undo);
        }
    }
    step(
        cx,
        pressed(CTRL, Key::OpenBracket),
        pressed(CTRL, Key::CloseBracket),
    )
}

/// To the wave before or after.
fn step(cx: &Cx<'_>, back: bool, on: bool) -> Option<Action> {
    let (survey, wave) = (cx.survey?, cx.wave?);
    let mut waves = cx.data.waves_of(survey.id);
    let to = if back {
        waves.take_while(|other| other.id != wave.id).last()
    } else if on {
        waves.find(|other| other.id == wave.id)?;
        waves.next()
    } else {
        None
    };
    to.map(|wave| Action::Wave(wave.id))
}
