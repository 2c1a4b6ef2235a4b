//! Whose return is typed in: those who are silent first, narrowed by typing.

use egui::accesskit::Role;
use egui::{Id, Key, Modifiers, Ui, vec2};
use rustc_hash::{FxHashMap, FxHashSet};

use super::draft::Draft;
use crate::model::{Customer, CustomerId};
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::{Kept, Sought};
use crate::ui::returns::listed;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, TextField, panel, text};

/// Lines shown of what fits.
const LINES: usize = 60;
const HEIGHT: f32 = 44.0;

/// What is typed to find one, and where among what fits the keyboard is.
#[derive(Debug, Default)]
pub(super) struct Picker {
    pub(super) sought: String,
    at: usize,
    kept: Kept<(u64, bool, String), Vec<(CustomerId, Standing)>>,
}

/// Whether a customer is waited for, those who are first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Silent,
    /// On the list, and no form went out yet.
    NotIssued,
    /// Only a return that is void came.
    Void,
    /// Not asked in the wave.
    Unlisted,
    Answered,
}

/// The customer that was picked; none for a return that names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Picked(pub(super) Option<CustomerId>);

fn field_id() -> Id {
    Id::unique("whose return")
}

impl Picker {
    /// The keyboard begins here.
    pub(super) fn begin(&mut self, ui: &Ui) {
        self.sought.clear();
        self.at = 0;
        ui.memory_mut(|memory| memory.request_focus(field_id()));
    }

    /// Draws the list.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, draft: &Draft) -> Option<Picked> {
        let language = cx.language;
        let asked = (cx.version, listed(cx).is_some(), self.sought.clone());
        let fitting = self.kept.of(&asked, || fitting(cx, &asked.2));
        let count = fitting.len().min(LINES) + 1;
        let focused = ui.memory(|memory| memory.has_focus(field_id()));
        let mut picked = None;
        if focused {
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            if pressed(Key::ArrowDown) {
                self.at = (self.at + 1).min(count - 1);
            }
            if pressed(Key::ArrowUp) {
                self.at = self.at.saturating_sub(1);
            }
            if pressed(Key::Enter) {
                picked = Some(Picked(fitting.get(self.at.min(count - 1)).map(|it| it.0)));
            }
        }
        panel::padded(ui, |ui| {
            ui.add_space(6.0);
            panel::section_head(ui, &tr!(language, "type-in-customer"), |_| {});
            let field = TextField::new(tr!(language, "type-in-customer-search"))
                .id(field_id())
                .hint(tr!(language, "type-in-customer-search"))
                .show(ui, &mut self.sought);
            if field.changed() {
                self.at = 0;
            }
            ui.add_space(8.0);
        });
        panel::scrolled(ui, "whose returns", |ui| {
            for (at, (id, standing)) in fitting.iter().take(LINES).enumerate() {
                let Some(customer) = cx.data.customer(*id) else {
                    continue;
                };
                let ringed = focused && at == self.at;
                let chosen = draft.decided && draft.customer == Some(*id);
                if line(ui, cx, customer, (*standing, chosen, ringed)) {
                    picked = Some(Picked(Some(*id)));
                }
            }
            let more = fitting.len().saturating_sub(LINES);
            if more > 0 {
                panel::padded(ui, |ui| {
                    text::weak(ui, tr!(language, "type-in-more", count = more))
                });
            }
            let ringed = focused && self.at + 1 >= count;
            let chosen = draft.decided && draft.customer.is_none();
            let nobody = tr!(language, "type-in-nobody");
            if entry(ui, (&nobody, ""), (chosen, ringed), "") {
                picked = Some(Picked(None));
            }
        });
        picked
    }
}

