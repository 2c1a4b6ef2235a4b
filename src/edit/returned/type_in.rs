//! A return that came on paper or by telephone, typed in.

use jiff::civil::Date;

use super::subject;
use crate::edit::{Known, Refusal};
use crate::model::{
    Answer, AnswerCell, Answered, Change, CustomerId, Edit, Issue, IssueId, Return, ReturnId, Step,
    StepKind, WaveId,
};

/// Everything that is typed of it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewReturn {
    pub id: ReturnId,
    pub wave: WaveId,
    /// `None`: nobody is named in it.
    pub customer: Option<CustomerId>,
    pub respondent: String,
    pub date: Option<Date>,
    pub channel: String,
    pub collector: String,
    /// One an item of the wave's revision, in its order.
    pub answers: Vec<Answer>,
}

/// The return and its answers; where the customer has answered before, that is put on the
/// review list.
///
/// # Errors
/// [`Refusal::NothingAnswered`]; [`Refusal::NotRead`] while the returns of the wave are not
/// there.
pub(in crate::edit) fn type_in(known: &Known<'_>, new: &NewReturn) -> Result<Step, Refusal> {
    let wave = known.data.wave(new.wave).ok_or(Refusal::Gone)?;
    let revision = known.data.revision(wave.revision).ok_or(Refusal::Gone)?;
    if new.answers.len() != revision.questionnaire.items.len() {
        return Err(Refusal::Gone);
    }
    if new.answers.iter().all(Answer::is_empty) {
        return Err(Refusal::NothingAnswered);
    }
    let there = known.returns.filter(|it| it.wave == new.wave);
    let there = there.ok_or(Refusal::NotRead)?;
    let customer = new
        .customer
        .map(|id| known.data.customer(id).ok_or(Refusal::Gone));
    let customer = customer.transpose()?;
    let returned = Return {
        late: wave.closed().is_some(),
        ..made(new)
    };
    let mut changes = vec![Change::Return(Box::new(Edit::created(returned.clone())))];
    let given = new.answers.iter().enumerate();
    changes.extend(
        given
            .filter(|(_, answer)| **answer != Answer::Blank)
            .map(|(item, answer)| {
                let cell = |answer| AnswerCell {
                    returned: new.id,
                    wave: new.wave,
                    item,
                    answer,
                };
                Change::Answer(Edit::changed(cell(Answer::Blank), cell(answer.clone())))
            }),
    );
    let mut answered = Answered::of(&there.returns);
    if let (Some(customer), Some(_)) = (customer, answered.second(&returned)) {
        let id = IssueId(known.ids.fresh());
        let second = Issue::second_return(id, &returned, None, customer);
        changes.push(Change::Issue(Box::new(Edit::created(second))));
    }
    let subject = subject(known.data, &returned);
    Ok(Step::new(StepKind::TypeIn, subject, changes))
}

fn made(new: &NewReturn) -> Return {
    let said = |text: &String| text.trim().to_owned();
    Return {
        id: new.id,
        wave: new.wave,
        import: None,
        row: 0,
        customer: new.customer,
        customer_text: String::new(),
        respondent: said(&new.respondent),
        role: String::new(),
        seconds: None,
        late: false,
        date: new.date,
        channel: said(&new.channel),
        collector: said(&new.collector),
        void: None,
    }
}
