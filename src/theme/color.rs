//! A colour as the token file writes it.

use std::fmt;

use serde::Deserialize;

/// sRGB with alpha, not premultiplied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Color {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
    pub alpha: u8,
}

impl Color {
    pub const fn new(red: u8, green: u8, blue: u8, alpha: u8) -> Self {
        Self {
            red,
            green,
            blue,
            alpha,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.is_ascii())?;
        let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        let alpha = match digits.len() {
            6 => 0xFF,
            8 => byte(6)?,
            _ => return None,
        };
        Some(Self::new(byte(0)?, byte(2)?, byte(4)?, alpha))
    }
}

impl TryFrom<String> for Color {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("{text:?} is no colour such as #0B6470"))
    }
}

/// As `#rrggbb`, the form SVG and typst read; the alpha is left out.
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_hexadecimal() {
        let accent = Color::parse("#0B6470").unwrap();
        assert_eq!(accent, Color::new(11, 100, 112, 255));
        assert_eq!(accent.to_string(), "#0b6470");
        assert_eq!(Color::parse("#141C2429").unwrap().alpha, 0x29);
        for wrong in ["", "0B6470", "#0B64", "#GGGGGG", "#é12345"] {
            assert_eq!(Color::parse(wrong), None, "{wrong}");
        }
    }
}
