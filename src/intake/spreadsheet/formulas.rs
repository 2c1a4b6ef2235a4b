//! Whether a sheet holds a formula at all, so that only those that do are read for them.

use std::io::Read;

use super::archive::Archive;
use super::stop::Stop;
use super::watch::Watch;

/// Bytes looked at together.
const BLOCK: usize = 64 << 10;
/// Bytes that tell a formula's tag, with the one before its name and the one behind it.
const TAG: usize = 3;

/// Looks through the sheet that was read last. Its text is only unpacked, not taken apart, so
/// this costs a fraction of reading it.
pub(super) fn occur(archive: &Archive, watch: &Watch) -> Result<bool, Stop> {
    let part = watch.part();
    let Some(mut reader) = part.and_then(|part| archive.reader(part, watch)) else {
        return Ok(false);
    };
    let mut block = vec![0; BLOCK];
    let mut kept = 0;
    loop {
        let room = block.get_mut(kept..).unwrap_or_default();
        let read = reader
            .read(room)
            .map_err(|error| watch.cause(|| Stop::broken(&error)))?;
        let filled = block.get(..kept + read).unwrap_or_default();
        if filled.windows(TAG).any(is_formula) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        // a tag may lie across the end
        let end = filled.len();
        kept = end.min(TAG - 1);
        block.copy_within(end - kept..end, 0);
    }
}

/// `<f>`, `<f t=…`, `<f/>` and the same with a prefix.
fn is_formula(bytes: &[u8]) -> bool {
    matches!(bytes, [b'<' | b':', b'f', b'>' | b' ' | b'/'])
}
