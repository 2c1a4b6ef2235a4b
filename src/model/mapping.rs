//! What a column of a file is taken for, and what that makes of its values.

use super::{
    Answer, BesideOption, ImportId, Item, LineageId, Questionnaire, Replaced, RowChoice, Scale,
    ScaleOption,
};

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    Item(LineageId),
    /// One option of an item: what stands there says whether it is ticked.
    ItemOption(LineageId, u8),
    /// Code or name of the customer. Several columns may be: one holds codes, one names.
    Customer,
    Respondent,
    /// What the respondent is at the customer.
    Role,
    Date,
    Channel,
    Collector,
    /// How long filling it in took.
    Duration,
    /// Why the return does not count; nothing there leaves it valid.
    Void,
    /// Fits nothing, or a person left it out.
    Ignore,
    /// Left out because it tells who sat where: addresses, browsers, nicknames.
    Private,
}

impl Target {
    /// The item it is, or is an option of.
    pub fn item(self) -> Option<LineageId> {
        match self {
            Self::Item(lineage) | Self::ItemOption(lineage, _) => Some(lineage),
            _ => None,
        }
    }

    /// Whether only one column may have it.
    fn takes_one(self) -> bool {
        !matches!(self, Self::Customer | Self::Ignore | Self::Private)
    }
}

/// How the values of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Labels or aliases of the options.
    Labels,
    /// Scores of the options; labels are read too.
    Scores,
    /// Positions of the options, from 1; labels are read too.
    OptionNumbers,
    /// Numbers that could be scores and option numbers, with different results.
    Undecided,
    /// Option numbers, and nobody told which number is which option.
    Unordered,
    /// Ticks, and nobody said of which option.
    Ticks,
    /// Of the column of one option: crosses tick it.
    Crosses,
    Number,
    /// Numbers with a comma before decimals; a point may stand between thousands.
    CommaDecimals,
    Text,
    Date,
    /// A name or code: customer, respondent, channel, collector.
    Name,
    /// Nothing is read.
    None,
}

impl Reading {
    /// The same of an item, whose numbers mean nothing while the order of its options is assumed.
    #[must_use]
    pub fn of(self, item: &Item) -> Self {
        let assumed = item.scale.as_ref().is_some_and(|it| it.order_assumed);
        match self {
            Self::OptionNumbers if assumed => Self::Unordered,
            other => other,
        }
    }

    /// The option a number stands for, where numbers are read as scores or else as positions.
    pub fn option_of(self, scale: &Scale, number: f64) -> Option<&ScaleOption> {
        let mut options = (1_u8..).zip(&scale.options);
        let found = options.find(|(place, option)| match self {
            Self::Scores => option.score == Some(number),
            _ => f64::from(*place) == number,
        });
        found.map(|(_, option)| option)
    }
}

/// Columns that wait for the same decision as the one at `column`: numbers of items with the
/// same scores.
pub fn read_alike(columns: &[ColumnMapping], asked: &Questionnaire, column: usize) -> Vec<usize> {
    let scores = |at: usize| {
        let lineage = columns.get(at)?.target.item()?;
        let options = &asked.item_of(lineage)?.scale.as_ref()?.options;
        let scores = options.iter().map(|it| it.score.map(f64::to_bits));
        Some(scores.collect::<Vec<_>>())
    };
    let wanted = scores(column);
    let waiting = columns.iter().enumerate();
    waiting
        .filter(|(_, it)| it.reading == Reading::Undecided)
        .map(|(at, _)| at)
        .filter(|at| *at != column && scores(*at) == wanted)
        .collect()
}

/// One column of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnMapping {
    /// Where the title stands, e.g. `F1`.
    pub cell: String,
    pub title: String,
    pub target: Target,
    pub reading: Reading,
    /// Items the title fits equally well; none was chosen.
    pub candidates: Vec<LineageId>,
    /// The option each number from 1 on means, where that is not its place; empty where it is.
    pub numbered: Vec<Option<u8>>,
    /// What stands there, of a form's cell that goes nowhere; else empty.
    pub found: String,
    /// Where its answer stands, of a form somebody filled in; empty of a table.
    pub answer: String,
}

impl ColumnMapping {
    /// Whether it is nothing yet, and nothing is left for a person to choose.
    pub fn is_free(&self) -> bool {
        self.target == Target::Ignore && self.candidates.is_empty()
    }

    /// Letters of the column.
    pub fn letters(&self) -> &str {
        self.cell.trim_end_matches(|c: char| c.is_ascii_digit())
    }
}

