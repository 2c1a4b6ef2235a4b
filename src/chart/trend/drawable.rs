//! What lines can be drawn of, in the order of the tree.

use crate::analysis::{Surveyed, subjects};
use crate::chart::words::subject_name;
use crate::i18n::Language;
use crate::model::{ItemKind, LineageId, Subject};

/// Something a line can be drawn of.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawable {
    pub subject: Subject,
    pub name: String,
    /// Steps below the top, which is 0.
    pub depth: usize,
    /// Dimensions above it, whose closing hides it if it is an item.
    pub above: Option<String>,
    /// A dimension with items below.
    pub parent: bool,
}

/// Everything a line can be drawn of, called as the newest wave that knows it does. How likely
/// customers are to recommend is on a scale of its own and has no line.
pub fn drawables(waves: &[Surveyed<'_>], language: Language) -> Vec<Drawable> {
    let newest = || waves.iter().rev();
    let item = |lineage: LineageId| {
        let asked = newest().map(|wave| wave.revision.questionnaire.item_of(lineage));
        asked.flatten().next()
    };
    let mut choices = Vec::new();
    for subject in subjects(waves) {
        let name = newest().find_map(|wave| subject_name(wave, &subject, language));
        let Some(name) = name else { continue };
        let (depth, above) = match &subject {
            Subject::Index | Subject::Satisfied => (0, None),
            Subject::Dimension(code) => {
                let known = newest().find_map(|wave| wave.figures.dimension(code));
                (known.map_or(0, |known| known.level), None)
            }
            Subject::Item(lineage) => {
                let Some(asked) = item(*lineage).filter(|asked| asked.kind != ItemKind::Nps) else {
                    continue;
                };
                let above = asked.dimension.clone();
                let known = above.as_ref();
                let known =
                    known.and_then(|code| newest().find_map(|wave| wave.figures.dimension(code)));
                (known.map_or(0, |known| known.level + 1), above)
            }
        };
        choices.push(Drawable {
            name: name.full(),
            subject,
            depth,
            above,
            parent: false,
        });
    }
    for at in 0..choices.len() {
        let Subject::Dimension(code) = choices[at].subject.clone() else {
            continue;
        };
        let below = |choice: &Drawable| choice.above.as_ref() == Some(&code);
        choices[at].parent = choices.iter().any(below);
    }
    choices
}
