//! The tree of what is measured.

use super::row::{Row, Seen};
use super::table::{Heading, Table};
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::model::Dimension;

/// Levels of dimensions above the items.
pub(super) const MAX_LEVELS: usize = 3;

pub(super) const HEADINGS: &[Heading] = &[
    Heading {
        name: "code",
        others: &["编号", "编码", "代码"],
    },
    Heading {
        name: "name",
        others: &["名称"],
    },
    Heading {
        name: "parent",
        others: &["上级", "上级维度"],
    },
    Heading {
        name: "weight",
        others: &["权重"],
    },
];

/// Dimensions in the order of the sheet.
pub(super) fn read(table: &Table) -> Result<Vec<Dimension>, IntakeError> {
    table.require("code")?;
    let mut seen = Seen::default();
    let mut dimensions = Vec::new();
    let mut rows = Vec::new();
    for row in table.rows() {
        let code = row.code()?;
        seen.note(row, "code", &code)?;
        let name = row.text("name");
        dimensions.push(Dimension {
            name: if name.is_empty() { code.clone() } else { name },
            code,
            parent: Some(row.text("parent")).filter(|parent| !parent.is_empty()),
            weight: row.weight()?,
        });
        rows.push(row);
    }
    for (dimension, row) in dimensions.iter().zip(rows) {
        check_ancestors(dimension, &dimensions, row)?;
    }
    Ok(dimensions)
}

/// Every parent exists, and the way up ends within [`MAX_LEVELS`].
fn check_ancestors(
    dimension: &Dimension,
    all: &[Dimension],
    row: Row<'_>,
) -> Result<(), IntakeError> {
    let mut path = vec![dimension.code.clone()];
    let mut at = dimension;
    while let Some(parent) = &at.parent {
        let Some(above) = all.iter().find(|other| other.code == *parent) else {
            let code = parent.clone();
            return Err(row.fault("parent", DefinitionFault::UnknownDimension { code }));
        };
        let circle = path.iter().position(|code| code == parent);
        path.push(parent.clone());
        if let Some(start) = circle {
            let path = path.split_off(start);
            return Err(row.fault("parent", DefinitionFault::CircularDimension { path }));
        }
        at = above;
    }
    if path.len() > MAX_LEVELS {
        let fault = DefinitionFault::TooDeep {
            code: dimension.code.clone(),
            level: path.len(),
            limit: MAX_LEVELS,
        };
        return Err(row.fault("parent", fault));
    }
    Ok(())
}
