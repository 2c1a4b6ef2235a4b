//! Filters and lines asked for in words.

use std::collections::{BTreeMap, BTreeSet};

use super::JobError;
use super::engine::{Engine, Source, WaveScores};
use crate::analysis::{
    Filter, FilterError, Segment, SegmentKey, Surveyed, TrendLine, called, resolve, subject_of,
    subjects, trend,
};
use crate::chart::words::segment_word;
use crate::i18n::Language;
use crate::model::{Data, Past, Revision, Subject, Survey, SurveyId, Wave};
use crate::tr;

/// The filter of a wave that names and values written by a person ask for.
///
/// # Errors
/// [`JobError::UnknownSegment`] and [`JobError::UnknownSegmentValue`] with what there is.
pub fn filter_of(
    engine: &mut Engine,
    from: Source<'_>,
    wave: &Wave,
    conditions: &[(String, String)],
) -> Result<Filter, JobError> {
    let segments = named(engine, from, wave)?;
    let wanted = conditions
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    resolve(&segments, wanted).map_err(|error| unknown(error, &segments))
}

/// What a person calls by a name the returns of a wave can be split by.
///
/// # Errors
/// [`JobError::UnknownSegment`] with what there is.
pub fn segment_of(
    engine: &mut Engine,
    from: Source<'_>,
    wave: &Wave,
    name: &str,
) -> Result<Segment, JobError> {
    let segments = named(engine, from, wave)?;
    let found = called(&segments, name).map_err(|error| unknown(error, &segments))?;
    let mut found = found.clone();
    // Whoever has none is added by whoever splits.
    found.values.retain(|value| value.value != SegmentKey::NONE);
    Ok(found)
}

/// Everything a wave can be split by, under all its names.
fn named(engine: &mut Engine, from: Source<'_>, wave: &Wave) -> Result<Vec<Segment>, JobError> {
    let mut segments = engine.segments(from, wave.id)?.to_vec();
    add_register(&mut segments, from.data, wave.survey);
    for segment in &mut segments {
        *segment = segment.with_unassigned();
    }
    name_in_words(&mut segments);
    Ok(segments)
}

/// What customers are called elsewhere can be asked for too, though nobody of this wave has
/// it: a question every wave can be asked has an answer in each, be it that there is nobody.
fn add_register(segments: &mut Vec<Segment>, data: &Data, survey: SurveyId) {
    let mut known: BTreeMap<SegmentKey, BTreeSet<&str>> = BTreeMap::new();
    known.insert(
        SegmentKey::Key,
        [SegmentKey::YES, SegmentKey::NO].into_iter().collect(),
    );
    let registered = data.customers.iter().map(|one| &one.attributes);
    let framed = data.frames.values().flatten().map(|one| &one.attributes);
    let filled = registered.chain(framed).flatten();
    for (name, value) in filled.filter(|(_, value)| !value.is_empty()) {
        let key = SegmentKey::Attribute(name.clone());
        known.entry(key).or_default().insert(value);
    }
    let tags: BTreeSet<&str> = data.tags_of(survey).map(|it| it.name.as_str()).collect();
    if !tags.is_empty() {
        known.insert(SegmentKey::Tag, tags);
    }
    for (key, values) in known {
        match segments.iter_mut().find(|segment| segment.key == key) {
            Some(segment) => segment.add_unused(values),
            None => {
                let name = match &key {
                    SegmentKey::Attribute(name) => name.clone(),
                    SegmentKey::Tag => SegmentKey::TAG.to_owned(),
                    SegmentKey::Key
                    | SegmentKey::Item(_)
                    | SegmentKey::Customer
                    | SegmentKey::Channel
                    | SegmentKey::Collector => SegmentKey::KEY.to_owned(),
                };
                segments.push(Segment::unused(key, name, values));
            }
        }
    }
}

/// What the firm has no word of its own for answers to its name in either language, key accounts
/// to what the customer sheet calls them too.
fn name_in_words(segments: &mut [Segment]) {
    for segment in segments {
        for language in Language::ALL {
            segment.aliases.extend(segment_word(&segment.key, language));
            let none = segment.values.iter_mut();
            for none in none.filter(|value| value.value == SegmentKey::NONE) {
                none.aliases.push(tr!(language, "segment-none"));
            }
            if segment.key == SegmentKey::Key {
                segment.aliases.push(tr!(language, "sheet-key-account"));
                for value in &mut segment.values {
                    value.aliases.extend(match value.value.as_str() {
                        SegmentKey::YES => Some(tr!(language, "sheet-yes")),
                        SegmentKey::NO => Some(tr!(language, "sheet-no")),
                        _ => None,
                    });
                }
            }
        }
    }
}

/// The error in words a person knows: what analysis calls key accounts is its own.
fn unknown(error: FilterError, segments: &[Segment]) -> JobError {
    let key = segments.iter().find(|it| it.key == SegmentKey::Key);
    let named = |it: &&Segment| segment_word(&it.key, Language::En).is_none();
    match error {
        FilterError::UnknownName { name, .. } => {
            let (known, own): (Vec<&Segment>, Vec<&Segment>) = segments.iter().partition(named);
            JobError::UnknownSegment {
                name,
                known: known.into_iter().map(|it| it.name.clone()).collect(),
                own: own.into_iter().map(|it| it.key.clone()).collect(),
            }
        }
        FilterError::UnknownValue { name, value, .. } if key.is_some_and(|it| it.name == name) => {
            JobError::UnknownKeyAccount { value }
        }
        FilterError::UnknownValue { name, value, known } => {
            JobError::UnknownSegmentValue { name, value, known }
        }
    }
}

/// The lines of what was named (`index`, `satisfied`, codes), in that order; of the index if
/// nothing was.
///
/// # Errors
/// [`JobError::UnknownSubject`] and [`JobError::NoScore`] with what there is.
pub fn lines(
    data: &Data,
    survey: &Survey,
    (waves, past): (&[WaveScores], &[&Past]),
    of: &[String],
) -> Result<Vec<TrendLine>, JobError> {
    let surveyed: Vec<Surveyed<'_>> = waves.iter().map(WaveScores::surveyed).collect();
    let drawn = subjects(&surveyed);
    let mut wanted = Vec::new();
    for code in of {
        let subject =
            subject_of(&surveyed, code.trim()).ok_or_else(|| JobError::UnknownSubject {
                code: code.clone(),
                known: known(&surveyed),
            })?;
        // Free text and ticks have no score, so there is nothing to draw.
        if matches!(subject, Subject::Item(_)) && !drawn.contains(&subject) {
            return Err(JobError::NoScore {
                code: code.clone(),
                known: known(&surveyed),
            });
        }
        wanted.push(subject);
    }
    if wanted.is_empty() {
        wanted.push(Subject::Index);
    }
    let revisions: Vec<Revision> = data.revisions_of(survey.id).cloned().collect();
    Ok(trend(&surveyed, &revisions, past, &wanted))
}

/// Every word a line can be asked for by.
fn known(surveyed: &[Surveyed<'_>]) -> Vec<String> {
    let code = |subject: Subject| match subject {
        Subject::Index => Some("index".to_owned()),
        Subject::Satisfied => Some("satisfied".to_owned()),
        Subject::Dimension(code) => Some(code),
        Subject::Item(lineage) => {
            let mut newest_first = surveyed.iter().rev();
            newest_first.find_map(|wave| Some(wave.figures.item(lineage)?.code.clone()))
        }
    };
    subjects(surveyed).into_iter().filter_map(code).collect()
}
