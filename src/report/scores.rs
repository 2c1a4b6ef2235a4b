//! The score table: which lines it has is told by analysis, what stands in a column is told
//! here, and a writer chooses the columns that fit its width.

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::analysis::{Against, ScoreLine, score_lines};
use crate::chart::words::verdict_word;
use crate::chart::{Chart, Compared, Scores};
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
    /// Code and name in one; dimensions are known by their name.
    Named,
    Weight,
    Score,
    /// In the item's own points.
    Mean,
    Interval,
    /// All of it as dots on one axis, the wave before among them.
    Dots,
    Count,
    Deviation,
    Low,
    High,
    Satisfied,
    SatisfiedLow,
    SatisfiedHigh,
    Change,
    /// Whether that is more than chance, in a word.
    Judged,
    Band,
    Target,
}

impl ScoreColumn {
    /// Everything as single numbers, for whoever goes on computing.
    pub const FULL: [Self; 17] = [
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
        Self::Judged,
        Self::Band,
        Self::Target,
    ];

    /// What fits a line of a terminal.
    pub const BRIEF: [Self; 10] = [
        Self::Code,
        Self::Name,
        Self::Weight,
        Self::Score,
        Self::Interval,
        Self::Count,
        Self::Satisfied,
        Self::Change,
        Self::Band,
        Self::Target,
    ];

    /// What fits a page.
    pub const PAGE: [Self; 8] = [
        Self::Named,
        Self::Weight,
        Self::Score,
        Self::Dots,
        Self::Interval,
        Self::Satisfied,
        Self::Change,
        Self::Target,
    ];

    /// What the window shows.
    pub const SCREEN: [Self; 8] = Self::PAGE;

    fn head(self, compared: &Compared<'_>, language: Language) -> Head {
        let drawn = self == Self::Dots;
        Head {
            name: if drawn {
                String::new()
            } else {
                self.name(compared, language)
            },
            number: self.is_number(),
            emphasis: match self {
                Self::Weight | Self::Interval => Emphasis::Weak,
                Self::Named | Self::Name | Self::Score => Emphasis::AsLine,
                _ => Emphasis::Plain,
            },
            width: match self {
                Self::Named | Self::Name => Width::Rest,
                Self::Dots => Width::Chart,
                _ => Width::Content,
            },
        }
    }

    fn name(self, compared: &Compared<'_>, language: Language) -> String {
        match self {
            Self::Kind => tr!(language, "sheet-level"),
            Self::Code => tr!(language, "cli-column-code"),
            Self::Name => tr!(language, "cli-column-name"),
            Self::Named | Self::Dots => tr!(language, "chart-head-name"),
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
            Self::Change => compared.change_head(language),
            Self::Judged => tr!(language, "changes-verdict"),
            Self::Band => tr!(language, "fact-band"),
            Self::Target => tr!(language, "chart-head-target"),
        }
    }

    fn is_number(self) -> bool {
        !matches!(
            self,
            Self::Kind
                | Self::Code
                | Self::Name
                | Self::Named
                | Self::Dots
                | Self::Judged
                | Self::Band
                | Self::Target
        )
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
                Subject::Satisfied | Subject::Dimension(_) | Subject::Item(_) => {
                    line.name.to_owned()
                }
            }),
            Self::Named => Cell::Named {
                code: line.item.map_or_else(String::new, |item| item.code.clone()),
                name: line.name.to_owned(),
            },
            Self::Dots => Cell::Empty,
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
            Self::Change => match compared.change(&line.subject) {
                Some(change) => Cell::Moved {
                    points: change.difference(),
                    verdict: verdict_word(change.verdict, language),
                },
                None => Cell::Missing,
            },
            Self::Judged => match compared.change(&line.subject) {
                Some(change) => Cell::text(verdict_word(change.verdict, language)),
                None => Cell::Missing,
            },
            Self::Band => match figure.band.as_deref() {
                Some(band) => Cell::text(band),
                None => Cell::Missing,
            },
            Self::Target => verdict(compared, line, language),
        }
    }
}

fn verdict(compared: &Compared<'_>, line: &ScoreLine<'_>, language: Language) -> Cell {
    let against = Against::of(line.figure, compared.rules());
    let Some((met, against)) = line.target_met().zip(against) else {
        return Cell::Missing;
    };
    Cell::Verdict {
        words: match met {
            true => tr!(language, "chart-met"),
            false => tr!(language, "chart-below"),
        },
        below: !met,
        // Only where chance does not explain the gap.
        act: against == Against::Below,
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
        place: match line.item {
            None => Rank::Strong,
            Some(_) => Rank::Plain,
        },
        level: line.level,
    };
    Table {
        heads: columns
            .iter()
            .map(|it| it.head(compared, language))
            .collect(),
        lines: lines.iter().map(line).collect(),
        ..Table::default()
    }
}

/// The table below the index, which stands by itself: with dots, and in words how few returns
/// there are where there is no interval.
pub fn drawn_scores(compared: &Compared<'_>, columns: &[ScoreColumn], language: Language) -> Table {
    let mut table = scores(compared, columns, language);
    let chart = Scores::build(compared, language);
    let index = table.lines.len().saturating_sub(chart.rows.len());
    table.lines.drain(..index);
    for (at, (line, row)) in table.lines.iter_mut().zip(&chart.rows).enumerate() {
        for (column, cell) in columns.iter().zip(&mut line.cells) {
            match column {
                ScoreColumn::Dots => *cell = Cell::Drawn(at),
                ScoreColumn::Interval if *cell == Cell::Missing => {
                    *cell = Cell::text(row.interval.clone());
                }
                ScoreColumn::Weight if *cell == Cell::Empty => *cell = Cell::Missing,
                _ => {}
            }
        }
    }
    table.notes.clone_from(&chart.notes);
    table.chart = Some(Chart::Scores(chart));
    table
}
