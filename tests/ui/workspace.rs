//! A small workspace made through the write door: two dimensions of two items each, one wave.

use std::path::Path;

use jiff::civil::date;
use manyi::model::{
    Change, Customer, CustomerId, Dimension, Edit, FrameEntry, Item, ItemKind, LineageId, Origin,
    Preset, Questionnaire, Revision, RevisionId, Rules, Scale, ScaleOption, Signatures, Step,
    StepKind, Survey, SurveyId, Wave, WaveId, Workspace,
};
use manyi::store::Store;

fn scale() -> Scale {
    let labels = ["很满意", "满意", "一般", "不满意", "很不满意"];
    let options = labels.iter().zip(Preset::Five.options());
    Scale {
        order_assumed: false,
        name: "五级".to_owned(),
        options: options
            .map(|(label, (score, satisfied))| ScaleOption {
                label: (*label).to_owned(),
                score: Some(score),
                satisfied,
                aliases: Vec::new(),
            })
            .collect(),
    }
}

fn item(store: &Store, code: &str, text: &str, dimension: &str) -> Item {
    Item {
        lineage: LineageId(store.fresh_id()),
        origin: Origin::New,
        from: Vec::new(),
        code: code.to_owned(),
        text: text.to_owned(),
        dimension: Some(dimension.to_owned()),
        kind: ItemKind::Rating,
        scale: Some(scale()),
        scored: true,
        weight: 1.0,
        required: false,
        segment: false,
        importance_of: None,
        aliases: Vec::new(),
    }
}

fn dimension(code: &str, name: &str, weight: f64) -> Dimension {
    Dimension {
        code: code.to_owned(),
        name: name.to_owned(),
        parent: None,
        weight,
    }
}

fn revision(store: &Store, survey: SurveyId) -> Revision {
    Revision {
        id: RevisionId(store.fresh_id()),
        survey,
        number: 1,
        label: "A/1".to_owned(),
        document: "QR-8.2-03".to_owned(),
        effective: None,
        parent: None,
        frozen: false,
        signatures: Signatures::default(),
        questionnaire: Questionnaire {
            title: "客户满意度调查表".to_owned(),
            rules: Rules::default(),
            dimensions: vec![
                dimension("QU", "产品质量", 60.0),
                dimension("PR", "价格", 40.0),
            ],
            items: vec![
                item(store, "QU1", "产品质量的稳定性", "QU"),
                item(store, "QU2", "外观、包装与标识", "QU"),
                item(store, "PR1", "价格水平", "PR"),
                item(store, "PR2", "报价清楚、及时", "PR"),
            ],
            ..Questionnaire::default()
        },
    }
}

fn changes(store: &Store) -> (Vec<Change>, Survey, Revision) {
    let survey = Survey {
        id: SurveyId(store.fresh_id()),
        name: "销售客户满意度".to_owned(),
    };
    let revision = revision(store, survey.id);
    let changes = vec![
        Change::Survey(Edit::created(survey.clone())),
        Change::Revision(Box::new(Edit::created(revision.clone()))),
    ];
    (changes, survey, revision)
}

fn create(path: &Path) -> Store {
    let workspace = Workspace {
        company: "苏州科瑞机电".to_owned(),
        document: "QR-9.3-02".to_owned(),
    };
    Store::create(path, &workspace).unwrap()
}

/// A questionnaire that can still be edited, and no wave.
pub fn draft(path: &Path) {
    let mut store = create(path);
    let (changes, ..) = changes(&store);
    store
        .apply(&Step::new(StepKind::SetUp, "", changes))
        .unwrap();
}

/// The same with an opened wave of three customers, so that the questionnaire is frozen.
pub fn frozen(path: &Path) {
    let mut store = create(path);
    let (mut changes, survey, revision) = changes(&store);
    let wave = Wave {
        id: WaveId(store.fresh_id()),
        survey: survey.id,
        period: "2026H1".parse().unwrap(),
        label: String::new(),
        revision: revision.id,
        opened: date(2026, 5, 1),
        choice: None,
        closings: Vec::new(),
    };
    changes.push(revision.freeze(true));
    changes.push(Change::Wave(Edit::created(wave.clone())));
    for (code, name) in [
        ("C001", "昆山联拓精密"),
        ("C002", "东莞铭昇塑胶"),
        ("C003", "苏州启衡电子"),
    ] {
        let customer = Customer {
            id: CustomerId(store.fresh_id()),
            code: code.to_owned(),
            name: name.to_owned(),
            turnover: Some(100.0),
            key: false,
            attributes: Default::default(),
        };
        changes.push(Change::Frame(Edit::created(FrameEntry {
            wave: wave.id,
            customer: customer.id,
            issued: Some(date(2026, 5, 2)),
            channel: String::new(),
            collector: None,
            excluded: None,
            turnover: customer.turnover,
            key: false,
            attributes: Default::default(),
        })));
        changes.insert(0, Change::Customer(Edit::created(customer)));
    }
    store
        .apply(&Step::new(StepKind::SetUp, "", changes))
        .unwrap();
}
