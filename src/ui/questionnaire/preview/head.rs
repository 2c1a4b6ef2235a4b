//! The head of the form: whose it is, its title and number, and who fills it in.

use egui::{Align2, FontId, Painter, Pos2, Rect, pos2};

use super::{LINE, MARGIN, Page, SIZE, font};
use crate::chart::Measure;
use crate::i18n::Language;
use crate::tr;
use crate::ui::style::Face;

/// Room for the company at the left of the title, and for the number at its right.
const SIDE: f32 = 92.0;

impl Page<'_> {
    pub(super) fn head(&self, painter: &Painter, paper: Rect) {
        let weak = self.paper.text_weak.into();
        let top = paper.top() + MARGIN;
        self.title(painter, pos2(paper.center().x, top + 10.0));
        let right = paper.right() - MARGIN;
        let revision = self.view.revision;
        for (line, words) in [&revision.document, &revision.label]
            .into_iter()
            .enumerate()
        {
            let at = pos2(right, top + line as f32 * 12.0);
            painter.text(at, Align2::RIGHT_TOP, words, font(9.0), weak);
        }
        let company = &self.view.cx.data.workspace.company;
        let at = pos2(paper.left() + MARGIN, top);
        let company = Measure::shared().fit(company, SIDE, 9.0, false);
        painter.text(at, Align2::LEFT_TOP, company, font(9.0), weak);
        let at = pos2(paper.left() + MARGIN, top + 40.0);
        self.fields(painter, at, &tr!(self.language(), "preview-fields"));
    }

    /// A form is in the language of its questions, whatever the window speaks.
    pub(super) fn language(&self) -> Language {
        let mut texts = self.all.items.iter().map(|item| item.text.as_str());
        let own = Language::of_text(&self.all.title).or_else(|| texts.find_map(Language::of_text));
        own.unwrap_or(self.view.cx.language)
    }

    /// The title between company and number; a long one smaller, in lines.
    fn title(&self, painter: &Painter, centre: Pos2) {
        let room = self.width - 2.0 * (MARGIN + SIDE + 8.0);
        let face = Face::Section.font();
        let measure = Measure::shared();
        let title = &self.all.title;
        let fits = measure.width(title, face.size, true) <= room;
        let (size, high) = if fits { (face.size, 0.0) } else { (SIZE, LINE) };
        let lines = measure.wrap(title, room, size, true, 3);
        let first = centre.y - (lines.len().max(1) - 1) as f32 * high / 2.0;
        for (at, line) in lines.iter().enumerate() {
            let at = pos2(centre.x, first + at as f32 * high);
            let font = FontId::new(size, face.family.clone());
            let ink = self.paper.text.into();
            painter.text(at, Align2::CENTER_CENTER, line, font, ink);
        }
    }

    /// Words with lines to write on, drawn as lines: as underscores they vanish when the page
    /// is shown small.
    fn fields(&self, painter: &Painter, mut at: Pos2, words: &str) {
        let wide = |words: &str| Measure::shared().width(words, SIZE, false);
        let mut rest = words;
        while !rest.is_empty() {
            let (name, after) = rest.split_at(rest.find('_').unwrap_or(rest.len()));
            let run = after.find(|c| c != '_').unwrap_or(after.len());
            let (line, next) = after.split_at(run);
            let line = wide(line);
            let ink = self.paper.text.into();
            painter.text(at, Align2::LEFT_TOP, name, font(SIZE), ink);
            at.x += wide(name);
            painter.hline(at.x..=at.x + line, at.y + LINE - 1.0, self.line());
            at.x += line;
            rest = next;
        }
    }
}
