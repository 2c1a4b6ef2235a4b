//! Where the names of a form point, in the words of each program that saves it.

use std::collections::BTreeMap;

use crate::intake::cell::cell_place;
use crate::model::{FormSpot, LineageId};

/// Cells of one row: a label, and behind it what was filled in. Counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub row: u32,
    pub first: u32,
    pub last: u32,
}

impl Place {
    /// The columns behind the label.
    pub fn behind(self) -> std::ops::RangeInclusive<u32> {
        self.first + 1..=self.last
    }
}

/// All of a form.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The sheet they lie on.
    pub sheet: String,
    /// Sheet, row and column of the cell that says whose form it is.
    pub identity: Option<(String, u32, u32)>,
    spots: BTreeMap<FormSpot, Place>,
}

impl Places {
    /// Those of the names of a workbook, with what each refers to. What refers to nothing any
    /// more, and what lies on another sheet than most, is left out.
    pub fn of(names: &[(String, String)]) -> Self {
        let known = names.iter().filter_map(|(name, refers)| {
            let spot: FormSpot = name.parse().ok()?;
            let (sheet, place) = place(refers)?;
            Some((spot, sheet, place))
        });
        let known: Vec<(FormSpot, String, Place)> = known.collect();
        let mut places = Self::default();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (spot, sheet, place) in &known {
            if *spot == FormSpot::Identity {
                let cell = (sheet.clone(), place.row, place.first);
                places.identity.get_or_insert(cell);
            } else {
                *counts.entry(sheet).or_default() += 1;
            }
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        places.sheet = most.map(|(sheet, _)| sheet.to_owned()).unwrap_or_default();
        for (spot, sheet, place) in &known {
            if *sheet == places.sheet && *spot != FormSpot::Identity {
                places.spots.entry(*spot).or_insert(*place);
            }
        }
        places
    }

    /// The row of an item that is answered in the columns of a grid.
    pub fn row(&self, item: LineageId) -> Option<(u16, Place)> {
        let of_grid = |grid| FormSpot::Row { item, grid };
        let mut rows = self.spots.range(of_grid(0)..=of_grid(u16::MAX));
        rows.find_map(|(spot, place)| match spot {
            FormSpot::Row { grid, .. } => Some((*grid, *place)),
            _ => None,
        })
    }

    pub fn of_spot(&self, spot: FormSpot) -> Option<Place> {
        self.spots.get(&spot).copied()
    }
}

/// The sheet and the cells of a reference, of one row, as Excel writes it
/// (`'a b'!$B$7:$H$7`) or as OpenDocument does (`$'a b'.$B$7:.$H$7`).
fn place(refers: &str) -> Option<(String, Place)> {
    let refers = refers.trim().trim_start_matches('=');
    let (sheet, cells) = match refers.rsplit_once('!') {
        Some((sheet, cells)) => (sheet, cells),
        None => {
            // A quote in a name stands there twice.
            let quoted = refers.trim_start_matches('$').starts_with('\'');
            let end = match quoted {
                true => refers.find("'.")? + 1,
                false => refers.find('.')?,
            };
            (refers.get(..end)?, refers.get(end + 1..)?)
        }
    };
    let (first, last) = match cells.split_once(':') {
        Some((first, last)) => (first, last.rsplit('.').next()?),
        None => (cells, cells),
    };
    let ((row, first), (last_row, last)) = (cell_place(first)?, cell_place(last)?);
    let whole = row == last_row && first <= last;
    let sheet = sheet.trim_start_matches('$');
    let sheet = match sheet
        .strip_prefix('\'')
        .and_then(|it| it.strip_suffix('\''))
    {
        Some(quoted) => quoted.replace("''", "'"),
        None => sheet.to_owned(),
    };
    whole.then_some((sheet, Place { row, first, last }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_as_each_program_writes_it() {
        let place_of = |row, first, last| Place { row, first, last };
        for (refers, sheet, expected) in [
            ("'调查表'!$B$7:$H$7", "调查表", place_of(6, 1, 7)),
            ("=调查表!$B$7:$H$7", "调查表", place_of(6, 1, 7)),
            ("manyi!$A$1", "manyi", place_of(0, 0, 0)),
            ("$调查表.$B$7:.$H$7", "调查表", place_of(6, 1, 7)),
            ("$调查表.$B$7:$调查表.$H$7", "调查表", place_of(6, 1, 7)),
            ("$'a b.c'.$B$7:$'a b.c'.$AA$7", "a b.c", place_of(6, 1, 26)),
            ("'it''s'!$B$7", "it's", place_of(6, 1, 1)),
            ("$'it''s'.$B$7", "it's", place_of(6, 1, 1)),
        ] {
            let found = place(refers);
            assert_eq!(found, Some((sheet.to_owned(), expected)), "{refers}");
        }
        for gone in [
            "#REF!",
            "调查表!#REF!",
            "",
            "$B$7",
            "a!$B$7:$H$8",
            "a!$H$7:$B$7",
        ] {
            assert_eq!(place(gone), None, "{gone}");
        }
    }

    #[test]
    fn a_name_that_points_nowhere_or_elsewhere_is_left_out() {
        let names = [
            ("MANYI_FORM", "manyi!$A$1"),
            ("MANYI_Q1", "a!$B$7:$H$7"),
            ("MANYI_Q2", "a!$B$8:$H$8"),
            ("MANYI_Q3", "b!$B$9:$H$9"),
            ("MANYI_Q4", "a!#REF!"),
            ("_xlnm.Print_Area", "a!$A$1:$H$30"),
        ];
        let names = names.map(|(name, refers)| (name.to_owned(), refers.to_owned()));
        let places = Places::of(&names);
        assert_eq!(places.sheet, "a");
        assert_eq!(places.identity, Some(("manyi".to_owned(), 0, 0)));
        assert_eq!(places.spots.len(), 2);
    }
}
