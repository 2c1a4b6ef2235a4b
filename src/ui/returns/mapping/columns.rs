//! One column of the file as a row: its title, what it is, how it is read, and what of it.

use egui::{Response, Ui};

use super::{Mapped, Seen, words};
use crate::model::{Item, Reading, Target, Undecided};
use crate::tr;
use crate::ui::style::Face;
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

/// Draws the row of a column; what was `led` to has the keyboard where it is mended.
pub(super) fn row(seen: Seen<'_>, mapped: Mapped<'_>, led: bool, cells: &mut Cells<'_>) {
    let undecided = seen.incoming.undecided(mapped.at);
    if undecided.is_some() {
        cells.ground(Tone::Warning);
    }
    cells.weak(mapped.column.letters());
    cells.text(&mapped.column.title);
    let target = cells.ui(|ui| target(ui, seen, mapped));
    let reading = cells.ui(|ui| reading(ui, seen, mapped)).flatten();
    if let Some(mends) = reading.or(target).filter(|_| led) {
        mends.request_focus();
    }
    cells.weak(&samples(seen.cx, mapped));
    cells.text(&read(seen.cx, mapped));
    status(seen.cx, mapped, undecided, cells);
}

fn target(ui: &mut Ui, seen: Seen<'_>, mapped: Mapped<'_>) -> Response {
    let column = mapped.column;
    let letters = column.letters();
    let name = tr!(seen.cx.language, "mapping-target-of", column = letters);
    let shown = words::target(seen, column.target);
    let left_out = matches!(column.target, Target::Ignore | Target::Private);
    let select = Select::new(&name, &shown)
        .width(ui.available_width())
        .small()
        .muted(left_out);
    select.menu(ui, |ui| targets(ui, seen, mapped)).0
}

/// Items first, those the title fits at the top; then fields, then nothing.
fn targets(ui: &mut Ui, seen: Seen<'_>, mapped: Mapped<'_>) {
    let column = mapped.column;
    let line = |ui: &mut Ui, target: Target| {
        let item = MenuItem::new(words::target(seen, target)).chosen(target == column.target);
        if ui.add(item).clicked() && target != column.target {
            take(seen, mapped, target);
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
        for option in options_left(seen, item) {
            line(ui, Target::ItemOption(item.lineage, option));
        }
    }
    menu::rule(ui);
    for target in [
        Target::Customer,
        Target::Respondent,
        Target::Role,
        Target::Date,
        Target::Channel,
        Target::Collector,
        Target::Duration,
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
}

/// The options that have no column yet, of an item some of whose options have one.
fn options_left(seen: Seen<'_>, item: &Item) -> Vec<u8> {
    let columns = seen.incoming.columns.iter().map(|it| it.target);
    let taken: Vec<Target> = columns
        .filter(|it| matches!(it, Target::ItemOption(lineage, _) if *lineage == item.lineage))
        .collect();
    let options = item.scale.iter().flat_map(|scale| &scale.options);
    let options = (0..).zip(options).map(|(at, _)| at);
    options
        .filter(|at| !taken.is_empty() && !taken.contains(&Target::ItemOption(item.lineage, *at)))
        .collect()
}

fn take(seen: Seen<'_>, mapped: Mapped<'_>, target: Target) {
    seen.look(Look::Target {
        columns: vec![mapped.at],
        target,
    });
}

/// How a column of a choice can be read.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// What stands there is the answer.
    Answer(Reading),
    /// What stands there says whether this option is ticked.
    Ticked(u8),
}

/// The field, where there is a choice.
fn reading(ui: &mut Ui, seen: Seen<'_>, mapped: Mapped<'_>) -> Option<Response> {
    let (column, language) = (mapped.column, seen.cx.language);
    if column.reading == Reading::None {
        return None;
    }
    let name = tr!(language, "mapping-reading-of", column = column.letters());
    let way = match column.target {
        Target::ItemOption(_, option) => Way::Ticked(option),
        _ => Way::Answer(column.reading),
    };
    let choices = mapped
        .item
        .map_or_else(Vec::new, |item| ways(seen.cx, item));
    let said = choices.iter().find(|(known, _)| *known == way);
    let shown = match said {
        Some((_, words)) => words.clone(),
        None => words::reading(seen.cx, column.reading),
    };
    let select = Select::new(&name, &shown)
        .width(ui.available_width())
        .small()
        .read_only(choices.is_empty())
        .warning(super::waits(&mapped));
    let (field, picked) = select.show(ui, &way, &choices);
    if let (Some(picked), Some(item)) = (picked, mapped.item) {
        match (picked, way) {
            (Way::Ticked(option), _) => {
                take(seen, mapped, Target::ItemOption(item.lineage, option));
            }
            (Way::Answer(_), Way::Ticked(_)) => take(seen, mapped, Target::Item(item.lineage)),
            (Way::Answer(reading), Way::Answer(_)) => seen.look(Look::Reading {
                columns: vec![mapped.at],
                reading,
            }),
        }
    }
    Some(field).filter(|_| !choices.is_empty())
}

/// The ways a column of the item can be read; none where there is no choice.
fn ways(cx: &Cx<'_>, item: &Item) -> Vec<(Way, String)> {
    if !item.kind.has_scale() {
        return Vec::new();
    }
    let readings = [Reading::Labels, Reading::Scores, Reading::OptionNumbers];
    let whole = readings.map(|it| (Way::Answer(it), words::reading(cx, it)));
    let options = item.scale.iter().flat_map(|scale| &scale.options);
    let ticked = (0..).zip(options).map(|(at, option)| {
        let words = tr!(cx.language, "reading-ticked", label = option.label.as_str());
        (Way::Ticked(at), words)
    });
    whole.into_iter().chain(ticked).collect()
}

fn samples(cx: &Cx<'_>, mapped: Mapped<'_>) -> String {
    if mapped.column.target == Target::Private {
        return tr!(cx.language, "mapping-hidden");
    }
    let samples = mapped.preview.samples.iter().take(SAMPLES);
    let found: Vec<&str> = samples.map(|it| it.found.as_str()).collect();
    found.join(", ")
}

/// What the samples are read as.
fn read(cx: &Cx<'_>, mapped: Mapped<'_>) -> String {
    let (column, preview, language) = (mapped.column, mapped.preview, cx.language);
    match column.target {
        Target::Ignore | Target::Private => String::new(),
        _ if super::waits(&mapped) => String::new(),
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
            let words = samples.map(|it| words::read(cx, mapped.item, &it.read));
            words.collect::<Vec<_>>().join(", ")
        }
    }
}

