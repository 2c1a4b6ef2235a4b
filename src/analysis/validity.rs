//! Returns the rules of validity flag. Nothing is decided here.

use super::coverage::given;
use crate::model::{Answer, Flag, Questionnaire, Validity, WaveReturns};

/// What is doubtful of each return that counts, by its place; those without a flag are left out.
pub fn flagged(questionnaire: &Questionnaire, returns: &WaveReturns) -> Vec<(usize, Vec<Flag>)> {
    let all = returns.returns.iter().enumerate();
    all.filter(|(_, it)| it.valid())
        .map(|(at, _)| (at, flags(questionnaire, returns, at)))
        .filter(|(_, flags)| !flags.is_empty())
        .collect()
}

/// What is doubtful of the return at a place, whether or not it counts.
pub fn flags(questionnaire: &Questionnaire, returns: &WaveReturns, at: usize) -> Vec<Flag> {
    Answering::of(questionnaire, returns, at).flags(&questionnaire.rules.validity)
}

/// How a return was filled in, as far as rules of validity ask: the same under all of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answering {
    /// Scored items with an answer, and all of them.
    given: (usize, usize),
    misses: bool,
    alike: usize,
    answered: usize,
    seconds: Option<u32>,
}

impl Answering {
    pub fn of(questionnaire: &Questionnaire, returns: &WaveReturns, at: usize) -> Self {
        Self {
            given: given(questionnaire, returns, at),
            misses: misses(questionnaire, returns, at),
            alike: alike(questionnaire, returns, at),
            answered: answered(returns, at),
            seconds: returns.returns.get(at).and_then(|it| it.seconds),
        }
    }

    pub fn flags(&self, rules: &Validity) -> Vec<Flag> {
        let holds = |flag: Flag| match flag {
            Flag::TooFew => {
                let (answered, of) = self.given;
                rules.least > 0.0 && (answered as f64) < rules.least * of as f64 - 1e-9
            }
            Flag::Required => rules.required && self.misses,
            Flag::Alike => rules.alike > 0 && self.alike >= rules.alike.into(),
            Flag::TooFast => {
                let least = rules.seconds * self.answered as f64;
                rules.seconds > 0.0 && self.seconds.is_some_and(|it| f64::from(it) < least)
            }
        };
        Flag::ALL.into_iter().filter(|it| holds(*it)).collect()
    }
}

fn misses(questionnaire: &Questionnaire, returns: &WaveReturns, at: usize) -> bool {
    let mut items = questionnaire.items.iter().zip(&returns.columns);
    items.any(|(item, column)| {
        let nothing = matches!(
            column.get(at),
            Answer::Blank | Answer::Skipped | Answer::Unreadable
        );
        item.required && nothing
    })
}

/// How many scored items were answered, if all by the same place of a scale; else 0. One that
/// was answered otherwise breaks the row, one left blank does not.
fn alike(questionnaire: &Questionnaire, returns: &WaveReturns, at: usize) -> usize {
    let items = questionnaire.items.iter().zip(&returns.columns);
    let scored = items.filter(|(item, _)| item.scored && item.kind.takes_one_option());
    let mut first = None;
    let mut count = 0;
    for (_, column) in scored {
        match column.get(at) {
            Answer::Option(option) if *first.get_or_insert(option) == option => count += 1,
            Answer::Blank | Answer::Skipped | Answer::Unreadable => {}
            _ => return 0,
        }
    }
    count
}

fn answered(returns: &WaveReturns, at: usize) -> usize {
    let columns = returns.columns.iter();
    let said = columns.filter(|it| {
        !matches!(
            it.get(at),
            Answer::Blank | Answer::Skipped | Answer::Unreadable
        )
    });
    said.count()
}

#[cfg(test)]
mod tests {
    use super::super::example::{rated, two_dimensions};
    use super::*;
    use crate::model::AnswerColumn;

    #[test]
    fn each_rule_flags_what_it_says_and_void_ones_are_left_alone() {
        let mut questionnaire = two_dimensions();
        questionnaire.rules.validity.alike = 4;
        questionnaire.items[0].required = true;
        let mut returns = rated(&[&[4, 4, 4, 4], &[4, 4, 4, 3], &[5, 4, 4, 3], &[5, 5, 5, 5]]);
        for column in &mut returns.columns[1..] {
            if let AnswerColumn::Choice(codes) = column {
                codes[2] = AnswerColumn::BLANK;
            }
        }
        returns.returns[1].seconds = Some(7);
        returns.returns[3].void = Some("测试".to_owned());
        let found = flagged(&questionnaire, &returns);
        let expected = [
            (0, vec![Flag::Alike]),
            (1, vec![Flag::TooFast]),
            (2, vec![Flag::TooFew]),
        ];
        assert_eq!(found, expected);
        returns.returns[1].seconds = Some(8);
        questionnaire.rules.validity.required = true;
        if let AnswerColumn::Choice(codes) = &mut returns.columns[0] {
            codes[1] = AnswerColumn::BLANK;
        }
        let found = flagged(&questionnaire, &returns);
        assert_eq!(found[1], (1, vec![Flag::Required]));
        questionnaire.rules.validity.alike = 0;
        questionnaire.rules.validity.least = 0.0;
        questionnaire.rules.validity.required = false;
        questionnaire.rules.validity.seconds = 0.0;
        assert_eq!(flagged(&questionnaire, &returns), []);
    }
}
