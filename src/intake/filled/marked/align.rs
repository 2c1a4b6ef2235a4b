//! Lines of two sheets paired in their order, so that the pairs have most in common.

/// For each line of the first, the line of the second it is paired with. `common` says what two
/// lines have in common; nothing is no pair. Of several ways that are as good, the lines of the
/// second that come first are taken.
pub(super) fn aligned(
    first: usize,
    second: usize,
    common: impl Fn(usize, usize) -> u32,
) -> Vec<Option<usize>> {
    let width = second + 1;
    let mut best = vec![0_u32; (first + 1) * width];
    let mut shared = vec![0_u32; first * second];
    let at = |table: &[u32], place: usize| table.get(place).copied().unwrap_or(0);
    for one in 0..first {
        for other in 0..second {
            let common = common(one, other);
            let here = (one + 1) * width + other + 1;
            let both = match common {
                0 => 0,
                common => at(&best, one * width + other) + common,
            };
            let without = at(&best, here - 1).max(at(&best, here - width));
            if let Some(place) = best.get_mut(here) {
                *place = both.max(without);
            }
            if let Some(place) = shared.get_mut(one * second + other) {
                *place = common;
            }
        }
    }
    let mut pairs = vec![None; first];
    let (mut one, mut other) = (first, second);
    while one > 0 && other > 0 {
        let here = at(&best, one * width + other);
        if at(&best, one * width + other - 1) == here {
            other -= 1;
            continue;
        }
        let common = at(&shared, (one - 1) * second + other - 1);
        let paired = common > 0 && at(&best, (one - 1) * width + other - 1) + common == here;
        one -= 1;
        if paired {
            other -= 1;
            if let Some(pair) = pairs.get_mut(one) {
                *pair = Some(other);
            }
        }
    }
    pairs
}

/// Where a line lies that has nothing of its own to tell it by: as far from the paired lines
/// around it as on the first sheet. `Err` gives the place seen from above and from below, and the
/// line below, where they do not agree.
pub(super) fn between(pairs: &[Option<usize>], at: usize) -> Result<usize, Option<[usize; 3]>> {
    let paired = |line: usize| pairs.get(line).copied().flatten();
    if let Some(there) = paired(at) {
        return Ok(there);
    }
    let above = (0..at).rev().find_map(|line| Some((line, paired(line)?)));
    let below = (at + 1..pairs.len()).find_map(|line| Some((line, paired(line)?)));
    let down = above.map(|(line, there)| there + (at - line));
    let up = below.map(|(line, there)| there.checked_sub(line - at));
    match (down, up) {
        (Some(down), None) => Ok(down),
        (None, Some(Some(up))) => Ok(up),
        (Some(down), Some(up)) if up == Some(down) => Ok(down),
        (Some(down), Some(Some(up))) => Err(below.map(|(_, there)| [down, up, there])),
        (Some(_), Some(None)) => Err(None),
        (None, Some(None) | None) => Err(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(first: &str, second: &str) -> Vec<Option<usize>> {
        let (one, other): (Vec<char>, Vec<char>) =
            (first.chars().collect(), second.chars().collect());
        aligned(one.len(), other.len(), |at, there| {
            u32::from(one[at] != '.' && one[at] == other[there])
        })
    }

    #[test]
    fn lines_are_paired_in_their_order() {
        assert_eq!(pairs("ab.c", "xab.yc"), [Some(1), Some(2), None, Some(5)]);
        assert_eq!(pairs("abc", "cab"), [Some(1), Some(2), None]);
        assert_eq!(pairs("aa", "aaa"), [Some(0), Some(1)]);
        assert_eq!(pairs("abc", ""), [None, None, None]);
    }

    #[test]
    fn a_line_without_words_lies_between_those_that_have_some() {
        let same = pairs("a.b.", "xa.b.");
        assert_eq!((between(&same, 1), between(&same, 3)), (Ok(2), Ok(4)));
        let apart = pairs("a.b", "a..b");
        assert_eq!(between(&apart, 1), Err(Some([1, 2, 3])));
        assert_eq!(between(&pairs("...a", "a"), 1), Err(None));
        assert_eq!(between(&pairs("..", "ab"), 1), Err(None));
    }
}
