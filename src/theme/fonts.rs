//! The fonts of screen and paper: one copy, so that both measure and draw text alike.

/// The family both faces belong to, as SVG and typst name it.
pub const FAMILY: &str = "Noto Sans SC";

/// Noto Sans SC regular, cut to the characters of GBK.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.ttf");

/// Noto Sans SC bold, cut to the characters of GBK.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Bold.ttf");
