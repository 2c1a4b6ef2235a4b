//! The questions of the return being typed in, each with what can be chosen and its keys.

use egui::{Frame, Id, Response, Ui, vec2};

use super::At;
use super::draft::Draft;
use super::keys::{NOT_APPLICABLE, keys};
use crate::model::{Item, ItemKind, Revision};
use crate::tr;
use crate::ui::Cx;
use crate::ui::returns::given::Given;
use crate::ui::returns::one::{Line, lines};
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Chip, TextField, panel, text};

/// Questions keep this much before their options move below them.
const QUESTION: f32 = 190.0;
const CODE: f32 = 52.0;
const FIELD: f32 = 220.0;
/// Left and right of a row.
const MARGIN: f32 = 24.0;

/// What the user did with an item.
pub(super) enum Touched {
    /// Chose an option, or not applicable.
    Chosen(usize),
    /// Typed in its field.
    Typed(usize),
    /// Pressed it.
    Led(usize),
}

/// The field of an item that is typed.
pub(super) fn field_id() -> Id {
    Id::unique("typed answer")
}

/// Places of the items, in the order they are asked.
pub(super) fn order(revision: &Revision) -> Vec<usize> {
    let lines = lines(&revision.questionnaire, |_| true);
    let item = |line: Line<'_>| match line {
        Line::Item(at) => Some(at),
        Line::Dimension(_) => None,
    };
    lines.into_iter().filter_map(item).collect()
}

/// Draws them; `led` when the current one has to be brought into sight.
pub(super) fn items(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (revision, draft): (&Revision, &mut Draft),
    (at, led, wrong): (At, bool, Option<usize>),
) -> Option<Touched> {
    let asked = &revision.questionnaire;
    let column = column(ui, cx, &asked.items);
    let mut touched = None;
    for line in lines(asked, |_| true) {
        match line {
            Line::Dimension(name) => {
                ui.add_space(10.0);
                panel::page(ui, |ui| text::weak(ui, name));
            }
            Line::Item(place) => {
                let Some(item) = asked.items.get(place) else {
                    continue;
                };
                let current = at == At::Item(place);
                let row = Row {
                    cx,
                    item,
                    place,
                    current,
                    wrong: wrong == Some(place),
                    column,
                };
                let (response, what) = ui.push_id(place, |ui| row.show(ui, draft)).inner;
                touched = what.or(touched);
                if current && led {
                    ui.scroll_to_rect(response.rect.expand(40.0), None);
                }
            }
        }
    }
    touched
}

struct Row<'a> {
    cx: &'a Cx<'a>,
    item: &'a Item,
    place: usize,
    current: bool,
    wrong: bool,
    /// How wide the column of what can be chosen is.
    column: f32,
}

/// Not applicable stands apart where no option says it.
fn apart(item: &Item) -> bool {
    let scale = item.scale.as_ref();
    item.scored && scale.is_none_or(|it| it.options.iter().all(|it| it.score.is_some()))
}

/// How wide what can be chosen of an item is.
fn room(ui: &Ui, cx: &Cx<'_>, item: &Item) -> f32 {
    if !item.kind.has_scale() {
        return FIELD;
    }
    let options = item.scale.iter().flat_map(|it| &it.options);
    // As wide as with its key, so that nothing moves when one goes on.
    let wide = |words: &str| text::width(ui, Face::TableBold, words) + 30.0;
    let options = options.map(|it| wide(&format!("0  {}", it.label)));
    let apart = match apart(item) {
        true => wide(&format!(
            "{NOT_APPLICABLE}  {}",
            tr!(cx.language, "answer-na")
        )),
        false => 0.0,
    };
    options.sum::<f32>() + apart
}

/// How wide what can be chosen is, of the widest item that leaves room for its question: all begin
/// below each other.
fn column(ui: &Ui, cx: &Cx<'_>, items: &[Item]) -> f32 {
    let most = ui.available_width() - 2.0 * MARGIN - QUESTION - CODE;
    let rooms = items.iter().map(|item| room(ui, cx, item));
    rooms.filter(|room| *room <= most).fold(FIELD, f32::max)
}

