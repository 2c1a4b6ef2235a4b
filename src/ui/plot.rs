//! The trend on the screen: the same marks paper gets, over a plot whose time can be zoomed and
//! moved. The only file that names the plot library, which keeps the stretch of time and moves
//! it; values keep their scale.

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Id, Pos2, Rect, Response, Stroke, Ui, UiBuilder, Vec2};
use egui::{WidgetInfo, pos2};
use egui_plot::{Plot, PlotUi};

use super::style::palette;
use super::{scene, zoom};
use crate::chart::{Area, Measure, Plane, Size, Trend};
use crate::theme::tokens;

/// Room above the plot for values that rise out of it, and below for dots on its base line.
const ABOVE: f32 = 16.0;
const BELOW: f32 = 6.0;

/// How near to a dot the pointer means it.
const NEAR: f32 = 10.0;

/// Line and dot of a trend.
pub type At = (usize, usize);

/// What was done with the plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plotted {
    /// The dot under the pointer.
    pub hovered: Option<At>,
    /// The time the pointer is nearest to, by its place in [`Trend::times`].
    pub time: Option<usize>,
    /// The dot that was pressed.
    pub pressed: Option<At>,
    /// Not everything is shown.
    pub zoomed: bool,
}

/// What is wanted of a plot.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// What a screen reader says.
    pub name: &'a str,
    /// Everything is to be shown again.
    pub whole: bool,
    /// The line to look at, all others being grey.
    pub focus: Option<usize>,
}

/// Draws the chart in `size`.
pub fn plot(ui: &mut Ui, id: Id, trend: &Trend, size: Vec2, wanted: Wanted<'_>) -> Plotted {
    let Wanted { name, whole, focus } = wanted;
    let (_, rect) = ui.allocate_space(size);
    let measure = Measure::shared();
    let full = trend.plane(Size::new(size.x, size.y), measure);
    let full = moved(full, rect.min);
    let frame = Rect::from_min_max(
        pos2(full.area.left, full.area.top - ABOVE),
        pos2(full.area.right, full.area.bottom + BELOW),
    );
    let whole = whole || outgrown(ui, id, &full);
    let (response, across) = stretch(ui, id, frame, &full, whole);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let plane = Plane { across, ..full };
    let zoomed = plane != full;
    let shown: Shown = (full.across, zoomed);
    ui.data_mut(|data| data.insert_temp(shown_id(id), shown));
    let colors = palette(ui);
    let painter = ui.painter();
    let focused = focus.map(|line| trend.focused(line));
    let trend = focused.as_ref().unwrap_or(trend);
    scene::marks(painter, &trend.grid(&plane, measure), colors);
    scene::marks(painter, &trend.around(&plane, size.x, measure), colors);
    let inside = painter.with_clip_rect(frame.intersect(painter.clip_rect()));
    let over = response.hover_pos();
    let pointed = over.and_then(|at| near(trend, &plane, at));
    let time = over.and_then(|at| nearest(trend, &plane, at));
    if let Some(time) = time.and_then(|at| trend.times.get(at)) {
        let upright = Stroke::new(tokens().stroke.hairline, colors.line_strong);
        inside.vline(plane.at(time.at, 0.0).x, frame.y_range(), upright);
    }
    scene::marks(&inside, &trend.marks(&plane, measure), colors);
    if let Some((_, centre, ink)) = pointed {
        ui.set_cursor_icon(CursorIcon::PointingHand);
        let ring = Stroke::new(2.0, ink.color(colors));
        inside.circle_stroke(centre, tokens().dot.point_main, ring);
    }
    let hovered = pointed.map(|(at, ..)| at);
    Plotted {
        hovered,
        time,
        pressed: hovered.filter(|_| response.clicked()),
        zoomed,
    }
}

/// What everything was in the frame before, and whether only a part of it was shown.
type Shown = ((f64, f64), bool);

