//! Files read, told by their place in the workspace.

use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::arrived::{Arrived, Late, Wanted};
use super::batch::batch;
use super::blank::Blanks;
use super::carry::carry;
use super::filled::filled;
use super::gather::{Missing, gather};
use super::questions::Questions;
use super::scan::{Scan, see};
use super::{Unfit, beside, meant};
use crate::intake::file;
use crate::intake::form::{self, Candidate, Form};
use crate::intake::scan::ScanKind;
use crate::jobs::JobError;
use crate::model::{Cancelled, Data, ImportBatch, Progress};
use crate::store::StoreError;

/// What one file is.
pub(super) enum Seen {
    Other,
    Refused(JobError),
    Form(Box<ImportBatch>),
    Scan(Box<Scan>),
}

/// What a file brings, or several that a form lies in.
pub(super) struct Came<'a> {
    /// The one it begins in first.
    pub files: (&'a PathBuf, Vec<&'a PathBuf>),
    pub batch: ImportBatch,
    /// Pages that are missing of its forms.
    pub missing: Vec<Missing>,
}

impl<'a> Came<'a> {
    /// What one file brings by itself.
    pub fn whole(path: &'a PathBuf, batch: ImportBatch) -> Self {
        Self {
            files: (path, Vec::new()),
            batch,
            missing: Vec::new(),
        }
    }

    pub fn path(&self) -> &'a PathBuf {
        self.files.0
    }

    /// Left until somebody says that it is known to be late.
    pub fn late(self) -> Late {
        let (first, more) = self.files;
        Late {
            files: std::iter::once(first).chain(more).cloned().collect(),
            wave: self.batch.import.wave,
            returns: self.batch.returns.len(),
        }
    }
}

/// A file that may be a form or a scan; `None` where it is too large for a form, or cannot be
/// read: that is told where other files are taken in.
pub(super) fn small(path: &Path, progress: &Progress) -> Option<(String, Arc<[u8]>)> {
    let (size, head) = file::head(path).ok()?;
    let scan = ScanKind::of(&head).is_some();
    if !scan && size > form::LARGEST as u64 {
        return None;
    }
    file::load(path, progress).ok()
}

/// Reads files, told by their place in the workspace.
pub(super) struct Reader<'a> {
    pub data: &'a Data,
    pub blanks: &'a Blanks<'a>,
    pub asked: Questions<'a>,
    pub workspace: Uuid,
    pub wanted: Wanted,
    pub at: Timestamp,
}

