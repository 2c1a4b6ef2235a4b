//! Blocks as the template reads them.

use serde::Serialize;

use super::form;
use super::picture::{Picture, picture, px};
use super::table::TableData;
use crate::chart::words::{Said, Tone};
use crate::chart::{Chart, Measure, Size, Trend, layout};
use crate::model::Rules;
use crate::report::{Block, Chain, Cover, Fact, Paragraph, Standing};

/// Width of the gauge in points.
const GAUGE: f32 = 156.0;

/// Height of a chart among other blocks, in points, and what notes under it take.
const CHART: f32 = 225.0;
const NOTE: f32 = 11.0;

/// How high a chart may be that fills its page, in points: the typesetter takes the first that
/// fits.
const FILLING: [f32; 9] = [
    310.0, 295.0, 280.0, 265.0, 250.0, 235.0, 220.0, 205.0, 190.0,
];

/// Height of other charts, in points: of turnover, of importance against performance, of a figure of
/// the firm's own. Those of rows are as high as their rows.
const PARETO: f32 = 190.0;
const MATRIX: f32 = 250.0;
const PROCESS: f32 = 66.0;

/// A block.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum BlockData<'a> {
    Cover {
        title: &'a str,
        company: &'a str,
        facts: &'a [[String; 2]],
    },
    Title {
        title: &'a str,
        subtitle: &'a str,
    },
    Heading {
        level: u8,
        words: &'a str,
    },
    Headline {
        words: &'a str,
    },
    Body {
        words: &'a str,
    },
    Note {
        words: &'a str,
    },
    SmallPrint {
        words: &'a str,
    },
    KeyFigure(KeyFigure<'a>),
    Findings {
        all: Vec<Finding<'a>>,
    },
    Chain {
        steps: Vec<Labelled<'a>>,
        rates: Vec<Labelled<'a>>,
    },
    Table(TableData<'a>),
    Chart {
        /// From the highest to the lowest.
        sizes: Vec<Picture>,
    },
    FormHead(form::HeadData<'a>),
    Grid(form::GridData<'a>),
    Question(form::QuestionData<'a>),
    NewPage,
    Signatures {
        roles: &'a [String],
        date: &'a str,
    },
}

/// A figure beside its gauge and its facts.
#[derive(Serialize)]
pub(super) struct KeyFigure<'a> {
    label: &'a str,
    value: &'a str,
    interval: &'a str,
    gauge: Picture,
    facts: Vec<Labelled<'a>>,
}

#[derive(Serialize)]
pub(super) struct Labelled<'a> {
    label: &'a str,
    value: String,
    note: &'a str,
}

#[derive(Serialize)]
pub(super) struct Finding<'a> {
    tone: &'static str,
    title: &'a str,
    detail: &'a str,
}

impl<'a> BlockData<'a> {
    /// In a text width of points, scores written under the rules.
    pub fn of(block: &'a Block, rules: &Rules, width: f32) -> Self {
        match block {
            Block::Cover(Cover {
                title,
                company,
                facts,
            }) => Self::Cover {
                title,
                company,
                facts,
            },
            Block::Title { title, subtitle } => Self::Title { title, subtitle },
            Block::Heading { level, words } => Self::Heading {
                level: *level,
                words,
            },
            Block::Text(Paragraph::Headline, words) => Self::Headline { words },
            Block::Text(Paragraph::Body, words) => Self::Body { words },
            Block::Text(Paragraph::Note, words) => Self::Note { words },
            Block::Text(Paragraph::SmallPrint, words) => Self::SmallPrint { words },
            Block::KeyFigure(standing) => Self::KeyFigure(key_figure(standing, rules)),
            Block::Findings(all) => Self::Findings {
                all: all.iter().map(finding).collect(),
            },
            Block::Chain(Chain { steps, rates }) => Self::Chain {
                steps: labelled(steps, rules),
                rates: labelled(rates, rules),
            },
            Block::Table(table) => Self::Table(TableData::of(table, rules, width)),
            Block::Chart { chart, fills } => Self::Chart {
                sizes: sizes(chart, *fills, width),
            },
            Block::Drawn(chart) => {
                let size = Size::new(px(width), px(height(chart)));
                let scene = layout(chart, size, Measure::shared());
                Self::Chart {
                    sizes: vec![picture(&scene, chart.titles().0)],
                }
            }
            Block::FormHead(head) => Self::FormHead(form::head(head)),
            Block::Grid(grid) => Self::Grid(form::grid(grid)),
            Block::Question(question) => Self::Question(form::question(question)),
            Block::NewPage => Self::NewPage,
            Block::Signatures { roles, date } => Self::Signatures { roles, date },
        }
    }
}

fn key_figure<'a>(standing: &'a Standing, rules: &Rules) -> KeyFigure<'a> {
    let gauge = standing.gauge.layout(px(GAUGE), Measure::shared());
    KeyFigure {
        label: &standing.label,
        value: &standing.value,
        interval: &standing.interval,
        gauge: picture(&gauge, &standing.label),
        facts: labelled(&standing.facts, rules),
    }
}

fn labelled<'a>(facts: &'a [Fact], rules: &Rules) -> Vec<Labelled<'a>> {
    let one = |fact: &'a Fact| Labelled {
        label: &fact.label,
        value: fact.value.written(rules),
        note: &fact.note,
    };
    facts.iter().map(one).collect()
}

fn finding(said: &Said) -> Finding<'_> {
    Finding {
        tone: match said.tone {
            Tone::Act => "act",
            Tone::Good => "good",
            Tone::Unsure => "unsure",
            Tone::Note => "note",
        },
        title: &said.title,
        detail: &said.detail,
    }
}

/// Of a chart among other blocks, in points.
fn height(chart: &Chart) -> f32 {
    match chart {
        Chart::Pareto(_) => PARETO,
        Chart::Matrix(_) => MATRIX,
        Chart::Process(_) => PROCESS,
        Chart::Trend(_)
        | Chart::Scores(_)
        | Chart::Distribution(_)
        | Chart::Bars(_)
        | Chart::Multiples(_)
        | Chart::Groups(_) => CHART,
    }
}

fn sizes(chart: &Trend, fills: bool, width: f32) -> Vec<Picture> {
    let draw = |height: f32| {
        let scene = chart.layout(Size::new(px(width), px(height)), Measure::shared());
        picture(&scene, &chart.title)
    };
    match (fills, chart.notes.is_empty()) {
        (true, _) => FILLING.into_iter().map(draw).collect(),
        (false, true) => vec![draw(CHART)],
        (false, false) => vec![draw(CHART + NOTE)],
    }
}
