//! What rules make of the shown wave, made beside the drawing and kept until the returns, the
//! rules or the language change.

use crate::analysis::{Effect, Outcome, WhatIf};
use crate::chart::words::{effect_in_words, rules_apart};
use crate::i18n::{Language, flag, rule};
use crate::model::{Cancelled, Progress, RevisionId, Rules, WaveId};
use crate::report::{Report, RulePage, RuleSet, Table, rule_page, rule_sets};
use crate::tr;
use crate::ui::Sight;

/// Under which rules.
#[derive(Clone, Debug, PartialEq)]
pub struct RulesQuery {
    /// Whose rules are edited.
    pub(super) revision: RevisionId,
    /// Sets kept beside them.
    pub(super) kept: Vec<Rules>,
    pub(super) language: Language,
}

/// What they make of it, ready to be drawn.
#[derive(Debug)]
pub struct RulesContents {
    version: u64,
    query: RulesQuery,
    wave: WaveId,
    /// The sets side by side.
    pub(super) table: Table,
    pub(super) sets: Vec<Set>,
    pub(super) choices: Vec<Choice>,
    /// What the rules that are edited make of it.
    pub(super) base: Outcome,
}

/// A column of the table.
#[derive(Debug)]
pub(super) struct Set {
    pub name: String,
    pub outcome: Outcome,
    /// What of its rules is not as the wave is scored; empty of the first.
    pub apart: String,
    /// Its place among those kept.
    pub kept: Option<usize>,
}

/// Another choice of a rule of those that are edited.
#[derive(Debug)]
pub(super) struct Choice {
    /// What the rule is called, and what would be chosen.
    pub named: String,
    pub chosen: String,
    pub effect: String,
    /// Something would be otherwise.
    pub tells: bool,
    pub made: Effect,
}

impl RulesContents {
    /// Goes through all returns again and again; `None` while something is missing.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub(in crate::ui) fn of(
        cx: &Sight<'_>,
        query: RulesQuery,
        progress: &Progress,
    ) -> Result<Option<Self>, Cancelled> {
        let asked = cx.revision().map(|it| &it.questionnaire);
        let edited = cx.data.revision(query.revision);
        let (Some(asked), Some(view), Some(edited)) = (asked, cx.view, edited) else {
            return Ok(None);
        };
        let edited = edited.questionnaire.rules.clone();
        let people = (cx.data.frame(view.wave), cx.data.customers.as_slice());
        let what_if = WhatIf::of(asked, &view.returns, people, flag::is_of_a_rule);
        let mut what_if = what_if.watched(progress);
        let l = query.language;
        // What stands side by side before the choices below it: the earlier is the one that is told.
        let now = what_if.outcome(&asked.rules)?;
        let base = what_if.outcome(&edited)?;
        let kept = query.kept.iter().map(|it| what_if.outcome(it));
        let kept = kept.collect::<Result<Vec<Outcome>, Cancelled>>()?;
        let effects = what_if.effects(&edited)?.into_iter();
        let choices = effects.map(|it| Choice {
            named: rule::name(l, it.rule),
            chosen: rule::chosen(l, it.rule, &it.outcome.rules),
            effect: effect_in_words(&base, &it.outcome, l),
            tells: says_something(&base, &it.outcome),
            made: it,
        });
        let choices = choices.collect();
        let set = |name: String, outcome: Outcome, kept| Set {
            name,
            apart: rules_apart(&asked.rules, &outcome.rules, l),
            outcome,
            kept,
        };
        let mut sets = vec![set(tr!(l, "what-if-set-now"), now, None)];
        if edited != asked.rules {
            sets.push(set(tr!(l, "what-if-set-edited"), base.clone(), None));
        }
        for (number, outcome) in (1_usize..).zip(kept) {
            let name = tr!(l, "what-if-set-kept", number = number);
            sets.push(set(name, outcome, Some(number - 1)));
        }
        Ok(Some(Self {
            version: cx.version,
            wave: view.wave,
            table: rule_sets(&columns(&sets), l),
            sets,
            choices,
            base,
            query,
        }))
    }

    /// Still what the window shows.
    pub(in crate::ui) fn fits(&self, cx: &Sight<'_>, query: &RulesQuery) -> bool {
        self.version == cx.version && self.query == *query
    }

    /// The same of other sets or of what was there a moment ago, while the page stays in sight.
    pub(super) fn is_about(&self, cx: &Sight<'_>, query: &RulesQuery) -> bool {
        let same = self.query.revision == query.revision && self.query.language == query.language;
        same && cx.view.is_some_and(|it| it.wave == self.wave)
    }

    /// What the wave is scored by.
    pub(super) fn own(&self) -> &Rules {
        self.sets
            .first()
            .map_or(&self.base.rules, |it| &it.outcome.rules)
    }

    /// The rules a cell of the table is written by.
    pub(super) fn rules_of(&self, cell: usize) -> &Rules {
        let set = self.sets.get(cell / 2);
        set.map_or(&self.base.rules, |it| &it.outcome.rules)
    }

    /// All of it on paper.
    pub(super) fn page(&self, cx: &Sight<'_>) -> Option<Report> {
        let l = self.query.language;
        let effects: Vec<&Effect> = self.choices.iter().map(|it| &it.made).collect();
        let name = match self.base.rules == *self.own() {
            true => tr!(l, "what-if-now"),
            false => tr!(l, "what-if-set-edited"),
        };
        let page = RulePage {
            survey: cx.survey?,
            wave: cx.data.wave(self.wave)?.period,
            sets: &columns(&self.sets),
            base: RuleSet {
                name,
                outcome: &self.base,
            },
            effects: &effects,
        };
        rule_page(&page, l)
    }

    /// Whether there is such a set among those side by side.
    pub(super) fn holds(&self, rules: &Rules) -> bool {
        self.sets.iter().any(|it| it.outcome.rules == *rules)
    }
}

fn columns(sets: &[Set]) -> Vec<RuleSet<'_>> {
    let columns = sets.iter().map(|it| RuleSet {
        name: it.name.clone(),
        outcome: &it.outcome,
    });
    columns.collect()
}

fn says_something(base: &Outcome, then: &Outcome) -> bool {
    let told = |it: &Outcome| {
        (
            it.index.clone(),
            it.dimensions.clone(),
            it.counted,
            it.flagged,
        )
    };
    told(base) != told(then)
}
