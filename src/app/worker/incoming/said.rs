//! What was said of one file as a whole holds for those behind it in the same line: what becomes of
//! returns that came in before, and where a file goes that speaks of another period.

use super::Event;
use super::alike::Precedent;
use super::asked;
use crate::app::worker::bench::Bench;
use crate::jobs::JobError;
use crate::model::{Period, Progress, RepeatChoice};
use crate::ui::{Incoming, Look, Refusal};

/// Answers of a line of files.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Of returns that came in before with other answers, and of files that say what another said.
    changed: Option<RepeatChoice>,
    alike: Option<RepeatChoice>,
    /// By the period files speak of.
    periods: Vec<(Period, Aim)>,
}

/// Where a file goes that speaks of another period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    Proposed,
    Spoken,
    Nowhere,
}

impl Said {
    /// Nothing was asked yet.
    pub fn is_empty(&self) -> bool {
        self.changed.is_none() && self.alike.is_none() && self.periods.is_empty()
    }

    /// Remembers what is said of the file that is shown.
    pub fn learn(&mut self, shown: &Incoming, look: &Look) {
        let spoken = shown.checks.other_period.map(|(period, _)| period);
        match look {
            Look::Repeats { choice, .. } => *self.repeats(shown) = Some(*choice),
            Look::PeriodSure => self.aim(spoken, Aim::Proposed),
            Look::Period(period) if spoken == Some(*period) => self.aim(spoken, Aim::Spoken),
            _ => {}
        }
    }

    /// Files that speak of the same period are left out.
    pub fn leave_out(&mut self, shown: &Incoming) {
        let spoken = shown.checks.other_period.map(|(period, _)| period);
        self.aim(spoken, Aim::Nowhere);
    }

    /// Whether a file is left out without being asked about.
    pub fn leaves_out(&self, incoming: &Incoming) -> bool {
        let nothing = matches!(incoming.checks.refused, Some(Refusal::AllThere(_)));
        let same = incoming.asks_repeats()
            && incoming.checks.alike.is_some()
            && self.alike == Some(RepeatChoice::First);
        same || (incoming.answered && nothing) || self.aimed(incoming) == Some(Aim::Nowhere)
    }

    fn repeats(&mut self, shown: &Incoming) -> &mut Option<RepeatChoice> {
        match shown.checks.alike {
            Some(_) => &mut self.alike,
            None => &mut self.changed,
        }
    }

    fn aim(&mut self, spoken: Option<Period>, aim: Aim) {
        if let Some(spoken) = spoken {
            self.periods.retain(|(period, _)| *period != spoken);
            self.periods.push((spoken, aim));
        }
    }

    fn aimed(&self, incoming: &Incoming) -> Option<Aim> {
        let (spoken, _) = incoming
            .checks
            .other_period
            .filter(|_| incoming.asks_period())?;
        let mut periods = self.periods.iter();
        periods.find(|(it, _)| *it == spoken).map(|(_, aim)| *aim)
    }

    /// The answer to what is asked first of a file; `replaced` is said of returns whose place newer
    /// ones take.
    fn answer(&self, incoming: &Incoming, replaced: &str) -> Option<Look> {
        match self.aimed(incoming) {
            Some(Aim::Proposed) => return Some(Look::PeriodSure),
            Some(Aim::Spoken) => {
                let (spoken, _) = incoming.checks.other_period?;
                return Some(Look::Period(spoken));
            }
            Some(Aim::Nowhere) => return None,
            None => {}
        }
        let choice = match incoming.checks.alike {
            // It is left out whole.
            Some(_) => self.alike.filter(|it| *it != RepeatChoice::First),
            None => self.changed,
        };
        choice
            .filter(|_| incoming.asks_repeats())
            .map(|choice| Look::Repeats {
                choice,
                replaced: replaced.to_owned(),
            })
    }
}

impl Bench {
    /// A file that was looked at for the first time, with what was answered of those before it.
    pub(super) fn as_said(
        &mut self,
        mut event: Event,
        (said, replaced): (&Said, &str),
        precedents: &[Precedent],
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let mut answered = false;
        // Which wave, and then what becomes of what that holds.
        while let Event::Incoming { number, incoming } = &mut event {
            incoming.answered = answered;
            let number = *number;
            let Some(look) = said.answer(incoming, replaced) else {
                break;
            };
            answered = true;
            let anew = matches!(look, Look::Period(_));
            self.choose(look, progress)?;
            let data = std::sync::Arc::clone(&self.data);
            if let Some(looking) = self.looking.as_mut().filter(|_| anew) {
                let (_, revision) = asked(&data, looking.survey, looking.period)?;
                looking.follow(precedents, revision);
            }
            event = self.show(number, progress)?;
        }
        Ok(event)
    }
}
