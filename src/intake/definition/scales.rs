//! The scales items refer to by name.

use super::row::{Row, Seen};
use super::table::{Heading, Table};
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::intake::normal::folded;
use crate::model::{MAX_OPTIONS, MAX_SCORE, Scale, ScaleOption};

pub(super) const HEADINGS: &[Heading] = &[
    Heading {
        name: "scale",
        others: &["量表", "量表名称"],
    },
    Heading {
        name: "label",
        others: &["选项", "标签"],
    },
    Heading {
        name: "score",
        others: &["分值", "得分", "分数"],
    },
    Heading {
        name: "satisfied",
        others: &["满意", "是否满意"],
    },
    Heading {
        name: "aliases",
        others: &["别名", "alias"],
    },
    Heading {
        name: "order_assumed",
        others: &["顺序待定", "orderassumed"],
    },
];

/// Scales in the order they are first named. The options of one need not stand together.
pub(super) fn read(table: &Table) -> Result<Vec<Scale>, IntakeError> {
    table.require("scale")?;
    table.require("label")?;
    let mut scales: Vec<Scale> = Vec::new();
    let mut seen = Seen::default();
    for row in table.rows() {
        let name = row.needed("scale")?;
        let option = option(row)?;
        let key = format!("{}\n{}", folded(&name), option.label);
        seen.note_as(row, "label", key, &option.label)?;
        let known = scales
            .iter()
            .position(|scale| folded(&scale.name) == folded(&name));
        let at = known.unwrap_or_else(|| {
            scales.push(Scale {
                order_assumed: false,
                name: name.clone(),
                options: Vec::new(),
            });
            scales.len() - 1
        });
        let Some(scale) = scales.get_mut(at) else {
            continue;
        };
        if scale.options.len() >= MAX_OPTIONS {
            let limit = MAX_OPTIONS;
            let fault = DefinitionFault::TooManyOptions { scale: name, limit };
            return Err(row.fault("scale", fault));
        }
        scale.order_assumed |= row.flag("order_assumed", false)?;
        scale.options.push(option);
    }
    Ok(scales)
}

fn option(row: Row<'_>) -> Result<ScaleOption, IntakeError> {
    Ok(ScaleOption {
        label: row.needed("label")?,
        score: score(row)?,
        satisfied: row.flag("satisfied", false)?,
        aliases: row.list("aliases"),
    })
}

fn score(row: Row<'_>) -> Result<Option<f64>, IntakeError> {
    let score = row.number("score")?;
    if score.is_none_or(|score| score.abs() <= MAX_SCORE) {
        return Ok(score);
    }
    let fault = DefinitionFault::OutOfRange {
        heading: "score",
        found: row.text("score"),
        low: -MAX_SCORE,
        high: MAX_SCORE,
    };
    Err(row.fault("score", fault))
}
