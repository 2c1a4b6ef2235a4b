//! The encodings a text can be said to be in.
//!
//! How bytes are decoded, and what an encoding is called in a language, is not known here.

/// An encoding that is offered for a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    /// Simplified Chinese; GBK and GB 2312 are parts of it.
    Gb18030,
    Big5,
    ShiftJis,
    EucKr,
    Windows1252,
    Windows1250,
    Windows1251,
}

impl TextEncoding {
    /// In the order they are offered.
    pub const ALL: [Self; 10] = [
        Self::Utf8,
        Self::Gb18030,
        Self::Big5,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::Windows1250,
        Self::Windows1251,
        Self::ShiftJis,
        Self::EucKr,
    ];

    /// Whether bytes that can be read so are hardly ever something else: a mark or a strict
    /// form says so, or it is what spreadsheets write here.
    pub fn certain(self) -> bool {
        matches!(
            self,
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be | Self::Gb18030
        )
    }

    /// What it is called everywhere.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
            Self::ShiftJis => "Shift_JIS",
            Self::EucKr => "EUC-KR",
            Self::Windows1252 => "Windows-1252",
            Self::Windows1250 => "Windows-1250",
            Self::Windows1251 => "Windows-1251",
        }
    }
}
