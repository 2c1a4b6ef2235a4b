//! A questionnaire on its way: what an import would not find is taken out again.

use super::question::LeftOut;
use super::{ColumnLeftOut, Outline, Outlined};
use crate::intake::Imported;
use crate::intake::cell::column_letters;
use crate::intake::definition::Definition;
use crate::intake::sheet::Sheet;
use crate::model::{Answer, Dimension, Issue, IssueKind, ItemKind, Mapping, Questionnaire, Scale};

/// Answers listed that fit no option of an item.
const STRAYS: usize = 8;

/// A questionnaire on its way.
pub(super) struct Draft {
    pub questionnaire: Questionnaire,
    /// One an item: its columns, and what was assumed.
    pub items: Vec<(Vec<usize>, Outlined)>,
    pub left_out: Vec<(usize, LeftOut)>,
}

impl Draft {
    /// Leaves out the items an import would not find by itself; whether there was one.
    pub fn leave_untold(&mut self, mapping: &Mapping) -> bool {
        let undecided = mapping.undecided();
        let untold: Vec<usize> = self
            .items
            .iter()
            .zip(&self.questionnaire.items)
            .enumerate()
            .filter(|(_, ((columns, _), item))| {
                let mapped = mapping.columns.iter().enumerate();
                let own = mapped.filter(|(_, it)| it.target.item() == Some(item.lineage));
                let own: Vec<usize> = own.map(|(at, _)| at).collect();
                // How decimals are written is asked of each file.
                let waits = undecided.iter().filter(|_| item.kind != ItemKind::Number);
                let waits = waits.flat_map(|it| it.columns());
                own != *columns || waits.into_iter().any(|at| columns.contains(at))
            })
            .map(|(at, _)| at)
            .collect();
        for at in untold.iter().rev() {
            let (columns, _) = self.items.remove(*at);
            self.left_out
                .extend(columns.iter().map(|it| (*it, LeftOut::Untold)));
            let gone = self.questionnaire.items.remove(*at);
            for item in &mut self.questionnaire.items {
                item.importance_of.take_if(|of| *of == gone.code);
            }
        }
        let items = &self.questionnaire.items;
        let used = |it: &Dimension| {
            items
                .iter()
                .any(|item| item.dimension.as_ref() == Some(&it.code))
        };
        self.questionnaire.dimensions.retain(used);
        !untold.is_empty()
    }

    /// Notes what an import of the same sheet shows: answers that fit no option, and options nobody
    /// chose in any of the items that share them.
    pub fn note(&mut self, imported: &Imported) {
        let items = &self.questionnaire.items;
        let mut chosen: Vec<(&Scale, Vec<bool>)> = Vec::new();
        for (item, column) in items.iter().zip(&imported.columns) {
            let Some(scale) = item.scale.as_ref() else {
                continue;
            };
            let at = chosen.iter().position(|(it, _)| *it == scale);
            let at = at.unwrap_or_else(|| {
                chosen.push((scale, vec![false; scale.options.len()]));
                chosen.len() - 1
            });
            for row in 0..column.len() {
                if let (Answer::Option(option), Some((_, all))) =
                    (column.get(row), chosen.get_mut(at))
                    && let Some(one) = all.get_mut(usize::from(option))
                {
                    *one = true;
                }
            }
        }
        for (item, (_, outlined)) in items.iter().zip(&mut self.items) {
            let of_item =
                |it: &&Issue| it.kind == IssueKind::UnreadableCell && it.item == Some(item.lineage);
            for issue in imported.issues.iter().filter(of_item) {
                if outlined.strays.len() < STRAYS && !outlined.strays.contains(&issue.found) {
                    outlined.strays.push(issue.found.clone());
                }
            }
            let scale = item
                .scale
                .as_ref()
                .filter(|_| item.kind == ItemKind::Rating);
            let known = scale.and_then(|scale| chosen.iter().find(|(it, _)| *it == scale));
            if let Some((scale, all)) = known.filter(|(_, all)| all.contains(&true)) {
                let nobody = scale
                    .options
                    .iter()
                    .zip(all)
                    .filter(|(_, chosen)| !**chosen);
                outlined.added = nobody.map(|(it, _)| it.label.clone()).collect();
            }
        }
    }

    /// The questionnaire with what was assumed of it.
    pub fn outline(mut self, sheet: &Sheet, returns: usize) -> Outline {
        self.left_out.sort_by_key(|(at, _)| *at);
        let left_out = self.left_out.iter().filter_map(|(at, why)| {
            let column = sheet.columns.get(*at)?;
            Some(ColumnLeftOut {
                column: column_letters(column.index),
                title: column.title.clone(),
                why: *why,
            })
        });
        let stem = sheet
            .file
            .rsplit_once('.')
            .map_or(sheet.file.as_str(), |(stem, _)| stem);
        self.questionnaire.title = stem.to_owned();
        Outline {
            left_out: left_out.collect(),
            platform: sheet.platform,
            returns,
            items: self
                .items
                .into_iter()
                .map(|(_, outlined)| outlined)
                .collect(),
            definition: Definition {
                survey_name: stem.to_owned(),
                document: String::new(),
                revision_label: String::new(),
                questionnaire: self.questionnaire,
                customers: Vec::new(),
                frame: Vec::new(),
                warnings: Vec::new(),
            },
        }
    }
}
