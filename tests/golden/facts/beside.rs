//! What version 5 knows besides: said only where it is there.

use std::fmt::Write;

use manyi::model::Data;

use super::{or_dash, quoted, yes};

/// Waves known by their figures alone, and figures of the firm's own.
pub(super) fn beside(data: &Data) -> String {
    let mut text = String::new();
    for past in &data.past {
        let survey = quoted(&data.survey(past.survey).unwrap().name);
        writeln!(text, "past {survey} {}", past.period).unwrap();
        for it in &past.figures {
            writeln!(
                text,
                "  {:?} score={} n={} sd={} rate={}",
                it.subject,
                or_dash(it.score),
                or_dash(it.n),
                or_dash(it.sd),
                or_dash(it.rate),
            )
            .unwrap();
        }
    }
    for kpi in &data.kpis {
        let stages: Vec<String> = kpi.stages.iter().map(ToString::to_string).collect();
        writeln!(
            text,
            "kpi {} {} unit={} external={} within={}..{} stages={stages:?} baseline={}",
            quoted(&kpi.code),
            quoted(&kpi.name),
            quoted(&kpi.unit),
            yes(kpi.external),
            or_dash(kpi.least),
            or_dash(kpi.most),
            or_dash(kpi.baseline),
        )
        .unwrap();
        for point in &kpi.points {
            writeln!(text, "  {} {}", point.period, point.value).unwrap();
        }
        // Older files know of neither.
        if let Some(better) = kpi.better {
            writeln!(text, "  better {better:?}").unwrap();
        }
        if let Some(dimension) = &kpi.acts_on {
            writeln!(text, "  acts on {}", quoted(dimension)).unwrap();
        }
    }
    text
}