impl<'d> Reader<'d> {
    /// The same told by what the workspace will hold.
    pub fn seeing<'s>(&self, data: &'s Data) -> Reader<'s>
    where
        'd: 's,
    {
        Reader {
            data,
            blanks: self.blanks,
            asked: Questions::default(),
            workspace: self.workspace,
            wanted: self.wanted,
            at: self.at,
        }
    }

    /// What scans come to, those that are not wanted and those that hold no form left aside.
    pub fn scanned<'a>(
        &self,
        scans: Vec<(&'a PathBuf, Scan)>,
        arrived: &mut Arrived,
    ) -> Result<Vec<Came<'a>>, JobError> {
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
        let mut came = Vec::new();
        for (at, batch, missing) in put.batches {
            match self.other_wave(&batch) {
                Some(unfit) => {
                    let file = batch.import.file;
                    arrived
                        .refused
                        .push((paths[at].clone(), JobError::Form { file, unfit }));
                }
                None => {
                    let holds = |scan: &Scan| {
                        let mut files = batch.files.iter();
                        files.any(|it| it.file.sha256 == scan.source.sha256)
                    };
                    let others = paths.iter().zip(&read).enumerate();
                    let others = others.filter(|(place, (_, scan))| *place != at && holds(scan));
                    came.push(Came {
                        files: (paths[at], others.map(|(_, (path, _))| *path).collect()),
                        batch,
                        missing,
                    });
                }
            }
        }
        Ok(came)
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

    /// Whether it came after its wave was closed, and nobody said that this is known.
    pub fn too_late(&self, batch: &ImportBatch) -> bool {
        let wave = self.data.wave(batch.import.wave);
        !self.wanted.late && wave.is_some_and(|wave| wave.closed().is_some())
    }

    pub fn see(&self, path: &Path, progress: &Progress) -> Result<Seen, Cancelled> {
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
        let Some(candidate) = Candidate::of(&bytes) else {
            return self.filled((name, bytes), progress);
        };
        let source = file::hashed(name, bytes);
        let mut form = match Form::open(&source.name, &source.bytes, candidate, progress) {
            Ok(form) => form,
            Err(error) => {
                progress.wanted()?;
                return Ok(Seen::Refused(error.into()));
            }
        };
        Ok(match self.read(&form) {
            Ok((meant, filled, carried)) => {
                let read = (form, filled, carried);
                Seen::Form(Box::new(batch(self.data, source, &meant, read, self.at)))
            }
            Err(JobError::Form {
                file,
                unfit: Unfit::Foreign { .. },
            }) => {
                let company = form.company(progress);
                let unfit = Unfit::Foreign { company };
                Seen::Refused(JobError::Form { file, unfit })
            }
            Err(error) => Seen::Refused(error),
        })
    }

    fn filled(&self, file: (String, Arc<[u8]>), progress: &Progress) -> Result<Seen, Cancelled> {
        let Some(wave) = self.wanted.filled else {
            return Ok(Seen::Other);
        };
        let batch = filled(self.data, wave, file, self.at, progress)?;
        Ok(batch.map_or(Seen::Other, |batch| Seen::Form(Box::new(batch))))
    }

    /// What a form says, with what was written beside its answers.
    fn read(&self, form: &Form) -> Result<super::batch::Read<'d>, JobError> {
        let unfit = |unfit| JobError::Form {
            file: form.file.clone(),
            unfit,
        };
        let meant = meant(self.data, self.workspace, form.mark).map_err(unfit)?;
        let wave = meant.wave;
        if !self.wanted.takes(wave) {
            let survey = self.data.survey(wave.survey);
            return Err(unfit(Unfit::OtherWave {
                survey: survey.map(|it| it.name.clone()).unwrap_or_default(),
                period: wave.period,
            }));
        }
        let page = form.mark.map_err(|_| unfit(Unfit::Damaged))?;
        let asked = self.asked.of(self.data, &meant, page)?;
        let filled = form.read(&asked);
        let mut filled = filled.map_err(|items| unfit(Unfit::NoPlaces { items }))?;
        if let Some(sheet) = filled.elsewhere.take() {
            return Err(unfit(Unfit::OtherSheet { sheet }));
        }
        if filled.is_empty() {
            return Err(unfit(Unfit::Empty));
        }
        filled.miss_scored(&meant.revision.questionnaire.items);
        let carried = carry(self.data, meant.revision, &filled.answers, meant.asked);
        let mut carried = carried.map_err(|items| {
            unfit(Unfit::Older {
                revision: meant.revision.label.clone(),
                items,
            })
        })?;
        let notes = std::mem::take(&mut filled.notes);
        beside::lay(&notes, &meant, &mut filled, &mut carried);
        Ok((meant, filled, carried))
    }

    /// Why a file does not come in once more: its survey has it already, or it lies there twice;
    /// `known` are the files so far, by what they hold.
    pub fn again(
        &self,
        batch: &ImportBatch,
        known: &mut FxHashMap<String, String>,
    ) -> Option<Result<StoreError, Unfit>> {
        let import = &batch.import;
        let wave = self.data.wave(import.wave)?;
        let before = self
            .data
            .import_of(wave.survey, &import.sha256, &import.sheet);
        if let Some((import, wave)) = before {
            return Some(Ok(StoreError::SameFile {
                file: import.file.clone(),
                at: import.at,
                period: wave.period,
            }));
        }
        let first = known.entry(import.sha256.clone());
        let before = match first {
            Entry::Occupied(first) => first.get().clone(),
            Entry::Vacant(free) => {
                free.insert(import.file.clone());
                return None;
            }
        };
        let returned = batch.returns.first();
        let customer = returned.and_then(|it| self.data.customer(it.customer?));
        let customer = customer.map(|it| it.name.clone());
        let called = || returned.map(|it| it.customer_text.clone());
        Some(Err(Unfit::There {
            customer: customer.or_else(called).unwrap_or_default(),
            before,
            at: None,
        }))
    }
}
