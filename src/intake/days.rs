//! The days of a column. Where the order of day, month and year could be several, all values of
//! the column say together which it is: the only order all of them can be read in, or the only
//! one in which they lie within a year, as returns of a survey do. Where a platform writes months
//! before days they are read so if every one of the column can be.

use jiff::civil::Date;

use super::cell::Cell;
use super::day::{Order, day, day_in};
use super::platform::Platform;
use super::sheet::SheetColumn;

/// Days between the first and the last return of one sheet, at most, for an order to be told by.
const APART: i32 = 366;

/// How the days of a column are read.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    /// `None`: each as far as it can be read in one way.
    order: Option<Order>,
    /// A spreadsheet that expects another order turned what it could of them into dates.
    turned: bool,
}

impl Days {
    /// How those of a sheet that a platform wrote are.
    pub fn of(column: &SheetColumn, platform: &Platform) -> Self {
        let values = || column.values().map(|(cell, _)| cell);
        let month_first =
            platform.month_first && values().all(|cell| day_in(cell, Order::Month).is_some());
        Self {
            order: match month_first {
                true => Some(Order::Month),
                false => order(values()),
            },
            turned: turned(&values().collect::<Vec<_>>()),
        }
    }

    /// The other day a date may have been written as, before a spreadsheet took its day for the
    /// month.
    pub(super) fn other(self, cell: &Cell) -> Option<Date> {
        match cell {
            Cell::Date(at) if self.turned => {
                let day = at.date();
                swapped(day).filter(|it| *it != day)
            }
            _ => None,
        }
    }

    /// The day a cell names.
    pub fn read(self, cell: &Cell) -> Option<Date> {
        match self.order {
            Some(order) => day_in(cell, order),
            None => day(cell),
        }
    }
}

/// The order all values agree on that do not say it each by itself; values that are no days in
/// any order have no part in it.
fn order<'c>(values: impl Iterator<Item = &'c Cell>) -> Option<Order> {
    let open = values.filter(|cell| may_be_open(cell));
    let all: Vec<[Option<Date>; 3]> = open
        .map(|cell| Order::ALL.map(|order| day_in(cell, order)))
        .filter(|days| days.iter().any(Option::is_some))
        .collect();
    if all.is_empty() {
        return None;
    }
    let days = |at: usize| all.iter().map(move |days| days.get(at).copied().flatten());
    let fits = (0..Order::ALL.len()).filter(|at| days(*at).all(|day| day.is_some()));
    let fits: Vec<usize> = fits.collect();
    let close = |at: &&usize| {
        let days = || days(**at).flatten();
        let apart = days().max().zip(days().min());
        apart.is_some_and(|(last, first)| (last - first).get_days() <= APART)
    };
    let mut close = fits.iter().filter(close);
    let told = match (&*fits, close.next(), close.next()) {
        ([only], ..) | (_, Some(only), None) => Some(*only),
        _ => None,
    };
    told.and_then(|at| Order::ALL.get(at).copied())
}

/// Whether a spreadsheet turned some days into dates and left what is no day in the order it
/// expects: every text has a day above 12 in one and the same place, and no date has one.
fn turned(values: &[&Cell]) -> bool {
    let dates = values.iter().filter_map(|cell| match cell {
        Cell::Date(at) => Some(at.date()),
        _ => None,
    });
    let mut dates = dates.peekable();
    if dates.peek().is_none() || !dates.all(|it| swapped(it).is_some()) {
        return false;
    }
    let texts = values.iter().filter(|cell| may_be_open(cell));
    let texts = texts.map(|it| [Order::Day, Order::Month].map(|order| day_in(it, order).is_some()));
    let mut texts = texts.filter(|it| it.contains(&true)).peekable();
    let first = texts.peek().copied();
    first.is_some_and(|first| first.contains(&false)) && texts.all(|it| Some(it) == first)
}

/// A day with the number of its month and that of the day the other way round.
fn swapped(day: Date) -> Option<Date> {
    Date::new(day.year(), day.day(), day.month()).ok()
}

