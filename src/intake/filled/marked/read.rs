//! The answers in the marked cells, once it is known where they lie.

use std::collections::BTreeMap;

use super::blank::Blank;
use super::text::{behind, plain};
use crate::intake::cell::{Cell, cell_name};
use crate::intake::filled::Entry;
use crate::intake::filled::answer::{Answers, Beside};
use crate::intake::filled::mark::drawn_mark;
use crate::intake::filled::pairs;
use crate::intake::filled::question::Question;
use crate::intake::filled::under::Choice;
use crate::intake::grid::Grid;
use crate::intake::look::{At, Looks};
use crate::intake::options::Options;
use crate::model::{Item, Mark, Marking, Meant, Reading, Target};

/// Whether somebody drew a mark that is not printed: no answer by itself, but not nothing either.
fn drawn_over(text: &str, printed: &str) -> bool {
    let mut drawn = text.chars().filter(|c| drawn_mark(*c).is_some());
    drawn.any(|c| !printed.contains(c))
}

/// A marked form: where each of its marks lies on a sheet.
pub(super) struct Marked<'a> {
    pub marking: &'a Marking,
    pub blank: &'a Blank<'a>,
    /// One a mark.
    pub places: &'a [At],
}

/// What a mark says.
struct Said {
    target: Target,
    value: Cell,
    at: At,
    further: Vec<At>,
    reading: Option<Reading>,
    /// An option is chosen, and nobody can doubt it.
    chosen: bool,
}

