//! Where the scales of questions answered in numbers end: what a question's own answers and those of
//! the questions beside it say together.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::answers::{Answers, Steps, are_rare};
use super::question::Question;
use super::stated;

/// The highest numbers scales usually have.
const USUAL: [u8; 3] = [5, 7, 10];
/// Noughts that are no slip.
const NOUGHTS: u32 = 2;

fn usual(high: u8) -> u8 {
    let found = USUAL.into_iter().find(|most| high <= *most);
    found.unwrap_or(10)
}

/// The lowest and highest number of the scale of each question with numbers, by its title or else by
/// those beside it: the lines of one grid, and the questions of a form that stand alone, mostly share
/// theirs. A few numbers beyond the scale stand on none and are taken out.
pub(super) fn ends(
    questions: &[Question],
    titles: &[String],
    answers: &mut [Answers],
) -> FxHashMap<usize, [u8; 2]> {
    let mut all = FxHashMap::default();
    let mut of_head: BTreeMap<Option<&String>, Beside<'_>> = BTreeMap::new();
    let both = questions.iter().zip(titles).zip(answers).enumerate();
    for (at, ((question, title), answers)) in both {
        if let Answers::Steps(steps) = answers {
            let beside = of_head.entry(question.head.as_ref()).or_default();
            match said(title, steps) {
                Some(ends) => {
                    all.insert(at, ends);
                    beside.said.push(ends);
                }
                None => beside.open.push((at, steps)),
            }
        }
    }
    for (head, beside) in of_head {
        all.extend(shared(head.is_some(), beside));
    }
    all
}

/// Questions that may share a scale.
#[derive(Default)]
struct Beside<'a> {
    /// Ends of those whose title says them.
    said: Vec<[u8; 2]>,
    open: Vec<(usize, &'a mut Steps)>,
}

/// The ends a title says, where all answers but a few lie within; the others are taken out.
fn said(title: &str, steps: &mut Steps) -> Option<[u8; 2]> {
    let (low, high) = stated::ends(title)?;
    let low = low.unwrap_or(steps.low.min(1));
    let strange = |at: u8| !(low..=high).contains(&at);
    let (out, held) = count(steps, &strange);
    if out > 0 && !are_rare(out, held) {
        return None;
    }
    if out > 0 {
        steps.without(strange);
    }
    Some([low, high])
}

/// The ends of questions that say none, by what most have; `lines`: of one grid.
fn shared(lines: bool, mut beside: Beside<'_>) -> Vec<(usize, [u8; 2])> {
    leave_strays(lines, &mut beside);
    let own: Vec<u8> = beside.open.iter().map(|(_, it)| usual(it.high)).collect();
    let all = beside.said.iter().map(|[_, high]| *high).chain(own.clone());
    let all: Vec<u8> = all.collect();
    let shared = match lines {
        true => all.iter().copied().max(),
        false => most_often(&all),
    };
    let longest = beside
        .open
        .iter()
        .filter(|(_, it)| usual(it.high) == shared.unwrap_or(0));
    let longest: Vec<u8> = longest.map(|(_, it)| it.low).collect();
    let lack = longest.iter().filter(|low| **low == 0).count() * 2 < longest.len().max(1);
    let mosts = beside.open.iter().zip(&own).map(|((_, steps), own)| {
        let most = shared.unwrap_or(*own).max(*own);
        match !lines && lack && is_other(steps, most) {
            true => *own,
            false => most,
        }
    });
    let mosts: Vec<u8> = mosts.collect();
    let ends = beside.open.iter().zip(&mosts).map(|((at, steps), most)| {
        let open = beside.open.iter().zip(&mosts);
        let alike = open.filter(|(_, it)| *it == most);
        let alike = alike.map(|((_, it), _)| it.low);
        let said = beside.said.iter().filter(|[_, high]| high == most);
        let alike: Vec<u8> = alike.chain(said.map(|[low, _]| *low)).collect();
        let noughts = alike.iter().filter(|low| **low == 0).count();
        let low = match noughts * 2 >= alike.len() {
            true => 0,
            false => steps.low.min(1),
        };
        (*at, [low, *most])
    });
    ends.collect()
}

/// Whether a question ends below a longer scale beside it and has a nought, which that one lacks: its
/// scale is another.
fn is_other(steps: &Steps, most: u8) -> bool {
    let noughts = steps.found.get(&0).copied().unwrap_or(0);
    usual(steps.high) < most && noughts >= NOUGHTS
}

/// How many answers are strange, and how many are not.
fn count(steps: &Steps, strange: &dyn Fn(u8) -> bool) -> (u32, u32) {
    let (mut out, mut held) = (0, 0);
    for (at, count) in &steps.found {
        match strange(*at) {
            true => out += count,
            false => held += count,
        }
    }
    (out, held)
}

/// What most questions have, the lower of two as frequent ones.
fn most_often(own: &[u8]) -> Option<u8> {
    let often = |most: &u8| own.iter().filter(|it| *it == most).count();
    USUAL.into_iter().rev().max_by_key(often)
}

/// Takes rare numbers out that lie beyond the scale of the questions beside, where those do not
/// show them as well.
fn leave_strays(lines: bool, beside: &mut Beside<'_>) {
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
    let said = beside.said.iter().map(|[_, high]| *high);
    let cores = beside.open.iter().map(|(_, steps)| core(steps)).chain(said);
    let Some(most) = most_often(&cores.collect::<Vec<_>>()) else {
        return;
    };
    let strange = |steps: &Steps, is: &dyn Fn(u8) -> bool| {
        let (out, held) = count(steps, is);
        let other = !lines && is(0) && is_other(steps, most);
        out > 0 && are_rare(out, held) && !other
    };
    let above = |at: u8| at > most;
    let below = |at: u8| at == 0;
    for is in [&above as &dyn Fn(u8) -> bool, &below] {
        let open = beside.open.iter();
        let shown = open.filter(|(_, steps)| steps.found.keys().any(|at| is(*at)));
        if shown.count() * 2 > beside.open.len() {
            continue;
        }
        for (_, steps) in &mut beside.open {
            if strange(steps, is) {
                steps.without(is);
            }
        }
    }
}
