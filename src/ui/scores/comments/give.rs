//! Tags given to comments and taken off them, one or several at once: by the buttons below the
//! list or by the number keys.

use egui::{Modifiers, Ui};

use super::contents::{CommentKey, CommentsContents};
use super::editor::Draft;
use crate::edit::Intent;
use crate::model::{Tag, TagId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::digits::from_one;
use crate::ui::widgets::{Button, MenuItem, menu, text};

/// Asks for it.
pub(super) fn ask(cx: &Cx<'_>, tag: TagId, comments: &[CommentKey], given: bool) {
    cx.edit(Intent::TagComments {
        tag,
        comments: comments.to_vec(),
        given,
    });
}

/// Whether all of them have it.
fn all_have(made: &CommentsContents, tag: TagId, comments: &[CommentKey]) -> bool {
    let has = |key: &CommentKey| {
        let row = made.row(*key);
        row.is_some_and(|row| row.tags.iter().any(|it| it.tag == tag))
    };
    comments.iter().all(has)
}

/// What is meant, and what can be done with it.
pub(super) fn foot(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (made, tags): (&CommentsContents, &[&Tag]),
    meant: &[CommentKey],
) {
    let language = cx.language;
    ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
    let able = cx.writable && !cx.stale && !meant.is_empty() && !tags.is_empty();
    for (words, given) in [
        (tr!(language, "comments-give"), true),
        (tr!(language, "comments-take-off"), false),
    ] {
        let button = Button::secondary(words).small().arrow();
        let button = ui.add_enabled(able, button);
        menu::menu(&button, |ui| {
            for (at, tag) in tags.iter().enumerate() {
                let key = (at + 1).to_string();
                let item = MenuItem::new(tag.name.as_str());
                let item = match from_one().nth(at) {
                    Some(_) => item.key(&key),
                    None => item,
                };
                let chosen = given && all_have(made, tag.id, meant);
                if ui.add(item.chosen(chosen)).clicked() {
                    ask(cx, tag.id, meant, given);
                }
            }
        });
    }
    let words = match (tags.is_empty(), meant.len()) {
        (true, _) => tr!(language, "comments-no-tags"),
        (false, 0) => tr!(language, "comments-meant-none"),
        (false, count) => tr!(language, "comments-meant", count = count),
    };
    text::weak(ui, words);
}

/// A number key gives the tag of that place, or takes it off where all have it.
pub(super) fn keys(
    ui: &Ui,
    cx: &Cx<'_>,
    (made, tags): (&CommentsContents, &[&Tag]),
    meant: &[CommentKey],
) {
    let typing = ui.ctx().text_edit_focused();
    if typing || !cx.writable || cx.stale || meant.is_empty() {
        return;
    }
    for (tag, key) in tags.iter().zip(from_one()) {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ask(cx, tag.id, meant, !all_have(made, tag.id, meant));
        }
    }
}

/// Which tag is to be changed.
pub(super) fn edit_menu(ui: &mut Ui, cx: &Cx<'_>, tags: &[&Tag], draft: &mut Option<Draft>) {
    let button = Button::secondary(tr!(cx.language, "tag-edit-ask"))
        .small()
        .arrow();
    let button = ui.add_enabled(!tags.is_empty(), button);
    menu::menu(&button, |ui| {
        for tag in tags {
            if ui.add(MenuItem::new(tag.name.as_str())).clicked() {
                *draft = Some(Draft::of(tag, cx));
            }
        }
    });
}
