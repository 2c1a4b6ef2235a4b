//! Where the marked cells of a blank lie on another copy of the form: rows may have come in
//! between, and what stands beside each cell has to stand beside it there too.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::align::{aligned, between};
use super::text::{behind, fits, plain, printed};
use crate::intake::grid::Grid;
use crate::intake::look::At;
use crate::model::{Mark, Marking, Printed, stands_over};

/// Share of what the blank says that a copy of it says too.
const SAME_FORM: f64 = 0.6;
/// What a text has in common with its like that tells a row, and one that hardly does: a number.
const TELLING: u32 = 16;
const HARDLY: u32 = 2;
const SCARCELY: u32 = 1;

/// Rows of words above the marks of an item that may say what it asks: its own, a title of the
/// section, the options.
const ASKED_ABOVE: usize = 3;

/// How a sheet fits a marking.
#[derive(Debug)]
pub(super) struct Fit {
    /// Where each mark lies, or what of the blank is not found beside it.
    pub places: Vec<Result<At, Lost>>,
    /// Of what the blank says, how much the sheet says in the same order.
    pub share: f64,
}

/// A marked cell that is not found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lost {
    /// The cell of the blank.
    pub at: At,
    /// What stands beside it there; empty where nothing does.
    pub anchor: String,
    /// It stands on the sheet more often than on the blank.
    pub doubled: bool,
}

/// A text of the blank by which rows and columns are told.
struct Fixed<'m> {
    printed: &'m Printed,
    plain: String,
    weight: u32,
    /// It stands in a cell that is filled in: it may be another there.
    loose: bool,
}

/// What a sheet says, by row.
type Said = Vec<Vec<(u32, String)>>;

/// Pairs of texts: the place of the blank's among all, and the cell of the sheet.
type Found = BTreeMap<usize, At>;

/// Where the marks lie on a sheet; `None` where it is another form.
pub(super) fn fit(marking: &Marking, grid: &Grid) -> Option<Fit> {
    let fixed = fixed(marking);
    let said = said(grid);
    let texts: FxHashSet<&str> = said.iter().flatten().map(|(_, it)| it.as_str()).collect();
    let there = |it: &&Fixed<'_>| it.plain.contains(':') || texts.contains(it.plain.as_str());
    if share(&fixed, fixed.iter().filter(there)) < SAME_FORM {
        return None;
    }
    let rows = rows(&fixed, marking.sheet.size.0, &said);
    let found = found(&fixed, &rows, &said);
    let columns = columns(&fixed, &found, (marking.sheet.size.1, grid.width()));
    let share = share(&fixed, found.keys().filter_map(|at| fixed.get(*at)));
    let sheet = Sheet {
        grid,
        marks: &marking.marks,
        fixed: &fixed,
        rows: &rows,
        columns: &columns,
        found: &found,
        said: &said,
    };
    let places = marking.marks.iter().map(|mark| sheet.place(mark));
    let mut places: Vec<Result<At, Lost>> = places.collect();
    let answers: FxHashSet<At> = places.iter().flatten().copied().collect();
    for (place, mark) in places.iter_mut().zip(&marking.marks) {
        if let (Ok(_), Some(lost)) = (&place, sheet.doubled(mark, &answers)) {
            *place = Err(lost);
        }
    }
    (share >= SAME_FORM).then_some(Fit { places, share })
}

fn share<'f, 'm: 'f>(all: &[Fixed<'m>], some: impl Iterator<Item = &'f Fixed<'m>>) -> f64 {
    let weight = |it: &Fixed<'_>| if it.loose { 0 } else { it.weight };
    let (all, some): (u32, u32) = (all.iter().map(weight).sum(), some.map(weight).sum());
    f64::from(some) / f64::from(all.max(1))
}

fn fixed(marking: &Marking) -> Vec<Fixed<'_>> {
    let all = marking.sheet.printed.iter().map(|printed| {
        let mut marks = marking.marks.iter().filter(|it| it.at == printed.at);
        let loose = marks.any(|it| it.label.is_empty());
        let plain = plain(&printed.text);
        let weight = match plain.chars().any(char::is_alphabetic) {
            _ if loose => SCARCELY,
            true => TELLING,
            false => HARDLY,
        };
        Fixed {
            printed,
            plain,
            weight,
            loose,
        }
    });
    all.filter(|it| !it.plain.is_empty()).collect()
}

fn said(grid: &Grid) -> Said {
    let row = |row: u32| {
        let cells = (0..grid.width()).filter_map(|at| {
            let text = plain(&printed(grid.cell(row, at))?);
            (!text.is_empty()).then_some((at, text))
        });
        cells.collect()
    };
    (0..grid.rows()).map(row).collect()
}

