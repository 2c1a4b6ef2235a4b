//! A file looked at before it is taken in: read once, mapped anew as often as the user
//! chooses something else, and turned into what the mapping page shows.

mod alike;
mod checks;
mod head;
mod mapped;
mod read;
mod rows;
mod said;

use std::path::Path;

pub use alike::Precedent;
pub use said::Said;

use super::bench::{Bench, none_open};
use super::{Event, TakenIn};
use crate::intake::{Context, Decoding, customers, mapping, returns};
use crate::jobs::import::{self, Asked, Candidate, Repeats, SaidBy};
use crate::jobs::{JobError, imports, marking, wave};
use crate::model::{
    ColumnPreview, ImportId, Period, Progress, Revision, SetAside, SourceFile, Survey, SurveyId,
    TextEncoding, Undecided, WaveId,
};
use crate::ui::{Checks, Incoming, Look, SameFile, Stage};

/// The file at hand.
pub(super) struct Looking {
    candidate: Candidate,
    survey: SurveyId,
    period: Period,
    /// File whose mapping was used again.
    remembered: Option<String>,
    /// One a column; `None` after it was mapped differently.
    previews: Vec<Option<ColumnPreview>>,
    /// Rows of it the survey holds already, and the wave it was held against.
    there: Option<(WaveId, Repeats)>,
    /// Somebody said that the period is right.
    period_sure: bool,
    /// Rows of it that are no returns; the previews leave them out.
    aside: Vec<SetAside>,
    /// The file of the same line it was read like.
    precedent: Option<Precedent>,
}

impl Bench {
    /// Reads a file and maps its columns.
    pub(super) fn look(
        &mut self,
        path: &Path,
        survey: SurveyId,
        period: Period,
        (encoding, precedents, said): (Option<TextEncoding>, &[Precedent], (&Said, &str)),
        number: u64,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        self.looking = None;
        let data = std::sync::Arc::clone(&self.data);
        let (_, revision) = asked(&data, survey, period)?;
        if marking::is_marked(path, &revision.questionnaire, progress)? {
            return self.open_blank(Some(path), revision.id, number, progress);
        }
        let asked = Asked {
            decoding: encoding.map_or(Decoding::Recognised, Decoding::Rather),
            ..question(&data, revision)
        };
        let mut candidate = import::open(path, asked, progress)?;
        // A workbook with a sheet for each region comes in sheet by sheet.
        let taken = data.import_of(survey, &candidate.source.sha256, &candidate.sheet.name);
        if taken.is_some()
            && let Some(next) = further(&data, survey, &candidate).first()
        {
            candidate = import::named(candidate, next, asked, progress)?;
        }
        let mut looking = Looking::new(candidate, survey, period);
        let follows = looking.follow(precedents, revision);
        self.looking = Some(looking);
        if !follows {
            self.remember(revision);
        }
        let event = self.show(number, progress)?;
        self.as_said(event, said, precedents, progress)
    }

    /// Reads what is kept of an import once more, to take its place.
    pub(super) fn reread(
        &mut self,
        import: ImportId,
        number: u64,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        self.looking = None;
        let data = std::sync::Arc::clone(&self.data);
        let store = self.store.as_ref().ok_or_else(none_open)?;
        let import = imports::numbered(store, &data, import)?;
        let wave = data.wave(import.wave).ok_or_else(none_at_hand)?;
        let (_, revision) = asked(&data, wave.survey, wave.period)?;
        let candidate = import::once_more(store, import, question(&data, revision), progress)?;
        let mut looking = Looking::new(candidate, wave.survey, wave.period);
        looking.period_sure = true;
        self.looking = Some(looking);
        self.remember(revision);
        self.show(number, progress)
    }

    /// The same file, looked at differently.
    pub(super) fn look_again(
        &mut self,
        looks: Vec<Look>,
        number: u64,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        for look in looks {
            self.choose(look, progress)?;
        }
        self.show(number, progress)
    }

