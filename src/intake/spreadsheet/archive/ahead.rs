//! Unpacking ahead: a thread of its own inflates a large part while whoever reads it takes it
//! apart. It knows nothing of what is unpacked, and is never more than a few blocks ahead.

use std::io::{self, Cursor, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Bytes handed over at once.
const BLOCK: usize = 1 << 20;
/// Blocks that may wait to be read.
const WAITING: usize = 2;

/// What comes out of a reader that runs elsewhere. Dropped before its end, it stops that one.
pub(super) struct Ahead {
    blocks: Receiver<io::Result<Vec<u8>>>,
    block: Cursor<Vec<u8>>,
}

impl Ahead {
    /// Starts the thread.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(from: impl Read + Send + 'static) -> io::Result<Self> {
        let (to, blocks) = sync_channel(WAITING);
        let name = "unpack".to_owned();
        thread::Builder::new()
            .name(name)
            .spawn(move || unpack(from, &to))?;
        Ok(Self {
            blocks,
            block: Cursor::default(),
        })
    }
}

/// Until the end, an error, or nobody reads on.
fn unpack(mut from: impl Read, to: &SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let mut block = Vec::with_capacity(BLOCK);
        let read = from.by_ref().take(BLOCK as u64).read_to_end(&mut block);
        let ended = !matches!(read, Ok(1..));
        let told = match read {
            Ok(_) => to.send(Ok(block)),
            Err(error) => to.send(Err(error)),
        };
        if ended || told.is_err() {
            return;
        }
    }
}

impl Read for Ahead {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.block.read(into)?;
        if read > 0 || into.is_empty() {
            return Ok(read);
        }
        match self.blocks.recv() {
            Ok(block) => self.block = Cursor::new(block?),
            // The thread has said everything.
            Err(_) => return Ok(0),
        }
        self.block.read(into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_comes_in_its_order() {
        let bytes: Vec<u8> = (0..1_000_000_u32).map(|at| (at % 251) as u8).collect();
        let mut ahead = Ahead::start(Cursor::new(bytes.clone())).unwrap();
        let mut read = Vec::new();
        ahead.read_to_end(&mut read).unwrap();
        assert_eq!(read, bytes);
        assert_eq!(ahead.read(&mut [0; 8]).unwrap(), 0, "and nothing after it");
    }

    #[test]
    fn an_error_comes_after_what_was_sound() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("broken"))
            }
        }
        let sound = Cursor::new(vec![7; BLOCK]);
        let mut ahead = Ahead::start(sound.chain(Broken)).unwrap();
        let mut read = vec![0; BLOCK];
        ahead.read_exact(&mut read).unwrap();
        assert_eq!(ahead.read(&mut read).unwrap_err().to_string(), "broken");
    }

    #[test]
    fn what_nobody_reads_is_not_unpacked() {
        use std::sync::mpsc::{Sender, channel};

        /// Says when it is dropped.
        struct Endless(Sender<()>);
        impl Read for Endless {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                into.fill(1);
                Ok(into.len())
            }
        }
        impl Drop for Endless {
            fn drop(&mut self) {
                let _ = self.0.send(());
            }
        }
        let (dropped, gone) = channel();
        let mut ahead = Ahead::start(Endless(dropped)).unwrap();
        ahead.read_exact(&mut [0; 100]).unwrap();
        drop(ahead);
        assert!(gone.recv().is_ok());
    }
}
