//! What stands in a card: whose return, which file and cell, what stands there, what was
//! expected.

use egui::accesskit::Role;
use egui::{Align, Layout, Response, Ui, UiBuilder, vec2};

use super::other_return;
use crate::i18n::expected;
use crate::model::{Expected, Issue, IssueKind};
use crate::tr;
use crate::ui::returns::rows::Rows;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Hotspot, icons, panel, text};
use crate::ui::{Action, Cx, Place};

/// An issue about to be drawn.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) rows: &'a Rows,
    pub(super) issue: &'a Issue,
    /// The page shows the return anyway, so that it is not named.
    pub(super) alone: bool,
}

impl<'a> Card<'a> {
    /// One of the list.
    pub(super) fn listed(cx: &'a Cx<'a>, rows: &'a Rows, issue: &'a Issue) -> Self {
        Self {
            cx,
            rows,
            issue,
            alone: false,
        }
    }

    /// Draws the words of a card.
    pub(super) fn head(&self, ui: &mut Ui) -> Response {
        let (cx, issue) = (self.cx, self.issue);
        let colors = palette(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        let (said, expected) = self.problem();
        let row = self.rows.find(cx, issue.returned);
        let name = match row {
            _ if self.alone => said.clone(),
            Some(row) => row.name(cx.language),
            None => String::new(),
        };
        let full = format!("{name} {} {said}", issue.cell);
        let hotspot = Hotspot::button(full).role(Role::ListItem).corner(4.0);
        let (rect, response) = hotspot.take(ui, vec2(ui.available_width(), 24.0));
        let layout = Layout::left_to_right(Align::Center);
        let mut line = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
        let left = |ui: &mut Ui| {
            text::line(ui, Face::TableBold, colors.text, name.as_str());
        };
        if self.alone {
            left(&mut line);
        } else {
            panel::ends(&mut line, "card", left, |ui| {
                let words = tr!(cx.language, "review-open-return", name = name.as_str());
                let button = Button::icon_only(icons::ICON_OPEN_IN_NEW, words);
                if ui.add(button).clicked() {
                    cx.ask(Action::Go(Place::Return(issue.returned)));
                }
            });
        }
        text::weak(ui, self.place());
        ui.add_space(4.0);
        if !self.alone {
            text::table(ui, said);
        }
        if !expected.is_empty() {
            text::weak(ui, expected);
        }
        ui.add_space(6.0);
        response
    }

    /// File, sheet and cell.
    fn place(&self) -> String {
        let (cx, issue) = (self.cx, self.issue);
        let import = cx.data.import(issue.import);
        let file = import.map_or("", |it| it.file.as_str());
        let cell = expected::cell(cx.language, &issue.cell);
        format!("{file} · {} · {cell}", issue.sheet)
    }

    /// What stands there, and what was expected.
    fn problem(&self) -> (String, String) {
        let (cx, issue) = (self.cx, self.issue);
        let language = cx.language;
        let item = issue.item.and_then(|lineage| {
            let revision = cx.revision()?;
            revision.questionnaire.item_of(lineage)
        });
        let code = item.map_or("", |it| it.code.as_str());
        let found = issue.found.as_str();
        let said = match issue.kind {
            IssueKind::UnreadableCell if code.is_empty() => {
                tr!(language, "issue-unreadable-field", found = found)
            }
            IssueKind::UnreadableCell => {
                tr!(language, "issue-unreadable", code = code, found = found)
            }
            IssueKind::MissingAnswer => tr!(language, "issue-missing", code = code),
            IssueKind::UnknownCustomer if found.is_empty() => tr!(language, "issue-no-customer"),
            IssueKind::UnknownCustomer if self.namesakes() => {
                tr!(language, "issue-ambiguous-customer", found = found)
            }
            IssueKind::UnknownCustomer => tr!(language, "issue-unknown-customer", found = found),
            IssueKind::SecondReturn => tr!(language, "issue-second"),
            IssueKind::Correction => String::new(),
        };
        let expected = match issue.kind {
            IssueKind::UnreadableCell => self.should(),
            IssueKind::MissingAnswer => item.map_or_else(String::new, |it| it.text.clone()),
            IssueKind::UnknownCustomer if !found.is_empty() && self.namesakes() => self.should(),
            IssueKind::UnknownCustomer | IssueKind::Correction => String::new(),
            IssueKind::SecondReturn => self.second(),
        };
        (said, expected)
    }

    /// Several customers share the name that stands there.
    fn namesakes(&self) -> bool {
        matches!(self.issue.expected, Expected::OneCustomerOf(_))
    }

    /// What should stand there.
    fn should(&self) -> String {
        let (language, expected) = (self.cx.language, &self.issue.expected);
        if let Expected::OneOf(labels) = expected
            && let ([first, .., last], true) = (labels.as_slice(), labels.len() > 3)
        {
            let (first, last) = (first.as_str(), last.as_str());
            return tr!(language, "issue-expected-among", first = first, last = last);
        }
        let words = expected::expected(language, expected);
        tr!(language, "issue-expected", words = words)
    }

    /// Where the other return of the customer came from.
    fn second(&self) -> String {
        let cx = self.cx;
        let row = self.rows.find(cx, self.issue.returned);
        let other = row.and_then(|row| other_return(cx, self.rows, row.returned));
        other.map_or_else(String::new, |other| {
            let import = cx.data.import(other.import);
            let file = import.map_or("", |it| it.file.as_str());
            let row = other.row;
            tr!(cx.language, "issue-second-other", file = file, row = row)
        })
    }
}
