//! A company with waves of returns, made up in memory: price sinks, delivery dips and
//! recovers, one item is reworded, few or many answer.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use manyi::analysis::{Evidence, Filter, Surveyed, TrendLine, WaveFigures, figures, trend};
use manyi::model::{
    ActionId, ActionStep, AnswerColumn, CorrectiveAction, Customer, CustomerId, Data, Dimension,
    FrameEntry, ImportId, Item, ItemKind, LineageId, Origin, Questionnaire, Return, ReturnId,
    Revision, RevisionId, Rules, Scale, ScaleOption, Signatures, Stage, Subject, Survey, SurveyId,
    Wave, WaveId, WaveReturns, Workspace,
};

/// What kind of company.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    pub waves: usize,
    /// Of 30 customers.
    pub answers: usize,
    pub english: bool,
}

impl Default for Kind {
    fn default() -> Self {
        Self {
            waves: 6,
            answers: 24,
            english: false,
        }
    }
}

/// Everything a report needs.
pub struct Story {
    pub data: Data,
    pub returns: Vec<WaveReturns>,
    pub figures: Vec<WaveFigures>,
    pub filter: Filter,
}

const PERIODS: [&str; 6] = ["2023H2", "2024H1", "2024H2", "2025H1", "2025H2", "2026H1"];

/// One item of the story.
type Asked = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    f64,
    [f64; 6],
);

/// Code, Chinese and English, dimension, weight, mean of 1–5 in each wave.
const ITEMS: [Asked; 14] = [
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

impl Story {
    pub fn new(kind: Kind) -> Self {
        let say = |zh: &str, en: &str| if kind.english { en } else { zh }.to_owned();
        let mut data = Data {
            workspace: Workspace {
                company: say(
                    "苏州科瑞机电有限公司",
                    "Suzhou Kerui Electromechanical Co., Ltd.",
                ),
                document: "QR-9.3-02".to_owned(),
            },
            surveys: vec![Survey {
                id: SurveyId(1),
                name: say("销售客户满意度", "Sales customers"),
            }],
            revisions: vec![revision(1, kind), revision(2, kind)],
            customers: (0..30).map(customer).collect(),
            ..Data::default()
        };
        let mut returns = Vec::new();
        for (at, period) in PERIODS.iter().enumerate().skip(6 - kind.waves) {
            let id = WaveId(at as i64 + 1);
            data.waves.push(Wave {
                id,
                survey: SurveyId(1),
                period: period.parse().unwrap(),
                label: String::new(),
                revision: RevisionId(if at < 2 { 1 } else { 2 }),
                opened: date(2026, 6, 1),
            });
            data.frames
                .insert(id, (0..30).map(|at| entry(id, at)).collect());
            returns.push(answers(id, at, kind));
        }
        let mut story = Self {
            data,
            returns,
            figures: Vec::new(),
            filter: Filter::default(),
        };
        story.data.actions = actions(kind);
        story.compute();
        story
    }

    /// Computes every figure again, after a change of the data.
    pub fn compute(&mut self) {
        self.figures = self
            .data
            .waves
            .iter()
            .zip(&self.returns)
            .map(|(wave, returns)| {
                let revision = self.data.revision(wave.revision).unwrap();
                figures(
                    &revision.questionnaire,
                    returns,
                    self.data.frame(wave.id),
                    &self.data.customers,
                    &self.filter,
                )
            })
            .collect();
    }

    pub fn survey(&self) -> &Survey {
        &self.data.surveys[0]
    }

    pub fn surveyed(&self, at: usize) -> Surveyed<'_> {
        let wave = &self.data.waves[at];
        Surveyed {
            wave,
            revision: self.data.revision(wave.revision).unwrap(),
            figures: &self.figures[at],
        }
    }

    pub fn newest(&self) -> usize {
        self.data.waves.len() - 1
    }

    pub fn lines(&self) -> Vec<TrendLine> {
        let waves: Vec<Surveyed> = (0..self.data.waves.len())
            .map(|at| self.surveyed(at))
            .collect();
        let dimensions = &self
            .surveyed(self.newest())
            .revision
            .questionnaire
            .dimensions;
        let mut subjects = vec![Subject::Index];
        subjects.extend(
            dimensions
                .iter()
                .filter(|dimension| dimension.parent.is_none())
                .map(|dimension| Subject::Dimension(dimension.code.clone())),
        );
        trend(&waves, &self.data.revisions, &subjects)
    }

    pub fn evidence(&self) -> Evidence<'_> {
        let newest = self.newest();
        Evidence {
            current: self.surveyed(newest),
            previous: newest.checked_sub(1).map(|at| self.surveyed(at)),
            revisions: &self.data.revisions,
            returns: &self.returns[newest],
            frame: self.data.frame(self.data.waves[newest].id),
            customers: &self.data.customers,
            filter: &self.filter,
        }
    }
}

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

