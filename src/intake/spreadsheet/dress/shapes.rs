//! Check boxes and option buttons as drawings describe them: the drawing of old (VML) holds all
//! of one, the new one its text only.

use rustc_hash::FxHashMap;

use super::sheet::{Anchor, MOST};
use super::walk::{Step, attribute, walk};
use crate::intake::look::{List, Tick};

/// Bytes of text beside one box.
const LONGEST: usize = 400;

/// What a drawing says of one shape.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub label: String,
    /// It is a check box or an option button.
    pub is_box: bool,
    pub anchor: Option<Anchor>,
    pub tick: Option<Tick>,
    pub link: Option<String>,
    /// It is a list to choose from.
    pub list: Option<List>,
}

impl Shape {
    /// Whether anybody answers with it.
    pub fn is_asked(&self) -> bool {
        self.is_box || self.list.is_some()
    }
}

/// The boxes of a drawing of old in their order, each with the number it goes by. Some programs
/// give all the same.
pub(super) fn old(bytes: &[u8]) -> Vec<(Option<u64>, Shape)> {
    let mut shapes = Vec::new();
    let mut open: Option<(Option<u64>, Shape)> = None;
    let mut in_label = false;
    let mut text = String::new();
    walk(bytes, |step| match step {
        Step::Begin("shape", start) => {
            // The number stands in `o:spid`, or else in `id`.
            let names = ["spid", "id"].map(|name| attribute(start, name));
            let mut numbers = names.iter().flatten().filter_map(|name| numbered(name));
            open = Some((numbers.next(), Shape::default()));
        }
        Step::Begin("textbox", _) => in_label = true,
        Step::Begin("ClientData", start) => {
            let kind = attribute(start, "ObjectType").unwrap_or_default();
            if let Some((_, shape)) = &mut open {
                shape.is_box = matches!(kind.as_str(), "Checkbox" | "Radio");
                shape.list = (kind == "Drop").then(List::default);
            }
        }
        Step::Begin(..) => text.clear(),
        Step::Text(more) => match &mut open {
            Some((_, shape)) if in_label => push(&mut shape.label, more),
            _ => text.push_str(more),
        },
        Step::End("textbox") => in_label = false,
        Step::End("shape") => {
            let shape = open.take().filter(|_| shapes.len() < MOST);
            shapes.extend(shape.filter(|(_, shape)| shape.is_asked()));
        }
        Step::End(name) => {
            if let Some((_, shape)) = &mut open {
                match name {
                    "Anchor" => shape.anchor = anchor(&text),
                    "Checked" => shape.tick = Some(tick(&text)),
                    "FmlaLink" => shape.link = Some(text.trim().to_owned()),
                    "FmlaRange" => {
                        if let Some(list) = &mut shape.list {
                            text.trim().clone_into(&mut list.range);
                        }
                    }
                    "Sel" => {
                        if let Some(list) = &mut shape.list {
                            list.chosen = text.trim().parse().unwrap_or(0);
                        }
                    }
                    _ => {}
                }
            }
        }
    });
    shapes
}

/// The texts of the shapes of a new drawing.
pub(super) fn labels(bytes: &[u8]) -> FxHashMap<u64, String> {
    let mut labels = FxHashMap::default();
    let (mut number, mut label) = (None, String::new());
    let mut in_text = false;
    walk(bytes, |step| match step {
        Step::Begin("sp", _) => {
            number = None;
            label.clear();
        }
        Step::Begin("cNvPr", start) => {
            number = attribute(start, "id").and_then(|id| id.parse().ok());
        }
        Step::Begin("compatExt", start) => {
            let id = attribute(start, "spid");
            number = id.and_then(|id| numbered(&id)).or(number);
        }
        Step::Begin(name, _) => in_text = name == "t",
        Step::Text(text) if in_text => push(&mut label, text),
        Step::End("sp") => {
            if let Some(number) = number.take().filter(|_| labels.len() < MOST) {
                labels.insert(number, std::mem::take(&mut label));
            }
        }
        Step::End(_) => in_text = false,
        Step::Text(_) => {}
    });
    labels
}

fn push(label: &mut String, text: &str) {
    if label.len() + text.len() <= LONGEST {
        label.push_str(text);
    }
}

/// The number at the end of a shape's name: `_x0000_s1025`.
fn numbered(name: &str) -> Option<u64> {
    let digits = name.bytes().rev().take_while(u8::is_ascii_digit).count();
    name.get(name.len() - digits..)?.parse().ok()
}

/// Column, pixels, row, pixels of the first corner, then of the second.
fn anchor(text: &str) -> Option<Anchor> {
    let numbers = text.split(',').map(|it| it.trim().parse::<f64>());
    let numbers: Vec<f64> = numbers.collect::<Result<_, _>>().ok()?;
    let [x1, dx1, y1, dy1, x2, dx2, y2, dy2] = *numbers.as_slice() else {
        return None;
    };
    let at = |place: f64, pixels: f64| (place as u32, pixels);
    Some(Anchor {
        from: [at(x1, dx1), at(y1, dy1)],
        to: [at(x2, dx2), at(y2, dy2)],
    })
}

fn tick(text: &str) -> Tick {
    match text.trim() {
        "0" | "" => Tick::No,
        "1" => Tick::Yes,
        _ => Tick::Unclear,
    }
}
