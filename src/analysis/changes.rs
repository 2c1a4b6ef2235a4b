//! What changed between two waves, subject by subject, and what may be said of it.

use super::matched::Matched;
use super::sampled::Sampled;
use super::wording::wording;
use super::{Filter, Overlap, RuleField, Verdict, WaveFigures, benjamini_hochberg, holm};
use crate::model::{
    Customer, FrameEntry, Period, Questionnaire, Revision, Subject, Wave, WaveId, WaveReturns,
};

/// A wave with all that a comparison needs.
#[derive(Clone, Copy, Debug)]
pub struct Compare<'a> {
    pub wave: &'a Wave,
    pub revision: &'a Revision,
    /// What the figures were made by: that of the revision, or the same by newer rules.
    pub measure: &'a Questionnaire,
    pub returns: &'a WaveReturns,
    pub frame: &'a [FrameEntry],
    pub customers: &'a [Customer],
    pub filter: &'a Filter,
    /// With what each return scored.
    pub figures: &'a WaveFigures,
}

/// Everything that changed since one wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    pub since: WaveId,
    pub period: Period,
    pub label: String,
    /// Rules the older wave was scored by anew.
    pub restated: Vec<RuleField>,
    of: Vec<(Subject, Change)>,
}

/// How one subject changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The score of the older wave by the rules of the newer, and the newer score.
    pub before: f64,
    pub after: f64,
    /// `None` where too few answered for any test.
    pub test: Option<Overlap>,
    /// Corrected for the others of its family: dimensions by Holm, items by Benjamini and
    /// Hochberg, the index alone.
    pub p_adjusted: Option<f64>,
    pub verdict: Verdict,
    /// A change surely smaller than this, in points, is none: a rule of the newer wave.
    pub margin: f64,
    /// The customers who answered both, where some answered one wave alone.
    pub same: Option<Matched>,
    /// Too few customers in either wave: nothing of it may be shown.
    pub hidden: bool,
}

impl Change {
    /// In points, newer less older.
    pub fn difference(&self) -> f64 {
        self.test
            .map_or(self.after - self.before, |it| it.difference)
    }

    /// The same customers, where they tell another story than all.
    pub fn other_story(&self) -> Option<&Matched> {
        self.same.as_ref().filter(|same| same.differs(self))
    }
}

impl Changes {
    /// That of a subject; `None` where both waves cannot be compared in it.
    pub fn of(&self, subject: &Subject) -> Option<&Change> {
        let known = self.of.iter().find(|(known, _)| known == subject);
        known.map(|(_, change)| change)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Subject, &Change)> {
        self.of.iter().map(|(subject, change)| (subject, change))
    }

    /// What of it may be shown.
    #[must_use]
    pub fn shown(mut self) -> Self {
        self.of.retain(|(_, change)| !change.hidden);
        self
    }
}

impl WaveFigures {
    /// Whatever has a score: the index, the dimensions and the items of which one was computed.
    pub fn subjects(&self) -> Vec<Subject> {
        let dimensions = self.dimensions.iter();
        let dimensions = dimensions.map(|it| Subject::Dimension(it.code.clone()));
        let items = self.items.iter().filter(|it| it.figure.score.is_some());
        std::iter::once(Subject::Index)
            .chain(dimensions)
            .chain(items.map(|it| Subject::Item(it.lineage)))
            .collect()
    }

    /// How a subject changed since the wave it is compared with: the one before, as a rule.
    pub fn change(&self, subject: &Subject) -> Option<&Change> {
        self.changes.first()?.of(subject)
    }

    /// How it changed since any earlier wave it was compared with.
    pub fn change_since(&self, wave: WaveId, subject: &Subject) -> Option<&Change> {
        let mut changes = self.changes.iter();
        changes.find(|it| it.since == wave)?.of(subject)
    }
}

/// What changed from the older wave to the newer. `revisions` are all of the survey.
pub fn changes(
    older: &Compare,
    newer: &Compare,
    restated: Vec<RuleField>,
    revisions: &[Revision],
) -> Changes {
    let pair = Pair::of(older, newer);
    let mut of = pair.each(&newer.figures.subjects(), revisions, Pair::with_same);
    judge(&mut of);
    since(older, restated, of)
}

/// The same of some subjects alone, tested but not judged: they are no whole families, and what the
/// same customers say is not asked.
pub fn changes_in(
    older: &Compare,
    newer: &Compare,
    subjects: &[Subject],
    revisions: &[Revision],
) -> Changes {
    let pair = Pair::of(older, newer);
    since(
        older,
        Vec::new(),
        pair.each(subjects, revisions, |change, _, _| change),
    )
}

fn since(older: &Compare, restated: Vec<RuleField>, of: Vec<(Subject, Change)>) -> Changes {
    Changes {
        since: older.wave.id,
        period: older.wave.period,
        label: older.wave.label.clone(),
        restated,
        of,
    }
}

/// The values of a subject in one wave, one a row that counts.
type Values<'a> = &'a [Option<f64>];

