//! The questions.

use rustc_hash::FxHashMap;

use super::Warning;
use super::row::{Row, Seen};
use super::table::{Heading, Table};
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::intake::normal::folded;
use crate::model::{
    Dimension, Item, ItemKind, LineageId, Normalisation, Origin, Preset, Rules, Scale, ScaleOption,
};

pub(super) const HEADINGS: &[Heading] = &[
    Heading {
        name: "code",
        others: &["编号", "编码", "代码", "题号"],
    },
    Heading {
        name: "text",
        others: &["题目", "题干", "内容"],
    },
    Heading {
        name: "dimension",
        others: &["维度"],
    },
    Heading {
        name: "kind",
        others: &["类型", "题型"],
    },
    Heading {
        name: "scale",
        others: &["量表"],
    },
    Heading {
        name: "scored",
        others: &["计分"],
    },
    Heading {
        name: "weight",
        others: &["权重"],
    },
    Heading {
        name: "required",
        others: &["必答"],
    },
    Heading {
        name: "segment",
        others: &["分组"],
    },
    Heading {
        name: "importance_of",
        others: &["重要度题", "importanceof"],
    },
    Heading {
        name: "aliases",
        others: &["别名", "alias"],
    },
];

const KINDS: [(&str, ItemKind); 20] = [
    ("rating", ItemKind::Rating),
    ("yesno", ItemKind::YesNo),
    ("single", ItemKind::Single),
    ("multi", ItemKind::Multi),
    ("nps", ItemKind::Nps),
    ("number", ItemKind::Number),
    ("text", ItemKind::Text),
    ("date", ItemKind::Date),
    ("yes/no", ItemKind::YesNo),
    ("评分", ItemKind::Rating),
    ("量表", ItemKind::Rating),
    ("是非", ItemKind::YesNo),
    ("是否", ItemKind::YesNo),
    ("单选", ItemKind::Single),
    ("多选", ItemKind::Multi),
    ("推荐", ItemKind::Nps),
    ("数字", ItemKind::Number),
    ("文本", ItemKind::Text),
    ("文字", ItemKind::Text),
    ("日期", ItemKind::Date),
];

/// What items refer to.
pub(super) struct Around<'a> {
    pub dimensions: &'a [Dimension],
    pub scales: &'a [Scale],
    pub rules: &'a Rules,
}

/// Items in the order of the sheet; item `i` has `LineageId(i)`.
pub(super) fn read(
    table: &Table,
    around: &Around<'_>,
    warnings: &mut Vec<Warning>,
) -> Result<Vec<Item>, IntakeError> {
    table.require("code")?;
    table.require("text")?;
    let mut seen = Seen::default();
    let mut texts = FxHashMap::default();
    let mut items = Vec::new();
    let mut rows = Vec::new();
    for (at, row) in (0..).zip(table.rows()) {
        let item = item(row, LineageId(at), around)?;
        seen.note(row, "code", &item.code)?;
        if around.dimensions.iter().any(|it| it.code == item.code) {
            warnings.push(Warning::CodeOfDimension {
                place: row.place("code"),
                code: item.code.clone(),
            });
        }
        if let Some(first) = texts.insert(folded(&item.text), row.place("text").cell) {
            warnings.push(Warning::SameText {
                place: row.place("text"),
                text: item.text.clone(),
                first,
            });
        }
        items.push(item);
        rows.push(row);
    }
    if items.is_empty() {
        return Err(table.nothing("code"));
    }
    for (item, row) in items.iter().zip(rows) {
        let known = |code: &String| {
            items
                .iter()
                .any(|other| other.code == *code && *code != item.code)
        };
        if let Some(code) = item.importance_of.clone().filter(|code| !known(code)) {
            return Err(row.fault("importance_of", DefinitionFault::UnknownItem { code }));
        }
    }
    Ok(items)
}

