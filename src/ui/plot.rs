//! The trend on the screen: the same marks paper gets, over a plot that can be zoomed, moved
//! and pointed at. The only file that names the plot library.

use std::cell::Cell;
use std::ops::RangeInclusive;

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Id, Pos2, Rect, Sense, Shape, Stroke};
use egui::{Ui, Vec2, WidgetInfo, pos2};
use egui_plot::{
    ClosestElem, Cursor, LabelFormatterFn, Plot, PlotBounds, PlotConfig, PlotGeometry, PlotItem,
    PlotItemBase, PlotPoint, PlotTransform, PlotUi,
};

use super::style::palette;
use super::{scene, zoom};
use crate::chart::{Area, Line, Measure, Plane, Size, Trend};
use crate::theme::{Palette, tokens};

/// Room above the plot for values that rise out of it, and below for dots on its base line.
const ABOVE: f32 = 16.0;
const BELOW: f32 = 6.0;

/// What was done with the plot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plotted {
    /// Line and dot under the pointer.
    pub hovered: Option<(usize, usize)>,
    /// Line and dot that was pressed.
    pub pressed: Option<(usize, usize)>,
    /// Not everything is shown.
    pub zoomed: bool,
}

/// Draws the chart in `size`. `name` is what a screen reader says; `whole` asks to show
/// everything again.
pub fn plot(ui: &mut Ui, id: Id, trend: &Trend, size: Vec2, name: &str, whole: bool) -> Plotted {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let measure = Measure::shared();
    let extent = Size::new(size.x, size.y);
    let full = moved(trend.plane(extent, measure), rect.min);
    let frame = Rect::from_min_max(
        pos2(full.area.left, full.area.top - ABOVE),
        pos2(full.area.right, full.area.bottom + BELOW),
    );
    let colors = palette(ui);
    let hovered = Cell::new(None);
    let whole = whole || outgrown(ui, id, &full);
    // Grid and scale belong to the same moment as the lines, and lie below them.
    let ground = ui.painter().add(Shape::Noop);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(frame).id_salt(id));
    let shown = bare(id, frame, &full).show(&mut child, |plot| {
        let now = plane_within(&plot.plot_bounds(), &full);
        let wanted = if whole {
            Some(full)
        } else {
            zoom::zoomed(plot.response(), &now, &full, colors)
        };
        if let Some(wanted) = wanted {
            show(plot, &wanted, &full);
        }
        plot.add(Picture::new(trend, full));
        for (at, line) in trend.lines.iter().enumerate() {
            plot.add(Points::new(at, line, colors, &hovered));
        }
    });
    shown
        .response
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let plane = plane_of(&shown.transform, &full);
    let mut below = scene::shapes(ui.painter(), &trend.grid(&plane, measure), colors);
    below.extend(scene::shapes(
        ui.painter(),
        &trend.around(&plane, size.x, measure),
        colors,
    ));
    ui.painter().set(ground, Shape::Vec(below));
    let zoomed = plane != full;
    let known: Known = (full.across, full.up, zoomed);
    ui.data_mut(|data| data.insert_temp(known_id(id), known));
    let over = hovered.get().filter(|_| shown.response.hovered());
    if over.is_some() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    Plotted {
        hovered: over,
        pressed: over.filter(|_| shown.response.clicked()),
        zoomed,
    }
}

/// What everything was in the frame before, and whether only a part of it was shown.
type Known = ((f64, f64), (f64, f64), bool);

fn known_id(id: Id) -> Id {
    id.with("everything")
}

/// Whether all was shown and the chart is another now: then all of that is shown.
fn outgrown(ui: &Ui, id: Id, full: &Plane) -> bool {
    let known = ui.data(|data| data.get_temp::<Known>(known_id(id)));
    known.is_none_or(|(across, up, zoomed)| !zoomed && (across, up) != (full.across, full.up))
}

