//! The one option of a line that is bold or filled, where none is ticked.

use std::collections::BTreeMap;

use super::answer::{Answers, Beside, is_option, label_of, option_of};
use super::inline::between;
use super::letters::drawn;
use super::mark::mark;
use super::question::Question;
use super::text;
use crate::intake::cell::Cell;
use crate::intake::look::{At, Look};
use crate::intake::options::Options;

/// Around the words of an option beside what stands between options.
const AROUND: [char; 9] = ['(', ')', '（', '）', '[', ']', '【', '】', ':'];

/// The place of an option on a line.
pub(super) struct Spot {
    pub at: At,
    pub label: String,
    /// Something stands there that can be bold.
    pub written: bool,
    /// What names the option above.
    pub head: Option<At>,
}

impl Answers<'_> {
    /// The option that looks unlike the others of its line; `None` where all look alike.
    pub(super) fn emphasised(&self, question: &Question, options: &Options) -> Option<Beside> {
        let spots = match question.rest.is_empty() {
            true => self.spots(question, options)?,
            false => Vec::new(),
        };
        if spots.len() < 2 {
            return self.within_text(question, options);
        }
        self.meant(question, &spots)
    }

    /// The spot that looks unlike the others.
    pub(super) fn meant(&self, question: &Question, spots: &[Spot]) -> Option<Beside> {
        let mut meant = self.bold(spots);
        meant.extend(self.filled_spots(spots));
        meant.sort_unstable();
        meant.dedup();
        self.said_by(question, spots, &meant)
    }

    /// The answer some of these spots give.
    pub(super) fn said_by(
        &self,
        question: &Question,
        spots: &[Spot],
        meant: &[usize],
    ) -> Option<Beside> {
        let meant: Vec<&Spot> = meant.iter().filter_map(|at| spots.get(*at)).collect();
        match meant.as_slice() {
            [] => None,
            [one] => Some(Beside::clear(one.at, Cell::Text(one.label.as_str().into()))),
            [one, ..] => {
                let labels = meant.iter().map(|it| it.label.clone());
                let several = self.several(question, one.at, labels);
                Some(several.ticked_in(meant.iter().map(|it| it.at)))
            }
        }
    }

    /// Where the options of a line stand in cells of their own; `None` where something else does.
    fn spots(&self, question: &Question, options: &Options) -> Option<Vec<Spot>> {
        let row = question.at.0;
        if let Some(head) = self.head(question, options) {
            let spots = head.options.iter().map(|(column, option)| {
                let cell = self.grid.cell(row, *column);
                let own = option_of(options, cell) == Some(*option);
                let empty = cell.found().chars().all(|c| mark(&c.to_string()).is_some());
                (own || empty).then(|| Spot {
                    at: (row, *column),
                    label: self.grid.cell(head.row, *column).found(),
                    written: own,
                    head: Some((head.row, *column)),
                })
            });
            return spots.collect();
        }
        let mut spots: Vec<(u8, Spot)> = Vec::new();
        for (column, cell) in self.filled(question) {
            let bare = match cell {
                Cell::Text(text) => Cell::Text(unboxed(&drawn(text)).into()),
                other => other.clone(),
            };
            let Some(option) = option_of(options, &bare) else {
                continue;
            };
            let spot = Spot {
                at: (row, column),
                label: bare.found(),
                written: true,
                head: None,
            };
            spots.push((option, spot));
        }
        let mut seen: Vec<u8> = spots.iter().map(|(option, _)| *option).collect();
        seen.sort_unstable();
        let twice = seen.windows(2).any(|pair| pair.first() == pair.last());
        let spots = spots.into_iter().map(|(_, spot)| spot);
        // An option that stands there twice is an answer beside its options, or a note.
        (!twice).then(|| spots.collect())
    }

    /// The spots that are written in bold, unless all are.
    fn bold(&self, spots: &[Spot]) -> Vec<usize> {
        let is_bold = |spot: &Spot| self.look(spot.at).is_some_and(|look| look.bold);
        let written = || spots.iter().enumerate().filter(|(_, spot)| spot.written);
        let bold: Vec<usize> = written()
            .filter(|(_, spot)| is_bold(spot))
            .map(|(at, _)| at)
            .collect();
        match bold.len() < written().count() {
            true => bold,
            false => Vec::new(),
        }
    }

    /// The spots whose cell is filled unlike those around it.
    fn filled_spots(&self, spots: &[Spot]) -> Vec<usize> {
        let fill = |at: At| self.look(at).and_then(|look| look.fill);
        let heads: Vec<Option<u32>> = spots.iter().map(|it| it.head.and_then(fill)).collect();
        let striped = heads.windows(2).any(|pair| pair.first() != pair.last());
        let fills: Vec<Option<u32>> = spots
            .iter()
            .zip(&heads)
            // A column that is filled from its title on is how the form looks.
            .map(|(spot, head)| fill(spot.at).filter(|fill| !striped || *head != Some(*fill)))
            .collect();
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for fill in fills.iter().flatten() {
            *counts.entry(*fill).or_default() += 1;
        }
        let all = fills.iter().all(Option::is_some);
        let usual = counts.iter().find(|(_, count)| **count * 2 > spots.len());
        let usual = usual.filter(|_| all).map(|(fill, _)| *fill);
        let unlike = fills
            .iter()
            .enumerate()
            .filter(|(_, fill)| fill.is_some() && **fill != usual);
        unlike.map(|(at, _)| at).collect()
    }

    /// Options in one cell, one of them in bold.
    fn within_text(&self, question: &Question, options: &Options) -> Option<Beside> {
        let row = question.at.0;
        let cells = match question.rest.is_empty() {
            true => self.filled(question).iter().map(|it| (row, it.0)).collect(),
            false => vec![question.at],
        };
        let texts = cells.into_iter().filter(|at| {
            let cell = self.grid.cell(at.0, at.1);
            text(cell).is_some() && !is_option(options, cell)
        });
        let mut found = texts.filter_map(|at| {
            let (bold, others) = in_bold(self.look(at)?, options)?;
            (others > 0).then_some((at, bold))
        });
        let (at, bold) = found.next()?;
        match (bold.as_slice(), found.next()) {
            ([one], None) => Some(Beside::clear(at, Cell::Text(one.as_str().into()))),
            _ => Some(self.several(question, at, bold.into_iter())),
        }
    }
}

