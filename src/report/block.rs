//! A document, and what it is made of.

use super::{Chain, Cover, FormHead, Grid, Question, Standing, Table};
use crate::chart::words::Said;
use crate::chart::{Chart, Trend};
use crate::model::Rules;

/// A document, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub title: String,
    /// What kind of document it is, in a word or two.
    pub kind: String,
    /// Its own document number; `None`: it goes by that of the workspace.
    pub document: Option<String>,
    /// How headings of the first level are numbered: `1.` or `一、` stands for all; empty when
    /// they are not.
    pub numbering: String,
    /// Its pages lie on their side.
    pub landscape: bool,
    /// Under which its scores are written.
    pub rules: Rules,
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Instead of a title.
    Cover(Cover),
    Title {
        title: String,
        subtitle: String,
    },
    Heading {
        /// 1 or 2.
        level: u8,
        words: String,
    },
    Text(Paragraph, String),
    /// A figure that stands for all, and what to hold it against.
    KeyFigure(Box<Standing>),
    /// What was found, most important first.
    Findings(Vec<Said>),
    /// Counts that follow from each other.
    Chain(Chain),
    Table(Box<Table>),
    Chart {
        chart: Box<Trend>,
        /// It takes what the tables behind it leave of its page.
        fills: bool,
    },
    /// A chart of any other kind, as high as its kind is.
    Drawn(Box<Chart>),
    /// The head of a form that is filled in.
    FormHead(FormHead),
    /// Items of a form that share their columns.
    Grid(Grid),
    /// An item of a form by itself.
    Question(Question),
    NewPage,
    /// Roles, each with a line to sign and to date on.
    Signatures {
        roles: Vec<String>,
        date: String,
    },
}

impl Block {
    pub fn table(table: Table) -> Self {
        Self::Table(Box::new(table))
    }
}

/// How a paragraph is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paragraph {
    /// States what the rest shows.
    Headline,
    Body,
    /// Said in passing.
    Note,
    /// What must be said, and is read when it is looked for.
    SmallPrint,
}
