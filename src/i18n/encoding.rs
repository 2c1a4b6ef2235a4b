//! The encodings of texts, in words.

use crate::i18n::Language;
use crate::model::TextEncoding;
use crate::tr;

/// What an encoding is called, and whose texts are in it.
pub fn name(language: Language, encoding: TextEncoding) -> String {
    let whose = match encoding {
        TextEncoding::Utf8 | TextEncoding::Utf16Le | TextEncoding::Utf16Be => {
            return encoding.name().to_owned();
        }
        TextEncoding::Gb18030 => tr!(language, "encoding-simplified"),
        TextEncoding::Big5 => tr!(language, "encoding-traditional"),
        TextEncoding::Windows1252 => tr!(language, "encoding-western"),
        TextEncoding::Windows1250 => tr!(language, "encoding-central"),
        TextEncoding::Windows1251 => tr!(language, "encoding-cyrillic"),
        TextEncoding::ShiftJis => tr!(language, "encoding-japanese"),
        TextEncoding::EucKr => tr!(language, "encoding-korean"),
    };
    let name = encoding.name();
    tr!(language, "encoding-name", name = name, whose = whose)
}
