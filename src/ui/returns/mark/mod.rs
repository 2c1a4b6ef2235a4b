//! A firm's own form is marked on its blank: what is asked at the left, the sheet beside it. What
//! the program knows of the form is there as a proposal.

mod draft;
mod list;
mod names;
mod sheet;
mod targets;

use egui::Ui;

use self::draft::Draft;
use self::sheet::Grid;
use crate::i18n::marking;
use crate::model::{Mark, Marking, MarkingFault, Questionnaire};
use crate::theme::tokens;
use crate::tr;
use crate::ui::list::Kept;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Select, icon, icons, panel, text};
use crate::ui::{Action, Blank, Cx, MarkAction};

/// Width of the list at the left, at first.
const SIDE: f32 = 320.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct MarkPage {
    /// Which blank the draft is of.
    of: Option<u64>,
    sheet: usize,
    /// One a sheet.
    drafts: Vec<Draft>,
    grid: Grid,
    /// What is wrong with the marks of a sheet.
    fault: Kept<(usize, Vec<Mark>), Option<MarkingFault>>,
}

impl MarkPage {
    /// Draws the blank at hand, or the list of forms that were marked.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let revision = cx.blank.and_then(|it| cx.data.revision(it.revision));
        let Some((blank, revision)) = cx.blank.zip(revision).filter(|_| cx.writable) else {
            return list::list(ui, cx);
        };
        let asked = &revision.questionnaire;
        if self.of != Some(blank.number) {
            *self = Self {
                of: Some(blank.number),
                sheet: blank.first,
                drafts: blank
                    .sheets
                    .iter()
                    .map(|it| Draft::new(it, asked))
                    .collect(),
                ..Self::default()
            };
        }
        self.head(ui, cx, blank);
        let sheet = blank.sheets.get(self.sheet);
        let Some((shown, draft)) = sheet.zip(self.drafts.get_mut(self.sheet)) else {
            return;
        };
        panel::before_foot(ui, tokens().height.issue_footer, |ui| {
            panel::left(ui, cx.language, "mark targets", SIDE, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                targets::targets(ui, cx, asked, draft);
            });
            panel::work(ui, |ui| self.grid.show(ui, cx, (shown, asked), draft));
        });
        self.foot(ui, cx, (blank, asked));
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>, blank: &Blank) {
        let language = cx.language;
        panel::bar(ui, "mark head", tokens().height.page_header, |ui| {
            let back = Button::icon_only(icons::ICON_ARROW_BACK, tr!(language, "mark-leave"));
            if ui.add(back).clicked() {
                cx.ask(Action::Mark(MarkAction::Leave));
            }
            ui.add_space(8.0);
            let title = tr!(language, "mark-title", file = blank.file.as_str());
            let left = |ui: &mut Ui| {
                text::line(ui, Face::Heading, palette(ui).text, title);
            };
            panel::ends(ui, "mark head", left, |ui| {
                if blank.sheets.len() < 2 {
                    return;
                }
                let name = tr!(language, "mapping-sheet");
                let sheets = blank.sheets.iter().enumerate();
                let sheets = sheets.map(|(at, it)| (at, it.sheet.name.clone()));
                let sheets: Vec<(usize, String)> = sheets.collect();
                let shown = sheets.get(self.sheet).map_or("", |it| it.1.as_str());
                let select = Select::new(&name, shown).width(168.0);
                if let (_, Some(picked)) = select.show(ui, &self.sheet, &sheets) {
                    self.sheet = picked;
                    self.grid = Grid::default();
                }
            });
        });
    }

    fn foot(&mut self, ui: &mut Ui, cx: &Cx<'_>, (blank, asked): (&Blank, &Questionnaire)) {
        let language = cx.language;
        let Some(draft) = self.drafts.get(self.sheet) else {
            return;
        };
        let sheet = blank.sheets.get(self.sheet);
        let wrong = || Marking::fault(&sheet?.sheet, &draft.marks, asked);
        let fault = self.fault.of(&(self.sheet, draft.marks.clone()), wrong);
        panel::foot(ui, "mark foot", tokens().height.issue_footer, |ui| {
            let (marked, all) = (draft.count(asked), asked.items.len());
            let words = tr!(language, "mark-count", marked = marked, all = all);
            let left = |ui: &mut Ui| {
                text::line(ui, Face::Small, palette(ui).text_weak, words);
            };
            panel::ends(ui, "mark", left, |ui| {
                ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
                if let Some(fault) = &*fault {
                    let color = palette(ui).warning;
                    icon::show(ui, icons::ICON_WARNING, tokens().icon.control, color);
                    let words = match fault {
                        MarkingFault::NoAnswer => tr!(language, "mark-nothing"),
                        fault => marking::fault(language, fault),
                    };
                    text::say(ui, Face::Table, color, words);
                    ui.add_space(4.0);
                }
                if ui.add(Button::secondary(tr!(language, "cancel"))).clicked() {
                    cx.ask(Action::Mark(MarkAction::Leave));
                }
                let save = Button::primary(tr!(language, "mark-save"));
                if ui.add_enabled(fault.is_none(), save).clicked() {
                    let marking = blank.marking(self.sheet, draft.marks.clone());
                    let keep = marking.map(|it| Action::Mark(MarkAction::Keep(Box::new(it))));
                    cx.ask(keep);
                }
            });
        });
    }
}
