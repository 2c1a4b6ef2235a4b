//! The trend page: the chart with its title, and its table twin, for a meeting.

use serde::Serialize;

use super::heading::{Frame, Heading};
use super::part::{Picture, Series, Span, picture, px, series};
use super::press::{Template, print};
use super::{Document, PaperError};
use crate::analysis::TrendLine;
use crate::chart::{MOST_LINES, Measure, Scene, Size, Trend};
use crate::theme::tokens;
use crate::tr;

/// Width of the chart on the page, in points.
const WIDTH: f32 = 728.0;

/// What the chart and its table share, in points: the chart takes what rows leave.
const HEIGHT: f32 = 410.0;
const LEAST_HEIGHT: f32 = 190.0;
const MOST_HEIGHT: f32 = 310.0;

/// Lines of the title that height allows for, and what each further one takes.
const TITLE_LINES: usize = 2;
const TITLE_LINE: f32 = 22.0;

/// Waves beside each other.
const WAVES: usize = 8;

/// The chart as a picture of its own, in logical pixels.
const FIGURE: Size = Size::new(960.0, 440.0);

#[derive(Serialize)]
struct Data {
    frame: Frame,
    title: String,
    subtitle: String,
    parts: Vec<Part>,
}

/// Lines of distinct colours with their values.
#[derive(Serialize)]
struct Part {
    chart: Picture,
    table: Series,
}

/// A landscape page, or one for every run of lines that colours can tell apart. Written as SVG
/// or PNG it is the charts with their title alone.
pub fn trend(
    chart: &Trend,
    lines: &[TrendLine],
    heading: &Heading,
) -> Result<Document, PaperError> {
    let language = heading.language;
    let parts = chart.parts();
    let title = Measure::shared()
        .wrap(
            &chart.title,
            WIDTH,
            tokens().paper_type_pt.title,
            true,
            usize::MAX,
        )
        .len();
    let room = HEIGHT - title.saturating_sub(TITLE_LINES) as f32 * TITLE_LINE;
    let span = Span {
        width: WIDTH,
        beside: WAVES,
        all: true,
        main: true,
    };
    let tables = lines.chunks(MOST_LINES).enumerate().map(|(at, some)| {
        let main = at == 0;
        series(some, Span { main, ..span }, language)
    });
    let data = Data {
        frame: Frame::new(
            heading,
            chart.title.clone(),
            &tr!(language, "paper-kind-trend"),
        ),
        title: chart.title.clone(),
        subtitle: chart.subtitle.clone(),
        parts: parts
            .iter()
            .zip(tables)
            .map(|(part, table)| page(part, table, room))
            .collect(),
    };
    let figure = figure(chart, &parts);
    Ok(print(Template::Trend, &data)?.with_figure(figure, &chart.title))
}

fn page(chart: &Trend, table: Series, room: f32) -> Part {
    // As much of the table as leaves the chart its room; the rest follows on the next page.
    let left = |blocks: usize| room - table.height(blocks);
    let together = (1..=table.blocks())
        .rev()
        .find(|blocks| left(*blocks) >= LEAST_HEIGHT);
    let height = together.map_or(room, left).clamp(LEAST_HEIGHT, MOST_HEIGHT);
    let scene = chart.layout(Size::new(px(WIDTH), px(height)), Measure::shared());
    Part {
        chart: picture(&scene, &chart.title),
        table,
    }
}

/// The charts below each other.
fn figure(chart: &Trend, parts: &[Trend]) -> Scene {
    let mut figure = Scene::new(Size::new(FIGURE.width, 0.0));
    for part in parts {
        let gap = tokens().space.section_gap;
        let above = figure.size.height;
        let top = if above > 0.0 { above + gap } else { above };
        figure.size.height = top + FIGURE.height;
        figure.place(part.layout(FIGURE, Measure::shared()), 0.0, top);
    }
    figure.titled(&chart.title, &chart.subtitle)
}
