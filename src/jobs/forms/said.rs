//! What a scanned form says to an item, over all its pages.

use super::Meant;
use super::scan::{Page, Scan};
use crate::intake::scan::{Inked, Ticked, Verdict};
use crate::model::{
    Answer, Expected, FormIdentity, Issue, IssueId, IssueKind, Item, ItemKind, PAGE, ReturnId,
};

/// A form as far as its pages came: which file, and the page.
pub(super) struct Gathered<'a> {
    pub form: FormIdentity,
    pub pages: Vec<(usize, &'a Page)>,
}

/// What is wrong with the answer to an item, and on which page of which file.
pub(super) struct Wrong<'a> {
    pub kind: IssueKind,
    pub at: Option<(usize, &'a Page)>,
    pub found: String,
    pub expected: Expected,
}

impl Wrong<'_> {
    pub fn issue(
        self,
        item: &Item,
        form: &Gathered<'_>,
        meant: &Meant<'_>,
        scans: &[&Scan],
    ) -> Issue {
        Issue {
            item: Some(item.lineage),
            ..self.place(form, meant, scans)
        }
    }

    /// In another file than the import's, its name stands where that of a sheet stands.
    pub fn place(self, form: &Gathered<'_>, meant: &Meant<'_>, scans: &[&Scan]) -> Issue {
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

/// What a form says to an item, and what a person has to look at; `wanted`: it is missed where it
/// was left open.
pub(super) fn answer<'a>(
    item: &Item,
    form: &Gathered<'a>,
    wanted: bool,
) -> (Answer, Option<Wrong<'a>>) {
    let wrong = |kind, at, found, expected| Wrong {
        kind,
        at,
        found,
        expected,
    };
    let missing = |at| {
        let kind = IssueKind::MissingAnswer;
        let issue = wanted.then(|| wrong(kind, at, String::new(), Expected::Answer));
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
                all.aside += own.aside;
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

/// What could be read as an answer to an item.
pub(super) fn expected(item: &Item) -> Expected {
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
