//! Figures of a wave whose returns are lost, as an old report says them and a person types them.

use super::number::{number, read_number};
use super::{Known, Refusal, kept};
use crate::model::{
    Change, Data, Edit, Past, PastFigure, PastId, Step, StepKind, Subject, impossible_share,
};

/// Most returns anybody types.
const MOST: f64 = 1e9;

/// What is typed of one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedFigure {
    pub score: String,
    pub n: String,
    pub sd: String,
    /// In percent.
    pub rate: String,
}

impl From<[String; 4]> for TypedFigure {
    fn from([score, n, sd, rate]: [String; 4]) -> Self {
        Self { score, n, sd, rate }
    }
}

impl From<TypedFigure> for [String; 4] {
    fn from(typed: TypedFigure) -> Self {
        [typed.score, typed.n, typed.sd, typed.rate]
    }
}

/// Where a typed figure is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastColumn {
    Score,
    N,
    Sd,
    Rate,
}

impl TypedFigure {
    /// As it stands in the fields.
    pub fn of(figure: &PastFigure) -> Self {
        let text = |value: Option<f64>| value.map(number).unwrap_or_default();
        Self {
            score: text(figure.score),
            n: figure.n.map(|n| n.to_string()).unwrap_or_default(),
            sd: text(figure.sd),
            rate: text(figure.rate.map(|rate| rate * 100.0)),
        }
    }

    /// What it says of a subject; `None` where nothing is typed.
    ///
    /// # Errors
    /// The first field that cannot be, and why.
    pub fn read(&self, subject: &Subject) -> Result<Option<PastFigure>, (PastColumn, Refusal)> {
        let all = [&self.score, &self.n, &self.sd, &self.rate];
        if all.iter().all(|text| text.trim().is_empty()) {
            return Ok(None);
        }
        let at = |column, refusal| move |()| (column, refusal);
        let score = within(&self.score).map_err(at(PastColumn::Score, Refusal::BadPercent))?;
        let n = count(&self.n).map_err(at(PastColumn::N, Refusal::BadCount))?;
        let sd = within(&self.sd).map_err(at(PastColumn::Sd, Refusal::BadPercent))?;
        let rate = within(&self.rate).map_err(at(PastColumn::Rate, Refusal::BadPercent))?;
        let rate = rate.map(|percent| percent / 100.0);
        // Of a dimension or the index the rate is one of answers, and nobody says how many.
        let item = matches!(subject, Subject::Item(_));
        if let (Some(rate), Some(n), true) = (rate, n, item)
            && let Some((below, above)) = impossible_share(rate, n, half_digit(&self.rate))
        {
            let refusal = Refusal::ImpossibleShare { n, below, above };
            return Err((PastColumn::Rate, refusal));
        }
        if score.is_none() && rate.is_none() {
            return Err((PastColumn::Score, Refusal::NeedsFigure));
        }
        Ok(Some(PastFigure {
            subject: subject.clone(),
            score,
            n,
            sd,
            rate,
        }))
    }
}

fn within(text: &str) -> Result<Option<f64>, ()> {
    match (text.trim().is_empty(), read_number(text)) {
        (true, _) => Ok(None),
        (false, Some(value)) if (0.0..=100.0).contains(&value) => Ok(Some(value)),
        (false, _) => Err(()),
    }
}

/// A whole number from 1 up.
pub(super) fn count(text: &str) -> Result<Option<u32>, ()> {
    match (text.trim().is_empty(), read_number(text)) {
        (true, _) => Ok(None),
        (false, Some(value)) if (1.0..=MOST).contains(&value) && value.fract() == 0.0 => {
            Ok(Some(value as u32))
        }
        (false, _) => Err(()),
    }
}

/// Half of the last digit of a percentage, as a share.
fn half_digit(text: &str) -> f64 {
    let point = |c: char| matches!(c, '.' | ',' | '．' | '，');
    let places = text.split_once(point).map_or(0, |(_, after)| {
        after.chars().filter(|c| c.is_numeric()).count()
    });
    0.5 * 10_f64.powi(-i32::try_from(places).unwrap_or(i32::MAX)) / 100.0
}