fn item(row: Row<'_>, lineage: LineageId, around: &Around<'_>) -> Result<Item, IntakeError> {
    let code = row.code()?;
    let kind = kind(row)?;
    let scored = row.flag("scored", kind.scored_by_default())?;
    let scale = scale(row, &code, kind, around.scales)?;
    if scored {
        check_scored(row, &code, kind, scale.as_ref(), around.rules)?;
    }
    Ok(Item {
        lineage,
        origin: Origin::New,
        from: Vec::new(),
        text: row.needed("text")?,
        dimension: dimension(row, around.dimensions)?,
        kind,
        scale,
        scored,
        weight: row.weight()?,
        required: row.flag("required", false)?,
        segment: row.flag("segment", false)?,
        importance_of: Some(row.text("importance_of")).filter(|code| !code.is_empty()),
        aliases: row.list("aliases"),
        code,
    })
}

fn kind(row: Row<'_>) -> Result<ItemKind, IntakeError> {
    let found = row.text("kind");
    if found.is_empty() {
        return Ok(ItemKind::default());
    }
    let word = folded(&found);
    let word = word.strip_suffix('题').unwrap_or(&word);
    let meant = KINDS.iter().find(|(known, _)| *known == word);
    meant.map(|(_, kind)| *kind).ok_or_else(|| {
        let fault = DefinitionFault::UnknownWord {
            heading: "kind",
            found,
            allowed: KINDS
                .iter()
                .take(ItemKind::ALL.len())
                .map(|(word, _)| *word)
                .collect(),
        };
        row.fault("kind", fault)
    })
}

fn dimension(row: Row<'_>, dimensions: &[Dimension]) -> Result<Option<String>, IntakeError> {
    let code = row.text("dimension");
    if code.is_empty() {
        return Ok(None);
    }
    if dimensions.iter().any(|dimension| dimension.code == code) {
        return Ok(Some(code));
    }
    Err(row.fault("dimension", DefinitionFault::UnknownDimension { code }))
}

/// The item's own copy of the scale it names. Yes and no need none.
fn scale(
    row: Row<'_>,
    code: &str,
    kind: ItemKind,
    scales: &[Scale],
) -> Result<Option<Scale>, IntakeError> {
    let name = row.text("scale");
    if !kind.has_scale() {
        return Ok(None);
    }
    if name.is_empty() {
        return match kind {
            ItemKind::YesNo => Ok(Some(yes_no())),
            ItemKind::Rating
            | ItemKind::Single
            | ItemKind::Multi
            | ItemKind::Nps
            | ItemKind::Number
            | ItemKind::Text
            | ItemKind::Date => {
                let code = code.to_owned();
                Err(row.fault("scale", DefinitionFault::ScaleNeeded { code }))
            }
        };
    }
    let found = scales
        .iter()
        .find(|scale| folded(&scale.name) == folded(&name));
    match found {
        Some(scale) => Ok(Some(scale.clone())),
        None => Err(row.fault("scale", DefinitionFault::UnknownScale { name })),
    }
}

fn yes_no() -> Scale {
    let words = [("是", "yes"), ("否", "no")];
    let options = words.into_iter().zip(Preset::YesNo.options());
    Scale {
        order_assumed: false,
        name: "是/否".to_owned(),
        options: options
            .map(|((label, alias), (score, satisfied))| ScaleOption {
                label: label.to_owned(),
                score: Some(score),
                satisfied,
                aliases: vec![alias.to_owned()],
            })
            .collect(),
    }
}

/// A scored item must be able to reach more than nothing.
fn check_scored(
    row: Row<'_>,
    code: &str,
    kind: ItemKind,
    scale: Option<&Scale>,
    rules: &Rules,
) -> Result<(), IntakeError> {
    if matches!(kind, ItemKind::Multi | ItemKind::Text | ItemKind::Date) {
        let code = code.to_owned();
        return Err(row.fault("scored", DefinitionFault::CannotBeScored { code }));
    }
    let Some(scale) = scale else {
        return Ok(());
    };
    let (min, max) = (scale.min().unwrap_or(0.0), scale.max().unwrap_or(0.0));
    let by_range = rules.normalisation == Normalisation::MinMax;
    let name = scale.name.clone();
    let fault = match () {
        () if max <= 0.0 => DefinitionFault::ScaleWithoutScore { scale: name },
        () if by_range && max <= min => DefinitionFault::EqualScores {
            scale: name,
            score: max,
        },
        () => return Ok(()),
    };
    Err(row.fault("scale", fault))
}
