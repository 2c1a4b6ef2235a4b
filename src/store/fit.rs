//! Whether answers have a place in the questionnaire.

use crate::model::{Answer, AnswerColumn, Item};

/// Whether the item can have this answer.
pub(super) fn fits(answer: &Answer, item: &Item) -> bool {
    match answer {
        Answer::Option(option) => usize::from(*option) < options(item),
        Answer::Options(ticked) => {
            ticked.is_sorted_by(|a, b| a < b)
                && ticked
                    .iter()
                    .all(|option| usize::from(*option) < options(item))
        }
        Answer::Number(number) => number.is_finite(),
        Answer::Blank
        | Answer::Skipped
        | Answer::NotApplicable
        | Answer::Unreadable
        | Answer::Text(_) => true,
    }
}

/// Whether the item can have all these answers.
pub(super) fn column_fits(column: &AnswerColumn, item: &Item) -> bool {
    match column {
        AnswerColumn::Choice(codes) => codes
            .iter()
            .all(|code| usize::from(*code) < options(item) || *code >= AnswerColumn::UNREADABLE),
        AnswerColumn::Other(answers) => answers.iter().all(|answer| fits(answer, item)),
    }
}

fn options(item: &Item) -> usize {
    item.scale.as_ref().map_or(0, |scale| scale.options.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::sample;

    #[test]
    fn an_option_beyond_the_scale_has_no_place() {
        let rating = &sample::questionnaire().items[0];
        assert!(fits(&Answer::Option(4), rating));
        assert!(!fits(&Answer::Option(5), rating));
        assert!(!fits(&Answer::Number(f64::NAN), rating));
        assert!(fits(&Answer::Options(vec![0, 2]), rating));
        assert!(!fits(&Answer::Options(vec![2, 0]), rating));
        assert!(column_fits(
            &AnswerColumn::Choice(vec![4, 255, 252]),
            rating
        ));
        assert!(!column_fits(&AnswerColumn::Choice(vec![4, 251]), rating));
    }
}
