//! A firm's form that was marked by hand: the answers are read from the cells that were named on
//! its blank, wherever those lie by now.
//!
//! Nothing is looked for beside them: a form whose words are not found around a marked cell is
//! refused with the words that are missing.

mod align;
mod blank;
mod look;
mod place;
mod propose;
mod read;
mod rest;
mod text;

use self::blank::Blank;
use self::place::{Fit, Lost};
pub(in crate::intake) use self::propose::{is_filled, labels, proposed};
use self::read::Marked;
pub(in crate::intake) use self::read::option_named;
pub(in crate::intake) use self::text::printed;
use super::{Filled, drawn, is_small};
use crate::intake::cell::cell_name;
use crate::intake::grid::Grid;
use crate::intake::look::{At, Looks};
use crate::model::{Item, Marking, Meant};

/// Share of what the blank says from which on a sheet is that form, whatever is missing.
const THE_FORM: f64 = 0.75;

/// What a sheet is to the forms that were marked.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::intake) enum Seen {
    Filled(Filled),
    /// It is one of them, called so, but this option of an item is none any more.
    Stale(String, String, String),
    /// It is one of them, called so, but these cells are not found: each with what stands beside
    /// it on the blank.
    /// Where `true` they stand there, more often than on the blank: nobody can say which of them is
    /// meant.
    Lost(String, Vec<(String, String)>, bool),
}

/// Reads a sheet as one of these forms; `None` where it is none of them.
pub(in crate::intake) fn read(
    grid: &Grid,
    markings: &[Marking],
    items: &[Item],
    looks: &dyn Looks,
) -> Option<Seen> {
    if !is_small(grid) {
        return None;
    }
    let fits = markings.iter().filter_map(|marking| {
        let wanted = wanted(marking, items);
        // Those of another survey ask nothing here.
        wanted.marks.iter().find(|it| it.meant.item().is_some())?;
        let fit = place::fit(&wanted, grid)?;
        Some((wanted, fit))
    });
    let better = |one: &(Marking, Fit), other: &(Marking, Fit)| {
        let whole = |fit: &Fit| fit.places.iter().all(Result::is_ok);
        let by_share = one.1.share.total_cmp(&other.1.share);
        let by_age = one.0.id.cmp(&other.0.id);
        whole(&one.1)
            .cmp(&whole(&other.1))
            .then(by_share)
            .then(by_age)
    };
    let (marking, fit) = fits.max_by(better)?;
    if let Some((item, option)) = gone(&marking, items) {
        return Some(Seen::Stale(marking.file, item, option));
    }
    let places: Result<Vec<At>, Lost> = fit.places.iter().cloned().collect();
    match places {
        Ok(places) => Some(Seen::Filled(filled(
            &marking,
            &places,
            (grid, items, looks),
        ))),
        Err(_) if fit.share >= THE_FORM => {
            let lost = fit.places.into_iter().filter_map(Result::err);
            let (doubled, missing): (Vec<Lost>, Vec<Lost>) = lost.partition(|it| it.doubled);
            Some(match missing.is_empty() {
                true => Seen::Lost(marking.file, named(doubled), true),
                false => Seen::Lost(marking.file, named(missing), false),
            })
        }
        Err(_) => None,
    }
}

/// Cells of the blank with what stands beside them, each words once.
fn named(lost: Vec<Lost>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for Lost { at, anchor, .. } in lost {
        if !all.iter().any(|(_, before)| *before == anchor) {
            all.push((cell_name(at.0, at.1), anchor));
        }
    }
    all
}

/// An option that was marked and is none of its item any more.
fn gone(marking: &Marking, items: &[Item]) -> Option<(String, String)> {
    marking.marks.iter().find_map(|mark| {
        let Meant::Option(lineage, label) = &mark.meant else {
            return None;
        };
        let item = items.iter().find(|it| it.lineage == *lineage)?;
        let options = item.scale.iter().flat_map(|it| &it.options);
        let known = options.clone().any(|it| it.label == *label);
        (!known).then(|| (item.code.clone(), label.clone()))
    })
}

/// The marking without what is asked no more.
fn wanted(marking: &Marking, items: &[Item]) -> Marking {
    let mut wanted = marking.clone();
    let asked = |lineage| items.iter().any(|it| it.lineage == lineage);
    wanted
        .marks
        .retain(|mark| mark.meant.item().is_none_or(asked));
    wanted
}

fn filled(
    marking: &Marking,
    places: &[At],
    (grid, items, looks): (&Grid, &[Item], &dyn Looks),
) -> Filled {
    let asks = |at| {
        let mut marks = marking.marks.iter().zip(places);
        marks.any(|(mark, place)| *place == at && !mark.label.is_empty())
    };
    let boxes = drawn(grid, items, looks, asks);
    let blank = Blank::of(marking, items);
    let marked = Marked {
        marking,
        blank: &blank,
        places,
    };
    let mut entries = marked.entries(boxes.as_ref().unwrap_or(grid), items, looks);
    entries.extend(rest::rest(marking, places, grid));
    let answers = marking.marks.iter().zip(places);
    let answers = answers.filter(|(mark, _)| mark.meant.item().is_some());
    Filled {
        row: answers.map(|(_, at)| at.0).min().unwrap_or(0),
        answered: entries
            .iter()
            .any(|it| it.target.is_some_and(|it| it.item().is_some()) && !it.value.is_empty()),
        entries,
        again: None,
    }
}
