//! Separated values.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use super::Sheet;

const LABELS: [&str; 4] = ["很满意", "满意", "一般", "不满意"];

/// One line of nothing but commas.
pub const COMMAS: Sheet = Sheet {
    name: "commas.csv",
    write: |path, bytes| {
        write(path, "客户,QU1", |file| {
            file.write_all(&vec![b','; bytes]).unwrap();
        });
    },
    few: 2 << 20,
    full: 20 << 20,
};

/// One cell that does not end.
pub const CELL: Sheet = Sheet {
    name: "cell.csv",
    write: |path, bytes| {
        write(path, "客户,QU1\nC001,", |file| {
            file.write_all(&vec![b'x'; bytes]).unwrap();
        });
    },
    few: 2 << 20,
    full: 250 << 20,
};

/// Customers nobody knows, one a row.
pub const UNMATCHED: Sheet = Sheet {
    name: "unmatched.csv",
    write: |path, rows| {
        rows_of(path, "客户,QU1", rows, |file, row| {
            write!(file, "N{row:07},{}", LABELS[row % 4]).unwrap();
        });
    },
    few: 20_000,
    full: 7_000_000,
};

/// Returns with nothing wrong but their number.
pub const RETURNS: Sheet = Sheet {
    name: "returns.csv",
    write: |path, rows| {
        rows_of(path, "填写人,QU1,QU2,QU3", rows, |file, row| {
            let label = |item: usize| LABELS[(row + item) % 4];
            write!(file, "R,{},{},{}", label(1), label(2), label(3)).unwrap();
        });
    },
    few: 5_000,
    full: 3_000_000,
};

/// Returns of whom each says something else at length, some of it private.
pub const WORDY: Sheet = Sheet {
    name: "wordy.csv",
    write: |path, rows| {
        rows_of(path, "填写人,手机,备注,QU1", rows, |file, row| {
            let said = "请尽快回复".repeat(10);
            write!(file, "R{row},138{row:08},{said}{row},{}", LABELS[row % 4]).unwrap();
        });
    },
    few: 5_000,
    full: 700_000,
};

fn rows_of(path: &Path, titles: &str, rows: usize, row: impl Fn(&mut BufWriter<File>, usize)) {
    write(path, titles, |file| {
        for at in 0..rows {
            file.write_all(b"\n").unwrap();
            row(file, at);
        }
    });
}

fn write(path: &Path, head: &str, rest: impl FnOnce(&mut BufWriter<File>)) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    file.write_all(head.as_bytes()).unwrap();
    rest(&mut file);
    file.flush().unwrap();
}
