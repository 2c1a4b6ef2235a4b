//! Chance, when the power goes.

use fastrand::Rng;

/// How much of what was not synced survives.
#[derive(Clone, Copy)]
pub enum Luck {
    None,
    All,
    /// This share of it, each thing by itself.
    Some(f64),
}

impl Luck {
    pub fn any(chance: &mut Rng) -> Self {
        match chance.u8(0..4) {
            0 => Self::None,
            1 => Self::All,
            _ => Self::Some(chance.f64()),
        }
    }

    pub fn keeps(self, chance: &mut Rng) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Some(share) => chance.f64() < share,
        }
    }
}
