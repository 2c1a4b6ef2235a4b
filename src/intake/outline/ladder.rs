//! Scales of several questions put together: those that speak of the same share one, and the end
//! nobody chose is there all the same.

use rustc_hash::FxHashSet;

use super::answers::Steps;
use super::degree::{Family, Says, opposite, says};
use crate::intake::normal::folded;
use crate::model::{BestEnd, Scale, ScaleOption};

/// Options of a ladder that count as satisfied, of so many.
fn satisfied(options: usize) -> usize {
    if options > 3 { 2 } else { 1 }
}

/// Labels of one ladder, and which questions share it.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    /// Each label once, best first; those that say nothing can be said last.
    pub labels: Vec<(String, Says)>,
    pub family: Option<Family>,
    pub questions: Vec<usize>,
}

/// The ladders of the questions with such labels. One whose labels all stand in another is the
/// same.
pub(super) fn ladders(found: &[(usize, Vec<(String, Says)>)]) -> Vec<Ladder> {
    let mut sorted: Vec<&(usize, Vec<(String, Says)>)> = found.iter().collect();
    sorted.sort_by_key(|(at, labels)| (std::cmp::Reverse(labels.len()), *at));
    let mut all: Vec<Ladder> = Vec::new();
    for (at, labels) in sorted {
        match all.iter_mut().find(|ladder| ladder.takes(labels)) {
            Some(ladder) => ladder.take(*at, labels),
            None => all.push(Ladder {
                labels: labels.clone(),
                family: family(labels),
                questions: vec![*at],
            }),
        }
    }
    for ladder in &mut all {
        ladder.complete();
        ladder.sort();
    }
    all
}

fn family(labels: &[(String, Says)]) -> Option<Family> {
    labels.iter().find_map(|(_, said)| match said {
        Says::Degree(family, _) => Some(*family),
        Says::Middle | Says::NotApplicable => None,
    })
}

impl Ladder {
    /// Whether labels stand on it, or fit between those that do without saying the same in other
    /// words.
    fn takes(&self, labels: &[(String, Says)]) -> bool {
        let known = |label: &str| {
            self.labels
                .iter()
                .any(|(it, _)| folded(it) == folded(label))
        };
        let own = |said: &Says| {
            said.degree().is_some_and(|own| {
                let mut all = self.labels.iter();
                all.any(|(_, it)| it.degree() == Some(own))
            })
        };
        let same_family = family(labels) == self.family;
        let shared = labels.iter().filter(|(label, _)| known(label)).count();
        let clash = labels
            .iter()
            .any(|(label, said)| !known(label) && own(said));
        same_family && shared * 2 >= labels.len() && !clash
    }

    fn take(&mut self, at: usize, labels: &[(String, Says)]) {
        for (label, said) in labels {
            if !self
                .labels
                .iter()
                .any(|(it, _)| folded(it) == folded(label))
            {
                self.labels.push((label.clone(), *said));
            }
        }
        self.questions.push(at);
    }

