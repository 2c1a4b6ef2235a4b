//! What a figure of the firm's own does.

use crate::analysis::{Limits, SignalKind, Xmr, run_chart, xmr};
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
    let found = xmr(&values, &kpi.starts(), baseline, (kpi.least, kpi.most));
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
    let mut parts = Vec::new();
    for signal in signals {
        let at = kpi.points.get(signal.at);
        let when = at.map_or_else(String::new, |it| period::name(language, it.period));
        parts.push(match signal.kind {
            SignalKind::Beyond => tr!(language, "kpi-beyond", period = when),
            SignalKind::Run => tr!(language, "kpi-run", period = when),
        });
    }
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
