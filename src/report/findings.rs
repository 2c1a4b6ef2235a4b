//! Findings of the review: what was found, said once, what belongs together in one place.

use crate::analysis::{self, Evidence, Finding, Suggestion, says_below};
use crate::chart::words::{self, Said, Tone, subject_name};
use crate::i18n::{Language, number};
use crate::model::Subject;
use crate::tr;

/// Findings told in full.
const MOST_FINDINGS: usize = 4;

/// Items with unhappy customers spoken of.
const MOST_UNHAPPY: usize = 2;

/// Items listed behind one finding.
const MOST_ITEMS: usize = 8;

/// What the evidence says, most important first.
pub(super) fn findings(evidence: &Evidence<'_>, language: Language) -> Vec<Said> {
    let teller = Teller { evidence, language };
    let all = analysis::findings(evidence);
    let mut texts: Vec<Said> = Vec::new();
    for finding in &all {
        // The headline has said how the index stands; that it may be chance it has not.
        if let Finding::Index { against, .. } = finding {
            texts.extend((!against.sure()).then(|| teller.one(finding)));
            texts.extend(teller.below(&all));
        }
    }
    let mut unhappy = 0;
    for finding in &all {
        let keep = match finding {
            Finding::Changed { subject, .. } => !says_below(&all, subject),
            Finding::Unhappy { .. } => {
                unhappy += 1;
                unhappy <= MOST_UNHAPPY
            }
            Finding::Unanswered { .. } | Finding::Reworded { .. } => true,
            // Limits stand under the ledger.
            Finding::Index { .. }
            | Finding::BelowTarget(_)
            | Finding::SmallSegment { .. }
            | Finding::Limit(_) => false,
        };
        texts.extend(keep.then(|| teller.one(finding)));
    }
    texts.extend(teller.segments(&all));
    most_important(texts, language)
}

/// Those that ask for an action first, no more than a page can be read for; of the others what
/// they are about.
fn most_important(mut texts: Vec<Said>, language: Language) -> Vec<Said> {
    texts.sort_by_key(|it| it.tone.rank());
    if texts.len() <= MOST_FINDINGS {
        return texts;
    }
    let rest = texts.split_off(MOST_FINDINGS);
    let titles: Vec<String> = rest.into_iter().map(|it| it.title).collect();
    let titles = titles.join(&tr!(language, "title-semicolon"));
    texts.push(Said {
        tone: Tone::Note,
        title: tr!(language, "findings-besides"),
        detail: words::sentence(&titles, language),
    });
    texts
}

struct Teller<'a> {
    evidence: &'a Evidence<'a>,
    language: Language,
}

impl Teller<'_> {
    fn one(&self, finding: &Finding) -> Said {
        words::said(finding, self.evidence, self.language)
    }

    /// Each dimension below target with its items below target, then the other items below
    /// target in one.
    fn below(&self, all: &[Finding]) -> Vec<Said> {
        let suggestions: Vec<&Suggestion> = all
            .iter()
            .filter_map(|finding| match finding {
                Finding::BelowTarget(suggestion) => Some(suggestion),
                _ => None,
            })
            .collect();
        let (dimensions, mut items): (Vec<&Suggestion>, Vec<&Suggestion>) = suggestions
            .into_iter()
            .partition(|one| matches!(one.subject, Subject::Dimension(_)));
        let mut texts = Vec::new();
        for dimension in dimensions {
            let (inside, others): (Vec<&Suggestion>, Vec<&Suggestion>) = items
                .into_iter()
                .partition(|item| self.is_in(&item.subject, &dimension.subject));
            items = others;
            let mut finding = self.one(&Finding::BelowTarget(dimension.clone()));
            if let Some(list) = self.list(&inside) {
                finding.detail = list;
            }
            texts.push(finding);
        }
        let rest = self.list(&items).map(|detail| Said {
            tone: Tone::Note,
            title: tr!(self.language, "paper-other-items-below"),
            detail,
        });
        texts.extend(rest);
        texts
    }

    fn is_in(&self, item: &Subject, dimension: &Subject) -> bool {
        let mut inside = self.evidence.current.figures.items_of(dimension);
        inside.any(|known| *item == Subject::Item(known.lineage))
    }

    /// Items with their scores: PR1 价格水平：65.0、…
    fn list(&self, items: &[&Suggestion]) -> Option<String> {
        let language = self.language;
        let rules = &self.evidence.current.revision.questionnaire.rules;
        let comma = tr!(language, "list-comma");
        let said = items.iter().take(MOST_ITEMS).filter_map(|item| {
            let named = subject_name(&self.evidence.current, &item.subject, language)?;
            let score = number::score_under(item.score, rules);
            let name = named.full();
            Some(tr!(language, "finding-scored", name = name, score = score))
        });
        let list = said.collect::<Vec<_>>().join(&comma);
        let list = if items.len() > MOST_ITEMS {
            tr!(language, "finding-and-others", list = list)
        } else {
            list
        };
        (!list.is_empty()).then(|| words::sentence(&list, language))
    }

    /// Small segments in one go.
    fn segments(&self, all: &[Finding]) -> Option<Said> {
        let few = all
            .iter()
            .filter(|finding| matches!(finding, Finding::SmallSegment { .. }));
        let said: Vec<String> = few.map(|finding| self.one(finding).title).collect();
        let list = said.join(&tr!(self.language, "list-comma"));
        (!list.is_empty()).then(|| Said {
            tone: Tone::Note,
            title: tr!(self.language, "paper-few-segments"),
            detail: words::sentence(&list, self.language),
        })
    }
}
