//! What stands in a card: whose return, which file and cell, what stands there, what was
//! expected.

use egui::accesskit::Role;
use egui::{Align, Layout, Response, Ui, UiBuilder, vec2};

use super::drafts::Drafts;
use super::other_return;
use super::shown::Group;
use crate::i18n::expected;
use crate::model::{Expected, Issue, IssueKind};
use crate::tr;
use crate::ui::returns::rows::Rows;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Hotspot, icons, panel, text};
use crate::ui::{Action, Cx, Place, scan_line};

/// An issue about to be drawn.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) rows: &'a Rows,
    /// Everything it stands for.
    pub(super) group: &'a Group,
    /// The first of it.
    pub(super) issue: &'a Issue,
    /// The page shows the return anyway, so that it is not named.
    pub(super) alone: bool,
}

impl<'a> Card<'a> {
    /// One of the list.
    pub(super) fn listed(cx: &'a Cx<'a>, rows: &'a Rows, group: &'a Group) -> Option<Self> {
        Some(Self {
            cx,
            rows,
            group,
            issue: group.first(cx)?,
            alone: false,
        })
    }

    /// Several things that are the same.
    pub(super) fn many(&self) -> bool {
        self.group.issues.len() > 1
    }

    /// Draws the words of a card.
    pub(super) fn head(&self, ui: &mut Ui, drafts: &mut Drafts) -> Response {
        if self.many() {
            return self.head_of_many(ui, drafts);
        }
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
        if let Some(item) = issue.item {
            scan_line(ui, cx, issue.returned, item);
        }
        if !self.alone {
            text::table(ui, said);
        }
        if !expected.is_empty() {
            text::weak(ui, expected);
        }
        ui.add_space(6.0);
        response
    }

    /// The words of a card that stands for several things.
    fn head_of_many(&self, ui: &mut Ui, drafts: &mut Drafts) -> Response {
        let cx = self.cx;
        let colors = palette(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        let (said, expected) = self.problem();
        let count = self.group.issues.len();
        let title = tr!(cx.language, "issue-many", said = said, count = count);
        let hotspot = Hotspot::button(title.as_str())
            .role(Role::ListItem)
            .corner(4.0);
        let galley = text::width(ui, Face::TableBold, &title);
        let lines = (galley / ui.available_width().max(1.0))
            .ceil()
            .clamp(1.0, 3.0);
        let height = 24.0 + (lines - 1.0) * Face::TableBold.line_height();
        let (rect, response) = hotspot.take(ui, vec2(ui.available_width(), height));
        let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
        text::say(&mut inside, Face::TableBold, colors.text, title);
        text::weak(ui, self.places());
        if !expected.is_empty() {
            text::weak(ui, expected);
        }
        if text::link(ui, tr!(cx.language, "issue-apart")).clicked() {
            drafts.take_apart(self.group.key);
        }
        ui.add_space(6.0);
        response
    }

    /// File, sheet and cell; how it came for what stands in no file.
    fn place(&self) -> String {
        let (cx, issue) = (self.cx, self.issue);
        let Some(import) = cx.data.import(issue.import) else {
            return tr!(cx.language, "fact-typed");
        };
        let cell = expected::cell(cx.language, &issue.cell);
        let parts = [import.file.as_str(), issue.sheet.as_str(), cell.as_str()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// The first cells, and the items they are of.
    fn places(&self) -> String {
        /// More would not be read.
        const SHOWN: usize = 6;
        let (cx, language) = (self.cx, self.cx.language);
        let cells = self.group.all(cx).take(SHOWN);
        let mut cells: Vec<String> = cells
            .filter(|it| !it.cell.is_empty())
            .map(|it| expected::cell(language, &it.cell))
            .collect();
        if self.group.issues.len() > SHOWN {
            cells.push("…".to_owned());
        }
        let mut imports: Vec<&str> = Vec::new();
        for issue in self.group.all(cx) {
            let file = cx
                .data
                .import(issue.import)
                .map_or("", |it| it.file.as_str());
            if !imports.contains(&file) && imports.len() < 2 {
                imports.push(file);
            }
        }
        format!("{} · {}", imports.join(" "), cells.join(" "))
    }

    /// What stands there, and what was expected.
    fn problem(&self) -> (String, String) {
        let (cx, issue) = (self.cx, self.issue);
        let language = cx.language;
        let item = issue.item.and_then(|lineage| {
            let revision = cx.revision()?;
            revision.questionnaire.item_of(lineage)
        });
        let codes = self.codes();
        let code = codes.as_str();
        let found = issue.found.as_str();
        let said = match issue.kind {
            IssueKind::UnreadableCell if issue.scanned() && found.is_empty() => {
                tr!(language, "issue-scanned-blank", code = code)
            }
            IssueKind::UnreadableCell if issue.scanned() => {
                tr!(language, "issue-scanned", code = code, found = found)
            }
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

    /// The items it is of.
    fn codes(&self) -> String {
        const SHOWN: usize = 3;
        let asked = self.cx.revision().map(|it| &it.questionnaire);
        let mut codes: Vec<&str> = Vec::new();
        for issue in self.group.all(self.cx) {
            let item = issue.item.and_then(|it| asked?.item_of(it));
            if let Some(item) = item
                && !codes.contains(&item.code.as_str())
            {
                codes.push(&item.code);
            }
        }
        let more = codes.len() > SHOWN;
        codes.truncate(SHOWN);
        let codes = codes.join(" ");
        if more { format!("{codes} …") } else { codes }
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
            tr!(
                cx.language,
                "issue-second-other",
                file = file,
                row = row.to_string()
            )
        })
    }
}
