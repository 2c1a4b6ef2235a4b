//! The head: what the form is called, which revision is shown, who signed it, what to do next.

use egui::Ui;

use super::{QuestionnaireTab, Selected, View, sign};
use crate::edit::{self, Intent};
use crate::i18n::{Language, form, period};
use crate::model::{Revision, Role, Signature};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::tag::tag;
use crate::ui::widgets::{Button, MenuItem, Select, Tone, icons, menu, panel, text};
use crate::ui::{Action, Export, Pick};

/// What stands at the right end.
const ACTS: &str = "questionnaire acts";

/// Room for a signature, in pixels.
const SIGNATURE: f32 = 110.0;

impl QuestionnaireTab {
    /// Draws the bar over the tab.
    pub(super) fn head(&mut self, ui: &mut Ui, view: &View<'_>) {
        let height = tokens().height.page_header;
        let inset = tokens().space.panel_margin;
        panel::bar_inset(ui, "questionnaire head", height, inset, |ui| {
            let known = panel::width_at_right(ui, ACTS);
            name(ui, view);
            ui.add_space(tokens().space.section_gap);
            self.pick(ui, view);
            let (tone, words) = standing(view.revision, view.cx.language);
            tag(ui, tone, &words);
            ui.add_space(tokens().space.group_gap);
            signatures(ui, view, known);
            panel::at_right(ui, ACTS, |ui| {
                self.more(ui, view);
                if view.cx.writable {
                    self.acts(ui, view);
                }
            });
        });
    }

    fn pick(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let known = view.cx.data.revisions_of(view.revision.survey).rev();
        let choices: Vec<_> = known
            .map(|revision| {
                let (_, standing) = standing(revision, language);
                (revision.id, format!("{}  {standing}", revision.label))
            })
            .collect();
        let name = tr!(language, "questionnaire-revision");
        let select = Select::new(&name, &view.revision.label).width(88.0).bold();
        let (_, picked) = select.show(ui, &view.revision.id, &choices);
        if let Some(picked) = picked {
            self.revision = Some(picked);
        }
    }

    /// What is due: a draft is signed, anything else is followed by the next revision.
    fn acts(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let sign = tr!(language, "questionnaire-sign");
        if view.editable {
            if ui.add(Button::primary(sign)).clicked() {
                self.signing = Some(sign::Signing::of(view));
            }
            return;
        }
        if !view.revision.approved() && ui.add(Button::secondary(sign)).clicked() {
            self.signing = Some(sign::Signing::of(view));
        }
        let next = Button::primary(tr!(language, "questionnaire-next")).icon(icons::ICON_ADD);
        if ui.add(next).clicked() {
            self.make_next(view);
        }
    }

    /// The next revision, made from the shown one.
    pub(super) fn make_next(&mut self, view: &View<'_>) {
        let id = crate::model::RevisionId(view.cx.fresh_id());
        self.revision = Some(id);
        let from = view.revision.id;
        view.cx.edit(Intent::NextRevision { id, from });
    }

    fn more(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let button = Button::icon_only(icons::ICON_MORE_HORIZ, tr!(language, "more"));
        let button = ui.add(button);
        let cx = view.cx;
        menu::menu(&button, |ui| {
            let entry = |ui: &mut Ui, icon, words: String, may: bool| {
                let entry = MenuItem::new(words).icon(icon);
                ui.add_enabled(may, entry).clicked()
            };
            let export = tr!(language, "questionnaire-export");
            if entry(ui, icons::ICON_UPLOAD_FILE, export, true) {
                cx.ask(Action::Export(Export::Definition));
            }
            let import = tr!(language, "questionnaire-import");
            if entry(ui, icons::ICON_FILE_OPEN, import, cx.writable) {
                cx.ask(Action::Pick(Pick::Definition));
            }
            if !view.editable || view.before.is_none() {
                return;
            }
            menu::rule(ui);
            let delete = tr!(language, "questionnaire-delete-draft");
            if entry(ui, icons::ICON_DELETE, delete, true) {
                cx.edit(Intent::RemoveRevision(view.revision.id));
                self.revision = None;
                self.selected = Selected::Form;
                self.arrived = false;
            }
        });
    }
}

/// What a revision counts as, in a word.
fn standing(revision: &Revision, language: Language) -> (Tone, String) {
    if revision.approved() {
        (Tone::Positive, tr!(language, "questionnaire-approved"))
    } else if revision.frozen {
        (Tone::Accent, tr!(language, "questionnaire-in-use"))
    } else {
        (Tone::Warning, tr!(language, "questionnaire-draft"))
    }
}

fn name(ui: &mut Ui, view: &View<'_>) {
    let colors = palette(ui);
    let language = view.cx.language;
    let title = match view.revision.questionnaire.title.as_str() {
        "" => view.cx.survey.map_or("", |survey| survey.name.as_str()),
        title => title,
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let lines = Face::Heading.line_height() + Face::Small.line_height();
        ui.add_space((tokens().height.page_header - lines) / 2.0);
        ui.set_max_width(360.0);
        text::line(ui, Face::Heading, colors.text, title);
        text::line(ui, Face::Small, colors.text_weak, below(view, language));
    });
}

/// Document number, when it is in force, what it came from, where it is used.
fn below(view: &View<'_>, language: Language) -> String {
    let revision = view.revision;
    let mut parts = Vec::new();
    if !revision.document.is_empty() {
        parts.push(revision.document.clone());
    }
    if let Some(date) = revision.effective {
        parts.push(tr!(
            language,
            "questionnaire-effective",
            date = date.to_string()
        ));
    }
    if let Some(before) = view.before.filter(|_| revision.editable()) {
        let label = before.label.as_str();
        parts.push(tr!(language, "questionnaire-from", label = label));
        let count = edit::differences(before, revision);
        parts.push(tr!(language, "questionnaire-changes", count = count));
    }
    let waves = view.cx.data.waves.iter();
    let used: Vec<_> = waves.filter(|wave| wave.revision == revision.id).collect();
    if let (Some(first), Some(last)) = (used.first(), used.last()) {
        let name = |wave: &crate::model::Wave| period::name(language, wave.period);
        let waves = if first.id == last.id {
            name(first)
        } else {
            format!("{}–{}", name(first), name(last))
        };
        parts.push(tr!(language, "questionnaire-used", waves = waves));
    }
    parts.join(" • ")
}

/// As many as there is room for beside what stands `at_right`, in pixels.
fn signatures(ui: &mut Ui, view: &View<'_>, at_right: f32) {
    let language = view.cx.language;
    let signed = &view.revision.signatures;
    for role in Role::ALL {
        if ui.available_width() < at_right + SIGNATURE {
            return;
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(4.0, 0.0);
            let lines = Face::Small.line_height() + Face::Table.line_height();
            ui.add_space((tokens().height.page_header - lines) / 2.0);
            text::weak(ui, form::role_name(language, role));
            signature_line(ui, signed.of(role), language);
        });
        ui.add_space(tokens().space.section_gap);
    }
}

fn signature_line(ui: &mut Ui, signature: Option<&Signature>, language: Language) {
    let colors = palette(ui);
    match signature {
        Some(signature) => {
            ui.horizontal(|ui| {
                text::say(ui, Face::Table, colors.text, signature.name.as_str());
                let date = signature.date.to_string();
                text::say(ui, Face::Table, colors.text_weak, date);
            });
        }
        None => {
            let words = tr!(language, "sign-missing");
            text::say(ui, Face::Table, colors.text_weak, words);
        }
    }
}
