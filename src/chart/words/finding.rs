//! Findings in words.

use super::change as words;
use super::limit::{limit, names};
use super::segment::segment_few;
use super::title::{first_large, sentence};
use super::{index_verdict, subject_name};
use crate::analysis::{Against, Change, Evidence, Finding, Note, Suggestion, Verdict};
use crate::i18n::{Language, number};
use crate::model::{CustomerId, LineageId, Subject};
use crate::tr;

/// How a finding is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Asks for an action.
    Act,
    Good,
    /// May be chance.
    Unsure,
    /// Something to know.
    Note,
}

impl Tone {
    /// What asks for an action first, then good news, then what cannot be told, then notes.
    pub fn rank(self) -> u8 {
        match self {
            Self::Act => 0,
            Self::Good => 1,
            Self::Unsure => 2,
            Self::Note => 3,
        }
    }
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub tone: Tone,
    /// States it; without a full stop.
    pub title: String,
    /// What stands behind it, in full sentences; may be empty.
    pub detail: String,
}

/// A finding in words. `evidence` is what it was found in.
pub fn said(finding: &Finding, evidence: &Evidence, language: Language) -> Said {
    let speaker = Speaker { evidence, language };
    match finding {
        Finding::Index { .. } => speaker.index(finding),
        Finding::BelowTarget(suggestion) => speaker.below(suggestion),
        Finding::Changed {
            subject,
            score,
            change,
        } => speaker.changed(subject, *score, change),
        Finding::Unhappy { .. } => speaker.unhappy(finding),
        Finding::Unanswered {
            customers,
            turnover,
        } => speaker.unanswered(customers, *turnover),
        Finding::Reworded { .. } => speaker.reworded(finding),
        Finding::SmallSegment {
            key,
            name,
            value,
            n,
        } => Said {
            tone: Tone::Note,
            title: segment_few(key, name, value, *n, language),
            detail: tr!(language, "finding-few-detail"),
        },
        Finding::Limit(note) => speaker.limit(note),
    }
}

struct Speaker<'a> {
    evidence: &'a Evidence<'a>,
    language: Language,
}

