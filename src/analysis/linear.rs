//! Linear equations of the size regressions of a questionnaire have: a dozen unknowns.

/// What is left of a variance below this share of it is rounding: the columns depend on one
/// another.
const SINGULAR: f64 = 1e-10;

/// x of A·x = b for a symmetric positive definite A by Cholesky's factors (Golub & Van Loan
/// 2013, Matrix Computations, 4.2). `None` when A is singular, not square or holds no number,
/// and of no unknowns.
pub(super) fn solve(matrix: &[Vec<f64>], right: &[f64]) -> Option<Vec<f64>> {
    let size = right.len();
    if size == 0 || matrix.len() != size || matrix.iter().any(|row| row.len() != size) {
        return None;
    }
    let lower = cholesky(matrix)?;
    let mut solution = right.to_vec();
    for row in 0..size {
        let known: f64 = (0..row).map(|at| lower[row][at] * solution[at]).sum();
        solution[row] = (solution[row] - known) / lower[row][row];
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size)
            .map(|at| lower[at][row] * solution[at])
            .sum();
        solution[row] = (solution[row] - known) / lower[row][row];
    }
    solution.iter().all(|it| it.is_finite()).then_some(solution)
}

/// L of A = L·Lᵀ.
fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let mut lower = vec![vec![0.0; size]; size];
    for row in 0..size {
        for column in 0..=row {
            let known: f64 = (0..column)
                .map(|at| lower[row][at] * lower[column][at])
                .sum();
            let rest = matrix[row][column] - known;
            lower[row][column] = match row == column {
                true if rest > SINGULAR * matrix[row][row] => rest.sqrt(),
                true => return None,
                false => rest / lower[column][column],
            };
        }
    }
    Some(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_what_numpy_solves() {
        // numpy.linalg.solve([[4, 2, 1], [2, 5, 3], [1, 3, 6]], [1, 2, 3])
        let matrix = [
            vec![4.0, 2.0, 1.0],
            vec![2.0, 5.0, 3.0],
            vec![1.0, 3.0, 6.0],
        ];
        let solution = solve(&matrix, &[1.0, 2.0, 3.0]).unwrap();
        let expected = [
            0.089_552_238_805_970_16,
            0.104_477_611_940_298_5,
            0.432_835_820_895_522_4,
        ];
        for (value, expected) in solution.iter().zip(expected) {
            assert!((value - expected).abs() < 1e-12, "{value} {expected}");
        }
    }

    #[test]
    fn what_depends_on_one_another_has_no_solution() {
        let twice = [vec![1.0, 1.0], vec![1.0, 1.0]];
        assert_eq!(solve(&twice, &[1.0, 1.0]), None);
        assert_eq!(solve(&[vec![0.0]], &[0.0]), None);
        assert_eq!(solve(&[vec![f64::NAN]], &[1.0]), None);
        assert_eq!(solve(&[], &[]), None);
        assert_eq!(solve(&[vec![1.0, 2.0]], &[1.0]), None);
    }
}
