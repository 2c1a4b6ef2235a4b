//! Whatever is done to a draft in whatever order, it stays a questionnaire.

use std::collections::BTreeSet;

use fastrand::Rng;

use super::*;
use crate::model::{
    Change, Data, Ids, LineageId, Preset, Questionnaire, Revision, RevisionId, Scale, ScaleOption,
    Step, SurveyId,
};

const DRAFT: RevisionId = RevisionId(1);

fn scale() -> Scale {
    let options = Preset::Five.options().into_iter();
    Scale {
        order_assumed: false,
        name: "five".to_owned(),
        options: options
            .map(|(score, satisfied)| ScaleOption {
                label: score.to_string(),
                score: Some(score),
                satisfied,
                aliases: Vec::new(),
            })
            .collect(),
    }
}

struct Desk {
    data: Data,
    ids: Ids,
}

impl Desk {
    fn new() -> Self {
        let draft = Revision::first(DRAFT, SurveyId(1));
        Self {
            data: Data {
                revisions: vec![draft].into(),
                ..Data::default()
            },
            ids: Ids::from(100, 1),
        }
    }

    fn known(&self) -> Known<'_> {
        Known {
            data: &self.data,
            returns: None,
            ids: &self.ids,
            today: jiff::civil::date(2026, 7, 1),
            who: "li@office",
        }
    }

    fn draft(&self) -> &Revision {
        self.data.revision(DRAFT).unwrap()
    }

    fn asked(&self) -> &Questionnaire {
        &self.draft().questionnaire
    }

    fn put(&mut self, step: &Step) {
        for change in &step.changes {
            let Change::Revision(edit) = change else {
                panic!("{change:?}");
            };
            assert_eq!(edit.before.as_ref(), Some(self.draft()));
            self.data.revisions = vec![edit.after.clone().unwrap()].into();
        }
    }

    fn item(&self, rng: &mut Rng) -> LineageId {
        let items = &self.asked().items;
        // Now and then one that is not there.
        let at = rng.usize(..=items.len());
        items.get(at).map_or(LineageId(7), |item| item.lineage)
    }

    fn dimension(&self, rng: &mut Rng) -> String {
        let all = &self.asked().dimensions;
        let at = rng.usize(..=all.len());
        all.get(at)
            .map_or_else(|| "gone".to_owned(), |it| it.code.clone())
    }

    fn some(&self, rng: &mut Rng) -> Option<String> {
        rng.bool().then(|| self.dimension(rng))
    }

    /// Any edit, sensible or not.
    fn revise(&self, rng: &mut Rng) -> Revise {
        let codes = ["A", "B1", "Q1", "Q2", "D1", "index", "", "满意"];
        let code = codes[rng.usize(..codes.len())].to_owned();
        let numbers = ["1", "-1", "40 %", "x", ""];
        let number = numbers[rng.usize(..numbers.len())].to_owned();
        let (item, down) = (self.item(rng), rng.bool());
        match rng.u8(..14) {
            0..=2 => Revise::AddItem {
                lineage: LineageId(self.ids.fresh()),
                dimension: self.some(rng),
                text: "new".to_owned(),
                usual: scale(),
            },
            3 => Revise::AddDimension {
                code: next_code(self.asked(), "D"),
                name: code,
            },
            4 => Revise::CopyItem {
                item,
                copy: LineageId(self.ids.fresh()),
            },
            5 => Revise::Type(QuestionnaireField::Code(item), code),
            6 => Revise::Type(QuestionnaireField::DimensionCode(self.dimension(rng)), code),
            7 => Revise::Type(QuestionnaireField::Weight(item), number),
            8 => Revise::MoveItem {
                item,
                into: self.some(rng),
                before: rng.bool().then(|| self.item(rng)),
            },
            9 => Revise::MoveDimension {
                code: self.dimension(rng),
                below: self.some(rng),
                before: self.some(rng),
            },
            10 => Revise::NudgeItem { item, down },
            11 => Revise::NudgeDimension {
                code: self.dimension(rng),
                down,
            },
            12 => Revise::RemoveItem(item),
            _ => Revise::RemoveDimension(self.dimension(rng)),
        }
    }
}

