//! What returns can be split by: the names, their values and how many returns have each.

use std::collections::{BTreeMap, BTreeSet};

use super::panel::counted;
use super::people::people;
use super::{Filter, SegmentKey};
use crate::model::{
    Answer, AnswerColumn, Customer, CustomerId, FrameEntry, Item, ItemKind, Questionnaire,
    WaveReturns,
};

/// Most values listed for a segment item of free text.
const MOST_TEXTS: usize = 200;

/// Most groups that are compared.
const MOST_GROUPS: usize = 40;

/// One name that returns can be split by.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    pub key: SegmentKey,
    /// Attribute name, item text, or `key`.
    pub name: String,
    /// Other names it answers to: code and aliases of an item. The languages add theirs for
    /// key accounts.
    pub aliases: Vec<String>,
    /// Most frequent first; options of an item in the order of its scale, unused ones too.
    pub values: Vec<SegmentValue>,
    /// Valid returns that have no value of it.
    pub without: usize,
}

impl Segment {
    /// A name nobody of the wave has.
    pub fn unused(key: SegmentKey, name: String, values: BTreeSet<&str>) -> Self {
        let mut unused = Self {
            key,
            name,
            aliases: Vec::new(),
            values: Vec::new(),
            without: 0,
        };
        unused.add_unused(values);
        unused
    }

    /// With those who have no value of it as a value of its own, the last.
    #[must_use]
    pub fn with_unassigned(&self) -> Self {
        let mut whole = self.clone();
        whole.values.push(SegmentValue {
            value: SegmentKey::NONE.to_owned(),
            aliases: Vec::new(),
            returns: self.without,
            frame: None,
        });
        whole
    }

    /// Whether its values are kinds that can stand side by side, those who have none among them: an
    /// address that everybody has one of is none.
    pub fn compares(&self) -> bool {
        let some = self.values.iter().filter(|value| value.returns > 0).count();
        (2..=MOST_GROUPS).contains(&(some + usize::from(self.without > 0)))
    }

    /// Adds those of the values that nobody of the wave has.
    pub fn add_unused(&mut self, mut values: BTreeSet<&str>) {
        for known in &self.values {
            values.remove(known.value.as_str());
        }
        self.values
            .extend(values.into_iter().map(|value| SegmentValue {
                value: value.to_owned(),
                aliases: Vec::new(),
                returns: 0,
                frame: Some(0),
            }));
    }
}

/// One value of a segment.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentValue {
    /// As a [`Filter`] asks for it.
    pub value: String,
    /// Other spellings it answers to.
    pub aliases: Vec<String>,
    /// Valid returns that have it.
    pub returns: usize,
    /// Customers of the frame that have it; `None` for answers.
    pub frame: Option<usize>,
}

/// All names of a wave: customer attributes as they were then, key accounts, segment items.
/// Attributes come first, by name.
pub fn segments(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    frame: &[FrameEntry],
    customers: &[Customer],
) -> Vec<Segment> {
    let rows = counted(questionnaire, returns, frame, customers, &Filter::default());
    let mut segments = of_customers(&rows, returns, frame, customers);
    let items = questionnaire.items.iter().enumerate();
    segments.extend(
        items
            .filter(|(_, item)| item.segment)
            .map(|(at, item)| of_item(item, at, &rows, returns)),
    );
    let came = [SegmentKey::Channel, SegmentKey::Collector].into_iter();
    segments.extend(came.filter_map(|key| of_returns(key, &rows, returns)));
    segments.extend(of_tags(&rows, returns));
    segments
}

/// Returns and frame customers that have each value of a name.
type Counts = BTreeMap<SegmentKey, BTreeMap<String, (usize, usize)>>;