/// The texts of a row of the blank that a row of the sheet says too, in their order, and where.
fn shared(fixed: &[Fixed<'_>], row: &[usize], said: &[(u32, String)]) -> Vec<(usize, u32)> {
    let texts: Vec<&Fixed<'_>> = row.iter().filter_map(|at| fixed.get(*at)).collect();
    let common = |one: usize, other: usize| match (texts.get(one), said.get(other)) {
        (Some(blank), Some((column, text))) if fits(&blank.plain, text) => {
            // Of several that are alike the one that stayed in its column.
            2 * blank.weight + u32::from(blank.printed.at.1 == *column)
        }
        _ => 0,
    };
    if !(0..texts.len()).any(|one| (0..said.len()).any(|other| common(one, other) > 0)) {
        return Vec::new();
    }
    let pairs = aligned(texts.len(), said.len(), common);
    let pairs = row.iter().zip(pairs);
    let columns = pairs.filter_map(|(at, there)| Some((*at, said.get(there?)?.0)));
    columns.collect()
}

/// The texts of each row of the blank, by their place among all.
fn by_row(fixed: &[Fixed<'_>], rows: u32) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new(); rows as usize];
    for (at, it) in fixed.iter().enumerate() {
        if let Some(row) = all.get_mut(it.printed.at.0 as usize) {
            row.push(at);
        }
    }
    all
}

fn rows(fixed: &[Fixed<'_>], rows: u32, said: &Said) -> Vec<Option<usize>> {
    let own = by_row(fixed, rows);
    let nothing = (Vec::new(), Vec::new());
    let common = |one: usize, other: usize| {
        let row = own.get(one).unwrap_or(&nothing.0);
        let said = said.get(other).unwrap_or(&nothing.1);
        let both = shared(fixed, row, said).into_iter();
        both.filter_map(|(at, _)| Some(fixed.get(at)?.weight)).sum()
    };
    aligned(own.len(), said.len(), common)
}

fn found(fixed: &[Fixed<'_>], rows: &[Option<usize>], said: &Said) -> Found {
    let own = by_row(fixed, u32::try_from(rows.len()).unwrap_or(0));
    let mut found = Found::new();
    for (row, there) in own.iter().zip(rows) {
        let Some((there, said)) = there.and_then(|it| Some((it, said.get(it)?))) else {
            continue;
        };
        let row_there = u32::try_from(there).unwrap_or(u32::MAX);
        for (at, column) in shared(fixed, row, said) {
            found.insert(at, (row_there, column));
        }
    }
    found
}

fn columns(fixed: &[Fixed<'_>], found: &Found, (own, there): (u32, u32)) -> Vec<Option<usize>> {
    let mut common: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for (at, (_, column)) in found {
        if let Some(it) = fixed.get(*at) {
            let both = (it.printed.at.1 as usize, *column as usize);
            *common.entry(both).or_default() += it.weight;
        }
    }
    aligned(own as usize, there as usize, |one, other| {
        common.get(&(one, other)).copied().unwrap_or(0)
    })
}

/// A sheet beside the blank.
struct Sheet<'a> {
    grid: &'a Grid,
    marks: &'a [Mark],
    fixed: &'a [Fixed<'a>],
    rows: &'a [Option<usize>],
    columns: &'a [Option<usize>],
    found: &'a Found,
    said: &'a Said,
}

impl Sheet<'_> {
    fn place(&self, mark: &Mark) -> Result<At, Lost> {
        let anchors = self.anchors(mark);
        let lost = |anchor: Option<usize>| Lost {
            at: mark.at,
            anchor: anchor
                .and_then(|at| self.fixed.get(at))
                .map(|it| it.printed.text.clone())
                .unwrap_or_default(),
            doubled: false,
        };
        let missing = anchors.iter().find(|at| !self.stands(**at));
        if let Some(missing) = missing {
            return Err(lost(Some(*missing)));
        }
        let first = || lost(anchors.first().copied());
        let at = self.cell(mark.at).ok_or_else(first)?;
        let covered = |it: &&crate::intake::grid::Merge| it.covers(at.0, at.1);
        let hidden = self.grid.merges.iter().find(covered);
        if hidden.is_some_and(|it| (it.first_row, it.first_column) != at) {
            return Err(first());
        }
        let text = printed(self.grid.cell(at.0, at.1)).unwrap_or_default();
        match behind(&text, &mark.label, &[]) {
            Some(_) => Ok(at),
            None => Err(Lost {
                at: mark.at,
                anchor: mark.label.clone(),
                doubled: false,
            }),
        }
    }

    /// What stands beside a mark, if the sheet says it more often than the blank in the row or the
    /// column it was found in: a line that came in may be the one that is meant.
    fn doubled(&self, mark: &Mark, answers: &FxHashSet<At>) -> Option<Lost> {
        let anchors = self.anchors(mark).into_iter();
        let mut anchors =
            anchors.filter_map(|at| Some((self.fixed.get(at)?, self.found.get(&at)?)));
        let (anchor, _) = anchors.find(|(anchor, (row, column))| {
            let (own_row, own_column) = anchor.printed.at;
            let same = |it: &&Fixed<'_>| it.plain == anchor.plain;
            let like = self.fixed.iter().filter(same).map(|it| it.printed.at);
            let own = like
                .filter(|at| at.0 == own_row || at.1 == own_column)
                .count();
            let lines = (0..).zip(self.said);
            let there = lines.flat_map(|(at, line)| line.iter().map(move |it| ((at, it.0), &it.1)));
            let there = there.filter(|(at, _)| at.0 == *row || at.1 == *column);
            let there =
                there.filter(|(at, text)| !answers.contains(at) && fits(&anchor.plain, text));
            there.count() > own
        })?;
        Some(Lost {
            at: mark.at,
            anchor: anchor.printed.text.clone(),
            doubled: true,
        })
    }

    /// What has to stand beside a marked cell: its own label, or the words to the left of it and
    /// the words above.
    fn anchors(&self, mark: &Mark) -> Vec<usize> {
        let fixed = || self.fixed.iter().enumerate().filter(|(_, it)| !it.loose);
        if !mark.label.is_empty() {
            let own = fixed().filter(|(_, it)| it.printed.at == mark.at);
            return own.map(|(at, _)| at).collect();
        }
        let (row, column) = mark.at;
        let left = fixed().filter(|(_, it)| {
            let ends = (row, it.printed.to.1);
            it.printed.covers(ends) && it.printed.to.1 < column
        });
        // Words tell more than the number in front of them.
        let left = left.max_by_key(|(_, it)| (it.weight, it.printed.to.1));
        let above = fixed().filter(|(_, it)| {
            let ends = (it.printed.to.0, column);
            it.printed.covers(ends) && it.printed.to.0 < row
        });
        let above = above.max_by_key(|(_, it)| it.printed.to.0);
        let beside = left.into_iter().chain(above).map(|(at, _)| at);
        beside.chain(self.asked(mark)).collect()
    }

    /// The words that stand over the marks of an item, in the last rows above them: what it asks
    /// may stand there, whatever stands beside its marks.
    fn asked(&self, mark: &Mark) -> Vec<usize> {
        let Some(item) = mark.meant.item() else {
            return Vec::new();
        };
        let words = self.fixed.iter().enumerate().filter(|(_, it)| {
            let over = || stands_over(it.printed.at, self.marks, item);
            !it.loose && it.weight == TELLING && over()
        });
        let words: Vec<(usize, &Fixed<'_>)> = words.collect();
        let mut rows: Vec<u32> = words.iter().map(|(_, it)| it.printed.at.0).collect();
        rows.dedup();
        let nearest = rows.len().saturating_sub(ASKED_ABOVE);
        let from = rows.get(nearest).copied().unwrap_or(0);
        let near = words.into_iter().filter(|(_, it)| it.printed.at.0 >= from);
        near.map(|(at, _)| at).collect()
    }

    /// Whether a text of the blank stands on the sheet, in the column of those around it.
    fn stands(&self, at: usize) -> bool {
        let own = self.fixed.get(at).map(|it| it.printed.at.1 as usize);
        let column = own.and_then(|own| between(self.columns, own).ok());
        let there = self.found.get(&at).map(|(_, column)| *column as usize);
        there.is_some() && there == column
    }

    /// The cell of the sheet that is one of the blank.
    fn cell(&self, (row, column): At) -> Option<At> {
        let column = between(self.columns, column as usize).ok()?;
        let column = u32::try_from(column).ok()?;
        let row = match between(self.rows, row as usize) {
            Ok(row) => u32::try_from(row).ok()?,
            // Rows came in around it: only what stands there alone is meant.
            Err(Some(apart)) => {
                let [down, up, below] = apart.map(|it| u32::try_from(it).unwrap_or(u32::MAX));
                let from = self.above(down.min(up), below)?;
                let mut filled =
                    (from..below).filter(|row| !self.grid.looks(*row, column).is_empty());
                match (filled.next(), filled.next()) {
                    (None, _) if down < below => down,
                    (Some(one), None) if one == down || one == up => one,
                    _ => return None,
                }
            }
            Err(None) => return None,
        };
        Some((row, column))
    }

    /// The first row of those between two that have words of the blank.
    fn above(&self, row: u32, below: u32) -> Option<u32> {
        let words = self
            .rows
            .iter()
            .flatten()
            .filter_map(|it| u32::try_from(*it).ok());
        let before = words.filter(|it| *it < below.min(row)).max()?;
        Some(before + 1)
    }
}
