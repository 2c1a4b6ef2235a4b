//! The sample company: files made by us, taken in by the same import as any other file, and a
//! story of signatures and actions told through the write door.

mod story;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use rust_embed::RustEmbed;

use super::import::{self, Asked};
use super::{JobError, choose, definition, new_workspace, next_revision};
use crate::files::{self, Existing};
use crate::intake::{Decoding, file};
use crate::model::{Progress, Reading, Workspace};
use crate::store::Store;
use story::{Part, ReturnFile, Story};

#[derive(RustEmbed)]
#[folder = "assets/sample/"]
struct Files;

/// Name of the workspace in its folder.
pub const WORKSPACE: &str = "sample.manyi";

/// The sample workspace in a folder, made if it is not there: what somebody did with it
/// before stays. The files it was made from are laid beside it.
pub fn at(folder: &Path, progress: &Progress) -> Result<PathBuf, JobError> {
    let workspace = folder.join(WORKSPACE);
    if workspace.exists() {
        return Ok(workspace);
    }
    std::fs::create_dir_all(folder).map_err(|source| JobError::Write {
        path: folder.to_owned(),
        source,
    })?;
    let story = story()?;
    lay_out(&story, folder)?;
    tell(&story, &workspace, progress)?;
    Ok(workspace)
}

/// Writes the files the story names, if they are not there yet or were cut off on the way.
fn lay_out(story: &Story, folder: &Path) -> Result<(), JobError> {
    let parts = story.revisions.iter();
    let names = parts.flat_map(|part| {
        let returns = part.returns.iter().map(|returned| &returned.file);
        std::iter::once(&part.definition).chain(returns)
    });
    for name in names {
        let path = folder.join(name);
        let bytes = bytes(name)?;
        let wanted = match std::fs::read(&path) {
            Ok(found) => cut(&found, &bytes),
            Err(error) => error.kind() == ErrorKind::NotFound,
        };
        if wanted {
            files::write(&path, None, &bytes, Existing::Replace)
                .map_err(|source| JobError::Write { path, source })?;
        }
    }
    Ok(())
}

/// Begun by a run that was killed; whatever else somebody put there stays.
fn cut(found: &[u8], whole: &[u8]) -> bool {
    found.len() < whole.len() && whole.starts_with(found)
}

fn story() -> Result<Story, JobError> {
    let broken = |error: serde_json::Error| JobError::Unexpected(error.to_string());
    serde_json::from_slice(&bytes("story.json")?).map_err(broken)
}

fn tell(story: &Story, path: &Path, progress: &Progress) -> Result<(), JobError> {
    let mut parts = story.revisions.iter();
    let Some(first) = parts.next() else {
        return Err(JobError::Unexpected(
            "a story without a revision".to_owned(),
        ));
    };
    let workspace = Workspace {
        company: story.company.clone(),
        document: story.document.clone(),
    };
    let begun = definition::read_source(&source(&first.definition)?, progress)?;
    let mut draft = new_workspace::begin(path, &workspace, &story.survey, Some(&begun))?;
    let store = draft.store();
    part(store, first, progress)?;
    for next in parts {
        let revised = definition::read_source(&source(&next.definition)?, progress)?;
        let data = store.load().map_err(JobError::of(store))?;
        let survey = choose::survey(&data, None)?;
        next_revision::add(store, &data, survey, &revised)?;
        part(store, next, progress)?;
    }
    story::voids(store, &story.voids)?;
    story::actions(store, &story.actions, Zoned::now().date())?;
    let failed = |error| JobError::of_file(path, error);
    draft.finish().map_err(failed)?;
    Ok(())
}

fn part(store: &mut Store, part: &Part, progress: &Progress) -> Result<(), JobError> {
    story::sign(store, part)?;
    for returned in &part.returns {
        take_in(store, returned, progress)?;
    }
    Ok(())
}

fn take_in(store: &mut Store, returned: &ReturnFile, progress: &Progress) -> Result<(), JobError> {
    let data = store.load().map_err(JobError::of(store))?;
    let survey = choose::survey(&data, None)?;
    let wave = choose::wave(&data, survey, Some(returned.wave))?;
    let asked = Asked {
        questionnaire: &choose::revision(&data, wave)?.questionnaire,
        customers: &data.customers,
        values: returned.scores().then_some(Reading::Scores),
        decoding: Decoding::Recognised,
        markings: &data.markings,
    };
    let candidate = import::recognise(&source(&returned.file)?, asked, progress)?;
    import::take_in(store, &data, survey, returned.wave, &candidate, progress)?;
    Ok(())
}

fn source(name: &str) -> Result<crate::model::SourceFile, JobError> {
    Ok(file::source(name.to_owned(), bytes(name)?))
}

fn bytes(name: &str) -> Result<Vec<u8>, JobError> {
    let missing = || JobError::Unexpected(format!("{name} is not part of the program"));
    Files::get(name)
        .map(|file| file.data.into_owned())
        .ok_or_else(missing)
}
