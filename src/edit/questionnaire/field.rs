//! The fields of a questionnaire that are typed in: what stands in each, whether a text will
//! do, and what becomes of it.

use super::code::{free_for_dimension, free_for_item};
use super::{dimension, item};
use crate::edit::number::{number, read_number};
use crate::edit::revision::reworded;
use crate::edit::{Refusal, date};
use crate::model::{
    Band, Item, LineageId, MAX_SCORE, MAX_WEIGHT, Questionnaire, Revision, ScaleOption,
};

/// A field. Items go by their lineage, dimensions by their code, options and bands by their
/// place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum QuestionnaireField {
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
    NoChangeWithin,
    BandFrom(usize),
    BandName(usize),
}

impl QuestionnaireField {
    /// What is wrong with a text for this field.
    ///
    /// # Errors
    /// The reason why the questionnaire cannot have it.
    pub fn check(&self, text: &str, revision: &Revision) -> Result<(), Refusal> {
        let text = text.trim();
        let all = &revision.questionnaire;
        let number_in = |range: std::ops::RangeInclusive<f64>, refusal: Refusal| {
            let number = read_number(text).filter(|it| range.contains(it));
            number.map(|_| ()).ok_or(refusal)
        };
        match self {
            Self::Weight(_) | Self::DimensionWeight(_) => {
                number_in(f64::MIN_POSITIVE..=MAX_WEIGHT, Refusal::BadWeight)
            }
            Self::OptionScore(..) if text.is_empty() => Ok(()),
            Self::OptionScore(..) => number_in(-MAX_SCORE..=MAX_SCORE, Refusal::BadScore),
            Self::Target | Self::BandFrom(_) | Self::MinAnswered | Self::NoChangeWithin => {
                number_in(0.0..=100.0, Refusal::BadPercent)
            }
            Self::Effective => date::parse(text).map(|_| ()).map_err(|_| Refusal::BadDate),
            Self::Code(lineage) => free_for_item(all, *lineage, text),
            Self::DimensionCode(code) => free_for_dimension(all, code, text),
            Self::Label if text.is_empty() => Err(Refusal::NeedsCode),
            Self::Title
            | Self::Document
            | Self::Label
            | Self::Text(_)
            | Self::Aliases(_)
            | Self::OptionLabel(..)
            | Self::OptionAliases(..)
            | Self::DimensionName(_)
            | Self::BandName(_) => Ok(()),
        }
    }

    /// What stands there.
    pub fn current(&self, revision: &Revision) -> String {
        let all = &revision.questionnaire;
        match self {
            Self::Title => all.title.clone(),
            Self::Document => revision.document.clone(),
            Self::Label => revision.label.clone(),
            Self::Effective => date::show(revision.effective),
            Self::Target => number(all.rules.target),
            Self::MinAnswered => number(all.rules.min_answered * 100.0),
            Self::NoChangeWithin => number(all.rules.no_change_within),
            Self::DimensionCode(code) => code.clone(),
            _ => self.held(all).unwrap_or_default(),
        }
    }

    /// What stands in a field of something the questionnaire may not have any more.
    fn held(&self, all: &Questionnaire) -> Option<String> {
        let item = |lineage: &LineageId| all.item_of(*lineage);
        let dimension = |code: &String| all.dimension(code);
        Some(match self {
            Self::Text(lineage) => item(lineage)?.text.clone(),
            Self::Code(lineage) => item(lineage)?.code.clone(),
            Self::Weight(lineage) => number(item(lineage)?.weight),
            Self::Aliases(lineage) => item(lineage)?.aliases.join("; "),
            Self::OptionLabel(lineage, at) => option(item(lineage)?, *at)?.label.clone(),
            Self::OptionScore(lineage, at) => number(option(item(lineage)?, *at)?.score?),
            Self::OptionAliases(lineage, at) => option(item(lineage)?, *at)?.aliases.join("; "),
            Self::DimensionName(code) => dimension(code)?.name.clone(),
            Self::DimensionWeight(code) => number(dimension(code)?.weight),
            Self::BandFrom(at) => number(all.rules.bands.get(*at)?.from),
            Self::BandName(at) => all.rules.bands.get(*at)?.name.clone(),
            Self::Title
            | Self::Document
            | Self::Label
            | Self::Effective
            | Self::Target
            | Self::MinAnswered
            | Self::NoChangeWithin
            | Self::DimensionCode(_) => return None,
        })
    }

