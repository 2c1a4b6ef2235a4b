//! Check boxes, option buttons and lists that lie on a form, drawn into the cells they lie on: from
//! there on they are boxes and words as people type them.

use std::collections::BTreeMap;

use super::inline::{LOOSE, between};
use super::mark::{UNCLEAR, mark};
use crate::intake::cell::{Cell, cell_place};
use crate::intake::grid::Grid;
use crate::intake::look::{At, Control, List, Tick};

/// What controls are called until somebody writes beside them.
const UNNAMED: [&str; 8] = [
    "checkbox",
    "optionbutton",
    "radiobutton",
    "option",
    "复选框",
    "选项按钮",
    "单选按钮",
    "单选框",
];
/// Cells a list offers at most.
const MOST_OFFERED: usize = 200;

/// The sheet with its controls drawn in, those within so many rows and columns; `is_question`
/// says of a cell that it asks, `known` of a text that it is an option.
pub(super) fn drawn(
    grid: &Grid,
    controls: &[Control],
    (rows, columns): (u32, u32),
    is_question: impl Fn(At) -> bool,
    known: impl Fn(&str) -> bool,
) -> Grid {
    let mut drawn = grid.clone();
    let mut cells: BTreeMap<At, Vec<Control>> = BTreeMap::new();
    let near = |at: &At| at.0 < rows && at.1 < columns;
    for control in controls.iter().filter(|it| near(&it.at)) {
        let mut control = control.clone();
        if let Some(link) = control.link.filter(near) {
            let repeated = grid.cell(link.0, link.1);
            let says = match repeated {
                Cell::Bool(ticked) => Some(*ticked),
                _ => None,
            };
            if says.is_some_and(|ticked| ticked != (control.tick == Tick::Yes)) {
                control.tick = Tick::Unclear;
            }
            // It is no answer beside the one of the control.
            if matches!(repeated, Cell::Bool(_) | Cell::Number(_) | Cell::Error(_)) {
                drawn.set(link, Cell::Empty);
            }
        }
        if is_unnamed(&control.label) {
            control.label.clear();
        }
        cells.entry(control.at).or_default().push(control);
    }
    // What lists offer is no answer.
    for at in controls
        .iter()
        .filter_map(|it| it.list.as_ref())
        .flat_map(offered)
    {
        if near(&at) && !cells.contains_key(&at) {
            drawn.set(at, Cell::Empty);
        }
    }
    for (at, mut controls) in cells {
        let text = drawn.cell(at.0, at.1).found();
        let chosen: Vec<String> = controls
            .iter()
            .filter_map(|it| chosen(grid, it.list.as_ref()?))
            .collect();
        controls.retain(|it| it.list.is_none());
        let text = [text].into_iter().chain(chosen);
        let text = text
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let text = cell_text(&text, &controls, is_question(at), &known);
        let value = match text.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(text.into()),
        };
        drawn.set(at, value);
    }
    drawn
}

/// What is chosen from a list; `None` for nothing. What it offers may stand where nobody looks.
fn chosen(grid: &Grid, list: &List) -> Option<String> {
    let nth = list.chosen.checked_sub(1)?;
    let cell = offered(list).nth(usize::try_from(nth).ok()?);
    let said = cell.map(|at| grid.cell(at.0, at.1).found());
    let said = said.filter(|it| !it.is_empty());
    Some(said.unwrap_or_else(|| format!("{UNCLEAR} {}", list.chosen)))
}

/// The cells a list offers, as far as they stand on its own sheet, below each other.
fn offered(list: &List) -> impl Iterator<Item = At> + use<> {
    let (first, last) = list
        .range
        .split_once(':')
        .unwrap_or((&list.range, &list.range));
    let cells = cell_place(first).zip(cell_place(last));
    let cells = cells.filter(|(first, last)| first.1 == last.1);
    let rows = cells.map_or(0..0, |(first, last)| first.0..last.0.saturating_add(1));
    let column = cells.map_or(0, |(first, _)| first.1);
    rows.take(MOST_OFFERED).map(move |row| (row, column))
}

