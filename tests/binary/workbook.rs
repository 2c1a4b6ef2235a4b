//! Definition workbooks written for a test.

use std::path::Path;

use rust_xlsxwriter::Workbook;

/// Sheets by name, each as rows of cells; what reads as a number is written as one.
pub fn write(path: &Path, sheets: &[(&str, Vec<Vec<String>>)]) {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (y, row) in (0_u32..).zip(rows) {
            for (x, cell) in (0_u16..).zip(row) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(y, x, number).unwrap(),
                    Err(_) => sheet.write_string(y, x, cell).unwrap(),
                };
            }
        }
    }
    workbook.save(path).unwrap();
}

/// Rows of cells from text, one row a line, cells split at `|`.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect();
    text.trim().lines().map(cells).collect()
}

/// Every text of a workbook, and whether its cell holds it for good as a text.
pub fn texts(path: &Path) -> Vec<(String, bool)> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        let file = archive.by_name(name);
        if let Ok(mut file) = file {
            std::io::Read::read_to_string(&mut file, &mut text).unwrap();
        }
        text
    };
    let between = |text: &str, begin: &str, end: &str| -> Vec<String> {
        let rest = text.split(begin).skip(1);
        rest.map(|rest| rest.split(end).next().unwrap().to_owned())
            .collect()
    };
    let strings: Vec<String> = between(&part("xl/sharedStrings.xml"), "<si>", "</si>")
        .iter()
        .map(|text| text.split_once('>').unwrap().1.to_owned())
        .collect();
    let styles = part("xl/styles.xml");
    let formats = between(&styles, "<cellXfs", "</cellXfs>").concat();
    let quoted: Vec<bool> = between(&formats, "<xf ", ">")
        .iter()
        .map(|format| format.contains("quotePrefix=\"1\""))
        .collect();
    let mut texts = Vec::new();
    for sheet in 1..9 {
        let sheet = part(&format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(!sheet.contains("<f>"), "a formula");
        for cell in between(&sheet, "<c ", "</c>") {
            if !cell.contains("t=\"s\"") {
                continue;
            }
            let string: usize = between(&cell, "<v>", "</v>")[0].parse().unwrap();
            let style = between(&cell, " s=\"", "\"");
            let style: usize = style.first().map_or(0, |style| style.parse().unwrap());
            let text = strings[string].trim_end_matches("</t>").to_owned();
            texts.push((text, quoted[style]));
        }
    }
    texts
}
