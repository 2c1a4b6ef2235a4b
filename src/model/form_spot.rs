//! Places in the workbook of a form, by the defined names they go by: those follow their cells
//! when rows are put between or columns moved, and every spreadsheet program keeps them.
//!
//! A name covers the cells of one row from the left. The first of them is a label that nobody
//! can move, what is filled in stands behind it: an answer that is dragged to another cell of
//! its row stays where a person sees it.

use std::fmt;
use std::str::FromStr;

use super::LineageId;

/// What such a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormSpot {
    /// The cell that holds the [`FormPage`](super::FormPage).
    Identity,
    Customer,
    /// Behind it: who filled it in.
    Respondent,
    /// Behind it: when.
    Date,
    /// The title of an option's column in a grid, both counted from 0.
    Column {
        grid: u16,
        option: u8,
    },
    /// The row of an item that is answered below such titles.
    Row {
        item: LineageId,
        grid: u16,
    },
    /// Behind it: the answer to an item.
    Answer(LineageId),
    /// Behind it: a tick for one option of an item.
    Tick {
        item: LineageId,
        option: u8,
    },
}

/// What all of them begin with.
const PREFIX: &str = "MANYI_";

impl fmt::Display for FormSpot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        match self {
            Self::Identity => f.write_str("FORM"),
            Self::Customer => f.write_str("CUSTOMER"),
            Self::Respondent => f.write_str("BY"),
            Self::Date => f.write_str("DATE"),
            Self::Column { grid, option } => write!(f, "G{grid}_O{option}"),
            Self::Row { item, grid } => write!(f, "Q{}_G{grid}", item.0),
            Self::Answer(item) => write!(f, "Q{}", item.0),
            Self::Tick { item, option } => write!(f, "Q{}_O{option}", item.0),
        }
    }
}

/// The name is none of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSpot;

impl FromStr for FormSpot {
    type Err = NoSpot;

    /// In either case, as names are compared.
    fn from_str(name: &str) -> Result<Self, NoSpot> {
        let name = name.to_ascii_uppercase();
        let rest = name.strip_prefix(PREFIX).ok_or(NoSpot)?;
        match rest {
            "FORM" => return Ok(Self::Identity),
            "CUSTOMER" => return Ok(Self::Customer),
            "BY" => return Ok(Self::Respondent),
            "DATE" => return Ok(Self::Date),
            _ => {}
        }
        let (first, second) = match rest.split_once('_') {
            Some((first, second)) => (first, Some(second)),
            None => (rest, None),
        };
        let item = || number(first, 'Q').map(LineageId);
        let option = || number(second.unwrap_or_default(), 'O');
        let grid = |of| number(of, 'G');
        let spot = match second {
            None => item().map(Self::Answer),
            Some(second) => match (item(), option(), grid(second)) {
                (Some(item), Some(option), _) => Some(Self::Tick { item, option }),
                (Some(item), _, Some(grid)) => Some(Self::Row { item, grid }),
                (None, Some(option), _) => grid(first).map(|grid| Self::Column { grid, option }),
                _ => None,
            },
        };
        spot.ok_or(NoSpot)
    }
}

/// A number behind its letter.
fn number<T: FromStr>(text: &str, letter: char) -> Option<T> {
    let digits = text.strip_prefix(letter)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_name_of_its_own() {
        let item = LineageId(1 << 41);
        let spots = [
            FormSpot::Identity,
            FormSpot::Customer,
            FormSpot::Respondent,
            FormSpot::Date,
            FormSpot::Column { grid: 2, option: 9 },
            FormSpot::Row { item, grid: 12 },
            FormSpot::Answer(item),
            FormSpot::Tick { item, option: 199 },
        ];
        for spot in spots {
            let name = spot.to_string();
            assert_eq!(name.parse(), Ok(spot));
            assert_eq!(name.to_lowercase().parse(), Ok(spot));
        }
        for other in [
            "",
            "FORM",
            "MANYI_",
            "MANYI_Q",
            "MANYI_Q-1",
            "MANYI_G1",
            "MANYI_O1_Q2",
        ] {
            assert_eq!(other.parse::<FormSpot>(), Err(NoSpot), "{other}");
        }
    }
}
