//! One page of a table or an index, as SQLite lays it out
//! (<https://www.sqlite.org/fileformat2.html#b_tree_pages>).

/// What a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageKind {
    /// Rows by their number.
    TableLeaf,
    /// Where to find them.
    TableInner,
    /// Rows by their content: of a table without numbers, or entries of an index.
    IndexLeaf,
    IndexInner,
}

/// A page that says of itself what it is.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    bytes: &'a [u8],
    begin: usize,
    pub(super) kind: PageKind,
    cells: usize,
}

/// A cell: a row, or what leads to one.
pub(super) struct Cell<'a> {
    /// Page with everything before it.
    pub(super) child: Option<usize>,
    /// Number of the row.
    pub(super) rowid: Option<i64>,
    /// How long the content is, and where it begins in the page.
    pub(super) payload: Option<(usize, &'a [u8])>,
}

impl<'a> Page<'a> {
    /// `None` when it is no such page.
    pub(super) fn new(bytes: &'a [u8], begin: usize) -> Option<Self> {
        let kind = match bytes.get(begin)? {
            13 => PageKind::TableLeaf,
            5 => PageKind::TableInner,
            10 => PageKind::IndexLeaf,
            2 => PageKind::IndexInner,
            _ => return None,
        };
        let cells = number(bytes, begin + 3, 2)?;
        // A cell takes two bytes of the list and at least two of its own.
        (cells <= bytes.len() / 4).then_some(Self {
            bytes,
            begin,
            kind,
            cells,
        })
    }

    pub(super) fn inner(&self) -> bool {
        matches!(self.kind, PageKind::TableInner | PageKind::IndexInner)
    }

    /// The cells in order; `None` for one that lies outside the page.
    pub(super) fn cells(self) -> impl Iterator<Item = Option<Cell<'a>>> {
        let list = self.begin + if self.inner() { 12 } else { 8 };
        (0..self.cells).map(move |at| {
            let begin = number(self.bytes, list + 2 * at, 2)?;
            self.cell(begin)
        })
    }

    /// The page with everything behind the last cell.
    pub(super) fn last_child(&self) -> Option<usize> {
        self.inner()
            .then(|| number(self.bytes, self.begin + 8, 4))
            .flatten()
    }

    fn cell(&self, mut at: usize) -> Option<Cell<'a>> {
        let child = match self.inner() {
            true => Some(number(self.bytes, at, 4)?),
            false => None,
        };
        at += if child.is_some() { 4 } else { 0 };
        let mut length = None;
        if self.kind != PageKind::TableInner {
            let (found, taken) = varint(self.bytes.get(at..)?)?;
            length = Some(usize::try_from(found).ok()?);
            at += taken;
        }
        let mut rowid = None;
        if matches!(self.kind, PageKind::TableLeaf | PageKind::TableInner) {
            let (found, taken) = varint(self.bytes.get(at..)?)?;
            rowid = Some(found);
            at += taken;
        }
        let rest = self.bytes.get(at..)?;
        Some(Cell {
            child,
            rowid,
            payload: length.map(|length| (length, rest)),
        })
    }
}

/// A number of one to nine bytes, and how many they are.
pub(super) fn varint(bytes: &[u8]) -> Option<(i64, usize)> {
    let mut value: u64 = 0;
    for (at, byte) in bytes.iter().enumerate().take(8) {
        value = (value << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value.cast_signed(), at + 1));
        }
    }
    let last = bytes.get(8)?;
    Some((((value << 8) | u64::from(*last)).cast_signed(), 9))
}

/// Bytes as a number, the highest first.
pub(super) fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    let add = |sum: usize, byte: &u8| (sum << 8) | usize::from(*byte);
    Some(bytes.iter().fold(0, add))
}
