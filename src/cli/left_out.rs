//! What of a file no column or item was found for, and what it was taken for: said, so that
//! nothing is dropped or guessed in silence.

use std::path::Path;

use super::json::{AsideReport, RemarkReport, RepeatReport};
use super::output;
use crate::i18n::beside::beside;
use crate::i18n::{Language, encoding, remark, set_aside};
use crate::intake::{identity, mapping, returns};
use crate::jobs::import::{Candidate, Needless, Repeats};
use crate::model::{
    ColumnMapping, Doubt, NoReturn, Questionnaire, Reading, RepeatChoice, RepeatedReturn, SetAside,
    Target, TextEncoding,
};
use crate::tr;

/// Rows named one by one.
const SHOWN: usize = 12;

/// What was chosen of returns with other answers, in the words of scripts.
const NEWEST: &str = "newest answers count";
const BOTH: &str = "both count";
const ASKED: &str = "other answers";

/// Other sheets, rows that are no returns, columns that fit nothing, and scored items no column fits.
#[derive(Default)]
pub(super) struct LeftOut {
    pub(super) columns: Vec<String>,
    /// What stands on a form beside its answers.
    pub(super) beside: Vec<ColumnMapping>,
    /// What customers wrote beside options.
    pub(super) written: Vec<ColumnMapping>,
    /// Those that tell who sat where.
    pub(super) private: Vec<String>,
    pub(super) items: Vec<String>,
    /// The sheet that was read, and the others a person sees.
    sheet: String,
    pub(super) sheets: Vec<String>,
    /// The rows that are no returns.
    pub(super) rows: Vec<SetAside>,
    /// What a text was taken for that could be something else.
    pub(super) guessed: Option<TextEncoding>,
    /// Items whose order of options was told and not needed.
    pub(super) needless: Vec<Needless>,
    /// Columns that could have been meant otherwise.
    doubts: Vec<(ColumnMapping, Doubt)>,
}

impl LeftOut {
    pub(super) fn of(candidate: &Candidate, asked: &Questionnaire) -> Self {
        let mapping = &candidate.mapping;
        let ignored = mapping.columns_of(Target::Ignore).filter(|at| {
            // What tells returns apart is used, though it becomes nothing of them.
            let column = candidate.sheet.columns.get(*at);
            column.is_none_or(|it| identity::tells(it, Target::Ignore).is_none())
        });
        let title = |at: usize| {
            let column = mapping.columns.get(at)?;
            Some(match column.title.as_str() {
                "" => column.cell.trim_end_matches(|c: char| c.is_ascii_digit()),
                title => title,
            })
        };
        let others = candidate.sheets.iter().enumerate();
        let others = others.filter(|(at, sheet)| *at != candidate.at && !sheet.hidden);
        let missing = asked.items.iter().filter(|item| {
            let mut columns = mapping.columns.iter().filter_map(|it| it.target.item());
            item.scored && !columns.any(|lineage| lineage == item.lineage)
        });
        Self {
            columns: ignored.filter_map(title).map(str::to_owned).collect(),
            beside: returns::quoted(&candidate.sheet, mapping)
                .beside()
                .cloned()
                .collect(),
            written: Vec::new(),
            private: mapping
                .columns_of(Target::Private)
                .filter_map(title)
                .map(str::to_owned)
                .collect(),
            items: missing.map(|item| item.code.clone()).collect(),
            sheet: candidate.sheet.name.clone(),
            sheets: others.map(|(_, sheet)| sheet.name.clone()).collect(),
            rows: Vec::new(),
            needless: Vec::new(),
            guessed: candidate.encoding.filter(|it| !it.certain()),
            doubts: mapping::remarks(&candidate.sheet, mapping, asked)
                .into_iter()
                .filter_map(|it| Some((mapping.columns.get(it.column)?.clone(), it.doubt)))
                .collect(),
        }
    }

    /// The columns that could have been meant otherwise, as scripts read them.
    pub(super) fn remarked(&self, language: Language) -> Vec<RemarkReport> {
        let all = self.doubts.iter();
        all.map(|(column, doubt)| RemarkReport::of(column, doubt, language))
            .collect()
    }

