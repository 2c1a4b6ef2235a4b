//! The table twin of a trend: every line's values, wave by wave.

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::analysis::{Known, Occasion, TrendLine, TrendPoint, TypedPoint, occasions};
use crate::chart::words::{line_name, point_marked, point_range, typed_value};
use crate::i18n::{Language, period};
use crate::model::{Period, Subject};
use crate::tr;

/// How many waves a table has room for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// Waves beside each other.
    pub beside: usize,
    /// Earlier ones follow in further tables, or are left out.
    pub all: bool,
    /// The first line is the main one.
    pub main: bool,
}

/// The values of the lines, the interval of the main one where it is among them, and the valid
/// returns of each wave; the newest waves first, each with the oldest at its left.
pub(super) fn series(lines: &[TrendLine], span: Span, language: Language) -> Vec<Table> {
    let waves = occasions(lines);
    let blocks: Vec<&[Occasion]> = waves.rchunks(span.beside).collect();
    let shown = if span.all { blocks.len() } else { 1 };
    let columns = blocks.first().map_or(0, |newest| newest.len());
    let table = |(at, waves): (usize, &&[Occasion])| {
        let filled = columns - waves.len();
        let mut heads = heads(waves, language);
        if let Some(newest) = heads.last_mut().filter(|_| at == 0) {
            newest.emphasis = Emphasis::Strong;
        }
        // As many columns in each, so that waves of all stand under each other.
        heads.extend(std::iter::repeat_n(wave_head(String::new()), filled));
        Table {
            heads,
            lines: rows(waves, filled, lines, span.main, language),
            notes: note(waves, language).into_iter().collect(),
            whole: true,
            ..Table::default()
        }
    };
    let shown_blocks = blocks.iter().take(shown).enumerate();
    let mut tables: Vec<Table> = shown_blocks.map(table).collect();
    if let Some(last) = tables.last_mut().filter(|_| blocks.len() > shown) {
        let (shown, all) = (columns, waves.len());
        let note = tr!(language, "paper-newest-waves", shown = shown, all = all);
        last.notes.push(note);
    }
    tables
}

/// Every wave with its values in one table, for whoever goes on computing or has a line of
/// any length; `called` names a period.
pub fn values(
    lines: &[TrendLine],
    called: fn(Language, Period) -> String,
    language: Language,
) -> Table {
    let waves = occasions(lines);
    let heads = waves.iter().map(|wave| {
        let name = format!("{} {}", called(language, wave.period), wave.label);
        wave_head(marked(name.trim().to_owned(), wave))
    });
    let names = Head {
        name: tr!(language, "sheet-name"),
        ..Head::default()
    };
    let row = |line: &TrendLine| {
        let rate = line.subject == Subject::Satisfied;
        row(line_name(line, language), Rank::Plain, &waves, |wave| {
            value(line, wave, rate)
        })
    };
    Table {
        heads: std::iter::once(names).chain(heads).collect(),
        lines: lines.iter().map(row).collect(),
        notes: note(&waves, language).into_iter().collect(),
        ..Table::default()
    }
}

/// The returns behind each value of [`values`], in its columns: in one line where they are the
/// same for all.
pub fn counts(lines: &[TrendLine], language: Language) -> Vec<Line> {
    let waves = occasions(lines);
    let title = tr!(language, "cli-column-n");
    let count = |line: &TrendLine, name: String| {
        row(name, Rank::Plain, &waves, |wave| {
            let typed = typed_of(line, wave).and_then(|typed| typed.n);
            let typed = typed.map(|n| n as usize);
            Cell::count(typed.or(point_of(line, wave).map(|point| point.n)))
        })
    };
    let all = lines.iter().map(|line| count(line, title.clone()));
    let mut all: Vec<Line> = all.collect();
    if all.windows(2).all(|pair| pair[0] == pair[1]) {
        all.truncate(1);
        return all;
    }
    let named = |line| count(line, format!("{title} · {}", line_name(line, language)));
    lines.iter().map(named).collect()
}

fn heads(waves: &[Occasion], language: Language) -> Vec<Head> {
    let names = Head {
        emphasis: Emphasis::AsLine,
        width: Width::Rest,
        ..Head::default()
    };
    let waves = waves.iter().map(|wave| match wave.label.as_str() {
        "" => marked(period::short(language, wave.period), wave),
        label => label.to_owned(),
    });
    std::iter::once(names).chain(waves.map(wave_head)).collect()
}

/// The name of a wave of which a report alone is left says so.
fn marked(name: String, wave: &Occasion) -> String {
    match wave.known {
        Known::Report => format!("{name}°"),
        Known::Answers | Known::Nothing => name,
    }
}

/// What the mark means, where it stands.
fn note(waves: &[Occasion], language: Language) -> Option<String> {
    let mut waves = waves.iter();
    let typed = waves.any(|wave| wave.known == Known::Report);
    typed.then(|| tr!(language, "note-report"))
}

fn wave_head(name: String) -> Head {
    Head {
        name,
        number: true,
        emphasis: Emphasis::AsLine,
        width: Width::Even,
    }
}

