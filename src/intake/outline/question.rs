//! The columns of a sheet as the questions that were asked, and what else stands there.

use std::collections::BTreeMap;

use super::Reading;
use crate::intake::cell::Cell;
use crate::intake::field::{field, is_private};
use crate::intake::heading::{DASH, Spoken, in_order, plain, said};
use crate::intake::platform::Platform;
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::intake::spread::{self, Part};
use crate::intake::tick::Marks;
use crate::model::Target;

/// Why a column is no question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It tells who sat where.
    Private,
    /// Who answered, when or how: an import reads it as that.
    Field(Target),
    /// What platforms put around the questions: numbers, times, sums.
    Around,
    /// Nobody could tell by its title which column is meant.
    Untold,
}

/// One question.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// Its columns, as positions in the sheet: several where each is for one option.
    pub columns: Vec<usize>,
    /// The options of these columns.
    pub options: Vec<String>,
    /// What an import finds it by.
    pub names: Vec<String>,
    pub spoken: Spoken,
    /// The question above the line of a grid.
    pub head: Option<String>,
}

/// Headings of columns around the questions, as [`plain`] makes them.
const AROUND: [&str; 33] = [
    "序号",
    "编号",
    "答卷编号",
    "no",
    "no.",
    "id",
    "#",
    "所用时间",
    "答题时长",
    "答题时间",
    "开始时间",
    "结束时间",
    "开始答题时间",
    "结束答题时间",
    "提交时间",
    "修改时间",
    "来源",
    "来源详情",
    "来源渠道",
    "总分",
    "得分",
    "网址",
    "starttime",
    "endtime",
    "startdate",
    "enddate",
    "duration",
    "status",
    "totalpoints",
    "quizfeedback",
    "totalscore",
    "finished",
    "progress",
];
/// What such headings of a quiz begin with.
const OF_A_QUIZ: [&str; 4] = ["points-", "feedback-", "得分-", "反馈-"];

/// The questions in the order of the sheet, and the columns that are none.
pub(super) fn questions(
    sheet: &Sheet,
    read: Reading<'_>,
) -> (Vec<Question>, Vec<(usize, LeftOut)>) {
    let mut left_out = Vec::new();
    let mut asked: Vec<usize> = Vec::new();
    let parts = spread::options(sheet, None, read.aside);
    for (at, column) in sheet.columns.iter().enumerate() {
        // An option may be called as a field is.
        let option = parts.get(at).copied().flatten();
        let ticked = option.is_some_and(|(_, option)| {
            let mut marks = Marks::default();
            read.values(column).mark(option, &mut marks);
            marks.add(&Cell::Empty, option);
            marks.tell()
        });
        let why = why_none(column, sheet.platform).filter(|_| !ticked);
        match why.or_else(|| untold(sheet, at)) {
            Some(why) => left_out.push((at, why)),
            None => asked.push(at),
        }
    }
    let spread = spread(sheet, &parts, &asked, read);
    let titles = in_order(sheet.columns.iter().map(|it| it.title.as_str()));
    let groups = in_order(sheet.columns.iter().map(|it| it.group.as_str()));
    let runs = titles.into_iter().zip(groups).map(<[bool; 2]>::from);
    let runs: Vec<[bool; 2]> = runs.collect();
    let mut heads: BTreeMap<String, String> = BTreeMap::new();
    let mut questions = Vec::new();
    for at in asked {
        let Some(column) = sheet.columns.get(at) else {
            continue;
        };
        let runs = runs.get(at).copied().unwrap_or_default();
        let of_options = spread
            .iter()
            .find(|(_, columns)| columns.iter().any(|(it, _)| *it == at));
        let question = match of_options {
            Some((question, columns)) if columns.first().is_some_and(|(it, _)| *it == at) => {
                of_its_options(question, columns, runs)
            }
            Some(_) => continue,
            // All that was chosen once more, beside a column for each option.
            None if spread
                .iter()
                .any(|(of, _)| of.trim() == column.title.trim()) =>
            {
                left_out.push((at, LeftOut::Around));
                continue;
            }
            None => alone(sheet, (at, runs), column, &mut heads),
        };
        questions.push(question);
    }
    (questions, left_out)
}

/// A question with a column for each option.
fn of_its_options(question: &str, columns: &[(usize, &str)], [runs, _]: [bool; 2]) -> Question {
    let (columns, options): (Vec<usize>, Vec<&str>) = columns.iter().copied().unzip();
    Question {
        columns,
        options: options.into_iter().map(|it| it.trim().to_owned()).collect(),
        names: vec![question.trim().to_owned()],
        spoken: said(question, runs),
        head: None,
    }
}

