//! What version 4 knows besides: said only where it is there, so that what was expected of older
//! files stands.

use std::fmt::Write;

use manyi::model::{Data, FrameEntry, Return, Wave};

use super::{code, or_dash, quoted, yes};

pub(super) fn entry(entry: &FrameEntry) -> String {
    let mut text = String::new();
    if let Some(kind) = entry.collector {
        writeln!(text, "    collected by {kind:?}").unwrap();
    }
    if let Some(why) = &entry.excluded {
        writeln!(text, "    excluded {}", quoted(why)).unwrap();
    }
    text
}

/// How its list was chosen, when it was closed, who was called.
pub(super) fn wave(data: &Data, wave: &Wave) -> String {
    let mut text = String::new();
    if let Some(choice) = &wave.choice {
        writeln!(
            text,
            "  by rule {:?} on {} chosen={} of={} turnover={} cutoff={} adjusted={}",
            choice.rule,
            choice.on,
            choice.chosen,
            choice.customers,
            or_dash(choice.turnover),
            or_dash(choice.cutoff),
            yes(choice.adjusted),
        )
        .unwrap();
    }
    for closing in &wave.closings {
        let what = if closing.reopened {
            "opened again"
        } else {
            "closed"
        };
        let (who, why) = (quoted(&closing.who), quoted(&closing.reason));
        writeln!(text, "  {what} {} by {who} for {why}", closing.date).unwrap();
    }
    for contact in data.contacts_of(wave.id) {
        writeln!(
            text,
            "  {:?} {} on {} by {} how={} reached={} note={}",
            contact.kind,
            code(data, Some(contact.customer)),
            contact.date,
            quoted(&contact.who),
            quoted(&contact.how),
            yes(contact.reached),
            quoted(&contact.note),
        )
        .unwrap();
    }
    text
}

/// What is known of a return beyond its row, and what is kept with it.
pub(super) fn returned(data: &Data, returned: &Return) -> String {
    let mut text = String::new();
    if !returned.role.is_empty() || returned.seconds.is_some() || returned.late {
        writeln!(
            text,
            "    role={} seconds={} late={}",
            quoted(&returned.role),
            or_dash(returned.seconds),
            yes(returned.late),
        )
        .unwrap();
    }
    for kept in data.attached_to(returned.id) {
        writeln!(
            text,
            "    with {} sealed={} size={} at={} sha256={}",
            quoted(&kept.name),
            yes(kept.sealed),
            kept.size,
            kept.at,
            kept.sha256,
        )
        .unwrap();
    }
    text
}
