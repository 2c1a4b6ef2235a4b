//! What somebody wrote on forms beside the answers: named after they were taken in, with the way
//! to their returns.

use super::notice::Notice;
use super::window::Window;
use crate::i18n::beside::beside;
use crate::model::{Import, ReturnId};
use crate::tr;
use crate::ui::{Common, Place};

/// Cells named; more are on the pages of the returns.
const LINES: usize = 12;

impl Window {
    /// Names it, file by file; nothing where nothing is.
    pub(super) fn tell_beside<'a>(
        &mut self,
        imports: impl Iterator<Item = &'a Import>,
        returns: Vec<ReturnId>,
    ) {
        let language = self.language();
        let written = imports.flat_map(|import| {
            let cells = import.mapping.beside();
            cells.map(move |it| format!("{} {}", import.file, beside(language, it)))
        });
        let mut lines: Vec<String> = written.collect();
        if lines.is_empty() {
            return;
        }
        let count = lines.len();
        let more = count.saturating_sub(LINES);
        lines.truncate(LINES);
        if more > 0 {
            lines.push(tr!(language, "remark-more", count = more));
        }
        let explained = tr!(language, "forms-beside-explained");
        let place = match returns.as_slice() {
            [] => None,
            [only] => Some(Place::Return(*only)),
            _ => Some(Place::Returns {
                common: Common::WroteBeside,
                returns,
            }),
        };
        self.notices.push_back(Notice::Beside {
            title: tr!(language, "forms-beside", count = count),
            words: format!("{}\n\n{explained}", lines.join("\n")),
            place,
        });
    }
}
