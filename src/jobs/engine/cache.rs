//! What is kept of waves that were read: a bound on memory, not on their number, so that
//! fifty small waves all stay and a few giant ones do not fill the machine. What was not used
//! for the longest time goes first.

use std::sync::Arc;

use super::weight;
use crate::analysis::{Filter, Insight, Segment, WaveFigures};
use crate::model::{RevisionId, Touched, WaveId, WaveReturns};

/// Bytes kept, about. The newest thing is kept even if it is larger alone.
const ROOM: usize = 256 << 20;

/// What is kept of a wave, each apart: figures stay though their returns went.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Returns,
    Segments,
    /// With what each return scored, by the rules of a revision; not compared with other waves.
    Alone(Filter, RevisionId),
    /// The same beside the wave before.
    Figures(Filter),
    /// Without what each return scored, by the rules of a revision, beside earlier waves: all
    /// that lines over many waves need.
    Line(Filter, RevisionId),
    Insight(Filter),
}

#[derive(Clone, Debug)]
enum Kept {
    Returns(Arc<WaveReturns>),
    Segments(Arc<Vec<Segment>>),
    Figures(Arc<WaveFigures>),
    Insight(Arc<Insight>),
}

impl Kept {
    fn bytes(&self) -> usize {
        match self {
            Self::Returns(returns) => weight::of_returns(returns),
            Self::Segments(segments) => weight::of_segments(segments),
            Self::Figures(figures) => weight::of_figures(figures),
            Self::Insight(insight) => weight::of_insight(insight),
        }
    }
}

struct Entry {
    wave: WaveId,
    part: Part,
    kept: Kept,
    bytes: usize,
}

/// Returns and figures, what was used last at the end.
pub(super) struct Cache {
    entries: Vec<Entry>,
    bytes: usize,
    room: usize,
}

impl Default for Cache {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            bytes: 0,
            room: ROOM,
        }
    }
}

impl Cache {
    /// Forgets what a change reached.
    pub(super) fn forget(&mut self, touched: &Touched) {
        let nothing = touched.waves.is_empty() && !touched.everything;
        self.entries.retain(|entry| {
            let stays = match entry.part {
                // Answers do not change by what changed elsewhere, their tags do.
                Part::Returns => !touched.tags,
                // They speak of other waves too.
                Part::Figures(_) | Part::Line(..) => nothing,
                Part::Segments | Part::Insight(_) | Part::Alone(..) => !touched.everything,
            };
            stays && !touched.waves.contains(&entry.wave)
        });
        self.bytes = self.entries.iter().map(|entry| entry.bytes).sum();
    }

    pub(super) fn returns(&mut self, wave: WaveId) -> Option<Arc<WaveReturns>> {
        match self.used(wave, &Part::Returns)? {
            Kept::Returns(returns) => Some(Arc::clone(returns)),
            Kept::Segments(_) | Kept::Figures(_) | Kept::Insight(_) => None,
        }
    }

    pub(super) fn segments(&mut self, wave: WaveId) -> Option<Arc<Vec<Segment>>> {
        match self.used(wave, &Part::Segments)? {
            Kept::Segments(segments) => Some(Arc::clone(segments)),
            Kept::Returns(_) | Kept::Figures(_) | Kept::Insight(_) => None,
        }
    }

    pub(super) fn figures(&mut self, wave: WaveId, filter: &Filter) -> Option<Arc<WaveFigures>> {
        self.scores(wave, &Part::Figures(filter.clone()))
    }

    pub(super) fn line(
        &mut self,
        wave: WaveId,
        filter: &Filter,
        by: RevisionId,
    ) -> Option<Arc<WaveFigures>> {
        self.scores(wave, &Part::Line(filter.clone(), by))
    }

    pub(super) fn alone(
        &mut self,
        wave: WaveId,
        filter: &Filter,
        by: RevisionId,
    ) -> Option<Arc<WaveFigures>> {
        self.scores(wave, &Part::Alone(filter.clone(), by))
    }

    pub(super) fn insight(&mut self, wave: WaveId, filter: &Filter) -> Option<Arc<Insight>> {
        match self.used(wave, &Part::Insight(filter.clone()))? {
            Kept::Insight(insight) => Some(Arc::clone(insight)),
            Kept::Returns(_) | Kept::Segments(_) | Kept::Figures(_) => None,
        }
    }

    fn scores(&mut self, wave: WaveId, part: &Part) -> Option<Arc<WaveFigures>> {
        match self.used(wave, part)? {
            Kept::Figures(figures) => Some(Arc::clone(figures)),
            Kept::Returns(_) | Kept::Segments(_) | Kept::Insight(_) => None,
        }
    }

    pub(super) fn keep_returns(&mut self, returns: &Arc<WaveReturns>) {
        let wave = returns.wave;
        self.keep(wave, Part::Returns, Kept::Returns(Arc::clone(returns)));
    }

    pub(super) fn keep_segments(&mut self, wave: WaveId, segments: &Arc<Vec<Segment>>) {
        self.keep(wave, Part::Segments, Kept::Segments(Arc::clone(segments)));
    }

    pub(super) fn keep_figures(
        &mut self,
        wave: WaveId,
        filter: &Filter,
        figures: &Arc<WaveFigures>,
    ) {
        let part = Part::Figures(filter.clone());
        self.keep(wave, part, Kept::Figures(Arc::clone(figures)));
    }

