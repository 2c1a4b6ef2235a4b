//! The frames of a page: panels at the sides, bars above and below, heads of pages and parts.

use egui::containers::panel::PanelState;
use egui::{
    Align, AsIdSalt, Context, Frame, Id, IdSalt, InnerResponse, Layout, Panel, Rect, ScrollArea,
    Sense, Stroke, Ui, UiBuilder, vec2,
};

use super::{focus, text};
use crate::i18n::Language;
use crate::theme::{Color, tokens};
use crate::tr;
use crate::ui::style::{Face, margin, palette};

/// The panel that chooses, at the left. Its width is remembered.
pub fn left<R>(
    ui: &mut Ui,
    language: Language,
    id: &'static str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let [least, most] = tokens().width.side_left;
    let panel = Panel::left(id).default_size(width).size_range(least..=most);
    side(ui, language, (id, panel), content)
}

/// The panel that explains, at the right. Its width is remembered.
pub fn right<R>(
    ui: &mut Ui,
    language: Language,
    id: &'static str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let [least, most] = tokens().width.side_right;
    let panel = Panel::right(id)
        .default_size(width)
        .size_range(least..=most);
    side(ui, language, (id, panel), content)
}

/// What stands beside a panel at the right, drawn before it: the Tab key reaches a page before
/// what explains it. Call it before [`right`] with the same id and width.
pub fn before_right<R>(
    ui: &mut Ui,
    id: &'static str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let [least, most] = tokens().width.side_right;
    let known = PanelState::load(ui.ctx(), panel_id(ui, id));
    let width = known.map_or(width, |known| known.outer_rect.width());
    let mut room = ui.available_rect_before_wrap();
    room.max.x -= width.clamp(least, most);
    let builder = UiBuilder::new().id_salt((id, "beside")).max_rect(room);
    let mut page = ui.new_child(builder);
    page.shrink_clip_rect(room);
    content(&mut page)
}

fn panel_id(ui: &Ui, id: &'static str) -> Id {
    ui.scope_id().with_salt(IdSalt::new(id))
}

fn side<R>(
    ui: &mut Ui,
    language: Language,
    (id, panel): (&'static str, Panel),
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let fill = palette(ui).background;
    let handle = panel_id(ui, id).with("__resize");
    let shown = panel
        .resizable(true)
        .frame(Frame::NONE.fill(fill.into()))
        .show(ui, |ui| {
            ui.take_available_space();
            content(ui)
        });
    // The library calls it by an English name of its own and shows no ring.
    let name = tr!(language, "panel-width");
    ui.ctx()
        .accesskit_node_builder(handle, |node| node.set_label(name));
    if ui.memory(|memory| memory.has_focus(handle))
        && let Some(edge) = ui.ctx().read_response(handle)
    {
        focus::paint(ui, ui.painter(), edge.rect.shrink2(vec2(2.0, 4.0)), 2.0);
    }
    shown
}

/// A bar of a page on the work area's ground, with a hairline below.
pub fn bar<R>(ui: &mut Ui, id: &'static str, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    bar_inset(ui, id, height, tokens().space.page_margin, content)
}

/// The same with another margin at its sides, to stand flush with what is below.
pub fn bar_inset<R>(
    ui: &mut Ui,
    id: &'static str,
    height: f32,
    inset: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let ground = ground(palette(ui).surface, inset);
    across(ui, Panel::top(id).exact_size(height), ground, content)
}

/// The same without a hairline, over a table that brings its own.
pub fn bare_bar<R>(
    ui: &mut Ui,
    id: &'static str,
    height: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let ground = ground(palette(ui).surface, tokens().space.page_margin);
    let panel = Panel::top(id).show_separator_line(false);
    across(ui, panel.exact_size(height), ground, content)
}

/// The ground of a bar, with air at the sides.
fn ground(fill: Color, inset: f32) -> Frame {
    let frame = Frame::NONE.fill(fill.into());
    frame.inner_margin(margin(inset, 0.0))
}

/// From edge to edge.
fn across<R>(ui: &mut Ui, panel: Panel, ground: Frame, content: impl FnOnce(&mut Ui) -> R) -> R {
    let panel = panel.resizable(false).frame(ground);
    panel
        .show(ui, |ui| ui.horizontal_centered(content).inner)
        .inner
}

/// A bar at the foot of a page or panel, with a hairline above.
pub fn foot<R>(
    ui: &mut Ui,
    id: &'static str,
    height: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(foot_id(), (pass, height)));
    let ground = ground(palette(ui).background, tokens().space.panel_margin);
    across(ui, Panel::bottom(id).exact_size(height), ground, content)
}

/// A bar of the window over its whole width, without a hairline.
pub fn chrome<R>(ui: &mut Ui, panel: Panel, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let ground = ground(palette(ui).background, tokens().space.panel_margin);
    let panel = panel.show_separator_line(false);
    across(ui, panel.exact_size(height), ground, content)
}

/// What stands above a foot of that height, drawn before it: the Tab key reaches a page before
/// what is done with it.
pub fn before_foot<R>(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let mut room = ui.available_rect_before_wrap();
    room.max.y -= height;
    let mut page = ui.new_child(UiBuilder::new().id_salt("above the foot").max_rect(room));
    page.shrink_clip_rect(room);
    content(&mut page)
}

fn foot_id() -> Id {
    Id::unique("foot")
}

