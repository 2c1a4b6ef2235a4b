//! Which item a column heading names.
//!
//! A heading that is exactly a code, text or alias comes first; then width, white space and
//! case do not matter, then numbers in front (`3、`, `Q3.`), then the question above the lines
//! of a matrix (`17、题干—子项`, followed by `17、子项`). An item that was named more exactly is
//! not named again by a vaguer heading, and a vague heading whose number or question
//! contradicts the item's names nothing.

mod bilingual;
mod codes;
mod front;
mod parts;
mod spoken;
mod worn;

use rustc_hash::{FxHashMap, FxHashSet};

use self::codes::Codes;
pub(in crate::intake) use self::codes::other_code;
pub(in crate::intake) use self::parts::DASH;
use self::parts::Parts;
pub(in crate::intake) use self::spoken::{Spoken, in_order, said};
pub(in crate::intake) use self::worn::{is_hint, without_hints, without_line_code};
use super::normal::folded;
use crate::model::Item;

/// What a heading names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Nothing,
    /// Position of the item.
    Item(usize),
    /// Several items equally well.
    Several(Vec<usize>),
}

/// From exact to vague.
const TIERS: [fn(&Parts) -> Vec<String>; 5] = [
    |parts| vec![parts.exact.clone()],
    |parts| vec![parts.whole.clone()],
    |parts| {
        parts
            .numbered()
            .into_iter()
            .chain(parts.numbered_line())
            .collect()
    },
    |parts| vec![parts.numberless()],
    |parts| vec![parts.line.clone()],
];
/// From this tier on a heading must not contradict the item.
const VAGUE: usize = 4;

/// What each heading names. `headings` are title and group of each column, in their order. What
/// names nothing as it stands is looked at without what it [wears](worn), and last by the
/// [code](codes) in front of it or behind it.
pub(super) fn named(headings: &[(&str, &str)], items: &[Item]) -> Vec<Named> {
    named_by(headings, items, false)
}

/// The same; `platform` says that one wrote them, whose lines of grids stand behind their
/// question for certain.
pub(super) fn named_by(headings: &[(&str, &str)], items: &[Item], platform: bool) -> Vec<Named> {
    let names: Vec<(usize, Parts)> = items
        .iter()
        .enumerate()
        .flat_map(|(at, item)| names(item).map(move |name| (at, Parts::of(name))))
        .collect();
    let mut found = vec![Named::Nothing; headings.len()];
    let mut taken = FxHashSet::default();
    look(&columns(headings), &names, &mut found, &mut taken);
    let known = Codes::of(items);
    let bare = bare(headings, &known, &names, platform);
    look(&unnamed(&found, bare), &names, &mut found, &mut taken);
    let halves = bilingual::halves(headings).into_iter();
    let halves = halves.map(|it| it.into_iter().flatten().map(Parts::of).collect());
    look(
        &unnamed(&found, halves.collect()),
        &names,
        &mut found,
        &mut taken,
    );
    let code = |(title, _): &(&str, &str)| -> Vec<Parts> {
        let codes = known.alone(title);
        codes.iter().map(|it| Parts::of(it)).collect()
    };
    let codes = unnamed(&found, headings.iter().map(code).collect());
    let coded: Vec<bool> = codes.iter().map(|ways| !ways.is_empty()).collect();
    look(&codes, &names, &mut found, &mut taken);
    for ((found, coded), (title, _)) in found.iter_mut().zip(coded).zip(headings) {
        if coded && speaks_of_another(title, found, items) {
            *found = Named::Nothing;
        }
    }
    found
}

/// The ways of the columns that name nothing yet.
fn unnamed(found: &[Named], ways: Vec<Vec<Parts>>) -> Vec<Vec<Parts>> {
    let all = found.iter().zip(ways);
    all.map(|(found, ways)| match found {
        Named::Nothing => ways,
        Named::Item(_) | Named::Several(_) => Vec::new(),
    })
    .collect()
}

/// Each heading without what it wears. In a person's table it is the line of a grid only where
/// another one is a line of the same; and only where the question does not ask about something else than satisfaction.
fn bare(
    headings: &[(&str, &str)],
    codes: &Codes<'_>,
    names: &[(usize, Parts)],
    platform: bool,
) -> Vec<Vec<Parts>> {
    let ways = headings.iter().map(|(title, _)| {
        let mut ways = worn::taken_off(title);
        if let Some((rest, _)) = codes.behind(title) {
            ways.push(rest.to_owned());
            ways.extend(worn::taken_off(rest));
        }
        let ways = ways.iter().map(|way| Parts::of(way));
        ways.filter(|parts| !parts.is_option_of(names)).collect()
    });
    let mut all: Vec<Vec<Parts>> = ways.collect();
    let mut lines: FxHashMap<String, usize> = FxHashMap::default();
    for question in all.iter().flatten().filter_map(|it| it.question.clone()) {
        *lines.entry(question).or_default() += 1;
    }
    let together = |question: &String| {
        let several = lines.get(question).is_some_and(|lines| *lines > 1);
        (several || platform) && !parts::ELSEWHERE.iter().any(|word| question.contains(word))
    };
    for ways in &mut all {
        ways.retain(|it| it.question.as_ref().is_none_or(together));
    }
    all
}

