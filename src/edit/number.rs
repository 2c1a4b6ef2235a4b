//! Numbers in fields.

/// A number as people type it: full-width digits, a percent sign and a comma do no harm.
pub fn read_number(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '%' | '％'))
        .map(|c| match c {
            '０'..='９' => {
                char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
            }
            '．' | ',' | '，' => '.',
            '−' | '－' => '-',
            c => c,
        })
        .collect();
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// As short as it can be, and so that it reads back.
pub fn number(value: f64) -> String {
    let rounded = (value * 1e9).round() / 1e9;
    format!("{}", rounded + 0.0)
}

/// An amount of money or the like with its thousands apart: `1,120`, `12,345.5`.
pub fn amount(value: f64) -> String {
    let text = number(value);
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let digits = whole.trim_start_matches('-');
    let mut apart = whole
        .get(..whole.len() - digits.len())
        .unwrap_or_default()
        .to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            apart.push(',');
        }
        apart.push(digit);
    }
    apart + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_people_type_them() {
        for text in ["40", " 40 % ", "４０％", "40.0"] {
            assert_eq!(read_number(text), Some(40.0), "{text}");
        }
        assert_eq!(read_number("1,5"), Some(1.5));
        for text in ["", "x", "1e999", "nan"] {
            assert_eq!(read_number(text), None, "{text}");
        }
        for value in [0.0, -1.5, 33.333_333_3, 1e6] {
            assert_eq!(read_number(&number(value)), Some(value));
        }
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(amount(1120.0), "1,120");
        assert_eq!(amount(-1_234_567.25), "-1,234,567.25");
        assert_eq!(amount(980.0), "980");
    }
}
