//! The distributions the method needs. The only file that names the library behind them.

use statrs::distribution::{Continuous, ContinuousCDF, FisherSnedecor, Normal, StudentsT};
use statrs::function::gamma::ln_gamma;

/// 0.975 quantile of the standard normal distribution: 95 % lie within ± this.
pub(super) const Z_975: f64 = 1.959_963_984_540_054;

/// What lies above the upper end of a 95 % interval.
const TAIL: f64 = 0.025;

/// 0.975 quantile of Student's t: half a 95 % interval.
pub(super) fn t_975(df: f64) -> Option<f64> {
    t_above(df, TAIL)
}

/// 0.95 quantile of Student's t: half a 90 % interval.
pub(super) fn t_950(df: f64) -> Option<f64> {
    t_above(df, 2.0 * TAIL)
}

/// The value of Student's t above which `wanted` lies, below one half. `None` when `df` is no
/// positive number or so small that the square of the value leaves the range of numbers.
///
/// Newton's method on the logarithms of t and of the tail probability, which is concave, so
/// that it converges from wherever it starts. The library's own inverse never returns for
/// some df below 1 and stops at the sixth digit for many.
fn t_above(df: f64, wanted: f64) -> Option<f64> {
    if !(df.is_finite() && df > 0.0) {
        return None;
    }
    let student = StudentsT::new(0.0, 1.0, df).ok()?;
    let (mut t, mut last) = (Z_975, f64::INFINITY);
    for _ in 0..100 {
        let tail = student.sf(t);
        let step = (tail / wanted).ln() * tail / (t * student.pdf(t));
        t *= step.exp();
        if !t.is_finite() {
            return None;
        }
        // With many degrees of freedom the tail's own rounding keeps the steps from vanishing.
        let settled = step.abs() < 1e-9 && step.abs() >= last;
        if step.abs() < 1e-14 || settled {
            break;
        }
        last = step.abs();
    }
    Some(t)
}

/// Two-sided p of a t statistic.
pub(super) fn t_two_sided(t: f64, df: f64) -> Option<f64> {
    if !(t.is_finite() && df.is_finite() && df > 0.0) {
        return None;
    }
    let p = 2.0 * StudentsT::new(0.0, 1.0, df).ok()?.sf(t.abs());
    p.is_finite().then_some(p.clamp(0.0, 1.0))
}

/// How likely a value of the F distribution lies above `f`. `None` where one of them is no number
/// it can have.
pub(super) fn f_above(f: f64, df_above: f64, df_below: f64) -> Option<f64> {
    let usable = |df: f64| df.is_finite() && df > 0.0;
    if !(f.is_finite() && f >= 0.0 && usable(df_above) && usable(df_below)) {
        return None;
    }
    let p = FisherSnedecor::new(df_above, df_below).ok()?.sf(f);
    p.is_finite().then_some(p.clamp(0.0, 1.0))
}

/// Quantile of the F distribution: the value below which a share of `p` lies. `None` when `p`
/// is not between 0 and 1 or a df is no positive number.
///
/// Halving the interval of the logarithm, which cannot miss, until no number lies between.
pub(super) fn f_quantile(p: f64, df_above: f64, df_below: f64) -> Option<f64> {
    let usable = |df: f64| df.is_finite() && df > 0.0;
    if !(p > 0.0 && p < 1.0 && usable(df_above) && usable(df_below)) {
        return None;
    }
    let fisher = FisherSnedecor::new(df_above, df_below).ok()?;
    let (mut low, mut high) = (-700.0_f64, 700.0_f64);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if fisher.cdf(middle.exp()) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::midpoint(low, high).exp())
}

/// How far a t statistic must be shifted so that the two-sided 5 % test finds it with the given
/// power, in standard errors: the noncentrality of the noncentral t (Johnson, Kotz &
/// Balakrishnan 1995, Continuous Univariate Distributions 2, 31), found by the secant method.
/// `None` below one degree of freedom, where no test is worth planning.
pub(super) fn shift_found(df: f64, power: f64) -> Option<f64> {
    let limit = t_975(df).filter(|_| df >= 1.0)?;
    let normal = Normal::standard();
    let missing = |shift: f64| found(&normal, limit, df, shift) - power;
    let mut known = limit + t_above(df, 1.0 - power)?;
    let mut behind = missing(known);
    let mut next = known * 0.999;
    for _ in 0..60 {
        let now = missing(next);
        let slope = (now - behind) / (next - known);
        let settled = now.abs() < 1e-9 && now.abs() >= behind.abs();
        (known, behind) = (next, now);
        if now.abs() < 1e-13 || settled || slope.abs() < 1e-300 {
            break;
        }
        next -= now / slope;
    }
    (known.is_finite() && known > 0.0).then_some(known)
}

/// How likely |T| passes the limit where T = (Z + shift)·√df/χ: the integral over χ by the
/// trapezoidal rule over its logarithm, where everything is smooth and dies away at both ends, so
/// that few places give all digits (Trefethen & Weideman 2014, SIAM Review 56:385).
fn found(normal: &Normal, limit: f64, df: f64, shift: f64) -> f64 {
    // Beyond these the density is below a part in 10¹⁶ of its height.
    let reach = (39.0 / df).sqrt();
    let (from, to) = (-(39.0 / df + reach), reach);
    // Within the width of the bell and of the edge at which the test begins to find.
    let step = (0.4 / df.sqrt()).min(0.2 / limit);
    let scale = std::f64::consts::LN_2 - ln_gamma(df / 2.0) + df / 2.0 * (df / 2.0).ln();
    // `log` is ln(χ/√df).
    let at = |log: f64| {
        let ratio = log.exp();
        let density = (scale + df * (log - ratio * ratio / 2.0)).exp();
        let edge = limit * ratio;
        density * (normal.sf(edge - shift) + normal.cdf(-edge - shift))
    };
    let places = ((to - from) / step).ceil() as u32;
    let sum: f64 = (0..=places).map(|it| at(from + f64::from(it) * step)).sum();
    sum * step
}

