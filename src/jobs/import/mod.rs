//! A file of returns into a wave: open, recognise, read, keep. One file is one step.

mod instead;
mod keep;
mod learned;
mod numbers;
mod period;
mod read;
mod recall;
mod repeats;
mod replacing;
mod sheets;

use std::path::Path;
use std::sync::Arc;

use jiff::{Timestamp, Zoned};

pub use self::instead::{Carried, once_more, without};
pub(in crate::jobs) use self::instead::{carry, taken_back, without_imports};
use self::keep::{again, keep};
pub use self::learned::Learned;
pub use self::numbers::{Needless, decimals, learn_numbers, order};
pub use self::period::{SaidBy, other as other_period};
pub use self::read::refuse_unreadable;
pub(in crate::jobs) use self::read::{Read, read};
pub use self::recall::recall;
pub use self::repeats::{Into, Repeats, repeats};
use self::replacing::{decided, replacing};

use super::{JobError, unpack, validity, wave};
use crate::edit::Opening;
use crate::intake::spreadsheet::SheetInfo;
use crate::intake::{Context, Decoding, Sheet, Spreadsheet, file, mapping, returns};
use crate::model::{
    Customer, Data, Import, ImportId, Issue, Mapping, Marking, Period, Progress, Questionnaire,
    Reading, RepeatChoice, SetAside, SourceFile, Step, Survey, TextEncoding, Touched, Undecided,
    Wave,
};
use crate::store::{Store, StoreError};

/// A file opened at one of its sheets, its columns recognised as far as they leave no doubt.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub source: SourceFile,
    pub sheets: Vec<SheetInfo>,
    /// Which of `sheets` this is.
    pub at: usize,
    /// Other visible sheets that hold returns of the same questionnaire, by name.
    pub others: Vec<String>,
    /// What it was decoded as; `None` where it is no text.
    pub encoding: Option<TextEncoding>,
    pub sheet: Sheet,
    pub mapping: Mapping,
    /// Keep the file as it came, private columns included.
    pub keep_private: bool,
    /// What comes to a closed wave is taken in all the same, and stands apart.
    pub late: bool,
    /// What becomes of returns that came in before with other answers.
    pub repeats: Option<RepeatChoice>,
    /// Why those that newer answers take the place of count no more, for people to read.
    pub replaced: String,
    /// The mail or archive it was unpacked from, kept beside the returns it brings.
    pub brought_by: Option<SourceFile>,
    /// The import it is read once more instead of, which is taken back in the same step.
    pub instead_of: Option<ImportId>,
}

/// A sheet of a file and what its columns are.
struct Found {
    at: usize,
    encoding: Option<TextEncoding>,
    sheet: Sheet,
    mapping: Mapping,
}

impl Found {
    /// Whether any column is an item.
    fn fits(&self) -> bool {
        !self.mapping.undecided().contains(&Undecided::NothingFits)
    }

    fn of(self, source: SourceFile, sheets: Vec<SheetInfo>) -> Candidate {
        Candidate {
            source,
            sheets,
            at: self.at,
            others: Vec::new(),
            encoding: self.encoding,
            sheet: self.sheet,
            mapping: self.mapping,
            keep_private: false,
            late: false,
            repeats: None,
            replaced: String::new(),
            instead_of: None,
            brought_by: None,
        }
    }
}

impl sheets::Taken {
    fn of(self, source: SourceFile, sheets: Vec<SheetInfo>) -> Candidate {
        Candidate {
            others: self.others,
            ..self.found.of(source, sheets)
        }
    }
}

/// What the columns are recognised by, and the text if it is one.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub questionnaire: &'a Questionnaire,
    pub customers: &'a [Customer],
    /// How columns of numbers are read, if the user said so.
    pub values: Option<Reading>,
    pub decoding: Decoding,
    /// Forms of the firm's own that were marked.
    pub markings: &'a [Marking],
}

/// What a file came to.
#[derive(Clone, Debug)]
pub struct Taken {
    pub import: Import,
    pub returns: usize,
    /// Returns that are not void.
    pub valid: usize,
    pub issues: Vec<Issue>,
    /// Rows that held something but were no returns.
    pub set_aside: Vec<SetAside>,
    /// Rows that were taken for returns though they are called what sums others up.
    pub doubtful: Vec<u32>,
    /// Rows whose return came in before.
    pub repeats: Repeats,
    /// What its inverse takes back: the import, and the wave if it opened one.
    pub step: Step,
    pub touched: Touched,
    /// What was decided of the import it takes the place of.
    pub carried: Carried,
}

