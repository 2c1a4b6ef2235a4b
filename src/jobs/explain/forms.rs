//! Forms that are not made, or not taken in.

use super::list;
use super::store::moment;
use crate::i18n::{Language, marking as marks, period};
use crate::intake::scan::{MAX_PAGES, MAX_PIXELS, ScanFault};
use crate::jobs::forms::{Arrived, NoForms, Unfit};
use crate::model::{FormFault, MarkingFault};
use crate::tr;

/// What is wrong with the marks of a blank.
pub(super) fn marking(file: &str, sheet: &str, fault: &MarkingFault, language: Language) -> String {
    let fault = marks::fault(language, fault);
    tr!(
        language,
        "error-marking",
        file = file,
        sheet = sheet,
        fault = fault
    )
}

/// Why none are made, and what to do first.
pub(super) fn none(why: &NoForms, language: Language) -> String {
    match why {
        NoForms::NotApproved { revision } => {
            tr!(language, "forms-not-approved", revision = revision.as_str())
        }
        NoForms::NoFrame { period: of } => {
            tr!(
                language,
                "forms-no-frame",
                wave = period::name(language, *of)
            )
        }
        NoForms::NotChosen { code, period: of } => tr!(
            language,
            "forms-not-chosen",
            code = code.as_str(),
            wave = period::name(language, *of)
        ),
        NoForms::NothingAsked { revision } => {
            tr!(
                language,
                "forms-nothing-asked",
                revision = revision.as_str()
            )
        }
    }
}

/// Why a form that came back is not taken in, and what to do.
pub(super) fn unfit(file: &str, unfit: &Unfit, language: Language) -> String {
    match unfit {
        Unfit::Damaged => tr!(language, "form-damaged", file = file),
        Unfit::Newer(_) => tr!(language, "form-newer", file = file),
        Unfit::Foreign { company } if company.is_empty() => {
            tr!(language, "form-foreign", file = file)
        }
        Unfit::Foreign { company } => {
            tr!(
                language,
                "form-foreign-of",
                file = file,
                company = company.as_str()
            )
        }
        Unfit::NoWave => tr!(language, "form-no-wave", file = file),
        Unfit::NoRevision => tr!(language, "form-no-revision", file = file),
        Unfit::OtherWave { survey, period: of } => tr!(
            language,
            "form-other-wave",
            file = file,
            survey = survey.as_str(),
            wave = period::name(language, *of)
        ),
        Unfit::Older { revision, items } => tr!(
            language,
            "form-older",
            file = file,
            revision = revision.as_str(),
            items = list(items, language)
        ),
        Unfit::NoPlaces { items } => {
            tr!(
                language,
                "form-no-places",
                file = file,
                items = list(items, language)
            )
        }
        Unfit::There {
            customer,
            before,
            at,
        } => match at {
            Some(at) => tr!(
                language,
                "form-there",
                file = file,
                customer = customer.as_str(),
                before = before.as_str(),
                at = moment(*at)
            ),
            None => tr!(
                language,
                "form-there-now",
                file = file,
                customer = customer.as_str(),
                before = before.as_str()
            ),
        },
        Unfit::Unseen => tr!(language, "form-unseen", file = file),
        Unfit::OtherSheet { sheet } => tr!(
            language,
            "form-other-sheet",
            file = file,
            sheet = sheet.as_str()
        ),
        Unfit::Empty => tr!(language, "form-empty", file = file),
        Unfit::Scan { page, fault } => scan(file, *page, fault, language),
    }
}

/// Why a page of a scan, or the whole of it where that is 0, is not read.
fn scan(file: &str, page: usize, fault: &ScanFault, language: Language) -> String {
    let place = match page {
        0 => file.to_owned(),
        page => tr!(language, "scan-page", file = file, page = page.to_string()),
    };
    let place = place.as_str();
    match fault {
        ScanFault::Cancelled(_) => tr!(language, "error-cancelled"),
        ScanFault::Foreign | ScanFault::Damaged => {
            tr!(language, "scan-damaged", place = place)
        }
        ScanFault::TooManyPixels { .. } => tr!(
            language,
            "scan-too-large",
            place = place,
            most = (MAX_PIXELS / 1_000_000).to_string()
        ),
        ScanFault::TooManyPages { pages } => tr!(
            language,
            "scan-too-many-pages",
            file = file,
            pages = pages.to_string(),
            most = MAX_PAGES.to_string()
        ),
        ScanFault::NoCode | ScanFault::Form(FormFault::Foreign) => {
            tr!(language, "scan-no-code", place = place)
        }
        ScanFault::Form(FormFault::Damaged) => {
            tr!(language, "scan-code-damaged", place = place)
        }
        ScanFault::Form(FormFault::Newer(_)) => tr!(language, "form-newer", file = place),
        ScanFault::NoCorners => tr!(language, "scan-no-corners", place = place),
    }
}

/// Which pages are missing of scanned forms, and which are none of any.
pub fn missing_pages(arrived: &Arrived, language: Language) -> Vec<String> {
    let numbers = |pages: &[usize]| {
        let pages: Vec<String> = pages.iter().map(usize::to_string).collect();
        pages.join(&tr!(language, "list-comma"))
    };
    let missing = arrived.missing.iter().map(|one| {
        tr!(
            language,
            "scan-missing",
            file = one.file.as_str(),
            customer = one.customer.as_str(),
            pages = numbers(&one.pages)
        )
    });
    let unread = arrived.unread.iter().map(|(path, pages)| {
        let file = path.file_name().unwrap_or_default();
        tr!(
            language,
            "scan-unread",
            file = file.to_string_lossy().into_owned(),
            pages = numbers(pages)
        )
    });
    let completed = arrived.completed.iter().map(|(path, customer)| {
        let file = path.file_name().unwrap_or_default();
        tr!(
            language,
            "scan-completed",
            file = file.to_string_lossy().into_owned(),
            customer = customer.as_str()
        )
    });
    completed.chain(missing).chain(unread).collect()
}
