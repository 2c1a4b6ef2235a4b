//! What customers want of an item, or expect, held against what they find: the same returns gave
//! both, so the difference is theirs (Parasuraman, Zeithaml & Berry 1988, J. Retailing 64(1):12;
//! paired t test).
//!
//! Compared are answers on the same scale alone. Does not know what either question says.

use super::column::Column;
use super::panel::Panel;
use super::percents::percents;
use super::score::Marking;
use super::spread::Group;
use super::{Overlap, Spread, Verdict, WaveFigures, benjamini_hochberg};
use crate::model::{Item, LineageId, Questionnaire, Rules};

/// The gaps of a wave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    /// In the order of the form.
    pub items: Vec<Gap>,
    /// Items whose two questions have scales that cannot be held against each other.
    pub unlike: Vec<LineageId>,
}

/// That of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub lineage: LineageId,
    pub code: String,
    /// The item that asks how important this one is, or what is expected of it.
    pub asking: LineageId,
    /// Returns that answered both; all of it is of them.
    pub n: usize,
    /// Means, 0–100.
    pub wanted: f64,
    pub found: f64,
    /// Of `wanted` less `found`; `None` where too few answered for any test.
    pub test: Option<Overlap>,
    /// Corrected for the other items by Benjamini and Hochberg.
    pub p_adjusted: Option<f64>,
    /// Rose: they find less than they want. Fell: more.
    pub verdict: Verdict,
    /// Too few customers answered both: nothing of it may be shown.
    pub hidden: bool,
}

impl Gap {
    /// In points; positive where less is found than is wanted.
    pub fn difference(&self) -> f64 {
        self.test
            .map_or(self.wanted - self.found, |test| test.difference)
    }
}

/// Those of the returns of a panel, whose answers the columns hold.
pub(super) fn gaps(
    questionnaire: &Questionnaire,
    columns: &[Column],
    panel: &Panel,
    figures: &WaveFigures,
) -> Gaps {
    let rules = &questionnaire.rules;
    let mut all = Gaps::default();
    for (at, item) in questionnaire.items.iter().enumerate() {
        let mut others = questionnaire.items.iter();
        let Some(asking) = others.position(|it| it.importance_of.as_ref() == Some(&item.code))
        else {
            continue;
        };
        let own = &questionnaire.items[asking];
        match (ends(item, rules), ends(own, rules)) {
            (Some(of), Some(by)) if alike(of, by) => {}
            (Some(_), Some(_)) => {
                all.unlike.push(item.lineage);
                continue;
            }
            _ => continue,
        }
        let values = |at: usize| percents(&questionnaire.items[at], &columns[at], rules);
        let both = values(asking).zip(values(at));
        let gap = both.and_then(|(wanted, found)| {
            let few = [item, own].into_iter().any(|it| hidden(it, figures));
            gap((item, own), (wanted, found), panel, few)
        });
        all.items.extend(gap);
    }
    judge(&mut all.items, rules.no_change_within);
    all
}

/// The lowest and the highest percent of an item.
fn ends(item: &Item, rules: &Rules) -> Option<(f64, f64)> {
    let (low, high) = item.range()?;
    let marking = Marking::of(item, rules)?;
    Some((marking.percent(low), marking.percent(high)))
}

fn alike(of: (f64, f64), by: (f64, f64)) -> bool {
    (of.0 - by.0).abs() < 1e-9 && (of.1 - by.1).abs() < 1e-9
}

fn hidden(item: &Item, figures: &WaveFigures) -> bool {
    figures
        .item(item.lineage)
        .is_none_or(|known| known.figure.few())
}

fn gap(
    (item, asking): (&Item, &Item),
    (wanted, found): (Vec<Option<f64>>, Vec<Option<f64>>),
    panel: &Panel,
    few: bool,
) -> Option<Gap> {
    let both = wanted.iter().zip(&found).enumerate();
    let both = both.filter_map(|(at, (wanted, found))| Some((at, ((*found)?, (*wanted)?))));
    let (places, pairs): (Vec<usize>, Vec<(f64, f64)>) = both.unzip();
    let all = panel.weights.as_deref();
    let weights: Option<Vec<f64>> =
        all.map(|weights| places.iter().map(|at| weights[*at]).collect());
    let mean = |of: fn(&(f64, f64)) -> f64| {
        let weight = |at: usize| weights.as_ref().map_or(1.0, |weights| weights[at]);
        let values = pairs.iter().map(of).enumerate();
        Spread::of_groups(values.map(|(at, value)| Group::one(value, weight(at))))
    };
    let (find, want) = (mean(|it| it.0), mean(|it| it.1));
    let has = |at: usize| places.binary_search(&at).is_ok();
    let behind = panel.whose.behind(want.n, has, all);
    Some(Gap {
        lineage: item.lineage,
        code: item.code.clone(),
        asking: asking.lineage,
        n: want.n,
        wanted: want.mean?,
        found: find.mean?,
        test: Overlap::paired(&pairs, weights.as_deref()),
        p_adjusted: None,
        verdict: Verdict::CannotTell,
        hidden: few || behind.hidden(want.effective),
    })
}

/// What is hidden belongs to no family.
fn judge(items: &mut [Gap], margin: f64) {
    let mut shown: Vec<&mut Gap> = items.iter_mut().filter(|it| !it.hidden).collect();
    let p = |it: &&mut Gap| it.test.as_ref().and_then(Overlap::p);
    let known: Vec<f64> = shown.iter().filter_map(p).collect();
    let mut corrected = benjamini_hochberg(&known).into_iter();
    for gap in &mut shown {
        let Some(test) = gap.test else { continue };
        gap.p_adjusted = test.p().and_then(|_| corrected.next());
        gap.verdict = Verdict::of(&test, gap.p_adjusted, margin);
    }
}

#[cfg(test)]
mod tests;
