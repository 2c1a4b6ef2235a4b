//! What was read of a form, ready for the store.

use std::sync::Arc;

use jiff::Timestamp;

use super::carry::Carried;
use super::meant::Meant;
use crate::i18n::Language;
use crate::intake::customers::known::Known;
use crate::intake::days_around;
use crate::intake::form::{Filled, Form};
use crate::model::{
    Answer, AnswerColumn, ColumnMapping, CustomerId, Data, Expected, FORM, Import, ImportBatch,
    ImportId, Issue, IssueId, IssueKind, Item, Mapping, Reading, Return, ReturnId, SourceFile,
    Target, WaveId,
};
use crate::tr;

/// A form with what it is of and what it says.
pub(super) type Read<'a> = (Meant<'a>, Filled, Carried);

/// One return, with an issue for what could not be read.
pub(super) fn batch(
    data: &Data,
    source: SourceFile,
    meant: &Meant<'_>,
    (form, mut filled, carried): (Form, Filled, Carried),
    at: Timestamp,
) -> ImportBatch {
    filled.hold_date(&days_around(meant.wave.period));
    let (row, customer_cell) = form.customer_cell();
    let others = others(data, meant, &form.customer());
    let customer = meant.customer.filter(|_| others.is_none());
    let customer_text = match form.customer() {
        text if text.is_empty() => meant.customer.map(|it| it.code.clone()),
        text => Some(text),
    };
    let returned = Return {
        id: ReturnId(0),
        wave: meant.wave.id,
        import: None,
        row,
        customer: customer.map(|it| it.id),
        customer_text: customer_text.unwrap_or_default(),
        respondent: filled.respondent.clone(),
        role: String::new(),
        seconds: None,
        late: meant.wave.closed().is_some(),
        date: filled.date,
        channel: channel(data, meant.wave.id, meant.customer.map(|it| it.id), "Excel"),
        collector: String::new(),
        void: None,
    };
    let items = &meant.asked.questionnaire.items;
    let import = Import {
        id: ImportId(0),
        wave: meant.wave.id,
        file: source.name.clone(),
        sheet: form.sheet.clone(),
        sha256: source.sha256.clone(),
        at,
        platform: FORM.to_owned(),
        mapping: Arc::new(mapping(items, &filled, &carried, &customer_cell)),
        returns: 1,
        undone: false,
    };
    let issues = issues(meant, &form, &returned, &filled, (&customer_cell, others));
    let columns = items.iter().zip(&carried).map(|(item, carried)| {
        let answer = carried.as_ref().map(|(_, answer)| answer.clone());
        column(item, Some(answer.unwrap_or_default()))
    });
    ImportBatch {
        import,
        columns: columns.collect(),
        source,
        returns: vec![returned],
        issues,
        files: Vec::new(),
    }
}

/// Codes of those a form may be of where somebody wrote another name on it than that of the
/// customer it went out to; `None` where it names that one or nobody.
fn others(data: &Data, meant: &Meant<'_>, called: &str) -> Option<Vec<String>> {
    let own = meant.customer.filter(|_| !called.is_empty())?;
    let printed = [Language::Zh, Language::En].map(|language| {
        let (name, code) = (own.name.as_str(), own.code.as_str());
        tr!(language, "sheet-form-who", name = name, code = code)
    });
    let alike = |name: &String| Known::alike(name, called);
    if printed.iter().any(alike) {
        return None;
    }
    // The whole register is gone through only where it is another name than ours.
    let named = Known::new(&data.customers).all(called);
    if named.contains(&own.id) {
        return None;
    }
    let others = data.customers.iter().filter(|it| named.contains(&it.id));
    Some(
        std::iter::once(own)
            .chain(others)
            .map(|it| it.code.clone())
            .collect(),
    )
}

/// How the form went out, as the list of customers says.
pub(super) fn channel(
    data: &Data,
    wave: WaveId,
    customer: Option<CustomerId>,
    otherwise: &str,
) -> String {
    let mut frame = data.frame(wave).iter();
    let entry = frame.find(|entry| Some(entry.customer) == customer);
    let channel = entry.map(|entry| entry.channel.as_str());
    channel
        .filter(|it| !it.is_empty())
        .unwrap_or(otherwise)
        .to_owned()
}

/// The column of an item, with an answer in it.
pub(super) fn column(item: &Item, answer: Option<Answer>) -> AnswerColumn {
    let mut column = match item.kind.takes_one_option() {
        true => AnswerColumn::Choice(Vec::with_capacity(1)),
        false => AnswerColumn::Other(Vec::with_capacity(1)),
    };
    if let Some(answer) = answer {
        column.push(answer);
    }
    column
}

/// Where each answer was read, so that the way back to its cell is known.
fn mapping(items: &[Item], filled: &Filled, carried: &Carried, customer: &str) -> Mapping {
    let of_items = items.iter().zip(carried).filter_map(|(item, carried)| {
        let (at, _) = carried.as_ref()?;
        Some(ColumnMapping {
            cell: filled.cells.get(*at)?.clone(),
            title: item.code.clone(),
            target: Target::Item(item.lineage),
            reading: Reading::Labels,
            candidates: Vec::new(),
            numbered: Vec::new(),
            found: String::new(),
            answer: String::new(),
        })
    });
    let customer = ColumnMapping {
        cell: customer.to_owned(),
        title: String::new(),
        target: Target::Customer,
        reading: Reading::Name,
        candidates: Vec::new(),
        numbered: Vec::new(),
        found: String::new(),
        answer: String::new(),
    };
    Mapping {
        fingerprint: FORM.to_owned(),
        columns: std::iter::once(customer).chain(of_items).collect(),
        ..Mapping::default()
    }
}

fn issues(
    meant: &Meant<'_>,
    form: &Form,
    returned: &Return,
    filled: &Filled,
    (customer_cell, others): (&str, Option<Vec<String>>),
) -> Vec<Issue> {
    let issue = |kind, item, cell: &str, found: &str, expected: &Expected| Issue {
        id: IssueId(0),
        wave: meant.wave.id,
        import: None,
        kind,
        returned: ReturnId(0),
        item,
        sheet: form.sheet.clone(),
        cell: cell.to_owned(),
        found: found.to_owned(),
        expected: expected.clone(),
        settled: None,
    };
    let known = |lineage| meant.asked.questionnaire.item_of(lineage).is_some();
    let wrong = filled.wrong.iter().filter(|it| it.item.is_none_or(known));
    let mut issues: Vec<Issue> = wrong
        .map(|it| issue(it.kind, it.item, &it.cell, &it.found, &it.expected))
        .collect();
    if returned.customer.is_none() {
        let kind = IssueKind::UnknownCustomer;
        let expected = others.map_or(Expected::KnownCustomer, Expected::OneCustomerOf);
        let found = &returned.customer_text;
        issues.insert(0, issue(kind, None, customer_cell, found, &expected));
    }
    issues
}
