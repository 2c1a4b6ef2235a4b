//! Excel: tables to go on computing with. What stands in its workbooks is told in `excel`.

use super::Writer;
use crate::model::FormatKind;
use crate::paper::mark::{MAKER, Mark};

/// The last record of every archive begins so; without a comment it has this many bytes.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;

/// The format.
pub static XLSX: Writer = Writer {
    ending: "xlsx",
    kind: FormatKind::Workbook,
    document: None,
    chart: None,
    mark: Some(Mark {
        begins: b"PK",
        of: |digest| format!("{MAKER} {digest}").into_bytes(),
        behind: |_| Some(0),
        announce: comment,
    }),
};

/// Says in the last record that a comment follows; `false` where one does.
fn comment(bytes: &mut [u8], length: usize) -> bool {
    let end = bytes.len().checked_sub(END_LENGTH);
    let end = end.and_then(|at| bytes.get_mut(at..));
    match (end, u16::try_from(length)) {
        (Some([record @ .., low, high]), Ok(length)) if record.starts_with(END) => {
            [*low, *high] = length.to_le_bytes();
            true
        }
        _ => false,
    }
}
