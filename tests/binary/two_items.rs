//! A workspace that asks two items, for files that come more than once.

use super::{Desk, workbook};

/// A workspace that asks two items.
pub fn workspace(desk: &Desk) {
    let sheets = [
        ("Survey", "key|value\ntitle|Survey"),
        ("Dimensions", "code|name\nQU|Quality"),
        (
            "Items",
            "code|text|dimension|kind|scale\nQ1|Parts|QU|rating|S\nQ2|Delivery|QU|rating|S",
        ),
        (
            "Scales",
            "scale|label|score|satisfied\nS|good|2|yes\nS|bad|1|no",
        ),
    ];
    let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
    workbook::write(&desk.path("definition.xlsx"), &sheets);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
}

/// Returns of 2026H1 that count.
pub fn valid(desk: &Desk) -> u64 {
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    scores["ledger"]["valid"].as_u64().unwrap()
}
