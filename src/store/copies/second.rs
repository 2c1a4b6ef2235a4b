//! A second place for copies: another disk, a share.
//!
//! It may be slow, or gone. A thread of its own takes the copy there, so that no change waits
//! for it; whoever closes the workspace waits as long as it moves.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, sync_channel};
use std::time::Duration;

use jiff::Zoned;
use sha2::{Digest, Sha256};

use super::{clean, list, name, thin};
use crate::files::{self, Part};

/// A place that takes nothing for so long will not.
const PATIENCE: Duration = Duration::from_secs(10);

/// Bytes between two signs of life.
const CHUNK: usize = 1 << 20;

/// A copy on its way there.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) folder: PathBuf,
    moved: Arc<AtomicU64>,
    arrived: Receiver<io::Result<()>>,
}

/// Sends a copy of the workspace to a folder, where those that are too many go.
pub(super) fn send(workspace: &Path, copy: PathBuf, folder: &Path, room: u64) -> Way {
    let (arrives, arrived) = sync_channel(1);
    let moved = Arc::new(AtomicU64::new(0));
    let way = Way {
        folder: folder.to_owned(),
        moved: Arc::clone(&moved),
        arrived,
    };
    let (workspace, folder) = (workspace.to_owned(), folder.to_owned());
    std::thread::spawn(move || {
        // Whoever gave up waiting does not want to know.
        let _ = arrives.send(take(&workspace, &copy, &folder, room, &moved));
    });
    way
}

impl Way {
    /// How it went, if it has come to an end.
    pub(super) fn end(&self) -> Option<io::Result<()>> {
        match self.arrived.try_recv() {
            Ok(end) => Some(end),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(ErrorKind::Other.into())),
        }
    }

    /// The same, waited for.
    pub(super) fn wait(&self) -> io::Result<()> {
        loop {
            let before = self.moved.load(Ordering::Relaxed);
            match self.arrived.recv_timeout(PATIENCE) {
                Ok(end) => return end,
                Err(RecvTimeoutError::Disconnected) => return Err(ErrorKind::Other.into()),
                Err(RecvTimeoutError::Timeout) => {
                    if self.moved.load(Ordering::Relaxed) == before {
                        return Err(ErrorKind::TimedOut.into());
                    }
                }
            }
        }
    }
}

fn take(
    workspace: &Path,
    copy: &Path,
    folder: &Path,
    room: u64,
    moved: &AtomicU64,
) -> io::Result<()> {
    if !folder.is_dir() {
        return Err(ErrorKind::NotFound.into());
    }
    let folder = folder.join(of(workspace));
    files::make_private(&folder, copy)?;
    clean::copies(workspace, &folder);
    let target = folder.join(copy.file_name().unwrap_or_default());
    let mut from = File::open(copy)?;
    let mut part = Part::beside(&target, Some(copy))?;
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = from.read(&mut chunk)?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        part.file().write_all(bytes)?;
        moved.fetch_add(read as u64, Ordering::Relaxed);
    }
    part.finish()?;
    prune(workspace, &folder, room)
}

fn prune(workspace: &Path, folder: &Path, room: u64) -> io::Result<()> {
    let read = |name: &str| name::read(workspace, name);
    let copies = list::named(folder, &read).map_err(io::Error::other)?;
    for at in thin::surplus(&copies, Zoned::now().datetime(), room) {
        if let Some(old) = copies.get(at) {
            fs::remove_file(folder.join(&old.name))?;
        }
    }
    Ok(())
}

/// The folder of a workspace there. Two of one name from different folders do not meet.
fn of(workspace: &Path) -> String {
    let whole = std::path::absolute(workspace).unwrap_or_else(|_| workspace.to_owned());
    let key = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    let key: String = key
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{} {key}", name::short(workspace))
}
