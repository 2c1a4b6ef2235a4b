//! What stands in the columns of options: ticks, and what people write where they tick nothing.
//!
//! A cross is a tick to some and a no to others. Beside any tick it is a no; where crosses alone
//! stand among empty cells they are the ticks. An empty circle is a box nobody ticked beside ticks
//! of the same row, and the tick beside crosses or empty cells where no other stands.

use super::cell::Cell;
use super::normal::{flag, folded};
use super::signs::{BOXES, CIRCLES, CROSSES, TICKS};

/// Words beside the signs and those that say yes everywhere.
const TICKED: [&str; 6] = ["v", "选", "已选", "选中", "selected", "checked"];
/// What says no beside the words and boxes that do everywhere.
const NOTHING: [&str; 11] = [
    "-",
    "--",
    "/",
    "\\",
    "无",
    "未选",
    "未选中",
    "不选",
    "没有",
    "unchecked",
    "notselected",
];

/// What a cell of an option's column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    On,
    Off,
    /// It depends on what else stands there.
    Cross,
    Circle,
}

/// Which of the signs that depend on others tick.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tick {
    pub cross: bool,
    pub circle: bool,
}

/// What the cell says, if it is a mark at all.
pub(super) fn mark(cell: &Cell) -> Option<Mark> {
    if let Some(said) = flag(cell) {
        return Some(if said { Mark::On } else { Mark::Off });
    }
    let Cell::Text(text) = cell else { return None };
    let text = folded(text);
    // Text and picture forms of a sign are one.
    let text = text.trim_end_matches(['\u{FE0E}', '\u{FE0F}']);
    let mut signs = text.chars();
    let sign = signs.next().filter(|_| signs.next().is_none());
    let is_one_of = |signs: &[char]| sign.is_some_and(|it| signs.contains(&it));
    let dashes = !text.is_empty() && text.chars().all(|c| "-–—―－".contains(c));
    match () {
        () if text == "x" || is_one_of(&CROSSES) => Some(Mark::Cross),
        () if is_one_of(&CIRCLES) => Some(Mark::Circle),
        () if TICKED.contains(&text) || is_one_of(&TICKS) => Some(Mark::On),
        () if NOTHING.contains(&text) || is_one_of(&BOXES) || dashes => Some(Mark::Off),
        () => None,
    }
}

/// Whether a cell answers in a word, as one that stands for itself does: 是, no.
pub(super) fn is_word(cell: &Cell) -> bool {
    matches!(cell, Cell::Bool(_))
        || matches!(cell, Cell::Text(text)
            if matches!(folded(text).as_str(), "是" | "否" | "yes" | "no" | "true" | "false"))
}

/// What stands in the columns of the options of one question, taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    on: bool,
    off: bool,
    cross: bool,
    circle: bool,
    strange: bool,
}

impl Marks {
    /// One more cell, of the column of an option called `label`; empty ones count.
    pub fn add(&mut self, cell: &Cell, label: &str) {
        match mark(cell) {
            Some(Mark::On) => self.on = true,
            Some(Mark::Off) => self.off = true,
            Some(Mark::Cross) => self.cross = true,
            Some(Mark::Circle) => self.circle = true,
            None if cell.is_empty() => self.off = true,
            None if folded(&cell.found()) == folded(label) => self.on = true,
            None => self.strange = true,
        }
    }

    /// Nothing but marks stand there, and they say what is ticked.
    pub fn tell(self) -> bool {
        !self.strange && (self.on || self.off || self.circles())
    }

    /// Something is ticked and something is not.
    pub fn vary(self) -> bool {
        let not = self.off || self.cross || self.circle;
        (self.on && not) || self.crosses() || self.circles()
    }

    /// A cross ticks.
    pub fn crosses(self) -> bool {
        self.cross && !self.on && !self.circle && self.off
    }

    /// An empty circle ticks.
    pub fn circles(self) -> bool {
        self.circle && !self.on && (self.off || self.cross)
    }

    /// What ticks here.
    pub fn tick(self) -> Tick {
        Tick {
            cross: self.crosses(),
            circle: self.circles(),
        }
    }
}

/// Whether a cell ticks its option.
pub(super) fn ticks(cell: &Cell, label: &str, tick: Tick) -> Option<bool> {
    match mark(cell) {
        Some(Mark::On) => Some(true),
        Some(Mark::Off) => Some(false),
        Some(Mark::Cross) => Some(tick.cross),
        Some(Mark::Circle) => Some(tick.circle),
        None if cell.is_empty() => Some(false),
        None => (folded(&cell.found()) == folded(label)).then_some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(cells: &[&str]) -> Marks {
        let mut marks = Marks::default();
        for text in cells {
            let cell = match *text {
                "" => Cell::Empty,
                text => Cell::Text(text.into()),
            };
            marks.add(&cell, "电话");
        }
        marks
    }

    #[test]
    fn what_is_not_ticked_is_said_in_many_ways() {
        for on in ["√", "✓", "✔️", "☑", "1", "Y", "是", "v", "●", "电话", "☒"] {
            for off in [
                "×", "x", "X", "✗", "否", "-", "—", "N", "0", "/", "无", "□", "", "no",
            ] {
                let all = marks(&[on, off]);
                assert!(all.tell() && !all.crosses(), "{on} {off}");
                let said = |text: &str| match text {
                    "" => ticks(&Cell::Empty, "电话", Tick::default()),
                    text => ticks(&Cell::Text(text.into()), "电话", Tick::default()),
                };
                assert_eq!(
                    (said(on), said(off)),
                    (Some(true), Some(false)),
                    "{on} {off}"
                );
            }
        }
    }

    #[test]
    fn crosses_alone_are_the_ticks() {
        for off in ["", "0", "-", "否", "□"] {
            for cross in ["×", "x", "✗"] {
                let all = marks(&[cross, off]);
                assert!(all.tell() && all.crosses(), "{cross} {off}");
            }
        }
        // Crosses everywhere say nothing.
        assert!(!marks(&["×", "×"]).tell());
        assert!(!marks(&["√", "也许"]).tell());
    }

    #[test]
    fn circles_tick_where_no_other_sign_does() {
        for circle in ["○", "〇", "◯"] {
            for not in ["×", "", "0", "-"] {
                let all = marks(&[circle, not]);
                assert!(
                    all.tell() && all.circles() && !all.crosses(),
                    "{circle} {not}"
                );
            }
            // Beside a filled one it is a box.
            assert!(!marks(&[circle, "●"]).circles());
            assert!(!marks(&[circle, circle]).circles());
        }
    }
}
