//! The way of the forms of a wave: made, filled in, dropped as a folder, taken back.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use tempfile::TempDir;

use super::fill::Sheet;
use crate::i18n::Language;
use crate::jobs::forms::{Made, NoForms, Order, Unfit, Wanted, make, take};
use crate::jobs::save::Replace;
use crate::jobs::{JobError, explain, folder, sample};
use crate::model::{
    Answer, Change, Closing, Data, Edit, FormKind, IssueKind, Item, ItemKind, Origin, Progress,
    Revision, Role, Signature, Step, StepKind, Wave,
};
use crate::store::Store;

/// A company with a wave whose revision is approved.
pub(super) struct Desk {
    folder: TempDir,
    pub store: Store,
    pub data: Data,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = sample::at(folder.path(), &Progress::default()).unwrap();
        let store = Store::open(&path).unwrap();
        let data = store.load().unwrap();
        let mut desk = Self {
            folder,
            store,
            data,
        };
        let signature = Signature {
            name: "张三".to_owned(),
            date: date(2026, 6, 1),
        };
        let revision = desk.revision().clone();
        let signatures = revision.signatures.clone();
        let sign = revision.sign(signatures.with(Role::Approved, signature));
        desk.apply(&Step::new(StepKind::Sign, "A/3", vec![sign]));
        desk
    }

    pub fn apply(&mut self, step: &Step) {
        self.store.apply(step).unwrap();
        self.data = self.store.load().unwrap();
    }

    /// One nobody has answered in.
    pub fn wave(&self) -> &Wave {
        let survey = self.data.surveys[0].id;
        self.data.waves_of(survey).next_back().unwrap()
    }

    fn revision(&self) -> &Revision {
        self.data.revision(self.wave().revision).unwrap()
    }

    pub fn items(&self) -> &[Item] {
        &self.revision().questionnaire.items
    }

    pub fn try_make(&self, to: &str) -> Result<Made, JobError> {
        let order = Order {
            wave: self.wave(),
            customers: None,
            kind: FormKind::Workbook,
            language: Language::Zh,
            folder: &self.at(to),
            replace: Replace::Ours,
        };
        make(&self.store, &self.data, &order, &Progress::default())
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Fills in a form: the option of each rating.
    pub fn fill(&self, form: &Path, to: &Path, option: impl Fn(&Item) -> Option<u8>) {
        let mut sheet = Sheet::of(fs::read(form).unwrap());
        for item in self.items() {
            if let (ItemKind::Rating, Some(option)) = (item.kind, option(item)) {
                sheet.tick(item, option);
            }
        }
        fs::write(to, sheet.bytes()).unwrap();
    }

    pub fn drop(&mut self, from: &str) -> crate::jobs::forms::Arrived {
        self.drop_as(from, Wanted::default())
    }

    fn drop_as(&mut self, from: &str, wanted: Wanted) -> crate::jobs::forms::Arrived {
        let files = folder::unfold(&[self.at(from)]).unwrap().files;
        let progress = Progress::default();
        let arrived = take(&mut self.store, &self.data, &files, wanted, &progress);
        self.data = self.store.load().unwrap();
        arrived.unwrap()
    }

    fn close(&mut self) {
        let before = self.wave().clone();
        let mut after = before.clone();
        after.closings.push(Closing {
            reopened: false,
            date: date(2027, 7, 20),
            who: "张三".to_owned(),
            reason: String::new(),
        });
        let close = Change::Wave(Edit::changed(before, after));
        self.apply(&Step::new(StepKind::CloseWave, "2027H1", vec![close]));
    }

    pub fn returns(&self) -> usize {
        self.store.load_wave(self.wave().id).unwrap().returns.len()
    }
}

pub(super) fn unfit(arrived: &crate::jobs::forms::Arrived) -> Vec<String> {
    let refused = arrived.refused.iter();
    refused
        .map(|(_, error)| match error {
            JobError::Form { unfit, .. } => format!("{unfit:?}"),
            other => format!("{other}"),
        })
        .collect()
}

