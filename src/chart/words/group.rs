//! Groups side by side in words. Never more than the test: where all together are not apart, nothing
//! is said of any two, and where they are not told apart they are not called the same.

use super::value_name;
use crate::analysis::{FEW, GroupLine, GroupPair, GroupTest, Groups, LEVEL, SegmentKey};
use crate::i18n::{Language, number};
use crate::tr;

/// What can be said of all groups of a line together.
pub fn group_test(line: &GroupLine, language: Language) -> String {
    let chance = |p: f64| number::chance(p, LEVEL);
    match line.test {
        GroupTest::Tested(test) if !line.test.differs() => {
            tr!(language, "group-unsure", p = chance(test.p_adjusted))
        }
        GroupTest::Tested(test) if line.pairs.is_empty() => {
            tr!(
                language,
                "group-differ-somewhere",
                p = chance(test.p_adjusted)
            )
        }
        GroupTest::Tested(test) => tr!(language, "group-differ", p = chance(test.p_adjusted)),
        GroupTest::TooFew => tr!(language, "group-too-few"),
        GroupTest::Overlapping => tr!(language, "group-overlapping"),
        GroupTest::NoSpread => tr!(language, "group-no-spread"),
    }
}

/// Which groups the one at the place is below by more than chance; empty where there are none.
pub fn group_below(groups: &Groups, line: &GroupLine, at: usize, language: Language) -> String {
    match above(groups, line, at, language) {
        Some(names) => tr!(language, "group-below", names = names),
        None => String::new(),
    }
}

/// The same of the group that is furthest below another one; `None` where no two are apart.
pub fn group_apart(groups: &Groups, line: &GroupLine, language: Language) -> Option<String> {
    let low = line.pairs.first()?.low;
    let names = above(groups, line, low, language)?;
    let low = value_name(&groups.key, &groups.groups.get(low)?.value, language);
    Some(tr!(language, "group-apart", low = low, names = names))
}

fn above(groups: &Groups, line: &GroupLine, at: usize, language: Language) -> Option<String> {
    let below = line.pairs.iter().filter(|it| it.low == at);
    let name = |pair: &GroupPair| {
        let value = groups.groups.get(pair.high).map_or("", |it| &it.value);
        let name = value_name(&groups.key, value, language);
        // A proven difference is never written as 0.0.
        let short = number::decimals(pair.difference, 1);
        let points = match short.as_str() {
            "0.0" => number::worth(pair.difference),
            _ => short,
        };
        tr!(language, "group-by", name = name, points = points)
    };
    let names: Vec<String> = below.map(name).collect();
    (!names.is_empty()).then(|| names.join(&tr!(language, "list-comma")))
}

/// Why so many returns have no score.
pub fn few_returns(n: usize, language: Language) -> String {
    match n < FEW {
        true => tr!(language, "scores-few", n = n),
        false => tr!(language, "scores-hidden", n = n),
    }
}

/// Why some groups have no figures, and what can be done about it; `None` where all have some.
pub fn hidden_groups(groups: &Groups, language: Language) -> Option<String> {
    let mut figures = groups.lines.iter().flat_map(|it| &it.figures);
    if !figures.any(|it| it.n > 0 && it.few()) {
        return None;
    }
    let hidden = tr!(language, "group-hidden");
    let unassigned = groups.groups.iter().any(|it| it.value == SegmentKey::NONE);
    let next = match unassigned && !groups.key.of_returns() {
        true => tr!(language, "group-hidden-next"),
        false => return Some(hidden),
    };
    Some(format!("{hidden}{}{next}", tr!(language, "sentence-space")))
}
