//! What the file was held against: the register, the frame, the wave as it is, each in a line.

use egui::{Align, Layout, Ui};

use super::Seen;
use crate::model::{ColumnMapping, Target};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::{Checkbox, Icon, Tone, icon, icons, panel, text};

/// One line of the checks.
struct Check {
    tone: Tone,
    icon: Icon,
    words: String,
    /// The word to press and the column it leads to.
    lead: Option<(String, usize)>,
}

fn check(tone: Tone, words: String) -> Check {
    let icon = match tone {
        Tone::Positive => icons::ICON_CHECK_CIRCLE,
        Tone::Warning => icons::ICON_ERROR,
        _ => icons::ICON_INFO,
    };
    Check {
        tone,
        icon,
        words,
        lead: None,
    }
}

/// What was pressed beside the columns.
pub(super) enum Pressed {
    /// A column to bring into sight.
    Column(usize),
    /// Keep the file as it came, or not.
    KeepPrivate(bool),
}

/// Draws them.
pub(super) fn checks(ui: &mut Ui, seen: Seen<'_>) -> Option<Pressed> {
    let mut column = None;
    let mut keep = None;
    panel::padded(ui, |ui| {
        panel::section_head(ui, &tr!(seen.cx.language, "checks-title"), |_| {});
        for check in all(seen) {
            line(ui, &check, &mut column);
        }
        keep = keep_private(ui, seen);
    });
    keep.or(column.map(Pressed::Column))
}

/// Asks whether the file is kept as it came, where it tells who sat where.
fn keep_private(ui: &mut Ui, seen: Seen<'_>) -> Option<Pressed> {
    let mut columns = seen.incoming.columns.iter();
    if !columns.any(|it| it.target == Target::Private) {
        return None;
    }
    let mut keep = seen.incoming.keep_private;
    let words = tr!(seen.cx.language, "checks-keep-private");
    let ticked = ui.add(Checkbox::new(&mut keep, words)).clicked();
    ticked.then_some(Pressed::KeepPrivate(keep))
}

fn line(ui: &mut Ui, check: &Check, pressed: &mut Option<usize>) {
    let colors = palette(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let ink = check.tone.ink(colors);
        icon::show(ui, check.icon, tokens().icon.normal, ink);
        let room = ui.available_width() - if check.lead.is_some() { 56.0 } else { 0.0 };
        ui.vertical(|ui| {
            ui.set_max_width(room);
            ui.set_min_width(room);
            text::table(ui, check.words.as_str());
        });
        if let Some((word, column)) = &check.lead {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                if text::link(ui, word.as_str()).clicked() {
                    *pressed = Some(*column);
                }
            });
        }
    });
    ui.add_space(8.0);
}

fn all(seen: Seen<'_>) -> Vec<Check> {
    let mut all = customers(seen);
    all.extend(second(seen));
    all.extend(undecided(seen));
    all.extend(cells_of(seen));
    all.extend(left_out(seen));
    all
}

fn customers(seen: Seen<'_>) -> Vec<Check> {
    let language = seen.cx.language;
    let checks = &seen.incoming.checks;
    // The file was refused before its returns were counted.
    if checks.returns == 0 {
        return Vec::new();
    }
    let named = |it: &ColumnMapping| it.target == Target::Customer;
    let mut all = Vec::new();
    let column = seen.incoming.columns.iter().any(named);
    if !column && checks.nameless > 0 {
        let words = tr!(language, "checks-no-customers", count = checks.returns);
        all.push(check(Tone::Warning, words));
    } else if !column {
        let words = tr!(language, "checks-anonymous", count = checks.returns);
        all.push(check(Tone::Neutral, words));
    } else if checks.known == checks.returns && checks.outside_frame == 0 {
        let words = tr!(language, "checks-all-known", count = checks.returns);
        all.push(check(Tone::Positive, words));
    } else {
        let words = tr!(
            language,
            "checks-known",
            count = checks.returns,
            known = checks.known
        );
        all.push(check(Tone::Positive, words));
    }
    if checks.outside_frame > 0 {
        let words = tr!(language, "checks-outside", count = checks.outside_frame);
        all.push(check(Tone::Neutral, words));
    }
    if !checks.unknown.is_empty() {
        let names = some(&checks.unknown, &tr!(language, "list-comma"));
        let count = checks.unknown.len();
        let words = tr!(language, "checks-unknown", count = count, names = names);
        all.push(check(Tone::Warning, words));
    }
    if column && checks.nameless > 0 {
        let words = tr!(language, "checks-nameless", count = checks.nameless);
        all.push(check(Tone::Warning, words));
    }
    all
}

