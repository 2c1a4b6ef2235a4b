//! A questionnaire with an item of every shape an answer can have.

use crate::model::{
    Dimension, Influence, Item, ItemKind, LineageId, Origin, Questionnaire, Rules, Scale,
    ScaleOption,
};

fn scale() -> Scale {
    let option = |label: &str, score, satisfied| ScaleOption {
        label: label.to_owned(),
        score,
        satisfied,
        aliases: Vec::new(),
    };
    Scale {
        order_assumed: true,
        name: "五级".to_owned(),
        options: vec![
            option("很满意", Some(5.0), true),
            option("满意", Some(4.0), true),
            option("一般", Some(3.0), false),
            option("不满意", Some(1.5), false),
            option("不清楚", None, false),
        ],
    }
}

pub(in crate::store) fn questionnaire() -> Questionnaire {
    let item = |lineage, code: &str, kind: ItemKind| Item {
        lineage: LineageId(lineage),
        origin: Origin::New,
        from: Vec::new(),
        code: code.to_owned(),
        text: format!("{code} 如何?"),
        dimension: kind.scored_by_default().then(|| "Q".to_owned()),
        kind,
        scale: kind.has_scale().then(scale),
        scored: kind.scored_by_default(),
        // A fraction whose digits do not survive a parser that rounds twice.
        weight: 1.0 / 11.0,
        required: false,
        segment: false,
        importance_of: None,
        aliases: vec!["别名".to_owned()],
    };
    Questionnaire {
        title: "客户满意度调查表".to_owned(),
        rules: Rules::default(),
        dimensions: vec![Dimension {
            code: "Q".to_owned(),
            name: "质量".to_owned(),
            parent: None,
            weight: 0.6,
        }],
        items: vec![
            item(901, "Q1", ItemKind::Rating),
            item(902, "Q2", ItemKind::Rating),
            item(903, "M1", ItemKind::Multi),
            item(904, "N1", ItemKind::Nps),
            item(905, "T1", ItemKind::Text),
        ],
        influences: vec![Influence {
            from: "Q".to_owned(),
            to: "Q".to_owned(),
        }],
        translations: [(
            "en".to_owned(),
            [("质量".to_owned(), "Quality".to_owned())].into(),
        )]
        .into(),
    }
}
