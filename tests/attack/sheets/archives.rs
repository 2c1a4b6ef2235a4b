//! Workbooks that are archives, written part by part.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Sheet;

/// Sheets that all lead to the same part.
pub const ONE_PART: Sheet = Sheet {
    name: "one_part.xlsx",
    write: |path, sheets| {
        let mut book = Book::xlsx(path, sheets);
        book.sheet(20_000, |row, out| {
            write!(
                out,
                "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>"
            )
            .unwrap();
        });
        book.close();
    },
    few: 200,
    full: 10_000,
};

/// Elements inside each other.
pub const DEEP: Sheet = Sheet {
    name: "deep.xlsx",
    write: |path, depth| {
        let mut book = Book::xlsx(path, 1);
        book.sheet(1, |_, out| repeat(out, b"<a>", depth));
        book.close();
    },
    few: 100_000,
    full: 300_000_000,
};

/// The same in the other format.
pub const DEEP_ODS: Sheet = Sheet {
    name: "deep.ods",
    write: |path, depth| {
        let mut book = Book::ods(path);
        repeat(
            &mut book.0,
            b"<table:table table:name='S'><table:table-row>",
            1,
        );
        repeat(&mut book.0, b"<a>", depth);
        book.close();
    },
    few: 100_000,
    full: 300_000_000,
};

/// A sheet that unpacks to more than any has.
pub const BOMB: Sheet = Sheet {
    name: "bomb.xlsx",
    write: |path, megabytes| {
        let mut book = Book::xlsx(path, 1);
        let megabyte = vec![b' '; 1 << 20];
        book.sheet(megabytes, |_, out| out.write_all(&megabyte).unwrap());
        book.close();
    },
    few: 30,
    full: 3_900,
};

/// Shared texts, as many as fit a part.
pub const SHARED: Sheet = Sheet {
    name: "shared.xlsx",
    write: |path, texts| {
        let mut book = Book::xlsx(path, 1);
        book.texts(texts, |_| "<t>a</t>".to_owned());
        book.sheet(1, |_, out| {
            let cell = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";
            out.write_all(cell.as_bytes()).unwrap();
        });
        book.close();
    },
    few: 20_000,
    full: 7_500_000,
};

/// One long text in every row, in a workbook that is kept without its private column.
pub const USED_OFTEN: Sheet = Sheet {
    name: "used_often.xlsx",
    write: |path, rows| {
        let mut book = Book::xlsx(path, 1);
        let long = "备".repeat(10_000);
        book.texts(6, |at| {
            let texts = ["填写人", "手机", "备注", "QU1", "很满意", &long];
            format!("<t>{}</t>", texts[at])
        });
        book.sheet(rows, |row, out| {
            let texts = match row {
                1 => [0, 1, 2, 3],
                _ => [4, 4, 5, 4],
            };
            write!(out, "<row r=\"{row}\">").unwrap();
            for (column, text) in ["A", "B", "C", "D"].iter().zip(texts) {
                write!(out, "<c r=\"{column}{row}\" t=\"s\"><v>{text}</v></c>").unwrap();
            }
            out.write_all(b"</row>").unwrap();
        });
        book.close();
    },
    few: 100,
    full: 300_000,
};

/// Rows and columns that are repeated.
pub const REPEATED: Sheet = Sheet {
    name: "repeated.ods",
    write: |path, rows| {
        let mut book = Book::ods(path);
        write!(
            book.0,
            "<table:table table:name='S'><table:table-row><table:table-cell \
             office:value-type='string' table:number-columns-repeated='40'><text:p>QU1</text:p>\
             </table:table-cell></table:table-row><table:table-row \
             table:number-rows-repeated='{rows}'><table:table-cell \
             table:number-columns-repeated='48' office:value-type='float' office:value='5'/>\
             </table:table-row></table:table></office:spreadsheet></office:body>\
             </office:document-content>"
        )
        .unwrap();
        book.close();
    },
    few: 20_000,
    full: 1_040_000,
};

/// A binary workbook of different numbers.
pub const BINARY: Sheet = Sheet {
    name: "binary.xlsb",
    write: |path, rows| {
        let mut book = Book::xlsb(path);
        for row in 0..rows as u32 {
            book.record(0, &[&row.to_le_bytes()[..], &[0; 21]].concat());
            for column in 0..45_u32 {
                let place = [column, 0].map(u32::to_le_bytes).concat();
                let number = f64::from(row * 64 + column).to_le_bytes();
                book.record(5, &[&place[..], &number].concat());
            }
        }
        book.record(0x92, &[]);
        book.close();
    },
    few: 2_000,
    full: 1_000_000,
};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An archive while it is written.
struct Book(ZipWriter<File>);

