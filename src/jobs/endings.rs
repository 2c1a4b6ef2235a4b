//! What files are taken for by their names.

use std::path::Path;

/// Endings of spreadsheets.
pub const SHEETS: [&str; 7] = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "docx"];

/// Endings of what scanners and cameras write.
pub const SCANS: [&str; 6] = ["pdf", "jpg", "jpeg", "png", "tif", "tiff"];

/// Endings of text documents that cannot be read. They may be filled forms all the same, so they
/// are not passed over but refused with what to do.
const DOCUMENTS: [&str; 4] = ["doc", "wps", "rtf", "odt"];

/// Whether it is a spreadsheet, or may hold a form as one does.
pub fn is_sheet(path: &Path) -> bool {
    ends(path, &SHEETS) || ends(path, &DOCUMENTS)
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
