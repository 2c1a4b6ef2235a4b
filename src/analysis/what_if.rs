//! The same returns under other rules. Scored as every wave is; what changes is the rules alone,
//! never the questions, their weights or their scales. Whose wish the rules are and which of them
//! are worth showing is not known here.
//!
//! What a person decided of a return stays: rules of validity let go of those that a rule of the
//! wave made void, and make void what they flag and the wave's own rules did not.

use std::rc::Rc;

use super::validity::flags;
use super::{DimensionFigures, Figure, Filter, WaveFigures, exact_figures, figures};
use crate::model::{Customer, Flag, FrameEntry, Questionnaire, Rule, Rules, Validity, WaveReturns};

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
}

impl Outcome {
    /// Dimensions that do not meet the target.
    pub fn below(&self) -> usize {
        let below = |it: &&DimensionFigures| it.figure.target_met == Some(false);
        self.dimensions.iter().filter(below).count()
    }

    pub fn dimension(&self, code: &str) -> Option<&DimensionFigures> {
        self.dimensions.iter().find(|it| it.code == code)
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
    people: (&'a [FrameEntry], &'a [Customer]),
    /// Tells whether a rule made a return void, from the reason.
    of_a_rule: fn(&str) -> bool,
    /// However few the returns are.
    exact: bool,
    /// Whether the wave's own rules make each return void, by its row.
    own: Vec<bool>,
    /// Rules that compute and judge, rows that count otherwise than now, and what that makes.
    known: Vec<(Rules, Vec<usize>, WaveFigures)>,
    /// What rules of validity flag of each return: of those asked for last, since most choices
    /// leave them alone.
    flags: Option<(Validity, Rc<Flags>)>,
}

/// By row.
type Flags = Vec<Vec<Flag>>;

impl<'a> WhatIf<'a> {
    /// By the rules of the questionnaire its returns were taken in under.
    pub fn of(
        questionnaire: &'a Questionnaire,
        returns: &'a WaveReturns,
        people: (&'a [FrameEntry], &'a [Customer]),
        of_a_rule: fn(&str) -> bool,
    ) -> Self {
        let own = flagged(questionnaire, returns);
        Self {
            own: own
                .iter()
                .map(|it| voids(&questionnaire.rules, it))
                .collect(),
            questionnaire,
            returns,
            people,
            of_a_rule,
            exact: false,
            known: Vec::new(),
            flags: None,
        }
    }

    /// With the figures of few returns too: for programs that reckon on with them, never for what
    /// somebody reads.
    #[must_use]
    pub fn exact(mut self) -> Self {
        self.exact = true;
        self
    }

    /// What these rules make of it.
    pub fn outcome(&mut self, rules: &Rules) -> Outcome {
        let asked = Questionnaire {
            rules: rules.clone(),
            ..self.questionnaire.clone()
        };
        let flags = self.flags(&asked);
        let turned = self.turned(rules, &flags);
        let counts = |at: usize| {
            let otherwise = turned.binary_search(&at).is_ok();
            self.returns.returns[at].valid() != otherwise
        };
        let doubtful = flags.iter().enumerate();
        let doubtful = doubtful.filter(|(at, it)| !it.is_empty() && counts(*at));
        let flagged = doubtful.count();
        let figures = self.figures(&asked, turned);
        Outcome {
            rules: rules.clone(),
            index: figures.index.clone(),
            dimensions: figures.dimensions.clone(),
            counted: figures.counted,
            flagged,
        }
    }

    /// What every other choice of each rule makes of it, the others as in `rules`.
    pub fn effects(&mut self, rules: &Rules) -> Vec<Effect> {
        let all = Rule::ALL.into_iter();
        let others = all.flat_map(|rule| {
            let choices = rule.choices(rules).into_iter();
            choices
                .filter(|it| it != rules)
                .map(move |other| (rule, other))
        });
        others
            .map(|(rule, other)| Effect {
                rule,
                outcome: self.outcome(&other),
            })
            .collect()
    }

    fn flags(&mut self, asked: &Questionnaire) -> Rc<Flags> {
        let key = Validity {
            voids: Vec::new(),
            ..asked.rules.validity.clone()
        };
        let known = self.flags.as_ref().filter(|(of, _)| *of == key);
        if let Some((_, flags)) = known {
            return Rc::clone(flags);
        }
        let flags = Rc::new(flagged(asked, self.returns));
        self.flags = Some((key, Rc::clone(&flags)));
        flags
    }

    /// Rows that would count and do not, or do not and would.
    fn turned(&self, rules: &Rules, flags: &[Vec<Flag>]) -> Vec<usize> {
        let rows = self.returns.returns.iter().zip(flags).enumerate();
        let turned = rows.filter(|(at, (it, flags))| {
            let (own, now) = (self.own[*at], voids(rules, flags));
            let turns = match &it.void {
                None => now && !own,
                Some(why) => own && !now && (self.of_a_rule)(why),
            };
            turns && !it.late
        });
        turned.map(|(at, _)| at).collect()
    }

    fn figures(&mut self, asked: &Questionnaire, turned: Vec<usize>) -> &WaveFigures {
        let key = Rules {
            validity: Default::default(),
            period: Default::default(),
            no_change_within: 0.0,
            ..asked.rules.clone()
        };
        let known = self.known.iter();
        let mut known = known.map(|(rules, rows, _)| *rules == key && *rows == turned);
        let at = known.position(|it| it).unwrap_or_else(|| {
            let made = self.scored(asked, &turned);
            self.known.push((key, turned, made));
            self.known.len() - 1
        });
        &self.known[at].2
    }

    fn scored(&self, asked: &Questionnaire, turned: &[usize]) -> WaveFigures {
        let mut other = None;
        if !turned.is_empty() {
            let other = other.insert(self.returns.clone());
            for at in turned {
                let void = &mut other.returns[*at].void;
                *void = match void {
                    Some(_) => None,
                    None => Some(String::new()),
                };
            }
        }
        let returns = other.as_ref().unwrap_or(self.returns);
        let compute = match self.exact {
            true => exact_figures,
            false => figures,
        };
        let (frame, customers) = self.people;
        compute(asked, returns, frame, customers, &Filter::default()).without_returns()
    }
}

fn flagged(questionnaire: &Questionnaire, returns: &WaveReturns) -> Flags {
    let all = 0..returns.returns.len();
    all.map(|at| flags(questionnaire, returns, at)).collect()
}

/// Whether the rules make void by itself what has these flags.
fn voids(rules: &Rules, flags: &[Flag]) -> bool {
    flags.iter().any(|it| rules.validity.voids.contains(it))
}
