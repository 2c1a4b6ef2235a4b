//! The list of what can be marked: who filled the form in, and every item with its options.

use egui::accesskit::Role;
use egui::{Align2, Ui, vec2};

use super::draft::Draft;
use super::names;
use crate::model::{Item, Meant, Questionnaire};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, icon, icons, panel, text};

const HEIGHT: f32 = 30.0;

/// Draws the list; what is pressed is marked next.
pub(super) fn targets(ui: &mut Ui, cx: &Cx<'_>, asked: &Questionnaire, draft: &mut Draft) {
    let language = cx.language;
    panel::padded(ui, |ui| {
        ui.add_space(6.0);
        panel::section_head(ui, &tr!(language, "mark-what"), |_| {});
        text::weak(ui, tr!(language, "mark-what-explained"));
        ui.add_space(6.0);
    });
    panel::scrolled(ui, "mark targets", |ui| {
        for field in Meant::FIELDS {
            let name = names::meant(language, &field, asked);
            let said = (name.as_str(), "");
            row(ui, cx, (field, said, 0.0), draft);
        }
        panel::rule(ui);
        for item in &asked.items {
            let said = (item.code.as_str(), item.text.as_str());
            row(ui, cx, (Meant::Item(item.lineage), said, 0.0), draft);
            if shows_options(item, draft) {
                for option in item.scale.iter().flat_map(|it| &it.options) {
                    let meant = Meant::Option(item.lineage, option.label.clone());
                    row(ui, cx, (meant, ("", &option.label), 24.0), draft);
                }
            }
        }
    });
}

/// Options are shown of the item that is being marked, and of those that are marked by them.
fn shows_options(item: &Item, draft: &Draft) -> bool {
    let own = |meant: &Meant| meant.item() == Some(item.lineage);
    let by_options = |meant: &Meant| own(meant) && matches!(meant, Meant::Option(..));
    item.kind.has_scale()
        && (draft.next.as_ref().is_some_and(own)
            || draft.marks.iter().any(|it| by_options(&it.meant)))
}

fn row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (meant, (code, words), indent): (Meant, (&str, &str), f32),
    draft: &mut Draft,
) {
    let language = cx.language;
    let cells = names::cells(language, draft.cells(&meant));
    let by_options = matches!(&meant, Meant::Item(lineage) if draft.marks.iter().any(|it| {
        matches!(&it.meant, Meant::Option(own, _) if own == lineage)
    }));
    let where_to = match (cells.is_empty(), by_options) {
        (false, _) => cells.clone(),
        (true, true) => tr!(language, "mark-by-options"),
        (true, false) => tr!(language, "mark-nowhere"),
    };
    let said = [code, words].map(str::trim).join(" ");
    let name = tr!(
        language,
        "mark-target",
        what = said.trim(),
        cells = where_to.as_str()
    );
    let chosen = draft.next.as_ref() == Some(&meant);
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = Hotspot::row(Role::ListItem, name, chosen)
        .tip((!words.is_empty()).then_some(words))
        .take(ui, size);
    if response.clicked() {
        draft.next = Some(meant);
    }
    let colors = palette(ui);
    let mut room = rect.shrink2(vec2(tokens().space.panel_margin, 0.0));
    room.min.x += indent;
    let marked = !cells.is_empty() || by_options;
    let (sign, ink) = match marked {
        true => (icons::ICON_CHECK_CIRCLE, colors.positive),
        false => (icons::ICON_RADIO_BUTTON_UNCHECKED, colors.control),
    };
    let size = tokens().icon.control;
    let at = room.left_center() + vec2(size / 2.0, 0.0);
    icon::paint(ui.painter(), at, sign, size, ink);
    room.min.x += size + 6.0;
    let weak = colors.text_weak;
    let shown = match (cells.is_empty(), by_options) {
        (true, true) => String::new(),
        _ => where_to,
    };
    let right = text::paint(
        ui,
        room.with_min_x(room.center().x),
        Align2::RIGHT_CENTER,
        (Face::Small, weak),
        &shown,
    );
    room.max.x = right.rect.left() - 6.0;
    if !code.is_empty() {
        let painted = text::paint(
            ui,
            room,
            Align2::LEFT_CENTER,
            (Face::TableBold, colors.text),
            code,
        );
        room.min.x = painted.rect.right() + 6.0;
    }
    text::paint(
        ui,
        room,
        Align2::LEFT_CENTER,
        (Face::Table, colors.text),
        words,
    );
}
