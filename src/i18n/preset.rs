//! The ready-made scales: what each is called, and its labels in a language.

use super::{Language, number};
use crate::model::{Preset, Scale, ScaleOption};
use crate::tr;

/// What it is called.
pub fn name(language: Language, preset: Preset) -> String {
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
pub fn scale(language: Language, preset: Preset) -> Scale {
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
        order_assumed: false,
        name: name(language, preset),
        options: options.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ready_made_scale_has_a_label_for_each_option() {
        for language in Language::ALL {
            for preset in Preset::ALL {
                let scale = scale(language, preset);
                assert_eq!(Preset::of(&scale), Some(preset));
                let mut labels: Vec<_> = scale.options.iter().map(|it| &it.label).collect();
                let count = labels.len();
                labels.sort();
                labels.dedup();
                assert_eq!(labels.len(), count, "{preset:?} in {language:?}");
            }
        }
    }
}
