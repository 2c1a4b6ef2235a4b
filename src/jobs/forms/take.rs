//! Forms that came back, one or a folder of them: read side by side, taken in as one step.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rustc_hash::FxHashSet;
use uuid::Uuid;

use super::again::again;
use super::batch::batch;
use super::blank::Blanks;
use super::carry::carry;
use super::filled::filled;
use super::gather::{Missing, gather};
use super::questions::Questions;
use super::scan::{Scan, see};
use super::side_by_side::side_by_side;
use super::{Unfit, meant};
use crate::intake::file;
use crate::intake::form::{self, Form, is_form};
use crate::intake::scan::ScanKind;
use crate::jobs::{JobError, unpack, validity};
use crate::model::{
    Cancelled, Data, Import, ImportBatch, Issue, Period, Progress, Step, SurveyId, Touched, Wave,
    WaveId,
};
use crate::store::{Entered, Store, StoreError};

/// Which forms are wanted; all of the workspace, unless it says otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    pub survey: Option<SurveyId>,
    pub period: Option<Period>,
    /// The wave of what a firm's own forms say, which do not tell themselves.
    pub filled: Option<WaveId>,
}

impl Wanted {
    fn takes(self, wave: &Wave) -> bool {
        self.survey.is_none_or(|it| it == wave.survey)
            && self.period.is_none_or(|it| it == wave.period)
    }
}

/// A form that was taken in.
#[derive(Clone, Debug)]
pub struct TakenForm {
    pub path: PathBuf,
    pub import: Import,
    /// Returns of it that a rule of the survey makes void.
    pub void: usize,
    pub issues: Vec<Issue>,
}

/// What files came to.
#[derive(Debug, Default)]
pub struct Arrived {
    /// In the order of the files.
    pub taken: Vec<TakenForm>,
    /// Forms that were not, with the reason.
    pub refused: Vec<(PathBuf, JobError)>,
    /// Pages that are missing of forms that were scanned.
    pub missing: Vec<Missing>,
    /// Pages of scans that are none of a form's, from 1, with their files.
    pub unread: Vec<(PathBuf, Vec<usize>)>,
    /// Files that are no forms.
    pub others: Vec<PathBuf>,
    /// What its inverse takes back; `None` when nothing was taken in.
    pub step: Option<Step>,
    pub touched: Touched,
}

/// What one file is.
enum Seen {
    Other,
    Refused(JobError),
    Form(Box<ImportBatch>),
    Scan(Box<Scan>),
}

/// Takes in the forms among the files, all of them in one transaction; what cannot be taken in
/// is told and left aside.
///
/// # Errors
/// [`JobError::Cancelled`] and those of the workspace, which then holds none of them.
pub fn take(
    store: &mut Store,
    data: &Data,
    paths: &[PathBuf],
    wanted: Wanted,
    progress: &Progress,
) -> Result<Arrived, JobError> {
    let workspace = store.uuid().map_err(JobError::of(store))?;
    let blanks = Blanks::of(data);
    let reader = Reader {
        data,
        blanks: &blanks,
        asked: Questions::default(),
        workspace,
        wanted,
        at: Timestamp::now(),
    };
    let seen = side_by_side(paths, progress, |path, progress| reader.see(path, progress))?;
    let mut arrived = Arrived::default();
    let mut batches: Vec<(&PathBuf, ImportBatch)> = Vec::new();
    let mut scans: Vec<(&PathBuf, Scan)> = Vec::new();
    let mut known = FxHashSet::default();
    for (path, seen) in paths.iter().zip(seen) {
        match seen {
            Seen::Other => arrived.others.push(path.clone()),
            Seen::Refused(error) => arrived.refused.push((path.clone(), error)),
            Seen::Scan(scan) => scans.push((path, *scan)),
            Seen::Form(batch) => match reader.again(&batch, &mut known) {
                Some(error) => {
                    let error = JobError::of(store)(error);
                    arrived.refused.push((path.clone(), error));
                }
                None => batches.push((path, *batch)),
            },
        }
    }
    for (path, batch) in reader.scanned(scans, &mut arrived)? {
        match reader.again(&batch, &mut known) {
            Some(error) => {
                let error = JobError::of(store)(error);
                arrived.refused.push((path.clone(), error));
            }
            None => batches.push((path, batch)),
        }
    }
    if batches.is_empty() {
        return Ok(arrived);
    }
    for (path, batch) in &mut batches {
        unpack::lay_mail_beside(batch, path, progress);
        let wave = data.wave(batch.import.wave);
        if let Some(revision) = wave.and_then(|wave| data.revision(wave.revision)) {
            validity::apply(batch, &revision.questionnaire);
        }
    }
    let void = |batch: &ImportBatch| batch.returns.iter().filter(|it| it.void.is_some()).count();
    let voids: Vec<usize> = batches.iter().map(|(_, batch)| void(batch)).collect();
    let (paths, batches): (Vec<&PathBuf>, Vec<ImportBatch>) = batches.into_iter().unzip();
    let entered = store.import_all(batches, progress);
    let entered = entered.map_err(JobError::of(store))?;
    arrived.step = Some(again(entered.iter().map(|it| &it.import)));
    for ((path, void), entered) in paths.into_iter().zip(voids).zip(entered) {
        let Entered {
            import,
            issues,
            touched,
        } = entered;
        arrived.touched = std::mem::take(&mut arrived.touched).and(&touched);
        arrived.taken.push(TakenForm {
            path: path.clone(),
            import,
            void,
            issues,
        });
    }
    Ok(arrived)
}

