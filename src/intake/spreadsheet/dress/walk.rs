//! Small XML parts, tag by tag.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::intake::spreadsheet::ods::push_entity;

/// What comes next in a part. Names are without their prefixes.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Begin(&'a str, &'a BytesStart<'a>),
    Text(&'a str),
    End(&'a str),
}

/// Goes through a part. It ends where the part is damaged: drawings of old are no clean XML, and
/// what was read until then stays.
pub(super) fn walk(bytes: &[u8], mut each: impl FnMut(Step<'_>)) {
    let mut xml = Reader::from_reader(bytes);
    xml.config_mut().check_end_names = false;
    xml.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => each(Step::Begin(start.local_name().as_ref(), &start)),
            Ok(Event::End(end)) => each(Step::End(end.local_name().as_ref())),
            Ok(Event::Text(text)) => each(Step::Text(&text.xml10_content())),
            Ok(Event::GeneralRef(entity)) => {
                let mut text = String::new();
                push_entity(&mut text, &entity);
                each(Step::Text(&text));
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// An attribute by its name without a prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let mut all = attributes.with_checks(false).flatten();
    let found = all.find(|it| it.key.local_name().as_ref() == name)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}

/// A number in an attribute.
pub(super) fn number<N: std::str::FromStr>(start: &BytesStart<'_>, name: &str) -> Option<N> {
    attribute(start, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(super) fn is_true(start: &BytesStart<'_>, name: &str) -> bool {
    let value = attribute(start, name);
    value.is_some_and(|value| value == "1" || value.eq_ignore_ascii_case("true"))
}

/// Whether an element that switches something on does: `<b/>`, `<b val="1"/>`.
pub(super) fn is_on(start: &BytesStart<'_>) -> bool {
    let value = attribute(start, "val");
    value.is_none_or(|value| value != "0" && !value.eq_ignore_ascii_case("false"))
}
