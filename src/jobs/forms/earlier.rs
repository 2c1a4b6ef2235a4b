//! Pages that came before: a form whose pages are put on the scanner in several goes is one
//! return.
//!
//! Decisions:
//!
//! - A scan completes a return where it brings a page of the very form whose other pages lie beside
//!   that return. The whole import that return came in with is read once more, together with the new
//!   pages, and taken back in the same step; what people decided of its returns goes over.
//! - A page that is there already completes nothing: it is the same once more, or says something else.
//! - To a closed wave nothing is added.
//! - What is completed knows the import it took the place of: taken back by itself, that counts
//!   again.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Unfit;
use super::arrived::Arrived;
use super::reader::{Came, Reader};
use super::scan::{Scan, see};
use crate::i18n::flag;
use crate::intake::scan::ScanKind;
use crate::jobs::JobError;
use crate::jobs::import::{carry, taken_back, without_imports};
use crate::model::{
    Change, CustomerId, Data, FormIdentity, Import, ImportId, Mapping, Progress, Return, ReturnId,
    SCAN, WaveId,
};
use crate::store::Store;

/// What completes returns that came before.
pub(super) struct Completed<'a> {
    pub came: Vec<Came<'a>>,
    /// Takes back what the returns came in with.
    pub changes: Vec<Change>,
    pub imports: Vec<ImportId>,
    /// The returns of those, which all have to come in again.
    pub returns: Vec<(WaveId, Option<CustomerId>)>,
    /// The workspace without them.
    pub seen: Data,
}

/// An import some of whose forms are completed, with the scans it came in with.
struct Earlier<'a> {
    import: Import,
    returns: Vec<Return>,
    scans: Vec<Scan>,
    /// The new file that completes it.
    by: &'a PathBuf,
}

/// The forms of a drop by what they are of: in which file, and which pages.
type Pages<'a> = FxHashMap<FormIdentity, (&'a PathBuf, BTreeSet<u16>)>;

/// Reads new scans together with the pages their forms had before; `None` where they have none.
///
/// # Errors
/// What the workspace says that cannot be read; [`JobError::Cancelled`].
pub(super) fn completed<'a>(
    store: &Store,
    reader: &Reader<'_>,
    scans: &[(&'a PathBuf, Scan)],
    told: &mut Arrived,
    progress: &Progress,
) -> Result<Option<Completed<'a>>, JobError> {
    let earlier = earlier(store, reader, scans, progress)?;
    if earlier.is_empty() {
        return Ok(None);
    }
    let imports: Vec<ImportId> = earlier.iter().map(|it| it.import.id).collect();
    let seen = without_imports(reader.data, &imports);
    let reader = reader.seeing(&seen);
    let old = earlier
        .iter()
        .flat_map(|it| it.scans.iter().map(|scan| (it.by, scan.pages())));
    let new = scans.iter().filter(|(_, scan)| !scan.pages.is_empty());
    let new = new.map(|(path, scan)| (*path, scan.pages()));
    let mut arrived = Arrived::default();
    let mut came = reader.scanned(old.chain(new).collect(), &mut arrived)?;
    if !earlier.iter().all(|it| it.is_within(&came)) {
        return Ok(None);
    }
    for one in &mut came {
        let Some(items) = items(&seen, one.batch.import.wave) else {
            continue;
        };
        let wave = one.batch.import.wave;
        for old in earlier.iter().filter(|it| it.import.wave == wave) {
            carry(store, &old.import, &mut one.batch, items)?;
        }
        let whole = earlier.iter().filter(|it| it.import.wave == wave);
        let whole = whole.filter(|it| it.is_within(std::slice::from_ref(one)));
        let instead_of: Vec<ImportId> = whole.map(|it| it.import.id).collect();
        one.batch.import.mapping = Arc::new(Mapping {
            instead_of,
            ..Mapping::clone(&one.batch.import.mapping)
        });
        // What a rule said of half a form it says anew of the whole one.
        for returned in &mut one.batch.returns {
            returned.void.take_if(|void| flag::is_of_a_rule(void));
        }
    }
    told.refused.extend(arrived.refused);
    for (path, scan) in scans.iter().filter(|(_, scan)| !scan.pages.is_empty()) {
        if !scan.unread.is_empty() {
            told.unread.push(((*path).clone(), scan.unread.clone()));
        }
    }
    let customers = earlier.iter().flat_map(|it| {
        let returns = it.returns.iter();
        returns.filter_map(|it| it.customer)
    });
    told.completed = completing(&seen, scans, &customers.collect());
    let returns = earlier.iter().flat_map(|it| &it.returns);
    let returns = returns.map(|it| (it.wave, it.customer)).collect();
    Ok(Some(Completed {
        came,
        returns,
        changes: earlier.iter().map(|it| taken_back(&it.import)).collect(),
        imports,
        seen,
    }))
}

/// The return a scan lies beside already, though it came in with another file: whose it is, that
/// file, and when it came.
///
/// # Errors
/// What the workspace says that cannot be read.
pub(super) fn beside_already(
    store: &Store,
    reader: &Reader<'_>,
    scan: &Scan,
) -> Result<Option<Unfit>, JobError> {
    let sha256 = &scan.source.sha256;
    let kept = reader.data.attachments.iter();
    let kept: Vec<ReturnId> = kept
        .filter(|it| it.sha256 == *sha256)
        .map(|it| it.of)
        .collect();
    let waves: BTreeSet<WaveId> = scan.pages.iter().map(|it| it.page.form.wave).collect();
    if kept.is_empty() {
        return Ok(None);
    }
    for wave in waves {
        let returns = store.load_wave(wave).map_err(JobError::of(store))?;
        let returned = returns.returns.iter().find(|it| kept.contains(&it.id));
        let import = returned.and_then(|it| reader.data.import(it.import?));
        // A file that came in by itself is told as that.
        let import = import.filter(|it| it.platform == SCAN && it.sha256 != *sha256);
        if let Some((returned, import)) = returned.zip(import) {
            let customer = returned.customer.and_then(|id| reader.data.customer(id));
            return Ok(Some(Unfit::There {
                customer: customer.map(|it| it.name.clone()).unwrap_or_default(),
                before: import.file.clone(),
                at: Some(import.at),
            }));
        }
    }
    Ok(None)
}

