//! The form as customers get it: its head, items answered in columns where neighbours share
//! their options, and the others with room for their answers.

use super::{Asked, Block, FormHead, Grid, GridLine, Group, Question, Report, Room};
use crate::i18n::Language;
use crate::model::{Item, ItemKind, Questionnaire, Revision, ScaleOption};
use crate::tr;

/// Columns beside an item's words: more are listed below it, unless their labels are short.
const COLUMNS: usize = 7;
const SHORT_COLUMNS: usize = 11;
const SHORT: usize = 2;

/// The form of a revision.
pub fn form(revision: &Revision, language: Language) -> Report {
    let all = &revision.questionnaire;
    let title = match all.title.trim() {
        "" => tr!(language, "file-form"),
        title => title.to_owned(),
    };
    let mut blocks = vec![Block::FormHead(FormHead {
        title: title.clone(),
        intro: tr!(language, "paper-form-intro"),
        fields: vec![
            tr!(language, "paper-form-customer"),
            tr!(language, "paper-form-by"),
            tr!(language, "paper-form-date"),
        ],
    })];
    blocks.extend(asked(all, language));
    Report {
        title,
        kind: String::new(),
        document: Some(document(revision, language)),
        numbering: tr!(language, "paper-form-numbering"),
        landscape: false,
        rules: all.rules.clone(),
        blocks,
    }
}

/// Number and revision, and that it is a draft as long as it can change.
fn document(revision: &Revision, language: Language) -> String {
    let draft = tr!(language, "paper-form-draft");
    let parts = [
        revision.document.as_str(),
        revision.label.as_str(),
        if revision.editable() { &draft } else { "" },
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\u{2003}")
}

fn asked(all: &Questionnaire, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut groups = Groups::default();
    for (at, item) in all.items.iter().enumerate() {
        let asked = Asked {
            item: item.lineage,
            number: at + 1,
            text: item.text.clone(),
        };
        let code = item.dimension.as_deref();
        let before = std::mem::replace(&mut groups.current, code);
        let known = groups.met.len();
        let group = code.filter(|_| code != before);
        let group = group.and_then(|code| groups.group(all, code));
        if !in_columns(item) {
            // A remark on something asked above needs no heading of its own.
            let group = group.filter(|group| group.number > known);
            blocks.push(Block::Question(question(item, asked, group, language)));
            continue;
        }
        let options = labels(item);
        let gap = before.is_some() && code.is_none();
        let first = group.map(GridLine::Group);
        let item = GridLine::Item(asked);
        if let Some(Block::Grid(grid)) = blocks.last_mut()
            && grid.options == options
        {
            grid.lines.extend(first.or(gap.then_some(GridLine::Gap)));
            grid.lines.push(item);
            continue;
        }
        blocks.push(Block::Grid(Grid {
            head: tr!(language, "paper-form-item"),
            options,
            lines: first.into_iter().chain([item]).collect(),
        }));
    }
    blocks
}

/// Dimensions as they are met on the way through the form.
#[derive(Default)]
struct Groups<'a> {
    current: Option<&'a str>,
    met: Vec<&'a str>,
}

impl<'a> Groups<'a> {
    /// A dimension begins, perhaps not for the first time.
    fn group(&mut self, all: &Questionnaire, code: &'a str) -> Option<Group> {
        let dimension = all.dimension(code)?;
        let above = dimension.parent.as_deref().and_then(|it| all.dimension(it));
        let known = self.met.iter().position(|met| *met == code);
        let at = known.unwrap_or(self.met.len());
        if known.is_none() {
            self.met.push(code);
        }
        Some(Group {
            number: at + 1,
            name: match above {
                Some(above) => format!("{} – {}", above.name, dimension.name),
                None => dimension.name.clone(),
            },
        })
    }
}

fn question(item: &Item, asked: Asked, group: Option<Group>, language: Language) -> Question {
    Question {
        group,
        asked,
        note: match item.kind {
            ItemKind::Multi => tr!(language, "paper-form-several"),
            ItemKind::Rating
            | ItemKind::YesNo
            | ItemKind::Single
            | ItemKind::Nps
            | ItemKind::Number
            | ItemKind::Text
            | ItemKind::Date => String::new(),
        },
        room: match item.kind {
            ItemKind::Rating | ItemKind::YesNo | ItemKind::Single | ItemKind::Multi => {
                Room::Ticks(labels(item))
            }
            ItemKind::Nps => Room::Likely {
                low: tr!(language, "paper-form-nps-low"),
                high: tr!(language, "paper-form-nps-high"),
            },
            ItemKind::Number | ItemKind::Date => Room::Line,
            ItemKind::Text => Room::Lines,
        },
    }
}

fn options(item: &Item) -> &[ScaleOption] {
    item.scale.as_ref().map_or(&[], |scale| &scale.options)
}

fn labels(item: &Item) -> Vec<String> {
    let all = options(item).iter();
    all.map(|option| option.label.clone()).collect()
}

/// Its options are few or short enough to be columns beside its words.
fn in_columns(item: &Item) -> bool {
    let options = options(item);
    let short = |option: &ScaleOption| option.label.chars().count() <= SHORT;
    let most = match options.iter().all(short) {
        true => SHORT_COLUMNS,
        false => COLUMNS,
    };
    matches!(item.kind, ItemKind::Rating | ItemKind::YesNo) && (1..=most).contains(&options.len())
}
