//! The same returns under other rules. Scored as every wave is; what changes is the rules alone,
//! never the questions, their weights or their scales. Whose wish the rules are and which of them
//! are worth showing is not known here.
//!
//! What a person decided of a return stays: rules of validity let go of those that a rule of the
//! wave made void, and make void what they flag and the wave's own rules did not.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::between::{Between, Members};
use super::column::Column;
use super::figures::{columns, summary_of};
use super::panel::{Panel, listed};
use super::people::{Person, people};
use super::validity::Answering;
use super::{DimensionFigures, Figure, Ledger, ledger};
use crate::model::{
    Bound, Cancelled, Customer, CustomerId, FrameEntry, Progress, Questionnaire, Rule, Rules,
    WaveReturns, Weighting,
};

/// What rules make of a wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub rules: Rules,
    pub index: Figure,
    pub dimensions: Vec<DimensionFigures>,
    /// Returns that count.
    pub counted: usize,
    /// Of them, those the rules of validity flag.
    pub flagged: usize,
    /// Figures are hidden because fewer than five customers lie between it and another that was
    /// told, so that what those answered could be found by subtraction.
    pub hidden: bool,
}

impl Outcome {
    /// Dimensions that do not meet the target; `None` where one of them is hidden.
    pub fn below(&self) -> Option<usize> {
        let hidden = |it: &DimensionFigures| {
            it.figure.target_met.is_none() && it.figure.few && it.figure.n > 0
        };
        let below = |it: &&DimensionFigures| it.figure.target_met == Some(false);
        let told = !self.dimensions.iter().any(hidden);
        told.then(|| self.dimensions.iter().filter(below).count())
    }

    pub fn dimension(&self, code: &str) -> Option<&DimensionFigures> {
        self.dimensions.iter().find(|it| it.code == code)
    }

    /// The index and the dimensions, in their order.
    fn figures_mut(&mut self) -> impl Iterator<Item = &mut Figure> {
        let dimensions = self.dimensions.iter_mut().map(|it| &mut it.figure);
        std::iter::once(&mut self.index).chain(dimensions)
    }
}

/// What another choice of one rule makes of a wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    pub rule: Rule,
    /// Under all the rules, that one chosen otherwise.
    pub outcome: Outcome,
}

/// A wave to be scored by other rules than its own, and what of it has been.
pub struct WhatIf<'a> {
    questionnaire: &'a Questionnaire,
    returns: &'a WaveReturns,
    people: FxHashMap<CustomerId, Person<'a>>,
    listed: FxHashSet<CustomerId>,
    ledger: Ledger,
    /// Tells whether a rule made a return void, from the reason.
    of_a_rule: fn(&str) -> bool,
    /// However few the returns are.
    exact: bool,
    progress: Progress,
    /// By row, and whether the wave's own rules make each return void.
    answering: Vec<Answering>,
    own: Vec<bool>,
    counted: Vec<Rc<Counted<'a>>>,
    known: Vec<Rc<Made>>,
    between: Between,
}

/// Returns that count together, and what they answered.
struct Counted<'a> {
    panel: Panel,
    columns: Vec<Column<'a>>,
}

/// Figures not judged yet, and whose they are.
struct Made {
    /// Those that compute.
    rules: Rules,
    index: Figure,
    dimensions: Vec<DimensionFigures>,
    members: Members,
}

impl<'a> WhatIf<'a> {
    /// By the rules of the questionnaire its returns were taken in under.
    pub fn of(
        questionnaire: &'a Questionnaire,
        returns: &'a WaveReturns,
        (frame, customers): (&'a [FrameEntry], &'a [Customer]),
        of_a_rule: fn(&str) -> bool,
    ) -> Self {
        let all = 0..returns.returns.len();
        let answering: Vec<Answering> = all
            .map(|at| Answering::of(questionnaire, returns, at))
            .collect();
        let rules = &questionnaire.rules;
        let own = answering.iter().map(|it| voids(rules, it)).collect();
        Self {
            own,
            answering,
            questionnaire,
            returns,
            people: people(frame, customers),
            listed: listed(frame),
            ledger: ledger(returns, frame),
            of_a_rule,
            exact: false,
            progress: Progress::default(),
            counted: Vec::new(),
            known: Vec::new(),
            between: Between::default(),
        }
    }

    /// With the figures of few returns too: for programs that reckon on with them, never for what
    /// somebody reads.
    #[must_use]
    pub fn exact(mut self) -> Self {
        self.exact = true;
        self
    }

    /// Called off as soon as nobody wants it any more.
    #[must_use]
    pub fn watched(mut self, progress: &Progress) -> Self {
        self.progress = progress.clone();
        self
    }

