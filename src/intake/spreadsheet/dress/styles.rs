//! Which formats of a workbook are bold, and which fill the cell.

use quick_xml::events::BytesStart;
use rustc_hash::FxHashMap;

use super::walk::{Step, attribute, is_on, number, walk};

/// Fonts, fills and formats of one workbook.
const MOST: usize = 65_536;

/// The formats of a workbook by their number.
#[derive(Default)]
pub(super) struct Styles {
    fonts: Vec<bool>,
    /// Fonts that strike through what they write.
    struck: Vec<bool>,
    fills: Vec<Option<u32>>,
    /// Font and fill of each format.
    formats: Vec<(usize, usize)>,
    colours: FxHashMap<String, u32>,
}

#[derive(Clone, Copy, PartialEq)]
enum Within {
    Fonts,
    Fills,
    Formats,
}

impl Styles {
    pub fn of(bytes: &[u8]) -> Self {
        let mut styles = Self::default();
        let mut within = None;
        let mut solid = false;
        walk(bytes, |step| match (step, within) {
            (Step::Begin("fonts", _), _) => within = Some(Within::Fonts),
            (Step::Begin("fills", _), _) => within = Some(Within::Fills),
            (Step::Begin("cellXfs", _), _) => within = Some(Within::Formats),
            (Step::End("fonts" | "fills" | "cellXfs"), _) => within = None,
            (Step::Begin("font", _), Some(Within::Fonts)) if styles.fonts.len() < MOST => {
                styles.fonts.push(false);
                styles.struck.push(false);
            }
            (Step::Begin("strike", start), Some(Within::Fonts)) => {
                if let Some(font) = styles.struck.last_mut() {
                    *font = is_on(start);
                }
            }
            (Step::Begin("b", start), Some(Within::Fonts)) => {
                if let Some(font) = styles.fonts.last_mut() {
                    *font = is_on(start);
                }
            }
            (Step::Begin("fill", _), Some(Within::Fills)) if styles.fills.len() < MOST => {
                solid = false;
                styles.fills.push(None);
            }
            (Step::Begin("patternFill", start), Some(Within::Fills)) => {
                solid = attribute(start, "patternType").as_deref() == Some("solid");
            }
            (Step::Begin("fgColor", start), Some(Within::Fills)) if solid => {
                let colour = styles.colour(start);
                if let Some(fill) = styles.fills.last_mut() {
                    *fill = colour;
                }
            }
            (Step::Begin("xf", start), Some(Within::Formats)) if styles.formats.len() < MOST => {
                let of = |name| number(start, name).unwrap_or(0);
                styles.formats.push((of("fontId"), of("fillId")));
            }
            _ => {}
        });
        styles
    }

    /// A number for each colour; `None` for white.
    fn colour(&mut self, start: &BytesStart<'_>) -> Option<u32> {
        let of = |name| attribute(start, name);
        let tint = number::<f64>(start, "tint").unwrap_or(0.0);
        let name = match (of("rgb"), of("theme"), of("indexed")) {
            (Some(rgb), ..) => {
                let rgb = rgb.to_ascii_uppercase();
                rgb.get(rgb.len().saturating_sub(6)..)?.to_owned()
            }
            (_, Some(theme), _) => format!("theme {theme}"),
            (.., Some(indexed)) => format!("indexed {indexed}"),
            _ => return None,
        };
        let white = ["FFFFFF", "theme 0", "indexed 1", "indexed 9", "indexed 65"];
        if tint == 0.0 && white.contains(&name.as_str()) {
            return None;
        }
        let next = u32::try_from(self.colours.len()).unwrap_or(u32::MAX);
        let name = format!("{name} {tint}");
        Some(*self.colours.entry(name).or_insert(next))
    }

    /// Of each format whether it strikes through what it shows.
    pub fn struck(&self) -> Vec<bool> {
        let of = |font: &usize| self.struck.get(*font).copied().unwrap_or(false);
        self.formats.iter().map(|(font, _)| of(font)).collect()
    }

    /// Whether a format is bold, and its fill.
    pub fn look(&self, format: usize) -> (bool, Option<u32>) {
        let (font, fill) = self.formats.get(format).copied().unwrap_or_default();
        let bold = self.fonts.get(font).copied().unwrap_or(false);
        (bold, self.fills.get(fill).copied().flatten())
    }
}
