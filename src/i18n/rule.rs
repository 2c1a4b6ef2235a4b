//! What a rule is called, and what it is set to, in the words of the form it is chosen in.

use super::{Language, flag, number};
use crate::model::{Bound, IndexRule, Normalisation, NotApplicable, Rule, Rules, Weighting};
use crate::tr;

/// What it is called.
pub fn name(l: Language, rule: Rule) -> String {
    match rule {
        Rule::Normalisation => tr!(l, "scoring-normalisation"),
        Rule::Index => tr!(l, "scoring-index"),
        Rule::Weights => tr!(l, "scoring-weights"),
        Rule::NotApplicable => tr!(l, "scoring-na"),
        Rule::MinAnswered => tr!(l, "scoring-min-answered"),
        Rule::Target => tr!(l, "scoring-target"),
        Rule::TargetRule => tr!(l, "scoring-target-rule"),
        Rule::BandsRule => tr!(l, "scoring-bands-rule"),
        Rule::Least => tr!(l, "validity-least"),
        Rule::Alike => tr!(l, "validity-alike"),
        Rule::Seconds => tr!(l, "validity-seconds"),
        Rule::Required => tr!(l, "validity-required"),
        Rule::Voids => tr!(l, "validity-voids"),
    }
}

/// What it is set to.
pub fn chosen(l: Language, rule: Rule, rules: &Rules) -> String {
    match rule {
        Rule::Normalisation => match rules.normalisation {
            Normalisation::OfMaximum => tr!(l, "scoring-norm-max"),
            Normalisation::MinMax => tr!(l, "scoring-norm-minmax"),
        },
        Rule::Index => match rules.index {
            IndexRule::ByDimension => tr!(l, "scoring-index-dimension"),
            IndexRule::Pooled => tr!(l, "scoring-index-pooled"),
        },
        Rule::Weights => match rules.weights {
            Weighting::Equal => tr!(l, "scoring-weights-equal"),
            Weighting::Turnover => tr!(l, "scoring-weights-turnover"),
        },
        Rule::NotApplicable => match rules.na {
            NotApplicable::Exclude => tr!(l, "scoring-na-exclude"),
            NotApplicable::Include => tr!(l, "scoring-na-include"),
        },
        Rule::MinAnswered => number::plain((rules.min_answered * 1e6).round() / 1e4),
        Rule::Target => number::plain(rules.target),
        Rule::TargetRule => bound(l, rules.target_rule),
        Rule::BandsRule => bound(l, rules.bands_rule),
        Rule::Least | Rule::Alike | Rule::Seconds | Rule::Required | Rule::Voids => {
            of_validity(l, rule, rules)
        }
    }
}

fn of_validity(l: Language, rule: Rule, rules: &Rules) -> String {
    let validity = &rules.validity;
    match rule {
        Rule::Least if validity.least > 0.0 => {
            let share = number::whole_percent(validity.least);
            tr!(l, "validity-at-least", share = share)
        }
        Rule::Alike if validity.alike > 0 => {
            tr!(l, "validity-alike-from", count = u32::from(validity.alike))
        }
        Rule::Seconds if validity.seconds > 0.0 => {
            let seconds = number::plain(validity.seconds);
            tr!(l, "validity-seconds-an-item", seconds = seconds)
        }
        Rule::Required if validity.required => tr!(l, "validity-required-all"),
        Rule::Voids if validity.voids.is_empty() => tr!(l, "validity-by-hand"),
        Rule::Voids => {
            let names = validity.voids.iter().map(|it| flag::name(l, *it));
            let names: Vec<String> = names.collect();
            names.join(&tr!(l, "list-comma"))
        }
        _ => tr!(l, "validity-none"),
    }
}

fn bound(l: Language, bound: Bound) -> String {
    match bound {
        Bound::AtLeast => tr!(l, "scoring-at-least"),
        Bound::Above => tr!(l, "scoring-above"),
    }
}
