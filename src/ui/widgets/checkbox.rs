//! Checkboxes, with a word of explanation if need be.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, pos2, vec2};

use super::focus;
use super::icon::{self, icons};
use super::run::Run;
use crate::theme::tokens;
use crate::ui::style::{Face, palette, radius};

/// A box to tick.
#[must_use = "a checkbox has to be added to the Ui"]
pub struct Checkbox<'a> {
    ticked: &'a mut bool,
    words: Cow<'a, str>,
    hint: Option<Cow<'a, str>>,
    bare: bool,
}

impl<'a> Checkbox<'a> {
    pub fn new(ticked: &'a mut bool, words: impl Into<Cow<'a, str>>) -> Self {
        Self {
            ticked,
            words: words.into(),
            hint: None,
            bare: false,
        }
    }

    /// What ticking it means, in weak text behind.
    pub fn hint(mut self, words: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(words.into());
        self
    }

    /// Only the box: the words are its name but not shown.
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }
}

const SIDE: f32 = 16.0;

impl Widget for Checkbox<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let colors = palette(ui);
        let enabled = ui.is_enabled();
        let ink = colors.text;
        let gap = tokens().space.control_gap;
        let weak = (Face::Small, colors.text_weak);
        let words = Run::default().words(ui, Face::Body, &self.words).aside(
            ui,
            weak,
            self.hint.as_deref(),
            gap,
        );
        let width = SIDE + if self.bare { 0.0 } else { gap + words.width() };
        let size = vec2(width, tokens().height.control_small);
        let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
        if response.clicked() {
            *self.ticked = !*self.ticked;
            response.mark_changed();
        }
        let ticked = *self.ticked;
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, ticked, &self.words));
        let square = Rect::from_center_size(
            pos2(rect.left() + SIDE / 2.0, rect.center().y),
            Vec2::splat(SIDE),
        );
        paint_box(ui, square, ticked, enabled, response.hovered());
        if !self.bare {
            words.paint(ui, pos2(square.right() + gap, rect.center().y), ink);
        }
        focus::ring(ui, &response, square, tokens().radius.checkbox);
        response
    }
}

fn paint_box(ui: &Ui, square: Rect, ticked: bool, enabled: bool, hovered: bool) {
    let colors = palette(ui);
    let (fill, edge, mark) = match (ticked, enabled) {
        (true, true) => (colors.accent, colors.accent, colors.accent_text),
        (_, false) => (colors.sunken, colors.line_strong, colors.text_weak),
        (false, true) if hovered => (colors.hover, colors.control, colors.accent),
        (false, true) => (colors.surface, colors.control, colors.accent),
    };
    ui.painter().rect(
        square,
        radius(tokens().radius.checkbox),
        fill,
        Stroke::new(tokens().stroke.control, edge),
        StrokeKind::Inside,
    );
    if ticked {
        icon::paint(ui.painter(), square.center(), icons::ICON_CHECK, 14.0, mark);
    }
}
