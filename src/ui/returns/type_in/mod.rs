//! Typing in what came on paper or by telephone: one return a screen, digits choose, Enter goes
//! on, no hand leaves the keyboard.

mod customers;
mod draft;
mod items;
mod keys;
mod side;

use egui::Ui;

use crate::edit::{Intent, NewReturn};
use crate::model::{CustomerId, Revision, Wave, WaveId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::returns::given::Given;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, panel, text};
use crate::ui::{Action, Cx};
use customers::{Picked, Picker};
use draft::{Draft, Drafts};
use items::Touched;
use keys::Pressed;
pub(super) use keys::keys as option_keys;

/// Where the keyboard is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum At {
    #[default]
    Customer,
    /// At an item, by its place in the revision.
    Item(usize),
    /// Behind the last item: one more press keeps the return.
    End,
}

/// Why the return is not kept yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Nothing,
    /// So many required items are blank; the next press keeps it all the same.
    Missing(usize),
    /// What is typed for the item is no answer.
    Wrong(usize),
    Date,
}

/// The page and what is typed on it.
#[derive(Debug, Default)]
pub(super) struct TypeInPage {
    drafts: Drafts,
    at: At,
    /// What the keyboard is at has to be brought into sight and get it.
    led: bool,
    held: Option<Held>,
    /// Typed whole, on its way once the returns it is compared with are read.
    whole: Option<NewReturn>,
    /// Something was typed since it was kept beside the workspace.
    typed: bool,
    /// What stands here was typed before the program was begun.
    resumed: bool,
    /// Kept since the page was opened.
    kept: usize,
    picker: Picker,
}

const PANEL: &str = "type in side";
const SIDE: f32 = 244.0;

impl TypeInPage {
    /// Goes on with what was kept when the program ended.
    pub(super) fn take_up(&mut self, kept: &str) {
        self.drafts = Drafts::of(kept);
        self.resumed = !kept.is_empty();
    }

    /// Led to, with the customer whose return it is where that is known.
    pub(super) fn lead(&mut self, cx: &Cx<'_>, customer: Option<CustomerId>) {
        let Some(wave) = cx.wave else { return };
        let draft = self.drafts.of_wave(wave.id, cx.today);
        if draft.count() == 0 {
            draft.customer = customer;
            draft.decided = customer.is_some();
        }
        let next = cx.revision().map(|revision| next(revision, draft));
        self.at = next.filter(|_| draft.decided).unwrap_or_default();
        self.led = true;
        self.held = None;
        self.kept = 0;
    }

