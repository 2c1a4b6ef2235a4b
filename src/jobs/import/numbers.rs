//! Which option each number of an export means, where the order of the options was only assumed:
//! as somebody said of an earlier file with the same titles, as somebody says now, or as the same
//! returns tell that came in with words before.

use rustc_hash::{FxHashMap, FxHashSet};

use super::repeats::{Into, same_rows};
use super::{Asked, Candidate};
use crate::intake::{SheetColumn, mapping};
use crate::jobs::JobError;
use crate::model::{
    Answer, Data, Item, Mapping, Progress, Questionnaire, Reading, ReturnId, WaveReturns,
};
use crate::store::Store;

/// Numbers above this are none of options.
const HIGHEST: usize = 200;
/// Returns that by their running numbers alone are those of an earlier file if all they say fits.
const MANY: usize = 30;

/// The option each number from 1 on means.
type Numbered = Vec<Option<u8>>;

/// Fills in what earlier imports tell for certain; the columns it settled.
///
/// # Errors
/// What the workspace says that cannot be read; [`JobError::Cancelled`].
pub fn learn_numbers(
    store: &Store,
    data: &Data,
    into: Into,
    candidate: &mut Candidate,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Vec<usize>, JobError> {
    let waiting = waiting(&candidate.mapping);
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let mut settled = said_before(data, into, &mut candidate.mapping);
    let rest: Vec<usize> = waiting
        .into_iter()
        .filter(|at| !settled.contains(at))
        .collect();
    if rest.is_empty() {
        return Ok(settled);
    }
    for same in same_rows(store, data, into, candidate, asked, progress)? {
        let Some(wave) = data.wave(same.wave) else {
            continue;
        };
        let before = data.revision(wave.revision).map(|it| &it.questionnaire);
        let loaded = store.load_wave(same.wave).map_err(JobError::of(store))?;
        let learned = rest.iter().map(|at| {
            let learned = learned(candidate, *at, &same.rows, before?, &loaded);
            learned.map(|numbered| (*at, numbered))
        });
        let learned: Vec<Option<(usize, Numbered)>> = learned.collect();
        // A running number tells by itself nothing: all answers of many returns have to bear it out.
        let certain = same.rows.len() >= MANY && learned.iter().all(Option::is_some);
        if same.by_number && !certain {
            continue;
        }
        for (at, numbered) in learned.into_iter().flatten() {
            let column = candidate.mapping.columns.get_mut(at);
            if let Some(column) = column.filter(|it| it.reading == Reading::Unordered) {
                column.numbered = numbered;
                column.reading = Reading::OptionNumbers;
                settled.push(at);
            }
        }
    }
    Ok(settled)
}

fn waiting(mapping: &Mapping) -> Vec<usize> {
    let columns = mapping.columns.iter().enumerate();
    let waiting = columns.filter(|(_, it)| it.reading == Reading::Unordered);
    waiting.map(|(at, _)| at).collect()
}

/// As an earlier file with the same titles was read.
fn said_before(data: &Data, into: Into, mapping: &mut Mapping) -> Vec<usize> {
    let of_survey = |wave| data.wave(wave).is_some_and(|it| it.survey == into.survey);
    let mut same = data.imports.iter().rev().filter(|it| {
        !it.undone && of_survey(it.wave) && it.mapping.fingerprint == mapping.fingerprint
    });
    let Some(before) = same.next() else {
        return Vec::new();
    };
    let mut settled = Vec::new();
    let columns = mapping.columns.iter_mut().zip(&before.mapping.columns);
    for (at, (column, before)) in columns.enumerate() {
        if column.reading == Reading::Unordered
            && column.target == before.target
            && before.reading == Reading::OptionNumbers
            && !before.numbered.is_empty()
        {
            column.reading = before.reading;
            column.numbered.clone_from(&before.numbered);
            settled.push(at);
        }
    }
    settled
}

/// Reads the numbers as somebody said of what stands before decimals, where the cells do not say it.
///
/// # Errors
/// [`MappingFault::OtherDecimals`](crate::intake::MappingFault::OtherDecimals) where they say
/// something else.
pub fn decimals(
    candidate: &mut Candidate,
    asked: &Questionnaire,
    said: Reading,
) -> Result<(), JobError> {
    let (sheet, mapping) = (&candidate.sheet, &mut candidate.mapping);
    Ok(mapping::say_decimals(sheet, mapping, asked, said)?)
}

/// An item whose order of options was told and not needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needless {
    pub item: String,
    /// How its column is read; `None` where the file has none.
    pub reading: Option<Reading>,
}

