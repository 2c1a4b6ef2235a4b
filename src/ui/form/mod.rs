//! A form is a list of fields: each is described once, by what it is called, how wide it is and
//! what stands in it, and drawn in rows. What is typed and not kept yet, what is wrong with it
//! and what is to be typed over is the form's business.
//!
//! Knows no tab: where a typed text belongs, whether it will do and what keeps it is told by
//! [`Typed`]; what is chosen or ticked is asked for by the intent the field was described with.

mod draft;
mod field;

use egui::{Response, Ui};

use self::draft::Drafts;
use self::field::Control;
pub use self::field::FormField;
use super::Cx;
use super::widgets::{Cells, Select, TextField, noted, select_all, text, tip};
use crate::edit::{Intent, Typed};
use crate::i18n::number;
use crate::theme::tokens;
use crate::ui::style::{Face, palette};

/// What is typed in the fields of a tab.
#[derive(Debug, Default)]
pub struct Form {
    drafts: Drafts,
    /// The field to be typed over when it is drawn next.
    fresh: Option<Typed>,
}

impl Form {
    /// The field gets the keyboard with its whole text chosen, so that typing takes its place.
    pub fn type_over(&mut self, field: Typed) {
        self.fresh = Some(field);
    }

    /// Draws a field over the whole width.
    pub fn field(&mut self, ui: &mut Ui, cx: &Cx<'_>, field: FormField<'_>) {
        let width = ui.available_width();
        self.labelled(ui, cx, field, width);
    }

    /// Draws fields beside each other.
    pub fn row<'a, const N: usize>(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        fields: [FormField<'a>; N],
    ) {
        let gap = tokens().space.group_gap;
        let widths = field::widths(&fields, ui.available_width(), gap);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (field, width) in fields.into_iter().zip(widths) {
                self.labelled(ui, cx, field, width);
            }
        });
    }

    /// Draws the field of a text in a cell of a table; as plain text where it is locked.
    pub fn cell(&mut self, cells: &mut Cells<'_>, cx: &Cx<'_>, typed: &Typed, drawn: Cell<'_>) {
        let current = typed.current(cx.data);
        if drawn.locked || !cx.writable {
            let shown = match current.is_empty() {
                true => number::MISSING,
                false => &current,
            };
            return cells.text(shown);
        }
        cells.ui_said(&current, |ui| {
            let field = TextField::new(drawn.name).bare();
            let field = if drawn.right { field.right() } else { field };
            self.text(ui, cx, typed, field);
        });
    }

    /// Draws the field of a text alone.
    pub fn text(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        typed: &Typed,
        field: TextField<'_>,
    ) -> Response {
        let field = if cx.writable {
            field
        } else {
            field.read_only(true)
        };
        let response = self.drafts.field(ui, cx, typed, field);
        if self.fresh.as_ref() == Some(typed) {
            self.fresh = None;
            select_all(ui, &response, &typed.current(cx.data));
        }
        response
    }

    fn labelled(&mut self, ui: &mut Ui, cx: &Cx<'_>, field: FormField<'_>, width: f32) {
        let (name, note) = (field.name.clone(), field.note.clone());
        let (beside, explained) = (field.beside.clone(), field.explained.clone());
        noted(ui, &name, &note, |ui| {
            let draw = |ui: &mut Ui| match explained.as_str() {
                "" => self.control(ui, cx, field, width),
                words => tip(self.control(ui, cx, field, width), words, None),
            };
            // What is wrong is said below.
            if beside.is_empty() {
                return (draw(ui), ());
            }
            let line = ui.horizontal(|ui| {
                let response = draw(ui);
                let ink = palette(ui).text_weak;
                text::line(ui, Face::Small, ink, beside);
                response
            });
            (line.inner, ())
        });
    }

    fn control(&mut self, ui: &mut Ui, cx: &Cx<'_>, field: FormField<'_>, width: f32) -> Response {
        match field.control {
            Control::Text { typed, look } => {
                let look = look.width(width).read_only(field.locked);
                self.text(ui, cx, &typed, look)
            }
            Control::Shown { mut words, look } => {
                look.width(width).read_only(true).show(ui, &mut words)
            }
            Control::Choice { shown, list } => {
                let select = Select::new(&field.name, &shown).width(width);
                let locked = field.locked || !cx.writable;
                let (response, wanted) = list(ui, select.read_only(locked));
                if let Some(intent) = wanted {
                    cx.edit(intent);
                }
                response
            }
        }
    }

    /// Asks for what is typed to be kept, and says what that is. Call it at the end of the tab's
    /// `ui`: the edit is made from what stands there then.
    pub fn keep(&mut self, cx: &Cx<'_>) -> Option<(Typed, String)> {
        let (typed, text) = self.drafts.take().filter(|_| cx.writable)?;
        cx.edit(Intent::Type(typed.clone(), text.clone()));
        Some((typed, text))
    }

    /// The tab is left: asks for everything typed to be kept, and says what that is.
    pub fn leave(&mut self, cx: &Cx<'_>) -> Vec<(Typed, String)> {
        let kept = self.drafts.flush();
        for (typed, text) in kept.iter().filter(|_| cx.writable) {
            cx.edit(Intent::Type(typed.clone(), text.clone()));
        }
        kept
    }
}

/// How a text is drawn in a cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell<'a> {
    /// What its field is called.
    pub name: std::borrow::Cow<'a, str>,
    /// It is a number.
    pub right: bool,
    /// It can only be read.
    pub locked: bool,
}