impl Marked<'_> {
    /// The entries of a form, one for everything that is marked.
    pub fn entries(&self, grid: &Grid, items: &[Item], looks: &dyn Looks) -> Vec<Entry> {
        let questions = self.questions(items);
        let mut answers = Answers::new(grid, &questions, items, looks);
        let fields = self.marks().filter(|(mark, _)| mark.meant.item().is_none());
        let fields = fields.map(|(mark, at)| self.entry(mark, self.field(mark, at, grid)));
        let asked = answers.with_crosses(
            |answers| self.asked(&questions, items, answers),
            |all| all.iter().any(|(.., said)| said.chosen),
        );
        let asked = asked.into_iter().map(|(first, item, said)| {
            let mut entry = self.entry(first, said);
            if entry.title.is_empty() {
                entry.title.clone_from(&item.text);
            }
            entry
        });
        fields.chain(asked).collect()
    }

    /// What is said of each item, with its first mark.
    fn asked<'s>(
        &'s self,
        questions: &[Question],
        items: &'s [Item],
        answers: &Answers<'_>,
    ) -> Vec<(&'s Mark, &'s Item, Said)> {
        let asked = questions.iter().filter_map(|question| {
            let item = items.get(question.item)?;
            let own = |mark: &Mark| mark.meant.item() == Some(item.lineage);
            let (first, _) = self.marks().find(|(mark, _)| own(mark))?;
            let said = match &first.meant {
                Meant::Option(..) => self.ticked(question, item, answers),
                _ => self.written(first, question, answers),
            };
            Some((first, item, said))
        });
        asked.collect()
    }

    fn marks(&self) -> impl Iterator<Item = (&Mark, At)> {
        let marks = self.marking.marks.iter();
        marks.zip(self.places).map(|(mark, at)| (mark, *at))
    }

    /// The items that are asked, each at its first mark.
    fn questions(&self, items: &[Item]) -> Vec<Question> {
        let mut found: BTreeMap<usize, Question> = BTreeMap::new();
        for (mark, at) in self.marks() {
            let item = items
                .iter()
                .position(|it| Some(it.lineage) == mark.meant.item());
            if let Some(item) = item {
                found.entry(item).or_insert_with(|| Question {
                    item,
                    at,
                    label: mark.label.clone(),
                    rest: String::new(),
                });
            }
        }
        let mut all: Vec<Question> = found.into_values().collect();
        all.sort_by_key(|it| it.at);
        all
    }

    fn entry(&self, mark: &Mark, said: Said) -> Entry {
        let (title, cell) = self.blank.title(mark);
        Entry {
            title,
            title_cell: cell_name(cell.0, cell.1),
            value: said.value,
            cell: cell_name(said.at.0, said.at.1),
            further: said
                .further
                .iter()
                .map(|at| cell_name(at.0, at.1))
                .collect(),
            target: Some(said.target),
            reading: said.reading,
        }
    }

    /// What a cell says to a mark, without what the blank has there.
    fn value(&self, mark: &Mark, cell: &Cell) -> Cell {
        let Cell::Text(text) = cell else {
            return cell.clone();
        };
        let printed = self.blank.printed(mark.at);
        let said = pairs::said(printed, |label| self.blank.names(mark.at, label));
        let others: Vec<&str> = said.iter().map(|(label, _)| label.trim()).collect();
        let others: Vec<&str> = match mark.label.is_empty() {
            true => Vec::new(),
            false => others
                .into_iter()
                .filter(|it| !plain(&mark.label).contains(&plain(it)))
                .collect(),
        };
        match behind(text, &mark.label, &others) {
            None | Some("") => Cell::Empty,
            Some(value) => Cell::Text(value.into()),
        }
    }

    /// Whether nobody wrote over what the blank has there.
    fn untouched(&self, mark: &Mark, value: &Cell) -> bool {
        let Cell::Text(value) = value else {
            return false;
        };
        let printed = Cell::Text(self.blank.printed(mark.at).into());
        let printed = self.value(mark, &printed).found();
        let drawn = drawn_over(value, &printed);
        !self.blank.filled && plain(value) == plain(&printed) && !drawn
    }

    fn field(&self, mark: &Mark, at: At, grid: &Grid) -> Said {
        let value = self.value(mark, grid.cell(at.0, at.1));
        let value = match self.untouched(mark, &value) {
            true => Cell::Empty,
            false => value,
        };
        Said {
            target: mark.meant.target(),
            value,
            at,
            further: Vec::new(),
            reading: None,
            chosen: false,
        }
    }

    /// An answer that stands in a cell.
    fn written(&self, mark: &Mark, question: &Question, answers: &Answers<'_>) -> Said {
        let field = self.field(mark, question.at, answers.grid);
        if !answers.options.contains_key(&question.item) {
            return field;
        }
        let cell = answers.grid.cell(question.at.0, question.at.1);
        let whole = self.value(mark, cell);
        let Cell::Text(text) = &whole else {
            let chosen = !field.value.is_empty();
            return Said { chosen, ..field };
        };
        let question = Question {
            rest: text.to_string(),
            ..question.clone()
        };
        let beside = answers.beside(&question);
        let untouched = self.untouched(mark, &whole) && beside.value == whole;
        let chosen = beside.is_answer() && !untouched;
        Said {
            value: match untouched {
                true => Cell::Empty,
                false => beside.value,
            },
            at: beside.at,
            further: beside.further,
            chosen,
            // A tick alone names no option here, and its column is no option's.
            reading: plain(text).is_empty().then_some(Reading::Labels),
            ..field
        }
    }

    /// An option that is ticked in a cell of its own.
    fn ticked(&self, question: &Question, item: &Item, answers: &Answers<'_>) -> Said {
        let beside = match answers.options.get(&question.item) {
            Some(options) => {
                let choices = self.choices(item);
                let beside = answers.ticked(question, options, &choices);
                let looked = beside
                    .is_open()
                    .then(|| self.unlike(question, answers, &choices));
                looked.flatten().unwrap_or(beside)
            }
            None => Beside::clear(question.at, Cell::Empty),
        };
        Said {
            target: Target::Item(item.lineage),
            chosen: beside.is_answer(),
            value: beside.value,
            at: beside.at,
            further: beside.further,
            reading: Some(Reading::Labels),
        }
    }

    fn choices(&self, item: &Item) -> Vec<Choice> {
        let options = item.scale.iter().flat_map(|it| &it.options);
        let place = |label: &str| options.clone().position(|it| it.label == label);
        let all = self.marks().filter_map(|(mark, at)| match &mark.meant {
            Meant::Option(lineage, label) if *lineage == item.lineage => Some(Choice {
                at,
                option: u8::try_from(place(label)?).ok()?,
                label: label.clone(),
                printed: self.blank.option_text(mark).to_owned(),
            }),
            _ => None,
        });
        all.collect()
    }

    /// The option that looks unlike the blank, or where that was filled in itself, unlike the
    /// others.
    fn unlike(
        &self,
        question: &Question,
        answers: &Answers<'_>,
        choices: &[Choice],
    ) -> Option<Beside> {
        if self.blank.filled {
            return answers.unlike_others(question, choices);
        }
        let own = |at: At| {
            let (mark, _) = self.marks().find(|(_, place)| *place == at)?;
            self.blank.look(mark.at)
        };
        answers.unlike_blank(question, choices, own)
    }
}

/// The place of the option that a label or a score names.
pub(in crate::intake) fn option_named(options: &Options, text: &str) -> Option<u8> {
    let by_label = crate::intake::filled::answer::label_of(options, text);
    by_label.or_else(|| options.by_score(text.trim().parse().ok()?))
}