/// Whether a cell is a text that does not begin with a year of four digits.
fn may_be_open(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => {
            let start = text.trim_start().bytes().take(4);
            !(start.len() == 4 && start.clone().all(|it| it.is_ascii_digit()))
        }
        Cell::Empty
        | Cell::Number(_)
        | Cell::Bool(_)
        | Cell::Date(_)
        | Cell::Error(_)
        | Cell::Formula(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date as on;

    use super::*;

    fn told(written: &[&str]) -> Option<Order> {
        let cells: Vec<Cell> = written.iter().map(|it| Cell::Text((*it).into())).collect();
        order(cells.iter())
    }

    #[test]
    fn the_values_of_a_column_say_the_order_together() {
        assert_eq!(told(&["5/11/26", "5/13/26"]), Some(Order::Month));
        assert_eq!(told(&["1/5/2026", "13/5/2026"]), Some(Order::Day));
        assert_eq!(told(&["13.5.26", "14.5.26", "20.5.26"]), Some(Order::Day));
        assert_eq!(told(&["26.5.13", "26.5.14", "26.6.2"]), Some(Order::Year));
        // One that is no day at all decides nothing.
        assert_eq!(told(&["5/11/26", "昨天", "5/13/26"]), Some(Order::Month));
        // Several orders are as good, or none is.
        assert_eq!(told(&["5/6/26", "6/5/26"]), None);
        assert_eq!(told(&["13/5/2026", "5/14/2026"]), None);
        assert_eq!(told(&["2026-05-13", "昨天"]), None);
    }

    #[test]
    fn dates_beside_texts_that_could_not_be_turned_may_be_turned_wrongly() {
        let date = |month, day| Cell::Date(on(2026, month, day).at(0, 0, 0, 0));
        let text = |it: &str| Cell::Text(it.into());
        for (cells, suspect) in [
            (vec![text("13/03/2026"), date(5, 3)], true),
            (vec![text("3/13/2026"), text("3/20/2026"), date(5, 3)], true),
            (vec![text("25/03/2026"), date(5, 3), date(12, 1)], true),
            // Nothing but the one order is ever written so, and no such text is turned.
            (vec![text("25.03.2026"), date(5, 3)], false),
            // A date with a day above 12 was turned by a spreadsheet that knows the order.
            (vec![text("13/03/2026"), date(5, 3), date(3, 20)], false),
            // It would have turned this text too, and texts of both orders tell nothing.
            (
                vec![text("13/03/2026"), text("3/5/2026"), date(5, 3)],
                false,
            ),
            (
                vec![text("13/03/2026"), text("3/13/2026"), date(5, 3)],
                false,
            ),
            (vec![text("2026-03-13"), date(5, 3)], false),
            (vec![text("13 Mar 2026"), date(5, 3)], false),
            (vec![text("昨天"), date(5, 3)], false),
            (vec![date(5, 3)], false),
        ] {
            let days = Days {
                order: None,
                turned: turned(&cells.iter().collect::<Vec<_>>()),
            };
            let other = days.other(&date(5, 3));
            assert_eq!(other, suspect.then(|| on(2026, 3, 5)), "{cells:?}");
            assert_eq!(days.other(&date(5, 5)), None);
        }
    }

    #[test]
    fn days_of_half_a_year_are_read_as_they_were_written_or_not_at_all() {
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..500 {
            let first = on(2024, 1, 1) + random.i32(0..1_000).days();
            let all: Vec<Date> = (0..random.usize(1..30))
                .map(|_| first + random.i32(0..180).days())
                .collect();
            let order = Order::ALL[random.usize(0..3)];
            let mark = ['/', '.', '-'][random.usize(0..3)];
            let mark = match order {
                Order::Month => '/',
                Order::Year | Order::Day => mark,
            };
            let write = |it: &Date| {
                let (year, month, day) = (it.year() - 2000, it.month(), it.day());
                match order {
                    Order::Year => format!("{year}{mark}{month}{mark}{day}"),
                    Order::Month => format!("{month}{mark}{day}{mark}{year}"),
                    Order::Day => format!("{day}{mark}{month}{mark}{year}"),
                }
            };
            let cells: Vec<Cell> = all.iter().map(|it| Cell::Text(write(it).into())).collect();
            let days = Days {
                order: super::order(cells.iter()),
                turned: false,
            };
            for (cell, meant) in cells.iter().zip(&all) {
                let read = days.read(cell);
                assert!(read.is_none_or(|it| it == *meant), "{cell:?} {all:?}");
            }
        }
    }
}
