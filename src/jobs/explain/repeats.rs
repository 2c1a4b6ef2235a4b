//! Returns that came in before.

use super::list;
use crate::i18n::Language;
use crate::model::RepeatedReturn;
use crate::tr;

/// Answers of one return that are named.
const SHOWN: usize = 3;

/// What has to be chosen, and what differs.
pub(super) fn explain(
    file: &str,
    sheet: &str,
    returns: &[RepeatedReturn],
    language: Language,
) -> String {
    let count = returns.len();
    let alike = returns.iter().all(|it| it.differs.is_empty());
    match returns.first().filter(|_| alike) {
        Some(first) => tr!(
            language,
            "error-repeats-alike",
            file = file,
            sheet = sheet,
            count = count,
            before = first.file.as_str()
        ),
        None => {
            let rows: Vec<String> = returns.iter().map(|it| differs(it, language)).collect();
            tr!(
                language,
                "error-repeats",
                file = file,
                sheet = sheet,
                count = count,
                rows = list(&rows, language)
            )
        }
    }
}

/// A row with its answers that are others now.
pub fn differs(returned: &RepeatedReturn, language: Language) -> String {
    let answers = returned.differs.iter().take(SHOWN).map(|it| {
        tr!(
            language,
            "repeat-answer",
            title = it.title.as_str(),
            before = it.before.as_str(),
            now = it.now.as_str()
        )
    });
    let mut answers: Vec<String> = answers.collect();
    if returned.differs.len() > SHOWN {
        answers.push("…".to_owned());
    }
    let answers = answers.join(&tr!(language, "list-comma"));
    tr!(
        language,
        "repeat-row",
        row = returned.row.to_string(),
        answers = answers
    )
}
