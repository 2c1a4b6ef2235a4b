//! Why rows of a sheet are no returns, in words.

use super::Language;
use crate::model::NoReturn;
use crate::tr;

/// Why a row is no return, as a part of a sentence.
pub fn why(language: Language, why: NoReturn) -> String {
    match why {
        NoReturn::NoAnswer => tr!(language, "aside-no-answer"),
        NoReturn::Titles => tr!(language, "aside-titles"),
        NoReturn::Statistics => tr!(language, "aside-statistics"),
        NoReturn::Yardstick => tr!(language, "aside-yardstick"),
        NoReturn::Struck => tr!(language, "aside-struck"),
        NoReturn::Shifted => tr!(language, "aside-shifted"),
        NoReturn::There => tr!(language, "aside-there"),
        NoReturn::Elsewhere => tr!(language, "aside-elsewhere"),
        NoReturn::First => tr!(language, "aside-first"),
        NoReturn::Said => tr!(language, "aside-said"),
        NoReturn::OtherTitles => tr!(language, "aside-other-titles"),
        NoReturn::Trial => tr!(language, "aside-trial"),
        NoReturn::Note => tr!(language, "aside-note"),
    }
}
