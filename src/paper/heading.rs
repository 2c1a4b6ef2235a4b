//! What stands on every page: whose it is, which document, and the page's look.

use serde::Serialize;

use crate::chart::Measure;
use crate::i18n::Language;
use crate::model::Workspace;
use crate::report::Report;
use crate::theme::{Palette, PaperType, tokens};
use crate::tr;

/// The most of the head line the document may take, in points: the company has the rest.
const LONGEST: f32 = 250.0;

/// Whose paper it is and in which language.
#[derive(Clone, Copy, Debug)]
pub struct Heading<'a> {
    pub workspace: &'a Workspace,
    pub language: Language,
}

/// The frame of a page, as templates read it.
#[derive(Serialize)]
pub(super) struct Frame {
    /// Of the document: for readers and screen readers.
    title: String,
    company: String,
    /// Right end of the head line.
    document: String,
    lang: &'static str,
    region: Option<&'static str>,
    /// With `{page}` and `{pages}` to be filled in.
    page_words: String,
    sizes: Sizes,
    colors: Colors,
}

/// Points.
#[derive(Serialize)]
struct Sizes {
    title: f32,
    heading: f32,
    body: f32,
    table: f32,
    caption: f32,
}

#[derive(Serialize)]
struct Colors {
    text: String,
    weak: String,
    line: String,
    line_strong: String,
    accent: String,
    positive: String,
    negative: String,
}

impl Frame {
    pub fn new(heading: &Heading, report: &Report) -> Self {
        let language = heading.language;
        let own = report.document.as_deref();
        let document = own.unwrap_or(&heading.workspace.document);
        let parts = [report.kind.as_str(), document];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let (lang, region) = match language {
            Language::Zh => ("zh", Some("CN")),
            Language::En => ("en", None),
        };
        Self {
            title: report.title.clone(),
            company: heading.workspace.company.clone(),
            document: Measure::shared().fit(
                &parts.join("\u{2003}"),
                LONGEST,
                tokens().paper_type_pt.caption,
                false,
            ),
            lang,
            region,
            page_words: tr!(language, "paper-page", page = "{page}", pages = "{pages}"),
            sizes: Sizes::of(&tokens().paper_type_pt),
            colors: Colors::of(&tokens().paper),
        }
    }
}

impl Sizes {
    fn of(points: &PaperType) -> Self {
        Self {
            title: points.title,
            heading: points.heading,
            body: points.body,
            table: points.table,
            caption: points.caption,
        }
    }
}

impl Colors {
    fn of(paper: &Palette) -> Self {
        Self {
            text: paper.text.to_string(),
            weak: paper.text_weak.to_string(),
            line: paper.line.to_string(),
            line_strong: paper.line_strong.to_string(),
            accent: paper.accent.to_string(),
            positive: paper.positive.to_string(),
            negative: paper.negative.to_string(),
        }
    }
}
