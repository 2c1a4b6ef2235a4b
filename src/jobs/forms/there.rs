//! Returns of forms that are there already: a form saved in another format, or put on the scanner
//! once more, is another file and the same return.
//!
//! Decisions:
//!
//! - It is the same return when it came the same way from the same customer, names the same person
//!   and the same day, and says the same to everything. What says something else is a second
//!   return, and somebody looks at it.
//! - What counts is what the form said when it was read: an answer that somebody put right since
//!   does not make it another.

use jiff::Timestamp;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::Unfit;
use crate::edit::read_answer;
use crate::model::{
    Answer, AnswerColumn, CustomerId, Data, Import, ImportBatch, ImportId, Issue, IssueKind, Item,
    Return, ReturnId, WaveId,
};
use crate::store::{Store, StoreError};

/// What tells returns of forms apart besides their answers.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Who {
    wave: WaveId,
    platform: String,
    customer: Option<CustomerId>,
    /// What the form calls the customer, where the register has none of it.
    called: String,
    respondent: String,
    date: Option<Date>,
}

/// A return that came in before.
struct Known {
    answers: Vec<Answer>,
    /// What people decided of its answers since.
    decided: Vec<Issue>,
    file: String,
    /// When; `None`: with this one.
    at: Option<Timestamp>,
}

/// What came in before, and what came with this one.
pub(super) struct There<'a> {
    store: &'a Store,
    data: &'a Data,
    /// Waves that are in `known`.
    waves: Vec<WaveId>,
    /// Imports that are taken back in the same step.
    left_out: Vec<ImportId>,
    known: FxHashMap<Who, Vec<Known>>,
}

impl<'a> There<'a> {
    pub fn new(store: &'a Store, data: &'a Data) -> Self {
        Self {
            store,
            data,
            waves: Vec::new(),
            left_out: Vec::new(),
            known: FxHashMap::default(),
        }
    }

    /// Returns of these imports are not there any more. To be said before anything is asked.
    pub fn leave_out(&mut self, imports: Vec<ImportId>) {
        self.left_out = imports;
    }

    /// Takes out of a batch what is there already, and says why each is.
    ///
    /// # Errors
    /// What the workspace says that cannot be read.
    pub fn take_out(&mut self, batch: &mut ImportBatch) -> Result<Vec<Unfit>, StoreError> {
        self.load(batch.import.wave)?;
        let items = self.items(batch.import.wave);
        let mut found = Vec::new();
        let kept: Vec<bool> = (0..batch.returns.len())
            .map(|at| {
                let Some(returned) = batch.returns.get(at) else {
                    return true;
                };
                let answers = row(&batch.columns, at);
                let known = Who::of(returned, &batch.import.platform)
                    .and_then(|who| self.known.get(&who))
                    .and_then(|all| all.iter().find(|it| it.says(&answers, items)));
                found.extend(known.map(|known| Unfit::There {
                    customer: self.name(returned),
                    before: known.file.clone(),
                    at: known.at,
                }));
                known.is_none()
            })
            .collect();
        if !found.is_empty() {
            keep(batch, &kept);
        }
        Ok(found)
    }

    /// A batch that is taken in now.
    pub fn add(&mut self, batch: &ImportBatch) {
        for (at, returned) in batch.returns.iter().enumerate() {
            if let Some(who) = Who::of(returned, &batch.import.platform) {
                self.known.entry(who).or_default().push(Known {
                    answers: row(&batch.columns, at),
                    decided: Vec::new(),
                    file: batch.import.file.clone(),
                    at: None,
                });
            }
        }
    }

    fn items(&self, wave: WaveId) -> &'a [Item] {
        let wave = self.data.wave(wave);
        let revision = wave.and_then(|wave| self.data.revision(wave.revision));
        revision.map_or(&[], |it| &it.questionnaire.items)
    }

    fn name(&self, returned: &Return) -> String {
        let customer = returned.customer.and_then(|id| self.data.customer(id));
        customer.map_or_else(|| returned.customer_text.clone(), |it| it.name.clone())
    }

    fn load(&mut self, wave: WaveId) -> Result<(), StoreError> {
        if self.waves.contains(&wave) {
            return Ok(());
        }
        self.waves.push(wave);
        let returns = self.store.load_wave(wave)?;
        if returns.returns.is_empty() {
            return Ok(());
        }
        // The data at hand may leave out what was settled.
        let data = self.store.load()?;
        let imports = data.imports.iter().filter(|it| it.wave == wave);
        let imports: FxHashMap<ImportId, _> = imports.map(|it| (it.id, it)).collect();
        let mut decided: FxHashMap<ReturnId, Vec<Issue>> = FxHashMap::default();
        let settled = data.issues.iter();
        for issue in settled.filter(|it| it.wave == wave && it.settled.is_some()) {
            let of_return = decided.entry(issue.returned).or_default();
            of_return.push(issue.clone());
        }
        for (at, returned) in returns.returns.iter().enumerate() {
            let import = returned.import.and_then(|id| imports.get(&id));
            let form = |it: &&&Import| it.returns <= MOST && !self.left_out.contains(&it.id);
            let Some(import) = import.filter(form) else {
                continue;
            };
            if let Some(who) = Who::of(returned, &import.platform) {
                self.known.entry(who).or_default().push(Known {
                    answers: row(&returns.columns, at),
                    decided: decided.remove(&returned.id).unwrap_or_default(),
                    file: import.file.clone(),
                    at: Some(import.at),
                });
            }
        }
        Ok(())
    }
}

