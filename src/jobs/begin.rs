//! What a questionnaire begins with: a definition workbook or the export of a survey, told by
//! what is in the file.

use std::path::Path;

use super::{JobError, assumed_briefly, definition, outline};
use crate::i18n::Language;
use crate::intake::{Decoding, Definition, file};
use crate::model::{BestEnd, Progress};

/// What the file says.
#[derive(Clone, Debug)]
pub struct Begun {
    pub definition: Definition,
    /// What was assumed of an export, in sentences; nothing of a workbook, which says it.
    pub assumed: Vec<String>,
}

/// Reads the file; nothing is kept yet. `best` is asked for where an export needs it.
///
/// # Errors
/// Those of [`definition::read`] and [`outline::read`].
pub fn read(
    path: &Path,
    best: Option<BestEnd>,
    language: Language,
    progress: &Progress,
) -> Result<Begun, JobError> {
    let source = file::read(path, progress)?;
    if outline::is_definition(&source, progress)? {
        let definition = definition::read_source(&source, progress)?;
        let assumed = Vec::new();
        return Ok(Begun {
            definition,
            assumed,
        });
    }
    let asked = outline::Asked {
        sheet: None,
        best,
        decoding: Decoding::Recognised,
        language,
    };
    let found = outline::read_source(&source, asked, progress)?;
    Ok(Begun {
        assumed: assumed_briefly(&found, language),
        definition: found.definition,
    })
}
