//! Several waves of one survey, for tests.

use super::super::example::rated;
use super::super::{Surveyed, WaveFigures};
use crate::model::{
    CustomerId, LineageId, Origin, Questionnaire, Revision, RevisionId, Signatures, Subject,
    SurveyId, Wave, WaveId, WaveReturns,
};

/// Waves in the order they were made, each with its revision and figures.
pub(super) struct Series {
    pub revisions: Vec<Revision>,
    pub waves: Vec<Wave>,
    pub figures: Vec<WaveFigures>,
}

impl Series {
    /// One wave a revision, in these periods.
    pub fn of(revisions: &[Revision], waves: &[(&str, &WaveReturns)]) -> Self {
        let both = || revisions.iter().zip(waves);
        let figures =
            both().map(|(revision, (_, returns))| super::plain(&revision.questionnaire, returns));
        Self {
            waves: both()
                .enumerate()
                .map(|(at, (revision, (period, _)))| wave(at as i64 + 1, period, revision))
                .collect(),
            figures: figures.collect(),
            revisions: revisions.to_vec(),
        }
    }

    pub fn at(&self, at: usize) -> Surveyed<'_> {
        Surveyed {
            wave: &self.waves[at],
            revision: &self.revisions[at],
            figures: &self.figures[at],
        }
    }

    pub fn all(&self) -> Vec<Surveyed<'_>> {
        (0..self.waves.len()).map(|at| self.at(at)).collect()
    }
}

pub(super) fn revision(id: i64, questionnaire: Questionnaire) -> Revision {
    Revision {
        id: RevisionId(id),
        survey: SurveyId(1),
        number: id as u32,
        label: format!("A/{id}"),
        document: String::new(),
        effective: None,
        parent: (id > 1).then(|| RevisionId(id - 1)),
        frozen: true,
        signatures: Signatures::default(),
        questionnaire,
    }
}

fn wave(id: i64, period: &str, revision: &Revision) -> Wave {
    Wave {
        id: WaveId(id),
        survey: SurveyId(1),
        period: period.parse().unwrap(),
        label: String::new(),
        revision: revision.id,
        opened: jiff::civil::date(2026, 6, 1),
        choice: None,
        closings: Vec::new(),
    }
}

/// The next revision, in which items `reworded` mean something else and items `gone` are no
/// longer asked.
pub(super) fn next(of: &Revision, reworded: &[i64], gone: &[i64]) -> Revision {
    let mut questionnaire = of.questionnaire.clone();
    questionnaire
        .items
        .retain(|item| !gone.contains(&item.lineage.0));
    for item in &mut questionnaire.items {
        item.origin = if reworded.contains(&item.lineage.0) {
            Origin::Reworded
        } else {
            Origin::Same
        };
    }
    revision(of.id.0 + 1, questionnaire)
}

pub(super) fn item(lineage: i64) -> Subject {
    Subject::Item(LineageId(lineage))
}

pub(super) fn dimension(code: &str) -> Subject {
    Subject::Dimension(code.to_owned())
}

/// Who answered, each with one answer to all four items.
pub type Answers = Vec<(i64, u8)>;

/// Their returns.
pub fn returned(wave: &Answers) -> WaveReturns {
    let rows: Vec<[u8; 4]> = wave.iter().map(|(_, answer)| [*answer; 4]).collect();
    let rows: Vec<&[u8]> = rows.iter().map(<[u8; 4]>::as_slice).collect();
    let mut returns = rated(&rows);
    for (it, (customer, _)) in returns.returns.iter_mut().zip(wave) {
        it.customer = Some(CustomerId(*customer));
    }
    returns
}