fn second(seen: Seen<'_>) -> Option<Check> {
    let language = seen.cx.language;
    let second = &seen.incoming.checks.second;
    if seen.incoming.checks.known == 0 {
        return None;
    }
    if second.is_empty() {
        return Some(check(Tone::Positive, tr!(language, "checks-no-second")));
    }
    let names = some(second, &tr!(language, "list-comma"));
    let words = tr!(
        language,
        "checks-second",
        count = second.len(),
        names = names
    );
    Some(check(Tone::Warning, words))
}

fn undecided(seen: Seen<'_>) -> Option<Check> {
    let language = seen.cx.language;
    let columns = seen.incoming.columns.iter().enumerate();
    let waiting: Vec<(usize, &str)> = columns
        .filter(|(at, _)| seen.incoming.undecided(*at).is_some())
        .map(|(at, it)| (at, it.letters()))
        .collect();
    let (first, _) = *waiting.first()?;
    let letters: Vec<String> = waiting.iter().map(|it| it.1.to_owned()).collect();
    let names = some(&letters, &tr!(language, "list-comma"));
    let words = tr!(
        language,
        "checks-undecided",
        count = waiting.len(),
        names = names
    );
    Some(Check {
        icon: icons::ICON_WARNING,
        lead: Some((tr!(language, "checks-decide"), first)),
        ..check(Tone::Warning, words)
    })
}

fn cells_of(seen: Seen<'_>) -> Vec<Check> {
    let language = seen.cx.language;
    let checks = &seen.incoming.checks;
    let mut all = Vec::new();
    if let Some((column, cell, found)) = &checks.first_unreadable {
        let words = tr!(
            language,
            "checks-unreadable",
            count = checks.unreadable,
            cell = cell.as_str(),
            found = found.as_str()
        );
        all.push(Check {
            lead: Some((tr!(language, "checks-look"), *column)),
            ..check(Tone::Warning, words)
        });
    }
    if checks.missing > 0 {
        let words = tr!(language, "checks-missing", count = checks.missing);
        all.push(check(Tone::Warning, words));
    }
    if checks.rows_without_answer > 0 {
        let words = tr!(
            language,
            "checks-no-answer",
            count = checks.rows_without_answer
        );
        all.push(check(Tone::Neutral, words));
    }
    all
}

/// Columns that stay outside.
fn left_out(seen: Seen<'_>) -> Option<Check> {
    let language = seen.cx.language;
    let columns = seen.incoming.columns.iter();
    let private: Vec<String> = columns
        .filter(|it| it.target == Target::Private)
        .map(|it| it.title.clone())
        .collect();
    if private.is_empty() {
        return None;
    }
    let names = some(&private, &tr!(language, "list-comma"));
    let words = tr!(
        language,
        "checks-private",
        count = private.len(),
        names = names
    );
    Some(Check {
        icon: icons::ICON_VISIBILITY_OFF,
        ..check(Tone::Neutral, words)
    })
}

/// The first few names.
fn some(names: &[String], comma: &str) -> String {
    const SHOWN: usize = 4;
    let mut shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>();
    if names.len() > SHOWN {
        shown.push("…".to_owned());
    }
    shown.join(comma)
}
