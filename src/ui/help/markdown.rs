//! Markdown as the guide uses it, taken apart into blocks. Pictures and where links lead are
//! left out: the help shows words.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Some words in one face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) bold: bool,
}

/// A line of words, wrapped where there is no more room.
pub(super) type Line = Vec<Span>;

/// One part of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Words(Line),
    /// One thing of a list, with its number or dot.
    Listed(String, Line),
    Row(Vec<Line>),
    /// Lines as they stand.
    Code(String),
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    line: Line,
    cells: Vec<Line>,
    bold: usize,
    /// Inside a picture, whose words are for those who do not see it.
    hidden: usize,
    /// The number of the next thing of each list that is open; `None` for dots.
    lists: Vec<Option<u64>>,
    code: bool,
}

/// The blocks of a chapter.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        reader.read(event);
    }
    reader.blocks
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.say(&text),
            // Chinese runs on over the end of a line, other words need their space.
            Event::SoftBreak | Event::HardBreak => {
                let last = self.line.last().and_then(|span| span.text.chars().last());
                if last.is_some_and(|last| last.is_ascii()) {
                    self.say(" ");
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Emphasis | Tag::Heading { .. } | Tag::TableHead => self.bold += 1,
            Tag::Image { .. } => self.hidden += 1,
            Tag::List(first) => self.lists.push(*first),
            Tag::CodeBlock(_) => self.code = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.bold -= 1,
            TagEnd::Image => self.hidden -= 1,
            TagEnd::Heading(_) => {
                self.bold -= 1;
                self.words();
            }
            TagEnd::Paragraph if self.lists.is_empty() => self.words(),
            TagEnd::Item => {
                let mark = self.mark();
                let line = std::mem::take(&mut self.line);
                self.blocks.push(Block::Listed(mark, line));
            }
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.line)),
            TagEnd::TableHead => {
                self.bold -= 1;
                self.row();
            }
            TagEnd::TableRow => self.row(),
            TagEnd::CodeBlock => {
                self.code = false;
                let lines = std::mem::take(&mut self.line);
                let text: String = lines.into_iter().map(|span| span.text).collect();
                self.blocks.push(Block::Code(text.trim_end().to_owned()));
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        let bold = self.bold > 0 && !self.code;
        match self.line.last_mut().filter(|span| span.bold == bold) {
            Some(span) => span.text.push_str(text),
            None => self.line.push(Span {
                text: text.to_owned(),
                bold,
            }),
        }
    }

    fn words(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.blocks.push(Block::Words(line));
        }
    }

    /// A row without its empty cells: a head that says nothing is no row.
    fn row(&mut self) {
        let mut cells = std::mem::take(&mut self.cells);
        cells.retain(|cell| !cell.is_empty());
        if !cells.is_empty() {
            self.blocks.push(Block::Row(cells));
        }
    }

    fn mark(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}.");
                *number += 1;
                mark
            }
            _ => "·".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, bold: bool) -> Span {
        let text = text.to_owned();
        Span { text, bold }
    }

    #[test]
    fn words_lists_tables_and_code_are_told_apart() {
        let text = "选 **一个**\n再看\n\n1. a\n   b\n2. c\n\n| | |\n| --- | --- |\n| ![x](y.png) | **z** |\n\n    code\n";
        let expected = [
            Block::Words(vec![
                span("选 ", false),
                span("一个", true),
                span("再看", false),
            ]),
            Block::Listed("1.".to_owned(), vec![span("a b", false)]),
            Block::Listed("2.".to_owned(), vec![span("c", false)]),
            Block::Row(vec![vec![span("z", true)]]),
            Block::Code("code".to_owned()),
        ];
        assert_eq!(blocks(text), expected);
    }
}
