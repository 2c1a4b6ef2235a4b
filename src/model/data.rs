//! What a workspace holds in memory: everything small always, the returns of a wave when
//! asked for.

use std::collections::BTreeMap;

use super::{
    AnswerColumn, Attachment, Contact, CorrectiveAction, Customer, CustomerId, FrameEntry, Import,
    ImportId, Issue, Kpi, Marking, Past, Period, Return, ReturnId, Revision, RevisionId, Shared,
    Survey, SurveyId, Tag, TagId, Tagged, Tagging, Wave, WaveId, Workspace,
};

/// Everything but the returns. Every list can be passed on and changed apart from the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Data {
    pub workspace: Workspace,
    /// In the order they were made.
    pub surveys: Shared<Vec<Survey>>,
    /// By survey and number.
    pub revisions: Shared<Vec<Revision>>,
    /// By code.
    pub customers: Shared<Vec<Customer>>,
    /// By survey and period.
    pub waves: Shared<Vec<Wave>>,
    pub frames: Shared<BTreeMap<WaveId, Shared<Vec<FrameEntry>>>>,
    /// In the order they came, those taken back included.
    pub imports: Shared<Vec<Import>>,
    /// The review list, settled ones included; those of imports taken back are left out.
    pub issues: Shared<Vec<Issue>>,
    /// By number.
    pub actions: Shared<Vec<CorrectiveAction>>,
    /// Files beside returns, in the order they came.
    pub attachments: Shared<Vec<Attachment>>,
    /// Calls and reminders, as they were noted.
    pub contacts: Shared<Vec<Contact>>,
    /// Waves known by their figures alone, by survey and period.
    pub past: Shared<Vec<Past>>,
    /// Figures of the firm's own, by code.
    pub kpis: Shared<Vec<Kpi>>,
    /// Tags of comments, in the order they were made.
    pub tags: Shared<Vec<Tag>>,
    /// What persons said of single comments, in the order they said it.
    pub taggings: Shared<Vec<Tagging>>,
    /// Forms of the firm's own that were marked, in the order they were.
    pub markings: Shared<Vec<Marking>>,
}

impl Data {
    pub fn survey(&self, id: SurveyId) -> Option<&Survey> {
        self.surveys.iter().find(|survey| survey.id == id)
    }

    pub fn revision(&self, id: RevisionId) -> Option<&Revision> {
        self.revisions.iter().find(|revision| revision.id == id)
    }

    pub fn revisions_of(&self, survey: SurveyId) -> impl DoubleEndedIterator<Item = &Revision> {
        self.revisions
            .iter()
            .filter(move |revision| revision.survey == survey)
    }

    pub fn wave(&self, id: WaveId) -> Option<&Wave> {
        self.waves.iter().find(|wave| wave.id == id)
    }

    /// The waves of a survey, oldest first.
    pub fn waves_of(&self, survey: SurveyId) -> impl DoubleEndedIterator<Item = &Wave> {
        self.waves.iter().filter(move |wave| wave.survey == survey)
    }

    /// The regular wave of a period.
    pub fn wave_in(&self, survey: SurveyId, period: Period) -> Option<&Wave> {
        self.waves_of(survey)
            .find(|wave| wave.period == period && wave.label.is_empty())
    }

    /// The wave right before this one in its survey.
    pub fn wave_before(&self, id: WaveId) -> Option<&Wave> {
        let wave = self.wave(id)?;
        self.waves_of(wave.survey)
            .take_while(|other| other.id != id)
            .last()
    }

    pub fn customer(&self, id: CustomerId) -> Option<&Customer> {
        self.customers.iter().find(|customer| customer.id == id)
    }

    /// The import of an id, or of what came with one.
    pub fn import(&self, id: impl Into<Option<ImportId>>) -> Option<&Import> {
        let id = id.into()?;
        self.imports.iter().find(|import| import.id == id)
    }

    /// The import that brought a file with this SHA-256 into any wave of the survey and was not
    /// taken back, with its wave: the same returns twice would be counted twice.
    pub fn import_of(
        &self,
        survey: SurveyId,
        sha256: &str,
        sheet: &str,
    ) -> Option<(&Import, &Wave)> {
        let same =
            |import: &&Import| !import.undone && import.sha256 == sha256 && import.sheet == sheet;
        let mut imports = self.imports.iter().filter(same);
        imports.find_map(|import| {
            let wave = self.wave(import.wave)?;
            (wave.survey == survey).then_some((import, wave))
        })
    }

    /// The customers chosen for a wave.
    pub fn frame(&self, wave: WaveId) -> &[FrameEntry] {
        self.frames
            .get(&wave)
            .map_or(&[], |entries| entries.as_slice())
    }

    /// Files kept beside a return.
    pub fn attached_to(&self, returned: ReturnId) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(move |it| it.of == returned)
    }

    /// Calls and reminders of a wave, as they were noted.
    pub fn contacts_of(&self, wave: WaveId) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(move |it| it.wave == wave)
    }

    /// Waves of a survey that are known by their figures alone, oldest first.
    pub fn past_of(&self, survey: SurveyId) -> impl Iterator<Item = &Past> {
        self.past.iter().filter(move |it| it.survey == survey)
    }

    pub fn kpi(&self, code: &str) -> Option<&Kpi> {
        self.kpis.iter().find(|it| it.code == code)
    }

    /// The tags of a survey, in the order they were made.
    pub fn tags_of(&self, survey: SurveyId) -> impl Iterator<Item = &Tag> {
        self.tags.iter().filter(move |it| it.survey == survey)
    }

    /// The forms of a survey that were marked, in the order they were.
    pub fn markings_of(&self, survey: SurveyId) -> impl Iterator<Item = &Marking> {
        self.markings.iter().filter(move |it| it.survey == survey)
    }

    pub fn tag(&self, id: TagId) -> Option<&Tag> {
        self.tags.iter().find(|it| it.id == id)
    }

    /// Issues of a wave that wait to be settled.
    pub fn open_issues(&self, wave: WaveId) -> impl Iterator<Item = &Issue> {
        self.issues
            .iter()
            .filter(move |issue| issue.wave == wave && issue.settled.is_none())
    }
}

/// The returns of one wave with their answers by the column.
#[derive(Clone, Debug, PartialEq)]
pub struct WaveReturns {
    pub wave: WaveId,
    /// In the order they came. Those of imports taken back are left out, void ones are not.
    pub returns: Vec<Return>,
    /// One column an item of the wave's revision, in its order, each as long as `returns`.
    pub columns: Vec<AnswerColumn>,
    /// The tags of its comments, by row; told from the words and from what persons said, so
    /// that it is no part of the file.
    pub tagged: Vec<Tagged>,
}
