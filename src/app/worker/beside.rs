//! The returns of forms somebody wrote on beside the answers.

use super::bench::Bench;
use crate::model::{Import, ReturnId};

impl Bench {
    /// Those of imports just taken in; none where they cannot be read again, which is told anyway.
    pub(super) fn written_beside<'a>(
        &mut self,
        imports: impl Iterator<Item = &'a Import>,
    ) -> Vec<ReturnId> {
        let mut returned = Vec::new();
        for import in imports.filter(|it| it.mapping.beside().next().is_some()) {
            let read = self.engine();
            let read = read.and_then(|(engine, from)| engine.returns(from, import.wave));
            let Ok(read) = read else {
                continue;
            };
            let own = read.returns.iter();
            returned.extend(
                own.filter(|it| it.import == Some(import.id))
                    .map(|it| it.id),
            );
        }
        returned
    }
}
