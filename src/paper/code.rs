//! QR codes.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use super::PaperError;

/// Of modules: so much higher than wide, so that no reader sees light between two rows.
const HEIGHT: &str = "1.04";

/// The code of a text as SVG of one unit a module, without the quiet zone around it. A seventh of
/// it may be lost.
///
/// # Errors
/// [`PaperError::Picture`] when the text is too long for any code.
pub(super) fn code(text: &str) -> Result<String, PaperError> {
    let segments = QrSegment::make_segments(text);
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::MIN,
        Version::MAX,
        None,
        false,
    );
    let code = code.map_err(|error| PaperError::Picture(error.to_string()))?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|at| code.get_module(*at, y)).count();
            let wide = i32::try_from(run).unwrap_or(0);
            if wide > 0 {
                // Writing into a String cannot fail.
                let _ = write!(path, "M{x} {y}h{wide}v{HEIGHT}h-{wide}z");
            }
            x += wide + 1;
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\"><path d=\"{path}\"/></svg>"
    ))
}
