//! A return being typed in, as far as it is: kept beside the workspace after every answer, so
//! that nothing typed is lost when the program ends in the middle.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::edit::{NewReturn, date};
use crate::model::{CustomerId, Item, LineageId, ReturnId, WaveId};
use crate::ui::returns::given::Given;

/// Everything typed of one return.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Draft {
    /// Who it is from was decided; without a customer nobody is named.
    pub(super) decided: bool,
    pub(super) customer: Option<CustomerId>,
    pub(super) respondent: String,
    pub(super) date: String,
    pub(super) channel: String,
    pub(super) collector: String,
    given: BTreeMap<LineageId, Given>,
}

impl Draft {
    /// The first of a wave.
    pub(super) fn first(today: Date) -> Self {
        Self {
            date: today.to_string(),
            ..Self::default()
        }
    }

    /// The one after this: how it came stays, what somebody said does not.
    pub(super) fn next(&self) -> Self {
        Self {
            date: self.date.clone(),
            channel: self.channel.clone(),
            collector: self.collector.clone(),
            ..Self::default()
        }
    }

    pub(super) fn given(&self, item: &Item) -> &Given {
        self.given.get(&item.lineage).unwrap_or(&Given::Nothing)
    }

    pub(super) fn give(&mut self, item: &Item) -> &mut Given {
        self.given.entry(item.lineage).or_default()
    }

    /// How many items have something.
    pub(super) fn count(&self) -> usize {
        self.given.values().filter(|it| !it.is_nothing()).count()
    }

    /// Required items without an answer.
    pub(super) fn missing(&self, items: &[Item]) -> usize {
        let required = items.iter().filter(|it| it.required);
        required.filter(|it| self.given(it).is_nothing()).count()
    }

    /// The return it comes to.
    ///
    /// # Errors
    /// The place of the item whose answer cannot be one, or `None` when it is the date.
    pub(super) fn made(
        &self,
        (id, wave): (ReturnId, WaveId),
        items: &[Item],
    ) -> Result<NewReturn, Option<usize>> {
        let answer =
            |(at, item): (usize, &Item)| self.given(item).answer(item).map_err(|_| Some(at));
        let answers = items.iter().enumerate().map(answer);
        Ok(NewReturn {
            id,
            wave,
            customer: self.customer,
            respondent: self.respondent.clone(),
            date: date::parse(&self.date).map_err(|_| None)?,
            channel: self.channel.clone(),
            collector: self.collector.clone(),
            answers: answers.collect::<Result<_, _>>()?,
        })
    }
}

/// Drafts of all waves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Drafts(BTreeMap<WaveId, Draft>);

impl Drafts {
    /// As they were kept; none where that cannot be read.
    pub(super) fn of(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_default()
    }

    /// What is to be kept of them; nothing where nothing is answered.
    pub(super) fn kept(&self) -> String {
        let begun = self.0.iter().filter(|(_, draft)| draft.count() > 0);
        let begun: BTreeMap<&WaveId, &Draft> = begun.collect();
        match begun.is_empty() {
            true => String::new(),
            false => serde_json::to_string(&begun).unwrap_or_default(),
        }
    }

    /// The one of a wave, begun if there is none.
    pub(super) fn of_wave(&mut self, wave: WaveId, today: Date) -> &mut Draft {
        self.0.entry(wave).or_insert_with(|| Draft::first(today))
    }
}