/// Why the figures of a wave cannot be kept: what stands in the way of its period, or nothing is
/// said.
///
/// # Errors
/// See above.
pub fn check(data: &Data, wanted: &Past) -> Result<(), Refusal> {
    data.survey(wanted.survey).ok_or(Refusal::Gone)?;
    if data.wave_in(wanted.survey, wanted.period).is_some() {
        return Err(Refusal::WaveThere(wanted.period));
    }
    let mut others = data.past_of(wanted.survey);
    if others.any(|it| it.id != wanted.id && it.period == wanted.period) {
        return Err(Refusal::PastThere(wanted.period));
    }
    match wanted.figures.is_empty() {
        true => Err(Refusal::NeedsFigure),
        false => Ok(()),
    }
}

/// Keeps it, new or in place of what was known of it.
pub(super) fn set(known: &Known<'_>, wanted: &Past) -> Result<Step, Refusal> {
    check(known.data, wanted)?;
    let before = known.data.past.iter().find(|it| it.id == wanted.id);
    let edit = kept(before, wanted.clone())?;
    Ok(step(wanted, edit))
}

/// Nothing is known of it any more.
pub(super) fn remove(known: &Known<'_>, id: PastId) -> Result<Step, Refusal> {
    let mut all = known.data.past.iter();
    let past = all.find(|it| it.id == id).ok_or(Refusal::Gone)?;
    Ok(step(past, Edit::removed(past.clone())))
}

fn step(past: &Past, edit: Edit<Past>) -> Step {
    let change = Change::Past(edit);
    Step::new(StepKind::EnterPast, past.period.to_string(), vec![change])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LineageId;

    fn typed([score, n, sd, rate]: [&str; 4]) -> TypedFigure {
        let [score, n, sd, rate] = [score, n, sd, rate].map(str::to_owned);
        TypedFigure { score, n, sd, rate }
    }

    #[test]
    fn what_is_typed_is_read_or_refused_at_its_field() {
        let item = Subject::Item(LineageId(1));
        let read = |texts| typed(texts).read(&item);
        assert_eq!(read(["", " ", "", ""]), Ok(None));
        let figure = read(["８３.2", "22", "9.1", "81.8%"]).unwrap().unwrap();
        assert_eq!(
            (figure.score, figure.n, figure.sd),
            (Some(83.2), Some(22), Some(9.1))
        );
        assert!((figure.rate.unwrap() - 0.818).abs() < 1e-12);
        for (texts, column) in [
            (["101", "", "", ""], PastColumn::Score),
            (["x", "", "", ""], PastColumn::Score),
            (["", "22", "", ""], PastColumn::Score),
            (["80", "0", "", ""], PastColumn::N),
            (["80", "2.5", "", ""], PastColumn::N),
            (["80", "", "-1", ""], PastColumn::Sd),
            (["80", "", "", "120"], PastColumn::Rate),
        ] {
            assert_eq!(read(texts).unwrap_err().0, column, "{texts:?}");
        }
        // 7 of 22 are 31.8 %, 8 are 36.4 %.
        let refusal = Refusal::ImpossibleShare {
            n: 22,
            below: 7,
            above: 8,
        };
        assert_eq!(
            read(["", "22", "", "35.7"]),
            Err((PastColumn::Rate, refusal))
        );
        assert!(
            typed(["", "22", "", "35.7"]).read(&Subject::Index).is_ok(),
            "a rate of answers"
        );
    }

    #[test]
    fn what_stands_in_the_fields_reads_back() {
        let mut random = fastrand::Rng::with_seed(4);
        for _ in 0..500 {
            let n = random.u32(1..400);
            let some = random.u8(0..8);
            let figure = PastFigure {
                subject: Subject::Item(LineageId(1)),
                score: (some & 1 > 0).then(|| f64::from(random.u32(0..1001)) / 10.0),
                n: (some & 2 > 0).then_some(n),
                sd: (some & 4 > 0).then(|| f64::from(random.u32(0..500)) / 10.0),
                rate: Some(f64::from(random.u32(0..=n)) / f64::from(n)),
            };
            let read = TypedFigure::of(&figure)
                .read(&figure.subject)
                .unwrap()
                .unwrap();
            assert!((read.rate.unwrap() - figure.rate.unwrap()).abs() < 1e-9);
            assert_eq!(
                PastFigure {
                    rate: figure.rate,
                    ..read
                },
                figure
            );
        }
    }
}
