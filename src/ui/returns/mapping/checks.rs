//! What the file was held against: the register, the frame, the wave as it is, each in a line.

use egui::{Align, Layout, Ui};

use super::{Seen, foot};
use crate::i18n::{remark, set_aside};
use crate::model::{ColumnMapping, Doubt, NoReturn, Target};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::{Checkbox, Icon, Tone, icon, icons, panel, text};
use crate::ui::{Look, Refusal};

/// One line of the checks.
struct Check {
    tone: Tone,
    icon: Icon,
    words: String,
    lead: Option<Lead>,
}

/// The way to the column it is about.
struct Lead {
    words: String,
    column: usize,
}

impl Check {
    fn fine(words: String) -> Self {
        Self::new(Tone::Positive, icons::ICON_CHECK_CIRCLE, words)
    }

    fn remark(words: String) -> Self {
        Self::new(Tone::Neutral, icons::ICON_INFO, words)
    }

    fn warning(words: String) -> Self {
        Self::new(Tone::Warning, icons::ICON_ERROR, words)
    }

    fn new(tone: Tone, icon: Icon, words: String) -> Self {
        Self {
            tone,
            icon,
            words,
            lead: None,
        }
    }

    fn leading(mut self, words: String, column: usize) -> Self {
        self.lead = Some(Lead { words, column });
        self
    }
}

/// Draws them; the column one of them leads to.
pub(super) fn checks(ui: &mut Ui, seen: Seen<'_>) -> Option<usize> {
    panel::padded(ui, |ui| {
        panel::section_head(ui, &tr!(seen.cx.language, "checks-title"), |_| {});
        let mut pressed = None;
        for check in all(seen) {
            if line(ui, seen, &check) {
                pressed = check.lead.map(|lead| lead.column);
            }
        }
        keep_private(ui, seen);
        pressed
    })
}

/// Asks whether the file is kept as it came, where it tells who sat where.
fn keep_private(ui: &mut Ui, seen: Seen<'_>) {
    let mut columns = seen.incoming.columns.iter();
    if columns.any(|it| it.target == Target::Private) {
        let mut keep = seen.incoming.keep_private;
        let words = tr!(seen.cx.language, "checks-keep-private");
        if ui.add(Checkbox::new(&mut keep, words)).clicked() {
            seen.look(Look::KeepPrivate(keep));
        }
    }
}

/// Whether its lead was pressed.
fn line(ui: &mut Ui, seen: Seen<'_>, check: &Check) -> bool {
    let colors = palette(ui);
    let mut pressed = false;
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
        if let Some(lead) = &check.lead {
            let column = seen.incoming.columns.get(lead.column);
            let of = column.map_or("", ColumnMapping::letters);
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                pressed = text::link_called(ui, lead.words.as_str(), of).clicked();
            });
        }
    });
    ui.add_space(8.0);
    pressed
}

fn all(seen: Seen<'_>) -> Vec<Check> {
    let mut all = customers(seen);
    all.extend(refused(seen));
    let further = &seen.incoming.further;
    if !further.is_empty() {
        let names = some(seen, further);
        let words = tr!(
            seen.cx.language,
            "checks-further",
            count = further.len(),
            names = names
        );
        all.push(Check::remark(words));
    }
    all.extend(undecided(seen));
    all.extend(line_of_files(seen));
    all.extend(remarks(seen));
    all.extend(cells_of(seen));
    all.extend(left_out(seen));
    all.extend(beside(seen));
    all
}

/// Why none of it can be taken in.
fn refused(seen: Seen<'_>) -> Option<Check> {
    let check = Check::warning(foot::refused(seen)?);
    Some(match seen.incoming.checks.refused {
        Some(Refusal::WrongColumn(column) | Refusal::NoneReadable { column, .. }) => {
            check.leading(tr!(seen.cx.language, "checks-look"), column)
        }
        Some(
            Refusal::NoReturns
            | Refusal::AllThere(_)
            | Refusal::NothingScored
            | Refusal::TooManyIssues(_),
        )
        | None => check,
    })
}

/// Whom the returns are from.
fn customers(seen: Seen<'_>) -> Vec<Check> {
    let language = seen.cx.language;
    let checks = &seen.incoming.checks;
    let count = checks.returns;
    // The file was refused before its returns were counted.
    if count == 0 {
        return Vec::new();
    }
    let mut columns = seen.incoming.columns.iter();
    let column = columns.any(|it| it.target == Target::Customer);
    let known = checks.known;
    let mut all = vec![if !column && checks.nameless > 0 {
        Check::warning(tr!(language, "checks-no-customers", count = count))
    } else if !column {
        Check::remark(tr!(language, "checks-anonymous", count = count))
    } else if known == count && checks.outside_frame == 0 {
        Check::fine(tr!(language, "checks-all-known", count = count))
    } else {
        Check::fine(tr!(language, "checks-known", count = count, known = known))
    }];
    if checks.outside_frame > 0 {
        let words = tr!(language, "checks-outside", count = checks.outside_frame);
        all.push(Check::remark(words));
    }
    if !checks.unknown.is_empty() {
        let (count, names) = (checks.unknown.len(), some(seen, &checks.unknown));
        let words = tr!(language, "checks-unknown", count = count, names = names);
        all.push(Check::warning(words));
    }
    if column && checks.nameless > 0 {
        let words = tr!(language, "checks-nameless", count = checks.nameless);
        all.push(Check::warning(words));
    }
    if known > 0 {
        all.push(match checks.second.len() {
            0 => Check::fine(tr!(language, "checks-no-second")),
            count => {
                let names = some(seen, &checks.second);
                let words = tr!(language, "checks-second", count = count, names = names);
                Check::warning(words)
            }
        });
    }
    all
}

