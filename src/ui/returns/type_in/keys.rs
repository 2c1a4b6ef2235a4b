//! What the keys mean while a return is typed in.
//!
//! A digit is the score that stands on the paper where every option has a digit of its own;
//! otherwise it counts the options. Whichever it is stands on the options.

use egui::{Key, Modifiers, Ui};

use crate::model::{Item, ScaleOption};
use crate::ui::widgets::digits::DIGITS;

/// The key of an option that is no answer.
pub(super) const NOT_APPLICABLE: char = 'N';

/// What was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    Digit(char),
    NotApplicable,
    /// To the next item, or on with the next return.
    On,
    /// To the one before, whose answer is taken back.
    Back,
    Up,
    Down,
}

/// What was pressed in this frame. `typing`: the keyboard is in the field of the item, and
/// whether that is blank; its letters and digits are its own, and while it is not the way back.
pub(super) fn pressed(ui: &Ui, typing: Option<bool>) -> Option<Pressed> {
    ui.input_mut(|input| {
        let mut key = |key| input.consume_key(Modifiers::NONE, key);
        if key(Key::Enter) {
            return Some(Pressed::On);
        }
        if key(Key::ArrowUp) {
            return Some(Pressed::Up);
        }
        if key(Key::ArrowDown) {
            return Some(Pressed::Down);
        }
        if typing != Some(false) && key(Key::Backspace) {
            return Some(Pressed::Back);
        }
        if typing.is_some() {
            return None;
        }
        if key(Key::N) || key(Key::Minus) {
            return Some(Pressed::NotApplicable);
        }
        let at = DIGITS.iter().position(|digit| key(*digit))?;
        let digit = u32::try_from(at)
            .ok()
            .and_then(|at| char::from_digit(at, 10))?;
        Some(Pressed::Digit(digit))
    })
}

/// The key of each option of an item, in their order.
pub(in crate::ui::returns) fn keys(item: &Item) -> Vec<Option<char>> {
    let options = item.scale.as_ref().map_or(&[][..], |it| &it.options);
    let scores: Option<Vec<Option<char>>> = options.iter().map(of_score).collect();
    if let Some(keys) = scores.filter(|keys| item.kind.takes_one_option() && told_apart(keys)) {
        return keys;
    }
    let counted = (1..=options.len()).map(|at| match at {
        1..=9 => u32::try_from(at)
            .ok()
            .and_then(|at| char::from_digit(at, 10)),
        10 => Some('0'),
        _ => None,
    });
    counted.collect()
}

/// The digit of its score; `None` where that has none. Full marks of ten are the 0.
fn of_score(option: &ScaleOption) -> Option<Option<char>> {
    let Some(score) = option.score else {
        return Some(Some(NOT_APPLICABLE));
    };
    let whole = (0..=10_u32).find(|whole| f64::from(*whole) == score)?;
    Some(char::from_digit(whole % 10, 10))
}

/// No two have the same, and some are digits.
fn told_apart(keys: &[Option<char>]) -> bool {
    let mut sorted: Vec<_> = keys.iter().flatten().collect();
    let all = sorted.len();
    sorted.sort_unstable();
    sorted.dedup();
    let digits = sorted.iter().any(|key| key.is_ascii_digit());
    digits && sorted.len() == all && all == keys.len()
}

/// The option of a key.
pub(super) fn option_of(item: &Item, key: char) -> Option<u8> {
    let at = keys(item).iter().position(|it| *it == Some(key))?;
    u8::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ItemKind, LineageId, Origin, Scale};

    fn item(kind: ItemKind, scores: &[Option<f64>]) -> Item {
        let option = |score: &Option<f64>| ScaleOption {
            label: String::new(),
            score: *score,
            satisfied: false,
            aliases: Vec::new(),
        };
        Item {
            lineage: LineageId(1),
            origin: Origin::New,
            from: Vec::new(),
            code: "Q1".to_owned(),
            text: String::new(),
            dimension: None,
            kind,
            scale: Some(Scale {
                order_assumed: false,
                name: String::new(),
                options: scores.iter().map(option).collect(),
            }),
            scored: true,
            weight: 1.0,
            required: false,
            segment: false,
            importance_of: None,
            aliases: Vec::new(),
        }
    }

    fn said(item: &Item) -> String {
        keys(item).iter().map(|key| key.unwrap_or('-')).collect()
    }

    #[test]
    fn digits_are_the_scores_on_the_paper_where_each_option_has_one() {
        let scores = |scores: &[f64]| scores.iter().copied().map(Some).collect::<Vec<_>>();
        let five = item(ItemKind::Rating, &scores(&[5.0, 4.0, 3.0, 2.0, 1.0]));
        assert_eq!(
            (said(&five), option_of(&five, '5')),
            ("54321".to_owned(), Some(0))
        );
        assert_eq!(
            said(&item(ItemKind::Rating, &scores(&[5.0, 3.0, 1.0]))),
            "531"
        );
        let mut ten = scores(&[10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0]);
        ten.push(None);
        assert_eq!(said(&item(ItemKind::Rating, &ten)), "0987654321N");
        // Scores nobody has a digit for are counted instead.
        assert_eq!(
            said(&item(ItemKind::Rating, &scores(&[100.0, 80.0, 60.0]))),
            "123"
        );
        assert_eq!(said(&item(ItemKind::Single, &[None, None, None])), "123");
        assert_eq!(said(&item(ItemKind::Multi, &scores(&[3.0, 1.0]))), "12");
        assert_eq!(said(&item(ItemKind::Single, &[None; 12])), "1234567890--");
    }
}
