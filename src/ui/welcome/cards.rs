//! The three ways to begin.

use egui::{Align2, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Front;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Action;
use crate::ui::action::WorkspaceAction;
use crate::ui::style::{Face, palette, radius};
use crate::ui::widgets::{Hotspot, Icon, icon, icons, text};

struct Card<'a> {
    icon: Icon,
    title: String,
    explained: String,
    key: &'a str,
    primary: bool,
}

/// New, open, sample.
pub(super) fn cards(ui: &mut Ui, front: &Front<'_>) {
    let language = front.language;
    ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
    let new = Card {
        icon: icons::ICON_NOTE_ADD,
        title: tr!(language, "welcome-new"),
        explained: tr!(language, "welcome-new-explained"),
        key: "Ctrl+N",
        primary: true,
    };
    let open = Card {
        icon: icons::ICON_FOLDER_OPEN,
        title: tr!(language, "welcome-open"),
        explained: tr!(language, "welcome-open-explained"),
        key: "Ctrl+O",
        primary: false,
    };
    let sample = Card {
        icon: icons::ICON_SCHOOL,
        title: tr!(language, "welcome-sample"),
        explained: tr!(language, "welcome-sample-explained"),
        key: "",
        primary: false,
    };
    for (card, wanted) in [
        (new, WorkspaceAction::New),
        (open, WorkspaceAction::Open),
        (sample, WorkspaceAction::Sample),
    ] {
        if card.show(ui) {
            front.outbox.ask(Action::Workspace(wanted));
        }
    }
}

impl Card<'_> {
    fn show(&self, ui: &mut Ui) -> bool {
        let colors = palette(ui);
        let size = vec2(ui.available_width(), 64.0);
        let corner = tokens().radius.card;
        let hotspot = Hotspot::button(&self.title).corner(corner);
        let (rect, response) = hotspot.take(ui, size);
        let hovered = response.hovered();
        let (fill, ink, weak, mark) = match (self.primary, hovered) {
            (true, false) => {
                let ink = colors.accent_text;
                (colors.accent, ink, ink, ink)
            }
            (true, true) => {
                let ink = colors.accent_text;
                (colors.accent_hover, ink, ink, ink)
            }
            (false, hovered) => {
                let fill = if hovered {
                    colors.hover
                } else {
                    colors.surface
                };
                (fill, colors.text, colors.text_weak, colors.accent)
            }
        };
        let edge = if self.primary {
            Stroke::NONE
        } else {
            Stroke::new(tokens().stroke.hairline, colors.line)
        };
        ui.painter()
            .rect(rect, radius(corner), fill, edge, StrokeKind::Inside);
        let centre = pos2(rect.left() + 28.0, rect.center().y);
        icon::paint(ui.painter(), centre, self.icon, tokens().icon.large, mark);
        let room = rect.shrink2(vec2(16.0, 0.0)).with_min_x(rect.left() + 56.0);
        let (left, right) = (Align2::LEFT_CENTER, Align2::RIGHT_CENTER);
        let key = text::paint(ui, room, right, (Face::Table, weak), self.key);
        let room = room.with_max_x(key.rect.left() - 8.0);
        let half = Face::Section.line_height() / 2.0;
        let upper = room.translate(vec2(0.0, -Face::Small.line_height() / 2.0));
        text::paint(ui, upper, left, (Face::Section, ink), &self.title);
        let lower = room.translate(vec2(0.0, half));
        text::paint(ui, lower, left, (Face::Small, weak), &self.explained);
        response.clicked()
    }
}