fn shown_id(id: Id) -> Id {
    id.with("everything")
}

/// Whether all was shown and the chart is another now: then all of that is shown.
fn outgrown(ui: &Ui, id: Id, full: &Plane) -> bool {
    let shown = ui.data(|data| data.get_temp::<Shown>(shown_id(id)));
    shown.is_none_or(|(across, zoomed)| !zoomed && across != full.across)
}

/// The stretch of time shown, after what was done to it.
fn stretch(ui: &mut Ui, id: Id, frame: Rect, full: &Plane, whole: bool) -> (Response, (f64, f64)) {
    let builder = UiBuilder::new().max_rect(frame).id_salt(id);
    let mut child = ui.new_child(builder);
    let shown = ui.data(|data| data.get_temp::<Shown>(shown_id(id)));
    // Where there is nothing to move to, dragging marks a stretch.
    let moves = shown.is_some_and(|(_, zoomed)| zoomed);
    let moves = moves && !ui.input(|input| input.modifiers.shift);
    let plot = Plot::new(id)
        .width(frame.width())
        .height(frame.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_crosshair(false)
        .allow_drag([moves, false])
        .allow_zoom([true, false])
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .cursor_color(Color32::TRANSPARENT)
        .default_x_bounds(full.across.0, full.across.1)
        .default_y_bounds(0.0, 1.0);
    let range = |plot: &PlotUi<'_>| {
        let bounds = plot.plot_bounds();
        (bounds.min()[0], bounds.max()[0])
    };
    let drawn = plot.show(&mut child, |plot| {
        let now = range(plot);
        let plane = Plane {
            across: now,
            ..*full
        };
        let wanted = match whole || plot.response().double_clicked() {
            true => full.across,
            false => zoom::wanted(plot.response(), &plane, moves),
        };
        let wanted = zoom::within(wanted, full.across);
        if wanted != now {
            plot.set_plot_bounds_x(wanted.0..=wanted.1);
        }
    });
    let bounds = drawn.transform.bounds();
    let across = zoom::within((bounds.min()[0], bounds.max()[0]), full.across);
    (drawn.response, across)
}

/// The time the pointer is nearest to, of those shown.
fn nearest(trend: &Trend, plane: &Plane, pointer: Pos2) -> Option<usize> {
    let times = trend.times.iter().enumerate();
    let shown = times.filter(|(_, time)| plane.shows(time.at));
    let away = |at: f64| (plane.at(at, 0.0).x - pointer.x).abs();
    let nearest = shown.min_by(|a, b| away(a.1.at).total_cmp(&away(b.1.at)));
    nearest.map(|(at, _)| at)
}

/// The dot the pointer means, its place and the ink of its line.
fn near(trend: &Trend, plane: &Plane, pointer: Pos2) -> Option<(At, Pos2, crate::chart::Ink)> {
    // What stayed beside a line leads nowhere of its own.
    let lines = trend.lines.iter().enumerate().filter(|(_, it)| !it.same);
    let dots = lines.flat_map(|(line, drawn)| {
        let dots = drawn.dots.iter().enumerate();
        let shown = dots.filter(|(_, dot)| plane.shows(dot.at));
        shown.map(move |(at, dot)| {
            let place = plane.at(dot.at, dot.value);
            ((line, at), pos2(place.x, place.y), drawn.ink)
        })
    });
    let away = |place: Pos2| place.distance(pointer);
    let nearest = dots.min_by(|a, b| away(a.1).total_cmp(&away(b.1)));
    nearest.filter(|(_, place, _)| away(*place) <= NEAR)
}

/// A plane laid out at the origin, moved to its place in the window.
fn moved(plane: Plane, to: Pos2) -> Plane {
    let area = plane.area;
    Plane {
        area: Area::new(
            area.left + to.x,
            area.top + to.y,
            area.right + to.x,
            area.bottom + to.y,
        ),
        ..plane
    }
}
