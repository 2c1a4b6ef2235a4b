//! The findings at the right: in words, an action one press away.

use egui::{Frame, Layout, Ui};

use super::{Look, raise_and_go};
use crate::analysis::{Finding, says_below};
use crate::chart::words::{Said, Tone, said};
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::raise::raised;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Button, icon, icons, panel, text};
use crate::ui::{Action, Common, Cx, Place, Tab};

/// Findings shown at first.
const MOST: usize = 4;

/// A finding and what it says.
#[derive(Debug)]
pub(super) struct Found {
    pub finding: Finding,
    pub said: Said,
}

/// What asks for an action first, then good news, then what cannot be told, then notes. A
/// difference that is told with its target is not told twice, nor is an item below target whose
/// dimension is.
pub(super) fn of(cx: &Cx<'_>) -> Vec<Found> {
    let Some(evidence) = cx.evidence() else {
        return Vec::new();
    };
    let figures = evidence.current.figures;
    let all = cx.findings.as_slice();
    let above = |item: &Subject| {
        figures.dimensions.iter().any(|known| {
            let dimension = Subject::Dimension(known.code.clone());
            let mut inside = figures.items_of(&dimension);
            says_below(all, &dimension) && inside.any(|it| *item == Subject::Item(it.lineage))
        })
    };
    let told = |finding: &&Finding| match finding {
        Finding::Changed { subject, .. } => !says_below(all, subject),
        Finding::BelowTarget(one) => !above(&one.subject),
        _ => true,
    };
    let mut found: Vec<Found> = cx
        .findings
        .iter()
        .filter(told)
        .map(|finding| Found {
            finding: finding.clone(),
            said: said(finding, &evidence, cx.language),
        })
        .collect();
    found.sort_by_key(|found| found.said.tone.rank());
    found
}

/// Draws the panel.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, findings: &[Found], look: &mut Look) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let waiting = findings.iter().filter(|found| found.said.tone == Tone::Act);
    let waiting = waiting.count();
    panel::padded(ui, |ui| {
        panel::section_head(ui, &tr!(cx.language, "findings-title"), |ui| {
            if waiting > 0 {
                text::weak(ui, tr!(cx.language, "findings-waiting", count = waiting));
            }
        });
    });
    panel::rule(ui);
    panel::scrolled(ui, "findings", |ui| {
        let most = if look.all_findings {
            findings.len()
        } else {
            MOST
        };
        for (at, found) in findings.iter().enumerate().take(most) {
            ui.push_id(at, |ui| entry(ui, cx, found, look));
            panel::rule(ui);
        }
        more(ui, cx, findings.len().saturating_sub(MOST), look);
    });
}

/// The way to the others and back.
fn more(ui: &mut Ui, cx: &Cx<'_>, others: usize, look: &mut Look) {
    if others == 0 {
        return;
    }
    panel::padded(ui, |ui| {
        let words = match look.all_findings {
            true => tr!(cx.language, "findings-less"),
            false => tr!(cx.language, "findings-more", count = others),
        };
        if text::link(ui, words).clicked() {
            look.all_findings = !look.all_findings;
        }
    });
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, found: &Found, look: &mut Look) {
    let colors = palette(ui);
    let sizes = tokens();
    let (mark, ink) = match found.said.tone {
        Tone::Act if matches!(found.finding, Finding::Unhappy { .. }) => {
            (icons::ICON_GROUP, colors.negative)
        }
        Tone::Act => (icons::ICON_WARNING, colors.negative),
        Tone::Good => (icons::ICON_CHECK_CIRCLE, colors.positive),
        Tone::Unsure => (icons::ICON_HELP, colors.text_weak),
        Tone::Note => (icons::ICON_INFO, colors.text_weak),
    };
    let inset = margin(sizes.space.panel_margin, sizes.space.group_gap);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.with_layout(Layout::left_to_right(egui::Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            icon::show(ui, mark, sizes.icon.normal, ink);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                text::say(ui, Face::TableBold, colors.text, found.said.title.as_str());
                if !found.said.detail.is_empty() {
                    text::weak(ui, found.said.detail.as_str());
                }
                buttons(ui, cx, found, look);
            });
        });
    });
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, found: &Found, look: &mut Look) {
    let subject = subject(&found.finding);
    let known = subject.as_ref().and_then(|subject| raised(cx, subject));
    let raise = subject.filter(|_| known.is_none() && cx.writable);
    let seen = seen(&found.finding);
    if known.is_none() && raise.is_none() && seen.is_none() {
        return;
    }
    ui.add_space(tokens().space.unit);
    let title = found.said.title.as_str();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = tokens().space.panel_margin;
        if let Some(action) = known {
            let number = action.number.as_str();
            let words = tr!(cx.language, "findings-known", number = number);
            if text::link(ui, words).clicked() {
                cx.ask(Action::Go(Place::Action(action.id)));
            }
        }
        if let Some(subject) = raise {
            let words = tr!(cx.language, "findings-raise");
            let name = format!("{words} {title}");
            let button = Button::secondary(words).called(name);
            if ui.add(button.icon(icons::ICON_ADD_TASK).small()).clicked() {
                raise_and_go(cx, &subject);
            }
        }
        if let Some(seen) = seen
            && text::link_called(ui, tr!(cx.language, "findings-view"), title).clicked()
        {
            match seen {
                Seen::Row(subject) => look.choose(subject),
                Seen::At(place) => cx.ask(Action::Go(place)),
            }
        }
    });
}

/// What an action would be raised for.
fn subject(finding: &Finding) -> Option<Subject> {
    match finding {
        Finding::Index { against, .. } if !against.met() => Some(Subject::Index),
        Finding::BelowTarget(suggestion) => Some(suggestion.subject.clone()),
        Finding::Unhappy { item, .. } => Some(Subject::Item(*item)),
        Finding::Index { .. }
        | Finding::Changed { .. }
        | Finding::Unanswered { .. }
        | Finding::Reworded { .. }
        | Finding::SmallSegment { .. }
        | Finding::Limit(_) => None,
    }
}

/// Where what a finding speaks of is to be seen.
enum Seen {
    /// In this row of the table.
    Row(Subject),
    At(Place),
}

fn seen(finding: &Finding) -> Option<Seen> {
    let of = |subject: &Subject| match subject {
        Subject::Item(item) => Some(Seen::At(Place::Item(*item))),
        Subject::Dimension(_) => Some(Seen::Row(subject.clone())),
        Subject::Index | Subject::Satisfied => None,
    };
    match finding {
        Finding::BelowTarget(suggestion) => of(&suggestion.subject),
        Finding::Changed { subject, .. } => of(subject),
        Finding::Unhappy { item, returns, .. } => Some(Seen::At(Place::Returns {
            common: Common::Unhappy(*item),
            returns: returns.clone(),
        })),
        Finding::Unanswered { .. } => Some(Seen::At(Place::Tab(Tab::Returns))),
        Finding::Reworded { item, .. } => Some(Seen::At(Place::Question(*item))),
        Finding::Index { .. } | Finding::SmallSegment { .. } | Finding::Limit(_) => None,
    }
}
