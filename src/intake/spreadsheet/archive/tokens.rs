//! How long the pieces of a part are that a reader has to hold as a whole.
//!
//! Readers of XML keep one tag, one text or one comment in memory until it ends, and the name of
//! every element that is open; those of binary parts one record, however long it is. A few bytes
//! of an archive can stand for a gigabyte of it. So both are walked here as they come out, ahead of the reader, by the
//! rules of quick-xml. Whether they make sense is for the reader to say.

use memchr::{memchr, memchr_iter, memchr3};

/// What no part of a workbook has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beyond {
    /// Bytes that went by without an end.
    Endless(u64),
    /// Elements inside each other.
    Deep(u32),
}

/// Elements inside each other: those of a workbook are a dozen at most. A reader keeps their
/// names, each as long as a token may be.
const DEEPEST: u32 = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Text,
    /// Behind a `<`.
    Opened,
    Tag,
    /// In a value of a tag, up to this quote.
    Quoted(u8),
    /// Behind `<!`.
    Marked,
    /// Up to `-->`.
    Comment,
    /// Up to `]]>`.
    Data,
    /// Up to `?>`.
    Instruction,
    /// A document type, which no part has: to its end it counts as one token.
    Type,
}

/// Walks over XML.
#[derive(Debug)]
pub(super) struct Xml {
    /// Bytes a token may have.
    longest: u64,
    state: State,
    /// Bytes of the present token so far, the `<` before it left out.
    token: u64,
    /// The two bytes before the present one.
    last: [u8; 2],
    /// Elements that are open.
    depth: u32,
    /// Whether the present tag ends one.
    closing: bool,
}

impl Xml {
    pub fn new(longest: u64) -> Self {
        Self {
            longest,
            state: State::Text,
            token: 0,
            last: [0; 2],
            depth: 0,
            closing: false,
        }
    }

    /// Walks over the next bytes; how many of them are text between tags.
    pub fn pass(&mut self, bytes: &[u8]) -> Result<u64, Beyond> {
        let mut text = 0;
        let mut rest = bytes;
        while !rest.is_empty() {
            let (length, next) = self.step(rest);
            self.token += length as u64;
            if self.token > self.longest {
                return Err(Beyond::Endless(self.token));
            }
            if matches!(self.state, State::Text | State::Data) {
                text += length as u64;
            }
            let (passed, after) = rest.split_at(length);
            if let Some(next) = next {
                self.nest(next, passed)?;
                self.state = next;
                if matches!(next, State::Text | State::Opened) {
                    self.token = 0;
                }
            }
            match *passed {
                [.., first, second] => self.last = [first, second],
                [only] => self.last = [self.last[1], only],
                [] => {}
            }
            rest = after;
        }
        Ok(text)
    }

    /// Counts the elements that are open, where a tag ends with the bytes that passed.
    fn nest(&mut self, next: State, passed: &[u8]) -> Result<(), Beyond> {
        if self.state == State::Opened {
            self.closing = passed.first() == Some(&b'/');
        }
        if matches!(self.state, State::Tag | State::Opened) && next == State::Text {
            let before = match *passed {
                [.., before, _] => before,
                _ => self.last[1],
            };
            self.depth = match self.closing {
                true => self.depth.saturating_sub(1),
                false => self.depth + u32::from(before != b'/'),
            };
        }
        match self.depth > DEEPEST {
            true => Err(Beyond::Deep(self.depth)),
            false => Ok(()),
        }
    }

