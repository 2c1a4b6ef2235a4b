//! The codes of items in headings: in front, behind a number, at the end, in whatever brackets.

use rustc_hash::FxHashMap;

use super::parts::ELSEWHERE;
use super::worn::{ENDS, code, coded, in_brackets, in_front, number, without_hints};
use crate::intake::normal::folded;
use crate::model::Item;

/// Before a code at the end that stands in no brackets.
const BEFORE: [char; 8] = [' ', '　', '-', '–', '—', '_', '/', '|'];

/// The codes of the items of a questionnaire.
pub(super) struct Codes<'i> {
    items: &'i [Item],
    places: FxHashMap<String, usize>,
}

impl<'i> Codes<'i> {
    pub fn of(items: &'i [Item]) -> Self {
        let codes = items.iter().enumerate();
        let codes = codes.map(|(at, item)| (folded(&item.code), at));
        Self {
            items,
            places: codes.filter(|(code, _)| !code.is_empty()).collect(),
        }
    }

    fn get(&self, text: &str) -> Option<usize> {
        self.places.get(&folded(text)).copied()
    }

    /// A heading without the code of an item at its end, and the code.
    pub fn behind<'t>(&self, heading: &'t str) -> Option<(&'t str, &'t str)> {
        let heading = without_hints(heading.trim()).trim_end_matches(ENDS);
        let bracketed = in_brackets(heading);
        let (rest, code) = bracketed.or_else(|| {
            let apart = heading.rsplit_once(BEFORE)?;
            // A word alone may be part of the text.
            let both = |it: &str| {
                it.contains(|c: char| c.is_ascii_digit())
                    && it.contains(|c: char| c.is_ascii_alphabetic())
            };
            Some(apart).filter(|(_, code)| both(code))
        })?;
        let rest = rest.trim_end_matches(BEFORE).trim();
        (!rest.is_empty() && self.get(code).is_some()).then_some((rest, code))
    }

    /// The codes a heading may go by, where its text is none of the items': one in front or at its
    /// end, if it asks about nothing else than the items do.
    pub fn alone(&self, heading: &str) -> Vec<String> {
        if ELSEWHERE.iter().any(|word| folded(heading).contains(word)) {
            return Vec::new();
        }
        let behind = self.behind(heading).map(|(_, code)| code.to_owned());
        code(heading).into_iter().chain(behind).collect()
    }

    /// Which items have a code that stands in a heading.
    fn within(&self, heading: &str) -> Vec<usize> {
        let plain = without_hints(heading.trim());
        let (numbered, text) = plain.split_at_checked(number(plain)).unwrap_or(("", plain));
        let digits = numbered.trim_matches(|c: char| !c.is_ascii_digit());
        let front = [plain, text].into_iter().flat_map(|it| {
            let bracketed = in_front(it).map(|(code, _)| code);
            [bracketed, coded(it).map(|(code, _)| code)]
        });
        let behind = self.behind(heading).map(|(_, code)| code);
        let all = front.chain([behind, Some(digits)]).flatten();
        let mut found: Vec<usize> = all.filter_map(|it| self.get(it)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The item whose code stands in the heading of another, which its words name.
    pub fn contradicts(&self, heading: &str, at: usize) -> Option<&'i Item> {
        let item = self.items.get(at)?;
        let mut names = super::names(item);
        let within = self.within(heading);
        if names.any(|name| folded(name) == folded(heading)) || within.contains(&at) {
            return None;
        }
        // A text may hold something that another item has for a code.
        let own: Vec<usize> = super::names(item).flat_map(|it| self.within(it)).collect();
        let other = within.into_iter().find(|it| !own.contains(it))?;
        self.items.get(other)
    }
}

/// The item whose code stands in the heading of the item at a position, without being its own.
pub(in crate::intake) fn other_code<'i>(
    heading: &str,
    at: usize,
    items: &'i [Item],
) -> Option<&'i Item> {
    Codes::of(items).contradicts(heading, at)
}
