//! Pages of scanned forms that came before, where the others of the same form come now: they are
//! one return, whenever each page was scanned.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::meant;
use super::reader::Reader;
use super::scan::{Scan, see};
use crate::intake::scan::ScanKind;
use crate::jobs::JobError;
use crate::model::{
    Answer, Change, Edit, FormIdentity, FormPage, Issue, LineageId, Progress, Replaced, Return,
    ReturnFile, ReturnId, SCAN, Wave, WaveId, WaveReturns,
};
use crate::store::Store;

/// What came of a form before: the return it made, which the whole one takes the place of.
pub(super) struct Earlier {
    pub form: FormIdentity,
    pub returned: Return,
    /// In the order of what the wave asks.
    answers: Vec<Answer>,
    /// Items somebody has decided on since.
    decided: FxHashSet<LineageId>,
    /// All that lies beside it.
    files: Vec<ReturnFile>,
    /// Its pages.
    pub scans: Vec<Scan>,
}

impl Earlier {
    /// What it says of an item, where that was read or decided.
    pub fn says(&self, at: usize, item: LineageId) -> Option<&Answer> {
        let answer = self.answers.get(at)?;
        let read = !answer.is_empty() && *answer != Answer::Unreadable;
        (read || self.decided.contains(&item)).then_some(answer)
    }

    /// The return that takes its place, as far as the page says nothing of it.
    pub fn whole(&self, fresh: Return) -> Return {
        Return {
            id: fresh.id,
            import: fresh.import,
            row: fresh.row,
            late: fresh.late,
            void: None,
            ..self.returned.clone()
        }
    }

    /// What lies beside it and not yet beside the return at a place.
    pub fn lay_beside(&self, files: &mut Vec<ReturnFile>, place: usize) {
        for file in &self.files {
            let same = |it: &&mut ReturnFile| {
                it.returned == place && it.file.sha256 == file.file.sha256
            };
            match files.iter_mut().find(same) {
                Some(there) => there.sealed |= file.sealed,
                None => files.push(ReturnFile {
                    returned: place,
                    ..file.clone()
                }),
            }
        }
    }

    /// That it counts no more, and why.
    pub fn replaced(&self, reason: &str) -> (Replaced, Change) {
        let before = self.returned.clone();
        let after = Return {
            void: Some(reason.to_owned()),
            ..before.clone()
        };
        let replaced = Replaced {
            returned: before.id,
            reason: reason.to_owned(),
        };
        let edit = Edit::changed(before, after);
        (replaced, Change::Return(Box::new(edit)))
    }
}

/// Looks for them among what the workspace keeps.
pub(super) struct Kept<'a, 'd> {
    reader: &'a Reader<'d>,
    store: &'a Store,
    progress: &'a Progress,
    waves: FxHashMap<WaveId, WaveReturns>,
}

impl<'a, 'd> Kept<'a, 'd> {
    pub fn new(reader: &'a Reader<'d>, store: &'a Store, progress: &'a Progress) -> Self {
        Self {
            reader,
            store,
            progress,
            waves: FxHashMap::default(),
        }
    }

    /// Returns of a wave that were scanned and count, with their rows.
    fn scanned(&mut self, wave: WaveId) -> Result<Vec<(usize, Return)>, JobError> {
        if !self.waves.contains_key(&wave) {
            let returns = self.store.load_wave(wave);
            let returns = returns.map_err(JobError::of(self.store))?;
            self.waves.insert(wave, returns);
        }
        let data = self.reader.data;
        let scan = |it: &Return| {
            let import = it.import.and_then(|import| data.import(import));
            it.void.is_none() && import.is_some_and(|it| it.platform == SCAN && !it.undone)
        };
        let all = self.waves.get(&wave).map_or(&[][..], |it| &it.returns);
        let scanned = all.iter().enumerate().filter(|(_, it)| scan(it));
        Ok(scanned.map(|(row, it)| (row, it.clone())).collect())
    }