    /// Bytes that belong to the present state, and the one behind them; `None` while it goes
    /// on.
    fn step(&self, rest: &[u8]) -> (usize, Option<State>) {
        let first = rest.first().copied().unwrap_or_default();
        let up_to = |found: Option<usize>, next: State| match found {
            Some(at) => (at + 1, Some(next)),
            None => (rest.len(), None),
        };
        match self.state {
            State::Text => up_to(memchr(b'<', rest), State::Opened),
            State::Opened => match first {
                b'!' => (1, Some(State::Marked)),
                b'?' => (1, Some(State::Instruction)),
                quote @ (b'"' | b'\'') => (1, Some(State::Quoted(quote))),
                _ => match whole_tag(rest) {
                    Some(length) => (length, Some(State::Text)),
                    None => (1, Some(State::Tag)),
                },
            },
            State::Tag => {
                let found = memchr3(b'>', b'"', b'\'', rest);
                let next = match found.and_then(|at| rest.get(at)) {
                    Some(b'>') | None => State::Text,
                    Some(quote) => State::Quoted(*quote),
                };
                up_to(found, next)
            }
            State::Quoted(quote) => up_to(memchr(quote, rest), State::Tag),
            State::Marked => match first {
                b'-' => (1, Some(State::Comment)),
                b'[' => (1, Some(State::Data)),
                _ => (1, Some(State::Type)),
            },
            State::Comment => up_to(self.closed_by(b"--", 6, rest), State::Text),
            State::Data => up_to(self.closed_by(b"]]", 0, rest), State::Text),
            State::Instruction => up_to(self.closed_by(b"?", 0, rest), State::Text),
            State::Type => (rest.len(), None),
        }
    }

    /// The first `>` behind these bytes that ends a token of some length.
    fn closed_by(&self, mark: &[u8], shortest: u64, rest: &[u8]) -> Option<usize> {
        memchr_iter(b'>', rest).find(|at| {
            let before = [
                &self.last[..],
                rest.get(at.saturating_sub(2)..*at).unwrap_or_default(),
            ];
            let long_enough = self.token + *at as u64 + 1 >= shortest;
            long_enough && before.concat().ends_with(mark)
        })
    }
}

/// Bytes of a tag up to and with its end, where all of it is here and quoted the usual way. Of
/// a sheet nearly every tag is: one look at each byte instead of a step for each quote.
fn whole_tag(rest: &[u8]) -> Option<usize> {
    let mut quoted = false;
    for (at, byte) in rest.iter().enumerate() {
        match byte {
            b'>' if !quoted => return Some(at + 1),
            b'"' => quoted = !quoted,
            b'\'' if !quoted => return None,
            _ => {}
        }
    }
    None
}

/// Walks over binary records: a kind in one or two bytes, a length in up to four, the body.
#[derive(Debug)]
pub(super) struct Records {
    /// Bytes a record may have.
    longest: u64,
    place: Place,
    kind: u16,
    length: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Kind,
    SecondOfKind,
    /// Byte of the length.
    Length(u32),
    Body,
}

impl Records {
    pub fn new(longest: u64) -> Self {
        Self {
            longest,
            place: Place::Kind,
            kind: 0,
            length: 0,
        }
    }

    /// Walks over the next bytes and tells kind and length of every record that begins.
    pub fn pass(&mut self, bytes: &[u8], mut tell: impl FnMut(u16, u64)) -> Result<(), Beyond> {
        let mut rest = bytes;
        while let Some((byte, after)) = rest.split_first() {
            let (low, more) = (byte & 0x7F, byte & 0x80 != 0);
            match self.place {
                Place::Kind => {
                    self.kind = u16::from(low);
                    self.length = 0;
                    self.place = if more {
                        Place::SecondOfKind
                    } else {
                        Place::Length(0)
                    };
                }
                Place::SecondOfKind => {
                    self.kind |= u16::from(low) << 7;
                    self.place = Place::Length(0);
                }
                Place::Length(at) => {
                    self.length |= u64::from(low) << (7 * at);
                    self.place = Place::Length(at + 1);
                    if !more || at == 3 {
                        if self.length > self.longest {
                            return Err(Beyond::Endless(self.length));
                        }
                        tell(self.kind, self.length);
                        self.place = self.body();
                    }
                }
                Place::Body => {
                    let here = usize::try_from(self.length).unwrap_or(usize::MAX);
                    let (passed, after) = rest.split_at(here.min(rest.len()));
                    self.length -= passed.len() as u64;
                    self.place = self.body();
                    rest = after;
                    continue;
                }
            }
            rest = after;
        }
        Ok(())
    }

