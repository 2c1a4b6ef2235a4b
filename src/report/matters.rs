//! What matters to customers, for the review: importance against performance, and what is wanted
//! against what is found.

use super::{Block, Paragraph, Review, gaps};
use crate::chart::{Chart, Matrix, MatrixPoint};
use crate::i18n::Language;
use crate::report::{Cell, Head, Line, Rank, Table, Width};
use crate::tr;

/// Both, as far as there are any.
pub(super) fn matters(review: &Review<'_>, language: Language) -> Vec<Block> {
    let wave = &review.evidence.current;
    let asked = &wave.revision.questionnaire;
    let importance = &review.insight.importance;
    let mut blocks = Vec::new();
    let matrix = Matrix::build(importance, wave.figures, &asked.rules, language);
    if let Ok(matrix) = matrix {
        let table = places(&matrix);
        blocks.push(heading(tr!(language, "matrix-heading")));
        let title = matrix.title.clone();
        blocks.push(Block::Text(Paragraph::Headline, title));
        blocks.push(Block::Drawn(Box::new(Chart::Matrix(Box::new(matrix)))));
        blocks.push(Block::table(table));
    }
    if let Some(part) = gaps(&review.insight.gaps, asked, wave.figures, language) {
        blocks.push(heading(part.heading));
        blocks.push(Block::Text(Paragraph::Headline, part.title));
        let chart = part.chart.map(Chart::Groups);
        blocks.extend(chart.map(|chart| Block::Drawn(Box::new(chart))));
        blocks.push(Block::table(part.table));
    }
    blocks
}

fn heading(words: String) -> Block {
    Block::Heading { level: 2, words }
}

/// The points of the matrix, the most important first.
fn places(matrix: &Matrix) -> Table {
    let [item, importance, score, quarter] = matrix.heads.clone();
    let head = |name: String, number: bool, width: Width| Head {
        name,
        number,
        width,
        ..Head::default()
    };
    let line = |point: &MatrixPoint| Line {
        cells: vec![
            Cell::Named {
                code: point.code.clone(),
                name: point.text.clone(),
            },
            Cell::text(point.importance_text.as_str()),
            Cell::Score(point.score),
            Cell::text(matrix.name(point.quarter)),
        ],
        place: Rank::Plain,
        level: 0,
    };
    Table {
        heads: vec![
            head(item, false, Width::Rest),
            head(importance, true, Width::Content),
            head(score, true, Width::Content),
            head(quarter, false, Width::Content),
        ],
        lines: matrix.points.iter().map(line).collect(),
        notes: vec![matrix.note.clone()],
        ..Table::default()
    }
}
