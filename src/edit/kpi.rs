//! Figures of the firm's own, typed month by month.

use super::number::{number, read_number};
use super::past::count;
use super::{Known, Refusal, kept};
use crate::model::{Better, Change, Data, Edit, Kpi, KpiId, KpiPoint, Period, Step, StepKind};

/// What is typed of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedKpi {
    pub name: String,
    pub unit: String,
    pub external: bool,
    /// Period and value, a row each.
    pub points: Vec<[String; 2]>,
    /// Periods from which something was done otherwise, parted by commas.
    pub stages: String,
    /// How many first points of a stage the limits rest on.
    pub baseline: String,
    pub better: Option<Better>,
    /// Code of a dimension.
    pub acts_on: Option<String>,
}

/// Where it is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KpiField {
    Name,
    /// Row and column of the values.
    Point(usize, usize),
    Points,
    Stages,
    Baseline,
}

impl TypedKpi {
    /// As it stands in the fields.
    pub fn of(kpi: &Kpi) -> Self {
        let points = kpi.points.iter();
        let stages: Vec<String> = kpi.stages.iter().map(Period::to_string).collect();
        Self {
            name: kpi.name.clone(),
            unit: kpi.unit.clone(),
            external: kpi.external,
            points: points
                .map(|point| [point.period.to_string(), number(point.value)])
                .collect(),
            stages: stages.join(", "),
            baseline: kpi.baseline.map(|it| it.to_string()).unwrap_or_default(),
            better: kpi.better,
            acts_on: kpi.acts_on.clone(),
        }
    }

    /// What it says; `before` is the series it is typed over.
    ///
    /// # Errors
    /// The first field that cannot be, and why.
    pub fn read(&self, id: KpiId, before: Option<&Kpi>) -> Result<Kpi, (KpiField, Refusal)> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err((KpiField::Name, Refusal::NeedsName));
        }
        let unit = self.unit.trim();
        let points = self.read_points()?;
        self.check_percent(unit, &points)?;
        let percent = unit == "%";
        let same = before.filter(|it| it.unit == unit);
        let bound = |known: fn(&Kpi) -> Option<f64>, of_percent: f64| match same {
            Some(kpi) => known(kpi),
            None => percent.then_some(of_percent),
        };
        Ok(Kpi {
            id,
            code: before.map_or_else(|| name.to_owned(), |it| it.code.clone()),
            name: name.to_owned(),
            unit: unit.to_owned(),
            external: self.external,
            least: bound(|it| it.least, 0.0),
            most: bound(|it| it.most, 100.0),
            points,
            stages: self.read_stages()?,
            baseline: count(&self.baseline)
                .map_err(|()| (KpiField::Baseline, Refusal::BadCount))?,
            better: self.better,
            acts_on: self.acts_on.clone(),
        })
    }

    fn read_points(&self) -> Result<Vec<KpiPoint>, (KpiField, Refusal)> {
        let mut points: Vec<KpiPoint> = Vec::new();
        for (row, [period, value]) in self.points.iter().enumerate() {
            if period.trim().is_empty() && value.trim().is_empty() {
                continue;
            }
            let at = |column, refusal| (KpiField::Point(row, column), refusal);
            let period = month(period).ok_or_else(|| at(0, Refusal::BadPeriod))?;
            if points.iter().any(|it| it.period == period) {
                return Err(at(0, Refusal::PeriodTwice(period)));
            }
            let value = read_number(value).ok_or_else(|| at(1, Refusal::BadNumber))?;
            points.push(KpiPoint { period, value });
        }
        points.sort_by_key(|point| point.period);
        match points.is_empty() {
            true => Err((KpiField::Points, Refusal::NeedsFigure)),
            false => Ok(points),
        }
    }

    /// A spreadsheet that shows 95 % may give 0.95: which of the two is meant nobody can tell.
    fn check_percent(&self, unit: &str, points: &[KpiPoint]) -> Result<(), (KpiField, Refusal)> {
        let signed = self.points.iter().any(|[_, it]| it.contains(['%', '％']));
        let share = |point: &KpiPoint| (0.0..=1.0).contains(&point.value);
        match unit == "%" && !signed && points.iter().all(share) {
            true => Err((KpiField::Points, Refusal::PercentOrShare)),
            false => Ok(()),
        }
    }

    fn read_stages(&self) -> Result<Vec<Period>, (KpiField, Refusal)> {
        let parted = self.stages.split([',', '，', '、', ';', '；', '\n']);
        let named = parted.map(str::trim).filter(|it| !it.is_empty());
        let stages: Option<Vec<Period>> = named.map(month).collect();
        let mut stages = stages.ok_or((KpiField::Stages, Refusal::BadPeriod))?;
        stages.sort_unstable();
        stages.dedup();
        Ok(stages)
    }
}

