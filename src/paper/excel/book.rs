//! A workbook being written: sheets, rows, cells, and their look. Beside `form`, which
//! looks like none of them, the only file of this folder that names the library.

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use crate::chart::Measure;
use crate::i18n::number;
use crate::paper::PaperError;
use crate::paper::mark::MAKER;
use crate::report::{Cell, Rank, Table};
use crate::theme::tokens;

/// The most characters a cell holds.
const LONGEST_TEXT: usize = 32_767;

/// Widest column, in characters.
const WIDEST: f64 = 60.0;

/// A value to write.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Empty,
    Text(String),
    Number(f64),
    /// With one decimal.
    Score(f64),
    /// In points of a scale, with two decimals.
    Mean(f64),
    /// 0–1, shown as percent.
    Rate(f64),
    /// How likely chance is, 0–1, with three decimals.
    Chance(f64),
    /// With its sign and one decimal.
    Change(f64),
    Date(Date),
}

impl Value {
    /// A cell of a table; what is missing is empty, so that nothing computes with it.
    pub fn of(cell: &Cell) -> Self {
        match cell {
            Cell::Empty | Cell::Missing | Cell::Drawn(_) => Self::Empty,
            Cell::Text(text)
            | Cell::Name(text)
            | Cell::Named { name: text, .. }
            | Cell::Verdict { words: text, .. } => Self::text(text),
            Cell::Count(count) => Self::Number(*count as f64),
            Cell::Raw(value) => Self::Number(*value),
            Cell::Score(value) | Cell::Points(value) => Self::Score(*value),
            Cell::Interval { low, high, .. } => Self::text(number::range(Some(*low), Some(*high))),
            Cell::Sample { score, .. } => Self::some(*score, Self::Score),
            Cell::Rates { low, high } => Self::text(number::percent_range(Some(*low), Some(*high))),
            Cell::Mean(mean) => Self::Mean(*mean),
            Cell::Told { value, rate, .. } => match rate {
                true => Self::Rate(*value),
                false => Self::Score(*value),
            },
            Cell::Rate(rate) | Cell::Share(rate) => Self::Rate(*rate),
            Cell::Chance(p) => Self::Chance(*p),
            Cell::Change(change) | Cell::Moved { points: change, .. } => Self::Change(*change),
            Cell::Due { day, .. } => Self::Date(*day),
        }
    }

    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// The number as `kind` shows it; empty when absent or none.
    pub fn some(value: Option<f64>, kind: fn(f64) -> Self) -> Self {
        value
            .filter(|value| value.is_finite())
            .map_or(Self::Empty, kind)
    }
}

