//! Questions whose options have a column each: what is ticked there, and whether it is a rating.

use super::answers::{Answers, Steps};
use super::degree::{Says, says};
use super::direction;
use super::question::Question;
use crate::intake::cell::Cell;
use crate::intake::decoration::score_alone;
use crate::intake::normal::{folded, number_in};
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::intake::tick::{Marks, ticks};

/// Options of a rating in numbers.
const FEWEST: usize = 3;

/// The column of an option, and which of the values of its dictionary tick it.
pub(super) type Column<'s> = (&'s SheetColumn, Vec<bool>);

/// The columns of a question's options.
pub(super) fn columns<'s>(sheet: &'s Sheet, question: &Question, aside: &[u32]) -> Vec<Column<'s>> {
    let both = question.columns.iter().zip(&question.options);
    let both = || {
        let both = both.clone();
        both.filter_map(|(at, option)| Some((sheet.columns.get(*at)?, option)))
    };
    let mut marks = Marks::default();
    for (column, option) in both() {
        let cells = column.values_but(aside).into_iter();
        cells.for_each(|(cell, _)| marks.add(cell, option));
    }
    marks.add(&Cell::Empty, "");
    let columns = both().map(|(column, option)| {
        let cells = column.dictionary().iter();
        let ticks = cells.map(|cell| ticks(cell, option, marks.tick()) == Some(true));
        (column, ticks.collect())
    });
    columns.collect()
}

/// Rows that tick one of the options, and those that tick several.
pub(super) fn rows(sheet: &Sheet, columns: &[Column<'_>], aside: &[u32]) -> [u32; 2] {
    let (mut one, mut several) = (0, 0);
    for row in (0..sheet.rows()).filter(|row| !aside.contains(row)) {
        match columns.iter().filter(|it| is_on(it, row)).count() {
            0 => {}
            1 => one += 1,
            _ => several += 1,
        }
    }
    [one, several]
}

fn is_on((column, ticks): &Column<'_>, row: u32) -> bool {
    let on = ticks.get(column.code(row) as usize);
    on.copied().unwrap_or(false)
}

/// The rating of a question of whose options each row ticks one: they are a known order of words, or
/// points of a scale.
pub(super) fn rating(question: &Question, columns: &[Column<'_>]) -> Option<Answers> {
    let options = question.options.iter();
    let said = options.map(|it| Some((it.clone(), says(it)?)));
    let ladder = said.collect::<Option<Vec<_>>>().filter(|it| is_order(it));
    ladder.map(Answers::Words).or_else(|| {
        let steps = points(question, columns)?;
        Some(Answers::Steps(steps))
    })
}

/// Whether some of the options, but not all, are such words: nobody can tell where the others stand.
pub(super) fn speaks_of_degrees(question: &Question) -> bool {
    let degrees = question.options.iter().filter_map(|it| says(it)?.degree());
    let degrees = degrees.count();
    degrees > 1 && degrees * 2 >= question.options.len()
}

/// Whether labels say of one thing how much of it, each another.
fn is_order(labels: &[(String, Says)]) -> bool {
    let families = labels.iter().filter_map(|(_, said)| match said {
        Says::Degree(family, _) => Some(*family),
        Says::Middle | Says::NotApplicable => None,
    });
    let families: Vec<_> = families.collect();
    let degrees = labels.iter().filter_map(|(_, said)| said.degree());
    let mut degrees: Vec<f64> = degrees.collect();
    degrees.sort_by(f64::total_cmp);
    let differ = degrees.windows(2).all(|it| it.first() != it.last());
    let same = families.windows(2).all(|it| it.first() == it.last());
    same && differ && !families.is_empty() && degrees.len() > 1
}

/// Numbers of a scale without a gap, each with its unit, or below a title that says they are points.
fn points(question: &Question, columns: &[Column<'_>]) -> Option<Steps> {
    let mut steps = Steps::default();
    let mut bare = false;
    for ((column, ticks), option) in columns.iter().zip(&question.options) {
        let text = folded(option);
        let number = score_alone(&text).or_else(|| {
            bare = true;
            number_in(&text)
        })?;
        let number = Some(number).filter(|it| it.fract() == 0.0 && (0.0..=10.0).contains(it))?;
        let ticked = (0_usize..).zip(ticks).filter(|(_, on)| **on);
        let count = ticked.map(|(code, _)| column.count(code)).sum();
        steps.found.insert(number as u8, count);
        steps.labels.insert(number as u8, option.clone());
    }
    steps.end();
    steps.points = !bare;
    let whole = steps.found.len() == usize::from(steps.high - steps.low) + 1;
    let each = steps.found.len() == question.options.len() && steps.low <= 1;
    let title = question.names.first().map(String::as_str);
    let said = !bare || title.is_some_and(|it| direction::told(it, &steps).is_some());
    (whole && each && said && steps.found.len() >= FEWEST).then_some(steps)
}
