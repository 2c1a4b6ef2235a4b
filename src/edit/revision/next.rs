//! The revision after a revision.

use crate::edit::{Known, Refusal};
use crate::model::{Change, Data, Edit, Origin, Revision, RevisionId, Signatures, Step, StepKind};

/// Makes it from another, every item going on as it was.
pub(in crate::edit) fn next(
    known: &Known<'_>,
    id: RevisionId,
    from: RevisionId,
) -> Result<Step, Refusal> {
    let from = known.data.revision(from).ok_or(Refusal::Gone)?;
    let mut revision = Revision {
        id,
        number: newest(known.data, from).number.saturating_add(1),
        label: next_label(known.data, from),
        parent: Some(from.id),
        frozen: false,
        signatures: Signatures::default(),
        effective: None,
        ..from.clone()
    };
    for item in &mut revision.questionnaire.items {
        item.origin = Origin::Same;
    }
    let label = revision.label.clone();
    let change = Change::Revision(Box::new(Edit::created(revision)));
    Ok(Step::new(StepKind::NewRevision, label, vec![change]))
}

/// What the next revision of a survey would be called.
pub fn next_label(data: &Data, revision: &Revision) -> String {
    after(&newest(data, revision).label)
}

fn newest<'a>(data: &'a Data, revision: &'a Revision) -> &'a Revision {
    let mut all = data.revisions_of(revision.survey);
    all.next_back().unwrap_or(revision)
}

/// `A/5` after `A/4`, `B10` after `B9`; a label without a number gets one.
fn after(label: &str) -> String {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u64 = label[stem.len()..].parse().unwrap_or(1);
    format!("{stem}{}", number.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_count_on() {
        for (label, next) in [("A/4", "A/5"), ("B9", "B10"), ("C", "C2"), ("", "2")] {
            assert_eq!(after(label), next);
        }
    }
}
