//! The keyboard: the ring around what has it, two pixels of accent with one pixel of air, and
//! its way back to what had it before something was laid over the page.

use egui::{Context, Id, Painter, Rect, Response, Stroke, StrokeKind, Ui};

use crate::theme::tokens;
use crate::ui::style::{palette, radius};

/// Paints the ring around `rect` while the part has the keyboard.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, corner: f32) {
    if response.has_focus() {
        paint(ui, ui.painter(), rect, corner);
    }
}

/// Paints the ring around `rect`.
pub fn paint(ui: &Ui, painter: &Painter, rect: Rect, corner: f32) {
    let stroke = &tokens().stroke;
    painter.rect_stroke(
        rect.expand(stroke.focus_gap),
        radius(corner + stroke.focus_gap),
        Stroke::new(stroke.focus_ring, palette(ui).accent),
        StrokeKind::Outside,
    );
}

/// Paints the ring inside `rect`, for rows that reach from edge to edge.
pub fn ring_inside(ui: &Ui, response: &Response, rect: Rect) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            0.0,
            Stroke::new(tokens().stroke.focus_ring, palette(ui).accent),
            StrokeKind::Inside,
        );
    }
}

/// What had the keyboard when something was laid over the page, and when that was drawn last.
#[derive(Clone, Copy, Default)]
struct Lent {
    from: Option<Id>,
    drawn: u64,
}

/// Something is drawn over the page; in its first frame it is noted who had the keyboard. True
/// then.
pub fn lend(context: &Context, over: Id) -> bool {
    let now = context.cumulative_frame_nr();
    let from = context.memory(|memory| memory.focused());
    context.data_mut(|data| {
        let id = over.with("lent");
        let known = data.get_temp::<Lent>(id);
        // Not drawn in the frame before: it is another time.
        let again = known.filter(|lent| lent.drawn + 1 >= now);
        let from = again.map_or(from, |lent| lent.from);
        data.insert_temp(id, Lent { from, drawn: now });
        again.is_none()
    })
}

/// It is gone: who had the keyboard gets it again with the next [`settle`].
pub fn give_back(context: &Context, over: Id) {
    context.data_mut(|data| {
        if let Some(from) = data
            .remove_temp::<Lent>(over.with("lent"))
            .and_then(|it| it.from)
        {
            data.insert_temp(owed(), from);
        }
    });
    context.request_repaint();
}

/// Gives the keyboard back once nothing lies over the page any more: what is drawn below
/// something cannot have it. Call it at the beginning of a frame.
pub fn settle(context: &Context) {
    let covered = context.memory(|memory| memory.top_modal_layer().is_some());
    if covered {
        return;
    }
    let Some(from) = context.data(|data| data.get_temp::<Id>(owed())) else {
        return;
    };
    context.data_mut(|data| data.remove::<Id>(owed()));
    if context.memory(|memory| memory.focused().is_none()) {
        context.memory_mut(|memory| memory.request_focus(from));
    }
}

fn owed() -> Id {
    Id::unique("keyboard owed")
}

/// Notes whether the field that has the keyboard was changed since it got it.
pub(super) fn note_typing(context: &Context, field: &Response) {
    if field.changed() && field.has_focus() {
        context.data_mut(|data| data.insert_temp(typed(), field.id));
    } else if field.gained_focus() || field.lost_focus() {
        context.data_mut(|data| data.remove::<Id>(typed()));
    }
}

/// Whether the keyboard is in a field, so that what is pressed is typed.
pub fn in_field(context: &Context) -> bool {
    let focused = context.memory(egui::Memory::focused);
    focused.is_some_and(|id| egui::text_edit::TextEditState::load(context, id).is_some())
}

/// Whether the keyboard is in a field whose text was changed by hand.
pub fn typing(context: &Context) -> bool {
    let focused = context.memory(|memory| memory.focused());
    focused.is_some() && focused == context.data(|data| data.get_temp::<Id>(typed()))
}

fn typed() -> Id {
    Id::unique("typed in")
}

/// From here on the first field drawn is noted, to begin a dialog with.
pub(super) fn expect_first(context: &Context) {
    context.data_mut(|data| data.insert_temp(first(), None::<Id>));
}

/// A field is drawn; the first one since [`expect_first`] is noted, or one the dialog begins
/// with.
pub(super) fn note_first(context: &Context, field: &Response, begins: bool) {
    context.data_mut(|data| {
        let noted = data.get_temp::<Option<Id>>(first());
        if noted.is_some_and(|noted| noted.is_none() || begins) {
            data.insert_temp(first(), Some(field.id));
        }
    });
}

/// Gives the keyboard to the field noted, if there is one.
pub(super) fn give_to_first(context: &Context) {
    let field = context.data(|data| data.get_temp::<Option<Id>>(first()));
    context.data_mut(|data| data.remove::<Option<Id>>(first()));
    if let Some(field) = field.flatten() {
        context.memory_mut(|memory| memory.request_focus(field));
    }
}

fn first() -> Id {
    Id::unique("first field")
}
