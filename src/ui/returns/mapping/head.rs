//! The head of the mapping page: which file, what wrote it, where it goes.

use egui::Ui;

use super::Seen;
use crate::edit::{free_periods, newest_revision};
use crate::i18n::{encoding, period, platform};
use crate::model::{Period, TextEncoding};
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Select, icons, panel, text};
use crate::ui::{IncomingAction, Look, Stage};

/// Draws it.
pub(super) fn head(ui: &mut Ui, seen: Seen<'_>, revision: &str) {
    let enabled = seen.incoming.stage != Stage::Importing;
    panel::bare_bar(ui, "mapping head", 72.0, |ui| {
        let words = tr!(seen.cx.language, "mapping-leave");
        let back = Button::icon_only(icons::ICON_ARROW_BACK, words);
        if ui.add_enabled(enabled, back).clicked() {
            seen.ask(IncomingAction::Leave);
        }
        ui.add_space(8.0);
        let titles = |ui: &mut Ui| titles(ui, seen, revision);
        panel::ends(ui, "mapping", titles, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.add_enabled_ui(enabled, |ui| choices(ui, seen));
        });
    });
}

fn titles(ui: &mut Ui, seen: Seen<'_>, revision: &str) {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    let title = tr!(language, "mapping-heading", file = incoming.file.as_str());
    let kind = platform::name(language, &incoming.platform);
    let below = tr!(
        language,
        "mapping-below",
        kind = kind,
        row = incoming.header_row.to_string(),
        returns = incoming.checks.returns,
        columns = incoming.columns.len(),
        revision = revision
    );
    ui.vertical(|ui| {
        let colors = palette(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        let lines = Face::Heading.line_height() + Face::Small.line_height();
        ui.add_space((ui.available_height() - lines) / 2.0);
        text::line(ui, Face::Heading, colors.text, title);
        text::line(ui, Face::Small, colors.text_weak, below);
    });
}

/// What is remembered, which encoding or sheet, which wave.
fn choices(ui: &mut Ui, seen: Seen<'_>) {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    if let Some(file) = &incoming.remembered {
        let words = tr!(language, "mapping-remembered");
        let tip = tr!(language, "mapping-remembered-of", file = file.as_str());
        let button = Button::secondary(words).icon(icons::ICON_HISTORY).tip(tip);
        if ui.add(button).clicked() {
            seen.look(Look::Anew);
        }
    }
    if let Some(found) = &incoming.encoding {
        // The columns and returns below show what each choice makes of the text.
        let choices = TextEncoding::ALL.map(|it| (it, encoding::name(language, it)));
        let name = tr!(language, "mapping-encoding");
        let shown = tr!(language, "mapping-encoded", name = found.name());
        let select = Select::new(&name, &shown).width(192.0);
        choose(ui, seen, select, (found, &choices), Look::Encoding);
    }
    if incoming.sheets.len() > 1 {
        let name = tr!(language, "mapping-sheet");
        let shown = incoming.sheets.iter().find(|it| it.0 == incoming.sheet);
        let shown = shown.map_or("", |it| it.1.as_str());
        let select = Select::new(&name, shown).width(144.0);
        let choices = (&incoming.sheet, incoming.sheets.as_slice());
        choose(ui, seen, select, choices, Look::Sheet);
    }
    let name = tr!(language, "mapping-wave");
    let wave = period::name(language, incoming.period);
    let shown = tr!(language, "mapping-into", wave = wave);
    let select = Select::new(&name, &shown).width(168.0);
    let choices = (&incoming.period, &periods(seen)[..]);
    choose(ui, seen, select, choices, Look::Period);
}

fn choose<T: PartialEq + Clone>(
    ui: &mut Ui,
    seen: Seen<'_>,
    select: Select<'_>,
    (chosen, choices): (&T, &[(T, String)]),
    look: impl FnOnce(T) -> Look,
) {
    if let (_, Some(picked)) = select.show(ui, chosen, choices) {
        seen.look(look(picked));
    }
}

/// Waves that are open, and periods around today that could be.
fn periods(seen: Seen<'_>) -> Vec<(Period, String)> {
    let (cx, survey) = (seen.cx, seen.incoming.survey);
    let waves = cx.data.waves_of(survey);
    let open = waves.filter(|wave| wave.label.is_empty());
    let mut periods: Vec<Period> = open.map(|wave| wave.period).collect();
    if let Some(newest) = newest_revision(cx.data, survey) {
        periods.extend(free_periods(cx.data, newest, cx.today));
    }
    periods.push(seen.incoming.period);
    periods.sort();
    periods.dedup();
    let named = periods.into_iter().rev().map(|it| {
        let name = period::name(cx.language, it);
        match cx.data.wave_in(survey, it) {
            Some(_) => (it, name),
            None => (it, tr!(cx.language, "mapping-new-wave", wave = name)),
        }
    });
    named.collect()
}
