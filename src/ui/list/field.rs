//! One column of a list: everything about it in one place.

use std::borrow::Cow;

use super::Key;
use crate::theme::tokens;
use crate::ui::widgets::{Cells, Column};

/// What a row is sorted by.
pub(super) type Keyed<'a, R> = Box<dyn Fn(R) -> Key<'a> + 'a>;

/// What stands in a cell.
type Drawn<'a, R> = Box<dyn Fn(R, &mut Cells<'_>) + 'a>;

/// A column: its name and width, what stands in it, what it is sorted by, when it gives way.
pub struct Field<'a, R> {
    /// What an order calls it, in every language.
    pub(super) id: Cow<'a, str>,
    pub(super) column: Column<'a>,
    pub(super) width: f32,
    pub(super) key: Option<Keyed<'a, R>>,
    /// It is sorted from the largest down first.
    pub(super) falls: bool,
    pub(super) drawn: Drawn<'a, R>,
    /// The larger, the sooner it gives way; 0 stays.
    turn: u8,
}

impl<'a, R: Copy + 'a> Field<'a, R> {
    /// Controls or signs by which nothing is sorted.
    pub fn signs(
        id: impl Into<Cow<'a, str>>,
        title: impl Into<Cow<'a, str>>,
        width: f32,
        drawn: impl Fn(R, &mut Cells<'_>) + 'a,
    ) -> Self {
        Self {
            id: id.into(),
            column: Column::words(title, width),
            width,
            key: None,
            falls: false,
            drawn: Box::new(drawn),
            turn: 0,
        }
    }

    /// Words, which stand there and are sorted by.
    pub fn words<T: Into<Cow<'a, str>>>(
        id: impl Into<Cow<'a, str>>,
        title: impl Into<Cow<'a, str>>,
        width: f32,
        words: impl Fn(R) -> T + Copy + 'a,
    ) -> Self {
        let drawn = move |row: R, cells: &mut Cells<'_>| cells.weak(&words(row).into());
        Self {
            key: Some(Box::new(move |row| Key::text(words(row)))),
            ..Self::signs(id, title, width, drawn)
        }
    }

    /// A number, `written` as people read it.
    pub fn number(
        id: impl Into<Cow<'a, str>>,
        title: impl Into<Cow<'a, str>>,
        width: f32,
        number: impl Fn(R) -> Option<f64> + Copy + 'a,
        written: impl Fn(Option<f64>) -> String + 'a,
    ) -> Self {
        let drawn = move |row: R, cells: &mut Cells<'_>| cells.text(&written(number(row)));
        let title = title.into();
        Self {
            column: Column::number(title, width),
            key: Some(Box::new(move |row| Key::number(number(row)))),
            falls: true,
            ..Self::signs(id, "", width, drawn)
        }
    }

    /// Drawn in its own way.
    pub fn drawn(mut self, drawn: impl Fn(R, &mut Cells<'_>) + 'a) -> Self {
        self.drawn = Box::new(drawn);
        self
    }

    /// Sorted in its own way.
    pub fn by(mut self, key: impl Fn(R) -> Key<'a> + 'a) -> Self {
        self.key = Some(Box::new(key));
        self
    }

    /// Sorted from the smallest up first.
    pub fn rises(mut self) -> Self {
        self.falls = false;
        self
    }

    /// Takes `share` parts of what the other columns leave.
    pub fn stretch(mut self, share: f32) -> Self {
        self.column = self.column.stretch(share);
        self
    }

    /// Where there is no room, columns of the largest `turn` go first.
    pub fn gives_way(mut self, turn: u8) -> Self {
        self.turn = turn;
        self
    }
}

/// The columns for which there is room.
pub(super) fn fit<R>(mut fields: Vec<Field<'_, R>>, room: f32) -> Vec<Field<'_, R>> {
    let room = room - 2.0 * tokens().space.page_margin;
    let wide = |fields: &[Field<'_, R>]| fields.iter().map(|it| it.width).sum::<f32>();
    while wide(&fields) > room {
        match fields.iter().map(|it| it.turn).max() {
            Some(turn) if turn > 0 => fields.retain(|it| it.turn != turn),
            _ => break,
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_least_gives_way_first() {
        let fields = || {
            let field =
                |id: &'static str, turn| Field::words(id, "", 100.0, |(): ()| "").gives_way(turn);
            vec![field("name", 0), field("date", 2), field("channel", 3)]
        };
        let shown = |room: f32| -> String {
            let fitting = fit(fields(), room + 2.0 * tokens().space.page_margin);
            let ids = fitting.iter().map(|it| it.id.as_ref());
            ids.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(300.0), "name date channel");
        assert_eq!(shown(299.0), "name date");
        assert_eq!(shown(10.0), "name");
    }
}
