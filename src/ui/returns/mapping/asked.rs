//! What has to be said of the file as a whole: which wave it belongs to, and what becomes of
//! returns that came in before.

use egui::{Frame, Ui};

use super::Seen;
use crate::i18n::period;
use crate::model::RepeatChoice;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{margin, palette};
use crate::ui::widgets::{Chip, Tone, panel, text};
use crate::ui::{IncomingAction, Look};

/// Rows shown of those that differ.
const SHOWN: usize = 5;

/// Draws what is asked; nothing where nothing is.
pub(super) fn asked(ui: &mut Ui, seen: Seen<'_>) {
    other_period(ui, seen);
    repeats(ui, seen);
}

fn block(ui: &mut Ui, waits: bool, content: impl FnOnce(&mut Ui)) {
    let tone = if waits { Tone::Warning } else { Tone::Neutral };
    let fill = tone.tint(palette(ui));
    let inset = margin(tokens().space.page_margin, 8.0);
    Frame::NONE.fill(fill).inner_margin(inset).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        content(ui);
    });
    panel::rule(ui);
}

/// The wave the file speaks of, or the one that was proposed.
fn other_period(ui: &mut Ui, seen: Seen<'_>) {
    let language = seen.cx.language;
    let Some((other, by_name)) = seen.incoming.checks.other_period else {
        return;
    };
    if seen.incoming.period_sure {
        return;
    }
    let (named, proposed) = (
        period::name(language, other),
        period::name(language, seen.incoming.period),
    );
    block(ui, true, |ui| {
        let words = match by_name {
            true => tr!(language, "period-by-name", other = named.as_str()),
            false => tr!(language, "period-by-dates", other = named.as_str()),
        };
        text::table(ui, words);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            let words = tr!(language, "period-into", period = named.as_str());
            if ui.add(Chip::new(words)).clicked() {
                seen.look(Look::Period(other));
            }
            let words = tr!(language, "period-into", period = proposed);
            if ui.add(Chip::new(words)).clicked() {
                seen.look(Look::PeriodSure);
            }
            let words = tr!(language, "period-leave-out");
            if seen.incoming.waiting > 0 && ui.add(Chip::new(words)).clicked() {
                seen.ask(IncomingAction::LeaveOut);
            }
        });
        for_all(ui, seen);
    });
}

/// Which answers count of returns that came in before with others.
fn repeats(ui: &mut Ui, seen: Seen<'_>) {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    let (rows, count) = (&incoming.checks.changed.0, incoming.checks.changed.1);
    let choices: &[RepeatChoice] = match &incoming.checks.alike {
        Some(_) => &[RepeatChoice::First, RepeatChoice::Both],
        None if count > 0 => &RepeatChoice::ALL,
        None => return,
    };
    block(ui, incoming.repeats.is_none(), |ui| {
        match &incoming.checks.alike {
            Some(file) => text::table(ui, tr!(language, "repeats-alike", file = file.as_str())),
            None => text::table(ui, tr!(language, "repeats-changed", count = count)),
        };
        for (row, answers) in rows.iter().take(SHOWN) {
            let row = row.to_string();
            let words = tr!(
                language,
                "repeats-row",
                row = row.to_string(),
                answers = answers.as_str()
            );
            text::weak(ui, words);
        }
        if count > SHOWN {
            let more = count.saturating_sub(SHOWN);
            text::weak(ui, tr!(language, "repeats-more", count = more));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            for choice in choices {
                let alike = incoming.checks.alike.is_some();
                let words = match (choice, alike) {
                    (RepeatChoice::First, true) => tr!(language, "repeats-same-file"),
                    (RepeatChoice::Both, true) => tr!(language, "repeats-others"),
                    (RepeatChoice::Newest, _) => tr!(language, "repeats-newest"),
                    (RepeatChoice::First, false) => tr!(language, "repeats-first"),
                    (RepeatChoice::Both, false) => tr!(language, "repeats-both"),
                };
                let chip = Chip::new(words).chosen(incoming.repeats == Some(*choice));
                if ui.add(chip).clicked() {
                    let file = incoming.file.as_str();
                    seen.look(Look::Repeats {
                        choice: *choice,
                        replaced: tr!(language, "repeat-replaced", file = file),
                    });
                }
            }
        });
        for_all(ui, seen);
    });
}

/// That the files behind it are not asked the same again.
fn for_all(ui: &mut Ui, seen: Seen<'_>) {
    let count = seen.incoming.waiting;
    if count > 0 {
        text::weak(ui, tr!(seen.cx.language, "asked-for-all", count = count));
    }
}
