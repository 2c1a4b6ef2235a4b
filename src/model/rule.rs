//! The rules figures depend on, one by one, and what each of them is usually set to.

use super::{Bound, Flag, IndexRule, Normalisation, NotApplicable, Rules, Weighting};

/// One rule of a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Normalisation,
    Index,
    Weights,
    NotApplicable,
    MinAnswered,
    Target,
    TargetRule,
    BandsRule,
    /// Of validity: what must be answered, and how.
    Least,
    Alike,
    Seconds,
    Required,
    /// What of it makes a return void by itself.
    Voids,
}

impl Rule {
    /// Those that compute before those that judge, and what flags returns last.
    pub const ALL: [Self; 13] = [
        Self::Normalisation,
        Self::Index,
        Self::Weights,
        Self::NotApplicable,
        Self::MinAnswered,
        Self::Target,
        Self::TargetRule,
        Self::BandsRule,
        Self::Least,
        Self::Alike,
        Self::Seconds,
        Self::Required,
        Self::Voids,
    ];

    /// `rules` with each value this one can be given, in the order they are offered; of a number
    /// that is typed, the usual ones.
    pub fn choices(self, rules: &Rules) -> Vec<Rules> {
        match self {
            Self::Normalisation => {
                let all = [Normalisation::OfMaximum, Normalisation::MinMax];
                each(rules, all, |it| &mut it.normalisation)
            }
            Self::Index => {
                let all = [IndexRule::ByDimension, IndexRule::Pooled];
                each(rules, all, |it| &mut it.index)
            }
            Self::Weights => {
                let all = [Weighting::Equal, Weighting::Turnover];
                each(rules, all, |it| &mut it.weights)
            }
            Self::NotApplicable => {
                let all = [NotApplicable::Exclude, NotApplicable::Include];
                each(rules, all, |it| &mut it.na)
            }
            Self::MinAnswered => each(rules, [0.0, 0.5, 0.8, 1.0], |it| &mut it.min_answered),
            Self::Target => each(rules, [75.0, 80.0, 85.0, 90.0, 95.0], |it| &mut it.target),
            Self::TargetRule => each(rules, BOUNDS, |it| &mut it.target_rule),
            Self::BandsRule => each(rules, BOUNDS, |it| &mut it.bands_rule),
            Self::Least => {
                let all = [0.0, 0.3, 0.5, 0.8, 1.0];
                each(rules, all, |it| &mut it.validity.least)
            }
            Self::Alike => each(rules, [0, 5, 8, 10, 15], |it| &mut it.validity.alike),
            Self::Seconds => {
                let all = [0.0, 1.0, 2.0, 3.0, 5.0];
                each(rules, all, |it| &mut it.validity.seconds)
            }
            Self::Required => each(rules, [false, true], |it| &mut it.validity.required),
            Self::Voids => {
                let all = [
                    vec![],
                    vec![Flag::TooFew],
                    vec![Flag::TooFew, Flag::TooFast],
                    Flag::ALL.to_vec(),
                ];
                each(rules, all, |it| &mut it.validity.voids)
            }
        }
    }
}

const BOUNDS: [Bound; 2] = [Bound::AtLeast, Bound::Above];

fn each<T>(
    rules: &Rules,
    values: impl IntoIterator<Item = T>,
    field: fn(&mut Rules) -> &mut T,
) -> Vec<Rules> {
    let with = |value| {
        let mut rules = rules.clone();
        *field(&mut rules) = value;
        rules
    };
    values.into_iter().map(with).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_rules_are_among_the_choices_of_each_and_no_two_are_alike() {
        let usual = Rules::default();
        for rule in Rule::ALL {
            let choices = rule.choices(&usual);
            assert!(choices.contains(&usual), "{rule:?}");
            let same = |it: &Rules| choices.iter().filter(|other| *other == it).count();
            assert!(choices.iter().all(|it| same(it) == 1), "{rule:?}");
        }
    }
}
