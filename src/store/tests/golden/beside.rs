//! A wave known by its figures alone, and figures of the firm's own.

use super::apply;
use crate::model::{
    Better, Change, Edit, Kpi, KpiId, KpiPoint, Past, PastFigure, PastId, StepKind, Subject,
};
use crate::store::tests::sample::{Sample, step};

/// Made, and changed once.
pub(super) fn beside(sample: &mut Sample) {
    past(sample);
    kpis(sample);
}

fn past(sample: &mut Sample) {
    let data = sample.store.load().unwrap();
    let revision = &data.revisions[0];
    let lineage = revision.questionnaire.items[0].lineage;
    let figure = |subject, score, n, rate| PastFigure {
        subject,
        score,
        n,
        sd: n.map(|_| 12.5),
        rate,
    };
    let before = Past {
        id: PastId(sample.store.fresh_id()),
        survey: revision.survey,
        period: "2018H2".parse().unwrap(),
        figures: vec![
            figure(Subject::Index, Some(83.2), Some(22), Some(0.8)),
            figure(Subject::Dimension("Q".to_owned()), Some(80.0), None, None),
        ],
    };
    let mut after = before.clone();
    let item = figure(Subject::Item(lineage), None, Some(22), Some(18.0 / 22.0));
    after.figures.push(item);
    let made = vec![Change::Past(Edit::created(before.clone()))];
    apply(sample, &step(StepKind::EnterPast, made));
    let changed = vec![Change::Past(Edit::changed(before, after))];
    apply(sample, &step(StepKind::EnterPast, changed));
}

fn kpis(sample: &mut Sample) {
    let point = |month: u32, value| KpiPoint {
        period: format!("2026-{month:02}").parse().unwrap(),
        value,
    };
    let kpi = |id, code: &str, external| Kpi {
        id,
        code: code.to_owned(),
        name: format!("{code} ⚙"),
        unit: "%".to_owned(),
        external,
        least: Some(0.0),
        most: (!external).then_some(100.0),
        points: (1..=6)
            .map(|month| point(month, 90.25 + f64::from(month)))
            .collect(),
        stages: vec!["2026-04".parse().unwrap()],
        baseline: external.then_some(4),
        better: Some(if external { Better::Down } else { Better::Up }),
        acts_on: (!external).then(|| "Q".to_owned()),
    };
    let ids = [(); 2].map(|()| KpiId(sample.store.fresh_id()));
    let both = [kpi(ids[0], "准时交付", false), kpi(ids[1], "CCSI", true)];
    let made = both.map(|it| Change::Kpi(Box::new(Edit::created(it))));
    apply(sample, &step(StepKind::EnterKpi, made.to_vec()));
}
