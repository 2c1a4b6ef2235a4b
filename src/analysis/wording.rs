//! Whether two waves asked the same: which items were reworded or dropped between their
//! revisions, and how much of a figure rests on them.

use std::collections::BTreeSet;

use super::measure::offers_others;
use super::tree::Tree;
use crate::model::{LineageId, Origin, Questionnaire, Revision, RevisionId, Subject};

/// From this share of its weight on a dimension or the index is not compared and its line
/// breaks; below it carries a mark.
pub const BREAKS_FROM: f64 = 0.25;

/// What became of an item between two waves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its meaning changed.
    Reworded,
    /// It is no longer part of what is measured: dropped, split into others, moved to another
    /// dimension or not scored any more.
    Gone,
}

/// An item that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedItem {
    pub lineage: LineageId,
    /// Its code in the newer revision where it is still there.
    pub code: String,
    pub fate: Fate,
    /// Share (0–1) of the weight of the figure in question.
    pub share: f64,
}

/// How the wording behind one figure changed between two waves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wording {
    pub items: Vec<ChangedItem>,
    /// Share (0–1) of the weight that changed items hold: of the older revision or, for those
    /// still there, of the newer one if they weigh more in it.
    pub share: f64,
}

impl Wording {
    /// The line breaks and nothing is compared.
    pub fn breaks(&self) -> bool {
        !self.items.is_empty() && self.share >= BREAKS_FROM - 1e-9
    }

    /// Compared, with a mark.
    pub fn marked(&self) -> bool {
        !self.items.is_empty() && !self.breaks()
    }
}

/// How the wording behind `subject` changed from one wave's revision to another's. `revisions`
/// are all of the survey: what was reworded in one that no wave used counts too.
pub fn wording(
    revisions: &[Revision],
    from: &Revision,
    to: &Revision,
    subject: &Subject,
) -> Wording {
    if from.id == to.id {
        return Wording::default();
    }
    let mut reworded = reworded_between(revisions, from, to);
    reworded.extend(offered_others(&from.questionnaire, &to.questionnaire));
    match subject {
        Subject::Item(lineage) => of_item(*lineage, &reworded, &to.questionnaire),
        Subject::Index | Subject::Satisfied => of_weights(from, to, &reworded, None),
        Subject::Dimension(code) => of_weights(from, to, &reworded, Some(code)),
    }
}

fn of_item(lineage: LineageId, reworded: &BTreeSet<LineageId>, newer: &Questionnaire) -> Wording {
    if !reworded.contains(&lineage) {
        return Wording::default();
    }
    let code = newer.item_of(lineage).map(|item| item.code.clone());
    Wording {
        items: vec![ChangedItem {
            lineage,
            code: code.unwrap_or_default(),
            fate: Fate::Reworded,
            share: 1.0,
        }],
        share: 1.0,
    }
}

fn of_weights(
    from: &Revision,
    to: &Revision,
    reworded: &BTreeSet<LineageId>,
    dimension: Option<&str>,
) -> Wording {
    let older = shares(&from.questionnaire, dimension);
    let newer = shares(&to.questionnaire, dimension);
    let share_in = |shares: &[(LineageId, f64)], lineage| {
        shares
            .iter()
            .find(|(known, _)| *known == lineage)
            .map(|(_, share)| *share)
    };
    let mut items = Vec::new();
    for (lineage, share) in &older {
        let now = share_in(&newer, *lineage);
        let fate = match now {
            None => Fate::Gone,
            Some(_) if reworded.contains(lineage) => Fate::Reworded,
            Some(_) => continue,
        };
        let item = to.questionnaire.item_of(*lineage);
        let item = item.or_else(|| from.questionnaire.item_of(*lineage));
        items.push(ChangedItem {
            lineage: *lineage,
            code: item.map(|item| item.code.clone()).unwrap_or_default(),
            fate,
            share: *share,
        });
    }
    let held = |shares: &[(LineageId, f64)]| -> f64 {
        let changed = items.iter();
        changed
            .filter_map(|item| share_in(shares, item.lineage))
            .sum()
    };
    Wording {
        share: held(&older).max(held(&newer)),
        items,
    }
}

/// The scored items behind a dimension or the index, with the share of its weight each holds.
fn shares(questionnaire: &Questionnaire, dimension: Option<&str>) -> Vec<(LineageId, f64)> {
    let tree = Tree::of(questionnaire);
    let items = questionnaire.items.iter().enumerate();
    items
        .filter_map(|(at, item)| {
            let share = match dimension {
                None => tree.share_of_index(at),
                Some(code) => {
                    tree.share_of_dimension(at, |node| questionnaire.dimensions[node].code == code)
                }
            };
            Some((item.lineage, share?))
        })
        .collect()
}

/// Items that offer other answers than they did, whatever their origin says.
fn offered_others<'a>(
    from: &'a Questionnaire,
    to: &'a Questionnaire,
) -> impl Iterator<Item = LineageId> + 'a {
    let both = to
        .items
        .iter()
        .filter_map(|item| Some((from.item_of(item.lineage)?, item)));
    both.filter(|(older, newer)| offers_others(older, newer))
        .map(|(_, item)| item.lineage)
}

/// Items whose meaning changed on the way from one revision to the other, along the
/// revisions they were made from. Where neither was made from the other, changes on both ways
/// since their common origin count.
fn reworded_between(revisions: &[Revision], from: &Revision, to: &Revision) -> BTreeSet<LineageId> {
    let (older, newer) = (line_of(revisions, from), line_of(revisions, to));
    let apart = |line: &[&Revision], other: &[&Revision]| {
        let line = line.iter();
        line.filter(|one| other.iter().all(|other| other.id != one.id))
            .flat_map(|one| one.questionnaire.items.iter())
            .filter(|item| item.origin == Origin::Reworded)
            .map(|item| item.lineage)
            .collect::<BTreeSet<LineageId>>()
    };
    let mut reworded = apart(&older, &newer);
    reworded.extend(apart(&newer, &older));
    reworded
}

/// The revision and those it was made from, newest first.
fn line_of<'a>(revisions: &'a [Revision], of: &'a Revision) -> Vec<&'a Revision> {
    let mut line = vec![of];
    let mut parent: Option<RevisionId> = of.parent;
    while let Some(known) = parent.and_then(|id| revisions.iter().find(|one| one.id == id)) {
        if line.iter().any(|one| one.id == known.id) {
            break;
        }
        line.push(known);
        parent = known.parent;
    }
    line
}
