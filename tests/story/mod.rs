//! A company with waves of returns, made up in memory: price sinks, delivery dips and
//! recovers, one item is reworded, few or many answer.

mod questionnaire;

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use manyi::analysis::{
    Compare, Evidence, Filter, Surveyed, TrendLine, WaveFigures, changes, figures, trend,
};
use manyi::model::{
    ActionId, ActionStep, AnswerColumn, CorrectiveAction, Customer, CustomerId, Data, FrameEntry,
    ImportId, Return, ReturnId, RevisionId, Stage, Subject, Survey, SurveyId, Wave, WaveId,
    WaveReturns, Workspace,
};
use questionnaire::{ITEMS, revision};

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
            }]
            .into(),
            revisions: vec![revision(1, kind), revision(2, kind)].into(),
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
                choice: None,
                closings: Vec::new(),
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
        story.data.actions = actions(kind).into();
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
        for newer in 1..self.figures.len() {
            let (after, revisions) = (self.compare(newer), &self.data.revisions);
            let since = (0..newer)
                .rev()
                .map(|older| changes(&self.compare(older), &after, Vec::new(), revisions).shown());
            self.figures[newer].changes = since.collect();
        }
    }

    fn compare(&self, at: usize) -> Compare<'_> {
        let Surveyed {
            wave,
            revision,
            figures,
        } = self.surveyed(at);
        Compare {
            wave,
            revision,
            measure: &revision.questionnaire,
            returns: &self.returns[at],
            frame: self.data.frame(wave.id),
            customers: &self.data.customers,
            filter: &self.filter,
            figures,
        }
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
        trend(&waves, &self.data.revisions, &[], &subjects)
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
        collector: None,
        excluded: None,
        turnover: customer.turnover,
        key: customer.key,
        attributes: customer.attributes,
    }
}

fn answers(wave: WaveId, at: usize, kind: Kind) -> WaveReturns {
    let returns = (0..kind.answers as i64 + 1).map(|row| Return {
        id: ReturnId(at as i64 * 100 + row),
        wave,
        import: Some(ImportId(1)),
        row: row as u32 + 2,
        customer: Some(CustomerId(100 + row)),
        customer_text: String::new(),
        respondent: "李工".to_owned(),
        role: String::new(),
        seconds: None,
        late: false,
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
        tagged: Vec::new(),
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