#[test]
fn a_folder_of_forms_is_one_step_there_and_back() {
    let mut desk = Desk::new();
    let made = desk.try_make("forms").unwrap();
    assert_eq!(made.files.len(), desk.data.frame(desk.wave().id).len());
    let before = desk.returns();
    fs::create_dir(desk.at("back")).unwrap();
    let back = |name: &str| desk.at("back").join(name);
    desk.fill(&made.files[0], &back("a.xlsx"), |_| Some(0));
    desk.fill(&made.files[1], &back("b 改名.xlsx"), |item| {
        (item.code != "CO1").then_some(2)
    });
    // two ticks where one is asked for
    let mut twice = Sheet::of(fs::read(back("b 改名.xlsx")).unwrap());
    let first = desk.items()[0].clone();
    twice.tick(&first, 1);
    fs::write(back("b 改名.xlsx"), twice.bytes()).unwrap();
    // the same customer once more, the same file once more, and one nobody filled in
    desk.fill(&made.files[0], &back("c.xlsx"), |_| Some(1));
    fs::copy(back("a.xlsx"), back("d.xlsx")).unwrap();
    fs::copy(&made.files[2], back("e.xlsx")).unwrap();
    fs::write(back("f.csv"), "客户,得分\n").unwrap();

    let arrived = desk.drop("back");
    assert_eq!(arrived.taken.len(), 3);
    assert_eq!(arrived.others, [desk.at("back").join("f.csv")]);
    assert_eq!(arrived.refused.len(), 2);
    let same = &arrived.refused[0].1;
    let earlier = |unfit: &Unfit| match unfit {
        Unfit::There { before, at, .. } => Some((before.clone(), at.is_some())),
        _ => None,
    };
    assert!(
        matches!(same, JobError::Form { file, unfit }
        if file == "d.xlsx" && earlier(unfit) == Some(("a.xlsx".to_owned(), false))),
        "{same}"
    );
    assert!(matches!(
        &arrived.refused[1].1,
        JobError::Form {
            unfit: Unfit::Empty,
            ..
        }
    ));
    assert_eq!(desk.returns(), before + 3);
    let wave = desk.store.load_wave(desk.wave().id).unwrap();
    let new = &wave.returns[before..];
    let customers: Vec<_> = new.iter().map(|it| it.customer).collect();
    let frame = |at: usize| {
        let code = desk.data.customers[at].id;
        Some(code)
    };
    assert_eq!(customers, [frame(0), frame(1), frame(0)]);
    for (item, column) in desk.items().iter().zip(&wave.columns) {
        if item.kind == ItemKind::Rating {
            assert_eq!(column.get(before), Answer::Option(0), "{}", item.code);
        }
    }
    assert_eq!(wave.columns[0].get(before + 1), Answer::Unreadable);
    let issue = arrived.taken[1]
        .issues
        .iter()
        .find(|it| it.item == Some(first.lineage));
    let issue = issue.unwrap();
    assert_eq!(issue.kind, IssueKind::UnreadableCell);
    let label = |at: usize| &first.scale.as_ref().unwrap().options[at].label;
    assert_eq!(issue.found, format!("{} + {}", label(1), label(2)));
    assert_eq!(issue.sheet, "调查表");
    assert_eq!(arrived.taken[1].import.file, "b 改名.xlsx");
    let second = arrived.taken.iter().flat_map(|it| &it.issues);
    let second: Vec<_> = second
        .filter(|it| it.kind == IssueKind::SecondReturn)
        .collect();
    // the customers of the sample answered before
    assert!(
        second.iter().any(|it| it.returned == new[2].id),
        "{second:?}"
    );

    desk.apply(&arrived.step.clone().unwrap().inverse());
    assert_eq!(desk.returns(), before);
    desk.apply(&arrived.step.unwrap());
    assert_eq!(desk.returns(), before + 3);
}

#[test]
fn what_is_not_of_this_workspace_is_refused_with_the_reason() {
    let mut desk = Desk::new();
    let made = desk.try_make("forms").unwrap();
    fs::create_dir(desk.at("back")).unwrap();
    let sheet = |name: &str, change: &dyn Fn(&mut String)| {
        let to = desk.at("back").join(name);
        desk.fill(&made.files[0], &to, |_| Some(0));
        let mut sheet = Sheet::of(fs::read(&to).unwrap());
        change(sheet.part("xl/sharedStrings.xml"));
        change(sheet.part("docProps/custom.xml"));
        change(sheet.part("xl/workbook.xml"));
        fs::write(&to, sheet.bytes()).unwrap();
    };
    let own = desk.store.uuid().unwrap();
    let workspace = |own: uuid::Uuid| super::FormIdentity {
        workspace: own,
        wave: desk.wave().id,
        revision: desk.revision().id,
        customer: desk.data.customers[0].id,
    };
    let mark = workspace(own).whole().to_string();
    let other = workspace(uuid::Uuid::from_u128(7)).whole().to_string();
    let gone = super::FormIdentity {
        wave: crate::model::WaveId(77),
        ..workspace(own)
    };
    let gone = gone.whole().to_string();
    sheet("1.xlsx", &|part| *part = part.replace(&mark, &other));
    sheet("2.xlsx", &|part| {
        *part = part.replace(&mark, &mark.replace("MANYI-0", "MANYI-1"));
    });
    sheet("3.xlsx", &|part| *part = part.replace(&mark, &gone));
    sheet("4.xlsx", &|part| {
        *part = part.replace("$7", "$999").replace("MANYI_G0", "X_G0");
    });
    let arrived = desk.drop("back");
    let company = desk.data.workspace.company.clone();
    let refused = unfit(&arrived);
    assert_eq!(refused[0], format!("Foreign {{ company: {company:?} }}"));
    assert_eq!(refused[1], "Damaged");
    assert_eq!(refused[2], "NoWave");
    assert!(refused[3].starts_with("NoPlaces"), "{}", refused[3]);
    assert!(arrived.taken.is_empty() && arrived.step.is_none());
    for (_, error) in &arrived.refused {
        for language in Language::ALL {
            assert!(explain(error, language).contains(".xlsx"));
        }
    }
}

