//! What version 7 knows besides: said only where it is there.

use std::fmt::Write;

use manyi::model::Data;

use super::quoted;

/// The forms that were marked.
pub(super) fn markings(data: &Data) -> String {
    let mut text = String::new();
    for it in &data.markings {
        let survey = quoted(&data.survey(it.survey).unwrap().name);
        let (file, sheet) = (quoted(&it.file), quoted(&it.sheet.name));
        let (sha256, size) = (&it.sha256, it.sheet.size);
        writeln!(text, "marking {survey} {file} {sha256} {sheet} {size:?}").unwrap();
        for printed in &it.sheet.printed {
            let (at, to, words) = (printed.at, printed.to, quoted(&printed.text));
            writeln!(text, "  printed {at:?} {to:?} {words}").unwrap();
        }
        for (from, to) in &it.sheet.merged {
            writeln!(text, "  merged {from:?} {to:?}").unwrap();
        }
        for look in &it.sheet.looks {
            let (at, bold, fill) = (look.at, look.bold, look.fill);
            writeln!(text, "  look {at:?} bold={bold} fill={fill:?}").unwrap();
        }
        for mark in &it.marks {
            let (at, label, meant) = (mark.at, quoted(&mark.label), &mark.meant);
            writeln!(text, "  mark {at:?} {label} {meant:?}").unwrap();
        }
    }
    text
}
