//! Which parts of a whole may not be shown beside the whole and each other: those of too few, and as
//! many others as it takes that nobody finds those by taking what is shown from the whole
//! (secondary cell suppression: Hundepool et al. 2012, Statistical Disclosure Control, 4).

use std::collections::{BTreeMap, BTreeSet};

use super::crowd::Crowd;

/// For each part, figure by figure, whether it is hidden. `parts` make up the whole, `known` is what
/// stands behind each of their figures, and `behind` tells it of any rows.
///
/// What is hidden together is what the whole leaves when everything shown is taken away, so it must
/// be several parts and enough customers itself: the smallest part shown joins it until it is, or
/// nothing is shown. A part of `nobody` has no figures either, but no other is hidden for its sake.
pub(super) fn hidden_parts(
    parts: &[Vec<usize>],
    nobody: &[bool],
    known: &[Vec<Crowd>],
    behind: impl Fn(&[usize]) -> Vec<Crowd>,
) -> Vec<Vec<bool>> {
    let mut smallest: Vec<usize> = (0..parts.len()).collect();
    smallest.sort_by_key(|at| parts[*at].len());
    let figures = known.first().map_or(0, Vec::len);
    let mut hidden = vec![vec![false; figures]; parts.len()];
    let mut together: BTreeMap<BTreeSet<usize>, Vec<Crowd>> = BTreeMap::new();
    for figure in 0..figures {
        let crowd = |at: &usize| known[*at][figure];
        let few = (0..parts.len()).filter(|at| crowd(at) == Crowd::Few);
        let mut set: BTreeSet<usize> = few.collect();
        let somebody = set.iter().any(|at| !nobody[*at]);
        let shown = smallest.iter().filter(|at| crowd(at) == Crowd::Enough);
        for next in shown.filter(|_| somebody) {
            if set.len() > 1 && enough(parts, &set, figure, &mut together, &behind) {
                break;
            }
            set.insert(*next);
        }
        for at in set {
            hidden[at][figure] = true;
        }
    }
    hidden
}

fn enough(
    parts: &[Vec<usize>],
    set: &BTreeSet<usize>,
    figure: usize,
    together: &mut BTreeMap<BTreeSet<usize>, Vec<Crowd>>,
    behind: &impl Fn(&[usize]) -> Vec<Crowd>,
) -> bool {
    let crowds = together
        .entry(set.clone())
        .or_insert_with(|| behind(&union(parts, set)));
    crowds.get(figure) != Some(&Crowd::Few)
}

/// The rows of several parts, ascending.
pub(super) fn union<'a>(
    parts: &[Vec<usize>],
    set: impl IntoIterator<Item = &'a usize>,
) -> Vec<usize> {
    let rows = set.into_iter().flat_map(|at| &parts[*at]);
    let mut rows: Vec<usize> = rows.copied().collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// The rows that are not among the others; both ascending.
pub(super) fn apart(rows: &[usize], others: &[usize]) -> Vec<usize> {
    let mut others = others.iter().copied().peekable();
    let rows = rows.iter().copied();
    rows.filter(|row| {
        while others.next_if(|other| other < row).is_some() {}
        others.peek() != Some(row)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts of these sizes, every row another customer; one figure.
    fn hidden(sizes: &[usize]) -> Vec<usize> {
        let mut next = 0;
        let parts: Vec<Vec<usize>> = sizes
            .iter()
            .map(|size| {
                next += size;
                (next - size..next).collect()
            })
            .collect();
        let behind = |rows: &[usize]| {
            vec![match rows.len() {
                0 => Crowd::Nobody,
                1..5 => Crowd::Few,
                _ => Crowd::Enough,
            }]
        };
        let known: Vec<Vec<Crowd>> = parts.iter().map(|rows| behind(rows)).collect();
        let hidden = hidden_parts(&parts, &vec![false; sizes.len()], &known, behind);
        (0..sizes.len()).filter(|at| hidden[*at][0]).collect()
    }

    #[test]
    fn the_smallest_shown_joins_those_of_too_few() {
        assert_eq!(hidden(&[20, 17, 3]), [1, 2], "3 = all − 20 − 17");
        assert_eq!(
            hidden(&[20, 17, 3, 4]),
            [2, 3],
            "seven together tell of nobody"
        );
        assert_eq!(hidden(&[20, 17, 2, 1, 9]), [2, 3, 4]);
        assert_eq!(hidden(&[20, 17, 0]), [0; 0], "nobody has nothing to hide");
        assert_eq!(hidden(&[20, 4]), [0, 1]);
        assert_eq!(hidden(&[4]), [0]);
        assert_eq!(hidden(&[]), [0; 0]);
    }

    #[test]
    fn whatever_is_left_of_the_whole_is_nobody_or_enough_of_several() {
        let mut random = fastrand::Rng::with_seed(4);
        for _ in 0..2000 {
            let sizes: Vec<usize> = (0..random.usize(1..7))
                .map(|_| random.usize(0..12))
                .collect();
            let hidden = hidden(&sizes);
            let left: usize = hidden.iter().map(|at| sizes[*at]).sum();
            let shown = (0..sizes.len()).any(|at| sizes[at] > 0 && !hidden.contains(&at));
            assert!(
                !shown || left == 0 || (left >= 5 && hidden.len() > 1),
                "{sizes:?}"
            );
            assert!(
                sizes
                    .iter()
                    .zip(0..)
                    .all(|(n, at)| !(1..5).contains(n) || hidden.contains(&at))
            );
        }
    }
}
