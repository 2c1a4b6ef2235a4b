//! Forms as firms lay them out, at random: what is printed, where each answer stands, and how it
//! is marked.

use super::paper::{At, Paper};
use crate::model::{Item, ItemKind};

/// Where the answer to an item stands.
#[derive(Clone, Debug)]
pub enum Place {
    /// A cell for each option.
    Ticks(Vec<At>),
    /// The same, with the options' labels in the cells.
    Labelled(Vec<At>),
    Cell(At),
    /// Options with boxes in one cell, behind these words.
    Inline(At, String),
}

#[derive(Clone, Debug, Default)]
pub struct Layout {
    pub blank: Paper,
    /// By item.
    pub places: Vec<Option<Place>>,
    /// Cell of the customer and of the date, with the words before them in the same cell.
    pub customer: (At, String),
    pub date: (At, String),
    /// Rows before which others may come in.
    pub starts: Vec<u32>,
    /// Boxes of options in one cell: empty and ticked.
    pub boxes: (&'static str, &'static str),
}

const BOXES: [(&str, &str); 3] = [("□", "☑"), ("（ ）", "（√）"), ("○", "●")];

fn labels(item: &Item) -> Vec<String> {
    let options = item.scale.iter().flat_map(|it| &it.options);
    options.map(|it| it.label.clone()).collect()
}

/// What the form calls an item: nothing the program could know.
pub fn words(at: usize) -> String {
    let words = [
        "贵方对甲项之评语",
        "乙类服务观感",
        "丙方面如何",
        "丁",
        "戊之快慢",
        "己处",
        "庚的说法",
        "辛",
    ];
    format!("{}（{}）", words[at % words.len()], at + 1)
}

impl Layout {
    pub fn any(items: &[Item], seed: &mut fastrand::Rng) -> Self {
        let mut layout = Self {
            places: vec![None; items.len()],
            boxes: BOXES[seed.usize(..BOXES.len())],
            ..Self::default()
        };
        let mut row = layout.head(seed);
        let two_columns = seed.bool();
        let mut at = 0;
        while at < items.len() {
            layout.starts.push(row);
            let mut deepest = row;
            for x in [0, 9].iter().take(if two_columns { 2 } else { 1 }) {
                let count = seed.usize(1..4).min(items.len() - at);
                let group: Vec<usize> = (at..at + count).collect();
                at += count;
                if !group.is_empty() {
                    deepest = deepest.max(layout.group(items, &group, (row, *x), seed));
                }
            }
            row = deepest;
            if seed.bool() {
                let text = format!("说明第{row}条：请按实际情况填写");
                layout.blank.put((row, 0), text);
                row += 1;
            }
            row += seed.u32(0..2);
        }
        if seed.bool() {
            layout.blank.put((row + 1, 0), "谢谢您的合作！");
        }
        layout
    }

    /// Title, customer and date.
    fn head(&mut self, seed: &mut fastrand::Rng) -> u32 {
        self.blank.put((0, 0), "某某公司顾客意见征询单");
        self.blank.merge((0, 0), (0, 6));
        self.starts.push(0);
        let row = 1 + seed.u32(0..2);
        match seed.u8(..3) {
            0 => {
                self.blank.put((row, 0), "来函单位");
                self.blank.put((row, 3), "填写于");
                self.blank.merge((row, 1), (row, 2));
                self.customer = ((row, 1), String::new());
                self.date = ((row, 4), String::new());
            }
            1 => {
                self.blank
                    .put((row, 0), "来函单位：________　填写于：________");
                self.customer = ((row, 0), "来函单位：".to_owned());
                self.date = ((row, 0), "填写于：".to_owned());
            }
            _ => {
                self.blank.put((row, 0), "来函单位：");
                self.blank.put((row + 1, 0), "填写于：");
                self.customer = ((row, 0), "来函单位：".to_owned());
                self.date = ((row + 1, 0), "填写于：".to_owned());
            }
        }
        row + 2 + seed.u32(0..2)
    }

    /// Items laid out alike; the row below them.
    fn group(&mut self, items: &[Item], group: &[usize], at: At, seed: &mut fastrand::Rng) -> u32 {
        let scaled = group.iter().all(|it| items[*it].kind.has_scale());
        let first = labels(&items[group[0]]);
        let alike = group.iter().all(|it| labels(&items[*it]) == first);
        match seed.u8(..7) {
            0 | 1 if scaled && alike => self.table(items, group, at, seed),
            2 if scaled => self.down(items, group, at),
            3 if scaled => self.inline(items, group, at, seed.bool()),
            4 if scaled => self.labelled(items, group, at),
            5 => self.under(group, at),
            _ => self.single(items, group, at, seed),
        }
    }

