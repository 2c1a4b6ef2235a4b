//! The sheet of keys and values: title, rules, document number.

use super::Warning;
use super::page::{Page, goes_by};
use super::validity;
use crate::intake::cell::Cell;
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::intake::heading::plain;
use crate::intake::normal::{folded, number};
use crate::model::{
    Band, Bound, IndexRule, Normalisation, NotApplicable, PeriodKind, Rules, Weighting,
};

/// What the sheet says, with the usual rules where it says nothing.
#[derive(Default)]
pub(super) struct Survey {
    pub title: String,
    pub document: String,
    pub revision: String,
    pub rules: Rules,
}

/// Keys in English, as they are called in errors, and their other names.
const KEYS: [(&str, &[&str]); 14] = [
    ("title", &["名称", "标题", "问卷名称"]),
    ("period", &["周期"]),
    ("target", &["目标"]),
    ("target_rule", &["目标规则", "达标规则", "targetrule"]),
    (
        "normalisation",
        &["折百", "折百方式", "归一化", "normalization"],
    ),
    ("index", &["指数", "指数算法"]),
    ("na", &["不适用"]),
    ("min_answered", &["最少作答", "最低作答比例", "minanswered"]),
    ("weights", &["权重", "答卷权重"]),
    ("bands", &["等级"]),
    ("validity", &["有效性", "有效性规则"]),
    (
        "no_change_within",
        &["持平界限", "nochangewithin", "samewithin"],
    ),
    ("document", &["文件编号"]),
    ("revision", &["版次"]),
];
/// Titles of the two columns, where they have some.
const TITLES: [&str; 6] = ["key", "键", "项目", "字段", "参数", "设置"];

/// One key with its value.
struct Entry<'a> {
    page: &'a Page,
    key: &'static str,
    row: u32,
    column: u32,
}

