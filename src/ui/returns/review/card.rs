//! What stands in a card: whose return, which file and cell, what stands there, what was
//! expected.

use egui::accesskit::Role;
use egui::{Align, Layout, Response, Ui, UiBuilder, vec2};

use super::other_return;
use crate::i18n::expected;
use crate::model::{Expected, Issue, IssueKind};
use crate::tr;
use crate::ui::Cx;
use crate::ui::returns::rows::Rows;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Hotspot, icons, text};

/// What was done with it.
pub(super) struct Head {
    pub(super) response: Response,
    pub(super) chosen: bool,
    pub(super) open: bool,
}

/// Draws the words of a card.
///
/// `alone`: the page shows the return anyway, so that it is not named.
pub(super) fn head(ui: &mut Ui, cx: &Cx<'_>, rows: &Rows, issue: &Issue, alone: bool) -> Head {
    let colors = palette(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    let (said, expected) = problem(cx, rows, issue);
    let name = if alone {
        said.clone()
    } else {
        let row = rows.find(cx, issue.returned);
        row.map_or_else(String::new, |row| row.name(cx.language))
    };
    let mut open = false;
    let full = format!("{name} {} {said}", issue.cell);
    let hotspot = Hotspot::button(full).role(Role::ListItem).corner(4.0);
    let (rect, response) = hotspot.take(ui, vec2(ui.available_width(), 24.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    line.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if !alone {
            let words = tr!(cx.language, "review-open-return", name = name.as_str());
            let button = Button::icon_only(icons::ICON_OPEN_IN_NEW, words);
            open = ui.add(button).clicked();
        }
        ui.with_layout(layout, |ui| {
            text::line(ui, Face::TableBold, colors.text, name.as_str());
        });
    });
    text::weak(ui, place(cx, issue));
    ui.add_space(4.0);
    if !alone {
        text::table(ui, said);
    }
    if !expected.is_empty() {
        text::weak(ui, expected);
    }
    ui.add_space(6.0);
    Head {
        chosen: response.clicked() || open,
        response,
        open,
    }
}

/// File, sheet and cell.
fn place(cx: &Cx<'_>, issue: &Issue) -> String {
    let file = cx
        .data
        .import(issue.import)
        .map_or("", |it| it.file.as_str());
    let cell = expected::cell(cx.language, &issue.cell);
    format!("{file} · {} · {cell}", issue.sheet)
}

/// What stands there, and what was expected.
fn problem(cx: &Cx<'_>, rows: &Rows, issue: &Issue) -> (String, String) {
    let language = cx.language;
    let items = cx.revision().map(|it| it.questionnaire.items.as_slice());
    let item = items
        .unwrap_or_default()
        .iter()
        .find(|it| Some(it.lineage) == issue.item);
    let code = item.map_or("", |it| it.code.as_str());
    let found = issue.found.as_str();
    let should = || {
        if let Expected::OneOf(labels) = &issue.expected
            && let ([first, .., last], true) = (labels.as_slice(), labels.len() > 3)
        {
            let (first, last) = (first.as_str(), last.as_str());
            return tr!(language, "issue-expected-among", first = first, last = last);
        }
        let words = expected::expected(language, &issue.expected);
        tr!(language, "issue-expected", words = words)
    };
    match issue.kind {
        IssueKind::UnreadableCell if code.is_empty() => (
            tr!(language, "issue-unreadable-field", found = found),
            should(),
        ),
        IssueKind::UnreadableCell => {
            let said = tr!(language, "issue-unreadable", code = code, found = found);
            (said, should())
        }
        IssueKind::MissingAnswer => {
            let text = item.map_or("", |it| it.text.as_str());
            (tr!(language, "issue-missing", code = code), text.to_owned())
        }
        IssueKind::UnknownCustomer if found.is_empty() => {
            (tr!(language, "issue-no-customer"), String::new())
        }
        IssueKind::UnknownCustomer if matches!(issue.expected, Expected::OneCustomerOf(_)) => (
            tr!(language, "issue-ambiguous-customer", found = found),
            should(),
        ),
        IssueKind::UnknownCustomer => (
            tr!(language, "issue-unknown-customer", found = found),
            String::new(),
        ),
        IssueKind::SecondReturn => (tr!(language, "issue-second"), second(cx, rows, issue)),
    }
}

/// Where the other return of the customer came from.
fn second(cx: &Cx<'_>, rows: &Rows, issue: &Issue) -> String {
    let row = rows.find(cx, issue.returned);
    let other = row.and_then(|row| other_return(cx, rows, row.returned));
    other.map_or_else(String::new, |other| {
        let file = cx
            .data
            .import(other.import)
            .map_or("", |it| it.file.as_str());
        tr!(
            cx.language,
            "issue-second-other",
            file = file,
            row = other.row
        )
    })
}