/// The options of an item in the order of their numbers, as somebody typed them; of all lines of a
/// grid, where its number is named: Q3 for Q3.1 and Q3.2.
///
/// # Errors
/// [`JobError::UnknownSubject`] for a code no item has, [`JobError::NotAnOrder`] for a label none of its
/// options has, with those there are.
pub fn order(
    candidate: &mut Candidate,
    asked: &Questionnaire,
    said: &str,
) -> Result<Vec<Needless>, JobError> {
    let (code, labels) = said.split_once('=').unwrap_or((said, ""));
    let code = code.trim();
    let own = |item: &&Item| item.code.eq_ignore_ascii_case(code);
    let line = |item: &&Item| {
        let rest = item.code.get(code.len()..).unwrap_or_default();
        let head = item.code.get(..code.len()).unwrap_or_default();
        !code.is_empty() && head.eq_ignore_ascii_case(code) && rest.starts_with(['.', '-', '_'])
    };
    let mut items: Vec<&Item> = asked.items.iter().filter(own).collect();
    if items.is_empty() {
        let lines = asked.items.iter().filter(line);
        items = lines.filter(|it| it.scale.is_some()).collect();
    }
    if items.is_empty() {
        return Err(JobError::UnknownSubject {
            code: code.to_owned(),
            known: asked.items.iter().map(|it| it.code.clone()).collect(),
        });
    }
    let mut needless = Vec::new();
    for item in items {
        let numbered = numbered(item, labels)?;
        let columns = candidate.mapping.columns.iter_mut();
        let own = columns.filter(|it| it.target.item() == Some(item.lineage));
        let mut needed = false;
        let mut reading = None;
        for column in own {
            reading = Some(column.reading);
            if waits(column.reading, item) {
                column.reading = Reading::OptionNumbers;
                column.numbered.clone_from(&numbered);
                needed = true;
            }
        }
        if !needed {
            let item = item.code.clone();
            needless.push(Needless { item, reading });
        }
    }
    Ok(needless)
}

/// Whether somebody who says the order of the options says how the numbers are read.
fn waits(reading: Reading, item: &Item) -> bool {
    match reading {
        Reading::Unordered => true,
        Reading::Undecided | Reading::OptionNumbers => item.kind.has_scale(),
        _ => false,
    }
}

/// The option of an item each number means, as its labels were typed.
fn numbered(item: &Item, labels: &str) -> Result<Numbered, JobError> {
    let options = item.scale.iter().flat_map(|it| &it.options);
    let known: Vec<String> = options.map(|it| it.label.clone()).collect();
    let mut numbered = Vec::new();
    for label in labels.split([';', '；']).map(str::trim) {
        let alike = |it: &String| it.trim().to_lowercase() == label.to_lowercase();
        let place = known.iter().position(alike);
        let place = place.and_then(|at| u8::try_from(at).ok());
        match place {
            // A number nobody chose stands for an option nobody knows.
            None if label.is_empty() => numbered.push(None),
            Some(_) if !numbered.contains(&place) => numbered.push(place),
            Some(_) | None => return Err(not_an_order(item, label, known)),
        }
    }
    match numbered.iter().all(Option::is_none) {
        true => Err(not_an_order(item, "", known)),
        false => Ok(numbered),
    }
}

/// A label that is none of the options of an item, or stands twice; empty where there is none.
fn not_an_order(item: &Item, label: &str, known: Vec<String>) -> JobError {
    JobError::NotAnOrder {
        item: item.code.clone(),
        label: label.to_owned(),
        known,
    }
}

/// Which option each number means: a number that stands exactly in the rows whose returns chose
/// one option, and no other number does. `None` unless that holds for every number there is.
fn learned(
    candidate: &Candidate,
    at: usize,
    same: &[(u32, ReturnId)],
    before: &Questionnaire,
    loaded: &WaveReturns,
) -> Option<Numbered> {
    let column = candidate.sheet.columns.get(at)?;
    let lineage = candidate.mapping.columns.get(at)?.target.item()?;
    let place = before.items.iter().position(|it| it.lineage == lineage)?;
    let answers = loaded.columns.get(place)?;
    let rows: FxHashMap<ReturnId, usize> = (0..)
        .zip(&loaded.returns)
        .map(|(row, it)| (it.id, row))
        .collect();
    let mut of_numbers: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    let mut of_options: FxHashMap<u8, Vec<usize>> = FxHashMap::default();
    for (at, (row, returned)) in same.iter().enumerate() {
        let options = match answers.get(*rows.get(returned)?) {
            Answer::Option(option) => vec![option],
            Answer::Options(options) => options,
            _ => Vec::new(),
        };
        for number in numbers(column, *row)? {
            of_numbers.entry(number).or_default().push(at);
        }
        for option in options {
            of_options.entry(option).or_default().push(at);
        }
    }
    let mut all = FxHashSet::default();
    for row in 0..candidate.sheet.rows() {
        all.extend(numbers(column, row)?);
    }
    let mut numbered = vec![None; all.iter().copied().max()?];
    for number in all {
        let rows = of_numbers.get(&number)?;
        let mut options = of_options.iter().filter(|(_, it)| *it == rows);
        let rivals = of_numbers.values().filter(|it| *it == rows).count();
        let (Some((option, _)), None, 1) = (options.next(), options.next(), rivals) else {
            return None;
        };
        *numbered.get_mut(number.checked_sub(1)?)? = Some(*option);
    }
    Some(numbered)
}

/// The numbers in the cell of a row; `None` where it holds something else. Numbers below nought
/// and words in brackets say that there is no answer.
fn numbers(column: &SheetColumn, row: u32) -> Option<Vec<usize>> {
    let text = column.value(row).found();
    let text = text.trim();
    if text.is_empty() || text.starts_with(['-', '(', '（', '{']) {
        return Some(Vec::new());
    }
    if text.chars().any(char::is_alphabetic) || text.contains('.') {
        return None;
    }
    let parts = text.split(|c: char| !c.is_ascii_digit());
    let parts = parts.filter(|it| !it.is_empty());
    let numbers = parts.map(|it| it.parse().ok().filter(|it| (1..=HIGHEST).contains(it)));
    numbers.collect()
}
