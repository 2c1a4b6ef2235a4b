//! The sheet of a form as a grid: its cells as in the file, merged ones as one, and on each what
//! it is marked as. A press marks it; so do the arrow keys and Enter.

use std::rc::Rc;

use egui::accesskit::Role;
use egui::{
    Align2, Event, EventFilter, Key, Rect, Response, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};
use rustc_hash::FxHashMap;

use super::draft::Draft;
use super::names;
use crate::model::{BlankSheet, CellPlace, Questionnaire, cell_name, column_letters};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, focus, text};
use crate::ui::{Cx, MarkableSheet};

const ROW: f32 = 28.0;
const HEAD: f32 = 22.0;
const NUMBERS: f32 = 40.0;
const NARROW: f32 = 96.0;
const WIDE: f32 = 210.0;
/// Rows and columns shown beyond the last that holds anything: answers stand there too.
const BEYOND: (u32, u32) = (3, 2);

/// The grid of one sheet and where the keyboard is in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    cursor: CellPlace,
    /// Kept from frame to frame: a sheet does not change while it is marked.
    lines: Option<Rc<Lines>>,
}

/// Where each line begins, where the last ends, and the cells.
#[derive(Debug)]
struct Lines {
    columns: Vec<f32>,
    rows: u32,
    /// Merged ones once, in the order of reading.
    cells: Vec<Own>,
}

/// A cell, or several that are merged.
#[derive(Debug)]
struct Own {
    from: CellPlace,
    to: CellPlace,
    words: String,
}

impl Lines {
    fn of(ui: &Ui, sheet: &BlankSheet) -> Self {
        let (most_rows, most_columns) = BlankSheet::MOST;
        let count = (sheet.size.1 + BEYOND.1).min(most_columns);
        let mut widths = vec![NARROW; count as usize];
        for printed in sheet.printed.iter().filter(|it| it.at.1 == it.to.1) {
            if let Some(width) = widths.get_mut(printed.at.1 as usize) {
                let text = text::width(ui, Face::Table, &printed.text) + 16.0;
                *width = width.max(text.min(WIDE));
            }
        }
        let mut columns = vec![NUMBERS];
        for width in widths {
            columns.push(columns.last().copied().unwrap_or(0.0) + width);
        }
        let rows = (sheet.size.0 + BEYOND.0).min(most_rows);
        Self {
            columns,
            rows,
            cells: owns(sheet, (rows, count)),
        }
    }

    fn count(&self) -> u32 {
        u32::try_from(self.columns.len().saturating_sub(1)).unwrap_or(0)
    }

    fn left(&self, column: u32) -> f32 {
        let at = (column as usize).min(self.columns.len().saturating_sub(1));
        self.columns.get(at).copied().unwrap_or(0.0)
    }

    /// The cell at a place, or those it is merged with.
    fn own(&self, at: CellPlace) -> Option<&Own> {
        let covers = |it: &&Own| {
            (it.from.0..=it.to.0).contains(&at.0) && (it.from.1..=it.to.1).contains(&at.1)
        };
        self.cells.iter().find(covers)
    }

    /// The rectangle of the cell at a place.
    fn around(&self, at: CellPlace) -> Rect {
        let own = self.own(at);
        own.map_or_else(|| self.rect(at, at), |own| self.rect(own.from, own.to))
    }

    /// The rectangle of some cells, seen from the corner of the sheet.
    fn rect(&self, from: CellPlace, to: CellPlace) -> Rect {
        let top = |row: u32| HEAD + row as f32 * ROW;
        Rect::from_min_max(
            pos2(self.left(from.1), top(from.0)),
            pos2(self.left(to.1 + 1), top(to.0 + 1)),
        )
    }
}

/// The cells of a sheet of so many rows and columns.
fn owns(sheet: &BlankSheet, (rows, columns): (u32, u32)) -> Vec<Own> {
    let merged = sheet.merged.iter().map(|(from, to)| (*from, *to, ""));
    let printed = sheet.printed.iter();
    let printed = printed.map(|it| (it.at, it.to, it.text.as_str()));
    let mut covered = FxHashMap::default();
    // What is printed in merged cells says how far they go, too.
    for (from, to, words) in merged.chain(printed) {
        for row in from.0..=to.0.min(rows) {
            let places = (from.1..=to.1.min(columns)).map(|column| (row, column));
            covered.extend(places.map(|at| (at, (from, to, words))));
        }
    }
    let all = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let own = all.filter_map(|at| {
        let (from, to, words) = covered.get(&at).copied().unwrap_or((at, at, ""));
        let words = words.to_owned();
        (from == at).then_some(Own { from, to, words })
    });
    own.collect()
}

