//! What somebody wrote beside an option that asks for words: `其他：钓鱼`, `Other (specify): by boat`.
//!
//! Only an option that stands for whatever the others leave out asks for words, and only behind a
//! mark that opens them: other words behind a label change what it says.

use crate::intake::cell::Cell;
use crate::intake::normal::{flag, folded, number};
use crate::intake::tick::mark;
use crate::model::{Item, Scale};

/// What such an option is called.
const OTHER: [&str; 22] = [
    "其他",
    "其它",
    "其他选项",
    "其它选项",
    "其他原因",
    "其它原因",
    "其他方式",
    "其它方式",
    "other",
    "others",
    "sonstige",
    "sonstiges",
    "andere",
    "anderes",
    "autre",
    "autres",
    "otro",
    "otros",
    "otra",
    "altro",
    "その他",
    "기타",
];
/// What asks for words.
const ASKS: [&str; 12] = [
    "请注明",
    "请填写",
    "请说明",
    "请写明",
    "请补充",
    "请列明",
    "specify",
    "describe",
    "bitteangeben",
    "préciser",
    "precisez",
    "especificar",
];
/// What opens the words, in a folded text.
const OPENS: [char; 14] = [
    ':', '_', '-', '—', '–', '(', '[', '【', '〖', '「', '『', '"', '“', '=',
];
/// Words that say nothing was meant.
const NOTHING: [&str; 14] = [
    "无",
    "没有",
    "暂无",
    "没",
    "不",
    "未选",
    "none",
    "nothing",
    "null",
    "nil",
    "keine",
    "nein",
    "non",
    "未勾选",
];

/// The options of an item that ask for words, by what stands before the words.
#[derive(Default)]
pub(super) struct Others {
    heads: Vec<(String, u8)>,
    /// Labels and aliases of all options.
    labels: Vec<String>,
}

impl Others {
    /// Those of an item; an option with a score is an answer of its own.
    pub fn of(item: &Item) -> Self {
        let options = |scale: &Scale| scale.options.clone();
        let options = item.scale.as_ref().map(options).unwrap_or_default();
        let mut others = Self::default();
        for (at, option) in (0_u8..).zip(&options) {
            for name in std::iter::once(&option.label).chain(&option.aliases) {
                let name = folded(name);
                let head = name.split(OPENS).next().unwrap_or_default();
                let head = head.trim_end_matches([',', '、', '.']);
                let asks = ASKS.iter().find_map(|it| name.find(it));
                let before = asks.and_then(|at| name.get(..at)).unwrap_or(&name);
                let before = before.trim_end_matches(|c| OPENS.contains(&c) || c == ',');
                if option.score.is_none() && (OTHER.contains(&head) || asks.is_some()) {
                    let heads = [name.trim_end_matches(OPENS), head, before];
                    let heads = heads.into_iter().filter(|it| !it.is_empty());
                    others.heads.extend(heads.map(|it| (it.to_owned(), at)));
                }
                others.labels.push(name);
            }
        }
        let longest = |(head, _): &(String, u8)| std::cmp::Reverse(head.len());
        others.heads.sort_by_key(longest);
        others
    }

    /// The option a text names with words behind it.
    pub fn named(&self, text: &str) -> Option<u8> {
        let text = folded(text);
        let mut heads = self.heads.iter();
        let (rest, option) = heads.find_map(|(head, at)| Some((text.strip_prefix(head)?, *at)))?;
        let words = Some(rest)
            .filter(|it| it.starts_with(OPENS))
            .and_then(words)?;
        let other = self.labels.iter().any(|it| it == words);
        (!other).then_some(option)
    }
}

/// A text that is such an option and words beside it, without the words.
pub(super) fn without_words(text: &str) -> Option<&str> {
    let opens = |c: char| folded(c.encode_utf8(&mut [0; 4])).starts_with(OPENS);
    let (head, rest) = text.split_at_checked(text.find(opens)?)?;
    let other = OTHER.contains(&folded(head).as_str()) && words(&folded(rest)).is_some();
    other.then(|| head.trim_end())
}

/// The words in a folded text behind the option, if they say anything of their own: no flag, number
/// or sign.
fn words(text: &str) -> Option<&str> {
    let around = |c: char| !c.is_alphanumeric();
    let text = text.trim_matches(around);
    let asked = ASKS.iter().find_map(|it| text.strip_prefix(*it));
    let text = asked.unwrap_or(text).trim_matches(around);
    let cell = Cell::Text(text.into());
    let sign = flag(&cell).is_some() || mark(&cell).is_some() || number(&cell).is_some();
    let long = text.chars().nth(1).is_some();
    (long && !sign && !NOTHING.contains(&text)).then_some(text)
}
