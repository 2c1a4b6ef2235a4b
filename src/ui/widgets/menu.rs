//! Menus and choices: a list under a button, with icons at the left and keys at the right.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{Align2, Popup, PopupCloseBehavior, Response, ScrollArea, Sense, Ui, Widget, vec2};

use super::icon::Icon;
use super::run::Run;
use super::{Hotspot, text};
use crate::theme::tokens;
use crate::ui::style::{Face, palette};

/// Opens under `button` when it is clicked. Closes on a click, Escape closes it too.
pub fn menu<R>(button: &Response, content: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    sized(button, tokens().width.menu, content)
}

/// The same, at least `width` wide.
pub fn sized<R>(button: &Response, width: f32, content: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    opened(button, width, PopupCloseBehavior::CloseOnClick, content)
}

/// A list of which several can be chosen: it stays open until something else is pressed.
pub fn choices<R>(button: &Response, width: f32, content: impl FnOnce(&mut Ui) -> R) -> Option<R> {
    opened(
        button,
        width,
        PopupCloseBehavior::CloseOnClickOutside,
        content,
    )
}

fn opened<R>(
    button: &Response,
    width: f32,
    close: PopupCloseBehavior,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    Popup::menu(button)
        .width(width)
        .gap(4.0)
        .close_behavior(close)
        .show(|ui| {
            ui.set_min_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical()
                .max_height(360.0)
                .show(ui, content)
                .inner
        })
        .map(|shown| shown.inner)
}

/// One line of a menu.
#[must_use = "a menu item has to be added to the Ui"]
pub struct MenuItem<'a> {
    words: Cow<'a, str>,
    icon: Option<Icon>,
    key: Option<&'a str>,
    chosen: bool,
}

impl<'a> MenuItem<'a> {
    pub fn new(words: impl Into<Cow<'a, str>>) -> Self {
        Self {
            words: words.into(),
            icon: None,
            key: None,
            chosen: false,
        }
    }

    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The key that does the same, weak at the right.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// What is chosen now.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }
}

const PADDING: f32 = 10.0;
const GAP: f32 = 10.0;

impl Widget for MenuItem<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let colors = palette(ui);
        let enabled = ui.is_enabled();
        let (face, ink) = match (enabled, self.chosen) {
            (false, _) => (Face::Table, colors.text_disabled),
            (true, true) => (Face::TableBold, colors.accent),
            (true, false) => (Face::Table, colors.text),
        };
        let run = Run::default()
            .before(self.icon, tokens().icon.control, GAP)
            .words(ui, face, &self.words);
        let key = self.key.unwrap_or_default();
        let after = match key {
            "" => 0.0,
            key => text::width(ui, Face::Small, key) + 2.0 * GAP,
        };
        let natural = 2.0 * PADDING + run.width() + after;
        let width = natural.max(ui.available_width());
        let size = vec2(width, tokens().height.list_row);
        let (rect, response) = Hotspot::row(Role::MenuItem, &*self.words, self.chosen)
            .corner(tokens().radius.checkbox)
            .tinted_focus()
            .take(ui, size);
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        run.paint(ui, inner.left_center(), ink);
        let weak = (Face::Small, colors.text_weak);
        text::paint(ui, inner, Align2::RIGHT_CENTER, weak, key);
        response
    }
}

/// A hairline between groups of a menu.
pub fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    let stroke = egui::Stroke::new(tokens().stroke.hairline, palette(ui).line);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
