//! The customers who stayed, beside a line: dotted in its colour, thin, without values of its own
//! but the last.

use super::{Dot, Line, Time, Trend};
use crate::analysis::{SameLine, SamePiece, SamePoint, TrendLine};
use crate::chart::words::score_written;
use crate::i18n::{Language, period};
use crate::tr;

impl Trend {
    /// Draws what the same customers said of a drawn line; says so where nothing may be drawn.
    pub fn mark_same(&mut self, of: &TrendLine, same: Option<&SameLine>, language: Language) {
        let line = self.lines.iter().find(|it| it.subject == of.subject);
        let Some((drawn, same)) = line.zip(same) else {
            self.notes.push(tr!(language, "trends-same-none"));
            return;
        };
        let mut dots = Vec::new();
        for piece in &same.pieces {
            dots.extend(dots_of(piece, of, &self.times, language));
        }
        let ink = drawn.ink;
        let (name, note) = words(same, language);
        self.notes.push(note);
        self.lines.push(Line {
            subject: of.subject.clone(),
            name,
            ink,
            main: false,
            same: true,
            dots,
            remark: String::new(),
        });
        self.fit();
    }
}

/// Joined where the line itself goes on.
fn dots_of(piece: &SamePiece, of: &TrendLine, times: &[Time], language: Language) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::new();
    let mut last = None;
    for point in &piece.points {
        let Some(step) = times.iter().position(|it| is_at(it, point, language)) else {
            continue;
        };
        let mut points = of.points.iter();
        let known = points.find(|it| it.period == point.period && it.label == point.label);
        let Some(known) = known else { continue };
        dots.push(Dot {
            at: times[step].at,
            value: point.score,
            low: None,
            high: None,
            n: piece.customers,
            label: score_written(Some(point.score), &known.scored_by),
            joined: last.is_some_and(|last: usize| last + 1 == step) && !known.breaks_before,
            typed: false,
        });
        last = Some(step);
    }
    dots
}

fn is_at(time: &Time, point: &SamePoint, language: Language) -> bool {
    let named = match point.label.as_str() {
        "" => time.name == period::name(language, point.period),
        label => time.name == label,
    };
    time.period == point.period && named
}

/// What the line is called, and what it is.
fn words(same: &SameLine, language: Language) -> (String, String) {
    let customers = same.pieces.iter().map(|it| it.customers);
    let (least, most) = (customers.clone().min(), customers.max());
    let (least, most) = (least.unwrap_or_default(), most.unwrap_or_default());
    if let [piece] = &same.pieces[..]
        && piece.points.len() > 2
    {
        return (
            tr!(language, "trends-same-all", k = least),
            tr!(language, "trends-same-all-note", k = least),
        );
    }
    let k = match least == most {
        true => least.to_string(),
        false => format!("{least}–{most}"),
    };
    let k = k.as_str();
    (
        tr!(language, "trends-same-steps", k = k),
        tr!(language, "trends-same-steps-note", k = k),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::tests::{dimension, line};
    use crate::chart::{Ink, Layers, Lines};
    use crate::model::{Rules, Subject, WaveId};

    /// What so many customers said in these waves of a line.
    fn piece(of: &TrendLine, customers: usize, scores: &[(usize, f64)]) -> SamePiece {
        let points = scores.iter().map(|(at, score)| SamePoint {
            wave: WaveId(1),
            period: of.points[*at].period,
            label: String::new(),
            score: *score,
            few: false,
        });
        SamePiece {
            customers,
            points: points.collect(),
        }
    }

    fn drawn(of: &TrendLine, pieces: Vec<SamePiece>) -> Trend {
        let lines = [
            line(Subject::Index, None, &[85.0, 84.0, 83.0, 82.0]),
            of.clone(),
        ];
        let lines = Lines {
            lines: &lines,
            survey: "",
            rules: &Rules::default(),
        };
        let mut chart = Trend::build(&lines, Layers::default(), Language::Zh);
        let subject = of.subject.clone();
        let same = (!pieces.is_empty()).then_some(SameLine { subject, pieces });
        chart.mark_same(of, same.as_ref(), Language::Zh);
        chart
    }

    #[test]
    fn it_has_the_colour_of_its_line_breaks_where_that_breaks_and_is_all_shown() {
        let mut price = dimension("PR", "价格", &[75.0, 74.0, 73.0, 72.0]);
        price.points[2].breaks_before = true;
        let scores = [(0, 84.96), (1, 52.0), (2, 76.0), (3, 77.0)];
        let chart = drawn(&price, vec![piece(&price, 12, &scores)]);
        let same = &chart.lines[2];
        assert_eq!(
            (same.ink, same.same, same.main),
            (Ink::Series(1), true, false)
        );
        assert_eq!(same.name, "同样的 12 家客户");
        let told: Vec<(&str, usize, bool)> = same
            .dots
            .iter()
            .map(|dot| (dot.label.as_str(), dot.n, dot.joined))
            .collect();
        let expected = [
            ("84.96", 12, false),
            ("52.0", 12, true),
            ("76.0", 12, false),
            ("77.0", 12, true),
        ];
        assert_eq!(told, expected);
        assert!(chart.axis.low <= 52.0);
    }

    #[test]
    fn from_wave_to_wave_each_step_is_apart_and_a_wave_left_out_is_no_step() {
        let price = dimension("PR", "价格", &[75.0, 74.0, 73.0, 72.0]);
        let pieces = vec![
            piece(&price, 9, &[(0, 70.0), (1, 71.0)]),
            piece(&price, 7, &[(1, 80.0), (3, 81.0)]),
        ];
        let chart = drawn(&price, pieces);
        let same = &chart.lines[2];
        let joined: Vec<bool> = same.dots.iter().map(|dot| dot.joined).collect();
        assert_eq!(joined, [false, true, false, false]);
        assert_eq!(same.name, "同样的客户（逐期 7–9 家）");
    }

    #[test]
    fn where_there_is_none_it_is_said_why() {
        let price = dimension("PR", "价格", &[75.0, 74.0]);
        let chart = drawn(&price, Vec::new());
        assert_eq!(chart.lines.len(), 2);
        assert!(chart.notes.iter().any(|note| note.contains("不足 5 家")));
    }
}
