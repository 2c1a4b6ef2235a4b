//! A label or a score in a cell of its own, among others that are not the answer.

use super::answer::{Answers, Beside, Place, is_option};
use super::question::Question;
use super::text;
use super::under::ABOVE;
use crate::intake::cell::Cell;
use crate::intake::normal::folded;
use crate::intake::options::Options;

/// What stands above answers.
const ANSWERS: [&str; 17] = [
    "得分",
    "评分",
    "打分",
    "评价",
    "评定",
    "分数",
    "满意度",
    "满意程度",
    "答案",
    "选择",
    "结果",
    "回答",
    "score",
    "rating",
    "answer",
    "result",
    "response",
];
/// What stands above something else.
const OTHERS: [&str; 22] = [
    "权重",
    "序号",
    "满分",
    "分值",
    "标准",
    "平均",
    "均分",
    "均值",
    "合计",
    "备注",
    "说明",
    "占比",
    "满意率",
    "人数",
    "份数",
    "weight",
    "max",
    "average",
    "mean",
    "total",
    "remark",
    "no.",
];

impl<'a> Answers<'a> {
    /// A label or a score in a cell of its own.
    pub(super) fn single(
        &self,
        question: &Question,
        options: &Options,
        filled: &[Place<'a>],
    ) -> Beside {
        let row = question.at.0;
        let titled = |words: &'static [&'static str]| {
            move |column: u32| {
                let title = self.above(question, column);
                words.iter().any(|word| title.contains(word))
            }
        };
        let (answers, others) = (titled(&ANSWERS), titled(&OTHERS));
        let known = |cell: &Cell| is_option(options, cell);
        let mut meant = self
            .right_of(question)
            .filter(|at| answers(*at) && !others(*at));
        if let (Some(column), None) = (meant.next(), meant.next()) {
            let cell = self.grid.cell(row, column);
            let beside = Beside::clear((row, column), cell.clone());
            return if known(cell) { beside } else { beside.open() };
        }
        let beside_others = !filled.is_empty();
        let filled: Vec<Place<'a>> = filled
            .iter()
            .filter(|(at, _)| !others(*at))
            .copied()
            .collect();
        let readable: Vec<Place<'a>> = filled
            .iter()
            .filter(|(_, cell)| known(cell))
            .copied()
            .collect();
        match (readable.as_slice(), filled.as_slice()) {
            ([one], _) => Beside::clear((row, one.0), one.1.clone()),
            ([], [one]) => Beside::clear((row, one.0), one.1.clone()).open(),
            ([], []) => {
                let first = self.right_of(question).next().unwrap_or(question.at.1);
                match beside_others {
                    true => Beside::unclear((row, first), String::new()).open(),
                    false => Beside::clear((row, first), Cell::Empty).open(),
                }
            }
            (several, all) => {
                let several = if several.is_empty() { all } else { several };
                let said = several.iter().map(|(_, cell)| cell.found());
                let at = several.first().map_or(question.at.1, |(at, _)| *at);
                Beside::unclear((row, at), said.collect::<Vec<_>>().join("; ")).open()
            }
        }
    }

    /// What stands above a column of answers, folded.
    fn above(&self, question: &Question, column: u32) -> String {
        let asked = |row: u32| self.questions.iter().any(|it| it.at.0 == row);
        let rows = (question.at.0.saturating_sub(ABOVE)..question.at.0).rev();
        let mut texts = rows
            .filter(|row| !asked(*row))
            .filter_map(|row| text(self.grid.looks(row, column)));
        texts.next().map(folded).unwrap_or_default()
    }
}
