//! One row as SQLite writes it: a header of kinds, then the values
//! (<https://www.sqlite.org/fileformat2.html#record_format>).

use rusqlite::types::Value;

use super::image::Image;
use super::page::{Cell, PageKind, number, varint};

/// The values of a cell, in the order of the columns; `None` for one that cannot be read. `None`
/// for a cell that is no row. Pages its content goes on in are added to `used`.
pub(super) fn values(
    image: &Image,
    kind: PageKind,
    cell: &Cell<'_>,
    used: &mut Vec<usize>,
) -> Option<Vec<Option<Value>>> {
    let (length, bytes) = cell.payload?;
    let content = content(image, kind, length, bytes, used)?;
    let (header, taken) = varint(&content)?;
    let header = usize::try_from(header).ok().filter(|it| *it >= taken)?;
    let mut kinds = content.get(taken..header)?;
    let mut at = header;
    let mut values = Vec::new();
    while !kinds.is_empty() {
        let (kind, taken) = varint(kinds)?;
        kinds = kinds.get(taken..)?;
        let size = size(kind)?;
        let end = at.checked_add(size)?;
        values.push(content.get(at..end).and_then(|bytes| value(kind, bytes)));
        at = end;
    }
    Some(values)
}

/// The whole content of a cell, as far as its pages lead: what does not fit into the page goes
/// on in others.
fn content(
    image: &Image,
    kind: PageKind,
    length: usize,
    bytes: &[u8],
    used: &mut Vec<usize>,
) -> Option<Vec<u8>> {
    // No row is longer than the file it stands in.
    if length > image.len() {
        return None;
    }
    let local = local(image.usable, kind, length);
    let mut content = bytes.get(..local)?.to_vec();
    let mut next = match length > local {
        true => number(bytes, local, 4)?,
        false => return Some(content),
    };
    content.reserve(length - local);
    while content.len() < length && next != 0 {
        let Some(page) = image.raw(next) else {
            break;
        };
        used.push(next);
        let wanted = length - content.len();
        let Some(rest) = page.get(4..) else {
            break;
        };
        content.extend_from_slice(rest.get(..wanted.min(rest.len()))?);
        next = number(page, 0, 4)?;
    }
    Some(content)
}

/// Bytes of a content that stand in the page itself.
fn local(usable: usize, kind: PageKind, length: usize) -> usize {
    let most = match kind {
        PageKind::TableLeaf | PageKind::TableInner => usable - 35,
        PageKind::IndexLeaf | PageKind::IndexInner => (usable - 12) * 64 / 255 - 23,
    };
    if length <= most {
        return length;
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let fitting = least + (length - least) % (usable - 4);
    if fitting <= most { fitting } else { least }
}

fn size(kind: i64) -> Option<usize> {
    Some(match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        12.. => usize::try_from((kind - 12) / 2).ok()?,
        _ => return None,
    })
}

fn value(kind: i64, bytes: &[u8]) -> Option<Value> {
    Some(match kind {
        0 => Value::Null,
        1..=6 => Value::Integer(signed(bytes)),
        7 => Value::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
        8 => Value::Integer(0),
        9 => Value::Integer(1),
        _ if kind % 2 == 0 => Value::Blob(bytes.to_vec()),
        _ => Value::Text(String::from_utf8(bytes.to_vec()).ok()?),
    })
}

fn signed(bytes: &[u8]) -> i64 {
    let negative = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
    let begin = if negative { -1 } else { 0 };
    let add = |sum: i64, byte: &u8| (sum << 8) | i64::from(*byte);
    bytes.iter().fold(begin, add)
}
