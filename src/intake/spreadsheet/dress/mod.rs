//! How a sheet of an `.xlsx` looks, as far as a form that people fill in takes it: its controls,
//! what is bold and what is filled. After ECMA-376, part 1, chapter 18, and part 4, chapter 19.
//!
//! Only small parts are read, each when it is asked for; a damaged one is as if it were not
//! there.

mod controls;
mod notes;
mod parts;
mod shapes;
mod sheet;
mod styles;
mod texts;
mod walk;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use self::parts::{Relations, Source};
use self::sheet::{Drawn, Text};
use self::styles::Styles;
use self::texts::Runs;
use super::archive::Archive;
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::look::{At, Control, Dressed, Look, Looks};

/// The look of one sheet.
pub(super) struct Dress<'a> {
    source: Source<'a>,
    sheet: &'a str,
    drawn: OnceCell<Option<(Drawn, Relations)>>,
    stop: RefCell<Option<Stop>>,
}

/// Whether a workbook has controls that are not read: ActiveX, and lists to choose from.
pub(super) fn has_unread_controls(archive: &Archive, watch: &Watch) -> bool {
    const LISTS: [&[u8]; 2] = [b"objectType=\"Drop\"", b"objectType=\"List\""];
    let is_list = |at: usize| {
        let bytes = archive.read(at, watch).unwrap_or_default();
        let mut lists = LISTS.iter();
        lists.any(|list| memchr::memmem::find(&bytes, list).is_some())
    };
    let mut parts = archive.parts.iter().enumerate();
    parts.any(|(at, part)| {
        let key = part.key();
        key.contains("/activex/") || (key.contains("/ctrlprops/") && is_list(at))
    })
}

/// Of each format of a workbook whether it strikes through what it shows; nothing where none does.
pub(super) fn struck(archive: &Archive, watch: &Watch) -> Result<Vec<bool>, Stop> {
    let styles = Source { archive, watch }
        .part("xl/styles.xml")?
        .unwrap_or_default();
    // Hardly any workbook has one, and the sheet need not be gone over again then.
    if memchr::memmem::find(&styles, b"strike").is_none() {
        return Ok(Vec::new());
    }
    let struck = Styles::of(&styles).struck();
    Ok(if struck.contains(&true) {
        struck
    } else {
        Vec::new()
    })
}

impl<'a> Dress<'a> {
    pub fn new(archive: &'a Archive, sheet: &'a str, watch: &'a Watch) -> Self {
        Self {
            source: Source { archive, watch },
            sheet,
            drawn: OnceCell::new(),
            stop: RefCell::new(None),
        }
    }

    /// Why it could not be looked at to the end, if so.
    pub fn stopped(self) -> Result<(), Stop> {
        self.stop.into_inner().map_or(Ok(()), Err)
    }

    /// Notes pinned to its cells.
    pub fn notes(&self) -> BTreeMap<At, String> {
        if !self.source.holds(|key| key.contains("comment")) {
            return BTreeMap::new();
        }
        let key = self.kept(self.source.sheet(self.sheet)).unwrap_or_default();
        let relations = self.kept(self.source.relations(&key));
        self.kept(notes::read(&self.source, &relations))
    }

    fn kept<T: Default>(&self, read: Result<T, Stop>) -> T {
        read.unwrap_or_else(|stop| {
            self.stop.borrow_mut().get_or_insert(stop);
            T::default()
        })
    }

    fn drawn(&self) -> Option<&(Drawn, Relations)> {
        let read = || {
            let Some(key) = self.source.sheet(self.sheet)? else {
                return Ok(None);
            };
            let relations = self.source.relations(&key)?;
            let bytes = self.source.part(&key)?;
            Ok(bytes.map(|bytes| (Drawn::of(&bytes), relations)))
        };
        let drawn = self.drawn.get_or_init(|| self.kept(read()));
        drawn.as_ref()
    }

    /// The shared texts the sheet shows.
    fn texts(&self, drawn: &Drawn) -> Result<BTreeMap<usize, Runs>, Stop> {
        let shared = drawn.cells.iter().filter_map(|cell| match cell.text {
            Text::Shared(at) => Some((at, Runs::default())),
            Text::None | Text::Own(_) => None,
        });
        let mut wanted: BTreeMap<usize, Runs> = shared.collect();
        if let Some(bytes) = self.source.part("xl/sharedstrings.xml")? {
            texts::shared(&bytes, &mut wanted);
        }
        Ok(wanted)
    }

    fn looks(&self, drawn: &Drawn) -> Result<Dressed, Stop> {
        let styles = self.source.part("xl/styles.xml")?;
        let styles = Styles::of(&styles.unwrap_or_default());
        let texts = self.texts(drawn)?;
        let looks = drawn.cells.iter().map(|cell| {
            let (bold, fill) = styles.look(cell.style);
            let runs = match &cell.text {
                Text::Shared(at) => texts.get(at),
                Text::Own(runs) => Some(runs),
                Text::None => None,
            };
            let pieces = runs.map(|runs| runs.pieces.iter()).into_iter().flatten();
            let runs = pieces
                .map(|(text, own)| (text.clone(), own.unwrap_or(bold)))
                .collect();
            (cell.at, Look::of(runs, bold, fill))
        });
        let plain = Look::default();
        Ok(looks.filter(|(_, look)| *look != plain).collect())
    }
}

impl Looks for Dress<'_> {
    fn controls(&self) -> Vec<Control> {
        let drawing = |key: &str| key.contains("ctrlprops/") || key.ends_with(".vml");
        if !self.source.holds(drawing) {
            return Vec::new();
        }
        let Some((drawn, relations)) = self.drawn() else {
            return Vec::new();
        };
        self.kept(controls::read(&self.source, drawn, relations))
    }

    fn cells(&self) -> Dressed {
        let drawn = self.drawn();
        drawn.map_or_else(Dressed::default, |(drawn, _)| self.kept(self.looks(drawn)))
    }
}
