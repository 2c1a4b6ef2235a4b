//! Pages of one form that are put on the scanner in several goes.

use manyi::edit::Intent;
use manyi::model::{Answer, Customer, Expected, ReturnId};

use super::taken::{Office, pdf};

/// The new return of the first customer.
fn of_first(office: &Office, before: usize) -> ReturnId {
    let loaded = office.store.load_wave(office.wave().id).unwrap();
    let customer = office.data.customers[0].id;
    let mut fresh = loaded.returns[before..].iter();
    fresh.find(|it| it.customer == Some(customer)).unwrap().id
}

#[test]
fn pages_of_one_form_in_several_goes_are_one_return() {
    let mut office = Office::open();
    let wave = office.wave().id;
    let count = |office: &Office| office.store.load_wave(wave).unwrap().returns.len();
    let before = count(&office);
    let customers: Vec<Customer> = office.data.customers.iter().take(2).cloned().collect();
    let [one, two] = [0, 1].map(|at: u8| {
        let customer = &customers[usize::from(at)];
        office.filled(customer, at, 11 + u64::from(at))
    });
    assert!(one.len() > 1, "a form of several pages");
    // The first page, beside a whole form in the same file.
    let first = office.path("first.pdf");
    std::fs::write(&first, pdf(&[vec![one[0].clone()], two].concat())).unwrap();
    let came = office.take(std::slice::from_ref(&first)).unwrap();
    assert_eq!((came.missing.len(), came.completed.len()), (1, 0));
    assert_eq!(count(&office), before + 2);
    let second_returns = |office: &Office| {
        let open = office.data.open_issues(wave);
        open.filter(|it| it.expected == Expected::OneReturnPerCustomer)
            .count()
    };
    let second = second_returns(&office);
    let again = office.take(&[first]).unwrap();
    assert!(again.taken.is_empty() && again.completed.is_empty());

    let rest = office.path("rest.pdf");
    std::fs::write(&rest, pdf(&one[1..])).unwrap();
    let came = office.take(std::slice::from_ref(&rest)).unwrap();
    assert!(came.refused.is_empty(), "{:?}", came.refused);
    assert_eq!(came.completed, [(rest.clone(), customers[0].name.clone())]);
    assert!(came.missing.is_empty(), "{:?}", came.missing);
    let loaded = office.store.load_wave(wave).unwrap();
    let fresh = &loaded.returns[before..];
    let of = |at: usize| {
        let mut rows = (before..).zip(fresh);
        rows.find(|(_, it)| it.customer == Some(customers[at].id))
            .unwrap()
    };
    assert_eq!(fresh.len(), 2, "no second return of anybody");
    for (at, item) in office.revision().questionnaire.items.iter().enumerate() {
        for option in 0..2_u8 {
            let (row, _) = of(usize::from(option));
            if item.kind.takes_one_option() {
                let said = loaded.columns[at].get(row);
                assert_eq!(said, Answer::Option(option), "{}", item.code);
            }
        }
    }
    // Both files lie beside the return they make together.
    let beside = |office: &Office, id| {
        let files = office.data.attachments.iter().filter(|it| it.of == id);
        let mut names: Vec<String> = files.map(|it| it.name.clone()).collect();
        names.sort();
        names
    };
    assert_eq!(beside(&office, of(0).1.id), ["first.pdf", "rest.pdf"]);
    assert_eq!(beside(&office, of(1).1.id), ["first.pdf"]);
    assert_eq!(second_returns(&office), second, "nobody answered once more");

    // What is told of a file is of that file.
    let mut files = office.data.attachments.iter();
    let file = files.find(|it| it.name == "rest.pdf").unwrap();
    assert_eq!(came.taken[0].sha256, file.sha256);
    assert_ne!(came.taken[0].import.sha256, file.sha256);

    // Nothing more comes of the same files, and one undo brings back what was there.
    let again = office.take(&[rest]).unwrap();
    assert!(again.taken.is_empty() && again.completed.is_empty());
    // By its number it is taken back to what it completed, and there again.
    let id = came.taken[0].import.id;
    let whole = |office: &Office| beside(office, of_first(office, before));
    assert_eq!(whole(&office), ["first.pdf", "rest.pdf"]);
    office.mark(&Intent::UndoImport(id));
    assert_eq!(count(&office), before + 2);
    assert_eq!(whole(&office), ["first.pdf"]);
    office.mark(&Intent::RestoreImport(id));
    assert_eq!(count(&office), before + 2);
    assert_eq!(whole(&office), ["first.pdf", "rest.pdf"]);
    office.store.apply(&came.step.unwrap().inverse()).unwrap();
    assert_eq!(count(&office), before + 2);
}
