//! Tags and status: a word on a tint, a dot and a word.

use egui::{Align2, Color32, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::run::Run;
use super::{Hotspot, text};
use crate::theme::{Palette, tokens};
use crate::ui::style::{Face, palette, radius};

/// What a tag or a dot says about a thing. Red means: needs action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Neutral,
    Accent,
    Positive,
    Warning,
    Negative,
    /// Not counted or not begun: a hollow dot.
    Hollow,
}

impl Tone {
    /// Its ink.
    pub fn ink(self, palette: &Palette) -> Color32 {
        match self {
            Self::Neutral => palette.text_weak.into(),
            Self::Accent => palette.accent.into(),
            Self::Positive => palette.positive.into(),
            Self::Warning => palette.warning.into(),
            Self::Negative => palette.negative.into(),
            Self::Hollow => palette.control.into(),
        }
    }

    /// The ground under a word of it.
    pub fn tint(self, palette: &Palette) -> Color32 {
        match self {
            Self::Neutral | Self::Hollow => palette.sunken.into(),
            Self::Accent => palette.accent_tint.into(),
            Self::Positive => palette.positive_tint.into(),
            Self::Warning => palette.warning_tint.into(),
            Self::Negative => palette.negative_tint.into(),
        }
    }
}

/// A word on a tint.
pub fn tag(ui: &mut Ui, tone: Tone, words: &str) -> Response {
    let colors = palette(ui);
    let ink = if tone == Tone::Neutral {
        colors.text.into()
    } else {
        tone.ink(colors)
    };
    let size = vec2(text::width(ui, Face::Small, words) + 12.0, 20.0);
    let (rect, response) = Hotspot::label(words).take(ui, size);
    let corner = radius(tokens().radius.tag);
    ui.painter().rect_filled(rect, corner, tone.tint(colors));
    let centred = rect.expand2(vec2(6.0, 0.0));
    text::paint(
        ui,
        centred,
        Align2::CENTER_CENTER,
        (Face::Small, ink),
        words,
    );
    response
}

/// A dot and a word.
pub fn status(ui: &mut Ui, tone: Tone, words: &str) -> Response {
    let colors = palette(ui);
    let dot = tokens().dot.status;
    let run = Run::default().words(ui, Face::Table, words);
    let size = vec2(dot + 6.0 + run.width(), Face::Table.line_height());
    let (rect, response) = Hotspot::label(words).take(ui, size);
    let middle = rect.center().y;
    paint_dot(
        ui.painter(),
        colors,
        pos2(rect.left() + dot / 2.0, middle),
        tone,
    );
    run.paint(ui, pos2(rect.left() + dot + 6.0, middle), colors.text);
    response
}

/// The dot alone.
pub fn paint_dot(painter: &egui::Painter, colors: &Palette, centre: egui::Pos2, tone: Tone) {
    let half = tokens().dot.status / 2.0;
    if tone == Tone::Hollow {
        painter.circle_stroke(centre, half - 0.5, Stroke::new(1.2, tone.ink(colors)));
    } else {
        painter.circle_filled(centre, half, tone.ink(colors));
    }
}

/// A bar filled to `share` (0–1) with a mark at what is required (0–1).
pub fn gauge(ui: &mut Ui, width: f32, share: f64, required: Option<f64>, name: &str) -> Response {
    let colors = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 10.0), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Meter, true, name);
        info.value = Some(share);
        info
    });
    let corner = radius(tokens().radius.gauge);
    let track = egui::Rect::from_center_size(rect.center(), vec2(width, 4.0));
    ui.painter().rect_filled(track, corner, colors.sunken);
    let at = |share: f64| egui::lerp(track.x_range(), share.clamp(0.0, 1.0) as f32);
    let filled = track.with_max_x(at(share));
    ui.painter().rect_filled(filled, corner, colors.accent);
    if let Some(required) = required {
        let stroke = Stroke::new(2.0, colors.text);
        ui.painter().vline(at(required), rect.y_range(), stroke);
    }
    response
}
