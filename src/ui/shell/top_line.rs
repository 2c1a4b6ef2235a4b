//! The top line: whose workspace, which survey, which wave; undo and redo; language and
//! appearance.

use egui::{Panel, Ui};

use super::workspace_menu::workspace_menu;
use crate::chart::Measure;
use crate::i18n::{Language, period};
use crate::model::{Survey, Wave};
use crate::theme::tokens;
use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::style::Face;
use crate::ui::widgets::{Button, MenuItem, Segment, icons, menu, panel};
use crate::ui::{Action, Cx, Outbox, Place};

/// Draws the line at the top of the window.
pub fn top_line(ui: &mut Ui, cx: &Cx<'_>, dark: bool) {
    let top = Panel::top("top line");
    panel::chrome(ui, top, tokens().height.top_line, |ui| {
        super::logo(ui);
        ui.spacing_mut().item_spacing.x = 2.0;
        workspace(ui, cx);
        panel::divider(ui);
        if let Some(shown) = cx.survey {
            survey(ui, cx, shown);
            if let Some(shown) = cx.wave {
                wave(ui, cx, shown);
            }
        }
        panel::at_right(ui, "top line", |ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            undo_redo(ui, cx);
            let search = Button::icon_only(icons::ICON_SEARCH, tr!(cx.language, "search"));
            if ui.add(search.key("Ctrl+K")).clicked() {
                cx.ask(Action::Search);
            }
            panel::divider(ui);
            appearance(ui, cx.outbox, cx.language, dark);
        });
    });
}

/// Language, help and appearance.
pub fn appearance(ui: &mut Ui, outbox: &Outbox, language: Language, dark: bool) {
    // Each language says its own name, whichever is chosen.
    let chinese = tr!(Language::Zh, "language-short");
    let english = tr!(Language::En, "language-short");
    let choices = [(Language::Zh, &*chinese), (Language::En, &*english)];
    let picked = Segment::new(language, &choices).small().show(ui);
    outbox.ask(picked.map(Action::Language));
    let help = Button::icon_only(icons::ICON_HELP, tr!(language, "help"));
    if ui.add(help.key("F1")).clicked() {
        outbox.ask(Action::Help);
    }
    let (icon, name) = if dark {
        (icons::ICON_LIGHT_MODE, tr!(language, "theme-light"))
    } else {
        (icons::ICON_DARK_MODE, tr!(language, "theme-dark"))
    };
    if ui.add(Button::icon_only(icon, name)).clicked() {
        outbox.ask(Action::Dark(!dark));
    }
}

fn undo_redo(ui: &mut Ui, cx: &Cx<'_>) {
    let undo = Button::icon_only(icons::ICON_UNDO, tr!(cx.language, "undo")).key("Ctrl+Z");
    if ui.add_enabled(cx.can_undo, undo).clicked() {
        cx.ask(Action::Undo);
    }
    let redo = Button::icon_only(icons::ICON_REDO, tr!(cx.language, "redo")).key("Ctrl+Y");
    if ui.add_enabled(cx.can_redo, redo).clicked() {
        cx.ask(Action::Redo);
    }
}

/// A button of a name as long as the line has room for beside the others; one that is cut stands
/// whole in the tooltip.
fn named<'a>(ui: &Ui, name: &'a str, what: String) -> Button<'a> {
    let room = ui.ctx().content_rect().width() * 0.26;
    let short = Measure::shared().fit(name, room, Face::Section.font().size, true);
    let tip = if short == name {
        what
    } else {
        format!("{name} · {what}")
    };
    Button::quiet(short).called(name).arrow().tip(tip)
}

fn workspace(ui: &mut Ui, cx: &Cx<'_>) {
    let company = if cx.data.workspace.company.is_empty() {
        let name = cx.path.file_stem().unwrap_or_default();
        name.to_string_lossy().into_owned()
    } else {
        cx.data.workspace.company.clone()
    };
    let button = named(ui, &company, tr!(cx.language, "workspace-menu"));
    let button = ui.add(button.bold());
    menu::menu(&button, |ui| workspace_menu(ui, cx));
}

fn survey(ui: &mut Ui, cx: &Cx<'_>, survey: &Survey) {
    let button = named(ui, &survey.name, tr!(cx.language, "survey-pick"));
    let button = ui.add(button);
    let surveys = cx.data.surveys.iter();
    let surveys = surveys.map(|other| (other.name.clone(), other.id == survey.id, other.id));
    menu::menu(&button, |ui| {
        cx.ask(listed(ui, surveys).map(Action::Survey));
        if cx.writable {
            menu::rule(ui);
            let item = MenuItem::new(tr!(cx.language, "survey-new"));
            if ui.add(item.icon(icons::ICON_ADD)).clicked() {
                cx.ask(Action::Workspace(WorkspaceAction::NewSurvey));
            }
        }
    });
}

fn wave(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
    let waves: Vec<&Wave> = cx.data.waves_of(wave.survey).collect();
    let Some(at) = waves.iter().position(|other| other.id == wave.id) else {
        return;
    };
    let step = |ui: &mut Ui, to: Option<&&Wave>, icon, name: String, key| {
        let button = Button::icon_only(icon, name).key(key);
        if ui.add_enabled(to.is_some(), button).clicked() {
            cx.ask(to.map(|wave| Action::Wave(wave.id)));
        }
    };
    let before = at.checked_sub(1).and_then(|at| waves.get(at));
    let name = tr!(cx.language, "wave-previous");
    step(ui, before, icons::ICON_CHEVRON_LEFT, name, "Ctrl+[");
    let button = Button::quiet(period::of_wave(cx.language, wave))
        .bold()
        .arrow()
        .tip(tr!(cx.language, "wave-pick"));
    let button = ui.add(button);
    let name = tr!(cx.language, "wave-next");
    let after = waves.get(at + 1);
    step(ui, after, icons::ICON_CHEVRON_RIGHT, name, "Ctrl+]");
    let waves = waves.iter().rev();
    let waves = waves.map(|other| {
        (
            period::of_wave(cx.language, other),
            other.id == wave.id,
            other.id,
        )
    });
    menu::menu(&button, |ui| {
        cx.ask(listed(ui, waves).map(Action::Wave));
        // The next half-year begins where the half-years are chosen.
        if cx.writable {
            menu::rule(ui);
            let item = MenuItem::new(tr!(cx.language, "wave-open"));
            if ui.add(item.icon(icons::ICON_EVENT_AVAILABLE)).clicked() {
                cx.ask(Action::Go(Place::OpenWave));
            }
        }
    });
}

fn listed<T>(ui: &mut Ui, choices: impl Iterator<Item = (String, bool, T)>) -> Option<T> {
    let mut picked = None;
    for (name, chosen, value) in choices {
        if ui.add(MenuItem::new(name).chosen(chosen)).clicked() {
            picked = Some(value);
        }
    }
    picked
}
