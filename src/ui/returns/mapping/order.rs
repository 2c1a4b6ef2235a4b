//! Which option the numbers of a column mean, where nobody told the order of the options.

use egui::{Align2, Ui, UiBuilder, vec2};

use super::{Mapped, Seen};
use crate::model::Item;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Look;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Chip, Select, text};

/// Numbers asked about at most.
const MOST: usize = 60;
/// Width of a number, and of the field beside it.
const NUMBER: f32 = 24.0;
const FIELD: f32 = 168.0;

/// Asks it: a field for each number, or all at once where the options stand in order.
pub(super) fn order(ui: &mut Ui, seen: Seen<'_>, at: usize) {
    let language = seen.cx.language;
    let Some((mapped, item)) = seen.column(at).and_then(|it| Some((it, it.item?))) else {
        return;
    };
    let labels: Vec<&str> = labels(item).collect();
    let asked = tr!(language, "order-which", item = item.code.as_str());
    text::table(ui, asked);
    let numbers = labels.len().max(highest(mapped)).min(MOST);
    let mut numbered = mapped.column.numbered.clone();
    numbered.resize(numbers, None);
    let before = numbered.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
        for (place, option) in numbered.iter_mut().enumerate() {
            number(ui, seen, place + 1, option, (&labels, &before));
        }
    });
    let stand = labels.iter().enumerate();
    let stand: Vec<String> = stand.map(|(at, it)| format!("{} → {it}", at + 1)).collect();
    let words = tr!(language, "order-as-they-stand", order = stand.join("  "));
    if ui.add(Chip::new(words)).clicked() {
        let places = (0_u8..).take(labels.len()).map(Some);
        numbered = places.collect();
        numbered.resize(numbers, None);
    }
    if numbered != before {
        seen.look(Look::Numbered {
            column: at,
            numbered,
        });
    }
}

/// The field of one number: one of the options that have none yet.
fn number(
    ui: &mut Ui,
    seen: Seen<'_>,
    number: usize,
    option: &mut Option<u8>,
    (labels, all): (&[&str], &[Option<u8>]),
) {
    let language = seen.cx.language;
    let none = || (None, tr!(language, "order-none"));
    let free = |at: &u8| *option == Some(*at) || !all.contains(&Some(*at));
    let options = (0_u8..).zip(labels).filter(|(at, _)| free(at));
    let options = options.map(|(at, label)| (Some(at), (*label).to_owned()));
    let choices: Vec<(Option<u8>, String)> = std::iter::once(none()).chain(options).collect();
    let chosen = choices.iter().find(|(it, _)| it == option);
    let shown = chosen.map_or_else(String::new, |(_, words)| words.clone());
    let name = tr!(language, "order-of", number = number);
    let select = Select::new(&name, &shown).width(FIELD).small();
    let select = select.warning(option.is_none());
    let size = vec2(NUMBER + FIELD, tokens().height.control_small);
    // One piece: where the line ends no number stands without its field.
    let (_, room) = ui.allocate_space(size);
    let ink = (Face::TableBold, palette(ui).text);
    text::paint(ui, room, Align2::LEFT_CENTER, ink, &number.to_string());
    let field = UiBuilder::new().max_rect(room.with_min_x(room.left() + NUMBER));
    let mut field = ui.new_child(field);
    if let (_, Some(picked)) = select.show(&mut field, option, &choices) {
        *option = picked;
    }
}

fn labels(item: &Item) -> impl Iterator<Item = &str> {
    let options = item.scale.iter().flat_map(|scale| &scale.options);
    options.map(|option| option.label.as_str())
}

/// The highest number seen in the column.
fn highest(mapped: Mapped<'_>) -> usize {
    let samples = mapped.preview.samples.iter().map(|it| it.found.as_str());
    let unread = mapped.preview.unreadable_values.iter();
    let all = samples.chain(unread.map(|(found, _)| found.as_str()));
    all.filter_map(|it| it.trim().parse().ok())
        .max()
        .unwrap_or(0)
}
