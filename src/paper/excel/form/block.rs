//! The blocks of a form as rows: its head, grids of ticks, items by themselves.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule,
    ExcelDateTime,
};

use super::FormBook;
use super::hidden::Lists;
use super::look::{SIZE, SMALL_SIZE, TITLE_SIZE};
use super::page::{Columns, Page, letters};
use crate::i18n::{Language, number};
use crate::model::{Customer, FormSpot, Item, ItemKind};
use crate::paper::PaperError;
use crate::report::{Asked, FormHead, Grid, GridLine, Group, Question, Room};
use crate::tr;

/// What stands in a cell that was chosen.
const TICK: &str = "√";
/// More options than this are one cell to choose from.
const TICKED: usize = 8;
/// What a spreadsheet program says in a note at a cell at most.
const LONGEST_NOTE: usize = 250;
const TITLES: usize = 30;

/// Title, what to do, and who fills it in.
pub(super) fn head(
    page: &mut Page<'_>,
    book: &FormBook<'_>,
    head: &FormHead,
    customer: &Customer,
) -> Result<(), PaperError> {
    let (first, last) = (Columns::NUMBER, page.columns.last());
    let (language, look) = (book.language, page.look);
    page.high((first, last), &head.title, TITLE_SIZE, 40.0)?;
    page.fill(first, last, &head.title, &look.title)?;
    page.row += 1;
    let intro = tr!(language, "sheet-form-intro");
    page.high((first, last), &intro, SMALL_SIZE, 20.0)?;
    page.fill(first, last, &intro, &look.intro)?;
    page.row += 1;
    page.sheet.set_row_height(page.row, 8)?;
    page.row += 1;

    let name = match customer.code.as_str() {
        code if code == customer.name => code.to_owned(),
        code => tr!(
            language,
            "sheet-form-who",
            name = customer.name.as_str(),
            code = code
        ),
    };
    page.high((Columns::TEXT, last), &name, SIZE, 24.0)?;
    let label = tr!(language, "paper-form-customer");
    page.fill(first, Columns::LABEL, &label, &look.label)?;
    page.fill(Columns::TEXT, last, &name, &look.value)?;
    page.spot(FormSpot::Customer, Columns::LABEL, last);
    page.row += 1;

    page.sheet.set_row_height(page.row, 24)?;
    let label = tr!(language, "paper-form-by");
    page.fill(first, Columns::LABEL, &label, &look.label)?;
    page.fill(Columns::TEXT, Columns::TEXT, "", &look.written)?;
    page.spot(FormSpot::Respondent, Columns::LABEL, Columns::TEXT);
    page.sheet
        .set_selection(page.row, Columns::TEXT, page.row, Columns::TEXT)?;
    let middle = Columns::FIRST + page.columns.options / 2;
    let label = tr!(language, "paper-form-date");
    page.fill(Columns::FIRST, middle - 1, &label, &look.label)?;
    page.fill(middle, last, "", &look.day)?;
    page.spot(FormSpot::Date, middle - 1, last);
    let day = dated(language)?;
    page.sheet
        .add_data_validation(page.row, middle, page.row, middle, &day)?;
    page.row += 1;
    page.sheet.set_row_height(page.row, 8)?;
    page.row += 1;
    Ok(())
}

/// Items answered in columns they share.
pub(super) fn grid(
    page: &mut Page<'_>,
    book: &FormBook<'_>,
    grid: &Grid,
) -> Result<(), PaperError> {
    let (look, number) = (page.look, page.grids);
    page.grids += 1;
    let count = u16::try_from(grid.options.len()).unwrap_or(u16::MAX);
    let last = page.columns.last();
    let first = last + 1 - count;
    let widest = grid
        .options
        .iter()
        .max_by_key(|label| label.chars().count());
    let widest = widest.map_or("", String::as_str);
    page.high((first, first), widest, SMALL_SIZE, 24.0)?;
    page.fill(Columns::NUMBER, first - 1, &grid.head, &look.head_left)?;
    for (option, label) in (0_u8..).zip(&grid.options) {
        let column = first + u16::from(option);
        page.fill(column, column, label, &look.head)?;
        let spot = FormSpot::Column {
            grid: number,
            option,
        };
        page.spot(spot, column, column);
    }
    page.row += 1;
    let tick = ticked(book.language, true)?;
    for line in &grid.lines {
        match line {
            GridLine::Group(named) => group(page, book, named)?,
            GridLine::Gap => {
                page.sheet.set_row_height(page.row, 6)?;
                page.row += 1;
            }
            GridLine::Item(asked) => {
                words(page, asked, "", first - 1)?;
                for column in first..=last {
                    page.fill(column, column, "", &look.tick)?;
                }
                let row = page.row;
                page.sheet
                    .add_data_validation(row, first, row, last, &tick)?;
                let cells = format!(
                    "${}{}:${}{}",
                    letters(first),
                    row + 1,
                    letters(last),
                    row + 1
                );
                mark_several(page, &cells, (first, last))?;
                let item = asked.item;
                page.spot(FormSpot::Row { item, grid: number }, Columns::NUMBER, last);
                page.row += 1;
            }
        }
    }
    Ok(())
}

