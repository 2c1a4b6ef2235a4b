//! The fields of the editor that are typed in: what stands in each, whether a text will do,
//! and the edit it makes.

use super::edit;
use super::revision;
use crate::i18n::{Language, number};
use crate::model::{
    Band, Data, Item, LineageId, MAX_SCORE, MAX_WEIGHT, Revision, ScaleOption, Step,
    is_reserved_code,
};
use crate::tr;
use crate::ui::widgets::date;

/// A field of the editor.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Title,
    Document,
    Label,
    Effective,
    Text(LineageId),
    Code(LineageId),
    Weight(LineageId),
    Aliases(LineageId),
    OptionLabel(LineageId, usize),
    OptionScore(LineageId, usize),
    OptionAliases(LineageId, usize),
    DimensionName(String),
    DimensionCode(String),
    DimensionWeight(String),
    Target,
    MinAnswered,
    BandFrom(usize),
    BandName(usize),
}

impl Field {
    /// What is wrong with a text for this field.
    pub(super) fn check(
        &self,
        text: &str,
        revision: &Revision,
        language: Language,
    ) -> Result<(), String> {
        let text = text.trim();
        let all = &revision.questionnaire;
        let fault = match self {
            Self::Weight(_) | Self::DimensionWeight(_) => {
                let good = parse(text).is_some_and(|it| it > 0.0 && it <= MAX_WEIGHT);
                (!good).then(|| tr!(language, "questionnaire-bad-weight"))
            }
            Self::OptionScore(..) => {
                let good = text.is_empty() || parse(text).is_some_and(|it| it.abs() <= MAX_SCORE);
                (!good).then(|| tr!(language, "questionnaire-bad-score"))
            }
            Self::Target | Self::BandFrom(_) | Self::MinAnswered => {
                let good = parse(text).is_some_and(|value| (0.0..=100.0).contains(&value));
                (!good).then(|| tr!(language, "questionnaire-bad-percent"))
            }
            Self::Effective => {
                let good = date::parse(text).is_ok();
                (!good).then(|| tr!(language, "bad-date"))
            }
            Self::Code(_) | Self::DimensionCode(_) if is_reserved_code(text) => {
                Some(tr!(language, "questionnaire-code-reserved", code = text))
            }
            Self::Code(_) | Self::DimensionCode(_) | Self::Label => text
                .is_empty()
                .then(|| tr!(language, "questionnaire-needs-code")),
            _ => None,
        };
        let taken = match self {
            Self::Code(lineage) => {
                let other = all.item(text).is_some_and(|it| it.lineage != *lineage);
                other || all.dimension(text).is_some()
            }
            Self::DimensionCode(code) => {
                code != text && (all.dimension(text).is_some() || all.item(text).is_some())
            }
            _ => false,
        };
        let fault = fault.or_else(|| taken.then(|| tr!(language, "questionnaire-code-taken")));
        fault.map_or(Ok(()), Err)
    }

    /// What stands there.
    pub(super) fn current(&self, revision: &Revision) -> String {
        let all = &revision.questionnaire;
        let item = |lineage: &LineageId| all.item_of(*lineage);
        let dimension = |code: &String| all.dimension(code);
        match self {
            Self::Title => all.title.clone(),
            Self::Document => revision.document.clone(),
            Self::Label => revision.label.clone(),
            Self::Effective => date::show(revision.effective),
            Self::Text(lineage) => item(lineage).map(|it| it.text.clone()).unwrap_or_default(),
            Self::Code(lineage) => item(lineage).map(|it| it.code.clone()).unwrap_or_default(),
            Self::Weight(lineage) => item(lineage).map_or_else(String::new, |it| plain(it.weight)),
            Self::Aliases(lineage) => {
                item(lineage).map_or_else(String::new, |it| it.aliases.join("; "))
            }
            Self::OptionLabel(lineage, at) => {
                option(item(lineage), *at).map_or_else(String::new, |it| it.label.clone())
            }
            Self::OptionScore(lineage, at) => option(item(lineage), *at)
                .and_then(|it| it.score)
                .map_or_else(String::new, plain),
            Self::OptionAliases(lineage, at) => {
                option(item(lineage), *at).map_or_else(String::new, |it| it.aliases.join("; "))
            }
            Self::DimensionName(code) => {
                dimension(code).map_or_else(String::new, |it| it.name.clone())
            }
            Self::DimensionCode(code) => code.clone(),
            Self::DimensionWeight(code) => {
                dimension(code).map_or_else(String::new, |it| plain(it.weight))
            }
            Self::Target => plain(all.rules.target),
            Self::MinAnswered => plain(all.rules.min_answered * 100.0),
            Self::BandFrom(at) => band(revision, *at).map_or_else(String::new, |it| plain(it.from)),
            Self::BandName(at) => {
                band(revision, *at).map_or_else(String::new, |it| it.name.clone())
            }
        }
    }

