//! Over the comments: the search, what they stand beside, how satisfied their customers are
//! there, and the tags with how many comments have each.

use egui::Ui;

use super::contents::CommentsContents;
use super::query::{Query, Tagging};
use crate::analysis::Sentiment;
use crate::chart::words::sentiment_word;
use crate::i18n::number;
use crate::model::Tag;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::chip;
use crate::ui::widgets::{Chip, MenuItem, TextField, menu, panel};

/// Width of the search.
const SEARCH: f32 = 200.0;

/// What is asked of the comments.
pub(super) fn asked(ui: &mut Ui, cx: &Cx<'_>, made: &CommentsContents, query: &mut Query) {
    let language = cx.language;
    ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
    let name = tr!(language, "comments-search-for");
    TextField::new(name)
        .hint(tr!(language, "comments-search"))
        .width(SEARCH)
        .show(ui, &mut query.sought);
    beside(ui, cx, made, query);
    panel::divider(ui);
    let told = made.rows.iter().filter_map(|it| it.felt);
    for felt in Sentiment::ALL {
        let count = told.clone().filter(|it| *it == felt).count();
        let words = sentiment_word(felt, language);
        let chosen = query.felt == Some(felt);
        let chip = Chip::new(words).count(count).chosen(chosen);
        if ui.add(chip).clicked() {
            query.felt = (!chosen).then_some(felt);
        }
    }
}

/// A chip that chooses what comments stand beside.
fn beside(ui: &mut Ui, cx: &Cx<'_>, made: &CommentsContents, query: &mut Query) {
    let language = cx.language;
    let any = tr!(language, "comments-beside-any");
    let chosen = query.beside.as_ref();
    let known = chosen.and_then(|it| made.places.iter().find(|place| place.0 == *it));
    let words = known.map_or_else(|| tr!(language, "comment-beside"), |it| it.1.clone());
    let chip = ui.add(Chip::new(words).arrow().chosen(chosen.is_some()));
    menu::menu(&chip, |ui| {
        let none = query.beside.is_none();
        if ui.add(MenuItem::new(any).chosen(none)).clicked() {
            query.beside = None;
        }
        for (beside, about, count) in &made.places {
            let count = number::count(*count);
            let item = MenuItem::new(about.as_str()).key(&count);
            let chosen = query.beside.as_ref() == Some(beside);
            if ui.add(item.chosen(chosen)).clicked() {
                query.beside = Some(beside.clone());
            }
        }
    });
}

/// The tags of the survey.
pub(super) fn tags(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (made, tags): (&CommentsContents, &[&Tag]),
    query: &mut Query,
) {
    let language = cx.language;
    ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
    let asked = &mut query.tag;
    chip(
        ui,
        asked,
        None,
        tr!(language, "comments-all"),
        made.rows.len(),
    );
    for tag in tags {
        let has = Some(Tagging::Has(tag.id));
        chip(ui, asked, has, tag.name.clone(), made.count(tag));
    }
    if !tags.is_empty() {
        let bare = made.rows.iter().filter(|it| it.tags.is_empty()).count();
        let words = tr!(language, "comments-untagged");
        chip(ui, asked, Some(Tagging::None), words, bare);
    }
}
