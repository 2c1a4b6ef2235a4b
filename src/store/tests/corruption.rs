//! A small workspace damaged at random, many times over: nothing panics, nothing hangs, and
//! what is not refused says what it said before.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use super::sample;
use crate::model::{Data, Progress, WaveReturns};
use crate::store::check;
use crate::store::{Store, StoreError};

/// How many files are damaged: a few with every test, many with `MANYI_ATTACK=full`.
pub(in crate::store) fn rounds(few: u64, many: u64) -> u64 {
    match std::env::var("MANYI_ATTACK").as_deref() {
        Ok("full") => many,
        _ => few,
    }
}

/// Far beyond what any of these small files takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// Numbers that look random, the same ones every time.
pub(in crate::store) struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        // SplitMix64, Steele, Lea, Flood 2014.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

/// Damages a file as disks, sticks and transfers do.
pub(in crate::store) fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) -> &'static str {
    const PAGE: usize = 4096;
    let pages = bytes.len() / PAGE;
    let page = |at: usize| at * PAGE..(at + 1) * PAGE;
    match dice.below(8) {
        0 => {
            bytes[page(dice.below(pages))].fill(0);
            "a page of zeros"
        }
        1 => {
            let (from, to) = (dice.below(pages), dice.below(pages));
            let other = bytes[page(from)].to_vec();
            let was = bytes[page(to)].to_vec();
            bytes[page(to)].copy_from_slice(&other);
            bytes[page(from)].copy_from_slice(&was);
            "two pages swapped"
        }
        2 => {
            let (from, to) = (dice.below(pages), dice.below(pages));
            let other = bytes[page(from)].to_vec();
            bytes[page(to)].copy_from_slice(&other);
            "a page twice"
        }
        3 => {
            bytes.truncate(dice.below(bytes.len()));
            "cut off"
        }
        4 => {
            let at = dice.below(bytes.len());
            let end = (at + 1 + dice.below(64)).min(bytes.len());
            bytes[at..end]
                .iter_mut()
                .for_each(|byte| *byte = dice.below(256) as u8);
            "bytes of noise"
        }
        5 => {
            let at = dice.below(bytes.len());
            bytes[at] = dice.below(256) as u8;
            "a byte"
        }
        _ => {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
            "a bit"
        }
    }
}

/// Everything a reader of the workspace sees.
fn seen(path: &Path) -> Result<(Data, Vec<WaveReturns>), StoreError> {
    let store = Store::open_read_only(path)?;
    let data = store.load()?;
    let waves = data.waves.iter().map(|wave| store.load_wave(wave.id));
    let waves = waves.collect::<Result<_, _>>()?;
    Ok((data, waves))
}

#[test]
fn damage_is_refused_or_changes_nothing() {
    let mut sample = sample::open();
    for file in ["a.csv", "b.csv"] {
        let batch = sample.batch(file, 60);
        sample.store.import(batch, &Progress::default()).unwrap();
    }
    drop(sample.store);
    let sound = fs::read(&sample.path).unwrap();
    let before = seen(&sample.path).unwrap();
    let (mut refused, mut same, mut silent) = (0, 0, Vec::new());
    let rounds = rounds(150, 2_000);
    for round in 0..rounds {
        let mut bytes = sound.clone();
        let mut dice = Dice(round);
        let mut what = vec![damage(&mut bytes, &mut dice)];
        while dice.below(3) == 0 && bytes.len() > 8_192 {
            what.push(damage(&mut bytes, &mut dice));
        }
        fs::write(&sample.path, &bytes).unwrap();
        let begun = Instant::now();
        let checked = check::check(&sample.path, &Progress::default());
        match seen(&sample.path) {
            Err(_) => refused += 1,
            Ok(seen) if seen == before => same += 1,
            Ok(_) => silent.push((round, what, checked.is_ok_and(|faults| faults.is_empty()))),
        }
        assert!(
            begun.elapsed() < PATIENCE,
            "round {round} took {:?}",
            begun.elapsed()
        );
    }
    println!("{refused} refused, {same} the same");
    assert!(
        silent.is_empty(),
        "{} of {rounds}: {silent:?}",
        silent.len()
    );
}
