//! A firm's own form marked by hand: in which cell of its blank the answer to what stands.

use std::collections::BTreeSet;

use super::{Item, LineageId, MarkingId, Questionnaire, SurveyId, Target};

/// Row and column of a cell, counted from 0.
pub type CellPlace = (u32, u32);

/// A text or number that stands on a sheet, and the cells it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub at: CellPlace,
    /// The last cell of those merged with it; the same where none are.
    pub to: CellPlace,
    pub text: String,
}

impl Printed {
    /// Whether a cell is one of those it covers.
    pub fn covers(&self, (row, column): CellPlace) -> bool {
        (self.at.0..=self.to.0).contains(&row) && (self.at.1..=self.to.1).contains(&column)
    }
}

/// How a cell looks before anybody fills it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainLook {
    pub at: CellPlace,
    pub bold: bool,
    /// The colour of its background; `None` for white.
    pub fill: Option<u32>,
}

/// A sheet as a form is marked on: what stands in which cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlankSheet {
    pub name: String,
    /// Rows from the top to the last cell that holds anything, and columns.
    pub size: (u32, u32),
    /// Row by row.
    pub printed: Vec<Printed>,
    /// Cells merged with each other that hold nothing: the first and the last.
    pub merged: Vec<(CellPlace, CellPlace)>,
    /// Those of its cells that look like anything.
    pub looks: Vec<PlainLook>,
}

impl BlankSheet {
    /// Rows and columns a form has at most. What is larger is no form.
    pub const MOST: (u32, u32) = (600, 64);

    /// What stands in a cell, or covers it.
    pub fn printed_at(&self, at: CellPlace) -> Option<&Printed> {
        self.printed.iter().find(|it| it.covers(at))
    }

    /// The cell that speaks for one that is merged with others: the first of them.
    pub fn first_of(&self, at: CellPlace) -> CellPlace {
        let printed = self.printed_at(at).map(|it| it.at);
        let inside = |(from, to): &&(CellPlace, CellPlace)| {
            (from.0..=to.0).contains(&at.0) && (from.1..=to.1).contains(&at.1)
        };
        let merged = || self.merged.iter().find(inside).map(|(from, _)| *from);
        printed.or_else(merged).unwrap_or(at)
    }
}

/// What stands in a cell that was marked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Meant {
    /// The answer to an item.
    Item(LineageId),
    /// A tick, if the option of this label is chosen.
    Option(LineageId, String),
    Customer,
    Respondent,
    Role,
    Date,
    Channel,
    Collector,
}

impl Meant {
    /// What is marked beside the answers, in the order a form asks for it.
    pub const FIELDS: [Self; 6] = [
        Self::Customer,
        Self::Respondent,
        Self::Role,
        Self::Date,
        Self::Channel,
        Self::Collector,
    ];

    /// The item it answers, or is an option of.
    pub fn item(&self) -> Option<LineageId> {
        match self {
            Self::Item(lineage) | Self::Option(lineage, _) => Some(*lineage),
            _ => None,
        }
    }

    /// What a return takes it for.
    pub fn target(&self) -> Target {
        match self {
            Self::Item(lineage) | Self::Option(lineage, _) => Target::Item(*lineage),
            Self::Customer => Target::Customer,
            Self::Respondent => Target::Respondent,
            Self::Role => Target::Role,
            Self::Date => Target::Date,
            Self::Channel => Target::Channel,
            Self::Collector => Target::Collector,
        }
    }
}

/// A cell and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: CellPlace,
    /// What stands before the answer in the same cell; empty where the cell is the answer's alone.
    pub label: String,
    pub meant: Meant,
}

/// A form of many years, told once by its blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    pub id: MarkingId,
    pub survey: SurveyId,
    /// File name of the blank.
    pub file: String,
    /// SHA-256 of the blank, lower-case hexadecimal.
    pub sha256: String,
    pub sheet: BlankSheet,
    pub marks: Vec<Mark>,
}

/// Why a form cannot be read by its marks. Items are named by their code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkingFault {
    /// Not one cell is said to hold an answer.
    #[error("no answer is marked")]
    NoAnswer,
    #[error("{found} in {at:?} is nothing that is asked")]
    Unknown { at: CellPlace, found: String },
    #[error("{item} has no option {found}, {at:?}")]
    NoOption {
        at: CellPlace,
        item: String,
        found: String,
    },
    /// The same is marked in two cells, or two things in one.
    #[error("{at:?} and {first:?} contradict each other")]
    Twice { at: CellPlace, first: CellPlace },
    /// Of an item that is ticked only one option is marked.
    #[error("only one option of {item} is marked, {at:?}")]
    OneOption { at: CellPlace, item: String },
    /// Nothing on the blank says what is asked there: a form with other questions could not be told
    /// from it.
    #[error("no words stand at {at:?}, the answer to {item}")]
    NoWords { at: CellPlace, item: String },
    /// An item whose answer is no option is marked by options.
    #[error("{item} has no options, {at:?}")]
    NoScale { at: CellPlace, item: String },
    /// The sheet is too large to be a form.
    #[error("is too large for a form")]
    TooLarge,
}

