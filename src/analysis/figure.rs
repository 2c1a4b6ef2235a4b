//! The figures of one wave: what the Scores tab, the charts and the paper show.
//!
//! Data only. An absent value is `None`, never 0 and never NaN. Scores and their intervals
//! are 0–100, rates 0–1.

use serde::Serialize;

use super::{Changes, Ledger, Nps, Rate, silent_must_score, small, wilson};
use crate::model::{CustomerId, LineageId, RevisionId, Rules, Subject};

/// One line of figures: of an item, a dimension or the index.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    /// 0–100. Of an item: the mean of its percents; of a dimension or the index: the mean over
    /// the returns where it is defined.
    pub score: Option<f64>,
    /// Returns behind the score. With weights by turnover those of customers without turnover
    /// are counted here too, though they weigh nothing.
    pub n: usize,
    /// Customers who gave them.
    #[serde(skip)]
    pub customers: usize,
    /// How many equally weighted returns would tell as much: all of them without weights.
    #[serde(skip)]
    pub effective: f64,
    /// Standard deviation (n − 1) of what `score` is the mean of; absent below two values.
    pub sd: Option<f64>,
    /// 95 % interval of what such customers think of the firm: verdicts, targets and changes go
    /// by this one. Inside the scale.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// 95 % interval of the mean of the customers of the list, had all of them answered; absent
    /// while the list is not known.
    pub frame_low: Option<f64>,
    pub frame_high: Option<f64>,
    /// Satisfied answers of all answers, 0–1. Absent when there is no answer and when no option
    /// of the scale counts as satisfied: nothing was asked that the rate could tell.
    pub satisfied: Option<f64>,
    /// 95 % interval of the rate; over several items it minds that answers of one return go
    /// together.
    pub satisfied_low: Option<f64>,
    pub satisfied_high: Option<f64>,
    /// Answers in [dissatisfied](super::unhappy_options) options, on the same base.
    pub dissatisfied: Option<f64>,
    /// Answers in between; absent where no scale has any.
    pub middle: Option<f64>,
    /// Name of the band the score falls in.
    pub band: Option<String>,
    /// The score against the target. Computed of every score; screens and paper show it of
    /// what enters the index alone, since that is what the target is set for.
    pub target_met: Option<bool>,
    /// Too few customers stand behind it, or the few left out could be told from it by
    /// subtraction, or one of them holds over half of its weight: only `n` may be shown.
    pub few: bool,
}

impl Figure {
    /// Nothing of it may be shown but how many returns they are.
    pub fn few(&self) -> bool {
        self.few || small(self.n)
    }

    /// Its band and target are those of these rules.
    pub(super) fn judge(&mut self, rules: &Rules) {
        let band = self.score.and_then(|score| rules.band(score));
        self.band = band.map(|band| band.name.clone());
        self.target_met = self.score.map(|score| rules.target_met(score));
    }

    /// What of it may be shown.
    #[must_use]
    pub(super) fn shown(&self) -> Self {
        match self.few() {
            true => Self {
                n: self.n,
                customers: self.customers,
                few: true,
                ..Self::default()
            },
            false => self.clone(),
        }
    }
}

/// How often an option was chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionCount {
    pub label: String,
    /// Raw score; `None` for N/A.
    pub score: Option<f64>,
    /// Returns that chose it; 0 for an unused option, which keeps its place. `None` where it may
    /// not be shown.
    pub n: Option<usize>,
    #[serde(skip)]
    pub satisfied: bool,
}

/// The figures of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemFigures {
    pub lineage: LineageId,
    pub code: String,
    pub text: String,
    /// Code of its dimension; `None` outside the tree.
    pub dimension: Option<String>,
    /// As the questionnaire gives it.
    pub weight: f64,
    /// Share (0–1) of the weight among its siblings; `None` when it enters no score.
    pub share: Option<f64>,
    /// Enters the index. Other items have figures of their own and enter nothing.
    pub scored: bool,
    /// Mean of the raw scores, in points of the scale.
    pub mean: Option<f64>,
    /// Every option of the scale in its order; 0 to 10 for an NPS item; empty for others.
    pub counts: Vec<OptionCount>,
    /// Answers "not applicable".
    pub na: usize,
    /// No answer: blank, not shown by the platform, or unreadable. `n + na + blank` are all
    /// returns that count.
    pub blank: usize,
    pub figure: Figure,
    /// For NPS items only.
    pub nps: Option<Nps>,
    /// Exact 95 % interval of the share of satisfied customers of the list.
    pub satisfied_frame_low: Option<f64>,
    pub satisfied_frame_high: Option<f64>,
}

