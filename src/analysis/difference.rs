//! How the newest point of a line differs from the one before it, and what may be said of it.

use super::Change;
use super::trend::TrendLine;
use crate::model::{Period, Subject};

/// The last step of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub subject: Subject,
    /// Of the wave before.
    pub since: Period,
    pub from: f64,
    pub to: f64,
    /// What the test says of it; `None` of rates, and where nothing was tested.
    pub change: Option<Change>,
}

impl Difference {
    /// In points: of the scale of a hundred, or of a percentage.
    pub fn points(&self) -> f64 {
        match self.subject {
            Subject::Satisfied => (self.to - self.from) * 100.0,
            Subject::Index | Subject::Dimension(_) | Subject::Item(_) => self.to - self.from,
        }
    }
}

/// Those that can be said, in the order of the lines. None where either wave has too few
/// returns to show a mean of, where the line breaks or the rules of scoring changed between
/// them, and where no difference would be seen.
pub fn differences(lines: &[TrendLine]) -> Vec<Difference> {
    let all = lines.iter().filter_map(difference);
    all.filter(|difference| seen(difference.points())).collect()
}

/// Whether it is one once it is written with a decimal.
fn seen(points: f64) -> bool {
    points.abs() >= 0.05
}

fn difference(line: &TrendLine) -> Option<Difference> {
    let [.., before, last] = line.points.as_slice() else {
        return None;
    };
    let (from, to) = before.score.zip(last.score)?;
    let comparable = !last.breaks_before && last.rules.is_empty();
    comparable.then(|| Difference {
        subject: line.subject.clone(),
        since: before.period,
        from,
        to,
        change: last.change.filter(|it| !it.hidden),
    })
}
