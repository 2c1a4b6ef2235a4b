//! Finding what a person named: a survey, a wave, the revision it asks.

use super::JobError;
use crate::edit;
use crate::model::{Data, Period, Revision, Survey, Wave};

/// The survey of that name, or the only one there is.
pub fn survey<'a>(data: &'a Data, name: Option<&str>) -> Result<&'a Survey, JobError> {
    let known = || data.surveys.iter().map(|s| s.name.clone()).collect();
    match (name, data.surveys.as_slice()) {
        (_, []) => Err(JobError::NoSurvey),
        (None, [only]) => Ok(only),
        (None, _) => Err(JobError::WhichSurvey { known: known() }),
        (Some(name), surveys) => {
            let found = surveys.iter().find(|survey| survey.name == name.trim());
            found.ok_or_else(|| JobError::UnknownSurvey {
                name: name.to_owned(),
                known: known(),
            })
        }
    }
}

/// The regular wave of that period, or the newest one.
pub fn wave<'a>(
    data: &'a Data,
    survey: &Survey,
    period: Option<Period>,
) -> Result<&'a Wave, JobError> {
    let Some(period) = period else {
        let newest = data.waves_of(survey.id).next_back();
        return newest.ok_or_else(|| JobError::NoWave {
            survey: survey.name.clone(),
        });
    };
    data.wave_in(survey.id, period)
        .ok_or_else(|| JobError::UnknownWave {
            period,
            known: data.waves_of(survey.id).map(|wave| wave.period).collect(),
        })
}

/// The revision a wave used. A workspace that lost it is damaged.
pub fn revision<'a>(data: &'a Data, wave: &Wave) -> Result<&'a Revision, JobError> {
    data.revision(wave.revision)
        .ok_or_else(|| JobError::Unexpected(format!("wave {} has no revision", wave.period)))
}

/// The newest revision that asks anything.
pub fn latest_revision<'a>(data: &'a Data, survey: &Survey) -> Result<&'a Revision, JobError> {
    edit::newest_revision(data, survey.id).ok_or_else(|| JobError::NoQuestionnaire {
        survey: survey.name.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SurveyId;

    fn holding(names: &[&str]) -> Data {
        let survey = |(id, name): (i64, &&str)| Survey {
            id: SurveyId(id),
            name: (*name).to_owned(),
        };
        Data {
            surveys: (1..).zip(names).map(survey).collect(),
            ..Data::default()
        }
    }

    #[test]
    fn one_survey_needs_no_name_and_several_do() {
        assert!(matches!(
            survey(&holding(&[]), Some("A")),
            Err(JobError::NoSurvey)
        ));
        assert_eq!(survey(&holding(&["A"]), None).unwrap().name, "A");
        let two = holding(&["A", "B"]);
        assert!(matches!(
            survey(&two, None),
            Err(JobError::WhichSurvey { known }) if known == ["A", "B"]
        ));
        assert_eq!(survey(&two, Some(" B ")).unwrap().id, SurveyId(2));
        assert!(matches!(
            survey(&two, Some("C")),
            Err(JobError::UnknownSurvey { name, .. }) if name == "C"
        ));
    }
}
