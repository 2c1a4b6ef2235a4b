//! Rows of figures among the returns: what they hold is reckoned from the rows above.

use super::super::column::ItemColumn;
use super::Row;
use super::called::{Called, Name};
use crate::intake::cell::Cell;
use crate::intake::normal::{measured, number};
use crate::intake::options::Options;
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::model::Answer;

/// Returns above from which a figure can be told from an answer.
const ENOUGH: usize = 3;
/// Share of the returns that must say who they are for a row without it to be none.
const NEARLY_ALL: f64 = 0.8;
/// Figures are shown rounded.
const ROUNDED: f64 = 0.006;

pub(super) struct Statistics<'a> {
    /// Columns whose answers are options or numbers.
    answers: Vec<&'a ItemColumn<'a>>,
    /// All others: who answered, when, a running number.
    others: Vec<&'a SheetColumn>,
    /// Those of them that nearly all rows with answers fill.
    who: Vec<&'a SheetColumn>,
}

impl<'a> Statistics<'a> {
    /// `kinds` are the rows as far as they are known.
    pub fn of(sheet: &'a Sheet, columns: &'a [ItemColumn<'a>], kinds: &[Row]) -> Self {
        let answers = columns.iter();
        let answers: Vec<_> = answers
            .filter(|it| it.item.kind.has_scale() && it.has_one_column())
            .collect();
        let is_item = |column: &SheetColumn| {
            let mut items = columns.iter().map(|it| it.column.index);
            items.any(|index| index == column.index)
        };
        let others: Vec<_> = sheet.columns.iter().filter(|it| !is_item(it)).collect();
        let rows = returns(kinds);
        let who = others.iter().filter(|it| mostly_filled(it, &rows));
        Self {
            answers,
            who: who.copied().collect(),
            others,
        }
    }

    /// Whether a row that has a name somebody could have is one of figures: nobody stands beside
    /// it where somebody stands beside all others, or its numbers are those of the rows above.
    pub fn bear_out(
        &self,
        name: Name,
        place: Option<(u32, bool)>,
        (row, above): (u32, &[Row]),
    ) -> bool {
        let (at, known) = place.unwrap_or((u32::MAX, false));
        let mut cells = self.answers.iter().map(|it| it.column.value(row));
        let numbers = cells.all(|it| it.is_empty() || measured(it).is_some());
        let nobody = self.nobody(row, Some(at));
        let stranger = numbers && known && !self.who.iter().any(|it| it.index != at);
        let extremes = || {
            let rows = returns(above);
            let reckoned = |value: f64, column: &ItemColumn<'_>| {
                is_figure(value, column.column, &rows) || is_extreme(value, column.column, &rows)
            };
            rows.len() >= ENOUGH && numbers && self.held(row, reckoned).is_some()
        };
        let rows = returns(above);
        let counted = |value: f64, column: &ItemColumn<'_>| {
            let filled = rows.iter().filter(|row| column.column.code(**row) != 0);
            filled.count() as f64 == value
        };
        let held = self.held(row, counted).filter(|held| held.figures > 0);
        let counts = name.count && numbers && held.is_some();
        let alone = nobody && (numbers || !name.given);
        alone
            || stranger
            || counts
            || (name.called == Called::Sum && !self.somebody(row, at) && extremes())
    }

    /// Whether a row says nothing of who answered where nearly all do; a running number, and what
    /// stands in the column at `but`, say nothing.
    pub fn nobody(&self, row: u32, but: Option<u32>) -> bool {
        let mut others = self.who.iter().filter(|it| Some(it.index) != but);
        let empty = others.clone().any(|it| it.code(row) == 0);
        empty && others.all(|it| measured(it.value(row)).is_some() || it.code(row) == 0)
    }

    /// Whether a row says nothing of who answered, or no row does.
    pub fn anonymous(&self, row: u32) -> bool {
        !self.somebody(row, u32::MAX)
    }

    /// Whether a row says who answered outside of one column.
    fn somebody(&self, row: u32, but: u32) -> bool {
        let mut others = self.who.iter().filter(|it| it.index != but);
        others.any(|it| it.code(row) != 0 && measured(it.value(row)).is_none())
    }

    /// Whether the row holds figures of the returns among the rows above and nobody stands beside
    /// them: what could be the answers of somebody without a name stays a return.
    pub fn of_nobody(&self, row: u32, above: &[Row]) -> bool {
        let rows = returns(above);
        if rows.len() < ENOUGH {
            return false;
        }
        let Some(held) = self.held(row, |value, column| is_figure(value, column.column, &rows))
        else {
            return false;
        };
        let mut who = self
            .others
            .iter()
            .filter(|it| mostly_filled(it, &rows))
            .peekable();
        let told_apart = who.peek().is_some() || held.figures == held.all;
        held.strange > 0 && told_apart && who.all(|it| it.code(row) == 0)
    }

    /// Whether the row holds nothing but figures of the returns above, or the most there is to get.
    pub fn of_rows_above(&self, row: u32, above: &[Row], full: bool) -> bool {
        let rows = returns(above);
        let held = self.held(row, |value, column| {
            let most = column.item.range().map(|(_, most)| most);
            (full && most == Some(value)) || is_figure(value, column.column, &rows)
        });
        held.is_some()
    }

    /// The same with something nobody can answer among the figures.
    pub fn of_strange_rows_above(&self, row: u32, above: &[Row]) -> bool {
        let rows = returns(above);
        let held = self.held(row, |value, column| is_figure(value, column.column, &rows));
        held.is_some_and(|held| held.strange > 0 && held.figures > 0)
    }

    /// Whether the row holds how often the returns above chose an option.
    pub fn of_an_option(&self, row: u32, label: &Cell, above: &[Row]) -> bool {
        let Cell::Text(label) = label else {
            return false;
        };
        let rows = returns(above);
        let mut counted = 0;
        let all = self.answers.iter().all(|column| {
            let cell = column.column.value(row);
            let option = column.item.scale.as_ref().map(Options::of);
            let option = option.and_then(|options| options.by_label(label));
            let (Some(option), false) = (option, cell.is_empty()) else {
                return cell.is_empty();
            };
            let chosen =
                |row: &&u32| column.read.get(column.code(**row)) == Some(&Answer::Option(option));
            counted += 1;
            number(cell) == Some(rows.iter().filter(chosen).count() as f64)
        });
        all && counted > 0
    }

    /// What the cells of a row hold; `None` where one is neither unreadable nor a figure.
    fn held(&self, row: u32, is_figure: impl Fn(f64, &ItemColumn<'_>) -> bool) -> Option<Held> {
        let mut held = Held::default();
        for column in &self.answers {
            let cell = column.column.value(row);
            if cell.is_empty() {
                continue;
            }
            let value = measured(cell)?;
            let strange = column.read.get(column.code(row)) == Some(&Answer::Unreadable);
            let figure = is_figure(value, column);
            if !strange && !figure {
                return None;
            }
            held.all += 1;
            held.strange += usize::from(strange);
            held.figures += usize::from(figure);
        }
        (held.all > 0).then_some(held)
    }
}

