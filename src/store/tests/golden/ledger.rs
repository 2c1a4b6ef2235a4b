//! What became of a list: chosen by a rule, who is not asked, who was called, returns without a
//! file, and a wave that was closed.

use jiff::civil::date;

use super::apply;
use crate::edit::Intent;
use crate::model::{
    Change, Choice, Closing, CollectorKind, Contact, ContactId, ContactKind, Edit, FrameRule,
    Return, StepKind, Wave,
};
use crate::store::tests::sample::{Sample, step};
use crate::store::tests::typed_in::{call, done, scan};

/// Of a wave that was just opened, and of the first one of the survey.
pub(super) fn ledger(sample: &mut Sample, wave: &Wave) {
    not_asked(sample, wave);
    called(sample, wave);
    typed(sample);
    closed(sample, wave);
}

fn not_asked(sample: &mut Sample, wave: &Wave) {
    let data = sample.store.load().unwrap();
    let entries = data.frame(wave.id).iter().cloned().zip([true, false]);
    let changes = entries.map(|(before, excluded)| {
        let mut after = before.clone();
        match excluded {
            true => after.excluded = Some("停产".to_owned()),
            false => after.collector = Some(CollectorKind::ThirdParty),
        }
        Change::Frame(Edit::changed(before, after))
    });
    let changes = changes.collect();
    apply(sample, &step(StepKind::EditFrame, changes));
}

fn called(sample: &mut Sample, wave: &Wave) {
    let customer = sample
        .store
        .load()
        .unwrap()
        .frame(wave.id)
        .last()
        .unwrap()
        .customer;
    let contact = |kind, day, reached| Contact {
        id: ContactId(sample.store.fresh_id()),
        wave: wave.id,
        customer,
        kind,
        date: date(2026, 8, day),
        who: "李娜".to_owned(),
        how: if reached { "电话" } else { "邮件" }.to_owned(),
        reached,
        note: "=\"下周\"".to_owned(),
    };
    let both = [
        contact(ContactKind::Call, 4, true),
        contact(ContactKind::Reminder, 9, false),
    ];
    let both = both.map(|it| Change::Contact(Edit::created(it)));
    apply(sample, &step(StepKind::NoteContact, both.to_vec()));
}

/// One typed in, with a sealed scan, an answer put right and one that is late.
fn typed(sample: &mut Sample) {
    let new = call(sample, 0);
    done(sample, &Intent::TypeIn(new.clone()));
    let attached = scan(sample, "盖章回执.jpg");
    sample.store.keep_file(&attached.0).unwrap();
    let id = attached.1.id;
    done(sample, &Intent::Attach(new.id, vec![attached.1]));
    done(sample, &Intent::MarkSealed(id, true));
    let late = call(sample, 1);
    done(sample, &Intent::TypeIn(late.clone()));
    let returns = sample.store.load_wave(late.wave).unwrap().returns;
    let before = returns.into_iter().find(|it| it.id == late.id).unwrap();
    let after = Return {
        late: true,
        role: "采购".to_owned(),
        seconds: Some(73),
        ..before.clone()
    };
    let change = Change::Return(Box::new(Edit::changed(before, after)));
    apply(sample, &step(StepKind::CountLate, vec![change]));
}

fn closed(sample: &mut Sample, wave: &Wave) {
    let closing = |day, reopened| Closing {
        reopened,
        date: date(2026, 9, day),
        who: "李娜".to_owned(),
        reason: if reopened { "两家补寄" } else { "" }.to_owned(),
    };
    let mut closings = Vec::new();
    let mut before = wave.clone();
    for (day, kind) in [
        (1, StepKind::CloseWave),
        (3, StepKind::ReopenWave),
        (20, StepKind::CloseWave),
    ] {
        closings.push(closing(day, kind == StepKind::ReopenWave));
        let after = Wave {
            choice: Some(Choice {
                rule: FrameRule::Turnover { share: 0.8 },
                on: date(2026, 8, 2),
                chosen: 2,
                customers: 3,
                turnover: Some(2.0 / 3.0),
                cutoff: Some(120.5),
                adjusted: true,
            }),
            closings: closings.clone(),
            ..before.clone()
        };
        let change = Change::Wave(Edit::changed(before, after.clone()));
        apply(sample, &step(kind, vec![change]));
        before = after;
    }
}