    fn choose(&mut self, look: Look, progress: &Progress) -> Result<(), JobError> {
        let data = std::sync::Arc::clone(&self.data);
        let looking = self.looking.as_mut().ok_or_else(none_at_hand)?;
        if let Look::Period(period) = look {
            looking.period = period;
            looking.period_sure = true;
        }
        let (_, revision) = asked(&data, looking.survey, looking.period)?;
        let question = question(&data, revision);
        match look {
            Look::Sheet(at) => {
                let candidate = import::at_sheet(&looking.candidate, at, question, progress)?;
                *looking = Looking::new(candidate, looking.survey, looking.period);
                self.remember(revision);
            }
            Look::Encoding(encoding) => {
                let asked = Asked {
                    decoding: Decoding::Only(encoding),
                    ..question
                };
                let at_hand = &looking.candidate;
                let candidate = import::at_sheet(at_hand, at_hand.at, asked, progress)?;
                *looking = Looking::new(candidate, looking.survey, looking.period);
                self.remember(revision);
            }
            Look::Period(_) => {
                looking.anew(question, progress)?;
                self.remember(revision);
            }
            Look::Row { row, returned } => looking.row(row, returned),
            Look::Repeats { choice, replaced } => {
                looking.candidate.repeats = Some(choice);
                looking.candidate.replaced = replaced;
            }
            Look::PeriodSure => looking.period_sure = true,
            Look::KeepPrivate(keep) => looking.candidate.keep_private = keep,
            Look::Anew => looking.anew(question, progress)?,
            Look::Target { columns, target } => {
                for column in columns {
                    looking.target(column, target, revision);
                }
            }
            Look::Reading { columns, reading } => looking.reading(&columns, reading, revision),
            Look::Numbered { column, numbered } => {
                let target = looking.candidate.mapping.columns.get(column);
                let item = target.and_then(|it| it.target.item());
                let item = item.and_then(|it| revision.questionnaire.item_of(it));
                let scale = item.and_then(|it| it.scale.as_ref());
                let options = scale.map_or(0, |it| it.options.len());
                looking.numbered(column, numbered, options);
            }
        }
        Ok(())
    }

    /// Takes the file in as it is mapped now.
    pub(super) fn take_in(&mut self, progress: &Progress) -> Result<Event, JobError> {
        let all = std::sync::Arc::clone(&self.data);
        let looking = self.looking.as_mut().ok_or_else(none_at_hand)?;
        let data = import::without(&all, looking.candidate.instead_of);
        // The page said that the wave is closed before it was pressed.
        looking.candidate.late = true;
        let survey = data.survey(looking.survey).ok_or(JobError::NoSurvey)?;
        let period = looking.period;
        let store = self.store.as_mut().ok_or_else(none_open)?;
        let candidate = &looking.candidate;
        let instead = candidate.instead_of.is_some();
        let form = candidate.sheet.is_form();
        let taken = import::take_in(store, &data, survey, period, candidate, progress)?;
        self.looking = None;
        let fresh = self.fresh(&taken.touched);
        let beside = self.written_beside(std::iter::once(&taken.import));
        Ok(Event::TakenIn(Box::new(TakenIn {
            import: taken.import,
            step: taken.step,
            period,
            returns: taken.returns,
            carried: instead.then_some(taken.carried),
            issues: taken.issues.len(),
            form,
            beside,
            fresh,
        })))
    }

    /// The file at hand, as it came.
    pub(super) fn at_hand(&self) -> Result<SourceFile, JobError> {
        let looking = self.looking.as_ref().ok_or_else(none_at_hand)?;
        Ok(looking.candidate.source.clone())
    }

    /// Forgets the file at hand.
    pub(super) fn leave(&mut self) -> Event {
        self.looking = None;
        Event::Left
    }

    fn show(&mut self, number: u64, progress: &Progress) -> Result<Event, JobError> {
        let Some(mut looking) = self.looking.take() else {
            return Err(none_at_hand());
        };
        let data = import::without(&self.data, looking.candidate.instead_of);
        if looking.there.is_none() {
            self.learn(&data, &mut looking, progress)?;
        }
        let incoming = self.incoming(&data, &mut looking, progress);
        let incoming = incoming.map(|it| looking.beside_precedent(it));
        self.looking = Some(looking);
        Ok(Event::Incoming {
            number,
            incoming: Box::new(incoming?),
        })
    }

    /// Takes option numbers for what returns tell that came in before with words.
    fn learn(
        &self,
        data: &crate::model::Data,
        looking: &mut Looking,
        progress: &Progress,
    ) -> Result<(), JobError> {
        let (survey, revision) = asked(data, looking.survey, looking.period)?;
        let store = self.store.as_ref().ok_or_else(none_open)?;
        let wave = data.wave_in(survey.id, looking.period);
        let into = import::Into {
            survey: survey.id,
            wave: wave.map_or(WaveId(0), |wave| wave.id),
        };
        let (candidate, question) = (&mut looking.candidate, question(data, revision));
        for at in import::learn_numbers(store, data, into, candidate, question, progress)? {
            looking.previews[at] = None;
        }
        Ok(())
    }