/// How many cells of a row under the items hold what.
#[derive(Default)]
struct Held {
    all: usize,
    /// Numbers that are no answers.
    strange: usize,
    /// Numbers reckoned from the rows above.
    figures: usize,
}

fn returns(above: &[Row]) -> Vec<u32> {
    let rows = (0..).zip(above).filter(|(_, kind)| kind.is_return());
    rows.map(|(row, _)| row).collect()
}

fn mostly_filled(column: &SheetColumn, rows: &[u32]) -> bool {
    let filled = rows.iter().filter(|row| column.code(**row) != 0).count();
    filled as f64 >= NEARLY_ALL * rows.len() as f64
}

/// Whether a number is the highest or lowest of the numbers above, or lies as far apart as they do.
fn is_extreme(value: f64, column: &SheetColumn, rows: &[u32]) -> bool {
    let above = rows.iter().filter_map(|row| number(column.value(*row)));
    let ends = above.fold(None, |ends: Option<(f64, f64)>, it| {
        let (low, high) = ends.unwrap_or((it, it));
        Some((low.min(it), high.max(it)))
    });
    ends.is_some_and(|(low, high)| {
        let mut ends = [low, high, high - low].into_iter();
        ends.any(|end| (end - value).abs() < ROUNDED)
    })
}

/// Whether a number is the mean, sum, median, variance or standard deviation of the numbers
/// above.
fn is_figure(value: f64, column: &SheetColumn, rows: &[u32]) -> bool {
    let mut above: Vec<f64> = rows
        .iter()
        .filter_map(|row| number(column.value(*row)))
        .collect();
    let n = above.len() as f64;
    if above.len() < 2 {
        return false;
    }
    above.sort_by(f64::total_cmp);
    let sum: f64 = above.iter().sum();
    let mean = sum / n;
    let squares: f64 = above.iter().map(|it| (it - mean).powi(2)).sum();
    let middle = |at: usize| above.get(at).copied().unwrap_or_default();
    let median = f64::midpoint(middle((above.len() - 1) / 2), middle(above.len() / 2));
    let (whole, sample) = (squares / n, squares / (n - 1.0));
    [
        sum,
        mean,
        median,
        whole,
        sample,
        whole.sqrt(),
        sample.sqrt(),
    ]
    .iter()
    .any(|figure| (figure - value).abs() < ROUNDED)
}
