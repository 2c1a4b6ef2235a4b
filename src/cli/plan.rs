//! `manyi plan`: how many customers to ask. Needs no workspace.

use serde::Serialize;

use super::{Failure, args, output};
use crate::analysis::{Plan, PlanWish, plan};
use crate::i18n::{Language, number};
use crate::model::Bound;
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
    let told = |question: String, plan: &Plan| told(question, plan, wish.half_width, language);
    let firm = told(tr!(language, "plan-firm"), &firm);
    let customers = told(tr!(language, "plan-customers"), &customers);
    Ok(output::print(&format!("{given}\n{firm}\n{customers}\n"))?)
}

/// One of the two intervals in a line; a width that is not what was wanted does not print as it.
fn told(question: String, plan: &Plan, wanted: f64, language: Language) -> String {
    let half = plan.half_width;
    let half = half.map(|half| number::score_against(half, wanted, Bound::Above));
    let half = half.unwrap_or_else(|| number::MISSING.to_owned());
    let (send, expected) = (plan.send, plan.expected);
    let answer = match plan.returns {
        Some(returns) if plan.reached => {
            tr!(language, "plan-reached", returns = returns, send = send)
        }
        Some(returns) => tr!(
            language,
            "plan-too-few",
            returns = returns,
            send = send,
            expected = expected,
            half = half
        ),
        None => tr!(
            language,
            "plan-never",
            send = send,
            expected = expected,
            half = half
        ),
    };
    tr!(language, "plan-line", question = question, answer = answer)
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
