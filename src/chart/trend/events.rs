//! Corrective actions on the time axis: where what was done took effect, under the line it was
//! done for.

use jiff::civil::Date;

use super::room::Room;
use super::{Plane, Trend};
use crate::chart::{Anchor, Area, Ink, Mark, Measure, Point, Text};
use crate::i18n::Language;
use crate::model::{CorrectiveAction, LineageId, Stage, Subject};
use crate::theme::tokens;
use crate::tr;

/// Half the width of a mark, and its height.
const HALF: f32 = 5.0;
const HEIGHT: f32 = 8.0;

/// A measure that was carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Periods since the first: a wave stands at the end of its period, and so before it what was
    /// done in it.
    pub at: f64,
    /// Number of the action.
    pub number: String,
    pub title: String,
    pub date: Date,
    /// That of the line it was done for.
    pub ink: Ink,
}

impl Trend {
    /// Marks the actions whose measure was carried out for what is drawn: for a line itself, or for
    /// an item of a drawn dimension; `above` tells the dimension of an item.
    pub fn mark_actions<'a>(
        &mut self,
        actions: impl Iterator<Item = &'a CorrectiveAction>,
        above: impl Fn(LineageId) -> Option<String>,
        language: Language,
    ) {
        let Some(first) = self.times.first().map(|time| time.period) else {
            return;
        };
        let ink_of = |action: &CorrectiveAction| {
            let drawn = |of: &Subject| self.lines.iter().find(|line| line.subject == *of);
            let mut subjects = action.evidence.iter().map(|it| &it.subject);
            let line = subjects.find_map(|of| {
                let over = match of {
                    Subject::Item(item) => above(*item).map(Subject::Dimension),
                    Subject::Index | Subject::Satisfied | Subject::Dimension(_) => None,
                };
                drawn(of).or_else(|| over.and_then(|over| drawn(&over)))
            });
            line.map(|line| line.ink)
        };
        let event = |action: &CorrectiveAction| {
            let mut steps = action.steps.iter().rev();
            let done = steps.find(|step| step.stage == Stage::Verification)?;
            let months = i32::from(done.date.year()) * 12 + i32::from(done.date.month()) - 1;
            let days = f64::from(done.date.day() - 1) / f64::from(done.date.days_in_month());
            let since = f64::from(months - first.start_month()) + days;
            Some(Event {
                at: since / f64::from(first.kind().months()) - 1.0,
                number: action.number.clone(),
                title: action.title.clone(),
                date: done.date,
                ink: ink_of(action)?,
            })
        };
        let mut events: Vec<Event> = actions.filter_map(event).collect();
        let last = self.times.last().map_or(0.0, |time| time.at);
        events.retain(|event| (-1.0..=last).contains(&event.at));
        events.sort_by(|a, b| a.at.total_cmp(&b.at));
        if !events.is_empty() {
            self.notes.push(tr!(language, "note-actions"));
        }
        self.events = events;
    }

    /// Actions carried out after the time before this one.
    pub fn events_before(&self, time: usize) -> impl Iterator<Item = &Event> {
        let at = |time: usize| self.times.get(time).map(|time| time.at);
        let until = at(time).unwrap_or(f64::NEG_INFINITY);
        let from = time.checked_sub(1).and_then(at).unwrap_or(-1.0);
        let events = self.events.iter();
        events.filter(move |event| from < event.at && event.at <= until)
    }
}

/// Their marks on the base line.
pub(super) fn marks(chart: &Trend, plane: &Plane) -> Vec<Mark> {
    let shown = chart.events.iter().filter(|event| plane.shows(event.at));
    let mark = |event: &Event| {
        let x = plane.at(event.at, 0.0).x;
        let base = plane.area.bottom;
        Mark::Polygon {
            points: vec![
                Point::new(x - HALF, base),
                Point::new(x + HALF, base),
                Point::new(x, base - HEIGHT),
            ],
            fill: event.ink,
        }
    };
    shown.map(mark).collect()
}

