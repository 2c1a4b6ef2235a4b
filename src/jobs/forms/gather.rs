//! Pages of scans put together to returns, whatever files they lie in and in whatever order.

use std::sync::Arc;

use jiff::Timestamp;

use super::batch::{channel, column};
use super::blank::Blanks;
use super::carry::carry;
use super::said::{Gathered, Wrong, answer};
use super::scan::Scan;
use super::{Meant, Unfit, meant};
use crate::jobs::JobError;
use crate::model::{
    Answer, AnswerColumn, Data, Expected, Import, ImportBatch, ImportId, Issue, IssueKind, Mapping,
    Return, ReturnFile, ReturnId, SCAN,
};

/// What scans came to.
#[derive(Default)]
pub(super) struct Put {
    /// The file each begins in, by its place, what it brings, and the pages that are missing.
    pub batches: Vec<(usize, ImportBatch, Vec<Missing>)>,
    /// Forms that cannot be taken in, with the file they begin in.
    pub refused: Vec<(usize, JobError)>,
}

/// Pages of a form that were not scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The file the form begins in.
    pub file: String,
    /// Whose form it is.
    pub customer: String,
    /// From 1.
    pub pages: Vec<usize>,
}

/// One batch a file in which a form begins, with a return for each of them.
pub(super) fn gather(
    scans: &[&Scan],
    data: &Data,
    blanks: &Blanks<'_>,
    at: Timestamp,
) -> Result<Put, JobError> {
    let mut put = Put::default();
    for form in forms(scans) {
        let Some((file, first)) = form.pages.first().copied() else {
            continue;
        };
        let name = &scans[file].source.name;
        let refuse = |unfit| JobError::Form {
            file: name.clone(),
            unfit,
        };
        let meant = match meant(data, form.form.workspace, Ok(first.page)) {
            Ok(meant) => meant,
            Err(unfit) => {
                put.refused.push((file, refuse(unfit)));
                continue;
            }
        };
        let blank = blanks.get(meant.revision, form.form)?;
        let missing: Vec<usize> = (1..=blank.layout.pages.len())
            .filter(|page| {
                !form
                    .pages
                    .iter()
                    .any(|(_, it)| usize::from(it.page.page) == *page)
            })
            .collect();
        match Said::of(&form, &meant, scans, data) {
            Ok(said) => {
                let found = put.batches.iter().position(|(owner, batch, _)| {
                    *owner == file && batch.import.wave == meant.wave.id
                });
                let place = found.unwrap_or_else(|| {
                    let batch = empty(scans[file], &meant, at);
                    put.batches.push((file, batch, Vec::new()));
                    put.batches.len() - 1
                });
                let Some((_, batch, gaps)) = put.batches.get_mut(place) else {
                    continue;
                };
                said.enter(batch, &form, &meant, scans, data);
                if !missing.is_empty() {
                    gaps.push(Missing {
                        file: name.clone(),
                        customer: meant.customer.map(|it| it.name.clone()).unwrap_or_default(),
                        pages: missing,
                    });
                }
            }
            Err(unfit) => put.refused.push((file, refuse(unfit))),
        }
    }
    Ok(put)
}

/// In the order their first pages lie in.
fn forms<'a>(scans: &[&'a Scan]) -> Vec<Gathered<'a>> {
    let mut forms: Vec<Gathered<'a>> = Vec::new();
    for (file, scan) in scans.iter().enumerate() {
        for page in &scan.pages {
            match forms.iter_mut().find(|it| it.form == page.page.form) {
                Some(form) => form.pages.push((file, page)),
                None => forms.push(Gathered {
                    form: page.page.form,
                    pages: vec![(file, page)],
                }),
            }
        }
    }
    // A form begins with its first page, whichever was scanned first.
    for form in &mut forms {
        form.pages.sort_by_key(|(_, page)| page.page.page);
    }
    forms
}

fn empty(scan: &Scan, meant: &Meant<'_>, at: Timestamp) -> ImportBatch {
    let items = &meant.asked.questionnaire.items;
    ImportBatch {
        import: Import {
            id: ImportId(0),
            wave: meant.wave.id,
            file: scan.source.name.clone(),
            sheet: String::new(),
            sha256: scan.source.sha256.clone(),
            at,
            platform: SCAN.to_owned(),
            mapping: Arc::new(Mapping {
                fingerprint: SCAN.to_owned(),
                ..Mapping::default()
            }),
            returns: 0,
            undone: false,
        },
        source: scan.source.clone(),
        returns: Vec::new(),
        columns: items.iter().map(|item| column(item, None)).collect(),
        issues: Vec::new(),
        files: Vec::new(),
    }
}

