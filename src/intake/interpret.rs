//! One cell of an item's column read as an answer.
//!
//! What no rule reads is [`Answer::Unreadable`]; nothing is guessed.

use super::cell::Cell;
use super::mapping::Reading;
use super::normal::{self, flag, folded};
use super::options::Options;
use super::platform::Platform;
use crate::model::{Answer, Expected, Item, ItemKind};

/// Between the options of one answer, where no option contains it.
const SEPARATORS: [char; 8] = ['┋', ';', '；', '|', '\n', ',', '，', '、'];
/// Marks of exports for a question that was not shown or not answered.
const SKIPPED: [&str; 2] = ["(跳过)", "{跳过}"];
const BLANK: [&str; 1] = ["(空)"];
const NOT_APPLICABLE: [&str; 4] = ["不适用", "n/a", "na", "n.a."];
/// Numbers an export of 问卷星 writes for the same.
const SKIPPED_NUMBER: f64 = -3.0;
const BLANK_NUMBER: f64 = -2.0;
/// Where text beside a ticked option begins in exports of 问卷星.
const BESIDE: char = '〖';
/// Numbers beyond this are no answer to any question.
const LARGEST: f64 = 1e9;

/// Reads the cells of one item under one reading.
pub(super) struct Interpreter<'a> {
    item: &'a Item,
    reading: Reading,
    platform: Platform,
    options: Option<Options>,
    /// Separators that no label contains.
    separators: Vec<char>,
}

impl<'a> Interpreter<'a> {
    pub fn new(item: &'a Item, reading: Reading, platform: Platform) -> Self {
        let labels = || item.scale.iter().flat_map(|scale| &scale.options);
        let used = |separator: &char| {
            labels().any(|option| {
                option.label.contains(*separator)
                    || option
                        .aliases
                        .iter()
                        .any(|alias| alias.contains(*separator))
            })
        };
        Self {
            item,
            reading,
            platform,
            options: item.scale.as_ref().map(Options::of),
            separators: SEPARATORS.into_iter().filter(|c| !used(c)).collect(),
        }
    }

    pub fn options(&self) -> Option<&Options> {
        self.options.as_ref()
    }

    /// The answer a cell holds.
    pub fn read(&self, cell: &Cell) -> Answer {
        self.marked(cell).unwrap_or_else(|| match &self.options {
            Some(options) => self.chosen(options, cell),
            None => self.open(cell),
        })
    }

    /// A cell that holds no answer, unless its text is an option.
    pub fn marked(&self, cell: &Cell) -> Option<Answer> {
        match cell {
            Cell::Empty => Some(Answer::Blank),
            Cell::Text(text) => {
                if self
                    .options
                    .as_ref()
                    .is_some_and(|o| o.by_label(text).is_some())
                {
                    return None;
                }
                let text = folded(text);
                let is = |marks: &[&str]| marks.contains(&text.as_str());
                match () {
                    () if is(&SKIPPED) => Some(Answer::Skipped),
                    () if is(&BLANK) => Some(Answer::Blank),
                    () if self.options.is_some() && is(&NOT_APPLICABLE) => {
                        Some(Answer::NotApplicable)
                    }
                    () => self.marked_number(cell),
                }
            }
            _ => self.marked_number(cell),
        }
    }

    fn marked_number(&self, cell: &Cell) -> Option<Answer> {
        if self.platform != Platform::Wenjuanxing {
            return None;
        }
        match normal::number(cell)? {
            number if number == SKIPPED_NUMBER => Some(Answer::Skipped),
            number if number == BLANK_NUMBER => Some(Answer::Blank),
            _ => None,
        }
    }

    fn chosen(&self, options: &Options, cell: &Cell) -> Answer {
        if self.item.kind == ItemKind::Multi {
            return self.ticked(options, cell);
        }
        let found = self.option(options, cell);
        found.map_or(Answer::Unreadable, Answer::Option)
    }

    /// The one option a cell names.
    pub fn option(&self, options: &Options, cell: &Cell) -> Option<u8> {
        match (normal::number(cell), self.reading) {
            (Some(number), Reading::Scores) => return options.by_score(number),
            (Some(number), Reading::OptionNumbers) => return options.by_number(number),
            _ => {}
        }
        match cell {
            Cell::Text(text) => options
                .by_label(text)
                .or_else(|| options.by_label(without_beside(text)?))
                .or_else(|| self.yes_or_no(options, cell)),
            Cell::Number(_) => options.by_label(&cell.found()),
            Cell::Bool(_) => self.yes_or_no(options, cell),
            _ => None,
        }
    }