    /// Where nobody chose the bad end it is that of the good one.
    fn complete(&mut self) {
        let degrees = self.labels.iter().filter_map(|(_, said)| said.degree());
        let (good, bad) = degrees.fold((0, 0), |(good, bad), degree| {
            (
                good + usize::from(degree > 0.0),
                bad + usize::from(degree < 0.0),
            )
        });
        let middle = self.labels.iter().any(|(_, said)| *said == Says::Middle);
        if bad > 0 || good == 0 || (good < 2 && !middle) {
            return;
        }
        let ends: Vec<String> = self
            .labels
            .iter()
            .filter(|(_, said)| said.degree().is_some_and(|it| it > 0.0))
            .filter_map(|(label, _)| opposite(label))
            .collect();
        if ends.len() != good {
            return;
        }
        let chinese = |label: &String| label.contains(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
        let between = if ends.iter().any(chinese) {
            "一般"
        } else {
            "Neutral"
        };
        let between = (!middle).then(|| between.to_owned());
        for label in ends.into_iter().chain(between) {
            if let Some(said) = says(&label) {
                self.labels.push((label, said));
            }
        }
    }

    fn sort(&mut self) {
        let degree = |said: &Says| said.degree().unwrap_or(f64::MIN);
        self.labels
            .sort_by(|(_, a), (_, b)| degree(b).total_cmp(&degree(a)));
    }

    /// The opposite of the best label, where no label is as bad and the form may have one.
    pub fn open(&self) -> Option<String> {
        let graded = || {
            let degrees = self.labels.iter();
            degrees.filter_map(|(label, said)| Some((label, said.degree()?)))
        };
        let (best, most) = graded().next()?;
        let (_, least) = graded().next_back()?;
        let opposite = opposite(best)?;
        let known = graded().any(|(label, _)| folded(label) == folded(&opposite));
        (-least < most && !known).then_some(opposite)
    }

    /// The scale: best first, worth as many points as there are options that can be reached.
    pub fn scale(&self) -> Scale {
        let scored = self
            .labels
            .iter()
            .filter(|(_, said)| said.degree().is_some());
        let count = scored.count();
        let options = self.labels.iter().enumerate();
        let options = options.map(|(at, (label, said))| {
            let good = said.degree().is_some_and(|it| it > 0.0);
            option(label, said.degree().map(|_| (count - at) as f64), good)
        });
        named(options.collect())
    }
}

/// The scale of whole numbers as they are written.
pub(super) fn numbers(steps: &Steps, [low, most]: [u8; 2], best: BestEnd) -> Scale {
    let count = usize::from(most - low) + 1;
    let options = (low..=most).enumerate().map(|(at, number)| {
        let label = steps.labels.get(&number).cloned();
        let label = label.unwrap_or_else(|| number.to_string());
        let (score, place) = match best {
            BestEnd::Last => (f64::from(number), count - 1 - at),
            BestEnd::First => (f64::from(most - number + low), at),
        };
        option(&label, Some(score), place < satisfied(count))
    });
    named(options.collect())
}

/// Yes before no.
pub(super) fn yes_no(labels: [String; 2], flags: bool) -> Scale {
    let [yes, no] = labels;
    let mut options = vec![option(&yes, Some(1.0), true), option(&no, Some(0.0), false)];
    if flags {
        for (option, flag) in options.iter_mut().zip(["1", "0"]) {
            option.aliases.push(flag.to_owned());
        }
    }
    named(options)
}

/// Options without a score, in the order they are told.
pub(super) fn plain(labels: &[String]) -> Scale {
    let mut known = FxHashSet::default();
    let once = labels.iter().filter(|label| known.insert(folded(label)));
    named(once.map(|label| option(label, None, false)).collect())
}

/// Options as they were met in answers: in the order of the letters or numbers they wear, where
/// all do and none is missing; otherwise nobody told their order.
pub(super) fn met(labels: &[String]) -> Scale {
    let mut numbered: Vec<(u32, &String)> = labels
        .iter()
        .filter_map(|label| Some((place(label)?, label)))
        .collect();
    numbered.sort_unstable();
    let whole = (1..).zip(&numbered).all(|(at, (place, _))| at == *place);
    if whole && numbered.len() == labels.len() {
        let labels: Vec<String> = numbered.into_iter().map(|(_, it)| it.clone()).collect();
        return plain(&labels);
    }
    Scale {
        order_assumed: labels.len() > 1,
        ..plain(labels)
    }
}

/// The place a label wears in front: `B.女`, `2、女`, `2-女`.
fn place(label: &str) -> Option<u32> {
    let text = folded(label);
    let end = text.find(['.', '、', ')', ':', '-'])?;
    let (front, rest) = text.split_at_checked(end)?;
    // `3.5寸` is a label of its own.
    if rest.chars().nth(1).is_none_or(|c| c.is_ascii_digit()) {
        return None;
    }
    match front.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(u32::from(letter - b'a') + 1),
        _ => front.parse().ok(),
    }
}

fn option(label: &str, score: Option<f64>, satisfied: bool) -> ScaleOption {
    ScaleOption {
        label: label.to_owned(),
        score,
        satisfied,
        aliases: Vec::new(),
    }
}

/// Scales of a definition workbook go by their name: the first and the last label.
fn named(options: Vec<ScaleOption>) -> Scale {
    let ends: Vec<&str> = [options.first(), options.last()]
        .into_iter()
        .flatten()
        .map(|it| it.label.as_str())
        .collect();
    Scale {
        order_assumed: false,
        name: ends.join(" – "),
        options,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(labels: &[&str]) -> Vec<(String, Says)> {
        let said = |label: &&str| ((*label).to_owned(), says(label).unwrap());
        labels.iter().map(said).collect()
    }

    fn labels(ladder: &Ladder) -> Vec<&str> {
        ladder.labels.iter().map(|(it, _)| it.as_str()).collect()
    }

    #[test]
    fn questions_that_speak_of_the_same_share_a_ladder() {
        let found = [
            (0, ladder(&["一般", "很满意", "满意"])),
            (1, ladder(&["不满意", "很满意", "满意", "很不满意"])),
            (2, ladder(&["非常重要", "重要", "一般", "不重要"])),
        ];
        let all = ladders(&found);
        assert_eq!(all.len(), 2);
        assert_eq!(
            labels(&all[0]),
            ["很满意", "满意", "一般", "不满意", "很不满意"]
        );
        assert_eq!(all[0].questions, [1, 0]);
        let scores: Vec<f64> = all[0].scale().scores().collect();
        assert_eq!(scores, [5.0, 4.0, 3.0, 2.0, 1.0]);
    }

    #[test]
    fn the_end_nobody_chose_is_there_all_the_same() {
        let all = ladders(&[(0, ladder(&["满意", "非常满意", "不清楚"]))]);
        let expected = ["非常满意", "满意", "一般", "不满意", "非常不满意", "不清楚"];
        assert_eq!(labels(&all[0]), expected);
        let scale = all[0].scale();
        assert_eq!(scale.max(), Some(5.0));
        assert_eq!(scale.options[5].score, None);
        assert_eq!(all[0].open(), None);
        // Three steps with a bad one are all there are, as far as anybody can tell.
        let all = ladders(&[(0, ladder(&["很满意", "满意", "不满意"]))]);
        assert_eq!(labels(&all[0]), ["很满意", "满意", "不满意"]);
        assert_eq!(all[0].open().as_deref(), Some("很不满意"));
    }
}
