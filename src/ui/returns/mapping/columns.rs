//! One column of the file as a row: its title, what it is, how it is read, and what of it.

use egui::Ui;

use super::{Seen, words};
use crate::model::{ColumnMapping, ColumnPreview, Item, Reading, Target, Undecided};
use crate::tr;
use crate::ui::widgets::{Cells, Column, MenuItem, Select, Tone, icon, icons, menu, text};
use crate::ui::{Cx, Look};

/// Values shown as samples.
const SAMPLES: usize = 4;

/// The heads of the table.
pub(super) fn heads<'a>(cx: &Cx<'_>) -> Vec<Column<'a>> {
    let language = cx.language;
    vec![
        Column::words(tr!(language, "mapping-letters"), 44.0),
        Column::words(tr!(language, "mapping-title"), 150.0).stretch(2.0),
        Column::words(tr!(language, "mapping-target"), 196.0).stretch(1.4),
        Column::words(tr!(language, "mapping-reading"), 140.0),
        Column::words(tr!(language, "mapping-samples"), 110.0).stretch(1.4),
        Column::words(tr!(language, "mapping-read"), 90.0).stretch(1.0),
        Column::words(tr!(language, "column-status"), 128.0),
    ]
}

/// Draws the row of the column at a place.
pub(super) fn row(seen: Seen<'_>, at: usize, cells: &mut Cells<'_>) -> Option<Look> {
    let (column, preview) = seen.column(at)?;
    let undecided = seen.incoming.undecided(at);
    if undecided.is_some() {
        cells.ground(Tone::Warning);
    }
    cells.weak(column.letters());
    cells.text(&column.title);
    let target = cells.ui(|ui| target(ui, seen, at, column)).flatten();
    let reading = cells.ui(|ui| reading(ui, seen, at, column)).flatten();
    let item = column.target.item().and_then(|it| seen.asked.item_of(it));
    cells.weak(&samples(seen.cx, column, preview));
    cells.text(&read(seen.cx, item, column, preview));
    status(seen, (column, preview), undecided, cells);
    target.or(reading)
}

fn target(ui: &mut Ui, seen: Seen<'_>, at: usize, column: &ColumnMapping) -> Option<Look> {
    let language = seen.cx.language;
    let letters = column.letters();
    let name = tr!(language, "mapping-target-of", column = letters);
    let shown = words::target(seen, column.target);
    let left_out = matches!(column.target, Target::Ignore | Target::Private);
    let select = Select::new(&name, &shown)
        .width(ui.available_width())
        .small()
        .muted(left_out);
    let (_, picked) = select.menu(ui, |ui| targets(ui, seen, column));
    picked.flatten().map(|target| Look::Target {
        columns: vec![at],
        target,
    })
}

/// Items first, those the title fits at the top; then fields, then nothing.
fn targets(ui: &mut Ui, seen: Seen<'_>, column: &ColumnMapping) -> Option<Target> {
    let mut picked = None;
    let mut line = |ui: &mut Ui, target: Target| {
        let item = MenuItem::new(words::target(seen, target)).chosen(target == column.target);
        if ui.add(item).clicked() && target != column.target {
            picked = Some(target);
        }
    };
    for lineage in &column.candidates {
        line(ui, Target::Item(*lineage));
    }
    if !column.candidates.is_empty() {
        menu::rule(ui);
    }
    for item in &seen.asked.items {
        if !column.candidates.contains(&item.lineage) {
            line(ui, Target::Item(item.lineage));
        }
    }
    menu::rule(ui);
    for target in [
        Target::Customer,
        Target::Respondent,
        Target::Date,
        Target::Channel,
        Target::Collector,
        Target::Void,
    ] {
        line(ui, target);
    }
    menu::rule(ui);
    line(ui, Target::Ignore);
    // What only titles can say stays to be chosen again.
    if matches!(column.target, Target::Private | Target::ItemOption(..)) {
        line(ui, column.target);
    }
    picked
}

