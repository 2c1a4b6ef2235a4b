//! What a mark is drawn in: a role, which each palette turns into its own colour.

use crate::theme::{Color, Palette};

/// The role of a colour. A chart never holds colours, so that light, dark and paper draw the
/// same chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    Text,
    /// Labels, units, explanations.
    Weak,
    /// The ground: inside hollow points.
    Surface,
    /// Hairline between rows.
    Line,
    /// Under a table head.
    LineStrong,
    Grid,
    Axis,
    Target,
    /// Interval area behind a line.
    Band,
    /// This wave's dots.
    Accent,
    /// Only what needs action.
    Negative,
    Positive,
    /// The n-th line, from 0.
    Series(usize),
    /// One of the seven steps from worst (0) to best (6).
    Step(usize),
    /// Text inside that step.
    OnStep(usize),
}

impl Ink {
    /// The colour in a palette. A series beyond the last colour begins anew.
    pub fn color(self, palette: &Palette) -> Color {
        let pick = |colors: &[Color], at: usize| {
            let wrapped = at.checked_rem(colors.len()).unwrap_or_default();
            colors.get(wrapped).copied().unwrap_or_default()
        };
        match self {
            Self::Text => palette.text,
            Self::Weak => palette.text_weak,
            Self::Surface => palette.surface,
            Self::Line => palette.line,
            Self::LineStrong => palette.line_strong,
            Self::Grid => palette.grid,
            Self::Axis => palette.axis,
            Self::Target => palette.target,
            Self::Band => palette.band,
            Self::Accent => palette.accent,
            Self::Negative => palette.negative,
            Self::Positive => palette.positive,
            Self::Series(at) => pick(&palette.series, at),
            Self::Step(at) => pick(&palette.diverging, at),
            Self::OnStep(at) => pick(&palette.diverging_text, at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::tokens;

    #[test]
    fn every_role_has_a_colour_on_paper() {
        let paper = &tokens().paper;
        assert_eq!(Ink::Series(1).color(paper), paper.series[1]);
        assert_eq!(Ink::Series(7).color(paper), paper.series[1]);
        assert_eq!(Ink::Step(6).color(paper), paper.diverging[6]);
        assert_eq!(Ink::Accent.color(&Palette::default()), Color::default());
    }
}
