//! Rows of figures below the returns, under no word: what they hold is reckoned from the rows
//! above, and no respondent stands beside it.

use super::super::column::ItemColumn;
use super::Row;
use crate::intake::normal::number;
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
}

impl<'a> Statistics<'a> {
    pub fn of(sheet: &'a Sheet, columns: &'a [ItemColumn<'a>]) -> Self {
        let answers = columns.iter();
        let answers: Vec<_> = answers
            .filter(|it| it.item.kind.has_scale() && it.has_one_column())
            .collect();
        let is_item = |column: &SheetColumn| {
            let mut items = columns.iter().map(|it| it.column.index);
            items.any(|index| index == column.index)
        };
        let others = sheet.columns.iter().filter(|it| !is_item(it));
        Self {
            answers,
            others: others.collect(),
        }
    }

    /// Whether the row holds figures of the returns among the rows above.
    pub fn of_rows_above(&self, row: u32, above: &[Row]) -> bool {
        let rows: Vec<u32> = (0..)
            .zip(above)
            .filter(|(_, kind)| kind.is_return())
            .map(|(row, _)| row)
            .collect();
        if rows.len() < ENOUGH {
            return false;
        }
        let (mut strange, mut reckoned, mut held) = (0_usize, 0_usize, 0_usize);
        for column in &self.answers {
            let cell = column.column.value(row);
            if cell.is_empty() {
                continue;
            }
            let Some(value) = number(cell) else {
                return false;
            };
            let unreadable = column.read.get(column.code(row)) == Some(&Answer::Unreadable);
            let figure = is_figure(value, column.column, &rows);
            if !unreadable && !figure {
                return false;
            }
            held += 1;
            strange += usize::from(unreadable);
            reckoned += usize::from(figure);
        }
        let mut who = self
            .others
            .iter()
            .filter(|it| says_who(it, &rows))
            .peekable();
        let told_apart = who.peek().is_some() || (strange > 0 && reckoned == held);
        held > 0 && told_apart && who.all(|it| it.code(row) == 0)
    }
}

fn says_who(column: &SheetColumn, rows: &[u32]) -> bool {
    let filled = rows.iter().filter(|row| column.code(**row) != 0).count();
    filled as f64 >= NEARLY_ALL * rows.len() as f64
}

/// Whether a number is the mean, sum, median, variance or standard deviation of the numbers
/// above.
fn is_figure(value: f64, column: &SheetColumn, rows: &[u32]) -> bool {
    let mut above: Vec<f64> = rows
        .iter()
        .filter_map(|row| number(column.value(*row)))
        .collect();
    let n = above.len() as f64;
    if above.len() < ENOUGH {
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
