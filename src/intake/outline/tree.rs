//! What questions belong together, by what their headings share.

use std::collections::BTreeMap;

use super::question::Question;
use crate::intake::normal::folded;

/// What stands between what questions share and what they are.
const BETWEEN: [&str; 8] = [">>", "->", "—", "–", "-", "：", ":", "_"];

/// A group of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// What they share; empty where nothing does.
    pub name: String,
    /// Each with what is left of its heading.
    pub questions: Vec<(usize, String)>,
}

/// What a question belongs to, and what is left of its heading.
type Way = fn(&Question) -> Option<(String, String)>;

/// Puts the questions at some places in groups, in the order of their first question: the lines of
/// a grid, numbers such as `1.1`, codes such as `A1`, or what stands in front of a dash.
pub(super) fn groups(questions: &[Question], at: &[usize]) -> Vec<Group> {
    let ways: [Way; 4] = [of_a_grid, numbered, coded, prefixed];
    let mut groups: Vec<Group> = Vec::new();
    let mut left: Vec<usize> = at.to_vec();
    for way in ways {
        let mut found: BTreeMap<String, Group> = BTreeMap::new();
        for at in &left {
            let told = questions.get(*at).and_then(way);
            if let Some((name, text)) = told {
                let group = found.entry(folded(&name)).or_insert_with(|| Group {
                    name,
                    questions: Vec::new(),
                });
                group.questions.push((*at, text));
            }
        }
        found.retain(|_, group| group.questions.len() > 1);
        let grouped = |at: &usize| {
            found
                .values()
                .any(|it| it.questions.iter().any(|(own, _)| own == at))
        };
        left.retain(|at| !grouped(at));
        groups.extend(found.into_values());
    }
    if !left.is_empty() {
        let text = |at: &usize| questions.get(*at).map(|it| it.spoken.text.clone());
        groups.push(Group {
            name: String::new(),
            questions: left
                .iter()
                .filter_map(|at| Some((*at, text(at)?)))
                .collect(),
        });
    }
    groups.sort_by_key(|group| group.questions.first().map(|(at, _)| *at));
    groups
}

fn of_a_grid(question: &Question) -> Option<(String, String)> {
    Some((question.head.clone()?, question.spoken.text.clone()))
}

/// `1.1 质量稳定` belongs to 1.
fn numbered(question: &Question) -> Option<(String, String)> {
    let (above, _) = question.spoken.number.as_ref()?.rsplit_once('.')?;
    Some((above.to_owned(), question.spoken.text.clone()))
}

/// `A1` belongs to A, `b2[SQ001]` to b2. Q is only short for question.
fn coded(question: &Question) -> Option<(String, String)> {
    let code = question.spoken.code.as_ref()?;
    let above = match code.split_once('[') {
        Some((above, _)) => above,
        None => code.trim_end_matches(|c: char| c.is_ascii_digit()),
    };
    if above.eq_ignore_ascii_case("q") {
        return None;
    }
    Some((above.to_owned(), question.spoken.text.clone()))
}

/// `质量-稳定性` belongs to 质量.
fn prefixed(question: &Question) -> Option<(String, String)> {
    let text = &question.spoken.text;
    let mut cut = BETWEEN.iter().filter_map(|mark| text.split_once(mark));
    let (above, rest) =
        cut.find(|(above, rest)| !above.trim().is_empty() && !rest.trim().is_empty())?;
    Some((above.trim().to_owned(), rest.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::heading::said;

    fn found(titles: &[&str]) -> Vec<(String, Vec<String>)> {
        let question = |title: &&str| {
            let spoken = said(title, true);
            Question {
                columns: Vec::new(),
                options: Vec::new(),
                names: Vec::new(),
                head: spoken.head.clone(),
                spoken,
            }
        };
        let questions: Vec<Question> = titles.iter().map(question).collect();
        let all: Vec<usize> = (0..questions.len()).collect();
        let groups = groups(&questions, &all).into_iter();
        groups
            .map(|it| {
                (
                    it.name,
                    it.questions.into_iter().map(|(_, text)| text).collect(),
                )
            })
            .collect()
    }

    #[test]
    fn headings_that_share_something_belong_together() {
        let group = |name: &str, texts: &[&str]| {
            let texts = texts.iter().map(|it| (*it).to_owned()).collect();
            (name.to_owned(), texts)
        };
        assert_eq!(
            found(&["质量-稳定", "质量-包装", "价格", "交货-准时", "交货-通知"]),
            [
                group("质量", &["稳定", "包装"]),
                group("", &["价格"]),
                group("交货", &["准时", "通知"])
            ]
        );
        assert_eq!(
            found(&["1.1 稳定", "1.2 包装", "2.1 准时", "2.2 通知"]),
            [group("1", &["稳定", "包装"]), group("2", &["准时", "通知"])]
        );
        assert_eq!(
            found(&["A1. Parts", "A2. Packing", "B1. Time", "B2. Notice"]),
            [
                group("A", &["Parts", "Packing"]),
                group("B", &["Time", "Notice"])
            ]
        );
        assert_eq!(
            found(&["17、请评价—包装", "17、请评价—价格"]),
            [group("请评价", &["包装", "价格"])]
        );
        assert_eq!(
            found(&["Q1. Parts", "Q2. Time"]),
            [group("", &["Parts", "Time"])]
        );
    }
}
