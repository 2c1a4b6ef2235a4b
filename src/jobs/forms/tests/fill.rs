//! A customer at work: cells of a form filled in by the names that point at them, rows put
//! between and columns before, as the program that saves it writes it.

use std::io::{Cursor, Read, Write};

use jiff::civil::{Date, date};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::random::Case;
use crate::intake::cell::column_letters;
use crate::model::{Answer, FormSpot, Item, ItemKind};

/// The parts of a workbook as text.
pub(super) struct Sheet {
    parts: Vec<(String, String)>,
}

impl Sheet {
    pub fn of(bytes: Vec<u8>) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            parts.push((name, text));
        }
        Self { parts }
    }

    pub fn bytes(self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in self.parts {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// Copies the sheet as it stands to another behind it, as programs do.
    pub fn copied(&mut self) {
        let copy = self.part("xl/worksheets/sheet1.xml").clone();
        self.parts
            .push(("xl/worksheets/sheet9.xml".to_owned(), copy));
        let mut into = |part: &str, end: &str, text: &str| {
            let part = self.part(part);
            *part = part.replace(end, &format!("{text}{end}"));
        };
        into(
            "xl/workbook.xml",
            "</sheets>",
            r#"<sheet name="copy" sheetId="99" r:id="rId99"/>"#,
        );
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        let relation =
            format!(r#"<Relationship Id="rId99" Type="{kind}" Target="worksheets/sheet9.xml"/>"#);
        into("xl/_rels/workbook.xml.rels", "</Relationships>", &relation);
    }

    pub fn part(&mut self, name: &str) -> &mut String {
        let mut parts = self.parts.iter_mut();
        &mut parts.find(|it| it.0 == name).unwrap().1
    }

    /// Row (from 1), first and last column (from 0) of a name.
    pub fn cells(&mut self, spot: FormSpot) -> Option<(u32, u32, u32)> {
        let book = self.part("xl/workbook.xml");
        let begin = format!("name=\"{spot}\">");
        let at = book.find(&begin)? + begin.len();
        let refers = &book[at..at + book[at..].find('<').unwrap()];
        let (_, cells) = refers.rsplit_once('!').unwrap();
        let cells = cells.replace('$', "");
        let (first, last) = cells.split_once(':').unwrap_or((&cells, &cells));
        let split = |cell: &str| {
            let digits = cell.find(|c: char| c.is_ascii_digit()).unwrap();
            let (letters, row) = cell.split_at(digits);
            let column = (0..).find(|it| column_letters(*it) == letters).unwrap();
            (row.parse::<u32>().unwrap(), column)
        };
        let ((row, first), (_, last)) = (split(first), split(last));
        Some((row, first, last))
    }

    /// Writes into a cell, which keeps its look.
    pub fn write(&mut self, row: u32, column: u32, value: &str, number: bool) {
        let cell = format!("{}{row}", column_letters(column));
        let sheet = self.part("xl/worksheets/sheet1.xml");
        let begin = format!("<c r=\"{cell}\"");
        let at = sheet
            .find(&begin)
            .unwrap_or_else(|| panic!("no cell {cell}"));
        let end = at + sheet[at..].find('>').unwrap() + 1;
        let open = sheet[at..end].to_owned();
        assert!(open.ends_with("/>"), "{cell} is not empty: {open}");
        let value = value.replace('&', "&amp;").replace('<', "&lt;");
        let open = open.trim_end_matches("/>");
        let written = match number {
            true => format!("{open}><v>{value}</v></c>"),
            false => {
                format!("{open} t=\"inlineStr\"><is><t xml:space=\"preserve\">{value}</t></is></c>")
            }
        };
        sheet.replace_range(at..end, &written);
    }

    /// Writes beside what the form asks, into a cell it may not have.
    pub fn put(&mut self, row: u32, column: u32, text: &str) {
        let cell = format!("{}{row}", column_letters(column));
        let sheet = self.part("xl/worksheets/sheet1.xml");
        let written = format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#);
        if let Some(at) = sheet.find(&format!("<c r=\"{cell}\"")) {
            let open = at + sheet[at..].find('>').unwrap() + 1;
            let end = match sheet[at..open].ends_with("/>") {
                true => open,
                false => at + sheet[at..].find("</c>").unwrap() + 4,
            };
            sheet.replace_range(at..end, &written);
            return;
        }
        let begin = format!("<row r=\"{row}\"");
        let Some(at) = sheet.find(&begin) else {
            let row = format!("<row r=\"{row}\">{written}</row></sheetData>");
            *sheet = sheet.replace("</sheetData>", &row);
            return;
        };
        let open = at + sheet[at..].find('>').unwrap() + 1;
        if sheet[at..open].ends_with("/>") {
            let row = format!("{}>{written}</row>", &sheet[at..open - 2]);
            sheet.replace_range(at..open, &row);
            return;
        }
        let end = at + sheet[at..].find("</row>").unwrap();
        sheet.insert_str(end, &written);
    }

    /// Pins a note to a cell.
    pub fn pin(&mut self, row: u32, column: u32, text: &str) {
        let cell = format!("{}{row}", column_letters(column));
        let rels = "xl/worksheets/_rels/sheet1.xml.rels";
        let relation = r#"<Relationship Id="n1" Target="../comments1.xml"/></Relationships>"#;
        match self.parts.iter_mut().find(|it| it.0 == rels) {
            Some((_, part)) => *part = part.replace("</Relationships>", relation),
            None => self
                .parts
                .push((rels.to_owned(), format!("<Relationships>{relation}"))),
        }
        let note = format!(
            r#"<comments><commentList><comment ref="{cell}"><text><r><t>{text}</t></r></text></comment></commentList></comments>"#
        );
        self.parts.push(("xl/comments1.xml".to_owned(), note));
    }

    /// What a customer filled in.
    pub fn filled(mut self, case: &Case) -> Self {
        for (item, answer) in case.asked.items.iter().zip(&case.answers) {
            self.answer(item, answer);
        }
        if !case.respondent.is_empty() {
            let (row, first, _) = self.cells(FormSpot::Respondent).unwrap();
            self.write(row, first + 1, &case.respondent, false);
        }
        if let Some(date) = case.date {
            let (row, first, _) = self.cells(FormSpot::Date).unwrap();
            self.write(row, first + 1, &number(date), true);
        }
        self
    }

    pub fn answer(&mut self, item: &Item, answer: &Answer) {
        let lineage = item.lineage;
        let label = |at: u8| {
            item.scale.as_ref().unwrap().options[usize::from(at)]
                .label
                .clone()
        };
        let place = self.cells(FormSpot::Answer(lineage));
        if let Some((row, first, _)) = place {
            let at = first + 1;
            match answer {
                Answer::Blank => {}
                Answer::Option(option) => self.write(row, at, &label(*option), false),
                Answer::Number(value) => self.write(row, at, &value.to_string(), true),
                Answer::Text(text) if item.kind == ItemKind::Date => {
                    self.write(row, at, &number(text.parse().unwrap()), true);
                }
                Answer::Text(text) => self.write(row, at, text, false),
                other => panic!("{other:?}"),
            }
            return;
        }
        let ticks = match answer {
            Answer::Blank => Vec::new(),
            Answer::Option(option) => vec![*option],
            Answer::Options(options) => options.clone(),
            other => panic!("{other:?}"),
        };
        for option in ticks {
            self.tick(item, option);
        }
    }

    pub fn tick(&mut self, item: &Item, option: u8) {
        let (row, column) = self.tick_box(item, option);
        self.write(row, column, "√", false);
    }

    /// Row (from 1) and column (from 0) of the box of an option.
    pub fn tick_box(&mut self, item: &Item, option: u8) -> (u32, u32) {
        let lineage = item.lineage;
        if let Some((row, first, _)) = self.cells(FormSpot::Tick {
            item: lineage,
            option,
        }) {
            return (row, first + 1);
        }
        for grid in 0..99 {
            if let Some((row, ..)) = self.cells(FormSpot::Row {
                item: lineage,
                grid,
            }) {
                let title = self.cells(FormSpot::Column { grid, option }).unwrap();
                return (row, title.1);
            }
        }
        panic!("no box of {}", item.code);
    }

    /// Rows put before a row (from 1) and columns before a column (from 0), with every
    /// reference to them.
    pub fn moved(mut self, row: u32, rows: u32, column: u32, columns: u32) -> Self {
        let move_cell = |letters: &str, digits: &str| {
            let at: u32 = digits.parse().unwrap();
            let from = (0..).find(|it| column_letters(*it) == letters).unwrap();
            let at = if rows > 0 && at >= row { at + rows } else { at };
            let to = if columns > 0 && from >= column {
                from + columns
            } else {
                from
            };
            (column_letters(to), at)
        };
        let sheet = self.part("xl/worksheets/sheet1.xml");
        let (head, rest) = sheet.split_once("<sheetData>").unwrap();
        let (data, _) = rest.split_once("</sheetData>").unwrap();
        let mut out = String::new();
        for piece in data.split_inclusive('>') {
            let Some(at) = piece.find(" r=\"") else {
                out += piece;
                continue;
            };
            let at = at + 4;
            let end = at + piece[at..].find('"').unwrap();
            let cell = &piece[at..end];
            let digits = cell.find(|c: char| c.is_ascii_digit()).unwrap();
            let (letters, number) = cell.split_at(digits);
            let moved = match letters {
                "" => move_cell("A", number).1.to_string(),
                letters => {
                    let (letters, number) = move_cell(letters, number);
                    format!("{letters}{number}")
                }
            };
            out += &format!("{}{moved}{}", &piece[..at], &piece[end..]);
        }
        // What only says how it looks is of no matter here.
        let head = head.split("<dimension").next().unwrap();
        *sheet = format!("{head}<sheetData>{out}</sheetData></worksheet>");
        let book = self.part("xl/workbook.xml");
        let mut out = String::new();
        let mut names = book.split("<definedName ");
        out += names.next().unwrap();
        for name in names {
            let (head, rest) = name.split_once('>').unwrap();
            let (refers, tail) = rest.split_once('<').unwrap();
            let refers = match refers.rsplit_once('!') {
                Some((sheet, cells)) if sheet != "manyi" => {
                    let cells = cells.split(':').map(|cell| {
                        let (letters, digits) =
                            cell.trim_start_matches('$').split_once('$').unwrap();
                        let (letters, number) = move_cell(letters, digits);
                        format!("${letters}${number}")
                    });
                    format!("{sheet}!{}", cells.collect::<Vec<_>>().join(":"))
                }
                _ => refers.to_owned(),
            };
            out += &format!("<definedName {head}>{refers}<{tail}");
        }
        *book = out;
        self
    }
}

/// A day as spreadsheets count it.
pub(super) fn number(day: Date) -> String {
    let days = day - date(1899, 12, 30);
    days.get_days().to_string()
}