    /// `yes` for an option labelled 是, and the like.
    fn yes_or_no(&self, options: &Options, cell: &Cell) -> Option<u8> {
        if self.item.kind != ItemKind::YesNo || normal::number(cell).is_some() {
            return None;
        }
        let words = if flag(cell)? {
            ["是", "yes"]
        } else {
            ["否", "no"]
        };
        words.iter().find_map(|word| options.by_label(word))
    }

    fn ticked(&self, options: &Options, cell: &Cell) -> Answer {
        if let Some(option) = self.option(options, cell) {
            return Answer::Options(vec![option]);
        }
        let Cell::Text(text) = cell else {
            return Answer::Unreadable;
        };
        let parts = split(text, &self.separators);
        let ticked = parts.map(|part| self.option(options, &Cell::Text(part.into())));
        match ticked.collect::<Option<Vec<u8>>>() {
            Some(mut ticked) if !ticked.is_empty() => {
                ticked.sort_unstable();
                ticked.dedup();
                Answer::Options(ticked)
            }
            _ => Answer::Unreadable,
        }
    }

    fn open(&self, cell: &Cell) -> Answer {
        match self.item.kind {
            ItemKind::Nps | ItemKind::Number => {
                let (low, high) = self.range();
                let whole = self.item.kind == ItemKind::Nps;
                normal::number(cell)
                    .filter(|number| (low..=high).contains(number))
                    .filter(|number| !whole || number.fract() == 0.0)
                    .map_or(Answer::Unreadable, Answer::Number)
            }
            ItemKind::Date => {
                normal::date(cell).map_or(Answer::Unreadable, |date| Answer::Text(date.to_string()))
            }
            _ => match cell {
                Cell::Error(_) => Answer::Unreadable,
                cell => Answer::Text(cell.found()),
            },
        }
    }

    /// A number that is scored is a percent of ten; one that is not may be anything.
    fn range(&self) -> (f64, f64) {
        match self.item.kind {
            ItemKind::Number if !self.item.scored => (-LARGEST, LARGEST),
            _ => self.item.range().unwrap_or((0.0, 10.0)),
        }
    }

    /// What would have been read.
    pub fn expected(&self) -> Expected {
        let (low, high) = self.range();
        match (self.item.kind, &self.item.scale) {
            (ItemKind::Nps | ItemKind::Number, _) => Expected::Number { low, high },
            (ItemKind::Date, _) => Expected::Date,
            (_, None) => Expected::Answer,
            (_, Some(scale)) => {
                let mut words: Vec<String> = scale
                    .options
                    .iter()
                    .map(|option| option.label.clone())
                    .collect();
                match self.reading {
                    Reading::Scores => words.extend(scale.scores().map(|score| score.to_string())),
                    Reading::OptionNumbers => {
                        words.extend((1..=scale.options.len()).map(|number| number.to_string()));
                    }
                    _ => {}
                }
                Expected::OneOf(words)
            }
        }
    }
}

/// Label of a ticked option without the text written beside it.
fn without_beside(text: &str) -> Option<&str> {
    text.split_once(BESIDE).map(|(label, _)| label)
}