/// Opens a file at the visible sheet that holds the returns; at its first usable one if
/// none does.
///
/// # Errors
/// [`SheetFault::Hidden`](crate::intake::SheetFault::Hidden) when no visible sheet can be used and a hidden one has such a
/// column: it may be left over from another time.
pub fn open(path: &Path, asked: Asked<'_>, progress: &Progress) -> Result<Candidate, JobError> {
    let (source, (taken, sheets)) = file::read_while(path, progress, |name, bytes| {
        let mut opened = Spreadsheet::open_decoded(name, bytes, asked.decoding, progress)?;
        let taken = sheets::best(&mut opened, asked, progress)?;
        Ok::<_, JobError>((taken, opened.sheets().to_vec()))
    })?;
    let brought_by = unpack::brought_by(path);
    let brought_by = brought_by.map(|it| file::read(&it, progress)).transpose()?;
    Ok(Candidate {
        brought_by,
        ..taken.of(source, sheets)
    })
}

/// The same for a file that is in memory already.
pub fn recognise(
    source: &SourceFile,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Candidate, JobError> {
    let (name, bytes) = (&source.name, &source.bytes);
    let mut opened = Spreadsheet::open_decoded(name, bytes, asked.decoding, progress)?;
    let taken = sheets::best(&mut opened, asked, progress)?;
    Ok(taken.of(source.clone(), opened.sheets().to_vec()))
}

/// The file at the sheet of that name.
///
/// # Errors
/// [`JobError::UnknownSheet`] with those there are.
pub fn named(
    candidate: Candidate,
    name: &str,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Candidate, JobError> {
    if candidate.sheet.name == name {
        return Ok(candidate);
    }
    let mut sheets = candidate.sheets.iter();
    match sheets.position(|sheet| sheet.name == name) {
        Some(at) => at_sheet(&candidate, at, asked, progress),
        None => Err(JobError::UnknownSheet {
            file: candidate.source.name,
            name: name.to_owned(),
            known: candidate.sheets.into_iter().map(|it| it.name).collect(),
        }),
    }
}

/// Where nobody can be asked, one of several sheets is not taken for all.
///
/// # Errors
/// [`JobError::WhichSheet`] with the sheets that hold returns.
pub fn refuse_several(candidate: &Candidate) -> Result<(), JobError> {
    if candidate.others.is_empty() {
        return Ok(());
    }
    let fitting = |name: &String| *name == candidate.sheet.name || candidate.others.contains(name);
    let names = candidate.sheets.iter().map(|sheet| &sheet.name);
    Err(JobError::WhichSheet {
        file: candidate.source.name.clone(),
        known: names.filter(|name| fitting(name)).cloned().collect(),
    })
}

/// The file at another of its sheets, or decoded otherwise. The one at hand stays there if that
/// fails.
pub fn at_sheet(
    at_hand: &Candidate,
    at: usize,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Candidate, JobError> {
    let source = &at_hand.source;
    let (name, bytes) = (&source.name, &source.bytes);
    let held = &at_hand.sheet;
    let mut spreadsheet = Spreadsheet::open_beside(held, name, bytes, asked.decoding, progress)?;
    let found = find(&mut spreadsheet, at, asked, progress)?;
    let sheets = spreadsheet.sheets().to_vec();
    let fitting = at_hand.others.iter().chain([&held.name]);
    let others = fitting.filter(|name| !at_hand.others.is_empty() && **name != found.sheet.name);
    Ok(Candidate {
        others: others.cloned().collect(),
        keep_private: at_hand.keep_private,
        late: at_hand.late,
        repeats: at_hand.repeats,
        replaced: at_hand.replaced.clone(),
        instead_of: at_hand.instead_of,
        brought_by: at_hand.brought_by.clone(),
        ..found.of(source.clone(), sheets)
    })
}

fn find(
    spreadsheet: &mut Spreadsheet,
    at: usize,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Found, JobError> {
    let Asked {
        questionnaire,
        customers,
        values,
        markings,
        ..
    } = asked;
    let mut sheet = spreadsheet.read_marked(at, &questionnaire.items, markings, progress)?;
    sheet.call_after_its_file(customers);
    let mapping = mapping::propose(&sheet, questionnaire, customers, values, progress)?;
    Ok(Found {
        at,
        encoding: spreadsheet.encoding(),
        sheet,
        mapping,
    })
}

/// Reads every row and keeps it, opening the wave if it is new. Whatever fails, the workspace
/// is as it was.
pub fn take_in(
    store: &mut Store,
    data: &Data,
    survey: &Survey,
    period: Period,
    candidate: &Candidate,
    progress: &Progress,
) -> Result<Taken, JobError> {
    let opening = wave::opening(store, data, survey, period, Zoned::now().date())?;
    let late = late(&opening.wave, candidate)?;
    refuse_twice(store, data, survey, candidate)?;
    let asked = Asked {
        questionnaire: &opening.revision.questionnaire,
        customers: &data.customers,
        values: None,
        decoding: Decoding::Recognised,
        markings: &data.markings,
    };
    // What a number means has to be known before answers are held against those that are there.
    returns::check(&candidate.sheet, &candidate.mapping, asked.questionnaire)?;
    let into = Into {
        survey: survey.id,
        wave: opening.wave.id,
    };
    let repeats = repeats(store, data, into, candidate, asked, progress)?;
    let there = decided(candidate, &repeats)?;
    let context = Context {
        questionnaire: asked.questionnaire,
        customers: asked.customers,
        wave: opening.wave.id,
        period: Some(period),
        there: &there,
    };
    let Read {
        mut batch,
        set_aside,
        doubtful,
    } = read(data, candidate, &context, Timestamp::now(), progress)?;
    batch.returns.iter_mut().for_each(|it| it.late = late);
    if let Some(mail) = &candidate.brought_by {
        unpack::lay_beside(&mut batch, mail);
    }
    validity::apply(&mut batch, asked.questionnaire);
    let replacing = replacing(store, candidate, &repeats, opening.wave.id)?;
    batch.import.mapping = Arc::new(Mapping {
        replaces: replacing.replaces,
        instead_of: candidate.instead_of.into_iter().collect(),
        ..Mapping::clone(&batch.import.mapping)
    });
    let old = candidate.instead_of.and_then(|id| data.import(id));
    let mut carried = Carried::default();
    if let Some(old) = old {
        // Whatever was stripped when it was kept, it is the same file.
        batch.import.sha256.clone_from(&old.sha256);
        batch.import.file.clone_from(&old.file);
        let items = &asked.questionnaire.items;
        carried = instead::carry(store, old, &mut batch, items)?;
    }
    let back = old.map(instead::taken_back).into_iter().collect();
    let opening = Opening {
        changes: [opening.changes, replacing.changes, back].concat(),
        ..opening
    };
    let returns = batch.returns.len();
    let valid = batch.returns.iter().filter(|it| it.void.is_none());
    let valid = valid.count();
    let entered = keep(store, &opening, (batch, old.is_some()), progress)?;
    Ok(Taken {
        step: again(&opening, &entered.import),
        import: entered.import,
        returns,
        valid,
        issues: entered.issues,
        set_aside,
        doubtful,
        repeats,
        touched: entered.touched,
        carried,
    })
}

/// Whether what is taken in is late.
///
/// # Errors
/// [`JobError::WaveClosed`] when it is and nobody said that this is known.
fn late(wave: &Wave, candidate: &Candidate) -> Result<bool, JobError> {
    match wave.closed() {
        Some(closing) if !candidate.late => Err(JobError::WaveClosed {
            period: wave.period,
            closing: closing.clone(),
        }),
        closed => Ok(closed.is_some()),
    }
}

/// Refuses a file the survey holds already before the work of reading it.
fn refuse_twice(
    store: &Store,
    data: &Data,
    survey: &Survey,
    candidate: &Candidate,
) -> Result<(), JobError> {
    let sha256 = &candidate.source.sha256;
    let before = data.import_of(survey.id, sha256, &candidate.sheet.name);
    before.map_or(Ok(()), |(import, wave)| {
        Err(JobError::of(store)(StoreError::SameFile {
            file: import.file.clone(),
            at: import.at,
            period: wave.period,
        }))
    })
}
