//! Segments: two to four views, of which one is shown.

use egui::accesskit::Role;
use egui::{Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Hotspot;
use super::icon::Icon;
use super::run::Run;
use crate::theme::tokens;
use crate::ui::style::{Face, palette, radius};

const INSET: f32 = 3.0;
const PADDING: f32 = 12.0;

/// Choices side by side.
#[must_use = "call show"]
pub struct Segment<'a, T> {
    chosen: T,
    choices: Vec<(T, &'a str, Option<Icon>)>,
    width: Option<f32>,
    height: f32,
}

impl<'a, T: PartialEq + Copy> Segment<'a, T> {
    pub fn new(chosen: T, choices: &[(T, &'a str)]) -> Self {
        Self {
            chosen,
            choices: choices
                .iter()
                .map(|(value, words)| (*value, *words, None))
                .collect(),
            width: None,
            height: tokens().height.control,
        }
    }

    /// Icons before the words, in the order of the choices.
    pub fn icons(mut self, icons: &[Icon]) -> Self {
        for (choice, icon) in self.choices.iter_mut().zip(icons) {
            choice.2 = Some(*icon);
        }
        self
    }

    /// This wide altogether, each choice in proportion to its words.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// 28 instead of 32 pixels high.
    pub fn small(mut self) -> Self {
        self.height = tokens().height.control_small;
        self
    }

    /// `Some` when another choice was taken.
    pub fn show(self, ui: &mut Ui) -> Option<T> {
        let natural: Vec<f32> = self
            .choices
            .iter()
            .map(|(_, words, icon)| run(ui, Face::TableBold, words, *icon).width())
            .map(|width| (width + 2.0 * PADDING).ceil())
            .collect();
        let total: f32 = natural.iter().sum();
        let width = self.width.unwrap_or(total + 2.0 * INSET);
        let (frame, _) = ui.allocate_exact_size(vec2(width, self.height), Sense::hover());
        let colors = palette(ui);
        ui.painter().rect(
            frame,
            radius(tokens().radius.control),
            colors.surface,
            Stroke::new(tokens().stroke.control, colors.control),
            StrokeKind::Inside,
        );
        let inner = frame.shrink(INSET);
        let stretch = inner.width() / total.max(1.0);
        let mut x = inner.left();
        let mut picked = None;
        for ((value, words, icon), natural) in self.choices.iter().zip(natural) {
            let size = vec2(natural * stretch, inner.height());
            let rect = Rect::from_min_size(pos2(x, inner.top()), size);
            x = rect.right();
            let chosen = *value == self.chosen;
            if option(ui, rect, words, *icon, chosen) && !chosen {
                picked = Some(*value);
            }
        }
        picked
    }
}

fn run(ui: &Ui, face: Face, words: &str, icon: Option<Icon>) -> Run {
    let gap = tokens().space.control_gap / 2.0;
    let run = Run::default().before(icon, tokens().icon.control, gap);
    run.words(ui, face, words)
}

fn option(ui: &mut Ui, rect: Rect, words: &str, icon: Option<Icon>, chosen: bool) -> bool {
    let colors = palette(ui);
    let corner = tokens().radius.checkbox;
    let response = Hotspot::button(words)
        .role(Role::RadioButton)
        .chosen(chosen)
        .corner(corner)
        .at(ui, rect, ("segment", words));
    let (face, ink) = match (chosen, response.hovered()) {
        (true, _) => (Face::TableBold, colors.accent),
        (false, true) => (Face::Table, colors.text),
        (false, false) => (Face::Table, colors.text_weak),
    };
    if chosen {
        ui.painter()
            .rect_filled(rect, radius(corner), colors.selected);
    }
    let run = run(ui, face, words, icon);
    let left = rect.center().x - run.width() / 2.0;
    run.paint(ui, pos2(left, rect.center().y), ink);
    response.clicked()
}
