//! The form as the customer sees it, the edited item marked.

mod head;

use egui::emath::TSTransform;
use egui::{
    Align2, Color32, FontId, Painter, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2,
};

use super::{Selected, View};
use crate::chart::Measure;
use crate::model::{Item, ItemKind, LineageId, Questionnaire, ScaleOption};
use crate::theme::{Palette, tokens};
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::panel;

/// Draws the panel at the right.
pub(super) fn panel(ui: &mut Ui, view: &View<'_>, selected: &Selected) {
    let language = view.cx.language;
    // A narrow window leaves the editor its room.
    let width = (ui.ctx().content_rect().width() * 0.306).min(440.0);
    panel::right(ui, language, "questionnaire preview", width, |ui| {
        panel::padded(ui, |ui| {
            panel::section_head(ui, &tr!(language, "preview-title"), |_| {});
        });
        let desk = palette(ui).desk;
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, 0.0, desk);
        let area = ScrollArea::vertical()
            .id_salt("preview")
            .auto_shrink([false, false]);
        area.show(ui, |ui| {
            let width = (ui.available_width() - 2.0 * tokens().space.page_margin).min(560.0);
            let page = Page::new(view, width.max(LEAST), selected);
            let zoom = width / page.width;
            let height = page.height() * zoom;
            let size = vec2(ui.available_width(), height + 48.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let name = tr!(language, "preview-title");
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, &name)
            });
            let corner = pos2(rect.center().x - width / 2.0, rect.top() + 24.0);
            scaled(ui, corner, zoom, |painter| {
                let size = vec2(page.width, page.height());
                page.draw(painter, Rect::from_min_size(Pos2::ZERO, size));
            });
        });
    });
}

/// Paints what is drawn around the origin at `corner` instead, smaller or larger.
fn scaled(ui: &Ui, corner: Pos2, zoom: f32, draw: impl FnOnce(&Painter)) {
    let placed = TSTransform::new(corner.to_vec2(), zoom);
    let seen = placed.inverse() * ui.clip_rect();
    let painter = ui.painter().clone();
    let mut painter = painter.with_layer_id(ui.layer_id());
    painter.set_clip_rect(seen);
    let first = painter.add(egui::Shape::Noop);
    draw(&painter);
    let last = painter.add(egui::Shape::Noop);
    ui.ctx().graphics_mut(|graphics| {
        graphics
            .entry(ui.layer_id())
            .transform_range(first, last, placed);
    });
}

/// Narrowest a page is laid out; a narrower panel shows it smaller.
const LEAST: f32 = 392.0;

/// Text on the page, in pixels; it is a picture of a page, not text of the window.
const SIZE: f32 = 10.0;
const LINE: f32 = 15.0;
const MARGIN: f32 = 24.0;

struct Page<'a> {
    view: &'a View<'a>,
    all: &'a Questionnaire,
    width: f32,
    marked: Option<LineageId>,
    paper: &'static Palette,
    blocks: Vec<Block<'a>>,
}

