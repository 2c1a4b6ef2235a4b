//! Which returns are shown.

use super::{Rows, Show, Status};
use crate::model::WaveReturns;
use crate::ui::Cx;

impl Rows {
    pub(super) fn select(&mut self, cx: &Cx<'_>) {
        self.shown.clear();
        let Some(view) = cx.view else {
            return;
        };
        let returns = &view.returns;
        let mut shown: Vec<u32> = match &self.query.only {
            Some((_, only)) => {
                let places = only.iter().filter_map(|id| self.place(*id));
                let places = places.filter_map(|at| u32::try_from(at).ok());
                places.filter(|at| self.passes(returns, *at)).collect()
            }
            None => {
                let all = u32::try_from(returns.returns.len()).unwrap_or(u32::MAX);
                (0..all).filter(|at| self.passes(returns, *at)).collect()
            }
        };
        if let Some((field, descending)) = self.query.sorted {
            self.sort(cx, &mut shown, field, descending);
        }
        self.shown = shown;
    }

    fn passes(&self, returns: &WaveReturns, at: u32) -> bool {
        let at = at as usize;
        let Some(returned) = returns.returns.get(at) else {
            return false;
        };
        let status = self.status(returns, at);
        let import = self.query.import;
        import.is_none_or(|import| returned.import == Some(import))
            && match self.query.show {
                Show::All => true,
                Show::Valid => status != Status::Void,
                Show::Open => status == Status::Open,
                Show::Void => status == Status::Void,
                Show::Unanswered => false,
            }
    }
}