fn of_customers(
    rows: &[usize],
    returns: &WaveReturns,
    frame: &[FrameEntry],
    customers: &[Customer],
) -> Vec<Segment> {
    let people = people(frame, customers);
    let mut answered: BTreeMap<CustomerId, usize> = BTreeMap::new();
    for row in rows {
        if let Some(customer) = returns.returns[*row].customer {
            *answered.entry(customer).or_default() += 1;
        }
    }
    let framed: BTreeSet<CustomerId> = frame.iter().map(|entry| entry.customer).collect();
    let mut counts = Counts::new();
    let involved: BTreeSet<&CustomerId> = answered.keys().chain(&framed).collect();
    for id in involved {
        let Some(person) = people.get(id) else {
            continue;
        };
        let names = person.attributes.keys().cloned();
        for key in names.map(SegmentKey::Attribute).chain([SegmentKey::Key]) {
            if let Some(value) = person.value(&key) {
                let values = counts.entry(key).or_default();
                let (returned, chosen) = values.entry(value.to_owned()).or_default();
                *returned += answered.get(id).copied().unwrap_or(0);
                *chosen += usize::from(framed.contains(id));
            }
        }
    }
    let counts = counts.into_iter();
    counts
        .filter_map(|(key, values)| of_counts(key, values, rows.len()))
        .collect()
}

fn of_counts(
    key: SegmentKey,
    values: BTreeMap<String, (usize, usize)>,
    all: usize,
) -> Option<Segment> {
    let name = match &key {
        SegmentKey::Attribute(name) => name.clone(),
        // Without any key account the question is not there.
        SegmentKey::Key if !values.contains_key(SegmentKey::YES) => return None,
        SegmentKey::Key
        | SegmentKey::Item(_)
        | SegmentKey::Customer
        | SegmentKey::Channel
        | SegmentKey::Collector
        | SegmentKey::Tag => SegmentKey::KEY.to_owned(),
    };
    let mut values: Vec<SegmentValue> = values
        .into_iter()
        .map(|(value, (returns, frame))| SegmentValue {
            value,
            aliases: Vec::new(),
            returns,
            frame: Some(frame),
        })
        .collect();
    if key == SegmentKey::Key {
        values.sort_by_key(|value| value.value != SegmentKey::YES);
    } else {
        values.sort_by_key(|value| std::cmp::Reverse((value.returns, value.frame)));
    }
    let with: usize = values.iter().map(|value| value.returns).sum();
    Some(Segment {
        key,
        name,
        aliases: Vec::new(),
        values,
        without: all.saturating_sub(with),
    })
}

/// How returns came, where they came in several ways.
fn of_returns(key: SegmentKey, rows: &[usize], returns: &WaveReturns) -> Option<Segment> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        if let Some(value) = key.of_return(&returns.returns[*row]) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let with: usize = counts.values().sum();
    let values = counts.into_iter().map(|(value, count)| SegmentValue {
        value: value.to_owned(),
        aliases: Vec::new(),
        returns: count,
        frame: None,
    });
    let mut values: Vec<SegmentValue> = values.collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.returns));
    let name = match key {
        SegmentKey::Collector => SegmentKey::COLLECTOR,
        SegmentKey::Channel
        | SegmentKey::Attribute(_)
        | SegmentKey::Key
        | SegmentKey::Item(_)
        | SegmentKey::Customer
        | SegmentKey::Tag => SegmentKey::CHANNEL,
    };
    (values.len() > 1).then(|| Segment {
        key,
        name: name.to_owned(),
        aliases: Vec::new(),
        values,
        without: rows.len() - with,
    })
}

/// What was written, where something has a tag. A return may have several.
fn of_tags(rows: &[usize], returns: &WaveReturns) -> Option<Segment> {
    let mut having: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let valid = |row: &usize| rows.binary_search(row).is_ok();
    for it in returns.tagged.iter().filter(|it| valid(&it.row)) {
        having.entry(&it.name).or_default().insert(it.row);
    }
    let with: BTreeSet<usize> = having.values().flatten().copied().collect();
    let values = having.into_iter().map(|(name, rows)| SegmentValue {
        value: name.to_owned(),
        aliases: Vec::new(),
        returns: rows.len(),
        frame: None,
    });
    let mut values: Vec<SegmentValue> = values.collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.returns));
    (!values.is_empty()).then(|| Segment {
        key: SegmentKey::Tag,
        name: SegmentKey::TAG.to_owned(),
        aliases: Vec::new(),
        values,
        without: rows.len() - with.len(),
    })
}

