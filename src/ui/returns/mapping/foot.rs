//! The foot of the mapping page: what importing does, why it cannot be done yet, and the act.

use egui::Ui;

use super::Seen;
use crate::i18n::{choice, moment, period};
use crate::model::{Closing, ColumnMapping, Target, Undecided};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icon, icons, panel, progress, text};
use crate::ui::{Action, IncomingAction, MarkAction, Refusal, Stage};

/// Draws it.
pub(super) fn foot(ui: &mut Ui, seen: Seen<'_>) {
    panel::foot(ui, "mapping foot", tokens().height.issue_footer, |ui| {
        if seen.incoming.stage == Stage::Importing {
            return panel::at_right(ui, "importing", |ui| running(ui, seen));
        }
        let reason = reason(seen);
        let left = |ui: &mut Ui| {
            let color = palette(ui).text_weak;
            if reason.is_none() {
                text::line(ui, Face::Small, color, explained(seen));
            }
        };
        panel::ends(ui, "import", left, |ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            if let Some(reason) = &reason {
                let color = palette(ui).warning;
                icon::show(ui, icons::ICON_WARNING, tokens().icon.control, color);
                text::say(ui, Face::Table, color, reason.as_str());
                ui.add_space(4.0);
            }
            buttons(ui, seen);
        });
    });
}

/// What importing does, and what is kept of the file.
fn explained(seen: Seen<'_>) -> String {
    let language = seen.cx.language;
    let mut columns = seen.incoming.columns.iter();
    match columns.any(|column| column.target == Target::Private) && !seen.incoming.keep_private {
        true => tr!(language, "mapping-explained-private"),
        false => tr!(language, "mapping-explained"),
    }
}

/// Leave it out, or take it in.
fn buttons(ui: &mut Ui, seen: Seen<'_>) {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    let words = if incoming.waiting > 0 {
        tr!(language, "mapping-skip", count = incoming.waiting)
    } else {
        tr!(language, "cancel")
    };
    if ui.add(Button::secondary(words)).clicked() {
        seen.ask(IncomingAction::Skip);
    }
    // A form is one return, or is not known for one.
    let nothing = incoming.undecided.contains(&Undecided::NothingFits);
    if incoming.checks.returns == 1 || (nothing && !incoming.register) {
        let mark = Button::secondary(tr!(language, "mark-verb"));
        if ui.add(mark).clicked() {
            seen.cx.ask(Action::Mark(MarkAction::AtHand));
        }
    }
    if incoming.register {
        let register = Button::primary(tr!(language, "mapping-as-register"));
        if ui.add(register).clicked() {
            seen.ask(IncomingAction::Register);
        }
        return;
    }
    let count = incoming.checks.returns;
    let words = match closed(seen) {
        Some(_) => tr!(language, "mapping-import-late", count = count),
        None => tr!(language, "mapping-import", count = count),
    };
    let import = Button::primary(words);
    if ui.add_enabled(incoming.ready(), import).clicked() {
        seen.ask(IncomingAction::Import);
    }
}

/// When the wave it goes into was closed, if it was.
fn closed(seen: Seen<'_>) -> Option<&Closing> {
    let incoming = seen.incoming;
    let wave = seen.cx.data.wave_in(incoming.survey, incoming.period)?;
    wave.closed()
}

/// Why it cannot be taken in, or what has to be known before.
fn reason(seen: Seen<'_>) -> Option<String> {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    if let Some(same) = &incoming.checks.same_file {
        let when = moment::day(language, same.at, seen.cx.today);
        return Some(tr!(
            language,
            "mapping-same-file",
            file = same.file.as_str(),
            period = period::name(language, same.period),
            when = when
        ));
    }
    if incoming.undecided.contains(&Undecided::NothingFits) {
        return Some(match incoming.register {
            true => tr!(language, "mapping-looks-like-register"),
            false => tr!(language, "mapping-nothing-fits"),
        });
    }
    if !incoming.undecided.is_empty() {
        let count = incoming.undecided.len();
        return Some(tr!(language, "mapping-to-decide", count = count));
    }
    if incoming.asks_period() {
        return Some(tr!(language, "mapping-which-period"));
    }
    if incoming.asks_repeats() {
        return Some(tr!(language, "mapping-which-answers"));
    }
    refused(seen).or_else(|| {
        let closing = choice::closing(language, closed(seen)?);
        Some(tr!(language, "mapping-closed", closed = closing))
    })
}

/// Why nothing of it can be taken in as its columns are read now.
pub(super) fn refused(seen: Seen<'_>) -> Option<String> {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    let letters = |at: usize| incoming.columns.get(at).map_or("", ColumnMapping::letters);
    Some(match incoming.checks.refused.as_ref()? {
        Refusal::NoReturns => tr!(language, "mapping-no-returns"),
        Refusal::AllThere(count) => {
            tr!(language, "error-sheet-all-there", count = count.to_string())
        }
        Refusal::NothingScored => tr!(language, "mapping-nothing-scored"),
        Refusal::WrongColumn(at) => {
            tr!(language, "mapping-wrong-column", column = letters(*at))
        }
        Refusal::NoneReadable { column, example } => tr!(
            language,
            "mapping-none-readable",
            column = letters(*column),
            found = example.as_str()
        ),
        Refusal::TooManyIssues(limit) => {
            tr!(language, "mapping-too-many", limit = limit.to_string())
        }
    })
}

/// It is being taken in: how far, and the way to stop.
fn running(ui: &mut Ui, seen: Seen<'_>) {
    let language = seen.cx.language;
    let file = seen.incoming.file.as_str();
    let words = tr!(language, "mapping-running", file = file);
    let state = seen.cx.running.map_or((0, 0), |running| running.state);
    text::table(ui, words.as_str());
    ui.add_space(8.0);
    progress::bar(ui, 240.0, state, &words);
    ui.add_space(8.0);
    if ui.add(Button::secondary(tr!(language, "cancel"))).clicked() {
        seen.cx.ask(Action::Cancel);
    }
}
