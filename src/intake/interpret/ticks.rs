//! Several options ticked in one cell.

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
