//! The language of a form, which is that of its texts whatever the window speaks, and what the
//! parts of a questionnaire are called.

use super::Language;
use crate::model::{ItemKind, Origin, Questionnaire, Role};
use crate::tr;

/// The language most of its title and questions are in; `None` while it says nothing.
pub fn language(all: &Questionnaire) -> Option<Language> {
    let questions = all.items.iter().map(|item| item.text.as_str());
    let dimensions = all.dimensions.iter().map(|one| one.name.as_str());
    let texts = std::iter::once(all.title.as_str());
    let texts = texts.chain(questions).chain(dimensions);
    let known: Vec<Language> = texts.filter_map(Language::of_text).collect();
    let first = *known.first()?;
    let other = known.iter().filter(|one| **one != first).count();
    match 2 * other > known.len() {
        true => Language::ALL.into_iter().find(|one| *one != first),
        false => Some(first),
    }
}

/// A kind of item, as it is called.
pub fn kind_name(language: Language, kind: ItemKind) -> String {
    match kind {
        ItemKind::Rating => tr!(language, "kind-rating"),
        ItemKind::YesNo => tr!(language, "kind-yesno"),
        ItemKind::Single => tr!(language, "kind-single"),
        ItemKind::Multi => tr!(language, "kind-multi"),
        ItemKind::Nps => tr!(language, "kind-nps"),
        ItemKind::Number => tr!(language, "kind-number"),
        ItemKind::Text => tr!(language, "kind-text"),
        ItemKind::Date => tr!(language, "kind-date"),
    }
}

/// What a signature says.
pub fn role_name(language: Language, role: Role) -> String {
    match role {
        Role::Prepared => tr!(language, "sign-prepared"),
        Role::Reviewed => tr!(language, "sign-reviewed"),
        Role::Approved => tr!(language, "sign-approved"),
    }
}

/// What an item is to the revision before.
pub fn origin_name(language: Language, origin: Origin) -> String {
    match origin {
        Origin::Same => tr!(language, "origin-same"),
        Origin::Reworded => tr!(language, "origin-reworded"),
        Origin::New => tr!(language, "origin-new"),
        Origin::Split => tr!(language, "origin-split"),
        Origin::Merged => tr!(language, "origin-merged"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dimension;

    fn form(title: &str, names: &[&str]) -> Questionnaire {
        let dimension = |name: &&str| Dimension {
            code: String::new(),
            name: (*name).to_owned(),
            parent: None,
            weight: 1.0,
        };
        Questionnaire {
            title: title.to_owned(),
            dimensions: names.iter().map(dimension).collect(),
            ..Questionnaire::default()
        }
    }

    #[test]
    fn it_is_that_of_most_of_its_texts() {
        assert_eq!(language(&form("", &["5", "–"])), None);
        assert_eq!(language(&form("Survey", &[])), Some(Language::En));
        let title_only = form("QR-8.2-03", &["质量", "交付", "MSDS 资料"]);
        assert_eq!(language(&title_only), Some(Language::Zh));
        let even = form("调查", &["Quality"]);
        assert_eq!(language(&even), Some(Language::Zh));
    }
}
