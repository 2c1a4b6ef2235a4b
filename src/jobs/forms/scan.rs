//! A scan as it is seen: which pages of which forms lie in it, and what they say.

use super::blank::{Blank, Blanks};
use super::{Meant, Unfit, meant};
use crate::intake::scan::{self, Code, PageRead, Picture, ScanFault};
use crate::jobs::JobError;
use crate::model::{Cancelled, Data, FormPage, PageLayout, Progress, SourceFile};
use uuid::Uuid;

/// A file of scanned pages.
pub(super) struct Scan {
    pub source: SourceFile,
    /// Those that are pages of forms, in their order.
    pub pages: Vec<Page>,
    /// Why the first of the others is none.
    pub fault: Option<JobError>,
    /// The numbers of the others, from 1.
    pub unread: Vec<usize>,
}

impl Scan {
    /// The pages that are some of forms, without what was to be said of the others.
    pub fn pages(&self) -> Self {
        Self {
            source: self.source.clone(),
            pages: self.pages.clone(),
            fault: None,
            unread: Vec::new(),
        }
    }
}

/// A page of a form.
#[derive(Clone)]
pub(super) struct Page {
    /// Which page of the file it is, from 1.
    pub at: usize,
    pub page: FormPage,
    pub read: PageRead,
}

/// Reads every page of a file; a page that is none of a form's is told and left aside.
pub(super) fn see(
    source: SourceFile,
    data: &Data,
    workspace: Uuid,
    blanks: &Blanks<'_>,
    progress: &Progress,
) -> Result<Scan, Cancelled> {
    let (mut pages, mut unread, mut fault) = (Vec::new(), Vec::new(), None);
    let name = source.name.clone();
    let done = scan::pages(&source.bytes, progress, |at, picture| {
        let at = at + 1;
        let mut blank = false;
        let read = picture
            .map_err(|why| unfit(&name, at, why))
            .and_then(|picture| {
                blank = picture.blank();
                let codes = scan::codes(&picture).map_err(|why| unfit(&name, at, why))?;
                let read = |code: &Code| read(&picture, code, data, workspace, blanks);
                let read = codes.iter().map(read);
                let read = read.collect::<Result<Vec<_>, _>>();
                read.map_err(|why| why.of(&name, at))
            });
        match read {
            Ok(read) => pages.extend(read.into_iter().map(|(page, read)| Page { at, page, read })),
            Err(why) => {
                // The back of a page is nothing to speak of, unless it is all there is.
                if !blank {
                    unread.push(at);
                }
                fault.get_or_insert(why);
            }
        }
    });
    match done {
        Err(ScanFault::Cancelled(cancelled)) => return Err(cancelled),
        Err(why) => fault = Some(unfit(&name, 0, why)),
        Ok(()) => progress.wanted()?,
    }
    Ok(Scan {
        source,
        pages,
        fault,
        unread,
    })
}

/// Why a page is not read.
enum Why {
    Unfit(Unfit),
    Job(JobError),
}

impl From<Unfit> for Why {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

impl From<JobError> for Why {
    fn from(error: JobError) -> Self {
        Self::Job(error)
    }
}

impl Why {
    fn of(self, file: &str, page: usize) -> JobError {
        match self {
            Self::Unfit(Unfit::Scan { fault, .. }) => unfit(file, page, fault),
            Self::Unfit(unfit) => JobError::Form {
                file: file.to_owned(),
                unfit,
            },
            Self::Job(error) => error,
        }
    }
}

fn unfit(file: &str, page: usize, fault: ScanFault) -> JobError {
    JobError::Form {
        file: file.to_owned(),
        unfit: Unfit::Scan { page, fault },
    }
}

fn read(
    picture: &Picture,
    code: &Code,
    data: &Data,
    workspace: Uuid,
    blanks: &Blanks<'_>,
) -> Result<(FormPage, PageRead), Why> {
    let meant = meant(data, workspace, Ok(code.page))?;
    let blank = blank(&meant, code, blanks)?;
    let (layout, empty) = place(&blank, code.page)?;
    let scanned = |fault| Unfit::Scan { page: 0, fault };
    let plane = scan::plane(picture, code, layout).map_err(scanned)?;
    Ok((code.page, scan::read(picture, &plane, layout, empty)))
}

pub(super) fn blank(
    meant: &Meant<'_>,
    code: &Code,
    blanks: &Blanks<'_>,
) -> Result<std::sync::Arc<Blank>, JobError> {
    blanks.get(meant.revision, code.page.form)
}

/// A page of a form as it was printed.
fn place(blank: &Blank, page: FormPage) -> Result<(&PageLayout, &scan::Grey), Unfit> {
    let at = usize::from(page.page)
        .checked_sub(1)
        .ok_or(Unfit::Damaged)?;
    let layout = blank.layout.pages.get(at).ok_or(Unfit::Damaged)?;
    Ok((layout, blank.pages.get(at).ok_or(Unfit::Damaged)?))
}
