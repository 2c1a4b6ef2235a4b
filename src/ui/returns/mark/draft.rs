//! The marks as they are being made: which thing is marked next, and what a press on a cell does.

use crate::model::{CellPlace, Item, Mark, Meant, Questionnaire};
use crate::ui::MarkableSheet;

/// The marks of one sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub marks: Vec<Mark>,
    /// What the next press on a cell says of it.
    pub next: Option<Meant>,
}

impl Draft {
    pub fn new(sheet: &MarkableSheet, asked: &Questionnaire) -> Self {
        let mut draft = Self {
            marks: sheet.marks.clone(),
            next: None,
        };
        draft.next = draft.unmarked(asked).or(Some(Meant::Customer));
        draft
    }

    /// The cells that are marked as this.
    pub fn cells<'d>(&'d self, meant: &'d Meant) -> impl Iterator<Item = &'d Mark> {
        self.marks.iter().filter(move |it| it.meant == *meant)
    }

    /// Whether anything of an item is marked.
    pub fn holds(&self, item: &Item) -> bool {
        let of = |mark: &Mark| mark.meant.item() == Some(item.lineage);
        self.marks.iter().any(of)
    }

    /// How many items are marked.
    pub fn count(&self, asked: &Questionnaire) -> usize {
        asked.items.iter().filter(|it| self.holds(it)).count()
    }

    /// The first thing that a form asks for and nothing is marked of.
    fn unmarked(&self, asked: &Questionnaire) -> Option<Meant> {
        if self.cells(&Meant::Customer).next().is_none() {
            return Some(Meant::Customer);
        }
        let item = asked.items.iter().find(|it| !self.holds(it));
        item.map(|it| self.first_of(it))
    }

    /// What is marked first of an item: as the one before it was, in one cell or by its options.
    fn first_of(&self, item: &Item) -> Meant {
        let by_options = self.marks.iter().rev().find_map(|it| match it.meant {
            Meant::Item(_) => Some(false),
            Meant::Option(..) => Some(true),
            _ => None,
        });
        let options = item.scale.iter().flat_map(|it| &it.options);
        match options.clone().next() {
            Some(first) if item.kind.has_scale() && by_options == Some(true) => {
                Meant::Option(item.lineage, first.label.clone())
            }
            _ => Meant::Item(item.lineage),
        }
    }

    /// Says of a cell what is chosen, or takes it back where it was said already. Where several
    /// labels stand in the cell, each press goes on to the next.
    pub fn press(&mut self, at: CellPlace, sheet: &MarkableSheet, asked: &Questionnaire) {
        let Some(meant) = self.next.clone() else {
            return;
        };
        let at = sheet.sheet.first_of(at);
        let labels = sheet.labels.iter().find(|(cell, _)| *cell == at);
        let labels = labels.map_or(&[][..], |(_, labels)| labels);
        let before = self
            .marks
            .iter()
            .position(|it| it.at == at && it.meant == meant);
        let before = before.map(|place| self.marks.remove(place));
        if before.is_none() && self.by_options(at, sheet, asked) {
            return self.advance(asked);
        }
        let label = match (&meant, before) {
            (Meant::Option(..), Some(_)) => return,
            (Meant::Option(..), None) => String::new(),
            (_, Some(before)) => {
                let place = labels.iter().position(|(it, _)| *it == before.label);
                match labels.get(place.map_or(labels.len(), |it| it + 1)) {
                    Some((next, _)) => next.clone(),
                    None => return,
                }
            }
            (_, None) => self.label(at, &meant, labels),
        };
        self.set(Mark { at, label, meant });
        self.like_before(at, sheet, asked);
        self.advance(asked);
    }

    /// A press on a cell that stands under one of the options of an item, or says one, marks all
    /// of them: the answer is ticked there.
    fn by_options(&mut self, at: CellPlace, sheet: &MarkableSheet, asked: &Questionnaire) -> bool {
        let Some(lineage) = self.next.as_ref().and_then(Meant::item) else {
            return false;
        };
        let item = asked.item_of(lineage).filter(|it| it.kind.has_scale());
        let Some(item) = item else { return false };
        // Somebody marks its options one by one.
        let by_one = self
            .marks
            .iter()
            .any(|it| matches!(&it.meant, Meant::Option(own, _) if *own == lineage));
        if by_one {
            return false;
        }
        let rows = (0..=at.0).rev();
        let heads = rows.map(|row| options_in(row, sheet, item));
        let Some(head) = heads.into_iter().find(|it| it.len() > 1) else {
            return false;
        };
        if !head.iter().any(|(column, _)| *column == at.1) {
            return false;
        }
        for (column, label) in head {
            let meant = Meant::Option(lineage, label);
            self.set(Mark {
                at: sheet.sheet.first_of((at.0, column)),
                label: String::new(),
                meant,
            });
        }
        true
    }

    /// The label a mark stands behind: the one that asks for it, or the first that is free.
    fn label(&self, at: CellPlace, meant: &Meant, labels: &[(String, Option<Meant>)]) -> String {
        let taken = |label: &str| {
            let mut here = self.marks.iter().filter(|it| it.at == at);
            here.any(|it| it.label == label)
        };
        let asks = labels.iter().find(|(_, it)| it.as_ref() == Some(meant));
        let free = || labels.iter().find(|(label, _)| !taken(label));
        asks.or_else(free)
            .map(|it| it.0.clone())
            .unwrap_or_default()
    }

