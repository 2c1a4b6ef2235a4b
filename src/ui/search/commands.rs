//! What the window can be told to do from anywhere. Each is here because a button or a menu
//! does it too.

use super::hit::{Group, Hit, Kind};
use super::rank::Sought;
use crate::i18n::Language;
use crate::tr;
use crate::ui::action::WorkspaceAction as OfFile;
use crate::ui::{Action, Cx, Export, Output, Pages, Pick, Place, Printed, Tab};

/// Those that match, in the order of the window.
pub(super) fn group(cx: &Cx<'_>, query: &str) -> Option<Group> {
    let sought = Sought::new(query);
    let mut hits = Vec::new();
    // What it is called, the key that does the same, and what it does.
    let mut add = |name: String, key: &str, leads: Action| {
        hits.extend(sought.rank("", &name, []).map(|rank| Hit {
            title: name,
            place: key.to_owned(),
            leads,
            rank,
        }));
    };
    tabs(cx, &mut add);
    file(cx, &mut add);
    survey(cx, &mut add);
    output(cx, &mut add);
    window(cx, &mut add);
    Group::of(Kind::Command, hits, usize::MAX)
}

fn tabs(cx: &Cx<'_>, add: &mut impl FnMut(String, &str, Action)) {
    for (at, tab) in Tab::ALL.into_iter().enumerate() {
        let key = format!("Ctrl+{}", at + 1);
        add(tab.name(cx.language), &key, Action::Go(Place::Tab(tab)));
    }
}

fn file(cx: &Cx<'_>, add: &mut impl FnMut(String, &str, Action)) {
    let l = cx.language;
    let of = Action::Workspace;
    add(tr!(l, "workspace-new"), "Ctrl+N", of(OfFile::New));
    add(tr!(l, "workspace-open"), "Ctrl+O", of(OfFile::Open));
    if cx.writable {
        add(tr!(l, "workspace-info"), "", of(OfFile::Info));
        add(tr!(l, "workspace-backup"), "", Action::Backup);
    }
    add(tr!(l, "workspace-copies"), "", of(OfFile::Copies(None)));
    add(tr!(l, "workspace-save-copy-menu"), "", of(OfFile::SaveCopy));
    add(tr!(l, "workspace-close"), "", of(OfFile::Close));
}

fn survey(cx: &Cx<'_>, add: &mut impl FnMut(String, &str, Action)) {
    let l = cx.language;
    let (go, pick) = (Action::Go, Action::Pick);
    add(tr!(l, "customers-title"), "", go(Place::Customers));
    if cx.wave.is_some() {
        add(tr!(l, "comments-title"), "", go(Place::Comments));
        add(tr!(l, "group-page"), "", go(Place::Groups));
        add(tr!(l, "search-frame"), "", go(Place::Frame));
    }
    if !cx.writable {
        return;
    }
    add(tr!(l, "workspace-customers"), "", pick(Pick::Customers));
    let new = Action::Workspace(OfFile::NewSurvey);
    add(tr!(l, "survey-new"), "", new);
    if cx.survey.is_some() {
        add(tr!(l, "wave-open"), "", go(Place::OpenWave));
        add(tr!(l, "search-import"), "", pick(Pick::Returns));
        add(tr!(l, "questionnaire-import"), "", pick(Pick::Definition));
    }
}

fn output(cx: &Cx<'_>, add: &mut impl FnMut(String, &str, Action)) {
    let l = cx.language;
    let export = Action::Export;
    if let Some(revision) = cx.revision().map(|it| it.id) {
        let definition = tr!(l, "questionnaire-export");
        add(definition, "", export(Export::Definition));
        let otherwise = l;
        let form = Pages::Form {
            revision,
            otherwise,
        };
        add(tr!(l, "form-print"), "", form.save(Output::Print));
    }
    if cx.wave.is_none() {
        return;
    }
    add(tr!(l, "returns-export"), "", export(Export::Returns));
    let unanswered = tr!(l, "returns-export-unanswered");
    add(unanswered, "", export(Export::Unanswered));
    add(tr!(l, "search-export-scores"), "", export(Export::Scores));
    for (name, what) in [
        (tr!(l, "search-print-review"), Printed::Review),
        (tr!(l, "search-print-trend"), Printed::Trend),
        (tr!(l, "search-print-scores"), Printed::Scores),
    ] {
        if let Some(pages) = Pages::of_wave(what, cx, l) {
            add(name, "", pages.save(Output::Print));
        }
    }
}

fn window(cx: &Cx<'_>, add: &mut impl FnMut(String, &str, Action)) {
    let l = cx.language;
    if cx.can_undo {
        add(tr!(l, "undo"), "Ctrl+Z", Action::Undo);
    }
    if cx.can_redo {
        add(tr!(l, "redo"), "Ctrl+Y", Action::Redo);
    }
    let other = match l {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    add(tr!(l, "help"), "F1", Action::Help);
    add(tr!(l, "search-other-language"), "", Action::Language(other));
    add(tr!(l, "search-dark"), "", Action::Dark(true));
    add(tr!(l, "search-light"), "", Action::Dark(false));
}
