//! The keys of digits, which stand for whatever a page counts.

use egui::Key;

/// From 0 on.
pub const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// From 1 on, for what is counted from there.
pub fn from_one() -> impl Iterator<Item = Key> {
    DIGITS.into_iter().skip(1)
}