/// The library's plot without anything of its own to be seen or done.
fn bare<'a>(id: Id, frame: Rect, full: &Plane) -> Plot<'a> {
    let bounds = bounds_of(full, full);
    Plot::new(id)
        .width(frame.width())
        .height(frame.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .cursor_color(Color32::TRANSPARENT)
        .sense(Sense::CLICK | Sense::DRAG)
        .default_x_bounds(bounds.min()[0], bounds.max()[0])
        .default_y_bounds(bounds.min()[1], bounds.max()[1])
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

/// The bounds of the whole frame when its inner area shows what `plane` does.
fn bounds_of(plane: &Plane, full: &Plane) -> PlotBounds {
    let height = f64::from(full.area.height());
    let pixel = (plane.up.1 - plane.up.0) / height;
    let (above, below) = (f64::from(ABOVE) * pixel, f64::from(BELOW) * pixel);
    PlotBounds::from_min_max(
        [plane.across.0, plane.up.0 - below],
        [plane.across.1, plane.up.1 + above],
    )
}

/// What the inner area shows when the frame has those bounds.
fn plane_within(bounds: &PlotBounds, full: &Plane) -> Plane {
    let whole = f64::from(full.area.height() + ABOVE + BELOW);
    let pixel = (bounds.max()[1] - bounds.min()[1]) / whole;
    let up = (
        bounds.min()[1] + f64::from(BELOW) * pixel,
        bounds.max()[1] - f64::from(ABOVE) * pixel,
    );
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9 * (1.0 + b.abs());
    let across = (bounds.min()[0], bounds.max()[0]);
    let same = near(up.0, full.up.0)
        && near(up.1, full.up.1)
        && near(across.0, full.across.0)
        && near(across.1, full.across.1);
    if same {
        *full
    } else {
        Plane {
            across,
            up,
            ..*full
        }
    }
}

fn plane_of(transform: &PlotTransform, full: &Plane) -> Plane {
    plane_within(transform.bounds(), full)
}

/// Shows a part of the whole from now on; everything when it is all of it.
fn show(plot: &mut PlotUi<'_>, wanted: &Plane, full: &Plane) {
    if wanted == full {
        plot.set_auto_bounds(true);
    } else {
        plot.set_plot_bounds(bounds_of(wanted, full));
    }
}

/// Everything inside the plot, drawn as paper draws it.
struct Picture<'a> {
    base: PlotItemBase,
    trend: &'a Trend,
    full: Plane,
}

impl<'a> Picture<'a> {
    fn new(trend: &'a Trend, full: Plane) -> Self {
        Self {
            base: PlotItemBase::new("picture".to_owned()),
            trend,
            full,
        }
    }
}

impl PlotItem for Picture<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let plane = plane_of(transform, &self.full);
        let marks = self.trend.marks(&plane, Measure::shared());
        shapes.extend(scene::shapes(ui.painter(), &marks, palette(ui)));
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// The dots of one line, to be pointed at.
struct Points<'a> {
    base: PlotItemBase,
    at: usize,
    points: Vec<PlotPoint>,
    ink: Color32,
    hovered: &'a Cell<Option<(usize, usize)>>,
}

impl<'a> Points<'a> {
    fn new(
        at: usize,
        line: &Line,
        colors: &Palette,
        hovered: &'a Cell<Option<(usize, usize)>>,
    ) -> Self {
        let dots = line.dots.iter();
        Self {
            base: PlotItemBase::new(format!("{at} {}", line.name)),
            at,
            points: dots.map(|dot| PlotPoint::new(dot.at, dot.value)).collect(),
            ink: line.ink.color(colors).into(),
            hovered,
        }
    }
}

impl PlotItem for Points<'_> {
    fn shapes(&self, _ui: &Ui, _transform: &PlotTransform, _shapes: &mut Vec<Shape>) {}

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.ink
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::Points(&self.points)
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }

    /// A ring around the dot; what it says is shown by whoever knows it.
    fn on_hover(
        &self,
        _response: &egui::Response,
        elem: ClosestElem,
        shapes: &mut Vec<Shape>,
        _cursors: &mut Vec<Cursor>,
        plot: &PlotConfig<'_>,
        _label_formatter: Option<&LabelFormatterFn<'_>>,
    ) {
        let Some(point) = self.points.get(elem.index) else {
            return;
        };
        let centre = plot.transform.position_from_point(point);
        let radius = tokens().dot.point_main;
        shapes.push(Shape::circle_stroke(
            centre,
            radius,
            Stroke::new(2.0, self.ink),
        ));
        self.hovered.set(Some((self.at, elem.index)));
    }
}
