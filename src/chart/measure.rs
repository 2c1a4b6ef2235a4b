//! How wide a text is, from the same font bytes that screen and paper draw with.
//!
//! Adds up advance widths and leaves kerning out: a label may come out a fraction of a pixel
//! narrower than measured, never wider.

use std::sync::LazyLock;

use ttf_parser::Face;

use crate::theme::fonts;

/// Measures texts. One for the whole program: [`Measure::shared`].
pub struct Measure {
    regular: Option<Face<'static>>,
    bold: Option<Face<'static>>,
}

static SHARED: LazyLock<Measure> = LazyLock::new(|| Measure {
    regular: Face::parse(fonts::REGULAR, 0).ok(),
    bold: Face::parse(fonts::BOLD, 0).ok(),
});

/// Advance of a character the font lacks, in ems: a full square, as such characters are
/// mostly Chinese.
const UNKNOWN: f32 = 1.0;

/// Height of a digit or capital above the baseline, in ems.
const CAP_HEIGHT: f32 = 0.733;

impl Measure {
    pub fn shared() -> &'static Self {
        &SHARED
    }

    /// Width of one line of text in the unit of `size`.
    pub fn width(&self, text: &str, size: f32, bold: bool) -> f32 {
        text.chars().map(|c| self.advance(c, bold)).sum::<f32>() * size
    }

    /// Advance of one character in ems.
    fn advance(&self, c: char, bold: bool) -> f32 {
        let face = if bold { &self.bold } else { &self.regular };
        let advance = face.as_ref().and_then(|face| {
            let glyph = face.glyph_index(c)?;
            Some(f32::from(face.glyph_hor_advance(glyph)?) / f32::from(face.units_per_em()))
        });
        advance.unwrap_or(UNKNOWN)
    }

    /// From the baseline to the top of digits and capitals.
    pub fn cap_height(&self, size: f32) -> f32 {
        size * CAP_HEIGHT
    }

    /// The text as far as it fits into `width`, ending in … if something was left out.
    pub fn fit(&self, text: &str, width: f32, size: f32, bold: bool) -> String {
        if self.width(text, size, bold) <= width {
            return text.to_owned();
        }
        let mut room = width / size - self.advance('…', bold);
        let kept: String = text
            .chars()
            .take_while(|c| {
                room -= self.advance(*c, bold);
                room >= 0.0
            })
            .collect();
        format!("{}…", kept.trim_end())
    }

    /// The text in at most `lines` lines of `width`, broken between Chinese characters and at
    /// spaces; the last line ends in … if something was left out. Never empty.
    pub fn wrap(&self, text: &str, width: f32, size: f32, bold: bool, lines: usize) -> Vec<String> {
        let mut rest = text.trim();
        let mut wrapped = Vec::new();
        while wrapped.len() + 1 < lines {
            let cut = self.break_at(rest, width / size, bold);
            if cut == rest.len() {
                break;
            }
            wrapped.push(rest[..cut].trim_end().to_owned());
            rest = rest[cut..].trim_start();
        }
        wrapped.push(self.fit(rest, width, size, bold));
        wrapped
    }

    /// Where in bytes the first line of `text` ends, in `ems` of width: after at least one
    /// character, at the end when all fits.
    fn break_at(&self, text: &str, ems: f32, bold: bool) -> usize {
        let mut used = 0.0;
        let mut allowed = 0;
        let mut before = None;
        // A sign of comparison stays with both of its sides: `p = 0.458`, `≥ 85`.
        let mut signed = false;
        for (at, c) in text.char_indices() {
            let signs = "=<>≥≤".contains(c);
            if !signs && !signed && before.is_some_and(|before| may_break(before, c)) {
                allowed = at;
            }
            signed = signs || (signed && c.is_whitespace());
            used += self.advance(c, bold);
            if used > ems && !c.is_whitespace() && at > 0 {
                return if allowed > 0 { allowed } else { at };
            }
            before = Some(c);
        }
        text.len()
    }
}

/// Whether a line may end between two characters: around spaces and Chinese, but not before
/// closing punctuation nor after an opening bracket.
fn may_break(before: char, after: char) -> bool {
    const CLOSING: &str = "，。、；：？！）》」』”’…,.;:?!)]}%";
    const OPENING: &str = "（《「『“‘([{";
    if CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    let wide = |c: char| ('\u{2E80}'..='\u{FFEF}').contains(&c);
    before.is_whitespace() || wide(before) || wide(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_both_scripts() {
        let measure = Measure::shared();
        assert_eq!(measure.width("满意", 12.0, false), 24.0);
        let digits = measure.width("84.6", 12.0, false);
        assert!((20.0..26.0).contains(&digits), "{digits}");
        let same = ["11.1", "88.8"].map(|text| measure.width(text, 12.0, true));
        assert_eq!(same[0], same[1]);
    }

    #[test]
    fn fits_by_leaving_out_the_end() {
        let measure = Measure::shared();
        assert_eq!(measure.fit("满意度", 40.0, 12.0, false), "满意度");
        assert_eq!(measure.fit("满意度指数", 40.0, 12.0, false), "满意…");
        assert_eq!(measure.fit("满意度", 1.0, 12.0, false), "…");
    }

    #[test]
    fn wraps_at_words_and_between_chinese() {
        let measure = Measure::shared();
        let wrap = |text, lines| measure.wrap(text, 72.0, 12.0, false, lines);
        assert_eq!(wrap("价格", 2), ["价格"]);
        assert_eq!(wrap("与同类供应商，相比", 2), ["与同类供应", "商，相比"]);
        assert_eq!(
            wrap("Quotations clear and prompt", 3),
            ["Quotations", "clear and", "prompt"]
        );
        assert_eq!(wrap("一二三四五六七八九十一二三四", 2)[1], "七八九十一…");
        assert_eq!(
            wrap("可能是偶然（p = 0.4）", 3),
            ["可能是偶然", "（p = 0.4）"]
        );
        assert_eq!(wrap("Short of target ≥ 85", 3)[1], "target ≥ 85");
        assert_eq!(measure.wrap("Donaudampf", 12.0, 12.0, false, 2).len(), 2);
        assert_eq!(wrap("", 2), [""]);
    }
}