/// What the columns of an imported sheet were taken for, kept so that it can be told how a
/// cell was read and found again by the titles of a later file. Empty where it is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// Tells sheets with the same titles.
    pub fingerprint: String,
    /// One a column of the sheet, in its order.
    pub columns: Vec<ColumnMapping>,
    /// Rows a person decided on.
    pub rows: Vec<RowChoice>,
    /// Returns that count no more because newer answers of the same people came with this import.
    pub replaces: Vec<Replaced>,
    /// What customers wrote beside options.
    pub written: Vec<BesideOption>,
    /// Imports it was read once more or completed in the place of, and which were taken back for it.
    pub instead_of: Vec<ImportId>,
}

/// What a person has to decide before a mapping can be used. Columns are positions in
/// [`Mapping::columns`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undecided {
    /// Several columns name one item or field.
    Conflict { target: Target, columns: Vec<usize> },
    /// Scores or option numbers?
    Reading(usize),
    /// Which number is which option?
    Unordered(usize),
    /// Which option do its ticks mean?
    Ticks(usize),
    /// Not one column is an item.
    NothingFits,
}

impl Undecided {
    /// The columns it is about.
    pub fn columns(&self) -> &[usize] {
        match self {
            Self::Conflict { columns, .. } => columns,
            Self::Reading(column) | Self::Unordered(column) | Self::Ticks(column) => {
                std::slice::from_ref(column)
            }
            Self::NothingFits => &[],
        }
    }
}

impl Mapping {
    /// What somebody wrote on a form beside its answers, which goes nowhere.
    pub fn beside(&self) -> impl Iterator<Item = &ColumnMapping> {
        self.columns.iter().filter(|it| !it.found.is_empty())
    }

    /// What keeps it from being used, in the order of the columns.
    pub fn undecided(&self) -> Vec<Undecided> {
        let mut undecided = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            // How one of several columns is read matters once it is known which it is.
            let target = column.target;
            let columns = self.rivals(target);
            let first = self.columns_of(target).next() == Some(at);
            if target.takes_one() && first && columns.len() > 1 {
                undecided.push(Undecided::Conflict { target, columns });
            }
            if column.reading == Reading::Undecided {
                undecided.push(Undecided::Reading(at));
            }
            if column.reading == Reading::Unordered {
                undecided.push(Undecided::Unordered(at));
            }
            if column.reading == Reading::Ticks {
                undecided.push(Undecided::Ticks(at));
            }
        }
        if !self.columns.iter().any(|it| it.target.item().is_some()) {
            undecided.push(Undecided::NothingFits);
        }
        undecided
    }

    /// Columns of which only one may be meant: an item has one, or some for its options.
    fn rivals(&self, target: Target) -> Vec<usize> {
        match target {
            Target::Item(_) => {
                let columns = self.columns.iter().enumerate();
                let same = columns.filter(|(_, it)| it.target.item() == target.item());
                same.map(|(at, _)| at).collect()
            }
            Target::ItemOption(..)
            | Target::Customer
            | Target::Respondent
            | Target::Role
            | Target::Duration
            | Target::Date
            | Target::Channel
            | Target::Collector
            | Target::Void
            | Target::Ignore
            | Target::Private => self.columns_of(target).collect(),
        }
    }

    /// The mapping without the columns that are not decided.
    pub fn settled(&self) -> Self {
        let mut settled = self.clone();
        for at in self.undecided().iter().flat_map(Undecided::columns) {
            if let Some(column) = settled.columns.get_mut(*at) {
                column.target = Target::Ignore;
                column.reading = Reading::None;
            }
        }
        settled
    }

    /// Positions of the columns with a target.
    pub fn columns_of(&self, target: Target) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        let same = columns.filter(move |(_, column)| column.target == target);
        same.map(|(at, _)| at)
    }
}

/// What one distinct value of a column is read as.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// As it stands in the sheet.
    pub found: String,
    /// Rows that hold it.
    pub count: u64,
    /// What it is read as; for fields `Text`, `Blank` or `Unreadable`.
    pub read: Answer,
}

/// How a column would be read: what the mapping page shows of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnPreview {
    /// The most frequent values, at most [`ColumnPreview::SAMPLES`].
    pub samples: Vec<Sample>,
    /// Cells with an answer, and blank (or skipped) ones.
    pub read: u64,
    pub blank: u64,
    /// Cells no rule can read.
    pub unreadable: u64,
    /// Distinct unreadable values, the most frequent first, at most
    /// [`ColumnPreview::SAMPLES`].
    pub unreadable_values: Vec<(String, u64)>,
    /// Plain numbers that are others with a point before decimals than with a comma, and both, at
    /// most [`ColumnPreview::SAMPLES`].
    pub twofold: Vec<(String, [f64; 2])>,
    /// Mean percent of maximum (0–100) if the numbers are scores.
    pub mean_as_scores: Option<f64>,
    /// Mean percent of maximum (0–100) if they are option numbers.
    pub mean_as_option_numbers: Option<f64>,
}

impl ColumnPreview {
    /// Values shown of a column.
    pub const SAMPLES: usize = 8;
}
