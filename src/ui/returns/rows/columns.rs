//! What a row says of its return.

use super::{Listed, Row, Status, answered, index};
use crate::analysis::Standing;
use crate::i18n::{Language, flag, number};
use crate::model::Return;
use crate::tr;
use crate::ui::Sight;
use crate::ui::list::{Field, Key};
use crate::ui::widgets::{Cells, Tone};

/// By what the list is sorted at first.
pub(super) const TURNOVER: &str = "turnover";

impl Listed {
    /// The columns from left to right, those of which the wave says nothing left out. What the
    /// list is usually sorted by and what tells customers apart gives way last.
    pub(in crate::ui::returns) fn columns<'a>(
        &'a self,
        language: Language,
    ) -> Vec<Field<'a, Row<'a>>> {
        let mut columns = self.who(language);
        columns.extend(self.what(language));
        columns
    }

    /// From whom it is.
    fn who<'a>(&'a self, language: Language) -> Vec<Field<'a, Row<'a>>> {
        let (sight, rows, has) = (self.sight(language), &self.rows, self.has);
        let customer = |it: Row<'a>| it.customer;
        let mut columns = rows.who.columns(language, customer);
        if !has.customer {
            columns.truncate(1);
        } else if let Some(name) = columns.get_mut(1) {
            *name = self.name(language);
        }
        if sight.data.customers.is_empty() {
            let row = |it: Row<'a>| Some(f64::from(it.returned.row));
            let title = tr!(language, "column-row");
            let column = Field::number("row", title, 72.0, row, number::score);
            let column = column.drawn(|it, cells| cells.weak(&it.returned.row.to_string()));
            columns.splice(..1, [column.rises()]);
        }
        if has.turnover {
            let share = |it: Row<'a>| rows.share(it.returned.customer?);
            let title = tr!(language, "column-turnover");
            let column = Field::number(TURNOVER, title, 88.0, share, number::percent);
            columns.push(column.gives_way(1));
        }
        if has.respondent {
            let title = tr!(language, "column-respondent");
            let respondent = |it: Row<'a>| it.returned.respondent.as_str();
            let column = Field::words("respondent", title, 88.0, respondent).stretch(1.0);
            columns.push(column.gives_way(if has.customer { 6 } else { 1 }));
        }
        columns
    }

    /// The customer's name, or what the file says it is.
    fn name<'a>(&'a self, language: Language) -> Field<'a, Row<'a>> {
        let name = |it: Row<'a>| match it.customer {
            Some(customer) => customer.name.as_str(),
            None => it.returned.customer_text.as_str(),
        };
        let column = Field::words("customer", tr!(language, "column-customer"), 124.0, name);
        let column = column.drawn(move |it, cells| match it.customer {
            Some(customer) => self.rows.who.draw(customer, cells),
            None => cells.toned(Tone::Warning, &it.name(language)),
        });
        column.stretch(3.0)
    }

    /// How it came, and what it comes to.
    fn what<'a>(&'a self, language: Language) -> Vec<Field<'a, Row<'a>>> {
        let (sight, has) = (self.sight(language), self.has);
        let mut columns = Vec::new();
        if has.channel {
            let channel = |it: Row<'a>| it.returned.channel.as_str();
            let column = Field::words("channel", tr!(language, "column-channel"), 88.0, channel);
            columns.push(column.stretch(0.5).gives_way(5));
        }
        if has.date {
            let date = |it: Row<'a>| {
                it.returned
                    .date
                    .map_or_else(String::new, |it| it.to_string())
            };
            let column = Field::words("date", tr!(language, "column-date"), 64.0, date);
            let drawn = move |it: Row<'a>, cells: &mut Cells<'_>| {
                cells.weak(&day(&sight, it.returned));
            };
            columns.push(column.drawn(drawn).gives_way(4));
        }
        let given = move |it: Row<'a>| Some(answered(&sight, it.at).0 as f64);
        let title = tr!(language, "column-answered");
        let column = Field::number("answered", title, 72.0, given, number::score);
        columns.push(column.gives_way(1).drawn(move |it, cells| {
            let (given, of) = answered(&sight, it.at);
            let words = format!("{given}/{of}");
            match given < of && it.status == Status::Open {
                true => cells.toned(Tone::Warning, &words),
                false => cells.text(&words),
            }
        }));
        let score = move |it: Row<'a>| index(&sight, it.at);
        let title = tr!(language, "column-index");
        let column = Field::number("index", title, 60.0, score, number::score);
        let drawn = move |it: Row<'a>, cells: &mut Cells<'_>| {
            cells.bold(&number::score(index(&sight, it.at)));
        };
        columns.push(column.drawn(drawn));
        let status = move |it: Row<'a>, cells: &mut Cells<'_>| {
            let standing = self.standing(it.at);
            let flags = self.flags_of(it.at).iter();
            let flags: Vec<String> = flags.map(|it| flag::name(language, *it)).collect();
            let (tone, words) = match standing_words(language, standing) {
                Some(words) if it.status == Status::Valid || standing == Standing::Late => {
                    (Tone::Hollow, words)
                }
                None if it.status == Status::Valid && !flags.is_empty() => {
                    (Tone::Warning, flags.join(&tr!(language, "list-comma")))
                }
                _ => status_words(language, it.status),
            };
            cells.status(tone, &words);
        };
        let column = Field::signs("status", tr!(language, "column-status"), 84.0, status);
        columns.push(column.by(|it| Key::number(Some(f64::from(it.status as u8)))));
        columns
    }
}

/// The dot and word of a status.
pub(in crate::ui::returns) fn status_words(language: Language, status: Status) -> (Tone, String) {
    match status {
        Status::Open => (Tone::Warning, tr!(language, "status-open")),
        Status::Valid => (Tone::Positive, tr!(language, "status-counts")),
        Status::Void => (Tone::Hollow, tr!(language, "status-void")),
    }
}

/// Why a return counts in no rate, if it does not.
pub(in crate::ui::returns) fn standing_words(
    language: Language,
    standing: Standing,
) -> Option<String> {
    Some(match standing {
        Standing::Counts | Standing::Again => return None,
        Standing::OffList => tr!(language, "standing-off-list"),
        Standing::NotIssued => tr!(language, "standing-not-issued"),
        Standing::Excluded => tr!(language, "standing-excluded"),
        Standing::NoRoom => tr!(language, "standing-no-room"),
        Standing::Late => tr!(language, "standing-late"),
    })
}

/// `06-12`, with the year where it is not the wave's.
fn day(sight: &Sight<'_>, returned: &Return) -> String {
    let Some(date) = returned.date else {
        return String::new();
    };
    let year = sight.wave.map(|wave| wave.period.year());
    if year == Some(date.year()) {
        format!("{:02}-{:02}", date.month(), date.day())
    } else {
        date.to_string()
    }
}
