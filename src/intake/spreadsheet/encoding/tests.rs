//! Encodings told apart, and those nobody can tell.

use encoding_rs::{BIG5, GB18030, WINDOWS_1252};

use super::*;

fn decoded(bytes: &[u8], known: Decoding) -> Result<(Cow<'_, str>, TextEncoding), FileFault> {
    super::decode(bytes, known, &Watch::default()).map_err(|stop| match stop {
        Stop::File(fault) => fault,
        other => panic!("{other}"),
    })
}

fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, FileFault> {
    decoded(bytes, Decoding::Recognised).map(|(text, _)| text)
}

const SIMPLE: &str = "序号,您对产品质量的满意程度\n1,很满意\n2,不太满意\n";

fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

#[test]
fn chinese_encodings_are_told_apart() {
    assert_eq!(decode(SIMPLE.as_bytes()).unwrap(), SIMPLE);
    assert_eq!(decode(&encoded(GB18030, SIMPLE)).unwrap(), SIMPLE);
    let traditional = "序號,您對產品品質的滿意程度\n1,非常滿意\n2,不太滿意\n";
    assert_eq!(decode(&encoded(BIG5, traditional)).unwrap(), traditional);
    for short in ["客戶\n滿意\n", "品質,交期\n很滿意,滿意\n"] {
        assert_eq!(decode(&encoded(BIG5, short)).unwrap(), short, "{short}");
    }
    let western = "Qualité,Délai\ntrès bien,à améliorer\n";
    let windows = encoded(encoding_rs::WINDOWS_1252, western);
    assert_eq!(decode(&windows).unwrap(), western);
    for short in ["客户\n满意\n", "质量,交期\n很满意,满意\n", "姓名\n张喆\n"] {
        assert_eq!(decode(&encoded(GB18030, short)).unwrap(), short, "{short}");
    }
}

#[test]
fn a_western_text_is_never_read_as_chinese() {
    for text in [
        "Kunde;Antwort\nMüller;sehr zufrieden\n",
        "Müller;sehr zufrieden",
        "Name;Größe\nÄnderung;für Öl\n",
        "nom;réponse\nHervé;très satisfait\nLoïc;déçu\n",
    ] {
        let bytes = encoded(WINDOWS_1252, text);
        assert_eq!(decode(&bytes).unwrap(), text, "{text}");
    }
}

#[test]
fn a_stray_character_does_not_refuse_a_long_text() {
    let long = "Are you a fan?,yes\n".repeat(300);
    let bytes = [b"Are you a fan?\x8C\xE6,no\n", long.as_bytes()].concat();
    assert_eq!(decode(&bytes).unwrap().lines().count(), 301);
}

#[test]
fn what_is_written_elsewhere_is_read_as_it_was_written() {
    let foreign = [
        (
            encoding_rs::WINDOWS_1250,
            "Jakość;Łódź\nBardzo dobra;żółw ąę\n",
        ),
        (
            encoding_rs::SHIFT_JIS,
            "名前,回答\n田中さん,とても満足しています\n",
        ),
        (encoding_rs::EUC_KR, "이름,대답\n김철수,매우 만족\n"),
        (
            encoding_rs::WINDOWS_1251,
            "Имя;Ответ\nИванов;очень доволен\n",
        ),
    ];
    for (encoding, text) in foreign {
        let bytes = encoded(encoding, text);
        let (read, found) = decoded(&bytes, Decoding::Recognised).unwrap();
        assert_eq!((&*read, real(found)), (text, encoding));
    }
}

#[test]
fn what_is_not_offered_is_refused() {
    let greek = encoded(
        encoding_rs::WINDOWS_1253,
        "Όνομα;Απάντηση\nΠέτρος;πολύ καλά\n",
    );
    assert_eq!(decode(&greek), Err(unreadable(1)));
    assert_eq!(named("windows-1253"), None);
    let spellings = ["gbk", "GB2312", "utf8", "latin1", "sjis"].map(named);
    let encodings = [
        TextEncoding::Gb18030,
        TextEncoding::Gb18030,
        TextEncoding::Utf8,
        TextEncoding::Windows1252,
        TextEncoding::ShiftJis,
    ];
    assert_eq!(spellings, encodings.map(Some));
    for encoding in TextEncoding::ALL {
        assert_eq!(named(encoding.name()), Some(encoding));
    }
}

