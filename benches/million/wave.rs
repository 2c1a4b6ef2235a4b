//! A wave of a million returns, made from a fixed seed.

use manyi::model::{
    AnswerColumn, Dimension, Item, ItemKind, LineageId, Origin, Period, PeriodKind, Questionnaire,
    Return, ReturnId, Revision, RevisionId, Scale, ScaleOption, SurveyId, Wave, WaveId,
    WaveReturns,
};

const RETURNS: usize = 1_000_000;
const ITEMS: usize = 40;
/// Items of the eight dimensions, all scored; the rest are to split by.
const SCORED: usize = 28;
const DIMENSIONS: usize = 8;

/// The answers of each column.
pub fn codes(returns: &WaveReturns) -> impl Iterator<Item = &[u8]> {
    returns.columns.iter().filter_map(|column| match column {
        AnswerColumn::Choice(codes) => Some(codes.as_slice()),
        AnswerColumn::Other(_) => None,
    })
}

fn scale(options: usize, scored: bool) -> Scale {
    let option = |at: usize| ScaleOption {
        label: format!("{}", options - at),
        score: scored.then_some((options - at) as f64),
        satisfied: scored && at < 2,
        aliases: Vec::new(),
    };
    Scale {
        order_assumed: false,
        name: String::new(),
        options: (0..options).map(option).collect(),
    }
}

fn item(at: usize) -> Item {
    let scored = at < SCORED;
    Item {
        lineage: LineageId(at as i64 + 1),
        origin: Origin::New,
        from: Vec::new(),
        code: format!("I{at}"),
        text: format!("Item {at}"),
        dimension: scored.then(|| format!("D{}", at % DIMENSIONS)),
        kind: if scored {
            ItemKind::Rating
        } else {
            ItemKind::Single
        },
        scale: Some(if scored {
            scale(5, true)
        } else {
            scale(8, false)
        }),
        scored,
        weight: 1.0,
        required: false,
        segment: !scored,
        importance_of: None,
        aliases: Vec::new(),
    }
}

/// What was asked, and what came.
pub fn million() -> (Revision, WaveReturns) {
    let dimension = |at: usize| Dimension {
        code: format!("D{at}"),
        name: format!("D{at}"),
        parent: None,
        weight: (at + 1) as f64,
    };
    let questionnaire = Questionnaire {
        dimensions: (0..DIMENSIONS).map(dimension).collect(),
        items: (0..ITEMS).map(item).collect(),
        ..Questionnaire::default()
    };
    let mut random = fastrand::Rng::with_seed(7);
    let column = |at: usize| {
        let most = if at < SCORED { 5 } else { 8 };
        let codes = (0..RETURNS).map(|_| match random.u8(0..32) {
            0 => AnswerColumn::BLANK,
            _ => random.u8(0..most),
        });
        AnswerColumn::Choice(codes.collect())
    };
    let returns = WaveReturns {
        wave: WaveId(1),
        columns: (0..ITEMS).map(column).collect(),
        returns: (0..RETURNS).map(returned).collect(),
        tagged: Vec::new(),
    };
    let revision = Revision {
        questionnaire,
        ..Revision::first(RevisionId(1), SurveyId(1))
    };
    (revision, returns)
}

/// The wave they came in.
pub fn wave() -> Option<Wave> {
    Some(Wave {
        id: WaveId(1),
        survey: SurveyId(1),
        period: Period::new(PeriodKind::Half, 2026, 1)?,
        label: String::new(),
        revision: RevisionId(1),
        opened: jiff::civil::date(2026, 5, 1),
        choice: None,
        closings: Vec::new(),
    })
}

fn returned(at: usize) -> Return {
    Return {
        id: ReturnId(at as i64 + 1),
        wave: WaveId(1),
        import: None,
        row: 0,
        customer: None,
        customer_text: String::new(),
        respondent: String::new(),
        role: String::new(),
        date: None,
        channel: String::new(),
        collector: String::new(),
        seconds: None,
        late: false,
        void: None,
    }
}