/// The files that are forms, known by a look, and the others.
pub fn sort(
    paths: &[PathBuf],
    data: &Data,
    wanted: Wanted,
    progress: &Progress,
) -> Result<[Vec<PathBuf>; 2], JobError> {
    let now = Timestamp::now();
    let forms = side_by_side(paths, progress, |path, progress| {
        let Some((name, bytes)) = small(path, progress) else {
            return Ok(false);
        };
        if is_form(&bytes) || ScanKind::of(&bytes).is_some() {
            return Ok(true);
        }
        let filled = wanted
            .filled
            .map(|wave| filled(data, wave, (name, bytes), now, progress));
        Ok(filled.transpose()?.flatten().is_some())
    })?;
    let sorted = |wanted| {
        let all = paths.iter().zip(&forms);
        let some = all.filter(move |(_, form)| **form == wanted);
        some.map(|(path, _)| path.clone()).collect()
    };
    Ok([sorted(true), sorted(false)])
}

/// A file that may be a form or a scan; `None` where it is too large for a form, or cannot be
/// read: that is told where other files are taken in.
fn small(path: &Path, progress: &Progress) -> Option<(String, Arc<[u8]>)> {
    let (size, head) = file::head(path).ok()?;
    let scan = ScanKind::of(&head).is_some();
    if !scan && size > form::LARGEST as u64 {
        return None;
    }
    file::load(path, progress).ok()
}

/// Reads files, told by their place in the workspace.
struct Reader<'a> {
    data: &'a Data,
    blanks: &'a Blanks<'a>,
    asked: Questions<'a>,
    workspace: Uuid,
    wanted: Wanted,
    at: Timestamp,
}

impl<'d> Reader<'d> {
    /// What scans come to, those that are not wanted and those that hold no form left aside.
    fn scanned<'a>(
        &self,
        scans: Vec<(&'a PathBuf, Scan)>,
        arrived: &mut Arrived,
    ) -> Result<Vec<(&'a PathBuf, ImportBatch)>, JobError> {
        let mut paths: Vec<&PathBuf> = Vec::new();
        let mut read: Vec<Scan> = Vec::new();
        for (path, scan) in scans {
            let same = read
                .iter()
                .find(|it| it.source.sha256 == scan.source.sha256);
            match scan.fault {
                Some(fault) if scan.pages.is_empty() => arrived.refused.push((path.clone(), fault)),
                // The same file twice is one file.
                _ if same.is_some() => {}
                _ => {
                    if !scan.unread.is_empty() {
                        arrived.unread.push((path.clone(), scan.unread.clone()));
                    }
                    paths.push(path);
                    read.push(Scan {
                        fault: None,
                        ..scan
                    });
                }
            }
        }
        let all: Vec<&Scan> = read.iter().collect();
        let put = gather(&all, self.data, self.blanks, self.at)?;
        let refused = put.refused.into_iter();
        arrived
            .refused
            .extend(refused.map(|(at, error)| (paths[at].clone(), error)));
        arrived.missing.extend(put.missing);
        let mut batches = Vec::new();
        for (at, batch) in put.batches {
            match self.other_wave(&batch) {
                Some(unfit) => {
                    let file = batch.import.file;
                    arrived
                        .refused
                        .push((paths[at].clone(), JobError::Form { file, unfit }));
                }
                None => batches.push((paths[at], batch)),
            }
        }
        Ok(batches)
    }