/// Whether a heading known by its code alone has the text of another item in it and not its own.
fn speaks_of_another(title: &str, found: &Named, items: &[Item]) -> bool {
    let Named::Item(at) = found else { return false };
    let title = folded(title);
    let holds = |item: &Item| {
        let text = folded(&item.text);
        text.chars().count() > 1 && title.contains(&text)
    };
    let others = items.iter().enumerate().filter(|(other, _)| other != at);
    let mut others = others.map(|(_, item)| item);
    !items.get(*at).is_some_and(holds) && others.any(holds)
}

/// Looks for the items of columns that name nothing yet, each in the ways it can be meant, from
/// exact to vague.
fn look(
    columns: &[Vec<Parts>],
    names: &[(usize, Parts)],
    found: &mut [Named],
    taken: &mut FxHashSet<usize>,
) {
    for (tier, forms) in TIERS.iter().enumerate() {
        let mut index: FxHashMap<String, Vec<&(usize, Parts)>> = FxHashMap::default();
        for name in names {
            for form in forms(&name.1).into_iter().filter(|form| !form.is_empty()) {
                index.entry(form).or_default().push(name);
            }
        }
        let mut now_taken = Vec::new();
        for (column, found) in columns.iter().zip(&mut *found) {
            if *found != Named::Nothing {
                continue;
            }
            let mut fits: Vec<usize> = column
                .iter()
                .flat_map(|parts| forms(parts).into_iter().map(move |form| (parts, form)))
                .filter_map(|(parts, form)| Some((parts, index.get(&form)?)))
                .flat_map(|(parts, names)| names.iter().map(move |(at, name)| (parts, at, name)))
                .filter(|(parts, _, name)| tier < VAGUE || parts.agrees(name))
                .map(|(_, at, _)| *at)
                .collect();
            fits.sort_unstable();
            fits.dedup();
            *found = match *fits.as_slice() {
                _ if fits.iter().all(|item| taken.contains(item)) => continue,
                [item] => {
                    now_taken.push(item);
                    Named::Item(item)
                }
                _ => Named::Several(fits),
            };
        }
        taken.extend(now_taken);
    }
}

impl Parts {
    /// Whether the question is itself an item: then what follows it is one of its options.
    fn is_option_of(&self, names: &[(usize, Self)]) -> bool {
        let question = self.question.as_deref();
        question.is_some_and(|asked| {
            let mut names = names.iter().map(|(_, name)| name);
            names.any(|name| name.whole == asked || name.numberless() == asked)
        })
    }
}

fn names(item: &Item) -> impl Iterator<Item = &str> {
    let own = [item.code.as_str(), item.text.as_str()];
    own.into_iter()
        .chain(item.aliases.iter().map(String::as_str))
}

/// Each heading in the ways it can be meant: as it stands, below its group, and as a line of
/// the matrix whose question only its first line carries.
fn columns(headings: &[(&str, &str)]) -> Vec<Vec<Parts>> {
    let mut questions: FxHashMap<String, String> = FxHashMap::default();
    headings
        .iter()
        .map(|(title, group)| {
            let own = Parts::of(title);
            let mut ways = vec![own.clone()];
            if let (Some(number), Some(question)) = (&own.number, &own.question) {
                questions.insert(number.clone(), question.clone());
            } else if let Some(question) = own.number.as_ref().and_then(|n| questions.get(n)) {
                ways = vec![Parts {
                    question: Some(question.clone()),
                    ..own.clone()
                }];
            }
            if !group.is_empty() {
                ways.push(Parts::of(&format!("{group}{DASH}{title}")));
            }
            ways
        })
        .collect()
}

/// The number in front of a heading.
pub(super) fn number_of(heading: &str) -> Option<String> {
    Parts::of(heading).number
}

/// The number of a question a heading is nothing else than: `第6题`, `Q6`, `6`.
pub(super) fn number_alone(heading: &str) -> Option<String> {
    let heading = folded(heading);
    let bare = heading
        .strip_prefix('第')
        .and_then(|it| it.strip_suffix('题'));
    let bare = bare
        .or_else(|| heading.strip_prefix('q'))
        .unwrap_or(&heading);
    let digits = !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|it| it.is_ascii_digit());
    digits.then(|| bare.trim_start_matches('0').to_owned())
}

/// A heading as field headings are compared: folded, without hints, number and colon.
pub fn plain(heading: &str) -> String {
    Parts::of(worn::without_hints(heading)).numberless()
}

#[cfg(test)]
mod tests;