/// The new files with whose forms they complete.
fn completing(
    data: &Data,
    scans: &[(&PathBuf, Scan)],
    customers: &BTreeSet<CustomerId>,
) -> Vec<(PathBuf, String)> {
    let mut all: Vec<(PathBuf, String)> = Vec::new();
    for (path, scan) in scans {
        for page in &scan.pages {
            let customer = data.customer(page.page.form.customer);
            if let Some(customer) = customer.filter(|it| customers.contains(&it.id)) {
                let one = ((*path).clone(), customer.name.clone());
                if !all.contains(&one) {
                    all.push(one);
                }
            }
        }
    }
    all
}

fn items(data: &Data, wave: WaveId) -> Option<&[crate::model::Item]> {
    let revision = data.revision(data.wave(wave)?.revision)?;
    Some(&revision.questionnaire.items)
}

impl Earlier<'_> {
    /// Whether every return of it came once more: nothing may get lost.
    fn is_within(&self, came: &[Came<'_>]) -> bool {
        let own = came
            .iter()
            .filter(|it| it.batch.import.wave == self.import.wave);
        let all: Vec<Option<CustomerId>> = own
            .flat_map(|it| it.batch.returns.iter().map(|it| it.customer))
            .collect();
        let mut returns = self.returns.iter();
        returns.all(|it| it.customer.is_some() && all.contains(&it.customer))
    }
}

/// The imports whose forms get further pages.
fn earlier<'a>(
    store: &Store,
    reader: &Reader<'_>,
    scans: &[(&'a PathBuf, Scan)],
    progress: &Progress,
) -> Result<Vec<Earlier<'a>>, JobError> {
    let pages = open_pages(reader, scans);
    let mut found: Vec<Earlier<'a>> = Vec::new();
    if pages.is_empty() {
        return Ok(found);
    }
    let waves: BTreeSet<WaveId> = pages.keys().map(|form| form.wave).collect();
    // The data at hand may leave out what it does not show.
    let data = store.load().map_err(JobError::of(store))?;
    for wave in waves {
        let returns = store.load_wave(wave).map_err(JobError::of(store))?;
        let imports = data.imports.iter();
        for import in imports.filter(|it| it.wave == wave && !it.undone && it.platform == SCAN) {
            let own = returns.returns.iter();
            let own: Vec<&Return> = own.filter(|it| it.import == Some(import.id)).collect();
            let asked = |it: &&&Return| {
                let mut forms = pages.keys().filter(|form| form.wave == wave);
                forms.any(|form| it.customer == Some(form.customer))
            };
            if own.iter().find(asked).is_none() {
                continue;
            }
            let scans = beside(store, reader, &data, &own, progress)?;
            let by = pages
                .iter()
                .find(|(form, (_, new))| adds_to(form, new, &scans));
            if let Some((_, (by, _))) = by {
                found.push(Earlier {
                    import: import.clone(),
                    returns: own.into_iter().cloned().collect(),
                    scans,
                    by,
                });
            }
        }
    }
    Ok(found)
}

/// The pages of forms to waves that are wanted and open.
fn open_pages<'a>(reader: &Reader<'_>, scans: &[(&'a PathBuf, Scan)]) -> Pages<'a> {
    let mut pages: Pages<'a> = FxHashMap::default();
    for (path, scan) in scans {
        for page in &scan.pages {
            let form = page.page.form;
            let wave = reader.data.wave(form.wave);
            let open = wave.is_some_and(|it| it.closed().is_none() && reader.wanted.takes(it));
            if open && form.workspace == reader.workspace {
                let (_, all) = pages.entry(form).or_insert((path, BTreeSet::new()));
                all.insert(page.page.page);
            }
        }
    }
    pages
}

/// Whether `new` has a page of the form that its scans lack; none of it there is another form.
fn adds_to(form: &FormIdentity, new: &BTreeSet<u16>, scans: &[Scan]) -> bool {
    let pages = scans.iter().flat_map(|scan| &scan.pages);
    let old: BTreeSet<u16> = pages
        .filter(|it| it.page.form == *form)
        .map(|it| it.page.page)
        .collect();
    !old.is_empty() && !new.is_subset(&old)
}

/// The scans that lie beside returns, each once.
fn beside(
    store: &Store,
    reader: &Reader<'_>,
    data: &Data,
    returns: &[&Return],
    progress: &Progress,
) -> Result<Vec<Scan>, JobError> {
    let ids: Vec<ReturnId> = returns.iter().map(|it| it.id).collect();
    let mut scans: Vec<Scan> = Vec::new();
    for file in data.attachments.iter().filter(|it| ids.contains(&it.of)) {
        if scans.iter().any(|it| it.source.sha256 == file.sha256) {
            continue;
        }
        let kept = store.attached(file.id).map_err(JobError::of(store))?;
        let Some(kept) = kept.filter(|it| ScanKind::of(&it.bytes).is_some()) else {
            continue;
        };
        let scan = see(kept, reader.data, reader.workspace, reader.blanks, progress)?;
        // What could not be read of it was told when it came.
        if !scan.pages.is_empty() {
            scans.push(scan.pages());
        }
    }
    Ok(scans)
}
