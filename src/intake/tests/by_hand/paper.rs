//! A sheet by its cells, saved as the kinds of file it comes as.

use std::collections::BTreeMap;
use std::fmt::Write;

use rust_xlsxwriter::{Format, Workbook};

use crate::intake::tests::book;
use crate::intake::tests::old_excel;

pub type At = (u32, u32);

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Text(String),
    Number(f64),
    Bool(bool),
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

#[derive(Clone, Debug, Default)]
pub struct Paper {
    pub cells: BTreeMap<At, Content>,
    pub merges: Vec<(At, At)>,
    pub bold: Vec<At>,
    pub filled: Vec<At>,
}

impl Paper {
    pub fn put(&mut self, at: At, content: impl Into<Content>) {
        self.cells.insert(at, content.into());
    }

    pub fn text(&self, at: At) -> String {
        match self.cells.get(&at) {
            Some(Content::Text(text)) => text.clone(),
            _ => String::new(),
        }
    }

    pub fn merge(&mut self, from: At, to: At) {
        if from != to {
            self.merges.push((from, to));
        }
    }

    /// Rows put in before the one at a place.
    pub fn inserted(&self, row: u32, count: u32) -> Self {
        let moved = |at: &At| (if at.0 < row { at.0 } else { at.0 + count }, at.1);
        let all = |places: &[At]| places.iter().map(moved).collect();
        let cells = self.cells.iter();
        let merges = self.merges.iter();
        Self {
            cells: cells.map(|(at, it)| (moved(at), it.clone())).collect(),
            merges: merges.map(|(from, to)| (moved(from), moved(to))).collect(),
            bold: all(&self.bold),
            filled: all(&self.filled),
        }
    }

    fn size(&self) -> (u32, u32) {
        let rows = self.cells.keys().map(|at| at.0 + 1).max().unwrap_or(0);
        let columns = self.cells.keys().map(|at| at.1 + 1).max().unwrap_or(0);
        (rows, columns)
    }

    pub fn xlsx(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let plain = Format::new();
        for (from, to) in &self.merges {
            let (one, other) = (from.1 as u16, to.1 as u16);
            sheet
                .merge_range(from.0, one, to.0, other, "", &plain)
                .unwrap();
        }
        for (at, content) in &self.cells {
            let (row, column) = (at.0, at.1 as u16);
            let mut format = Format::new();
            if self.bold.contains(at) {
                format = format.set_bold();
            }
            if self.filled.contains(at) {
                format = format.set_background_color("#FFFF00");
            }
            match content {
                Content::Text(text) => sheet.write_with_format(row, column, text, &format),
                Content::Number(number) => sheet.write_with_format(row, column, *number, &format),
                Content::Bool(it) => sheet.write_with_format(row, column, *it, &format),
            }
            .unwrap();
        }
        let filled = Format::new().set_background_color("#FFFF00");
        for at in self.filled.iter().filter(|at| !self.cells.contains_key(at)) {
            sheet.write_blank(at.0, at.1 as u16, &filled).unwrap();
        }
        workbook.save_to_buffer().unwrap()
    }

    pub fn ods(&self) -> Vec<u8> {
        let (rows, columns) = self.size();
        let mut xml = String::from("<table:table table:name=\"调查\">");
        for row in 0..rows {
            xml.push_str("<table:table-row>");
            for column in 0..columns {
                let merge = self.merges.iter().find(|(from, _)| *from == (row, column));
                let span = merge.map_or(String::new(), |(from, to)| {
                    let (down, across) = (to.0 - from.0 + 1, to.1 - from.1 + 1);
                    format!(
                        " table:number-columns-spanned=\"{across}\" table:number-rows-spanned=\"{down}\""
                    )
                });
                match self.cells.get(&(row, column)) {
                    None => write!(xml, "<table:table-cell{span}/>").unwrap(),
                    Some(Content::Number(it)) => write!(
                        xml,
                        "<table:table-cell{span} office:value-type=\"float\" office:value=\"{it}\"><text:p>{it}</text:p></table:table-cell>"
                    )
                    .unwrap(),
                    Some(Content::Bool(it)) => write!(
                        xml,
                        "<table:table-cell{span} office:value-type=\"boolean\" office:boolean-value=\"{it}\"/>"
                    )
                    .unwrap(),
                    Some(Content::Text(text)) => {
                        let text = text.replace('&', "&amp;").replace('<', "&lt;");
                        write!(
                            xml,
                            "<table:table-cell{span} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
                        )
                        .unwrap();
                    }
                }
            }
            xml.push_str("</table:table-row>");
        }
        xml.push_str("</table:table>");
        book::ods(&xml)
    }

    /// A table of a text document.
    pub fn docx(&self) -> Vec<u8> {
        let (rows, columns) = self.size();
        let mut xml = String::from("<w:document><w:body><w:tbl>");
        for row in 0..rows {
            xml.push_str("<w:tr>");
            let mut column = 0;
            while column < columns {
                let merge = self.merges.iter().find(|(from, _)| *from == (row, column));
                let span = merge.map_or(1, |(from, to)| to.1 - from.1 + 1);
                let text = match self.cells.get(&(row, column)) {
                    None => String::new(),
                    Some(Content::Text(text)) => text.replace('&', "&amp;").replace('<', "&lt;"),
                    Some(Content::Number(number)) => number.to_string(),
                    Some(Content::Bool(ticked)) => if *ticked { "☑" } else { "□" }.to_owned(),
                };
                write!(
                    xml,
                    "<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
                )
                .unwrap();
                column += span;
            }
            xml.push_str("</w:tr>");
        }
        xml.push_str("</w:tbl></w:body></w:document>");
        book::archive_of(&[("word/document.xml", xml.as_bytes())])
    }

    pub fn xls(&self) -> Vec<u8> {
        let (mut texts, mut cells): (Vec<&str>, Vec<u8>) = (Vec::new(), Vec::new());
        for (at, content) in &self.cells {
            let (row, column) = (at.0 as u16, at.1 as u16);
            match content {
                Content::Text(text) => {
                    let index = texts.len() as u32;
                    texts.push(text);
                    cells.extend(old_excel::shared(row, column, index));
                }
                Content::Number(number) => {
                    cells.extend(old_excel::number(row, column, 0, *number));
                }
                Content::Bool(it) => {
                    let number = if *it { 1.0 } else { 0.0 };
                    cells.extend(old_excel::number(row, column, 0, number));
                }
            }
        }
        let mut body = (self.merges.len() as u16).to_le_bytes().to_vec();
        for (from, to) in &self.merges {
            for part in [from.0, to.0, from.1, to.1] {
                body.extend((part as u16).to_le_bytes());
            }
        }
        cells.extend(old_excel::record(0x00E5, &body));
        old_excel::xls(&old_excel::stream(&[], &texts, &cells))
    }
}