/// Cells of a row that hold more than one tick show it; those that hold the one show that.
fn mark_several(
    page: &mut Page<'_>,
    cells: &str,
    (first, last): (u16, u16),
) -> Result<(), PaperError> {
    let (row, own) = (page.row, format!("{}{}", letters(first), page.row + 1));
    let rules = [
        (
            format!("=AND({own}<>\"\",COUNTA({cells})>1)"),
            &page.look.wrong,
        ),
        (format!("={own}<>\"\""), &page.look.chosen),
    ];
    for (rule, format) in rules {
        let shown = ConditionalFormatFormula::new()
            .set_rule(rule.as_str())
            .set_format(format)
            .set_stop_if_true(true);
        page.sheet
            .add_conditional_format(row, first, row, last, &shown)?;
    }
    Ok(())
}

fn group(page: &mut Page<'_>, book: &FormBook<'_>, group: &Group) -> Result<(), PaperError> {
    let number = number::heading(&book.report.numbering, group.number);
    let name = format!("{number}{}", group.name);
    let (first, last) = (Columns::NUMBER, page.columns.last());
    page.high((first, last), &name, SIZE, 22.0)?;
    page.fill(first, last, &name, &page.look.group)?;
    page.row += 1;
    Ok(())
}

/// Number and words of an item, up to a column.
fn words(page: &mut Page<'_>, asked: &Asked, note: &str, to: u16) -> Result<(), PaperError> {
    let text = match note {
        "" => asked.text.clone(),
        note => format!("{}{note}", asked.text),
    };
    page.high((Columns::LABEL, to), &text, SIZE, 23.0)?;
    let number = asked.number.to_string();
    page.fill(Columns::NUMBER, Columns::NUMBER, &number, &page.look.place)?;
    page.fill(Columns::LABEL, to, &text, &page.look.item)
}

/// An item by itself.
pub(super) fn question(
    page: &mut Page<'_>,
    lists: &mut Lists,
    book: &FormBook<'_>,
    question: &Question,
) -> Result<(), PaperError> {
    if let Some(named) = &question.group {
        group(page, book, named)?;
    }
    let Question { asked, room, .. } = question;
    let Some(item) = book.asked.item_of(asked.item) else {
        return Ok(());
    };
    let language = book.language;
    let note = match question.note.as_str() {
        "" => String::new(),
        note => tr!(language, "sheet-form-note", note = note),
    };
    let last = page.columns.last();
    match room {
        Room::Ticks(options) if item.kind == ItemKind::Multi || options.len() <= TICKED => {
            words(page, asked, &note, last)?;
            page.row += 1;
            ticks(page, language, item, options)
        }
        Room::Ticks(options) => {
            let chosen = offered(lists, options, language)?;
            beside(page, asked, &note, item, Some(&chosen))
        }
        Room::Likely { low, high } => {
            let numbers: Vec<String> = (0..=10).map(|it| it.to_string()).collect();
            let chosen = offered(lists, &numbers, language)?;
            let ends = tr!(
                language,
                "sheet-form-ends",
                low = low.as_str(),
                high = high.as_str()
            );
            beside(page, asked, &ends, item, Some(&chosen))
        }
        Room::Line => {
            let rule = match item.kind {
                ItemKind::Date => Some(dated(language)?),
                ItemKind::Number if item.scored => Some(within(item, language)?),
                _ => None,
            };
            beside(page, asked, &note, item, rule.as_ref())
        }
        Room::Lines => {
            words(page, asked, &note, last)?;
            page.row += 1;
            page.sheet.set_row_height(page.row, 46)?;
            page.fill(Columns::NUMBER, Columns::NUMBER, "", &page.look.place)?;
            page.fill(Columns::LABEL, last, "", &page.look.lines)?;
            page.spot(FormSpot::Answer(item.lineage), Columns::NUMBER, last);
            page.row += 1;
            Ok(())
        }
    }
}

