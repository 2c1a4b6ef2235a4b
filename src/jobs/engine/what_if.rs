//! A wave under other rules than its own. Not kept: who asks keeps it.

use super::{Engine, JobError, Source};
use crate::analysis::{Effect, Outcome, WhatIf};
use crate::i18n::flag;
use crate::jobs::choose;
use crate::model::Wave;

impl Engine {
    /// What the wave's own rules make of it, and every other choice of each.
    ///
    /// # Errors
    /// As for [`Engine::returns`].
    pub fn what_if(
        &mut self,
        from: Source<'_>,
        wave: &Wave,
    ) -> Result<(Outcome, Vec<Effect>), JobError> {
        let asked = &choose::revision(from.data, wave)?.questionnaire;
        let returns = self.returns(from, wave.id)?;
        let people = (from.data.frame(wave.id), from.data.customers.as_slice());
        let mut what_if = WhatIf::of(asked, &returns, people, flag::is_of_a_rule);
        if self.exact {
            what_if = what_if.exact();
        }
        let now = what_if.outcome(&asked.rules)?;
        Ok((now, what_if.effects(&asked.rules)?))
    }
}