    pub(super) fn keep_line(
        &mut self,
        wave: WaveId,
        (filter, by): (&Filter, RevisionId),
        line: &Arc<WaveFigures>,
    ) {
        let part = Part::Line(filter.clone(), by);
        self.keep(wave, part, Kept::Figures(Arc::clone(line)));
    }

    pub(super) fn keep_alone(
        &mut self,
        wave: WaveId,
        (filter, by): (&Filter, RevisionId),
        figures: &Arc<WaveFigures>,
    ) {
        let part = Part::Alone(filter.clone(), by);
        self.keep(wave, part, Kept::Figures(Arc::clone(figures)));
    }

    pub(super) fn keep_insight(&mut self, wave: WaveId, filter: &Filter, insight: &Arc<Insight>) {
        let part = Part::Insight(filter.clone());
        self.keep(wave, part, Kept::Insight(Arc::clone(insight)));
    }

    /// Finds it and puts it at the end.
    fn used(&mut self, wave: WaveId, part: &Part) -> Option<&Kept> {
        let mut entries = self.entries.iter();
        let at = entries.rposition(|entry| entry.wave == wave && entry.part == *part)?;
        let entry = self.entries.remove(at);
        self.entries.push(entry);
        self.entries.last().map(|entry| &entry.kept)
    }

    fn keep(&mut self, wave: WaveId, part: Part, kept: Kept) {
        let bytes = kept.bytes();
        self.bytes += bytes;
        self.entries.push(Entry {
            wave,
            part,
            kept,
            bytes,
        });
        let newest = self.entries.len() - 1;
        let mut gone = 0;
        while self.bytes > self.room && gone < newest {
            self.bytes -= self.entries[gone].bytes;
            gone += 1;
        }
        self.entries.drain(..gone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{ByReturn, SegmentKey};
    use crate::model::AnswerColumn;

    const RETURNS: usize = 100_000;

    fn filter(at: usize) -> Filter {
        let key = SegmentKey::Attribute("region".to_owned());
        Filter::default().with(key, at.to_string())
    }

    fn figures() -> Arc<WaveFigures> {
        Arc::new(WaveFigures {
            by_return: ByReturn {
                index: vec![Some(80.0); RETURNS],
                dimensions: vec![vec![Some(80.0); RETURNS]; 8],
            },
            ..WaveFigures::default()
        })
    }

    fn returns(wave: WaveId) -> Arc<WaveReturns> {
        Arc::new(WaveReturns {
            wave,
            returns: Vec::new(),
            columns: vec![AnswerColumn::Choice(vec![3; RETURNS]); 200],
            tagged: Vec::new(),
        })
    }

    #[test]
    fn many_filters_at_a_hundred_thousand_returns_stay_within_the_bound() {
        let wave = WaveId(1);
        let mut cache = Cache::default();
        cache.keep_returns(&returns(wave));
        for at in 0..100 {
            let figures = figures();
            assert!(weight::of_figures(&figures) >= 9 * RETURNS * 16);
            cache.keep_figures(wave, &filter(at), &figures);
            assert!(cache.returns(wave).is_some(), "in use all the time");
            let held: usize = cache.entries.iter().map(|entry| entry.kept.bytes()).sum();
            assert_eq!(held, cache.bytes);
            assert!(held <= ROOM, "{held} bytes");
        }
        assert!(cache.figures(wave, &filter(99)).is_some());
        assert!(cache.figures(wave, &filter(90)).is_some());
        assert!(cache.figures(wave, &filter(0)).is_none(), "the oldest went");
    }

    #[test]
    fn giant_waves_are_bounded_and_the_newest_stays() {
        let mut cache = Cache::default();
        let held = |cache: &Cache| cache.bytes;
        for wave in (1..30).map(WaveId) {
            cache.keep_returns(&returns(wave));
            assert!(held(&cache) <= ROOM, "{} bytes", held(&cache));
            assert!(cache.returns(wave).is_some());
        }
        assert!(cache.returns(WaveId(1)).is_none());
        let mut cache = Cache {
            room: 1,
            ..Cache::default()
        };
        cache.keep_returns(&returns(WaveId(1)));
        assert!(cache.returns(WaveId(1)).is_some(), "larger alone");
    }

    #[test]
    fn a_change_takes_what_it_reached() {
        let mut cache = Cache::default();
        for wave in [WaveId(1), WaveId(2)] {
            cache.keep_returns(&returns(wave));
            cache.keep_alone(wave, (&Filter::default(), RevisionId(1)), &Arc::default());
            cache.keep_line(wave, (&Filter::default(), RevisionId(1)), &Arc::default());
        }
        let (everybody, by) = (Filter::default(), RevisionId(1));
        let reached = |everything, waves| Touched {
            waves,
            everything,
            tags: false,
        };
        cache.forget(&reached(false, vec![WaveId(2)]));
        assert!(cache.alone(WaveId(1), &everybody, by).is_some());
        let line = cache.line(WaveId(1), &everybody, by);
        assert!(line.is_none(), "it may speak of the other wave");
        assert!(cache.returns(WaveId(2)).is_none());
        cache.forget(&reached(true, Vec::new()));
        assert!(cache.alone(WaveId(1), &everybody, by).is_none());
        assert!(cache.returns(WaveId(1)).is_some(), "answers did not change");
        cache.forget(&Touched {
            tags: true,
            ..Touched::default()
        });
        assert!(cache.returns(WaveId(1)).is_none(), "their tags did");
    }
}
