//! What a comment stands beside: an item, a dimension, or nothing of its own; and how satisfied
//! its customer is there.
//!
//! Nothing is read out of the words: whether a comment is one of a satisfied customer is told by
//! the option the same customer ticked beside it, or not at all.

use super::behind::unhappy_options;
use crate::model::{Answer, Item, ItemKind, LineageId, Questionnaire, ScaleOption, WaveReturns};

/// What a text item asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// One item.
    Item(LineageId),
    /// All items of a dimension, by its code.
    Dimension(String),
    /// Everything.
    General,
}

/// How satisfied the customer is with what a comment stands beside, the least satisfied last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sentiment {
    Satisfied,
    /// Neither satisfied nor dissatisfied.
    Middle,
    Dissatisfied,
}

impl Sentiment {
    pub const ALL: [Self; 3] = [Self::Satisfied, Self::Middle, Self::Dissatisfied];
}

/// What a text item stands beside. An item whose code begins its own is its item: `Q3` of
/// `Q3-1`, `Q3a` or `Q3备注`, not of `Q31`. Else it is the one rated item of its dimension, the
/// dimension where there are several, and nothing outside the tree.
pub fn beside(questionnaire: &Questionnaire, text: LineageId) -> Beside {
    let Some(text) = questionnaire.item_of(text) else {
        return Beside::General;
    };
    let rated = questionnaire.items.iter().filter(|it| rated(it));
    let own = rated.filter(|it| extends(&text.code, &it.code));
    if let Some(item) = own.max_by_key(|it| it.code.len()) {
        return Beside::Item(item.lineage);
    }
    let Some(dimension) = text.dimension.as_deref() else {
        return Beside::General;
    };
    let mut inside = questionnaire
        .items_in(Some(dimension))
        .filter(|it| self::rated(it));
    match (inside.next(), inside.next()) {
        (Some(only), None) => Beside::Item(only.lineage),
        (_, _) => Beside::Dimension(dimension.to_owned()),
    }
}

/// One option is the answer, and some options are those of satisfied customers.
fn rated(item: &Item) -> bool {
    let told = |item: &Item| {
        item.scale
            .iter()
            .flat_map(|it| &it.options)
            .any(|it| it.satisfied)
    };
    item.kind.takes_one_option() && item.kind != ItemKind::Text && told(item)
}

/// Whether a code goes on after another one, with anything but a further digit.
fn extends(code: &str, of: &str) -> bool {
    let rest = code.strip_prefix(of).filter(|_| !of.is_empty());
    rest.and_then(|rest| rest.chars().next())
        .is_some_and(|next| !next.is_ascii_digit())
}

/// What the customer of a row ticked beside a comment.
#[derive(Clone, Copy, Debug)]
pub struct Ticked<'a> {
    pub item: &'a Item,
    pub option: &'a ScaleOption,
    /// `None` for an option that says nothing of it.
    pub felt: Option<Sentiment>,
}

/// The answers that stand beside a comment, in the order of the form.
pub fn ticked<'a>(
    questionnaire: &'a Questionnaire,
    returns: &WaveReturns,
    beside: &Beside,
    row: usize,
) -> Vec<Ticked<'a>> {
    let asked = questionnaire.items.iter().zip(&returns.columns);
    let meant = asked.filter(|(item, _)| match beside {
        Beside::General => false,
        Beside::Item(lineage) => item.lineage == *lineage,
        Beside::Dimension(code) => item.dimension.as_ref() == Some(code) && rated(item),
    });
    let ticked = meant.filter_map(|(item, column)| {
        let Answer::Option(option) = column.get(row) else {
            return None;
        };
        let option = usize::from(option);
        Some(Ticked {
            item,
            option: item.scale.as_ref()?.options.get(option)?,
            felt: felt(item, option),
        })
    });
    ticked.collect()
}

/// How satisfied the customer of a row is with it: of an item by the option ticked, of a
/// dimension by the least satisfied of the options ticked in it.
pub fn sentiment(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    beside: &Beside,
    row: usize,
) -> Option<Sentiment> {
    let all = ticked(questionnaire, returns, beside, row);
    all.iter().filter_map(|it| it.felt).max()
}

/// `None` for an option that says neither, such as "do not know".
fn felt(item: &Item, option: usize) -> Option<Sentiment> {
    let scale = item.scale.as_ref()?;
    let ticked = scale.options.get(option)?;
    let unhappy = unhappy_options(scale);
    match (ticked.satisfied, unhappy.get(option)) {
        (true, _) => Some(Sentiment::Satisfied),
        (false, Some(true)) => Some(Sentiment::Dissatisfied),
        (false, _) => ticked.score.map(|_| Sentiment::Middle),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example::{answered, two_dimensions};
    use super::*;

    /// The items of the example, and a text item of this code and dimension.
    fn with(code: &str, dimension: Option<&str>) -> (Questionnaire, LineageId) {
        let mut questionnaire = two_dimensions();
        let text = LineageId(77);
        questionnaire.items.push(Item {
            lineage: text,
            code: code.to_owned(),
            kind: ItemKind::Text,
            scored: false,
            scale: None,
            dimension: dimension.map(str::to_owned),
            ..questionnaire.items[0].clone()
        });
        (questionnaire, text)
    }

    #[test]
    fn a_comment_stands_beside_what_its_question_asks_about() {
        let items = two_dimensions().items;
        let (first, code) = (items[0].lineage, items[0].code.clone());
        let of = |code: &str, dimension: Option<&str>| {
            let (questionnaire, text) = with(code, dimension);
            beside(&questionnaire, text)
        };
        for own in ["a", "-1", "备注", "_T"] {
            assert_eq!(of(&format!("{code}{own}"), None), Beside::Item(first));
        }
        assert_eq!(of(&format!("{code}7"), None), Beside::General);
        assert_eq!(of("TX", None), Beside::General);
        let several = items[0].dimension.clone().unwrap();
        let inside = items
            .iter()
            .filter(|it| it.dimension.as_ref() == Some(&several));
        assert!(inside.count() > 1);
        let found = of("TX", Some(&several));
        assert_eq!(found, Beside::Dimension(several));
    }

    #[test]
    fn how_satisfied_is_told_by_the_option_ticked_beside() {
        let questionnaire = two_dimensions();
        let item = |at: usize| Beside::Item(questionnaire.items[at].lineage);
        let rows: Vec<Vec<Answer>> = (0..5_u8)
            .map(|option| {
                vec![
                    Answer::Option(option),
                    Answer::Option(0),
                    Answer::Blank,
                    Answer::Blank,
                ]
            })
            .collect();
        let returns = answered(&rows);
        let of = |beside: &Beside, row| sentiment(&questionnaire, &returns, beside, row);
        let told: Vec<_> = (0..5).map(|row| of(&item(0), row)).collect();
        let expected = [
            Sentiment::Satisfied,
            Sentiment::Satisfied,
            Sentiment::Middle,
            Sentiment::Dissatisfied,
            Sentiment::Dissatisfied,
        ];
        assert_eq!(told, expected.map(Some));
        assert_eq!(of(&item(2), 0), None, "nothing ticked");
        assert_eq!(of(&Beside::General, 0), None);
        let dimension = Beside::Dimension(questionnaire.items[0].dimension.clone().unwrap());
        assert_eq!(of(&dimension, 0), Some(Sentiment::Satisfied));
        let least = Some(Sentiment::Dissatisfied);
        assert_eq!(of(&dimension, 4), least, "the least satisfied counts");
    }
}