    /// Marks a cell; what said the same elsewhere, or something else there, makes room.
    fn set(&mut self, mark: Mark) {
        let item = mark.meant.item();
        let whole = matches!(mark.meant, Meant::Item(_));
        self.marks.retain(|it| {
            let same = it.meant == mark.meant;
            let place = it.at == mark.at && it.label == mark.label;
            let other_way = it.meant.item().is_some()
                && it.meant.item() == item
                && matches!(it.meant, Meant::Item(_)) != whole;
            !(same || place || other_way)
        });
        self.marks.push(mark);
    }

    /// The first option of an item is marked: the others stand beside it as those of the item
    /// before do, where nothing else is marked.
    fn like_before(&mut self, at: CellPlace, sheet: &MarkableSheet, asked: &Questionnaire) {
        let Some(Meant::Option(lineage, first)) = self.next.clone() else {
            return;
        };
        let Some(item) = asked.item_of(lineage) else {
            return;
        };
        let before = self.options_before(item);
        let Some((own, start)) = before.first().cloned().filter(|_| before.len() > 1) else {
            return;
        };
        let moved = |it: &CellPlace| {
            let row = (at.0 + it.0).checked_sub(start.0)?;
            Some((row, (at.1 + it.1).checked_sub(start.1)?))
        };
        let rest: Option<Vec<(String, CellPlace)>> = before
            .iter()
            .skip(1)
            .map(|(label, cell)| Some((label.clone(), moved(cell)?)))
            .collect();
        let Some(rest) = rest.filter(|_| own == first) else {
            return;
        };
        let free = |it: &CellPlace| !self.marks.iter().any(|mark| mark.at == *it);
        let alone = |it: &CellPlace| free(it) && sheet.sheet.first_of(*it) == *it;
        if !rest.iter().all(|(_, cell)| alone(cell)) {
            return;
        }
        for (label, at) in rest {
            self.set(Mark {
                at,
                label: String::new(),
                meant: Meant::Option(lineage, label),
            });
        }
    }

    /// The options of another item that are marked, of those this one has too, best first: of the
    /// one that was marked last.
    fn options_before(&self, item: &Item) -> Vec<(String, CellPlace)> {
        let last = self.marks.iter().rev().find_map(|it| match &it.meant {
            Meant::Option(other, _) if *other != item.lineage => Some(*other),
            _ => None,
        });
        let Some(last) = last else {
            return Vec::new();
        };
        let options = item.scale.iter().flat_map(|it| &it.options);
        let cell = |label: &str| {
            let meant = Meant::Option(last, label.to_owned());
            self.cells(&meant).next().map(|it| it.at)
        };
        let marked = options.filter_map(|it| Some((it.label.clone(), cell(&it.label)?)));
        marked.collect()
    }

    /// On to the next option, field or item that is not marked yet.
    fn advance(&mut self, asked: &Questionnaire) {
        if let Some(Meant::Option(lineage, _)) = &self.next
            && let Some(item) = asked.item_of(*lineage)
        {
            let mut options = item.scale.iter().flat_map(|it| &it.options);
            let open = options.find_map(|it| {
                let meant = Meant::Option(item.lineage, it.label.clone());
                let marked = self.cells(&meant).next().is_some();
                (!marked).then_some(meant)
            });
            let own = |it: &&Mark| it.meant.item() == Some(item.lineage);
            let marked = self.marks.iter().filter(own).count();
            let usual = self.options_before(item).len();
            // A form may leave options out, such as that somebody cannot tell.
            if open.is_some() && (usual == 0 || marked < usual) {
                self.next = open;
                return;
            }
        }
        let own = self.next.as_ref().and_then(Meant::item);
        let behind = asked.items.iter().skip_while(|it| Some(it.lineage) != own);
        let next = behind.into_iter().find(|it| !self.holds(it));
        let next = next.map(|it| self.first_of(it));
        let next = next.or_else(|| self.unmarked(asked));
        self.next = next.or_else(|| self.next.take());
    }

    /// What a cell is marked as.
    pub fn at(&self, at: CellPlace) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |it| it.at == at)
    }

    /// Takes the marks of a cell away.
    pub fn clear(&mut self, at: CellPlace) {
        self.marks.retain(|it| it.at != at);
    }
}

/// The columns of a row in which options of an item are printed, each once.
fn options_in(row: u32, sheet: &MarkableSheet, item: &Item) -> Vec<(u32, String)> {
    let options = item.scale.iter().flat_map(|it| &it.options);
    let mut found: Vec<(u32, String)> = Vec::new();
    for printed in sheet.sheet.printed.iter().filter(|it| it.at.0 == row) {
        let text = printed.text.trim_matches(|c: char| !c.is_alphanumeric());
        let mut named = options.clone().filter(|it| {
            let score = it.score.map(|score| score.to_string());
            it.label == text
                || it.aliases.iter().any(|it| it == text)
                || score.as_deref() == Some(text)
        });
        if let Some(option) = named.next()
            && !found.iter().any(|(_, label)| *label == option.label)
        {
            found.push((printed.at.1, option.label.clone()));
        }
    }
    found
}
