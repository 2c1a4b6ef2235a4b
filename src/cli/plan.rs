//! `manyi plan`: how many customers to ask. Needs no workspace.

use serde::Serialize;

use super::{Failure, args, output};
use crate::analysis::{Plan, PlanWish, plan};
use crate::chart::words::plan_in_words;
use crate::i18n::{Language, number};
use crate::tr;

pub(super) fn run(words: &args::Plan, language: Language) -> Result<(), Failure> {
    let wish = PlanWish {
        frame: words.frame as usize,
        sd: words.sd,
        half_width: words.half_width,
        response: words.response,
    };
    let Some((firm, customers)) = plan(&wish) else {
        let fault = tr!(language, "cli-error-usage");
        return Err(Failure::usage(&fault, "plan", language));
    };
    if words.json {
        let report = PlanReport {
            frame: wish.frame,
            sd: wish.sd,
            half_width: wish.half_width,
            response: wish.response,
            firm: firm.into(),
            customers: customers.into(),
        };
        return Ok(output::print_json(&super::json::text(&report))?);
    }
    let given = tr!(
        language,
        "plan-given",
        frame = wish.frame,
        sd = number::plain(wish.sd),
        half = number::plain(wish.half_width),
        response = number::percent(Some(wish.response))
    );
    let [firm, customers] = plan_in_words(&(firm, customers), wish.half_width, language);
    Ok(output::print(&format!("{given}\n{firm}\n{customers}\n"))?)
}

#[derive(Debug, Serialize)]
struct PlanReport {
    frame: usize,
    sd: f64,
    half_width: f64,
    response: f64,
    firm: OneReport,
    customers: OneReport,
}

#[derive(Debug, Serialize)]
struct OneReport {
    returns: Option<usize>,
    send: usize,
    expected: usize,
    half_width: Option<f64>,
    reached: bool,
}

impl From<Plan> for OneReport {
    fn from(plan: Plan) -> Self {
        Self {
            returns: plan.returns,
            send: plan.send,
            expected: plan.expected,
            half_width: plan.half_width,
            reached: plan.reached,
        }
    }
}