/// Two waves, and the returns of the same customers in both.
struct Pair<'a> {
    older: Sampled<'a>,
    newer: Sampled<'a>,
    same: Vec<(usize, usize)>,
}

impl<'a> Pair<'a> {
    fn of(older: &'a Compare<'a>, newer: &'a Compare<'a>) -> Self {
        let (older, newer) = (Sampled::of(older), Sampled::of(newer));
        let same = same(&older, &newer);
        Self { older, newer, same }
    }

    /// What changed of each that both waves asked alike, not yet judged.
    fn each(
        &self,
        subjects: &[Subject],
        revisions: &[Revision],
        more: impl Fn(Change, &Self, (Values<'_>, Values<'_>)) -> Change,
    ) -> Vec<(Subject, Change)> {
        let (from, to) = (self.older.of.revision, self.newer.of.revision);
        let asked = |it: &&Subject| !wording(revisions, from, to, it).breaks();
        let one = |subject: &Subject| {
            let values = (self.older.values(subject)?, self.newer.values(subject)?);
            let values = (values.0.as_slice(), values.1.as_slice());
            let change = self.change(subject, values)?;
            Some((subject.clone(), more(change, self, values)))
        };
        subjects.iter().filter(asked).filter_map(one).collect()
    }

    fn change(&self, subject: &Subject, (from, to): (Values<'_>, Values<'_>)) -> Option<Change> {
        let (before, after) = (self.older.figure(subject)?, self.newer.figure(subject)?);
        let (older, newer) = (self.older.sample(from), self.newer.sample(to));
        Some(Change {
            before: before.0?,
            after: after.0?,
            test: Overlap::of(older, newer, &self.same),
            p_adjusted: None,
            verdict: Verdict::CannotTell,
            margin: self.newer.of.measure.rules.no_change_within,
            same: None,
            hidden: before.1 || after.1,
        })
    }

    /// With what the customers of both say by themselves, where all may be shown.
    fn with_same(change: Change, pair: &Self, (from, to): (Values<'_>, Values<'_>)) -> Change {
        if change.hidden {
            return change;
        }
        let both = |(old, new): &&(usize, usize)| from[*old].is_some() && to[*new].is_some();
        let both: Vec<(usize, usize)> = pair.same.iter().filter(both).copied().collect();
        let before = pair.older.side(from, both.iter().map(|it| it.0));
        let after = pair.newer.side(to, both.iter().map(|it| it.1));
        Change {
            same: Matched::of(&before, &after, &both),
            ..change
        }
    }
}

/// How the p values of a family are corrected.
type Correct = fn(&[f64]) -> Vec<f64>;

/// Which subjects a family is of.
type Belongs = fn(&Subject) -> bool;

/// Family by family; what is hidden belongs to none.
fn judge(of: &mut [(Subject, Change)]) {
    let families: [(Belongs, Correct); 3] = [
        (|it| *it == Subject::Index, holm),
        (|it| matches!(it, Subject::Dimension(_)), holm),
        (|it| matches!(it, Subject::Item(_)), benjamini_hochberg),
    ];
    for (belongs, correct) in families {
        let family = of
            .iter_mut()
            .filter(|(subject, it)| belongs(subject) && !it.hidden);
        let mut family: Vec<&mut Change> = family.map(|(_, it)| it).collect();
        let tests: Vec<Option<Overlap>> = family.iter().map(|it| it.test).collect();
        for (it, p) in family.iter_mut().zip(corrected(&tests, correct)) {
            it.p_adjusted = p;
            let verdict = it.test.map(|test| Verdict::of(&test, p, it.margin));
            it.verdict = verdict.unwrap_or(it.verdict);
        }
        let tests = family.iter().map(|it| it.same?.test);
        let tests: Vec<Option<Overlap>> = tests.collect();
        for (it, p) in family.iter_mut().zip(corrected(&tests, correct)) {
            let margin = it.margin;
            if let Some(same) = &mut it.same {
                same.p_adjusted = p;
                let verdict = same.test.map(|test| Verdict::of(&test, p, margin));
                same.verdict = verdict.unwrap_or(same.verdict);
            }
        }
    }
}

/// The p value of each test of a family, corrected for those that have one.
fn corrected(tests: &[Option<Overlap>], correct: Correct) -> Vec<Option<f64>> {
    let ps: Vec<Option<f64>> = tests.iter().map(|test| test.as_ref()?.p()).collect();
    let known: Vec<f64> = ps.iter().flatten().copied().collect();
    let mut corrected = correct(&known).into_iter();
    ps.iter()
        .map(|p| p.and_then(|_| corrected.next()))
        .collect()
}

/// The returns of the same customers in both.
fn same(older: &Sampled, newer: &Sampled) -> Vec<(usize, usize)> {
    let before = older.firsts();
    let mut same: Vec<(usize, usize)> = newer
        .firsts()
        .into_iter()
        .filter_map(|(customer, at)| Some((*before.get(&customer)?, at)))
        .collect();
    // In one order, so that sums come out the same every time.
    same.sort_unstable();
    same
}