#[test]
fn the_encoding_somebody_chose_is_the_one() {
    let bytes = encoded(BIG5, "客戶,滿意\n甲,乙\n");
    let (text, encoding) = decoded(&bytes, Decoding::Only(TextEncoding::Gb18030)).unwrap();
    assert_eq!(encoding, TextEncoding::Gb18030);
    assert_ne!(text, "客戶,滿意\n甲,乙\n");
    let chosen = Some(TextEncoding::Big5);
    let broken = [&bytes[..], b"x,\xFF\n"].concat();
    let fault = decoded(&broken, Decoding::Only(TextEncoding::Big5)).unwrap_err();
    assert_eq!(fault, FileFault::Encoding { line: 3, chosen });
    let marked = [b"\xEF\xBB\xBF", SIMPLE.as_bytes()].concat();
    let (text, _) = decoded(&marked, Decoding::Only(TextEncoding::Utf8)).unwrap();
    assert_eq!(text, SIMPLE);
    let zeros = decoded(b"a\nb\0\n", Decoding::Only(TextEncoding::Utf8));
    assert_eq!(zeros.unwrap_err(), FileFault::ZeroBytes { line: 2 });
}

#[test]
fn the_encoding_of_the_file_before_is_taken_where_it_can_be() {
    let rather = Decoding::Rather(TextEncoding::Big5);
    let found = |bytes: &[u8]| decoded(bytes, rather).unwrap().1;
    // one character may be anything
    assert_eq!(found(&encoded(BIG5, "C1,A\nC2,好\n")), TextEncoding::Big5);
    assert_eq!(found(SIMPLE.as_bytes()), TextEncoding::Utf8);
    let western = encoded(WINDOWS_1252, "à;b\nde;é\n");
    assert_eq!(found(&western), TextEncoding::Windows1252);
}

#[test]
fn text_that_was_saved_in_the_wrong_encoding_is_said_to_be() {
    let twice = encoding_rs::mem::decode_latin1("客户,质量\n甲,很满意\n".as_bytes());
    let fault = decode(twice.as_bytes()).unwrap_err();
    assert_eq!(fault, unreadable(1));
}

#[test]
fn a_text_of_two_encodings_names_where_the_other_begins() {
    let mut mixed = encoded(GB18030, "客户,意见\n甲,很满意\n");
    mixed.extend("乙,交货及时\n".as_bytes());
    assert_eq!(decode(&mixed), Err(unreadable(3)));
}

#[test]
fn zeros_in_a_text_name_their_line() {
    for text in [
        "a,b\n1,\0\n2,3\n",
        "客户,质量\n\0甲,5\n",
        "客户,质量\n甲,5\0\0\0",
    ] {
        for bytes in [text.as_bytes().to_vec(), encoded(GB18030, text)] {
            let fault = decode(&bytes).unwrap_err();
            assert_eq!(fault, FileFault::ZeroBytes { line: 2 }, "{text:?}");
        }
    }
    let marked = [b"\xEF\xBB\xBF", &b"a\nb\0\n"[..]].concat();
    assert_eq!(decode(&marked), Err(FileFault::ZeroBytes { line: 2 }));
}

#[test]
fn utf_16_is_read_with_and_without_its_mark() {
    let units = |swap: bool| -> Vec<u8> {
        SIMPLE
            .encode_utf16()
            .flat_map(|unit| {
                if swap {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    for swap in [false, true] {
        assert_eq!(decode(&units(swap)).unwrap(), SIMPLE);
        let mark: &[u8] = if swap { b"\xFE\xFF" } else { b"\xFF\xFE" };
        assert_eq!(decode(&[mark, &units(swap)].concat()).unwrap(), SIMPLE);
    }
    assert_eq!(
        decode(&[b"\xEF\xBB\xBF", SIMPLE.as_bytes()].concat()).unwrap(),
        SIMPLE
    );
}

#[test]
fn what_was_lost_is_said_and_not_guessed() {
    let mut broken = encoded(GB18030, SIMPLE);
    broken.extend(b"3,\xB0\xFF\xFF\n");
    assert_eq!(decode(&broken), Err(unreadable(4)));
    assert_eq!(decode("客户,锟斤拷\n".as_bytes()), Err(unreadable(1)));
    let bytes: Vec<u8> = (0..=255).cycle().take(4_000).collect();
    assert!(decode(&bytes).is_err());
}