/// Height of the foot drawn in this frame, which the toast must not lie on; 0 without one.
pub(super) fn foot_height(context: &Context) -> f32 {
    let now = context.cumulative_pass_nr();
    let drawn = context.data(|data| data.get_temp::<(u64, f32)>(foot_id()));
    drawn.map_or(0.0, |(pass, height)| if pass == now { height } else { 0.0 })
}

/// What remains after bars and panels, on the ground of the work area, without margins.
pub fn work<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let fill = palette(ui).surface;
    egui::CentralPanel::no_frame()
        .frame(Frame::NONE.fill(fill.into()))
        .show(ui, content)
        .inner
}

/// The head of a page: what was found, a weak line below it, and what to do at the right.
pub fn page_head(ui: &mut Ui, title: &str, below: &str, right: impl FnOnce(&mut Ui)) {
    let height = tokens().height.page_header;
    let left = |ui: &mut Ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let colors = palette(ui);
            // What was found is never cut: where it is long it stands smaller, in two lines if need
            // be.
            let room = ui.available_width();
            let fits = text::width(ui, Face::Heading, title) <= room;
            let title_height = match fits {
                true => Face::Heading.line_height(),
                false if text::width(ui, Face::Section, title) <= room => {
                    Face::Section.line_height()
                }
                false => 2.0 * Face::Section.line_height(),
            };
            let lines = title_height + Face::Small.line_height();
            ui.add_space(((height - lines) / 2.0).max(0.0));
            match fits {
                true => text::line(ui, Face::Heading, colors.text, title),
                false => text::say(ui, Face::Section, colors.text, title),
            };
            text::line(ui, Face::Small, colors.text_weak, below);
        });
    };
    head_row(ui, height, left, right);
}

/// The head of a part of a page or panel, what to do at the right.
pub fn section_head(ui: &mut Ui, title: &str, right: impl FnOnce(&mut Ui)) {
    let color = palette(ui).text;
    let left = |ui: &mut Ui| {
        text::line(ui, Face::Section, color, title);
    };
    head_row(ui, tokens().height.section_header, left, right);
}

/// The same with the margin of a page.
pub fn page_section(ui: &mut Ui, title: &str, right: impl FnOnce(&mut Ui)) {
    page(ui, |ui| section_head(ui, title, right));
}

/// A line so high, with something at both of its ends.
pub fn head_row(ui: &mut Ui, height: f32, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let id = ui.next_auto_id();
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    ends(&mut part(ui, id, rect), "head", left, right);
}

/// Something at both ends of a line, drawn from left to right: the Tab key passes it as the eye
/// does. Words at the left are cut, not what is at the right.
pub fn ends(
    ui: &mut Ui,
    id: impl AsIdSalt,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    let known = width_at_right(ui, &id);
    let room = ui.available_rect_before_wrap();
    let edge = room.right() - known - tokens().space.group_gap;
    let room = room.with_max_x(edge.max(room.left()));
    let layout = Layout::left_to_right(Align::Center);
    left(&mut ui.new_child(UiBuilder::new().max_rect(room).layout(layout)));
    at_right(ui, id, right);
}

/// Controls at the right end of a line, drawn from left to right.
pub fn at_right<R>(ui: &mut Ui, id: impl AsIdSalt, content: impl FnOnce(&mut Ui) -> R) -> R {
    let known = right_width(ui, &id);
    let mut room = ui.available_rect_before_wrap();
    room.min.x = room.min.x.max(room.max.x - known.unwrap_or_default());
    let id = ui.scope_id().with((&id, "width"));
    let builder = UiBuilder::new()
        .id_salt(id)
        .max_rect(room)
        .layout(Layout::left_to_right(Align::Center));
    let mut line = ui.new_child(builder);
    let shown = content(&mut line);
    let width = line.min_rect().width();
    if known != Some(width) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx()
            .request_discard("where controls at the right begin");
    }
    shown
}

/// The room [`at_right`] takes under the same id, as far as it is known.
pub fn width_at_right(ui: &Ui, id: impl AsIdSalt) -> f32 {
    right_width(ui, id).unwrap_or_default()
}

fn right_width(ui: &Ui, id: impl AsIdSalt) -> Option<f32> {
    let id = ui.scope_id().with((&id, "width"));
    ui.data(|data| data.get_temp(id))
}

/// A part of a page in its place, from top to bottom.
pub fn part(ui: &mut Ui, id: impl AsIdSalt, place: Rect) -> Ui {
    let builder = UiBuilder::new()
        .id_salt(id)
        .max_rect(place)
        .layout(Layout::top_down(Align::Min));
    let mut part = ui.new_child(builder);
    part.set_clip_rect(place.intersect(ui.clip_rect()));
    part
}

/// What scrolls by itself, its things without air between them.
pub fn scrolled<R>(ui: &mut Ui, id: impl AsIdSalt, content: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            content(ui)
        })
        .inner
}

/// A hairline across.
pub fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    let stroke = Stroke::new(tokens().stroke.hairline, palette(ui).line);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// A short upright hairline between groups of a bar.
pub fn divider(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 20.0), Sense::hover());
    let stroke = Stroke::new(tokens().stroke.hairline, palette(ui).line_strong);
    ui.painter().vline(rect.center().x, rect.y_range(), stroke);
}

/// Content with the margin of a panel around it.
pub fn padded<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let inset = margin(tokens().space.panel_margin, 0.0);
    Frame::NONE.inner_margin(inset).show(ui, content).inner
}

/// Content with the margin of a page around it.
pub fn page<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let inset = margin(tokens().space.page_margin, 0.0);
    Frame::NONE.inner_margin(inset).show(ui, content).inner
}
