//! A trend of one line in a narrow place, whose name is said beside it.

use super::{Line, Trend};
use crate::i18n::{Language, number, period};
use crate::tr;

impl Trend {
    /// Without the name at the end of the line and with the shortest names of periods.
    #[must_use]
    pub fn narrowed(mut self, language: Language) -> Self {
        for line in &mut self.lines {
            let Line { name, remark, .. } = line;
            name.clear();
            remark.clear();
        }
        for time in &mut self.times {
            time.short = period::narrow(language, time.period);
        }
        for piece in &mut self.target {
            let target = number::plain(piece.value);
            piece.label = tr!(language, "chart-target", target = target);
        }
        let low = number::plain(self.axis.low);
        self.notes = vec![if self.axis.broken {
            tr!(language, "item-trend-from", low = low)
        } else {
            tr!(language, "item-trend-band")
        }];
        self
    }
}
