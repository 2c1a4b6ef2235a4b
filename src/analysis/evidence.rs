//! Evidence beside returns: files that show the customer's seal.

use rustc_hash::FxHashSet;

use super::standings;
use crate::model::{Attachment, FrameEntry, ReturnId, WaveReturns};

/// How many of the returns the list brought hold a sealed file.
pub fn sealed(returns: &WaveReturns, frame: &[FrameEntry], files: &[Attachment]) -> usize {
    let sealed = files.iter().filter(|it| it.sealed).map(|it| it.of);
    let sealed: FxHashSet<ReturnId> = sealed.collect();
    if sealed.is_empty() {
        return 0;
    }
    let all = returns.returns.iter().zip(standings(returns, frame));
    all.filter(|(it, standing)| standing.counts() && sealed.contains(&it.id))
        .count()
}
