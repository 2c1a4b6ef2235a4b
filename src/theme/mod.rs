//! Design tokens: every colour and size of screen and paper, read from `assets/tokens.json`.
//!
//! Knows no drawing library: `ui::style` turns these into what the window wants, `paper` into
//! what a page wants. A test holds that the file and the types agree, so that the fallback to
//! empty tokens cannot be met by a user.

mod color;
pub mod fonts;
mod palette;
mod sizes;

use std::sync::LazyLock;

use serde::Deserialize;

pub use color::Color;
pub use palette::{Palette, Shadow};
pub use sizes::{
    ChartMargins, ChartSizes, Dots, Heights, Icons, Motion, PaperType, Radii, Spaces, Strokes,
    TypeSizes, Typography, Widths,
};

/// Everything in the token file that the program uses.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Tokens {
    pub light: Palette,
    pub dark: Palette,
    pub paper: Palette,
    #[serde(rename = "type")]
    pub typography: Typography,
    pub paper_type_pt: PaperType,
    pub space: Spaces,
    pub radius: Radii,
    pub stroke: Strokes,
    pub height: Heights,
    pub width: Widths,
    pub icon: Icons,
    pub dot: Dots,
    pub chart: ChartSizes,
    pub motion: Motion,
}

static TOKENS: LazyLock<Tokens> = LazyLock::new(|| read().unwrap_or_default());

/// The tokens.
pub fn tokens() -> &'static Tokens {
    &TOKENS
}

fn read() -> serde_json::Result<Tokens> {
    serde_json::from_str(include_str!("../../assets/tokens.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_file_fits_the_types() {
        let tokens = read().unwrap();
        assert_eq!(tokens.light.accent, Color::new(0x0B, 0x64, 0x70, 0xFF));
        assert_eq!(tokens.light.series.len(), 6);
        assert_eq!(tokens.dark.diverging.len(), 7);
        assert_eq!(tokens.light.shadow.color.alpha, 0x29);
        assert_eq!(tokens.height.top_line, 48.0);
    }

    /// Relative luminance, WCAG 2.2.
    fn luminance(color: Color) -> f64 {
        let linear = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn words_and_edges_stand_out_from_their_grounds() {
        let tokens = read().unwrap();
        for (name, colors) in [("light", &tokens.light), ("dark", &tokens.dark)] {
            let hold = |what: &str, ink: Color, ground: Color, least: f64| {
                let is = contrast(ink, ground);
                assert!(is >= least, "{name} {what}: {ink} on {ground} is {is:.2}");
            };
            let grounds = [colors.background, colors.surface, colors.raised];
            let pressed = [
                colors.hover,
                colors.selected,
                colors.selection_row,
                colors.sunken,
            ];
            for ground in grounds.into_iter().chain(pressed) {
                hold("text", colors.text, ground, 7.0);
                hold("weak", colors.text_weak, ground, 4.5);
                hold("accent", colors.accent, ground, 4.5);
                hold("negative", colors.negative, ground, 4.5);
            }
            for ground in grounds {
                hold("field edge", colors.control, ground, 3.0);
                hold("disabled", colors.text_disabled, ground, 3.0);
            }
            hold("positive", colors.positive, colors.positive_tint, 4.5);
            hold("negative", colors.negative, colors.negative_tint, 4.5);
            hold("warning", colors.warning, colors.warning_tint, 4.5);
            hold("primary", colors.accent_text, colors.accent, 4.5);
            for (ground, ink) in colors.diverging.iter().zip(&colors.diverging_text) {
                hold("answers", *ink, *ground, 4.5);
            }
            for ink in &colors.series {
                hold("line", *ink, colors.surface, 3.0);
            }
        }
    }
}
