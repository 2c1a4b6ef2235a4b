//! What stands apart from the ledger, and that no rate exceeds 1.

use jiff::Timestamp;

use super::super::exact_figures;
use super::super::example::{customers, framed, rated, two_dimensions};
use super::super::{Apart, Filter, Standing, reach, sealed, standings};
use crate::model::{Attachment, AttachmentId, CustomerId, FrameEntry, Return, WaveReturns};

/// Returns of these customers (0: nobody known), in their order.
fn of(who: &[i64]) -> WaveReturns {
    let mut returns = rated(&vec![[5, 4, 4, 3].as_slice(); who.len()]);
    for (returned, id) in returns.returns.iter_mut().zip(who) {
        returned.customer = (*id > 0).then_some(CustomerId(*id));
    }
    returns
}

fn ledger(returns: &WaveReturns, frame: &[FrameEntry]) -> super::super::Ledger {
    let filter = Filter::default();
    exact_figures(&two_dimensions(), returns, frame, &[], &filter).ledger
}

fn void(returned: &mut Return) {
    returned.void = Some("作答太少".to_owned());
}

#[test]
fn a_customer_counts_once_and_strangers_never() {
    let mut returns = of(&[1, 1, 2, 9, 8, 4, 3]);
    void(&mut returns.returns[0]);
    void(&mut returns.returns[2]);
    let mut frame = framed(5, &returns);
    frame[3].issued = None;
    frame[4].excluded = Some("已停产".to_owned());
    let found = ledger(&returns, &frame);
    // Five chosen, one of them excluded; the form went to 1, 2 and 3, who all answered, 2 not
    // validly.
    assert_eq!((found.frame, found.issued), (Some(4), Some(3)));
    assert_eq!((found.returned, found.valid), (4, 2));
    assert_eq!(found.answered, Some(3));
    assert_eq!(found.return_rate, Some(1.0));
    let apart = Apart {
        off_list: 2,
        not_issued: 1,
        ..Apart::default()
    };
    assert_eq!(found.apart, apart);
    let all = standings(&returns, &frame);
    use Standing::{Again, Counts, NotIssued, OffList};
    let expected = [Again, Counts, Counts, OffList, OffList, NotIssued, Counts];
    assert_eq!(all, expected);
}

#[test]
fn answers_of_nobody_known_count_as_far_as_somebody_is_waited_for() {
    let mut returns = of(&[0, 1, 0, 0]);
    void(&mut returns.returns[0]);
    let frame = framed(3, &returns);
    let found = ledger(&returns, &frame);
    assert_eq!((found.returned, found.valid), (3, 3));
    assert_eq!(found.apart.unknown, 1);
    assert_eq!(standings(&returns, &frame)[0], Standing::NoRoom);
}

#[test]
fn late_returns_stand_apart_and_weigh_nothing() {
    let mut returns = of(&[1, 2]);
    returns.returns[1].late = true;
    for frame in [framed(4, &returns), Vec::new()] {
        let filter = Filter::default();
        let figures = exact_figures(&two_dimensions(), &returns, &frame, &[], &filter);
        assert_eq!((figures.counted, figures.ledger.apart.late), (1, 1));
        assert_eq!((figures.ledger.returned, figures.ledger.valid), (1, 1));
    }
}

#[test]
fn without_notes_of_what_was_sent_everybody_chosen_was_asked() {
    let returns = of(&[1, 2, 9]);
    let mut frame = framed(4, &returns);
    frame.iter_mut().for_each(|it| it.issued = None);
    let found = ledger(&returns, &frame);
    assert_eq!((found.returned, found.return_rate), (2, None));
    assert_eq!(found.apart.off_list, 1);
}

#[test]
fn only_customers_of_the_list_stand_for_the_register() {
    let returns = of(&[1, 2, 4]);
    let mut frame = framed(3, &returns);
    frame[1].excluded = Some("集团内".to_owned());
    let mut register = customers(&[Some(10.0), Some(20.0), Some(30.0), Some(40.0)]);
    for (entry, customer) in frame.iter_mut().zip(&register) {
        entry.turnover = customer.turnover;
    }
    let found = reach(&returns, &frame, &register);
    assert_eq!((found.answered, found.heads), (1, Some(0.25)));
    assert_eq!(found.turnover, Some(0.1));
    // The list remembers what they had at the wave.
    register[0].turnover = Some(1_000.0);
    assert_eq!(reach(&returns, &frame, &register).turnover, Some(0.1));
}

/// A generator of no quality, the same everywhere.
struct Dice(u64);

impl Dice {
    fn upto(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % end.max(1)
    }
}

#[test]
fn no_rate_exceeds_one_whatever_came_from_whomever() {
    let mut dice = Dice(20_261_128);
    for _ in 0..2_000 {
        let (size, came) = (dice.upto(8) as i64, dice.upto(25) as usize);
        let who: Vec<i64> = (0..came).map(|_| dice.upto(12) as i64).collect();
        let mut returns = of(&who);
        for returned in &mut returns.returns {
            returned.late = dice.upto(6) == 0;
            if dice.upto(4) == 0 {
                void(returned);
            }
        }
        let mut frame = framed(size, &returns);
        for entry in &mut frame {
            entry.issued = entry.issued.filter(|_| dice.upto(4) > 0);
            entry.excluded = (dice.upto(5) == 0).then(|| "停止往来".to_owned());
        }
        let found = ledger(&returns, &frame);
        let rates = [found.coverage, found.return_rate, found.valid_rate];
        for rate in rates.into_iter().flatten() {
            assert!((0.0..=1.0).contains(&rate), "{found:?} {who:?} {frame:?}");
        }
        // Everything that came is somewhere.
        let apart: usize = found.apart.parts().iter().map(|(_, count)| count).sum();
        assert_eq!(found.returned + apart, came, "{found:?}");
        let counted = standings(&returns, &frame);
        let counted = counted.iter().filter(|it| it.counts());
        assert_eq!(counted.count(), found.returned);
        let register = customers(&[Some(3.0), None, Some(5.0), Some(0.0), Some(9.0)]);
        let reach = reach(&returns, &frame, &register);
        assert!(reach.heads.is_none_or(|it| it <= 1.0));
        assert!(reach.turnover.is_none_or(|it| it <= 1.0));
    }
}

#[test]
fn sealed_files_are_told_of_the_returns_the_list_brought() {
    let returns = of(&[1, 2, 3, 9]);
    let frame = framed(3, &returns);
    let file = |id: i64, of: usize, seal: bool| Attachment {
        id: AttachmentId(id),
        of: returns.returns[of].id,
        name: format!("{id}.pdf"),
        sha256: String::new(),
        size: 1,
        sealed: seal,
        at: Timestamp::UNIX_EPOCH,
    };
    // Two beside one return, one that shows no seal, one beside a stranger's.
    let files = [
        file(1, 0, true),
        file(2, 0, true),
        file(3, 1, false),
        file(4, 2, true),
        file(5, 3, true),
    ];
    assert_eq!(sealed(&returns, &frame, &files), 2);
    assert_eq!(sealed(&returns, &[], &files), 3);
    assert_eq!(sealed(&returns, &frame, &files[2..3]), 0);
}