fn of_item(item: &Item, at: usize, rows: &[usize], returns: &WaveReturns) -> Segment {
    let (values, said) = match returns.columns.get(at) {
        Some(AnswerColumn::Choice(codes)) if item.kind.has_scale() => of_codes(item, codes, rows),
        Some(AnswerColumn::Choice(_) | AnswerColumn::Other(_)) | None => {
            let answers = || {
                let column = returns.columns.get(at);
                rows.iter().filter_map(move |row| Some(column?.get(*row)))
            };
            let values = match item.kind.has_scale() {
                true => of_options(item, answers()),
                false => of_texts(item.kind, answers()),
            };
            (values, answers().filter(said).count())
        }
    };
    Segment {
        key: SegmentKey::Item(item.lineage),
        name: item.text.clone(),
        aliases: std::iter::once(&item.code)
            .chain(&item.aliases)
            .cloned()
            .collect(),
        values,
        without: rows.len() - said,
    }
}

/// Whether an answer is one to split by.
fn said(answer: &Answer) -> bool {
    match answer {
        Answer::Option(_) | Answer::Number(_) => true,
        Answer::Options(options) => !options.is_empty(),
        Answer::Text(text) => !text.is_empty(),
        Answer::Blank | Answer::Skipped | Answer::NotApplicable | Answer::Unreadable => false,
    }
}

/// The options of an item, chosen by nobody yet.
fn options(item: &Item) -> Vec<SegmentValue> {
    let options = item.scale.iter().flat_map(|scale| &scale.options);
    options
        .map(|option| SegmentValue {
            value: option.label.clone(),
            aliases: option.aliases.clone(),
            returns: 0,
            frame: None,
        })
        .collect()
}

/// The values of a packed column, and how many of the returns have one: a million returns in a
/// millisecond or two.
fn of_codes(item: &Item, codes: &[u8], rows: &[usize]) -> (Vec<SegmentValue>, usize) {
    let mut counts = [0; 256];
    for row in rows {
        let code = codes.get(*row).copied().unwrap_or(AnswerColumn::BLANK);
        counts[usize::from(code)] += 1;
    }
    let mut values = options(item);
    for (value, count) in values.iter_mut().zip(counts) {
        value.returns = count;
    }
    let given = counts.iter().take(usize::from(AnswerColumn::UNREADABLE));
    (values, given.sum())
}

fn of_options(item: &Item, answers: impl Iterator<Item = Answer>) -> Vec<SegmentValue> {
    let mut values = options(item);
    let mut count = |option: u8| {
        if let Some(value) = values.get_mut(usize::from(option)) {
            value.returns += 1;
        }
    };
    for answer in answers {
        match answer {
            Answer::Option(option) => count(option),
            Answer::Options(options) => options.into_iter().for_each(&mut count),
            Answer::Blank
            | Answer::Skipped
            | Answer::NotApplicable
            | Answer::Unreadable
            | Answer::Number(_)
            | Answer::Text(_) => {}
        }
    }
    values
}

fn of_texts(kind: ItemKind, answers: impl Iterator<Item = Answer>) -> Vec<SegmentValue> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for answer in answers {
        match answer {
            Answer::Text(text) if !text.is_empty() => *counts.entry(text).or_default() += 1,
            Answer::Number(number) if kind != ItemKind::Text => {
                *counts.entry(number.to_string()).or_default() += 1;
            }
            _ => {}
        }
    }
    let mut values: Vec<SegmentValue> = counts
        .into_iter()
        .map(|(value, returns)| SegmentValue {
            value,
            aliases: Vec::new(),
            returns,
            frame: None,
        })
        .collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.returns));
    values.truncate(MOST_TEXTS);
    values
}
