//! How much is attacked, and what came of it.

use std::collections::BTreeMap;

use fastrand::Rng;

/// The number of attacks of this run.
pub fn number(few: usize, full: usize) -> usize {
    let wanted = std::env::var("MANYI_ATTACK");
    match wanted.as_deref() {
        Ok("full") => full,
        _ => few,
    }
}

/// Chance that repeats itself from run to run unless another seed is asked for.
pub fn chance(of: &str) -> Rng {
    let seed = std::env::var("MANYI_ATTACK_SEED");
    let seed: u64 = seed.map_or(0, |seed| seed.parse().unwrap());
    let name = of.bytes().fold(seed, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Rng::with_seed(name)
}

/// Counts what was seen, and keeps what must not be.
#[derive(Default)]
pub struct Tally {
    seen: BTreeMap<String, usize>,
    faults: Vec<String>,
}

impl Tally {
    /// Notes an outcome: what was seen, or what is wrong with it. `at` finds it again.
    pub fn note(&mut self, at: &str, outcome: Result<String, String>) {
        match outcome {
            Ok(seen) => *self.seen.entry(seen).or_default() += 1,
            Err(fault) => self.faults.push(format!("{at}: {fault}")),
        }
    }

    /// Says what was seen, and fails if anything was wrong.
    pub fn close(self, name: &str) {
        let Self { seen, faults } = self;
        println!("{name}: {seen:?}, {} faults", faults.len());
        assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
    }
}
