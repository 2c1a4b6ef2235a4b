//! What has to be decided, right below the column it is about, with what each choice would
//! yield.

use egui::accesskit::Role;
use egui::{Align2, Frame, Response, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Mapped, Seen};
use crate::i18n::number;
use crate::model::{
    ColumnPreview, LineageId, Normalisation, Reading, Scale, ScaleOption, Target, Undecided,
    read_alike,
};
use crate::theme::{Color, tokens};
use crate::tr;
use crate::ui::Look;
use crate::ui::style::{Face, margin, palette, radius};
use crate::ui::widgets::{Checkbox, Chip, Hotspot, Tone, panel, text};

/// Draws the block. `alike`: the choice is meant for the other columns too.
pub(super) fn block(ui: &mut Ui, seen: Seen<'_>, undecided: &Undecided, alike: &mut bool) {
    let inset = margin(tokens().space.page_margin, 0.0);
    let fill = Tone::Warning.tint(palette(ui));
    Frame::NONE.fill(fill).inner_margin(inset).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        match undecided {
            Undecided::Reading(column) => reading(ui, seen, *column, alike),
            Undecided::Unordered(column) => super::order::order(ui, seen, *column),
            Undecided::Ticks(column) => super::ticks::ticks(ui, seen, *column),
            Undecided::Conflict { target, columns } => conflict(ui, seen, *target, columns),
            Undecided::NothingFits => {}
        }
        ui.add_space(6.0);
    });
    panel::rule(ui);
}

/// Several columns for one item: which one is it?
fn conflict(ui: &mut Ui, seen: Seen<'_>, target: Target, columns: &[usize]) {
    let language = seen.cx.language;
    let target = super::words::target(seen, target);
    text::table(ui, tr!(language, "conflict-twice", target = target));
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
                seen.look(Look::Target {
                    columns: others.collect(),
                    target: Target::Ignore,
                });
            }
        }
    });
}

/// Scores or option numbers: the worst that could be mixed up.
fn reading(ui: &mut Ui, seen: Seen<'_>, at: usize, alike: &mut bool) {
    let language = seen.cx.language;
    let Some(mapped) = seen.column(at) else {
        return;
    };
    let plain = mapped.item.is_some_and(|it| !it.kind.has_scale());
    let (readings, asked) = match plain {
        true => (
            [Reading::Number, Reading::CommaDecimals],
            tr!(language, "conflict-decimals"),
        ),
        false => (
            [Reading::Scores, Reading::OptionNumbers],
            tr!(language, "conflict-both"),
        ),
    };
    text::table(ui, asked);
    let others = read_alike(&seen.incoming.columns, seen.asked, at);
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let room = ui.available_width() - if others.is_empty() { 0.0 } else { 190.0 };
        let width = ((room - 24.0) / 2.0).clamp(200.0, 420.0);
        for reading in readings {
            let yields = match plain {
                true => Some(Yield::of_decimals(seen, mapped, reading)),
                false => Yield::of(seen, mapped, reading),
            };
            if yields.is_some_and(|yields| card(ui, width, &yields).clicked()) {
                chosen = Some(reading);
            }
        }
        if !others.is_empty() {
            let words = tr!(language, "conflict-alike", count = others.len());
            ui.add(Checkbox::new(alike, words));
        }
    });
    if let Some(reading) = chosen {
        let mut columns = vec![at];
        if *alike {
            columns.extend(others);
        }
        seen.look(Look::Reading { columns, reading });
    }
}

/// One way to read the numbers, and what comes of it.
struct Yield {
    title: String,
    /// What the values found would mean.
    means: String,
    /// The mean of the column.
    mean: String,
    /// What it was last time.
    last: String,
}

