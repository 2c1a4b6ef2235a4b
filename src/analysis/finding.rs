//! What a wave shows, as data: screen and paper put it in words.

use std::collections::BTreeSet;

use super::behind::{Answered, rows_behind, turnover_share, unhappy_options};
use super::change::Surveyed;
use super::coverage::unanswered;
use super::panel::narrowed;
use super::people::people;
use super::small::small;
use super::suggest::{Suggestion, below_target};
use super::wording::{Fate, wording};
use super::{
    Against, Change, Filter, Note, SegmentKey, Verdict, comments, counted, segments,
    text_items_beside,
};
use crate::model::{
    Customer, CustomerId, FrameEntry, LineageId, ReturnId, Revision, Subject, WaveReturns,
};

/// Falls and rises reported, and items with unhappy customers.
const MOST: usize = 3;

/// From this share of those who answered, 0–1, unhappy customers are a finding if they are
/// [several](SEVERAL); from this share of the turnover, or with a key account, also one alone.
const MANY: f64 = 0.1;
const SEVERAL: usize = 2;

/// One thing worth saying about a wave.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The index against its target.
    Index {
        score: f64,
        target: f64,
        against: Against,
        interval: Option<(f64, f64)>,
        change: Option<Change>,
    },
    /// A dimension or item below target.
    BelowTarget(Suggestion),
    /// A dimension or item that fell or rose, proven.
    Changed {
        subject: Subject,
        score: f64,
        change: Change,
    },
    /// Customers who ticked an unhappy option of a scored item.
    Unhappy {
        item: LineageId,
        /// Customers; a return without a known one counts as one.
        customers: usize,
        returns: Vec<ReturnId>,
        /// Their share of the frame's turnover, 0–1.
        turnover: Option<f64>,
        /// How many of them wrote something beside the item.
        wrote: usize,
        /// Key accounts among them.
        keys: usize,
    },
    /// Customers who were asked and have not answered.
    Unanswered {
        customers: Vec<CustomerId>,
        turnover: Option<f64>,
    },
    /// An item reworded since the wave before.
    Reworded {
        item: LineageId,
        /// As the firm writes the revision that reworded it.
        revision: String,
        /// Dimensions (by code) no longer compared because of changed wording.
        not_compared: Vec<String>,
        /// Whether the index is compared.
        index_compared: bool,
    },
    /// A segment too small to show a mean of.
    SmallSegment {
        key: SegmentKey,
        /// Name of the attribute or text of the item.
        name: String,
        value: String,
        n: usize,
    },
    /// What limits the figures.
    Limit(Note),
}

/// Whether it is among the findings that a subject lies below target.
pub fn says_below(findings: &[Finding], subject: &Subject) -> bool {
    let mut findings = findings.iter();
    findings.any(|other| matches!(other, Finding::BelowTarget(one) if one.subject == *subject))
}

/// What the findings of a wave are made from.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    pub current: Surveyed<'a>,
    /// The wave before, if any.
    pub previous: Option<Surveyed<'a>>,
    /// All of the survey.
    pub revisions: &'a [Revision],
    /// Of the current wave.
    pub returns: &'a WaveReturns,
    pub frame: &'a [FrameEntry],
    pub customers: &'a [Customer],
    /// The filter the current figures were made with.
    pub filter: &'a Filter,
}

/// What there is to say, in the order it should be said: the index, what is below target,
/// what fell or rose, unhappy customers, and then what the reader must know.
pub fn findings(evidence: &Evidence) -> Vec<Finding> {
    let mut findings: Vec<Finding> = evidence.index().into_iter().collect();
    let current = &evidence.current;
    let below = below_target(current);
    findings.extend(below.into_iter().map(Finding::BelowTarget));
    findings.extend(evidence.changed());
    findings.extend(evidence.unhappy());
    findings.extend(evidence.unanswered());
    findings.extend(evidence.reworded());
    findings.extend(current.figures.notes.iter().cloned().map(Finding::Limit));
    findings.extend(evidence.small_segments());
    findings
}

