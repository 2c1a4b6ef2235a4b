//! Who answered, when and how: the columns of a return that are no item.

use super::dated::{Dated, ROWS_PER_LOOK};
use super::{Account, Context, Issues};
use crate::intake::customers::known::Known;
use crate::intake::error::IntakeError;
use crate::intake::normal;
use crate::intake::seconds;
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::model::{Customer, CustomerId, Expected, IssueKind, Mapping, Return, ReturnId, Target};

/// What stands under reasons for being void where there is none.
const NO_REASON: [&str; 11] = [
    "无", "没有", "正常", "有效", "-", "--", "/", "none", "n/a", "na", "valid",
];
/// Bytes of a return and what lies around its texts.
const RETURN: u64 = size_of::<Return>() as u64 + 5 * 16;
/// Bytes of a customer that was found for a value.
const LOOKED_UP: u64 = (size_of::<Vec<CustomerId>>() + 32) as u64;

/// One return for each row, without its answers.
pub(super) fn returns(
    account: &Account<'_>,
    mapping: &Mapping,
    context: &Context<'_>,
    rows: &[u32],
    issues: &mut Issues<'_>,
) -> Result<Vec<Return>, IntakeError> {
    let sheet = account.sheet;
    let all = |target| -> Vec<&SheetColumn> {
        let columns = mapping.columns_of(target);
        columns.filter_map(|at| sheet.columns.get(at)).collect()
    };
    let one = |target| all(target).into_iter().next();
    let customers = Customers::new(all(Target::Customer), context, account)?;
    let date = one(Target::Date);
    let dated = date.map(|column| Dated::of(account, column, context.period, rows));
    let dated = dated.transpose()?;
    let names = [
        Target::Respondent,
        Target::Role,
        Target::Channel,
        Target::Collector,
    ];
    let names = names.map(one);
    let duration = one(Target::Duration);
    let voids = one(Target::Void);
    take_room(account, names.iter().chain([&voids]), rows.len())?;
    let mut returns = Vec::with_capacity(rows.len());
    for (returned, row) in rows.iter().enumerate() {
        if returned.is_multiple_of(ROWS_PER_LOOK) {
            account.look(sheet.columns.len() as u64)?;
        }
        let mut text = |column: Option<&SheetColumn>| -> Result<String, IntakeError> {
            match column.map(|column| (column, column.value(*row))) {
                Some((column, cell)) if cell.is_failed() => {
                    let cell = (column, *row);
                    let kind = IssueKind::UnreadableCell;
                    issues.push(kind, returned, cell, None, &Expected::Calculated)?;
                    Ok(String::new())
                }
                Some((_, cell)) => Ok(cell.found()),
                None => Ok(String::new()),
            }
        };
        let [respondent, role, channel, collector] = names;
        let (respondent, role, collector) = (text(respondent)?, text(role)?, text(collector)?);
        let mut channel = text(channel)?;
        if channel.is_empty() {
            channel.push_str(sheet.platform.channel);
        }
        // "no" is no reason, however it is said.
        let is_no = |column: &SheetColumn| {
            let cell = column.value(*row);
            let none = NO_REASON.contains(&normal::folded(&cell.found()).as_str());
            none || normal::flag(cell) == Some(false)
        };
        let reason = Some(text(voids)?).filter(|reason| !reason.is_empty());
        let void = reason.filter(|_| !voids.is_some_and(is_no));
        let on = dated.as_ref().map_or(Ok(None), |dated| dated.on(*row));
        if let (Some(column), Err(expected)) = (date, &on) {
            let kind = IssueKind::UnreadableCell;
            issues.push(kind, returned, (column, *row), None, expected)?;
        }
        returns.push(Return {
            id: ReturnId(returned as i64),
            wave: context.wave,
            import: None,
            row: sheet.row_number(*row),
            customer: customers.of(sheet, *row, returned, issues)?,
            customer_text: customers.text(*row),
            respondent,
            role,
            seconds: duration.and_then(|column| seconds::read(column.value(*row))),
            late: false,
            date: on.ok().flatten(),
            channel,
            collector,
            void,
        });
    }
    Ok(returns)
}

/// Takes what returns and their texts take: each row has its own.
fn take_room<'a>(
    account: &Account<'_>,
    texts: impl Iterator<Item = &'a Option<&'a SheetColumn>>,
    rows: usize,
) -> Result<(), IntakeError> {
    for column in texts.flatten() {
        account.take(column.spread(), &column.cell)?;
    }
    account.take(rows as u64 * RETURN, "")
}

/// The columns that name customers, each distinct value looked up once.
struct Customers<'a> {
    columns: Vec<(&'a SheetColumn, Vec<Vec<CustomerId>>)>,
    register: &'a [Customer],
    /// Whether a return without a known customer is an issue.
    asked: bool,
}

impl<'a> Customers<'a> {
    fn new(
        columns: Vec<&'a SheetColumn>,
        context: &Context<'a>,
        account: &Account<'_>,
    ) -> Result<Self, IntakeError> {
        let known = Known::new(context.customers);
        let looked_up = |column: &'a SheetColumn| {
            let values = column.dictionary();
            let room = values.len() as u64 * LOOKED_UP + column.spread();
            account.take(room, &column.cell)?;
            let mut found = Vec::with_capacity(values.len());
            for (at, cell) in values.iter().enumerate() {
                if at.is_multiple_of(ROWS_PER_LOOK) {
                    account.look(account.sheet.columns.len() as u64)?;
                }
                found.push(known.all(&cell.found()));
            }
            Ok((column, found))
        };
        Ok(Self {
            register: context.customers,
            asked: !columns.is_empty() || !context.customers.is_empty(),
            columns: columns
                .into_iter()
                .map(looked_up)
                .collect::<Result<_, IntakeError>>()?,
        })
    }

    /// The customer all columns of the row agree on, as far as they name a known one.
    fn of(
        &self,
        sheet: &Sheet,
        row: u32,
        returned: usize,
        issues: &mut Issues<'_>,
    ) -> Result<Option<CustomerId>, IntakeError> {
        let meant = self
            .columns
            .iter()
            .filter_map(|(column, known)| known.get(column.code(row) as usize));
        let mut named = meant.clone().filter_map(|ids| match ids.as_slice() {
            [one] => Some(*one),
            _ => None,
        });
        let first = named.next();
        if first.is_some() && named.all(|other| Some(other) == first) {
            return Ok(first);
        }
        let several = meant.clone().find(|ids| ids.len() > 1);
        let expected = several
            .filter(|_| first.is_none())
            .map_or(Expected::KnownCustomer, |ids| {
                Expected::OneCustomerOf(self.codes(ids))
            });
        let column = self.columns.first().map(|(column, _)| *column);
        if let Some(column) = column.or(sheet.columns.first()).filter(|_| self.asked) {
            let kind = IssueKind::UnknownCustomer;
            issues.push_text(kind, returned, (column, row), self.text(row), &expected)?;
            if self.columns.is_empty() {
                issues.of_row(row);
            }
        }
        Ok(None)
    }

    fn codes(&self, ids: &[CustomerId]) -> Vec<String> {
        let customers = self.register.iter();
        let named = customers.filter(|customer| ids.contains(&customer.id));
        named.map(|customer| customer.code.clone()).collect()
    }

    /// What the row calls the customer, in all its columns.
    fn text(&self, row: u32) -> String {
        let texts = self
            .columns
            .iter()
            .map(|(column, _)| column.value(row).found());
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        texts.join(" ")
    }
}
