//! The head of the mapping page: which file, what wrote it, where it goes.

use egui::{Align, Layout, Ui};

use super::Seen;
use crate::i18n::{encoding, period, platform};
use crate::model::{Period, TextEncoding};
use crate::tr;
use crate::ui::returns::open_wave;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Select, icons, panel, text};
use crate::ui::{Action, IncomingAction, Look, Stage};

/// Draws it.
pub(super) fn head(ui: &mut Ui, seen: Seen<'_>, revision: &str) -> Option<Action> {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    let enabled = incoming.stage != Stage::Importing;
    panel::bare_bar(ui, "mapping head", 72.0, |ui| {
        let mut wish = None;
        let back = Button::icon_only(icons::ICON_ARROW_BACK, tr!(language, "mapping-leave"));
        if ui.add_enabled(enabled, back).clicked() {
            wish = Some(Action::Incoming(IncomingAction::Leave));
        }
        ui.add_space(8.0);
        let room = ui.available_rect_before_wrap();
        let mut look = None;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.add_enabled_ui(enabled, |ui| look = choices(ui, seen));
            let left = ui.min_rect().left() - 16.0;
            let mut words = ui.new_child(
                egui::UiBuilder::new()
                    .max_rect(room.with_max_x(left))
                    .layout(Layout::top_down(Align::Min)),
            );
            titles(&mut words, seen, revision);
        });
        look.map(|look| Action::Incoming(IncomingAction::Look(look)))
            .or(wish)
    })
}

fn titles(ui: &mut Ui, seen: Seen<'_>, revision: &str) {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    let colors = palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let lines = Face::Heading.line_height() + Face::Small.line_height();
    ui.add_space((ui.available_height() - lines) / 2.0);
    let title = tr!(language, "mapping-heading", file = incoming.file.as_str());
    text::line(ui, Face::Heading, colors.text, title);
    let kind = platform::name(language, &incoming.platform);
    let below = tr!(
        language,
        "mapping-below",
        kind = kind,
        row = incoming.header_row,
        returns = incoming.checks.returns,
        columns = incoming.columns.len(),
        revision = revision
    );
    text::line(ui, Face::Small, colors.text_weak, below);
}

/// From the right: which wave, which sheet or encoding, what is remembered.
fn choices(ui: &mut Ui, seen: Seen<'_>) -> Option<Look> {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    let mut look = None;
    let periods = periods(seen);
    let shown = tr!(
        language,
        "mapping-into",
        wave = period::name(language, incoming.period)
    );
    let name = tr!(language, "mapping-wave");
    let select = Select::new(&name, &shown).width(168.0);
    if let (_, Some(period)) = select.show(ui, &incoming.period, &periods) {
        look = Some(Look::Period(period));
    }
    if incoming.sheets.len() > 1 {
        let name = tr!(language, "mapping-sheet");
        let shown = incoming.sheets.iter().find(|it| it.0 == incoming.sheet);
        let shown = shown.map_or("", |it| it.1.as_str());
        let select = Select::new(&name, shown).width(144.0);
        if let (_, Some(sheet)) = select.show(ui, &incoming.sheet, &incoming.sheets) {
            look = Some(Look::Sheet(sheet));
        }
    }
    if let Some(found) = incoming.encoding {
        look = encodings(ui, seen, found).or(look);
    }
    if let Some(file) = &incoming.remembered {
        let words = tr!(language, "mapping-remembered");
        let tip = tr!(language, "mapping-remembered-of", file = file.as_str());
        let button = Button::secondary(words).icon(icons::ICON_HISTORY).tip(tip);
        if ui.add(button).clicked() {
            look = Some(Look::Anew);
        }
    }
    look
}

/// What a text is in. The columns and returns below show what each choice makes of it.
fn encodings(ui: &mut Ui, seen: Seen<'_>, found: TextEncoding) -> Option<Look> {
    let language = seen.cx.language;
    let choices = TextEncoding::ALL.map(|it| (it, encoding::name(language, it)));
    let name = tr!(language, "mapping-encoding");
    let shown = tr!(language, "mapping-encoded", name = found.name());
    let select = Select::new(&name, &shown).width(192.0);
    let (_, chosen) = select.show(ui, &found, &choices);
    chosen.map(Look::Encoding)
}

/// Waves that are open, and periods around today that could be.
fn periods(seen: Seen<'_>) -> Vec<(Period, String)> {
    let cx = seen.cx;
    let mut periods: Vec<Period> = cx
        .data
        .waves_of(seen.incoming.survey)
        .filter(|wave| wave.label.is_empty())
        .map(|wave| wave.period)
        .collect();
    if let Some(newest) = open_wave::newest(cx) {
        periods.extend(open_wave::offered(cx, newest));
    }
    periods.push(seen.incoming.period);
    periods.sort();
    periods.dedup();
    let open = |it: Period| cx.data.wave_in(seen.incoming.survey, it).is_some();
    let named = periods.into_iter().rev().map(|it| {
        let name = period::name(cx.language, it);
        let name = if open(it) {
            name
        } else {
            tr!(cx.language, "mapping-new-wave", wave = name)
        };
        (it, name)
    });
    named.collect()
}
