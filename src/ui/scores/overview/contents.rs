//! What the page is made of, kept until the figures or the language change.

use super::filter;
use super::findings::{self, Found};
use crate::chart::words::{few_returns, frame};
use crate::chart::{Chart, Row, Scores};
use crate::i18n::Language;
use crate::model::{Rules, Subject};
use crate::report::{
    ChangeColumn, Changed, ScoreColumn, Standing, Table, Ticks, changes, drawn_scores, standing,
    ticks,
};
use crate::tr;
use crate::ui::Cx;

/// The page's contents in words and marks.
#[derive(Debug)]
pub(super) struct OverviewContents {
    of: (u64, Language),
    /// The index and what it is held against.
    pub standing: Standing,
    /// What the customers of the list think together; empty while that is not known.
    pub frame: String,
    /// What its values are written under.
    pub rules: Rules,
    pub table: Scores,
    /// The same cell by cell: [`ScoreColumn::SCREEN`].
    pub cells: Table,
    /// For each row of the table, whether its wording forbids comparing it.
    pub reworded: Vec<bool>,
    /// What a reader of its marks must know.
    pub legend: String,
    pub findings: Vec<Found>,
    /// Questions where several options can be ticked.
    pub ticks: Vec<Ticks>,
    /// What changed since the wave it is compared with; `None` without one.
    pub changed: Option<Changed>,
}

impl OverviewContents {
    /// From what the window shows; `None` while something is missing.
    pub fn of(cx: &Cx<'_>) -> Option<Self> {
        let compared = cx.compared_since()?;
        let mut standing = standing(&compared, cx.language);
        let index = &compared.current.figures.index;
        if index.few() {
            standing.interval = few_returns(index.n, cx.language);
        }
        let mut cells = drawn_scores(&compared, &ScoreColumn::SCREEN, cx.language);
        let Some(Chart::Scores(mut table)) = cells.chart.take() else {
            return None;
        };
        let legend = table.notes.join(&tr!(cx.language, "sentence-space"));
        let filter = filter::in_words(cx);
        if !filter.is_empty() {
            table
                .notes
                .push(tr!(cx.language, "sentence", text = filter));
        }
        let reworded = table.rows.iter().map(|row| compared.reworded(&row.subject));
        Some(Self {
            of: (cx.version, cx.language),
            standing,
            frame: frame(compared.current.figures, compared.rules(), cx.language)
                .unwrap_or_default(),
            rules: compared.rules().clone(),
            reworded: reworded.collect(),
            legend,
            findings: findings::of(cx),
            ticks: ticks(
                &compared.current.revision.questionnaire,
                compared.current.figures,
                cx.language,
            ),
            changed: changes(&compared, &ChangeColumn::PAGE, cx.language),
            table,
            cells,
        })
    }

    /// Still what the window shows.
    pub fn fits(&self, cx: &Cx<'_>) -> bool {
        self.of == (cx.version, cx.language)
    }

    /// The dimension to look at first: the one furthest below its target, else the first.
    pub fn worst(&self) -> Option<Subject> {
        let rows = self.table.rows.iter();
        let below = rows.filter(|row| row.below && matches!(row.subject, Subject::Dimension(_)));
        let score = |row: &Row| row.dots.score.unwrap_or(f64::MAX);
        let worst = below.min_by(|a, b| score(a).total_cmp(&score(b)));
        let worst = worst.or_else(|| self.table.rows.first());
        worst.map(|row| row.subject.clone())
    }
}
