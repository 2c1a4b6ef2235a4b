//! Closing the wave, and opening it again for a reason.

use egui::Context;

use crate::edit::{Intent, Refusal, date};
use crate::i18n::period;
use crate::model::Wave;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Dialog, TextField, text};

/// The question, while it is asked.
#[derive(Debug, Default)]
pub(super) struct CloseDialog {
    asked: Option<Draft>,
}

#[derive(Debug)]
struct Draft {
    date: String,
    who: String,
    reason: String,
}

impl CloseDialog {
    pub(super) fn ask(&mut self, cx: &Cx<'_>, wave: &Wave) {
        let who = wave.closed().map_or_else(String::new, |it| it.who.clone());
        self.asked = Some(Draft {
            date: cx.today.to_string(),
            who,
            reason: String::new(),
        });
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>, wave: &Wave) {
        let language = cx.language;
        let name = period::name(language, wave.period);
        let intent = match wave.closed() {
            None => {
                let title = tr!(language, "close-title", wave = name);
                let verb = tr!(language, "close-verb");
                Dialog::new("close wave", language, title, verb).run(
                    context,
                    &mut self.asked,
                    |ui, draft| {
                        text::table(ui, tr!(language, "close-explained"));
                        TextField::new(tr!(language, "column-date")).labelled(ui, &mut draft.date);
                        TextField::new(tr!(language, "contact-who")).labelled(ui, &mut draft.who);
                    },
                    |draft| {
                        let day = date::parse(&draft.date).ok().flatten();
                        let day = day.ok_or(Refusal::NeedsDate)?;
                        match draft.who.trim().is_empty() {
                            true => Err(Refusal::NeedsName.into()),
                            false => Ok(Intent::CloseWave {
                                wave: wave.id,
                                date: day,
                                who: draft.who.clone(),
                            }),
                        }
                    },
                )
            }
            Some(_) => {
                let title = tr!(language, "close-reopen-title", wave = name);
                let verb = tr!(language, "close-reopen-verb");
                Dialog::new("reopen wave", language, title, verb).run(
                    context,
                    &mut self.asked,
                    |ui, draft| {
                        TextField::new(tr!(language, "contact-who")).labelled(ui, &mut draft.who);
                        TextField::new(tr!(language, "close-reason"))
                            .labelled(ui, &mut draft.reason);
                    },
                    |draft| {
                        if draft.who.trim().is_empty() {
                            return Err(Refusal::NeedsName.into());
                        }
                        match draft.reason.trim().is_empty() {
                            true => Err(Refusal::NeedsReason.into()),
                            false => Ok(Intent::ReopenWave {
                                wave: wave.id,
                                who: draft.who.clone(),
                                reason: draft.reason.clone(),
                            }),
                        }
                    },
                )
            }
        };
        cx.edit(intent);
    }
}
