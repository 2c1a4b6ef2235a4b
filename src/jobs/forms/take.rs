//! Forms that came back, one or a folder of them: read side by side, taken in as one step.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rustc_hash::FxHashMap;

use super::Unfit;
use super::again::{again, called as called_all};
use super::arrived::{Arrived, TakenForm, Wanted};
use super::blank::Blanks;
use super::earlier::{beside_already, completed};
use super::filled::filled;
use super::questions::Questions;
use super::reader::{Came, Reader, Seen, small};
use super::scan::Scan;
use super::side_by_side::side_by_side;
use super::there::There;
use crate::intake::form::is_form;
use crate::intake::scan::ScanKind;
use crate::jobs::{JobError, unpack, validity};
use crate::model::{Change, Data, ImportBatch, Progress, Step, StepKind};
use crate::store::{Entered, Store};

/// What is to be taken in.
struct Accepted<'a, 's> {
    batches: Vec<(&'a PathBuf, ImportBatch)>,
    /// Files that are among them, by what they hold.
    known: FxHashMap<String, String>,
    there: There<'s>,
}

impl<'a> Accepted<'a, '_> {
    /// Adds what came, or tells why it stays out.
    fn hold(
        &mut self,
        mut came: Came<'a>,
        reader: &Reader<'_>,
        store: &Store,
        told: &mut Arrived,
    ) -> Result<(), JobError> {
        let path = came.path();
        let refuse = |unfit: Unfit| JobError::Form {
            file: called(path),
            unfit,
        };
        if let Some(again) = reader.again(&came.batch, &mut self.known) {
            let error = again.map_or_else(refuse, JobError::of(store));
            told.refused.push((path.clone(), error));
            return Ok(());
        }
        let there = self.there.take_out(&mut came.batch);
        for unfit in there.map_err(JobError::of(store))? {
            told.refused.push((path.clone(), refuse(unfit)));
        }
        if came.batch.returns.is_empty() {
            return Ok(());
        }
        if reader.too_late(&came.batch) {
            told.late.push(came.late());
            return Ok(());
        }
        self.there.add(&came.batch);
        told.missing.extend(came.missing.iter().cloned());
        self.batches.push((path, came.batch));
        Ok(())
    }
}

impl<'a> Accepted<'a, '_> {
    /// The same for scans; the changes that have to come before, where they complete returns.
    fn hold_scans(
        &mut self,
        mut scans: Vec<(&'a PathBuf, Scan)>,
        reader: &Reader<'_>,
        store: &Store,
        told: &mut Arrived,
        progress: &Progress,
    ) -> Result<Vec<Change>, JobError> {
        let mut there = Vec::new();
        for (path, scan) in &scans {
            if let Some(unfit) = beside_already(store, reader, scan)? {
                there.push(*path);
                let file = called(path);
                told.refused
                    .push(((*path).clone(), JobError::Form { file, unfit }));
            }
        }
        scans.retain(|(path, _)| !there.contains(path));
        let Some(completed) = completed(store, reader, &scans, told, progress)? else {
            for came in reader.scanned(scans, told)? {
                self.hold(came, reader, store, told)?;
            }
            return Ok(Vec::new());
        };
        // Those of no form are told as ever.
        scans.retain(|(_, scan)| scan.pages.is_empty());
        reader.scanned(scans, told)?;
        let before = self.batches.len();
        let reader = reader.seeing(&completed.seen);
        self.there.leave_out(completed.imports);
        for came in completed.came {
            self.hold(came, &reader, store, told)?;
        }
        let held = self.batches.iter().skip(before);
        let held =
            held.flat_map(|(_, batch)| batch.returns.iter().map(|it| (it.wave, it.customer)));
        let held: Vec<_> = held.collect();
        if completed.returns.iter().all(|it| held.contains(it)) {
            return Ok(completed.changes);
        }
        // What came before stays as it is, and why nothing is added was told.
        self.batches.truncate(before);
        told.completed.clear();
        Ok(Vec::new())
    }
}

/// What a file is called, without its folder.
fn called(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The SHA-256 of the file at a path that brings a batch.
fn sum(path: &Path, batch: &ImportBatch) -> String {
    let name = called(path);
    let mut files = batch.files.iter().map(|it| &it.file);
    let own = files.find(|it| it.name == name && batch.import.file != name);
    own.map_or_else(|| batch.import.sha256.clone(), |it| it.sha256.clone())
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
    let mut wanted = Accepted {
        batches: Vec::new(),
        known: FxHashMap::default(),
        there: There::new(store, data),
    };
    let mut scans: Vec<(&PathBuf, Scan)> = Vec::new();
    for (path, seen) in paths.iter().zip(seen) {
        match seen {
            Seen::Other => arrived.others.push(path.clone()),
            Seen::Refused(error) => arrived.refused.push((path.clone(), error)),
            Seen::Scan(scan) => scans.push((path, *scan)),
            Seen::Form(batch) => {
                wanted.hold(Came::whole(path, *batch), &reader, store, &mut arrived)?;
            }
        }
    }
    let instead = wanted.hold_scans(scans, &reader, store, &mut arrived, progress)?;
    let Accepted { mut batches, .. } = wanted;
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
    let sums: Vec<String> = batches.iter().map(|(path, it)| sum(path, it)).collect();
    let (paths, batches): (Vec<&PathBuf>, Vec<ImportBatch>) = batches.into_iter().unzip();
    let entered = match instead.is_empty() {
        true => store.import_all(batches, progress),
        false => {
            let names: Vec<&str> = batches.iter().map(|it| it.import.file.as_str()).collect();
            let step = Step::new(StepKind::UndoImport, called_all(&names), instead.clone());
            store.import_all_instead(&step, batches, progress)
        }
    };
    let entered = entered.map_err(JobError::of(store))?;
    arrived.step = Some(again(entered.iter().map(|it| &it.import), instead));
    let told = paths.into_iter().zip(voids).zip(sums);
    for (((path, void), sha256), entered) in told.zip(entered) {
        let Entered {
            import,
            issues,
            touched,
        } = entered;
        arrived.touched = std::mem::take(&mut arrived.touched).and(&touched);
        arrived.taken.push(TakenForm {
            path: path.clone(),
            sha256,
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
