//! The typesetter: typst with our templates, our two faces and nothing of the machine's.
//!
//! What users typed reaches a template only as JSON data, never as source, so it is never
//! read as markup. Knows nothing of what is printed.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use serde::Serialize;
use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, comemo};

use super::{Document, PaperError};
use crate::theme::fonts;

/// Pages laid out this many times without an entry of the cache being used: it goes.
const CACHE_AGE: usize = 5;

const DATA: &str = "data.json";

/// A page layout under `assets/typst`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Template {
    Figure,
    Report,
}

impl Template {
    fn file(self) -> &'static str {
        match self {
            Self::Figure => "figure.typ",
            Self::Report => "report.typ",
        }
    }
}

/// What does not change from page to page.
struct Type {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
}

static TYPE: LazyLock<Type> = LazyLock::new(|| {
    let faces = [fonts::REGULAR, fonts::BOLD];
    let fonts: Vec<Font> = faces
        .into_iter()
        .filter_map(|face| Font::new(Bytes::new(face), 0))
        .collect();
    let sources = [
        ("page.typ", include_str!("../../assets/typst/page.typ")),
        ("figure.typ", include_str!("../../assets/typst/figure.typ")),
        ("report.typ", include_str!("../../assets/typst/report.typ")),
        ("blocks.typ", include_str!("../../assets/typst/blocks.typ")),
        ("table.typ", include_str!("../../assets/typst/table.typ")),
        ("form.typ", include_str!("../../assets/typst/form.typ")),
    ];
    Type {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        sources: sources
            .into_iter()
            .filter_map(|(name, text)| {
                let id = file(name)?;
                Some((id, Source::new(id, text.to_owned())))
            })
            .collect(),
    }
});

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One run of the typesetter.
struct Press {
    main: FileId,
    data_id: FileId,
    data: Bytes,
}

impl World for Press {
    fn library(&self) -> &LazyHash<Library> {
        &TYPE.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &TYPE.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        TYPE.sources.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id {
            Ok(self.data.clone())
        } else {
            Err(missing(id))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        TYPE.fonts.get(index).cloned()
    }

    /// No template may depend on the day it is printed.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}

/// Lays a template out with its data.
pub(super) fn print(template: Template, data: &impl Serialize) -> Result<Document, PaperError> {
    let unknown = || PaperError::Typeset(format!("{template:?}"));
    let data =
        serde_json::to_string(data).map_err(|error| PaperError::Typeset(error.to_string()))?;
    let lacking = lacking(&data);
    let press = Press {
        main: file(template.file()).ok_or_else(unknown)?,
        data_id: file(DATA).ok_or_else(unknown)?,
        data: Bytes::from_string(data),
    };
    let Warned { output, warnings } = typst::compile(&press);
    comemo::evict(CACHE_AGE);
    match output {
        Ok(pages) => Ok(Document::new(pages, said(&warnings), lacking)),
        Err(errors) => Err(PaperError::Typeset(said(&errors).join("; "))),
    }
}

/// The characters of a text, each once, that a face does not hold and a box stands for.
fn lacking(text: &str) -> String {
    let unseen = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
    };
    let held = |c: char| {
        let mut faces = TYPE.fonts.iter();
        faces.all(|face| face.info().coverage.contains(u32::from(c)))
    };
    let foreign = text.chars().filter(|c| !c.is_ascii() && !unseen(*c));
    let found: BTreeSet<char> = foreign.filter(|c| !held(*c)).collect();
    found.into_iter().collect()
}

/// What the typesetter complains of, in its own words.
fn said(diagnostics: &[SourceDiagnostic]) -> Vec<String> {
    let text = |one: &SourceDiagnostic| one.message.to_string();
    diagnostics.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_no_face_holds_are_named_once() {
        assert_eq!(lacking("𠮷野家、喆彧 – “Ж” ≥ 85\u{3000}"), "𠮷");
        assert_eq!(lacking("杭州 𠮷 𠮷"), "𠮷");
        assert_eq!(lacking("苏州启衍电子 Müller 5 %"), "");
    }

    #[test]
    fn both_faces_belong_to_the_family() {
        assert_eq!(TYPE.fonts.len(), 2);
        for font in &TYPE.fonts {
            assert_eq!(font.info().family, fonts::FAMILY);
        }
    }
}
