//! The left panel: what the pages hold, in which language, and whose they are.

use egui::accesskit::Role;
use egui::{Align2, Ui, vec2};

use super::ReviewTab;
use crate::edit::Typed;
use crate::i18n::{Language, period};
use crate::theme::tokens;
use crate::tr;
use crate::ui::form::FormField;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, Segment, panel, text};
use crate::ui::{Cx, Section};

impl ReviewTab {
    /// Draws it; what is typed is kept in the form.
    pub(super) fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, language: Language) {
        panel::scrolled(ui, "contents", |ui| {
            let title = tr!(cx.language, "review-contents");
            panel::padded(ui, |ui| panel::section_head(ui, &title, |_| {}));
            self.sections(ui, cx);
            panel::padded(ui, |ui| {
                ui.add_space(tokens().space.group_gap);
                panel::rule(ui);
                ui.add_space(tokens().space.panel_margin);
                ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
                self.language(ui, cx, language);
                for (name, typed) in [
                    (tr!(cx.language, "review-company"), Typed::Company),
                    (tr!(cx.language, "review-document"), Typed::Document),
                ] {
                    let field = FormField::text(name, typed).locked(!cx.writable);
                    self.form.field(ui, cx, field);
                }
                basis(ui, cx);
                ui.add_space(tokens().space.panel_margin);
            });
        });
    }

    fn sections(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some((_, laid)) = &cx.preview.laid else {
            return;
        };
        let reading = reading(&laid.sections, self.page, self.section);
        for (at, section) in laid.sections.iter().enumerate() {
            if row(ui, cx.language, section, reading == Some(at)) {
                self.page = section.page;
                self.section = Some(at);
                self.jump = Some(section.top);
            }
        }
    }

    fn language(&mut self, ui: &mut Ui, cx: &Cx<'_>, language: Language) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text::weak(ui, tr!(cx.language, "review-language"));
            let width = ui.available_width();
            let names = Language::ALL.map(|one| (one, tr!(one, "language-name")));
            let choices = names
                .each_ref()
                .map(|(language, name)| (*language, name.as_str()));
            let segment = Segment::new(language, &choices).width(width);
            if let Some(other) = segment.show(ui) {
                self.language = Some(other);
            }
        });
    }
}

/// The part that is read: the one that was asked for while its page is shown, else the first
/// that begins there, else the one that goes on from a page before.
fn reading(sections: &[Section], page: usize, asked: Option<usize>) -> Option<usize> {
    let asked = asked.filter(|at| sections.get(*at).is_some_and(|known| known.page == page));
    asked
        .or_else(|| sections.iter().position(|known| known.page == page))
        .or_else(|| sections.iter().rposition(|known| known.page < page))
}

/// Which returns the pages speak of.
fn basis(ui: &mut Ui, cx: &Cx<'_>) {
    let (Some(wave), Some(view)) = (cx.wave, cx.view) else {
        return;
    };
    let period = period::name(cx.language, wave.period);
    let count = view.whole.counted;
    let mut words = tr!(cx.language, "review-basis", period = period, count = count);
    if !cx.filter.is_empty() {
        if cx.language == Language::En {
            words.push(' ');
        }
        words.push_str(&tr!(cx.language, "review-basis-filter"));
    }
    text::weak(ui, words);
}

/// A part and the page it begins on; true when it is to be shown.
fn row(ui: &mut Ui, language: Language, section: &Section, chosen: bool) -> bool {
    let colors = palette(ui);
    let size = vec2(ui.available_width(), tokens().height.list_row);
    let page = (section.page + 1).to_string();
    let name = tr!(
        language,
        "review-contents-page",
        title = section.title.as_str(),
        page = page.as_str()
    );
    let (rect, response) = Hotspot::row(Role::Button, name, chosen).take(ui, size);
    let (face, ink, count_ink) = if chosen {
        (Face::TableBold, colors.accent, colors.accent)
    } else {
        (Face::Table, colors.text, colors.text_weak)
    };
    let room = rect.shrink2(vec2(tokens().space.panel_margin, 0.0));
    let number = text::paint(ui, room, Align2::RIGHT_CENTER, (face, count_ink), &page);
    let room = room.with_max_x(number.rect.left() - tokens().space.panel_margin);
    text::paint(ui, room, Align2::LEFT_CENTER, (face, ink), &section.title);
    response.clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_marked() {
        let sections = [0, 0, 1, 3].map(|page| Section {
            title: String::new(),
            page,
            top: 0.0,
        });
        let marked = |page, asked| reading(&sections, page, asked);
        assert_eq!(marked(0, None), Some(0));
        assert_eq!(marked(0, Some(1)), Some(1));
        assert_eq!(marked(1, Some(1)), Some(2), "the page was turned");
        assert_eq!(marked(2, None), Some(2), "it goes on");
        assert_eq!(marked(3, None), Some(3));
        assert_eq!(reading(&[], 0, None), None);
    }
}
