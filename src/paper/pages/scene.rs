//! A report with a title as one picture.

use super::standing;
use crate::chart::{self, Measure, Scene, Size};
use crate::report::{Block, Paragraph, Report};
use crate::theme::tokens;

/// In logical pixels; tables are as high as they need to be.
const SIZE: Size = Size::new(960.0, 440.0);

/// Its charts below each other under the title, and that title; none where there is no title.
pub(super) fn figure(report: &Report) -> Option<(Scene, &str)> {
    let titles = report.blocks.iter().find_map(|block| match block {
        Block::Title { title, subtitle } => Some((title, subtitle)),
        _ => None,
    });
    let (title, subtitle) = titles?;
    let note = report.blocks.iter().find_map(|block| match block {
        Block::Text(Paragraph::Note, words) => Some(words),
        _ => None,
    });
    let mut figure = Scene::new(Size::new(SIZE.width, 0.0));
    for part in report.blocks.iter().filter_map(|it| drawn(it, report)) {
        let above = figure.size.height;
        let top = match above > 0.0 {
            true => above + tokens().space.section_gap,
            false => above,
        };
        figure.size.height = top + part.size.height;
        figure.place(part, 0.0, top);
    }
    Some((figure.titled(title, note.unwrap_or(subtitle)), title))
}

fn drawn(block: &Block, report: &Report) -> Option<Scene> {
    let measure = Measure::shared();
    match block {
        Block::KeyFigure(standing) => Some(standing::scene(standing, &report.rules, SIZE.width)),
        Block::Table(table) => {
            let chart = table.chart.as_ref()?;
            Some(chart::layout(chart, SIZE, measure))
        }
        Block::Drawn(chart) => Some(chart::layout(chart, SIZE, measure)),
        Block::Chart { chart, .. } => Some(chart.layout(SIZE, measure)),
        Block::Cover(_)
        | Block::Title { .. }
        | Block::Heading { .. }
        | Block::Text(..)
        | Block::Findings(_)
        | Block::Chain(_)
        | Block::FormHead(_)
        | Block::Question(_)
        | Block::Grid(_)
        | Block::NewPage
        | Block::Signatures { .. } => None,
    }
}
