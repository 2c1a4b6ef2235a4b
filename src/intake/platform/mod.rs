//! Which program or survey platform wrote a sheet, and what it means by its marks.
//!
//! A platform is data: one file here, one line in [`ALL`], and its name in both languages. It is recognised by the titles
//! alone. What a heading or a text such as `(跳过)` means on one platform it means on any
//! sheet, for exports are cut and pasted; what a number means, and how returns came, only
//! where the platform was recognised.

mod google_forms;
mod microsoft_forms;
mod tencent;
mod wenjuanxing;

use super::heading::plain;
use crate::model::{Answer, Target};

/// All that are known. The first whose marks a sheet wears wrote it.
pub const ALL: &[&Platform] = &[
    &wenjuanxing::PLATFORM,
    &tencent::PLATFORM,
    &microsoft_forms::PLATFORM,
    &google_forms::PLATFORM,
];

/// Somebody's own table.
pub static PLAIN: Platform = Platform::new("", "");

/// What is particular to the sheets of a program. Headings are written as
/// their comparable form has them: lower case, without white space and number.
#[derive(Debug, PartialEq)]
pub struct Platform {
    /// Key kept with an import; empty for a plain sheet.
    pub key: &'static str,
    /// How returns reached us if no column says so.
    pub channel: &'static str,
    pub marks: Marks,
    /// Headings of columns that are no question, the preferred one of a field first.
    pub fields: &'static [(&'static str, Target)],
    /// Headings that tell who sat where.
    pub private: &'static [&'static str],
    /// What stands for a question that was not shown or was left out.
    pub skipped: Missing,
    /// What stands for an answer that was not given.
    pub blank: Missing,
    /// What encloses the line of a grid behind its question, as in `question [line]`.
    pub grid: Option<[char; 2]>,
    /// What encloses the option a column is for, behind its question, as in `第6题(运动)`.
    pub spread: Option<[char; 2]>,
    /// Options stand with their letter, as in `D.选项`.
    pub lettered: bool,
    /// What stands between the options of one answer.
    pub separators: &'static [char],
    /// What opens and closes a text written beside an option, as in `其他〖…〗`.
    pub beside: Option<[char; 2]>,
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

/// The platform that wrote a sheet with these titles; [`PLAIN`] for any other sheet.
pub(super) fn of(titles: &[&str]) -> &'static Platform {
    let known = ALL.iter().copied();
    let mut fitting = known.filter(|platform| platform.marks.are_on(titles));
    fitting.next().unwrap_or(&PLAIN)
}

/// What a folded text stands for where it is no answer.
pub(super) fn missing(text: &str) -> Option<Answer> {
    let means = |of: fn(&Platform) -> &Missing| ALL.iter().any(|it| of(it).texts.contains(&text));
    match () {
        () if means(|it| &it.skipped) => Some(Answer::Skipped),
        () if means(|it| &it.blank) => Some(Answer::Blank),
        () => None,
    }
}

/// Whether a heading, as [`plain`] makes it, tells who sat where on any of them.
pub(super) fn is_private(heading: &str) -> bool {
    ALL.iter().any(|it| it.private.contains(&heading))
}

impl Platform {
    /// What a number stands for where it is no answer.
    pub(super) fn missing_number(&self, number: f64) -> Option<Answer> {
        match number {
            number if self.skipped.numbers.contains(&number) => Some(Answer::Skipped),
            number if self.blank.numbers.contains(&number) => Some(Answer::Blank),
            _ => None,
        }
    }

    /// Question and line of a heading that is a line of a grid.
    pub(super) fn line<'t>(&self, title: &'t str) -> Option<(&'t str, &'t str)> {
        let [opens, closes] = self.grid?;
        let (question, line) = title.trim_end().strip_suffix(closes)?.rsplit_once(opens)?;
        Some((question.trim_end(), line))
    }

    /// Question and option of a heading of a column that is for one option.
    pub(super) fn option<'t>(&self, title: &'t str) -> Option<(&'t str, &'t str)> {
        let [opens, closes] = self.spread?;
        title.trim().strip_suffix(closes)?.split_once(opens)
    }

    /// The label of an option without its letter.
    pub(super) fn without_letter<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (letter, label) = text.split_once('.').filter(|_| self.lettered)?;
        let is_letter = letter.len() == 1 && letter.chars().all(|c| c.is_ascii_uppercase());
        is_letter.then_some(label)
    }

    /// One with nothing particular to it yet.
    const fn new(key: &'static str, channel: &'static str) -> Self {
        const NOTHING: Missing = Missing {
            texts: &[],
            numbers: &[],
        };
        Self {
            key,
            channel,
            marks: Marks::NONE,
            fields: &[],
            private: &[],
            skipped: NOTHING,
            blank: NOTHING,
            grid: None,
            spread: None,
            lettered: false,
            separators: &[],
            beside: None,
        }
    }
}

impl Marks {
    /// By nothing.
    const NONE: Self = Self {
        columns: &[],
        enough: usize::MAX,
        first: &[],
        questions: &[],
    };

    fn are_on(&self, titles: &[&str]) -> bool {
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
