//! How the cells of a form look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::i18n::Language;
use crate::theme::tokens;

/// Points of the text of an item.
pub(super) const SIZE: f32 = 10.5;
pub(super) const TITLE_SIZE: f32 = 17.0;
pub(super) const SMALL_SIZE: f32 = 9.5;

/// The formats of one form.
pub(super) struct Look {
    pub title: Format,
    pub intro: Format,
    /// A label in front of something that is filled in.
    pub label: Format,
    /// What is said and stands.
    pub value: Format,
    /// What is filled in: words, and a day.
    pub written: Format,
    pub day: Format,
    pub number: Format,
    /// Several lines of words.
    pub lines: Format,
    pub head: Format,
    pub head_left: Format,
    pub group: Format,
    pub place: Format,
    pub item: Format,
    pub option: Format,
    pub tick: Format,
    /// Two ticks where one is asked for.
    pub wrong: Format,
    /// A cell that holds an answer.
    pub chosen: Format,
}

fn color(of: crate::theme::Color) -> Color {
    Color::RGB(u32::from(of.red) << 16 | u32::from(of.green) << 8 | u32::from(of.blue))
}

impl Look {
    pub fn of(language: Language) -> Self {
        let paper = &tokens().paper;
        let font = match language {
            Language::Zh => "Microsoft YaHei",
            Language::En => "Calibri",
        };
        let plain = Format::new()
            .set_font_name(font)
            .set_font_size(SIZE)
            .set_font_color(color(paper.text))
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        let boxed = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(color(paper.line_strong));
        let ground = color(paper.accent_tint);
        let open = boxed.clone().set_unlocked();
        let words = open.clone().set_indent(1).set_num_format("@");
        let centred = |format: &Format| format.clone().set_align(FormatAlign::Center);
        Self {
            title: centred(&plain)
                .set_font_size(TITLE_SIZE)
                .set_bold()
                .set_font_color(color(paper.accent)),
            intro: plain
                .clone()
                .set_font_size(SMALL_SIZE)
                .set_font_color(color(paper.text_weak)),
            label: centred(&boxed).set_background_color(ground).set_bold(),
            value: boxed.clone().set_indent(1).set_bold(),
            day: centred(&open).set_num_format("yyyy-mm-dd"),
            number: centred(&open),
            lines: words.clone().set_align(FormatAlign::Top),
            written: words,
            head: centred(&boxed)
                .set_background_color(ground)
                .set_bold()
                .set_font_size(SMALL_SIZE),
            head_left: boxed
                .clone()
                .set_indent(1)
                .set_background_color(ground)
                .set_bold(),
            group: boxed
                .clone()
                .set_indent(1)
                .set_bold()
                .set_font_color(color(paper.accent)),
            place: centred(&boxed).set_font_color(color(paper.text_weak)),
            item: boxed.clone().set_indent(1),
            option: boxed.clone().set_indent(3),
            tick: centred(&open)
                .set_bold()
                .set_font_size(SIZE + 1.5)
                .set_font_color(color(paper.accent)),
            wrong: Format::new()
                .set_background_color(color(paper.negative_tint))
                .set_font_color(color(paper.negative)),
            chosen: Format::new().set_background_color(color(paper.accent_tint)),
        }
    }
}
