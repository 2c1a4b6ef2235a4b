//! TIFF files of several pages: the decoder reads the first one, so the head of the file is made
//! to tell of each in turn (TIFF 6.0, section 2).

use super::picture::MAX_PAGES;

/// Where the head tells of the first page.
const FIRST: std::ops::Range<usize> = 4..8;

/// The pages of a file.
pub(super) struct Pages {
    file: Vec<u8>,
    /// Where those that are left lie, the next one last, as the head writes it.
    left: Vec<[u8; 4]>,
}

impl Pages {
    /// `None` when the chain of pages leads astray.
    pub(super) fn of(file: &[u8]) -> Option<Self> {
        let little = file.starts_with(b"II");
        let number = |at: usize, length: usize| -> Option<usize> {
            let bytes = file.get(at..at.checked_add(length)?)?;
            let add = |sum: usize, byte: &u8| sum << 8 | usize::from(*byte);
            Some(match little {
                true => bytes.iter().rev().fold(0, add),
                false => bytes.iter().fold(0, add),
            })
        };
        let mut places = Vec::new();
        let mut place = number(FIRST.start, FIRST.len())?;
        while place != 0 {
            if places.len() == MAX_PAGES || places.contains(&place) {
                return None;
            }
            places.push(place);
            let entries = number(place, 2)?;
            place = number(place + 2 + 12 * entries, 4)?;
        }
        let written = |place: &usize| {
            let place = u32::try_from(*place).ok()?;
            Some(match little {
                true => place.to_le_bytes(),
                false => place.to_be_bytes(),
            })
        };
        let left: Option<Vec<_>> = places.iter().rev().map(written).collect();
        Some(Self {
            file: file.to_vec(),
            left: left.filter(|left| !left.is_empty())?,
        })
    }

    /// The file with its next page first.
    pub(super) fn next(&mut self) -> Option<&[u8]> {
        let place = self.left.pop()?;
        self.file.get_mut(FIRST)?.copy_from_slice(&place);
        Some(&self.file)
    }
}