/// A row for each option, with room for its tick at the end.
fn ticks(
    page: &mut Page<'_>,
    language: Language,
    item: &Item,
    options: &[String],
) -> Result<(), PaperError> {
    let last = page.columns.last();
    let one = item.kind != ItemKind::Multi;
    let tick = ticked(language, one)?;
    let first = page.row;
    let own = letters(last);
    for (option, label) in (0_u8..).zip(options) {
        page.high((Columns::LABEL, last - 1), label, SIZE, 21.0)?;
        page.fill(Columns::NUMBER, Columns::NUMBER, "", &page.look.place)?;
        page.fill(Columns::LABEL, last - 1, label, &page.look.option)?;
        page.fill(last, last, "", &page.look.tick)?;
        page.sheet
            .add_data_validation(page.row, last, page.row, last, &tick)?;
        if one {
            let to = first as usize + options.len();
            let cells = format!("${own}${}:${own}${to}", first + 1);
            mark_several(page, &cells, (last, last))?;
        }
        let item = item.lineage;
        page.spot(FormSpot::Tick { item, option }, last - 1, last);
        page.row += 1;
    }
    Ok(())
}

/// The answer stands behind the words, in one cell.
fn beside(
    page: &mut Page<'_>,
    asked: &Asked,
    note: &str,
    item: &Item,
    rule: Option<&DataValidation>,
) -> Result<(), PaperError> {
    let last = page.columns.last();
    let first = Columns::FIRST + page.columns.options / 2;
    words(page, asked, note, first - 1)?;
    let look = page.look;
    let format = match item.kind {
        ItemKind::Date => &look.day,
        ItemKind::Number | ItemKind::Nps => &look.number,
        _ => &look.written,
    };
    page.fill(first, last, "", format)?;
    if let Some(rule) = rule {
        page.sheet
            .add_data_validation(page.row, first, page.row, first, rule)?;
    }
    page.spot(FormSpot::Answer(item.lineage), first - 1, last);
    page.row += 1;
    Ok(())
}

/// What is refused says what is wanted.
fn said(rule: DataValidation, language: Language, why: &str) -> Result<DataValidation, PaperError> {
    let title: String = tr!(language, "sheet-form-please")
        .chars()
        .take(TITLES)
        .collect();
    let why: String = why.chars().take(LONGEST_NOTE).collect();
    let rule = rule
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(title)?
        .set_error_message(why)?;
    Ok(rule)
}

/// A tick and nothing else.
fn ticked(language: Language, one: bool) -> Result<DataValidation, PaperError> {
    let why = match one {
        true => tr!(language, "sheet-form-tick-one"),
        false => tr!(language, "sheet-form-tick"),
    };
    said(
        DataValidation::new().allow_list_strings(&[TICK])?,
        language,
        &why,
    )
}

/// One of some.
fn offered(
    lists: &mut Lists,
    options: &[String],
    language: Language,
) -> Result<DataValidation, PaperError> {
    let rule = DataValidation::new().allow_list_formula(lists.offer(options));
    said(rule, language, &tr!(language, "sheet-form-choose"))
}

fn dated(language: Language) -> Result<DataValidation, PaperError> {
    let day = |year| ExcelDateTime::from_ymd(year, 1, 1);
    let rule = DataValidationRule::Between(day(2000)?, day(2100)?);
    let why = tr!(language, "sheet-form-day");
    let rule = said(DataValidation::new().allow_date(rule), language, &why)?;
    Ok(rule.set_input_message(why)?)
}

fn within(item: &Item, language: Language) -> Result<DataValidation, PaperError> {
    let (low, high) = item.range().unwrap_or((0.0, 10.0));
    let range = number::range(Some(low), Some(high));
    let why = tr!(language, "sheet-form-number", range = range);
    let rule = DataValidation::new().allow_decimal_number(DataValidationRule::Between(low, high));
    Ok(said(rule, language, &why)?.set_input_message(why)?)
}