fn status(cx: &Cx<'_>, mapped: Mapped<'_>, undecided: Option<&Undecided>, cells: &mut Cells<'_>) {
    let language = cx.language;
    let unreadable = mapped.preview.unreadable;
    match (undecided, mapped.column.target) {
        (Some(Undecided::Reading(_)), _) => {
            marked(cells, icons::ICON_WARNING, &tr!(language, "mapping-choose"));
        }
        (Some(Undecided::Unordered(_)), _) => {
            let words = tr!(language, "mapping-which-number");
            marked(cells, icons::ICON_WARNING, &words);
        }
        (Some(Undecided::Ticks(_)), _) => {
            let words = tr!(language, "mapping-which-option");
            marked(cells, icons::ICON_WARNING, &words);
        }
        (Some(_), _) => marked(cells, icons::ICON_WARNING, &tr!(language, "mapping-twice")),
        (None, Target::Ignore) if !mapped.column.candidates.is_empty() => {
            marked(cells, icons::ICON_HELP, &tr!(language, "mapping-several"));
        }
        (None, Target::Ignore) => cells.weak(&tr!(language, "mapping-skipped")),
        (None, Target::Private) => {
            let words = tr!(language, "mapping-private-column");
            let weak = cells.palette().text_weak;
            sign(cells, icons::ICON_VISIBILITY_OFF, weak, &words);
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
fn marked(cells: &mut Cells<'_>, icon: icon::Icon, words: &str) {
    let warning = cells.palette().warning;
    sign(cells, icon, warning, words);
}

fn sign(cells: &mut Cells<'_>, icon: icon::Icon, ink: crate::theme::Color, words: &str) {
    cells.ui_said(words, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        icon::show(ui, icon, 16.0, ink);
        text::line(ui, Face::Table, ink, words);
    });
}
