//! The three signatures of a controlled document.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{Signature, Signatures};

#[derive(Serialize, Deserialize)]
struct SignatureForm {
    name: String,
    date: Date,
}

/// `{"prepared": {"name", "date"}, …}`; who has not signed is left out.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct SignaturesForm {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prepared: Option<SignatureForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reviewed: Option<SignatureForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    approved: Option<SignatureForm>,
}

impl Form for SignaturesForm {
    type Noun = Signatures;

    fn of(noun: &Signatures) -> Self {
        let form = |it: &Option<Signature>| {
            it.as_ref().map(|it| SignatureForm {
                name: it.name.clone(),
                date: it.date,
            })
        };
        Self {
            prepared: form(&noun.prepared),
            reviewed: form(&noun.reviewed),
            approved: form(&noun.approved),
        }
    }

    fn noun(self) -> Signatures {
        let noun = |it: Option<SignatureForm>| {
            it.map(|it| Signature {
                name: it.name,
                date: it.date,
            })
        };
        Signatures {
            prepared: noun(self.prepared),
            reviewed: noun(self.reviewed),
            approved: noun(self.approved),
        }
    }
}