impl Marking {
    /// What is wrong with the marks on a sheet, seen from what is asked.
    pub fn fault(
        sheet: &BlankSheet,
        marks: &[Mark],
        asked: &Questionnaire,
    ) -> Option<MarkingFault> {
        let mut cells: BTreeSet<(CellPlace, &str)> = BTreeSet::new();
        for (place, mark) in marks.iter().enumerate() {
            let before = || marks.iter().take(place);
            let same = |it: &&Mark| it.meant == mark.meant && mark.meant != Meant::Customer;
            // An answer in one cell and ticks for its options.
            let both = |it: &&Mark| {
                it.meant.item().is_some()
                    && it.meant.item() == mark.meant.item()
                    && matches!(it.meant, Meant::Item(_)) != matches!(mark.meant, Meant::Item(_))
            };
            let first = before().find(|it| same(it) || both(it));
            if let Some(first) = first {
                let (at, first) = (mark.at, first.at);
                return Some(MarkingFault::Twice { at, first });
            }
            if !cells.insert((mark.at, &mark.label)) {
                let (at, first) = (mark.at, mark.at);
                return Some(MarkingFault::Twice { at, first });
            }
            if let Some(fault) = of_option(mark, marks, asked) {
                return Some(fault);
            }
        }
        let known = |mark: &Mark| {
            mark.meant
                .item()
                .is_some_and(|it| asked.item_of(it).is_some())
        };
        if !marks.iter().any(known) {
            return Some(MarkingFault::NoAnswer);
        }
        let wordless = marks.iter().find_map(|mark| {
            let item = asked.item_of(mark.meant.item()?)?;
            let words = words_of(sheet, marks, item);
            (!words).then(|| (mark.at, item.code.clone()))
        });
        wordless.map(|(at, item)| MarkingFault::NoWords { at, item })
    }
}

/// Whether words on the blank say what an item asks: in the cell of its mark, before it in the
/// row, above it, or between it and the marks before. What an option is called is none of them.
fn words_of(sheet: &BlankSheet, marks: &[Mark], item: &Item) -> bool {
    let own = || {
        let of = |mark: &&Mark| mark.meant.item() == Some(item.lineage);
        marks.iter().filter(of)
    };
    let labels = item.scale.iter().flat_map(|it| &it.options);
    let option = |text: &str| labels.clone().any(|it| it.label == text.trim());
    let answered = |printed: &Printed| {
        let mut here = marks.iter().filter(|it| it.at == printed.at);
        here.any(|it| it.label.is_empty())
    };
    let says = |printed: &&Printed| {
        let letters = printed.text.chars().any(char::is_alphabetic);
        letters && !option(&printed.text) && !answered(printed)
    };
    let mut words = sheet.printed.iter().filter(says);
    words.any(|it| {
        let beside = |mark: &Mark| {
            let (row, column) = mark.at;
            let left = it.covers((row, it.to.1)) && it.to.1 < column;
            let above = it.covers((it.to.0, column)) && it.to.0 < row;
            it.at == mark.at || left || above
        };
        own().any(beside) || stands_over(it.at, marks, item.lineage)
    })
}

/// Whether a cell stands before the marks of an item and belongs to none of another: it comes
/// after all of those as a sheet is read, or above and to the left with none of them between.
pub fn stands_over(at: CellPlace, marks: &[Mark], item: LineageId) -> bool {
    let is_own = |mark: &&Mark| mark.meant.item() == Some(item);
    let Some(first) = marks.iter().filter(is_own).map(|it| it.at).min() else {
        return false;
    };
    let others = || marks.iter().filter(|it| !is_own(it)).map(|it| it.at);
    let before = others().filter(|it| *it < first).max();
    let read_between = at < first && before.is_none_or(|it| it < at);
    let inside =
        |it: CellPlace| (at.0..=first.0).contains(&it.0) && (at.1..=first.1).contains(&it.1);
    let over = at.0 < first.0 && at.1 <= first.1 && !others().any(inside);
    read_between || over
}

/// What is wrong with the mark of an option.
fn of_option(mark: &Mark, marks: &[Mark], asked: &Questionnaire) -> Option<MarkingFault> {
    let Meant::Option(lineage, label) = &mark.meant else {
        return None;
    };
    // What is asked no more is not read.
    let item = asked.item_of(*lineage)?;
    let at = mark.at;
    let code = || item.code.clone();
    let Some(scale) = item.scale.as_ref().filter(|_| item.kind.has_scale()) else {
        return Some(MarkingFault::NoScale { at, item: code() });
    };
    if !scale.options.iter().any(|it| it.label == *label) {
        let (item, found) = (code(), label.clone());
        return Some(MarkingFault::NoOption { at, item, found });
    }
    let options = marks
        .iter()
        .filter(|it| matches!(&it.meant, Meant::Option(other, _) if other == lineage));
    (options.count() < 2).then(|| MarkingFault::OneOption { at, item: code() })
}
