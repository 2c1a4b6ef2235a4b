//! What a form is made of.

use crate::model::LineageId;

/// What it is, what to do with it, and what is filled in first.
#[derive(Clone, Debug, PartialEq)]
pub struct FormHead {
    pub title: String,
    /// How it is filled in.
    pub intro: String,
    /// What somebody writes on a line behind it.
    pub fields: Vec<String>,
}

/// An item as it is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub item: LineageId,
    /// Counts from 1 over the form.
    pub number: usize,
    pub text: String,
}

/// A dimension over its items.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Counts from 1 over the form.
    pub number: usize,
    pub name: String,
}

/// A line of a [`Grid`].
#[derive(Clone, Debug, PartialEq)]
pub enum GridLine {
    Group(Group),
    /// What follows is of no dimension.
    Gap,
    Item(Asked),
}

/// Items that are answered by a tick in one of the columns they share.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Over the items.
    pub head: String,
    pub options: Vec<String>,
    pub lines: Vec<GridLine>,
}

/// Where an answer goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Room {
    /// A box before each option.
    Ticks(Vec<String>),
    /// A box for each of 0 to 10, between what the ends mean.
    Likely { low: String, high: String },
    /// A short line.
    Line,
    /// Lines over the whole width.
    Lines,
}

/// An item by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The dimension that begins with it, where none of its items came before.
    pub group: Option<Group>,
    pub asked: Asked,
    /// How it is answered; often empty.
    pub note: String,
    pub room: Room,
}
