//! Whether what stands in the file can be true at all.
//!
//! The window and the intake keep numbers within the model's limits, so whatever breaks one of
//! them was put there by damage or by another program. It is refused where it is read: nothing
//! behind the store has to fear a weight that is no number. The same is asked of what is
//! written, so that a workspace never refuses what it took.

mod action;
mod questionnaire;
mod register;
mod returns;
mod together;

use rusqlite::types::Type;

pub(super) use returns::columns;
pub(super) use together::together;

use super::StoreError;
use super::door::Noun;
use crate::model::{
    AnswerCell, Attachment, BlankSheet, CellPlace, Choice, Closing, Contact, FrameRule, Frozen,
    Import, Issue, Kpi, Marking, Meant, Past, PastFigure, Return, Revision, Signatures, Signed,
    Survey, Tag, Tagging, Wave, Workspace,
};

/// Numbers of things lie from 1 up to here; beyond it, sums of them would not fit.
const MAX_ID: i64 = 1 << 62;

/// Bytes of a text that is shown whole, such as a name: what one cell of a spreadsheet holds.
const MAX_TEXT: usize = 128 << 10;

/// Something that can be looked at for what cannot be.
pub(super) trait Plausible {
    /// Which part of it cannot be, as the columns are called.
    fn fault(&self) -> Option<&'static str> {
        None
    }
}

/// What stands in a row and cannot be.
#[derive(Debug, thiserror::Error)]
#[error("{table} {id}: {what}")]
pub(super) struct Implausible {
    table: &'static str,
    id: i64,
    what: &'static str,
}

/// The noun, if it can be.
pub(super) fn noun<T: Noun>(it: T) -> rusqlite::Result<T> {
    let Some(what) = it.fault() else {
        return Ok(it);
    };
    let (table, id) = (T::TABLE, it.id());
    let fault = Implausible { table, id, what };
    // As what it is: a row that cannot be understood.
    Err(rusqlite::Error::FromSqlConversionFailure(
        0,
        Type::Null,
        Box::new(fault),
    ))
}

/// A number given out, or the next one to be.
pub(super) fn counter(next: i64) -> Result<i64, StoreError> {
    match is_id(next) {
        true => Ok(next),
        false => Err(StoreError::Damaged(format!("counter {next}"))),
    }
}

/// The first claim that does not hold.
fn broken<const N: usize>(claims: [(&'static str, bool); N]) -> Option<&'static str> {
    let mut claims = claims.into_iter();
    claims.find(|(_, holds)| !holds).map(|(what, _)| what)
}

fn is_id(id: i64) -> bool {
    (1..=MAX_ID).contains(&id)
}

fn short(text: &str) -> bool {
    text.len() <= MAX_TEXT
}

impl Plausible for Workspace {
    fn fault(&self) -> Option<&'static str> {
        broken([
            ("company", short(&self.company)),
            ("document", short(&self.document)),
        ])
    }
}

impl Plausible for Survey {
    fn fault(&self) -> Option<&'static str> {
        broken([("id", is_id(self.id.0)), ("name", short(&self.name))])
    }
}

impl Plausible for Revision {
    fn fault(&self) -> Option<&'static str> {
        broken([
            ("id", is_id(self.id.0)),
            ("number", self.number > 0),
            ("label", short(&self.label)),
            ("document", short(&self.document)),
            ("parent", self.parent != Some(self.id)),
        ])
        .or_else(|| signatures(&self.signatures))
        .or_else(|| questionnaire::fault(&self.questionnaire))
    }
}

impl Plausible for Wave {
    fn fault(&self) -> Option<&'static str> {
        let said = |it: &Closing| short(&it.who) && short(&it.reason);
        broken([
            ("id", is_id(self.id.0)),
            ("label", short(&self.label)),
            ("choice", self.choice.as_ref().is_none_or(choice)),
            ("closings", self.closings.iter().all(said)),
        ])
    }
}

impl Plausible for Import {
    fn fault(&self) -> Option<&'static str> {
        broken([
            ("id", is_id(self.id.0)),
            ("file", short(&self.file)),
            ("sheet", short(&self.sheet)),
            ("sha256", short(&self.sha256)),
            ("platform", short(&self.platform)),
        ])
    }
}

impl Plausible for Return {
    fn fault(&self) -> Option<&'static str> {
        broken([("id", is_id(self.id.0))])
    }
}

impl Plausible for Attachment {
    fn fault(&self) -> Option<&'static str> {
        broken([("id", is_id(self.id.0)), ("name", short(&self.name))])
    }
}

impl Plausible for Issue {
    fn fault(&self) -> Option<&'static str> {
        broken([("id", is_id(self.id.0)), ("cell", short(&self.cell))])
    }
}

