//! The returns of the wave, one a row: filtered by chips, sorted by any column.

use egui::{Align, Layout, Ui};

use super::rows::{Field, Listed, Query, Show, Status, answered, index};
use crate::i18n::number;
use crate::model::{Return, ReturnId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::returns_in_words;
use crate::ui::widgets::{
    Button, Cells, Chip, Column, Sorted, Table, Tone, empty, icons, panel, table::TableAnswer,
};
use crate::ui::{Action, Cx, Export, Pick, Sight};

/// What was done with the list.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) chosen: Option<ReturnId>,
    pub(super) opened: Option<ReturnId>,
    pub(super) wish: Option<Action>,
}

/// Chips over the table; `open` is how many returns have something to settle.
pub(super) fn chips(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (listed, open): (&Listed, usize),
    query: &mut Query,
) -> Option<Action> {
    let language = cx.language;
    panel::bare_bar(ui, "returns chips", 48.0, |ui| {
        ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
        if let Some((common, returns)) = &query.only {
            let words = returns_in_words(cx, common, returns.len());
            let words = tr!(language, "returns-only", words = words.as_str());
            let chip = Chip::new(words).chosen(true).closes();
            if ui.add(chip).clicked() {
                query.only = None;
            }
            panel::divider(ui);
        }
        let counts = listed.counts;
        let choices = [
            (Show::All, tr!(language, "returns-all"), counts.all),
            (Show::Valid, tr!(language, "returns-valid"), counts.valid),
            (Show::Open, tr!(language, "returns-open"), open),
            (Show::Void, tr!(language, "returns-void"), counts.void),
        ];
        for (show, words, count) in choices {
            let chip = Chip::new(words).count(count).chosen(query.show == show);
            if ui.add(chip).clicked() {
                query.show = show;
            }
        }
        panel::divider(ui);
        let words = tr!(language, "returns-unanswered");
        let chip = Chip::new(words)
            .count(listed.unanswered.len())
            .chosen(query.show == Show::Unanswered);
        if ui.add(chip).clicked() {
            query.show = Show::Unanswered;
        }
        let mut wish = None;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if query.show == Show::Unanswered && !listed.unanswered.is_empty() {
                let words = tr!(language, "returns-export-unanswered");
                let button = Button::icon_only(icons::ICON_DOWNLOAD, words);
                if ui.add(button).clicked() {
                    wish = Some(Action::Export(Export::Unanswered));
                }
            }
        });
        wish
    })
}

/// The table; `chosen` is the return chosen, `reveal` one to bring into sight.
pub(super) fn table(
    ui: &mut Ui,
    cx: &Cx<'_>,
    listed: &Listed,
    query: &mut Query,
    (chosen, reveal): (Option<ReturnId>, Option<ReturnId>),
) -> Done {
    if listed.shown.is_empty() {
        return none(ui, cx, listed, query);
    }
    let fields = fields(cx, listed, ui.available_width());
    let columns: Vec<Column<'_>> = fields.iter().map(|it| column(cx, listed, *it)).collect();
    let row_of = |id: Option<ReturnId>| listed.row(id?);
    let sorted = query.sorted.and_then(|(field, descending)| {
        let column = fields.iter().position(|it| *it == field)?;
        Some(Sorted { column, descending })
    });
    let answer = Table::new("returns", &columns, listed.shown.len())
        .inset(tokens().space.page_margin)
        .chosen(row_of(chosen))
        .reveal(row_of(reveal))
        .sorted(sorted)
        .show(ui, |row, cells| {
            if let Some((at, returned)) = listed.returned(row) {
                for field in &fields {
                    cell(cx, listed, *field, (at, returned), cells);
                }
            }
        });
    if let Some(field) = answer.sort.and_then(|column| fields.get(column)) {
        query.sorted = next_order(query.sorted, *field);
    }
    done(listed, answer)
}

