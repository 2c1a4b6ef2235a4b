//! The figures of a wave as a workbook: real numbers, formatted as people read them.
//!
//! What rests on fewer than five returns has its count and no mean, as on screen and paper.

use jiff::civil::Date;

use super::book::{Book, Value};
use crate::analysis::{Composition, Groups, Segment, TrendLine, WaveFigures};
use crate::chart::Compared;
use crate::chart::words::{limit, rules_in_words};
use crate::i18n::{Language, period};
use crate::model::{CorrectiveAction, Customer, Survey, WaveReturns};
use crate::paper::{Heading, PaperError};
use crate::report::{self, ChangeColumn, ScoreColumn, Table};
use crate::tr;

/// What the workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    pub compared: Compared<'a>,
    pub survey: &'a Survey,
    /// How the index and the dimensions went; may be empty.
    pub lines: &'a [TrendLine],
    pub segments: &'a [Segment],
    /// Who of the list answered.
    pub whom: &'a [Composition],
    /// The segments side by side, each with what it is called.
    pub groups: &'a [(String, Groups)],
    /// What its customers wrote.
    pub returns: &'a WaveReturns,
    /// Of the workspace; closed ones and those of other surveys are left out.
    pub actions: &'a [CorrectiveAction],
    pub customers: &'a [Customer],
    /// Settles what is overdue.
    pub today: Date,
}

/// The workbook: figures, what changed, answers by option and by item, whom they stand for,
/// groups side by side, every wave's values, open actions, ledger and rules.
///
/// # Errors
/// [`PaperError::Workbook`] when the writer refuses.
pub fn scores(scored: &Scored<'_>, heading: &Heading) -> Result<Vec<u8>, PaperError> {
    let language = heading.language;
    let sheets = Sheets { scored, language };
    let mut book = Book::new(&heading.workspace.company, &scored.survey.name);
    sheets.figures(&mut book)?;
    sheets.changes(&mut book)?;
    sheets.answers(&mut book)?;
    let whom = report::segments(scored.segments, sheets.wave(), language);
    sheets.table(&mut book, &tr!(language, "sheet-segments"), &whom)?;
    let list = report::whom(scored.whom, language);
    sheets.table(&mut book, &tr!(language, "whom-title"), &list)?;
    let current = &scored.compared.current;
    let groups = report::all_groups(scored.groups, current, language);
    sheets.table(&mut book, &tr!(language, "sheet-groups"), &groups)?;
    sheets.comments(&mut book)?;
    let values = report::values(scored.lines, period::name, language);
    sheets.table(&mut book, &tr!(language, "paper-section-trend"), &values)?;
    let all = scored.actions;
    let open = report::actions(all, scored.survey.id, scored.today, language);
    sheets.table(&mut book, &tr!(language, "paper-section-actions"), &open)?;
    sheets.about(&mut book, heading)?;
    book.bytes()
}

struct Sheets<'a> {
    scored: &'a Scored<'a>,
    language: Language,
}

impl Sheets<'_> {
    fn wave(&self) -> &WaveFigures {
        self.scored.compared.current.figures
    }

    /// A sheet, if there is anything to stand on it.
    fn table(&self, book: &mut Book, name: &str, table: &Table) -> Result<(), PaperError> {
        match table.lines.is_empty() {
            true => Ok(()),
            false => book.table(name, table),
        }
    }

    fn figures(&self, book: &mut Book) -> Result<(), PaperError> {
        let language = self.language;
        let table = report::scores(&self.scored.compared, &ScoreColumn::FULL, language);
        book.table(&tr!(language, "chart-head-score"), &table)
    }

    /// What rose, fell, stayed and cannot be told since the wave before, where there is one.
    fn changes(&self, book: &mut Book) -> Result<(), PaperError> {
        let language = self.language;
        let columns = &ChangeColumn::FULL;
        match report::changes(&self.scored.compared, columns, language) {
            Some(changed) => self.table(book, &tr!(language, "sheet-changes"), &changed.table),
            None => Ok(()),
        }
    }

    /// A line an option, and a line an item for items of one scale.
    fn answers(&self, book: &mut Book) -> Result<(), PaperError> {
        let language = self.language;
        let table = report::options(self.wave(), language);
        book.table(&tr!(language, "paper-answers"), &table)?;
        for table in report::answers(&self.scored.compared, language) {
            book.table(&tr!(language, "sheet-shares"), &table)?;
        }
        let asked = &self.scored.compared.current.revision.questionnaire;
        let several = report::all_ticks(asked, self.wave(), language);
        self.table(book, &tr!(language, "sheet-ticks"), &several)
    }

    /// Word for word, and their tags counted.
    fn comments(&self, book: &mut Book) -> Result<(), PaperError> {
        let (language, returns) = (self.language, self.scored.returns);
        let asked = &self.scored.compared.current.revision.questionnaire;
        let all = report::comments(asked, returns, self.scored.customers, language);
        self.table(book, &tr!(language, "paper-section-comments"), &all)?;
        let tags = report::tags_counted(asked, returns, language);
        self.table(book, &tr!(language, "comment-tags"), &tags)
    }

    fn about(&self, book: &mut Book, heading: &Heading) -> Result<(), PaperError> {
        let language = self.language;
        let current = &self.scored.compared.current;
        let heads = [tr!(language, "sheet-key"), tr!(language, "sheet-value")];
        let mut page = book.sheet(&tr!(language, "paper-section-ledger"), &heads)?;
        let time = period::name(language, current.wave.period);
        let rows = [
            (
                tr!(language, "paper-company"),
                Value::text(&heading.workspace.company),
            ),
            (
                tr!(language, "paper-survey"),
                Value::text(&self.scored.survey.name),
            ),
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
            page.row(&[
                Value::text(&fact.label),
                Value::of(&fact.value),
                Value::text(&fact.note),
            ])?;
        }
        for note in &current.figures.notes {
            let words = limit(note, self.scored.customers, language);
            page.row(&[Value::Empty, Value::text(words)])?;
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
