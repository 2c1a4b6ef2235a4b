//! Which sheet of a file holds the returns.
//!
//! The titles of items stand above summaries, entry forms and the returns alike: of the visible
//! sheets that fit the questionnaire best, the one with most returns is taken. Another one is
//! told of, unless all it holds stands in the taken one too.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashSet, FxHasher};

use super::{Asked, Found, find};
use crate::intake::{Context, IntakeError, SheetFault, Spreadsheet, returns};
use crate::jobs::JobError;
use crate::model::{Answer, LineageId, Mapping, Progress, Reading, Undecided, WaveId};

/// Share of the items of the best sheet that another one must have columns for to fit too.
const NEARLY_AS_GOOD: f64 = 0.8;

/// The sheet that is taken, and the names of others that hold returns of their own.
pub(super) struct Taken {
    pub found: Found,
    pub others: Vec<String>,
}

/// A sheet with what it would bring.
struct Tried {
    found: Found,
    items: usize,
    /// What tells each return from others.
    returns: Vec<u64>,
}

/// A sheet that is not taken.
struct Passed {
    name: String,
    items: usize,
    returns: FxHashSet<u64>,
}

/// Looks for the returns in all visible sheets.
///
/// # Errors
/// [`SheetFault::Hidden`] where only a hidden sheet fits; what is wrong with the first sheet
/// where none can be used.
pub(super) fn best(
    spreadsheet: &mut Spreadsheet,
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<Taken, JobError> {
    let sheets = spreadsheet.sheets();
    let (hidden, visible): (Vec<usize>, Vec<usize>) = (0..sheets.len()).partition(|at| {
        let sheet = sheets.get(*at);
        sheet.is_some_and(|sheet| sheet.hidden)
    });
    let (mut best, mut passed, mut fault): (Option<Tried>, Vec<Passed>, _) =
        (None, Vec::new(), None);
    for at in &visible {
        let found = match find(spreadsheet, *at, asked, progress) {
            Ok(found) => found,
            // An empty or wordy sheet beside the one with the returns.
            Err(JobError::Intake(error)) if matches!(*error, IntakeError::Sheet { .. }) => {
                fault.get_or_insert(JobError::Intake(error));
                continue;
            }
            Err(error) => return Err(error),
        };
        let tried = match visible.len() {
            1 => Tried::untold(found),
            _ => Tried::of(found, asked, progress)?,
        };
        match best.take() {
            Some(before) if !tried.beats(&before) => {
                passed.push(Passed::of(&tried));
                best = Some(before);
            }
            before => {
                passed.extend(before.as_ref().map(Passed::of));
                best = Some(tried);
            }
        }
    }
    let fits = best.as_ref().is_some_and(|best| best.found.fits());
    if !fits {
        refuse_hidden(spreadsheet, &hidden, asked, progress)?;
    }
    match (best, fault) {
        (Some(best), _) => Ok(Taken {
            others: best.others(&passed),
            found: best.found,
        }),
        (None, Some(fault)) => Err(fault),
        (None, None) => find(spreadsheet, 0, asked, progress).map(|found| Taken {
            found,
            others: Vec::new(),
        }),
    }
}

/// A hidden sheet may be left over from another time.
fn refuse_hidden(
    spreadsheet: &mut Spreadsheet,
    hidden: &[usize],
    asked: Asked<'_>,
    progress: &Progress,
) -> Result<(), JobError> {
    for at in hidden {
        match find(spreadsheet, *at, asked, progress) {
            Ok(found) if found.fits() => {
                let fault = SheetFault::Hidden;
                let (file, sheet) = (found.sheet.file, found.sheet.name);
                return Err(IntakeError::Sheet { file, sheet, fault }.into());
            }
            Err(JobError::Cancelled(cancelled)) => return Err(cancelled.into()),
            Ok(_) | Err(_) => {}
        }
    }
    Ok(())
}

impl Tried {
    /// What it would bring need not be known.
    fn untold(found: Found) -> Self {
        Self {
            items: items(&found.mapping),
            returns: Vec::new(),
            found,
        }
    }

    fn of(found: Found, asked: Asked<'_>, progress: &Progress) -> Result<Self, JobError> {
        let context = Context {
            questionnaire: asked.questionnaire,
            customers: asked.customers,
            wave: WaveId(0),
            period: None,
            there: &BTreeMap::new(),
        };
        let returns = match returns::read(&found.sheet, &trial(&found.mapping), &context, progress)
        {
            Ok(imported) => (0..imported.returns.len())
                .map(|at| {
                    let mut told = FxHasher::default();
                    let returned = imported.returns.get(at);
                    let who = returned.map(|it| (&it.customer_text, &it.respondent, it.date));
                    who.hash(&mut told);
                    // Without a name equal answers are those of somebody else.
                    if returned
                        .is_none_or(|it| it.customer_text.is_empty() && it.respondent.is_empty())
                    {
                        (&found.sheet.name, at).hash(&mut told);
                    }
                    for column in &imported.columns {
                        tell(&column.get(at), &mut told);
                    }
                    told.finish()
                })
                .collect(),
            Err(IntakeError::Cancelled(cancelled)) => return Err(cancelled.into()),
            Err(_) => Vec::new(),
        };
        Ok(Self {
            items: items(&found.mapping),
            returns,
            found,
        })
    }

    fn beats(&self, before: &Self) -> bool {
        let nearly = |one: usize, other: usize| one as f64 >= NEARLY_AS_GOOD * other as f64;
        match (
            nearly(self.items, before.items),
            nearly(before.items, self.items),
        ) {
            (true, true) => self.returns.len() > before.returns.len(),
            (fits, _) => fits,
        }
    }

    /// Names of the sheets that fit as well and hold returns this one does not.
    fn others(&self, passed: &[Passed]) -> Vec<String> {
        let own: FxHashSet<u64> = self.returns.iter().copied().collect();
        let others = passed.iter().filter(|it| {
            let fits = it.items as f64 >= NEARLY_AS_GOOD * self.items as f64;
            fits && !it.returns.is_subset(&own)
        });
        others.map(|it| it.name.clone()).collect()
    }
}

impl Passed {
    fn of(tried: &Tried) -> Self {
        Self {
            name: tried.found.sheet.name.clone(),
            items: tried.items,
            returns: tried.returns.iter().copied().collect(),
        }
    }
}

fn tell(answer: &Answer, to: &mut FxHasher) {
    std::mem::discriminant(answer).hash(to);
    match answer {
        Answer::Option(option) => option.hash(to),
        Answer::Options(options) => options.hash(to),
        Answer::Number(number) => number.to_bits().hash(to),
        Answer::Text(text) => text.hash(to),
        Answer::NotApplicable | Answer::Blank | Answer::Skipped | Answer::Unreadable => {}
    }
}

/// How many items have a column.
fn items(mapping: &Mapping) -> usize {
    let items = mapping.columns.iter().filter_map(|it| it.target.item());
    items.collect::<FxHashSet<LineageId>>().len()
}

/// The mapping as it can be read to see what is there, numbers as scores.
fn trial(mapping: &Mapping) -> Mapping {
    let mut trial = mapping.clone();
    for column in &mut trial.columns {
        match column.reading {
            Reading::Undecided => column.reading = Reading::Scores,
            Reading::Unordered => column.reading = Reading::OptionNumbers,
            _ => {}
        }
    }
    match trial.undecided().contains(&Undecided::NothingFits) {
        true => trial,
        false => trial.settled(),
    }
}