/// The other way round, or by this field from where it usually begins.
fn next_order(sorted: Option<(Field, bool)>, field: Field) -> Option<(Field, bool)> {
    let words = matches!(
        field,
        Field::Row | Field::Code | Field::Customer | Field::Attribute(_) | Field::Channel
    );
    match sorted {
        Some((known, descending)) if known == field => Some((field, !descending)),
        _ => Some((field, !words)),
    }
}

fn done(listed: &Listed, answer: TableAnswer) -> Done {
    let id = |row: usize| Some(listed.returned(row)?.1.id);
    Done {
        chosen: answer.chosen.and_then(id),
        opened: answer.opened.and_then(id),
        wish: None,
    }
}

/// What a row says, as far as there is room and something to say: what the list is sorted by
/// and what tells customers apart gives way last.
fn fields(cx: &Cx<'_>, listed: &Listed, width: f32) -> Vec<Field> {
    let has = listed.has;
    let attribute = |at: usize| has.customer && listed.rows.attributes.len() > at;
    let nobody = cx.data.customers.is_empty();
    // From left to right; the number says which goes first when there is no room.
    let all = [
        (Field::Row, nobody, 0),
        (Field::Code, !nobody, 0),
        (Field::Customer, has.customer, 0),
        (Field::Attribute(0), attribute(0), 2),
        (Field::Attribute(1), attribute(1), 3),
        (Field::Turnover, has.turnover, 1),
        (Field::Respondent, has.respondent && !has.customer, 1),
        (Field::Respondent, has.respondent && has.customer, 6),
        (Field::Channel, has.channel, 5),
        (Field::Date, has.date, 4),
        (Field::Answered, true, 1),
        (Field::Index, true, 0),
        (Field::Status, true, 0),
    ];
    let mut shown: Vec<(Field, u8)> = all
        .into_iter()
        .filter(|(_, said, _)| *said)
        .map(|(field, _, last)| (field, last))
        .collect();
    let wide = |shown: &[(Field, u8)]| -> f32 {
        let widths = shown.iter().map(|(field, _)| least(*field));
        widths.sum::<f32>() + 2.0 * tokens().space.page_margin
    };
    while wide(&shown) > width {
        let least_wanted = shown.iter().map(|(_, last)| *last).max();
        match least_wanted.filter(|last| *last > 0) {
            Some(last) => shown.retain(|(_, it)| *it != last),
            None => break,
        }
    }
    shown.into_iter().map(|(field, _)| field).collect()
}

/// The least width of a column.
fn least(field: Field) -> f32 {
    match field {
        Field::Row | Field::Answered => 72.0,
        Field::Code | Field::Index => 60.0,
        Field::Customer => 124.0,
        Field::Attribute(_) => 64.0,
        Field::Turnover => 88.0,
        Field::Respondent | Field::Channel => 88.0,
        Field::Date => 64.0,
        Field::Status => 84.0,
    }
}

fn column<'a>(cx: &Cx<'_>, listed: &Listed, field: Field) -> Column<'a> {
    let language = cx.language;
    let width = least(field);
    let column = match field {
        Field::Row => Column::number(tr!(language, "column-row"), width),
        Field::Code => Column::words(tr!(language, "column-code"), width),
        Field::Customer => Column::words(tr!(language, "column-customer"), width).stretch(3.0),
        Field::Attribute(at) => {
            let name = listed.rows.attributes.get(at).cloned().unwrap_or_default();
            Column::words(name, width).stretch(0.5)
        }
        Field::Turnover => Column::number(tr!(language, "column-turnover"), width),
        Field::Respondent => Column::words(tr!(language, "column-respondent"), width).stretch(1.0),
        Field::Channel => Column::words(tr!(language, "column-channel"), width).stretch(0.5),
        Field::Date => Column::words(tr!(language, "column-date"), width),
        Field::Answered => Column::number(tr!(language, "column-answered"), width),
        Field::Index => Column::number(tr!(language, "column-index"), width),
        Field::Status => Column::words(tr!(language, "column-status"), width),
    };
    column.sortable()
}

