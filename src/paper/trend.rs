//! The trend page: the chart with its title, and its table twin, for a meeting.

use serde::Serialize;

use super::heading::{Frame, Heading};
use super::part::{Picture, Series, picture, px, series};
use super::press::{Template, print};
use super::{Document, PaperError};
use crate::analysis::TrendLine;
use crate::chart::{Measure, Scene, Size, Trend};
use crate::tr;

/// Width of the chart on the page, in points.
const WIDTH: f32 = 728.0;

/// What the chart and its table share, in points: the chart takes what rows leave.
const HEIGHT: f32 = 400.0;
const LEAST_HEIGHT: f32 = 190.0;
const MOST_HEIGHT: f32 = 310.0;

/// A row of the table.
const ROW: f32 = 17.0;

/// The chart as a picture of its own, in logical pixels.
const FIGURE: Size = Size::new(960.0, 440.0);

#[derive(Serialize)]
struct Data {
    frame: Frame,
    title: String,
    subtitle: String,
    chart: Picture,
    table: Series,
}

/// A landscape page. Written as SVG or PNG it is the chart with its title alone.
pub fn trend(
    chart: &Trend,
    lines: &[TrendLine],
    heading: &Heading,
) -> Result<Document, PaperError> {
    let language = heading.language;
    let table = series(lines, language);
    let height = HEIGHT - (table.rows() + 1) as f32 * ROW;
    let size = Size::new(px(WIDTH), px(height.clamp(LEAST_HEIGHT, MOST_HEIGHT)));
    let scene = chart.layout(size, Measure::shared());
    let data = Data {
        frame: Frame::new(
            heading,
            chart.title.clone(),
            &tr!(language, "paper-kind-trend"),
        ),
        title: chart.title.clone(),
        subtitle: chart.subtitle.clone(),
        chart: picture(&scene, &chart.title),
        table,
    };
    Ok(print(Template::Trend, &data)?.with_figure(figure(chart), &chart.title))
}

fn figure(chart: &Trend) -> Scene {
    chart
        .layout(FIGURE, Measure::shared())
        .titled(&chart.title, &chart.subtitle)
}
