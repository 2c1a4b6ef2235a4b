//! What files are taken for by their names.

use std::path::Path;

/// Endings of spreadsheets.
pub const SHEETS: [&str; 7] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "docx"];

/// Endings of what scanners and cameras write.
pub const SCANS: [&str; 6] = ["pdf", "jpg", "jpeg", "png", "tif", "tiff"];

/// Whether it is a spreadsheet.
pub fn is_sheet(path: &Path) -> bool {
    ends(path, &SHEETS)
}

/// Whether it may be a scan.
pub fn is_scan(path: &Path) -> bool {
    ends(path, &SCANS)
}

fn ends(path: &Path, endings: &[&str]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default();
    // Office leaves `~$name.xlsx` beside an open file, LibreOffice `.~lock.name.xlsx#`; other
    // hidden files are not the user's either.
    let lock = name.starts_with("~$") || name.starts_with('.');
    !lock && endings.iter().any(|it| ending.eq_ignore_ascii_case(it))
}
