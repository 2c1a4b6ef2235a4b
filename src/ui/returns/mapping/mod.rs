//! The mapping page: what each column of a file is, how its values are read, and what will
//! come of it. Nothing is guessed; what could be read in two ways shows what each would yield.

mod checks;
mod columns;
mod conflict;
mod foot;
mod head;
mod side;
mod words;

use egui::{ScrollArea, Ui};

use crate::model::{ColumnMapping, ColumnPreview, Questionnaire, Reading, Target, Undecided};
use crate::theme::tokens;
use crate::ui::widgets::{Column, Table, panel};
use crate::ui::{Action, Cx, Incoming, IncomingAction, Look};

/// What the page remembers.
#[derive(Debug)]
pub(super) struct MappingPage {
    /// A choice for one column is meant for all that wait for the same.
    alike: bool,
    /// The column to bring into sight.
    reveal: Option<usize>,
}

impl Default for MappingPage {
    fn default() -> Self {
        Self {
            alike: true,
            reveal: None,
        }
    }
}

/// What the parts of the page are drawn from.
#[derive(Clone, Copy)]
struct Seen<'a> {
    cx: &'a Cx<'a>,
    incoming: &'a Incoming,
    asked: &'a Questionnaire,
}

impl<'a> Seen<'a> {
    /// A column and what it would come to.
    fn column(&self, at: usize) -> Option<(&'a ColumnMapping, &'a ColumnPreview)> {
        let incoming = self.incoming;
        incoming.columns.get(at).zip(incoming.previews.get(at))
    }
}

/// Width of the panel at the right, at first.
const SIDE: f32 = 372.0;

impl MappingPage {
    /// Draws the page.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        let incoming = cx.incoming?;
        let revision = cx.data.revision(incoming.revision)?;
        let seen = Seen {
            cx,
            incoming,
            asked: &revision.questionnaire,
        };
        let (mut look, wish) = panel::before_right(ui, "mapping side", SIDE, |ui| {
            let wish = head::head(ui, seen, &revision.label);
            let wish = foot::foot(ui, seen).or(wish);
            let look = panel::work(ui, |ui| {
                let area = ScrollArea::vertical().auto_shrink([false, false]);
                area.show(ui, |ui| self.columns(ui, seen)).inner
            });
            (look, wish)
        });
        let pressed = panel::right(ui, cx.language, "mapping side", SIDE, |ui| {
            side::side(ui, seen)
        })
        .inner;
        match pressed {
            Some(checks::Pressed::Column(column)) => self.reveal = Some(column),
            Some(checks::Pressed::KeepPrivate(keep)) => look = Some(Look::KeepPrivate(keep)),
            None => {}
        }
        let look = look.map(|look| Action::Incoming(IncomingAction::Look(look)));
        look.or(wish)
    }

    /// The columns as one table, broken where something has to be decided.
    fn columns(&mut self, ui: &mut Ui, seen: Seen<'_>) -> Option<Look> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let count = seen.incoming.columns.len();
        let mut look = None;
        let columns = columns::heads(seen.cx);
        let mut from = 0;
        while from < count {
            let until = (from..count)
                .find(|at| self.block_below(seen, *at).is_some())
                .map_or(count, |at| at + 1);
            if let Some(chosen) = self.stretch(ui, seen, &columns, from..until) {
                look = Some(chosen);
            }
            if let Some(block) = until
                .checked_sub(1)
                .and_then(|at| self.block_below(seen, at))
                && let Some(chosen) = conflict::block(ui, seen, block, &mut self.alike)
            {
                look = Some(chosen);
            }
            from = until;
        }
        ui.add_space(tokens().space.page_margin);
        look
    }

    /// What has to be decided right below a column: at the last of the columns it is about.
    /// Where one choice is meant for all that wait for the same, it is asked once.
    fn block_below<'a>(&self, seen: Seen<'a>, at: usize) -> Option<&'a Undecided> {
        let undecided = seen.incoming.undecided.iter();
        let mut here = undecided.filter(|it| it.columns().last() == Some(&at));
        let asked = here.next()?;
        let again = self.alike
            && matches!(asked, Undecided::Reading(_))
            && waiting_alike(seen, at).iter().any(|other| *other < at);
        (!again).then_some(asked)
    }

    fn stretch(
        &mut self,
        ui: &mut Ui,
        seen: Seen<'_>,
        columns: &[Column<'_>],
        range: std::ops::Range<usize>,
    ) -> Option<Look> {
        let mut look = None;
        let mut table = Table::new(("mapping", range.start), columns, range.len())
            .inset(tokens().space.page_margin)
            .row_height(tokens().height.row_chart)
            .plain();
        if range.start > 0 {
            table = table.headless();
        }
        let top = ui.cursor().top();
        table.show(ui, |row, cells| {
            if let Some(chosen) = columns::row(seen, range.start + row, cells) {
                look = Some(chosen);
            }
        });
        if let Some(at) = self.reveal.filter(|at| range.contains(at)) {
            self.reveal = None;
            let head = if range.start == 0 {
                tokens().height.table_head
            } else {
                0.0
            };
            let height = tokens().height.row_chart;
            let y = top + head + (at - range.start) as f32 * height;
            let row = egui::Rect::from_min_size(
                egui::pos2(ui.min_rect().left(), y),
                egui::vec2(1.0, height * 4.0),
            );
            ui.scroll_to_rect(row, Some(egui::Align::Center));
        }
        look
    }
}

/// Columns that wait for the same decision as this one.
fn waiting_alike(seen: Seen<'_>, column: usize) -> Vec<usize> {
    let scale = |at: usize| {
        let Target::Item(lineage) = seen.incoming.columns.get(at)?.target else {
            return None;
        };
        let options = &seen.asked.item_of(lineage)?.scale.as_ref()?.options;
        let scores = options.iter().map(|it| it.score.map(f64::to_bits));
        Some(scores.collect::<Vec<_>>())
    };
    let wanted = scale(column);
    let undecided = seen.incoming.columns.iter().enumerate();
    undecided
        .filter(|(_, it)| it.reading == Reading::Undecided)
        .map(|(at, _)| at)
        .filter(|at| *at != column && scale(*at) == wanted)
        .collect()
}
