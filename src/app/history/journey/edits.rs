//! Edits of the questionnaire, and which kinds of edits there are.

use super::{Journey, today};
use crate::edit;
use crate::model::{
    Change, Dimension, Edit, Item, ItemKind, LineageId, Origin, Period, Preset, Revision,
    RevisionId, Scale, ScaleOption, Step, StepKind, Survey, SurveyId, WaveId, Workspace,
};

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    NameWorkspace,
    NewSurvey,
    NameSurvey,
    NewItem,
    Item,
    DropItem,
    Dimension,
    Rules,
    Document,
    NewRevision,
    DropRevision,
    OpenWave,
    NewCustomer,
    Customer,
    DropCustomer,
    Frame,
    Issue,
    TakeIn,
    MarkImport,
    Void,
    Answer,
    Settle,
    Raise,
    Plan,
    Advance,
}

impl Kind {
    pub(super) const ALL: [Self; 25] = [
        Self::NameWorkspace,
        Self::NewSurvey,
        Self::NameSurvey,
        Self::NewItem,
        Self::Item,
        Self::DropItem,
        Self::Dimension,
        Self::Rules,
        Self::Document,
        Self::NewRevision,
        Self::DropRevision,
        Self::OpenWave,
        Self::NewCustomer,
        Self::Customer,
        Self::DropCustomer,
        Self::Frame,
        Self::Issue,
        Self::TakeIn,
        Self::MarkImport,
        Self::Void,
        Self::Answer,
        Self::Settle,
        Self::Raise,
        Self::Plan,
        Self::Advance,
    ];
}

impl Journey {
    /// The step of an edit; `None` when there is nothing to do it to.
    pub(super) fn step(&mut self, kind: Kind) -> Option<Step> {
        match kind {
            Kind::NameWorkspace => Some(self.name_workspace()),
            Kind::NewSurvey => Some(self.new_survey()),
            Kind::NameSurvey => self.name_survey(),
            Kind::NewItem => self.draft(|it, word, id| it.questionnaire.items.push(item(word, id))),
            Kind::Item => self.draft(|it, word, id| {
                let items = &mut it.questionnaire.items;
                let at = id as usize % items.len().max(1);
                if let Some(item) = items.get_mut(at) {
                    item.text = word;
                    item.weight = (id % 9 + 1) as f64;
                }
            }),
            Kind::DropItem => self.draft(|it, _, id| {
                let items = &mut it.questionnaire.items;
                if items.len() > 1 {
                    items.remove(id as usize % items.len());
                }
            }),
            Kind::Dimension => self.draft(|it, word, id| {
                let code = format!("D{id}");
                it.questionnaire.dimensions.push(Dimension {
                    code,
                    name: word,
                    parent: None,
                    weight: 1.0,
                });
            }),
            Kind::Rules => self.draft(|it, _, id| {
                it.questionnaire.rules.target = (id % 40 + 50) as f64;
            }),
            Kind::Document => self.document(),
            Kind::NewRevision => self.new_revision(),
            Kind::DropRevision => self.drop_revision(),
            Kind::OpenWave => self.open_wave(),
            other => self.other_step(other),
        }
    }

