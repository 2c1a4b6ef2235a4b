//! Decodes a text piece by piece, so that it need not be in memory twice to be looked at.

use encoding_rs::{DecoderResult, Encoding};

use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

/// Bytes of a decoded piece.
const PIECE: usize = 64 << 10;

/// How decoding went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Line (from 1) of the first bytes that mean nothing in this encoding.
    pub lost: Option<u64>,
    /// Bytes of the text up to there.
    pub length: u64,
}

/// Hands over what the bytes mean in an encoding, up to the first that mean nothing in it.
pub(super) fn decode(
    encoding: &'static Encoding,
    bytes: &[u8],
    watch: &Watch,
    mut each: impl FnMut(&str),
) -> Result<Decoded, Stop> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut piece = "\0".repeat(PIECE);
    let (mut line, mut length) = (1, 0);
    let mut rest = bytes;
    loop {
        let (result, read, written) =
            decoder.decode_to_str_without_replacement(rest, &mut piece, true);
        let text = piece.get(..written).unwrap_or_default();
        each(text);
        line += text.bytes().filter(|byte| *byte == b'\n').count() as u64;
        length += written as u64;
        rest = rest.get(read..).unwrap_or_default();
        watch.done((bytes.len() - rest.len()) as u64)?;
        let lost = match result {
            DecoderResult::InputEmpty => None,
            DecoderResult::OutputFull => continue,
            DecoderResult::Malformed(..) => Some(line),
        };
        return Ok(Decoded { lost, length });
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{GB18030, UTF_16LE};

    use super::*;

    #[test]
    fn pieces_are_the_text() {
        let text = "客户,很满意\n".repeat(20_000);
        let bytes = GB18030.encode(&text).0;
        let mut found = String::new();
        let watch = Watch::default();
        let decoded = decode(GB18030, &bytes, &watch, |piece| found.push_str(piece)).unwrap();
        assert_eq!(found, text);
        let length = text.len() as u64;
        assert_eq!(decoded, Decoded { lost: None, length });
    }

    #[test]
    fn the_first_loss_names_its_line() {
        let mut bytes = "甲\n乙\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>();
        bytes.extend([0x00, 0xDC, b'x', 0]);
        let decoded = decode(UTF_16LE, &bytes, &Watch::default(), |_| {}).unwrap();
        assert_eq!(decoded.lost, Some(3));
    }
}
