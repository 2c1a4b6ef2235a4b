//! How long filling in took, as platforms write it: `125`, `125秒`, `2分5秒`, `0:02:05`, `2m 5s`.

use super::cell::Cell;
use super::normal;

/// Longer than a week nobody sits over a form.
const MOST: f64 = 7.0 * 24.0 * 3_600.0;

/// Seconds, whole ones; `None` for what is no duration.
pub(super) fn read(cell: &Cell) -> Option<u32> {
    let seconds = match (cell, normal::number(cell)) {
        // A time of day, as spreadsheets take it for.
        (Cell::Date(at), _) if at.year() < 1901 => {
            let time = at.time();
            let (hours, minutes) = (f64::from(time.hour()), f64::from(time.minute()));
            hours * 3_600.0 + minutes * 60.0 + f64::from(time.second())
        }
        (_, Some(number)) => number,
        _ => written(&normal::folded(&cell.found()))?,
    };
    let fits = seconds.is_finite() && (0.0..=MOST).contains(&seconds);
    fits.then(|| seconds.round() as u32)
}

/// Units by how they are written, the longer ones first.
const UNITS: [(&str, f64); 20] = [
    ("小时", 3_600.0),
    ("分钟", 60.0),
    ("秒钟", 1.0),
    ("hours", 3_600.0),
    ("hour", 3_600.0),
    ("minutes", 60.0),
    ("minute", 60.0),
    ("seconds", 1.0),
    ("second", 1.0),
    ("mins", 60.0),
    ("min", 60.0),
    ("secs", 1.0),
    ("sec", 1.0),
    ("时", 3_600.0),
    ("分", 60.0),
    ("秒", 1.0),
    ("h", 3_600.0),
    ("m", 60.0),
    ("s", 1.0),
    ("\"", 1.0),
];

fn written(text: &str) -> Option<f64> {
    let text = text.trim();
    if text.contains(':') {
        let parts = text.split(':').map(|part| part.trim().parse::<u32>().ok());
        let parts: Vec<u32> = parts.collect::<Option<_>>()?;
        let sum = |seconds: f64, part: &u32| seconds * 60.0 + f64::from(*part);
        return (2..=3)
            .contains(&parts.len())
            .then(|| parts.iter().fold(0.0, sum));
    }
    let (mut rest, mut seconds) = (text, 0.0);
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number: u32 = rest.get(..digits)?.parse().ok()?;
        rest = rest.get(digits..)?.trim_start();
        let (unit, length) = UNITS.iter().find(|(unit, _)| rest.starts_with(unit))?;
        seconds += f64::from(number) * length;
        rest = rest.get(unit.len()..)?.trim_start();
    }
    (!text.is_empty()).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_platforms_write_them() {
        for (found, seconds) in [
            ("125", Some(125)),
            ("125秒", Some(125)),
            ("2分5秒", Some(125)),
            ("1小时", Some(3_600)),
            ("0:02:05", Some(125)),
            ("2:05", Some(125)),
            ("2m 5s", Some(125)),
            ("3 minutes", Some(180)),
            ("-4", None),
            ("很快", None),
            ("5秒前", None),
            ("99999999", None),
        ] {
            assert_eq!(read(&Cell::Text(found.into())), seconds, "{found}");
        }
    }
}
