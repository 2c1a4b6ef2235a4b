//! The program under attack: killed, cut off from power, its files corrupted, what it is given
//! made to fill the memory. Afterwards each
//! thing it did is there as a whole or not at all, what it had confirmed is there, `check` is
//! right, and the next thing it is asked to do goes well.
//!
//! A few attacks run with every test; `MANYI_ATTACK=full` runs all that a release has to stand,
//! `MANYI_ATTACK_SEED` others than usual.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../binary/mod.rs"]
mod binary;
mod corruption;
mod deed;
#[path = "../golden/facts/mod.rs"]
mod facts;
mod folder;
mod kills;
mod power;
mod sheets;
mod tally;
