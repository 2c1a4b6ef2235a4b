//! The table twin of a trend: every line's values, wave by wave.

use serde::Serialize;

use crate::analysis::{TrendLine, TrendPoint};
use crate::chart::Measure;
use crate::chart::words::{line_name, point_range, point_value};
use crate::i18n::{Language, number, period};
use crate::model::{Period, Subject};
use crate::theme::tokens;
use crate::tr;

/// Share of the width names take at least; long ones take what waves leave.
const NAMES: f32 = 0.26;

/// What a wave needs, in points.
const WAVE: f32 = 60.0;

/// Between columns, in points.
const GAP: f32 = 8.0;

/// A row of one line, and each further line, in points.
const ROW: f32 = 17.0;
const LINE: f32 = 12.0;

/// Below a block.
const BELOW: f32 = 10.0;

/// A wave, by its period and its label.
type Moment = (Period, String);

/// The table, in as many blocks below each other as waves need.
#[derive(Serialize)]
pub(in crate::paper) struct Series {
    /// Points.
    names: f32,
    gap: f32,
    below: f32,
    /// Waves beside each other, the same in every block.
    columns: usize,
    /// The newest waves first, each with the oldest at its left.
    blocks: Vec<Block>,
    /// Which waves are left out; mostly empty.
    note: String,
}

#[derive(Serialize)]
struct Block {
    heads: Vec<String>,
    rows: Vec<SeriesRow>,
    /// It ends with the newest wave of all.
    newest: bool,
}

#[derive(Serialize)]
struct SeriesRow {
    name: String,
    strong: bool,
    weak: bool,
    values: Vec<String>,
}

/// How many waves a table has room for.
#[derive(Clone, Copy, Debug)]
pub(in crate::paper) struct Span {
    /// Points.
    pub width: f32,
    /// Waves beside each other.
    pub beside: usize,
    /// Earlier ones follow in further blocks, or are left out.
    pub all: bool,
    /// The first line is the main one.
    pub main: bool,
}

impl Series {
    /// Points the first so many blocks take.
    pub fn height(&self, blocks: usize) -> f32 {
        let size = tokens().paper_type_pt.table;
        let row = |row: &SeriesRow| {
            let lines = Measure::shared().wrap(&row.name, self.names, size, row.strong, 9);
            ROW + (lines.len() - 1) as f32 * LINE
        };
        let block = |block: &Block| ROW + BELOW + block.rows.iter().map(row).sum::<f32>();
        self.blocks.iter().take(blocks).map(block).sum()
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        self.blocks.len()
    }
}

/// The values of the lines, the interval of the main one where it is among them, and the valid
/// returns of each wave.
pub(in crate::paper) fn series(lines: &[TrendLine], span: Span, language: Language) -> Series {
    let mut waves: Vec<Moment> = lines
        .iter()
        .flat_map(|line| &line.points)
        .map(|point| (point.period, point.label.clone()))
        .collect();
    waves.sort();
    waves.dedup();
    let all = waves.len();
    let blocks: Vec<&[Moment]> = waves.rchunks(span.beside).collect();
    let shown = if span.all { blocks.len() } else { 1 };
    let columns = blocks.first().map_or(0, |newest| newest.len());
    Series {
        names: names(lines, span.width, columns, language),
        gap: GAP,
        below: BELOW,
        columns,
        note: if blocks.len() > shown {
            tr!(language, "paper-newest-waves", shown = columns, all = all)
        } else {
            String::new()
        },
        blocks: blocks
            .into_iter()
            .take(shown)
            .enumerate()
            .map(|(at, waves)| block(waves, lines, (span.main, at == 0), language))
            .collect(),
    }
}

/// Width of the names.
fn names(lines: &[TrendLine], width: f32, columns: usize, language: Language) -> f32 {
    let size = tokens().paper_type_pt.table;
    let measure = Measure::shared();
    let each = lines
        .iter()
        .map(|line| measure.width(&line_name(line, language), size, true));
    let longest = each.fold(0.0, f32::max) + 1.0;
    let least = width * NAMES;
    longest.clamp(least, (width - columns as f32 * (WAVE + GAP)).max(least))
}

