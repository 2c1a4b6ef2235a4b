//! How the answers to one thing were spread in each wave.

use super::build::{counts, key, scored};
use super::{Answers, Distribution};
use crate::analysis::{Figure, ItemFigures, Surveyed};
use crate::chart::words::score_written;
use crate::i18n::{Language, number, period};
use crate::model::Subject;
use crate::tr;

impl Distribution {
    /// A row for each wave, oldest first: the answers to an item, or to all items of a dimension
    /// or of the index that share its scale. A new table begins where the scale changed.
    pub fn over_time(waves: &[Surveyed], subject: &Subject, language: Language) -> Vec<Self> {
        let mut waves: Vec<&Surveyed> = waves.iter().collect();
        waves.sort_by_key(|surveyed| (surveyed.wave.period, surveyed.wave.label.clone()));
        let mut tables: Vec<Self> = Vec::new();
        for surveyed in waves {
            let items = items_of(surveyed, subject);
            let (Some(first), Some(figure)) = (items.first(), surveyed.figure(subject)) else {
                continue;
            };
            let options = scored(first);
            let key = key(&options);
            let same = items.iter().filter(|item| self::key(&scored(item)) == key);
            let same: Vec<Vec<usize>> = same.map(|item| counts(&scored(item))).collect();
            // What is hidden of one item could be found from all of them.
            let told = surveyed.figures.counted_out(figure);
            let told = told && same.iter().all(|counts| !counts.is_empty());
            let sum = |at| same.iter().filter_map(|counts| counts.get(at)).sum();
            let counts = match told {
                true => (0..options.len()).map(sum).collect(),
                false => Vec::new(),
            };
            let row = row(surveyed, figure, counts, language);
            match tables.last_mut().filter(|table| table.key == key) {
                Some(table) => table.rows.push(row),
                None => tables.push(Self {
                    item: tr!(language, "chart-head-wave"),
                    satisfied: tr!(language, "chart-head-satisfied"),
                    score: tr!(language, "chart-head-score"),
                    key,
                    rows: vec![row],
                }),
            }
        }
        tables
    }
}

/// The items whose answers are counted, those with at least two options that carry scores.
fn items_of<'a>(surveyed: &Surveyed<'a>, subject: &Subject) -> Vec<&'a ItemFigures> {
    let figures = surveyed.figures;
    let within = |code: &str, of: &str| {
        let mut at = figures.dimension(of);
        while let Some(dimension) = at {
            if dimension.code == code {
                return true;
            }
            let above = dimension.parent.as_deref();
            at = above.and_then(|above| figures.dimension(above));
        }
        false
    };
    let wanted = |item: &&ItemFigures| match subject {
        Subject::Index | Subject::Satisfied => item.scored,
        Subject::Dimension(code) => {
            let of = item.dimension.as_deref();
            item.scored && of.is_some_and(|of| within(code, of))
        }
        Subject::Item(lineage) => item.lineage == *lineage,
    };
    let items = figures.items.iter().filter(wanted);
    items.filter(|item| scored(item).len() > 1).collect()
}

fn row(surveyed: &Surveyed, figure: &Figure, counts: Vec<usize>, language: Language) -> Answers {
    let wave = surveyed.wave;
    Answers {
        of: None,
        code: String::new(),
        text: match wave.label.as_str() {
            "" => period::name(language, wave.period),
            label => label.to_owned(),
        },
        counts,
        instead: tr!(language, "group-hidden-short"),
        few: figure.few(),
        satisfied: number::percent(figure.satisfied),
        score: score_written(figure.score, &surveyed.revision.questionnaire.rules),
    }
}
