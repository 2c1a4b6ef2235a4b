//! Numbers of actions.

use crate::ui::Cx;

/// `CA-2026-04`: the year, and one more than the highest of the year.
pub fn next_number(cx: &Cx<'_>) -> String {
    let prefix = format!("CA-{}-", cx.today.year());
    let numbers = cx.data.actions.iter();
    let highest = numbers
        .filter_map(|action| action.number.strip_prefix(&prefix)?.parse::<u32>().ok())
        .max()
        .unwrap_or(0);
    format!("{prefix}{:02}", highest.saturating_add(1))
}