    fn table(
        &mut self,
        items: &[Item],
        group: &[usize],
        (mut row, x): At,
        seed: &mut fastrand::Rng,
    ) -> u32 {
        let labels = labels(&items[group[0]]);
        let last = x + 1 + labels.len() as u32;
        let blank = &mut self.blank;
        if seed.bool() {
            blank.put((row, x + 2), "评语");
            blank.merge((row, x + 2), (row, last));
            row += 1;
        }
        blank.put((row, x), "序");
        blank.put((row, x + 1), "事项");
        for (column, label) in (x + 2..).zip(&labels) {
            blank.put((row, column), label.as_str());
        }
        for (number, item) in group.iter().enumerate() {
            row += 1;
            blank.put((row, x), super::paper::Content::Number(number as f64 + 1.0));
            blank.put((row, x + 1), words(*item));
            let cells = (x + 2..=last).map(|column| (row, column)).collect();
            self.places[*item] = Some(Place::Ticks(cells));
            if x == 0 {
                self.starts.push(row);
            }
        }
        row + 1
    }

    fn down(&mut self, items: &[Item], group: &[usize], (mut row, x): At) -> u32 {
        for item in group {
            self.blank.put((row, x), words(*item));
            let mut cells = Vec::new();
            for label in labels(&items[*item]) {
                row += 1;
                self.blank.put((row, x + 1), label.as_str());
                cells.push((row, x + 2));
            }
            self.places[*item] = Some(Place::Ticks(cells));
            row += 1;
        }
        row
    }

    fn inline(&mut self, items: &[Item], group: &[usize], (mut row, x): At, own: bool) -> u32 {
        for item in group {
            let words = if own {
                format!("{}：", words(*item))
            } else {
                String::new()
            };
            let at = if own { (row, x) } else { (row, x + 1) };
            if !own {
                self.blank.put((row, x), self::words(*item));
            }
            let text = inline(&words, &labels(&items[*item]), None, self.boxes);
            self.blank.put(at, text);
            self.places[*item] = Some(Place::Inline(at, words));
            row += 1;
        }
        row
    }

    fn labelled(&mut self, items: &[Item], group: &[usize], (mut row, x): At) -> u32 {
        for item in group {
            self.blank.put((row, x), words(*item));
            let mut cells = Vec::new();
            for (column, label) in (x + 1..).zip(labels(&items[*item])) {
                self.blank.put((row, column), label.as_str());
                cells.push((row, column));
            }
            self.places[*item] = Some(Place::Labelled(cells));
            row += 1;
        }
        row
    }

    fn under(&mut self, group: &[usize], (mut row, x): At) -> u32 {
        for item in group {
            self.blank.put((row, x), words(*item));
            self.blank.merge((row, x), (row, x + 4));
            self.blank.merge((row + 1, x), (row + 1, x + 4));
            self.places[*item] = Some(Place::Cell((row + 1, x)));
            row += 2;
        }
        row
    }

    fn single(
        &mut self,
        items: &[Item],
        group: &[usize],
        (mut row, x): At,
        seed: &mut fastrand::Rng,
    ) -> u32 {
        if seed.bool() {
            self.blank.put((row, x + 1), "事项");
            self.blank.put((row, x + 2), "评语");
            row += 1;
        }
        for item in group {
            self.blank.put((row, x + 1), words(*item));
            if seed.bool() {
                self.blank.merge((row, x + 2), (row, x + 3));
            }
            if seed.u8(..4) == 0 && items[*item].kind != ItemKind::Text {
                self.blank.put((row, x + 2), "（请填写）");
            }
            self.places[*item] = Some(Place::Cell((row, x + 2)));
            row += 1;
        }
        row
    }
}

/// Options with boxes, one of them ticked.
pub fn inline(
    words: &str,
    labels: &[String],
    chosen: Option<usize>,
    (empty, ticked): (&str, &str),
) -> String {
    let each = labels.iter().enumerate().map(|(at, label)| {
        let mark = if chosen == Some(at) { ticked } else { empty };
        format!("{mark}{label}")
    });
    format!("{words}{}", each.collect::<Vec<_>>().join("  "))
}

/// The blank with its marks written in.
pub fn marked(layout: &Layout, items: &[Item]) -> Paper {
    let mut paper = layout.blank.clone();
    let mut before = |at: At, words: &str, mark: &str| {
        let text = paper.text(at);
        let place = text.find(words).map_or(0, |it| it + words.len());
        let text = format!("{}{mark}{}", &text[..place], &text[place..]);
        paper.put(at, text);
    };
    for (item, place) in items.iter().zip(&layout.places) {
        let code = &item.code;
        match place {
            Some(Place::Ticks(cells) | Place::Labelled(cells)) => {
                for (at, label) in cells.iter().zip(labels(item)) {
                    before(*at, "", &format!("{{{code}={label}}}"));
                }
            }
            Some(Place::Cell(at)) => before(*at, "", &format!("{{{code}}}")),
            Some(Place::Inline(at, words)) => before(*at, words, &format!("{{{code}}}")),
            None => {}
        }
    }
    before(layout.customer.0, &layout.customer.1, "{customer}");
    before(layout.date.0, &layout.date.1, "{日期}");
    paper
}
