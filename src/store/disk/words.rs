//! A text in one language or several.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Plain where it is said in one language only; else by language, the one the firm wrote it in
/// under the empty name.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Words {
    One(String),
    Several(BTreeMap<String, String>),
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        Self::One(text.to_owned())
    }

    /// As the firm wrote it.
    pub(super) fn text(self) -> String {
        match self {
            Self::One(text) => text,
            Self::Several(mut texts) => texts.remove("").unwrap_or_default(),
        }
    }
}
