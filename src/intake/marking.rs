//! Forms that are marked by hand: the sheets of a blank laid out, and marks written into its
//! cells as text: `{CO1}`, `{CO1=5}`, `{customer}`.

use std::ops::Range;

use super::error::IntakeError;
use super::filled::marked::{self, option_named};
use super::normal::folded;
use super::options::Options;
use super::spreadsheet::Spreadsheet;
use crate::model::{
    BlankSheet, CellPlace, Item, Mark, Marking, MarkingFault, Meant, Printed, Progress,
    Questionnaire, SourceFile,
};

/// What stands in braces for what is asked beside the items; the first is what we write.
const FIELDS: [(Meant, &[&str]); 6] = [
    (Meant::Customer, &["customer", "客户", "客户名称"]),
    (
        Meant::Respondent,
        &["respondent", "contact", "填写人", "联系人"],
    ),
    (Meant::Role, &["role", "职务"]),
    (Meant::Date, &["date", "日期"]),
    (Meant::Channel, &["channel", "渠道"]),
    (Meant::Collector, &["collector", "回收人"]),
];

/// The visible sheets of a file that may be forms.
///
/// # Errors
/// Those of opening it; what is wrong with the first sheet where none can be used.
pub fn blanks(source: &SourceFile, progress: &Progress) -> Result<Vec<BlankSheet>, IntakeError> {
    let mut opened = Spreadsheet::open(&source.name, &source.bytes, progress)?;
    let sheets = opened.sheets().iter().enumerate();
    let visible = sheets.filter(|(_, it)| !it.hidden).map(|(at, _)| at);
    let (mut blanks, mut fault) = (Vec::new(), None);
    for at in visible.collect::<Vec<usize>>() {
        match opened.blank(at, progress) {
            Ok(blank) => blanks.push(blank),
            Err(error @ IntakeError::Sheet { .. }) => {
                fault.get_or_insert(error);
            }
            Err(error) => return Err(error),
        }
    }
    match fault {
        Some(fault) if blanks.is_empty() => Err(fault),
        _ => Ok(blanks),
    }
}

/// The marks a sheet would have by its own words, as far as those are known.
pub fn proposed(sheet: &BlankSheet, asked: &Questionnaire) -> Vec<Mark> {
    marked::proposed(sheet, &asked.items)
}

/// The labels in the text of a cell behind which an answer may stand, and what each asks for
/// where it says so.
pub fn labels(text: &str) -> Vec<(String, Option<Meant>)> {
    let all = marked::labels(text).into_iter();
    all.map(|(label, meant, _)| (label, meant)).collect()
}

/// Whether the form that was marked is one that was filled in, and no blank.
pub fn is_filled(marking: &Marking, asked: &Questionnaire) -> bool {
    marked::is_filled(marking, &asked.items)
}

/// The marks written into the cells of a sheet, and the sheet without them.
///
/// # Errors
/// What stands in braces and is nothing that is asked, and what is wrong with all of them.
pub fn written(
    sheet: &BlankSheet,
    asked: &Questionnaire,
) -> Result<(BlankSheet, Vec<Mark>), MarkingFault> {
    let mut bare = BlankSheet {
        printed: Vec::new(),
        ..sheet.clone()
    };
    let mut marks = Vec::new();
    for printed in &sheet.printed {
        let found = braces(&printed.text);
        let (mut text, mut from, mut label) = (String::new(), 0, String::new());
        for (whole, inside) in found {
            let before = printed.text.get(from..whole.start).unwrap_or_default();
            text.push_str(before);
            label.push_str(before);
            marks.push(Mark {
                at: printed.at,
                label: std::mem::take(&mut label).trim().to_owned(),
                meant: meant(printed.at, &inside, asked)?,
            });
            from = whole.end;
        }
        text.push_str(printed.text.get(from..).unwrap_or_default());
        let text = text.trim().to_owned();
        match text.is_empty() {
            false => bare.printed.push(Printed {
                text,
                ..printed.clone()
            }),
            true if printed.at != printed.to => bare.merged.push((printed.at, printed.to)),
            true => {}
        }
    }
    Ok((bare, marks))
}

