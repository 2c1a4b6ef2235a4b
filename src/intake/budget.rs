//! What reading one file may cost: memory, counted before it is asked for, and time.
//!
//! Whoever reads cells, texts or records of a file takes what they need from the budget of
//! that file first, so a file that would fill the memory is refused before it does. What
//! is counted and where is known by the readers. Counts are by the block, the distinct value
//! or the column, never by the character: a sound file does not notice.
//!
//! One file has one account from its first byte to the returns made of it: what is read of it
//! tells how much it [`Spent`], and whoever works on goes on from there.

use std::hash::Hash;
use std::mem::size_of;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustc_hash::FxHashMap;

use super::error::FileFault;

/// What a file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory, those of the file itself included.
    pub bytes: u64,
    /// Spent working on it. Thirty times what 100,000 returns of 45 columns take.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 512 << 20,
            time: Duration::from_secs(60),
        }
    }
}

impl Limits {
    /// What is left once so much is spent, for two that work on it at once: the second has a
    /// quarter.
    pub(super) fn parted(self, spent: Spent) -> [Self; 2] {
        let beside = self.bytes.saturating_sub(spent.bytes) / 4;
        [self.bytes - beside, spent.bytes + beside].map(|bytes| Self { bytes, ..self })
    }
}

/// Memory ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooMuch {
    pub limit: u64,
}

impl From<TooMuch> for FileFault {
    fn from(TooMuch { limit }: TooMuch) -> Self {
        Self::TakesTooMuch { limit }
    }
}

/// Time ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLong {
    limit: Duration,
}

impl From<TooLong> for FileFault {
    fn from(TooLong { limit }: TooLong) -> Self {
        Self::TakesTooLong {
            seconds: limit.as_secs(),
        }
    }
}

/// What a file cost until now.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spent {
    /// Bytes that are still held.
    pub bytes: u64,
    pub time: Duration,
}

/// The account of one file. Clones speak of the same one.
#[derive(Clone, Debug, Default)]
pub(super) struct Budget(Arc<Account>);

#[derive(Debug)]
struct Account {
    limits: Limits,
    taken: AtomicU64,
    clock: Mutex<Clock>,
}

impl Default for Account {
    fn default() -> Self {
        Self::new(Limits::default(), Spent::default())
    }
}

impl Account {
    fn new(limits: Limits, spent: Spent) -> Self {
        Self {
            limits,
            taken: AtomicU64::new(spent.bytes),
            clock: Mutex::new(Clock {
                worked: spent.time,
                looked: Instant::now(),
            }),
        }
    }
}

/// Time that was worked.
#[derive(Debug)]
struct Clock {
    worked: Duration,
    looked: Instant,
}

impl Clock {
    /// Adds the time since the last look. Looks are fractions of a second apart while there is
    /// work; a lid that was closed in between, or a machine busy with something else, is no
    /// fault of the file.
    fn look(&mut self, now: Instant) -> Duration {
        let since = now.saturating_duration_since(self.looked);
        self.worked += since.min(LONGEST_STEP);
        self.looked = now;
        self.worked
    }
}

impl Budget {
    pub fn new(limits: Limits) -> Self {
        Self::after(Spent::default(), limits)
    }

    /// The account of a file that cost something before.
    pub fn after(spent: Spent, limits: Limits) -> Self {
        Self(Arc::new(Account::new(limits, spent)))
    }

    /// What was spent, where so many bytes are still held.
    pub fn spent(&self, bytes: u64) -> Spent {
        let time = self.worked();
        Spent { bytes, time }
    }

