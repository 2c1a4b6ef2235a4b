//! How many fields and bytes the records of a text have, without keeping any of them.
//!
//! The reader of separated values keeps a record whole, with the place of each of its fields:
//! one line of nothing but commas would take ten times its bytes. Here lines are only walked,
//! so that it is known beforehand how long the longest is. Quotes count as that reader counts
//! them.

/// The size of one record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    pub fields: usize,
    pub bytes: usize,
    /// Line (from 1) on which it begins.
    pub line: u64,
    /// Line of its quote that is never closed, or by one that opens another cell in a later line:
    /// everything between would be one cell.
    pub open_quote: Option<u64>,
}

/// Walks over the records of a text, empty lines left out.
pub(super) struct Records<'a> {
    rest: &'a [u8],
    delimiter: u8,
    line: u64,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            rest: text.as_bytes(),
            delimiter,
            line: 1,
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Shape;

    fn next(&mut self) -> Option<Shape> {
        while let Some((ends @ (b'\n' | b'\r'), rest)) = self.rest.split_first() {
            self.line += u64::from(*ends == b'\n');
            self.rest = rest;
        }
        if self.rest.is_empty() {
            return None;
        }
        let mut shape = Shape {
            fields: 1,
            bytes: self.rest.len(),
            line: self.line,
            open_quote: None,
        };
        let mut opened = None;
        // The line on which the field began that a quote just closed.
        let mut closed = None;
        let mut torn = None;
        let mut field_starts = true;
        for (at, byte) in self.rest.iter().enumerate() {
            let ends = matches!(*byte, b'"' | b'\n' | b'\r') || *byte == self.delimiter;
            let across = closed.take().filter(|line| *line < self.line && !ends);
            torn = torn.or(across);
            match *byte {
                b'"' if opened.is_some() => closed = opened.take(),
                // a quote right behind a closing one opens the field again: it was doubled
                b'"' if field_starts => {
                    opened = Some(self.line);
                    continue;
                }
                b'\n' | b'\r' if opened.is_none() => {
                    shape.bytes = at;
                    break;
                }
                b'\n' => self.line += 1,
                byte if byte == self.delimiter && opened.is_none() => shape.fields += 1,
                _ => {}
            }
            if opened.is_none() {
                field_starts = *byte == self.delimiter || *byte == b'"';
            }
        }
        shape.open_quote = torn.or(opened);
        self.rest = self.rest.get(shape.bytes..).unwrap_or_default();
        Some(shape)
    }
}

#[cfg(test)]
mod tests {
    use csv::ReaderBuilder;

    use super::*;

    fn shapes(text: &str) -> Vec<Shape> {
        Records::new(text, b',').collect()
    }

    #[test]
    fn records_are_those_the_reader_finds() {
        for text in [
            "a,b\r\n\r\n1,\"two\nlines\"\r\n3,4\r\n\n\n5,6",
            "\"a \"\"b\"\" c\",d\n,,,\n\n\"\"\n\"\",\"\"\n5\" pipe,x\n",
            "a,\"b\"c,d\n\"x\"\"y,z\",w\r1,2\n",
            "",
            "\n\n",
            "only",
        ] {
            let mut reader = ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true);
            let mut reader = reader.from_reader(text.as_bytes());
            let widths: Vec<usize> = reader.records().map(|r| r.unwrap().len()).collect();
            let walked: Vec<usize> = shapes(text).iter().map(|shape| shape.fields).collect();
            assert_eq!(walked, widths, "{text:?}");
        }
    }

    #[test]
    fn the_longest_record_is_known_before_it_is_read() {
        let found = shapes("a,b\n\n\"x\ny\",,,\nz");
        let sizes: Vec<_> = found.iter().map(|s| (s.line, s.fields, s.bytes)).collect();
        assert_eq!(sizes, [(1, 2, 3), (3, 4, 8), (5, 1, 1)]);
    }

    #[test]
    fn a_quote_left_open_is_found() {
        let open = |text: &str| shapes(text).iter().find_map(|shape| shape.open_quote);
        assert_eq!(open("a,b\n1,\"two\n3,4\n5,6\n"), Some(2));
        assert_eq!(open("a,\"b \"\"c\"\" d\"\n5\" pipe,x\n"), None);
        assert_eq!(open("\"\",\"\"\n"), None);
        // The quote that opens a later cell would close it.
        let text = "a,b\n1,\"slow,2\n3,bad,4\n5,\"good\",6\n";
        assert_eq!(open(text), Some(2));
        assert_eq!(open("a,b\n1,\"two\nlines\",2\n3,\"x\"y,4\n"), None);
    }
}