/// What stands below each other on the form.
enum Block<'a> {
    /// A table of items that share a scale, its options as columns.
    Options(&'a [ScaleOption]),
    Heading(String),
    /// Number, item, and its words in lines; ticked in columns.
    Row(usize, &'a Item, Vec<String>),
    /// The same, its options listed below it or room to write.
    Question(usize, &'a Item, Vec<String>),
    Gap,
}

impl<'a> Page<'a> {
    fn new(view: &'a View<'a>, width: f32, selected: &Selected) -> Self {
        let marked = match selected {
            Selected::Item(lineage) => Some(*lineage),
            _ => None,
        };
        let mut page = Self {
            view,
            all: &view.revision.questionnaire,
            width,
            marked,
            paper: &tokens().paper,
            blocks: Vec::new(),
        };
        page.lay_out();
        page
    }

    fn lay_out(&mut self) {
        let mut options: &[ScaleOption] = &[];
        let mut dimension: Option<&str> = None;
        let mut counted = 0;
        for (at, item) in self.all.items.iter().enumerate() {
            let number = at + 1;
            if !in_columns(item) {
                options = &[];
                let lines = self.wrap(&item.text, self.width - 2.0 * MARGIN - 24.0);
                self.blocks.push(Block::Question(number, item, lines));
                continue;
            }
            let own = item.scale.as_ref().map_or(&[][..], |scale| &scale.options);
            if !alike(options, own) {
                if !self.blocks.is_empty() {
                    self.blocks.push(Block::Gap);
                }
                self.blocks.push(Block::Options(own));
                options = own;
                dimension = None;
            }
            if item.dimension.as_deref() != dimension {
                if item.dimension.is_none() {
                    self.blocks.push(Block::Gap);
                }
                dimension = item.dimension.as_deref();
                if let Some(known) = dimension.and_then(|code| self.all.dimension(code)) {
                    counted += 1;
                    let words = format!("{counted}. {}", known.name);
                    self.blocks.push(Block::Heading(words));
                }
            }
            let lines = self.wrap(&item.text, self.words_width(own.len()) - 8.0);
            self.blocks.push(Block::Row(number, item, lines));
        }
    }

    fn wrap(&self, text: &str, width: f32) -> Vec<String> {
        Measure::shared().wrap(text, width, SIZE, false, 3)
    }

    /// Room for an item's words beside so many columns.
    fn words_width(&self, options: usize) -> f32 {
        let all = self.width - 2.0 * MARGIN - 20.0;
        (all - self.column() * options as f32).max(60.0)
    }

    fn column(&self) -> f32 {
        32.0
    }

    fn height(&self) -> f32 {
        let blocks: f32 = self.blocks.iter().map(Self::block_height).sum();
        (blocks + HEAD + MARGIN).max(self.width * 1.414)
    }

    fn block_height(block: &Block<'_>) -> f32 {
        match block {
            Block::Options(_) => LINE * 2.0,
            Block::Heading(_) => LINE + 3.0,
            Block::Row(_, _, lines) => lines.len() as f32 * LINE + 4.0,
            Block::Question(_, item, lines) => {
                let options = item.scale.as_ref().map_or(0, |it| it.options.len());
                let below = if item.kind.has_scale() {
                    options.div_ceil(3) as f32 * LINE
                } else {
                    LINE * 1.6
                };
                lines.len() as f32 * LINE + below + 10.0
            }
            Block::Gap => 10.0,
        }
    }

    fn draw(&self, painter: &Painter, paper: Rect) {
        painter.rect_filled(paper, 0.0, self.paper.background);
        let edge = Stroke::new(1.0, self.paper.line);
        painter.rect_stroke(paper, 0.0, edge, egui::StrokeKind::Inside);
        self.head(painter, paper);
        let mut y = paper.top() + HEAD;
        let mut options = 0;
        for block in &self.blocks {
            let height = Self::block_height(block);
            let rect = Rect::from_min_max(
                pos2(paper.left() + MARGIN, y),
                pos2(paper.right() - MARGIN, y + height),
            );
            match block {
                Block::Options(labels) => {
                    options = labels.len();
                    self.options(painter, rect, labels);
                }
                Block::Heading(words) => self.heading(painter, rect, words),
                Block::Row(number, item, lines) => {
                    self.row(painter, rect, (*number, item, lines), options);
                }
                Block::Question(number, item, lines) => {
                    self.question(painter, rect, (*number, item, lines));
                }
                Block::Gap => {}
            }
            y += height;
        }
    }

    fn line(&self) -> Stroke {
        Stroke::new(1.0, self.paper.line_strong)
    }

    fn options(&self, painter: &Painter, rect: Rect, labels: &[ScaleOption]) {
        painter.rect_stroke(rect, 0.0, self.line(), egui::StrokeKind::Inside);
        let first = self.cell(rect, labels.len(), 0);
        let middle = pos2((rect.left() + first.left()) / 2.0, rect.center().y);
        let words = tr!(self.language(), "preview-item");
        let ink = self.paper.text.into();
        painter.text(middle, Align2::CENTER_CENTER, words, font(9.0), ink);
        for (at, option) in labels.iter().enumerate() {
            let cell = self.cell(rect, labels.len(), at);
            painter.vline(cell.left(), cell.y_range(), self.line());
            let lines = Measure::shared().wrap(&option.label, cell.width() - 4.0, 9.0, false, 2);
            let top = cell.center().y - lines.len() as f32 * 5.5;
            for (row, line) in lines.iter().enumerate() {
                let at = pos2(cell.center().x, top + row as f32 * 11.0);
                let ink = self.paper.text.into();
                painter.text(at, Align2::CENTER_TOP, line, font(9.0), ink);
            }
        }
    }

    fn cell(&self, rect: Rect, columns: usize, at: usize) -> Rect {
        let width = self.column();
        let left = rect.right() - width * (columns - at) as f32;
        Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()))
    }

    fn heading(&self, painter: &Painter, rect: Rect, words: &str) {
        painter.rect_filled(rect, 0.0, self.paper.grid);
        painter.rect_stroke(rect, 0.0, self.line(), egui::StrokeKind::Inside);
        let at = pos2(rect.left() + 4.0, rect.center().y);
        let bold = FontId::new(SIZE, Face::Section.font().family);
        painter.text(at, Align2::LEFT_CENTER, words, bold, self.paper.text.into());
    }

    fn ground(&self, painter: &Painter, rect: Rect, item: &Item) {
        if self.marked == Some(item.lineage) {
            painter.rect_filled(rect, 0.0, self.paper.accent_tint);
        }
    }

    fn row(
        &self,
        painter: &Painter,
        rect: Rect,
        (number, item, lines): (usize, &Item, &[String]),
        options: usize,
    ) {
        self.ground(painter, rect, item);
        painter.rect_stroke(rect, 0.0, self.line(), egui::StrokeKind::Inside);
        let at = pos2(rect.left() + 10.0, rect.center().y);
        let ink: Color32 = self.paper.text.into();
        let digits = number.to_string();
        painter.text(at, Align2::CENTER_CENTER, digits, font(SIZE), ink);
        painter.vline(rect.left() + 20.0, rect.y_range(), self.line());
        self.lines(painter, pos2(rect.left() + 24.0, rect.top() + 2.0), lines);
        for at in 0..options {
            let cell = self.cell(rect, options, at);
            painter.vline(cell.left(), cell.y_range(), self.line());
            self.tick(painter, cell.center());
        }
    }

    fn question(
        &self,
        painter: &Painter,
        rect: Rect,
        (number, item, lines): (usize, &Item, &[String]),
    ) {
        self.ground(painter, rect.shrink2(vec2(0.0, 2.0)), item);
        let ink: Color32 = self.paper.text.into();
        let top = rect.top() + 5.0;
        let at = pos2(rect.left() + 4.0, top);
        painter.text(at, Align2::LEFT_TOP, format!("{number}."), font(SIZE), ink);
        self.lines(painter, pos2(rect.left() + 24.0, top), lines);
        let below = top + lines.len() as f32 * LINE;
        if !item.kind.has_scale() {
            let line = below + LINE;
            painter.hline(rect.left() + 24.0..=rect.right() - 4.0, line, self.line());
            return;
        }
        let third = (rect.width() - 24.0) / 3.0;
        let options = item.scale.as_ref().map_or(&[][..], |scale| &scale.options);
        for (at, option) in options.iter().enumerate() {
            let x = rect.left() + 24.0 + (at % 3) as f32 * third;
            let y = below + (at / 3) as f32 * LINE + LINE / 2.0;
            self.tick(painter, pos2(x + 5.0, y));
            let words = Measure::shared().fit(&option.label, third - 18.0, SIZE, false);
            let at = pos2(x + 14.0, y);
            painter.text(at, Align2::LEFT_CENTER, words, font(SIZE), ink);
        }
    }

    fn lines(&self, painter: &Painter, at: Pos2, lines: &[String]) {
        for (row, line) in lines.iter().enumerate() {
            let at = at + vec2(0.0, row as f32 * LINE);
            let ink = self.paper.text.into();
            painter.text(at, Align2::LEFT_TOP, line, font(SIZE), ink);
        }
    }

    fn tick(&self, painter: &Painter, centre: Pos2) {
        let square = Rect::from_center_size(centre, vec2(8.0, 8.0));
        let edge = Stroke::new(1.0, self.paper.text_weak);
        painter.rect_stroke(square, 0.0, edge, egui::StrokeKind::Inside);
    }
}

/// Room above the first block.
const HEAD: f32 = 92.0;

fn font(size: f32) -> FontId {
    FontId::new(size, Face::Body.font().family)
}

/// Ticked in columns beside others of the same scale.
fn in_columns(item: &Item) -> bool {
    let options = item.scale.as_ref().map_or(0, |scale| scale.options.len());
    matches!(item.kind, ItemKind::Rating | ItemKind::YesNo) && (1..=7).contains(&options)
}

fn alike(one: &[ScaleOption], other: &[ScaleOption]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.label == b.label)
}
