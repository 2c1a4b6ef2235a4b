//! Chips: filters with counts; the chosen one is tinted and bold.

use std::borrow::Cow;

use egui::{Response, Shape, Stroke, StrokeKind, Ui, Widget, pos2, vec2};

use super::Hotspot;
use super::icon::{Icon, icons};
use super::run::Run;
use crate::i18n::number;
use crate::theme::tokens;
use crate::ui::style::{Face, palette, radius};

/// A filter that is chosen or not.
#[must_use = "a chip has to be added to the Ui"]
pub struct Chip<'a> {
    words: Cow<'a, str>,
    count: Option<String>,
    /// `None`: it does something rather than being chosen.
    chosen: Option<bool>,
    arrow: bool,
    dashed: bool,
    closes: bool,
    icon: Option<Icon>,
    /// To screen readers, where the words alone do not say enough.
    called: Option<Cow<'a, str>>,
}

impl<'a> Chip<'a> {
    pub fn new(words: impl Into<Cow<'a, str>>) -> Self {
        Self {
            words: words.into(),
            count: None,
            chosen: None,
            arrow: false,
            dashed: false,
            closes: false,
            icon: None,
            called: None,
        }
    }

    /// A press takes it away: a cross behind.
    pub fn closes(mut self) -> Self {
        self.closes = true;
        self
    }

    /// What it is called by screen readers, where its words need those around them.
    pub fn called(mut self, name: impl Into<Cow<'a, str>>) -> Self {
        self.called = Some(name.into());
        self
    }

    /// How many there are.
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(number::count(count));
        self
    }

    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// Opens a menu.
    pub fn arrow(mut self) -> Self {
        self.arrow = true;
        self
    }

    /// Adds something: dashed edge and a plus.
    pub fn adds(mut self) -> Self {
        self.dashed = true;
        self.icon = Some(icons::ICON_ADD);
        self
    }
}

const PADDING: f32 = 11.0;
const GAP: f32 = 6.0;

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let colors = palette(ui);
        let (face, ink, count_ink) = if self.chosen == Some(true) {
            (Face::TableBold, colors.accent, colors.accent)
        } else {
            (Face::Table, colors.text, colors.text_weak)
        };
        let ink = if self.dashed { colors.text_weak } else { ink };
        let size = tokens().icon.small;
        let behind = match (self.closes, self.arrow) {
            (true, _) => Some(icons::ICON_CLOSE),
            (false, true) => Some(icons::ICON_EXPAND_MORE),
            (false, false) => None,
        };
        let count = self.count.as_deref();
        let run = Run::default()
            .before(self.icon, size, GAP)
            .words(ui, face, &self.words)
            .aside(ui, (face, count_ink), count, GAP)
            .behind(behind, size, GAP);
        let name = match count {
            Some(count) => format!("{} {count}", self.words),
            None => self.words.clone().into_owned(),
        };
        let name = self.called.clone().map_or(name, Cow::into_owned);
        let hotspot = Hotspot::button(name).corner(tokens().radius.control);
        // One with an arrow opens a menu, whether something is chosen in it or not.
        let hotspot = match self.chosen.filter(|_| !self.arrow) {
            Some(chosen) => hotspot.chosen(chosen),
            None => hotspot,
        };
        let wanted = vec2(run.width() + 2.0 * PADDING, tokens().height.control_small);
        let (rect, response) = hotspot.take(ui, wanted);
        self.paint_ground(ui, rect, response.hovered());
        run.paint(ui, pos2(rect.left() + PADDING, rect.center().y), ink);
        response
    }
}

impl Chip<'_> {
    fn paint_ground(&self, ui: &Ui, rect: egui::Rect, hovered: bool) {
        let colors = palette(ui);
        let chosen = self.chosen == Some(true);
        let fill = match (chosen, hovered) {
            (true, _) => colors.accent_tint,
            (false, true) => colors.hover,
            (false, false) => colors.surface,
        };
        let edge = if chosen || self.dashed {
            Stroke::NONE
        } else {
            Stroke::new(tokens().stroke.control, colors.line)
        };
        let corner = radius(tokens().radius.control);
        ui.painter()
            .rect(rect, corner, fill, edge, StrokeKind::Inside);
        if self.dashed {
            dashed_edge(ui, rect, colors.line_strong.into());
        }
    }
}

/// A dashed line around `rect`, as of a place where something can be put.
pub fn dashed_edge(ui: &Ui, rect: egui::Rect, color: egui::Color32) {
    let [dash, gap] = tokens().stroke.drop_zone_dash;
    let rect = rect.shrink(0.5);
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    let stroke = Stroke::new(tokens().stroke.drop_zone, color);
    ui.painter()
        .extend(Shape::dashed_line(&corners, stroke, dash, gap));
}
