//! What was worked out for a question, kept until another one is asked.

use std::sync::Arc;

/// The answer to the last question.
#[derive(Debug)]
pub struct Kept<Q, T> {
    answered: Option<(Q, Arc<T>)>,
}

impl<Q, T> Default for Kept<Q, T> {
    fn default() -> Self {
        Self { answered: None }
    }
}

impl<Q: PartialEq + Clone, T> Kept<Q, T> {
    /// The answer to `question`, worked out unless it is the same as before. The state of the
    /// data has to be part of the question.
    pub fn of(&mut self, question: &Q, answer: impl FnOnce() -> T) -> Arc<T> {
        let known = self.answered.take().filter(|(known, _)| known == question);
        let known = known.unwrap_or_else(|| (question.clone(), Arc::new(answer())));
        Arc::clone(&self.answered.insert(known).1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_answered_once() {
        let mut kept = Kept::default();
        assert_eq!(*kept.of(&1, || "one"), "one");
        assert_eq!(*kept.of(&1, || "again"), "one");
        assert_eq!(*kept.of(&2, || "two"), "two");
    }
}
