//! Cells that lead somewhere: figures to what lies behind them, names to what they name.

use egui::{Align, Color32, Rect};

use super::cells::{Cells, place};
use crate::theme::{Palette, tokens};
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, text};

/// A link about to be drawn.
struct Link<'a> {
    column: usize,
    room: Rect,
    align: Align,
    face: Face,
    ink: Color32,
    words: &'a str,
}

impl Cells<'_> {
    /// The colours of the appearance the row is drawn in.
    pub fn palette(&self) -> &'static Palette {
        palette(self.ui)
    }

    /// A figure that opens what lies behind it: underlined under the pointer.
    pub fn figure(&mut self, face: Face, color: impl Into<Color32>, words: &str) {
        let column = self.at;
        if let Some((room, align)) = self.next() {
            let ink = color.into();
            self.link(&Link {
                column,
                room,
                align,
                face,
                ink,
                words,
            });
        }
    }

    /// A code and the name it stands for, which leads to it.
    pub fn named(&mut self, code: &str, words: &str) {
        let column = self.at;
        if let Some((room, _)) = self.next() {
            self.coded(column, room, code, words);
        }
    }

    /// The same as a leaf of a tree.
    pub fn leaf(&mut self, depth: usize, code: &str, words: &str) {
        let column = self.at;
        if let Some((mut room, _)) = self.next() {
            let deeper = depth.saturating_sub(1) as f32 * tokens().space.panel_margin;
            room.min.x += deeper + tokens().icon.control + tokens().space.control_gap;
            self.coded(column, room, code, words);
        }
    }

    fn coded(&mut self, column: usize, mut room: Rect, code: &str, words: &str) {
        let colors = palette(self.ui);
        if !code.is_empty() {
            let weak = colors.text_weak;
            let galley = text::galley(self.ui, Face::Table, weak, code, room.width() / 3.0);
            let at = place(room, galley.size(), Align::Min);
            let width = galley.size().x;
            self.ui.painter().galley(at, galley, weak.into());
            room.min.x = (room.min.x + width + 10.0).min(room.max.x);
            self.said.push(code.to_owned());
        }
        self.link(&Link {
            column,
            room,
            align: Align::Min,
            face: Face::Table,
            ink: colors.text.into(),
            words,
        });
    }

    fn link(&mut self, link: &Link<'_>) {
        let galley = text::galley(self.ui, link.face, link.ink, link.words, link.room.width());
        let at = place(link.room, galley.size(), link.align);
        let spot = Rect::from_min_size(at, galley.size());
        let hotspot = Hotspot::link(self.link_name(link))
            .underlined(link.ink)
            .tip(galley.elided.then_some(link.words));
        if hotspot.at(self.ui, spot, (self.id, link.column)).clicked() {
            self.pressed = Some(link.column);
        }
        self.ui.painter().galley(at, galley, link.ink);
        self.said.push(link.words.to_owned());
    }

    /// What the row is about, what the column is, and the words themselves: a number alone says
    /// nothing to somebody who only hears it.
    fn link_name(&self, link: &Link<'_>) -> String {
        let column = self.columns.get(link.column).filter(|_| link.column > 0);
        let title = column.map_or("", |column| &column.title);
        let row = self.said.first().map_or("", String::as_str);
        let parts = [row, title, link.words];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }
}
