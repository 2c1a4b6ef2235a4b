//! The tree of what is measured.

use std::collections::BTreeSet;

use super::row::{Row, Seen};
use super::table::{Heading, Table};
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::model::{Dimension, Influence};

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
    Heading {
        name: "acts_on",
        others: &["影响", "作用于", "actson"],
    },
];

/// Dimensions in the order of the sheet, and which acts on which.
pub(super) fn read(table: &Table) -> Result<(Vec<Dimension>, Vec<Influence>), IntakeError> {
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
    let mut influences = Vec::new();
    for (dimension, row) in dimensions.iter().zip(rows) {
        check_ancestors(dimension, &dimensions, row)?;
        add_influences(&mut influences, dimension, &dimensions, row)?;
    }
    Ok((dimensions, influences))
}

/// The codes, `;` between, of the dimensions that one acts on: they exist, and none acts on
/// itself in the end.
fn add_influences(
    influences: &mut Vec<Influence>,
    dimension: &Dimension,
    all: &[Dimension],
    row: Row<'_>,
) -> Result<(), IntakeError> {
    let text = row.text("acts_on");
    let codes = text.split([';', '；', '\n']).map(str::trim);
    for to in codes.filter(|code| !code.is_empty()) {
        if !all.iter().any(|other| other.code == to) {
            let code = to.to_owned();
            return Err(row.fault("acts_on", DefinitionFault::UnknownDimension { code }));
        }
        if let Some(path) = circle(influences, &dimension.code, to) {
            return Err(row.fault("acts_on", DefinitionFault::CircularDimension { path }));
        }
        let influence = Influence {
            from: dimension.code.clone(),
            to: to.to_owned(),
        };
        if !influences.contains(&influence) {
            influences.push(influence);
        }
    }
    Ok(())
}

/// The way that leads from `to` back to `from`, `from` at both ends.
fn circle(influences: &[Influence], from: &str, to: &str) -> Option<Vec<String>> {
    let mut ways = vec![vec![from.to_owned(), to.to_owned()]];
    let mut seen = BTreeSet::from([to]);
    while let Some(way) = ways.pop() {
        let last = way.last()?;
        if last == from {
            return Some(way);
        }
        for next in influences.iter().filter(|it| it.from == *last) {
            if next.to == from || seen.insert(&next.to) {
                let mut longer = way.clone();
                longer.push(next.to.clone());
                ways.push(longer);
            }
        }
    }
    None
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
