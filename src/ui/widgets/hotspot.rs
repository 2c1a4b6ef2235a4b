//! Hotspots: whatever can be pressed inside painted content. Where it is, what it is called and
//! how it shows the pointer and the keyboard come from here; what lies on it is painted by
//! whoever knows it.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{
    AsIdSalt, Color32, CursorIcon, Id, Rangef, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo,
};

use super::{focus, tip};
use crate::theme::tokens;
use crate::ui::style::{palette, radius};

/// A place to press.
#[must_use = "call at or take"]
pub struct Hotspot<'a> {
    role: Role,
    name: Cow<'a, str>,
    /// `None`: it does something rather than being chosen.
    chosen: Option<bool>,
    sense: Sense,
    /// It leads somewhere, as the pointer shows.
    leads: bool,
    /// The line below it while the pointer is on it.
    line: Line,
    /// A tint below what is chosen or pointed at, with this corner.
    ground: Option<f32>,
    ring: Ring,
    tip: Option<Cow<'a, str>>,
}

#[derive(Clone, Copy)]
enum Line {
    None,
    /// Below all of it.
    Whole(Color32),
    /// Somewhere in it.
    At(Rangef, f32, Stroke),
}

#[derive(Clone, Copy)]
enum Ring {
    /// Around it, with this corner.
    Around(f32),
    /// Around a part of it.
    AroundPart(Rect, f32),
    /// Inside it: it reaches from edge to edge.
    Inside,
    /// None: what has the keyboard lies on the tint of what is pointed at.
    Tint,
    None,
}

impl<'a> Hotspot<'a> {
    fn new(role: Role, name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            role,
            name: name.into(),
            chosen: None,
            sense: Sense::click(),
            leads: false,
            line: Line::None,
            ground: None,
            ring: Ring::Around(2.0),
            tip: None,
        }
    }

    /// It leads somewhere: a hand over it.
    pub fn link(name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            leads: true,
            ..Self::new(Role::Link, name)
        }
    }

    /// It does something.
    pub fn button(name: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Role::Button, name)
    }

    /// It cannot be pressed: what is painted there, in words.
    pub fn label(name: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Role::Label, name).inert()
    }

    /// One of several from edge to edge, on a tint while it is chosen or pointed at.
    pub fn row(role: Role, name: impl Into<Cow<'a, str>>, chosen: bool) -> Self {
        Self {
            ground: Some(0.0),
            ring: Ring::Inside,
            ..Self::new(role, name).chosen(chosen)
        }
    }

    /// It opens something: a hand over a button.
    pub fn opens(name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            leads: true,
            ..Self::new(Role::Button, name)
        }
    }

    /// Another role to screen readers.
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// One of several that can be chosen.
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// It cannot be pressed now and says what it shows.
    pub fn inert(mut self) -> Self {
        self.role = Role::Label;
        self.sense = Sense::hover();
        self.leads = false;
        self.line = Line::None;
        self
    }

    /// Pressed only with the pointer: the keyboard has another way to it.
    pub fn without_focus(mut self) -> Self {
        self.sense = Sense::CLICK;
        self.ring = Ring::None;
        self
    }

    /// It can be dragged too.
    pub fn dragged(mut self) -> Self {
        self.sense = Sense::click_and_drag();
        self
    }

    /// Under the pointer a line in the ink of its words.
    pub fn underlined(mut self, ink: impl Into<Color32>) -> Self {
        self.line = Line::Whole(ink.into());
        self
    }

    /// Under the pointer a line somewhere in it.
    pub fn line(mut self, x: impl Into<Rangef>, y: f32, stroke: impl Into<Stroke>) -> Self {
        self.line = Line::At(x.into(), y, stroke.into());
        self
    }

    /// The corner of the ring and of the tint.
    pub fn corner(mut self, corner: f32) -> Self {
        match self.ground {
            Some(_) => self.ground = Some(corner),
            None => self.ring = Ring::Around(corner),
        }
        self
    }

    /// The keyboard rings only this part of it.
    pub fn ring(mut self, part: Rect, corner: f32) -> Self {
        self.ring = Ring::AroundPart(part, corner);
        self
    }

    /// The ring runs inside it, as of what reaches from edge to edge.
    pub fn ring_inside(mut self) -> Self {
        self.ring = Ring::Inside;
        self
    }

    /// The keyboard shows as the pointer does, as in a menu.
    pub fn tinted_focus(mut self) -> Self {
        self.ring = Ring::Tint;
        self
    }

    /// Shown while the pointer rests on it, if there is something to show.
    pub fn tip(mut self, words: Option<impl Into<Cow<'a, str>>>) -> Self {
        self.tip = words.map(Into::into);
        self
    }

    /// Over a place that is taken already; `salt` tells it from others of the same part.
    pub fn at(self, ui: &Ui, rect: Rect, salt: impl AsIdSalt) -> Response {
        let id = ui.scope_id().with(salt);
        self.known_as(ui, rect, id)
    }

    /// The same of something that moves about and is known by an id of its own.
    pub fn known_as(self, ui: &Ui, rect: Rect, id: Id) -> Response {
        let response = ui.interact(rect, id, self.sense);
        self.finish(ui, rect, response)
    }

    /// Over the next place of that size.
    pub fn take(self, ui: &mut Ui, size: Vec2) -> (Rect, Response) {
        let (rect, response) = ui.allocate_exact_size(size, self.sense);
        (rect, self.finish(ui, rect, response))
    }

    fn finish(self, ui: &Ui, rect: Rect, response: Response) -> Response {
        let enabled = ui.is_enabled();
        response.widget_info(|| match self.chosen {
            Some(chosen) => WidgetInfo::selected(self.role, enabled, chosen, &self.name),
            None => WidgetInfo::labeled(self.role, enabled, &self.name),
        });
        self.paint(ui, rect, &response);
        match &self.tip {
            Some(words) => tip(response, words, None),
            None => response,
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let colors = palette(ui);
        let hovered = response.hovered();
        if let Some(corner) = self.ground {
            let typed = matches!(self.ring, Ring::Tint) && response.has_focus();
            let fill = match (self.chosen, hovered || typed) {
                (Some(true), _) => Some(colors.selected),
                (_, true) => Some(colors.hover),
                (_, false) => None,
            };
            if let Some(fill) = fill {
                ui.painter().rect_filled(rect, radius(corner), fill);
            }
        }
        if hovered {
            if self.leads {
                ui.set_cursor_icon(CursorIcon::PointingHand);
            }
            match self.line {
                Line::None => {}
                Line::Whole(ink) => {
                    let stroke = Stroke::new(tokens().stroke.hairline, ink);
                    let y = rect.bottom() - 2.0;
                    ui.painter().hline(rect.x_range(), y, stroke);
                }
                Line::At(x, y, stroke) => {
                    ui.painter().hline(x, y, stroke);
                }
            }
        }
        match self.ring {
            Ring::Around(corner) => focus::ring(ui, response, rect, corner),
            Ring::AroundPart(part, corner) => focus::ring(ui, response, part, corner),
            Ring::Inside => focus::ring_inside(ui, response, rect),
            Ring::Tint | Ring::None => {}
        }
    }
}
