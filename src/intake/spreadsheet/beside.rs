//! Putting cells into the grid beside the reading: a long sheet is read by one thread while
//! another lays its cells down. It knows nothing of where cells come from.
//!
//! Cells go over by the block. What waits is bounded by their number and by their text, so a
//! sheet of endless texts waits for the grid, whose budget refuses it.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::stop::Stop;
use crate::intake::error::SheetFault;

/// Cells handed over at once.
const CELLS: usize = 32_768;
/// Room that is made for the first of them: most sheets have no more.
const SMALL: usize = 512;
/// Bytes of text handed over at once.
const TEXT: usize = 64 << 10;
/// Blocks that may wait to be put.
const WAITING: usize = 2;

/// What was read and not put yet.
pub(super) struct Block<T> {
    items: Vec<T>,
    text: usize,
}

impl<T> Block<T> {
    /// With room for so many.
    fn with_room(items: usize) -> Self {
        Self {
            items: Vec::with_capacity(items),
            text: 0,
        }
    }

    /// Takes an item that owns so many bytes of text.
    pub fn push(&mut self, item: T, text: usize) {
        self.items.push(item);
        self.text += text;
    }

    fn is_full(&self) -> bool {
        self.items.len() >= CELLS || self.text >= TEXT
    }
}

/// Puts every item with `put`, in their order. `next` pushes one, straight from where it was
/// read since there are millions, and says whether there was one. A sheet that fits one block
/// costs no thread.
///
/// # Errors
/// The first one of `put`; otherwise that of `next`.
pub(super) fn put_all<T: Send>(
    mut next: impl FnMut(&mut Block<T>) -> Result<bool, Stop>,
    put: impl FnMut(&T) -> Result<(), SheetFault> + Send,
) -> Result<(), Stop> {
    let mut fill = |room| {
        let mut block = Block::with_room(room);
        while !block.is_full() {
            if !next(&mut block)? {
                return Ok((block.items, true));
            }
        }
        Ok::<_, Stop>((block.items, false))
    };
    let mut put = put;
    let (first, ended) = fill(SMALL)?;
    if ended {
        return Ok(first.iter().try_for_each(put)?);
    }
    thread::scope(|scope| {
        let (to, blocks) = sync_channel(WAITING);
        let laying = thread::Builder::new()
            .name("lay".to_owned())
            .spawn_scoped(scope, move || {
                first.iter().try_for_each(&mut put)?;
                lay(&blocks, put)
            })
            .map_err(|error| Stop::broken(&error))?;
        let read = hand_over(|| fill(CELLS), &to);
        drop(to);
        match laying.join() {
            Ok(laid) => laid?,
            Err(panic) => std::panic::resume_unwind(panic),
        }
        read
    })
}

/// Until the end, or until nobody takes them any more.
fn hand_over<T>(
    mut fill: impl FnMut() -> Result<(Vec<T>, bool), Stop>,
    to: &SyncSender<Vec<T>>,
) -> Result<(), Stop> {
    loop {
        let (block, ended) = fill()?;
        if to.send(block).is_err() || ended {
            return Ok(());
        }
    }
}

fn lay<T>(
    blocks: &Receiver<Vec<T>>,
    mut put: impl FnMut(&T) -> Result<(), SheetFault>,
) -> Result<(), SheetFault> {
    blocks
        .iter()
        .try_for_each(|block| block.iter().try_for_each(&mut put))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(to: usize) -> impl FnMut(&mut Block<usize>) -> Result<bool, Stop> {
        let mut numbers = 0..to;
        move |block| {
            let next = numbers.next();
            next.into_iter().for_each(|number| block.push(number, 0));
            Ok(next.is_some())
        }
    }

    #[test]
    fn everything_is_put_in_its_order() {
        for size in [0, 1, CELLS - 1, CELLS, CELLS + 1, 10 * CELLS + 7] {
            let mut laid = Vec::new();
            let put = |item: &usize| {
                laid.push(*item);
                Ok(())
            };
            put_all(count(size), put).unwrap();
            assert!(laid.iter().copied().eq(0..size), "{size} cells");
        }
    }

    #[test]
    fn what_cannot_be_put_ends_the_reading() {
        for refused in [3, CELLS * 3] {
            let mut read = 0;
            let next = |block: &mut Block<usize>| {
                read += 1;
                block.push(read, 0);
                Ok(true)
            };
            let put = |item: &usize| match *item == refused {
                true => Err(SheetFault::Empty),
                false => Ok(()),
            };
            let stopped = put_all(next, put);
            assert_eq!(stopped, Err(Stop::Sheet(SheetFault::Empty)));
            let waiting = refused.next_multiple_of(CELLS) + (WAITING + 2) * CELLS;
            assert!(read <= waiting, "{read} cells for the one at {refused}");
        }
    }

    #[test]
    fn a_reader_that_stops_is_told_of() {
        for good in [3, CELLS * 3] {
            let mut next = count(usize::MAX);
            let mut read = 0;
            let next = |block: &mut Block<usize>| match read == good {
                true => Err(Stop::damaged("a cell")),
                false => {
                    read += 1;
                    next(block)
                }
            };
            let stopped = put_all(next, |_| Ok(()));
            assert_eq!(stopped, Err(Stop::damaged("a cell")));
        }
    }

    #[test]
    fn long_texts_do_not_pile_up() {
        use std::sync::atomic::{AtomicUsize, Ordering};

        let (read, put) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let next = |block: &mut Block<usize>| {
            let at = read.fetch_add(1, Ordering::SeqCst);
            let waiting = at - put.load(Ordering::SeqCst);
            assert!(waiting <= WAITING + 3, "{waiting} long texts wait");
            let more = at < 200;
            if more {
                block.push(at, TEXT);
            }
            Ok(more)
        };
        let lay = |_: &usize| {
            put.fetch_add(1, Ordering::SeqCst);
            Ok(())
        };
        put_all(next, lay).unwrap();
        assert_eq!(put.into_inner(), 200);
    }
}
