//! What waits to be settled and is the same: one decision for all of it.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::model::{Expected, Issue, IssueId, IssueKind, Questionnaire};

/// Issues that say the same, in their order; one alone is a group of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Names the group as long as the same stands there, whichever of its issues are left.
    pub key: u64,
    pub issues: Vec<IssueId>,
}

/// Groups open issues, in the order of the first of each. The same words in cells of items that
/// have the same options are the same; a blank is the same in one item; a name is the same
/// wherever it stands. Two returns of one customer are never the same as two of another.
pub fn alike<'a>(
    issues: impl Iterator<Item = &'a Issue>,
    asked: Option<&Questionnaire>,
) -> Vec<Alike> {
    let mut places: FxHashMap<u64, usize> = FxHashMap::default();
    let mut groups: Vec<Alike> = Vec::new();
    for issue in issues {
        let key = key(issue, asked);
        let at = *places.entry(key).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.issues.push(issue.id),
            None => groups.push(Alike {
                key,
                issues: vec![issue.id],
            }),
        }
    }
    groups
}

fn key(issue: &Issue, asked: Option<&Questionnaire>) -> u64 {
    let mut hash = FxHasher::default();
    (issue.kind as u8).hash(&mut hash);
    let item = issue.item.and_then(|it| asked?.item_of(it));
    match issue.kind {
        // Every picture is looked at by itself.
        IssueKind::UnreadableCell if issue.scanned() => issue.id.hash(&mut hash),
        IssueKind::UnreadableCell => {
            issue.found.hash(&mut hash);
            match item.and_then(|it| Some((it.kind, it.scale.as_ref()?))) {
                Some((kind, scale)) => {
                    kind.hash(&mut hash);
                    for option in &scale.options {
                        option.label.hash(&mut hash);
                    }
                }
                None => issue.item.hash(&mut hash),
            }
        }
        IssueKind::MissingAnswer => issue.item.hash(&mut hash),
        // Namesakes are told apart one by one, and so is nobody from nobody.
        IssueKind::UnknownCustomer if several(&issue.expected) || issue.found.is_empty() => {
            issue.id.hash(&mut hash);
        }
        IssueKind::UnknownCustomer => issue.found.hash(&mut hash),
        IssueKind::SecondReturn | IssueKind::Correction => issue.id.hash(&mut hash),
    }
    hash.finish()
}

fn several(expected: &Expected) -> bool {
    matches!(expected, Expected::OneCustomerOf(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LineageId, ReturnId, WaveId};

    fn issue(id: i64, kind: IssueKind, item: Option<i64>, found: &str) -> Issue {
        Issue {
            id: IssueId(id),
            wave: WaveId(1),
            import: None,
            kind,
            returned: ReturnId(id),
            item: item.map(LineageId),
            sheet: String::new(),
            cell: String::new(),
            found: found.to_owned(),
            expected: Expected::KnownCustomer,
            settled: None,
        }
    }

    #[test]
    fn lines_of_scans_are_looked_at_one_by_one() {
        let scanned = |id| Issue {
            cell: "#2".to_owned(),
            ..issue(id, IssueKind::UnreadableCell, Some(7), "1 + 2")
        };
        assert_eq!(alike([scanned(1), scanned(2)].iter(), None).len(), 2);
    }

    #[test]
    fn what_says_the_same_is_one_group() {
        use IssueKind::{MissingAnswer, SecondReturn, UnknownCustomer, UnreadableCell};
        let all = [
            issue(1, UnreadableCell, Some(7), "ok"),
            issue(2, MissingAnswer, Some(7), ""),
            issue(3, UnreadableCell, Some(7), "ok"),
            issue(4, UnknownCustomer, None, "Hengda"),
            issue(5, UnreadableCell, Some(8), "ok"),
            issue(6, MissingAnswer, Some(7), ""),
            issue(7, UnknownCustomer, None, "Hengda"),
            issue(8, SecondReturn, None, "Hengda"),
            issue(9, SecondReturn, None, "Hengda"),
            issue(10, UnknownCustomer, None, ""),
            issue(11, UnknownCustomer, None, ""),
        ];
        let groups = alike(all.iter(), None);
        let ids: Vec<Vec<i64>> = groups
            .iter()
            .map(|group| group.issues.iter().map(|id| id.0).collect())
            .collect();
        let expected: [&[i64]; 8] = [&[1, 3], &[2, 6], &[4, 7], &[5], &[8], &[9], &[10], &[11]];
        assert_eq!(ids, expected);
    }
}