    /// One of several.
    pub(super) fn one<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        (!all.is_empty()).then(|| &all[self.rng.usize(..all.len())])
    }

    /// A word nobody said before, as long as the journey lasts.
    pub(super) fn word(&mut self) -> String {
        format!("词{}", self.rng.u32(..))
    }

    fn name_workspace(&mut self) -> Step {
        let before = self.data.workspace.clone();
        let after = Workspace {
            company: self.word(),
            ..before.clone()
        };
        let change = Change::Workspace(Edit::changed(before, after));
        Step::new(StepKind::EditWorkspace, "", vec![change])
    }

    fn new_survey(&mut self) -> Step {
        let id = SurveyId(self.store.fresh_id());
        let survey = Survey {
            id,
            name: self.word(),
        };
        let revision = Revision::first(RevisionId(self.store.fresh_id()), id);
        let changes = vec![
            Change::Survey(Edit::created(survey)),
            Change::Revision(Box::new(Edit::created(revision))),
        ];
        Step::new(StepKind::NewSurvey, "", changes)
    }

    fn name_survey(&mut self) -> Option<Step> {
        let surveys = self.data.surveys.clone();
        let before = self.one(&surveys)?.clone();
        let after = Survey {
            id: before.id,
            name: self.word(),
        };
        let change = Change::Survey(Edit::changed(before, after));
        Some(Step::new(StepKind::EditQuestionnaire, "", vec![change]))
    }

    /// An edit of a revision that can be edited.
    fn draft(&mut self, change: impl FnOnce(&mut Revision, String, i64)) -> Option<Step> {
        let revisions = self.data.revisions.iter();
        let drafts: Vec<Revision> = revisions.filter(|it| it.editable()).cloned().collect();
        let before = self.one(&drafts)?.clone();
        let (word, id) = (self.word(), self.store.fresh_id());
        let mut after = before.clone();
        change(&mut after, word, id);
        changed(before, after)
    }

    fn document(&mut self) -> Option<Step> {
        let revisions = self.data.revisions.clone();
        let before = self.one(&revisions)?.clone();
        let after = Revision {
            document: self.word(),
            effective: Some(today()),
            ..before.clone()
        };
        changed(before, after)
    }

    fn new_revision(&mut self) -> Option<Step> {
        let surveys = self.data.surveys.clone();
        let survey = self.one(&surveys)?.id;
        let from = self.data.revisions_of(survey).next_back()?;
        let revision = Revision {
            id: RevisionId(self.store.fresh_id()),
            number: from.number + 1,
            parent: Some(from.id),
            frozen: false,
            ..from.clone()
        };
        let change = Change::Revision(Box::new(Edit::created(revision)));
        Some(Step::new(StepKind::NewRevision, "", vec![change]))
    }

    fn drop_revision(&mut self) -> Option<Step> {
        let revisions = self.data.revisions.iter();
        let drafts = revisions.filter(|it| it.editable() && it.parent.is_some());
        let drafts: Vec<Revision> = drafts.cloned().collect();
        let change = Change::Revision(Box::new(Edit::removed(self.one(&drafts)?.clone())));
        Some(Step::new(StepKind::EditQuestionnaire, "", vec![change]))
    }

    fn open_wave(&mut self) -> Option<Step> {
        let surveys = self.data.surveys.clone();
        let survey = self.one(&surveys)?.id;
        let period = self.period();
        if self.data.wave_in(survey, period).is_some() {
            return None;
        }
        let id = WaveId(self.store.fresh_id());
        let revision = self.data.revisions_of(survey).next_back()?;
        let opening = edit::open_with(id, revision, period, today());
        Some(Step::new(StepKind::OpenWave, "", opening.changes))
    }

    pub(super) fn period(&mut self) -> Period {
        let periods = ["2024H1", "2024H2", "2025H1", "2025H2", "2026H1"];
        periods[self.rng.usize(..periods.len())].parse().unwrap()
    }
}

fn changed(before: Revision, after: Revision) -> Option<Step> {
    (before != after).then(|| {
        let change = Change::Revision(Box::new(Edit::changed(before, after)));
        Step::new(StepKind::EditQuestionnaire, "", vec![change])
    })
}

fn item(text: String, id: i64) -> Item {
    let labels = ["很满意", "满意", "一般", "不满意", "很不满意"];
    let options = labels.iter().zip(Preset::Five.options());
    let options = options.map(|(label, (score, satisfied))| ScaleOption {
        label: (*label).to_owned(),
        score: Some(score),
        satisfied,
        aliases: Vec::new(),
    });
    Item {
        lineage: LineageId(id),
        origin: Origin::New,
        from: Vec::new(),
        code: format!("Q{id}"),
        text,
        dimension: None,
        kind: ItemKind::Rating,
        scale: Some(Scale {
            order_assumed: false,
            name: "五级".to_owned(),
            options: options.collect(),
        }),
        scored: true,
        weight: 1.0,
        required: id % 2 == 0,
        segment: false,
        importance_of: None,
        aliases: Vec::new(),
    }
}
