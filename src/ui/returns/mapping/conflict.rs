//! What has to be decided, right below the column it is about, with what each choice would
//! yield.

use egui::accesskit::Role;
use egui::{Frame, Response, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Seen, waiting_alike};
use crate::i18n::number;
use crate::model::{
    ColumnPreview, Item, LineageId, Normalisation, Reading, Scale, Target, Undecided,
};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Look;
use crate::ui::style::{Face, margin, palette, radius};
use crate::ui::widgets::{Checkbox, Chip, Hotspot, Tone, panel, text};

/// Draws the block. `alike`: the choice is meant for the other columns too.
pub(super) fn block(
    ui: &mut Ui,
    seen: Seen<'_>,
    undecided: &Undecided,
    alike: &mut bool,
) -> Option<Look> {
    let inset = margin(tokens().space.page_margin, 0.0);
    let fill = Tone::Warning.tint(palette(ui));
    let look = Frame::NONE
        .fill(fill)
        .inner_margin(inset)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let look = match undecided {
                Undecided::Reading(column) => reading(ui, seen, *column, alike),
                Undecided::Conflict { target, columns } => conflict(ui, seen, *target, columns),
                Undecided::NothingFits => None,
            };
            ui.add_space(6.0);
            look
        })
        .inner;
    panel::rule(ui);
    look
}

/// Several columns for one item: which one is it?
fn conflict(ui: &mut Ui, seen: Seen<'_>, target: Target, columns: &[usize]) -> Option<Look> {
    let language = seen.cx.language;
    let target = super::words::target(seen, target);
    text::table(ui, tr!(language, "conflict-twice", target = target));
    let mut look = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
        for at in columns {
            let Some(column) = seen.incoming.columns.get(*at) else {
                continue;
            };
            let words = tr!(
                language,
                "conflict-keep",
                column = column.letters(),
                title = column.title.as_str()
            );
            if ui.add(Chip::new(words)).clicked() {
                let others = columns.iter().copied().filter(|other| other != at);
                look = Some(Look::Target {
                    columns: others.collect(),
                    target: Target::Ignore,
                });
            }
        }
    });
    look
}

/// Scores or option numbers: the worst that could be mixed up.
fn reading(ui: &mut Ui, seen: Seen<'_>, at: usize, alike: &mut bool) -> Option<Look> {
    let language = seen.cx.language;
    let (column, preview) = seen.column(at)?;
    let Target::Item(lineage) = column.target else {
        return None;
    };
    let item = seen.asked.item_of(lineage)?;
    let scale = item.scale.as_ref()?;
    text::table(ui, tr!(language, "conflict-both"));
    let others = waiting_alike(seen, at);
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let room = ui.available_width() - if others.is_empty() { 0.0 } else { 190.0 };
        let width = ((room - 24.0) / 2.0).clamp(200.0, 420.0);
        for reading in [Reading::Scores, Reading::OptionNumbers] {
            let way = Way::of(seen, preview, (item, scale), reading);
            if card(ui, width, &way).clicked() {
                chosen = Some(reading);
            }
        }
        if !others.is_empty() {
            let words = tr!(language, "conflict-alike", count = others.len());
            ui.add(Checkbox::new(alike, words));
        }
    });
    let reading = chosen?;
    let mut columns = vec![at];
    if *alike {
        columns.extend(others);
    }
    Some(Look::Reading { columns, reading })
}

/// One way to read the numbers, and what comes of it.
struct Way {
    title: String,
    /// What the values found would mean.
    means: String,
    /// The mean of the column.
    yields: String,
    /// What it was last time.
    last: String,
}