    /// Asks for so many bytes before they are allocated.
    pub fn take(&self, bytes: u64) -> Result<(), TooMuch> {
        let limit = self.0.limits.bytes;
        let more = |taken: u64| taken.checked_add(bytes).filter(|sum| *sum <= limit);
        self.0
            .taken
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, more)
            .map(|_| ())
            .map_err(|_| TooMuch { limit })
    }

    /// Says that so many bytes are free again.
    pub fn give_back(&self, bytes: u64) {
        let less = |taken: u64| Some(taken.saturating_sub(bytes));
        let _ = self
            .0
            .taken
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
    }

    /// Says how many bytes are held, whatever was taken before.
    pub fn settle(&self, held: u64) {
        self.0.taken.store(held, Ordering::Relaxed);
    }

    /// Bytes taken and not given back.
    pub fn taken(&self) -> u64 {
        self.0.taken.load(Ordering::Relaxed)
    }

    /// Whether there is time left.
    pub fn look(&self) -> Result<(), TooLong> {
        let limit = self.0.limits.time;
        match self.worked() >= limit {
            true => Err(TooLong { limit }),
            false => Ok(()),
        }
    }

    fn worked(&self) -> Duration {
        let clock = self.0.clock.lock();
        let mut clock = clock.unwrap_or_else(PoisonError::into_inner);
        clock.look(Instant::now())
    }

    /// Makes room for one more element, twice as much as before. Old and new room exist side by
    /// side while the elements move.
    pub fn room_for_one<T>(&self, list: &mut Vec<T>) -> Result<(), TooMuch> {
        if list.len() < list.capacity() {
            return Ok(());
        }
        self.room(list, list.len() + 1)
    }

    /// Makes room for elements up to a length.
    pub fn room<T>(&self, list: &mut Vec<T>, length: usize) -> Result<(), TooMuch> {
        let before = list.capacity();
        if length <= before {
            return Ok(());
        }
        let size = |elements: usize| (elements as u64).saturating_mul(size_of::<T>() as u64);
        let wanted = length.max(before * 2).max(FIRST);
        self.take(size(wanted))?;
        list.reserve_exact(wanted - list.len());
        self.give_back(size(before));
        Ok(())
    }

    /// Makes room for one more entry, in the same way.
    pub fn room_for_entry<K: Eq + Hash, V>(
        &self,
        map: &mut FxHashMap<K, V>,
    ) -> Result<(), TooMuch> {
        if map.len() < map.capacity() {
            return Ok(());
        }
        let before = weight(map);
        let wanted = (before * 2).max(SMALL_MAP * (size_of::<(K, V)>() as u64 + 1));
        self.take(wanted)?;
        map.reserve(1);
        let unused = wanted.saturating_sub(weight(map));
        self.give_back(before + unused);
        Ok(())
    }
}

/// Bytes of a map: its places, of which seven in eight are used, with a byte each beside.
pub(super) fn weight<K, V>(map: &FxHashMap<K, V>) -> u64 {
    let places = (map.capacity() as u64).div_ceil(7) * 8;
    places * (size_of::<(K, V)>() as u64 + 1)
}

/// The most that counts between two looks.
const LONGEST_STEP: Duration = Duration::from_secs(1);
/// Elements a list has room for at first.
const FIRST: usize = 8;
/// Places of a map with its first entry.
const SMALL_MAP: u64 = 8;

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: u64) -> Budget {
        Budget::new(Limits {
            bytes,
            ..Limits::default()
        })
    }

    #[test]
    fn what_is_not_there_is_refused_before_it_is_asked_for() {
        let budget = of(100);
        budget.take(60).unwrap();
        let limit = 100;
        assert_eq!(budget.take(41), Err(TooMuch { limit }));
        assert_eq!(budget.take(u64::MAX), Err(TooMuch { limit }));
        budget.take(40).unwrap();
        budget.give_back(40);
        assert_eq!(budget.taken(), 60);
        budget.give_back(1_000);
        assert_eq!(budget.taken(), 0);
    }

    #[test]
    fn a_growing_list_is_counted_by_its_room() {
        let budget = of(8 * 4 + 16 * 4);
        let mut list: Vec<u32> = Vec::new();
        for number in 0..16 {
            budget.room_for_one(&mut list).unwrap();
            list.push(number);
        }
        assert_eq!(budget.taken(), 16 * 4);
        assert!(
            budget.room_for_one(&mut list).is_err(),
            "16 and 32 side by side"
        );
        assert_eq!(list.capacity(), 16);
    }

    #[test]
    fn a_growing_map_is_counted_by_its_places() {
        let budget = of(1 << 20);
        let mut map = FxHashMap::default();
        for number in 0..1_000_u64 {
            budget.room_for_entry(&mut map).unwrap();
            map.insert(number, 0_u64);
            assert_eq!(budget.taken(), weight(&map));
        }
        assert!(weight(&map) >= 1_000 * 17);
    }

    #[test]
    fn time_runs_out() {
        assert_eq!(of(0).look(), Ok(()));
        let limit = Duration::ZERO;
        let none = Budget::new(Limits {
            time: limit,
            ..Limits::default()
        });
        assert_eq!(none.look(), Err(TooLong { limit }));
    }

    #[test]
    fn time_asleep_is_no_time_worked() {
        let looked = Instant::now();
        let worked = Duration::from_millis(300);
        let mut clock = Clock { worked, looked };
        let later = looked + Duration::from_millis(200);
        assert_eq!(clock.look(later), Duration::from_millis(500));
        let morning = later + Duration::from_secs(8 * 3600);
        assert_eq!(clock.look(morning), Duration::from_millis(1_500));
        assert_eq!(
            clock.look(later),
            Duration::from_millis(1_500),
            "never back"
        );
    }

    #[test]
    fn what_was_spent_before_counts() {
        let time = Limits::default().time;
        let spent = Spent { bytes: 60, time };
        let budget = Budget::after(spent, of(100).0.limits);
        assert_eq!(budget.take(41), Err(TooMuch { limit: 100 }));
        assert_eq!(budget.take(40), Ok(()));
        assert_eq!(budget.look(), Err(TooLong { limit: time }));
        assert_eq!(budget.spent(70).bytes, 70);
    }
}