impl Speaker<'_> {
    fn name(&self, subject: &Subject) -> String {
        let named = subject_name(&self.evidence.current, subject, self.language);
        named.map_or_else(String::new, |named| named.full())
    }

    fn item(&self, lineage: LineageId) -> String {
        self.name(&Subject::Item(lineage))
    }

    fn score(&self, score: f64) -> String {
        let rules = &self.evidence.current.revision.questionnaire.rules;
        number::score_under(score, rules)
    }

    fn joined(&self, sentences: Vec<Option<String>>) -> String {
        let said: Vec<String> = sentences.into_iter().flatten().collect();
        said.join(&tr!(self.language, "sentence-space"))
    }

    fn sentence(&self, text: &str) -> String {
        sentence(&first_large(text), self.language)
    }

    fn index(&self, finding: &Finding) -> Said {
        let Finding::Index {
            score,
            target,
            against,
            interval,
            change,
        } = finding
        else {
            return nothing();
        };
        let language = self.language;
        let verdict = index_verdict(*against, language);
        let target = number::plain(*target);
        let score = self.score(*score);
        let interval = interval.map(|(low, high)| {
            let rules = &self.evidence.current.revision.questionnaire.rules;
            let range = number::range_beside(&score, Some(low), Some(high), rules);
            if against.sure() {
                tr!(language, "finding-interval", range = range, target = target)
            } else {
                tr!(language, "finding-spans", range = range, target = target)
            }
        });
        Said {
            tone: tone(*against),
            title: tr!(language, "finding-index", score = score, verdict = verdict),
            detail: self.joined(vec![
                interval,
                change.map(|it| self.sentence(&words::changed(&it, language))),
                change.and_then(|it| words::shows_from(&it, language)),
            ]),
        }
    }

    fn below(&self, suggestion: &Suggestion) -> Said {
        let language = self.language;
        let fell = suggestion.change.filter(|it| it.verdict == Verdict::Fell);
        let name = self.name(&suggestion.subject);
        let score = self.score(suggestion.score);
        let verdict = index_verdict(suggestion.against, language);
        let title = match fell {
            Some(change) => tr!(
                language,
                "finding-below-and-fell",
                name = name,
                score = score,
                verdict = verdict,
                change = words::changed(&change, language)
            ),
            None => tr!(
                language,
                "finding-below",
                name = name,
                score = score,
                verdict = verdict
            ),
        };
        let gap = gap_written(suggestion.gap.max(0.0));
        Said {
            tone: match suggestion.acts() {
                true => Tone::Act,
                false => tone(suggestion.against),
            },
            title,
            detail: tr!(
                language,
                "finding-below-detail",
                gap = gap,
                n = suggestion.n
            ),
        }
    }

    fn changed(&self, subject: &Subject, score: f64, change: &Change) -> Said {
        let language = self.language;
        let (name, score) = (self.name(subject), self.score(score));
        let moved = words::changed(change, language);
        let interval = change.test.and_then(|it| it.interval()).map(|(low, high)| {
            let ends = [low, high].map(|end| number::signed(Some(end)));
            let [low, high] = ends;
            tr!(language, "finding-change-interval", low = low, high = high)
        });
        Said {
            tone: match change.verdict {
                Verdict::Fell => Tone::Act,
                Verdict::Rose => Tone::Good,
                Verdict::NoChange | Verdict::CannotTell => Tone::Unsure,
            },
            title: tr!(
                language,
                "finding-changed",
                name = name,
                score = score,
                change = moved
            ),
            detail: interval.unwrap_or_default(),
        }
    }

    fn unhappy(&self, finding: &Finding) -> Said {
        let Finding::Unhappy {
            item,
            customers,
            turnover,
            wrote,
            keys,
            ..
        } = finding
        else {
            return nothing();
        };
        let language = self.language;
        let name = self.item(*item);
        let alone = *customers == 1;
        let keys = (*keys > 0).then(|| match alone {
            true => tr!(language, "finding-key-one"),
            false => tr!(language, "finding-keys", count = (*keys)),
        });
        let wrote = (*wrote > 0).then(|| match alone {
            true => tr!(language, "finding-wrote-one"),
            false => tr!(language, "finding-wrote", count = (*wrote)),
        });
        Said {
            tone: Tone::Act,
            title: tr!(
                language,
                "finding-unhappy",
                count = (*customers),
                name = name
            ),
            detail: self.joined(vec![self.turnover(*turnover, alone), keys, wrote]),
        }
    }

    fn turnover(&self, share: Option<f64>, alone: bool) -> Option<String> {
        let share = number::percent(Some(share?));
        Some(match alone {
            true => tr!(self.language, "finding-turnover-one", share = share),
            false => tr!(self.language, "finding-turnover", share = share),
        })
    }

    /// The names stand below the title, where there is room for them.
    fn limit(&self, note: &Note) -> Said {
        let language = self.language;
        let named = match note {
            Note::WithoutTurnover(ids) => names(ids, self.evidence.customers, language),
            Note::OffList(_)
            | Note::WithoutCustomer(_)
            | Note::FrameNotFiltered
            | Note::OutsideTree(_) => String::new(),
        };
        Said {
            tone: Tone::Note,
            title: limit(note, &[], language)
                .trim_end_matches(['。', '.'])
                .to_owned(),
            detail: match named.is_empty() {
                true => named,
                false => self.sentence(&named),
            },
        }
    }

    fn unanswered(&self, customers: &[CustomerId], turnover: Option<f64>) -> Said {
        let language = self.language;
        let list = names(customers, self.evidence.customers, language);
        let list = (!list.is_empty()).then(|| self.sentence(&list));
        Said {
            tone: Tone::Note,
            title: tr!(language, "finding-unanswered", count = customers.len()),
            detail: self.joined(vec![self.turnover(turnover, customers.len() == 1), list]),
        }
    }

    fn reworded(&self, finding: &Finding) -> Said {
        let Finding::Reworded {
            item,
            revision,
            not_compared,
            index_compared,
        } = finding
        else {
            return nothing();
        };
        let language = self.language;
        let named = subject_name(&self.evidence.current, &Subject::Item(*item), language);
        let code = named.unwrap_or_default().code;
        let mut names: Vec<String> = not_compared
            .iter()
            .map(|code| self.name(&Subject::Dimension(code.clone())))
            .collect();
        if !index_compared {
            names.push(tr!(language, "subject-index"));
        }
        let detail = if names.is_empty() {
            tr!(language, "finding-item-not-compared", code = code.as_str())
        } else {
            let names = names.join(&tr!(language, "list-comma"));
            tr!(language, "finding-not-compared", names = names)
        };
        Said {
            tone: Tone::Note,
            title: tr!(
                language,
                "finding-reworded",
                code = code,
                revision = revision.as_str()
            ),
            detail,
        }
    }
}

/// Red asks for an action: only where chance does not explain it.
fn tone(against: Against) -> Tone {
    match against {
        Against::Met => Tone::Good,
        Against::MetPerhaps | Against::BelowPerhaps => Tone::Unsure,
        Against::Below => Tone::Act,
    }
}

/// A gap that is not 0 is not written as 0.0.
pub(super) fn gap_written(gap: f64) -> String {
    let short = number::decimals(gap, 1);
    match short == "0.0" && gap > 1e-9 {
        true => number::decimals(gap, 2),
        false => short,
    }
}

/// A finding of another kind has nothing to say here.
fn nothing() -> Said {
    Said {
        tone: Tone::Note,
        title: String::new(),
        detail: String::new(),
    }
}
