//! Rung 4: the tables that grew are sealed anew.

use rusqlite::Connection;
use serde_json::Value;

use crate::store::StoreError;
use crate::store::tally::{self, Tally};

/// What was sealed of them before.
const BEFORE: [(&str, &str); 3] = [
    (
        "wave",
        "id, survey, period, label, revision, opened, withdrawn",
    ),
    (
        "frame",
        "wave, customer, issued, channel, turnover, key, attributes",
    ),
    (
        "returns",
        "id, wave, import, row, customer, customer_text, respondent, date, channel, collector, \
         void, file, answers",
    ),
];

/// Lets go of the seals that hold, so that the end of the ladder puts them over the new columns
/// too. A row that changed keeps its broken one and is found as before.
pub(in crate::store) fn fill(db: &Connection) -> Result<Vec<Value>, StoreError> {
    for (table, columns) in BEFORE {
        let holds = format!("seal = seal('{table}', {columns})");
        let held = tally::returned(db, &format!("SELECT seal FROM {table} WHERE {holds}"), [])?;
        if held == Tally::default() {
            continue;
        }
        db.execute(&format!("UPDATE {table} SET seal = 0 WHERE {holds}"), [])?;
        tally::change(db, table, held, Tally::default())?;
    }
    Ok(Vec::new())
}
