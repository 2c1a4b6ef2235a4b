//! Returns as a workbook, one sheet a wave, in a form that can be imported again.
//!
//! Every sheet has the headings of a plain sheet: who, when and how, then one column an item
//! under its text, or under its code where the text would not name it alone. Options stand as
//! their labels, what nobody could read as it stood in the file.

use rustc_hash::FxHashMap;

use super::book::{Book, SheetPage, Value};
use crate::i18n::Language;
use crate::model::{
    Answer, CustomerId, Data, Item, LineageId, Progress, Return, ReturnId, Revision, Wave,
    WaveReturns,
};
use crate::paper::PaperError;
use crate::tr;

/// Returns between two looks at whether the workbook is still wanted.
const BREATH: usize = 1_000;

/// Where the options of one answer meet.
const AND: &str = "┋";

/// An answer that says the item does not apply, where the scale has no option for it.
const NOT_APPLICABLE: &str = "N/A";

/// A workbook of returns, to which waves are added one by one, so that only one is in memory.
pub struct ReturnsBook<'a> {
    data: &'a Data,
    language: Language,
    customers: FxHashMap<CustomerId, (&'a str, &'a str)>,
    unread: FxHashMap<(ReturnId, LineageId), &'a str>,
    book: Book,
}

impl<'a> ReturnsBook<'a> {
    pub fn new(data: &'a Data, language: Language) -> Self {
        let customers = data.customers.iter();
        let issues = data.issues.iter();
        Self {
            data,
            language,
            customers: customers
                .map(|one| (one.id, (one.code.as_str(), one.name.as_str())))
                .collect(),
            unread: issues
                .filter_map(|issue| Some(((issue.returned, issue.item?), issue.found.as_str())))
                .collect(),
            book: Book::new(&data.workspace.company, &tr!(language, "sheet-returns")),
        }
    }

    /// Adds the sheet of a wave. `revision` is the one the wave asked.
    ///
    /// # Errors
    /// [`PaperError::Workbook`] when there are more rows or columns than a sheet holds,
    /// [`PaperError::Cancelled`] when nobody wants it any more.
    pub fn add(
        &mut self,
        wave: &Wave,
        revision: &Revision,
        returns: &WaveReturns,
        progress: &Progress,
    ) -> Result<(), PaperError> {
        let items = &revision.questionnaire.items;
        let heads = heads(items, self.language);
        let mut page = self.book.sheet(&sheet_name(self.data, wave), &heads)?;
        let texts = Texts {
            customers: &self.customers,
            unread: &self.unread,
            skipped: tr!(self.language, "sheet-skipped"),
        };
        progress.expect(returns.returns.len() as u64);
        for (row, one) in returns.returns.iter().enumerate() {
            if row % BREATH == 0 {
                progress.reach(row as u64)?;
            }
            texts.write(&mut page, one, row, items, returns)?;
        }
        page.filter()?;
        page.finish()
    }

    /// The file.
    ///
    /// # Errors
    /// [`PaperError::Workbook`] when it cannot be packed.
    pub fn bytes(self) -> Result<Vec<u8>, PaperError> {
        self.book.bytes()
    }
}

fn sheet_name(data: &Data, wave: &Wave) -> String {
    let survey = data.survey(wave.survey).filter(|_| data.surveys.len() > 1);
    let survey = survey.map_or("", |survey| survey.name.as_str());
    let period = wave.period.to_string();
    let parts = [period.as_str(), wave.label.as_str(), survey];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

fn heads(items: &[Item], language: Language) -> Vec<String> {
    let mut heads = vec![
        tr!(language, "sheet-customer-code"),
        tr!(language, "sheet-customer-name"),
        tr!(language, "sheet-respondent"),
        tr!(language, "sheet-date"),
        tr!(language, "sheet-channel"),
        tr!(language, "sheet-collector"),
        tr!(language, "sheet-void"),
    ];
    let fields = heads.clone();
    heads.extend(items.iter().map(|item| {
        let named = |other: &&Item| other.text == item.text || other.code == item.text;
        let alone = items.iter().filter(named).count() == 1;
        if alone && !item.text.is_empty() && !fields.contains(&item.text) {
            item.text.clone()
        } else {
            item.code.clone()
        }
    }));
    heads
}

struct Texts<'a> {
    customers: &'a FxHashMap<CustomerId, (&'a str, &'a str)>,
    unread: &'a FxHashMap<(ReturnId, LineageId), &'a str>,
    skipped: String,
}

impl Texts<'_> {
    fn write(
        &self,
        page: &mut SheetPage<'_>,
        one: &Return,
        row: usize,
        items: &[Item],
        returns: &WaveReturns,
    ) -> Result<(), PaperError> {
        let known = one.customer.and_then(|id| self.customers.get(&id));
        let (code, name) = known.copied().unwrap_or((&one.customer_text, ""));
        let mut values = vec![
            Value::text(code),
            Value::text(name),
            Value::text(&one.respondent),
            one.date.map_or(Value::Empty, Value::Date),
            Value::text(&one.channel),
            Value::text(&one.collector),
            Value::text(one.void.as_deref().unwrap_or_default()),
        ];
        values.extend(
            items
                .iter()
                .zip(&returns.columns)
                .map(|(item, column)| self.value(item, &column.get(row), one.id)),
        );
        page.row(&values)
    }

    fn value(&self, item: &Item, answer: &Answer, returned: ReturnId) -> Value {
        match answer {
            Answer::Blank => Value::Empty,
            Answer::Skipped => Value::text(&self.skipped),
            Answer::NotApplicable => Value::text(NOT_APPLICABLE),
            Answer::Unreadable => {
                let found = self.unread.get(&(returned, item.lineage));
                Value::text(found.copied().unwrap_or_default())
            }
            Answer::Option(option) => Value::text(label(item, *option)),
            Answer::Options(options) => {
                let labels: Vec<&str> = options.iter().map(|option| label(item, *option)).collect();
                Value::text(labels.join(AND))
            }
            Answer::Number(number) => Value::Number(*number),
            Answer::Text(text) => Value::text(text),
        }
    }
}

fn label(item: &Item, option: u8) -> &str {
    let scale = item.scale.as_ref();
    let option = scale.and_then(|scale| scale.options.get(usize::from(option)));
    option.map_or("", |option| option.label.as_str())
}
