//! Several options in one cell: what stands between them, and which they are.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::intake::interpret::separators;
use crate::intake::normal::folded;
use crate::intake::platform::Platform;

/// Options of one question.
const MOST: usize = 60;
/// Share of the ticks that must be of options which were ticked more than once.
const AGAIN: f64 = 0.85;

/// The options, the most chosen first, if the cells hold several of a few; `labels` are the
/// distinct cells with how often each stands there.
pub(super) fn options(labels: &[(String, u32)], platform: &Platform) -> Option<Vec<String>> {
    let used = |separator: &char| labels.iter().any(|(it, _)| it.contains(*separator));
    let separator = separators().find(used)?;
    let certain = platform.separators.contains(&separator);
    let cells: Vec<(Vec<&str>, u32)> = labels
        .iter()
        .map(|(it, count)| (parts(it, separator), *count))
        .collect();
    let joined = joined(&cells, separator);
    let several = joined.iter().any(|(parts, _)| parts.len() > 1);
    if !several || !(certain || recombined(&joined)) {
        return None;
    }
    let mut counts: FxHashMap<String, (String, u32)> = FxHashMap::default();
    for (part, count) in joined
        .iter()
        .flat_map(|(parts, count)| parts.iter().map(move |part| (part, *count)))
    {
        let entry = counts.entry(folded(part)).or_insert((part.clone(), 0));
        entry.1 = entry.1.saturating_add(count);
    }
    let mut options: Vec<(String, u32)> = counts.into_values().collect();
    let all: u32 = options.iter().map(|(_, count)| count).sum();
    let again: u32 = options
        .iter()
        .map(|(_, count)| *count)
        .filter(|it| *it > 1)
        .sum();
    if !certain && f64::from(again) < AGAIN * f64::from(all) {
        return None;
    }
    if options.len() > MOST {
        options.retain(|(_, count)| *count > 1);
    }
    options.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    (options.len() <= MOST).then(|| options.into_iter().map(|(label, _)| label).collect())
}

fn parts(text: &str, separator: char) -> Vec<&str> {
    let parts = text.split(separator).map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}

/// Each cell with what only ever stands side by side put together again: an option that holds
/// the separator itself.
fn joined(cells: &[(Vec<&str>, u32)], separator: char) -> Vec<(Vec<String>, u32)> {
    let mut next: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    let mut before: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    for (parts, _) in cells {
        for (at, part) in parts.iter().enumerate() {
            let behind = parts.get(at + 1).copied().unwrap_or_default();
            let ahead = at.checked_sub(1).and_then(|it| parts.get(it)).copied();
            next.entry(part).or_default().insert(behind);
            before
                .entry(part)
                .or_default()
                .insert(ahead.unwrap_or_default());
        }
    }
    let only = |of: &FxHashMap<&str, FxHashSet<&str>>, one: &str, other: &str| {
        of.get(one)
            .is_some_and(|it| it.len() == 1 && it.contains(other))
    };
    let several = cells.len() > 2;
    let put = |parts: &Vec<&str>| {
        let mut all: Vec<String> = Vec::new();
        let mut last = "";
        for part in parts {
            let together =
                several && !last.is_empty() && only(&next, last, part) && only(&before, part, last);
            match all.last_mut().filter(|_| together) {
                Some(whole) => *whole = format!("{whole}{separator} {part}"),
                None => all.push((*part).to_owned()),
            }
            last = part;
        }
        all
    };
    cells
        .iter()
        .map(|(parts, count)| (put(parts), *count))
        .collect()
}

/// Whether what stands together in one cell stands otherwise in another.
fn recombined(cells: &[(Vec<String>, u32)]) -> bool {
    let distinct: FxHashSet<&String> = cells.iter().flat_map(|(parts, _)| parts).collect();
    let together = |part: &String| {
        let mut cells = cells.iter().filter(|(parts, _)| parts.len() > 1);
        cells.any(|(parts, _)| parts.contains(part))
    };
    let mut alone = cells
        .iter()
        .filter_map(|(parts, _)| match parts.as_slice() {
            [only] => Some(only),
            _ => None,
        });
    distinct.len() < cells.len() || alone.any(together)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::platform::PLAIN;

    fn found(cells: &[&str]) -> Option<Vec<String>> {
        let labels: Vec<(String, u32)> = cells.iter().map(|it| ((*it).to_owned(), 2)).collect();
        options(&labels, &PLAIN).map(|mut options| {
            options.sort();
            options
        })
    }

    #[test]
    fn options_are_what_stands_between_separators() {
        let cells = ["价格;质量", "质量", "质量;服务", "服务"];
        assert_eq!(found(&cells).unwrap(), ["价格", "服务", "质量"]);
    }

    #[test]
    fn an_option_may_hold_the_separator() {
        let cells = ["Fast, cheap", "Fast, cheap, Kind", "Kind", "Kind, Near"];
        assert_eq!(found(&cells).unwrap(), ["Fast, cheap", "Kind", "Near"]);
    }

    #[test]
    fn sentences_with_commas_are_no_options() {
        for cells in [
            &["All the time, even asleep", "Never", "Often"][..],
            &["first, second", "third, fourth", "fifth, sixth"],
        ] {
            assert_eq!(found(cells), None, "{cells:?}");
        }
    }
}
