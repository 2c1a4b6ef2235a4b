//! Which program or survey platform wrote a sheet, and what it means by its marks.
//!
//! A platform is data: one file here, one line in [`ALL`], and its name in both languages. It
//! is recognised by the titles alone. What a heading or a text such as `(跳过)` means on one
//! platform it means on any sheet, for exports are cut and pasted; what a number means, and how
//! returns came, only where the platform was recognised.

mod google_forms;
mod head;
mod jinshuju;
mod jotform;
mod kind;
mod kobo_toolbox;
mod lime_survey;
mod microsoft_forms;
mod qualtrics;
mod survey_monkey;
mod tencent;
mod typeform;
pub(super) mod wenjuanwang;
mod wenjuanxing;

pub(super) use self::head::{headed, titles};
pub use self::kind::Platform;
use self::kind::Spread;
use super::heading::without_line_code;
use crate::model::Answer;

/// All that are known. The first whose marks a sheet wears wrote it.
pub const ALL: &[&Platform] = &[
    &wenjuanxing::PLATFORM,
    &tencent::PLATFORM,
    &microsoft_forms::PLATFORM,
    &google_forms::PLATFORM,
    &jinshuju::PLATFORM,
    &survey_monkey::PLATFORM,
    &qualtrics::PLATFORM,
    &qualtrics::LEGACY,
    &lime_survey::PLATFORM,
    &kobo_toolbox::PLATFORM,
    &typeform::PLATFORM,
    &jotform::PLATFORM,
    &wenjuanwang::PLATFORM,
];

/// Headings such as `b2[SQ001]. text` that tell LimeSurvey.
const LINE_CODES: usize = 2;

/// Somebody's own table.
pub static PLAIN: Platform = Platform {
    spread: Spread::Below,
    ..Platform::new("", "")
};

/// The platform that wrote a sheet with these titles; [`PLAIN`] for any other sheet.
pub(super) fn of(titles: &[&str]) -> &'static Platform {
    let known = ALL.iter().copied();
    let mut fitting = known.filter(|it| it.head.is_empty() && it.marks.are_on(titles));
    let lines = titles.iter().filter(|it| without_line_code(it) != **it);
    match fitting.next() {
        Some(platform) => platform,
        // Codes of lines in front of their text are nobody else's.
        None if lines.count() >= LINE_CODES => &lime_survey::PLATFORM,
        None => &PLAIN,
    }
}

/// What a folded text stands for where it is no answer.
pub(super) fn missing(text: &str) -> Option<Answer> {
    let means =
        |of: fn(&Platform) -> &kind::Missing| ALL.iter().any(|it| of(it).texts.contains(&text));
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
