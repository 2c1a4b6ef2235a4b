//! What the program remembers between two runs, apart from any workspace.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::i18n::Language;
use crate::jobs::copy_settings::CopySettings;
use crate::model::Period;
use crate::ui::welcome::Recent;

/// Language, appearance, recent files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub language: Language,
    pub dark: bool,
    /// Newest first.
    pub recent: Vec<Recent>,
    /// Where the settings of backups lie, which the command line follows too.
    #[serde(skip)]
    pub copies: CopySettings,
}

/// Recent files remembered.
const RECENT: usize = 8;

const KEY: &str = "settings";

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::of_system(),
            dark: false,
            recent: Vec::new(),
            copies: CopySettings::default(),
        }
    }
}

impl Settings {
    /// What was kept; the usual where nothing was or it can no longer be read.
    pub fn load(storage: Option<&dyn eframe::Storage>) -> Self {
        storage
            .and_then(|storage| eframe::get_value(storage, KEY))
            .unwrap_or_default()
    }

    /// Keeps it for the next run.
    pub fn save(&self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, KEY, self);
    }

    /// Puts a file at the top of the list.
    pub fn opened(&mut self, path: &Path, period: Option<Period>, now: Timestamp) {
        self.recent.retain(|recent| recent.path != path);
        let recent = Recent {
            path: path.to_owned(),
            period,
            opened: now,
        };
        self.recent.insert(0, recent);
        self.recent.truncate(RECENT);
    }

    /// Takes a file that is gone off the list.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent.path != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_opened_again_moves_to_the_top() {
        let mut settings = Settings::default();
        for name in ["a", "b", "a"] {
            settings.opened(Path::new(name), None, Timestamp::UNIX_EPOCH);
        }
        let names: Vec<_> = settings
            .recent
            .iter()
            .map(|recent| recent.path.display().to_string())
            .collect();
        assert_eq!(names, ["a", "b"]);
        for number in 0..20 {
            let path = number.to_string();
            settings.opened(Path::new(&path), None, Timestamp::UNIX_EPOCH);
        }
        assert_eq!(settings.recent.len(), RECENT);
    }

    #[test]
    fn nothing_kept_means_the_usual() {
        assert_eq!(Settings::load(None), Settings::default());
    }
}
