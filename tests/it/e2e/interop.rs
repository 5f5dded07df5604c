//! A client that is not made of the same parts: matrix-nio.

use std::process::Command;

use super::{home, server, unique};

const SCRIPT: &str = include_str!("nio.py");

#[tokio::test]
async fn a_person_with_matrix_nio_is_answered_in_an_encrypted_room() {
    let environment = xtask::python::prepare(&|_| {}).unwrap();
    let home = home();
    let _bot = home.started();
    let name = unique("nio");
    server().register(&name, "secret", false).unwrap();
    let output = Command::new(environment.python())
        .args(["-c", SCRIPT, &server().url(), &server().user_id(&name), &home.account])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("Huisbezoek (huisbezoek)"), "{said}");
}
