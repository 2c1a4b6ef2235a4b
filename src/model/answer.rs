//! Answers, one at a time and by the column.

/// Options a scale may have: an answer fits one byte beside the marks.
pub const MAX_OPTIONS: usize = 200;

/// What stands in one cell of the questionnaire.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Answer {
    /// Nothing was filled in.
    #[default]
    Blank,
    /// The platform did not show the question.
    Skipped,
    /// "Not applicable" where the scale has no option for it.
    NotApplicable,
    /// Something no rule could read; the raw text is kept in the review list.
    Unreadable,
    /// Position of the option in the item's scale, from 0.
    Option(u8),
    /// Positions of the options ticked, ascending.
    Options(Vec<u8>),
    Number(f64),
    /// Free text, or a date as `yyyy-mm-dd`.
    Text(String),
}

impl Answer {
    /// Nothing a customer wrote: blank or skipped.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Blank | Self::Skipped)
    }
}

/// All answers to one item, one a return. Nearly every item takes one option, so those are
/// packed: 100,000 returns of 42 ratings are 4 MB.
#[derive(Clone, Debug, PartialEq)]
pub enum AnswerColumn {
    /// Option positions and the marks of [`AnswerColumn::BLANK`] and its siblings.
    Choice(Vec<u8>),
    /// Every other kind.
    Other(Vec<Answer>),
}

impl AnswerColumn {
    pub const BLANK: u8 = 255;
    pub const SKIPPED: u8 = 254;
    pub const NOT_APPLICABLE: u8 = 253;
    pub const UNREADABLE: u8 = 252;

    pub fn len(&self) -> usize {
        match self {
            Self::Choice(codes) => codes.len(),
            Self::Other(answers) => answers.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The answer of the `row`-th return; blank beyond the end.
    pub fn get(&self, row: usize) -> Answer {
        match self {
            Self::Choice(codes) => codes.get(row).map_or(Answer::Blank, |code| unpack(*code)),
            Self::Other(answers) => answers.get(row).cloned().unwrap_or_default(),
        }
    }

    /// Puts an answer in the place of the `row`-th; beyond the end nothing happens. A packed
    /// column turns into a plain one if it has to.
    pub fn set(&mut self, row: usize, answer: Answer) {
        if let (Self::Choice(codes), Some(code)) = (&mut *self, pack(&answer)) {
            if let Some(at) = codes.get_mut(row) {
                *at = code;
            }
            return;
        }
        if let Self::Choice(codes) = self {
            *self = Self::Other(codes.iter().map(|code| unpack(*code)).collect());
        }
        if let Self::Other(answers) = self
            && let Some(at) = answers.get_mut(row)
        {
            *at = answer;
        }
    }

    /// Appends one answer. A packed column turns into a plain one if it has to.
    pub fn push(&mut self, answer: Answer) {
        match (&mut *self, pack(&answer)) {
            (Self::Choice(codes), Some(code)) => codes.push(code),
            (Self::Choice(codes), None) => {
                let mut answers: Vec<Answer> = codes.iter().map(|code| unpack(*code)).collect();
                answers.push(answer);
                *self = Self::Other(answers);
            }
            (Self::Other(answers), _) => answers.push(answer),
        }
    }
}

fn pack(answer: &Answer) -> Option<u8> {
    Some(match answer {
        Answer::Blank => AnswerColumn::BLANK,
        Answer::Skipped => AnswerColumn::SKIPPED,
        Answer::NotApplicable => AnswerColumn::NOT_APPLICABLE,
        Answer::Unreadable => AnswerColumn::UNREADABLE,
        Answer::Option(option) if usize::from(*option) < MAX_OPTIONS => *option,
        Answer::Option(_) | Answer::Options(_) | Answer::Number(_) | Answer::Text(_) => {
            return None;
        }
    })
}

fn unpack(code: u8) -> Answer {
    match code {
        AnswerColumn::BLANK => Answer::Blank,
        AnswerColumn::SKIPPED => Answer::Skipped,
        AnswerColumn::NOT_APPLICABLE => Answer::NotApplicable,
        AnswerColumn::UNREADABLE => Answer::Unreadable,
        option => Answer::Option(option),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_keeps_every_answer_packed_or_not() {
        let answers = [
            Answer::Option(0),
            Answer::Blank,
            Answer::Skipped,
            Answer::NotApplicable,
            Answer::Unreadable,
            Answer::Option(199),
            Answer::Options(vec![1, 3]),
            Answer::Number(9.5),
            Answer::Text("好".to_owned()),
        ];
        let mut column = AnswerColumn::Choice(Vec::new());
        for answer in &answers {
            column.push(answer.clone());
        }
        assert!(matches!(column, AnswerColumn::Other(_)));
        for (row, answer) in answers.iter().enumerate() {
            assert_eq!(&column.get(row), answer);
        }
        assert_eq!(column.get(99), Answer::Blank);
        let mut column = AnswerColumn::Choice(vec![0, AnswerColumn::UNREADABLE]);
        column.set(1, Answer::Option(3));
        column.set(7, Answer::Option(3));
        assert_eq!(column, AnswerColumn::Choice(vec![0, 3]));
        column.set(0, Answer::Number(9.5));
        assert_eq!(
            (column.get(0), column.get(1)),
            (Answer::Number(9.5), Answer::Option(3))
        );
    }
}
