//! What a workspace holds, as text: names, numbers and answers that a later version of the
//! program still has to find, however its types have grown.
//!
//! Only what version 1 knew is written, in its words, so that a new field changes nothing here.

mod actions;
mod beside;
mod ledger;
mod markings;
mod questionnaire;
mod returns;
mod tags;

use std::collections::BTreeMap;
use std::fmt::Write;

use manyi::model::{Customer, CustomerId, Data, FrameEntry, Wave};
use manyi::store::Store;

/// A text on one line, in quotes.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// What there is, or a dash.
fn or_dash<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

fn yes(it: bool) -> &'static str {
    if it { "yes" } else { "no" }
}

pub fn facts(store: &Store) -> String {
    let data = store.load().unwrap();
    let mut text = String::new();
    let workspace = &data.workspace;
    let (company, document) = (quoted(&workspace.company), quoted(&workspace.document));
    writeln!(text, "workspace {company} {document}").unwrap();
    for survey in &data.surveys {
        writeln!(text, "survey {}", quoted(&survey.name)).unwrap();
        for revision in data.revisions_of(survey.id) {
            text += &questionnaire::revision(&data, revision);
        }
    }
    for customer in &data.customers {
        text += &self::customer(customer);
    }
    for wave in &data.waves {
        text += &self::wave(&data, wave);
        for entry in data.frame(wave.id) {
            text += &frame(&data, entry);
            text += &ledger::entry(entry);
        }
        text += &ledger::wave(&data, wave);
        text += &returns::wave(store, &data, wave);
    }
    text += &returns::imports(&data);
    text += &returns::issues(&data);
    text += &actions::actions(&data);
    text += &beside::beside(&data);
    text += &tags::tags(&data);
    text += &markings::markings(&data);
    text + &actions::log(store)
}

fn customer(customer: &Customer) -> String {
    format!(
        "customer {} {} turnover={} key={}{}\n",
        quoted(&customer.code),
        quoted(&customer.name),
        or_dash(customer.turnover),
        yes(customer.key),
        attributes(&customer.attributes),
    )
}

fn attributes(attributes: &BTreeMap<String, String>) -> String {
    let each = attributes.iter();
    each.map(|(name, value)| format!(" {}={}", quoted(name), quoted(value)))
        .collect()
}

/// Survey, period and label: what a wave is known by.
fn wave_name(data: &Data, wave: &Wave) -> String {
    let survey = &data.survey(wave.survey).unwrap().name;
    format!("{} {} {}", quoted(survey), wave.period, quoted(&wave.label))
}

fn wave(data: &Data, wave: &Wave) -> String {
    let revision = data.revision(wave.revision).unwrap();
    format!(
        "wave {} {:?} revision={} opened={}\n",
        wave_name(data, wave),
        wave.period.kind(),
        revision.number,
        wave.opened,
    )
}

fn code(data: &Data, customer: Option<CustomerId>) -> String {
    let known = customer.map(|id| data.customer(id).unwrap());
    or_dash(known.map(|customer| quoted(&customer.code)))
}

fn frame(data: &Data, entry: &FrameEntry) -> String {
    format!(
        "  chosen {} issued={} channel={} turnover={} key={}{}\n",
        code(data, Some(entry.customer)),
        or_dash(entry.issued),
        quoted(&entry.channel),
        or_dash(entry.turnover),
        yes(entry.key),
        attributes(&entry.attributes),
    )
}
