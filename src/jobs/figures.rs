//! The figures of waves, loaded and computed.

use std::collections::{BTreeMap, BTreeSet};

use super::{JobError, choose};
use crate::analysis::{
    Filter, FilterError, Segment, SegmentKey, Surveyed, TrendLine, WaveFigures, figures, resolve,
    segments, subject_of, subjects, trend,
};
use crate::i18n::Language;
use crate::model::{Data, Progress, Revision, Subject, Survey, Wave, WaveReturns};
use crate::store::Store;
use crate::tr;

/// A wave with its returns and what they say.
#[derive(Clone, Debug)]
pub struct WaveScores {
    pub wave: Wave,
    pub revision: Revision,
    pub returns: WaveReturns,
    pub figures: WaveFigures,
}

impl WaveScores {
    /// As analysis wants it.
    pub fn surveyed(&self) -> Surveyed<'_> {
        Surveyed {
            wave: &self.wave,
            revision: &self.revision,
            figures: &self.figures,
        }
    }
}

/// Loads a wave and computes its figures under a filter.
pub fn of_wave(
    store: &Store,
    data: &Data,
    wave: &Wave,
    filter: &Filter,
) -> Result<WaveScores, JobError> {
    let returns = store.load_wave(wave.id).map_err(JobError::of(store))?;
    of_returns(data, wave, returns, filter)
}

/// Loads a wave and computes its figures under the filter that names and values written by a
/// person ask for.
///
/// # Errors
/// [`JobError::UnknownSegment`] and [`JobError::UnknownSegmentValue`] with what there is.
pub fn of_wave_where(
    store: &Store,
    data: &Data,
    wave: &Wave,
    conditions: &[(String, String)],
) -> Result<WaveScores, JobError> {
    let revision = choose::revision(data, wave)?;
    let returns = store.load_wave(wave.id).map_err(JobError::of(store))?;
    let frame = data.frame(wave.id);
    let mut segments = segments(&revision.questionnaire, &returns, frame, &data.customers);
    add_register(&mut segments, data);
    name_key_accounts(&mut segments);
    let wanted = conditions
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let filter = resolve(&segments, wanted).map_err(|error| unknown(error, &segments))?;
    of_returns(data, wave, returns, &filter)
}

/// What customers are called elsewhere can be asked for too, though nobody of this wave has
/// it: a question every wave can be asked has an answer in each, be it that there is nobody.
fn add_register(segments: &mut Vec<Segment>, data: &Data) {
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
    for (key, values) in known {
        match segments.iter_mut().find(|segment| segment.key == key) {
            Some(segment) => segment.add_unused(values),
            None => {
                let name = match &key {
                    SegmentKey::Attribute(name) => name.clone(),
                    _ => SegmentKey::KEY.to_owned(),
                };
                segments.push(Segment::unused(key, name, values));
            }
        }
    }
}

/// Key accounts answer to what the customer sheet calls them in either language.
fn name_key_accounts(segments: &mut [Segment]) {
    let is_key = |segment: &&mut Segment| segment.key == SegmentKey::Key;
    for segment in segments.iter_mut().filter(is_key) {
        for language in [Language::Zh, Language::En] {
            segment.aliases.push(tr!(language, "sheet-key-account"));
            segment.aliases.push(tr!(language, "segment-key"));
            for value in &mut segment.values {
                value.aliases.push(if value.value == SegmentKey::YES {
                    tr!(language, "sheet-yes")
                } else {
                    tr!(language, "sheet-no")
                });
            }
        }
    }
}

fn of_returns(
    data: &Data,
    wave: &Wave,
    returns: WaveReturns,
    filter: &Filter,
) -> Result<WaveScores, JobError> {
    let revision = choose::revision(data, wave)?;
    let frame = data.frame(wave.id);
    let questionnaire = &revision.questionnaire;
    let figures = figures(questionnaire, &returns, frame, &data.customers, filter);
    Ok(WaveScores {
        wave: wave.clone(),
        revision: revision.clone(),
        returns,
        figures,
    })
}

/// The error in words a person knows: what analysis calls key accounts is its own.
fn unknown(error: FilterError, segments: &[Segment]) -> JobError {
    let key = segments.iter().find(|it| it.key == SegmentKey::Key);
    match error {
        FilterError::UnknownName { name, .. } => {
            let others = segments.iter().filter(|it| it.key != SegmentKey::Key);
            JobError::UnknownSegment {
                name,
                known: others.map(|it| it.name.clone()).collect(),
                key_accounts: key.is_some(),
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

/// Some waves, in their order.
pub fn of_waves<'a>(
    store: &Store,
    data: &Data,
    waves: impl IntoIterator<Item = &'a Wave>,
    progress: &Progress,
) -> Result<Vec<WaveScores>, JobError> {
    let one = |(done, wave)| {
        progress.reach(done)?;
        of_wave(store, data, wave, &Filter::default())
    };
    let all: Result<Vec<WaveScores>, JobError> = (0..).zip(waves).map(one).collect();
    let all = all?;
    progress.reach(all.len() as u64)?;
    Ok(all)
}

/// The lines of what was named (`index`, `satisfied`, codes), in that order; of the index if
/// nothing was.
///
/// # Errors
/// [`JobError::UnknownSubject`] and [`JobError::NoScore`] with what there is.
pub fn lines(
    data: &Data,
    survey: &Survey,
    waves: &[WaveScores],
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
    Ok(trend(&surveyed, &revisions, &wanted))
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
