//! Which program or survey platform wrote a sheet.

use serde::{Deserialize, Serialize};

/// What produced the sheet; decides what special marks in it mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    /// Somebody's own table.
    #[default]
    Plain,
    /// 问卷星
    Wenjuanxing,
}

impl Platform {
    /// Key kept with an import; empty for a plain sheet.
    pub fn key(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Wenjuanxing => "wenjuanxing",
        }
    }
}
