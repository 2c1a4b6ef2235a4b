//! The dialog in which a tag is made or changed: its name, its class, the words that give it.

use egui::{Context, Ui};

use crate::analysis::SegmentKey;
use crate::chart::words::class_word;
use crate::edit::{Intent, Refusal, tag_words};
use crate::model::{Tag, TagClass, TagId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::dialog::Reason;
use crate::ui::widgets::{Chip, Dialog, Select, TextField, labelled, text};

/// Words suggested in the dialog.
const SUGGESTED: usize = 12;

/// What is typed in it.
#[derive(Debug)]
pub(super) struct Draft {
    /// `None`: a new one.
    id: Option<TagId>,
    name: String,
    class: TagClass,
    words: String,
}

impl Draft {
    pub(super) fn new() -> Self {
        Self {
            id: None,
            name: String::new(),
            class: TagClass::Other,
            words: String::new(),
        }
    }

    pub(super) fn of(tag: &Tag, cx: &Cx<'_>) -> Self {
        Self {
            id: Some(tag.id),
            name: tag.name.clone(),
            class: tag.class,
            words: tag.words.join(&tr!(cx.language, "list-comma")),
        }
    }
}

/// Asks, while there is a draft. A tag filtered by under its old name is filtered by no longer.
pub(super) fn ask(
    context: &Context,
    cx: &Cx<'_>,
    draft: &mut Option<Draft>,
    frequent: &[(String, usize)],
) {
    let Some(open) = draft.as_ref() else {
        return;
    };
    let language = cx.language;
    let (title, verb) = match open.id {
        Some(_) => (tr!(language, "tag-edit"), tr!(language, "tag-edit-verb")),
        None => (tr!(language, "tag-new"), tr!(language, "tag-new-verb")),
    };
    let known = open.id;
    let mut remove = false;
    let words = tr!(language, "tag-remove");
    let mut dialog = Dialog::new("tag", language, title, verb);
    if known.is_some() {
        dialog = dialog.other(&words, &mut remove);
    }
    let wanted = dialog.run(
        context,
        draft,
        |ui, draft| fields(ui, cx, draft, frequent),
        |draft| step(cx, draft),
    );
    if let Some(tag) = wanted {
        forget(cx, &tag);
        cx.edit(Intent::SetTag(tag));
    }
    if let Some(id) = known.filter(|_| remove) {
        cx.edit(Intent::RemoveTag(id));
        *draft = None;
    }
}

/// No filter asks for a name that is no more.
fn forget(cx: &Cx<'_>, tag: &Tag) {
    let before = cx.data.tag(tag.id).filter(|it| it.name != tag.name);
    let Some(before) = before.filter(|it| cx.filter.has(&SegmentKey::Tag, &it.name)) else {
        return;
    };
    let mut filter = cx.filter.clone();
    filter.remove(&SegmentKey::Tag, &before.name);
    filter.add(SegmentKey::Tag, tag.name.as_str());
    cx.ask(crate::ui::Action::Filter(filter));
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, draft: &mut Draft, frequent: &[(String, usize)]) {
    let language = cx.language;
    TextField::new(tr!(language, "tag-name")).labelled(ui, &mut draft.name);
    let name = tr!(language, "tag-class");
    labelled(ui, &name, |ui| {
        let shown = class_word(draft.class, language);
        let width = ui.available_width();
        let choices = TagClass::ALL.map(|it| (it, class_word(it, language)));
        let select = Select::new(&name, &shown).width(width);
        let (response, taken) = select.show(ui, &draft.class, &choices);
        draft.class = taken.unwrap_or(draft.class);
        (response, ())
    });
    TextField::new(tr!(language, "tag-words"))
        .hint(tr!(language, "tag-words-hint"))
        .labelled(ui, &mut draft.words);
    text::weak(ui, tr!(language, "tag-words-note"));
    let typed = tag_words(&draft.words);
    let fresh = frequent.iter().filter(|(word, _)| !typed.contains(word));
    let fresh: Vec<_> = fresh.take(SUGGESTED).collect();
    if fresh.is_empty() {
        return;
    }
    text::weak(ui, tr!(language, "tag-frequent"));
    ui.horizontal_wrapped(|ui| {
        let gap = tokens().space.control_gap;
        ui.spacing_mut().item_spacing = egui::vec2(gap, gap);
        for (word, count) in fresh {
            if ui
                .add(Chip::new(word.as_str()).count(*count).adds())
                .clicked()
            {
                let mut words = typed.clone();
                words.push(word.clone());
                draft.words = words.join(&tr!(language, "list-comma"));
                if draft.name.trim().is_empty() {
                    draft.name.clone_from(word);
                }
            }
        }
    });
}

/// The tag as it is typed, or why it cannot be.
fn step(cx: &Cx<'_>, draft: &Draft) -> Result<Tag, Reason> {
    let survey = cx.survey.ok_or(Refusal::Gone)?;
    let name = draft.name.trim();
    if name.is_empty() {
        return Err(Refusal::NeedsTagName.into());
    }
    let mut others = cx.data.tags_of(survey.id);
    if others.any(|it| it.name == name && Some(it.id) != draft.id) {
        return Err(Refusal::TagTaken.into());
    }
    Ok(Tag {
        id: draft.id.unwrap_or_else(|| TagId(cx.fresh_id())),
        survey: survey.id,
        name: name.to_owned(),
        class: draft.class,
        words: tag_words(&draft.words),
    })
}