/// A question of one column; whether its title, and what stands above that, stand in order.
fn alone(
    sheet: &Sheet,
    (at, [runs, above_runs]): (usize, [bool; 2]),
    column: &SheetColumn,
    heads: &mut BTreeMap<String, String>,
) -> Question {
    let mut spoken = said(&column.title, runs);
    let coded = sheet.platform.has_codes();
    let group = Some(column.group.as_str()).filter(|it| !it.is_empty());
    // Only the first line of a grid carries the question.
    if let (Some(number), Some(head)) = (&spoken.number, &spoken.head) {
        heads.insert(number.clone(), head.clone());
    }
    let of_number = spoken.number.as_ref().and_then(|it| heads.get(it));
    let above = group.filter(|_| !coded).map(|it| said(it, above_runs).text);
    let head = spoken.head.clone().or_else(|| of_number.cloned()).or(above);
    if let (Some(code), true) = (group, coded) {
        spoken.code = Some(code.to_owned());
    }
    let once = |title: &str| sheet.columns.iter().filter(|it| it.title == title).count() == 1;
    let mut names = Vec::new();
    if once(&column.title) || group.is_none() {
        names.push(column.title.clone());
    }
    if let Some(group) = group.filter(|_| !coded) {
        names.push(format!("{group}{DASH}{}", column.title));
    }
    Question {
        columns: vec![at],
        options: Vec::new(),
        names,
        spoken,
        head,
    }
}

/// Why a column is no question whatever stands in it.
fn why_none(column: &SheetColumn, platform: &Platform) -> Option<LeftOut> {
    let title = plain(&column.title);
    let quiz = || OF_A_QUIZ.iter().any(|it| title.starts_with(it));
    match () {
        () if column.title.is_empty() => Some(LeftOut::Untold),
        () if is_private(&column.title) => Some(LeftOut::Private),
        () if platform.is_mark(&column.title) || AROUND.contains(&title.as_str()) || quiz() => {
            let field = field(&column.title, platform);
            Some(field.map_or(LeftOut::Around, |(target, _)| LeftOut::Field(target)))
        }
        () => field(&column.title, platform).map(|(target, _)| LeftOut::Field(target)),
    }
}

/// A title that stands in the sheet before, under the same group.
fn untold(sheet: &Sheet, at: usize) -> Option<LeftOut> {
    let own = sheet.columns.get(at)?;
    let mut before = sheet.columns.iter().take(at);
    let same = |it: &SheetColumn| it.title == own.title && it.group == own.group;
    before.any(same).then_some(LeftOut::Untold)
}

/// A question with its columns and the options they are for.
type Spread<'a> = (&'a str, Vec<(usize, &'a str)>);

/// Questions with a column for each option: nothing stands there but ticks.
fn spread<'a>(
    sheet: &'a Sheet,
    parts: &[Option<Part<'a>>],
    asked: &[usize],
    read: Reading<'_>,
) -> Vec<Spread<'a>> {
    let mut all: Vec<Spread<'a>> = Vec::new();
    for at in asked {
        let Some((question, option)) = parts.get(*at).copied().flatten() else {
            continue;
        };
        match all.iter_mut().find(|(known, _)| *known == question) {
            Some((_, columns)) => columns.push((*at, option)),
            None => all.push((question, vec![(*at, option)])),
        }
    }
    all.retain(|(_, columns)| {
        let of = |at: &usize| sheet.columns.get(*at).map(|it| read.values(it));
        let mut marks = Marks::default();
        for (at, option) in columns {
            of(at).iter().for_each(|it| it.mark(option, &mut marks));
            if sheet
                .columns
                .get(*at)
                .is_some_and(|it| it.has_gaps(sheet.rows()))
            {
                marks.add(&Cell::Empty, option);
            }
        }
        // Where no platform says so, ones alone may be marks of several items.
        let told = columns.iter().filter_map(|(at, _)| sheet.columns.get(*at));
        let told = told.map(|it| sheet.platform.option(&it.title, &it.group));
        let ticks = marks.tell() && (marks.vary() || told.flatten().next().is_some());
        let mut filled = columns.iter().filter_map(|(at, _)| of(at));
        columns.len() > 1 && ticks && filled.any(|it| !it.is_empty())
    });
    all
}