#[test]
fn the_older_revision_is_read_by_lineage_or_refused_by_the_item() {
    let desk = Desk::new();
    let made = desk.try_make("forms").unwrap();
    fs::create_dir(desk.at("back")).unwrap();
    desk.fill(&made.files[0], &desk.at("back/a.xlsx"), |_| Some(0));
    // What the wave asks as a revision of its own, so that the form is of the older one: one
    // item in another place, one that means something else.
    let old = desk.revision().clone();
    let mut new = old.clone();
    new.id = crate::model::RevisionId(desk.store.fresh_id());
    new.number = 99;
    new.label = "B/1".to_owned();
    new.parent = Some(old.id);
    let items = &mut new.questionnaire.items;
    items.reverse();
    for item in items {
        item.origin = Origin::Same;
    }
    let data = |new: &Revision| {
        let mut data = desk.data.clone();
        let wave = desk.wave().id;
        data.revisions.push(new.clone());
        for it in data.waves.iter_mut().filter(|it| it.id == wave) {
            it.revision = new.id;
        }
        data
    };
    let answers = |data: &Data| {
        let form = fs::read(desk.at("back/a.xlsx")).unwrap();
        let (_, filled) = super::read("a.xlsx", form, &old.questionnaire);
        let asked = data.revision(new.id).unwrap();
        crate::jobs::forms::carry::carry(data, &old, &filled.answers, asked)
    };
    let carried = answers(&data(&new)).unwrap();
    for (item, carried) in new.questionnaire.items.iter().zip(carried) {
        let (at, answer) = carried.unwrap();
        assert_eq!(old.questionnaire.items[at].lineage, item.lineage);
        if item.kind == ItemKind::Rating {
            assert_eq!(answer, Answer::Option(0));
        }
    }
    let reworded = new.questionnaire.items.iter_mut();
    let reworded = reworded
        .rev()
        .find(|it| it.kind == ItemKind::Rating)
        .unwrap();
    reworded.origin = Origin::Reworded;
    let code = reworded.code.clone();
    assert_eq!(answers(&data(&new)), Err(vec![code]));
}

#[test]
fn none_go_out_before_approval_or_to_nobody() {
    let mut desk = Desk::new();
    let entries = desk.data.frame(desk.wave().id).to_vec();
    let signed = desk.revision().clone();
    let mut data = desk.data.clone();
    for it in data.revisions.iter_mut().filter(|it| it.id == signed.id) {
        it.signatures.approved = None;
    }
    std::mem::swap(&mut data, &mut desk.data);
    let error = desk.try_make("forms").unwrap_err();
    assert!(
        matches!(&error, JobError::NoForms(NoForms::NotApproved { revision })
        if *revision == signed.label)
    );
    desk.data = data;
    let removed = entries
        .into_iter()
        .map(|it| Change::Frame(Edit::removed(it)));
    let step = Step::new(StepKind::EditFrame, "2026H1", removed.collect());
    desk.apply(&step);
    let error = desk.try_make("forms").unwrap_err();
    assert!(matches!(error, JobError::NoForms(NoForms::NoFrame { .. })));
    assert!(!desk.at("forms").exists());
}

#[test]
fn a_form_somebody_changed_is_never_written_over() {
    let desk = Desk::new();
    let made = desk.try_make("forms").unwrap();
    assert_eq!(desk.try_make("forms").unwrap(), made);
    desk.fill(&made.files[3], &made.files[3], |_| Some(0));
    let filled = fs::read(&made.files[3]).unwrap();
    let error = desk.try_make("forms").unwrap_err();
    assert!(matches!(error, JobError::Occupied { path } if path == made.files[3]));
    assert_eq!(fs::read(&made.files[3]).unwrap(), filled);
}

#[test]
fn what_comes_to_a_closed_wave_waits_until_it_is_said_to_be_late() {
    let mut desk = Desk::new();
    let made = desk.try_make("forms").unwrap();
    fs::create_dir(desk.at("back")).unwrap();
    for (at, name) in ["a.xlsx", "b.xlsx"].iter().enumerate() {
        desk.fill(&made.files[at], &desk.at("back").join(name), |_| Some(0));
    }
    desk.close();
    let before = desk.returns();
    let arrived = desk.drop("back");
    assert!(arrived.taken.is_empty() && arrived.step.is_none());
    assert!(arrived.refused.is_empty(), "{:?}", arrived.refused);
    let late: Vec<_> = arrived
        .late
        .iter()
        .map(|it| (it.returns, it.wave))
        .collect();
    let wave = desk.wave().id;
    assert_eq!(late, [(1, wave), (1, wave)]);
    assert_eq!(arrived.late[0].files, [desk.at("back").join("a.xlsx")]);
    assert_eq!(desk.returns(), before);

    let wanted = Wanted {
        late: true,
        ..Wanted::default()
    };
    let arrived = desk.drop_as("back", wanted);
    assert_eq!((arrived.taken.len(), arrived.late.len()), (2, 0));
    let returns = desk.store.load_wave(wave).unwrap().returns;
    assert!(returns[before..].iter().all(|it| it.late));
    desk.apply(&arrived.step.unwrap().inverse());
    assert_eq!(desk.returns(), before);
}
