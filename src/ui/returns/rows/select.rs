//! Which returns are shown.

use super::{Query, Rows, Show, Status};
use crate::model::WaveReturns;
use crate::ui::Sight;

impl Rows {
    /// Places in the wave's returns of those that pass, in their order.
    pub(super) fn select(&self, sight: &Sight<'_>, query: &Query) -> Vec<u32> {
        let Some(view) = sight.view else {
            return Vec::new();
        };
        let returns = &view.returns;
        let mut shown: Vec<u32> = match &query.only {
            Some((_, only)) => {
                let places = only.iter().filter_map(|id| self.place(*id));
                let places = places.filter_map(|at| u32::try_from(at).ok());
                places
                    .filter(|at| self.passes(returns, query, *at))
                    .collect()
            }
            None => {
                let all = u32::try_from(returns.returns.len()).unwrap_or(u32::MAX);
                let all = 0..all;
                all.filter(|at| self.passes(returns, query, *at)).collect()
            }
        };
        if let Some((field, descending)) = query.sorted {
            self.sort(sight, &mut shown, field, descending);
        }
        shown
    }

    fn passes(&self, returns: &WaveReturns, query: &Query, at: u32) -> bool {
        let Some(returned) = returns.returns.get(at as usize) else {
            return false;
        };
        let import = query.import;
        import.is_none_or(|import| returned.import == Some(import))
            && match query.show {
                Show::All => true,
                Show::Valid => self.status(returned) != Status::Void,
                Show::Open => self.status(returned) == Status::Open,
                Show::Void => self.status(returned) == Status::Void,
                Show::Unanswered => false,
            }
    }
}
