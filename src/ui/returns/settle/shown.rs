//! What the cards of the list are: groups of what is the same, and single things where the user
//! wants them one by one.

use super::drafts::Drafts;
use crate::analysis::alike;
use crate::model::{Issue, IssueId};
use crate::ui::Cx;
use crate::ui::returns::rows::Rows;

/// What one card shows.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) key: u64,
    /// At least one.
    pub(super) issues: Vec<IssueId>,
}

impl Group {
    /// One thing by itself.
    pub(super) fn alone(id: IssueId) -> Self {
        Self {
            key: u64::MAX ^ id.0.unsigned_abs(),
            issues: vec![id],
        }
    }

    /// The one that stands for all.
    pub(super) fn first<'a>(&self, cx: &Cx<'a>) -> Option<&'a Issue> {
        find(cx, *self.issues.first()?)
    }

    /// All of them.
    pub(super) fn all<'a>(&'a self, cx: &Cx<'a>) -> impl Iterator<Item = &'a Issue> {
        let cx = cx.data;
        self.issues.iter().filter_map(move |id| {
            let at = cx.issues.binary_search_by_key(id, |it| it.id).ok()?;
            cx.issues.get(at)
        })
    }
}

/// Issues lie in the order of their ids.
fn find<'a>(cx: &Cx<'a>, id: IssueId) -> Option<&'a Issue> {
    let at = cx.data.issues.binary_search_by_key(&id, |it| it.id).ok()?;
    cx.data.issues.get(at)
}

/// Everything that waits of the wave.
pub(super) fn groups(cx: &Cx<'_>, rows: &Rows, drafts: &Drafts) -> Vec<Group> {
    let asked = cx.revision().map(|it| &it.questionnaire);
    let mut groups = Vec::new();
    let mut all = alike(rows.waiting.issues(&cx.data.issues), asked);
    // What one decision settles most of comes first.
    all.sort_by_key(|group| std::cmp::Reverse(group.issues.len()));
    for group in all {
        match drafts.is_apart(group.key) {
            true => groups.extend(group.issues.into_iter().map(Group::alone)),
            false => groups.push(Group {
                key: group.key,
                issues: group.issues,
            }),
        }
    }
    groups
}
