//! Buttons: one primary at most in a region, secondary outlined, quiet without an edge, and
//! icons alone, which carry their name as tooltip.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{
    Color32, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, pos2, vec2,
};

use super::icon::{Icon, icons};
use super::run::Run;
use super::{focus, tip};
use crate::theme::{Palette, tokens};
use crate::ui::style::{Face, NO_INK, palette, radius};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
    Icon,
}

/// A button.
#[must_use = "a button has to be added to the Ui"]
pub struct Button<'a> {
    kind: Kind,
    words: Cow<'a, str>,
    /// To screen readers, where the words alone do not say enough.
    called: Option<Cow<'a, str>>,
    icon: Option<Icon>,
    tip: Option<Cow<'a, str>>,
    key: Option<&'a str>,
    small: bool,
    arrow: bool,
    bold: bool,
    negative: bool,
    faint: bool,
    width: Option<f32>,
}

impl<'a> Button<'a> {
    fn new(kind: Kind, words: impl Into<Cow<'a, str>>) -> Self {
        Self {
            kind,
            words: words.into(),
            called: None,
            icon: None,
            tip: None,
            key: None,
            small: false,
            arrow: false,
            bold: kind == Kind::Primary,
            negative: false,
            faint: false,
            width: None,
        }
    }

    /// The one thing to do here. At most one in a region, at its right end.
    pub fn primary(words: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Kind::Primary, words)
    }

    /// Something one may do.
    pub fn secondary(words: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Kind::Secondary, words)
    }

    /// Without an edge until the pointer is on it.
    pub fn quiet(words: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Kind::Quiet, words)
    }

    /// An icon alone; `name` is what it is called and its tooltip.
    pub fn icon_only(icon: Icon, name: impl Into<Cow<'a, str>>) -> Self {
        let mut button = Self::new(Kind::Icon, name);
        button.icon = Some(icon);
        button
    }

    /// An icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What it is called by screen readers, where its words need those around them.
    pub fn called(mut self, name: impl Into<Cow<'a, str>>) -> Self {
        self.called = Some(name.into());
        self
    }

    /// Shown while the pointer rests on it.
    pub fn tip(mut self, words: impl Into<Cow<'a, str>>) -> Self {
        self.tip = Some(words.into());
        self
    }

    /// The key that does the same, shown in the tooltip, e.g. `Ctrl+Z`.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// 28 instead of 32 pixels high.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// An arrow after the words: opens a menu.
    pub fn arrow(mut self) -> Self {
        self.arrow = true;
        self
    }

    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// Words in the colour of what needs care.
    pub fn negative(mut self) -> Self {
        self.negative = true;
        self
    }

    /// A small icon, pale until the pointer is on it, for one that stands in every row.
    pub fn faint(mut self) -> Self {
        self.faint = true;
        self
    }

    /// At least this wide, the words in the middle.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    fn height(&self) -> f32 {
        let height = &tokens().height;
        if self.small || self.kind == Kind::Icon {
            height.control_small
        } else {
            height.control
        }
    }

    fn colors(&self, palette: &Palette, response: &Response) -> Colors {
        let pressed = response.hovered() || response.is_pointer_button_down_on();
        let enabled = response.enabled();
        let ink = if self.negative {
            palette.negative
        } else {
            palette.text
        };
        let edge = |color| Stroke::new(tokens().stroke.control, color);
        match self.kind {
            Kind::Primary if !enabled => Colors::new(palette.sunken, palette.text_weak),
            Kind::Primary if pressed => Colors::new(palette.accent_hover, palette.accent_text),
            Kind::Primary => Colors::new(palette.accent, palette.accent_text),
            Kind::Secondary => {
                let fill = if pressed && enabled {
                    palette.hover
                } else {
                    palette.surface
                };
                let ink = if enabled { ink } else { palette.text_disabled };
                Colors {
                    edge: edge(palette.control),
                    ..Colors::new(fill, ink)
                }
            }
            Kind::Quiet | Kind::Icon => {
                let ink = match (enabled, self.kind) {
                    (false, _) => palette.text_disabled,
                    (true, Kind::Icon) if self.faint && !pressed => palette.text_disabled,
                    (true, Kind::Icon) if !self.negative => palette.text_weak,
                    _ => ink,
                };
                let fill = if pressed && enabled {
                    palette.hover.into()
                } else {
                    NO_INK
                };
                Colors::new(fill, ink)
            }
        }
    }
}

struct Colors {
    fill: Color32,
    edge: Stroke,
    ink: Color32,
}

impl Colors {
    fn new(fill: impl Into<Color32>, ink: impl Into<Color32>) -> Self {
        Self {
            fill: fill.into(),
            edge: Stroke::NONE,
            ink: ink.into(),
        }
    }
}

const PADDING: f32 = 12.0;
const GAP: f32 = 6.0;

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let icons = &tokens().icon;
        let height = self.height();
        let (run, size) = if self.kind == Kind::Icon {
            let size = if self.faint {
                icons.small
            } else {
                icons.normal
            };
            let run = Run::default().before(self.icon, size, 0.0);
            (run, Vec2::splat(height))
        } else {
            let face = if self.bold { Face::Section } else { Face::Body };
            let arrow = self.arrow.then_some(icons::ICON_EXPAND_MORE);
            let run = Run::default()
                .before(self.icon, icons.control, GAP)
                .words(ui, face, &self.words)
                .behind(arrow, icons.control, GAP / 2.0);
            let natural = run.width() + 2.0 * PADDING;
            (run, vec2(natural.max(self.width.unwrap_or(0.0)), height))
        };
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let colors = self.colors(palette(ui), &response);
        let corner = radius(tokens().radius.control);
        let inside = StrokeKind::Inside;
        ui.painter()
            .rect(rect, corner, colors.fill, colors.edge, inside);
        let left = rect.center().x - run.width() / 2.0;
        run.paint(ui, pos2(left, rect.center().y), colors.ink);
        self.finish(ui, rect, response)
    }
}

impl Button<'_> {
    fn finish(self, ui: &Ui, rect: Rect, response: Response) -> Response {
        let enabled = ui.is_enabled();
        response.widget_info(|| {
            let name = self.called.as_ref().unwrap_or(&self.words);
            WidgetInfo::labeled(Role::Button, enabled, name.as_ref())
        });
        focus::ring(ui, &response, rect, tokens().radius.control);
        match (&self.tip, self.kind) {
            (Some(words), _) => tip::tip(response, words, self.key),
            (None, Kind::Icon) => tip::tip(response, &self.words, self.key),
            (None, _) => match self.key {
                Some(key) => tip::tip(response, &self.words, Some(key)),
                None => response,
            },
        }
    }
}
