//! Blocks of a form as the template reads them.

use serde::Serialize;

use crate::report::{Asked, FormHead, Grid, GridLine, Group, Question, Room};

#[derive(Serialize)]
pub(super) struct HeadData<'a> {
    title: &'a str,
    intro: &'a str,
    fields: &'a [String],
}

#[derive(Serialize)]
pub(super) struct GridData<'a> {
    head: &'a str,
    options: &'a [String],
    lines: Vec<LineData<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum LineData<'a> {
    Group(GroupData<'a>),
    Gap,
    Item(AskedData<'a>),
}

#[derive(Serialize)]
struct GroupData<'a> {
    number: usize,
    name: &'a str,
}

#[derive(Serialize)]
struct AskedData<'a> {
    /// Comes back with the place it is laid out at.
    mark: i64,
    number: usize,
    text: &'a str,
}

#[derive(Serialize)]
pub(super) struct QuestionData<'a> {
    group: Option<GroupData<'a>>,
    asked: AskedData<'a>,
    note: &'a str,
    room: RoomData<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum RoomData<'a> {
    Ticks { options: &'a [String] },
    Likely { low: &'a str, high: &'a str },
    Line,
    Lines,
}

pub(super) fn head(head: &FormHead) -> HeadData<'_> {
    HeadData {
        title: &head.title,
        intro: &head.intro,
        fields: &head.fields,
    }
}

pub(super) fn grid(grid: &Grid) -> GridData<'_> {
    GridData {
        head: &grid.head,
        options: &grid.options,
        lines: grid.lines.iter().map(line).collect(),
    }
}

pub(super) fn question(question: &Question) -> QuestionData<'_> {
    QuestionData {
        group: question.group.as_ref().map(group),
        asked: asked(&question.asked),
        note: &question.note,
        room: match &question.room {
            Room::Ticks(options) => RoomData::Ticks { options },
            Room::Likely { low, high } => RoomData::Likely { low, high },
            Room::Line => RoomData::Line,
            Room::Lines => RoomData::Lines,
        },
    }
}

fn line(line: &GridLine) -> LineData<'_> {
    match line {
        GridLine::Group(known) => LineData::Group(group(known)),
        GridLine::Gap => LineData::Gap,
        GridLine::Item(known) => LineData::Item(asked(known)),
    }
}

fn group(group: &Group) -> GroupData<'_> {
    GroupData {
        number: group.number,
        name: &group.name,
    }
}

fn asked(asked: &Asked) -> AskedData<'_> {
    AskedData {
        mark: asked.item.0,
        number: asked.number,
        text: &asked.text,
    }
}
