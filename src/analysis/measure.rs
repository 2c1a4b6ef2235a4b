//! An older wave by newer rules: so that a change of rules is not read as a change of customers.

use crate::model::{Item, Questionnaire, Rules, Scale};

/// A rule that makes scores of two waves differ by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleField {
    Normalisation,
    Index,
    NotApplicable,
    MinAnswered,
    /// Returns by turnover or equally.
    Weights,
    /// Of items and dimensions among each other.
    Shares,
    /// Scores and satisfied flags of options.
    Options,
}

/// The rules of computing that differ; target and bands only judge.
pub fn rules_changed(from: &Rules, to: &Rules) -> Vec<RuleField> {
    let mut fields = Vec::new();
    let mut note = |differs: bool, field| {
        if differs {
            fields.push(field);
        }
    };
    note(
        from.normalisation != to.normalisation,
        RuleField::Normalisation,
    );
    note(from.index != to.index, RuleField::Index);
    note(from.na != to.na, RuleField::NotApplicable);
    note(
        (from.min_answered - to.min_answered).abs() > 1e-9,
        RuleField::MinAnswered,
    );
    note(from.weights != to.weights, RuleField::Weights);
    fields
}

/// The older questionnaire scored like the newer one as far as its answers allow, and what of
/// its rules that changes. Target and bands stay, since they only judge; so does where items
/// belong, which is wording. `None` where nothing differs.
pub fn restated(
    older: &Questionnaire,
    newer: &Questionnaire,
) -> Option<(Questionnaire, Vec<RuleField>)> {
    let mut changed = rules_changed(&older.rules, &newer.rules);
    let mut made = older.clone();
    made.rules = Rules {
        target: older.rules.target,
        target_rule: older.rules.target_rule,
        bands: older.rules.bands.clone(),
        bands_rule: older.rules.bands_rule,
        ..newer.rules.clone()
    };
    let mut note = |field: RuleField| {
        if !changed.contains(&field) {
            changed.push(field);
        }
    };
    for dimension in &mut made.dimensions {
        if let Some(known) = newer.dimension(&dimension.code)
            && differs(dimension.weight, known.weight)
        {
            dimension.weight = known.weight;
            note(RuleField::Shares);
        }
    }
    for item in &mut made.items {
        let Some(known) = newer.item_of(item.lineage) else {
            continue;
        };
        if differs(item.weight, known.weight) {
            item.weight = known.weight;
            note(RuleField::Shares);
        }
        if let (Some(scale), Some(wanted)) = (&item.scale, &known.scale)
            && let Some(scale) = aligned(scale, wanted)
            && !judged_alike(item.scale.as_ref(), &scale)
        {
            item.scale = Some(scale);
            note(RuleField::Options);
        }
    }
    (!changed.is_empty()).then_some((made, changed))
}

/// Whether an item offers other answers than it did, so that those given before cannot be read
/// by its scale now.
pub(super) fn offers_others(older: &Item, newer: &Item) -> bool {
    match (&older.scale, &newer.scale) {
        (Some(older), Some(newer)) => aligned(older, newer).is_none(),
        (None, None) => older.kind != newer.kind,
        (Some(_), None) | (None, Some(_)) => true,
    }
}

fn differs(one: f64, other: f64) -> bool {
    (one - other).abs() > 1e-9
}

/// The older options with the scores and flags of the newer ones: by their labels where all are
/// known, else by their places where there are as many.
fn aligned(older: &Scale, newer: &Scale) -> Option<Scale> {
    let labelled = |label: &str| newer.options.iter().find(|it| it.label == label);
    let all = older.options.iter().all(|it| labelled(&it.label).is_some());
    if !all && older.options.len() != newer.options.len() {
        return None;
    }
    let mut made = older.clone();
    for (at, option) in made.options.iter_mut().enumerate() {
        let wanted = match all {
            true => labelled(&option.label),
            false => newer.options.get(at),
        };
        if let Some(wanted) = wanted {
            (option.score, option.satisfied) = (wanted.score, wanted.satisfied);
        }
    }
    // Answers that end elsewhere would be percents of something else.
    let ends = |scale: &Scale| (scale.min(), scale.max());
    (ends(&made) == ends(newer)).then_some(made)
}

fn judged_alike(older: Option<&Scale>, newer: &Scale) -> bool {
    let options = older.into_iter().flat_map(|it| &it.options);
    let mut both = options.zip(&newer.options);
    both.all(|(one, other)| one.score == other.score && one.satisfied == other.satisfied)
}

#[cfg(test)]
mod tests {
    use super::super::example::{scale, two_dimensions};
    use super::*;
    use crate::model::Normalisation;

    #[test]
    fn an_older_wave_is_scored_like_the_newer_one_but_keeps_its_target() {
        let older = two_dimensions();
        assert_eq!(restated(&older, &older.clone()), None);
        let mut newer = older.clone();
        newer.rules.normalisation = Normalisation::MinMax;
        newer.rules.target = 90.0;
        newer.items[0].weight = 3.0;
        newer.dimensions[1].weight = 0.7;
        newer.items[1].scale = Some(scale(&[5.0, 4.0, 3.0, 2.0, 1.0], 3));
        let (made, changed) = restated(&older, &newer).unwrap();
        let told = [
            RuleField::Normalisation,
            RuleField::Shares,
            RuleField::Options,
        ];
        assert_eq!(changed, told);
        assert_eq!(made.rules.normalisation, Normalisation::MinMax);
        assert!((made.rules.target - 85.0).abs() < 1e-12);
        assert_eq!(made.items[0].weight, 3.0);
        assert!(made.items[1].scale.as_ref().unwrap().options[2].satisfied);
    }

    #[test]
    fn other_options_cannot_be_restated() {
        let older = two_dimensions();
        let mut newer = older.clone();
        newer.items[0].scale = Some(scale(&[10.0, 8.0, 6.0, 4.0, 2.0, 0.0], 2));
        assert!(offers_others(&older.items[0], &newer.items[0]));
        assert!(!offers_others(&older.items[1], &newer.items[1]));
        assert_eq!(
            restated(&older, &newer),
            None,
            "what cannot is left as it was"
        );
        // The same labels in another order are the same options.
        let mut turned = older.clone();
        turned.items[0].scale.as_mut().unwrap().options.reverse();
        assert!(!offers_others(&older.items[0], &turned.items[0]));
        assert_eq!(restated(&older, &turned), None);
    }
}
