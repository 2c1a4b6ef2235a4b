//! Every line in a small chart of its own: the index first, then what lost most.

use super::moments::Moments;
use super::{Layers, Lines, Trend};
use crate::analysis::TrendLine;
use crate::chart::table::{Column, Style};
use crate::chart::{Area, Axis, Measure, Scene, Size};
use crate::i18n::{Language, number};
use crate::model::Subject;
use crate::tr;

/// Least width of one chart, its height with its head, and the room around it.
const WIDTH: f32 = 250.0;
const HEIGHT: f32 = 196.0;
const HEAD: f32 = 28.0;
const GAP: f32 = 24.0;
/// Charts beside each other, at most.
const MOST: usize = 4;

/// Small charts on one scale and over the same time, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    pub title: String,
    pub subtitle: String,
    pub parts: Vec<Multiple>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiple {
    pub subject: Subject,
    pub name: String,
    /// Against the wave before, as written; empty where the two cannot be compared.
    pub change: String,
    pub trend: Trend,
}

impl Multiples {
    /// One chart a line. `lines` has the index first.
    pub fn build(lines: &Lines, shown: Layers, language: Language) -> Self {
        let whole = Trend::build(lines, shown, language);
        let moments = Moments::of(lines.lines);
        let mut parts: Vec<(Option<f64>, Multiple)> = Vec::new();
        for line in lines.lines {
            let drawn = moments.line(line, 0, shown, language);
            let change = change(line, drawn.dots.last().is_some_and(|dot| dot.joined));
            let part = Multiple {
                subject: line.subject.clone(),
                name: drawn.name.clone(),
                change: change.map_or_else(String::new, |change| {
                    let change = number::signed(Some(change));
                    tr!(language, "multiples-change", change = change)
                }),
                trend: Trend {
                    lines: vec![drawn],
                    breaks: Vec::new(),
                    values: false,
                    ..whole.clone()
                }
                .narrowed(language),
            };
            parts.push((change, part));
        }
        let values = parts.iter().flat_map(|(_, part)| &part.trend.lines);
        let values = values.flat_map(|line| &line.dots);
        let all = values.flat_map(|dot| [Some(dot.value), dot.low, dot.high]);
        let targets = whole.target.iter().map(|piece| piece.value);
        let all = all.flatten().map(|value| value.clamp(0.0, 100.0));
        let axis = Axis::window(all.chain(targets));
        for (_, part) in &mut parts {
            part.trend.axis = axis.clone();
            part.trend.notes.clear();
        }
        let place = |(change, part): &(Option<f64>, Multiple)| {
            (
                part.subject != Subject::Index,
                change.is_none(),
                change.unwrap_or(0.0),
            )
        };
        parts.sort_by(|a, b| {
            let (a, b) = (place(a), place(b));
            (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2))
        });
        // Without anything to compare they stand in the order of the form.
        let compared = parts.iter().any(|(change, _)| change.is_some());
        Self {
            title: match compared {
                true => tr!(language, "multiples-title"),
                false => tr!(language, "multiples-one"),
            },
            subtitle: whole.subtitle,
            parts: parts.into_iter().map(|(_, part)| part).collect(),
        }
    }

    /// Where each chart lies in a picture of that width, its head included.
    pub fn places(&self, width: f32) -> Vec<Area> {
        let fitting = ((width + GAP) / (WIDTH + GAP)).floor() as usize;
        let beside = fitting.clamp(1, MOST).min(self.parts.len().max(1));
        let each = (width - GAP * (beside - 1) as f32) / beside as f32;
        let place = |at: usize| {
            let left = (at % beside) as f32 * (each + GAP);
            let top = (at / beside) as f32 * (HEIGHT + GAP);
            Area::new(left, top, left + each, top + HEIGHT)
        };
        (0..self.parts.len()).map(place).collect()
    }

    /// All of them in `width`, as high as they need to be.
    pub fn layout(&self, width: f32, measure: &Measure) -> Scene {
        let places = self.places(width);
        let height = places.last().map_or(0.0, |place| place.bottom);
        let mut scene = Scene::new(Size::new(width, height));
        for (part, place) in self.parts.iter().zip(places) {
            let size = Size::new(place.width(), place.height() - HEAD);
            let middle = place.top + HEAD / 2.0 - 3.0;
            let bold = Style::cell().bold();
            let change = Style::cell().width(&part.change, measure);
            let name = Column::left(place.left, place.width() - change - 12.0);
            scene
                .marks
                .push(name.cell(&part.name, middle, bold, measure));
            let right = Column::right(place.right, change + 2.0);
            scene
                .marks
                .push(right.cell(&part.change, middle, Style::cell(), measure));
            scene.place(
                part.trend.layout(size, measure),
                place.left,
                place.top + HEAD,
            );
        }
        scene
    }
}

/// The last step of a line that goes on, in points; a rate in percentage points.
fn change(line: &TrendLine, joined: bool) -> Option<f64> {
    let shown = line.points.iter().rev().filter_map(|point| point.score);
    let mut last = shown.take(2);
    let (to, from) = (last.next()?, last.next()?);
    let unit = match line.subject {
        Subject::Satisfied => 100.0,
        Subject::Index | Subject::Dimension(_) | Subject::Item(_) => 1.0,
    };
    joined.then_some((to - from) * unit)
}