/// What a cell says with the boxes on it.
fn cell_text(text: &str, controls: &[Control], asks: bool, known: impl Fn(&str) -> bool) -> String {
    let text = text.trim();
    let boxes = || controls.iter().map(|it| drawn_box(it.tick));
    let labelled: Vec<&Control> = controls.iter().filter(|it| !it.label.is_empty()).collect();
    let ticked = |it: &Control| it.label.is_empty() && it.tick != Tick::No;
    if !labelled.is_empty() {
        let all = labelled
            .iter()
            .map(|it| format!("{}{}", drawn_box(it.tick), it.label));
        let lost = controls.iter().any(ticked).then(|| UNCLEAR.to_string());
        let text = Some(text.to_owned()).filter(|text| !text.is_empty());
        let all: Vec<String> = text.into_iter().chain(all).chain(lost).collect();
        return all.join(" ");
    }
    if text.is_empty() {
        return boxes().map(String::from).collect::<Vec<_>>().join(" ");
    }
    let (asking, options) = match text.split_once([':', '：']) {
        Some((asking, options)) if asks => (asking, options),
        _ if asks => (text, ""),
        _ => ("", text),
    };
    let as_many = |texts: &Vec<&str>| texts.len() == controls.len();
    let ways = [between(options), wide(options)]
        .into_iter()
        .filter(as_many);
    let ways: Vec<Vec<&str>> = ways.collect();
    let sure = ways.iter().find(|texts| texts.iter().all(|it| known(it)));
    // One box before several words may be that of the first.
    let spread = sure.or(ways.first().filter(|_| as_many(&between(options))));
    match spread {
        Some(texts) => {
            let all = boxes().zip(texts.iter());
            let all = all.map(|(drawn, text)| format!("{drawn}{text}"));
            let asking = (!asking.is_empty()).then(|| format!("{asking}："));
            let all: Vec<String> = asking.into_iter().chain(all).collect();
            all.join(" ")
        }
        None if controls.iter().any(ticked) && asks => format!("{asking} {UNCLEAR}{options}"),
        None if controls.iter().any(ticked) => format!("{UNCLEAR}{text}"),
        None => text.to_owned(),
    }
}

/// The texts that more than one space, or a mark, stands between.
fn wide(text: &str) -> Vec<&str> {
    let ends = |c: char| !LOOSE.contains(&c) && between(&c.to_string()).is_empty();
    let pieces = text.split(ends).flat_map(|piece| piece.split("  "));
    pieces.map(str::trim).filter(|it| !it.is_empty()).collect()
}

fn drawn_box(tick: Tick) -> char {
    match tick {
        Tick::No => '□',
        Tick::Yes => '☑',
        Tick::Unclear => UNCLEAR,
    }
}

fn is_unnamed(label: &str) -> bool {
    let letters = label.chars().filter(|c| !c.is_whitespace());
    let name: String = letters.flat_map(char::to_lowercase).collect();
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
    // Text that is nothing but marks names nothing either.
    UNNAMED.contains(&name) || mark(name).is_some_and(|(_, length)| length == name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn control(tick: Tick, label: &str) -> Control {
        Control {
            at: (0, 0),
            label: label.to_owned(),
            tick,
            link: None,
            list: None,
        }
    }

    #[test]
    fn boxes_are_drawn_before_the_texts_they_belong_to() {
        use Tick::{No, Unclear, Yes};
        let known = |label: &str| ["Very good", "Good"].contains(&label);
        let drawn = |text, controls: &[Control], asks| cell_text(text, controls, asks, known);
        let bare = |ticks: &[Tick]| ticks.iter().map(|it| control(*it, "")).collect::<Vec<_>>();
        let named = [control(No, "很满意"), control(Yes, "满意")];
        assert_eq!(drawn("", &named, false), "□很满意 ☑满意");
        assert_eq!(drawn("质量", &named, true), "质量 □很满意 ☑满意");
        assert_eq!(drawn("", &bare(&[Yes]), false), "☑");
        assert_eq!(drawn("满意", &bare(&[Yes]), false), "☑满意");
        assert_eq!(
            drawn("很满意  满意、一般", &bare(&[No, Yes, No]), false),
            "□很满意 ☑满意 □一般"
        );
        assert_eq!(
            drawn("Very good   Good", &bare(&[Yes, No]), false),
            "☑Very good □Good"
        );
        assert_eq!(
            drawn("质量：好 差", &bare(&[No, Yes]), true),
            "质量： □好 ☑差"
        );
        assert_eq!(drawn("Very good", &bare(&[Yes]), false), "☑Very good");
        // Nobody can say whose it is.
        assert_eq!(drawn("好 差", &bare(&[Yes]), false), "▣好 差");
        assert_eq!(drawn("好 差", &bare(&[No]), false), "好 差");
        assert_eq!(drawn("质量", &bare(&[Yes]), true), "质量 ▣");
        assert_eq!(drawn("", &bare(&[Unclear]), false), "▣");
    }

    #[test]
    fn what_nobody_named_has_no_label() {
        for label in ["Check Box 12", "复选框 3", "Option Button 1", "□"] {
            assert!(is_unnamed(label), "{label}");
        }
        for label in ["满意", "Option A", "5"] {
            assert!(!is_unnamed(label), "{label}");
        }
    }
}