impl Way {
    fn of(
        seen: Seen<'_>,
        preview: &ColumnPreview,
        (item, scale): (&Item, &Scale),
        reading: Reading,
    ) -> Self {
        let language = seen.cx.language;
        let best = scale.options.iter().max_by(|a, b| {
            let score = |it: &crate::model::ScaleOption| it.score.unwrap_or(f64::MIN);
            score(a).total_cmp(&score(b))
        });
        let first = scale.options.first();
        let (title, mean) = match reading {
            Reading::Scores => (
                tr!(
                    language,
                    "conflict-scores",
                    score = best
                        .and_then(|it| it.score)
                        .map_or_else(String::new, number::plain),
                    label = best.map_or("", |it| it.label.as_str())
                ),
                preview.mean_as_scores,
            ),
            _ => (
                tr!(
                    language,
                    "conflict-numbers",
                    label = first.map_or("", |it| it.label.as_str())
                ),
                preview.mean_as_option_numbers,
            ),
        };
        let yields = tr!(
            language,
            "conflict-mean",
            code = item.code.as_str(),
            mean = number::score(mean)
        );
        Self {
            title,
            means: means(preview, scale, reading),
            yields,
            last: last(seen, item.lineage),
        }
    }
}

/// `1 → 很不满意, 2 → 不满意`
fn means(preview: &ColumnPreview, scale: &Scale, reading: Reading) -> String {
    let mut numbers: Vec<f64> = preview
        .samples
        .iter()
        .filter_map(|it| it.found.trim().parse().ok())
        .collect();
    numbers.sort_by(f64::total_cmp);
    numbers.dedup();
    let said = numbers.into_iter().filter_map(|number| {
        let option = match reading {
            Reading::Scores => scale.options.iter().find(|it| it.score == Some(number)),
            _ => {
                let places = (1_u8..).zip(&scale.options);
                let mut placed = places.filter(|(place, _)| f64::from(*place) == number);
                placed.next().map(|(_, option)| option)
            }
        }?;
        Some(format!("{} → {}", number::plain(number), option.label))
    });
    said.take(3).collect::<Vec<_>>().join("  ")
}

/// The item's score in the wave before, where it is on the same footing.
fn last(seen: Seen<'_>, item: LineageId) -> String {
    if seen.asked.rules.normalisation != Normalisation::OfMaximum {
        return String::new();
    }
    let cx = seen.cx;
    let waves = cx.surveyed_all();
    let earlier = waves
        .iter()
        .rev()
        .filter(|it| it.wave.period < seen.incoming.period);
    let score = earlier
        .filter_map(|it| it.figures.item(item)?.figure.score)
        .next();
    score.map_or_else(String::new, |score| {
        tr!(
            cx.language,
            "conflict-last",
            score = number::score(Some(score))
        )
    })
}

/// A choice as a card with a round mark.
fn card(ui: &mut Ui, width: f32, way: &Way) -> Response {
    let colors = palette(ui);
    let corner = tokens().radius.control;
    let hotspot = Hotspot::button(&way.title).role(Role::RadioButton);
    let (rect, response) = hotspot.corner(corner).take(ui, vec2(width, 82.0));
    let fill = if response.hovered() {
        colors.hover
    } else {
        colors.surface
    };
    let stroke = Stroke::new(tokens().stroke.control, colors.line_strong);
    let painter = ui.painter();
    painter.rect(rect, radius(corner), fill, stroke, StrokeKind::Inside);
    let mark = pos2(rect.left() + 20.0, rect.top() + 21.0);
    painter.circle_stroke(mark, 7.5, Stroke::new(1.2, colors.control));
    let left = rect.left() + 38.0;
    let room = rect.right() - 12.0 - left;
    let line = |x: f32, y: f32, face, ink: crate::theme::Color, words: &str| {
        let galley = text::galley(ui, face, ink, words, room - (x - left));
        let width = galley.size().x;
        let at = pos2(x, rect.top() + y);
        ui.painter().galley(at, galley, ink.into());
        x + width
    };
    line(left, 11.0, Face::TableBold, colors.text, &way.title);
    line(left, 32.0, Face::Small, colors.text_weak, &way.means);
    let next = line(left, 53.0, Face::TableBold, colors.text, &way.yields);
    line(next + 10.0, 54.0, Face::Small, colors.text_weak, &way.last);
    response
}