    fn incoming(
        &mut self,
        data: &crate::model::Data,
        looking: &mut Looking,
        progress: &Progress,
    ) -> Result<Incoming, JobError> {
        let (survey, revision) = asked(data, looking.survey, looking.period)?;
        let open = data.wave_in(survey.id, looking.period);
        let candidate = &looking.candidate;
        let undecided = candidate.mapping.undecided();
        let wave = open.map_or(WaveId(0), |wave| wave.id);
        let before = data.import_of(survey.id, &candidate.source.sha256, &candidate.sheet.name);
        let there = match looking.there.take() {
            Some((of, there)) if of == wave => there,
            // The whole file is refused, and shown as it is.
            Some(_) | None if before.is_some() => Repeats::default(),
            Some(_) | None => {
                let store = self.store.as_ref().ok_or_else(none_open)?;
                let asked = question(data, revision);
                let into = import::Into {
                    survey: survey.id,
                    wave,
                };
                import::repeats(store, data, into, candidate, asked, progress)?
            }
        };
        let aside = there.aside(candidate.repeats);
        let context = Context {
            questionnaire: &revision.questionnaire,
            customers: &data.customers,
            wave,
            period: Some(looking.period),
            there: &aside,
        };
        let (imported, refused) = read::read(data, candidate, &context, progress)?;
        let mut checks = match &imported {
            Some(imported) => self.checks(data, open, candidate, imported)?,
            None => Checks::default(),
        };
        checks.refused = refused;
        let (sheet, mapped) = (&candidate.sheet, &candidate.mapping);
        checks.remarks = mapping::remarks(sheet, mapped, &revision.questionnaire);
        rows::repeated(&mut checks, &there);
        checks.aside = rows::aside(candidate, &checks.set_aside);
        let other = import::other_period(candidate, looking.period);
        checks.other_period = other.map(|(period, by)| (period, by == SaidBy::Name));
        checks.same_file = before.map(|(import, wave)| SameFile {
            file: import.file.clone(),
            at: import.at,
            period: wave.period,
        });
        let head = head::rows(imported.as_ref(), &candidate.mapping, &undecided, &context);
        looking.there = Some((wave, there));
        let (aside, issues) = imported
            .map(|it| (it.set_aside, it.issues))
            .unwrap_or_default();
        looking.set_aside(aside);
        let mut previews = looking.previews(revision, &data.customers);
        looking.blame(&mut previews, &issues);
        let candidate = &looking.candidate;
        Ok(Incoming {
            file: candidate.source.name.clone(),
            platform: candidate.sheet.platform.key.to_owned(),
            sheets: visible(candidate),
            sheet: candidate.at,
            further: further(data, survey.id, candidate),
            encoding: candidate.encoding,
            header_row: candidate.sheet.row_number(0).saturating_sub(1),
            survey: survey.id,
            period: looking.period,
            opens_wave: open.is_none(),
            revision: revision.id,
            remembered: looking.remembered.clone(),
            like: None,
            alike: false,
            asked: Vec::new(),
            answered: false,
            columns: returns::quoted(&candidate.sheet, &candidate.mapping).columns,
            previews,
            head,
            keep_private: candidate.keep_private,
            rows: candidate.mapping.rows.clone(),
            repeats: candidate.repeats,
            period_sure: looking.period_sure,
            register: undecided.contains(&Undecided::NothingFits)
                && customers::read(&candidate.sheet, progress)
                    .is_ok_and(|register| !register.customers.is_empty()),
            undecided,
            checks,
            waiting: 0,
            stage: Stage::Ready,
        })
    }
}

/// Whose items the columns are matched with.
fn asked(
    data: &crate::model::Data,
    survey: SurveyId,
    period: Period,
) -> Result<(&Survey, &Revision), JobError> {
    let survey = data.survey(survey).ok_or(JobError::NoSurvey)?;
    Ok((survey, wave::revision_for(data, survey, period)?))
}

fn question<'a>(data: &'a crate::model::Data, revision: &'a Revision) -> Asked<'a> {
    Asked {
        questionnaire: &revision.questionnaire,
        customers: &data.customers,
        values: None,
        decoding: Decoding::Recognised,
        markings: &data.markings,
    }
}

/// Other sheets with returns that have not come in yet, in the order of the file.
fn further(data: &crate::model::Data, survey: SurveyId, candidate: &Candidate) -> Vec<String> {
    if candidate.instead_of.is_some() {
        return Vec::new();
    }
    let came = |name: &&String| {
        let sha256 = &candidate.source.sha256;
        data.import_of(survey, sha256, name).is_some()
    };
    let others = candidate.others.iter();
    others.filter(|name| !came(name)).cloned().collect()
}

fn none_at_hand() -> JobError {
    JobError::Unexpected("no file at hand".to_owned())
}

fn visible(candidate: &Candidate) -> Vec<(usize, String)> {
    let sheets = candidate.sheets.iter().enumerate();
    sheets
        .filter(|(at, sheet)| !sheet.hidden || *at == candidate.at)
        .map(|(at, sheet)| (at, sheet.name.clone()))
        .collect()
}

/// Letters of the column a cell lies in.
fn letters(cell: &str) -> &str {
    cell.trim_end_matches(|c: char| c.is_ascii_digit())
}
