//! Questions made into the items of a questionnaire.

use rustc_hash::FxHashMap;

use super::answers::{Answers, Values, are_rare};
use super::degree::Family;
use super::draft::Draft;
use super::ends::ends;
use super::ladder::ladders;
use super::made::{Made, of_others, of_steps, of_words};
use super::name::{codes, names, stated, texts};
use super::question::{LeftOut, Question};
use super::tree::groups;
use super::{Outlined, Words, ticked};
use crate::intake::cell::column_letters;
use crate::intake::error::SheetFault;
use crate::intake::normal::folded;
use crate::intake::sheet::Sheet;
use crate::model::{BestEnd, Dimension, Item, LineageId, MAX_OPTIONS, Origin, Questionnaire};

/// Rows with a tick in one of the columns of a question from which on none has two by chance.
const ENOUGH_TICKS: u32 = 5;

/// What the answers to a question are; `values` are those of its first column.
pub(super) fn answers(
    sheet: &Sheet,
    question: &Question,
    values: Option<Values<'_>>,
    aside: &[u32],
) -> Answers {
    if question.options.is_empty() {
        return values.map_or(Answers::Nothing, |it| it.answers(sheet.platform));
    }
    let columns = ticked::columns(sheet, question, aside);
    let [ticked, twice] = ticked::rows(sheet, &columns, aside);
    if ticked > 0 && (twice == 0 || are_rare(twice, ticked)) {
        let rating = ticked::rating(question, &columns);
        if let Some(rating) = rating {
            return rating;
        }
    }
    // Of a few rows none has two by chance.
    let expands = sheet.platform.key == "survey-monkey";
    let one_each = twice == 0 && ticked >= ENOUGH_TICKS;
    match one_each && (expands || ticked::speaks_of_degrees(question)) {
        true => Answers::One(question.options.clone()),
        false => Answers::Several(question.options.clone()),
    }
}

/// Makes items of questions with their answers.
///
/// # Errors
/// [`SheetFault::BestUnknown`] with the titles whose best end nobody said.
pub(super) fn draft(
    sheet: &Sheet,
    questions: &[Question],
    left_out: Vec<(usize, LeftOut)>,
    answers: Vec<Answers>,
    (best, words): (Option<BestEnd>, &Words),
) -> Result<Draft, SheetFault> {
    let title = |at: usize| -> String {
        let question = questions.get(at);
        let column = question.and_then(|it| sheet.columns.get(*it.columns.first()?));
        let title = column.map(|it| it.title.clone()).unwrap_or_default();
        match question.and_then(|it| it.head.as_ref()) {
            Some(head) if !title.contains(head.as_str()) => format!("{head}—{title}"),
            _ => title,
        }
    };
    let mut answers = together(questions, answers);
    let titles: Vec<String> = (0..questions.len()).map(title).collect();
    let ends = ends(questions, &titles, &mut answers);
    let answers = &answers;
    let ladders = ladders(&with_words(answers));
    let mut unknown = Vec::new();
    let mut made: Vec<Made> = Vec::new();
    for ((at, answers), title) in answers.iter().enumerate().zip(&titles) {
        made.push(match answers {
            Answers::Steps(steps) => {
                let usual = [steps.low.min(1), steps.high];
                let ends = ends.get(&at).copied().unwrap_or(usual);
                of_steps((steps, ends), title, best, &mut unknown)
            }
            Answers::Words(_) => of_words(at, &ladders),
            other => {
                let own = questions.get(at).is_some_and(|it| !it.options.is_empty());
                let degrees = questions.get(at).is_some_and(ticked::speaks_of_degrees);
                let in_order = !(degrees && matches!(other, Answers::One(_)));
                of_others(other, own && in_order, words)
            }
        });
    }
    if !unknown.is_empty() {
        return Err(SheetFault::BestUnknown { titles: unknown });
    }
    Ok(assemble(sheet, questions, left_out, made, words))
}

/// The lines of one grid have the same options, whichever were chosen in each.
fn together(questions: &[Question], answers: Vec<Answers>) -> Vec<Answers> {
    let mut of_head: FxHashMap<&str, Vec<String>> = FxHashMap::default();
    for (question, answers) in questions.iter().zip(&answers) {
        if let (Some(head), Answers::One(labels)) = (&question.head, answers) {
            let known = of_head.entry(head).or_default();
            for label in labels {
                if !known.iter().any(|it| folded(it) == folded(label)) {
                    known.push(label.clone());
                }
            }
        }
    }
    let lines = questions.iter().zip(answers).map(|(question, answers)| {
        let all = question.head.as_deref().and_then(|head| of_head.get(head));
        match (&answers, all) {
            (Answers::One(_), Some(all)) if all.len() <= MAX_OPTIONS => Answers::One(all.clone()),
            _ => answers,
        }
    });
    lines.collect()
}

fn with_words(answers: &[Answers]) -> Vec<(usize, Vec<(String, super::degree::Says)>)> {
    let found = answers.iter().enumerate().filter_map(|(at, it)| match it {
        Answers::Words(labels) => Some((at, labels.clone())),
        _ => None,
    });
    found.collect()
}

fn assemble(
    sheet: &Sheet,
    questions: &[Question],
    left_out: Vec<(usize, LeftOut)>,
    made: Vec<Made>,
    words: &Words,
) -> Draft {
    let scored: Vec<usize> = made
        .iter()
        .enumerate()
        .filter(|(_, it)| it.scored)
        .map(|(at, _)| at)
        .collect();
    let groups = groups(questions, &scored);
    let codes = codes(questions);
    let texts = texts(sheet, questions, &groups);
    let mut questionnaire = Questionnaire::default();
    let mut of_group: FxHashMap<usize, String> = FxHashMap::default();
    for (number, group) in (1..).zip(&groups) {
        let code = format!("D{number}");
        of_group.extend(group.questions.iter().map(|(at, _)| (*at, code.clone())));
        questionnaire.dimensions.push(Dimension {
            name: match group.name.as_str() {
                "" => words.overall.clone(),
                name => name.to_owned(),
            },
            code,
            parent: None,
            weight: 1.0,
        });
    }
    let importance: Vec<bool> = made
        .iter()
        .map(|it| it.family == Some(Family::Importance))
        .collect();
    let mut items = Vec::new();
    for (at, (question, made)) in questions.iter().zip(made).enumerate() {
        let code = codes.get(at).cloned().unwrap_or_default();
        let text = texts.get(at).cloned().unwrap_or_default();
        let column = question
            .columns
            .first()
            .and_then(|it| sheet.columns.get(*it));
        let column = column.map_or_else(String::new, |it| column_letters(it.index));
        let states = importance.get(at).copied().unwrap_or(false);
        let states = states.then(|| stated(at, questions, &scored)).flatten();
        questionnaire.items.push(Item {
            lineage: LineageId(at as i64),
            origin: Origin::New,
            from: Vec::new(),
            aliases: names(question, &text, &code),
            code,
            text,
            dimension: of_group.get(&at).cloned(),
            kind: made.kind,
            scale: made.scale,
            scored: made.scored,
            weight: 1.0,
            required: false,
            segment: false,
            importance_of: states.and_then(|it| codes.get(it).cloned()),
        });
        let outlined = Outlined {
            column,
            order: made.order,
            open: made.open,
            added: Vec::new(),
            strays: Vec::new(),
        };
        items.push((question.columns.clone(), outlined));
    }
    Draft {
        questionnaire,
        items,
        left_out,
    }
}
