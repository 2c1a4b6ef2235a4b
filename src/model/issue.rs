//! The review list: what an import could not settle by itself, and what was put right since.

use jiff::civil::Date;

use super::{Customer, Import, ImportId, IssueId, LineageId, PAGE, Return, ReturnId, WaveId};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IssueKind {
    /// The cell of an item or field says something no rule can read.
    UnreadableCell,
    /// A required item was left blank.
    MissingAnswer,
    /// The return names a customer the register does not have, or none.
    UnknownCustomer,
    /// The customer has another valid return in the wave.
    SecondReturn,
    /// No doubt of the import: an answer was put right later, and this says what it was. It is
    /// settled from the first.
    Correction,
}

/// What would have been right, as data; `i18n` says it in words.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// One of these labels; the scores too where the column was read as scores.
    OneOf(Vec<String>),
    Number {
        low: f64,
        high: f64,
    },
    Date,
    /// A day of the survey's own time: on or after the first and before the second.
    DateWithin(Date, Date),
    /// The day a spreadsheet shows, or the one with day and month the other way round.
    DateEither(Date, Date),
    /// What is not struck through.
    Struck,
    /// An answer, because the item is required.
    Answer,
    /// Code or name of a customer of the register.
    KnownCustomer,
    OneReturnPerCustomer,
    /// A value where a formula stands that has none.
    Calculated,
    /// One of the customers with these codes, who all go by the name that stands there.
    OneCustomerOf(Vec<String>),
    /// What is written there by hand, typed in.
    Writing,
}

/// How the user settled it.
#[derive(Clone, Debug, PartialEq)]
pub enum Settlement {
    /// Given an answer or a customer; the text says which.
    Corrected(String),
    /// The same, and the same words mean it in files to come.
    Learned(String),
    LeftBlank,
    /// Both returns of a customer count.
    Kept,
    /// The return was made void.
    Voided,
    /// What was read right was put right by somebody.
    Amended {
        /// The answer it has since, in words.
        to: String,
        reason: String,
        /// `user@machine`.
        who: String,
        on: Date,
    },
}

/// One thing in the review list.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    pub id: IssueId,
    pub wave: WaveId,
    /// The file it came with, if it came with one.
    pub import: Option<ImportId>,
    pub kind: IssueKind,
    pub returned: ReturnId,
    /// The item the cell belongs to; `None` for a field such as customer or date.
    pub item: Option<LineageId>,
    pub sheet: String,
    /// As the spreadsheet calls it, e.g. `F14`; the number of the row for a whole return.
    pub cell: String,
    /// What stands there.
    pub found: String,
    pub expected: Expected,
    pub settled: Option<Settlement>,
}

/// Ticks and crosses: two of them mean something else each time.
const MARKS: [char; 13] = [
    '√', '✓', '✔', '☑', '☒', '×', '✗', '✘', '✕', '✖', '╳', '□', '■',
];

/// What stands between several options that were ticked.
const BETWEEN: [char; 10] = ['+', ';', '；', ',', '，', '、', '/', '|', '┋', '\n'];

impl Issue {
    /// It is about something on a page, which is to be looked at; no words of a cell.
    pub fn scanned(&self) -> bool {
        self.cell.starts_with(PAGE)
    }

    /// What stands there are words somebody may mean again, not marks or a picture, nor several
    /// options: which of them counts is another matter each time.
    pub fn may_be_learned(&self) -> bool {
        let cross = matches!(self.found.trim(), "x" | "X" | "ｘ" | "Ｘ");
        let marked = cross || self.found.contains(MARKS);
        let words = !self.found.is_empty() && !marked && !self.names_several();
        let of_an_item = self.kind == IssueKind::UnreadableCell && self.item.is_some();
        of_an_item && words && !self.scanned()
    }

    /// Options by their labels, and nothing but them.
    fn names_several(&self) -> bool {
        let Expected::OneOf(labels) = &self.expected else {
            return false;
        };
        let named = |separator: char| {
            let mut parts = self.found.split(separator).map(str::trim);
            self.found.contains(separator)
                && parts.all(|part| labels.iter().any(|label| label.trim() == part))
        };
        BETWEEN.into_iter().any(named)
    }

    /// A customer answered twice in one wave, and this is the later return, with the import it
    /// came with. What was found is what the file calls the customer.
    pub fn second_return(
        id: IssueId,
        returned: &Return,
        import: Option<&Import>,
        customer: &Customer,
    ) -> Self {
        let found = match returned.customer_text.as_str() {
            "" => &customer.code,
            text => text,
        };
        // One that was typed in stands in no sheet.
        let row = match returned.row {
            0 => String::new(),
            row => row.to_string(),
        };
        Self {
            id,
            wave: returned.wave,
            import: returned.import,
            kind: IssueKind::SecondReturn,
            returned: returned.id,
            item: None,
            sheet: import.map(|it| it.sheet.clone()).unwrap_or_default(),
            cell: import.map_or(row, |it| it.customer_cell(returned.row)),
            found: found.to_owned(),
            expected: Expected::OneReturnPerCustomer,
            settled: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(found: &str) -> Issue {
        let labels = ["很满意", "满意", "一般/还行"];
        Issue {
            id: IssueId(1),
            wave: WaveId(1),
            import: None,
            kind: IssueKind::UnreadableCell,
            returned: ReturnId(1),
            item: Some(LineageId(1)),
            sheet: String::new(),
            cell: "E9".to_owned(),
            found: found.to_owned(),
            expected: Expected::OneOf(labels.map(str::to_owned).to_vec()),
            settled: None,
        }
    }

    #[test]
    fn words_are_learned_and_several_options_never() {
        for words in [
            "还可以",
            "满意+",
            "比较满意；包装一般",
            "一般/还行",
            "a + b",
        ] {
            assert!(found(words).may_be_learned(), "{words}");
        }
        let several = [
            "很满意 + 满意",
            "很满意;满意",
            "满意、一般/还行",
            "很满意┋满意┋一般/还行",
            "√ 很满意; √ 满意",
            "",
        ];
        for words in several {
            assert!(!found(words).may_be_learned(), "{words}");
        }
    }
}
