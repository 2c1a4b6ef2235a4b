//! The cells of one row, filled from left to right.

use egui::accesskit::Role;
use egui::{
    Align, Align2, Color32, Layout, Painter, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, pos2,
};

use super::column::{self, Column, Places};
use crate::theme::tokens;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::tag::{self, Tone};
use crate::ui::widgets::{text, tip};

/// Takes the content of a row's cells, in the order of the columns.
pub struct Cells<'a> {
    pub(super) ui: &'a mut Ui,
    pub(super) row: Rect,
    pub(super) id: egui::Id,
    pub(super) columns: &'a [Column<'a>],
    pub(super) places: &'a Places,
    pub(super) at: usize,
    /// What a screen reader says of the row.
    pub(super) said: Vec<String>,
    /// The cell whose figure was pressed.
    pub(super) pressed: Option<usize>,
}

impl Cells<'_> {
    /// Room of the next cell, and how its content is aligned.
    pub(super) fn next(&mut self) -> Option<(Rect, Align)> {
        let column = self.columns.get(self.at)?;
        let place = self.places.columns.get(self.at)?;
        if self.at == 1 {
            let seen = self.ui.clip_rect();
            self.ui
                .shrink_clip_rect(seen.with_min_x(self.places.beside.max(seen.left())));
        }
        self.at += 1;
        Some((column::content(self.row, *place), column.align))
    }

    /// A tint over the whole row, before any of its cells.
    pub fn ground(&mut self, tone: Tone) {
        let tint = tone.tint(palette(self.ui));
        self.ui.painter().rect_filled(self.row, 0.0, tint);
    }

    /// Leaves a cell empty.
    pub fn skip(&mut self) {
        let _ = self.next();
    }

    /// Plain text.
    pub fn text(&mut self, words: &str) {
        let color = palette(self.ui).text;
        self.ink(Face::Table, color, words);
    }

    /// The key column, and figures that matter.
    pub fn bold(&mut self, words: &str) {
        let color = palette(self.ui).text;
        self.ink(Face::TableBold, color, words);
    }

    /// A name; where its end `tells` it from others it is cut in the middle.
    pub fn name(&mut self, words: &str, tells: bool) {
        if !tells {
            return self.text(words);
        }
        let Some((rect, align)) = self.next() else {
            return;
        };
        let color = palette(self.ui).text;
        let cut = text::cut_in_middle(self.ui, Face::Table, words, rect.width());
        let galley = text::galley(self.ui, Face::Table, color, &cut, f32::INFINITY);
        let at = place(rect, galley.size(), align);
        self.ui.painter().galley(at, galley, color.into());
        if cut != words {
            self.tell(rect, words);
        }
        self.said.push(words.to_owned());
    }

    pub fn weak(&mut self, words: &str) {
        let color = palette(self.ui).text_weak;
        self.ink(Face::Table, color, words);
    }

    /// Text in a tone's ink, bold where it needs action.
    pub fn toned(&mut self, tone: Tone, words: &str) {
        let face = if tone == Tone::Negative {
            Face::TableBold
        } else {
            Face::Table
        };
        let ink = tone.ink(palette(self.ui));
        self.ink(face, ink, words);
    }

    /// Text in any face and colour, cut at the edge of its cell.
    pub fn ink(&mut self, face: Face, color: impl Into<Color32>, words: &str) {
        let Some((rect, align)) = self.next() else {
            return;
        };
        self.write((rect, align), (face, color.into()), words);
    }

    /// The same with `room` before it for something that is painted; gives where that is.
    pub fn after(
        &mut self,
        room: f32,
        (face, color): (Face, impl Into<Color32>),
        words: &str,
    ) -> Option<Rect> {
        let (rect, _) = self.next()?;
        let edge = rect.left() + room;
        let written = (rect.with_min_x(edge), Align::Min);
        self.write(written, (face, color.into()), words);
        Some(rect.with_max_x(edge))
    }

    /// Words cut at the edge of their cell stand whole under the pointer.
    fn write(&mut self, (rect, align): (Rect, Align), inked: (Face, Color32), words: &str) {
        let align = Align2([align, Align::Center]);
        if text::paint(self.ui, rect, align, inked, words).cut {
            self.tell(rect, words);
        }
        self.said.push(words.to_owned());
    }

    fn tell(&self, rect: Rect, words: &str) {
        let id = self.id.with(("cut", self.at));
        let response = self.ui.interact(rect, id, Sense::hover());
        tip(response, words, None);
    }

    /// Indented text, with an arrow before it if it opens and closes. True when the arrow was
    /// pressed.
    pub fn branch(&mut self, depth: usize, open: Option<bool>, face: Face, words: &str) -> bool {
        use crate::ui::widgets::icon::{self, icons};
        let Some((mut rect, _)) = self.next() else {
            return false;
        };
        let colors = palette(self.ui);
        let size = tokens().icon.control;
        rect.min.x += depth as f32 * tokens().space.panel_margin;
        let mut toggled = false;
        if let Some(open) = open {
            let centre = pos2(rect.left() + size / 2.0, rect.center().y);
            let square = Rect::from_center_size(centre, egui::Vec2::splat(size + 6.0));
            let response = self
                .ui
                .interact(square, self.id.with("arrow"), Sense::CLICK);
            toggled = response.clicked();
            let icon = if open {
                icons::ICON_KEYBOARD_ARROW_DOWN
            } else {
                icons::ICON_KEYBOARD_ARROW_RIGHT
            };
            icon::paint(self.ui.painter(), centre, icon, size, colors.text_weak);
        }
        rect.min.x += size + tokens().space.control_gap;
        self.write((rect, Align::Min), (face, colors.text.into()), words);
        toggled
    }

    /// A dot and a word.
    pub fn status(&mut self, tone: Tone, words: &str) {
        let (colors, dot) = (palette(self.ui), tokens().dot.status);
        if let Some(place) = self.after(dot + 6.0, (Face::Table, colors.text), words) {
            let centre = pos2(place.left() + dot / 2.0, place.center().y);
            tag::paint_dot(self.ui.painter(), colors, centre, tone);
        }
    }

    /// Something painted over the row.
    pub fn painter(&self) -> &Painter {
        self.ui.painter()
    }

    /// A small chart; `said` is what it says, in words.
    pub fn paint(&mut self, said: &str, draw: impl FnOnce(&Painter, Rect)) {
        let Some((rect, _)) = self.next() else {
            return;
        };
        draw(self.ui.painter(), rect);
        if !said.is_empty() {
            self.said.push(said.to_owned());
        }
    }

    /// Any controls, in the middle of the row's height.
    pub fn ui<R>(&mut self, content: impl FnOnce(&mut Ui) -> R) -> Option<R> {
        let column = self.at;
        let (rect, align) = self.next()?;
        let layout = match align {
            Align::Min => Layout::left_to_right(Align::Center),
            Align::Center => Layout::centered_and_justified(egui::Direction::LeftToRight),
            Align::Max => Layout::right_to_left(Align::Center),
        };
        let mut child = self.ui.new_child(
            UiBuilder::new()
                .id_salt(self.id.with(column))
                .max_rect(rect)
                .layout(layout),
        );
        Some(content(&mut child))
    }

    /// Any controls, which say `said` together.
    pub fn ui_said<R>(&mut self, said: &str, content: impl FnOnce(&mut Ui) -> R) -> Option<R> {
        self.said.push(said.to_owned());
        self.ui(content)
    }

    /// Everything the row says, for its accessible name.
    pub(super) fn row_name(&self) -> String {
        self.said
            .iter()
            .filter(|said| !said.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Top left corner of something of `size` within a cell.
pub(super) fn place(rect: Rect, size: egui::Vec2, align: Align) -> egui::Pos2 {
    let x = match align {
        Align::Min => rect.left(),
        Align::Center => rect.center().x - size.x / 2.0,
        Align::Max => rect.right() - size.x,
    };
    pos2(x, rect.center().y - size.y / 2.0)
}

/// The row as a thing to press.
pub(super) fn announce(response: &Response, chosen: bool, name: &str) {
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, name));
}
