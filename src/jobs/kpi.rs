//! Figures of the firm's own, from a sheet of them.

use std::path::Path;

use super::JobError;
use crate::intake::definition::kpis::{self, KpiColumn};
use crate::intake::{Spreadsheet, file};
use crate::model::{Change, Data, Dimension, Edit, Kpi, KpiId, Period, Progress, Step, StepKind};
use crate::store::Store;

/// What holds for every series of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KpiWish {
    /// They are indices of others; `None`: as they were, ours where they are new.
    pub external: Option<bool>,
    /// Periods from which something was done otherwise, further ones.
    pub stages: Vec<Period>,
    /// Points of each stage that limits rest on; `None`: as they were.
    pub baseline: Option<u32>,
}

/// Reads a sheet of series; nothing is kept yet. A series that is known gets the values it
/// lacks, and those of periods it has are replaced.
///
/// # Errors
/// As [`kpis::read`].
pub fn read(
    store: &Store,
    data: &Data,
    path: &Path,
    wish: &KpiWish,
    progress: &Progress,
) -> Result<Step, JobError> {
    let source = file::read(path, progress)?;
    let mut workbook = Spreadsheet::open(&source.name, &source.bytes, progress)?;
    // The newest revision of each survey says what its dimensions are called by now.
    let newest = data
        .surveys
        .iter()
        .filter_map(|it| data.revisions_of(it.id).next_back());
    let dimensions = newest.flat_map(|it| &it.questionnaire.dimensions);
    let dimensions: Vec<Dimension> = dimensions.cloned().collect();
    let columns = kpis::read(&mut workbook, &dimensions, progress)?;
    let names: Vec<String> = columns.iter().map(|it| it.name.clone()).collect();
    let edits = columns.into_iter().map(|column| {
        let edit = match data.kpi(&column.name) {
            Some(known) => Edit::changed(known.clone(), joined(known.clone(), column, wish)),
            None => {
                let new = new(KpiId(store.fresh_id()), &column);
                Edit::created(joined(new, column, wish))
            }
        };
        Change::Kpi(Box::new(edit))
    });
    let changed = |change: &Change| match change {
        Change::Kpi(edit) => edit.before != edit.after,
        _ => true,
    };
    let changes = edits.filter(changed).collect();
    Ok(Step::new(StepKind::EnterKpi, names.join(" "), changes))
}

fn new(id: KpiId, column: &KpiColumn) -> Kpi {
    let percent = column.unit == "%";
    Kpi {
        id,
        code: column.name.clone(),
        name: column.name.clone(),
        unit: column.unit.clone(),
        external: false,
        least: percent.then_some(0.0),
        most: percent.then_some(100.0),
        points: Vec::new(),
        stages: Vec::new(),
        baseline: None,
        better: None,
        acts_on: None,
    }
}

fn joined(mut kpi: Kpi, column: KpiColumn, wish: &KpiWish) -> Kpi {
    let given = |period: Period| column.points.iter().any(|it| it.period == period);
    kpi.points.retain(|point| !given(point.period));
    kpi.points.extend(column.points);
    kpi.points.sort_by_key(|point| point.period);
    kpi.stages.extend(wish.stages.iter().copied());
    kpi.stages.sort_unstable();
    kpi.stages.dedup();
    let external = column.external.or(wish.external);
    kpi.external = external.unwrap_or(kpi.external);
    kpi.better = column.better.or(kpi.better);
    kpi.acts_on = column.acts_on.or(kpi.acts_on);
    kpi.baseline = wish.baseline.or(kpi.baseline);
    kpi
}