    /// The edit that keeps a text which passed [`Field::check`].
    pub(super) fn keep(&self, text: &str, data: &Data, revision: &Revision) -> Option<Step> {
        let text = text.trim();
        match self {
            Self::Title | Self::Document | Self::Label | Self::Effective => {
                self.keep_head(text, revision)
            }
            Self::Text(lineage) => {
                let before = revision.parent.and_then(|parent| data.revision(parent));
                edit::item(revision, *lineage, |item| {
                    let old = std::mem::replace(&mut item.text, text.to_owned());
                    revision::reworded(before, item, &old);
                })
            }
            Self::Code(lineage) => edit::rename_item(revision, *lineage, text),
            Self::Weight(lineage) => {
                let weight = parse(text)?;
                edit::item(revision, *lineage, |item| item.weight = weight)
            }
            Self::Aliases(lineage) => {
                edit::item(revision, *lineage, |item| item.aliases = list(text))
            }
            Self::OptionLabel(lineage, at) => {
                edit_option(revision, *lineage, *at, |it| text.clone_into(&mut it.label))
            }
            Self::OptionScore(lineage, at) => {
                edit_option(revision, *lineage, *at, |it| it.score = parse(text))
            }
            Self::OptionAliases(lineage, at) => {
                edit_option(revision, *lineage, *at, |it| it.aliases = list(text))
            }
            Self::DimensionName(code) => {
                edit::dimension(revision, code, |it| text.clone_into(&mut it.name))
            }
            Self::DimensionCode(code) => edit::rename_dimension(revision, code, text),
            Self::DimensionWeight(code) => {
                let weight = parse(text)?;
                edit::dimension(revision, code, |it| it.weight = weight)
            }
            Self::Target | Self::MinAnswered | Self::BandFrom(_) | Self::BandName(_) => {
                self.keep_rule(text, revision)
            }
        }
    }

    fn keep_head(&self, text: &str, revision: &Revision) -> Option<Step> {
        edit::step(revision, &revision.label, |after| match self {
            Self::Title => text.clone_into(&mut after.questionnaire.title),
            Self::Document => text.clone_into(&mut after.document),
            Self::Label => text.clone_into(&mut after.label),
            _ => after.effective = date::parse(text).ok().flatten(),
        })
    }

    fn keep_rule(&self, text: &str, revision: &Revision) -> Option<Step> {
        let value = parse(text);
        edit::step(revision, &revision.label, |after| {
            let rules = &mut after.questionnaire.rules;
            match (self, value) {
                (Self::Target, Some(value)) => rules.target = value,
                (Self::MinAnswered, Some(value)) => rules.min_answered = value / 100.0,
                (Self::BandFrom(at), Some(value)) => {
                    if let Some(band) = rules.bands.get_mut(*at) {
                        band.from = value;
                    }
                }
                (Self::BandName(at), _) => {
                    if let Some(band) = rules.bands.get_mut(*at) {
                        text.clone_into(&mut band.name);
                    }
                }
                _ => {}
            }
        })
    }
}

/// A number as people type it: full-width digits, a percent sign and a comma do no harm.
fn parse(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '%' | '％'))
        .map(|c| match c {
            '０'..='９' => {
                char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
            }
            '．' | ',' | '，' => '.',
            '−' | '－' => '-',
            c => c,
        })
        .collect();
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// As short as it can be, with a plain minus so that it reads back.
fn plain(value: f64) -> String {
    number::plain((value * 1e9).round() / 1e9).replace('−', "-")
}

fn list(text: &str) -> Vec<String> {
    text.split([';', '；'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn option(item: Option<&Item>, at: usize) -> Option<&ScaleOption> {
    item?.scale.as_ref()?.options.get(at)
}

fn band(revision: &Revision, at: usize) -> Option<&Band> {
    revision.questionnaire.rules.bands.get(at)
}

/// The step that changes one option of an item.
pub(super) fn edit_option(
    revision: &Revision,
    lineage: LineageId,
    at: usize,
    change: impl FnOnce(&mut ScaleOption),
) -> Option<Step> {
    edit::item(revision, lineage, |item| {
        let options = item.scale.as_mut().map(|scale| &mut scale.options);
        if let Some(option) = options.and_then(|options| options.get_mut(at)) {
            change(option);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_people_type_them() {
        for text in ["40", " 40 % ", "４０％", "40.0"] {
            assert_eq!(parse(text), Some(40.0), "{text}");
        }
        assert_eq!(parse("1,5"), Some(1.5));
        for text in ["", "x", "1e999", "nan"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
