//! What the words of a scale say: what they are about, and how much of it.
//!
//! Labels have no score of their own, and none is given here: their words only say in which order
//! they stand, and which end is the good one. What is not wholly made of known words says nothing.

use crate::intake::decoration::taken_off;
use crate::intake::normal::folded;
use crate::intake::spelling::plainly;

/// What a ladder of labels is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    Satisfaction,
    Agreement,
    Quality,
    Importance,
    Likelihood,
}

impl Family {
    /// Whether it says how good something was.
    pub fn is_judgement(self) -> bool {
        matches!(self, Self::Satisfaction | Self::Agreement | Self::Quality)
    }
}

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Says {
    /// How much of it, below zero its opposite.
    Degree(Family, f64),
    /// The middle of any ladder.
    Middle,
    /// That nothing can be said.
    NotApplicable,
}

impl Says {
    /// Higher is better.
    pub fn degree(self) -> Option<f64> {
        match self {
            Self::Degree(_, degree) => Some(degree),
            Self::Middle => Some(0.0),
            Self::NotApplicable => None,
        }
    }
}

/// A word in the middle of a label: what it is about, whether it is its opposite, and how much it
/// says alone.
type Stem = (&'static str, Family, f64);

/// Longer ones before those they hold.
const STEMS: [Stem; 59] = [
    ("unzufrieden", Family::Satisfaction, -2.0),
    ("zufrieden", Family::Satisfaction, 2.0),
    ("stimme", Family::Agreement, 2.0),
    ("trifft", Family::Agreement, 2.0),
    ("unwichtig", Family::Importance, -2.0),
    ("wichtig", Family::Importance, 2.0),
    ("unwahrscheinlich", Family::Likelihood, -2.0),
    ("wahrscheinlich", Family::Likelihood, 2.0),
    ("ungenügend", Family::Quality, -3.0),
    ("mangelhaft", Family::Quality, -2.0),
    ("ausreichend", Family::Quality, -1.0),
    ("befriedigend", Family::Quality, 1.0),
    ("ausgezeichnet", Family::Quality, 3.5),
    ("hervorragend", Family::Quality, 3.5),
    ("schlecht", Family::Quality, -2.0),
    ("gut", Family::Quality, 2.0),
    ("unacceptable", Family::Quality, -3.0),
    ("outstanding", Family::Quality, 3.5),
    ("dissatisfied", Family::Satisfaction, -2.0),
    ("unsatisfied", Family::Satisfaction, -2.0),
    ("satisfied", Family::Satisfaction, 2.0),
    ("unfavourably", Family::Satisfaction, -2.0),
    ("unfavorably", Family::Satisfaction, -2.0),
    ("favourably", Family::Satisfaction, 2.0),
    ("favorably", Family::Satisfaction, 2.0),
    ("unfavourable", Family::Satisfaction, -2.0),
    ("unfavorable", Family::Satisfaction, -2.0),
    ("favourable", Family::Satisfaction, 2.0),
    ("favorable", Family::Satisfaction, 2.0),
    ("disagree", Family::Agreement, -2.0),
    ("agree", Family::Agreement, 2.0),
    ("unimportant", Family::Importance, -2.0),
    ("important", Family::Importance, 2.0),
    ("unlikely", Family::Likelihood, -2.0),
    ("likely", Family::Likelihood, 2.0),
    ("belowaverage", Family::Quality, -1.0),
    ("aboveaverage", Family::Quality, 1.0),
    ("excellent", Family::Quality, 3.5),
    ("terrible", Family::Quality, -3.5),
    ("awful", Family::Quality, -3.5),
    ("good", Family::Quality, 2.0),
    ("poor", Family::Quality, -2.0),
    ("bad", Family::Quality, -2.0),
    ("满意", Family::Satisfaction, 2.0),
    ("同意", Family::Agreement, 2.0),
    ("认同", Family::Agreement, 2.0),
    ("赞同", Family::Agreement, 2.0),
    ("赞成", Family::Agreement, 2.0),
    ("符合", Family::Agreement, 2.0),
    ("重要", Family::Importance, 2.0),
    ("可能", Family::Likelihood, 2.0),
    ("愿意", Family::Likelihood, 2.0),
    ("不合格", Family::Quality, -3.0),
    ("优秀", Family::Quality, 3.5),
    ("良好", Family::Quality, 2.0),
    ("好", Family::Quality, 2.0),
    ("差", Family::Quality, -2.0),
    ("优", Family::Quality, 3.5),
    ("良", Family::Quality, 2.0),
];

/// What a word beside a stem does to it.
#[derive(Clone, Copy)]
enum Beside {
    Much(f64),
    Not,
    /// No and how much of it.
    NotMuch(f64),
    Nothing,
}

const MOST: Beside = Beside::Much(3.0);
const MUCH: Beside = Beside::Much(2.5);
const LITTLE: Beside = Beside::Much(1.0);

/// Longer ones before those they hold.
const BESIDE: [(&str, Beside); 74] = [
    ("überhauptnicht", Beside::NotMuch(3.0)),
    ("garnicht", Beside::NotMuch(3.0)),
    ("nicht", Beside::Not),
    ("vollundganz", MOST),
    ("vollkommen", MOST),
    ("völlig", MOST),
    ("voll", MOST),
    ("äußerst", MOST),
    ("sehr", MUCH),
    ("ziemlich", MUCH),
    ("eher", LITTLE),
    ("teilweise", LITTLE),
    ("weniger", Beside::NotMuch(1.0)),
    ("zu", Beside::Nothing),
    ("一点也不", Beside::NotMuch(3.0)),
    ("一点都不", Beside::NotMuch(3.0)),
    ("根本不", Beside::NotMuch(3.0)),
    ("毫不", Beside::NotMuch(3.0)),
    ("不怎么", Beside::NotMuch(1.0)),
    ("不是很", Beside::NotMuch(1.0)),
    ("不太", Beside::NotMuch(1.0)),
    ("不大", Beside::NotMuch(1.0)),
    ("不够", Beside::NotMuch(1.0)),
    ("不很", Beside::NotMuch(1.0)),
    ("非常", MOST),
    ("极其", MOST),
    ("极为", MOST),
    ("十分", MOST),
    ("特别", MOST),
    ("完全", MOST),
    ("强烈", MOST),
    ("极", MOST),
    ("最", MOST),
    ("很", MUCH),
    ("相当", MUCH),
    ("挺", MUCH),
    ("比较", LITTLE),
    ("较为", LITTLE),
    ("基本", LITTLE),
    ("还算", LITTLE),
    ("有点", LITTLE),
    ("有些", LITTLE),
    ("部分", LITTLE),
    ("大致", LITTLE),
    ("一般", LITTLE),
    ("略微", LITTLE),
    ("略", LITTLE),
    ("较", LITTLE),
    ("尚", LITTLE),
    ("不", Beside::Not),
    ("的", Beside::Nothing),
    ("地", Beside::Nothing),
    ("notatall", Beside::NotMuch(3.0)),
    ("notparticularly", Beside::NotMuch(1.0)),
    ("notvery", Beside::NotMuch(1.0)),
    ("nottoo", Beside::NotMuch(1.0)),
    ("notso", Beside::NotMuch(1.0)),
    ("not", Beside::Not),
    ("atall", MOST),
    ("extremely", MOST),
    ("completely", MOST),
    ("strongly", MOST),
    ("totally", MOST),
    ("highly", MOST),
    ("fully", MOST),
    ("very", MOST),
    ("quite", MUCH),
    ("mostly", MUCH),
    ("somewhat", LITTLE),
    ("slightly", LITTLE),
    ("moderately", LITTLE),
    ("fairly", LITTLE),
    ("rather", LITTLE),
    ("partly", LITTLE),
];

const MIDDLE: [&str; 21] = [
    "teils/teils",
    "teils-teils",
    "wedernoch",
    "一般",
    "普通",
    "中立",
    "中等",
    "中",
    "还行",
    "还可以",
    "尚可",
    "凑合",
    "一般般",
    "不好不坏",
    "无所谓",
    "不确定",
    "neutral",
    "average",
    "fair",
    "so-so",
    "undecided",
];

const NOT_APPLICABLE: [&str; 19] = [
    "weißnicht",
    "keineangabe",
    "不清楚",
    "不了解",
    "不知道",
    "不适用",
    "不涉及",
    "没用过",
    "未使用",
    "未接触",
    "无法评价",
    "不好说",
    "说不清",
    "n/a",
    "notapplicable",
    "unfamiliar",
    "don'tknow",
    "dontknow",
    "noopinion",
];

/// What a label says, with or without its letter, number or score.
pub(super) fn says(label: &str) -> Option<Says> {
    let text = folded(label);
    let known = |text: &str| bare(text).or_else(|| taken_off(text).find_map(|it| bare(it.label)));
    known(&text).or_else(|| known(&plainly(label)))
}

fn bare(label: &str) -> Option<Says> {
    let begins = |words: &[&str]| words.iter().any(|word| label.starts_with(word));
    match () {
        () if MIDDLE.contains(&label) || label.starts_with("neither") => Some(Says::Middle),
        () if begins(&NOT_APPLICABLE) => Some(Says::NotApplicable),
        () => degree(label),
    }
}

fn degree(label: &str) -> Option<Says> {
    let (stem, family, alone) = *STEMS.iter().find(|(stem, ..)| label.contains(stem))?;
    let (before, behind) = label.split_once(stem)?;
    let (mut much, mut sign) = (alone.abs(), alone.signum());
    for rest in [before, behind] {
        let mut rest = rest;
        while !rest.is_empty() {
            let (word, beside) = BESIDE.iter().find(|(word, _)| rest.starts_with(word))?;
            match beside {
                Beside::Much(how) => much = *how,
                Beside::Not => sign = -sign,
                Beside::NotMuch(how) => (much, sign) = (*how, -sign),
                Beside::Nothing => {}
            }
            rest = rest.get(word.len()..).unwrap_or_default();
        }
    }
    Some(Says::Degree(family, sign * much))
}

/// The label at the other end of a ladder, as far as its words have one.
pub(super) fn opposite(label: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 11] = [
        ("Zufrieden", "Unzufrieden"),
        ("zufrieden", "unzufrieden"),
        ("Satisfied", "Dissatisfied"),
        ("satisfied", "dissatisfied"),
        ("Agree", "Disagree"),
        ("agree", "disagree"),
        ("important", "unimportant"),
        ("likely", "unlikely"),
        ("满意", "不满意"),
        ("同意", "不同意"),
        ("好", "差"),
    ];
    let pair = PAIRS.iter().find(|(one, _)| label.contains(one));
    pair.map(|(one, other)| label.replacen(one, other, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn degrees(labels: &[&str]) -> Vec<f64> {
        let says = labels.iter().map(|label| says(label).unwrap());
        says.filter_map(Says::degree).collect()
    }

    #[test]
    fn usual_ladders_fall_from_best_to_worst() {
        for ladder in [
            "非常满意 满意 一般 不满意 非常不满意",
            "很满意 满意 比较满意 一般 不太满意 不满意 很不满意",
            "非常同意 比较同意 中立 不太同意 完全不同意",
            "很好 好 一般 差 很差",
            "优 良 中 差",
            "优秀 良好 一般 较差 差",
            "A.很满意 B.满意 C.一般 D.不满意",
            "很满意（5分） 满意（4分） 一般（3分）",
            "VerySatisfied Satisfied Neutral Dissatisfied VeryDissatisfied",
            "Excellent VeryGood Good Fair Poor",
            "StronglyAgree SomewhatAgree Neutral SomewhatDisagree StronglyDisagree",
            "非常重要 重要 一般 不重要 非常不重要",
            "SehrZufrieden Zufrieden Neutral Unzufrieden SehrUnzufrieden",
            "SehrGut Gut Befriedigend Ausreichend Mangelhaft Ungenügend",
            "TrifftVollZu TrifftEherZu Teils/Teils TrifftEherNichtZu TrifftÜberhauptNichtZu",
            "StimmeVollUndGanzZu StimmeZu Neutral StimmeNichtZu StimmeGarNichtZu",
        ] {
            let labels: Vec<&str> = ladder.split(' ').collect();
            let degrees = degrees(&labels);
            assert_eq!(degrees.len(), labels.len(), "{ladder}");
            let falls = |pair: &[f64]| pair[0] > pair[1];
            assert!(degrees.windows(2).all(falls), "{ladder}: {degrees:?}");
        }
    }

    #[test]
    fn what_is_no_label_of_a_ladder_says_nothing() {
        for other in [
            "男",
            "好的服务",
            "Goods",
            "满意度",
            "Bad Homburg",
            "可能性",
            "差旅",
            "北京",
            "",
        ] {
            assert_eq!(says(other), None, "{other}");
        }
        assert_eq!(says("不清楚"), Some(Says::NotApplicable));
        assert_eq!(says("Unfamiliar (N/A)"), Some(Says::NotApplicable));
    }

    #[test]
    fn the_other_end_is_said_in_the_same_words() {
        assert_eq!(opposite("非常满意").as_deref(), Some("非常不满意"));
        assert_eq!(
            opposite("Very satisfied").as_deref(),
            Some("Very dissatisfied")
        );
        assert_eq!(opposite("较好").as_deref(), Some("较差"));
        assert_eq!(opposite("Excellent"), None);
    }
}