    fn body(&self) -> Place {
        match self.length {
            0 => Place::Kind,
            _ => Place::Body,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Longest token of quick-xml in the text, and the bytes between tags.
    fn longest(xml: &str) -> (usize, usize) {
        let (mut low, mut high) = (0, xml.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match Xml::new(middle as u64).pass(xml.as_bytes()) {
                Ok(_) => high = middle,
                Err(_) => low = middle + 1,
            }
        }
        let text = Xml::new(u64::MAX).pass(xml.as_bytes()).unwrap();
        (low, text as usize)
    }

    #[test]
    fn whatever_hides_the_end_of_a_token_it_counts_as_one() {
        let hidden = "<><x>-- ]] ?".repeat(100);
        for (before, after) in [
            ("<row a=\"", "\">"),
            ("<row a='\"", "'>"),
            ("</row a=\"", "\">"),
            ("<!--", "-->"),
            ("<!-->", "-->"),
            ("<![CDATA[", "]]>"),
            ("<?pi ", "?>"),
            ("<!DOCTYPE x [", "]>"),
        ] {
            let token = format!("{before}{hidden}{after}");
            for xml in [format!("<a>{token}<b/></a>"), format!("<a b='1'>x{token}")] {
                let (found, _) = longest(&xml);
                assert!(found >= hidden.len(), "{before}: {found}");
                // wherever blocks end
                for size in [1, 2, 3, 7, 1_000] {
                    let mut walk = Xml::new(hidden.len() as u64 / 2);
                    let mut blocks = xml.as_bytes().chunks(size);
                    assert!(blocks.any(|block| walk.pass(block).is_err()), "{before}");
                }
            }
        }
    }

    #[test]
    fn elements_inside_each_other_are_counted_wherever_blocks_end() {
        let beside = "<a b='>'><c/><d  e=\"/\"></d ></a>".repeat(100);
        for (xml, deep) in [
            (beside, false),
            ("<a>".repeat(64), false),
            ("<a>".repeat(65), true),
            ("<a b='/'>".repeat(65), true),
            ("<a/><b>".repeat(65), true),
            (format!("</x>{}", "<>".repeat(65)), true),
        ] {
            for size in [1, 2, 3, 7, 1_000] {
                let mut walk = Xml::new(1_000);
                let beyond = xml.as_bytes().chunks(size).find_map(|b| walk.pass(b).err());
                assert_eq!(beyond.is_some(), deep, "{xml} in blocks of {size}");
            }
        }
    }

    #[test]
    fn however_it_is_cut_the_walk_is_the_same() {
        let mut random = fastrand::Rng::with_seed(11);
        let pieces = [
            "<",
            ">",
            "/",
            "\"",
            "'",
            "!",
            "?",
            "--",
            "[",
            "]]",
            "a",
            " b",
            "=",
            "<c r=\"A1\">",
            "</c>",
        ];
        for _ in 0..20_000 {
            let count = random.usize(..40);
            let xml: String = (0..count).filter_map(|_| random.choice(pieces)).collect();
            let longest = random.u64(1..60);
            let size = random.usize(1..20);
            let walked = |size: usize| {
                let mut walk = Xml::new(longest);
                let blocks = xml.as_bytes().chunks(size);
                let passed = blocks.map(|block| walk.pass(block)).sum::<Result<u64, _>>();
                passed.map(|text| (text, walk.depth)).map_err(|_| ())
            };
            assert_eq!(walked(size), walked(1), "{xml} in blocks of {size}");
        }
    }

    #[test]
    fn ordinary_xml_has_short_tokens() {
        let xml = "<?xml version=\"1.0\"?><!-- a > b --><row r=\"1\"><c t='s'><v>12</v></c>\
                   <c><is><t>a &gt; b > c</t></is></c><![CDATA[ <x> ]]></row>"
            .repeat(50);
        let (found, text) = longest(&xml);
        assert!(found < 40, "{found}");
        assert!(text < xml.len() / 2);
    }

    #[test]
    fn records_are_told_wherever_blocks_end() {
        let mut bytes = vec![0x13, 3, 1, 2, 3, 0x9F, 0x01, 0, 0x07, 0x81, 0x01];
        bytes.extend([9; 129]);
        bytes.extend([0x13, 0]);
        let expected = [(0x13, 3), (0x9F, 0), (7, 129), (0x13, 0)];
        for size in 1..bytes.len() {
            let mut found = Vec::new();
            let mut walk = Records::new(1_000);
            for block in bytes.chunks(size) {
                let told = walk.pass(block, |kind, length| found.push((kind, length)));
                told.unwrap();
            }
            assert_eq!(found, expected, "in blocks of {size}");
        }
        let told = Records::new(128).pass(&bytes, |_, _| {});
        assert_eq!(told, Err(Beyond::Endless(129)));
    }
}