/// Codes differ, everything lies somewhere that is there, two levels deep at most.
fn sound(all: &Questionnaire) {
    let items = all.items.iter().map(|it| &it.code);
    let dimensions = all.dimensions.iter().map(|it| &it.code);
    let codes: Vec<&String> = items.chain(dimensions).collect();
    let differing: BTreeSet<&String> = codes.iter().copied().collect();
    assert_eq!(codes.len(), differing.len(), "{codes:?}");
    assert!(
        codes
            .iter()
            .all(|code| !code.is_empty() && *code != "index")
    );
    let lineages: BTreeSet<_> = all.items.iter().map(|it| it.lineage).collect();
    assert_eq!(lineages.len(), all.items.len());
    for item in &all.items {
        let within = item.dimension.as_deref();
        assert!(
            within.is_none_or(|code| all.dimension(code).is_some()),
            "{item:?}"
        );
        assert!(item.weight > 0.0);
        let rated = item.importance_of.as_deref();
        assert!(
            rated.is_none_or(|code| all.item(code).is_some()),
            "{item:?}"
        );
    }
    for dimension in &all.dimensions {
        if let Some(parent) = &dimension.parent {
            let parent = all.dimension(parent).unwrap();
            assert_eq!(parent.parent, None, "{dimension:?}");
        }
    }
}

#[test]
fn whatever_is_done_to_a_draft_it_stays_a_questionnaire_and_can_be_taken_back() {
    let (mut done, mut refused) = (0, 0);
    for seed in 0..60 {
        let mut rng = Rng::with_seed(seed);
        let mut desk = Desk::new();
        let mut steps = Vec::new();
        for _ in 0..80 {
            let intent = Intent::Revise(DRAFT, desk.revise(&mut rng));
            match intent.step(&desk.known()) {
                Ok(step) => {
                    desk.put(&step);
                    sound(desk.asked());
                    steps.push(step);
                    done += 1;
                }
                Err(_) => refused += 1,
            }
        }
        for step in steps.into_iter().rev() {
            desk.put(&step.inverse());
        }
        assert_eq!(*desk.asked(), Questionnaire::default(), "seed {seed}");
    }
    assert!(
        done > 1_000 && refused > 500,
        "{done} done, {refused} refused"
    );
}

#[test]
fn what_is_in_use_cannot_change() {
    let mut desk = Desk::new();
    let mut frozen = desk.draft().clone();
    frozen.frozen = true;
    desk.data.revisions = vec![frozen].into();
    let mut rng = Rng::with_seed(1);
    for _ in 0..50 {
        let intent = Intent::Revise(DRAFT, desk.revise(&mut rng));
        assert_eq!(intent.step(&desk.known()).unwrap_err(), Refusal::Locked);
    }
    let remove = Intent::RemoveRevision(DRAFT);
    assert_eq!(remove.step(&desk.known()).unwrap_err(), Refusal::Locked);
}

#[test]
fn actions_are_numbered_by_their_year() {
    let mut desk = Desk::new();
    let new = |title: &str| {
        Intent::Raise(NewAction {
            id: crate::model::ActionId(5),
            survey: SurveyId(1),
            title: title.to_owned(),
            department: String::new(),
            owner: " 孙琳 ".to_owned(),
            due: None,
            evidence: Vec::new(),
        })
    };
    let step = new("投诉").step(&desk.known()).unwrap();
    let [Change::Action(edit)] = step.changes.as_slice() else {
        panic!("{step:?}");
    };
    let action = edit.after.clone().unwrap();
    assert_eq!(action.number, "CA-2026-01");
    assert_eq!(
        (action.owner.as_str(), action.steps[0].who.as_str()),
        ("孙琳", "孙琳")
    );
    let older = crate::model::CorrectiveAction {
        number: "CA-2026-41".to_owned(),
        ..action.clone()
    };
    desk.data.actions = vec![older, action].into();
    assert_eq!(
        new("价格").step(&desk.known()).unwrap().subject,
        "CA-2026-42"
    );
    assert_eq!(
        new("  ").step(&desk.known()).unwrap_err(),
        Refusal::NeedsTitle
    );
}
