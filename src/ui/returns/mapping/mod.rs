//! The mapping page: what each column of a file is, how its values are read, and what will
//! come of it. Nothing is guessed; what could be read in two ways shows what each would yield.

mod aside;
mod asked;
mod checks;
mod columns;
mod conflict;
mod foot;
mod head;
mod order;
mod side;
mod ticks;
mod words;

use std::ops::Range;

use egui::{Align, Rect, ScrollArea, Ui, pos2, vec2};

use crate::model::{
    ColumnMapping, ColumnPreview, Item, Questionnaire, Reading, Undecided, read_alike,
};
use crate::theme::tokens;
use crate::ui::list::Chosen;
use crate::ui::widgets::{Table, panel};
use crate::ui::{Action, Cx, Incoming, IncomingAction, Look};

/// What the page remembers.
#[derive(Debug)]
pub(super) struct MappingPage {
    /// A choice for one column is meant for all that wait for the same.
    alike: bool,
    /// The column last led to, by its place.
    column: Chosen<usize>,
}

impl Default for MappingPage {
    fn default() -> Self {
        Self {
            alike: true,
            column: Chosen::default(),
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

/// A column, what it would come to, and the item it is.
#[derive(Clone, Copy)]
struct Mapped<'a> {
    at: usize,
    column: &'a ColumnMapping,
    preview: &'a ColumnPreview,
    item: Option<&'a Item>,
}

impl<'a> Seen<'a> {
    fn column(&self, at: usize) -> Option<Mapped<'a>> {
        let column = self.incoming.columns.get(at)?;
        let item = column.target.item();
        Some(Mapped {
            at,
            column,
            preview: self.incoming.previews.get(at)?,
            item: item.and_then(|lineage| self.asked.item_of(lineage)),
        })
    }

    fn ask(&self, action: IncomingAction) {
        self.cx.ask(Action::Incoming(action));
    }

    fn look(&self, look: Look) {
        self.ask(IncomingAction::Look(look));
    }
}

/// Width of the panel at the right, at first.
const SIDE: f32 = 372.0;

impl MappingPage {
    /// Draws the page of the file at hand.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, incoming: &Incoming) {
        let Some(revision) = cx.data.revision(incoming.revision) else {
            return;
        };
        let seen = Seen {
            cx,
            incoming,
            asked: &revision.questionnaire,
        };
        panel::before_right(ui, "mapping side", SIDE, |ui| {
            head::head(ui, seen, &revision.label);
            panel::before_foot(ui, tokens().height.issue_footer, |ui| {
                panel::work(ui, |ui| {
                    let area = ScrollArea::vertical().auto_shrink([false, false]);
                    area.show(ui, |ui| {
                        asked::asked(ui, seen);
                        self.columns(ui, seen);
                    });
                });
            });
            foot::foot(ui, seen);
        });
        panel::right(ui, cx.language, "mapping side", SIDE, |ui| {
            if let Some(column) = side::side(ui, seen) {
                self.column.lead(column);
            }
        });
    }

    /// The columns as one table, broken where something has to be decided.
    fn columns(&mut self, ui: &mut Ui, seen: Seen<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let count = seen.incoming.columns.len();
        let mut from = 0;
        while from < count {
            let mut rest = (from..count).filter_map(|at| Some((at, self.block_below(seen, at)?)));
            let block = rest.next();
            let until = block.map_or(count, |(at, _)| at + 1);
            self.stretch(ui, seen, from..until);
            if let Some((_, undecided)) = block {
                conflict::block(ui, seen, undecided, &mut self.alike);
            }
            from = until;
        }
        ui.add_space(tokens().space.page_margin);
    }

    /// What has to be decided right below a column: at the last of the columns it is about.
    /// Where one choice is meant for all that wait for the same, it is asked once.
    fn block_below<'a>(&self, seen: Seen<'a>, at: usize) -> Option<&'a Undecided> {
        let undecided = seen.incoming.undecided.iter();
        let mut here = undecided.filter(|it| it.columns().last() == Some(&at));
        let asked = here.next()?;
        let alike = || read_alike(&seen.incoming.columns, seen.asked, at);
        let again = self.alike
            && matches!(asked, Undecided::Reading(_))
            && alike().iter().any(|other| *other < at);
        (!again).then_some(asked)
    }

    fn stretch(&mut self, ui: &mut Ui, seen: Seen<'_>, range: Range<usize>) {
        let columns = columns::heads(seen.cx);
        let height = tokens().height.row_chart;
        let place = |at: usize| range.contains(&at).then(|| at - range.start);
        let chosen = self.column.get().and_then(place);
        let led_to = chosen.filter(|_| self.column.reveal());
        let mut table = Table::new(("mapping", range.start), &columns, range.len())
            .inset(tokens().space.page_margin)
            .row_height(height)
            .chosen(chosen)
            .plain();
        let mut top = ui.cursor().top();
        if range.start > 0 {
            table = table.headless();
        } else {
            top += tokens().height.table_head;
        }
        let taken = table.show(ui, |row, cells| {
            if let Some(mapped) = seen.column(range.start + row) {
                columns::row(seen, mapped, led_to == Some(row), cells);
            }
        });
        if let Some(row) = taken.chosen {
            self.column.choose(range.start + row);
        }
        if let Some(row) = led_to {
            let corner = pos2(ui.min_rect().left(), top + row as f32 * height);
            let rect = Rect::from_min_size(corner, vec2(1.0, height * 4.0));
            ui.scroll_to_rect(rect, Some(Align::Center));
        }
    }
}

/// Whether a column waits for somebody to say what its numbers or ticks mean.
fn waits(mapped: &Mapped<'_>) -> bool {
    matches!(
        mapped.column.reading,
        Reading::Undecided | Reading::Unordered | Reading::Ticks
    )
}
