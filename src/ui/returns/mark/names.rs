//! What is marked, in words.

use crate::i18n::Language;
use crate::model::{Mark, Meant, Questionnaire, cell_name};
use crate::tr;

/// What a mark means.
pub(super) fn meant(language: Language, meant: &Meant, asked: &Questionnaire) -> String {
    let code = |lineage| asked.item_of(lineage).map_or("", |it| it.code.as_str());
    match meant {
        Meant::Item(lineage) => code(*lineage).to_owned(),
        Meant::Option(lineage, label) => {
            let item = code(*lineage);
            tr!(
                language,
                "mark-option",
                item = item,
                option = label.as_str()
            )
        }
        Meant::Customer => tr!(language, "column-customer"),
        Meant::Respondent => tr!(language, "column-respondent"),
        Meant::Role => tr!(language, "column-role"),
        Meant::Date => tr!(language, "column-date"),
        Meant::Channel => tr!(language, "column-channel"),
        Meant::Collector => tr!(language, "fact-collector"),
    }
}

/// The cells some marks lie in, with the words before the answer where they share the cell.
pub(super) fn cells<'m>(language: Language, marks: impl Iterator<Item = &'m Mark>) -> String {
    let named = marks.map(|it| {
        let cell = cell_name(it.at.0, it.at.1);
        match it.label.is_empty() {
            true => cell,
            false => tr!(
                language,
                "mark-behind",
                cell = cell,
                label = it.label.as_str()
            ),
        }
    });
    let named: Vec<String> = named.collect();
    named.join(&tr!(language, "list-comma"))
}
