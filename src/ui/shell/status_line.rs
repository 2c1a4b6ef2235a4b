//! The status line: that everything is saved, how much there is, what runs.

use egui::{Panel, Stroke, Ui};

use crate::i18n::{Language, moment, period};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{icon, icons, panel, progress, text};
use crate::ui::{Action, Cx, Outbox};

/// Something long in the background.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// What is done, in words.
    pub words: String,
    /// Done and total; a total of 0 is not known.
    pub state: (u64, u64),
}

/// Draws the line at the foot of the window.
pub fn status_line(ui: &mut Ui, cx: &Cx<'_>) {
    let foot = Panel::bottom("status line");
    panel::chrome(ui, foot, tokens().height.status_line, |ui| {
        let apart = tokens().space.panel_margin;
        ui.spacing_mut().item_spacing.x = tokens().space.control_gap / 2.0;
        saved(ui, cx);
        ui.add_space(apart);
        let count = cx.data.customers.len();
        text::weak(ui, tr!(cx.language, "status-customers", count = count));
        if let (Some(wave), Some(view)) = (cx.wave, cx.view) {
            ui.add_space(apart);
            let period = period::name(cx.language, wave.period);
            let counted = view.whole.counted;
            let words = tr!(
                cx.language,
                "status-counted",
                period = period,
                count = counted
            );
            text::weak(ui, words);
        }
        panel::at_right(ui, "what runs", |ui| {
            if let Some(running) = cx.running {
                work(ui, cx.outbox, cx.language, running);
                ui.add_space(apart);
            }
            if let Some(at) = cx.last_backup {
                let when = moment::day(cx.language, at, cx.today);
                text::weak(ui, tr!(cx.language, "status-backup", when = when));
            }
        });
    });
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line);
    let foot = ui.available_rect_before_wrap();
    ui.painter()
        .hline(foot.x_range(), foot.bottom() + 0.5, line);
}

fn saved(ui: &mut Ui, cx: &Cx<'_>) {
    let colors = palette(ui);
    let size = tokens().icon.small;
    if !cx.writable {
        icon::show(ui, icons::ICON_LOCK, size, colors.warning);
        let words = tr!(cx.language, "status-read-only");
        text::say(ui, Face::Small, colors.warning, words);
    } else if let Some(at) = cx.saved_at {
        icon::show(ui, icons::ICON_CHECK_CIRCLE, size, colors.text_weak);
        let time = moment::short(cx.language, at, cx.today);
        text::weak(ui, tr!(cx.language, "status-saved", when = time));
    }
}

/// What runs, how far it is, and the way to stop it.
pub(crate) fn work(ui: &mut Ui, outbox: &Outbox, language: Language, running: &Running) {
    text::weak(ui, running.words.as_str());
    ui.add_space(4.0);
    progress::bar(ui, 96.0, running.state, &running.words);
    ui.add_space(4.0);
    if text::link(ui, tr!(language, "cancel")).clicked() {
        outbox.ask(Action::Cancel);
    }
}