impl Row<'_> {
    fn show(&self, ui: &mut Ui, draft: &mut Draft) -> (Response, Option<Touched>) {
        let colors = palette(ui);
        let fill = match self.current {
            true => colors.background,
            false => colors.surface,
        };
        let frame = Frame::NONE
            .fill(fill.into())
            .inner_margin(margin(MARGIN, 5.0));
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            let wide = ui.available_width() - self.room(ui) >= QUESTION + CODE;
            if wide {
                ui.horizontal_top(|ui| {
                    let room = ui.available_width() - self.room(ui) - 12.0;
                    ui.scope(|ui| {
                        ui.set_width(room);
                        self.question(ui);
                    });
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                        let layout = egui::Layout::left_to_right(egui::Align::Min);
                        let size = vec2(self.room(ui), 28.0);
                        let offered =
                            ui.allocate_ui_with_layout(size, layout, |ui| self.offers(ui, draft));
                        offered.inner
                    })
                    .inner
                })
                .inner
            } else {
                self.question(ui);
                // What wraps stays below the question, not below its code.
                let indent = CODE + 6.0;
                ui.horizontal_top(|ui| {
                    ui.add_space(indent);
                    let size = vec2(ui.available_width(), 28.0);
                    let layout = egui::Layout::left_to_right(egui::Align::Min).with_main_wrap(true);
                    let offered =
                        ui.allocate_ui_with_layout(size, layout, |ui| self.offers(ui, draft));
                    offered.inner
                })
                .inner
            }
        });
        if self.current {
            let bar = shown
                .response
                .rect
                .with_max_x(shown.response.rect.left() + 3.0);
            ui.painter().rect_filled(bar, 0.0, colors.accent);
        }
        let pressed = shown.response.interact(egui::Sense::click()).clicked();
        let led = pressed.then_some(Touched::Led(self.place));
        (shown.response, shown.inner.or(led))
    }

    fn question(&self, ui: &mut Ui) {
        let colors = palette(ui);
        let face = match self.current {
            true => Face::TableBold,
            false => Face::Table,
        };
        ui.horizontal_top(|ui| {
            ui.set_min_height(28.0);
            let (_, room) = ui.allocate_space(vec2(CODE, 28.0));
            text::paint(
                ui,
                room,
                egui::Align2::LEFT_CENTER,
                (Face::Small, colors.text_weak),
                &self.item.code,
            );
            ui.vertical(|ui| {
                ui.add_space(5.0);
                let star = if self.item.required { " *" } else { "" };
                text::say(ui, face, colors.text, format!("{}{star}", self.item.text));
            });
        });
    }

    /// Its options in words, with their keys.
    fn words(&self) -> Vec<String> {
        let options = self.item.scale.iter().flat_map(|it| &it.options);
        let keys = keys(self.item);
        let worded = options.zip(keys).map(|(option, key)| match key {
            Some(key) if self.current => format!("{key}  {}", option.label),
            _ => option.label.clone(),
        });
        worded.collect()
    }

    /// How wide what can be chosen is.
    fn room(&self, ui: &Ui) -> f32 {
        room(ui, self.cx, self.item).max(self.column)
    }

    fn offers(&self, ui: &mut Ui, draft: &mut Draft) -> Option<Touched> {
        let (item, language) = (self.item, self.cx.language);
        if !item.kind.has_scale() {
            return self.field(ui, draft);
        }
        let mut touched = None;
        for (at, words) in (0..).zip(self.words()) {
            let chosen = draft.given(item).has(at);
            let chip = Chip::new(words.as_str()).chosen(chosen);
            let label = item
                .scale
                .as_ref()
                .and_then(|it| it.options.get(usize::from(at)));
            let label = label.map_or("", |it| it.label.as_str());
            if ui
                .add(chip.called(format!("{} {label}", item.code)))
                .clicked()
            {
                draft.give(item).choose(item, at);
                touched = Some(Touched::Chosen(self.place));
            }
        }
        if apart(item) {
            let words = tr!(language, "answer-na");
            let chosen = *draft.given(item) == Given::NotApplicable;
            let said = match self.current {
                true => format!("{NOT_APPLICABLE}  {words}"),
                false => words.clone(),
            };
            let chip = Chip::new(said)
                .chosen(chosen)
                .called(format!("{} {words}", item.code));
            if ui.add(chip).clicked() {
                *draft.give(item) = match chosen {
                    true => Given::Nothing,
                    false => Given::NotApplicable,
                };
                touched = Some(Touched::Chosen(self.place));
            }
        }
        touched
    }

    fn field(&self, ui: &mut Ui, draft: &mut Draft) -> Option<Touched> {
        let (item, language) = (self.item, self.cx.language);
        let mut typed = match draft.given(item) {
            Given::Typed(text) => text.clone(),
            Given::NotApplicable => tr!(language, "answer-na"),
            _ => String::new(),
        };
        let hint = match item.kind {
            ItemKind::Date => tr!(language, "date-hint"),
            ItemKind::Nps => "0–10".to_owned(),
            _ => String::new(),
        };
        let error = self.wrong.then(|| tr!(language, "refusal-no-answer"));
        let field = TextField::new(format!("{} {}", item.code, item.text))
            .hint(hint)
            .width(match item.kind {
                ItemKind::Text => self.column - 12.0,
                _ => FIELD - 12.0,
            })
            .error(error);
        let field = match self.current {
            true => field.id(field_id()),
            false => field,
        };
        let field = field.show(ui, &mut typed);
        if field.changed() {
            *draft.give(item) = Given::Typed(typed);
            return Some(Touched::Typed(self.place));
        }
        (field.gained_focus() && !self.current).then_some(Touched::Led(self.place))
    }
}
