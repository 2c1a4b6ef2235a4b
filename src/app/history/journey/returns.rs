//! Files taken in, and edits of what they brought.

use super::edits::Kind;
use super::{Journey, counting};
use crate::intake::Decoding;
use crate::jobs::import;
use crate::model::{
    Answer, AnswerCell, Change, CustomerId, Edit, Import, Issue, IssueKind, Progress, Reading,
    Return, Settlement, Step, StepKind, WaveReturns,
};

impl Journey {
    /// A file of a few returns: known and unknown customers, answers that can and cannot be
    /// read. It opens its wave if that is new.
    pub(super) fn take_in(&mut self) -> bool {
        let surveys = self.data.surveys.clone();
        let Some(survey) = self.one(&surveys).cloned() else {
            return false;
        };
        let period = self.period();
        let newest = self.data.revisions_of(survey.id).next_back().cloned();
        let revision = match self.data.wave_in(survey.id, period) {
            Some(wave) => self.data.revision(wave.revision).cloned(),
            None => newest,
        };
        let Some(revision) = revision.filter(|it| !it.questionnaire.items.is_empty()) else {
            return false;
        };
        self.number += 1;
        let path = self.folder.join(format!("{}.csv", self.number));
        std::fs::write(&path, self.lines(&revision)).unwrap();
        let asked = import::Asked {
            questionnaire: &revision.questionnaire,
            customers: &self.data.customers,
            values: Some(Reading::Scores),
            decoding: Decoding::Recognised,
            markings: &self.data.markings,
        };
        let progress = Progress::default();
        let data = self.data.clone();
        let taken = import::open(&path, asked, &progress).and_then(|candidate| {
            import::take_in(
                &mut self.store,
                &data,
                &survey,
                period,
                &candidate,
                &progress,
            )
        });
        let Ok(taken) = taken else {
            return false;
        };
        self.history.push(taken.step, None, self.number, 0.0);
        self.data = self.store.load().unwrap();
        true
    }

    fn lines(&mut self, revision: &crate::model::Revision) -> String {
        let items = &revision.questionnaire.items;
        let mut lines = "客户".to_owned();
        for item in items {
            lines.push(',');
            lines.push_str(&item.code);
        }
        for _ in 0..self.rng.usize(3..9) {
            let word = self.word();
            let customers = self.data.customers.clone();
            let known = self.one(&customers).map(|it| it.code.clone());
            let called = match self.rng.u8(..3) {
                0 => "陌生人".to_owned(),
                1 => word,
                _ => known.unwrap_or_default(),
            };
            lines.push('\n');
            lines.push_str(&called);
            for _ in items {
                let words = ["很满意", "满意", "一般", "不满意", "说不清", ""];
                lines.push(',');
                lines.push_str(words[self.rng.usize(..words.len())]);
            }
        }
        lines.push('\n');
        lines
    }

    pub(super) fn return_step(&mut self, kind: Kind) -> Option<Step> {
        if kind == Kind::MarkImport {
            return self.mark_import();
        }
        let waves = self.data.waves.clone();
        let wave = self.one(&waves)?.id;
        let loaded = self.store.load_wave(wave).unwrap();
        match kind {
            Kind::Void => self.void(&loaded),
            Kind::Answer => self.answer(&loaded),
            _ => self.settle(&loaded),
        }
    }

    /// By its id, whenever it came.
    fn mark_import(&mut self) -> Option<Step> {
        let counting: Vec<_> = counting(&self.data).collect();
        let id = *self.one(&counting)?;
        let before = self.data.import(id)?.clone();
        let after = Import {
            undone: true,
            ..before.clone()
        };
        let change = Change::Import(Edit::changed(before, after));
        Some(Step::new(StepKind::UndoImport, "", vec![change]))
    }

    fn void(&mut self, loaded: &WaveReturns) -> Option<Step> {
        let before = self.one(&loaded.returns)?.clone();
        let (kind, void) = match before.valid() {
            true => (StepKind::VoidReturn, Some(self.word())),
            false => (StepKind::RestoreReturn, None),
        };
        let after = Return {
            void,
            ..before.clone()
        };
        let change = Change::Return(Box::new(Edit::changed(before, after)));
        Some(Step::new(kind, "", vec![change]))
    }

    fn answer(&mut self, loaded: &WaveReturns) -> Option<Step> {
        let rows: Vec<usize> = (0..loaded.returns.len()).collect();
        let row = *self.one(&rows)?;
        let item = self.rng.usize(..loaded.columns.len().max(1));
        let before = loaded.columns.get(item)?.get(row);
        let cell = |answer| AnswerCell {
            returned: loaded.returns[row].id,
            wave: loaded.wave,
            item,
            answer,
        };
        let after = Answer::Option(self.rng.u8(..5));
        let change = Change::Answer(Edit::changed(cell(before), cell(after)));
        Some(Step::new(StepKind::SettleIssue, "", vec![change]))
    }

    /// As the list of what waits does: all of one unknown customer at once, others by hand.
    fn settle(&mut self, loaded: &WaveReturns) -> Option<Step> {
        let open: Vec<Issue> = self.data.open_issues(loaded.wave).cloned().collect();
        let issue = self.one(&open)?.clone();
        let customers = self.data.customers.clone();
        let customer: CustomerId = self.one(&customers)?.id;
        let same = open
            .iter()
            .filter(|it| it.id == issue.id || (it.kind == issue.kind && it.found == issue.found));
        let mut changes = Vec::new();
        for issue in same {
            let mut settled = issue.clone();
            settled.settled = Some(Settlement::LeftBlank);
            let returned = loaded.returns.iter().find(|it| it.id == issue.returned)?;
            if issue.kind == IssueKind::UnknownCustomer {
                let after = Return {
                    customer: Some(customer),
                    ..returned.clone()
                };
                let edit = Edit::changed(returned.clone(), after);
                changes.push(Change::Return(Box::new(edit)));
                settled.settled = Some(Settlement::Corrected("C".to_owned()));
            }
            let edit = Edit::changed(issue.clone(), settled);
            changes.push(Change::Issue(Box::new(edit)));
        }
        Some(Step::new(StepKind::SettleIssue, "", changes))
    }
}
