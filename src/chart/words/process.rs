//! What a figure of the firm's own does.

use crate::analysis::{Limits, Signal, SignalKind, Xmr, run_chart, xmr};
use crate::i18n::{Language, number, period};
use crate::model::Kpi;
use crate::tr;

/// Points below which limits say nothing and the median is gone by.
const FEW: usize = 6;

/// One line on a series: where it stands, and whether it changed or only wavers.
pub fn process_in_words(kpi: &Kpi, language: Language) -> String {
    let values = kpi.values();
    let Some(last) = kpi.points.last() else {
        return String::new();
    };
    let unit = |value: f64| process_value(kpi, value);
    let baseline = kpi.baseline.map(|it| it as usize);
    let found = xmr(&values, &kpi.starts(), baseline, kpi.possible());
    let name = match kpi.external {
        true => tr!(language, "kpi-external", name = kpi.name.as_str()),
        false => kpi.name.clone(),
    };
    let story = story(kpi, &found, unit, language);
    tr!(
        language,
        "kpi-line",
        name = name,
        period = period::name(language, last.period),
        value = unit(last.value),
        story = story
    )
}

/// A value with its unit.
pub fn process_value(kpi: &Kpi, value: f64) -> String {
    format!("{}{}", number::plain(round(value)), kpi.unit)
}

/// Three figures are enough of what a firm counts, and whatever stands before the point.
fn round(value: f64) -> f64 {
    let digits = value.abs().max(1e-9).log10().floor();
    let scale = 10_f64.powi((2.0 - digits).clamp(0.0, 9.0) as i32);
    (value * scale).round() / scale
}

fn story(kpi: &Kpi, found: &Xmr, unit: impl Fn(f64) -> String, language: Language) -> String {
    let stage = found.stages.last();
    let limits = stage.and_then(|stage| stage.limits);
    let Some(limits) = limits.filter(|limits| limits.n >= FEW) else {
        return few(kpi, language);
    };
    let (low, high) = (unit(limits.low), unit(limits.high));
    let from = stage.map_or(0, |stage| stage.from);
    let signals = found.signals.iter().filter(|it| it.at >= from);
    let signals: Vec<Signal> = signals.copied().collect();
    let parts = signalled(kpi, &signals, limits.mean, language);
    let provisional = provisional(&limits, language);
    if parts.is_empty() {
        return tr!(language, "kpi-steady", low = low, high = high) + &provisional;
    }
    let signals = parts.join(&tr!(language, "list-comma"));
    let told = tr!(
        language,
        "kpi-signals",
        low = low,
        high = high,
        signals = signals
    );
    told + &provisional
}

/// Each run once, from its eighth point on, and points outside that follow each other together.
fn signalled(kpi: &Kpi, signals: &[Signal], mean: f64, language: Language) -> Vec<String> {
    let when = |at: usize| {
        let point = kpi.points.get(at);
        point.map_or_else(String::new, |it| period::name(language, it.period))
    };
    let above = |at: usize| kpi.points.get(at).is_some_and(|it| it.value > mean);
    let mut parts = Vec::new();
    // Where the run told last goes on to, and the stretch outside told last.
    let mut run: Option<usize> = None;
    let mut outside: Option<(usize, usize)> = None;
    let told = |(from, to): (usize, usize)| match from == to {
        true => tr!(language, "kpi-beyond", period = when(from)),
        false => tr!(
            language,
            "kpi-beyond-several",
            from = when(from),
            to = when(to)
        ),
    };
    for signal in signals {
        let at = signal.at;
        let goes_on = run.is_some_and(|last| last + 1 == at && above(last) == above(at));
        match signal.kind {
            SignalKind::Beyond => {
                outside = match outside {
                    Some((from, to)) if to + 1 == at => Some((from, at)),
                    before => {
                        parts.extend(before.map(told));
                        Some((at, at))
                    }
                };
                run = run.filter(|_| goes_on).map(|_| at);
            }
            SignalKind::Run => {
                if !goes_on {
                    parts.extend(outside.take().map(told));
                    parts.push(tr!(language, "kpi-run", period = when(at)));
                }
                run = Some(at);
            }
        }
    }
    parts.extend(outside.map(told));
    parts
}

fn provisional(limits: &Limits, language: Language) -> String {
    match limits.provisional() {
        true => tr!(language, "kpi-provisional", n = limits.n),
        false => String::new(),
    }
}

fn few(kpi: &Kpi, language: Language) -> String {
    let n = kpi.points.len();
    match run_chart(&kpi.values()) {
        Some(run) if run.shifted() => tr!(language, "kpi-few-shifted", n = n),
        _ => tr!(language, "kpi-few", n = n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kpi(values: &[f64]) -> Kpi {
        Kpi {
            least: Some(0.0),
            most: Some(100.0),
            ..Kpi::monthly(values)
        }
    }

    #[test]
    fn a_run_is_told_once_and_points_outside_that_follow_each_other_together() {
        let mut values = [49.0, 51.0].repeat(5);
        values.extend([52.0, 54.0].repeat(5));
        let said = process_in_words(&kpi(&values), Language::En);
        assert_eq!(said.matches("eight or more").count(), 2, "{said}");
        let mut values = [49.0, 51.0].repeat(6);
        values.extend([70.0, 71.0, 50.0, 51.0, 50.0, 30.0]);
        let said = process_in_words(&kpi(&values), Language::Zh);
        assert_eq!(said.matches("超出界限").count(), 2, "{said}");
        assert!(said.contains("2025 年 1 月至 2025 年 2 月"), "{said}");
    }
}
