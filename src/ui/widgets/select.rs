//! A choice of one out of many, closed: a field with an arrow.

use egui::accesskit::Role;
use egui::{Align2, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::icon::{self, icons};
use super::menu::{self, MenuItem};
use super::{focus, text, tip};
use crate::theme::tokens;
use crate::ui::style::{Face, NO_INK, palette, radius};

/// A field that opens a list.
#[must_use = "call show"]
pub struct Select<'a> {
    name: &'a str,
    shown: &'a str,
    width: f32,
    bold: bool,
    small: bool,
    read_only: bool,
    muted: bool,
    warning: bool,
}

impl<'a> Select<'a> {
    /// `name` is what it is called, `shown` what is chosen.
    pub fn new(name: &'a str, shown: &'a str) -> Self {
        Self {
            name,
            shown,
            width: 160.0,
            bold: false,
            small: false,
            read_only: false,
            muted: false,
            warning: false,
        }
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// 28 instead of 32 pixels high.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Keeps its place, loses edge and arrow.
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// Nothing is chosen: no edge and weak words, but it still opens.
    pub fn muted(mut self, muted: bool) -> Self {
        self.muted = muted;
        self
    }

    /// Something here has to be decided.
    pub fn warning(mut self, warning: bool) -> Self {
        self.warning = warning;
        self
    }

    /// Draws it with any list; `None` while closed.
    pub fn menu<R>(self, ui: &mut Ui, list: impl FnOnce(&mut Ui) -> R) -> (Response, Option<R>) {
        let response = self.closed(ui);
        let opened = if self.read_only {
            None
        } else {
            menu::sized(&response, self.width.max(120.0), list)
        };
        (response, opened)
    }

    /// Draws it with a list of choices; `Some` when another one was taken.
    pub fn show<T: PartialEq + Clone>(
        self,
        ui: &mut Ui,
        chosen: &T,
        choices: &[(T, String)],
    ) -> (Response, Option<T>) {
        let (response, picked) = self.menu(ui, |ui| {
            let mut picked = None;
            for (value, words) in choices {
                let item = MenuItem::new(words.as_str()).chosen(value == chosen);
                if ui.add(item).clicked() {
                    picked = Some(value.clone());
                }
            }
            picked
        });
        let picked = picked.flatten().filter(|picked| picked != chosen);
        (response, picked)
    }

    fn closed(&self, ui: &mut Ui) -> Response {
        let colors = palette(ui);
        let heights = &tokens().height;
        let height = if self.small {
            heights.control_small
        } else {
            heights.control
        };
        let sense = if self.read_only {
            Sense::hover()
        } else {
            Sense::click()
        };
        let (rect, response) = ui.allocate_exact_size(vec2(self.width, height), sense);
        let enabled = ui.is_enabled();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, enabled, self.name);
            info.current_text_value = Some(self.shown.to_owned());
            info
        });
        let edge = Stroke::new(
            tokens().stroke.control,
            if self.warning {
                colors.warning
            } else {
                colors.control
            },
        );
        let (fill, edge) = match (self.read_only, response.hovered()) {
            (true, _) => (colors.background.into(), Stroke::NONE),
            (false, false) if self.muted => (colors.background.into(), Stroke::NONE),
            (false, true) if enabled => (colors.hover.into(), edge),
            (false, _) if enabled => (egui::Color32::from(colors.surface), edge),
            _ => (NO_INK, edge),
        };
        let corner = tokens().radius.control;
        ui.painter()
            .rect(rect, radius(corner), fill, edge, StrokeKind::Inside);
        let face = match (self.bold, self.small) {
            (true, _) => Face::Section,
            (false, true) => Face::Table,
            (false, false) => Face::Body,
        };
        let arrow = tokens().icon.control;
        let room = rect.shrink2(vec2(10.0, 0.0));
        let right = room.right() - if self.read_only { 0.0 } else { arrow };
        let room = room.with_max_x(right);
        let ink = if self.muted {
            colors.text_weak
        } else {
            colors.text
        };
        let words = text::paint(ui, room, Align2::LEFT_CENTER, (face, ink), self.shown);
        if !self.read_only {
            let centre = pos2(rect.right() - 8.0 - arrow / 2.0, rect.center().y);
            let icon = icons::ICON_EXPAND_MORE;
            icon::paint(ui.painter(), centre, icon, arrow, colors.text_weak);
        }
        focus::ring(ui, &response, rect, corner);
        if words.cut {
            tip(response, self.shown, None)
        } else {
            response
        }
    }
}