impl Grid {
    /// Draws it. What is pressed is marked as the draft says.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (shown, asked): (&MarkableSheet, &Questionnaire),
        draft: &mut Draft,
    ) {
        let sheet = &shown.sheet;
        let lines = self
            .lines
            .get_or_insert_with(|| Rc::new(Lines::of(ui, sheet)));
        let lines = Rc::clone(lines);
        let size = lines
            .rect((0, 0), (lines.rows, lines.count()))
            .max
            .to_vec2();
        let area = ScrollArea::both().auto_shrink([false, false]);
        area.id_salt(("mark sheet", &sheet.name)).show(ui, |ui| {
            let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
            let response = self.whole(ui, cx, asked, (&lines, whole), draft);
            self.keys(ui, &response, (shown, asked), (&lines, whole), draft);
            let pressed = cells(ui, cx, asked, (&lines, whole), draft);
            if let Some(at) = pressed {
                self.cursor = at;
                response.request_focus();
                draft.press(at, shown, asked);
            }
            let ring = lines.around(self.cursor).translate(whole.min.to_vec2());
            focus::ring_inside(ui, &response, ring);
            heads(ui, &lines, whole);
        });
    }

    /// The grid as one thing the keyboard is in, called by the cell it is at.
    fn whole(
        &self,
        ui: &Ui,
        cx: &Cx<'_>,
        asked: &Questionnaire,
        (lines, whole): (&Lines, Rect),
        draft: &Draft,
    ) -> Response {
        let id = ui.scope_id().with("mark sheet keys");
        let response = ui.interact(whole, id, Sense::focusable_noninteractive());
        let own = lines.own(self.cursor);
        let cell = own.map(|own| called(cx, own, &marked(cx, asked, draft, own)));
        let words = tr!(cx.language, "mark-sheet", cell = cell.unwrap_or_default());
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &words));
        response
    }

    fn keys(
        &mut self,
        ui: &Ui,
        response: &Response,
        (shown, asked): (&MarkableSheet, &Questionnaire),
        (lines, whole): (&Lines, Rect),
        draft: &mut Draft,
    ) {
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let keys: Vec<Key> = ui.input(|input| {
            let pressed = input.events.iter().filter_map(|event| match event {
                Event::Key {
                    key, pressed: true, ..
                } => Some(*key),
                _ => None,
            });
            pressed.collect()
        });
        for key in keys {
            let Some(Own { from: at, to, .. }) = lines.own(self.cursor) else {
                continue;
            };
            let rows = lines.rows.saturating_sub(1);
            let columns = lines.count().saturating_sub(1);
            match key {
                Key::ArrowDown => self.cursor = ((to.0 + 1).min(rows), self.cursor.1),
                Key::ArrowUp => self.cursor = (at.0.saturating_sub(1), self.cursor.1),
                Key::ArrowRight => self.cursor = (self.cursor.0, (to.1 + 1).min(columns)),
                Key::ArrowLeft => self.cursor = (self.cursor.0, at.1.saturating_sub(1)),
                Key::Home => self.cursor = (self.cursor.0, 0),
                Key::Enter | Key::Space => draft.press(self.cursor, shown, asked),
                Key::Delete | Key::Backspace => draft.clear(*at),
                _ => continue,
            }
            let place = lines.around(self.cursor);
            ui.scroll_to_rect(place.translate(whole.min.to_vec2()).expand(ROW), None);
        }
    }
}

/// What a cell is called: where it is, what stands there, what it is marked as.
fn called(cx: &Cx<'_>, own: &Own, marked: &[String]) -> String {
    let cell = cell_name(own.from.0, own.from.1);
    let named = [cell.as_str(), own.words.as_str()].join(" ");
    match marked.is_empty() {
        true => named.trim().to_owned(),
        false => tr!(
            cx.language,
            "mark-marked",
            cell = named.trim(),
            what = marked.join(&tr!(cx.language, "list-comma"))
        ),
    }
}