/// Cuts at the first kind of separator there is, but not within text beside an option.
fn split<'t>(text: &'t str, separators: &[char]) -> impl Iterator<Item = &'t str> {
    let used = separators
        .iter()
        .find(|separator| text.contains(**separator));
    let used = used.copied();
    let mut depth = 0_usize;
    text.split(move |c: char| {
        match c {
            BESIDE => depth += 1,
            '〗' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && Some(c) == used
    })
    .map(str::trim)
    .filter(|part| !part.is_empty())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::intake::options::tests::scale;
    use crate::model::{LineageId, Origin};

    /// An item of a kind, with a scale of labels and scores if any are given.
    pub fn item(kind: ItemKind, options: &[(&str, Option<f64>)]) -> Item {
        Item {
            lineage: LineageId(1),
            origin: Origin::New,
            code: "Q1".to_owned(),
            text: "质量".to_owned(),
            dimension: None,
            kind,
            scale: (!options.is_empty()).then(|| scale(options)),
            scored: kind.scored_by_default(),
            weight: 1.0,
            required: false,
            segment: false,
            importance_of: None,
            aliases: Vec::new(),
        }
    }

    pub const FIVE: [(&str, Option<f64>); 5] = [
        ("很满意", Some(5.0)),
        ("满意", Some(4.0)),
        ("一般", Some(3.0)),
        ("不满意", Some(2.0)),
        ("很不满意", Some(1.0)),
    ];

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    fn read(item: &Item, reading: Reading, cell: &Cell) -> Answer {
        Interpreter::new(item, reading, Platform::Plain).read(cell)
    }

    #[test]
    fn a_rating_is_read_as_asked() {
        let item = item(ItemKind::Rating, &FIVE);
        let (labels, scores, numbers) = (Reading::Labels, Reading::Scores, Reading::OptionNumbers);
        assert_eq!(read(&item, labels, &text("满 意")), Answer::Option(1));
        assert_eq!(read(&item, labels, &Cell::Number(4.0)), Answer::Unreadable);
        assert_eq!(read(&item, scores, &Cell::Number(4.0)), Answer::Option(1));
        assert_eq!(read(&item, scores, &text(" ４ ")), Answer::Option(1));
        assert_eq!(read(&item, scores, &text("满意")), Answer::Option(1));
        assert_eq!(read(&item, numbers, &Cell::Number(4.0)), Answer::Option(3));
        assert_eq!(read(&item, scores, &Cell::Number(7.0)), Answer::Unreadable);
        for (cell, answer) in [
            (Cell::Empty, Answer::Blank),
            (text("(跳过)"), Answer::Skipped),
            (text("（空）"), Answer::Blank),
            (text("不适用"), Answer::NotApplicable),
            (text("N/A"), Answer::NotApplicable),
            (Cell::Error("#DIV/0!"), Answer::Unreadable),
            (text("还行"), Answer::Unreadable),
            (Cell::Bool(true), Answer::Unreadable),
            (Cell::Number(-3.0), Answer::Unreadable),
        ] {
            assert_eq!(read(&item, scores, &cell), answer, "{cell:?}");
        }
        let export = Interpreter::new(&item, scores, Platform::Wenjuanxing);
        assert_eq!(export.read(&Cell::Number(-3.0)), Answer::Skipped);
        assert_eq!(export.read(&Cell::Number(-2.0)), Answer::Blank);
    }

    #[test]
    fn yes_and_no_come_in_both_languages() {
        let item = item(ItemKind::YesNo, &[("是", Some(1.0)), ("否", Some(0.0))]);
        for cell in [text("是"), text("Yes"), Cell::Bool(true)] {
            assert_eq!(
                read(&item, Reading::Labels, &cell),
                Answer::Option(0),
                "{cell:?}"
            );
        }
        assert_eq!(read(&item, Reading::Labels, &text("N")), Answer::Option(1));
        assert_eq!(
            read(&item, Reading::Scores, &Cell::Number(0.0)),
            Answer::Option(1)
        );
    }

    #[test]
    fn several_options_are_cut_where_no_label_is() {
        let item = item(
            ItemKind::Multi,
            &[
                ("运动", None),
                ("音乐、艺术", None),
                ("旅游", None),
                ("其他", None),
            ],
        );
        for (cell, ticked) in [
            ("运动┋旅游", vec![0, 2]),
            ("旅游;运动; 旅游", vec![0, 2]),
            ("音乐、艺术", vec![1]),
            ("音乐、艺术，运动", vec![0, 1]),
            ("运动┋其他〖钓鱼；看书┋下棋〗", vec![0, 3]),
        ] {
            assert_eq!(
                read(&item, Reading::Labels, &text(cell)),
                Answer::Options(ticked),
                "{cell}"
            );
        }
        assert_eq!(
            read(&item, Reading::Labels, &text("运动、旅游")),
            Answer::Unreadable
        );
        assert_eq!(
            read(&item, Reading::Labels, &text("运动┋登山")),
            Answer::Unreadable
        );
        assert_eq!(
            read(&item, Reading::OptionNumbers, &text("1┋3")),
            Answer::Options(vec![0, 2])
        );
    }

    #[test]
    fn open_questions_keep_their_kind() {
        let nps = item(ItemKind::Nps, &[]);
        assert_eq!(
            read(&nps, Reading::Number, &text("１０")),
            Answer::Number(10.0)
        );
        for wrong in [Cell::Number(11.0), Cell::Number(9.5), text("九")] {
            assert_eq!(
                read(&nps, Reading::Number, &wrong),
                Answer::Unreadable,
                "{wrong:?}"
            );
        }
        let number = item(ItemKind::Number, &[]);
        assert_eq!(
            read(&number, Reading::Number, &Cell::Number(120.5)),
            Answer::Number(120.5)
        );
        let comment = item(ItemKind::Text, &[]);
        assert_eq!(
            read(&comment, Reading::Text, &text("好")),
            Answer::Text("好".to_owned())
        );
        assert_eq!(read(&comment, Reading::Text, &text("(空)")), Answer::Blank);
        assert_eq!(
            read(&comment, Reading::Text, &text("NA")),
            Answer::Text("NA".to_owned())
        );
        assert_eq!(
            read(&comment, Reading::Text, &Cell::Error("#N/A")),
            Answer::Unreadable
        );
        let date = item(ItemKind::Date, &[]);
        assert_eq!(
            read(&date, Reading::Date, &text("2026/6/1")),
            Answer::Text("2026-06-01".to_owned())
        );
    }
}
