//! A flat page seen from anywhere: a homography, found from points known on both sides.
//!
//! Direct linear transform by least squares; Hartley and Zisserman, Multiple View Geometry, 4.1,
//! coordinates brought to about 1 first (4.4).

/// A place on a page, in points, or in a picture, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// From a page to a picture of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane([f64; 9]);

/// So far points lie from the origin once they are brought to about 1.
const SCALE: f64 = 1000.0;

impl Plane {
    /// The plane that brings the first of each pair closest to the second. Four pairs are needed;
    /// `None` for fewer, or when three of four lie on a line.
    pub fn through(pairs: &[(Point, Point)]) -> Option<Self> {
        if pairs.len() < 4 {
            return None;
        }
        let mut normal = [[0.0; 9]; 8];
        for (from, to) in pairs {
            let (x, y) = (from.x / SCALE, from.y / SCALE);
            let (u, v) = (to.x / SCALE, to.y / SCALE);
            let rows = [
                [x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u],
                [0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v],
            ];
            for row in rows {
                for (at, sums) in normal.iter_mut().enumerate() {
                    for (sum, value) in sums.iter_mut().zip(row) {
                        *sum += row[at] * value;
                    }
                }
            }
        }
        let [a, b, c, d, e, f, g, h] = solve(normal)?;
        Some(Self([
            a,
            b,
            c * SCALE,
            d,
            e,
            f * SCALE,
            g / SCALE,
            h / SCALE,
            1.0,
        ]))
    }

    /// Where a point of the page lies in the picture.
    pub fn at(&self, x: f64, y: f64) -> Point {
        let [a, b, c, d, e, f, g, h, i] = self.0;
        let w = g * x + h * y + i;
        let w = if w.abs() < 1e-9 { 1e-9 } else { w };
        Point::new((a * x + b * y + c) / w, (d * x + e * y + f) / w)
    }
}

/// By elimination; `None` when the equations do not settle the unknowns.
pub(super) fn solve<const N: usize, const M: usize>(mut rows: [[f64; M]; N]) -> Option<[f64; N]> {
    for at in 0..N {
        let size = |row: &usize| rows[*row][at].abs();
        let best = (at..N).max_by(|a, b| size(a).total_cmp(&size(b)))?;
        rows.swap(at, best);
        let pivot = rows[at];
        if pivot[at].abs() < 1e-12 {
            return None;
        }
        for (row, below) in rows.iter_mut().enumerate() {
            if row == at {
                continue;
            }
            let factor = below[at] / pivot[at];
            for (value, above) in below.iter_mut().zip(pivot) {
                *value -= factor * above;
            }
        }
    }
    let mut solved = [0.0; N];
    for (at, row) in rows.iter().enumerate() {
        solved[at] = row[N] / row[at];
    }
    Some(solved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_goes_through_its_four_points() {
        let on_page = [(0.0, 0.0), (595.0, 0.0), (595.0, 842.0), (0.0, 842.0)];
        let seen = [
            (120.0, 80.0),
            (1300.0, 140.0),
            (1250.0, 1900.0),
            (90.0, 1800.0),
        ];
        let pairs: Vec<_> = on_page
            .iter()
            .zip(seen)
            .map(|(a, b)| (Point::new(a.0, a.1), Point::new(b.0, b.1)))
            .collect();
        let plane = Plane::through(&pairs).unwrap();
        for (from, to) in &pairs {
            assert!(plane.at(from.x, from.y).distance(*to) < 1e-6);
        }
        let line = [0.0, 1.0, 2.0, 3.0].map(|at| (Point::new(at, at), Point::new(at, at)));
        assert_eq!(Plane::through(&line), None);
        assert_eq!(Plane::through(&pairs[..3]), None);
    }
}
