//! What the company asks.

use manyi::model::{
    Dimension, Item, ItemKind, LineageId, Origin, Questionnaire, Revision, RevisionId, Rules,
    Scale, ScaleOption, Signatures, SurveyId,
};

use super::Kind;

/// One item of the story.
pub type Asked = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    f64,
    [f64; 6],
);

/// Code, Chinese and English, dimension, weight, mean of 1–5 in each wave.
pub const ITEMS: [Asked; 14] = [
    (
        "QU1",
        "产品质量的稳定性",
        "Steady product quality",
        "QU",
        40.0,
        [4.4, 4.4, 4.5, 4.4, 4.5, 4.4],
    ),
    (
        "QU2",
        "外观、包装与标识",
        "Finish, packing and labels",
        "QU",
        25.0,
        [4.3, 4.4, 4.3, 4.3, 4.4, 4.4],
    ),
    (
        "QU3",
        "质量异常的处理",
        "Handling of quality problems",
        "QU",
        35.0,
        [4.2, 4.3, 4.3, 4.3, 4.4, 4.3],
    ),
    (
        "DE1",
        "按约定日期交货",
        "Delivery on the agreed date",
        "DE",
        45.0,
        [4.3, 4.3, 4.2, 3.5, 4.1, 4.4],
    ),
    (
        "DE2",
        "数量与单据准确",
        "Correct quantities and papers",
        "DE",
        25.0,
        [4.3, 4.3, 4.3, 3.9, 4.2, 4.3],
    ),
    (
        "DE3",
        "急单的响应",
        "Response to urgent orders",
        "DE",
        30.0,
        [4.2, 4.2, 4.1, 3.4, 4.0, 4.3],
    ),
    (
        "PR1",
        "与同类供应商相比，我公司产品的价格",
        "Our prices against comparable suppliers",
        "PR",
        40.0,
        [4.1, 3.9, 3.8, 3.6, 3.5, 3.1],
    ),
    (
        "PR2",
        "报价清楚、及时",
        "Quotations clear and prompt",
        "PR",
        30.0,
        [4.2, 4.1, 4.0, 4.0, 3.9, 3.8],
    ),
    (
        "PR3",
        "付款与结算条件",
        "Payment and settlement terms",
        "PR",
        30.0,
        [4.2, 4.1, 4.1, 4.0, 4.0, 3.9],
    ),
    (
        "CO1",
        "业务人员的响应",
        "Response of our sales people",
        "CO",
        40.0,
        [4.3, 4.3, 4.4, 4.3, 4.4, 4.3],
    ),
    (
        "CO2",
        "技术支持",
        "Technical support",
        "CO",
        30.0,
        [4.2, 4.3, 4.3, 4.3, 4.4, 4.3],
    ),
    (
        "CO3",
        "投诉的处理",
        "Handling of complaints",
        "CO",
        30.0,
        [4.3, 4.3, 4.3, 4.3, 4.4, 4.3],
    ),
    (
        "HS1",
        "环保资料（RoHS、REACH）提供及时",
        "RoHS and REACH papers in time",
        "HS",
        50.0,
        [4.4, 4.4, 4.5, 4.5, 4.5, 4.4],
    ),
    (
        "HS2",
        "标识与证明完整",
        "Complete labels and certificates",
        "HS",
        50.0,
        [4.4, 4.5, 4.5, 4.5, 4.6, 4.3],
    ),
];

const DIMENSIONS: [(&str, &str, &str, f64); 5] = [
    ("QU", "产品质量", "Product quality", 30.0),
    ("DE", "交付及时", "On-time delivery", 25.0),
    ("PR", "价格", "Price", 15.0),
    ("CO", "配合度", "Cooperation", 20.0),
    ("HS", "有害物质管理", "Hazardous substances", 10.0),
];

pub fn scale(english: bool) -> Scale {
    let labels = if english {
        [
            "Very satisfied",
            "Satisfied",
            "Neutral",
            "Dissatisfied",
            "Very dissatisfied",
            "Not sure",
        ]
    } else {
        ["很满意", "满意", "一般", "不满意", "很不满意", "不清楚"]
    };
    Scale {
        order_assumed: false,
        name: if english { "Five" } else { "五级" }.to_owned(),
        options: labels
            .iter()
            .enumerate()
            .map(|(at, label)| ScaleOption {
                label: (*label).to_owned(),
                score: (at < 5).then_some(5.0 - at as f64),
                satisfied: at < 2,
                aliases: Vec::new(),
            })
            .collect(),
    }
}

pub fn revision(number: u32, kind: Kind) -> Revision {
    let items = (1..)
        .zip(ITEMS)
        .map(|(lineage, (code, zh, en, dimension, weight, _))| Item {
            lineage: LineageId(lineage),
            origin: match (number, code) {
                (1, _) => Origin::New,
                (_, "DE1") => Origin::Reworded,
                _ => Origin::Same,
            },
            from: Vec::new(),
            code: code.to_owned(),
            text: if kind.english { en } else { zh }.to_owned(),
            dimension: Some(dimension.to_owned()),
            kind: ItemKind::Rating,
            scale: Some(scale(kind.english)),
            scored: true,
            weight,
            required: true,
            segment: false,
            importance_of: None,
            aliases: Vec::new(),
        });
    Revision {
        id: RevisionId(i64::from(number)),
        survey: SurveyId(1),
        number,
        label: format!("A/{}", number + 1),
        document: "QR-8.2-03".to_owned(),
        effective: None,
        parent: (number > 1).then_some(RevisionId(1)),
        frozen: true,
        signatures: Signatures::default(),
        questionnaire: Questionnaire {
            title: if kind.english {
                "Customer satisfaction survey"
            } else {
                "客户满意度调查表"
            }
            .to_owned(),
            rules: Rules::default(),
            dimensions: DIMENSIONS
                .iter()
                .map(|(code, zh, en, weight)| Dimension {
                    code: (*code).to_owned(),
                    name: if kind.english { *en } else { *zh }.to_owned(),
                    parent: None,
                    weight: *weight,
                })
                .collect(),
            items: items.collect(),
            ..Questionnaire::default()
        },
    }
}