/// The figures of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionFigures {
    pub code: String,
    pub name: String,
    /// Code of the dimension above.
    pub parent: Option<String>,
    /// Steps below the top, which is 0.
    pub level: usize,
    /// As the questionnaire gives it.
    pub weight: f64,
    /// Share (0–1) of the weight among its siblings; `None` when nothing below it is scored.
    pub share: Option<f64>,
    pub figure: Figure,
}

/// What each return scored, in the order of
/// [`WaveReturns::returns`](crate::model::WaveReturns::returns). `None` for one that does not
/// count (void or outside the filter) and where too little was answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByReturn {
    pub index: Vec<Option<f64>>,
    /// One list a dimension, in the order of [`WaveFigures::dimensions`].
    pub dimensions: Vec<Vec<Option<f64>>>,
}

/// Something the reader must be told beside the figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// So many returns are of customers who are not on the list: they count in the figures and
    /// in no rate.
    OffList(usize),
    /// Weights by turnover: these customers answered, have none and weigh nothing.
    WithoutTurnover(Vec<CustomerId>),
    /// Weights by turnover: so many returns have no customer yet and weigh nothing.
    WithoutCustomer(usize),
    /// The filter asks for answers, and nobody knows how those who did not answer would have:
    /// the size of the filtered frame is unknown.
    FrameNotFiltered,
    /// Scored items outside every dimension while the index goes by dimension: they enter
    /// nothing.
    OutsideTree(Vec<LineageId>),
}

/// Every figure of one wave under one filter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaveFigures {
    /// Returns that count: valid and inside the filter.
    pub counted: usize,
    /// They are those that pass a filter, a part of the whole.
    pub part: bool,
    pub index: Figure,
    /// How far the index moves at most when one customer answers otherwise, in points; by
    /// turnover, the customer who weighs most. `None` without an index.
    pub worth: Option<f64>,
    /// The lowest and the highest index there can be.
    pub ends: Option<(f64, f64)>,
    /// In tree order, a dimension right before those below it.
    pub dimensions: Vec<DimensionFigures>,
    /// In the order of the form.
    pub items: Vec<ItemFigures>,
    pub ledger: Ledger,
    /// The list and those of it who have not answered; `None` while it is not known.
    pub silent: Option<Silent>,
    /// The revision whose rules it was scored by, where that is not the wave's own.
    pub measure: Option<RevisionId>,
    /// Against earlier waves, the one before first; empty without any. Of waves further back, what
    /// the one before did not ask, and what decides whether a story is told.
    pub changes: Vec<Changes>,
    pub by_return: ByReturn,
    pub notes: Vec<Note>,
}

/// The customers of the list and those of them behind the index.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Silent {
    /// Customers of the list.
    #[serde(rename = "n")]
    pub frame: usize,
    /// Of them, those whose answers make up the index.
    pub answered: usize,
    /// What the others must score on average for all together to reach the target.
    #[serde(rename = "silent_must_score")]
    pub must_score: Option<f64>,
}

impl Silent {
    /// `mean` is that of the customers of the list who answered.
    pub(super) fn of(
        frame: Option<usize>,
        answered: usize,
        mean: Option<f64>,
        rules: &Rules,
    ) -> Option<Self> {
        let frame = frame?;
        let needed = |mean| silent_must_score(frame, answered, mean, rules.target);
        Some(Self {
            frame,
            answered,
            must_score: mean.and_then(needed),
        })
    }
}

impl ItemFigures {
    /// The answers with an option among all that count, 0–1; `None` of too few, and of an
    /// option that does not count.
    pub fn share_of(&self, option: &OptionCount) -> Option<f64> {
        let counted = self.counts.iter().filter(|it| it.score.is_some());
        let all: usize = counted.map(|it| it.n).sum::<Option<usize>>()?;
        let told = option.score.is_some() && !small(all) && !self.figure.few;
        Some(option.n? as f64 / all as f64).filter(|_| told)
    }

    /// Of an item where several options can be ticked: the returns that ticked one among those that
    /// answered, with its interval; `None` of too few.
    pub fn ticked(&self, option: &OptionCount) -> Option<Rate> {
        let told = !self.figure.few();
        option
            .n
            .filter(|_| told)
            .and_then(|n| wilson(n, self.figure.n))
    }