    fn wave(&self, page: FormPage) -> Option<&'d Wave> {
        let form = meant(self.reader.data, self.reader.workspace, Ok(page)).ok()?;
        Some(form.wave)
    }

    /// The wave of a return that holds a file already.
    pub fn there(&mut self, scan: &Scan) -> Result<Option<&'d Wave>, JobError> {
        let first = scan.pages.first().map(|page| page.page);
        let Some(wave) = first.and_then(|page| self.wave(page)) else {
            return Ok(None);
        };
        let scanned = self.scanned(wave.id)?;
        let files = self.reader.data.attachments.iter();
        let mut files = files.filter(|it| it.sha256 == scan.source.sha256);
        let there = files.any(|file| scanned.iter().any(|(_, it)| it.id == file.of));
        Ok(there.then_some(wave))
    }

    /// What came before of forms that are not whole.
    pub fn of(&mut self, fresh: &[Scan]) -> Result<Vec<Earlier>, JobError> {
        let mut forms: Vec<(FormPage, BTreeSet<u8>)> = Vec::new();
        for page in fresh.iter().flat_map(|scan| &scan.pages) {
            match forms.iter_mut().find(|it| it.0.form == page.page.form) {
                Some((_, pages)) => {
                    pages.insert(page.page.page);
                }
                None => forms.push((page.page, BTreeSet::from([page.page.page]))),
            }
        }
        let mut earlier = Vec::new();
        for (page, pages) in forms {
            let meant = meant(self.reader.data, self.reader.workspace, Ok(page));
            let Ok(meant) = meant else { continue };
            let blank = self.reader.blanks.get(meant.revision, page.form)?;
            if pages.len() < blank.layout.pages.len() {
                earlier.extend(self.others(page.form, meant.wave.id, &pages)?);
            }
        }
        Ok(earlier)
    }

    /// The return the other pages of a form made. One that holds some of the same pages is of
    /// somebody else, or the same once more: that is for the review list.
    fn others(
        &mut self,
        form: FormIdentity,
        wave: WaveId,
        pages: &BTreeSet<u8>,
    ) -> Result<Option<Earlier>, JobError> {
        let scanned = self.scanned(wave)?;
        let own = scanned.into_iter().rev();
        for (row, returned) in own.filter(|(_, it)| it.customer == Some(form.customer)) {
            let files = self.files(returned.id)?;
            let scans = self.pages(form, &files)?;
            let known = scans.iter().flat_map(|scan| &scan.pages);
            let known: BTreeSet<u8> = known.map(|page| page.page.page).collect();
            if known.is_empty() || !known.is_disjoint(pages) {
                continue;
            }
            let columns = self.waves.get(&wave).map_or(&[][..], |it| &it.columns);
            let settled = |it: &&Issue| it.returned == returned.id && it.settled.is_some();
            let decided = self.reader.data.issues.iter().filter(settled);
            return Ok(Some(Earlier {
                form,
                answers: columns.iter().map(|column| column.get(row)).collect(),
                decided: decided.filter_map(|it| it.item).collect(),
                returned,
                files,
                scans,
            }));
        }
        Ok(None)
    }

    /// What lies beside a return, as far as it is kept.
    fn files(&self, returned: ReturnId) -> Result<Vec<ReturnFile>, JobError> {
        let mut files = Vec::new();
        for file in self.reader.data.attachments_of(returned) {
            let kept = self.store.attached(file.id);
            if let Some(kept) = kept.map_err(JobError::of(self.store))? {
                files.push(ReturnFile {
                    returned: 0,
                    file: kept,
                    sealed: file.sealed,
                });
            }
        }
        Ok(files)
    }

    /// The pages of a form in files.
    fn pages(&self, form: FormIdentity, files: &[ReturnFile]) -> Result<Vec<Scan>, JobError> {
        let mut scans = Vec::new();
        let pictures = files.iter().map(|it| &it.file);
        for source in pictures.filter(|it| ScanKind::of(&it.bytes).is_some()) {
            let Reader {
                data,
                workspace,
                blanks,
                ..
            } = self.reader;
            let seen = see(source.clone(), data, *workspace, blanks, self.progress);
            let mut scan = seen?;
            scan.pages.retain(|page| page.page.form == form);
            if !scan.pages.is_empty() {
                scans.push(scan);
            }
        }
        Ok(scans)
    }
}
