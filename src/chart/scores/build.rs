//! A score table from the figures of a wave and the one before.

use super::{Dots, Heads, Key, Row, Scores};
use crate::analysis::{
    self, Against, Change, FEW, Figure, ItemFigures, ScoreLine, Surveyed, score_lines,
};
use crate::chart::words::{target_value, verdict_word};
use crate::chart::{Axis, Ink};
use crate::i18n::{Language, number, period};
use crate::model::{Revision, Rules, Subject};
use crate::tr;

/// What the table is made from.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    pub current: Surveyed<'a>,
    pub previous: Option<Surveyed<'a>>,
    /// The older wave is one the reader chose, to be called by its name.
    pub chosen: bool,
    /// All of the survey.
    pub revisions: &'a [Revision],
}

impl Compared<'_> {
    pub fn rules(&self) -> &Rules {
        &self.current.revision.questionnaire.rules
    }

    /// How a subject changed since the wave before, where that can be told.
    pub fn change(&self, subject: &Subject) -> Option<&Change> {
        let change = self.current.figures.change(subject)?;
        (!change.hidden).then_some(change)
    }

    /// The score of the wave before, where it may be compared, and the difference to it.
    pub fn before(&self, subject: &Subject) -> (Option<f64>, Option<f64>) {
        let change = self.change(subject);
        (change.map(|it| it.before), change.map(Change::difference))
    }

    /// What the wave compared with is called: the one before is simply that.
    pub fn earlier(&self, language: Language) -> String {
        match self.previous.filter(|_| self.chosen) {
            Some(previous) => period::of_wave(language, previous.wave),
            None => tr!(language, "chart-previous"),
        }
    }

    /// What heads the column of changes.
    pub fn change_head(&self, language: Language) -> String {
        match self.chosen {
            true => tr!(language, "changes-difference"),
            false => tr!(language, "chart-head-change"),
        }
    }

    /// Whether its wording forbids comparing it with the wave before.
    pub fn reworded(&self, subject: &Subject) -> bool {
        let moved = self.previous.and_then(|previous| {
            analysis::change(&previous, &self.current, self.revisions, subject)
        });
        moved.is_some_and(|moved| moved.wording.breaks())
    }
}

impl Scores {
    /// The table of [`score_lines`], without the index.
    pub fn build(compared: &Compared, language: Language) -> Self {
        let rows = rows(compared, language);
        let rules = compared.rules();
        let values = rows.iter().flat_map(|row| row.dots.values());
        let axis = Axis::of_dots(values.chain([rules.target]));
        let mut notes = Vec::new();
        if axis.broken {
            let low = number::plain(axis.low);
            notes.push(tr!(language, "chart-dots-from", low = low));
        }
        if rows.iter().any(|row| row.below) {
            notes.push(tr!(language, "chart-red"));
        }
        let any = |shown: fn(&Dots) -> bool| rows.iter().any(|row| shown(&row.dots));
        let when = |shown: bool, text: String| if shown { text } else { String::new() };
        let target = target_value(rules);
        let key = Key {
            now: when(any(|dots| dots.score.is_some()), tr!(language, "chart-now")),
            previous: when(
                any(|dots| dots.previous.is_some()),
                compared.earlier(language),
            ),
            interval: when(
                any(|dots| dots.low.is_some()),
                tr!(language, "chart-interval"),
            ),
            target: tr!(language, "chart-target", target = target),
            each: when(
                any(|dots| !dots.each.is_empty()),
                tr!(language, "chart-each"),
            ),
        };
        Self {
            heads: heads(compared, language),
            axis,
            target: rules.target,
            rows,
            key,
            notes,
        }
    }
}

fn heads(compared: &Compared, language: Language) -> Heads {
    Heads {
        name: tr!(language, "chart-head-name"),
        weight: tr!(language, "chart-head-weight"),
        score: tr!(language, "chart-head-score"),
        interval: tr!(language, "chart-head-interval"),
        satisfied: tr!(language, "chart-head-satisfied"),
        change: compared.change_head(language),
        target: tr!(language, "chart-head-target"),
    }
}

