//! Texts from files and workspaces on a terminal: shown, never obeyed.
//!
//! A name may hold what moves the cursor, changes the title of the window or turns the line
//! around. JSON has its own way of writing such characters and is not touched.

/// The text with whatever steers a terminal written out; lines stay lines.
pub(super) fn lines(text: &str) -> String {
    escaped(text, |c| c != '\n' && steers(c))
}

/// The same for one cell of a table, which is one line.
pub(super) fn cell(text: &str) -> String {
    escaped(text, steers)
}

fn escaped(text: &str, harmful: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match harmful(c) {
            true => shown.extend(c.escape_default()),
            false => shown.push(c),
        }
    }
    shown
}

/// Control characters, ends of lines, and what overrides the direction of writing.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        let all: String = ('\0'..='\u{ffff}').collect();
        for shown in [lines(&all), cell(&all)] {
            assert!(!shown.chars().any(|c| c != '\n' && steers(c)));
        }
        assert!(!cell(&all).contains('\n'));
        assert_eq!(
            lines("a\u{1b}]0;x\u{7}\nb\u{202e}"),
            "a\\u{1b}]0;x\\u{7}\nb\\u{202e}"
        );
        assert_eq!(cell("a\r\nb"), "a\\r\\nb");
    }

    #[test]
    fn names_stay_as_they_are_written() {
        for name in ["北京远望 “甲”", "Müller & Söhne", "שלום", "👩‍🔧 Ltd."] {
            assert_eq!(lines(name), name);
            assert_eq!(cell(name), name);
        }
    }
}
