//! Where the scales of questions answered in numbers end: what a question's own answers and those of
//! the questions beside it say together.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::answers::{Answers, Steps, are_rare};
use super::question::Question;

/// The highest numbers scales usually have.
const USUAL: [u8; 3] = [5, 7, 10];

fn usual(high: u8) -> u8 {
    let found = USUAL.into_iter().find(|most| high <= *most);
    found.unwrap_or(10)
}

/// The lowest and highest number of the scale of each question with numbers: the lines of one grid,
/// and the questions of a form that stand alone, mostly share theirs. A few numbers beyond the scale
/// of all others stand on none and are taken out.
pub(super) fn ends(questions: &[Question], answers: &mut [Answers]) -> FxHashMap<usize, [u8; 2]> {
    let mut of_head: BTreeMap<Option<&String>, Vec<(usize, &mut Steps)>> = BTreeMap::new();
    for (at, (question, answers)) in questions.iter().zip(answers).enumerate() {
        if let Answers::Steps(steps) = answers {
            let beside = of_head.entry(question.head.as_ref()).or_default();
            beside.push((at, steps));
        }
    }
    let mut all = FxHashMap::default();
    for (head, mut beside) in of_head {
        leave_strays(&mut beside);
        let own = beside.iter().map(|(_, steps)| usual(steps.high));
        let own: Vec<u8> = own.collect();
        let shared = match head {
            Some(_) => own.iter().copied().max(),
            None => most_often(&own),
        };
        let mosts: Vec<u8> = own
            .iter()
            .map(|own| shared.unwrap_or(*own).max(*own))
            .collect();
        for ((at, steps), most) in beside.iter().zip(&mosts) {
            let alike = beside.iter().zip(&mosts).filter(|(_, it)| *it == most);
            let noughts = alike.clone().filter(|((_, it), _)| it.low == 0).count();
            let low = match noughts * 2 >= alike.count() {
                true => 0,
                false => steps.low.min(1),
            };
            all.insert(*at, [low, *most]);
        }
    }
    all
}

/// What most questions have, the lower of two as frequent ones.
fn most_often(own: &[u8]) -> Option<u8> {
    let often = |most: &u8| own.iter().filter(|it| *it == most).count();
    USUAL.into_iter().rev().max_by_key(often)
}

/// Takes rare numbers out that lie beyond the scale of the questions beside, where those do not
/// show them as well.
fn leave_strays(beside: &mut [(usize, &mut Steps)]) {
    let core = |steps: &Steps| {
        // The end without its rare numbers.
        let all: u32 = steps.found.values().sum();
        let highs = steps.found.keys().rev();
        let end = highs.copied().find(|high| {
            let beyond: u32 = steps.found.range(high + 1..).map(|(_, count)| count).sum();
            let more: u32 = steps.found.range(..high).map(|(_, count)| count).sum();
            !are_rare(beyond + steps.found.get(high).copied().unwrap_or(0), more)
        });
        usual(end.filter(|_| all > 0).unwrap_or(steps.high))
    };
    let cores: Vec<u8> = beside.iter().map(|(_, steps)| core(steps)).collect();
    let Some(most) = most_often(&cores) else {
        return;
    };
    let strange = |steps: &Steps, is: &dyn Fn(u8) -> bool| {
        let (mut out, mut held) = (0, 0);
        for (at, count) in &steps.found {
            match is(*at) {
                true => out += count,
                false => held += count,
            }
        }
        out > 0 && are_rare(out, held)
    };
    let above = |at: u8| at > most;
    let below = |at: u8| at == 0;
    for is in [&above as &dyn Fn(u8) -> bool, &below] {
        let shown = beside
            .iter()
            .filter(|(_, steps)| steps.found.keys().any(|at| is(*at)));
        let shown = shown.count();
        if shown * 2 > beside.len() {
            continue;
        }
        for (_, steps) in beside.iter_mut() {
            if strange(steps, is) {
                steps.without(is);
            }
        }
    }
}
