//! Everything of a kind at once.

use egui::Ui;

use super::Decided;
use crate::edit::Decision;
use crate::model::{Issue, IssueId, IssueKind};
use crate::tr;
use crate::ui::returns::rows::Rows;
use crate::ui::widgets::{Button, MenuItem, icons, menu};
use crate::ui::{Action, Cx, Export};

/// The menu of the list: one line for each kind that waits.
pub(super) fn bulk(ui: &mut Ui, cx: &Cx<'_>, rows: &Rows) -> Option<Decided> {
    let language = cx.language;
    let name = tr!(language, "review-bulk");
    let button = ui.add(Button::icon_only(icons::ICON_MORE_HORIZ, name));
    let mut taken = None;
    menu::menu(&button, |ui| {
        for kind in [
            IssueKind::UnreadableCell,
            IssueKind::MissingAnswer,
            IssueKind::UnknownCustomer,
            IssueKind::SecondReturn,
        ] {
            let of_kind = |it: &&Issue| it.kind == kind;
            let issues = rows.waiting.issues(&cx.data.issues).filter(of_kind);
            let issues: Vec<IssueId> = issues.map(|it| it.id).collect();
            if issues.is_empty() {
                continue;
            }
            let count = issues.len();
            let (words, decision) = match kind {
                IssueKind::UnreadableCell => (
                    tr!(language, "bulk-unreadable", count = count),
                    Decision::Blank,
                ),
                IssueKind::MissingAnswer => (
                    tr!(language, "bulk-missing", count = count),
                    Decision::Blank,
                ),
                IssueKind::UnknownCustomer => (
                    tr!(language, "bulk-customer", count = count),
                    Decision::Blank,
                ),
                IssueKind::SecondReturn | IssueKind::Correction => {
                    (tr!(language, "bulk-second", count = count), Decision::Keep)
                }
            };
            if ui.add(MenuItem::new(words)).clicked() {
                taken = Some(Decided {
                    issues,
                    decision,
                    learn: false,
                });
            }
        }
        menu::rule(ui);
        let words = tr!(language, "review-export");
        if ui
            .add(MenuItem::new(words).icon(icons::ICON_TABLE_VIEW))
            .clicked()
        {
            cx.ask(Action::Export(Export::Issues));
        }
    });
    taken
}
