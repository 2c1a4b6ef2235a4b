//! Which lines are drawn. A line keeps its colour while others come and go.

use crate::analysis::TrendLine;
use crate::chart::MOST_LINES;
use crate::chart::words::told_of;
use crate::model::Subject;

/// Lines drawn at once, at most.
pub const MOST: usize = MOST_LINES;

/// Lines drawn beside the index before anything was picked.
const AT_FIRST: usize = 2;

/// The picked lines with their colours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picked {
    /// In the order they are drawn, each with the number of its colour; `None` before anything
    /// was picked.
    lines: Option<Vec<(Subject, usize)>>,
}

impl Picked {
    /// The index, what changed beyond chance, and what lies lowest while there is room, unless the
    /// user picked already.
    pub fn begin(&mut self, all: &[TrendLine]) {
        if self.lines.is_none() {
            let dimensions: Vec<TrendLine> = all
                .iter()
                .filter(|line| matches!(line.subject, Subject::Index | Subject::Dimension(_)))
                .cloned()
                .collect();
            let told = told_of(&dimensions);
            let last = |line: &&TrendLine| line.points.last().and_then(|it| it.score);
            let others = dimensions.iter().filter(|it| it.subject != Subject::Index);
            let mut lowest: Vec<&TrendLine> = others.filter(|it| last(it).is_some()).collect();
            lowest.sort_by(|a, b| f64::total_cmp(&last(a).unwrap_or(0.0), &last(b).unwrap_or(0.0)));
            let lowest = lowest.into_iter().map(|it| it.subject.clone());
            let mut subjects = vec![Subject::Index];
            for subject in told.into_iter().chain(lowest).take(2 * AT_FIRST) {
                if subjects.len() <= AT_FIRST && !subjects.contains(&subject) {
                    subjects.push(subject);
                }
            }
            self.lines = Some(subjects.into_iter().zip(0..).collect());
        }
    }

    pub fn lines(&self) -> &[(Subject, usize)] {
        self.lines.as_deref().unwrap_or_default()
    }

    /// Number of its colour while it is drawn.
    pub fn color(&self, subject: &Subject) -> Option<usize> {
        let mut lines = self.lines().iter();
        lines
            .find(|(known, _)| known == subject)
            .map(|(_, color)| *color)
    }

    pub fn full(&self) -> bool {
        self.lines().len() >= MOST
    }

    /// Draws a line or takes it away. The index always comes first, as the main line.
    pub fn turn(&mut self, subject: &Subject) {
        let free = (0..MOST).find(|color| self.lines().iter().all(|(_, taken)| taken != color));
        let lines = self.lines.get_or_insert_default();
        if let Some(at) = lines.iter().position(|(known, _)| known == subject) {
            lines.remove(at);
        } else if let Some(color) = free {
            let at = if *subject == Subject::Index {
                0
            } else {
                lines.len()
            };
            lines.insert(at, (subject.clone(), color));
        }
    }

    /// Draws a line that is not drawn yet.
    pub fn add(&mut self, subject: &Subject) {
        if self.color(subject).is_none() {
            self.turn(subject);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dimension(code: &str) -> Subject {
        Subject::Dimension(code.to_owned())
    }

    #[test]
    fn a_line_keeps_its_colour_and_a_freed_one_is_used_again() {
        let mut picked = Picked::default();
        picked.begin(&[]);
        for code in ["A", "B", "C", "D", "E", "F"] {
            picked.turn(&dimension(code));
        }
        assert!(picked.full(), "the seventh is not drawn");
        assert_eq!(picked.color(&dimension("F")), None);
        picked.turn(&dimension("B"));
        picked.turn(&dimension("F"));
        assert_eq!(picked.color(&dimension("F")), Some(2));
        assert_eq!(picked.color(&dimension("C")), Some(3));
    }

    #[test]
    fn the_index_is_the_main_line() {
        let mut picked = Picked::default();
        picked.begin(&[]);
        picked.turn(&Subject::Index);
        assert!(picked.lines().is_empty());
        picked.turn(&dimension("A"));
        picked.turn(&Subject::Index);
        assert_eq!(picked.lines()[0].0, Subject::Index);
        picked.add(&Subject::Index);
        assert_eq!(picked.lines().len(), 2);
    }
}