/// The options of a text in bold, and how many others there are; `None` where nothing that is an
/// option is bold.
fn in_bold(look: &Look, options: &Options) -> Option<(Vec<String>, usize)> {
    // Pieces that look alike are one.
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (text, bold) in &look.runs {
        match pieces.last_mut() {
            // A blank looks like what stands around it.
            Some((before, as_before)) if as_before == bold || text.trim().is_empty() => {
                before.push_str(text);
            }
            _ => pieces.push((text.clone(), *bold)),
        }
    }
    let (mut bold, mut others) = (Vec::new(), 0);
    for (at, (text, is_bold)) in pieces.iter().enumerate() {
        let neighbour = |at: Option<usize>| at.and_then(|at| pieces.get(at));
        let before = neighbour(at.checked_sub(1)).and_then(|it| it.0.chars().next_back());
        let behind = neighbour(at.checked_add(1)).and_then(|it| it.0.chars().next());
        let first = text.chars().next();
        let last = text.chars().next_back();
        // Half of a word is bold.
        let cut = joined(before, first) || joined(last, behind);
        let found = named(text, options);
        match (is_bold, cut && !found.is_empty()) {
            (true, true) => return None,
            (true, false) => bold.extend(found),
            (false, _) => others += found.len(),
        }
    }
    (!bold.is_empty()).then_some((bold, others))
}

/// Whether two characters belong to one word.
fn joined(one: Option<char>, next: Option<char>) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    is_word(one) && is_word(next)
}

/// The options a text names: the whole of it, what stands between boxes and marks, or each word.
fn named(text: &str, options: &Options) -> Vec<String> {
    let text = drawn(text);
    let text = text.rsplit([':', '：']).next().unwrap_or_default();
    let known = |label: &&str| label_of(options, label).is_some();
    let whole = unboxed(text);
    if known(&whole) {
        return vec![whole.to_owned()];
    }
    let is_mark = |c: char| mark(&c.to_string()).is_some();
    let wide =
        |c: char| !c.is_whitespace() && !c.is_alphanumeric() && between(&c.to_string()).is_empty();
    let parts = text
        .split(|c: char| is_mark(c) || wide(c) || c == '\n')
        .flat_map(|part| part.split("  "))
        .map(unboxed)
        .filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    if !parts.is_empty() && parts.iter().all(known) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    let words = between(text).into_iter().map(unboxed);
    words.filter(known).map(str::to_owned).collect()
}

/// A text without boxes and brackets around it.
fn unboxed(text: &str) -> &str {
    let around = |c: char| {
        c.is_whitespace()
            || AROUND.contains(&c)
            || mark(&c.to_string()).is_some()
            || between(&c.to_string()).is_empty()
    };
    text.trim_matches(around)
}
