//! Columns of options that go by bare numbers or letters: the scores of the options, or their places.

use crate::intake::cell::Cell;
use crate::intake::interpret::letter;
use crate::intake::normal::number_in;
use crate::intake::options::{Options, are_all, are_scores};
use crate::model::{Item, ItemKind, Reading, Scale};

/// The columns of one question: their places and the options they are for.
pub(super) type Question<'a> = Vec<(usize, &'a str)>;

/// What the numbers are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bare {
    Scores,
    Places,
}

impl Bare {
    /// What they are for certain, or as somebody said by `values`; `None` where they are neither of
    /// all options, or could be either and name different options.
    pub(super) fn of(
        item: &Item,
        question: &Question<'_>,
        options: &Options,
        values: Option<Reading>,
    ) -> Option<Self> {
        let scale = item.scale.as_ref()?;
        // What says that there is no answer may have a column of its own, called so.
        let labels = question.iter().map(|(_, label)| *label);
        let bare: Vec<&str> = labels.filter(|it| options.by_label(it).is_none()).collect();
        if bare.is_empty() || !are_all(scale, bare.len()) {
            return None;
        }
        let places = are_places(&bare, scale);
        let numbers = bare.iter().map(|label| number_in(label));
        let Some(numbers) = numbers.collect::<Option<Vec<f64>>>() else {
            return places.then_some(Self::Places);
        };
        // What is ticked several times has no scores.
        let scores = item.kind != ItemKind::Multi && are_scores(scale, &numbers);
        let same = |it: &f64| options.by_score(*it) == options.by_number(*it);
        let falling = numbers.is_sorted_by(|one, other| one > other);
        match (scores, places, values) {
            (true, _, Some(Reading::Scores)) => Some(Self::Scores),
            (_, _, Some(Reading::OptionNumbers)) if may_be_places(&numbers, scale) => {
                Some(Self::Places)
            }
            (false, true, _) => Some(Self::Places),
            (true, _, _) if falling || numbers.iter().all(same) => Some(Self::Scores),
            (true, ..) | (false, false, _) => None,
        }
    }

    /// The option such a title is of.
    pub(super) fn option(self, label: &str, options: &Options) -> Option<u8> {
        match self {
            Self::Scores => options.by_score(number_in(label)?),
            Self::Places => options.by_number(place_in(label)?),
        }
    }
}

/// Whether the columns go by the places of all options, as `Q6_1` and `Q6 A` do, and their order is
/// known.
fn are_places(labels: &[&str], scale: &Scale) -> bool {
    let mut places = (1..=labels.len()).zip(labels);
    !scale.order_assumed && places.all(|(place, label)| place_in(label) == Some(place as f64))
}

/// Whether numbers are the places of options, in whatever order.
fn may_be_places(numbers: &[f64], scale: &Scale) -> bool {
    !scale.order_assumed && (1..=numbers.len()).all(|it| numbers.contains(&(it as f64)))
}

/// Whether the columns of a question go by bare numbers that could be scores or places of its item.
pub(super) fn is_open(item: &Item, question: &Question<'_>) -> bool {
    let Some(scale) = &item.scale else {
        return false;
    };
    let numbers = question.iter().map(|(_, label)| number_in(label));
    let numbers = numbers.collect::<Option<Vec<f64>>>();
    numbers.is_some_and(|it| {
        are_all(scale, it.len()) && (are_scores(scale, &it) || may_be_places(&it, scale))
    })
}

/// The place a number or a single letter stands for.
fn place_in(label: &str) -> Option<f64> {
    number_in(label).or_else(|| letter(&Cell::Text(label.into())))
}
