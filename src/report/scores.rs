//! The score table: which lines it has is told by analysis, what stands in a column is told
//! here, and a writer chooses the columns that fit its width.

use super::{Cell, Head, Line, Table};
use crate::analysis::{ScoreLine, score_lines};
use crate::chart::Compared;
use crate::i18n::Language;
use crate::model::Subject;
use crate::tr;

/// A column of the score table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreColumn {
    /// Index, dimension or item.
    Kind,
    Code,
    Name,
    Weight,
    Score,
    /// In the item's own points.
    Mean,
    Interval,
    Count,
    Deviation,
    Low,
    High,
    Satisfied,
    SatisfiedLow,
    SatisfiedHigh,
    Change,
    Band,
    Target,
}

impl ScoreColumn {
    /// Everything as single numbers, for whoever goes on computing.
    pub const FULL: [Self; 16] = [
        Self::Kind,
        Self::Code,
        Self::Name,
        Self::Weight,
        Self::Score,
        Self::Mean,
        Self::Count,
        Self::Deviation,
        Self::Low,
        Self::High,
        Self::Satisfied,
        Self::SatisfiedLow,
        Self::SatisfiedHigh,
        Self::Change,
        Self::Band,
        Self::Target,
    ];

    /// What fits a line of a terminal.
    pub const BRIEF: [Self; 9] = [
        Self::Code,
        Self::Name,
        Self::Weight,
        Self::Score,
        Self::Interval,
        Self::Count,
        Self::Satisfied,
        Self::Band,
        Self::Target,
    ];

    fn name(self, language: Language) -> String {
        match self {
            Self::Kind => tr!(language, "sheet-level"),
            Self::Code => tr!(language, "cli-column-code"),
            Self::Name => tr!(language, "cli-column-name"),
            Self::Weight => tr!(language, "chart-head-weight"),
            Self::Score => tr!(language, "chart-head-score"),
            Self::Mean => tr!(language, "sheet-mean"),
            Self::Interval => tr!(language, "chart-head-interval"),
            Self::Count => tr!(language, "cli-column-n"),
            Self::Deviation => tr!(language, "sheet-sd"),
            Self::Low => tr!(language, "sheet-low"),
            Self::High => tr!(language, "sheet-high"),
            Self::Satisfied => tr!(language, "chart-head-satisfied"),
            Self::SatisfiedLow => tr!(language, "sheet-satisfied-low"),
            Self::SatisfiedHigh => tr!(language, "sheet-satisfied-high"),
            Self::Change => tr!(language, "chart-head-change"),
            Self::Band => tr!(language, "paper-band"),
            Self::Target => tr!(language, "chart-head-target"),
        }
    }

    fn is_number(self) -> bool {
        let words = [Self::Kind, Self::Code, Self::Name, Self::Band, Self::Target];
        !words.contains(&self)
    }

    fn cell(self, compared: &Compared<'_>, line: &ScoreLine<'_>, language: Language) -> Cell {
        let figure = line.figure;
        match self {
            Self::Kind => Cell::text(match line.subject {
                Subject::Index | Subject::Satisfied => tr!(language, "title-index"),
                Subject::Dimension(_) => tr!(language, "sheet-dimension-row"),
                Subject::Item(_) => tr!(language, "sheet-item"),
            }),
            Self::Code => Cell::text(line.code),
            Self::Name => Cell::Name(match line.subject {
                Subject::Index => tr!(language, "subject-index"),
                _ => line.name.to_owned(),
            }),
            Self::Weight => line.share.map_or(Cell::Empty, Cell::Share),
            Self::Score => Cell::some(figure.score, Cell::Score),
            Self::Mean => match line.item {
                Some(item) => Cell::some(item.mean, Cell::Mean),
                None => Cell::Empty,
            },
            Self::Interval => match (figure.score, figure.low, figure.high) {
                (Some(score), Some(low), Some(high)) => Cell::Interval { score, low, high },
                _ => Cell::Missing,
            },
            Self::Count => Cell::Count(figure.n),
            Self::Deviation => Cell::some(figure.sd, Cell::Points),
            Self::Low => Cell::some(figure.low, Cell::Points),
            Self::High => Cell::some(figure.high, Cell::Points),
            Self::Satisfied => Cell::some(figure.satisfied, Cell::Rate),
            Self::SatisfiedLow => Cell::some(figure.satisfied_low, Cell::Rate),
            Self::SatisfiedHigh => Cell::some(figure.satisfied_high, Cell::Rate),
            Self::Change => Cell::some(compared.before(&line.subject).1, Cell::Change),
            Self::Band => match figure.band.as_deref() {
                Some(band) => Cell::text(band),
                None => Cell::Missing,
            },
            Self::Target => match line.target_met() {
                Some(true) => Cell::Text(tr!(language, "chart-met")),
                Some(false) => Cell::Text(tr!(language, "chart-below")),
                None => Cell::Missing,
            },
        }
    }
}

/// The table with these columns.
pub fn scores(compared: &Compared<'_>, columns: &[ScoreColumn], language: Language) -> Table {
    let wave = &compared.current;
    let lines = score_lines(wave.figures, &wave.revision.questionnaire);
    let line = |line: &ScoreLine<'_>| Line {
        cells: columns
            .iter()
            .map(|column| column.cell(compared, line, language))
            .collect(),
        strong: line.item.is_none(),
        level: line.level,
    };
    Table {
        heads: columns
            .iter()
            .map(|column| Head {
                name: column.name(language),
                number: column.is_number(),
            })
            .collect(),
        lines: lines.iter().map(line).collect(),
    }
}