fn rows(
    waves: &[Occasion],
    filled: usize,
    lines: &[TrendLine],
    main: bool,
    language: Language,
) -> Vec<Line> {
    let mut rows = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let rate = line.subject == Subject::Satisfied;
        let leads = main && at == 0;
        let place = if leads { Rank::Strong } else { Rank::Plain };
        rows.push(row(line_name(line, language), place, waves, |wave| {
            value(line, wave, rate)
        }));
        if leads && line.points.iter().any(|point| point.low.is_some()) {
            let name = tr!(language, "chart-interval");
            rows.push(row(name, Rank::Weak, waves, |wave| {
                let point = point_of(line, wave);
                point.map_or(Cell::Missing, |point| Cell::text(point_range(point, rate)))
            }));
        }
    }
    let name = tr!(language, "paper-returns-behind");
    rows.push(row(name, Rank::Weak, waves, |wave| valid(lines, wave)));
    for row in &mut rows {
        row.cells.extend(std::iter::repeat_n(Cell::Empty, filled));
    }
    rows
}

fn row(name: String, place: Rank, waves: &[Occasion], value: impl Fn(&Occasion) -> Cell) -> Line {
    let name = std::iter::once(Cell::Name(name));
    Line {
        cells: name.chain(waves.iter().map(value)).collect(),
        place,
        level: 0,
    }
}

fn value(line: &TrendLine, wave: &Occasion, rate: bool) -> Cell {
    let point = point_of(line, wave);
    let point = point.and_then(|point| Some((point.score?, point_marked(point, rate))));
    let typed = typed_of(line, wave).map(|typed| (typed.value, typed_value(typed, rate)));
    let told = point.or(typed);
    told.map_or(Cell::Missing, |(value, words)| Cell::Told {
        value,
        rate,
        words,
    })
}

fn point_of<'a>(line: &'a TrendLine, wave: &Occasion) -> Option<&'a TrendPoint> {
    let mut points = line.points.iter();
    points.find(|point| point.period == wave.period && point.label == wave.label)
}

fn typed_of<'a>(line: &'a TrendLine, wave: &Occasion) -> Option<&'a TypedPoint> {
    let mut typed = line.typed.iter().filter(|_| wave.known == Known::Report);
    typed.find(|typed| typed.period == wave.period)
}

/// The valid returns of a wave, whichever line has a point there.
fn valid(lines: &[TrendLine], wave: &Occasion) -> Cell {
    let point = lines.iter().find_map(|line| point_of(line, wave));
    Cell::count(point.map(|point| point.valid))
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
            restated: Vec::new(),
            change: None,
            since: Vec::new(),
            hidden: false,
        };
        TrendLine {
            subject: Subject::Index,
            code: None,
            name: None,
            points: periods.take(waves).map(point).collect(),
            typed: Vec::new(),
        }
    }

    fn tables(waves: usize, all: bool) -> Vec<Table> {
        let span = Span {
            beside: 8,
            all,
            main: true,
        };
        series(&[index(waves)], span, Language::En)
    }

    #[test]
    fn no_wave_is_left_out_unsaid() {
        let whole = tables(20, true);
        let waves = |table: &Table| {
            let heads = table.heads.iter().skip(1);
            heads.filter(|head| !head.name.is_empty()).count()
        };
        assert_eq!(whole.iter().map(waves).collect::<Vec<_>>(), [8, 8, 4]);
        let columns = |table: &Table| {
            let lines = table.lines.iter().map(|line| line.cells.len());
            lines.chain([table.heads.len()]).all(|cells| cells == 9)
        };
        assert!(whole.iter().all(columns), "under each other");
        assert_eq!(whole[0].heads[8].name, "2025 H2", "the newest on top");
        assert!(whole.iter().all(|table| table.notes.is_empty()));
        let short = tables(20, false);
        assert_eq!((short.len(), waves(&short[0])), (1, 8));
        assert_eq!(short[0].notes, ["Newest 8 of 20 waves."]);
        assert!(tables(6, false)[0].notes.is_empty());
    }

    #[test]
    fn waves_of_one_period_have_a_column_each() {
        let mut line = index(1);
        let mut second = line.points[0].clone();
        second.label = "again".to_owned();
        second.score = Some(70.0);
        line.points.push(second);
        let table = values(&[line.clone()], period::short, Language::En);
        let heads: Vec<&str> = table.heads.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(heads[1..], ["2016 H1", "2016 H1 again"]);
        let cells = &table.lines[0].cells;
        let written: Vec<String> = cells
            .iter()
            .map(|it| it.written(&Rules::default()))
            .collect();
        assert_eq!(written[1..], ["84.96", "70.0"]);
        assert_eq!(counts(&[line], Language::En)[0].cells.len(), 3);
    }

    #[test]
    fn what_only_a_report_says_stands_in_a_marked_column_beside_a_gap() {
        let mut line = index(1);
        line.typed = vec![TypedPoint {
            period: "2015H1".parse().unwrap(),
            value: 83.2,
            n: Some(22),
        }];
        let table = values(&[line.clone()], period::short, Language::En);
        let heads: Vec<&str> = table.heads.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(heads[1..], ["2015 H1°", "2015 H2", "2016 H1"]);
        let written = |line: &Line| -> Vec<String> {
            let cells = line.cells.iter().skip(1);
            cells.map(|it| it.written(&Rules::default())).collect()
        };
        assert_eq!(written(&table.lines[0]), ["83.2", "–", "84.96"]);
        assert_eq!(
            written(&counts(&[line], Language::En)[0]),
            ["22", "–", "18"]
        );
        assert_eq!(table.notes.len(), 1);
    }

    #[test]
    fn counts_are_those_of_the_wave_and_values_do_not_contradict_verdicts() {
        let table = &tables(1, true)[0];
        let lines = table.lines.iter();
        let values: Vec<String> = lines
            .map(|line| line.cells[1].written(&Rules::default()))
            .collect();
        assert_eq!(values, ["84.96", "80.00–90.00", "20"]);
    }
}