    /// Why the forms of a wave are not wanted.
    fn other_wave(&self, batch: &ImportBatch) -> Option<Unfit> {
        let wave = self.data.wave(batch.import.wave)?;
        let survey = self.data.survey(wave.survey);
        (!self.wanted.takes(wave)).then(|| Unfit::OtherWave {
            survey: survey.map(|it| it.name.clone()).unwrap_or_default(),
            period: wave.period,
        })
    }

    fn see(&self, path: &Path, progress: &Progress) -> Result<Seen, Cancelled> {
        let Some((name, bytes)) = small(path, progress) else {
            progress.wanted()?;
            return Ok(Seen::Other);
        };
        if ScanKind::of(&bytes).is_some() {
            let (data, workspace) = (self.data, self.workspace);
            let source = file::hashed(name, bytes);
            let scan = see(source, data, workspace, self.blanks, progress)?;
            return Ok(Seen::Scan(Box::new(scan)));
        }
        if !is_form(&bytes) {
            return self.filled((name, bytes), progress);
        }
        let source = file::hashed(name, bytes);
        let form = match Form::open(&source.name, &source.bytes, progress) {
            Ok(form) => form,
            Err(error) => {
                progress.wanted()?;
                return Ok(Seen::Refused(error.into()));
            }
        };
        let file = source.name.clone();
        Ok(match self.read(&form) {
            Ok((meant, filled, carried)) => {
                let read = (form, filled, carried);
                Seen::Form(Box::new(batch(self.data, source, &meant, read, self.at)))
            }
            Err(unfit) => Seen::Refused(JobError::Form { file, unfit }),
        })
    }

    fn filled(&self, file: (String, Arc<[u8]>), progress: &Progress) -> Result<Seen, Cancelled> {
        let Some(wave) = self.wanted.filled else {
            return Ok(Seen::Other);
        };
        let batch = filled(self.data, wave, file, self.at, progress)?;
        Ok(batch.map_or(Seen::Other, |batch| Seen::Form(Box::new(batch))))
    }

    fn read(&self, form: &Form) -> Result<super::batch::Read<'d>, Unfit> {
        let meant = meant(self.data, self.workspace, form.mark).map_err(|unfit| match unfit {
            Unfit::Foreign { .. } => Unfit::Foreign {
                company: form.company.clone(),
            },
            other => other,
        })?;
        let wave = meant.wave;
        if !self.wanted.takes(wave) {
            let survey = self.data.survey(wave.survey);
            return Err(Unfit::OtherWave {
                survey: survey.map(|it| it.name.clone()).unwrap_or_default(),
                period: wave.period,
            });
        }
        let filled = form.read(&self.asked.of(meant.revision));
        let filled = filled.map_err(|items| Unfit::NoPlaces { items })?;
        if filled.is_empty() {
            return Err(Unfit::Empty);
        }
        let carried = carry(self.data, meant.revision, &filled.answers, meant.asked);
        let carried = carried.map_err(|items| Unfit::Older {
            revision: meant.revision.label.clone(),
            items,
        })?;
        Ok((meant, filled, carried))
    }

    /// Why a file does not come in once more: its survey has it already, or it lies there twice.
    fn again(&self, batch: &ImportBatch, known: &mut FxHashSet<String>) -> Option<StoreError> {
        let import = &batch.import;
        let wave = self.data.wave(import.wave)?;
        let before = self
            .data
            .import_of(wave.survey, &import.sha256, &import.sheet);
        if let Some((import, wave)) = before {
            return Some(StoreError::SameFile {
                file: import.file.clone(),
                at: import.at,
                period: wave.period,
            });
        }
        (!known.insert(import.sha256.clone())).then(|| StoreError::SameFile {
            file: import.file.clone(),
            at: import.at,
            period: wave.period,
        })
    }
}
