//! The encodings that are offered, and those the decoder knows.

use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252,
};

use crate::model::TextEncoding;

/// The encoding with a name, in any of its usual spellings: `gbk`, `utf8`, `latin1` … `None`
/// where it is none of those that are offered.
pub fn named(name: &str) -> Option<TextEncoding> {
    offered(Encoding::for_label(name.as_bytes())?)
}

/// What an encoding is among those that are offered.
pub(super) fn offered(encoding: &'static Encoding) -> Option<TextEncoding> {
    // GBK is the smaller part of GB18030
    let encoding = if encoding == GBK { GB18030 } else { encoding };
    TextEncoding::ALL
        .into_iter()
        .find(|it| real(*it) == encoding)
}

/// The one the decoder knows.
pub(super) fn real(encoding: TextEncoding) -> &'static Encoding {
    match encoding {
        TextEncoding::Utf8 => UTF_8,
        TextEncoding::Utf16Le => UTF_16LE,
        TextEncoding::Utf16Be => UTF_16BE,
        TextEncoding::Gb18030 => GB18030,
        TextEncoding::Big5 => BIG5,
        TextEncoding::ShiftJis => SHIFT_JIS,
        TextEncoding::EucKr => EUC_KR,
        TextEncoding::Windows1252 => WINDOWS_1252,
        TextEncoding::Windows1250 => WINDOWS_1250,
        TextEncoding::Windows1251 => WINDOWS_1251,
    }
}
