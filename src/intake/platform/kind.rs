//! What a platform is: what is particular to the sheets it writes.

use crate::intake::heading::{plain, without_line_code};
use crate::model::{Answer, Target};

/// What is particular to the sheets of a program. Headings are written as
/// their comparable form has them: lower case, without white space and number.
#[derive(Debug, PartialEq)]
pub struct Platform {
    /// Key kept with an import; empty for a plain sheet.
    pub key: &'static str,
    /// How returns reached us if no column says so.
    pub channel: &'static str,
    pub marks: Marks,
    /// The rows of its head from the first; empty where it is one row of titles.
    pub head: &'static [HeadRow],
    /// Headings of columns that are no question, the preferred one of a field first.
    pub fields: &'static [(&'static str, Target)],
    /// Headings that tell who sat where.
    pub private: &'static [&'static str],
    /// What stands for a question that was not shown or was left out.
    pub skipped: Missing,
    /// What stands for an answer that was not given.
    pub blank: Missing,
    /// The heading that says that somebody only tried the survey out, and the words that do.
    pub trials: Option<(&'static str, &'static [&'static str])>,
    /// Where the option stands that a column is for.
    pub spread: Spread,
    /// Options whose column holds what somebody wrote instead of a tick.
    pub written: &'static [&'static str],
    /// Months stand before days, as in `06/30/2026`.
    pub month_first: bool,
    /// What stands between the options of one answer.
    pub separators: &'static [char],
    /// What opens and closes a text written beside an option, as in `其他〖…〗`.
    pub beside: Option<[char; 2]>,
}

/// What a row of a head of several holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HeadRow {
    /// Names the program gave the columns, such as `Q1`; those of columns it put around the
    /// questions say more than what stands below them.
    Codes,
    /// The titles.
    Titles,
    /// Questions; one stands for the columns to its right that have none.
    Questions,
    /// What a column holds of the question above it: an option or a line of a grid, or one of
    /// these words where it holds the answer.
    Parts(&'static [&'static str]),
    /// What only programs read; every text of it begins so.
    Machine(&'static str),
}

/// Where the option stands that a column is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Options have no columns.
    None,
    /// Behind its question, between these, as in `第6题(运动)`.
    Enclosed([&'static str; 2]),
    /// Below its question.
    Below,
}

/// What a sheet is recognised by.
#[derive(Debug, PartialEq)]
pub struct Marks {
    /// Columns put around the questions, and how many of them it takes.
    pub columns: &'static [&'static str],
    pub enough: usize,
    /// Without them: one of these columns first, and then nothing but questions.
    pub first: &'static [&'static str],
    /// What stands before and behind the number of a question, where questions are numbered.
    pub questions: &'static [(&'static str, &'static str)],
}

/// Texts, and the numbers of exports as numbers, that are no answer.
#[derive(Debug, PartialEq)]
pub struct Missing {
    pub texts: &'static [&'static str],
    pub numbers: &'static [f64],
}

impl Platform {
    /// What a number stands for where it is no answer.
    pub(in crate::intake) fn missing_number(&self, number: f64) -> Option<Answer> {
        match number {
            number if self.skipped.numbers.contains(&number) => Some(Answer::Skipped),
            number if self.blank.numbers.contains(&number) => Some(Answer::Blank),
            _ => None,
        }
    }

    /// Question and option of a column that is for one option, by its title and what stands
    /// above that.
    pub(in crate::intake) fn option<'t>(
        &self,
        title: &'t str,
        above: &'t str,
    ) -> Option<(&'t str, &'t str)> {
        match self.spread {
            Spread::None => None,
            Spread::Enclosed([opens, ""]) => title.rsplit_once(opens),
            Spread::Enclosed([opens, closes]) => {
                let title = without_line_code(title.trim());
                title.strip_suffix(closes)?.split_once(opens)
            }
            Spread::Below => (!above.is_empty()).then_some((above, title)),
        }
    }

    /// Whether a heading is one of the columns put around the questions.
    pub(in crate::intake) fn is_mark(&self, heading: &str) -> bool {
        self.marks.columns.contains(&plain(heading).as_str())
    }

    /// Whether the head has a row of names beside its titles.
    pub(in crate::intake) fn has_codes(&self) -> bool {
        self.head.contains(&HeadRow::Codes)
    }

    /// One with nothing particular to it yet.
    pub(super) const fn new(key: &'static str, channel: &'static str) -> Self {
        const NOTHING: Missing = Missing {
            texts: &[],
            numbers: &[],
        };
        Self {
            key,
            channel,
            marks: Marks::NONE,
            head: &[],
            fields: &[],
            private: &[],
            skipped: NOTHING,
            blank: NOTHING,
            trials: None,
            spread: Spread::None,
            written: &[],
            month_first: false,
            separators: &[],
            beside: None,
        }
    }
}

impl Marks {
    /// By nothing.
    pub(super) const NONE: Self = Self {
        columns: &[],
        enough: usize::MAX,
        first: &[],
        questions: &[],
    };

    pub(super) fn are_on(&self, titles: &[&str]) -> bool {
        let named = titles.iter().map(|title| plain(title));
        let marks = named.filter(|title| self.columns.contains(&title.as_str()));
        marks.count() >= self.enough || self.bare(titles)
    }

    fn bare(&self, titles: &[&str]) -> bool {
        let is_question = |title: &&str| {
            self.questions.is_empty()
                || self.questions.iter().any(|(before, behind)| {
                    let numbered = title.strip_prefix(before).unwrap_or_default();
                    let rest = numbered.trim_start_matches(|c: char| c.is_ascii_digit());
                    rest.len() < numbered.len() && rest.starts_with(behind)
                })
        };
        match titles {
            [first, questions @ ..] => {
                self.first.contains(&plain(first).as_str())
                    && !questions.is_empty()
                    && questions.iter().all(is_question)
            }
            [] => false,
        }
    }
}
