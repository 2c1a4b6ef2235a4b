//! Which option the ticks of a column mean.

use egui::Ui;

use super::Seen;
use crate::model::Target;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Look;
use crate::ui::widgets::{Chip, text};

/// Asks it: the column becomes that of one option.
pub(super) fn ticks(ui: &mut Ui, seen: Seen<'_>, at: usize) {
    let language = seen.cx.language;
    let Some(item) = seen.column(at).and_then(|mapped| mapped.item) else {
        return;
    };
    text::table(ui, tr!(language, "ticks-which", item = item.code.as_str()));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
        let options = item.scale.iter().flat_map(|scale| &scale.options);
        for (place, option) in (0_u8..).zip(options) {
            let words = tr!(language, "ticks-mean", option = option.label.as_str());
            if ui.add(Chip::new(words)).clicked() {
                seen.look(Look::Target {
                    columns: vec![at],
                    target: Target::ItemOption(item.lineage, place),
                });
            }
        }
    });
}