fn reading(ui: &mut Ui, seen: Seen<'_>, at: usize, column: &ColumnMapping) -> Option<Look> {
    if column.reading == Reading::None {
        return None;
    }
    let name = tr!(
        seen.cx.language,
        "mapping-reading-of",
        column = column.letters()
    );
    let shown = words::reading(seen.cx, column.reading);
    let readings = words::readings(seen, column.target);
    let choices: Vec<(Reading, String)> = readings
        .into_iter()
        .map(|it| (it, words::reading(seen.cx, it)))
        .collect();
    let select = Select::new(&name, &shown)
        .width(ui.available_width())
        .small()
        .read_only(choices.is_empty())
        .warning(column.reading == Reading::Undecided);
    let (_, picked) = select.show(ui, &column.reading, &choices);
    picked.map(|reading| Look::Reading {
        columns: vec![at],
        reading,
    })
}

fn samples(cx: &Cx<'_>, column: &ColumnMapping, preview: &ColumnPreview) -> String {
    if column.target == Target::Private {
        return tr!(cx.language, "mapping-hidden");
    }
    let found = preview.samples.iter().map(|it| it.found.as_str());
    let found: Vec<&str> = found.take(SAMPLES).collect();
    found.join(", ")
}

/// What the samples are read as.
fn read(
    cx: &Cx<'_>,
    item: Option<&Item>,
    column: &ColumnMapping,
    preview: &ColumnPreview,
) -> String {
    let language = cx.language;
    match column.target {
        Target::Ignore | Target::Private => String::new(),
        _ if column.reading == Reading::Undecided => String::new(),
        Target::Customer if preview.unreadable == 0 => {
            tr!(language, "mapping-all-known", count = preview.read)
        }
        Target::Customer => tr!(
            language,
            "mapping-some-known",
            count = preview.read,
            rest = preview.unreadable
        ),
        _ if column.reading == Reading::Text => tr!(language, "mapping-as-written"),
        _ => {
            let samples = preview.samples.iter().take(SAMPLES);
            let words = samples.map(|it| words::read(cx, item, &it.read));
            words.collect::<Vec<_>>().join(", ")
        }
    }
}

fn status(
    seen: Seen<'_>,
    (column, preview): (&ColumnMapping, &ColumnPreview),
    undecided: Option<&Undecided>,
    cells: &mut Cells<'_>,
) {
    let language = seen.cx.language;
    let unreadable = preview.unreadable;
    match (undecided, column.target) {
        (Some(Undecided::Reading(_)), _) => {
            marked(cells, icons::ICON_WARNING, &tr!(language, "mapping-choose"));
        }
        (Some(_), _) => marked(cells, icons::ICON_WARNING, &tr!(language, "mapping-twice")),
        (None, Target::Ignore) if !column.candidates.is_empty() => {
            let words = tr!(language, "mapping-several");
            marked(cells, icons::ICON_HELP, &words);
        }
        (None, Target::Ignore) => cells.weak(&tr!(language, "mapping-skipped")),
        (None, Target::Private) => {
            let words = tr!(language, "mapping-private-column");
            cells.ui_said(&words, |ui| {
                let color = crate::ui::style::palette(ui).text_weak;
                icon::show(ui, icons::ICON_VISIBILITY_OFF, 16.0, color);
                ui.spacing_mut().item_spacing.x = 6.0;
                text::say(ui, crate::ui::style::Face::Table, color, words.as_str());
            });
        }
        (None, Target::Customer) if unreadable > 0 => {
            let words = tr!(language, "mapping-unknown", count = unreadable);
            marked(cells, icons::ICON_ERROR, &words);
        }
        (None, _) if unreadable > 0 => {
            let words = tr!(language, "mapping-unreadable", count = unreadable);
            marked(cells, icons::ICON_ERROR, &words);
        }
        (None, _) => cells.status(Tone::Positive, &tr!(language, "mapping-understood")),
    }
}

/// A sign and a word in the colour of what needs a look.
fn marked(cells: &mut Cells<'_>, sign: icon::Icon, words: &str) {
    cells.ui_said(words, |ui| {
        let color = crate::ui::style::palette(ui).warning;
        ui.spacing_mut().item_spacing.x = 6.0;
        icon::show(ui, sign, 16.0, color);
        text::line(ui, crate::ui::style::Face::Table, color, words);
    });
}
