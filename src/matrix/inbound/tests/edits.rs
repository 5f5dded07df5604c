//! Claims about edits.

use super::*;

fn edit(new: Option<Value>) -> Value {
    let mut content = related(text("* nieuw"), json!({ "rel_type": "m.replace", "event_id": "$first" }));
    if let Some(new) = new {
        content["m.new_content"] = new;
    }
    event("m.room.message", content)
}

#[test]
fn an_edit_has_its_target_and_its_new_words() {
    let said = Said { text: "nieuw".to_owned(), ..Said::default() };
    let what = Some(What::Edit { of: EventId::new("$first"), said });
    assert_eq!(plainly(&edit(Some(text("nieuw")))), what);
    assert_eq!(encryptedly(&edit(Some(text("nieuw")))), what);
}

#[test]
fn an_edit_without_new_words_is_nothing() {
    assert_eq!(plainly(&edit(None)), None);
    assert_eq!(plainly(&edit(Some(json!("nieuw")))), None);
    assert_eq!(plainly(&edit(Some(json!({ "body": "nieuw" })))), None);
}

#[test]
fn an_edit_of_nothing_is_nothing() {
    let mut edit = edit(Some(text("nieuw")));
    edit["content"]["m.relates_to"] = json!({ "rel_type": "m.replace" });
    assert_eq!(plainly(&edit), None);
}

#[test]
fn an_edit_to_a_notice_is_nothing() {
    assert_eq!(plainly(&edit(Some(json!({ "msgtype": "m.notice", "body": "x" })))), None);
}
