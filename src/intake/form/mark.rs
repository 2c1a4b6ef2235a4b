//! Whether a file is a form of our own, before anything of it is read.

use std::sync::Arc;

use memchr::memmem::find;

use crate::intake::spreadsheet::Parts;
use crate::model::FormSpot;

/// Forms are small, whatever pictures of stamps were put in; nothing larger is looked into.
pub const LARGEST: usize = 8 << 20;
/// What the text that says whose form it is begins with.
const MARK: &[u8] = b"MANYI-";
/// Where workbooks keep names, and documents their properties.
const NAMED: [&str; 2] = ["xl/workbook.xml", "content.xml"];
const DESCRIBED: [&str; 2] = ["docprops/custom.xml", "meta.xml"];
/// Characters such a text has at most.
const LONGEST: usize = 120;

/// A file that carries the marks of a form, as far as it was opened to see that.
pub struct Candidate {
    /// Its parts, where it is made of such.
    pub(super) parts: Option<Parts>,
    /// What the properties of the document say of whose form it is.
    pub(super) property: Option<String>,
}

impl Candidate {
    /// `None` where the bytes carry no mark of a form: names of its places, or whose it is.
    pub fn of(bytes: &Arc<[u8]>) -> Option<Self> {
        if bytes.len() > LARGEST {
            return None;
        }
        if bytes.starts_with(b"PK") {
            return Self::of_parts(Parts::of(bytes)?);
        }
        // The old format keeps its names as they are, a byte or two a character; the file is kept
        // in pieces, so that one of them may be torn, but not all.
        let wanted = |name: &str| {
            let wide: Vec<u8> = name.bytes().flat_map(|byte| [byte, 0]).collect();
            find(bytes, name.as_bytes()).is_some() || find(bytes, &wide).is_some()
        };
        let marks = ["MANYI_FORM", "MANYI_CUSTOMER", "MANYI_Q"];
        let marked = bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) && marks.into_iter().any(wanted);
        marked.then_some(Self {
            parts: None,
            property: None,
        })
    }

    fn of_parts(parts: Parts) -> Option<Self> {
        let property = property(&parts);
        let named = || {
            let name = FormSpot::Identity.to_string();
            let mut named = NAMED.iter().filter_map(|part| parts.read(part));
            named.any(|part| find(&part, name.as_bytes()).is_some())
        };
        (property.is_some() || named()).then_some(Self {
            parts: Some(parts),
            property,
        })
    }
}

/// Whether the bytes carry the marks of a form.
pub fn is_form(bytes: &Arc<[u8]>) -> bool {
    Candidate::of(bytes).is_some()
}

fn property(parts: &Parts) -> Option<String> {
    let parts = DESCRIBED.iter().filter_map(|part| parts.read(part));
    let mut found = parts.filter_map(|part| {
        let at = find(&part, MARK)?;
        let text = part.get(at..)?.iter().take(LONGEST);
        let kept = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
        Some(
            text.take_while(kept)
                .map(|byte| char::from(*byte))
                .collect(),
        )
    });
    found.next()
}
