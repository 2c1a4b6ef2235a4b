//! The optional sheets: customers, and who of them was chosen for which wave.

use super::FrameRow;
use super::row::{Row, Seen};
use super::table::{Heading, Table};
use crate::intake::customers::Listed;
use crate::intake::customers::known::Known;
use crate::intake::error::{DefinitionFault, IntakeError};
use crate::model::{Customer, CustomerId, MAX_TURNOVER, Period, PeriodKind};

pub(super) const CUSTOMER_HEADINGS: &[Heading] = &[
    Heading {
        name: "code",
        others: &["编号", "编码", "代码", "客户编号"],
    },
    Heading {
        name: "name",
        others: &["名称", "客户名称"],
    },
    Heading {
        name: "turnover",
        others: &["营业额", "销售额"],
    },
    Heading {
        name: "key",
        others: &["重点", "重点客户"],
    },
];

pub(super) const FRAME_HEADINGS: &[Heading] = &[
    Heading {
        name: "wave",
        others: &["批次", "期间"],
    },
    Heading {
        name: "customer",
        others: &["客户", "客户编号", "客户名称"],
    },
    Heading {
        name: "issued",
        others: &["发放日期"],
    },
    Heading {
        name: "channel",
        others: &["渠道"],
    },
];

/// Customers in the order of the sheet.
pub(super) fn customers(table: &Table) -> Result<Vec<Listed>, IntakeError> {
    table.require("code")?;
    let attributes = table.others();
    table.refuse_failed(attributes.iter().map(|(column, _)| *column))?;
    let mut seen = Seen::default();
    let mut customers = Vec::new();
    for row in table.rows() {
        let code = row.needed("code")?;
        seen.note(row, "code", &code)?;
        let name = row.text("name");
        let turnover = turnover(row)?;
        let attribute = |(column, title): &(u32, String)| {
            let value = row.other(*column).found();
            (!value.is_empty()).then(|| (title.clone(), value))
        };
        customers.push(Listed {
            name: (!name.is_empty()).then_some(name),
            code: Some(code),
            turnover,
            key: row.said_flag("key")?,
            attributes: attributes.iter().filter_map(attribute).collect(),
        });
    }
    Ok(customers)
}

fn turnover(row: Row<'_>) -> Result<Option<f64>, IntakeError> {
    let heading = "turnover";
    let turnover = row.number(heading)?;
    let found = row.text(heading);
    let fault = match turnover {
        Some(turnover) if turnover < 0.0 => DefinitionFault::NegativeTurnover { found },
        Some(turnover) if turnover > MAX_TURNOVER => DefinitionFault::TooLarge {
            heading,
            found,
            limit: MAX_TURNOVER,
        },
        _ => return Ok(turnover),
    };
    Err(row.fault(heading, fault))
}

/// The code of the customer a frame names.
fn chosen(row: Row<'_>, known: &Known<'_>, all: &[Customer]) -> Result<String, IntakeError> {
    let text = row.needed("customer")?;
    let ids = known.all(&text);
    // customer `i` has `CustomerId(i)`
    let meant = ids
        .iter()
        .filter_map(|id| all.get(usize::try_from(id.0).ok()?));
    let mut codes: Vec<String> = meant.map(|customer| customer.code.clone()).collect();
    let fault = match codes.len() {
        0 => DefinitionFault::UnknownCustomer { code: text },
        1 => return Ok(codes.remove(0)),
        _ => DefinitionFault::AmbiguousCustomer { found: text, codes },
    };
    Err(row.fault("customer", fault))
}

fn period(row: Row<'_>, kind: PeriodKind) -> Result<Period, IntakeError> {
    let found = row.needed("wave")?;
    let fault = match found.parse::<Period>() {
        Ok(period) if period.kind() == kind => return Ok(period),
        Ok(_) => DefinitionFault::OtherPeriod { found, kind },
        Err(_) => DefinitionFault::NotAPeriod { found },
    };
    Err(row.fault("wave", fault))
}

/// Every customer chosen for a wave, once. The waves are as long as `kind`.
pub(super) fn frame(
    table: &Table,
    listed: &[Listed],
    kind: PeriodKind,
) -> Result<Vec<FrameRow>, IntakeError> {
    table.require("wave")?;
    table.require("customer")?;
    let numbered = (0..).map(CustomerId).zip(listed);
    let customers: Vec<Customer> = numbered.map(|(id, it)| it.customer(id)).collect();
    let known = Known::new(&customers);
    let mut seen = Seen::default();
    let mut frame = Vec::new();
    for row in table.rows() {
        let period = period(row, kind)?;
        let customer = chosen(row, &known, &customers)?;
        seen.note(row, "customer", &format!("{period} {customer}"))?;
        let issued = row.date("issued")?;
        frame.push(FrameRow {
            period,
            customer,
            issued,
            channel: row.text("channel"),
        });
    }
    Ok(frame)
}
