//! Filters: which returns a figure is about.

use serde::{Deserialize, Serialize};

use crate::model::{LineageId, Return};

/// What returns can be filtered and split by: one namespace of customer attributes and
/// segment items.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SegmentKey {
    /// An attribute of the customer as it was at the wave, by its name.
    Attribute(String),
    /// Whether the customer is a key account; values are [`SegmentKey::YES`] and
    /// [`SegmentKey::NO`].
    Key,
    /// The answer to a segment item; values are the labels of its options.
    Item(LineageId),
    /// The customer itself; values are customer codes.
    Customer,
    /// The channel the return came by.
    Channel,
    /// Who collected the return.
    Collector,
    /// A tag of something the customer wrote; values are names of tags.
    Tag,
}

impl SegmentKey {
    /// What scripts ask for key accounts by, in every language.
    pub const KEY: &str = "key";
    pub const YES: &str = "yes";
    pub const NO: &str = "no";
    /// The value of whoever has none of a name: values themselves are never empty.
    pub const NONE: &str = "";
    /// What scripts ask for the channel and the collector by.
    pub const CHANNEL: &str = "channel";
    pub const COLLECTOR: &str = "collector";
    /// What scripts ask for tags of comments by.
    pub const TAG: &str = "tag";

    /// Only a return has a value of it, not the customers who were asked.
    pub fn of_returns(&self) -> bool {
        match self {
            Self::Item(_) | Self::Channel | Self::Collector | Self::Tag => true,
            Self::Attribute(_) | Self::Key | Self::Customer => false,
        }
    }

    /// The value a return has by how it came.
    pub(super) fn of_return<'a>(&self, returned: &'a Return) -> Option<&'a str> {
        let value = match self {
            Self::Channel => &returned.channel,
            Self::Collector => &returned.collector,
            Self::Attribute(_) | Self::Key | Self::Customer | Self::Item(_) | Self::Tag => {
                return None;
            }
        };
        Some(value.as_str()).filter(|value| !value.is_empty())
    }
}

/// One name and the values that pass: any of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Condition {
    pub key: SegmentKey,
    pub values: Vec<String>,
}

impl Condition {
    /// Whether a value passes; [`SegmentKey::NONE`] where there is none.
    pub(super) fn asks(&self, value: &str) -> bool {
        self.values.iter().any(|wanted| wanted == value)
    }
}

/// Conditions that must all hold; none lets every return pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Filter {
    conditions: Vec<Condition>,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty()
    }

    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The filter with one more value: values of one name are alternatives, names must all
    /// hold.
    #[must_use]
    pub fn with(mut self, key: SegmentKey, value: impl Into<String>) -> Self {
        self.add(key, value);
        self
    }

    pub fn add(&mut self, key: SegmentKey, value: impl Into<String>) {
        let value = value.into();
        match self.conditions.iter_mut().find(|known| known.key == key) {
            Some(known) if known.values.contains(&value) => {}
            Some(known) => known.values.push(value),
            None => self.conditions.push(Condition {
                key,
                values: vec![value],
            }),
        }
    }

    /// Takes one value out; the last value of a name takes the name with it.
    pub fn remove(&mut self, key: &SegmentKey, value: &str) {
        for condition in &mut self.conditions {
            if condition.key == *key {
                condition.values.retain(|known| known != value);
            }
        }
        self.conditions
            .retain(|condition| !condition.values.is_empty());
    }

    /// Forgets a name.
    pub fn clear(&mut self, key: &SegmentKey) {
        self.conditions.retain(|condition| condition.key != *key);
    }

    pub fn has(&self, key: &SegmentKey, value: &str) -> bool {
        self.values(key).iter().any(|known| known == value)
    }

    /// The values asked for under a name.
    pub fn values(&self, key: &SegmentKey) -> &[String] {
        self.conditions
            .iter()
            .find(|condition| condition.key == *key)
            .map_or(&[], |condition| condition.values.as_slice())
    }

    /// Whether it asks for what only those who answered have.
    pub fn asks_for_answers(&self) -> bool {
        let mut conditions = self.conditions.iter();
        conditions.any(|condition| condition.key.of_returns())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_one_name_are_alternatives() {
        let region = SegmentKey::Attribute("区域".to_owned());
        let mut filter = Filter::default()
            .with(region.clone(), "华东")
            .with(region.clone(), "华南")
            .with(region.clone(), "华东")
            .with(SegmentKey::Key, SegmentKey::YES);
        assert_eq!(filter.conditions().len(), 2);
        assert_eq!(filter.values(&region), ["华东", "华南"]);
        assert!(filter.has(&SegmentKey::Key, "yes"));
        assert!(!filter.asks_for_answers());
        filter.remove(&region, "华东");
        filter.remove(&region, "华南");
        filter.clear(&SegmentKey::Key);
        assert!(filter.is_empty());
    }

    #[test]
    fn survives_json() {
        let filter = Filter::default()
            .with(SegmentKey::Item(LineageId(7)), "电子")
            .with(SegmentKey::Key, SegmentKey::NO);
        let text = serde_json::to_string(&filter).unwrap();
        assert_eq!(serde_json::from_str::<Filter>(&text).unwrap(), filter);
        assert!(filter.asks_for_answers());
    }
}