/// What a cell is marked as, in words.
fn marked(cx: &Cx<'_>, asked: &Questionnaire, draft: &Draft, own: &Own) -> Vec<String> {
    let marks = draft.at(own.from);
    let marks = marks.map(|it| names::meant(cx.language, &it.meant, asked));
    marks.collect()
}

/// Draws the cells in sight and says which was pressed.
fn cells(
    ui: &Ui,
    cx: &Cx<'_>,
    asked: &Questionnaire,
    (lines, whole): (&Lines, Rect),
    draft: &Draft,
) -> Option<CellPlace> {
    let colors = palette(ui);
    let clip = ui.clip_rect();
    let mut pressed = None;
    for own in &lines.cells {
        let rect = lines.rect(own.from, own.to).translate(whole.min.to_vec2());
        if !rect.intersects(clip) {
            continue;
        }
        let marked = marked(cx, asked, draft, own);
        let words = Some(own.words.as_str()).filter(|it| !it.is_empty());
        let spot = Hotspot::button(called(cx, own, &marked))
            .role(Role::Cell)
            .chosen(!marked.is_empty())
            .tip(words.map(str::to_owned))
            .without_focus();
        let response = spot.at(ui, rect, ("mark cell", own.from));
        let fill = match (marked.is_empty(), response.hovered()) {
            (false, _) => colors.accent_tint,
            (true, true) => colors.hover,
            (true, false) => colors.surface,
        };
        ui.painter().rect_filled(rect, 0.0, fill);
        let edge = Stroke::new(tokens().stroke.hairline, colors.line);
        ui.painter()
            .rect_stroke(rect, 0.0, edge, egui::StrokeKind::Middle);
        inside(ui, rect, words, &marked);
        if response.clicked() {
            pressed = Some(own.from);
        }
    }
    pressed
}

/// The words of a cell, and what it is marked as at its right.
fn inside(ui: &Ui, rect: Rect, words: Option<&str>, marked: &[String]) {
    let colors = palette(ui);
    let mut room = rect.shrink2(vec2(6.0, 0.0));
    if !marked.is_empty() {
        let words = marked.join(" ");
        let ink = colors.accent;
        let painted = text::paint(
            ui,
            room,
            Align2::RIGHT_CENTER,
            (Face::SmallBold, ink),
            &words,
        );
        room.max.x = (painted.rect.left() - 4.0).max(room.min.x);
    }
    if let Some(words) = words {
        let line = words.replace('\n', " ");
        text::paint(
            ui,
            room,
            Align2::LEFT_CENTER,
            (Face::Table, colors.text),
            &line,
        );
    }
}

/// Letters above and numbers at the left, which stay in sight.
fn heads(ui: &Ui, lines: &Lines, whole: Rect) {
    let colors = palette(ui);
    let clip = ui.clip_rect();
    let face = (Face::Small, colors.text_weak);
    let edge = Stroke::new(tokens().stroke.hairline, colors.line_strong);
    let top = Rect::from_min_size(pos2(clip.left(), clip.top()), vec2(clip.width(), HEAD));
    let side = Rect::from_min_size(pos2(clip.left(), clip.top()), vec2(NUMBERS, clip.height()));
    ui.painter().rect_filled(side, 0.0, colors.background);
    for row in 0..lines.rows {
        let y = whole.top() + HEAD + row as f32 * ROW;
        if y + ROW < clip.top() || y > clip.bottom() {
            continue;
        }
        let room = Rect::from_min_size(pos2(side.left(), y), vec2(NUMBERS - 8.0, ROW));
        text::paint(ui, room, Align2::RIGHT_CENTER, face, &(row + 1).to_string());
    }
    ui.painter().vline(side.right(), side.y_range(), edge);
    ui.painter().rect_filled(top, 0.0, colors.background);
    for column in 0..lines.count() {
        let (left, right) = (lines.left(column), lines.left(column + 1));
        let room = Rect::from_min_max(
            pos2(whole.left() + left, top.top()),
            pos2(whole.left() + right, top.bottom()),
        );
        if room.right() > side.right() && room.left() < clip.right() {
            text::paint(
                ui,
                room,
                Align2::CENTER_CENTER,
                face,
                &column_letters(column),
            );
        }
    }
    ui.painter().hline(top.x_range(), top.bottom(), edge);
}