impl Book {
    fn create(path: &Path) -> Self {
        Self(ZipWriter::new(File::create(path).unwrap()))
    }

    /// A workbook of sheets that all lead to the part written with [`Book::sheet`].
    fn xlsx(path: &Path, sheets: usize) -> Self {
        let mut book = Self::create(path);
        let listed = |at| format!("<sheet name=\"S{at}\" sheetId=\"{at}\" r:id=\"r1\"/>");
        let sheets: String = (1..=sheets).map(listed).collect();
        book.part("_rels/.rels");
        write!(
            book.0,
            "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"r0\" \
             Type=\"{DOCUMENT}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )
        .unwrap();
        book.relations("xl/_rels/workbook.xml.rels", "xml");
        book.part("xl/workbook.xml");
        write!(
            book.0,
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets>{sheets}</sheets></workbook>"
        )
        .unwrap();
        book
    }

    /// A document whose spreadsheet is written next.
    fn ods(path: &Path) -> Self {
        let mut book = Self::create(path);
        book.part("mimetype");
        let kind = b"application/vnd.oasis.opendocument.spreadsheet";
        book.0.write_all(kind).unwrap();
        book.part("content.xml");
        let head = "<office:document-content><office:body><office:spreadsheet>";
        book.0.write_all(head.as_bytes()).unwrap();
        book
    }

    /// A binary workbook of one sheet, whose rows are written next.
    fn xlsb(path: &Path) -> Self {
        let mut book = Self::create(path);
        book.relations("xl/_rels/workbook.bin.rels", "bin");
        book.part("xl/workbook.bin");
        let head = [0_u32, 1].map(u32::to_le_bytes).concat();
        book.record(0x9C, &[head, wide("r1"), wide("S")].concat());
        book.record(0x90, &[]);
        book.record(0x84, &[]);
        book.part("xl/worksheets/sheet1.bin");
        book.record(0x81, &[]);
        book.record(0x94, &[0; 16]);
        book.record(0x91, &[]);
        book
    }

    fn relations(&mut self, part: &str, ending: &str) {
        self.part(part);
        write!(
            self.0,
            "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"r1\" \
             Type=\"{DOCUMENT}/worksheet\" Target=\"worksheets/sheet1.{ending}\"/>\
             <Relationship Id=\"r2\" Type=\"{DOCUMENT}/sharedStrings\" \
             Target=\"sharedStrings.{ending}\"/></Relationships>"
        )
        .unwrap();
    }

    fn part(&mut self, name: &str) {
        self.0
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
    }

    fn texts(&mut self, count: usize, text: impl Fn(usize) -> String) {
        self.part("xl/sharedStrings.xml");
        write!(self.0, "<sst xmlns=\"{MAIN}\">").unwrap();
        for at in 0..count {
            write!(self.0, "<si>{}</si>", text(at)).unwrap();
        }
        self.0.write_all(b"</sst>").unwrap();
    }

    fn sheet(&mut self, rows: usize, row: impl Fn(usize, &mut ZipWriter<File>)) {
        self.part("xl/worksheets/sheet1.xml");
        write!(self.0, "<worksheet xmlns=\"{MAIN}\"><sheetData>").unwrap();
        for at in 1..=rows {
            row(at, &mut self.0);
        }
        self.0.write_all(b"</sheetData></worksheet>").unwrap();
    }

    /// A record of a binary part.
    fn record(&mut self, kind: u16, body: &[u8]) {
        let kind = match kind {
            0..0x80 => vec![kind as u8],
            _ => vec![kind as u8 | 0x80, (kind >> 7) as u8],
        };
        self.0.write_all(&kind).unwrap();
        self.0.write_all(&[body.len() as u8]).unwrap();
        self.0.write_all(body).unwrap();
    }

    fn close(self) {
        self.0.finish().unwrap();
    }
}

/// A text of a binary part: its length, and UTF-16.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&(text.len() as u32).to_le_bytes()[..], &units].concat()
}

/// The same bytes over and over.
fn repeat(out: &mut impl Write, bytes: &[u8], times: usize) {
    const AT_ONCE: usize = 10_000;
    let block = bytes.repeat(AT_ONCE);
    for _ in 0..times / AT_ONCE {
        out.write_all(&block).unwrap();
    }
    out.write_all(&bytes.repeat(times % AT_ONCE)).unwrap();
}
