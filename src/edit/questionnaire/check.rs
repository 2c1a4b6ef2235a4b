//! What to look at before a questionnaire is signed.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Bound, IndexRule, Item, LineageId, Normalisation, Questionnaire, is_reserved_code,
};

/// One thing that looks wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// Nothing is asked.
    NoItems,
    /// Nothing is scored: there will be no index.
    NothingScored,
    /// Several items or dimensions share a code.
    DuplicateCode(String),
    /// A code that means something else where scores are asked for by code.
    ReservedCode(String),
    /// An item with the words of an earlier one: nothing tells their columns apart.
    SameText(LineageId),
    /// An item placed between its lowest and highest score, which are one.
    EqualScores(LineageId),
    /// Two bands of one name.
    SameBand(String),
    /// An item without words.
    NoText(LineageId),
    /// An item that is answered by options has none.
    NoScale(LineageId),
    /// No option of a scored item counts as satisfied: its rate is undefined.
    NoSatisfied(LineageId),
    /// Two options of one item read the same.
    SameOption(LineageId, String),
    /// A scored item outside the tree while the index goes by dimension.
    OutsideTree(LineageId),
    /// A dimension in which nothing is scored.
    EmptyDimension(String),
    /// The bands leave this score without a name.
    NoBand(f64),
    /// Bands are not from highest to lowest.
    BandOrder,
}

/// Everything that looks wrong, in the order of the form.
pub fn checks(all: &Questionnaire) -> Vec<Check> {
    let mut found = Vec::new();
    if all.items.is_empty() {
        found.push(Check::NoItems);
    } else if !all.items.iter().any(|item| item.scored) {
        found.push(Check::NothingScored);
    }
    found.extend(duplicates(all).into_iter().map(Check::DuplicateCode));
    let codes = all.items.iter().map(|it| &it.code);
    let codes = codes.chain(all.dimensions.iter().map(|it| &it.code));
    let reserved = codes.filter(|code| is_reserved_code(code));
    found.extend(reserved.cloned().map(Check::ReservedCode));
    let mut texts = BTreeSet::new();
    for item in &all.items {
        of_item(all, item, &mut found);
        let text = item.text.trim();
        if !text.is_empty() && !texts.insert(text) {
            found.push(Check::SameText(item.lineage));
        }
    }
    for dimension in &all.dimensions {
        if !holds_scored(all, &dimension.code) {
            found.push(Check::EmptyDimension(dimension.code.clone()));
        }
    }
    of_bands(all, &mut found);
    found
}

fn duplicates(all: &Questionnaire) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let items = all.items.iter().map(|item| item.code.as_str());
    let dimensions = all.dimensions.iter().map(|it| it.code.as_str());
    for code in items.chain(dimensions) {
        *seen.entry(code).or_default() += 1;
    }
    let twice = seen.into_iter().filter(|(_, count)| *count > 1);
    twice.map(|(code, _)| code.to_owned()).collect()
}

fn of_item(all: &Questionnaire, item: &Item, found: &mut Vec<Check>) {
    if item.text.trim().is_empty() {
        found.push(Check::NoText(item.lineage));
    }
    if item.kind.has_scale() {
        let options = item.scale.as_ref().map_or(&[][..], |scale| &scale.options);
        if options.is_empty() {
            found.push(Check::NoScale(item.lineage));
        }
        let mut labels: Vec<&str> = options.iter().map(|it| it.label.trim()).collect();
        labels.sort_unstable();
        if let Some(pair) = labels.windows(2).find(|pair| pair[0] == pair[1]) {
            found.push(Check::SameOption(item.lineage, pair[0].to_owned()));
        }
        let satisfied = item.scale.as_ref().is_some_and(|it| it.has_satisfied());
        if item.scored && !options.is_empty() && !satisfied {
            found.push(Check::NoSatisfied(item.lineage));
        }
    }
    let by_range = all.rules.normalisation == Normalisation::MinMax;
    let range = item
        .scale
        .as_ref()
        .and_then(|it| Some((it.min()?, it.max()?)));
    if item.scored && by_range && range.is_some_and(|(low, high)| low >= high) {
        found.push(Check::EqualScores(item.lineage));
    }
    let by_dimension = all.rules.index == IndexRule::ByDimension;
    if item.scored && item.dimension.is_none() && by_dimension {
        found.push(Check::OutsideTree(item.lineage));
    }
}

