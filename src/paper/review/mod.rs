//! The management-review material: what the survey says, in two to four pages.

mod findings;
mod signatures;
mod texts;
mod trend;

use jiff::civil::Date;
use serde::Serialize;

use self::findings::{FindingText, findings};
use self::signatures::{SignatureLine, signatures};
use self::texts::{Cover, Titles};
use self::trend::{TrendPart, trend_part};
use super::heading::{Frame, Heading};
use super::part::{
    Actions, AnswerTable, Index, LedgerChain, ScoreTable, actions, distribution, ledger, scores,
    standing,
};
use super::press::{Template, print};
use super::scores::{WIDTH, answers};
use super::{Document, PaperError};
use crate::analysis::{Evidence, TrendLine};
use crate::chart::words::rules_in_words;
use crate::chart::{Compared, Scores};
use crate::model::{CorrectiveAction, Survey};
use crate::tr;

/// What the material is made from.
#[derive(Clone, Copy, Debug)]
pub struct Review<'a> {
    pub survey: &'a Survey,
    /// Of the wave in review, without a filter.
    pub evidence: Evidence<'a>,
    /// The index first, then every dimension, up to the wave in review.
    pub lines: &'a [TrendLine],
    /// Of the workspace; closed ones and those of other surveys are left out.
    pub actions: &'a [CorrectiveAction],
    /// Settles what is overdue.
    pub today: Date,
}

#[derive(Serialize)]
struct Data {
    frame: Frame,
    cover: Cover,
    titles: Titles,
    headline: String,
    index: Index,
    findings: Vec<FindingText>,
    ledger: LedgerChain,
    ledger_notes: Vec<String>,
    table: ScoreTable,
    answers: Vec<AnswerTable>,
    trend: TrendPart,
    actions: Actions,
    rules: Vec<String>,
    signatures: Vec<SignatureLine>,
}

/// The material as pages.
pub fn review(review: &Review, heading: &Heading) -> Result<Document, PaperError> {
    let language = heading.language;
    let evidence = &review.evidence;
    let compared = Compared {
        current: evidence.current,
        previous: evidence.previous,
        revisions: evidence.revisions,
    };
    let kind = tr!(language, "paper-kind-review");
    let trend = trend_part(review, language);
    let data = Data {
        frame: Frame::new(heading, kind.clone(), &kind),
        cover: texts::cover(review, heading),
        titles: texts::titles(language),
        headline: trend.caption.clone(),
        index: standing(&compared, language).into(),
        findings: findings(evidence, language),
        ledger: ledger(&evidence.current.figures.ledger, language),
        ledger_notes: texts::ledger_notes(evidence, language),
        table: scores(&Scores::build(&compared, language), WIDTH),
        answers: answers(&compared, language)
            .iter()
            .map(|chart| distribution(chart, WIDTH))
            .collect(),
        trend,
        actions: actions(review.actions, review.survey.id, review.today, language),
        rules: rules_in_words(&evidence.current.revision.questionnaire.rules, language),
        signatures: signatures(language),
    };
    print(Template::Review, &data)
}
