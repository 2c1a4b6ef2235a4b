//! Small inputs of real users' kinds, each with what is right: run where they lie beside the
//! project, and told where they do not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::process::Command;

#[test]
fn every_case_comes_out_right() {
    let Some(cases) = binary::shared("cases/run.py") else {
        return;
    };
    let ran = Command::new("python3")
        .args([cases.as_str(), env!("CARGO_BIN_EXE_manyi")])
        .output();
    let Ok(ran) = ran else {
        println!("skipped: there is no python3 on this machine");
        return;
    };
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{told}");
}
