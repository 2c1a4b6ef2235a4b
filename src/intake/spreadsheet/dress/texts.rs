//! Texts written in several ways, of which some pieces are bold.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::walk::{Step, is_on, walk};

/// Bytes of one text that are looked at.
const LONGEST: usize = 4_000;
const MOST: usize = 500;

/// The pieces of one text. A piece with no look of its own has that of its cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Runs {
    pub pieces: Vec<(String, Option<bool>)>,
    bold: Option<bool>,
    /// How a word is spoken is no part of it.
    spoken: bool,
    length: usize,
}

impl Runs {
    pub fn begin(&mut self, name: &str, start: &BytesStart<'_>) {
        match name {
            "r" => self.bold = None,
            "rPr" => self.bold = Some(false),
            "b" => self.bold = Some(is_on(start)),
            "rPh" => self.spoken = true,
            _ => {}
        }
    }

    pub fn end(&mut self, name: &str, text: &str) {
        match name {
            "t" if !self.spoken && self.pieces.len() < MOST => {
                self.length += text.len();
                if self.length <= LONGEST {
                    self.pieces.push((text.to_owned(), self.bold));
                }
            }
            "rPh" => self.spoken = false,
            _ => {}
        }
    }
}

/// The shared texts at these positions.
pub(super) fn shared(bytes: &[u8], wanted: &mut BTreeMap<usize, Runs>) {
    let mut next = 0;
    let mut runs: Option<Runs> = None;
    let mut text = String::new();
    walk(bytes, |step| match step {
        Step::Begin("si", _) => {
            runs = wanted.contains_key(&next).then(Runs::default);
        }
        Step::Begin(name, start) => {
            text.clear();
            if let Some(runs) = &mut runs {
                runs.begin(name, start);
            }
        }
        Step::Text(more) => {
            if runs.is_some() {
                text.push_str(more);
            }
        }
        Step::End("si") => {
            if let Some(runs) = runs.take() {
                wanted.insert(next, runs);
            }
            next += 1;
        }
        Step::End(name) => {
            if let Some(runs) = &mut runs {
                runs.end(name, &text);
            }
        }
    });
}
