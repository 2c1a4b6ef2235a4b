//! An answer on its way: chosen or typed, and not kept yet.

use serde::{Deserialize, Serialize};

use crate::edit::{Refusal, read_answer};
use crate::model::{Answer, Item};

/// What is given to one item so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::ui::returns) enum Given {
    #[default]
    Nothing,
    NotApplicable,
    Option(u8),
    Options(Vec<u8>),
    /// A number, a date or a text, as it is typed.
    Typed(String),
}

impl Given {
    /// The answer it is.
    ///
    /// # Errors
    /// [`Refusal::NoAnswer`] for what is typed and cannot be one.
    pub(in crate::ui::returns) fn answer(&self, item: &Item) -> Result<Answer, Refusal> {
        Ok(match self {
            Self::Nothing => Answer::Blank,
            Self::NotApplicable => Answer::NotApplicable,
            Self::Option(at) => Answer::Option(*at),
            Self::Options(ticked) if ticked.is_empty() => Answer::Blank,
            Self::Options(ticked) => Answer::Options(ticked.clone()),
            Self::Typed(text) => read_answer(item, text)?,
        })
    }

    pub(in crate::ui::returns) fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Options(ticked) => ticked.is_empty(),
            Self::Typed(text) => text.trim().is_empty(),
            Self::NotApplicable | Self::Option(_) => false,
        }
    }

    /// What stands for an answer that is there.
    pub(in crate::ui::returns) fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Blank | Answer::Skipped | Answer::Unreadable => Self::Nothing,
            Answer::NotApplicable => Self::NotApplicable,
            Answer::Option(at) => Self::Option(*at),
            Answer::Options(ticked) => Self::Options(ticked.clone()),
            Answer::Number(number) => Self::Typed(number.to_string()),
            Answer::Text(text) => Self::Typed(text.clone()),
        }
    }

    /// Chooses an option, or unchooses it; of several more than one may be.
    pub(in crate::ui::returns) fn choose(&mut self, item: &Item, at: u8) {
        if item.kind.takes_one_option() {
            *self = match self {
                Self::Option(chosen) if *chosen == at => Self::Nothing,
                _ => Self::Option(at),
            };
            return;
        }
        let mut ticked = match std::mem::take(self) {
            Self::Options(ticked) => ticked,
            _ => Vec::new(),
        };
        match ticked.binary_search(&at) {
            Ok(place) => {
                ticked.remove(place);
            }
            Err(place) => ticked.insert(place, at),
        }
        *self = Self::Options(ticked);
    }

    pub(in crate::ui::returns) fn has(&self, at: u8) -> bool {
        match self {
            Self::Option(chosen) => *chosen == at,
            Self::Options(ticked) => ticked.contains(&at),
            _ => false,
        }
    }
}
