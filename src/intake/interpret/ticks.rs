//! Several options ticked in one cell.

/// Between the options of one answer, where no option contains it.
pub(super) const SEPARATORS: [char; 8] = ['┋', ';', '；', '|', '\n', ',', '，', '、'];
/// Text beside a ticked option in exports of 问卷星.
const BESIDE: [char; 2] = ['〖', '〗'];

/// Label of a ticked option without the text written beside it.
pub(super) fn without_beside(text: &str) -> Option<&str> {
    text.split_once(BESIDE[0]).map(|(label, _)| label)
}

/// Cuts at the first kind of separator there is, but not within text beside an option.
pub(super) fn split<'t>(text: &'t str, separators: &[char]) -> impl Iterator<Item = &'t str> {
    let used = separators
        .iter()
        .find(|separator| text.contains(**separator));
    let used = used.copied();
    let mut depth = 0_usize;
    text.split(move |c: char| {
        if c == BESIDE[0] {
            depth += 1;
        } else if c == BESIDE[1] {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && Some(c) == used
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
}
