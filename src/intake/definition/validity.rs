//! The rules of validity in one cell: `least 0.5; required; alike 8; seconds 2; void too_few,
//! too_fast`. A part that is left out asks for nothing.

use crate::model::{Flag, Validity};

const PARTS: [&str; 6] = ["least", "required", "alike", "seconds", "void", "none"];
const FLAGS: [(&str, Flag); 4] = [
    ("too_few", Flag::TooFew),
    ("required", Flag::Required),
    ("alike", Flag::Alike),
    ("too_fast", Flag::TooFast),
];

/// A part that says none of what it could say.
pub(super) struct Wrong {
    pub(super) found: String,
    pub(super) allowed: Vec<&'static str>,
}

pub(super) fn read(text: &str) -> Result<Validity, Wrong> {
    let mut read = Validity {
        least: 0.0,
        required: false,
        alike: 0,
        seconds: 0.0,
        voids: Vec::new(),
    };
    for part in text.split([';', '；', '\n']) {
        let part = part.to_lowercase();
        let part = part.trim();
        let wrong = |allowed: &[&'static str]| Wrong {
            found: part.to_owned(),
            allowed: allowed.to_vec(),
        };
        let (name, rest) = part.split_once(' ').unwrap_or((part, ""));
        let number = |high: f64| {
            let number = rest.trim().parse::<f64>().ok();
            let number = number.filter(|it| (0.0..=high).contains(it));
            number.ok_or_else(|| wrong(&PARTS))
        };
        match name {
            "" | "none" => {}
            "least" => read.least = number(1.0)?,
            "required" => read.required = true,
            "alike" => read.alike = number(255.0)? as u8,
            "seconds" => read.seconds = number(1e6)?,
            "void" => {
                for word in rest.split([',', '，', '、']) {
                    let known = FLAGS.iter().find(|(known, _)| *known == word.trim());
                    let (_, flag) = known.ok_or_else(|| wrong(&FLAGS.map(|(word, _)| word)))?;
                    read.voids.push(*flag);
                }
            }
            _ => return Err(wrong(&PARTS)),
        }
    }
    Ok(read)
}
