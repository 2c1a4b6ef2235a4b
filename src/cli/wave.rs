//! `manyi wave`: the waves of a survey, and opening one.

use jiff::Zoned;

use super::carry_out::{Wanted, carry_out};
use super::json::{self, WaveReport};
use super::table::{Align, table};
use super::{Failure, args, output, workspace};
use crate::edit::Intent;
use crate::i18n::{Language, period};
use crate::jobs::choose;
use crate::model::{Data, Survey, WaveId};
use crate::tr;

pub(super) fn run(words: &args::Wave, language: Language) -> Result<(), Failure> {
    let survey = words.survey.as_deref();
    let who = || words.who.clone().unwrap_or_default();
    // The wave of a period, and an intent about it.
    let about = |period, answers: bool, intent: &dyn Fn(WaveId) -> Intent| {
        carry_out(&words.workspace, language, |data, _| {
            let survey = choose::survey(data, survey)?;
            let wave = choose::wave(data, survey, Some(period))?.id;
            Ok(Wanted {
                intent: intent(wave),
                wave: answers.then_some(wave),
            })
        })
    };
    if let Some(period) = words.close {
        let date = words.date.unwrap_or_else(|| Zoned::now().date());
        return about(period, false, &|wave| Intent::CloseWave {
            wave,
            date,
            who: who(),
        });
    }
    if let Some(period) = words.reopen {
        return about(period, false, &|wave| Intent::ReopenWave {
            wave,
            who: who(),
            reason: words.reason.clone().unwrap_or_default(),
        });
    }
    if let Some(period) = words.count_late {
        return about(period, true, &Intent::CountLate);
    }
    let Some(period) = words.open else {
        let (_, data) = workspace::read(&words.workspace)?;
        let survey = choose::survey(&data, survey)?;
        return list(&data, survey, words.json, language);
    };
    carry_out(&words.workspace, language, |data, ids| {
        let survey = choose::survey(data, survey)?;
        choose::latest_revision(data, survey)?;
        let intent = Intent::OpenWave {
            id: WaveId(ids.fresh()),
            survey: survey.id,
            period,
        };
        Ok(Wanted { intent, wave: None })
    })
}

fn list(data: &Data, survey: &Survey, as_json: bool, language: Language) -> Result<(), Failure> {
    let waves = data.waves_of(survey.id).map(|wave| WaveReport {
        wave: wave.period.to_string(),
        revision: data.revision(wave.revision).map(|it| it.label.as_str()),
        opened: wave.opened.to_string(),
        closed: wave.closed().map(|it| it.date.to_string()),
        chosen: data.frame(wave.id).len(),
        issued: (data.frame(wave.id).iter())
            .filter(|it| it.issued.is_some())
            .count(),
        open_issues: data.open_issues(wave.id).count(),
    });
    let waves: Vec<WaveReport<'_>> = waves.collect();
    if as_json {
        return Ok(output::print_json(&json::text(&waves))?);
    }
    if waves.is_empty() {
        let none = tr!(language, "cli-wave-none", survey = survey.name.as_str());
        return Ok(output::print(&format!("{none}\n"))?);
    }
    let head = [
        (tr!(language, "cli-column-wave"), Align::Left),
        (tr!(language, "cli-column-revision"), Align::Left),
        (tr!(language, "cli-column-opened"), Align::Left),
        (tr!(language, "cli-column-chosen"), Align::Right),
        (tr!(language, "cli-column-issued"), Align::Right),
        (tr!(language, "cli-column-open-issues"), Align::Right),
    ];
    let rows = data.waves_of(survey.id).zip(&waves).map(|(wave, it)| {
        vec![
            period::name(language, wave.period),
            it.revision.unwrap_or_default().to_owned(),
            it.opened.clone(),
            it.chosen.to_string(),
            it.issued.to_string(),
            it.open_issues.to_string(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    Ok(output::print(&table(&head, &rows))?)
}
