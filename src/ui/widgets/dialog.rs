//! Dialogs: they ask one thing and name the verb on the button. Enter does it, Escape leaves.

use std::borrow::Cow;

use egui::{Align, Context, Frame, Id, Key, Layout, Modal, Modifiers, Stroke, Ui};

use super::button::Button;
use super::{focus, text};
use crate::edit::Refusal;
use crate::i18n::{Language, refusal};
use crate::theme::{Palette, tokens};
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

/// How a dialog ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Done,
    Cancelled,
}

/// One question.
#[must_use = "call show"]
pub struct Dialog<'a> {
    id: &'static str,
    title: &'a str,
    verb: &'a str,
    cancel: &'a str,
    other: Option<(&'a str, &'a mut bool)>,
    ready: bool,
    reason: Cow<'a, str>,
    width: f32,
    enter: bool,
}

impl<'a> Dialog<'a> {
    /// `verb` stands on the button that does it, `cancel` on the one beside.
    pub fn new(id: &'static str, title: &'a str, verb: &'a str, cancel: &'a str) -> Self {
        Self {
            id,
            title,
            verb,
            cancel,
            other: None,
            ready: true,
            reason: Cow::Borrowed(""),
            width: tokens().width.dialog,
            enter: true,
        }
    }

    /// Whether it can be done now; if not, `reason` stands beside the button.
    pub fn ready(mut self, ready: bool, reason: &'a str) -> Self {
        self.ready = ready;
        self.reason = Cow::Borrowed(reason);
        self
    }

    /// It can be done now unless there is a reason why not, which stands beside the button.
    pub fn unless<T>(mut self, checked: Result<T, Refusal>, language: Language) -> Self {
        if let Err(refusal) = checked {
            self.ready = false;
            self.reason = Cow::Owned(refusal::words(language, &refusal));
        }
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
            text::say(ui, Face::Heading, colors.text, self.title);
            ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
            content(ui);
            ui.add_space(tokens().space.group_gap);
            self.buttons(ui)
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
        if self.enter && self.ready && pressed(Key::Enter) {
            return Some(Answer::Done);
        }
        None
    }

    fn buttons(&mut self, ui: &mut Ui) -> Option<Answer> {
        let mut answer = None;
        ui.allocate_ui_with_layout(
            egui::vec2(ui.available_width(), tokens().height.control),
            Layout::right_to_left(Align::Center),
            |ui| {
                let verb = Button::primary(self.verb);
                if ui.add_enabled(self.ready, verb).clicked() {
                    answer = Some(Answer::Done);
                }
                if let Some((words, pressed)) = &mut self.other
                    && ui.add(Button::secondary(*words)).clicked()
                {
                    **pressed = true;
                }
                // A dialog that only tells something has nothing to cancel.
                if !self.cancel.is_empty() && ui.add(Button::secondary(self.cancel)).clicked() {
                    answer = Some(Answer::Cancelled);
                }
                if !self.ready {
                    text::weak(ui, &*self.reason);
                }
            },
        );
        answer
    }
}
