//! The findings at the right: in words, an action one press away.

use egui::{Frame, Layout, ScrollArea, Ui};

use crate::analysis::{Evidence, Finding};
use crate::chart::Compared;
use crate::chart::words::{Said, Tone, said};
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::behind;
use crate::ui::scores::raise::raised;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Button, icon, icons, panel, text};
use crate::ui::{Action, Common, Cx, Place, Tab};

/// A finding and what it says.
#[derive(Debug)]
pub(super) struct Found {
    pub finding: Finding,
    pub said: Said,
}

/// What was pressed.
#[derive(Debug)]
pub(super) enum Wish {
    Raise(Subject),
    /// Look at this row of the table.
    Row(Subject),
    Action(Action),
}

/// What asks for an action first, then good news, then what cannot be told, then notes. A
/// difference that is told with its target is not told twice, nor is an item below target whose
/// dimension is.
pub(super) fn of(cx: &Cx<'_>, compared: &Compared<'_>) -> Vec<Found> {
    let Some(view) = cx.view else {
        return Vec::new();
    };
    let evidence = Evidence {
        current: compared.current,
        previous: compared.previous,
        revisions: compared.revisions,
        returns: &view.returns,
        frame: cx.data.frame(view.wave),
        customers: &cx.data.customers,
        filter: cx.filter,
    };
    let below = |subject: &Subject| {
        let mut findings = cx.findings.iter();
        findings.any(|other| matches!(other, Finding::BelowTarget(one) if one.subject == *subject))
    };
    let above = |item: &Subject| -> bool {
        let dimensions = compared.current.figures.dimensions.iter();
        let mut dimensions = dimensions.map(|known| Subject::Dimension(known.code.clone()));
        dimensions.any(|known| below(&known) && holds(cx, &known, item))
    };
    let told = |finding: &&Finding| match finding {
        Finding::Lower { subject, .. } => !below(subject),
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
    found.sort_by_key(|found| match found.said.tone {
        Tone::Act => 0,
        Tone::Good => 1,
        Tone::Unsure => 2,
        Tone::Note => 3,
    });
    found
}

fn holds(cx: &Cx<'_>, dimension: &Subject, item: &Subject) -> bool {
    match item {
        Subject::Item(item) => behind::items_of(cx, dimension).contains(item),
        _ => false,
    }
}

/// Draws the panel.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, findings: &[Found]) -> Option<Wish> {
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
    let mut wish = None;
    ScrollArea::vertical()
        .id_salt("findings")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, found) in findings.iter().enumerate() {
                let inner = ui.push_id(at, |ui| entry(ui, cx, found)).inner;
                wish = wish.take().or(inner);
                panel::rule(ui);
            }
        });
    wish
}

fn entry(ui: &mut Ui, cx: &Cx<'_>, found: &Found) -> Option<Wish> {
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
    Frame::NONE
        .inner_margin(margin(sizes.space.panel_margin, sizes.space.group_gap))
        .show(ui, |ui| {
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
                    buttons(ui, cx, found)
                })
                .inner
            })
            .inner
        })
        .inner
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>, found: &Found) -> Option<Wish> {
    let subject = subject(&found.finding).filter(|_| found.said.tone == Tone::Act);
    let known = subject.as_ref().and_then(|subject| raised(cx, subject));
    let raise = subject.filter(|_| known.is_none() && cx.writable);
    let view = view(cx, found);
    if known.is_none() && raise.is_none() && view.is_none() {
        return None;
    }
    ui.add_space(tokens().space.unit);
    let mut wish = None;
    let title = found.said.title.as_str();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = tokens().space.panel_margin;
        if let Some(action) = known {
            let number = action.number.as_str();
            let words = tr!(cx.language, "findings-known", number = number);
            if text::link(ui, words).clicked() {
                wish = Some(Wish::Action(Action::Go(Place::Action(action.id))));
            }
        }
        if let Some(subject) = raise {
            let words = tr!(cx.language, "findings-raise");
            let name = format!("{words} {title}");
            let button = Button::secondary(words).called(name);
            if ui.add(button.icon(icons::ICON_ADD_TASK).small()).clicked() {
                wish = Some(Wish::Raise(subject));
            }
        }
        if let Some(view) = view
            && text::link_called(ui, tr!(cx.language, "findings-view"), title).clicked()
        {
            wish = Some(view);
        }
    });
    wish
}

/// What an action would be raised for.
fn subject(finding: &Finding) -> Option<Subject> {
    match finding {
        Finding::Index { met: false, .. } => Some(Subject::Index),
        Finding::BelowTarget(suggestion) => Some(suggestion.subject.clone()),
        Finding::Unhappy { item, .. } => Some(Subject::Item(*item)),
        _ => None,
    }
}

/// Where what it speaks of is to be seen.
fn view(cx: &Cx<'_>, found: &Found) -> Option<Wish> {
    let of = |subject: &Subject| match subject {
        Subject::Item(item) => Some(Wish::Action(Action::Go(Place::Item(*item)))),
        Subject::Dimension(_) => Some(Wish::Row(subject.clone())),
        Subject::Index | Subject::Satisfied => None,
    };
    match &found.finding {
        Finding::BelowTarget(suggestion) => of(&suggestion.subject),
        Finding::Lower { subject, .. } => of(subject),
        Finding::Unhappy { item, returns, .. } => Some(Wish::Action(Action::Go(Place::Returns {
            common: Common::Unhappy(*item),
            returns: returns.clone(),
        }))),
        Finding::Unanswered { .. } => Some(Wish::Action(Action::Go(Place::Tab(Tab::Returns)))),
        Finding::Reworded { item, .. } if cx.revision().is_some() => {
            Some(Wish::Action(Action::Go(Place::Question(*item))))
        }
        _ => None,
    }
}
