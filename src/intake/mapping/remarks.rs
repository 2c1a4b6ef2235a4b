//! What was settled of a sheet that could have been meant otherwise.

use super::spread::marks;
use crate::intake::heading::other_code;
use crate::intake::sheet::Sheet;
use crate::model::{Doubt, LineageId, Mapping, Questionnaire, Reading, Remark, Target};

/// What ought to be said of the columns as they are mapped, in their order.
pub fn remarks(sheet: &Sheet, mapping: &Mapping, asked: &Questionnaire) -> Vec<Remark> {
    let signs = marks(mapping, sheet);
    let mut told: Vec<LineageId> = Vec::new();
    let mut remarks = Vec::new();
    for (column, (mapped, read)) in mapping.columns.iter().zip(&sheet.columns).enumerate() {
        let doubt = match mapped.target {
            Target::Item(lineage) => {
                let at = asked.items.iter().position(|it| it.lineage == lineage);
                at.and_then(|at| {
                    let other = other_code(&read.title, at, &asked.items)?;
                    Some(Doubt::OtherCode {
                        code: other.code.clone(),
                        item: asked.items.get(at)?.code.clone(),
                    })
                })
            }
            Target::ItemOption(lineage, _) if !told.contains(&lineage) => {
                told.push(lineage);
                let item = asked.item_of(lineage).map(|it| it.code.clone());
                let circles = signs.get(&lineage).is_some_and(|it| it.circles());
                match mapped.reading == Reading::Crosses {
                    true => item.map(|item| Doubt::Crosses { item }),
                    false => item.filter(|_| circles).map(|item| Doubt::Circles { item }),
                }
            }
            _ => None,
        };
        remarks.extend(doubt.map(|doubt| Remark { column, doubt }));
    }
    remarks
}
