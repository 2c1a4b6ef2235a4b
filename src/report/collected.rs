//! How the answers were collected: how the list was chosen, what the returns stand for, what
//! stands apart, who is silent or excluded, and when the wave was closed.

use super::{Block, Paragraph};
use crate::analysis::{Evidence, reach, turnover_shares, unanswered};
use crate::chart::{Chart, Pareto};
use crate::i18n::{Language, choice, number};
use crate::model::CustomerId;
use crate::tr;

/// Nothing for a wave without a list.
pub(super) fn collected(evidence: &Evidence<'_>, language: Language) -> Vec<Block> {
    let (frame, customers) = (evidence.frame, evidence.customers);
    if frame.is_empty() {
        return Vec::new();
    }
    let wave = evidence.current.wave;
    let chosen = wave.choice.as_ref();
    let mut said = vec![tr!(
        language,
        "choice-and-sampling",
        choice = choice::choice(language, chosen),
        sampling = choice::sampling(language, chosen)
    )];
    let closings = wave.closings.iter();
    said.extend(closings.map(|it| choice::closing(language, it)));
    let reach = reach(evidence.returns, frame, customers);
    said.push(tr!(
        language,
        "frame-reach",
        answered = reach.answered.to_string(),
        customers = reach.customers.to_string(),
        heads = number::percent(reach.heads),
        turnover = number::percent(reach.turnover)
    ));
    let apart = evidence.current.figures.ledger.apart.parts();
    let apart: usize = apart.iter().map(|(_, count)| count).sum();
    if apart > 0 {
        said.push(tr!(language, "frame-apart", count = apart));
    }
    let shares = turnover_shares(frame, customers);
    let silent = unanswered(frame, evidence.returns);
    if !silent.is_empty() {
        let share: f64 = silent.iter().filter_map(|id| shares.get(id)).sum();
        let share = number::percent((!shares.is_empty()).then_some(share));
        let count = silent.len();
        said.push(tr!(
            language,
            "frame-silent",
            count = count,
            turnover = share
        ));
    }
    let name = |id: CustomerId| customers.iter().find(|it| it.id == id);
    let excluded = frame.iter().filter_map(|it| {
        let reason = it.excluded.as_deref()?;
        let name = name(it.customer).map_or("", |it| it.name.as_str());
        let reason = tr!(language, "frame-excluded-for", reason = reason);
        Some(format!("{name} {reason}"))
    });
    said.extend(excluded);
    let mut blocks: Vec<Block> = said
        .into_iter()
        .map(|words| Block::Text(Paragraph::Note, words))
        .collect();
    let pareto = Pareto::build(evidence.returns, frame, customers, language);
    if let Some(pareto) = pareto {
        blocks.push(Block::Text(Paragraph::Note, pareto.note.clone()));
        blocks.push(Block::Drawn(Box::new(Chart::Pareto(Box::new(pareto)))));
    }
    blocks
}