/// Columns that wait for a decision.
fn undecided(seen: Seen<'_>) -> Option<Check> {
    let language = seen.cx.language;
    let columns = seen.incoming.columns.iter().enumerate();
    let waiting: Vec<(usize, String)> = columns
        .filter(|(at, _)| seen.incoming.undecided(*at).is_some())
        .map(|(at, it)| (at, it.letters().to_owned()))
        .collect();
    let (first, _) = *waiting.first()?;
    let letters: Vec<String> = waiting.into_iter().map(|(_, letters)| letters).collect();
    let (count, names) = (letters.len(), some(seen, &letters));
    let words = tr!(language, "checks-undecided", count = count, names = names);
    let check = Check::new(Tone::Warning, icons::ICON_WARNING, words);
    Some(check.leading(tr!(language, "checks-decide"), first))
}

/// What was answered for another file of the same drop, or what is answered here for those to come.
fn line_of_files(seen: Seen<'_>) -> Vec<Check> {
    let (language, incoming) = (seen.cx.language, seen.incoming);
    let like = incoming.like.as_deref();
    let like = like.map(|file| tr!(language, "checks-like", file = file));
    let waiting = incoming.waiting;
    let ahead = (waiting > 0 && !incoming.asked.is_empty())
        .then(|| tr!(language, "checks-precedent", count = waiting));
    let answered = incoming.answered;
    let answered = answered.then(|| tr!(language, "checks-answered"));
    let all = like.into_iter().chain(answered).chain(ahead);
    all.map(Check::remark).collect()
}

/// Columns that could have been meant otherwise.
fn remarks(seen: Seen<'_>) -> impl Iterator<Item = Check> {
    let all = seen.incoming.checks.remarks.iter();
    all.filter_map(move |it| {
        let mapped = seen.incoming.columns.get(it.column)?;
        let words = remark::remark(seen.cx.language, mapped, &it.doubt);
        let check = match it.doubt {
            Doubt::Crosses { .. } | Doubt::Circles { .. } => Check::remark(words),
            Doubt::OtherCode { .. } => Check::warning(words),
        };
        Some(check.leading(tr!(seen.cx.language, "checks-look"), it.column))
    })
}

/// Cells that will have to be settled.
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
        let look = tr!(language, "checks-look");
        all.push(Check::warning(words).leading(look, *column));
    }
    if checks.missing > 0 {
        let words = tr!(language, "checks-missing", count = checks.missing);
        all.push(Check::warning(words));
    }
    let aside = NoReturn::ALL.into_iter();
    all.extend(aside.filter_map(|why| rows_aside(seen, why)));
    all
}

/// The rows that are no returns for one reason.
fn rows_aside(seen: Seen<'_>, why: NoReturn) -> Option<Check> {
    let language = seen.cx.language;
    let rows = seen.incoming.checks.set_aside.iter();
    let rows: Vec<String> = rows
        .filter(|it| it.why == why)
        .map(|it| it.row.to_string())
        .collect();
    let words = tr!(
        language,
        "checks-aside",
        count = rows.len(),
        rows = some(seen, &rows),
        why = set_aside::why(language, why)
    );
    (!rows.is_empty()).then(|| Check::remark(words))
}

/// Columns that stay outside.
fn left_out(seen: Seen<'_>) -> Option<Check> {
    let columns = seen.incoming.columns.iter();
    let private = columns.filter(|it| it.target == Target::Private);
    let private: Vec<String> = private.map(|it| it.title.clone()).collect();
    let (count, names) = (private.len(), some(seen, &private));
    let words = tr!(
        seen.cx.language,
        "checks-private",
        count = count,
        names = names
    );
    let check = Check::new(Tone::Neutral, icons::ICON_VISIBILITY_OFF, words);
    (count > 0).then_some(check)
}

/// What stands on a form beside its answers, with the way to the first of it.
fn beside(seen: Seen<'_>) -> Option<Check> {
    let columns = seen.incoming.columns.iter();
    let first = columns.clone().position(|it| !it.found.is_empty())?;
    let written = columns.filter(|it| !it.found.is_empty());
    let said: Vec<String> = written
        .map(|it| crate::i18n::beside::beside(seen.cx.language, it))
        .collect();
    let words = tr!(seen.cx.language, "checks-beside", said = some(seen, &said));
    let check = Check::warning(words);
    Some(check.leading(tr!(seen.cx.language, "checks-look"), first))
}

/// The first few names.
fn some(seen: Seen<'_>, names: &[String]) -> String {
    const SHOWN: usize = 4;
    let mut shown: Vec<&str> = names.iter().take(SHOWN).map(String::as_str).collect();
    if names.len() > SHOWN {
        shown.push("…");
    }
    shown.join(&tr!(seen.cx.language, "list-comma"))
}