impl Entry<'_> {
    fn cell(&self) -> &Cell {
        self.page.grid.cell(self.row, self.column)
    }

    fn fault(&self, fault: DefinitionFault) -> IntakeError {
        self.page.place(self.row, self.column).defines(fault)
    }

    /// One of a few words, each with what it means.
    fn word<T: Copy>(&self, words: &[(&'static str, T)]) -> Result<T, IntakeError> {
        let found = folded(&self.cell().found());
        let meant = words.iter().find(|(word, _)| *word == found);
        meant.map(|(_, meaning)| *meaning).ok_or_else(|| {
            self.fault(DefinitionFault::UnknownWord {
                heading: self.key,
                found: self.cell().found(),
                allowed: words.iter().map(|(word, _)| *word).collect(),
            })
        })
    }

    /// A score from 0 to 100; `85%` is 85. A cell of Excel that shows 85% holds 0.85, which
    /// nobody means to be satisfied with.
    fn score(&self) -> Result<f64, IntakeError> {
        let value = self.value(1.0);
        let a_share = value.is_some_and(|value| 0.0 < value && value < 1.0);
        let low = if a_share { 1.0 } else { 0.0 };
        self.within(value, low, 100.0)
    }

    /// A number within a range; a percent is a hundredth.
    fn number(&self, low: f64, high: f64) -> Result<f64, IntakeError> {
        self.within(self.value(100.0), low, high)
    }

    /// The number of the cell; one written as a percent is divided by `whole`.
    fn value(&self, whole: f64) -> Option<f64> {
        let found = folded(&self.cell().found());
        match found.strip_suffix('%') {
            Some(percent) => number(&Cell::Text(percent.into())).map(|value| value / whole),
            None => number(self.cell()),
        }
    }

    fn within(&self, value: Option<f64>, low: f64, high: f64) -> Result<f64, IntakeError> {
        let (heading, found) = (self.key, self.cell().found());
        match value {
            Some(value) if (low..=high).contains(&value) => Ok(value),
            Some(_) => Err(self.fault(DefinitionFault::OutOfRange {
                heading,
                found,
                low,
                high,
            })),
            None => Err(self.fault(DefinitionFault::NotANumber { heading, found })),
        }
    }
}

pub(super) fn read(page: &Page, warnings: &mut Vec<Warning>) -> Result<Survey, IntakeError> {
    let mut survey = Survey::default();
    let mut seen: Vec<(&str, u32)> = Vec::new();
    for row in 0..page.grid.rows() {
        let filled = |column: &u32| !page.grid.cell(row, *column).is_empty();
        let Some(at) = (0..page.grid.width()).find(filled) else {
            continue;
        };
        let written = page.grid.cell(row, at).found();
        let text = plain(&written);
        let known = KEYS
            .iter()
            .find(|(key, others)| goes_by(&text, key, others));
        let Some((key, _)) = known else {
            if !TITLES.contains(&text.as_str()) {
                let place = page.place(row, at);
                warnings.push(Warning::UnknownKey {
                    place,
                    key: written,
                });
            }
            continue;
        };
        if let Some((_, first)) = seen.iter().find(|(known, _)| known == key) {
            let first = page.place(*first, at).cell;
            let fault = DefinitionFault::Duplicate {
                found: written,
                first,
            };
            return Err(page.place(row, at).defines(fault));
        }
        seen.push((key, row));
        let entry = Entry {
            page,
            key,
            row,
            column: at + 1,
        };
        if entry.cell().is_failed() {
            let found = entry.cell().found();
            return Err(entry.fault(DefinitionFault::Failed { found }));
        }
        if !entry.cell().is_empty() {
            take(&mut survey, &entry)?;
        }
    }
    Ok(survey)
}

fn take(survey: &mut Survey, entry: &Entry<'_>) -> Result<(), IntakeError> {
    let rules = &mut survey.rules;
    match entry.key {
        "title" => survey.title = entry.cell().found(),
        "document" => survey.document = entry.cell().found(),
        "revision" => survey.revision = entry.cell().found(),
        "period" => rules.period = entry.word(&PERIODS)?,
        "target" => rules.target = entry.score()?,
        "target_rule" => rules.target_rule = entry.word(&BOUNDS)?,
        "normalisation" => rules.normalisation = entry.word(&NORMALISATIONS)?,
        "index" => rules.index = entry.word(&INDICES)?,
        "na" => rules.na = entry.word(&NOT_APPLICABLE)?,
        "min_answered" => rules.min_answered = entry.number(0.0, 1.0)?,
        "no_change_within" => rules.no_change_within = entry.number(0.0, 100.0)?,
        "weights" => rules.weights = entry.word(&WEIGHTS)?,
        "validity" => {
            let read = validity::read(&entry.cell().found());
            rules.validity = read.map_err(|wrong| {
                entry.fault(DefinitionFault::UnknownWord {
                    heading: entry.key,
                    found: wrong.found,
                    allowed: wrong.allowed,
                })
            })?;
        }
        "bands" => (rules.bands, rules.bands_rule) = bands(entry)?,
        _ => {}
    }
    Ok(())
}

const PERIODS: [(&str, PeriodKind); 9] = [
    ("half", PeriodKind::Half),
    ("month", PeriodKind::Month),
    ("quarter", PeriodKind::Quarter),
    ("year", PeriodKind::Year),
    ("半年", PeriodKind::Half),
    ("月", PeriodKind::Month),
    ("季", PeriodKind::Quarter),
    ("季度", PeriodKind::Quarter),
    ("年", PeriodKind::Year),
];
const BOUNDS: [(&str, Bound); 6] = [
    (">=", Bound::AtLeast),
    (">", Bound::Above),
    ("≥", Bound::AtLeast),
    ("大于等于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("大于", Bound::Above),
];
const NORMALISATIONS: [(&str, Normalisation); 4] = [
    ("max", Normalisation::OfMaximum),
    ("minmax", Normalisation::MinMax),
    ("满分", Normalisation::OfMaximum),
    ("极差", Normalisation::MinMax),
];
const INDICES: [(&str, IndexRule); 4] = [
    ("dimension", IndexRule::ByDimension),
    ("pooled", IndexRule::Pooled),
    ("维度", IndexRule::ByDimension),
    ("合并", IndexRule::Pooled),
];
const NOT_APPLICABLE: [(&str, NotApplicable); 4] = [
    ("exclude", NotApplicable::Exclude),
    ("include", NotApplicable::Include),
    ("不计", NotApplicable::Exclude),
    ("计入", NotApplicable::Include),
];
const WEIGHTS: [(&str, Weighting); 4] = [
    ("equal", Weighting::Equal),
    ("turnover", Weighting::Turnover),
    ("相等", Weighting::Equal),
    ("营业额", Weighting::Turnover),
];

/// `90 很满意; 80 满意; …`; a `>` before every bound leaves the bound itself out.
fn bands(entry: &Entry<'_>) -> Result<(Vec<Band>, Bound), IntakeError> {
    let text = entry.cell().found();
    let mut bands: Vec<(Bound, Band)> = Vec::new();
    for part in text.split([';', '；', '\n']).map(str::trim) {
        if part.is_empty() {
            continue;
        }
        let found = part.to_owned();
        let fault = |found| entry.fault(DefinitionFault::NotABand { found });
        let (bound, band) = band(part).ok_or_else(|| fault(found.clone()))?;
        refuse_clash(entry, &bands, bound, &band, found)?;
        bands.push((bound, band));
    }
    bands.sort_by(|(_, a), (_, b)| b.from.total_cmp(&a.from));
    let rule = bands.first().map(|(bound, _)| *bound);
    let found = text;
    let rule = rule.ok_or_else(|| entry.fault(DefinitionFault::NotABand { found }))?;
    Ok((bands.into_iter().map(|(_, band)| band).collect(), rule))
}

/// Bands are told apart by bound and by name, and all of them count their bounds alike.
fn refuse_clash(
    entry: &Entry<'_>,
    bands: &[(Bound, Band)],
    bound: Bound,
    band: &Band,
    found: String,
) -> Result<(), IntakeError> {
    let again = |known: &Band| known.from == band.from || known.name == band.name;
    for (other, known) in bands {
        let first = format!("{} {}", known.from, known.name);
        if *other != bound {
            return Err(entry.fault(DefinitionFault::MixedBands { found, first }));
        }
        if again(known) {
            return Err(entry.fault(DefinitionFault::DuplicateBand { found, first }));
        }
    }
    Ok(())
}

fn band(text: &str) -> Option<(Bound, Band)> {
    let (bound, rest) = match text.trim_start_matches('＞') {
        rest if rest.len() < text.len() => (Bound::Above, rest),
        _ => match () {
            () if text.starts_with(">=") => (Bound::AtLeast, text.get(2..)?),
            () if text.starts_with('≥') => (Bound::AtLeast, text.strip_prefix('≥')?),
            () if text.starts_with('>') => (Bound::Above, text.strip_prefix('>')?),
            () => (Bound::AtLeast, text),
        },
    };
    let rest = rest.trim_start();
    let digit = |c: char| c == '.' || c.is_ascii_digit() || ('０'..='９').contains(&c);
    let end = rest.find(|c: char| !digit(c))?;
    let from = number(&Cell::Text(rest.get(..end)?.into()))?;
    let name = rest.get(end..)?.trim_start();
    let unit = name.trim_start_matches(['%', '％', '分']);
    // `90分 好` and `90%：好`, but not a name such as 分级
    let name = match unit.starts_with([' ', '\u{3000}', ':', '：']) {
        true => unit,
        false => name.trim_start_matches(['%', '％']),
    };
    let name = name.trim_start().trim_start_matches([':', '：']).trim();
    let sound = (0.0..=100.0).contains(&from) && !name.is_empty();
    sound.then(|| {
        let name = name.to_owned();
        (bound, Band { from, name })
    })
}
