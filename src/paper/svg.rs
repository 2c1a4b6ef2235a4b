//! Scenes as SVG: small, readable, with text that stays text.

use std::fmt::Write;

use crate::chart::{Anchor, Mark, Point, Scene, Stroke, Text};
use crate::theme::{Palette, fonts};

/// The scene in the colours of a palette, on a transparent ground.
pub fn svg(scene: &Scene, palette: &Palette) -> String {
    let (width, height) = (number(scene.size.width), number(scene.size.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"{}, sans-serif\">\n",
        fonts::FAMILY
    );
    for mark in &scene.marks {
        out.push_str(&element(mark, palette));
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn element(mark: &Mark, palette: &Palette) -> String {
    match mark {
        Mark::Line { from, to, stroke } => format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>",
            number(from.x),
            number(from.y),
            number(to.x),
            number(to.y),
            stroked(stroke, palette)
        ),
        Mark::Polyline { points, stroke } => format!(
            "<polyline points=\"{}\" fill=\"none\" stroke-linejoin=\"round\"{}/>",
            list(points),
            stroked(stroke, palette)
        ),
        Mark::Polygon { points, fill } => format!(
            "<polygon points=\"{}\" fill=\"{}\"/>",
            list(points),
            fill.color(palette)
        ),
        Mark::Rect { area, radius, fill } => {
            let rounded = if *radius > 0.0 {
                format!(" rx=\"{}\"", number(*radius))
            } else {
                String::new()
            };
            format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{rounded} fill=\"{}\"/>",
                number(area.left),
                number(area.top),
                number(area.width()),
                number(area.height()),
                fill.color(palette)
            )
        }
        Mark::Circle {
            center,
            radius,
            fill,
            stroke,
        } => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"{}/>",
            number(center.x),
            number(center.y),
            number(*radius),
            fill.color(palette),
            stroke.map_or_else(String::new, |stroke| stroked(&stroke, palette))
        ),
        Mark::Text(text) => words(text, palette),
    }
}

fn words(text: &Text, palette: &Palette) -> String {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if text.bold {
        " font-weight=\"700\""
    } else {
        ""
    };
    format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} fill=\"{}\">{}</text>",
        number(text.at.x),
        number(text.at.y),
        number(text.size),
        text.ink.color(palette),
        escaped(&text.text)
    )
}

fn stroked(stroke: &Stroke, palette: &Palette) -> String {
    let mut out = format!(
        " stroke=\"{}\" stroke-width=\"{}\"",
        stroke.ink.color(palette),
        number(stroke.width)
    );
    if let Some([dash, gap]) = stroke.dash {
        // Writing into a String cannot fail.
        let _ = write!(
            out,
            " stroke-dasharray=\"{} {}\"",
            number(dash),
            number(gap)
        );
    }
    out
}

fn list(points: &[Point]) -> String {
    let pair = |point: &Point| format!("{},{}", number(point.x), number(point.y));
    points.iter().map(pair).collect::<Vec<_>>().join(" ")
}

/// At most two decimals; what is no number is 0, so that the file stays readable.
fn number(value: f32) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// Text as XML takes it; characters XML forbids are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Area, Ink, Size};
    use crate::theme::tokens;

    #[test]
    fn writes_every_mark() {
        let mut scene = Scene::new(Size::new(100.0, 50.5));
        let dashed = Stroke::dashed(Ink::Target, 1.2, [5.0, 4.0]);
        scene.marks = vec![
            Mark::Line {
                from: Point::new(0.0, 1.004),
                to: Point::new(100.0, -0.001),
                stroke: dashed,
            },
            Mark::Polyline {
                points: vec![Point::new(0.0, 0.0), Point::new(10.0, 5.25)],
                stroke: Stroke::solid(Ink::Series(0), 3.0),
            },
            Mark::Polygon {
                points: vec![Point::default(); 3],
                fill: Ink::Band,
            },
            Mark::Rect {
                area: Area::new(1.0, 2.0, 3.0, 5.0),
                radius: 0.0,
                fill: Ink::Step(6),
            },
            Mark::Circle {
                center: Point::new(5.0, 5.0),
                radius: 3.5,
                fill: Ink::Surface,
                stroke: Some(Stroke::solid(Ink::Weak, 1.5)),
            },
            Mark::Text(Text {
                at: Point::new(f32::NAN, 9.0),
                text: "R&D <满意>\n\u{0}#b".to_owned(),
                size: 12.0,
                bold: true,
                anchor: Anchor::End,
                ink: Ink::Weak,
            }),
        ];
        insta::assert_snapshot!(svg(&scene, &tokens().paper), @r##"
        <svg xmlns="http://www.w3.org/2000/svg" width="100" height="50.5" viewBox="0 0 100 50.5" font-family="Noto Sans SC, sans-serif">
        <line x1="0" y1="1" x2="100" y2="0" stroke="#111417" stroke-width="1.2" stroke-dasharray="5 4"/>
        <polyline points="0,0 10,5.25" fill="none" stroke-linejoin="round" stroke="#0b6470" stroke-width="3"/>
        <polygon points="0,0 0,0 0,0" fill="#e0edef"/>
        <rect x="1" y="2" width="2" height="3" fill="#1f659c"/>
        <circle cx="5" cy="5" r="3.5" fill="#ffffff" stroke="#4a535b" stroke-width="1.5"/>
        <text x="0" y="9" font-size="12" font-weight="700" text-anchor="end" fill="#4a535b">R&amp;D &lt;满意&gt; #b</text>
        </svg>
        "##);
    }
}
