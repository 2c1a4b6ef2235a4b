//! How copies are kept on this machine: a small file of the user's, since folders differ from
//! machine to machine. The window writes it, the command line follows it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::JobError;
use crate::files::{self, Existing};
use crate::model::{CopyRules, Progress};
use crate::store::Store;

/// Where the settings lie; nowhere on a machine that has no place for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopySettings(Option<PathBuf>);

/// What stands in the file. What it does not say is as usual.
#[derive(Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// Bytes all backups of a workspace may take.
    room: u64,
    /// The second place.
    second: Option<PathBuf>,
}

impl Default for Kept {
    fn default() -> Self {
        let CopyRules { room, second } = CopyRules::default();
        Self { room, second }
    }
}

/// Those of the user at this machine.
impl Default for CopySettings {
    fn default() -> Self {
        Self(folder().map(|folder| folder.join("manyi/copies.json")))
    }
}

impl CopySettings {
    /// Those in a file.
    pub fn at(path: &Path) -> Self {
        Self(Some(path.to_owned()))
    }

    /// What they say; the usual where there are none or they cannot be read.
    pub fn rules(&self) -> CopyRules {
        let read = || serde_json::from_slice(&std::fs::read(self.0.as_ref()?).ok()?).ok();
        let Kept { room, second } = read().unwrap_or_default();
        CopyRules { room, second }
    }

    /// Keeps them.
    pub fn keep(&self, rules: &CopyRules) -> Result<(), JobError> {
        let Some(path) = &self.0 else {
            return Ok(());
        };
        let failed = |source| JobError::Write {
            path: path.clone(),
            source,
        };
        let kept = Kept {
            room: rules.room,
            second: rules.second.clone(),
        };
        let text = serde_json::to_vec_pretty(&kept);
        let text = text.map_err(|error| JobError::Unexpected(error.to_string()))?;
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        made.and_then(|()| files::write(path, Some(path), &text, Existing::Replace))
            .map_err(failed)
    }

    /// Opens a workspace for writing, its copies kept so.
    pub fn open(&self, workspace: &Path, progress: &Progress) -> Result<Store, JobError> {
        let opened = Store::open_keeping(workspace, self.rules(), progress);
        opened.map_err(|error| JobError::of_file(workspace, error))
    }
}

/// Where programs keep their settings.
fn folder() -> Option<PathBuf> {
    let named = |name: &str| {
        let path = std::env::var_os(name).map(PathBuf::from);
        path.filter(|path| path.is_absolute())
    };
    let home = || std::env::home_dir().filter(|home| home.is_absolute());
    if cfg!(windows) {
        named("APPDATA")
    } else if cfg!(target_os = "macos") {
        Some(home()?.join("Library/Application Support"))
    } else {
        named("XDG_CONFIG_HOME").or_else(|| Some(home()?.join(".config")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_anything_else_is_as_usual() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/copies.json");
        let settings = CopySettings::at(&path);
        assert_eq!(settings.rules(), CopyRules::default());
        let rules = CopyRules {
            room: 5 << 30,
            second: Some(PathBuf::from("/mnt/备份")),
        };
        settings.keep(&rules).unwrap();
        assert_eq!(settings.rules(), rules);
        std::fs::write(&path, "{\"room\": 7}").unwrap();
        let said = CopyRules {
            room: 7,
            second: None,
        };
        assert_eq!(settings.rules(), said);
        std::fs::write(&path, "no settings").unwrap();
        assert_eq!(settings.rules(), CopyRules::default());
    }
}