    /// How often its options were chosen is not shown.
    pub fn hidden(&self) -> bool {
        self.counts.iter().any(|it| it.n.is_none())
    }

    /// `part`: of some of the returns.
    pub(super) fn shown(mut self, part: bool) -> Self {
        if !counted_out(&self.figure, part) {
            self.counts.iter_mut().for_each(|it| it.n = None);
        }
        Self {
            nps: self.nps.filter(|_| !self.figure.few()),
            mean: self.mean.filter(|_| !self.figure.few()),
            satisfied_frame_low: self.satisfied_frame_low.filter(|_| !self.figure.few()),
            satisfied_frame_high: self.satisfied_frame_high.filter(|_| !self.figure.few()),
            figure: self.figure.shown(),
            ..self
        }
    }
}

/// Whether the answers behind a figure may be counted out: where its score is shown, which they
/// tell, and of fewer than five of all returns. In a part of the returns they would tell what is
/// hidden of it, and by subtraction of the others.
fn counted_out(figure: &Figure, part: bool) -> bool {
    figure.n == 0 || !figure.few() || (!part && small(figure.n))
}

impl WaveFigures {
    /// Whether the answers behind one of its figures may be shown, one by one or how many of each.
    pub fn counted_out(&self, figure: &Figure) -> bool {
        counted_out(figure, self.part)
    }

    /// So few returns count that nothing has a mean.
    pub fn few(&self) -> bool {
        small(self.counted)
    }

    /// What of them may be shown.
    pub(super) fn shown(self) -> Self {
        let dimension = |it: DimensionFigures| DimensionFigures {
            figure: it.figure.shown(),
            ..it
        };
        Self {
            silent: self.silent.map(|silent| Silent {
                must_score: silent.must_score.filter(|_| !self.index.few()),
                ..silent
            }),
            worth: self.worth.filter(|_| !self.index.few()),
            index: self.index.shown(),
            dimensions: self.dimensions.into_iter().map(dimension).collect(),
            items: self
                .items
                .into_iter()
                .map(|it| it.shown(self.part))
                .collect(),
            ..self
        }
    }

    /// The same but for what each return scored, which is nearly all of its size.
    #[must_use]
    pub fn without_returns(&self) -> Self {
        Self {
            counted: self.counted,
            part: self.part,
            index: self.index.clone(),
            worth: self.worth,
            ends: self.ends,
            dimensions: self.dimensions.clone(),
            items: self.items.clone(),
            ledger: self.ledger,
            silent: self.silent,
            measure: self.measure,
            changes: self.changes.clone(),
            by_return: ByReturn::default(),
            notes: self.notes.clone(),
        }
    }

    /// The scored items a subject speaks of, those of dimensions below it too; of an item
    /// itself.
    pub fn items_of(&self, subject: &Subject) -> impl Iterator<Item = &ItemFigures> {
        let items = self.items.iter();
        items.filter(move |item| match subject {
            Subject::Index | Subject::Satisfied => item.scored,
            Subject::Dimension(code) => item.scored && self.within(code, item.dimension.as_deref()),
            Subject::Item(lineage) => item.lineage == *lineage,
        })
    }

    /// Whether a dimension is another or lies somewhere below it.
    fn within(&self, code: &str, dimension: Option<&str>) -> bool {
        // Up from the dimension; a circle ends when all were passed.
        let up = std::iter::successors(dimension, |code| self.dimension(code)?.parent.as_deref());
        up.take(self.dimensions.len()).any(|known| known == code)
    }

    pub fn dimension(&self, code: &str) -> Option<&DimensionFigures> {
        self.dimensions
            .iter()
            .find(|dimension| dimension.code == code)
    }

    pub fn item(&self, lineage: LineageId) -> Option<&ItemFigures> {
        self.items.iter().find(|item| item.lineage == lineage)
    }

    pub fn item_by_code(&self, code: &str) -> Option<&ItemFigures> {
        self.items.iter().find(|item| item.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_four_only_the_number_is_shown() {
        let figure = |n| Figure {
            score: Some(80.0),
            n,
            band: Some("good".to_owned()),
            target_met: Some(true),
            ..Figure::default()
        };
        let four = Figure {
            n: 4,
            few: true,
            ..Figure::default()
        };
        assert_eq!(figure(4).shown(), four);
        assert_eq!(figure(5).shown(), figure(5));
    }
}