    /// The item or dimension it is a field of, by code; `None`: of the form.
    pub(super) fn subject(&self, all: &Questionnaire) -> Option<String> {
        match self {
            Self::Text(lineage)
            | Self::Code(lineage)
            | Self::Weight(lineage)
            | Self::Aliases(lineage)
            | Self::OptionLabel(lineage, _)
            | Self::OptionScore(lineage, _)
            | Self::OptionAliases(lineage, _) => Some(all.item_of(*lineage)?.code.clone()),
            Self::DimensionName(code) | Self::DimensionCode(code) | Self::DimensionWeight(code) => {
                Some(code.clone())
            }
            Self::Title
            | Self::Document
            | Self::Label
            | Self::Effective
            | Self::Target
            | Self::MinAnswered
            | Self::NoChangeWithin
            | Self::BandFrom(_)
            | Self::BandName(_) => None,
        }
    }
}

/// Puts a typed text into its field. `before` is the revision this one was made from.
pub(super) fn put(
    before: Option<&Revision>,
    revision: &mut Revision,
    field: &QuestionnaireField,
    text: &str,
) -> Result<(), Refusal> {
    use QuestionnaireField as Field;
    let text = text.trim();
    field.check(text, revision)?;
    let all = &mut revision.questionnaire;
    match field {
        Field::Title => text.clone_into(&mut all.title),
        Field::Document => text.clone_into(&mut revision.document),
        Field::Label => text.clone_into(&mut revision.label),
        Field::Effective => {
            revision.effective = date::parse(text).map_err(|_| Refusal::BadDate)?;
        }
        Field::Code(lineage) => item::renamed(all, *lineage, text),
        Field::Text(lineage)
        | Field::Weight(lineage)
        | Field::Aliases(lineage)
        | Field::OptionLabel(lineage, _)
        | Field::OptionScore(lineage, _)
        | Field::OptionAliases(lineage, _) => {
            let item = item::of(all, *lineage).ok_or(Refusal::Gone)?;
            put_into_item(before, item, field, text).ok_or(Refusal::Gone)?;
        }
        Field::DimensionCode(code) => dimension::renamed(all, code, text),
        Field::DimensionName(code) => {
            let dimension = dimension::of(all, code).ok_or(Refusal::Gone)?;
            text.clone_into(&mut dimension.name);
        }
        Field::DimensionWeight(code) => {
            let dimension = dimension::of(all, code).ok_or(Refusal::Gone)?;
            dimension.weight = read_number(text).ok_or(Refusal::BadWeight)?;
        }
        Field::Target => all.rules.target = percent(text)?,
        Field::MinAnswered => all.rules.min_answered = percent(text)? / 100.0,
        Field::NoChangeWithin => all.rules.no_change_within = percent(text)?,
        Field::BandFrom(at) => band(all, *at)?.from = percent(text)?,
        Field::BandName(at) => text.clone_into(&mut band(all, *at)?.name),
    }
    Ok(())
}

/// `None` if the item has no such option any more, or the field is none of an item.
fn put_into_item(
    before: Option<&Revision>,
    item: &mut Item,
    field: &QuestionnaireField,
    text: &str,
) -> Option<()> {
    use QuestionnaireField as Field;
    match field {
        Field::Text(_) => {
            let old = std::mem::replace(&mut item.text, text.to_owned());
            reworded(before, item, &old);
        }
        Field::Weight(_) => item.weight = read_number(text)?,
        Field::Aliases(_) => item.aliases = list(text),
        Field::OptionLabel(_, at) => text.clone_into(&mut option_mut(item, *at)?.label),
        Field::OptionScore(_, at) => option_mut(item, *at)?.score = read_number(text),
        Field::OptionAliases(_, at) => option_mut(item, *at)?.aliases = list(text),
        _ => return None,
    }
    Some(())
}

fn percent(text: &str) -> Result<f64, Refusal> {
    read_number(text).ok_or(Refusal::BadPercent)
}

fn band(all: &mut Questionnaire, at: usize) -> Result<&mut Band, Refusal> {
    all.rules.bands.get_mut(at).ok_or(Refusal::Gone)
}

fn option(item: &Item, at: usize) -> Option<&ScaleOption> {
    item.scale.as_ref()?.options.get(at)
}

fn option_mut(item: &mut Item, at: usize) -> Option<&mut ScaleOption> {
    item.scale.as_mut()?.options.get_mut(at)
}

/// Several in one field, apart by semicolons.
fn list(text: &str) -> Vec<String> {
    text.split([';', '；'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}
