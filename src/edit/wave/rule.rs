//! The list of a wave by a rule, in one step.

use rustc_hash::FxHashSet;

use super::frame;
use crate::analysis::{Chosen, choose};
use crate::edit::{Known, Refusal};
use crate::model::{
    Change, Choice, CustomerId, Data, Edit, FrameEntry, FrameRule, Step, Wave, WaveId,
};

/// What taking the customers of a rule would do to the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Applied {
    pub chosen: Chosen,
    /// Customers who come to the list, and who leave it.
    pub new: Vec<CustomerId>,
    pub gone: Vec<CustomerId>,
    /// Customers the rule does not choose who stay: the form went out to them, or they are
    /// listed as excluded.
    pub kept: usize,
}

/// What a rule comes to in a wave, before it is taken.
pub fn apply(data: &Data, wave: &Wave, rule: &FrameRule) -> Applied {
    let last: Vec<CustomerId> = data.wave_before(wave.id).map_or_else(Vec::new, |before| {
        let asked = data.frame(before.id).iter();
        let asked = asked.filter(|it| it.excluded.is_none());
        asked.map(|it| it.customer).collect()
    });
    let chosen = choose(rule, &data.customers, &last);
    let wanted: FxHashSet<CustomerId> = chosen.customers.iter().copied().collect();
    let list = data.frame(wave.id);
    let listed: FxHashSet<CustomerId> = list.iter().map(|it| it.customer).collect();
    let others = list.iter().filter(|it| !wanted.contains(&it.customer));
    let free = |it: &&FrameEntry| it.issued.is_none() && it.excluded.is_none();
    let gone: Vec<CustomerId> = others.clone().filter(free).map(|it| it.customer).collect();
    let new = chosen.customers.iter().copied();
    Applied {
        new: new.filter(|id| !listed.contains(id)).collect(),
        kept: others.count() - gone.len(),
        gone,
        chosen,
    }
}

/// The list is what the rule chooses, and the wave remembers the rule.
pub(in crate::edit) fn by_rule(
    known: &Known<'_>,
    wave: WaveId,
    rule: &FrameRule,
) -> Result<Step, Refusal> {
    let before = known.data.wave(wave).ok_or(Refusal::Gone)?;
    let applied = apply(known.data, before, rule);
    let chosen = &applied.chosen;
    if chosen.customers.is_empty() {
        return Err(Refusal::Nobody);
    }
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let choice = Choice {
        rule: rule.clone(),
        on: known.today,
        chosen: count(chosen.customers.len()),
        customers: count(known.data.customers.len()),
        turnover: chosen.turnover,
        cutoff: chosen.cutoff,
        adjusted: applied.kept > 0,
    };
    let after = Wave {
        choice: Some(choice),
        ..before.clone()
    };
    if applied.new.is_empty() && applied.gone.is_empty() && after == *before {
        return Err(Refusal::Unchanged);
    }
    let (new, gone): (FxHashSet<_>, FxHashSet<_>) = (
        applied.new.iter().copied().collect(),
        applied.gone.iter().copied().collect(),
    );
    let register = known.data.customers.iter();
    let new = register.filter(|it| new.contains(&it.id));
    let list = known.data.frame(wave).iter();
    let gone = list.filter(|it| gone.contains(&it.customer));
    let edits: Vec<Edit<FrameEntry>> = new
        .map(|it| Edit::created(FrameEntry::of(wave, it)))
        .chain(gone.map(|it| Edit::removed(it.clone())))
        .collect();
    let noted = Change::Wave(Edit::changed(before.clone(), after));
    let mut step = frame::noting(known, wave, edits)?;
    step.changes.push(noted);
    Ok(step)
}
