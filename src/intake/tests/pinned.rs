//! Notes pinned to the cells of an OpenDocument sheet.

use super::book::{ods, open};

fn table(cells: &str) -> String {
    format!(
        r#"<table:table table:name="A"><table:table-row>{cells}</table:table-row></table:table>"#
    )
}

#[test]
fn notes_are_read_where_they_are_pinned_and_are_no_part_of_the_cell() {
    let note = "<office:annotation><dc:creator>张三</dc:creator><dc:date>2026-05-01</dc:date>\
        <text:p>常<text:span>迟到</text:span></text:p><text:p>a &lt; b</text:p></office:annotation>";
    let cells = format!(
        r#"<table:table-cell table:number-columns-repeated="3"/>
        <table:table-cell>{note}<text:p>满意</text:p></table:table-cell>
        <table:table-cell>{note}</table:table-cell>"#
    );
    let mut book = open("a.ods", ods(&table(&cells))).unwrap();
    let progress = crate::model::Progress::default();
    let grid = book.cells(0, &progress).unwrap();
    assert_eq!(grid.cell(0, 3).found(), "满意");
    assert!(grid.cell(0, 4).is_empty());
    let notes = book.notes(0).unwrap();
    let said = "常迟到\na < b".to_owned();
    assert_eq!(
        Vec::from_iter(notes),
        [((0, 3), said.clone()), ((0, 4), said)]
    );
}

#[test]
fn notes_without_end_are_bounded() {
    let long = "长".repeat(10_000);
    let cell = format!(
        "<table:table-cell><office:annotation><text:p>{long}</text:p></office:annotation></table:table-cell>"
    );
    let book = open("a.ods", ods(&table(&cell.repeat(600)))).unwrap();
    let notes = book.notes(0).unwrap();
    assert_eq!(notes.len(), 500);
    assert!(notes.values().all(|it| !it.is_empty() && it.len() <= 8_000));
}