fn revision(number: u32, kind: Kind) -> Revision {
    let items = (1..)
        .zip(ITEMS)
        .map(|(lineage, (code, zh, en, dimension, weight, _))| Item {
            lineage: LineageId(lineage),
            origin: match (number, code) {
                (1, _) => Origin::New,
                (_, "DE1") => Origin::Reworded,
                _ => Origin::Same,
            },
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
        },
    }
}

fn customer(at: i64) -> Customer {
    let region = ["华东", "华南", "华中"][at as usize % 3];
    let sector = if at % 10 == 3 { "医疗" } else { "电子" };
    Customer {
        id: CustomerId(100 + at),
        code: format!("C{:03}", at + 1),
        name: format!("客户{:02}", at + 1),
        turnover: Some(1000.0 / (at + 1) as f64),
        key: at < 5,
        attributes: BTreeMap::from([
            ("区域".to_owned(), region.to_owned()),
            ("行业".to_owned(), sector.to_owned()),
        ]),
    }
}

fn entry(wave: WaveId, at: i64) -> FrameEntry {
    let customer = customer(at);
    FrameEntry {
        wave,
        customer: customer.id,
        issued: (at < 28).then_some(date(2026, 6, 2)),
        channel: "问卷星".to_owned(),
        turnover: customer.turnover,
        key: customer.key,
        attributes: customer.attributes,
    }
}

fn answers(wave: WaveId, at: usize, kind: Kind) -> WaveReturns {
    let returns = (0..kind.answers as i64 + 1).map(|row| Return {
        id: ReturnId(at as i64 * 100 + row),
        wave,
        import: ImportId(1),
        row: row as u32 + 2,
        customer: Some(CustomerId(100 + row)),
        customer_text: String::new(),
        respondent: "李工".to_owned(),
        date: Some(date(2026, 6, 12)),
        channel: "问卷星".to_owned(),
        collector: String::new(),
        void: (row == kind.answers as i64).then(|| "作答不足一半".to_owned()),
    });
    let columns = ITEMS.iter().enumerate().map(|(item, (.., means))| {
        let codes = (0..=kind.answers).map(|row| {
            // A fixed scatter around the mean, even over 24 customers.
            let place = (row * 7 + item * 5 + at * 11) % 24;
            let scatter = place as f64 / 23.0 * 2.4 - 1.2;
            let score = (means[at] + scatter).round().clamp(1.0, 5.0);
            let unsure = (row + 3 * item + at).is_multiple_of(61);
            if unsure { 5 } else { (5.0 - score) as u8 }
        });
        AnswerColumn::Choice(codes.collect())
    });
    WaveReturns {
        wave,
        returns: returns.collect(),
        columns: columns.collect(),
    }
}

fn actions(kind: Kind) -> Vec<CorrectiveAction> {
    let say = |zh: &str, en: &str| if kind.english { en } else { zh }.to_owned();
    let action =
        |number: &str, title: String, owner: &str, due: Date, stage: Stage| CorrectiveAction {
            id: ActionId(1),
            number: number.to_owned(),
            survey: SurveyId(1),
            title,
            department: say("销售部", "Sales"),
            owner: owner.to_owned(),
            cause: String::new(),
            measure: String::new(),
            due: Some(due),
            evidence: Vec::new(),
            steps: vec![ActionStep {
                stage,
                date: date(2026, 1, 5),
                who: "李敏".to_owned(),
                note: String::new(),
                reopened: false,
            }],
        };
    vec![
        action(
            "CA-2025-03",
            say(
                "交付：关键物料安全库存",
                "Delivery: safety stock of key materials",
            ),
            "何军",
            date(2025, 9, 30),
            Stage::Closed,
        ),
        action(
            "CA-2026-03",
            say(
                "投诉回复超过 3 天的 4 起",
                "Four complaints answered after 3 days",
            ),
            "孙琳",
            date(2026, 6, 24),
            Stage::Analysis,
        ),
        action(
            "CA-2026-04",
            say(
                "价格水平：按客户说明成本构成，答复年降方案",
                "Prices: explain costs to each customer, answer on yearly reductions",
            ),
            "王强",
            date(2026, 8, 31),
            Stage::UnderWay,
        ),
    ]
}
