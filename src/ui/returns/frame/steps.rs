//! Edits of the frame, each one step however many customers it reaches.

use jiff::civil::Date;

use crate::i18n::period;
use crate::model::{Change, Customer, Edit, FrameEntry, Step, StepKind};
use crate::ui::{Action, Cx};

/// These customers are to be asked.
pub(super) fn choose<'a>(
    cx: &Cx<'_>,
    customers: impl Iterator<Item = &'a Customer>,
) -> Option<Action> {
    let wave = cx.wave?.id;
    step(
        cx,
        customers.map(|customer| Edit::created(FrameEntry::of(wave, customer))),
    )
}

/// These are not.
pub(super) fn leave_out<'a>(
    cx: &Cx<'_>,
    entries: impl Iterator<Item = &'a FrameEntry>,
) -> Option<Action> {
    step(cx, entries.map(|entry| Edit::removed(entry.clone())))
}

/// The form went out to these.
pub(super) fn issue<'a>(
    cx: &Cx<'_>,
    entries: impl Iterator<Item = &'a FrameEntry>,
    day: Date,
    channel: &str,
) -> Option<Action> {
    step(
        cx,
        entries.map(|entry| {
            let after = FrameEntry {
                issued: Some(day),
                channel: channel.to_owned(),
                ..entry.clone()
            };
            Edit::changed(entry.clone(), after)
        }),
    )
}

/// It did not after all.
pub(super) fn take_back(cx: &Cx<'_>, entry: &FrameEntry) -> Option<Action> {
    let after = FrameEntry {
        issued: None,
        channel: String::new(),
        ..entry.clone()
    };
    step(cx, std::iter::once(Edit::changed(entry.clone(), after)))
}

fn step(cx: &Cx<'_>, edits: impl Iterator<Item = Edit<FrameEntry>>) -> Option<Action> {
    let changes: Vec<Change> = edits.map(Change::Frame).collect();
    let subject = period::name(cx.language, cx.wave?.period);
    let step = Step::new(StepKind::EditFrame, subject, changes);
    (!step.changes.is_empty()).then_some(Action::Apply(step))
}
