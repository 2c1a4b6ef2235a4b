//! Forms from questionnaires made up at random, filled in by a script and read back.

mod beside;
mod displaced;
mod fill;
mod flow;
mod office;
mod random;
mod twice;

use std::sync::Arc;

use uuid::Uuid;

use self::fill::Sheet;
use self::random::{Case, answers};
use crate::i18n::Language;
use crate::intake::form::{Asked, Candidate, Filled, Form};
use crate::model::{
    CustomerId, FormIdentity, FormPage, Progress, Questionnaire, Revision, RevisionId, SurveyId,
    WaveId,
};
use crate::paper::excel::FormBook;
use crate::report;

fn identity(seed: &mut fastrand::Rng) -> FormPage {
    let form = FormIdentity {
        workspace: Uuid::from_u128(seed.u128(..)),
        wave: WaveId(seed.i64(0..1 << 41)),
        revision: RevisionId(seed.i64(0..1 << 41)),
        customer: CustomerId(seed.i64(0..1 << 41)),
    };
    form.whole()
}

/// The form of a questionnaire for a made-up customer.
fn form_of(asked: &Questionnaire, page: FormPage, language: Language) -> Vec<u8> {
    let revision = Revision {
        questionnaire: asked.clone(),
        ..Revision::first(RevisionId(1), SurveyId(1))
    };
    let report = report::form(&revision, language);
    let book = FormBook {
        report: &report,
        asked,
        company: "华东 & <精密>",
        language,
    };
    book.of(&random::customer(), page).unwrap()
}

fn opened(name: &str, bytes: &Arc<[u8]>) -> Form {
    let candidate = Candidate::of(bytes).unwrap_or_else(|| panic!("{name} is no form"));
    let form = Form::open(name, bytes, candidate, &Progress::default());
    form.unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn read(name: &str, bytes: Vec<u8>, asked: &Questionnaire) -> (Form, Filled) {
    let bytes: Arc<[u8]> = bytes.into();
    let form = opened(name, &bytes);
    let filled = form.read(&Asked::of(asked));
    let filled = filled.unwrap_or_else(|lost| panic!("{name}: {lost:?} lost"));
    (form, filled)
}

/// Everything came back.
fn same(name: &str, case: &Case, page: FormPage, bytes: Vec<u8>) {
    let (mut form, filled) = read(name, bytes, &case.asked);
    assert_eq!(form.mark, Ok(page), "{name}");
    assert_eq!(
        form.company(&Progress::default()),
        "华东 & <精密>",
        "{name}"
    );
    assert_eq!(form.customer(), random::shown(case.language), "{name}");
    for ((item, answer), wanted) in case
        .asked
        .items
        .iter()
        .zip(&filled.answers)
        .zip(&case.answers)
    {
        assert_eq!(answer, wanted, "{name}: {} {:?}", item.code, item.kind);
    }
    assert_eq!(filled.wrong, [], "{name}");
    assert_eq!(filled.respondent, case.respondent, "{name}");
    assert_eq!(filled.date, case.date, "{name}");
}

#[test]
fn any_questionnaire_comes_back_as_it_was_filled_in() {
    let mut seed = fastrand::Rng::with_seed(1);
    for round in 0..60 {
        let case = answers(&mut seed);
        let page = identity(&mut seed);
        let bytes = form_of(&case.asked, page, case.language);
        let bytes = Sheet::of(bytes).filled(&case).bytes();
        same(&format!("{round}.xlsx"), &case, page, bytes);
    }
}

#[test]
fn a_form_nobody_filled_in_says_nothing_and_asks_for_what_is_required() {
    let mut seed = fastrand::Rng::with_seed(2);
    for _ in 0..20 {
        let case = answers(&mut seed);
        let bytes = form_of(&case.asked, identity(&mut seed), case.language);
        let (_, filled) = read("a.xlsx", bytes, &case.asked);
        assert!(filled.is_empty());
        let required = case.asked.items.iter().filter(|item| item.required);
        let required: Vec<_> = required.map(|item| Some(item.lineage)).collect();
        let missing: Vec<_> = filled.wrong.iter().map(|it| it.item).collect();
        assert_eq!(missing, required);
    }
}

#[test]
fn rows_between_and_columns_before_do_no_harm() {
    let mut seed = fastrand::Rng::with_seed(3);
    for round in 0..20 {
        let case = answers(&mut seed);
        let page = identity(&mut seed);
        let bytes = form_of(&case.asked, page, case.language);
        let mut sheet = Sheet::of(bytes).filled(&case);
        for _ in 0..seed.u32(1..4) {
            sheet = sheet.moved(seed.u32(1..25), seed.u32(0..5), 0, 0);
            sheet = sheet.moved(0, 0, seed.u32(1..6), seed.u32(0..3));
        }
        same(&format!("moved {round}.xlsx"), &case, page, sheet.bytes());
    }
}

#[test]
fn saved_by_libreoffice_in_any_format_it_is_read_the_same() {
    let Some(office) = office::Office::find() else {
        eprintln!("skipped: soffice is not installed");
        return;
    };
    let mut seed = fastrand::Rng::with_seed(4);
    let mut cases = Vec::new();
    for number in 0..6 {
        let case = answers(&mut seed);
        let page = identity(&mut seed);
        let bytes = form_of(&case.asked, page, case.language);
        office.put(
            &format!("{number}.xlsx"),
            &Sheet::of(bytes).filled(&case).bytes(),
        );
        cases.push((case, page));
    }
    for ending in ["xlsx", "xls", "ods"] {
        for (number, (case, page)) in cases.iter().enumerate() {
            let name = format!("{number}.{ending}");
            same(&name, case, *page, office.saved(number, ending));
        }
    }
}