/// Customers that fit what is typed, those waited for first, by turnover.
fn fitting(cx: &Cx<'_>, sought: &str) -> Vec<(CustomerId, Standing)> {
    let sought = Sought::new(sought);
    let fits = |it: &Customer| sought.fits([it.code.as_str(), it.name.as_str()]);
    let silent = listed(cx).map_or(&[][..], |it| &it.unanswered);
    let returns = cx.view.map(|view| &view.returns.returns);
    let returns = returns.into_iter().flatten().filter(|it| it.valid());
    let answered: FxHashSet<CustomerId> = returns.filter_map(|it| it.customer).collect();
    let known: FxHashSet<CustomerId> = silent.iter().copied().collect();
    let mut all: Vec<(CustomerId, Standing)> =
        silent.iter().map(|id| (*id, Standing::Silent)).collect();
    let frame = cx.wave.map_or(&[][..], |wave| cx.data.frame(wave.id));
    let issued: FxHashMap<CustomerId, bool> = frame
        .iter()
        .filter(|it| it.excluded.is_none())
        .map(|it| (it.customer, it.issued.is_some()))
        .collect();
    let standing = |id: CustomerId| match (answered.contains(&id), issued.get(&id)) {
        (true, _) => Standing::Answered,
        (false, None) => Standing::Unlisted,
        (false, Some(false)) => Standing::NotIssued,
        (false, Some(true)) => Standing::Void,
    };
    let rest = cx.data.customers.iter().map(|it| it.id);
    let rest = rest.filter(|id| !known.contains(id));
    let mut rest: Vec<(CustomerId, Standing)> = rest.map(|id| (id, standing(id))).collect();
    rest.sort_by_key(|(_, standing)| *standing);
    all.extend(rest);
    let by_id: FxHashMap<CustomerId, &Customer> =
        cx.data.customers.iter().map(|it| (it.id, it)).collect();
    all.retain(|(id, _)| by_id.get(id).is_some_and(|it| fits(it)));
    all
}

/// One customer; true when it was pressed.
fn line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    customer: &Customer,
    (standing, chosen, ringed): (Standing, bool, bool),
) -> bool {
    let language = cx.language;
    let beside = match standing {
        Standing::Silent => String::new(),
        Standing::Unlisted if cx.wave.is_some_and(|it| cx.data.frame(it.id).is_empty()) => {
            String::new()
        }
        Standing::NotIssued => tr!(language, "type-in-to-issue"),
        Standing::Void => tr!(language, "type-in-void"),
        Standing::Unlisted => tr!(language, "type-in-unlisted"),
        Standing::Answered => tr!(language, "type-in-answered"),
    };
    let names = (customer.name.as_str(), customer.code.as_str());
    entry(ui, names, (chosen, ringed), &beside)
}

fn entry(
    ui: &mut Ui,
    (name, code): (&str, &str),
    (chosen, ringed): (bool, bool),
    beside: &str,
) -> bool {
    let colors = palette(ui);
    let words = [name, code, beside].into_iter().filter(|it| !it.is_empty());
    let words: Vec<&str> = words.collect();
    let hotspot = Hotspot::row(Role::ListItem, words.join(" "), chosen).without_focus();
    let (rect, response) = hotspot.take(ui, vec2(ui.available_width(), HEIGHT));
    if ringed {
        ui.painter().rect_filled(rect, 0.0, colors.hover);
        let bar = rect.with_max_x(rect.left() + 3.0);
        ui.painter().rect_filled(bar, 0.0, colors.accent);
        ui.scroll_to_rect(rect, None);
    }
    let room = rect.shrink2(vec2(16.0, 4.0));
    let ink = if beside.is_empty() {
        colors.text
    } else {
        colors.text_weak
    };
    let upper = room.with_max_y(room.center().y);
    let lower = room.with_min_y(room.center().y);
    let at = if code.is_empty() { room } else { upper };
    text::paint(ui, at, egui::Align2::LEFT_CENTER, (Face::Table, ink), name);
    text::paint(
        ui,
        lower,
        egui::Align2::LEFT_CENTER,
        (Face::Small, colors.text_weak),
        code,
    );
    text::paint(
        ui,
        lower,
        egui::Align2::RIGHT_CENTER,
        (Face::Small, colors.text_weak),
        beside,
    );
    response.clicked()
}
