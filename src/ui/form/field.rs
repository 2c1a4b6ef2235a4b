//! One field, as it is described.

use egui::{Response, Ui};

use crate::edit::{Intent, Typed};
use crate::ui::widgets::{Select, TextField};

/// Narrowest a field is drawn.
const LEAST: f32 = 96.0;

/// How wide a field is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Width {
    /// Pixels.
    Fixed(f32),
    /// Of the whole row, 0–1, and at most so many pixels.
    Part(f32, f32),
    /// What the others leave, shared by those that take it.
    Rest,
}

/// What draws a list of choices: the intent of the one that was taken.
type List<'a> = Box<dyn FnOnce(&mut Ui, Select<'_>) -> (Response, Option<Intent>) + 'a>;

/// What a field is filled in with.
pub(super) enum Control<'a> {
    Text { typed: Typed, look: TextField<'a> },
    Shown { words: String, look: TextField<'a> },
    Choice { shown: String, list: List<'a> },
}

/// One field of a form.
#[must_use = "a form has to draw it"]
pub struct FormField<'a> {
    pub(super) name: String,
    /// Weak beside its name.
    pub(super) note: String,
    /// Weak beside what stands in it.
    pub(super) beside: String,
    /// Under the pointer.
    pub(super) explained: String,
    pub(super) locked: bool,
    pub(super) control: Control<'a>,
    width: Width,
}

impl<'a> FormField<'a> {
    /// A text that is typed.
    pub fn text(name: String, typed: Typed) -> Self {
        let look = TextField::new("");
        Self::of(name, Control::Text { typed, look })
    }

    /// A text that is only shown.
    pub fn shown(name: String, words: String) -> Self {
        let look = TextField::new("");
        Self::of(name, Control::Shown { words, look })
    }

    /// One of several; `keep` makes the intent when another one is taken.
    pub fn choice<T: Clone + PartialEq + 'a>(
        name: String,
        current: T,
        choices: Vec<(T, String)>,
        keep: impl FnOnce(T) -> Intent + 'a,
    ) -> Self {
        let known = choices.iter().find(|(value, _)| *value == current);
        let shown = known.map_or_else(String::new, |(_, words)| words.clone());
        let list: List<'a> = Box::new(move |ui, select| {
            let (response, taken) = select.show(ui, &current, &choices);
            (response, taken.map(keep))
        });
        Self::of(name, Control::Choice { shown, list })
    }

    fn of(name: String, control: Control<'a>) -> Self {
        Self {
            name,
            note: String::new(),
            beside: String::new(),
            explained: String::new(),
            locked: false,
            control,
            width: Width::Rest,
        }
    }

    /// Of so many pixels.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Width::Fixed(width);
        self
    }

    /// A share of the row, 0–1, at most so many pixels wide.
    pub fn part(mut self, part: f32, most: f32) -> Self {
        self.width = Width::Part(part, most);
        self
    }

    /// It can only be read.
    pub fn locked(mut self, locked: bool) -> Self {
        self.locked = locked;
        self
    }

    /// Weak beside its name.
    pub fn note(mut self, note: String) -> Self {
        self.note = note;
        self
    }

    /// Weak beside what stands in it.
    pub fn beside(mut self, words: String) -> Self {
        self.beside = words;
        self
    }

    /// Said under the pointer.
    pub fn explained(mut self, words: String) -> Self {
        self.explained = words;
        self
    }

    /// How a text looks.
    pub fn look(mut self, change: impl FnOnce(TextField<'a>) -> TextField<'a>) -> Self {
        self.control = match self.control {
            Control::Text { typed, look } => Control::Text {
                typed,
                look: change(look),
            },
            Control::Shown { words, look } => Control::Shown {
                words,
                look: change(look),
            },
            choice @ Control::Choice { .. } => choice,
        };
        self
    }

    /// What a choice shows that fits none of its own.
    pub fn otherwise(mut self, words: String) -> Self {
        if let Control::Choice { shown, .. } = &mut self.control
            && shown.is_empty()
        {
            *shown = words;
        }
        self
    }
}

/// How wide each of the fields is in a row of `whole`, with `gap` between them.
pub(super) fn widths(fields: &[FormField<'_>], whole: f32, gap: f32) -> Vec<f32> {
    let settled = |width| match width {
        Width::Fixed(width) => Some(width),
        Width::Part(part, most) => Some((part * (whole + gap) - gap).min(most)),
        Width::Rest => None,
    };
    let known: Vec<Option<f32>> = fields.iter().map(|field| settled(field.width)).collect();
    let gaps = gap * (fields.len() as f32 - 1.0);
    let left = whole - gaps - known.iter().flatten().sum::<f32>();
    let sharing = known.iter().filter(|width| width.is_none()).count() as f32;
    let rest = (left / sharing.max(1.0)).max(LEAST);
    known.into_iter().map(|it| it.unwrap_or(rest)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_share_what_others_leave_of_a_row() {
        let field = || FormField::shown(String::new(), String::new());
        let row = [
            field().width(100.0),
            field(),
            field().part(0.5, 300.0),
            field(),
        ];
        assert_eq!(widths(&row, 800.0, 10.0), [100.0, 185.0, 300.0, 185.0]);
        let half = [field().part(0.5, f32::INFINITY)];
        assert_eq!(widths(&half, 800.0, 10.0), [395.0]);
        let crowded = [field().width(90.0), field()];
        assert_eq!(widths(&crowded, 100.0, 10.0), [90.0, LEAST]);
    }
}
