//! What of a workbook's styles says how its numbers are read.
//!
//! The reader of workbooks takes fonts, fills and borders of every cell format apart as well,
//! which of a small file is most of its work, and refuses a file over one it does not know. How
//! cells look is known to [`super::dress`] alone.

use memchr::memmem;

const ROOT: &[u8] = b"<styleSheet";
/// The elements that say how numbers are read.
const WANTED: [&[u8]; 2] = [b"numFmts", b"cellXfs"];

/// The styles without what says only how cells look; `None` where they are written in a way that
/// cannot be cut apart with certainty, and are to be read as they are.
pub(super) fn of_numbers(styles: &[u8]) -> Option<Vec<u8>> {
    // Comments and the like may hold anything.
    if memmem::find(styles, b"<!").is_some() {
        return None;
    }
    let root = only(styles, ROOT)?;
    let head = root + memchr::memchr(b'>', styles.get(root..)?)? + 1;
    let mut wanted = Vec::new();
    for name in WANTED {
        wanted.extend(element(styles, name)?);
    }
    wanted.sort_by_key(|(begin, _)| *begin);
    let mut kept = styles.get(..head)?.to_vec();
    // An attribute that holds a `>`, or a root that is empty.
    let whole = kept.iter().filter(|byte| **byte == b'"').count() % 2 == 0;
    if !whole || kept.ends_with(b"/>") {
        return None;
    }
    for (begin, end) in wanted {
        kept.extend(styles.get(begin..end)?);
    }
    kept.extend(b"</styleSheet>");
    Some(kept)
}

/// Where an element begins and ends, nowhere if there is none; `None` where nobody can say.
fn element(styles: &[u8], name: &[u8]) -> Option<Option<(usize, usize)>> {
    let (begin, end) = ([b"<", name].concat(), [b"</", name, b">"].concat());
    // With a prefix it would be one all the same.
    let named = memmem::find_iter(styles, name).count();
    if named == 0 {
        return Some(None);
    }
    let (begin, last) = (only(styles, &begin)?, only(styles, &end)?);
    let whole = named == 2 && begin < last;
    whole.then_some(Some((begin, last + end.len())))
}

/// Where bytes stand that stand there once.
fn only(styles: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut found = memmem::find_iter(styles, wanted);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(styles: &str) -> Option<String> {
        of_numbers(styles.as_bytes()).map(|kept| String::from_utf8(kept).unwrap())
    }

    #[test]
    fn what_says_how_numbers_are_read_stays_in_its_order() {
        let styles = r#"<?xml version="1.0"?><styleSheet xmlns="a"><numFmts count="1"><numFmt
            numFmtId="164" formatCode="yyyy"/></numFmts><fonts><font/></fonts><cellStyleXfs>
            <xf/></cellStyleXfs><cellXfs><xf numFmtId="164"/></cellXfs><dxfs/></styleSheet>"#;
        let kept = cut(styles).unwrap();
        assert!(kept.starts_with(r#"<?xml version="1.0"?><styleSheet xmlns="a"><numFmts"#));
        assert!(kept.ends_with(r#"<cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>"#));
        assert!(
            !kept.contains("font") && !kept.contains("cellStyleXfs"),
            "{kept}"
        );
        let bare = cut("<styleSheet><cellXfs><xf/></cellXfs></styleSheet>");
        assert_eq!(
            bare.unwrap(),
            "<styleSheet><cellXfs><xf/></cellXfs></styleSheet>"
        );
        assert_eq!(
            cut("<styleSheet></styleSheet>").unwrap(),
            "<styleSheet></styleSheet>"
        );
    }

    #[test]
    fn what_cannot_be_cut_with_certainty_stays_as_it_is() {
        for styles in [
            "",
            "<styleSheet/>",
            "<styleSheet a=\"<>\"><cellXfs/></styleSheet>",
            "<x:styleSheet><x:cellXfs></x:cellXfs></x:styleSheet>",
            "<styleSheet><x:cellXfs></x:cellXfs></styleSheet>",
            "<styleSheet><cellXfs/></styleSheet>",
            "<styleSheet><!-- <cellXfs></cellXfs> --></styleSheet>",
            "<styleSheet><cellXfs></cellXfs><cellXfs></cellXfs></styleSheet>",
            "<styleSheet></cellXfs><cellXfs></styleSheet>",
            "<styleSheet><numFmts><cellXfs></cellXfs></styleSheet>",
        ] {
            assert_eq!(cut(styles), None, "{styles}");
        }
    }
}
