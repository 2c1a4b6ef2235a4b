//! Who has not answered, the largest turnover first.

use egui::Ui;

use super::rows::Listed;
use crate::i18n::number;
use crate::model::{Customer, FrameEntry};
use crate::tr;
use crate::ui::list::{Field, List};
use crate::ui::missing::Nothing;
use crate::ui::widgets::{empty, icons};
use crate::ui::{Action, Cx, Place};

/// A customer, and what was noted when the form went out.
#[derive(Clone, Copy)]
struct Silent<'a> {
    customer: &'a Customer,
    entry: &'a FrameEntry,
}

/// Draws the list.
pub(super) fn unanswered(ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) {
    let sight = listed.sight(cx.language);
    let frame = sight.wave.map_or(&[][..], |wave| sight.data.frame(wave.id));
    if listed.unanswered.is_empty() {
        return none(ui, cx, frame);
    }
    let row = |at: usize| {
        let id = *listed.unanswered.get(at)?;
        Some(Silent {
            customer: listed.rows.customer(sight.data, id)?,
            entry: frame.iter().find(|entry| entry.customer == id)?,
        })
    };
    let taken = List::new("unanswered", columns(cx, listed)).show(ui, listed.unanswered.len(), row);
    if let Some(row) = taken.opened {
        cx.ask(Action::Go(Place::Customer(row.customer.id)));
    }
}

fn columns<'a>(cx: &Cx<'_>, listed: &'a Listed) -> Vec<Field<'a, Silent<'a>>> {
    let language = cx.language;
    let customer = |it: Silent<'a>| Some(it.customer);
    let share = |it: Silent<'a>| listed.rows.share(it.customer.id);
    let channel = |it: Silent<'a>| it.entry.channel.as_str();
    let day = |it: Silent<'a>| {
        it.entry
            .issued
            .map_or_else(String::new, |day| day.to_string())
    };
    let mut columns = listed.rows.who.columns(language, customer);
    let turnover = tr!(language, "column-turnover");
    columns.extend([
        Field::number("turnover", turnover, 96.0, share, number::percent),
        Field::words("channel", tr!(language, "column-channel"), 96.0, channel)
            .stretch(0.5)
            .gives_way(1),
        Field::words("issued", tr!(language, "column-issued"), 96.0, day),
    ]);
    columns
}

/// Everybody answered, or nobody was asked yet.
fn none(ui: &mut Ui, cx: &Cx<'_>, frame: &[FrameEntry]) {
    let language = cx.language;
    if frame.iter().any(|entry| entry.issued.is_some()) {
        let title = tr!(language, "unanswered-none");
        return empty(ui, icons::ICON_TASK_ALT, &title, "", |_| {});
    }
    let nothing = Nothing {
        icon: icons::ICON_TASK_ALT,
        title: tr!(language, "unanswered-not-issued"),
        next: tr!(language, "unanswered-not-issued-next"),
        ways: vec![(tr!(language, "returns-frame"), Action::Go(Place::Frame))],
    };
    nothing.show(ui, cx);
}