fn choice(it: &Choice) -> bool {
    let share = |share: f64| (0.0..=1.0).contains(&share);
    let rule = match &it.rule {
        FrameRule::Largest { share: it }
        | FrameRule::Random { share: it, .. }
        | FrameRule::Turnover { share: it } => share(*it),
        FrameRule::Segment { attribute, value } => short(attribute) && short(value),
        FrameRule::Bought { attribute, .. } => short(attribute),
        FrameRule::All | FrameRule::AsLastTime => true,
    };
    rule && it.turnover.is_none_or(share) && it.cutoff.is_none_or(f64::is_finite)
}

impl Plausible for Contact {
    fn fault(&self) -> Option<&'static str> {
        broken([
            ("id", is_id(self.id.0)),
            ("who", short(&self.who)),
            ("how", short(&self.how)),
            ("note", short(&self.note)),
        ])
    }
}

/// Figures of one wave, and points or stages of one series: a value a day for decades.
const MAX_POINTS: usize = 20_000;

impl Plausible for Past {
    fn fault(&self) -> Option<&'static str> {
        let figure = |it: &PastFigure| {
            it.score.is_none_or(|it| (0.0..=100.0).contains(&it))
                && it.rate.is_none_or(|it| (0.0..=1.0).contains(&it))
                && it.sd.is_none_or(|it| (0.0..=100.0).contains(&it))
        };
        broken([
            ("id", is_id(self.id.0)),
            ("figures", self.figures.len() <= MAX_POINTS),
            ("a figure", self.figures.iter().all(figure)),
        ])
    }
}

/// Words of one tag.
const MAX_WORDS: usize = 10_000;

impl Plausible for Tag {
    fn fault(&self) -> Option<&'static str> {
        broken([
            ("id", is_id(self.id.0)),
            ("name", short(&self.name) && !self.name.is_empty()),
            ("words", self.words.len() <= MAX_WORDS),
            (
                "a word",
                self.words.iter().all(|it| short(it) && !it.is_empty()),
            ),
        ])
    }
}

impl Plausible for Tagging {
    fn fault(&self) -> Option<&'static str> {
        broken([("id", is_id(self.id.0)), ("item", is_id(self.item.0))])
    }
}

impl Plausible for Kpi {
    fn fault(&self) -> Option<&'static str> {
        let texts = [&self.code, &self.name, &self.unit];
        let ends = [self.least, self.most].into_iter().flatten();
        let values = self.points.iter().map(|it| it.value).chain(ends);
        // Squares of them are summed.
        let mut sized = values.map(|it| it.abs() <= 1e100);
        broken([
            ("id", is_id(self.id.0)),
            (
                "texts",
                texts.into_iter().chain(&self.acts_on).all(|it| short(it)),
            ),
            ("points", self.points.len() <= MAX_POINTS),
            ("stages", self.stages.len() <= MAX_POINTS),
            ("a value", sized.all(|it| it)),
        ])
    }
}

/// Texts, marks and the like on one sheet, and bytes of them all.
const MAX_CELLS: usize = 40_000;
const MAX_PRINTED: usize = 8 << 20;

impl Plausible for Marking {
    fn fault(&self) -> Option<&'static str> {
        let sheet = &self.sheet;
        let (rows, columns) = BlankSheet::MOST;
        // A form is filled in below its last words too.
        let inside = |at: &CellPlace| at.0 < rows && at.1 < columns;
        let printed = || sheet.printed.iter();
        let bytes: usize = printed().map(|it| it.text.len()).sum();
        let texts = [&self.file, &self.sha256, &sheet.name];
        let places = printed()
            .flat_map(|it| [it.at, it.to])
            .chain(sheet.merged.iter().flat_map(|it| [it.0, it.1]))
            .chain(sheet.looks.iter().map(|it| it.at))
            .chain(self.marks.iter().map(|it| it.at));
        let labels = self.marks.iter().map(|it| match &it.meant {
            Meant::Option(_, option) => it.label.len() + option.len(),
            _ => it.label.len(),
        });
        let counts = [sheet.printed.len(), sheet.merged.len(), sheet.looks.len()];
        let mut counts = counts.into_iter().chain([self.marks.len()]);
        broken([
            ("id", is_id(self.id.0)),
            ("texts", texts.into_iter().all(|it| short(it))),
            ("size", sheet.size.0 <= rows && sheet.size.1 <= columns),
            ("a cell", places.into_iter().all(|it| inside(&it))),
            ("cells", counts.all(|it| it <= MAX_CELLS)),
            ("printed", bytes <= MAX_PRINTED),
            ("labels", labels.sum::<usize>() <= MAX_PRINTED),
        ])
    }
}

/// What an answer may be depends on its item: see `fit`.
impl Plausible for AnswerCell {}

impl Plausible for Frozen {}

impl Plausible for Signed {
    fn fault(&self) -> Option<&'static str> {
        signatures(&self.signatures)
    }
}

fn signatures(signatures: &Signatures) -> Option<&'static str> {
    let all = [
        &signatures.prepared,
        &signatures.reviewed,
        &signatures.approved,
    ];
    let named = all.into_iter().flatten().all(|it| short(&it.name));
    broken([("signatures", named)])
}
