//! The scale of an item: one of the ready-made ones or its own.

use egui::Ui;

use super::{QuestionnaireTab, View};
use crate::i18n::{Language, number};
use crate::model::{Item, ItemKind, Normalisation, Preset, Scale, ScaleOption};
use crate::tr;

impl QuestionnaireTab {
    /// Draws the choice of a ready-made scale.
    pub(super) fn scale(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let language = view.cx.language;
        let choices = Preset::ALL.map(|preset| (Some(preset), preset_name(language, preset)));
        let now = item.scale.as_ref().and_then(fitting);
        let written = view.written_in();
        let name = tr!(language, "item-scale");
        let field = view.of_item(item, name, now, choices.into(), move |item, preset| {
            item.scale = preset.map(|preset| {
                let kept = item.scale.take().map(|scale| scale.options);
                let unscored = kept.unwrap_or_default().into_iter();
                let mut scale = ready_made(written, preset);
                scale
                    .options
                    .extend(unscored.filter(|option| option.score.is_none()));
                scale
            });
        });
        let percent = match view.revision.questionnaire.rules.normalisation {
            Normalisation::OfMaximum => tr!(language, "scale-percent-max"),
            Normalisation::MinMax => tr!(language, "scale-percent-minmax"),
        };
        let field = field.otherwise(tr!(language, "scale-own"));
        self.typed
            .row(ui, view.cx, [field.width(240.0).beside(percent)]);
    }
}

/// The ready-made scale whose scores and flags these are.
fn fitting(scale: &Scale) -> Option<Preset> {
    let scored: Vec<(f64, bool)> = scale
        .options
        .iter()
        .filter_map(|option| Some((option.score?, option.satisfied)))
        .collect();
    Preset::ALL
        .into_iter()
        .find(|preset| preset.options() == scored)
}

fn preset_name(language: Language, preset: Preset) -> String {
    match preset {
        Preset::Five => tr!(language, "preset-five"),
        Preset::Three => tr!(language, "preset-three"),
        Preset::FourGraded => tr!(language, "preset-four-graded"),
        Preset::FourQuality => tr!(language, "preset-four-quality"),
        Preset::Seven => tr!(language, "preset-seven"),
        Preset::Ten => tr!(language, "preset-ten"),
        Preset::YesNo => tr!(language, "preset-yesno"),
    }
}

/// The labels of a ready-made scale stand in one text, best first, so that each language
/// orders its own words.
fn labels(language: Language, preset: Preset) -> String {
    match preset {
        Preset::Five => tr!(language, "preset-five-labels"),
        Preset::Three => tr!(language, "preset-three-labels"),
        Preset::FourGraded => tr!(language, "preset-four-graded-labels"),
        Preset::FourQuality => tr!(language, "preset-four-quality-labels"),
        Preset::Seven => tr!(language, "preset-seven-labels"),
        Preset::Ten => String::new(),
        Preset::YesNo => tr!(language, "preset-yesno-labels"),
    }
}

/// A ready-made scale with the labels of a language; without labels the scores are the labels.
pub(super) fn ready_made(language: Language, preset: Preset) -> Scale {
    let labels = labels(language, preset);
    let mut labels = labels.split('|');
    let options = preset.options().into_iter().map(|(score, satisfied)| {
        let label = labels.next().filter(|label| !label.is_empty());
        ScaleOption {
            label: label.map_or_else(|| number::plain(score), str::to_owned),
            score: Some(score),
            satisfied,
            aliases: Vec::new(),
        }
    });
    Scale {
        name: preset_name(language, preset),
        options: options.collect(),
    }
}

/// Turns an item into one of another kind, with the scale and flags that go with it.
pub(super) fn become_kind(item: &mut Item, kind: ItemKind, language: Language) {
    let had_scale = item.kind.has_scale();
    item.kind = kind;
    item.scored = kind.scored_by_default() && item.dimension.is_some();
    if !kind.may_be_scored() {
        item.scored = false;
    }
    if !kind.takes_one_option() {
        item.segment = false;
    }
    if !kind.has_scale() {
        item.scale = None;
    } else if kind == ItemKind::YesNo {
        item.scale = Some(ready_made(language, Preset::YesNo));
    } else if !had_scale || item.scale.is_none() {
        item.scale = Some(ready_made(language, Preset::Five));
    }
}

/// What a score counts in percent.
pub(super) fn percent(item: &Item, score: Option<f64>, rule: Normalisation) -> Option<f64> {
    let scale = item.scale.as_ref()?;
    let (score, max) = (score?, scale.max()?);
    let percent = match rule {
        Normalisation::OfMaximum => 100.0 * score / max,
        Normalisation::MinMax => {
            let min = scale.min()?;
            100.0 * (score - min) / (max - min)
        }
    };
    percent.is_finite().then_some(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ready_made_scale_has_a_label_for_each_option() {
        for language in Language::ALL {
            for preset in Preset::ALL {
                let scale = ready_made(language, preset);
                assert_eq!(fitting(&scale), Some(preset));
                let mut labels: Vec<_> = scale.options.iter().map(|it| &it.label).collect();
                let count = labels.len();
                labels.sort();
                labels.dedup();
                assert_eq!(labels.len(), count, "{preset:?} in {language:?}");
            }
        }
    }
}
