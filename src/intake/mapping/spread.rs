//! Items that take several options and have a column for each of them.

use std::collections::BTreeMap;

use crate::intake::options::Options;
use crate::intake::sheet::Sheet;
use crate::model::{ColumnMapping, Item, ItemKind, Target};

/// The columns of one question: their places and the options they are for.
type Question<'a> = Vec<(usize, &'a str)>;

/// Takes the columns of a question that fit nothing else for the options of an item, where all
/// of them are options of that item and of no other one that has no column yet.
pub(super) fn name_options(columns: &mut [ColumnMapping], sheet: &Sheet, items: &[Item]) {
    let mut questions: BTreeMap<&str, Question<'_>> = BTreeMap::new();
    for (at, (column, mapped)) in sheet.columns.iter().zip(columns.iter()).enumerate() {
        if mapped.target == Target::Ignore
            && mapped.candidates.is_empty()
            && let Some((question, option)) = sheet.platform.option(&column.title)
        {
            questions.entry(question).or_default().push((at, option));
        }
    }
    for question in questions.into_values().filter(|it| it.len() > 1) {
        let free = |item: &&Item| {
            let mut named = columns.iter().filter_map(|it| it.target.item());
            item.kind == ItemKind::Multi && !named.any(|lineage| lineage == item.lineage)
        };
        let fitting = items.iter().filter(free);
        let mut fitting = fitting.filter_map(|item| Some((item, options(item, &question)?)));
        if let (Some((item, options)), None) = (fitting.next(), fitting.next()) {
            for ((at, _), option) in question.iter().zip(options) {
                if let Some(column) = columns.get_mut(*at) {
                    column.target = Target::ItemOption(item.lineage, option);
                }
            }
        }
    }
}

/// The option of the item each column is for, if each is for one of its own.
fn options(item: &Item, question: &Question<'_>) -> Option<Vec<u8>> {
    let options = Options::of(item.scale.as_ref()?);
    let named = question.iter().map(|(_, label)| options.by_label(label));
    let named = named.collect::<Option<Vec<u8>>>()?;
    let mut once = named.clone();
    once.sort_unstable();
    once.dedup();
    (once.len() == named.len()).then_some(named)
}
