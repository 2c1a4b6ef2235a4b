//! `manyi contact`: a call or a reminder is noted.

use clap::{Args, ValueEnum};
use jiff::Zoned;
use jiff::civil::Date;

use super::args::OfWave;
use super::carry_out::{Wanted, carry_out};
use super::{Failure, frame};
use crate::edit::{Intent, NewContact};
use crate::i18n::Language;
use crate::jobs::choose;
use crate::model::ContactKind;

/// What can be said behind it.
#[derive(Debug, Args)]
pub struct Words {
    #[command(flatten)]
    pub of: OfWave,
    #[arg(long = "customer", value_name = "CODE", num_args = 1.., required = true)]
    pub customers: Vec<String>,
    #[arg(
        id = "contact",
        long = "as",
        value_name = "call|reminder",
        hide_possible_values = true
    )]
    pub kind: Contacts,
    #[arg(long = "by", value_name = "NAME")]
    pub name: String,
    #[arg(long, value_name = "TEXT")]
    pub how: Option<String>,
    #[arg(long)]
    pub reached: bool,
    #[arg(long, value_name = "2026-03-01")]
    pub date: Option<Date>,
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// What a customer is contacted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Contacts {
    Call,
    Reminder,
}

impl From<Contacts> for ContactKind {
    fn from(contacts: Contacts) -> Self {
        match contacts {
            Contacts::Call => Self::Call,
            Contacts::Reminder => Self::Reminder,
        }
    }
}

pub(super) fn run(words: &Words, language: Language) -> Result<(), Failure> {
    carry_out(&words.of.workspace, language, |data, _| {
        let survey = choose::survey(data, words.of.survey.as_deref())?;
        let wave = choose::wave(data, survey, words.of.wave)?;
        let new = NewContact {
            wave: wave.id,
            customers: frame::customers(data, &words.customers)?,
            kind: words.kind.into(),
            date: words.date.unwrap_or_else(|| Zoned::now().date()),
            who: words.name.clone(),
            how: words.how.clone().unwrap_or_default(),
            reached: words.reached,
            note: words.note.clone().unwrap_or_default(),
        };
        Ok(Wanted {
            intent: Intent::NoteContact(new),
            wave: None,
        })
    })
}
