//! What a column would come to under one mapping, before it is chosen.

use crate::intake::cell::Cell;
use crate::intake::customers::known::Known;
use crate::intake::days::Days;
use crate::intake::decimals::twofold;
use crate::intake::interpret::{Interpreter, may_answer};
use crate::intake::normal;
use crate::intake::seconds;
use crate::intake::sheet::Sheet;
use crate::model::{
    Answer, ColumnMapping, ColumnPreview, Customer, Questionnaire, Reading, Sample, SetAside,
    Target,
};

/// How the column at a position would be read as it is `mapped`; rows set aside are no
/// part of it.
pub fn preview(
    sheet: &Sheet,
    column: usize,
    mapped: &ColumnMapping,
    questionnaire: &Questionnaire,
    customers: &[Customer],
    aside: &[SetAside],
) -> ColumnPreview {
    let Some(column) = sheet.columns.get(column) else {
        return ColumnPreview::default();
    };
    let (target, reading) = (mapped.target, mapped.reading);
    let aside: Vec<u32> = aside.iter().filter_map(|it| sheet.row(it.row)).collect();
    let values = column.values_but(&aside);
    let platform = sheet.platform;
    let item = target.item().and_then(|it| questionnaire.item_of(it));
    let known = Known::new(customers);
    let days = Days::of(column, platform);
    let interpreter = |reading| {
        let new = |item| Interpreter::new(item, reading, platform);
        item.map(|item| new(item).numbered(&mapped.numbered).learned(column))
    };
    let own = interpreter(reading);
    let read = |cell: &Cell| match (&own, target) {
        (Some(interpreter), Target::ItemOption(_, option)) => interpreter.tick(option, cell),
        (Some(interpreter), _) => interpreter.read(cell),
        (None, _) => field(target, cell, days, &known),
    };
    let mut samples: Vec<Sample> = values
        .iter()
        .map(|(cell, count)| Sample {
            found: cell.found(),
            count: u64::from(*count),
            read: read(cell),
        })
        .collect();
    samples.sort_by_key(|sample| std::cmp::Reverse(sample.count));
    let counted = |held: &dyn Fn(&Answer) -> bool| -> u64 {
        let held = samples.iter().filter(|sample| held(&sample.read));
        held.map(|sample| sample.count).sum()
    };
    let unreadable = counted(&|answer| *answer == Answer::Unreadable);
    let answered = counted(&|answer| !answer.is_empty() && *answer != Answer::Unreadable);
    let mean = |reading| mean_percent(values.iter().copied(), &interpreter(reading)?);
    ColumnPreview {
        read: answered,
        blank: u64::from(sheet.rows())
            .saturating_sub(aside.len() as u64)
            .saturating_sub(answered + unreadable),
        unreadable,
        unreadable_values: samples
            .iter()
            .filter(|sample| sample.read == Answer::Unreadable)
            .take(ColumnPreview::SAMPLES)
            .map(|sample| (sample.found.clone(), sample.count))
            .collect(),
        twofold: match item.filter(|it| !it.kind.has_scale()) {
            Some(item) => values
                .iter()
                .filter_map(|(cell, _)| twofold(cell, |number| may_answer(item, number)))
                .take(ColumnPreview::SAMPLES)
                .collect(),
            None => Vec::new(),
        },
        mean_as_scores: mean(Reading::Scores),
        mean_as_option_numbers: mean(Reading::OptionNumbers),
        samples: {
            samples.truncate(ColumnPreview::SAMPLES);
            samples
        },
    }
}

/// Counts a cell of the column of an option for what it comes to in its row: a cross where nothing
/// else is ticked, the second of two ticks.
pub fn blame(preview: &mut ColumnPreview, found: &str) {
    let place = preview.samples.iter().position(|it| {
        let read = it.found == found && it.read != Answer::Unreadable;
        read && it.count > 0
    });
    let answered = match place.and_then(|at| preview.samples.get_mut(at)) {
        Some(sample) => {
            sample.count -= 1;
            !sample.read.is_empty()
        }
        None => false,
    };
    let less = match answered {
        true => &mut preview.read,
        false => &mut preview.blank,
    };
    *less = less.saturating_sub(1);
    preview.unreadable += 1;
    let mut unread = preview.samples.iter_mut();
    match unread.find(|it| it.found == found && it.read == Answer::Unreadable) {
        Some(sample) => sample.count += 1,
        None => preview.samples.insert(
            place.map_or(preview.samples.len(), |at| at + 1),
            Sample {
                found: found.to_owned(),
                count: 1,
                read: Answer::Unreadable,
            },
        ),
    }
    preview.samples.retain(|it| it.count > 0);
    preview.samples.truncate(ColumnPreview::SAMPLES);
    let mut values = preview.unreadable_values.iter_mut();
    match values.find(|it| it.0 == found) {
        Some(known) => known.1 += 1,
        None => preview.unreadable_values.push((found.to_owned(), 1)),
    }
    preview.unreadable_values.truncate(ColumnPreview::SAMPLES);
}

/// What a field makes of a cell.
fn field(target: Target, cell: &Cell, days: Days, known: &Known<'_>) -> Answer {
    let text = || Answer::Text(cell.found());
    match target {
        _ if cell.is_empty() => Answer::Blank,
        Target::Ignore | Target::Private => text(),
        _ if cell.is_failed() => Answer::Unreadable,
        Target::Date => {
            let date = days.read(cell);
            date.map_or(Answer::Unreadable, |date| Answer::Text(date.to_string()))
        }
        Target::Duration => match seconds::read(cell) {
            Some(seconds) => Answer::Number(f64::from(seconds)),
            None => Answer::Unreadable,
        },
        Target::Customer if known.find(&cell.found()).is_none() => Answer::Unreadable,
        Target::Item(_)
        | Target::ItemOption(..)
        | Target::Customer
        | Target::Respondent
        | Target::Role
        | Target::Channel
        | Target::Collector
        | Target::Void => text(),
    }
}

/// Mean percent of the maximum over the numbers that can be read; `None` without any.
fn mean_percent<'c>(
    values: impl Iterator<Item = (&'c Cell, u32)>,
    interpreter: &Interpreter<'_>,
) -> Option<f64> {
    let options = interpreter.options()?;
    let (mut sum, mut count) = (0.0, 0.0);
    for (cell, times) in values.filter(|(cell, _)| normal::number(cell).is_some()) {
        if let Answer::Option(option) = interpreter.read(cell)
            && let Some(percent) = options.percent(option)
        {
            sum += percent * f64::from(times);
            count += f64::from(times);
        }
    }
    (count > 0.0).then(|| sum / count)
}
