//! What a copy is called: `firm 2026-11-22 05.58.12.345 hourly.manyi`, by the clock on the wall.
//!
//! Its name is all that is known of a copy without opening it. Earlier versions gave only the
//! time.

use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use crate::model::{CopyReason, CopyState};

const TIME: &str = "%Y-%m-%d %H.%M.%S%.3f";
/// Characters of a time so written.
const TIME_WIDTH: usize = 23;
const ENDING: &str = ".manyi";
const DAMAGED: &str = " damaged";

/// Bytes of the workspace's own name that are kept: all of it has to fit into 255 with what a
/// part file adds.
const STEM: usize = 120;

const REASONS: [(CopyReason, &str); 4] = [
    (CopyReason::First, "first"),
    (CopyReason::Hourly, "hourly"),
    (CopyReason::Migration, "migration"),
    (CopyReason::Asked, "asked"),
];

/// What the name of a copy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CopyName {
    pub at: DateTime,
    pub state: CopyState,
    pub reason: Option<CopyReason>,
}

/// The folder of a workspace's copies.
pub fn folder(workspace: &Path) -> PathBuf {
    let mut name = workspace.as_os_str().to_owned();
    name.push("-backups");
    name.into()
}

/// The name of a copy in that folder.
pub(super) fn copy(workspace: &Path, said: CopyName) -> String {
    let time = said.at.strftime(TIME);
    let mut name = format!("{} {time}", short(workspace));
    let known = REASONS
        .iter()
        .find(|(reason, _)| Some(*reason) == said.reason);
    if let Some((_, word)) = known {
        name += &format!(" {word}");
    }
    if said.state == CopyState::Damaged {
        name += DAMAGED;
    }
    name + ENDING
}

/// What a file in that folder is called, if it is a copy of the workspace. Whatever else people
/// put there is none of ours.
pub(super) fn read(workspace: &Path, name: &str) -> Option<CopyName> {
    let rest = name.strip_prefix(&short(workspace))?.strip_prefix(' ')?;
    let rest = rest.strip_suffix(ENDING)?;
    let (time, rest) = rest.split_at_checked(TIME_WIDTH)?;
    let at = DateTime::strptime(TIME, time).ok()?;
    let (rest, damaged) = match rest.strip_suffix(DAMAGED) {
        Some(rest) => (rest, true),
        None => (rest, false),
    };
    if rest.is_empty() && !damaged {
        let (state, reason) = (CopyState::Unknown, None);
        return Some(CopyName { at, state, reason });
    }
    let word = rest.strip_prefix(' ')?;
    let (reason, _) = REASONS.iter().find(|(_, known)| *known == word)?;
    let state = if damaged {
        CopyState::Damaged
    } else {
        CopyState::Sound
    };
    let reason = Some(*reason);
    Some(CopyName { at, state, reason })
}

/// What is kept beside the workspace when another copy takes its place.
pub(super) fn before_restore(workspace: &Path, at: DateTime, state: CopyState) -> String {
    let time = at.strftime(TIME);
    let damaged = match state {
        CopyState::Damaged => ", damaged",
        CopyState::Sound | CopyState::Unknown => "",
    };
    format!(
        "{} (before restore {time}{damaged}){ENDING}",
        short(workspace)
    )
}

/// The same read back.
pub(super) fn read_before_restore(workspace: &Path, name: &str) -> Option<CopyName> {
    let rest = name.strip_prefix(&short(workspace))?;
    let rest = rest.strip_prefix(" (before restore ")?;
    let rest = rest.strip_suffix(ENDING)?.strip_suffix(')')?;
    let (time, rest) = rest.split_at_checked(TIME_WIDTH)?;
    let at = DateTime::strptime(TIME, time).ok()?;
    let state = match rest {
        "" => CopyState::Sound,
        ", damaged" => CopyState::Damaged,
        _ => return None,
    };
    let reason = Some(CopyReason::Restore);
    Some(CopyName { at, state, reason })
}

/// As much of the workspace's own name as there is room for, without its ending.
pub(super) fn short(workspace: &Path) -> String {
    let name = workspace.file_stem().unwrap_or_default().to_string_lossy();
    let mut end = name.len().min(STEM);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.get(..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_says_what_was_said() {
        let workspace = Path::new("/tmp/firm 2025.manyi");
        let at = date(2026, 11, 22).at(5, 58, 12, 345_000_000);
        for (reason, _) in REASONS {
            for state in [CopyState::Sound, CopyState::Damaged] {
                let reason = Some(reason);
                let said = CopyName { at, state, reason };
                assert_eq!(read(workspace, &copy(workspace, said)), Some(said));
            }
        }
        for state in [CopyState::Sound, CopyState::Damaged] {
            let name = before_restore(workspace, at, state);
            let said = read_before_restore(workspace, &name).unwrap();
            assert_eq!((said.at, said.state), (at, state));
            assert_eq!(read(workspace, &name), None);
        }
    }

    #[test]
    fn names_of_earlier_versions_say_the_time() {
        let workspace = Path::new("firm.manyi");
        let said = read(workspace, "firm 2026-11-22 05.58.12.345.manyi").unwrap();
        assert_eq!(said.at, date(2026, 11, 22).at(5, 58, 12, 345_000_000));
        assert_eq!((said.state, said.reason), (CopyState::Unknown, None));
    }

    #[test]
    fn what_others_put_there_is_no_copy() {
        let workspace = Path::new("firm.manyi");
        for name in [
            "firm 2025 final.manyi",
            "firm 2026-11-22 05.58.12.345 mine.manyi",
            "firm 2026-11-22 05.58.12.345.xlsx",
            "firm 2026-11-22 05.58.12.345 damaged.manyi",
            "firm2 2026-11-22 05.58.12.345.manyi",
            "firm 2026-11-22 05.58.12.34满.manyi",
            "firm .manyi",
        ] {
            assert_eq!(read(workspace, name), None, "{name}");
            assert_eq!(read_before_restore(workspace, name), None, "{name}");
        }
    }

    #[test]
    fn names_as_long_as_the_system_allows_still_fit() {
        let at = date(2026, 11, 22).at(5, 58, 12, 345_000_000);
        let (state, reason) = (CopyState::Damaged, Some(CopyReason::Migration));
        for long in ["满".repeat(80), "x".repeat(245)] {
            let workspace = PathBuf::from(format!("{long}.manyi"));
            let said = CopyName { at, state, reason };
            let name = copy(&workspace, said);
            assert!(name.len() < 200, "{}", name.len());
            assert_eq!(read(&workspace, &name), Some(said));
        }
    }
}
