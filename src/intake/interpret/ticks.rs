//! Several options ticked in one cell.

use super::written::without_words;
use crate::intake::platform;

/// Between the options of one answer in tables and exports of all kinds.
const SEPARATORS: [char; 7] = [';', '；', '|', '\n', ',', '，', '、'];

/// What may stand between the options of one answer, where no option contains it: the marks of
/// platforms first, for the others are punctuation too.
pub(in crate::intake) fn separators() -> impl Iterator<Item = char> {
    let particular = platform::ALL.iter().flat_map(|it| it.separators);
    particular.copied().chain(SEPARATORS)
}

/// What opens and closes a text that somebody wrote beside a ticked option.
fn beside() -> impl Iterator<Item = [char; 2]> {
    platform::ALL.iter().filter_map(|it| it.beside)
}

/// Label of a ticked option without the text written beside it.
pub(super) fn without_beside(text: &str) -> Option<&str> {
    let mut labels = beside().filter_map(|[opens, _]| text.split_once(opens));
    labels.next().map(|(label, _)| label)
}

/// A text without the places for words in which none stand.
pub(super) fn filled(text: &str) -> String {
    beside().fold(text.to_owned(), |text, [opens, closes]| {
        text.replace(&format!("{opens}{closes}"), "")
    })
}

/// A text without what somebody wrote beside its options.
pub(in crate::intake) fn without_written(text: &str) -> String {
    let mut all = text.to_owned();
    for [opens, closes] in beside() {
        while let Some((before, rest)) = all.split_once(opens) {
            // What is not closed goes on to the end.
            let behind = rest.split_once(closes).map_or("", |(_, behind)| behind);
            all = format!("{before}{behind}");
        }
    }
    let separator = separators().find(|it| all.contains(*it));
    let piece = |text: &str| without_words(text).unwrap_or(text).to_owned();
    match separator {
        Some(separator) => {
            let pieces: Vec<String> = all.split(separator).map(piece).collect();
            pieces.join(separator.encode_utf8(&mut [0; 4]))
        }
        None => piece(&all),
    }
}

/// Cuts at the first kind of separator there is, but not within text beside an option.
pub(super) fn split<'t>(text: &'t str, separators: &[char]) -> impl Iterator<Item = &'t str> {
    let used = separators
        .iter()
        .find(|separator| text.contains(**separator));
    let used = used.copied();
    let mut depth = 0_usize;
    text.split(move |c: char| {
        if beside().any(|[opens, _]| opens == c) {
            depth += 1;
        } else if beside().any(|[_, closes]| closes == c) {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && Some(c) == used
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
}

/// Pieces of one answer that are put together to labels.
const MOST_PIECES: usize = 64;

/// The options of a text whose labels may hold the separator: the pieces between separators, put
/// together to labels, the longest that goes on to the end first.
pub(super) fn joined(
    text: &str,
    separator: char,
    option: impl Fn(&str) -> Option<u8>,
) -> Option<Vec<u8>> {
    let text = text.trim_end_matches([separator, ' ']);
    let ends: Vec<usize> = text.match_indices(separator).map(|(at, _)| at).collect();
    if ends.is_empty() || ends.len() > MOST_PIECES {
        return None;
    }
    let width = separator.len_utf8();
    let starts: Vec<usize> = std::iter::once(0)
        .chain(ends.iter().map(|at| at + width))
        .collect();
    let ends: Vec<usize> = ends.into_iter().chain([text.len()]).collect();
    // What the pieces from each on come to, from the last to the first.
    let mut rest: Vec<Option<Vec<u8>>> = vec![None; starts.len()];
    rest.push(Some(Vec::new()));
    for (at, start) in starts.iter().enumerate().rev() {
        let found = ends
            .iter()
            .enumerate()
            .skip(at)
            .rev()
            .find_map(|(to, end)| {
                let after = rest.get(to + 1)?.as_ref()?;
                let own = option(text.get(*start..*end)?.trim())?;
                Some(std::iter::once(own).chain(after.iter().copied()).collect())
            });
        if let Some(place) = rest.get_mut(at) {
            *place = found;
        }
    }
    rest.into_iter().next().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_beside_an_option_is_none() {
        for (text, left) in [
            ("其他〖钓鱼┋看书〗", "其他"),
            ("运动┋其他〖钓鱼〗┋旅游", "运动┋其他┋旅游"),
            ("其他【请注明】〖没有关上", "其他【请注明】"),
            ("运动", "运动"),
            ("其他：钓鱼", "其他"),
            ("运动┋Other (specify): by boat", "运动┋Other"),
            ("其他(请填写)", "其他(请填写)"),
            ("其他部门：采购", "其他部门：采购"),
            ("地点：其他", "地点：其他"),
        ] {
            assert_eq!(without_written(text), left, "{text}");
        }
    }

    #[test]
    fn labels_may_hold_what_stands_between_them() {
        let labels = ["Fast, cheap", "Fast", "Kind", "cheap, Kind"];
        let option = |text: &str| {
            let at = labels.iter().position(|it| *it == text)?;
            u8::try_from(at).ok()
        };
        assert_eq!(joined("Fast, cheap, Kind", ',', option), Some(vec![0, 2]));
        assert_eq!(joined("Fast, Kind", ',', option), Some(vec![1, 2]));
        assert_eq!(joined("Kind, Fast,", ',', option), Some(vec![2, 1]));
        assert_eq!(joined("Fast, slow", ',', option), None);
        assert_eq!(joined("Fast", ',', option), None);
    }
}