impl Evidence<'_> {
    fn rows(&self) -> Vec<usize> {
        let questionnaire = &self.current.revision.questionnaire;
        counted(
            questionnaire,
            self.returns,
            self.frame,
            self.customers,
            self.filter,
        )
    }

    fn index(&self) -> Option<Finding> {
        let figure = &self.current.figures.index;
        let target = self.current.revision.questionnaire.rules.target;
        let interval = figure.low.zip(figure.high);
        Some(Finding::Index {
            score: figure.score?,
            target,
            against: Against::of(figure, &self.current.revision.questionnaire.rules)?,
            interval,
            change: self.current.figures.change(&Subject::Index).copied(),
        })
    }

    /// Proven changes, falls first, the widest first.
    fn changed(&self) -> Vec<Finding> {
        let figures = self.current.figures;
        let scored = |subject: &Subject| match subject {
            Subject::Index | Subject::Satisfied => false,
            Subject::Dimension(_) => true,
            Subject::Item(item) => figures.item(*item).is_some_and(|it| it.scored),
        };
        let changes = figures.changes.first().into_iter().flat_map(|it| it.iter());
        let mut changed: Vec<(&Subject, &Change)> = changes
            .filter(|(subject, change)| change.verdict.proven() && scored(subject))
            .collect();
        changed.sort_by(|a, b| a.1.difference().total_cmp(&b.1.difference()));
        let told = |fell: bool| {
            let of = changed
                .iter()
                .filter(move |it| (it.1.verdict == Verdict::Fell) == fell);
            of.copied()
        };
        let all = told(true).take(MOST).chain(told(false).rev().take(MOST));
        all.map(|(subject, change)| Finding::Changed {
            subject: subject.clone(),
            score: change.after,
            change: *change,
        })
        .collect()
    }

    /// The items with the most unhappy answers; what stands behind an answer is looked up for
    /// those alone.
    fn unhappy(&self) -> Vec<Finding> {
        let questionnaire = &self.current.revision.questionnaire;
        let figures = &self.current.figures.items;
        let mut items: Vec<(usize, LineageId)> = questionnaire
            .items
            .iter()
            .zip(figures)
            .filter(|(_, figures)| figures.scored)
            .filter_map(|(item, figures)| {
                let unhappy = unhappy_options(item.scale.as_ref()?);
                let counts = figures.counts.iter().zip(unhappy);
                let unhappy = counts.filter(|(_, unhappy)| *unhappy);
                let answers = unhappy.map(|(count, _)| count.n).sum::<Option<usize>>()?;
                (answers > 0).then_some((answers, item.lineage))
            })
            .collect();
        items.sort_by_key(|(answers, _)| std::cmp::Reverse(*answers));
        items.truncate(MOST);
        if items.is_empty() {
            return Vec::new();
        }
        let rows = self.rows();
        let items = items.into_iter();
        items
            .filter_map(|(_, item)| self.unhappy_with(item, &rows))
            .collect()
    }

    fn unhappy_with(&self, item: LineageId, rows: &[usize]) -> Option<Finding> {
        let questionnaire = &self.current.revision.questionnaire;
        let asked = questionnaire.item_of(item);
        let scale = asked.and_then(|item| item.scale.as_ref());
        let unhappy = scale.map(unhappy_options).unwrap_or_default();
        let options = scale.iter().flat_map(|scale| &scale.options);
        let mut options: Vec<(f64, u8)> = (options.zip(unhappy).zip(0..))
            .filter_map(|((option, unhappy), at)| Some((option.score.filter(|_| unhappy)?, at)))
            .collect();
        // The least satisfied first.
        options.sort_by(|a, b| a.0.total_cmp(&b.0));
        let rows: Vec<usize> = options
            .into_iter()
            .flat_map(|(_, option)| {
                let wanted = Answered::Option(option);
                rows_behind(questionnaire, self.returns, rows, item, wanted)
            })
            .collect();
        let customers = rows.iter().map(|row| self.returns.returns[*row].customer);
        let known: BTreeSet<CustomerId> = customers.clone().flatten().collect();
        let strangers = customers.filter(Option::is_none).count();
        let texts = text_items_beside(questionnaire, item);
        let written = comments(questionnaire, self.returns, &rows);
        let wrote: BTreeSet<usize> = written
            .iter()
            .filter(|comment| texts.contains(&comment.item))
            .map(|comment| comment.row)
            .collect();
        let customers = known.len() + strangers;
        let turnover = turnover_share(&known, self.frame, self.customers);
        let people = people(self.frame, self.customers);
        let key = |id: &&CustomerId| people.get(id).is_some_and(|it| it.key);
        let keys = known.iter().filter(key).count();
        let answered = self.current.figures.item(item).map_or(0, |it| it.figure.n);
        let many = customers >= SEVERAL && customers as f64 >= MANY * answered as f64;
        let heavy = turnover.is_some_and(|share| share >= MANY);
        (many || heavy || keys > 0).then(|| Finding::Unhappy {
            item,
            customers,
            keys,
            returns: rows
                .iter()
                .map(|row| self.returns.returns[*row].id)
                .collect(),
            turnover,
            wrote: wrote.len(),
        })
    }

    /// Of the customers the filter is about.
    fn unanswered(&self) -> Option<Finding> {
        let people = people(self.frame, self.customers);
        let customers = unanswered(narrowed(self.frame, &people, self.filter)?, self.returns);
        let silent: BTreeSet<CustomerId> = customers.iter().copied().collect();
        let turnover = turnover_share(&silent, self.frame, self.customers);
        (!customers.is_empty()).then_some(Finding::Unanswered {
            customers,
            turnover,
        })
    }

    fn reworded(&self) -> Vec<Finding> {
        let Some(previous) = &self.previous else {
            return Vec::new();
        };
        let (from, to) = (previous.revision, self.current.revision);
        let of = |subject: &Subject| wording(self.revisions, from, to, subject);
        let whole = of(&Subject::Index);
        let broken: Vec<(String, Vec<LineageId>)> = self
            .current
            .figures
            .dimensions
            .iter()
            .map(|dimension| {
                let wording = of(&Subject::Dimension(dimension.code.clone()));
                let items = wording.items.iter().map(|item| item.lineage).collect();
                (dimension.code.clone(), items, wording.breaks())
            })
            .filter(|(_, _, breaks)| *breaks)
            .map(|(code, items, _)| (code, items))
            .collect();
        let reworded = whole
            .items
            .iter()
            .filter(|item| item.fate == Fate::Reworded);
        reworded
            .map(|item| Finding::Reworded {
                item: item.lineage,
                revision: to.label.clone(),
                not_compared: broken
                    .iter()
                    .filter(|(_, items)| items.contains(&item.lineage))
                    .map(|(code, _)| code.clone())
                    .collect(),
                index_compared: !whole.breaks(),
            })
            .collect()
    }

    /// Of the whole wave: a filter splits it already, and says of itself how many pass.
    fn small_segments(&self) -> Vec<Finding> {
        if !self.filter.is_empty() {
            return Vec::new();
        }
        let questionnaire = &self.current.revision.questionnaire;
        let all = segments(questionnaire, self.returns, self.frame, self.customers);
        let few = |n: usize| n > 0 && small(n);
        // A tag says what was written, not whom the returns stand for.
        let groups = all.into_iter().filter(|it| it.key != SegmentKey::Tag);
        groups
            .flat_map(|segment| {
                let (key, name) = (segment.key, segment.name);
                let values = segment.values.into_iter();
                values
                    .filter(move |value| few(value.returns))
                    .map(move |value| Finding::SmallSegment {
                        key: key.clone(),
                        name: name.clone(),
                        value: value.value,
                        n: value.returns,
                    })
            })
            .collect()
    }
}