    /// Beside the result, where scripts do not read.
    pub(super) fn tell(&self, path: &Path, language: Language) {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let file = file.as_ref();
        let comma = tr!(language, "cli-comma");
        if let Some(guessed) = self.guessed {
            let encoding = encoding::name(language, guessed);
            let words = tr!(
                language,
                "cli-encoding-guessed",
                file = file,
                encoding = encoding
            );
            output::complain(&words);
        }
        if !self.sheets.is_empty() {
            let (sheet, sheets) = (self.sheet.as_str(), self.sheets.join(&comma));
            let words = tr!(
                language,
                "cli-left-sheets",
                file = file,
                sheet = sheet,
                sheets = sheets
            );
            output::complain(&words);
        }
        if !self.beside.is_empty() {
            let said = self.beside.iter().map(|it| beside(language, it));
            let said = said.collect::<Vec<_>>().join(&comma);
            output::complain(&tr!(language, "cli-left-beside", file = file, said = said));
        } else if !self.columns.is_empty() {
            let columns = self.columns.join(&comma);
            let words = tr!(language, "cli-left-columns", file = file, columns = columns);
            output::complain(&words);
        }
        if !self.written.is_empty() {
            let cells = self.written.iter().take(SHOWN).map(|it| it.cell.as_str());
            let cells = cells.collect::<Vec<_>>().join(&comma);
            let count = self.written.len();
            let words = tr!(
                language,
                "cli-written-beside",
                file = file,
                count = count,
                cells = cells
            );
            output::complain(&words);
        }
        if !self.private.is_empty() {
            let columns = self.private.join(&comma);
            let words = tr!(language, "cli-left-private", file = file, columns = columns);
            output::complain(&words);
        }
        if !self.items.is_empty() {
            let items = self.items.join(&comma);
            output::complain(&tr!(language, "cli-left-items", file = file, items = items));
        }
        for it in &self.needless {
            output::complain(&needless(it, file, language));
        }
        for (column, doubt) in &self.doubts {
            let said = remark::remark(language, column, doubt);
            output::complain(&tr!(language, "cli-remark", file = file, said = said));
        }
        for why in NoReturn::ALL {
            self.tell_rows(file, why, language);
        }
    }

    /// The rows that are no returns, as scripts read them.
    pub(super) fn aside(&self, wanted: impl Fn(NoReturn) -> bool) -> Vec<AsideReport> {
        let rows = self.rows.iter().filter(|it| wanted(it.why));
        rows.map(|aside| AsideReport::of(&self.sheet, *aside))
            .collect()
    }

    /// The rows whose return came in before, and what became of them.
    pub(super) fn repeats(
        &self,
        repeats: &Repeats,
        choice: Option<RepeatChoice>,
    ) -> Vec<RepeatReport> {
        let changed = |row: u32| repeats.asked.iter().find(|it| it.row == row);
        let there = self.rows.iter().filter(|it| it.why.is_there());
        let there = there.map(|aside| {
            let mut report = match changed(aside.row) {
                Some(repeated) => RepeatReport::changed(&self.sheet, repeated, ""),
                None => RepeatReport::of(&self.sheet, *aside),
            };
            report.why = AsideReport::of(&self.sheet, *aside).why;
            let wave = repeats.elsewhere.iter().find(|(row, _)| *row == aside.row);
            report.wave = wave.map(|(_, period)| period.to_string());
            report
        });
        let why = match choice {
            Some(RepeatChoice::Newest) => NEWEST,
            Some(RepeatChoice::Both) => BOTH,
            Some(RepeatChoice::First) | None => ASKED,
        };
        let left = |row: u32| self.rows.iter().any(|it| it.row == row);
        let brought = repeats.asked.iter().filter(|it| !left(it.row));
        let brought = brought.map(|it| RepeatReport::changed(&self.sheet, it, why));
        there.chain(brought).collect()
    }

    /// The rows of which it has to be chosen what becomes of them.
    pub(super) fn asked(&self, returns: &[RepeatedReturn]) -> Vec<RepeatReport> {
        let all = returns.iter();
        all.map(|it| RepeatReport::changed(&self.sheet, it, ASKED))
            .collect()
    }

    /// The rows set aside for one reason.
    fn tell_rows(&self, file: &str, why: NoReturn, language: Language) {
        let rows = self.rows.iter().filter(|it| it.why == why);
        let rows: Vec<u32> = rows.map(|it| it.row).collect();
        if rows.is_empty() {
            return;
        }
        let shown: Vec<String> = rows.iter().take(SHOWN).map(u32::to_string).collect();
        let mut list = shown.join(&tr!(language, "cli-comma"));
        if rows.len() > SHOWN {
            list = tr!(language, "list-and-more", list = list, count = rows.len());
        }
        let why = set_aside::why(language, why);
        let words = tr!(
            language,
            "cli-left-rows",
            file = file,
            rows = list,
            why = why
        );
        output::complain(&words);
    }
}

/// That an order of options was not needed, and why.
fn needless(needless: &Needless, file: &str, language: Language) -> String {
    let item = needless.item.as_str();
    match needless.reading {
        None => tr!(language, "cli-order-no-column", file = file, item = item),
        Some(Reading::Scores) => tr!(language, "cli-order-scores", file = file, item = item),
        Some(_) => tr!(language, "cli-order-words", file = file, item = item),
    }
}
