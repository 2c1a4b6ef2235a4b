//! Calls and reminders are noted.

use jiff::civil::Date;

use crate::edit::{Known, Refusal};
use crate::model::{
    Change, Contact, ContactId, ContactKind, CustomerId, Edit, Step, StepKind, WaveId,
};

/// What was done to get an answer, of one or many customers.
#[derive(Clone, Debug, PartialEq)]
pub struct NewContact {
    pub wave: WaveId,
    pub customers: Vec<CustomerId>,
    pub kind: ContactKind,
    pub date: Date,
    pub who: String,
    pub how: String,
    pub reached: bool,
    pub note: String,
}

/// Notes it of each of them.
pub(in crate::edit) fn note(known: &Known<'_>, new: &NewContact) -> Result<Step, Refusal> {
    let wave = known.data.wave(new.wave).ok_or(Refusal::Gone)?;
    let who = new.who.trim();
    if who.is_empty() {
        return Err(Refusal::NeedsName);
    }
    let register = known.data.customers.iter();
    let meant = register.filter(|it| new.customers.contains(&it.id));
    let names: Vec<&str> = meant.clone().map(|it| it.name.as_str()).collect();
    let changes: Vec<Change> = meant
        .map(|customer| {
            let contact = Contact {
                id: ContactId(known.ids.fresh()),
                wave: wave.id,
                customer: customer.id,
                kind: new.kind,
                date: new.date,
                who: who.to_owned(),
                how: new.how.trim().to_owned(),
                reached: new.reached,
                note: new.note.trim().to_owned(),
            };
            Change::Contact(Edit::created(contact))
        })
        .collect();
    let subject = match names.as_slice() {
        [] => return Err(Refusal::Nobody),
        [one] => (*one).to_owned(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    };
    Ok(Step::new(StepKind::NoteContact, subject, changes))
}