/// What a form says, in the order of what the wave asks.
struct Said {
    answers: Vec<Answer>,
    /// What a person has to look at; of return 0.
    issues: Vec<Issue>,
}

impl Said {
    fn of(
        form: &Gathered<'_>,
        meant: &Meant<'_>,
        scans: &[&Scan],
        data: &Data,
    ) -> Result<Self, Unfit> {
        let items = &meant.revision.questionnaire.items;
        let (answers, mut issues): (Vec<_>, Vec<_>) = items
            .iter()
            .map(|item| {
                let (answer, wrong) = answer(item, form, item.required);
                let issue = wrong.map(|wrong| wrong.issue(item, form, meant, scans));
                (answer, issue)
            })
            .unzip();
        if answers.iter().all(Answer::is_empty) {
            return Err(Unfit::Unseen);
        }
        let mut scored = items.iter().zip(&answers).filter(|(item, _)| item.scored);
        if scored.all(|(_, answer)| answer.is_empty()) {
            // Nothing that is scored was made out: somebody looks at each.
            for (item, issue) in items
                .iter()
                .zip(&mut issues)
                .filter(|(item, _)| item.scored)
            {
                let (_, wrong) = answer(item, form, true);
                *issue = wrong.map(|wrong| wrong.issue(item, form, meant, scans));
            }
        }
        let carried = carry(data, meant.revision, &answers, meant.asked);
        let carried = carried.map_err(|items| Unfit::Older {
            revision: meant.revision.label.clone(),
            items,
        })?;
        let asked = |issue: &Issue| {
            let item = issue
                .item
                .and_then(|it| meant.asked.questionnaire.item_of(it));
            item.is_some()
        };
        if meant.customer.is_none() {
            let expected = Expected::KnownCustomer;
            let first = Wrong {
                kind: IssueKind::UnknownCustomer,
                at: form.pages.first().copied(),
                found: String::new(),
                expected,
            };
            let mut nameless = first.place(form, meant, scans);
            nameless.item = None;
            issues.push(Some(nameless));
        }
        let kept = |issue: &Issue| issue.item.is_none() || asked(issue);
        Ok(Self {
            answers: carried
                .into_iter()
                .map(|it| it.map(|(_, answer)| answer).unwrap_or_default())
                .collect(),
            issues: issues.into_iter().flatten().filter(kept).collect(),
        })
    }

    /// Becomes a return of the batch.
    fn enter(
        self,
        batch: &mut ImportBatch,
        form: &Gathered<'_>,
        meant: &Meant<'_>,
        scans: &[&Scan],
        data: &Data,
    ) {
        let returned = batch.returns.len();
        let first = form.pages.first().map_or(0, |(_, page)| page.at);
        let customer = meant.customer.map(|it| it.id);
        batch.returns.push(Return {
            id: ReturnId(returned as i64),
            wave: meant.wave.id,
            import: None,
            row: u32::try_from(first).unwrap_or(u32::MAX),
            customer,
            customer_text: meant.customer.map(|it| it.code.clone()).unwrap_or_default(),
            respondent: String::new(),
            role: String::new(),
            date: None,
            channel: channel(data, meant.wave.id, customer, ""),
            collector: String::new(),
            seconds: None,
            late: meant.wave.closed().is_some(),
            void: None,
        });
        for (column, answer) in batch.columns.iter_mut().zip(self.answers) {
            AnswerColumn::push(column, answer);
        }
        batch
            .issues
            .extend(self.issues.into_iter().map(|issue| Issue {
                returned: ReturnId(returned as i64),
                ..issue
            }));
        let mut files: Vec<usize> = form.pages.iter().map(|(file, _)| *file).collect();
        files.sort_unstable();
        files.dedup();
        batch.files.extend(files.into_iter().map(|file| ReturnFile {
            returned,
            file: scans[file].source.clone(),
            sealed: false,
        }));
        batch.import.returns += 1;
    }
}
