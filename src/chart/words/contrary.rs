//! A figure of the firm's own and what customers say, where they part.

use crate::analysis::{Contrary, Surveyed};
use crate::i18n::Language;
use crate::tr;

/// In a sentence; `wave` calls the dimension by its name.
pub fn contrary_in_words(of: &Contrary<'_>, wave: &Surveyed, language: Language) -> String {
    let code = of.kpi.acts_on.as_deref().unwrap_or_default();
    let dimension = wave.figures.dimension(code);
    let dimension = dimension.map_or(code, |it| it.name.as_str());
    let kpi = of.kpi.name.as_str();
    match (of.rose, of.improved) {
        (true, true) => tr!(
            language,
            "proven-contrary-rose-better",
            kpi = kpi,
            dimension = dimension
        ),
        (true, false) => tr!(
            language,
            "proven-contrary-rose-worse",
            kpi = kpi,
            dimension = dimension
        ),
        (false, true) => tr!(
            language,
            "proven-contrary-fell-better",
            kpi = kpi,
            dimension = dimension
        ),
        (false, false) => tr!(
            language,
            "proven-contrary-fell-worse",
            kpi = kpi,
            dimension = dimension
        ),
    }
}