/// Returns of one import at most that may be those of forms; more are a table.
const MOST: u32 = 1_000;

impl Who {
    /// `None` where nobody is named.
    fn of(returned: &Return, platform: &str) -> Option<Self> {
        let called = match returned.customer {
            Some(_) => String::new(),
            None => returned.customer_text.clone(),
        };
        (returned.customer.is_some() || !called.is_empty()).then(|| Self {
            wave: returned.wave,
            platform: platform.to_owned(),
            customer: returned.customer,
            called,
            respondent: returned.respondent.clone(),
            date: returned.date,
        })
    }
}

impl Known {
    fn says(&self, answers: &[Answer], items: &[Item]) -> bool {
        let pairs = self.answers.iter().zip(answers).zip(items);
        let mut pairs = pairs.map(|((known, now), item)| known == now || self.said(item, now));
        self.answers.len() == answers.len() && pairs.all(|same| same)
    }

    /// Whether that was the answer before somebody put it right.
    fn said(&self, item: &Item, now: &Answer) -> bool {
        let of_item = |it: &&Issue| it.item == Some(item.lineage);
        let mut decided = self.decided.iter().filter(of_item);
        decided.any(|issue| match issue.kind {
            IssueKind::UnreadableCell => *now == Answer::Unreadable,
            IssueKind::MissingAnswer => *now == Answer::Blank,
            IssueKind::Correction if issue.found.is_empty() => now.is_empty(),
            IssueKind::Correction => read_answer(item, &issue.found).is_ok_and(|it| it == *now),
            _ => false,
        })
    }
}

/// The answers of a return.
fn row(columns: &[AnswerColumn], at: usize) -> Vec<Answer> {
    columns.iter().map(|column| column.get(at)).collect()
}

/// Leaves in a batch only some of its returns, with what belongs to them.
fn keep(batch: &mut ImportBatch, kept: &[bool]) {
    let mut count = 0;
    let places: Vec<Option<usize>> = kept
        .iter()
        .map(|kept| {
            let place = kept.then_some(count);
            count += usize::from(*kept);
            place
        })
        .collect();
    let place = |at: usize| places.get(at).copied().flatten();
    let id = |at: usize| ReturnId(i64::try_from(at).unwrap_or(i64::MAX));
    let of = |id: ReturnId| usize::try_from(id.0).ok().and_then(place);
    let returns = std::mem::take(&mut batch.returns).into_iter().enumerate();
    batch.returns = returns
        .filter_map(|(at, it)| {
            Some(Return {
                id: id(place(at)?),
                ..it
            })
        })
        .collect();
    for column in &mut batch.columns {
        let mut left = match column {
            AnswerColumn::Choice(_) => AnswerColumn::Choice(Vec::new()),
            AnswerColumn::Other(_) => AnswerColumn::Other(Vec::new()),
        };
        for at in (0..places.len()).filter(|at| place(*at).is_some()) {
            left.push(column.get(at));
        }
        *column = left;
    }
    batch.issues.retain_mut(|issue| match of(issue.returned) {
        Some(at) => {
            issue.returned = id(at);
            true
        }
        None => false,
    });
    batch.files.retain_mut(|file| match place(file.returned) {
        Some(at) => {
            file.returned = at;
            true
        }
        None => false,
    });
    batch.import.returns = u32::try_from(count).unwrap_or(u32::MAX);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Expected, IssueId, ItemKind, LineageId, Origin, Scale, ScaleOption, Settlement,
    };

    fn item() -> Item {
        let option = |label: &str| ScaleOption {
            label: label.to_owned(),
            score: None,
            satisfied: false,
            aliases: Vec::new(),
        };
        Item {
            lineage: LineageId(1),
            origin: Origin::New,
            from: Vec::new(),
            code: "Q1".to_owned(),
            text: "Parts".to_owned(),
            dimension: None,
            kind: ItemKind::Rating,
            scored: true,
            scale: Some(Scale {
                order_assumed: false,
                name: "S".to_owned(),
                options: vec![option("good"), option("bad")],
            }),
            weight: 1.0,
            required: true,
            segment: false,
            importance_of: None,
            aliases: Vec::new(),
        }
    }

    #[test]
    fn what_was_put_right_since_is_still_the_same_return() {
        let issue = |kind, found: &str| Issue {
            id: IssueId(1),
            wave: WaveId(1),
            import: None,
            kind,
            returned: ReturnId(1),
            item: Some(LineageId(1)),
            sheet: String::new(),
            cell: String::new(),
            found: found.to_owned(),
            expected: Expected::Answer,
            settled: Some(Settlement::LeftBlank),
        };
        let says = |decided: Vec<Issue>, now: Answer| {
            let known = Known {
                answers: vec![Answer::Option(0)],
                decided,
                file: String::new(),
                at: None,
            };
            known.says(&[now], &[item()])
        };
        let read = issue(IssueKind::UnreadableCell, "√ good; √ bad");
        let put_right = issue(IssueKind::Correction, "bad");
        assert!(says(Vec::new(), Answer::Option(0)));
        assert!(!says(Vec::new(), Answer::Option(1)));
        assert!(says(vec![read.clone()], Answer::Unreadable));
        assert!(!says(vec![read], Answer::Option(1)));
        assert!(says(vec![put_right.clone()], Answer::Option(1)));
        assert!(!says(vec![put_right], Answer::Unreadable));
        let missing = issue(IssueKind::MissingAnswer, "");
        assert!(says(vec![missing], Answer::Blank));
    }
}
