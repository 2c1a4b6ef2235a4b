//! What a form carries so that it is known again when it comes back, however it was renamed or
//! copied: whose workspace it was made in, for which wave, of which revision, for which customer.
//!
//! Written as a short text in characters that a QR code packs densely and that survive being
//! typed in by hand: [`MARK`], then the bytes below in Crockford's base 32
//! (<https://www.crockford.com/base32.html>), 32 of them or a few more.
//!
//! | bytes | what |
//! | --- | --- |
//! | 1 | version of this form, 1 |
//! | 16 | UUID of the workspace |
//! | 1–9 each | wave, revision, customer, page: LEB128 |
//! | 4 | the first bytes of the SHA-256 of all bytes above |
//!
//! It says nothing of the customer but a number that only the workspace can look up.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{CustomerId, RevisionId, WaveId};

/// What every such text begins with, so that another code on the page is told apart from a
/// damaged one of ours.
pub const MARK: &str = "MANYI-";
/// Those that are not mistaken for each other.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VERSION: u8 = 1;
const DIGEST: usize = 4;
/// Characters no text of ours is longer than; whatever is longer is not looked at.
const MAX_CHARS: usize = 120;

/// What a form is made as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A workbook that is filled in.
    Workbook,
    /// Pages to print, known again when they are scanned.
    Pages,
}

impl FormKind {
    /// What its file ends in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Pages => "pdf",
        }
    }
}

/// Whose form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FormIdentity {
    pub workspace: Uuid,
    pub wave: WaveId,
    pub revision: RevisionId,
    pub customer: CustomerId,
}

/// One page of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FormPage {
    pub form: FormIdentity,
    /// From 1; 0 is the form as a whole, as in a workbook.
    pub page: u16,
}

/// Why a text is no identity of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormFault {
    /// It is something else altogether.
    #[error("is no mark of a form")]
    Foreign,
    /// It was one, or nearly is: a character is wrong, missing or too many.
    #[error("is the mark of a form, but damaged")]
    Damaged,
    /// A later version of the program wrote it in a form of its own.
    #[error("is the mark of a form of version {0}")]
    Newer(u8),
}

impl FormPage {
    /// What the property of a document is called that holds it.
    pub const PROPERTY: &'static str = "Manyi form";
}

impl FormIdentity {
    /// The form as a whole.
    pub fn whole(self) -> FormPage {
        FormPage {
            form: self,
            page: 0,
        }
    }

    /// A page of it, counted from 1.
    pub fn page(self, page: u16) -> FormPage {
        FormPage { form: self, page }
    }
}

impl fmt::Display for FormPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![VERSION];
        bytes.extend(self.form.workspace.as_bytes());
        let FormIdentity {
            workspace: _,
            wave,
            revision,
            customer,
        } = self.form;
        for number in [wave.0, revision.0, customer.0, self.page.into()] {
            put_number(&mut bytes, number);
        }
        let digest = digest(&bytes);
        bytes.extend(digest);
        write!(f, "{MARK}{}", written(&bytes))
    }
}

impl FromStr for FormPage {
    type Err = FormFault;

    /// Case, spaces and dashes do not matter, nor does `O` for 0, `I` or `L` for 1.
    fn from_str(text: &str) -> Result<Self, FormFault> {
        let kept = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '–' | '\u{200B}');
        let text: String = text
            .chars()
            .filter(kept)
            .take(MAX_CHARS + 1)
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let mark = MARK.trim_end_matches('-');
        let code = text.strip_prefix(mark).ok_or(FormFault::Foreign)?;
        if text.chars().count() > MAX_CHARS {
            return Err(FormFault::Damaged);
        }
        let bytes = read(code).ok_or(FormFault::Damaged)?;
        let content = bytes.len().checked_sub(DIGEST);
        let (content, given) = content
            .and_then(|at| bytes.split_at_checked(at))
            .ok_or(FormFault::Damaged)?;
        if digest(content) != given {
            return Err(FormFault::Damaged);
        }
        match content.split_first() {
            Some((&VERSION, rest)) => fields(rest).ok_or(FormFault::Damaged),
            Some((version, _)) => Err(FormFault::Newer(*version)),
            None => Err(FormFault::Damaged),
        }
    }
}

fn digest(bytes: &[u8]) -> [u8; DIGEST] {
    let [a, b, c, d, ..]: [u8; 32] = Sha256::digest(bytes).into();
    [a, b, c, d]
}

fn fields(bytes: &[u8]) -> Option<FormPage> {
    let (workspace, mut rest) = bytes.split_first_chunk::<16>()?;
    let form = FormIdentity {
        workspace: Uuid::from_bytes(*workspace),
        wave: WaveId(take_number(&mut rest)?),
        revision: RevisionId(take_number(&mut rest)?),
        customer: CustomerId(take_number(&mut rest)?),
    };
    let page = u16::try_from(take_number(&mut rest)?).ok()?;
    rest.is_empty().then_some(FormPage { form, page })
}