/// A row for each line but the index, which stands above the table.
fn rows(compared: &Compared, language: Language) -> Vec<Row> {
    let questionnaire = &compared.current.revision.questionnaire;
    let lines = score_lines(compared.current.figures, questionnaire);
    let lines = lines.iter().filter(|it| it.subject != Subject::Index);
    lines.map(|line| row_of(compared, line, language)).collect()
}

fn row_of(compared: &Compared, line: &ScoreLine<'_>, language: Language) -> Row {
    let mut row = row(compared, line.figure, language);
    row.subject = line.subject.clone();
    row.depth = line.level;
    line.name.clone_into(&mut row.name);
    let share = line.share.map(number::whole_percent);
    row.weight = share.unwrap_or_else(|| number::MISSING.to_owned());
    if !line.scored {
        // It enters nothing, so there is nothing to meet.
        row.verdict = number::MISSING.to_owned();
        (row.verdict_ink, row.below) = (Ink::Weak, false);
    }
    row.dots.each = match line.item {
        Some(item) => {
            line.code.clone_into(&mut row.code);
            each_of_item(compared, item)
        }
        None => each_of_dimension(compared, line),
    };
    let change = compared.change(&row.subject);
    row.dots.previous = change.map(|it| it.before);
    row.change = number::signed(change.map(Change::difference));
    if let Some(change) = change {
        let word = verdict_word(change.verdict, language);
        row.change = format!("{} {word}", row.change);
    }
    row
}

/// What a figure says by itself; the subject comes after.
fn row(compared: &Compared, figure: &Figure, language: Language) -> Row {
    let rules = compared.rules();
    let written = figure.score.map(|score| number::score_under(score, rules));
    let written = written.unwrap_or_else(|| number::MISSING.to_owned());
    let met = figure.target_met;
    let against = Against::of(figure, rules);
    Row {
        subject: Subject::Index,
        depth: 0,
        code: String::new(),
        name: String::new(),
        weight: String::new(),
        dots: Dots {
            score: figure.score,
            low: figure.low,
            high: figure.high,
            previous: None,
            each: Vec::new(),
        },
        interval: if figure.few() {
            tr!(language, "chart-few", n = figure.n)
        } else {
            number::range_beside(&written, figure.low, figure.high, rules)
        },
        score: written,
        satisfied: number::percent(figure.satisfied),
        change: String::new(),
        verdict: match met {
            Some(true) => tr!(language, "chart-met"),
            Some(false) => tr!(language, "chart-below"),
            None => number::MISSING.to_owned(),
        },
        // Red asks for action: only where chance does not explain the gap.
        verdict_ink: match against {
            Some(Against::Below) => Ink::Negative,
            Some(Against::BelowPerhaps) => Ink::Text,
            Some(Against::Met | Against::MetPerhaps) | None => Ink::Weak,
        },
        below: met == Some(false),
    }
}

/// Every answer of an item few have answered, in percent.
fn each_of_item(compared: &Compared, item: &ItemFigures) -> Vec<f64> {
    let questionnaire = &compared.current.revision.questionnaire;
    let Some(asked) = questionnaire.item_of(item.lineage) else {
        return Vec::new();
    };
    if item.figure.n >= FEW {
        return Vec::new();
    }
    let percent = |score| analysis::percent(asked, compared.rules(), score);
    let times = |option: &analysis::OptionCount| {
        let value = option.score.and_then(percent);
        std::iter::repeat_n(value, option.n.unwrap_or(0)).flatten()
    };
    item.counts.iter().flat_map(times).collect()
}

/// Every return's score of a dimension few have answered.
fn each_of_dimension(compared: &Compared, line: &ScoreLine<'_>) -> Vec<f64> {
    let figures = compared.current.figures;
    if line.figure.n >= FEW || !figures.counted_out(line.figure) {
        return Vec::new();
    }
    let mut dimensions = figures.dimensions.iter();
    let at = dimensions.position(|it| it.code == line.code);
    let values = at.and_then(|at| figures.by_return.dimensions.get(at));
    values.into_iter().flatten().flatten().copied().collect()
}

impl Dots {
    /// All values it shows.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        let single = [self.score, self.low, self.high, self.previous];
        let inside = |value: f64| value.clamp(0.0, 100.0);
        let each = self.each.clone().into_iter();
        single.into_iter().flatten().chain(each).map(inside)
    }
}
