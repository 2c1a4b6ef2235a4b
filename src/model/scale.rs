//! Scales: the ordered options of one item, each with its own score.
//!
//! Labels have no meaning of their own: 比较满意 is 3 of 5 on one form and 4 of 5 on another,
//! so there is no dictionary of labels anywhere, only the scale an item carries.

/// One answer that can be ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleOption {
    pub label: String,
    /// `None`: no answer (不清楚, 不适用), left out of every mean.
    pub score: Option<f64>,
    /// Counts towards the satisfaction rate.
    pub satisfied: bool,
    /// Other spellings an import reads as this option.
    pub aliases: Vec<String>,
}

/// The options of an item in the order of the form, usually best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    pub name: String,
    pub options: Vec<ScaleOption>,
    /// Nobody told the order of the options, as where they were met one by one in answers: a
    /// number cannot mean a place among them.
    pub order_assumed: bool,
}

impl Scale {
    /// Full marks: the highest score of an option, `None` when no option has one.
    pub fn max(&self) -> Option<f64> {
        self.scores().reduce(f64::max)
    }

    /// The lowest score of an option.
    pub fn min(&self) -> Option<f64> {
        self.scores().reduce(f64::min)
    }

    /// The scores of the options that have one, in order.
    pub fn scores(&self) -> impl Iterator<Item = f64> + '_ {
        self.options.iter().filter_map(|option| option.score)
    }

    /// Whether any option counts as satisfied; without one the rate is undefined.
    pub fn has_satisfied(&self) -> bool {
        self.options.iter().any(|option| option.satisfied)
    }
}

/// Which end of a scale is the best, in the order its options stand in or its numbers grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BestEnd {
    First,
    Last,
}

/// The ready-made scales of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// 5-4-3-2-1
    Five,
    /// 5-3-1
    Three,
    /// 5-4-3-1
    FourGraded,
    /// 差 / 一般 / 好 / 很好
    FourQuality,
    /// 7 to 1
    Seven,
    /// 10 to 1
    Ten,
    /// 是 / 否
    YesNo,
}

impl Preset {
    pub const ALL: [Self; 7] = [
        Self::Five,
        Self::Three,
        Self::FourGraded,
        Self::FourQuality,
        Self::Seven,
        Self::Ten,
        Self::YesNo,
    ];

    /// The one whose scores and flags these are.
    pub fn of(scale: &Scale) -> Option<Self> {
        let scored = |option: &ScaleOption| Some((option.score?, option.satisfied));
        let scored: Vec<(f64, bool)> = scale.options.iter().filter_map(scored).collect();
        let mut all = Self::ALL.into_iter();
        all.find(|preset| preset.options() == scored)
    }

    /// Score and satisfied flag of each option, best first. The labels are the language's.
    pub fn options(self) -> Vec<(f64, bool)> {
        let top = |scores: &[f64], satisfied: usize| {
            scores
                .iter()
                .enumerate()
                .map(|(at, score)| (*score, at < satisfied))
                .collect()
        };
        match self {
            Self::Five => top(&[5.0, 4.0, 3.0, 2.0, 1.0], 2),
            Self::Three => top(&[5.0, 3.0, 1.0], 1),
            Self::FourGraded => top(&[5.0, 4.0, 3.0, 1.0], 2),
            Self::FourQuality => top(&[4.0, 3.0, 2.0, 1.0], 3),
            Self::Seven => top(&[7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0], 2),
            Self::Ten => top(&[10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0], 2),
            Self::YesNo => top(&[1.0, 0.0], 1),
        }
    }
}