/// Seven bits a byte, the lowest first. Numbers of the workspace are not negative.
fn put_number(bytes: &mut Vec<u8>, number: i64) {
    let mut left = number.unsigned_abs();
    while left >= 0x80 {
        bytes.push(left as u8 | 0x80);
        left >>= 7;
    }
    bytes.push(left as u8);
}

fn take_number(bytes: &mut &[u8]) -> Option<i64> {
    let mut number = 0_i64;
    for shift in (0..63).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= i64::from(first & 0x7F) << shift;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn written(bytes: &[u8]) -> String {
    let (mut held, mut bits, mut text) = (0_u16, 0, String::new());
    let letter = |five: u16| char::from(ALPHABET[usize::from(five & 31)]);
    for byte in bytes {
        held = held << 8 | u16::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(letter(held << (5 - bits)));
    }
    text
}

/// What is left over of the last character has to be zero: every text stands for itself alone.
fn read(text: &str) -> Option<Vec<u8>> {
    let (mut held, mut bits, mut bytes) = (0_u16, 0, Vec::new());
    for c in text.chars() {
        let c = match c {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        };
        let five = ALPHABET.iter().position(|known| char::from(*known) == c)?;
        held = held << 5 | five as u16;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
        held &= (1 << bits) - 1;
    }
    (held == 0 && bits < 5).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(seed: &mut fastrand::Rng) -> FormPage {
        let bits = seed.u32(1..62);
        let mut id = || seed.i64(0..1 << bits);
        let (wave, revision, customer) = (WaveId(id()), RevisionId(id()), CustomerId(id()));
        let form = FormIdentity {
            workspace: Uuid::from_u128(seed.u128(..)),
            wave,
            revision,
            customer,
        };
        form.page(seed.u16(..))
    }

    #[test]
    fn what_a_form_carries_comes_back_and_is_short() {
        let mut seed = fastrand::Rng::with_seed(7);
        for _ in 0..2_000 {
            let form = form(&mut seed);
            let text = form.to_string();
            assert_eq!(text.parse(), Ok(form));
            assert!(text.len() <= MAX_CHARS, "{text}");
            let packed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
            assert!(text.chars().all(packed), "{text}");
        }
        let usual = FormIdentity {
            workspace: Uuid::from_u128(u128::MAX),
            wave: WaveId(90),
            revision: RevisionId(5_000),
            customer: CustomerId(70_000),
        };
        assert!(usual.whole().to_string().len() < 56, "{}", usual.whole());
    }

    #[test]
    fn a_wrong_character_is_noticed_wherever_it_stands() {
        let mut seed = fastrand::Rng::with_seed(11);
        for _ in 0..200 {
            let text = form(&mut seed).to_string();
            let code = MARK.len();
            for at in code..text.len() {
                let mut wrong = text.clone().into_bytes();
                let other = ALPHABET[seed.usize(..32)];
                if wrong[at] == other {
                    continue;
                }
                wrong[at] = other;
                let wrong = String::from_utf8(wrong).unwrap();
                assert_eq!(wrong.parse::<FormPage>(), Err(FormFault::Damaged), "{at}");
                let short = [&text[..at], &text[at + 1..]].concat();
                assert_eq!(short.parse::<FormPage>(), Err(FormFault::Damaged), "{at}");
            }
            let twice = format!("{text}{}", &text[code..]);
            assert_eq!(twice.parse::<FormPage>(), Err(FormFault::Damaged));
        }
    }

    #[test]
    fn it_may_be_typed_in_by_hand() {
        let mut seed = fastrand::Rng::with_seed(3);
        for _ in 0..200 {
            let form = form(&mut seed);
            let text = form.to_string();
            let (mark, code) = text.split_at(MARK.len());
            let code = code.replace('0', "o").replace('1', "l").to_lowercase();
            let typed = format!(" {mark}{} {}", &code[..9], &code[9..]);
            assert_eq!(typed.parse(), Ok(form), "{typed}");
        }
    }

    #[test]
    fn other_codes_and_later_versions_are_told_apart() {
        for foreign in ["", "MANY", "https://example.com", "6901234567892", "满意"] {
            assert_eq!(foreign.parse::<FormPage>(), Err(FormFault::Foreign));
        }
        let mut later = vec![2, 1, 2, 3];
        let check = digest(&later);
        later.extend(check);
        let later = format!("{MARK}{}", written(&later));
        assert_eq!(later.parse::<FormPage>(), Err(FormFault::Newer(2)));
        let long = format!("{MARK}{}", "0".repeat(1_000_000));
        assert_eq!(long.parse::<FormPage>(), Err(FormFault::Damaged));
    }
}