    /// What these rules make of it. What was asked for earlier is told already: where fewer than five
    /// customers lie between, the later one is hidden.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn outcome(&mut self, rules: &Rules) -> Result<Outcome, Cancelled> {
        self.progress.wanted()?;
        let rows = self.rows(rules);
        let doubtful = |row: &&usize| !self.answering[**row].flags(&rules.validity).is_empty();
        let flagged = rows.iter().filter(doubtful).count();
        let counted = rows.len();
        let made = self.made(rules, rows);
        let mut outcome = Outcome {
            rules: rules.clone(),
            index: made.index.clone(),
            dimensions: made.dimensions.clone(),
            counted,
            flagged,
            hidden: false,
        };
        for figure in outcome.figures_mut() {
            figure.judge(rules);
        }
        if !self.exact {
            self.hide(&mut outcome, &made);
        }
        Ok(outcome)
    }

    /// What every other choice of each rule makes of it, the others as in `rules`.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn effects(&mut self, rules: &Rules) -> Result<Vec<Effect>, Cancelled> {
        let all = Rule::ALL.into_iter();
        let others = all.flat_map(|rule| {
            let choices = rule.choices(rules).into_iter();
            choices
                .filter(|it| it != rules)
                .map(move |other| (rule, other))
        });
        let made = others.map(|(rule, other)| {
            let outcome = self.outcome(&other)?;
            Ok(Effect { rule, outcome })
        });
        made.collect()
    }

    /// Of too few, and what could be found by taking away what was told before.
    fn hide(&mut self, outcome: &mut Outcome, made: &Made) {
        let people = (&self.people, self.returns);
        let found = self.between.tells(&made.members, people);
        let (mut told, mut hidden) = (Vec::new(), false);
        for (figure, found) in outcome.figures_mut().zip(found) {
            let hides = found && !figure.few();
            figure.few |= found;
            *figure = figure.shown();
            told.push(!figure.few());
            hidden |= hides;
        }
        outcome.hidden = hidden;
        self.between.tell(&made.members, told);
    }

    /// Rows that would count.
    fn rows(&self, rules: &Rules) -> Vec<usize> {
        let rows = self.returns.returns.iter().enumerate();
        let counts = rows.filter(|(at, it)| {
            let (own, now) = (self.own[*at], voids(rules, &self.answering[*at]));
            let counts = match &it.void {
                None => !now || own,
                Some(why) => own && !now && (self.of_a_rule)(why),
            };
            counts && !it.late
        });
        counts.map(|(at, _)| at).collect()
    }

    fn made(&mut self, rules: &Rules, rows: Vec<usize>) -> Rc<Made> {
        let key = computing(rules);
        let mut known = self.known.iter();
        if let Some(known) = known.find(|it| it.rules == key && it.members.rows() == rows) {
            return Rc::clone(known);
        }
        let asked = Questionnaire {
            rules: key.clone(),
            ..self.questionnaire.clone()
        };
        let counted = self.counted(&asked, rows);
        let summary = summary_of(&asked, &counted.panel, &counted.columns);
        let of = (self.returns.returns.len(), &counted.panel.rows[..]);
        let made = Rc::new(Made {
            index: summary.index,
            dimensions: summary.dimensions,
            members: Members::of(&key, of, &summary.scores),
            rules: key,
        });
        self.known.push(Rc::clone(&made));
        made
    }

    /// Those returns, and what each weighs.
    fn counted(&mut self, asked: &Questionnaire, rows: Vec<usize>) -> Rc<Counted<'a>> {
        let weighs = asked.rules.weights == Weighting::Turnover;
        let mut known = self.counted.iter();
        let fits =
            |it: &&Rc<Counted>| it.panel.rows == rows && it.panel.weights.is_some() == weighs;
        if let Some(known) = known.find(fits) {
            return Rc::clone(known);
        }
        let columns = columns(asked, self.returns, &rows);
        let people = (&self.people, Some(&self.listed));
        let panel = Panel::counting(asked, self.returns, people, rows, self.ledger);
        let counted = Rc::new(Counted { panel, columns });
        self.counted.push(Rc::clone(&counted));
        counted
    }
}

/// Rules without those that only judge or say what counts.
fn computing(rules: &Rules) -> Rules {
    Rules {
        validity: Default::default(),
        period: Default::default(),
        no_change_within: 0.0,
        target: 0.0,
        target_rule: Bound::AtLeast,
        bands: Vec::new(),
        bands_rule: Bound::AtLeast,
        ..rules.clone()
    }
}

/// Whether the rules make void by itself what was filled in like that.
fn voids(rules: &Rules, answering: &Answering) -> bool {
    let voids = &rules.validity.voids;
    let flags = || answering.flags(&rules.validity);
    !voids.is_empty() && flags().iter().any(|it| voids.contains(it))
}
