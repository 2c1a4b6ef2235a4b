//! How many customers to ask, in words.

use crate::analysis::Plan;
use crate::i18n::{Language, number};
use crate::model::Bound;
use crate::tr;

/// Both intervals in a line each: of the firm's service, and of the customers of the list.
pub fn plan_in_words(plans: &(Plan, Plan), wanted: f64, language: Language) -> [String; 2] {
    let firm = told(tr!(language, "plan-firm"), &plans.0, wanted, language);
    let customers = tr!(language, "plan-customers");
    [firm, told(customers, &plans.1, wanted, language)]
}

/// One of them; a width that is not what was wanted does not print as it.
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
