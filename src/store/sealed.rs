//! What is sealed: every table, the column its rows are named by, and the columns a seal goes over.

/// The table that counts the rows of all others.
pub(super) const TALLY: &str = "tally";

/// What of a table is sealed.
#[derive(Debug)]
pub(super) struct Sealed {
    pub(super) table: &'static str,
    /// The column a row is named by.
    pub(super) key: &'static str,
    /// Everything but the seal itself and bytes that have a hash of their own.
    pub(super) columns: &'static str,
}

const fn sealed(table: &'static str, key: &'static str, columns: &'static str) -> Sealed {
    Sealed {
        table,
        key,
        columns,
    }
}

/// Every table but the log, which is a chain.
pub(super) const TABLES: &[Sealed] = &[
    sealed("counter", "name", "name, next"),
    sealed("workspace", "id", "id, uuid, copy, company, document"),
    sealed("file", "id", "id, sha256, size"),
    sealed("survey", "id", "id, name"),
    sealed(
        "rules",
        "id",
        "id, survey, number, label, effective, frozen, signatures, content",
    ),
    sealed(
        "revision",
        "id",
        "id, survey, number, label, document, effective, parent, rules, frozen, signatures, \
         questionnaire",
    ),
    sealed(
        "customer",
        "id",
        "id, code, name, turnover, key, attributes",
    ),
    sealed(
        "wave",
        "id",
        "id, survey, period, label, revision, opened, withdrawn, choice, closings",
    ),
    sealed("summary", "wave", "wave, subject, n, score, sd, rate"),
    sealed(
        "frame",
        "customer",
        "wave, customer, issued, channel, turnover, key, attributes, collector, excluded",
    ),
    sealed(
        "import",
        "id",
        "id, wave, name, sheet, sha256, file, at, platform, mapping, returns, undone",
    ),
    sealed("label", "id", "id, text"),
    sealed(
        "returns",
        "id",
        "id, wave, import, row, customer, customer_text, respondent, date, channel, collector, \
         void, file, answers, role, seconds, late",
    ),
    sealed("answer_text", "returned", "returned, item, text"),
    sealed(
        "issue",
        "id",
        "id, import, kind, returned, item, sheet, cell, found, expected, settled",
    ),
    sealed(
        "action",
        "id",
        "id, number, survey, title, department, owner, cause, stage, due",
    ),
    sealed(
        "action_step",
        "action",
        "action, position, stage, date, who, note, reopened",
    ),
    sealed(
        "measure",
        "action",
        "action, position, kind, text, owner, due, done",
    ),
    sealed(
        "evidence",
        "action",
        "action, position, wave, subject, score, change, target, returns",
    ),
    sealed("attachment", "id", "id, noun, of, file, name, note, at"),
    sealed(
        "contact",
        "id",
        "id, wave, customer, kind, date, who, how, reached, note",
    ),
    sealed("past", "id", "id, survey, period, content"),
    sealed("kpi", "id", "id, code, content"),
    sealed("tag", "id", "id, survey, name, content"),
    sealed("tagging", "id", "id, wave, returned, item, tag, given"),
    sealed("marking", "id", "id, survey, name, sha256, file, content"),
    sealed(TALLY, "name", "name, count, seals"),
];

/// Every table whose rows are counted: all but the count itself.
pub(super) fn tallied() -> impl Iterator<Item = &'static Sealed> {
    TABLES.iter().filter(|it| it.table != TALLY)
}

/// The sealed columns of a table, in their order.
pub(super) fn columns(table: &str) -> &'static str {
    let known = TABLES.iter().find(|it| it.table == table);
    known.map_or("NULL", |it| it.columns)
}
