//! What the window can be told to do from anywhere. Each is here because a button or a menu
//! does it too.

use super::hit::{Group, Hit, Kind};
use super::rank::Sought;
use crate::i18n::Language;
use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::{Action, Cx, Export, Output, Pages, Pick, Place, Printed, Tab};

/// A command with what it is called and the key that does the same.
struct Command {
    name: String,
    key: &'static str,
    leads: Action,
}

/// Those that match, in the order of the window.
pub(super) fn group(cx: &Cx<'_>, query: &str) -> Option<Group> {
    let sought = Sought::new(query);
    let all = [tabs(cx), file(cx), survey(cx), output(cx), window(cx)];
    let hits = all.into_iter().flatten().filter_map(|command| {
        let rank = sought.rank("", &command.name, [])?;
        Some(Hit {
            title: command.name,
            place: command.key.to_owned(),
            leads: command.leads,
            rank,
        })
    });
    Group::of(Kind::Command, hits.collect(), usize::MAX)
}

fn plain(name: String, leads: Action) -> Command {
    keyed(name, "", leads)
}

fn keyed(name: String, key: &'static str, leads: Action) -> Command {
    Command { name, key, leads }
}

fn of_file(name: String, wish: WorkspaceAction) -> Command {
    plain(name, Action::Workspace(wish))
}

fn tabs(cx: &Cx<'_>) -> Vec<Command> {
    let keys = ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"];
    let tabs = Tab::ALL.into_iter().zip(keys);
    tabs.map(|(tab, key)| keyed(tab.name(cx.language), key, Action::Go(Place::Tab(tab))))
        .collect()
}

fn file(cx: &Cx<'_>) -> Vec<Command> {
    let l = cx.language;
    let of = |wish| Action::Workspace(wish);
    let mut all = vec![
        keyed(tr!(l, "workspace-new"), "Ctrl+N", of(WorkspaceAction::New)),
        keyed(
            tr!(l, "workspace-open"),
            "Ctrl+O",
            of(WorkspaceAction::Open),
        ),
    ];
    if cx.writable {
        all.push(of_file(tr!(l, "workspace-info"), WorkspaceAction::Info));
        all.push(plain(tr!(l, "workspace-backup"), Action::Backup));
    }
    all.extend([
        of_file(tr!(l, "workspace-copies"), WorkspaceAction::Copies(None)),
        of_file(
            tr!(l, "workspace-save-copy-menu"),
            WorkspaceAction::SaveCopy,
        ),
        of_file(tr!(l, "workspace-close"), WorkspaceAction::Close),
    ]);
    all
}

fn survey(cx: &Cx<'_>) -> Vec<Command> {
    let l = cx.language;
    let mut all = vec![plain(
        tr!(l, "customers-title"),
        Action::Go(Place::Customers),
    )];
    if cx.wave.is_some() {
        all.push(plain(tr!(l, "search-frame"), Action::Go(Place::Frame)));
    }
    if !cx.writable {
        return all;
    }
    let customers = tr!(l, "workspace-customers");
    all.push(plain(customers, Action::Pick(Pick::Customers)));
    all.push(of_file(tr!(l, "survey-new"), WorkspaceAction::NewSurvey));
    if cx.survey.is_some() {
        let pick = |what| Action::Pick(what);
        all.push(plain(tr!(l, "wave-open"), Action::Go(Place::OpenWave)));
        all.push(plain(tr!(l, "search-import"), pick(Pick::Returns)));
        all.push(plain(
            tr!(l, "questionnaire-import"),
            pick(Pick::Definition),
        ));
    }
    all
}

fn output(cx: &Cx<'_>) -> Vec<Command> {
    let l = cx.language;
    let export = |name, what| plain(name, Action::Export(what));
    let mut all = Vec::new();
    if let Some(revision) = cx.revision() {
        all.push(export(tr!(l, "questionnaire-export"), Export::Definition));
        let form = Pages::Form {
            revision: revision.id,
            otherwise: l,
        };
        all.push(plain(tr!(l, "form-print"), form.save(Output::Print)));
    }
    if cx.wave.is_none() {
        return all;
    }
    all.push(export(tr!(l, "returns-export"), Export::Returns));
    let unanswered = tr!(l, "returns-export-unanswered");
    all.push(export(unanswered, Export::Unanswered));
    all.push(export(tr!(l, "search-export-scores"), Export::Scores));
    let papers = [
        (tr!(l, "search-print-review"), Printed::Review),
        (tr!(l, "search-print-trend"), Printed::Trend),
        (tr!(l, "search-print-scores"), Printed::Scores),
    ];
    all.extend(papers.into_iter().filter_map(|(name, what)| {
        let pages = Pages::of_wave(what, cx, l)?;
        Some(plain(name, pages.save(Output::Print)))
    }));
    all
}

fn window(cx: &Cx<'_>) -> Vec<Command> {
    let l = cx.language;
    let mut all = Vec::new();
    if cx.can_undo {
        all.push(keyed(tr!(l, "undo"), "Ctrl+Z", Action::Undo));
    }
    if cx.can_redo {
        all.push(keyed(tr!(l, "redo"), "Ctrl+Y", Action::Redo));
    }
    let other = match l {
        Language::Zh => Language::En,
        Language::En => Language::Zh,
    };
    all.push(keyed(tr!(l, "help"), "F1", Action::Help));
    all.push(plain(
        tr!(l, "search-other-language"),
        Action::Language(other),
    ));
    all.push(plain(tr!(l, "search-dark"), Action::Dark(true)));
    all.push(plain(tr!(l, "search-light"), Action::Dark(false)));
    all
}