/// A text a spreadsheet program would take for a formula once somebody edits the cell, or
/// hands it on as CSV.
fn like_a_formula(text: &str) -> bool {
    text.starts_with(|c: char| "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(c) || c.is_control())
}

/// A look for texts, and the same for texts that are to stay texts.
struct TextFormat {
    plain: Format,
    quoted: Format,
}

impl TextFormat {
    fn new(plain: Format) -> Self {
        let quoted = plain.clone().set_quote_prefix();
        Self { plain, quoted }
    }

    fn of(&self, text: &str) -> &Format {
        match like_a_formula(text) {
            true => &self.quoted,
            false => &self.plain,
        }
    }
}

/// The cell formats.
struct CellFormats {
    head: TextFormat,
    plain: TextFormat,
    bold: TextFormat,
    score: Format,
    mean: Format,
    rate: Format,
    chance: Format,
    change: Format,
    date: Format,
}

/// A workbook being written.
pub(super) struct Book {
    workbook: Workbook,
    look: CellFormats,
    names: Vec<String>,
}

impl Book {
    pub fn new(company: &str, title: &str) -> Self {
        let mut workbook = Workbook::new();
        let properties = DocProperties::new()
            .set_author(company)
            .set_title(title)
            .set_comment(MAKER);
        workbook.set_properties(&properties);
        Self {
            workbook,
            look: look(),
            names: Vec::new(),
        }
    }

    /// A new sheet, with its head in the first row unless `heads` is empty. Its rows go to
    /// the disk as they come, so a large wave does not fill the memory.
    pub fn sheet(&mut self, name: &str, heads: &[String]) -> Result<SheetPage<'_>, PaperError> {
        let name = self.free_name(name);
        let sheet = self.workbook.add_worksheet_with_low_memory()?;
        sheet.set_name(name)?;
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        let mut page = SheetPage {
            sheet,
            look: &self.look,
            row: 0,
            widths: vec![0.0; heads.len()],
        };
        if !heads.is_empty() {
            page.sheet.set_freeze_panes(1, 0)?;
            page.sheet.set_repeat_rows(0, 0)?;
            page.head(heads)?;
        }
        Ok(page)
    }

    /// A sheet that holds a table, what is drawn in it as numbers.
    pub fn table(&mut self, name: &str, table: &Table) -> Result<(), PaperError> {
        self.filled(name, table)?.finish()
    }

    /// The same with its notes below it.
    pub fn noted(&mut self, name: &str, table: &Table) -> Result<(), PaperError> {
        let mut page = self.filled(name, table)?;
        page.row(&[])?;
        for note in &table.notes {
            page.note(note)?;
        }
        page.finish()
    }

    fn filled(&mut self, name: &str, table: &Table) -> Result<SheetPage<'_>, PaperError> {
        let table = table.in_numbers();
        let heads: Vec<String> = table.heads.iter().map(|head| head.name.clone()).collect();
        let mut page = self.sheet(name, &heads)?;
        for line in &table.lines {
            let values: Vec<Value> = line.cells.iter().map(Value::of).collect();
            page.write(&values, line.place == Rank::Strong)?;
        }
        Ok(page)
    }

    /// A name no sheet has yet and the program that opens it allows.
    fn free_name(&mut self, wanted: &str) -> String {
        let allowed: String = wanted
            .chars()
            .map(|c| {
                if "[]:*?/\\".contains(c) || c.is_control() {
                    ' '
                } else {
                    c
                }
            })
            .collect();
        let allowed = allowed.trim().trim_matches('\'').to_owned();
        let allowed = match allowed.as_str() {
            "" => "Sheet".to_owned(),
            name if name.eq_ignore_ascii_case("history") => format!("{name}."),
            _ => allowed,
        };
        let numbered = |number: usize| {
            let tail = if number == 1 {
                String::new()
            } else {
                format!(" {number}")
            };
            let room = 31_usize.saturating_sub(tail.encode_utf16().count());
            let mut used = 0;
            let head: String = allowed
                .chars()
                .take_while(|c| {
                    used += c.len_utf16();
                    used <= room
                })
                .collect();
            format!("{}{tail}", head.trim_end())
        };
        let taken = |name: &String| {
            let same = |other: &String| other.to_lowercase() == name.to_lowercase();
            self.names.iter().any(same)
        };
        let name = (1..)
            .map(numbered)
            .find(|name| !taken(name))
            .unwrap_or_default();
        self.names.push(name.clone());
        name
    }

    /// The file.
    pub fn bytes(mut self) -> Result<Vec<u8>, PaperError> {
        Ok(self.workbook.save_to_buffer()?)
    }
}

/// A sheet being written from top to bottom.
pub(super) struct SheetPage<'a> {
    sheet: &'a mut Worksheet,
    look: &'a CellFormats,
    row: u32,
    /// In characters.
    widths: Vec<f64>,
}

