//! Why something cannot be done, in words.

use super::{Language, marking, number, period};
use crate::edit::Refusal;
use crate::tr;

/// What stands beside the button, under the field, or at the bottom of the window.
pub fn words(language: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unchanged => tr!(language, "refusal-unchanged"),
        Refusal::Gone => tr!(language, "refusal-gone"),
        Refusal::NotRead => tr!(language, "refusal-not-read"),
        Refusal::Locked => tr!(language, "refusal-locked"),
        Refusal::NeedsCompany => tr!(language, "refusal-company"),
        Refusal::NeedsSurveyName => tr!(language, "refusal-survey"),
        Refusal::SurveyNameTaken => tr!(language, "refusal-survey-taken"),
        Refusal::NeedsCode => tr!(language, "refusal-code"),
        Refusal::CustomerCodeTaken => tr!(language, "refusal-customer-code-taken"),
        Refusal::NeedsCustomerName | Refusal::NeedsName => tr!(language, "refusal-name"),
        Refusal::BadTurnover => tr!(language, "refusal-turnover"),
        Refusal::CodeTaken => tr!(language, "refusal-code-taken"),
        Refusal::ReservedCode(code) => {
            tr!(language, "refusal-code-reserved", code = code.as_str())
        }
        Refusal::BadWeight => tr!(language, "refusal-weight"),
        Refusal::BadScore => tr!(language, "refusal-score"),
        Refusal::BadPercent => tr!(language, "refusal-percent"),
        Refusal::BadDate | Refusal::NeedsDate => tr!(language, "refusal-date"),
        Refusal::TooDeep => tr!(language, "refusal-too-deep"),
        Refusal::NeedsReason => tr!(language, "refusal-reason"),
        Refusal::NothingAnswered => tr!(language, "refusal-nothing-answered"),
        Refusal::NeedsTitle => tr!(language, "refusal-title"),
        Refusal::NoQuestionnaire => tr!(language, "refusal-no-questionnaire"),
        Refusal::OtherPeriod { period, kind } => {
            let period = period::name(language, *period);
            let example = period::example(*kind);
            tr!(
                language,
                "refusal-period",
                period = period,
                example = example
            )
        }
        Refusal::OpenAlready(period) => {
            let period = period::name(language, *period);
            tr!(language, "refusal-open-already", period = period)
        }
        Refusal::WaveClosed(period) => {
            let period = period::name(language, *period);
            tr!(language, "refusal-wave-closed", period = period)
        }
        Refusal::WaveOpen(period) => {
            let period = period::name(language, *period);
            tr!(language, "refusal-wave-open", period = period)
        }
        Refusal::Settled => tr!(language, "refusal-settled"),
        Refusal::OtherIssue => tr!(language, "refusal-other-issue"),
        Refusal::NoAnswer => tr!(language, "refusal-no-answer"),
        Refusal::NeedsTagName => tr!(language, "refusal-tag-name"),
        Refusal::TagTaken => tr!(language, "refusal-tag-taken"),
        Refusal::Marking(fault) => marking::fault(language, fault),
        Refusal::Nobody => tr!(language, "refusal-nobody"),
        figures => of_figures(language, figures),
    }
}

/// Of figures that are typed in.
fn of_figures(language: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::BadCount => tr!(language, "refusal-count"),
        Refusal::BadNumber => tr!(language, "refusal-number"),
        Refusal::BadPeriod => tr!(language, "refusal-no-period"),
        Refusal::PeriodTwice(period) => {
            let period = period::name(language, *period);
            tr!(language, "refusal-period-twice", period = period)
        }
        Refusal::ImpossibleShare { n, below, above } => {
            let rate = |count: u32| number::percent(Some(f64::from(count) / f64::from(*n)));
            tr!(
                language,
                "refusal-share",
                n = n.to_string(),
                below = below.to_string(),
                above = above.to_string(),
                less = rate(*below),
                more = rate(*above)
            )
        }
        Refusal::WaveThere(period) => {
            let period = period::name(language, *period);
            tr!(language, "refusal-wave-there", period = period)
        }
        Refusal::PastThere(period) => {
            let period = period::name(language, *period);
            tr!(language, "refusal-past-there", period = period)
        }
        Refusal::KpiThere => tr!(language, "refusal-kpi-there"),
        Refusal::PercentOrShare => tr!(language, "refusal-percent-or-share"),
        _ => tr!(language, "refusal-figure"),
    }
}