impl Yield {
    /// The numbers found with a point or a comma before their decimals.
    fn of_decimals(seen: Seen<'_>, mapped: Mapped<'_>, reading: Reading) -> Self {
        let language = seen.cx.language;
        let title = match reading {
            Reading::CommaDecimals => tr!(language, "conflict-comma"),
            _ => tr!(language, "conflict-point"),
        };
        let said = mapped
            .preview
            .twofold
            .iter()
            .map(|(found, [point, comma])| {
                let number = match reading {
                    Reading::CommaDecimals => comma,
                    _ => point,
                };
                format!("{found} → {}", number::plain(*number))
            });
        Self {
            title,
            means: said.take(3).collect::<Vec<_>>().join("  "),
            mean: String::new(),
            last: String::new(),
        }
    }

    fn of(seen: Seen<'_>, mapped: Mapped<'_>, reading: Reading) -> Option<Self> {
        let language = seen.cx.language;
        let item = mapped.item?;
        let scale = item.scale.as_ref()?;
        let preview = mapped.preview;
        let (title, mean) = match reading {
            Reading::Scores => {
                let score = |it: &&ScaleOption| it.score.unwrap_or(f64::MIN);
                let options = scale.options.iter();
                let best = options.max_by(|a, b| score(a).total_cmp(&score(b)))?;
                let score = best.score.map_or_else(String::new, number::plain);
                let label = best.label.as_str();
                let title = tr!(language, "conflict-scores", score = score, label = label);
                (title, preview.mean_as_scores)
            }
            _ => {
                let first = scale.options.first()?.label.as_str();
                let title = tr!(language, "conflict-numbers", label = first);
                (title, preview.mean_as_option_numbers)
            }
        };
        let (code, mean) = (item.code.as_str(), number::score(mean));
        Some(Self {
            title,
            means: means(preview, scale, reading),
            mean: tr!(language, "conflict-mean", code = code, mean = mean),
            last: last(seen, item.lineage),
        })
    }
}

/// `1 → 很不满意, 2 → 不满意`
fn means(preview: &ColumnPreview, scale: &Scale, reading: Reading) -> String {
    let found = preview.samples.iter().map(|it| it.found.trim().parse());
    let mut numbers: Vec<f64> = found.filter_map(Result::ok).collect();
    numbers.sort_by(f64::total_cmp);
    numbers.dedup();
    let said = numbers.into_iter().filter_map(|number| {
        let option = reading.option_of(scale, number)?;
        Some(format!("{} → {}", number::plain(number), option.label))
    });
    said.take(3).collect::<Vec<_>>().join("  ")
}

/// The item's score in the wave before, where it is on the same footing.
fn last(seen: Seen<'_>, item: LineageId) -> String {
    if seen.asked.rules.normalisation != Normalisation::OfMaximum {
        return String::new();
    }
    let waves = seen.cx.surveyed_all();
    let earlier = waves.iter().rev();
    let earlier = earlier.filter(|it| it.wave.period < seen.incoming.period);
    let score = earlier
        .filter_map(|it| it.figures.item(item)?.figure.score)
        .next();
    score.map_or_else(String::new, |score| {
        let score = number::score(Some(score));
        tr!(seen.cx.language, "conflict-last", score = score)
    })
}

/// A choice as a card with a round mark.
fn card(ui: &mut Ui, width: f32, yields: &Yield) -> Response {
    let colors = palette(ui);
    let corner = tokens().radius.control;
    let hotspot = Hotspot::button(&yields.title).role(Role::RadioButton);
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
    let room = rect
        .shrink2(vec2(12.0, 11.0))
        .with_min_x(rect.left() + 38.0);
    let line = |from: f32, align: Align2, face, ink: Color, words: &str| {
        let room = room.with_min_x(from);
        text::paint(ui, room, align, (face, ink), words)
            .rect
            .right()
    };
    let (left, ink, weak) = (room.left(), colors.text, colors.text_weak);
    line(left, Align2::LEFT_TOP, Face::TableBold, ink, &yields.title);
    line(left, Align2::LEFT_CENTER, Face::Small, weak, &yields.means);
    let mean = line(
        left,
        Align2::LEFT_BOTTOM,
        Face::TableBold,
        ink,
        &yields.mean,
    );
    line(
        mean + 10.0,
        Align2::LEFT_BOTTOM,
        Face::Small,
        weak,
        &yields.last,
    );
    response
}
