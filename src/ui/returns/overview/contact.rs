//! Calls and reminders: what they came to, those noted, and noting one more.

use egui::{Context, Ui};

use crate::analysis::{ANSWERED, Calls, REACHED, unanswered};
use crate::edit::{Intent, NewContact, Refusal, date};
use crate::i18n::{choice, number};
use crate::model::{ContactKind, CustomerId, Wave};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Checkbox, Dialog, Select, TextField, labelled, panel, text};

/// Contacts shown, the newest first.
const SHOWN: usize = 40;

/// What calling came to, and the contacts themselves.
pub(super) fn section(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave, calls: &Calls) {
    let language = cx.language;
    panel::section_head(ui, &tr!(language, "overview-contacts"), |_| {});
    if calls.called > 0 {
        let words = tr!(
            language,
            "overview-calls",
            attempts = calls.attempts,
            called = calls.called,
            reached = calls.reached,
            reachedrate = number::percent(calls.reached_rate),
            reachedleast = number::whole_percent(REACHED),
            answered = calls.answered,
            answeredrate = number::percent(calls.answered_rate),
            answeredleast = number::whole_percent(ANSWERED)
        );
        text::body(ui, words);
        let (words, ink) = match calls.enough {
            Some(true) => (tr!(language, "overview-calls-enough"), palette(ui).positive),
            _ => (tr!(language, "overview-calls-few"), palette(ui).warning),
        };
        text::say(ui, Face::Body, ink, words);
    }
    if calls.reminders > 0 {
        let words = tr!(
            language,
            "overview-reminders",
            count = calls.reminders,
            customers = calls.reminded
        );
        text::body(ui, words);
    }
    if calls.called + calls.reminders == 0 {
        text::weak(ui, tr!(language, "overview-no-contacts"));
    }
    let all: Vec<_> = cx.data.contacts_of(wave.id).collect();
    for contact in all.iter().rev().take(SHOWN) {
        let name = cx.data.customer(contact.customer).map_or("", |it| &it.name);
        let reached = match (contact.kind, contact.reached) {
            (ContactKind::Call, true) => tr!(language, "contact-reached"),
            (ContactKind::Call, false) => tr!(language, "contact-not-reached"),
            (ContactKind::Reminder, _) => String::new(),
        };
        let said = [
            contact.date.to_string(),
            name.to_owned(),
            choice::contact(language, contact.kind),
            contact.how.clone(),
            contact.who.clone(),
            reached,
            contact.note.clone(),
        ];
        let said: Vec<String> = said.into_iter().filter(|it| !it.is_empty()).collect();
        text::table(ui, said.join(" · "));
    }
    ui.add_space(tokens().space.section_gap);
}

/// The question, while it is asked.
#[derive(Debug, Default)]
pub(super) struct ContactDialog {
    asked: Option<Draft>,
}

#[derive(Debug)]
struct Draft {
    kind: ContactKind,
    /// `None`: all who have not answered.
    customer: Option<CustomerId>,
    date: String,
    who: String,
    how: String,
    reached: bool,
    note: String,
}

impl ContactDialog {
    pub(super) fn ask(&mut self, cx: &Cx<'_>) {
        self.asked = Some(Draft {
            kind: ContactKind::Reminder,
            customer: None,
            date: cx.today.to_string(),
            who: String::new(),
            how: String::new(),
            reached: true,
            note: String::new(),
        });
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>, wave: &Wave) {
        if self.asked.is_none() {
            return;
        }
        let language = cx.language;
        let silent = silent(cx, wave);
        let (title, verb) = (
            tr!(language, "contact-title"),
            tr!(language, "contact-verb"),
        );
        let noted = Dialog::new("contact", language, title, verb).run(
            context,
            &mut self.asked,
            |ui, draft| draft.fields(ui, cx, &silent),
            |draft| {
                let day = date::parse(&draft.date).ok().flatten();
                let day = day.ok_or(Refusal::NeedsDate)?;
                if draft.who.trim().is_empty() {
                    return Err(Refusal::NeedsName.into());
                }
                let all = || silent.iter().map(|(id, _)| *id).collect();
                let customers: Vec<CustomerId> = draft.customer.map_or_else(all, |one| vec![one]);
                if customers.is_empty() {
                    return Err(Refusal::Nobody.into());
                }
                Ok(Intent::NoteContact(NewContact {
                    wave: wave.id,
                    customers,
                    kind: draft.kind,
                    date: day,
                    who: draft.who.clone(),
                    how: draft.how.clone(),
                    reached: draft.reached && draft.kind == ContactKind::Call,
                    note: draft.note.clone(),
                }))
            },
        );
        cx.edit(noted);
    }
}

/// Who has not answered, by name, the largest first.
fn silent(cx: &Cx<'_>, wave: &Wave) -> Vec<(CustomerId, String)> {
    let returns = cx.view.filter(|view| view.wave == wave.id);
    let frame = cx.data.frame(wave.id);
    let silent = returns.map_or_else(Vec::new, |view| unanswered(frame, &view.returns));
    let named = silent.into_iter().filter_map(|id| {
        let customer = cx.data.customer(id)?;
        Some((id, format!("{} {}", customer.code, customer.name)))
    });
    named.collect()
}

impl Draft {
    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>, silent: &[(CustomerId, String)]) {
        let language = cx.language;
        let kinds = [ContactKind::Reminder, ContactKind::Call];
        let kinds = kinds.map(|it| (it, choice::contact(language, it)));
        let (name, shown) = (
            tr!(language, "contact-kind"),
            choice::contact(language, self.kind),
        );
        let picked = labelled(ui, &name, |ui| {
            let select = Select::new(&name, &shown).width(ui.available_width());
            select.show(ui, &self.kind, &kinds)
        });
        if let Some(kind) = picked {
            self.kind = kind;
        }
        let everybody = tr!(language, "contact-everybody", count = silent.len());
        let mut choices = vec![(None, everybody)];
        choices.extend(silent.iter().map(|(id, name)| (Some(*id), name.clone())));
        let name = tr!(language, "column-customer");
        let shown = choices.iter().find(|(it, _)| *it == self.customer);
        let shown = shown.map_or_else(String::new, |(_, words)| words.clone());
        let picked = labelled(ui, &name, |ui| {
            let select = Select::new(&name, &shown).width(ui.available_width());
            select.show(ui, &self.customer, &choices)
        });
        if let Some(customer) = picked {
            self.customer = customer;
        }
        TextField::new(tr!(language, "column-date")).labelled(ui, &mut self.date);
        TextField::new(tr!(language, "contact-who")).labelled(ui, &mut self.who);
        TextField::new(tr!(language, "contact-how"))
            .hint(tr!(language, "contact-how-hint"))
            .labelled(ui, &mut self.how);
        if self.kind == ContactKind::Call {
            ui.add(Checkbox::new(
                &mut self.reached,
                tr!(language, "contact-reached"),
            ));
        }
        TextField::new(tr!(language, "contact-note")).labelled(ui, &mut self.note);
    }
}