fn cell(
    cx: &Cx<'_>,
    listed: &Listed,
    field: Field,
    (at, returned): (usize, &Return),
    cells: &mut Cells<'_>,
) {
    let (rows, cx) = (&listed.rows, &listed.sight(cx.language));
    let status = rows.status(returned);
    let customer = returned.customer.and_then(|id| rows.customer(cx, id));
    match field {
        Field::Row => cells.weak(&returned.row.to_string()),
        Field::Code => cells.weak(customer.map_or("", |it| it.code.as_str())),
        Field::Customer => match customer {
            Some(customer) => cells.text(&customer.name),
            None => cells.toned(Tone::Warning, &rows.name(cx, returned)),
        },
        Field::Attribute(place) => {
            let name = rows.attributes.get(place);
            let value = customer
                .zip(name)
                .and_then(|(it, name)| it.attributes.get(name));
            cells.weak(value.map_or("", String::as_str));
        }
        Field::Turnover => {
            let share = returned.customer.and_then(|id| rows.share(id));
            cells.text(&number::percent(share));
        }
        Field::Respondent => cells.weak(&returned.respondent),
        Field::Channel => cells.weak(&returned.channel),
        Field::Date => cells.weak(&day(cx, returned)),
        Field::Answered => {
            let (given, of) = answered(cx, at);
            let words = format!("{given}/{of}");
            if given < of && status == Status::Open {
                cells.toned(Tone::Warning, &words);
            } else {
                cells.text(&words);
            }
        }
        Field::Index => {
            cells.bold(&number::score(index(cx, at)));
        }
        Field::Status => {
            let (tone, words) = status_words(cx, status);
            cells.status(tone, &words);
        }
    }
}

/// The dot and word of a status.
pub(super) fn status_words(cx: &Sight<'_>, status: Status) -> (Tone, String) {
    match status {
        Status::Open => (Tone::Warning, tr!(cx.language, "status-open")),
        Status::Valid => (Tone::Positive, tr!(cx.language, "status-counts")),
        Status::Void => (Tone::Hollow, tr!(cx.language, "status-void")),
    }
}

/// `06-12`, with the year where it is not the wave's.
pub(super) fn day(cx: &Sight<'_>, returned: &Return) -> String {
    let Some(date) = returned.date else {
        return String::new();
    };
    let year = cx.wave.map(|wave| wave.period.year());
    if year == Some(date.year()) {
        format!("{:02}-{:02}", date.month(), date.day())
    } else {
        date.to_string()
    }
}

/// Nothing passes, or nothing came yet.
fn none(ui: &mut Ui, cx: &Cx<'_>, listed: &Listed, query: &mut Query) -> Done {
    let language = cx.language;
    let mut done = Done::default();
    if listed.counts.all > 0 {
        let title = tr!(language, "returns-none-pass");
        empty(ui, icons::ICON_FILTER_LIST, &title, "", |ui| {
            let words = tr!(language, "returns-show-all");
            if ui.add(Button::secondary(words)).clicked() {
                *query = Query {
                    sorted: query.sorted,
                    ..Query::default()
                };
            }
        });
        return done;
    }
    let title = tr!(language, "returns-empty");
    let next = tr!(language, "returns-empty-next");
    empty(ui, icons::ICON_INBOX, &title, &next, |ui| {
        let words = tr!(language, "returns-choose-files");
        if cx.writable && ui.add(Button::primary(words)).clicked() {
            done.wish = Some(Action::Pick(Pick::Returns));
        }
    });
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_press_turns_the_order_round() {
        let first = next_order(None, Field::Index);
        assert_eq!(first, Some((Field::Index, true)));
        assert_eq!(next_order(first, Field::Index), Some((Field::Index, false)));
        assert_eq!(next_order(first, Field::Code), Some((Field::Code, false)));
    }
}
