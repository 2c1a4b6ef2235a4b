//! Words on the screen: labels in the faces of the house, and text laid out for painting.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, Galley, Label, Rect, Response, RichText, Ui};

use super::Hotspot;
use crate::ui::style::{Face, palette};

/// Text in a face and colour, wrapped at the edge.
pub fn say(
    ui: &mut Ui,
    face: Face,
    color: impl Into<Color32>,
    text: impl Into<String>,
) -> Response {
    ui.add(Label::new(rich(face, color, text)))
}

/// One line, cut with … at the edge; the whole text is its tooltip then.
pub fn line(
    ui: &mut Ui,
    face: Face,
    color: impl Into<Color32>,
    text: impl Into<String>,
) -> Response {
    ui.add(Label::new(rich(face, color, text)).truncate())
}

/// Plain text.
pub fn body(ui: &mut Ui, text: impl Into<String>) -> Response {
    let color = palette(ui).text;
    say(ui, Face::Body, color, text)
}

/// Text of tables and panels.
pub fn table(ui: &mut Ui, text: impl Into<String>) -> Response {
    let color = palette(ui).text;
    say(ui, Face::Table, color, text)
}

/// Labels, units, explanations.
pub fn weak(ui: &mut Ui, text: impl Into<String>) -> Response {
    let color = palette(ui).text_weak;
    say(ui, Face::Small, color, text)
}

/// The name of a part of a page.
pub fn section(ui: &mut Ui, text: impl Into<String>) -> Response {
    let color = palette(ui).text;
    say(ui, Face::Section, color, text)
}

/// A page title that states the finding.
pub fn heading(ui: &mut Ui, text: impl Into<String>) -> Response {
    let color = palette(ui).text;
    say(ui, Face::Heading, color, text)
}

/// Text that leads somewhere, in the accent colour, underlined under the pointer.
pub fn link(ui: &mut Ui, text: impl Into<String>) -> Response {
    let color = palette(ui).accent;
    quiet_link(ui, Face::Table, color, &text.into())
}

/// The same where the words need what they speak of to be told from others.
pub fn link_called(ui: &mut Ui, text: impl Into<String>, of: &str) -> Response {
    let text = text.into();
    let response = link(ui, text.as_str());
    response.accessible_name(format!("{text} {of}"))
}

/// The same in any face and colour.
pub fn quiet_link(ui: &mut Ui, face: Face, color: impl Into<Color32>, text: &str) -> Response {
    let color = color.into();
    let galley = galley(ui, face, color, text, f32::INFINITY);
    let link = Hotspot::link(text).underlined(color);
    let (rect, response) = link.take(ui, galley.size());
    ui.painter().galley(rect.min, galley, color);
    response
}

/// The text with its face and colour, for an egui widget.
pub fn rich(face: Face, color: impl Into<Color32>, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .font(face.font())
        .color(color)
        .line_height(Some(face.line_height()))
}

/// One line of text laid out for painting, cut with … at `width`.
pub fn galley(
    ui: &Ui,
    face: Face,
    color: impl Into<Color32>,
    text: &str,
    width: f32,
) -> Arc<Galley> {
    let format = TextFormat {
        font_id: face.font(),
        color: color.into(),
        line_height: Some(face.line_height()),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: 1,
        break_anywhere: true,
        ..TextWrapping::default()
    };
    job.break_on_newline = false;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The text, cut in the middle where it is wider than `width`: its end tells it from others.
pub fn cut_in_middle(ui: &Ui, face: Face, text: &str, width: f32) -> String {
    let font = face.font();
    ui.fonts_mut(|fonts| cut(text, width, |letter| fonts.glyph_width(&font, letter)))
}

fn cut(text: &str, width: f32, mut wide: impl FnMut(char) -> f32) -> String {
    let letters: Vec<char> = text.chars().collect();
    let widths: Vec<f32> = letters.iter().map(|letter| wide(*letter)).collect();
    if widths.iter().sum::<f32>() <= width {
        return text.to_owned();
    }
    let mut room = width - wide('…');
    let (mut head, mut tail) = (0, 0);
    while head + tail < letters.len() {
        let at = match head <= tail {
            true => head,
            false => letters.len() - 1 - tail,
        };
        room -= widths.get(at).copied().unwrap_or_default();
        if room < 0.0 {
            break;
        }
        match head <= tail {
            true => head += 1,
            false => tail += 1,
        }
    }
    let begins: String = letters.iter().take(head).collect();
    let ends: String = letters.iter().skip(letters.len() - tail).collect();
    format!("{}…{}", begins.trim_end(), ends.trim_start())
}

/// How wide words are.
pub fn width(ui: &Ui, face: Face, words: &str) -> f32 {
    galley(ui, face, Color32::PLACEHOLDER, words, f32::INFINITY)
        .size()
        .x
}

/// Words that were painted.
pub struct Painted {
    /// Where they stand.
    pub rect: Rect,
    /// Not all of them had room.
    pub cut: bool,
}

/// Paints one line of text where it belongs in `room`, cut with … at its edge.
pub fn paint(
    ui: &Ui,
    room: Rect,
    align: Align2,
    (face, ink): (Face, impl Into<Color32>),
    words: &str,
) -> Painted {
    let ink = ink.into();
    let galley = galley(ui, face, ink, words, room.width().max(0.0));
    let rect = align.align_size_within_rect(galley.size(), room);
    let cut = galley.elided;
    ui.painter().galley(rect.min, galley, ink);
    Painted { rect, cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_in_the_middle_keeps_its_end() {
        let cut = |width| cut("中国石油化工南京炼油厂", width, |_| 10.0);
        assert_eq!(cut(110.0), "中国石油化工南京炼油厂");
        assert_eq!(cut(100.0), "中国石油化…京炼油厂");
        assert_eq!(cut(60.0), "中国石…油厂");
        assert_eq!(cut(0.0), "…");
    }
}
