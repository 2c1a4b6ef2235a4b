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
}
