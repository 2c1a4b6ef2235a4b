//! What kind of item the answers to one question make, and its options.

use super::answers::{Answers, Steps};
use super::degree::Family;
use super::ladder::{self, Ladder};
use super::{Order, Words, direction};
use crate::model::{BestEnd, ItemKind, MAX_OPTIONS, Scale};

/// What a question asks whose numbers are no marks.
const RANKS: [&str; 5] = ["rank", "排序", "排名", "名次", "order of preference"];
/// What a question asks whose numbers are counted.
const COUNTS: [&str; 9] = [
    "how many",
    "duration",
    "number of",
    "多少",
    "几个",
    "几次",
    "几年",
    "年限",
    "人数",
];
/// What a question asks whose numbers stand for groups of people.
const GROUPS: [&str; 14] = [
    "性别",
    "年龄",
    "学历",
    "职业",
    "收入",
    "职位",
    "部门",
    "行业",
    "地区",
    "gender",
    "age group",
    "income",
    "education",
    "region",
];
const RECOMMENDS: [&str; 3] = ["推荐", "recommend", "介绍给"];

/// An item as far as its own answers say it.
pub(super) struct Made {
    pub kind: ItemKind,
    pub scale: Option<Scale>,
    pub scored: bool,
    pub family: Option<Family>,
    pub order: Order,
    /// An option that may be missing.
    pub open: Option<String>,
}

/// Of whole numbers; `unknown` takes the title where nobody said which end is the best.
pub(super) fn of_steps(
    (steps, [low, most]): (&Steps, [u8; 2]),
    title: &str,
    best: Option<BestEnd>,
    unknown: &mut Vec<String>,
) -> Made {
    let lower = title.to_lowercase();
    let speaks = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let open = |kind| Made {
        kind,
        scale: None,
        scored: false,
        family: None,
        order: Order::None,
        open: None,
    };
    if speaks(&RANKS) || speaks(&COUNTS) {
        return open(ItemKind::Number);
    }
    if speaks(&GROUPS) || most <= 2 {
        let labels: Vec<String> = (steps.low..=steps.high).map(|it| it.to_string()).collect();
        return Made {
            scale: Some(ladder::plain(&labels)),
            ..open(ItemKind::Single)
        };
    }
    if speaks(&RECOMMENDS) && (steps.low == 0 || steps.high > 7) {
        return open(ItemKind::Nps);
    }
    let told = direction::told(title, steps);
    let (best, order) = match (told, best) {
        (Some(told), _) => (told, Order::Points),
        (None, Some(asked)) => (asked, Order::Asked(asked)),
        (None, None) => {
            unknown.push(title.to_owned());
            (BestEnd::Last, Order::None)
        }
    };
    Made {
        scale: Some(ladder::numbers(steps, [low, most], best)),
        scored: true,
        order,
        ..open(ItemKind::Rating)
    }
}

/// Of labels whose words say in which order they stand.
pub(super) fn of_words(at: usize, ladders: &[Ladder]) -> Made {
    let ladder = ladders.iter().find(|it| it.questions.contains(&at));
    let family = ladder.and_then(|it| it.family);
    Made {
        kind: ItemKind::Rating,
        scale: ladder.map(Ladder::scale),
        scored: family.is_some_and(Family::is_judgement),
        family,
        order: Order::Words,
        open: ladder.and_then(Ladder::open),
    }
}

/// Of anything else. `told`: its options stand in columns of their own, in the order of the form.
pub(super) fn of_others(answers: &Answers, told: bool, words: &Words) -> Made {
    let options = |labels: &[String]| match told {
        true => ladder::plain(labels),
        false => ladder::met(labels),
    };
    let spoken = |found: &[Option<String>; 2]| {
        let [yes, no] = found;
        let or = |found: &Option<String>, usual: &String| found.clone().unwrap_or(usual.clone());
        [or(yes, &words.yes), or(no, &words.no)]
    };
    let (kind, scale) = match answers {
        Answers::Flags => (
            ItemKind::YesNo,
            Some(ladder::yes_no(spoken(&[None, None]), true)),
        ),
        Answers::YesNo(found) => {
            let scale = ladder::yes_no(spoken(found), false);
            let order_assumed = true;
            (
                ItemKind::YesNo,
                Some(Scale {
                    order_assumed,
                    ..scale
                }),
            )
        }
        Answers::One(labels) => (ItemKind::Single, Some(options(labels))),
        Answers::Several(labels) if labels.len() <= MAX_OPTIONS => {
            (ItemKind::Multi, Some(options(labels)))
        }
        Answers::Dates => (ItemKind::Date, None),
        Answers::Number => (ItemKind::Number, None),
        Answers::Nothing
        | Answers::Text
        | Answers::Several(_)
        | Answers::Steps(_)
        | Answers::Words(_) => (ItemKind::Text, None),
    };
    let assumed = |scale: &Scale| scale.order_assumed;
    Made {
        kind,
        order: match scale.as_ref().is_some_and(assumed) {
            true => Order::Assumed,
            false => Order::None,
        },
        scale,
        scored: false,
        family: None,
        open: None,
    }
}
