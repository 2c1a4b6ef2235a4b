//! Pages of scans put together to returns, whatever files they lie in and in whatever order.

use std::sync::Arc;

use jiff::Timestamp;

use super::batch::{channel, column};
use super::blank::Blanks;
use super::carry::carry;
use super::scan::{Page, Scan};
use super::{Meant, Unfit, meant};
use crate::intake::scan::{Inked, Ticked, Verdict};
use crate::jobs::JobError;
use crate::model::{
    Answer, AnswerColumn, Data, Expected, FormIdentity, Import, ImportBatch, ImportId, Issue,
    IssueId, IssueKind, Item, ItemKind, Mapping, PAGE, Return, ReturnFile, ReturnId, SCAN,
};

/// A form as far as its pages came: which file, and the page.
struct Gathered<'a> {
    form: FormIdentity,
    pages: Vec<(usize, &'a Page)>,
}

/// What scans came to.
#[derive(Default)]
pub(super) struct Put {
    /// The file each begins in, by its place, and what it brings.
    pub batches: Vec<(usize, ImportBatch)>,
    /// Forms that cannot be taken in, with the file they begin in.
    pub refused: Vec<(usize, JobError)>,
    /// Pages that are missing of forms that are taken in.
    pub missing: Vec<Missing>,
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
                let found = put.batches.iter().position(|(owner, batch)| {
                    *owner == file && batch.import.wave == meant.wave.id
                });
                let place = found.unwrap_or_else(|| {
                    put.batches.push((file, empty(scans[file], &meant, at)));
                    put.batches.len() - 1
                });
                if let Some((_, batch)) = put.batches.get_mut(place) {
                    said.enter(batch, &form, &meant, scans, data);
                }
                if !missing.is_empty() {
                    put.missing.push(Missing {
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
                let (answer, wrong) = answer(item, form);
                let issue = wrong.map(|wrong| wrong.issue(item, form, meant, scans));
                (answer, issue)
            })
            .unzip();
        if answers.iter().all(Answer::is_empty) {
            return Err(Unfit::Empty);
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

/// What is wrong with the answer to an item, and on which page of which file.
struct Wrong<'a> {
    kind: IssueKind,
    at: Option<(usize, &'a Page)>,
    found: String,
    expected: Expected,
}

impl Wrong<'_> {
    fn issue(self, item: &Item, form: &Gathered<'_>, meant: &Meant<'_>, scans: &[&Scan]) -> Issue {
        Issue {
            item: Some(item.lineage),
            ..self.place(form, meant, scans)
        }
    }

    /// In another file than the import's, its name stands where that of a sheet stands.
    fn place(self, form: &Gathered<'_>, meant: &Meant<'_>, scans: &[&Scan]) -> Issue {
        let own = form.pages.first().map(|(file, _)| *file);
        let file = self.at.map(|(file, _)| file).filter(|it| Some(*it) != own);
        let page = self
            .at
            .map_or_else(String::new, |(_, page)| format!("{PAGE}{}", page.at));
        Issue {
            id: IssueId(0),
            wave: meant.wave.id,
            import: None,
            kind: self.kind,
            returned: ReturnId(0),
            item: None,
            sheet: file
                .map(|at| scans[at].source.name.clone())
                .unwrap_or_default(),
            cell: page,
            found: self.found,
            expected: self.expected,
            settled: None,
        }
    }
}

/// What a form says to an item, and what a person has to look at.
fn answer<'a>(item: &Item, form: &Gathered<'a>) -> (Answer, Option<Wrong<'a>>) {
    let wrong = |kind, at, found, expected| Wrong {
        kind,
        at,
        found,
        expected,
    };
    let missing = |at| {
        let kind = IssueKind::MissingAnswer;
        let issue = item
            .required
            .then(|| wrong(kind, at, String::new(), Expected::Answer));
        (Answer::Blank, issue)
    };
    let unreadable = |at, found| {
        let kind = IssueKind::UnreadableCell;
        let issue = wrong(kind, at, found, expected(item));
        (Answer::Unreadable, Some(issue))
    };
    if matches!(
        item.kind,
        ItemKind::Text | ItemKind::Number | ItemKind::Date
    ) {
        let mut places = form.pages.iter().flat_map(|at| {
            let written = at.1.read.written.iter();
            written
                .filter(|(it, _)| *it == item.lineage)
                .map(|it| (*at, it.1))
        });
        let written = places.clone().find(|(_, written)| *written);
        return match written {
            Some((at, _)) => unreadable(Some(at), String::new()),
            None => missing(places.next().map(|(at, _)| at)),
        };
    }
    let (at, ticked) = ticked(item, form);
    let verdict = ticked
        .as_ref()
        .map(|ticked| ticked.verdict(item.kind == ItemKind::Multi));
    let found = || {
        let options = ticked.iter().flat_map(|it| &it.options);
        let labels = options
            .filter(|it| Inked::any(it))
            .map(|it| label(item, it.option));
        labels.collect::<Vec<_>>().join(" + ")
    };
    match verdict {
        None | Some(Verdict::Blank) => missing(at),
        Some(Verdict::Doubt(_)) => unreadable(at, found()),
        Some(Verdict::Chosen(options)) => match (item.kind, options.as_slice()) {
            (ItemKind::Multi, _) => (Answer::Options(options), None),
            (ItemKind::Nps, [number]) => (Answer::Number(f64::from(*number)), None),
            (_, [option]) => (Answer::Option(*option), None),
            _ => unreadable(at, found()),
        },
    }
}

/// The ink of an item over all pages, and the first that has some of it. A page that came twice
/// counts once where both say the same; otherwise a person has to look at them.
fn ticked<'a>(item: &Item, form: &Gathered<'a>) -> (Option<(usize, &'a Page)>, Option<Ticked>) {
    let several = item.kind == ItemKind::Multi;
    let mut first = None;
    let mut all: Option<Ticked> = None;
    let mut known: Vec<(u16, Verdict)> = Vec::new();
    for at in &form.pages {
        let found = at.1.read.ticked.iter().find(|it| it.item == item.lineage);
        let Some(own) = found else {
            continue;
        };
        first.get_or_insert(*at);
        let said = (at.1.page.page, own.verdict(several));
        if let Some((_, other)) = known.iter().find(|(page, _)| *page == said.0) {
            let differs = *other != said.1;
            for option in all.iter_mut().flat_map(|it| &mut it.options) {
                option.covered |= differs;
            }
            continue;
        }
        known.push(said);
        match &mut all {
            None => all = Some(own.clone()),
            Some(all) => {
                all.options.extend(&own.options);
                all.beside += own.beside;
            }
        }
    }
    (first, all)
}

fn label(item: &Item, option: u8) -> String {
    let scale = item.scale.as_ref().filter(|_| item.kind != ItemKind::Nps);
    let option_of = scale.and_then(|scale| scale.options.get(usize::from(option)));
    option_of.map_or_else(|| option.to_string(), |it| it.label.clone())
}

fn expected(item: &Item) -> Expected {
    match item.kind {
        ItemKind::Text => Expected::Writing,
        ItemKind::Date => Expected::Date,
        ItemKind::Nps | ItemKind::Number => {
            let (low, high) = item.range().unwrap_or((0.0, 10.0));
            Expected::Number { low, high }
        }
        ItemKind::Rating | ItemKind::YesNo | ItemKind::Single | ItemKind::Multi => {
            let options = item.scale.iter().flat_map(|scale| &scale.options);
            Expected::OneOf(options.map(|it| it.label.clone()).collect())
        }
    }
}