impl SheetPage<'_> {
    /// One row.
    pub fn row(&mut self, values: &[Value]) -> Result<(), PaperError> {
        self.write(values, false)
    }

    /// A sentence that runs over the columns beside it.
    fn note(&mut self, words: &str) -> Result<(), PaperError> {
        let words: String = words.chars().take(LONGEST_TEXT).collect();
        let format = self.look.plain.of(&words);
        self.sheet
            .write_string_with_format(self.row, 0, &words, format)?;
        self.row += 1;
        Ok(())
    }

    fn write(&mut self, values: &[Value], bold: bool) -> Result<(), PaperError> {
        for (column, value) in (0_u16..).zip(values) {
            self.cell(column, value, bold)?;
        }
        self.row += 1;
        Ok(())
    }

    fn head(&mut self, heads: &[String]) -> Result<(), PaperError> {
        for (column, head) in (0_u16..).zip(heads) {
            self.sheet
                .write_string_with_format(0, column, head, self.look.head.of(head))?;
            self.widen(column, head);
        }
        self.row = 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, value: &Value, bold: bool) -> Result<(), PaperError> {
        let (sheet, look, row) = (&mut *self.sheet, self.look, self.row);
        match value {
            Value::Empty => {}
            Value::Text(text) => {
                let text: String = text.chars().take(LONGEST_TEXT).collect();
                let format = if bold { &look.bold } else { &look.plain };
                let format = format.of(&text);
                sheet.write_string_with_format(row, column, &text, format)?;
                self.widen(column, &text);
            }
            Value::Number(number) => {
                sheet.write_number_with_format(row, column, *number, &look.plain.plain)?;
            }
            Value::Score(score) => {
                sheet.write_number_with_format(row, column, *score, &look.score)?;
            }
            Value::Rate(rate) => {
                sheet.write_number_with_format(row, column, *rate, &look.rate)?;
            }
            Value::Chance(p) => {
                sheet.write_number_with_format(row, column, *p, &look.chance)?;
            }
            Value::Change(change) => {
                sheet.write_number_with_format(row, column, *change, &look.change)?;
            }
            Value::Mean(mean) => {
                sheet.write_number_with_format(row, column, *mean, &look.mean)?;
            }
            Value::Date(date) => {
                match day_number(*date) {
                    Some(day) => sheet.write_datetime_with_format(row, column, &day, &look.date)?,
                    None => {
                        let text = date.to_string();
                        sheet.write_string_with_format(row, column, &text, &look.plain.plain)?
                    }
                };
                self.widen(column, "2026-06-30");
            }
        }
        Ok(())
    }

    fn widen(&mut self, column: u16, text: &str) {
        let wide = f64::from(Measure::shared().width(text, 1.0, false)) / 0.555 + 2.0;
        if let Some(width) = self.widths.get_mut(usize::from(column)) {
            *width = width.max(wide.min(WIDEST));
        }
    }

    /// Column widths, known only now.
    pub fn finish(self) -> Result<(), PaperError> {
        for (column, width) in (0_u16..).zip(&self.widths) {
            self.sheet.set_column_width(column, width.max(8.0))?;
        }
        Ok(())
    }

    /// Filter arrows in the head.
    pub fn filter(&mut self) -> Result<(), PaperError> {
        let last = u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        self.sheet
            .autofilter(0, 0, self.row.saturating_sub(1), last)?;
        Ok(())
    }
}

/// A date as spreadsheets count it; `None` before 1900, where they have no number for it.
fn day_number(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    let (month, day) = (
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    );
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn look() -> CellFormats {
    let paper = &tokens().paper;
    let color = |of: crate::theme::Color| {
        Color::RGB(u32::from(of.red) << 16 | u32::from(of.green) << 8 | u32::from(of.blue))
    };
    let plain = Format::new().set_align(FormatAlign::Top);
    let head = Format::new()
        .set_bold()
        .set_font_color(color(paper.text_weak))
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(color(paper.line_strong));
    CellFormats {
        head: TextFormat::new(head),
        bold: TextFormat::new(plain.clone().set_bold()),
        score: plain.clone().set_num_format("0.0"),
        mean: plain.clone().set_num_format("0.00"),
        rate: plain.clone().set_num_format("0.0%"),
        chance: plain.clone().set_num_format("0.000"),
        change: plain.clone().set_num_format("+0.0;-0.0;0.0"),
        date: plain.clone().set_num_format("yyyy-mm-dd"),
        plain: TextFormat::new(plain),
    }
}