    /// Draws the page.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave, revision: &Revision) {
        self.send(cx);
        self.head(ui, cx, wave, revision);
        self.customers(ui, cx, wave);
        self.keys(ui, cx, wave, revision);
        panel::before_right(ui, PANEL, SIDE, |ui| {
            panel::work(ui, |ui| {
                panel::scrolled(ui, "questions", |ui| self.questions(ui, cx, wave, revision));
            });
        });
        panel::right(ui, cx.language, PANEL, SIDE, |ui| {
            let draft = self.drafts.of_wave(wave.id, cx.today);
            if side::side(ui, cx, revision, draft, self.held == Some(Held::Date)) {
                self.typed = true;
                self.held = None;
            }
        });
        if std::mem::take(&mut self.typed) && self.whole.is_none() {
            cx.ask(Action::KeepDraft(self.drafts.kept()));
        }
    }

    /// What was typed whole is not left behind.
    pub(super) fn leave(&mut self, cx: &Cx<'_>) {
        if let Some(new) = self.whole.take() {
            cx.edit(Intent::TypeIn(new));
            cx.ask(Action::KeepDraft(self.drafts.kept()));
        }
    }

    /// Asks for the return that was typed whole.
    fn send(&mut self, cx: &Cx<'_>) {
        let ready = !cx.stale && cx.view.is_some();
        if let Some(new) = self.whole.take_if(|_| ready) {
            cx.edit(Intent::TypeIn(new));
            self.typed = true;
        }
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave, revision: &Revision) {
        let language = cx.language;
        let draft = self.drafts.of_wave(wave.id, cx.today);
        let customer = draft.customer.and_then(|id| cx.data.customer(id));
        let whose = match (draft.decided, customer) {
            (true, Some(customer)) => customer.name.clone(),
            (true, None) => tr!(language, "type-in-nobody"),
            (false, _) => tr!(language, "type-in-whose"),
        };
        let all = revision.questionnaire.items.len();
        let (given, decided) = (draft.count(), draft.decided);
        let left = |ui: &mut Ui| {
            let colors = palette(ui);
            text::line(ui, Face::Heading, colors.text, whose);
            ui.add_space(8.0);
            text::weak(
                ui,
                tr!(language, "type-in-progress", given = given, all = all),
            );
        };
        let height = tokens().height.page_header;
        let mut keep = false;
        super::head(ui, cx, height, left, |ui| {
            if let Some(held) = self.held {
                let ink = palette(ui).warning;
                text::say(ui, Face::Small, ink, words(cx, held));
            } else if self.resumed {
                text::weak(ui, tr!(language, "type-in-resumed"));
            } else if self.kept > 0 {
                text::weak(ui, tr!(language, "type-in-kept", count = self.kept));
            }
            ui.add_space(8.0);
            let button = Button::primary(tr!(language, "type-in-keep")).key("Ctrl+Enter");
            keep = ui.add_enabled(decided && given > 0, button).clicked();
        });
        let shortcut = egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, egui::Key::Enter);
        keep |= ui.input_mut(|input| input.consume_shortcut(&shortcut));
        if keep {
            self.keep(cx, wave, revision);
        }
    }

    fn customers(&mut self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
        panel::left(ui, cx.language, "type in customers", SIDE, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if self.at == At::Customer && std::mem::take(&mut self.led) {
                self.picker.begin(ui);
            }
            let draft = self.drafts.of_wave(wave.id, cx.today);
            if let Some(Picked(customer)) = self.picker.show(ui, cx, draft) {
                draft.customer = customer;
                draft.decided = true;
                self.typed = draft.count() > 0;
                let next = cx.revision().map(|revision| next(revision, draft));
                self.go(ui, next.unwrap_or_default());
            }
        });
    }

    fn questions(&mut self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave, revision: &Revision) {
        let draft = self.drafts.of_wave(wave.id, cx.today);
        let wrong = match self.held {
            Some(Held::Wrong(place)) => Some(place),
            _ => None,
        };
        ui.add_space(6.0);
        let led = self.led;
        let touched = items::items(ui, cx, (revision, draft), (self.at, led, wrong));
        ui.add_space(24.0);
        if led && self.at != At::Customer {
            self.led = false;
            self.focus(ui, cx, revision);
        }
        match touched {
            Some(Touched::Chosen(place)) => {
                self.changed();
                let one = revision.questionnaire.items.get(place);
                let on = one.is_some_and(|it| it.kind.takes_one_option());
                match on {
                    true => self.step(ui, revision, place, 1),
                    false => self.go(ui, At::Item(place)),
                }
            }
            Some(Touched::Typed(place)) => {
                self.changed();
                self.at = At::Item(place);
            }
            Some(Touched::Led(place)) => self.go(ui, At::Item(place)),
            None => {}
        }
    }

    /// The keyboard goes where it is at: a field of its own, or the page.
    fn focus(&self, ui: &Ui, cx: &Cx<'_>, revision: &Revision) {
        let At::Item(place) = self.at else { return };
        let item = revision.questionnaire.items.get(place);
        if item.is_some_and(|it| !it.kind.has_scale()) && cx.writable {
            ui.memory_mut(|memory| memory.request_focus(items::field_id()));
        }
    }

    fn keys(&mut self, ui: &Ui, cx: &Cx<'_>, wave: &Wave, revision: &Revision) {
        if self.at == At::Customer || ui.memory(|it| it.top_modal_layer().is_some()) {
            return;
        }
        let draft = self.drafts.of_wave(wave.id, cx.today);
        let item = match self.at {
            At::Item(place) => revision.questionnaire.items.get(place),
            _ => None,
        };
        let typing = match ui.memory(egui::Memory::focused) {
            None => None,
            Some(id) if id == items::field_id() => {
                Some(item.is_none_or(|it| draft.given(it).is_nothing()))
            }
            // A button or another field has the keyboard.
            Some(_) => return,
        };
        let Some(pressed) = keys::pressed(ui, typing) else {
            return;
        };
        match (pressed, self.at, item) {
            (Pressed::On, At::End, _) => self.keep(cx, wave, revision),
            (Pressed::On | Pressed::Down, At::Item(place), _) => self.step(ui, revision, place, 1),
            (Pressed::Back, At::Item(place), Some(item)) => {
                // What stands there is taken back first.
                match draft.given(item).is_nothing() {
                    true => self.step(ui, revision, place, -1),
                    false => {
                        *draft.give(item) = Given::Nothing;
                        self.changed();
                    }
                }
            }
            (Pressed::Up, At::Item(place), _) => self.step(ui, revision, place, -1),
            (Pressed::Back | Pressed::Up, At::End, _) => {
                let last = items::order(revision).last().copied();
                self.go(ui, last.map_or(At::Customer, At::Item));
            }
            (Pressed::Digit(digit), At::Item(place), Some(item)) => {
                if let Some(at) = keys::option_of(item, digit) {
                    self.choose(ui, revision, (place, at), wave.id, cx);
                }
            }
            (Pressed::NotApplicable, At::Item(place), Some(item)) => {
                match keys::option_of(item, keys::NOT_APPLICABLE) {
                    Some(at) => self.choose(ui, revision, (place, at), wave.id, cx),
                    None => {
                        *draft.give(item) = Given::NotApplicable;
                        self.changed();
                        self.step(ui, revision, place, 1);
                    }
                }
            }
            _ => {}
        }
    }

    /// A key chose an option; where only one may be, that is all there is to say.
    fn choose(
        &mut self,
        ui: &Ui,
        revision: &Revision,
        (place, at): (usize, u8),
        wave: WaveId,
        cx: &Cx<'_>,
    ) {
        let Some(item) = revision.questionnaire.items.get(place) else {
            return;
        };
        let given = self.drafts.of_wave(wave, cx.today).give(item);
        match item.kind.takes_one_option() {
            // The same digit twice means it, and does not take it back.
            true => *given = Given::Option(at),
            false => given.choose(item, at),
        }
        self.changed();
        if item.kind.takes_one_option() {
            self.step(ui, revision, place, 1);
        }
    }

    fn changed(&mut self) {
        self.typed = true;
        self.held = None;
    }

    /// To an item before or behind a place; behind the last one is the end.
    fn step(&mut self, ui: &Ui, revision: &Revision, place: usize, by: isize) {
        let order = items::order(revision);
        let here = order.iter().position(|it| *it == place).unwrap_or(0);
        let to = match here.checked_add_signed(by) {
            Some(to) => order.get(to).map_or(At::End, |place| At::Item(*place)),
            None => At::Item(place),
        };
        self.go(ui, to);
    }

    fn go(&mut self, ui: &Ui, to: At) {
        self.at = to;
        self.led = true;
        ui.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        ui.ctx().request_repaint();
    }

    /// Keeps the return and begins the next, or says why not.
    fn keep(&mut self, cx: &Cx<'_>, wave: &Wave, revision: &Revision) {
        if self.whole.is_some() || !cx.writable {
            return;
        }
        let items = &revision.questionnaire.items;
        let draft = self.drafts.of_wave(wave.id, cx.today);
        if draft.count() == 0 || !draft.decided {
            self.held = Some(Held::Nothing);
            return;
        }
        let missing = draft.missing(items);
        let told = matches!(self.held, Some(Held::Missing(_)));
        if missing > 0 && !told {
            self.held = Some(Held::Missing(missing));
            self.at = At::End;
            return;
        }
        match draft.made((cx.ids.fresh_return(), wave.id), items) {
            Ok(new) => {
                let next = draft.next();
                *draft = next;
                self.whole = Some(new);
                self.kept += 1;
                self.resumed = false;
                self.held = None;
                self.at = At::Customer;
            }
            Err(Some(place)) => {
                self.held = Some(Held::Wrong(place));
                self.at = At::Item(place);
            }
            Err(None) => self.held = Some(Held::Date),
        }
        self.led = true;
    }
}

/// The first item without an answer.
fn next(revision: &Revision, draft: &Draft) -> At {
    let asked = &revision.questionnaire.items;
    let blank = |place: &usize| {
        asked
            .get(*place)
            .is_some_and(|it| draft.given(it).is_nothing())
    };
    let next = items::order(revision).into_iter().find(blank);
    next.map_or(At::End, At::Item)
}

fn words(cx: &Cx<'_>, held: Held) -> String {
    let language = cx.language;
    match held {
        Held::Nothing => tr!(language, "refusal-nothing-answered"),
        Held::Missing(count) => tr!(language, "type-in-missing", count = count),
        Held::Wrong(_) => tr!(language, "refusal-no-answer"),
        Held::Date => tr!(language, "refusal-date"),
    }
}
