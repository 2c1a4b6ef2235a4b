//! Dialogs: they ask one thing and name the verb on the button. Enter does it, Escape leaves.

use std::borrow::Cow;

use egui::{Align, Context, Frame, Id, Key, Layout, Modal, Modifiers, Stroke, Ui};

use super::button::Button;
use super::{focus, panel, text};
use crate::edit::Refusal;
use crate::i18n::{Language, refusal};
use crate::theme::{Palette, tokens};
use crate::tr;
use crate::ui::style::{Face, margin, palette_of, radius, shadow};

/// The frame of what stands over everything, and the veil it lays over the rest.
pub fn look(context: &Context) -> (Frame, egui::Color32) {
    let dark = context.theme() == egui::Theme::Dark;
    let colors = palette_of(dark);
    let frame = Frame::NONE
        .fill(colors.raised.into())
        .stroke(Stroke::new(tokens().stroke.hairline, colors.line))
        .corner_radius(radius(tokens().radius.dialog))
        .shadow(shadow(colors))
        .inner_margin(margin(tokens().space.page_margin, 20.0));
    // The shadow's colour darkens in both appearances; the dark one needs more of it.
    let thickness = if dark { 0.55 } else { 0.3 };
    let veil = egui::Color32::from(colors.shadow.color)
        .to_opaque()
        .gamma_multiply(thickness);
    (frame, veil)
}

/// Why something cannot be done yet.
#[derive(Clone, Debug)]
pub enum Reason {
    /// It would be refused.
    Refused(Refusal),
    /// In words.
    Said(String),
}

impl From<Refusal> for Reason {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<String> for Reason {
    fn from(words: String) -> Self {
        Self::Said(words)
    }
}

/// How a dialog ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Done,
    Cancelled,
}

/// One question.
#[must_use = "call show, run or says"]
pub struct Dialog<'a> {
    id: &'static str,
    language: Language,
    title: Cow<'a, str>,
    verb: Cow<'a, str>,
    /// Empty where there is nothing to leave undone.
    cancel: String,
    other: Option<(&'a str, &'a mut bool)>,
    /// Why it cannot be done now.
    reason: Option<String>,
    width: f32,
    enter: bool,
}

impl<'a> Dialog<'a> {
    /// `verb` stands on the button that does it, beside one that leaves it undone.
    pub fn new(
        id: &'static str,
        language: Language,
        title: impl Into<Cow<'a, str>>,
        verb: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self {
            id,
            language,
            title: title.into(),
            verb: verb.into(),
            cancel: tr!(language, "cancel"),
            other: None,
            reason: None,
            width: tokens().width.dialog,
            enter: true,
        }
    }

    /// Leaving it undoes nothing: it is closed rather than cancelled.
    pub fn closes(mut self) -> Self {
        self.cancel = tr!(self.language, "close");
        self
    }

    /// It only tells something: there is nothing to leave undone.
    pub fn tells(mut self) -> Self {
        self.cancel.clear();
        self
    }

    /// It can be done now unless there is a reason why not, which stands beside the button.
    pub fn unless<T>(mut self, wanted: Result<T, impl Into<Reason>>) -> Self {
        self.reason = wanted.err().map(|reason| match reason.into() {
            Reason::Refused(refusal) => refusal::words(self.language, &refusal),
            Reason::Said(words) => words,
        });
        self
    }

    /// Another way out beside the verb; `pressed` says that it was taken.
    pub fn other(mut self, words: &'a str, pressed: &'a mut bool) -> Self {
        self.other = Some((words, pressed));
        self
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Enter belongs to a field of several lines.
    pub fn without_enter(mut self) -> Self {
        self.enter = false;
        self
    }

    /// Asks over everything while there is a draft. `fields` change it, `wanted` says what it
    /// asks for or why that cannot be had yet. Gives that when it is to be done; the draft is
    /// gone then, and when the dialog was left.
    pub fn run<D, T>(
        self,
        context: &Context,
        draft: &mut Option<D>,
        fields: impl FnOnce(&mut Ui, &mut D),
        wanted: impl Fn(&D) -> Result<T, Reason>,
    ) -> Option<T> {
        let open = draft.as_mut()?;
        let dialog = self.unless(wanted(open));
        let answer = dialog.show(context, |ui| fields(ui, open))?;
        let done = match answer {
            // Asked again: it may have changed with the key that ends it.
            Answer::Done => Some(wanted(open).ok()?),
            Answer::Cancelled => None,
        };
        *draft = None;
        done
    }

    /// Asks in words alone; true when it is to be done, false when it was left.
    pub fn says(self, context: &Context, words: &str) -> Option<bool> {
        let answer = self.show(context, |ui| {
            text::body(ui, words);
        })?;
        Some(answer == Answer::Done)
    }

    /// Draws it over everything; `Some` when it ended.
    pub fn show(mut self, context: &Context, content: impl FnOnce(&mut Ui)) -> Option<Answer> {
        let colors = palette_of(context.theme() == egui::Theme::Dark);
        let id = Id::unique(self.id);
        let opened = focus::lend(context, id);
        if opened {
            focus::expect_first(context);
        }
        let ended = self.ask(context, colors, content);
        if opened {
            focus::give_to_first(context);
        }
        if ended.is_some() {
            focus::give_back(context, id);
        }
        ended
    }

    fn ask(
        &mut self,
        context: &Context,
        colors: &Palette,
        content: impl FnOnce(&mut Ui),
    ) -> Option<Answer> {
        let (frame, veil) = look(context);
        let modal = Modal::new(Id::unique(self.id))
            .frame(frame)
            .backdrop_color(veil);
        let shown = modal.show(context, |ui| {
            ui.set_width(self.width);
            text::say(ui, Face::Heading, colors.text, &*self.title);
            ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
            content(ui);
            ui.add_space(tokens().space.group_gap);
            let buttons = self.buttons(ui);
            ui.add_space(tokens().space.control_gap);
            buttons
        });
        if shown.inner.is_some() {
            return shown.inner;
        }
        if !shown.is_top_modal || shown.any_popup_open {
            return None;
        }
        let pressed = |key| context.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            return Some(Answer::Cancelled);
        }
        if self.enter && self.reason.is_none() && pressed(Key::Enter) {
            return Some(Answer::Done);
        }
        None
    }

    /// From left to right, as the Tab key passes them.
    fn buttons(&mut self, ui: &mut Ui) -> Option<Answer> {
        let mut answer = None;
        let size = egui::vec2(ui.available_width(), tokens().height.control);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            panel::at_right(ui, "buttons", |ui| {
                if let Some(reason) = &self.reason {
                    text::weak(ui, reason);
                }
                if !self.cancel.is_empty() && ui.add(Button::secondary(&*self.cancel)).clicked() {
                    answer = Some(Answer::Cancelled);
                }
                if let Some((words, pressed)) = &mut self.other
                    && ui.add(Button::secondary(*words)).clicked()
                {
                    **pressed = true;
                }
                let verb = Button::primary(&*self.verb);
                if ui.add_enabled(self.reason.is_none(), verb).clicked() {
                    answer = Some(Answer::Done);
                }
            });
        });
        answer
    }
}
