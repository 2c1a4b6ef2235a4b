//! The foot of the mapping page: what importing does, why it cannot be done yet, and the act.

use egui::{Align, Layout, Ui};

use super::Seen;
use crate::i18n::{moment, period};
use crate::model::{ColumnMapping, Target, Undecided};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icon, icons, panel, progress, text};
use crate::ui::{Action, IncomingAction, Refusal, Stage};

/// Draws it.
pub(super) fn foot(ui: &mut Ui, seen: Seen<'_>) -> Option<Action> {
    let incoming = seen.incoming;
    panel::foot(ui, "mapping foot", tokens().height.issue_footer, |ui| {
        if incoming.stage == Stage::Importing {
            return running(ui, seen);
        }
        let room = ui.available_rect_before_wrap();
        let mut wish = None;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            wish = buttons(ui, seen);
            if let Some(reason) = reason(seen) {
                ui.add_space(4.0);
                let color = palette(ui).warning;
                text::say(ui, Face::Table, color, reason);
                icon::show(ui, icons::ICON_WARNING, tokens().icon.control, color);
            }
            let left = ui.min_rect().left() - 16.0;
            let mut words = ui.new_child(
                egui::UiBuilder::new()
                    .max_rect(room.with_max_x(left))
                    .layout(Layout::left_to_right(Align::Center)),
            );
            let color = palette(ui).text_weak;
            let said = explained(seen);
            text::line(&mut words, Face::Small, color, said);
        });
        wish
    })
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

/// From the right: take it in, leave it out.
fn buttons(ui: &mut Ui, seen: Seen<'_>) -> Option<Action> {
    let language = seen.cx.language;
    let incoming = seen.incoming;
    let mut wish = None;
    if incoming.register {
        let register = Button::primary(tr!(language, "mapping-as-register"));
        if ui.add(register).clicked() {
            wish = Some(Action::Incoming(IncomingAction::Register));
        }
    } else {
        let words = tr!(language, "mapping-import", count = incoming.checks.returns);
        let import = Button::primary(words);
        if ui.add_enabled(incoming.ready(), import).clicked() {
            wish = Some(Action::Incoming(IncomingAction::Import));
        }
    }
    let words = if incoming.waiting > 0 {
        tr!(language, "mapping-skip", count = incoming.waiting)
    } else {
        tr!(language, "cancel")
    };
    if ui.add(Button::secondary(words)).clicked() {
        wish = Some(Action::Incoming(IncomingAction::Skip));
    }
    wish
}

/// Why it cannot be taken in.
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
        let register = incoming.register;
        return Some(if register {
            tr!(language, "mapping-looks-like-register")
        } else {
            tr!(language, "mapping-nothing-fits")
        });
    }
    if !incoming.undecided.is_empty() {
        let count = incoming.undecided.len();
        return Some(tr!(language, "mapping-to-decide", count = count));
    }
    match incoming.checks.refused.as_ref()? {
        Refusal::NoReturns => Some(tr!(language, "mapping-no-returns")),
        Refusal::WrongColumn(at) => {
            let column = incoming.columns.get(*at);
            let letters = column.map_or("", ColumnMapping::letters);
            Some(tr!(language, "mapping-wrong-column", column = letters))
        }
        Refusal::TooManyIssues(limit) => {
            Some(tr!(language, "mapping-too-many", limit = limit.to_string()))
        }
    }
}

/// It is being taken in: how far, and the way to stop.
fn running(ui: &mut Ui, seen: Seen<'_>) -> Option<Action> {
    let language = seen.cx.language;
    let words = tr!(
        language,
        "mapping-running",
        file = seen.incoming.file.as_str()
    );
    let state = seen.cx.running.map_or((0, 0), |running| running.state);
    let mut wish = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let cancel = tr!(language, "cancel");
        if ui.add(Button::secondary(cancel)).clicked() {
            wish = Some(Action::Cancel);
        }
        ui.add_space(8.0);
        progress::bar(ui, 240.0, state, &words);
        ui.add_space(8.0);
        text::table(ui, words.as_str());
    });
    wish
}
