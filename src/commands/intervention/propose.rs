//! A proposal begins: a new entry from nothing, or a change that begins with what stands there now.

use super::matrix::{Entry, Matrix};
use super::own;
use super::proposing::{ENTRY, field, phase_option};
use super::words::Sub;
use crate::commands::ask::{Ask, Reply};
use crate::dialogue::{At, Draft, Given};
use crate::domain::{Form, Member, QuestionKind, Value};
use crate::store::StoreError;
use crate::text::Answer;

/// Begins the dialogue with the asker, in their direct room.
pub(super) async fn begin(ask: &Ask<'_>, member: &Member, words: &str) -> Result<Reply, StoreError> {
    let own = own::matrix_of(ask.library, ask.store, &member.team).await?;
    let matrix: &Matrix = own.as_deref().unwrap_or(&ask.library.matrix);
    let words = words.trim().trim_matches('`');
    if words.is_empty() {
        let opening = Answer::say(ask.text("intervention-propose-new", &[]));
        return ask.begin(member, "proposal", None, opening).await;
    }
    let Some(entry) = matrix.named(words) else {
        let typed: String = words.chars().take(40).collect();
        let args = [("typed", typed.into()), ("command", ask.typed_sub(Sub::Propose, "").into())];
        return Ok(ask.say("intervention-propose-unknown", &args));
    };
    let form = ask.library.dialogues.form("proposal").expect("the library has checked that it is there");
    let name = entry.texts(ask.language).name.as_str();
    let opening = Answer::say(ask.text("intervention-propose-change", &[("name", name.into())]));
    ask.begin_with(member, "proposal", None, opening, |draft| fill(draft, form, ask, entry)).await
}

/// Fills in what an entry says now, and begins at the end, where anything can be changed.
fn fill(draft: &mut Draft, form: &Form, ask: &Ask<'_>, entry: &Entry) {
    let texts = entry.texts(ask.language);
    let value = |id: &str| match id {
        field::PHASE => Some(Value::Choice(phase_option(&entry.phase).to_owned())),
        field::TIMING => Some(Value::Choices(entry.timing.clone())),
        field::CHANNEL => Some(Value::Choice(entry.channel.clone())),
        field::LEAD => Some(Value::Choices(entry.lead.clone())),
        _ => texts.field(id).filter(|text| !text.is_empty()).map(Value::Text),
    };
    for question in &form.questions {
        let known = |value: &Value| match &question.kind {
            QuestionKind::Choice { .. } | QuestionKind::Choices { .. } => {
                value.choices().into_iter().all(|id| question.option(id).is_some())
            }
            _ => true,
        };
        if let Some(value) = value(&question.id).filter(known) {
            draft.given.insert(question.id.clone(), Given { value, said: Vec::new() });
        }
        draft.passed.push(question.id.clone());
    }
    // No question of the form: what the change is about.
    let about = Value::Interventions(vec![entry.slug.clone()]);
    draft.given.insert(ENTRY.to_owned(), Given { value: about, said: Vec::new() });
    draft.at = At::Summary;
}