/// Whether an item is named in braces somewhere on a sheet, rightly or not.
pub fn is_marked(sheet: &BlankSheet, asked: &Questionnaire) -> bool {
    let names = |(_, inside): (Range<usize>, String)| match meant((0, 0), &inside, asked) {
        Ok(meant) => meant.item().is_some(),
        Err(fault) => !matches!(fault, MarkingFault::Unknown { .. }),
    };
    let mut printed = sheet.printed.iter();
    printed.any(|it| braces(&it.text).into_iter().any(names))
}

/// What is written into the cells of a blank, each after what stands there: the cell and its new
/// text.
pub fn as_text(
    sheet: &BlankSheet,
    marks: &[Mark],
    asked: &Questionnaire,
) -> Vec<(CellPlace, String)> {
    let mut cells: Vec<(CellPlace, String)> = Vec::new();
    for mark in marks {
        let Some(name) = name(&mark.meant, asked) else {
            continue;
        };
        let place = match cells.iter().position(|(at, _)| *at == mark.at) {
            Some(place) => place,
            None => {
                let printed = sheet.printed.iter().find(|it| it.at == mark.at);
                let text = printed.map(|it| it.text.clone()).unwrap_or_default();
                cells.push((mark.at, text));
                cells.len() - 1
            }
        };
        let Some((_, text)) = cells.get_mut(place) else {
            continue;
        };
        let behind = match mark.label.is_empty() {
            true => Some(0),
            false => text.find(&mark.label).map(|at| at + mark.label.len()),
        };
        text.insert_str(behind.unwrap_or(text.len()), &name);
    }
    cells
}

/// What stands in braces for a mark; `None` where its item is asked no more.
fn name(meant: &Meant, asked: &Questionnaire) -> Option<String> {
    let code = |lineage| Some(asked.item_of(lineage)?.code.as_str());
    Some(match meant {
        Meant::Item(lineage) => format!("{{{}}}", code(*lineage)?),
        Meant::Option(lineage, label) => format!("{{{}={label}}}", code(*lineage)?),
        field => {
            let (_, words) = FIELDS.iter().find(|(it, _)| it == field)?;
            format!("{{{}}}", words.first()?)
        }
    })
}

/// The pieces of a text in braces, and what stands in each.
fn braces(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, end)) = next_braces(text, from) {
        let inside = text.get(start..end).unwrap_or_default();
        let inside = inside.trim_matches(['{', '}', '｛', '｝']).trim();
        found.push((start..end, inside.to_owned()));
        from = end;
    }
    found
}

fn next_braces(text: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + text.get(from..)?.find(['{', '｛'])?;
    let rest = text.get(start..)?;
    let (end, closing) = rest.char_indices().find(|(_, c)| matches!(c, '}' | '｝'))?;
    Some((start, start + end + closing.len_utf8()))
}

fn meant(at: CellPlace, inside: &str, asked: &Questionnaire) -> Result<Meant, MarkingFault> {
    let item = |code: &str| {
        let code = folded(code);
        asked.items.iter().find(|it| folded(&it.code) == code)
    };
    if let Some(item) = item(inside) {
        return Ok(Meant::Item(item.lineage));
    }
    if let Some((code, option)) = inside.split_once(['=', '＝'])
        && let Some(item) = item(code)
    {
        return option_of(at, item, option.trim());
    }
    let word = folded(inside);
    let mut fields = FIELDS.iter();
    let field = fields.find(|(_, words)| words.contains(&word.as_str()));
    field
        .map(|(meant, _)| meant.clone())
        .ok_or_else(|| MarkingFault::Unknown {
            at,
            found: inside.to_owned(),
        })
}

fn option_of(at: CellPlace, item: &Item, text: &str) -> Result<Meant, MarkingFault> {
    let code = || item.code.clone();
    let scale = item.scale.as_ref().filter(|_| item.kind.has_scale());
    let scale = scale.ok_or_else(|| MarkingFault::NoScale { at, item: code() })?;
    let found = option_named(&Options::of(scale), text);
    let option = found.and_then(|it| scale.options.get(usize::from(it)));
    option
        .map(|it| Meant::Option(item.lineage, it.label.clone()))
        .ok_or_else(|| MarkingFault::NoOption {
            at,
            item: code(),
            found: text.to_owned(),
        })
}
