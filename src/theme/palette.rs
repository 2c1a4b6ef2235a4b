//! The colours of one appearance.

use serde::Deserialize;

use super::Color;

/// A soft shadow under what floats.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Shadow {
    pub color: Color,
    pub offset: [f32; 2],
    pub blur: f32,
    pub spread: f32,
}

/// The colours of the light screen, the dark screen or paper. Paper leaves out what only a
/// screen has.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Palette {
    /// Top line, tabs, status line, side panels.
    pub background: Color,
    /// Main area, tables, fields.
    pub surface: Color,
    /// Menus, dialogs.
    pub raised: Color,
    /// Board columns, gauge track, disabled button, neutral tag.
    pub sunken: Color,
    /// Row or quiet button under the pointer.
    pub hover: Color,
    /// Chosen chip, segment, tree row.
    pub selected: Color,
    /// Chosen table row.
    pub selection_row: Color,
    /// Around a page preview.
    pub desk: Color,
    /// Text.
    pub text: Color,
    /// Labels, units, explanations.
    pub text_weak: Color,
    /// What cannot be used now.
    pub text_disabled: Color,
    /// Hairline between rows and panels.
    pub line: Color,
    /// Under a table head, field and button edge.
    pub line_strong: Color,
    /// Checkbox and radio edge.
    pub control: Color,
    /// Primary button, active tab, focus ring, link.
    pub accent: Color,
    pub accent_hover: Color,
    pub accent_text: Color,
    pub accent_tint: Color,
    pub positive: Color,
    pub positive_tint: Color,
    /// Only what needs action.
    pub negative: Color,
    pub negative_tint: Color,
    pub warning: Color,
    pub warning_tint: Color,
    pub grid: Color,
    pub axis: Color,
    /// Dashed target line, its label.
    pub target: Color,
    /// 95% interval area behind a line.
    pub band: Color,
    /// Marks and their labels, in this order.
    pub series: Vec<Color>,
    /// Worst to best, seven steps; see [`Palette::diverging_steps`].
    pub diverging: Vec<Color>,
    /// Label colour inside each of `diverging`.
    pub diverging_text: Vec<Color>,
    pub shadow: Shadow,
}

impl Palette {
    /// Which of the seven diverging colours a scale of `levels` uses, worst to best: all of
    /// them for seven or more, 1 2 4 6 7 for five, 1 3 5 7 for four.
    pub fn diverging_steps(levels: usize) -> Vec<usize> {
        match levels {
            0 => Vec::new(),
            1 => vec![6],
            2 => vec![0, 6],
            3 => vec![0, 3, 6],
            4 => vec![0, 2, 4, 6],
            5 => vec![0, 1, 3, 5, 6],
            6 => vec![0, 1, 2, 4, 5, 6],
            _ => (0..levels)
                .map(|level| (level * 6 + (levels - 1) / 2) / (levels - 1))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scale_runs_from_worst_to_best() {
        for levels in 2..=11 {
            let steps = Palette::diverging_steps(levels);
            assert_eq!(steps.len(), levels);
            assert_eq!((steps[0], steps[levels - 1]), (0, 6));
            assert!(steps.is_sorted(), "{steps:?}");
        }
    }
}