/// The number above each where there is room for it.
pub(super) fn words(chart: &Trend, plane: &Plane, measure: &Measure, room: &mut Room) -> Vec<Mark> {
    let size = tokens().chart.label;
    let mut marks = Vec::new();
    for event in chart.events.iter().filter(|event| plane.shows(event.at)) {
        let x = plane.at(event.at, 0.0).x;
        let baseline = plane.area.bottom - HEIGHT - 4.0;
        let half = measure.width(&event.number, size, false) / 2.0;
        let area = Area::new(
            x - half,
            baseline - measure.cap_height(size),
            x + half,
            baseline,
        );
        let fits = area.left >= plane.area.left && area.right <= plane.area.right;
        if !fits || room.cost(&area.grown(2.0)) > 0.0 {
            continue;
        }
        room.take(area.grown(2.0));
        marks.push(Mark::Text(Text {
            at: Point::new(x, baseline),
            text: event.number.clone(),
            size,
            bold: false,
            anchor: Anchor::Middle,
            ink: Ink::Weak,
        }));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::tests::{dimension, line};
    use crate::chart::{Layers, Lines, Size};
    use crate::model::{ActionId, ActionStep, Evidence, Rules, SurveyId, WaveId};

    fn action(number: &str, subject: Subject, done: &[(Stage, (i16, i8, i8))]) -> CorrectiveAction {
        let step = |(stage, (year, month, day)): &(Stage, (i16, i8, i8))| ActionStep {
            stage: *stage,
            date: jiff::civil::date(*year, *month, *day),
            who: String::new(),
            note: String::new(),
            reopened: false,
        };
        CorrectiveAction {
            id: ActionId(1),
            number: number.to_owned(),
            survey: SurveyId(1),
            title: String::new(),
            department: String::new(),
            owner: String::new(),
            cause: String::new(),
            measure: String::new(),
            due: None,
            evidence: vec![Evidence {
                wave: WaveId(1),
                subject,
                score: 70.0,
                change: None,
                target: 85.0,
                returns: Vec::new(),
            }],
            steps: done.iter().map(step).collect(),
        }
    }

    #[test]
    fn what_was_carried_out_for_a_line_stands_before_the_wave_that_shows_it() {
        let rules = Rules::default();
        let drawn = [
            line(Subject::Index, None, &[85.0, 84.0, 86.0]),
            dimension("PR", "价格", &[75.0, 60.0, 70.0]),
        ];
        let lines = Lines {
            lines: &drawn,
            survey: "",
            rules: &rules,
        };
        let mut chart = Trend::build(&lines, Layers::default(), Language::Zh);
        let price = Subject::Dimension("PR".to_owned());
        let item = Subject::Item(LineageId(7));
        let done = |at| vec![(Stage::Open, (2024, 1, 2)), (Stage::Verification, at)];
        let actions = [
            action("CA-3", item, &done((2024, 10, 1))),
            action("CA-1", price.clone(), &done((2024, 4, 1))),
            action("CA-2", Subject::Item(LineageId(8)), &done((2024, 4, 1))),
            action("CA-4", price.clone(), &done((2025, 2, 1))),
            action("CA-5", price, &[(Stage::UnderWay, (2024, 4, 1))]),
        ];
        let above = |item: LineageId| (item == LineageId(7)).then(|| "PR".to_owned());
        chart.mark_actions(actions.iter(), above, Language::Zh);
        let told: Vec<(&str, f64, Ink)> = (chart.events.iter())
            .map(|it| (it.number.as_str(), it.at, it.ink))
            .collect();
        assert_eq!(
            told,
            [("CA-1", 0.5, Ink::Series(1)), ("CA-3", 1.5, Ink::Series(1))]
        );
        let before = |time| chart.events_before(time).count();
        assert_eq!([before(0), before(1), before(2)], [0, 1, 1]);
        let scene = chart.layout(Size::new(900.0, 400.0), Measure::shared());
        assert_eq!(
            scene
                .texts()
                .filter(|it| it.text.starts_with("CA-"))
                .count(),
            2
        );
    }
}