/// ln of how many ways there are to choose `k` of `n`.
pub(super) fn ln_ways(n: f64, k: f64) -> f64 {
    ln_gamma(n + 1.0) - ln_gamma(k + 1.0) - ln_gamma(n - k + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_scipy() {
        // scipy 1.17.1: scipy.stats.t.ppf(0.975, df)
        for (df, expected) in [
            (0.01, 6.364_181_928_399_896_6e128),
            (0.06, 6.055_444_158_681_774e20),
            (0.1, 1_682_362_288_745.007_8),
            (0.5, 164.557_673_504_880_48),
            (1.0, 12.706_204_736_174_694),
            (1.5, 6.016_663_104_427_929),
            (4.0, 2.776_445_105_197_793_4),
            (5.0, 2.570_581_835_636_314_6),
            (9.8136, 2.233_888_796_251_479_7),
            (21.0, 2.079_613_844_727_679_5),
            (2_000.0, 1.961_150_826_099_437_7),
            (99_999.0, 1.959_987_707_771_844_2),
        ] {
            let t = t_975(df).unwrap();
            assert!((t - expected).abs() < 1e-9 * expected, "{df}: {t}");
        }
        let z = Normal::standard().inverse_cdf(0.975);
        assert!((z - Z_975).abs() < 1e-12, "{z}");
    }

    #[test]
    fn quantiles_of_f_agree_with_scipy() {
        // scipy 1.17.1: scipy.stats.f.ppf(p, df_above, df_below)
        for (p, above, below, expected) in [
            (0.975, 5.0, 15.0, 3.576_415_349_279_060_7),
            (0.025, 5.0, 15.0, 0.155_575_963_078_487_03),
            (0.975, 29.0, 174.0, 1.661_538_417_028_814_8),
            (0.025, 1.0, 2.0, 0.001_250_781_738_586_616_6),
            (0.975, 1.0, 2.0, 38.506_329_113_924_01),
            (0.025, 1043.0, 6258.0, 0.910_009_569_883_087_1),
            (0.975, 999_999.0, 3_999_996.0, 1.003_102_320_000_816_2),
        ] {
            let f = f_quantile(p, above, below).unwrap();
            assert!(
                (f - expected).abs() < 1e-9 * expected,
                "{above} {below}: {f}"
            );
        }
    }

    #[test]
    fn tails_of_f_agree_with_scipy() {
        // scipy 1.17.1: scipy.stats.f.sf(f, df_above, df_below)
        for (f, above, below, expected) in [
            (0.5, 2.0, 10.0, 0.620_921_323_059_155_2),
            (9.3, 2.4, 17.2, 0.001_201_514_825_299_410_5),
            (1e-12, 1.0, 5.0, 0.999_999_240_786_620_4),
            (3.0, 4.0, 0.7, 0.482_542_972_676_642_5),
        ] {
            let p = f_above(f, above, below).unwrap();
            assert!((p - expected).abs() < 1e-9 * expected, "{f} {p}");
        }
        for (f, above, below) in [(f64::NAN, 1.0, 1.0), (-1.0, 1.0, 1.0), (1.0, 0.0, 1.0)] {
            assert_eq!(f_above(f, above, below), None);
        }
        assert_eq!(f_above(0.0, 2.0, 3.0), Some(1.0));
    }

    #[test]
    fn the_shift_a_test_finds_agrees_with_scipy() {
        // scipy 1.17: brentq over nct.sf(t, df, d) + nct.cdf(-t, df, d) = power, where nct is
        // its own integral over chi.pdf by quad.
        for (df, power, expected) in [
            (1.0, 0.8, 16.334_008_869_921),
            (1.05, 0.8, 14.631_390_995_369),
            (1.2, 0.8, 11.183_633_697_553),
            (1.5, 0.8, 7.829_040_965_651),
            (1.9, 0.8, 5.936_886_508_367),
            (2.5, 0.8, 4.741_038_050_149),
            (15.0, 0.8, 2.997_862_578_054),
            (42.0, 0.8, 2.867_710_685_938),
        ] {
            let shift = shift_found(df, power).unwrap();
            assert!((shift - expected).abs() < 1e-6, "{df}: {shift}");
        }
        assert!(shift_found(1.0, 0.8).unwrap().is_finite());
        assert!(shift_found(1e7, 0.8).is_some());
        for df in [0.0, 0.5, f64::NAN, f64::INFINITY] {
            assert_eq!(shift_found(df, 0.8), None, "{df}");
        }
    }

    #[test]
    fn nothing_comes_from_no_freedom() {
        for (p, above, below) in [(0.0, 1.0, 1.0), (0.5, 0.0, 1.0), (0.5, 1.0, f64::NAN)] {
            assert_eq!(f_quantile(p, above, below), None);
        }
        for df in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-9, 1e-300] {
            assert_eq!(t_975(df), None, "{df}");
        }
        assert_eq!(t_two_sided(f64::NAN, 3.0), None);
        assert_eq!(t_two_sided(0.0, 3.0), Some(1.0));
    }
}
