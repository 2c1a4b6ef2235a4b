//! What was settled of a sheet that could have been meant otherwise.

use crate::intake::heading::other_code;
use crate::intake::sheet::Sheet;
use crate::model::{Doubt, LineageId, Mapping, Questionnaire, Reading, Remark, Target};

/// What ought to be said of the columns as they are mapped, in their order.
pub fn remarks(sheet: &Sheet, mapping: &Mapping, asked: &Questionnaire) -> Vec<Remark> {
    let mut crossed: Vec<LineageId> = Vec::new();
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
            Target::ItemOption(lineage, _)
                if mapped.reading == Reading::Crosses && !crossed.contains(&lineage) =>
            {
                crossed.push(lineage);
                let item = asked.item_of(lineage);
                item.map(|it| Doubt::Crosses {
                    item: it.code.clone(),
                })
            }
            _ => None,
        };
        remarks.extend(doubt.map(|doubt| Remark { column, doubt }));
    }
    remarks
}
