//! Who may use a file that was made of another one.

use std::fs::File;
use std::io;
use std::path::Path;

/// Lets only those in who may use `like`, and what is replaced if there is something.
/// Without `like` it stays its owner's.
#[cfg(unix)]
pub(super) fn permit(file: &File, like: &Path, replaced: &Path) -> io::Result<()> {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let made = file.metadata()?;
    let Ok(like) = fs::metadata(like) else {
        return Ok(());
    };
    let mut mode = 0o666;
    for found in std::iter::once(like).chain(fs::metadata(replaced)) {
        mode &= found.mode();
        if found.gid() != made.gid() {
            // Another group may do what anybody may.
            mode &= !0o070 | (found.mode() & 0o007) << 3;
        }
    }
    file.set_permissions(Permissions::from_mode(mode))
}

/// Elsewhere a new file takes the permissions of its folder.
#[cfg(not(unix))]
pub(super) fn permit(_file: &File, _like: &Path, _replaced: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn nobody_is_let_in_who_was_kept_out_before() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let (like, replaced) = (at("like"), at("replaced"));
        let set = |path: &Path, mode| {
            fs::write(path, "").unwrap();
            fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
        };
        let file = File::create(at("made")).unwrap();
        let mode = || file.metadata().unwrap().permissions().mode() & 0o777;
        for (of_like, of_replaced, after) in [
            (0o600, None, 0o600),
            (0o640, None, 0o640),
            (0o664, None, 0o664),
            (0o755, None, 0o644),
            (0o600, Some(0o666), 0o600),
            (0o666, Some(0o640), 0o640),
        ] {
            set(&like, of_like);
            let _ = fs::remove_file(&replaced);
            if let Some(mode) = of_replaced {
                set(&replaced, mode);
            }
            permit(&file, &like, &replaced).unwrap();
            assert_eq!(mode(), after, "{of_like:o} {of_replaced:?}");
        }
        file.set_permissions(Permissions::from_mode(0o600)).unwrap();
        permit(&file, &at("gone"), &replaced).unwrap();
        assert_eq!(mode(), 0o600, "nothing says who may");
    }
}
