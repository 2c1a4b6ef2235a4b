//! The figures of a wave, loaded and computed.

use super::{JobError, choose};
use crate::analysis::{Filter, SegmentKey, WaveFigures, figures};
use crate::model::{Data, Revision, Wave, WaveReturns};
use crate::store::Store;

/// A wave with its returns and what they say.
#[derive(Clone, Debug)]
pub struct WaveScores {
    pub wave: Wave,
    pub revision: Revision,
    pub returns: WaveReturns,
    pub figures: WaveFigures,
}

/// Loads a wave and computes its figures under a filter.
pub fn of_wave(
    store: &Store,
    data: &Data,
    wave: &Wave,
    filter: &Filter,
) -> Result<WaveScores, JobError> {
    let revision = choose::revision(data, wave)?;
    let returns = store.load_wave(wave.id).map_err(JobError::of(store))?;
    let figures = figures(
        &revision.questionnaire,
        &returns,
        data.frame(wave.id),
        &data.customers,
        filter,
    );
    Ok(WaveScores {
        wave: wave.clone(),
        revision: revision.clone(),
        returns,
        figures,
    })
}

/// A filter from names and values as they are written: an attribute of the customers, the
/// code of an item asked to split by, `key` with yes or no, or `customer` with a code.
///
/// # Errors
/// [`JobError::UnknownSegment`] and [`JobError::UnknownSegmentValue`], with what there is.
pub fn filter(
    data: &Data,
    wave: &Wave,
    conditions: &[(String, String)],
) -> Result<Filter, JobError> {
    let revision = choose::revision(data, wave)?;
    let segments = segments(data, wave, revision);
    let mut filter = Filter::default();
    for (name, value) in conditions {
        let segment = segments.iter().find(|segment| segment.name == *name);
        let segment = segment.ok_or_else(|| JobError::UnknownSegment {
            name: name.clone(),
            known: segments.iter().map(|known| known.name.clone()).collect(),
        })?;
        if !segment.values.contains(value) {
            return Err(JobError::UnknownSegmentValue {
                name: name.clone(),
                value: value.clone(),
                known: segment.values.clone(),
            });
        }
        filter.add(segment.key.clone(), value.as_str());
    }
    Ok(filter)
}

struct Segment {
    name: String,
    key: SegmentKey,
    values: Vec<String>,
}

fn segments(data: &Data, wave: &Wave, revision: &Revision) -> Vec<Segment> {
    let mut attributes = std::collections::BTreeMap::<&str, Vec<String>>::new();
    let then = data.frame(wave.id).iter().map(|entry| &entry.attributes);
    let now = data.customers.iter().map(|customer| &customer.attributes);
    for (name, value) in then.chain(now).flatten() {
        let values = attributes.entry(name).or_default();
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    let mut segments: Vec<Segment> = attributes
        .into_iter()
        .map(|(name, values)| Segment {
            name: name.to_owned(),
            key: SegmentKey::Attribute(name.to_owned()),
            values,
        })
        .collect();
    let items = &revision.questionnaire.items;
    segments.extend(items.iter().filter(|item| item.segment).map(|item| {
        let options = item.scale.iter().flat_map(|scale| &scale.options);
        Segment {
            name: item.code.clone(),
            key: SegmentKey::Item(item.lineage),
            values: options.map(|option| option.label.clone()).collect(),
        }
    }));
    let codes = data.customers.iter().map(|customer| customer.code.clone());
    segments.push(Segment {
        name: "customer".to_owned(),
        key: SegmentKey::Customer,
        values: codes.collect(),
    });
    segments.push(Segment {
        name: "key".to_owned(),
        key: SegmentKey::Key,
        values: vec![SegmentKey::YES.to_owned(), SegmentKey::NO.to_owned()],
    });
    segments
}
