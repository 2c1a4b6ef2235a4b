//! Text fields: plain, read-only or wrong, with their label above.

use std::borrow::Cow;

use egui::epaint::RectShape;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align2, Frame, Id, Response, Stroke, TextEdit, Ui, vec2};

use super::{focus, text};
use crate::i18n::number;
use crate::theme::tokens;
use crate::ui::style::{Face, NO_INK, margin, palette, radius};

/// Air between a bare field and the edges of its cell.
const BARE: f32 = 3.0;

/// One field for text.
#[must_use = "call show"]
#[derive(Default)]
pub struct TextField<'a> {
    id: Option<Id>,
    name: Cow<'a, str>,
    hint: Cow<'a, str>,
    width: Option<f32>,
    rows: usize,
    error: Option<Cow<'a, str>>,
    read_only: bool,
    right: bool,
    bold: bool,
    bare: bool,
    begins: bool,
}

impl<'a> TextField<'a> {
    /// `name` is what the field is called; it is not drawn, see [`Self::labelled`].
    pub fn new(name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            rows: 1,
            ..Self::default()
        }
    }

    /// For a field whose place in the window changes.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Weak text while it is empty.
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Outer width; otherwise it fills what is there.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// More than one line; Enter begins a new one.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// What is wrong with what stands here, said right below it.
    pub fn error(mut self, error: Option<impl Into<Cow<'a, str>>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// Keeps its place, loses its edge.
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// Numbers stand at the right.
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }

    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// Without an edge until it has the keyboard, for cells of a table.
    pub fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// A dialog begins here rather than with its first field.
    pub fn begins(mut self) -> Self {
        self.begins = true;
        self
    }

    /// Whether Enter is a line break here rather than the end of typing.
    pub fn takes_enter(&self) -> bool {
        self.rows > 1
    }

    /// Draws it over `value`, which changes as the user types.
    pub fn show(self, ui: &mut Ui, value: &mut String) -> Response {
        let colors = palette(ui);
        let face = match (self.bold, self.bare) {
            (true, _) => Face::Section,
            (false, true) => Face::Table,
            (false, false) => Face::Body,
        };
        let height = match (self.rows, self.bare) {
            (1, true) => tokens().height.row - 2.0 * BARE,
            (1, false) => tokens().height.control,
            _ => 0.0,
        };
        // A bare field stands in line with the head of its column.
        let x = if self.bare { 0.0 } else { 10.0 };
        let y = if self.rows > 1 { 6.0 } else { 0.0 };
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let frame = Frame::NONE.inner_margin(margin(x, y));
        let ground = ui.painter().add(egui::Shape::Noop);
        let mut shown = value.clone();
        let edited = if self.read_only { &mut shown } else { value };
        let mut edit = if self.rows > 1 {
            TextEdit::multiline(edited).desired_rows(self.rows)
        } else {
            TextEdit::singleline(edited)
        };
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        // Where nothing can be typed, nothing to type is suggested: the field is empty.
        let hint = if self.read_only {
            number::MISSING
        } else {
            self.hint.as_ref()
        };
        if !hint.is_empty() {
            let hint = text::rich(face, colors.text_disabled, hint);
            edit = edit.hint_text(hint);
        }
        edit = edit.align(match (self.rows, self.right) {
            (1, true) => Align2::RIGHT_CENTER,
            (1, false) => Align2::LEFT_CENTER,
            _ => Align2::LEFT_TOP,
        });
        let response = ui.add(
            edit.font(face.font())
                .text_color(colors.text.into())
                .frame(frame)
                .desired_width(width)
                .min_size(vec2(0.0, height))
                .interactive(!self.read_only),
        );
        self.paint_ground(ui, &response, ground);
        focus::note_typing(ui.ctx(), &response);
        if !self.read_only {
            focus::note_first(ui.ctx(), &response, self.begins);
        }
        if let Some(error) = &self.error {
            text::say(ui, Face::Small, colors.negative, error.as_ref());
        }
        if self.name.is_empty() {
            response
        } else {
            response.accessible_name(self.name.as_ref())
        }
    }

    /// Draws it below its name.
    pub fn labelled(self, ui: &mut Ui, value: &mut String) -> Response {
        let name = self.name.clone().into_owned();
        labelled(ui, &name, |ui| {
            let response = self.show(ui, value);
            (response.clone(), response)
        })
    }

    fn paint_ground(&self, ui: &Ui, response: &Response, ground: egui::layers::ShapeIdx) {
        let colors = palette(ui);
        let edge = |ink| Stroke::new(tokens().stroke.control, ink);
        let surface = colors.surface.into();
        let idle = !response.has_focus() && !response.hovered();
        let (fill, edge) = match (self.read_only, self.bare) {
            (true, true) => (NO_INK, Stroke::NONE),
            (true, false) => (colors.background.into(), Stroke::NONE),
            (false, _) if self.error.is_some() => (surface, edge(colors.negative)),
            (false, true) if idle => (NO_INK, Stroke::NONE),
            (false, _) => (surface, edge(colors.control)),
        };
        let corner = tokens().radius.control;
        let rect = if self.bare {
            response.rect.expand2(vec2(2.0 * BARE, 0.0))
        } else {
            response.rect
        };
        let inside = egui::StrokeKind::Inside;
        let shape = RectShape::new(rect, radius(corner), fill, edge, inside);
        ui.painter().set(ground, shape);
        focus::ring(ui, response, rect, corner);
    }
}

/// Gives a field the keyboard with its whole text selected, so that typing takes its place.
pub fn select_all(ui: &Ui, field: &Response, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let whole = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(whole));
    state.store(ui.ctx(), field.id);
    field.request_focus();
}

/// A control with its name above it, tied together for screen readers.
pub fn labelled<R>(ui: &mut Ui, name: &str, control: impl FnOnce(&mut Ui) -> (Response, R)) -> R {
    noted(ui, name, "", control)
}

/// The same with a weak word beside the name.
pub fn noted<R>(
    ui: &mut Ui,
    name: &str,
    note: &str,
    control: impl FnOnce(&mut Ui) -> (Response, R),
) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        // A line is as high as its words.
        ui.spacing_mut().interact_size.y = 0.0;
        let label = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let label = text::weak(ui, name);
            if !note.is_empty() {
                text::weak(ui, note);
            }
            label
        });
        let (response, result) = control(ui);
        response.labelled_by(label.inner.id);
        result
    })
    .inner
}