fn holds_scored(all: &Questionnaire, code: &str) -> bool {
    let own = all.items_in(Some(code)).any(|item| item.scored);
    own || all
        .children(Some(code))
        .any(|below| all.items_in(Some(&below.code)).any(|item| item.scored))
}

fn of_bands(all: &Questionnaire, found: &mut Vec<Check>) {
    let rules = &all.rules;
    let ordered = rules
        .bands
        .windows(2)
        .all(|pair| pair[0].from > pair[1].from);
    let mut names = BTreeSet::new();
    let again = rules.bands.iter().find(|band| !names.insert(&band.name));
    found.extend(again.map(|band| Check::SameBand(band.name.clone())));
    if !ordered {
        found.push(Check::BandOrder);
    }
    if rules.bands_rule == Bound::Above {
        // "Over 90" leaves exactly 90 to the band below, and the lowest bound to none.
        let lowest = rules.bands.last().map(|band| band.from);
        found.extend(lowest.filter(|from| *from >= 0.0).map(Check::NoBand));
    } else if rules.bands.last().is_none_or(|band| band.from > 0.0) {
        found.push(Check::NoBand(0.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Band, Dimension, ItemKind, Origin, Rules, Scale, ScaleOption};

    fn item(code: &str) -> Item {
        Item {
            lineage: LineageId(code.len() as i64),
            origin: Origin::New,
            from: Vec::new(),
            code: code.to_owned(),
            text: code.to_owned(),
            dimension: Some("D".to_owned()),
            kind: ItemKind::Rating,
            scale: Some(Scale::default()),
            scored: true,
            weight: 1.0,
            required: false,
            segment: false,
            importance_of: None,
            aliases: Vec::new(),
        }
    }

    #[test]
    fn finds_what_looks_wrong() {
        assert_eq!(checks(&Questionnaire::default()), [Check::NoItems]);
        let dimension = Dimension {
            code: "D".to_owned(),
            name: String::new(),
            parent: None,
            weight: 1.0,
        };
        let all = Questionnaire {
            dimensions: vec![dimension],
            items: vec![item("a"), item("a")],
            ..Questionnaire::default()
        };
        let no_scale = Check::NoScale(LineageId(1));
        assert_eq!(
            checks(&all),
            [
                Check::DuplicateCode("a".to_owned()),
                no_scale.clone(),
                no_scale,
                Check::SameText(LineageId(1))
            ]
        );
    }

    #[test]
    fn codes_and_scales_that_a_workbook_may_not_have_are_said_here_too() {
        let mut reserved = item("Index");
        let option = |label: &str| ScaleOption {
            label: label.to_owned(),
            score: Some(3.0),
            satisfied: true,
            aliases: Vec::new(),
        };
        reserved.scale = Some(Scale {
            order_assumed: false,
            name: String::new(),
            options: vec![option("yes"), option("no")],
        });
        let band = |from| Band {
            from,
            name: "good".to_owned(),
        };
        let all = Questionnaire {
            items: vec![reserved],
            rules: Rules {
                normalisation: Normalisation::MinMax,
                bands: vec![band(80.0), band(0.0)],
                ..Rules::default()
            },
            ..Questionnaire::default()
        };
        let found = checks(&all);
        for check in [
            Check::ReservedCode("Index".to_owned()),
            Check::EqualScores(LineageId(5)),
            Check::SameBand("good".to_owned()),
        ] {
            assert!(found.contains(&check), "{check:?} in {found:?}");
        }
    }

    #[test]
    fn an_exclusive_bound_leaves_its_value_without_a_band() {
        let all = Questionnaire {
            rules: Rules {
                bands_rule: Bound::Above,
                ..Rules::default()
            },
            ..Questionnaire::default()
        };
        assert!(checks(&all).contains(&Check::NoBand(0.0)));
    }
}
