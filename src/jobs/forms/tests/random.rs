//! A questionnaire and answers to it, made up.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::i18n::Language;
use crate::model::{
    Answer, Customer, CustomerId, Dimension, Item, ItemKind, LineageId, Origin, Questionnaire,
    Scale, ScaleOption,
};

/// What is asked, and what a customer fills in.
pub(super) struct Case {
    pub asked: Questionnaire,
    pub language: Language,
    pub answers: Vec<Answer>,
    pub respondent: String,
    pub date: Option<Date>,
}

pub(super) fn customer() -> Customer {
    Customer {
        id: CustomerId(3),
        code: "C'0=3".to_owned(),
        name: "=昆山 & <澜拓>".to_owned(),
        turnover: Some(1.0),
        key: true,
        attributes: BTreeMap::new(),
    }
}

/// How a form calls that customer.
pub(super) fn shown(language: Language) -> &'static str {
    match language {
        Language::Zh => "=昆山 & <澜拓>（C'0=3）",
        Language::En => "=昆山 & <澜拓> (C'0=3)",
    }
}

const LABELS: [&str; 12] = [
    "很满意",
    "满意",
    "一般",
    "Very good",
    "fair",
    "不满意",
    "差",
    "5",
    "√",
    "a;b",
    "不适用",
    "n/a",
];

fn scale(seed: &mut fastrand::Rng, most: usize, numbers: bool) -> Scale {
    let count = seed.usize(2..=most);
    let labels: Vec<String> = match numbers {
        true => (1..=count).map(|it| it.to_string()).collect(),
        false => {
            let mut labels = LABELS.map(str::to_owned).to_vec();
            labels.extend((0..12).map(|it| format!("选项{it}, \"x\" & <y>")));
            seed.shuffle(&mut labels);
            labels.truncate(count);
            labels
        }
    };
    let options = labels.into_iter().enumerate();
    Scale {
        order_assumed: false,
        name: "scale".to_owned(),
        options: options
            .map(|(at, label)| ScaleOption {
                label,
                score: Some(at as f64 + 1.0),
                satisfied: at == 0,
                aliases: Vec::new(),
            })
            .collect(),
    }
}

fn item(seed: &mut fastrand::Rng, at: i64, shared: &Scale) -> Item {
    let kind = match seed.u8(0..10) {
        0..4 => ItemKind::Rating,
        4 => ItemKind::YesNo,
        5 => ItemKind::Single,
        6 => ItemKind::Multi,
        7 => ItemKind::Nps,
        8 => ItemKind::Number,
        _ => match seed.bool() {
            true => ItemKind::Text,
            false => ItemKind::Date,
        },
    };
    let own = |seed: &mut fastrand::Rng| match seed.bool() {
        true => shared.clone(),
        false => {
            let numbers = seed.u8(0..5) == 0;
            scale(seed, 14, numbers)
        }
    };
    Item {
        lineage: LineageId(at * (1 << seed.u32(0..40)) + 1),
        origin: Origin::New,
        from: Vec::new(),
        code: format!("Q{at}"),
        text: match seed.u8(0..4) {
            0 => "Quality of the products ".repeat(seed.usize(1..12)),
            1 => "=SUM(A1)".to_owned(),
            _ => "产品质量的稳定性，包括外观和包装".repeat(seed.usize(1..4)),
        },
        dimension: seed.bool().then(|| "D".to_owned()),
        kind,
        scored: kind.scored_by_default(),
        scale: kind.has_scale().then(|| own(seed)),
        weight: 1.0,
        required: seed.bool(),
        segment: false,
        importance_of: None,
        aliases: Vec::new(),
    }
}

fn answer(seed: &mut fastrand::Rng, item: &Item) -> Answer {
    let count = item.scale.as_ref().map_or(0, |it| it.options.len()) as u8;
    match item.kind {
        _ if !item.required && seed.u8(0..5) == 0 => Answer::Blank,
        ItemKind::Rating | ItemKind::YesNo | ItemKind::Single => Answer::Option(seed.u8(0..count)),
        ItemKind::Multi => {
            let mut ticked: Vec<u8> = (0..count).filter(|_| seed.bool()).collect();
            if ticked.is_empty() {
                ticked.push(0);
            }
            Answer::Options(ticked)
        }
        ItemKind::Nps => Answer::Number(f64::from(seed.u8(0..=10))),
        ItemKind::Number => Answer::Number(f64::from(seed.i32(-900..900)) / 4.0),
        ItemKind::Text => Answer::Text("交期太紧 & \"急\" <单>".repeat(seed.usize(1..9))),
        ItemKind::Date => Answer::Text(day(seed).to_string()),
    }
}

fn day(seed: &mut fastrand::Rng) -> Date {
    date(seed.i16(2001..2040), seed.i8(1..13), seed.i8(1..29))
}

/// One of them. Every lineage is its own.
pub(super) fn answers(seed: &mut fastrand::Rng) -> Case {
    let shared = scale(seed, 7, false);
    let mut items: Vec<Item> = Vec::new();
    for at in 1..=seed.i64(1..30) {
        let item = item(seed, at, &shared);
        if items.iter().all(|other| other.lineage != item.lineage) {
            items.push(item);
        }
    }
    let mut answers: Vec<Answer> = items.iter().map(|item| answer(seed, item)).collect();
    let written = [Answer::Text("好".to_owned()), Answer::Number(1.0)];
    if answers.iter().all(Answer::is_empty) {
        let first = items.first().map(|item| item.kind);
        answers[0] = match first {
            Some(ItemKind::Text) => written[0].clone(),
            Some(ItemKind::Number | ItemKind::Nps) => written[1].clone(),
            Some(ItemKind::Date) => Answer::Text(day(seed).to_string()),
            Some(ItemKind::Multi) => Answer::Options(vec![0]),
            _ => Answer::Option(0),
        };
    }
    let asked = Questionnaire {
        title: "客户满意度调查表 'A' & <B>".to_owned(),
        dimensions: vec![Dimension {
            code: "D".to_owned(),
            name: "质量 & <其他>".to_owned(),
            parent: None,
            weight: 1.0,
        }],
        items,
        ..Questionnaire::default()
    };
    Case {
        asked,
        language: Language::ALL[seed.usize(..2)],
        answers,
        respondent: ["", "李四", "007"][seed.usize(..3)].to_owned(),
        date: seed.bool().then(|| day(seed)),
    }
}