/// A period as the program writes it, or the month of a day as spreadsheets write it.
fn month(text: &str) -> Option<Period> {
    let text = text.trim();
    let of_day = || {
        let between = |c: char| c.is_ascii_punctuation() || !c.is_ascii();
        let digits = text.split(between).map(str::trim);
        let mut numbers = digits.map_while(|part| part.parse::<u32>().ok());
        let (year, month) = (numbers.next()?, numbers.next()?);
        format!("{year:04}-{month:02}").parse().ok()
    };
    text.parse().ok().or_else(of_day)
}

/// Why a series cannot be kept beside the others.
///
/// # Errors
/// [`Refusal::KpiThere`].
pub fn check(data: &Data, wanted: &Kpi) -> Result<(), Refusal> {
    let mut others = data.kpis.iter().filter(|it| it.id != wanted.id);
    let same = |it: &Kpi| it.code == wanted.code || it.name == wanted.name;
    match others.any(same) {
        true => Err(Refusal::KpiThere),
        false => Ok(()),
    }
}

/// Keeps it, new or in place of what it was.
pub(super) fn set(known: &Known<'_>, wanted: &Kpi) -> Result<Step, Refusal> {
    check(known.data, wanted)?;
    let before = known.data.kpis.iter().find(|it| it.id == wanted.id);
    let edit = kept(before, wanted.clone())?;
    Ok(step(wanted, edit))
}

/// It is kept no more.
pub(super) fn remove(known: &Known<'_>, id: KpiId) -> Result<Step, Refusal> {
    let mut all = known.data.kpis.iter();
    let kpi = all.find(|it| it.id == id).ok_or(Refusal::Gone)?;
    Ok(step(kpi, Edit::removed(kpi.clone())))
}

fn step(kpi: &Kpi, edit: Edit<Kpi>) -> Step {
    let change = Change::Kpi(Box::new(edit));
    Step::new(StepKind::EnterKpi, kpi.name.as_str(), vec![change])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(unit: &str, points: &[[&str; 2]]) -> TypedKpi {
        TypedKpi {
            name: " 准时交付率 ".to_owned(),
            unit: unit.to_owned(),
            points: points.iter().map(|it| it.map(str::to_owned)).collect(),
            ..TypedKpi::default()
        }
    }

    #[test]
    fn values_are_read_by_time_or_refused_at_their_cell() {
        let rows = [
            ["2026年2月", "95.5"],
            ["", ""],
            ["2026/1/1", "９７"],
            ["2026Q2", "96"],
        ];
        let kpi = typed("%", &rows).read(KpiId(1), None).unwrap();
        assert_eq!(
            (kpi.name.as_str(), kpi.values()),
            ("准时交付率", vec![97.0, 95.5, 96.0])
        );
        assert_eq!((kpi.least, kpi.most), (Some(0.0), Some(100.0)));
        for (unit, rows, field) in [
            (
                "%",
                vec![["2026-01", "0.97"], ["2026-02", "1"]],
                KpiField::Points,
            ),
            ("", vec![["", ""]], KpiField::Points),
            (
                "",
                vec![["2026-01", "3"], ["一月", "3"]],
                KpiField::Point(1, 0),
            ),
            (
                "",
                vec![["2026-01", "3"], ["2026-1", "4"]],
                KpiField::Point(1, 0),
            ),
            ("", vec![["2026-01", "三"]], KpiField::Point(0, 1)),
            ("", vec![["2026-01", ""]], KpiField::Point(0, 1)),
        ] {
            let found = typed(unit, &rows).read(KpiId(1), None).unwrap_err();
            assert_eq!(found.0, field, "{rows:?}");
        }
        let signed = typed("%", &[["2026-01", "0.97%"]]).read(KpiId(1), None);
        assert!(signed.is_ok(), "a percent sign says what it is");
    }

    #[test]
    fn what_stands_in_the_fields_reads_back() {
        let mut kpi = typed("ppm", &[["2025-12", "12"], ["2026-01", "9.5"]])
            .read(KpiId(7), None)
            .unwrap();
        kpi.least = Some(0.0);
        kpi.stages = vec!["2026-01".parse().unwrap()];
        kpi.baseline = Some(12);
        kpi.external = true;
        kpi.better = Some(Better::Down);
        kpi.acts_on = Some("DE".to_owned());
        assert_eq!(TypedKpi::of(&kpi).read(kpi.id, Some(&kpi)), Ok(kpi.clone()));
    }
}