fn block(
    waves: &[Moment],
    lines: &[TrendLine],
    (main, newest): (bool, bool),
    language: Language,
) -> Block {
    let heads = waves.iter().map(|(of, label)| match label.as_str() {
        "" => period::short(language, *of),
        label => label.to_owned(),
    });
    let values = |line: &TrendLine, written: &dyn Fn(&TrendPoint) -> String| {
        let value = |wave: &Moment| {
            let point = line.points.iter().find(|point| is_of(point, wave));
            point.map_or_else(|| number::MISSING.to_owned(), written)
        };
        waves.iter().map(value).collect()
    };
    let mut rows = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let rate = line.subject == Subject::Satisfied;
        rows.push(SeriesRow {
            name: line_name(line, language),
            strong: main && at == 0,
            weak: false,
            values: values(line, &|point| point_value(point, rate)),
        });
        if main && at == 0 && line.points.iter().any(|point| point.low.is_some()) {
            rows.push(SeriesRow {
                name: tr!(language, "chart-interval"),
                strong: false,
                weak: true,
                values: values(line, &|point| point_range(point, rate)),
            });
        }
    }
    rows.push(valid(waves, lines, language));
    Block {
        heads: heads.collect(),
        rows,
        newest,
    }
}

fn is_of(point: &TrendPoint, (period, label): &Moment) -> bool {
    point.period == *period && point.label == *label
}

/// The valid returns of each wave, whichever line has a point there.
fn valid(waves: &[Moment], lines: &[TrendLine], language: Language) -> SeriesRow {
    let count = |wave: &Moment| {
        let mut points = lines.iter().flat_map(|line| &line.points);
        let point = points.find(|point| is_of(point, wave));
        point.map_or_else(
            || number::MISSING.to_owned(),
            |point| point.valid.to_string(),
        )
    };
    SeriesRow {
        name: tr!(language, "paper-returns-behind"),
        strong: false,
        weak: true,
        values: waves.iter().map(count).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Wording;
    use crate::model::{Rules, WaveId};

    /// An index over so many waves, 20 valid returns each, 18 of them with an index.
    fn index(waves: usize) -> TrendLine {
        let first: Period = "2016H1".parse().unwrap();
        let periods = std::iter::successors(Some(first), |period| Some(period.next()));
        let point = |period| TrendPoint {
            wave: WaveId(1),
            period,
            label: String::new(),
            revision: String::new(),
            score: Some(84.96),
            n: 18,
            valid: 20,
            low: Some(80.0),
            high: Some(90.0),
            target: Some(85.0),
            target_met: Some(false),
            scored_by: Rules::default(),
            breaks_before: false,
            wording: Wording::default(),
            rules: Vec::new(),
        };
        TrendLine {
            subject: Subject::Index,
            code: None,
            name: None,
            points: periods.take(waves).map(point).collect(),
        }
    }

    fn table(waves: usize, all: bool) -> Series {
        let span = Span {
            width: 480.0,
            beside: 8,
            all,
            main: true,
        };
        series(&[index(waves)], span, Language::En)
    }

    #[test]
    fn no_wave_is_left_out_unsaid() {
        let whole = table(20, true);
        let waves: Vec<usize> = whole.blocks.iter().map(|one| one.heads.len()).collect();
        assert_eq!(waves, [8, 8, 4]);
        assert_eq!(whole.blocks[0].heads[7], "2025 H2", "the newest on top");
        assert!(whole.note.is_empty());
        let short = table(20, false);
        assert_eq!((short.blocks(), short.columns), (1, 8));
        assert_eq!(short.note, "Newest 8 of 20 waves.");
        assert!(table(6, false).note.is_empty());
    }

    #[test]
    fn counts_are_those_of_the_wave_and_values_do_not_contradict_verdicts() {
        let table = table(1, true);
        let values: Vec<&str> = table.blocks[0]
            .rows
            .iter()
            .map(|row| row.values[0].as_str())
            .collect();
        assert_eq!(values, ["84.96", "80.00–90.00", "20"]);
    }
}
