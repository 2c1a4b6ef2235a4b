//! Corrective actions and the figures they rest on.

use super::{Plausible, broken, is_id, short};
use crate::model::{CorrectiveAction, Evidence};

/// Steps lie apart from their action.
impl Plausible for CorrectiveAction {
    fn fault(&self) -> Option<&'static str> {
        broken([
            ("id", is_id(self.id.0)),
            ("number", short(&self.number)),
            ("title", short(&self.title)),
            ("department", short(&self.department)),
            ("owner", short(&self.owner)),
            ("cause", short(&self.cause)),
            ("measure", short(&self.measure)),
            ("evidence", self.evidence.iter().all(possible)),
        ])
    }
}

fn possible(evidence: &Evidence) -> bool {
    let percent = |value: f64| (-1e3..=1e3).contains(&value);
    percent(evidence.score) && percent(evidence.target) && evidence.change.is_none_or(percent)
}
