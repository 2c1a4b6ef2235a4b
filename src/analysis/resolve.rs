//! From names and values as people write them to a filter.

use super::{Filter, Segment, SegmentKey};

/// No such name or value; each variant lists what there is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    #[error("nothing to filter by is called {name:?}")]
    UnknownName { name: String, known: Vec<String> },
    #[error("{name:?} has no value {value:?}")]
    UnknownValue {
        name: String,
        value: String,
        known: Vec<String>,
    },
}

/// The filter that asks for the given names and values, of the segments of the wave. Names of
/// attributes go before those of items; codes, texts, labels and aliases all do, exactly or
/// but for case and white space around them.
pub fn resolve<'a>(
    segments: &[Segment],
    wanted: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Filter, FilterError> {
    let mut filter = Filter::default();
    for (name, value) in wanted {
        let segment = called(segments, name)?;
        let found = pick(&segment.values, value, |known| {
            (&known.value, &known.aliases)
        })
        .ok_or_else(|| FilterError::UnknownValue {
            name: segment.name.clone(),
            value: value.to_owned(),
            known: segment
                .values
                .iter()
                .map(|known| known.value.clone())
                .filter(|value| value != SegmentKey::NONE)
                .collect(),
        })?;
        filter.add(segment.key.clone(), &found.value);
    }
    Ok(filter)
}

/// What a person calls by this name.
///
/// # Errors
/// [`FilterError::UnknownName`] with what there is.
pub fn called<'a>(segments: &'a [Segment], name: &str) -> Result<&'a Segment, FilterError> {
    let found = pick(segments, name, |segment| (&segment.name, &segment.aliases));
    found.ok_or_else(|| FilterError::UnknownName {
        name: name.to_owned(),
        known: segments.iter().map(|known| known.name.clone()).collect(),
    })
}

/// The first that is called so exactly, then the first under another of its names, then the
/// same but for case and white space.
fn pick<'a, T>(
    known: &'a [T],
    wanted: &str,
    names: impl Fn(&'a T) -> (&'a String, &'a Vec<String>),
) -> Option<&'a T> {
    let plain = |text: &str| text.trim().to_lowercase();
    let loose = plain(wanted);
    let by = |matches: &dyn Fn(&'a T) -> bool| known.iter().find(|one| matches(one));
    by(&|one| names(one).0 == wanted)
        .or_else(|| by(&|one| names(one).1.iter().any(|alias| alias == wanted)))
        .or_else(|| by(&|one| plain(names(one).0) == loose))
        .or_else(|| by(&|one| names(one).1.iter().any(|alias| plain(alias) == loose)))
}
