//! Waves whose returns are lost, known by what a report of the time says.

use super::{PastId, Period, Subject, SurveyId};

/// One such wave of a survey; a period has one at most.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    pub id: PastId,
    pub survey: SurveyId,
    pub period: Period,
    /// Each subject once.
    pub figures: Vec<PastFigure>,
}

/// What is known of one subject. Of the satisfaction rate nothing is said apart: it is the rate
/// of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct PastFigure {
    pub subject: Subject,
    /// 0–100
    pub score: Option<f64>,
    /// Returns behind it.
    pub n: Option<u32>,
    /// Standard deviation of the score among them, in points.
    pub sd: Option<f64>,
    /// Satisfaction rate, 0–1.
    pub rate: Option<f64>,
}

impl Past {
    /// What it says of a subject.
    pub fn figure(&self, subject: &Subject) -> Option<&PastFigure> {
        let looked_at = match subject {
            Subject::Satisfied => &Subject::Index,
            other => other,
        };
        self.figures.iter().find(|it| it.subject == *looked_at)
    }
}

/// The counts of `n` whose shares are nearest below and above a share that is none of them, as
/// far as its digits tell: `within` is half of its last one. `None` where one of the counts
/// gives it.
pub fn impossible_share(share: f64, n: u32, within: f64) -> Option<(u32, u32)> {
    let all = f64::from(n);
    let nearest = (share * all).round();
    if n == 0 || (nearest / all - share).abs() <= within + 1e-9 {
        return None;
    }
    let below = (share * all).floor();
    Some((below as u32, (below as u32 + 1).min(n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_n_is_a_whole_number_of_them() {
        // 18 of 22 are 81.8 %; 8 of 22 are 36.4 %, 7 are 31.8 %.
        assert_eq!(impossible_share(0.818, 22, 0.0005), None);
        assert_eq!(impossible_share(0.8182, 22, 0.000_05), None);
        assert_eq!(impossible_share(0.357, 22, 0.0005), Some((7, 8)));
        assert_eq!(impossible_share(0.82, 22, 0.005), None, "82 % is 81.8 %");
        assert_eq!(impossible_share(0.0, 22, 0.0005), None);
        assert_eq!(impossible_share(1.0, 22, 0.0), None);
        assert_eq!(impossible_share(2.0 / 3.0, 3, 0.0), None);
        assert_eq!(
            impossible_share(0.5, 0, 0.0),
            None,
            "nothing is known of it"
        );
    }
}
