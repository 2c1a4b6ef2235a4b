//! Net promoter score.

use super::distribution::Z_975;

/// Who would recommend the firm, of the answers 0–10.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nps {
    /// 9 and 10.
    pub promoters: usize,
    /// 0 to 6.
    pub detractors: usize,
    /// All answers.
    pub n: usize,
    /// −100 to 100: share of promoters minus share of detractors, ×100.
    pub score: f64,
    /// 95 % interval of the score, within −100 and 100.
    pub low: f64,
    pub high: f64,
}

/// Score with its adjusted Wald interval: three answers are added, ¾ to the promoters, ¾ to
/// the detractors and 1½ to the rest (Rocks 2016, The American Statistician 70:365, after
/// Agresti & Min 2005, Biometrics 61:515). `None` of nothing.
pub fn nps(promoters: usize, detractors: usize, n: usize) -> Option<Nps> {
    if n == 0 || promoters + detractors > n {
        return None;
    }
    let count = n as f64;
    let (p, d) = (
        (promoters as f64 + 0.75) / (count + 3.0),
        (detractors as f64 + 0.75) / (count + 3.0),
    );
    let half = Z_975 * ((p + d - (p - d).powi(2)) / (count + 3.0)).sqrt();
    Some(Nps {
        promoters,
        detractors,
        n,
        score: 100.0 * (promoters as f64 - detractors as f64) / count,
        low: (100.0 * (p - d - half)).max(-100.0),
        high: (100.0 * (p - d + half)).min(100.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_ends_where_the_scale_does() {
        let all = nps(9, 0, 9).unwrap();
        assert_eq!((all.score, all.high), (100.0, 100.0));
        let none = nps(0, 9, 9).unwrap();
        assert_eq!((none.score, none.low), (-100.0, -100.0));
        assert!(all.low > 0.0 && none.high < 0.0);
    }
}
