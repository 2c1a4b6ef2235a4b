//! The ledger as a page: how the list was chosen and closed, how the turnover is spread over it,
//! what came by which channel and collector, calls and reminders, who was excluded.

mod close;
mod contact;
mod parts;
mod whom;

use egui::Ui;

use crate::analysis::{Breakdown, Calls, Composition, breakdown, calls, composition, sealed};
use crate::chart::{Chart, Measure, Pareto, Size};
use crate::i18n::{choice, period};
use crate::model::{Wave, WaveId, WaveReturns};
use crate::theme::tokens;
use crate::tr;
use crate::ui::chart_menu::chart_menu;
use crate::ui::list::Kept;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icons, panel, text};
use crate::ui::{Action, Cx, Place, scene};

/// Height of the chart.
const CHART: f32 = 300.0;
/// The widest it gets.
const WIDEST: f32 = 980.0;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct OverviewPage {
    made: Kept<(u64, WaveId, crate::i18n::Language), Made>,
    contact: contact::ContactDialog,
    close: close::CloseDialog,
}

/// What it is drawn from.
#[derive(Debug)]
struct Made {
    pareto: Option<Pareto>,
    parts: Breakdown,
    whom: Vec<Composition>,
    calls: Calls,
    /// Returns that hold a sealed file.
    sealed: usize,
}

impl Made {
    fn of(cx: &Cx<'_>, wave: &Wave, returns: &WaveReturns) -> Self {
        let (frame, customers) = (cx.data.frame(wave.id), &cx.data.customers);
        Self {
            pareto: Pareto::build(returns, frame, customers, cx.language),
            parts: breakdown(returns, frame),
            whom: composition(returns, frame, customers),
            calls: calls(cx.data.contacts_of(wave.id), Some(returns)),
            sealed: sealed(returns, frame, &cx.data.attachments),
        }
    }
}

impl OverviewPage {
    /// Draws the page.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
        self.head(ui, cx, wave);
        let returns = cx.view.filter(|view| view.wave == wave.id);
        let Some(returns) = returns.map(|view| &view.returns) else {
            return panel::work(ui, |_| {});
        };
        let asked = (cx.version, wave.id, cx.language);
        let made = self.made.of(&asked, || Made::of(cx, wave, returns));
        panel::work(ui, |ui| {
            panel::scrolled(ui, "overview", |ui| {
                panel::page(ui, |ui| {
                    chosen(ui, cx, wave, made.sealed);
                    if let Some(pareto) = &made.pareto {
                        turnover(ui, cx, pareto);
                    }
                    whom::whom(ui, cx, &made.whom);
                    parts::parts(ui, cx, &made.parts);
                    contact::section(ui, cx, wave, &made.calls);
                    excluded(ui, cx, wave);
                    ui.add_space(tokens().space.section_gap);
                });
            });
        });
        self.contact.show(ui.ctx(), cx, wave);
        self.close.show(ui.ctx(), cx, wave);
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
        let language = cx.language;
        let left = |ui: &mut Ui| {
            let name = period::name(language, wave.period);
            let title = tr!(language, "overview-title", wave = name);
            text::say(ui, Face::Heading, palette(ui).text, title);
        };
        super::head(ui, cx, tokens().height.page_header, left, |ui| {
            let button = Button::secondary(tr!(language, "returns-frame"));
            if ui.add(button.icon(icons::ICON_CHECKLIST)).clicked() {
                cx.ask(Action::Go(Place::Frame));
            }
            if !cx.writable {
                return;
            }
            let button = Button::secondary(tr!(language, "contact-ask"));
            if ui.add(button).clicked() {
                self.contact.ask(cx);
            }
            let words = match wave.closed() {
                Some(_) => tr!(language, "close-reopen-ask"),
                None => tr!(language, "close-ask"),
            };
            if ui.add(Button::secondary(words)).clicked() {
                self.close.ask(cx, wave);
            }
        });
    }
}

/// How the list was chosen, when it was closed, and how much of what came is sealed.
fn chosen(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave, sealed: usize) {
    let language = cx.language;
    ui.add_space(tokens().space.group_gap);
    text::body(ui, choice::choice(language, wave.choice.as_ref()));
    text::body(ui, choice::sampling(language, wave.choice.as_ref()));
    for closing in &wave.closings {
        text::body(ui, choice::closing(language, closing));
    }
    if sealed > 0 {
        let all = cx.view.map_or(0, |view| view.whole.ledger.returned);
        let words = tr!(language, "ledger-sealed", count = sealed, all = all);
        text::body(ui, words);
    }
    let apart = cx.view.map(|view| view.whole.ledger.apart.parts());
    let count: usize = apart.into_iter().flatten().map(|(_, count)| count).sum();
    if count > 0 {
        text::weak(ui, tr!(language, "frame-apart", count = count));
    }
    ui.add_space(tokens().space.group_gap);
}

fn turnover(ui: &mut Ui, cx: &Cx<'_>, pareto: &Pareto) {
    let chart = || Chart::Pareto(Box::new(pareto.clone()));
    panel::section_head(ui, &pareto.title, |ui| {
        chart_menu(ui, cx, &pareto.title, chart);
    });
    let width = ui.available_width().min(WIDEST);
    let drawn = pareto.layout(Size::new(width, CHART), Measure::shared());
    let name = tr!(cx.language, "chart-picture", title = pareto.title.as_str());
    scene::show(ui, &drawn, &name);
    text::weak(ui, pareto.note.as_str());
    ui.add_space(tokens().space.section_gap);
}

/// Who is listed and not asked, and why.
fn excluded(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
    let language = cx.language;
    let list = cx.data.frame(wave.id).iter();
    let mut excluded = list.filter(|it| it.excluded.is_some()).peekable();
    if excluded.peek().is_none() {
        return;
    }
    panel::section_head(ui, &tr!(language, "frame-excluded"), |_| {});
    for entry in excluded {
        let name = cx.data.customer(entry.customer).map_or("", |it| &it.name);
        let reason = entry.excluded.as_deref().unwrap_or_default();
        ui.horizontal(|ui| {
            text::table(ui, name);
            text::weak(ui, reason);
        });
    }
}
