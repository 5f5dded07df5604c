//! Login, device, identity, recovery.

use std::os::unix::fs::PermissionsExt as _;

use serde_json::{Value, json};
use xtask::client::{Client, in_path};

use super::{home, person, server};
use crate::support::bot::Home;

pub(super) fn devices(home: &Home) -> Vec<Value> {
    let account = in_path(&home.account);
    let answer = server().admin().unwrap().get(&format!("/_synapse/admin/v2/users/{account}/devices")).unwrap();
    answer["devices"].as_array().unwrap().clone()
}

/// The device ids of the account that its own identity has signed.
fn signed_devices(home: &Home) -> Vec<String> {
    let client = server().admin().unwrap();
    let query = json!({ "device_keys": { &home.account: [] } });
    let answer = client.post("/_matrix/client/v3/keys/query", &query).unwrap();
    let signer = answer["self_signing_keys"][&home.account]["keys"].as_object().unwrap().keys().next().unwrap().clone();
    let devices = answer["device_keys"][&home.account].as_object().unwrap();
    devices
        .iter()
        .filter(|(_, device)| device["signatures"][&home.account].get(&signer).is_some())
        .map(|(id, _)| id.clone())
        .collect()
}

#[tokio::test]
async fn the_device_is_kept_over_restarts_and_signed_before_ready() {
    let home = home();
    home.started().terminate();
    let first = devices(&home);
    assert_eq!(first.len(), 1);
    assert_eq!(signed_devices(&home), [first[0]["device_id"].as_str().unwrap()]);
    let mode = std::fs::metadata(home.path("recovery-key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    home.started().terminate();
    let second = devices(&home);
    assert_eq!(second.len(), 1);
    assert_eq!(first[0]["device_id"], second[0]["device_id"]);
}

#[tokio::test]
async fn on_a_new_machine_the_identity_comes_back_from_the_recovery_key() {
    let home = home();
    let bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    assert_eq!(bot.terminate().0, Some(0));
    std::fs::remove_dir_all(home.path("data")).unwrap();
    let _bot = home.started();
    assert_eq!(devices(&home).len(), 2);
    assert_eq!(signed_devices(&home).len(), 2, "the new device is signed by the same identity");
    let asked = anna.say(&room, "!status").await;
    anna.answer_to(&asked).await;
}

#[tokio::test]
async fn without_the_recovery_key_a_new_machine_says_what_is_missing() {
    let home = home();
    home.started().terminate();
    std::fs::remove_dir_all(home.path("data")).unwrap();
    std::fs::remove_file(home.path("recovery-key")).unwrap();
    assert_eq!(home.start().wait_end(), Some(1));
    assert!(home.log().contains("put its recovery key in"), "{}", home.log());
}

#[tokio::test]
async fn a_wrong_password_is_one_clear_sentence() {
    let home = home();
    std::fs::write(home.path("password"), "wrong").unwrap();
    assert_eq!(home.start().wait_end(), Some(1));
    assert!(home.log().contains("the homeserver refused the login"), "{}", home.log());
    assert!(!home.log().contains("wrong"), "the password is never shown");
}

#[tokio::test]
async fn logged_out_by_the_server_it_logs_in_anew_and_goes_on() {
    let home = home();
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    let device = devices(&home)[0]["device_id"].as_str().unwrap().to_owned();
    let path = format!("/_synapse/admin/v2/users/{}/delete_devices", in_path(&home.account));
    server().admin().unwrap().post(&path, &json!({ "devices": [device] })).unwrap();
    // What is said before the new device exists can only be read by the old one; so people wait for the new one.
    let account = matrix_sdk::ruma::OwnedUserId::try_from(home.account.as_str()).unwrap();
    let deadline = std::time::Instant::now() + crate::support::bot::PATIENCE;
    loop {
        let known = anna.client.encryption().get_user_devices(&account).await.unwrap();
        let signed =
            known.devices().any(|known| known.device_id() != device.as_str() && known.is_cross_signed_by_owner());
        if signed {
            break;
        }
        assert!(std::time::Instant::now() < deadline, "no new device: {}", home.log());
        anna.next_sync().await;
    }
    let asked = anna.say(&room, "!status").await;
    anna.answer_to(&asked).await;
    let now = devices(&home);
    assert!(now.iter().all(|now| now["device_id"].as_str() != Some(device.as_str())));
}

#[tokio::test]
async fn an_access_token_of_an_own_device_is_enough() {
    let home = home();
    let name = home.account.trim_start_matches('@').split(':').next().unwrap().to_owned();
    let login = Client::login(&server().url(), &name, "secret").unwrap();
    let home = home.token(login.token().unwrap());
    home.started().terminate();
    // The same token again, with the keys that the first start made.
    let bot = home.started();
    assert_eq!(devices(&home).len(), 1);
    assert_eq!(bot.terminate().0, Some(0));
    // A copy of the token without those keys would break the encryption: refused.
    std::fs::remove_dir_all(home.path("data")).unwrap();
    assert_eq!(home.start().wait_end(), Some(1));
    assert!(home.log().contains("make a token for a new device"), "{}", home.log());
}

#[tokio::test]
async fn where_signed_devices_are_required_the_first_message_from_one_is_answered() {
    let home = home().matrix("require_signed_devices = true");
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.room_with(&home.account).await;
    // The very first message of a person whom the bot has just met.
    let asked = anna.say(&room, "!status").await;
    anna.answer_to(&asked).await;
}

#[tokio::test]
async fn an_invitation_from_elsewhere_is_declined() {
    let home = home().matrix("allowed_servers = [\"elsewhere.example\"]");
    let _bot = home.started();
    let anna = person("anna").await;
    let room = anna.make_room(&[&home.account], false, true).await;
    anna.wait("the bot has declined", |seen| {
        seen.iter()
            .find(|seen| seen.room == room && seen.kind == "m.room.member" && seen.content["membership"] == "leave")
            .map(|_| ())
    })
    .await;
}
