//! The figures of a wave as a workbook: real numbers, formatted as people read them.
//!
//! What rests on fewer than five returns has its count and no mean, as on screen and paper.

use super::book::{Book, Value};
use crate::analysis::{TrendLine, WaveFigures};
use crate::chart::Compared;
use crate::chart::words::rules_in_words;
use crate::i18n::{Language, period};
use crate::model::Survey;
use crate::paper::{Heading, PaperError};
use crate::report::{self, ScoreColumn};
use crate::tr;

/// The workbook: ledger and rules, figures, answers by option, and every wave's values.
/// `lines` may be empty.
///
/// # Errors
/// [`PaperError::Workbook`] when the writer refuses.
pub fn scores(
    compared: &Compared,
    survey: &Survey,
    lines: &[TrendLine],
    heading: &Heading,
) -> Result<Vec<u8>, PaperError> {
    let sheets = Sheets {
        compared,
        language: heading.language,
    };
    let mut book = Book::new(&heading.workspace.company, &survey.name);
    sheets.figures(&mut book)?;
    sheets.answers(&mut book)?;
    if !lines.is_empty() {
        sheets.trend(&mut book, lines)?;
    }
    sheets.about(&mut book, survey, heading)?;
    book.bytes()
}

struct Sheets<'a> {
    compared: &'a Compared<'a>,
    language: Language,
}

impl Sheets<'_> {
    fn wave(&self) -> &WaveFigures {
        self.compared.current.figures
    }

    fn figures(&self, book: &mut Book) -> Result<(), PaperError> {
        let language = self.language;
        let table = report::scores(self.compared, &ScoreColumn::FULL, language);
        book.table(&tr!(language, "chart-head-score"), &table)
    }

    fn answers(&self, book: &mut Book) -> Result<(), PaperError> {
        let language = self.language;
        let table = report::options(self.wave(), language);
        book.table(&tr!(language, "paper-answers"), &table)
    }

    fn trend(&self, book: &mut Book, lines: &[TrendLine]) -> Result<(), PaperError> {
        let language = self.language;
        let table = report::values(lines, period::name, language);
        book.table(&tr!(language, "paper-section-trend"), &table)
    }

    fn about(&self, book: &mut Book, survey: &Survey, heading: &Heading) -> Result<(), PaperError> {
        let language = self.language;
        let current = &self.compared.current;
        let heads = [tr!(language, "sheet-key"), tr!(language, "sheet-value")];
        let mut page = book.sheet(&tr!(language, "paper-section-ledger"), &heads)?;
        let time = period::name(language, current.wave.period);
        let rows = [
            (
                tr!(language, "paper-company"),
                Value::text(&heading.workspace.company),
            ),
            (tr!(language, "paper-survey"), Value::text(&survey.name)),
            (tr!(language, "paper-period"), Value::text(time)),
            (
                tr!(language, "paper-document"),
                Value::text(&heading.workspace.document),
            ),
        ];
        for (key, value) in rows {
            page.row(&[Value::text(key), value])?;
        }
        let chain = report::ledger(&current.figures.ledger, language);
        for fact in chain.steps.iter().chain(&chain.rates) {
            page.row(&[Value::text(&fact.label), Value::of(&fact.value)])?;
        }
        let rules = &current.revision.questionnaire.rules;
        for (at, words) in rules_in_words(rules, language).into_iter().enumerate() {
            let key = if at == 0 {
                tr!(language, "paper-section-rules")
            } else {
                String::new()
            };
            page.row(&[Value::text(key), Value::text(words)])?;
        }
        page.finish()
    }
}
