//! Charts as data: what is drawn, with every text already in its language and colours as
//! roles, and how it is laid out into a [`Scene`] of plain marks.
//!
//! One chart drives screen and paper. Knows neither egui nor typst nor SVG: `ui` paints
//! scenes or draws with its plot library, `paper` writes them to files.

mod axis;
mod distribution;
mod groups;
mod ink;
mod matrix;
mod measure;
mod pareto;
mod process;
mod scene;
mod scores;
mod table;
mod titled;
mod trend;
pub mod words;

pub use axis::{Axis, Tick};
pub use distribution::{Answers, Bar, Bars, Choice, Distribution, Reach};
pub use groups::{GroupChart, GroupCharts, GroupRow};
pub use ink::Ink;
pub use matrix::{Matrix, MatrixPoint, Quarter};
pub use measure::Measure;
pub use pareto::{Pareto, ParetoBar, Standing as ParetoStanding};
pub use process::{ProcessChart, ProcessDot, ProcessStage};
pub use scene::{Anchor, Area, Mark, Point, Scene, Size, Stroke, Text};
pub use scores::{Compared, Dots, Gauge, Heads, Key, Part, Row, Scores, Splits, Track};
pub use trend::{
    Break, Dot, Drawable, Event, Layers, Line, Lines, MOST_LINES, Multiple, Multiples, Plane,
    TargetLine, Time, Trend, drawables,
};

/// Anything that can be drawn, saved and printed as one picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    Trend(Trend),
    Scores(Scores),
    Distribution(Distribution),
    Bars(Bars),
    Pareto(Box<Pareto>),
    Multiples(Multiples),
    Groups(GroupCharts),
    Matrix(Box<Matrix>),
    Process(Box<ProcessChart>),
}

impl Chart {
    /// Its title and what stands below that; empty where it has none of its own.
    pub fn titles(&self) -> (&str, &str) {
        match self {
            Self::Trend(trend) => (&trend.title, &trend.subtitle),
            Self::Pareto(pareto) => (&pareto.title, &pareto.note),
            Self::Multiples(all) => (&all.title, &all.subtitle),
            Self::Groups(all) => (&all.title, &all.subtitle),
            Self::Matrix(matrix) => (&matrix.title, &matrix.note),
            Self::Process(process) => (&process.name, &process.said),
            Self::Scores(_) | Self::Distribution(_) | Self::Bars(_) => ("", ""),
        }
    }
}

/// A chart in `size`. Tables and bars are as high as they need to be, whatever the height
/// asked for.
pub fn layout(chart: &Chart, size: Size, measure: &Measure) -> Scene {
    match chart {
        Chart::Trend(trend) => trend.layout(size, measure),
        Chart::Scores(scores) => scores.layout(size.width, measure),
        Chart::Distribution(distribution) => distribution.layout(size.width, measure),
        Chart::Pareto(pareto) => pareto.layout(size, measure),
        Chart::Matrix(matrix) => matrix.layout(size, measure),
        Chart::Process(process) => process.layout(size, measure),
        Chart::Bars(bars) => bars.layout(size.width, measure),
        Chart::Multiples(multiples) => multiples.layout(size.width, measure),
        Chart::Groups(groups) => groups.layout(size.width, measure),
    }
}
