//! The comments, one a row.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::contents::{CommentKey, CommentsContents, Row};
use crate::analysis::Sentiment;
use crate::chart::words::sentiment_word;
use crate::tr;
use crate::ui::list::{Chosen, Field, List};
use crate::ui::widgets::{Cells, Checkbox, Tone};
use crate::ui::{Action, Cx, Place};

/// Draws those shown: a press chooses one, Enter or a double click opens its return.
pub(super) fn show(
    ui: &mut egui::Ui,
    cx: &Cx<'_>,
    (made, shown): (&CommentsContents, &[usize]),
    (ticked, chosen): (&mut BTreeSet<CommentKey>, &mut Chosen<CommentKey>),
) {
    let row = |at: usize| made.rows.get(*shown.get(at)?);
    let at = chosen.get().and_then(|key| {
        let mut rows = shown.iter().enumerate();
        rows.find_map(|(at, row)| (made.rows[*row].key == key).then_some(at))
    });
    let ticks = RefCell::new(std::mem::take(ticked));
    let taken = List::new("comments", columns(cx, &ticks))
        .chosen(at, chosen.reveal())
        .show(ui, shown.len(), row);
    let (pressed, opened) = (
        taken.chosen.map(|row| row.key),
        taken.opened.map(|row| row.key),
    );
    *ticked = ticks.take();
    if let Some(key) = pressed {
        chosen.choose(key);
    }
    if let Some((returned, _)) = opened {
        cx.ask(Action::Go(Place::Return(returned)));
    }
}

fn columns<'a>(
    cx: &'a Cx<'_>,
    ticks: &'a RefCell<BTreeSet<CommentKey>>,
) -> Vec<Field<'a, &'a Row>> {
    let language = cx.language;
    let comma = tr!(language, "list-comma");
    let tags = move |row: &Row| -> String {
        let names: Vec<&str> = row.tags.iter().map(|it| &*it.name).collect();
        names.join(&comma)
    };
    vec![
        Field::signs(
            "ticked",
            "",
            36.0,
            move |row: &Row, cells: &mut Cells<'_>| {
                tick(cx, row, cells, ticks);
            },
        ),
        Field::words(
            "text",
            tr!(language, "comment-text"),
            240.0,
            |row: &'a Row| row.text.as_str(),
        )
        .drawn(|row, cells| cells.text(&row.text.replace('\n', " ")))
        .stretch(3.0),
        Field::signs(
            "tags",
            tr!(language, "comment-tags"),
            120.0,
            move |row, cells| {
                cells.toned(Tone::Accent, &tags(row));
            },
        )
        .stretch(1.0),
        Field::words(
            "beside",
            tr!(language, "comment-beside"),
            130.0,
            |row: &'a Row| row.about.as_str(),
        )
        .stretch(1.0)
        .gives_way(2),
        Field::signs(
            "felt",
            tr!(language, "comment-felt"),
            124.0,
            move |row: &Row, cells| match row.felt {
                Some(felt) => cells.status(tone(felt), &sentiment_word(felt, language)),
                None => cells.skip(),
            },
        ),
        Field::words(
            "customer",
            tr!(language, "comment-customer"),
            130.0,
            |row: &'a Row| row.customer.as_str(),
        )
        .stretch(1.0)
        .gives_way(1),
    ]
}

/// The colour of an answer.
pub(super) fn tone(felt: Sentiment) -> Tone {
    match felt {
        Sentiment::Satisfied => Tone::Positive,
        Sentiment::Middle => Tone::Neutral,
        Sentiment::Dissatisfied => Tone::Negative,
    }
}

fn tick(cx: &Cx<'_>, row: &Row, cells: &mut Cells<'_>, ticks: &RefCell<BTreeSet<CommentKey>>) {
    let name = tr!(cx.language, "comments-tick", text = row.text.as_str());
    let mut ticked = ticks.borrow().contains(&row.key);
    cells.ui(|ui| {
        let checkbox = Checkbox::new(&mut ticked, name).bare();
        if ui.add_enabled(cx.writable, checkbox).clicked() {
            let mut ticks = ticks.borrow_mut();
            match ticked {
                true => ticks.insert(row.key),
                false => ticks.remove(&row.key),
            };
        }
    });
}
