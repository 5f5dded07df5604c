//! Files on their way: put on the server before the message that shows them goes out, encrypted where the room is.
//!
//! What is up is remembered until its message is out, so that a message that must wait does not bring its file up again. After a
//! crash it is brought up anew: the first one stays on the server, where nobody finds it, and nobody can read it.

use std::collections::HashMap;
use std::io::Read as _;
use std::time::{Duration, Instant};

use matrix_sdk::HttpError;
use matrix_sdk::config::RequestConfig;
use matrix_sdk::ruma::api::client::media::create_content::v3::Request;
use matrix_sdk::ruma::events::room::EncryptedFile;
use matrix_sdk_base::crypto::AttachmentEncryptor;
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::Link;
use super::error::{Outlook, http_outlook};
use crate::domain::{File, RoomId};
use crate::store::Pending;

/// How long one try may take, over a slow line.
const ONE_TRY: Duration = Duration::from_mins(5);
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// So long it is tried while the server does everything else.
const PATIENCE: Duration = Duration::from_mins(15);

/// The file that each room waits for.
#[derive(Debug, Default)]
pub(super) struct Uploads(Mutex<HashMap<RoomId, Upload>>);

/// How it stands with a file.
#[derive(Debug)]
struct Upload {
    /// The key of the message that it goes with.
    key: String,
    encrypted: bool,
    begun: Instant,
    failures: u32,
    /// Where it is, for the content of the message; nothing as long as it is not up.
    place: Option<Value>,
}

/// What became of a try.
#[derive(Debug, Clone, Copy)]
pub(super) enum Brought {
    /// It is up.
    Up,
    /// It cannot be done now; nothing else needs to wait for that.
    Later(Duration),
    /// The server has ended the session.
    LoggedOut,
    /// It is not to be done.
    Never,
}

impl Uploads {
    /// Where the file of this message is, once it is up.
    pub(super) async fn place(&self, row: &Pending, encrypted: bool) -> Option<Value> {
        let uploads = self.0.lock().await;
        let upload = uploads.get(&row.outgoing.room)?;
        if upload.key == row.key && upload.encrypted == encrypted { upload.place.clone() } else { None }
    }

    /// The message is out, or never will be.
    pub(super) async fn forget(&self, room: &RoomId) {
        self.0.lock().await.remove(room);
    }

    /// Notes what became of a try: since when it is tried, and how often it failed.
    async fn note(&self, row: &Pending, encrypted: bool, place: Option<Value>) -> (Duration, u32) {
        let mut uploads = self.0.lock().await;
        let new = || Upload { key: row.key.clone(), encrypted, begun: Instant::now(), failures: 0, place: None };
        let upload = uploads.entry(row.outgoing.room.clone()).or_insert_with(new);
        if upload.key != row.key || upload.encrypted != encrypted {
            *upload = new();
        }
        upload.failures += u32::from(place.is_none());
        upload.place = place;
        (upload.begun.elapsed(), upload.failures)
    }
}

/// Puts the file of a message on the server.
pub(super) async fn bring(link: &Link, row: &Pending, file: &File, encrypted: bool) -> Brought {
    let error = match put(link, file, encrypted).await {
        Ok(place) => {
            crate::failpoint!("after-upload");
            link.uploads.note(row, encrypted, Some(place)).await;
            return Brought::Up;
        }
        Err(error) => error,
    };
    let after = match http_outlook(&error) {
        Outlook::Passes(after) => after,
        Outlook::LoggedOut(_) => return Brought::LoggedOut,
        Outlook::Never => return refused(&error),
    };
    let (tried, failures) = link.uploads.note(row, encrypted, None).await;
    // A server that is away for a while loses no file. One that does all else and takes none holds up its room for ever.
    if tried > PATIENCE && link.client.whoami().await.is_ok() {
        return refused(&error);
    }
    let pause = after.unwrap_or(Duration::from_millis(250) * 2_u32.pow(failures.min(8)));
    Brought::Later(pause.min(LONGEST_WAIT))
}

fn refused(error: &HttpError) -> Brought {
    tracing::warn!(%error, "the homeserver does not take a file");
    Brought::Never
}

async fn put(link: &Link, file: &File, encrypted: bool) -> Result<Value, HttpError> {
    let mut bytes = file.bytes();
    if !encrypted {
        let url = send(link, file.media_type(), bytes.to_vec()).await?;
        return Ok(json!({ "url": url }));
    }
    let mut encryptor = AttachmentEncryptor::new(&mut bytes);
    let mut sealed = Vec::with_capacity(file.bytes().len());
    encryptor.read_to_end(&mut sealed).expect("bytes in memory can be read");
    let keys = encryptor.finish();
    let url = send(link, "application/octet-stream", sealed).await?;
    Ok(json!({ "file": EncryptedFile::new(url.into(), keys.encryption_info, keys.hashes) }))
}

/// The SDK's own call asks first how much the server takes, and does not say why it got no answer to that.
async fn send(link: &Link, media_type: &str, bytes: Vec<u8>) -> Result<String, HttpError> {
    let mut request = Request::new(bytes);
    request.content_type = Some(media_type.to_owned());
    let config = RequestConfig::new().disable_retry().timeout(ONE_TRY);
    let answer = link.client.send(request).with_request_config(config).await?;
    Ok(answer.content_uri.to_string())
}

/// Makes the content of a message one that shows a file which is there.
pub(super) fn shown(mut content: Value, file: &File, place: &Value) -> Value {
    content["msgtype"] = if file.is_picture() { "m.image" } else { "m.file" }.into();
    let name = file.name();
    let content_of = content.as_object_mut().expect("content is an object");
    if content_of["body"] == "" {
        // Without words the name is all there is to read.
        content_of.insert("body".to_owned(), name.into());
        content_of.retain(|key, _| key != "format" && key != "formatted_body");
    } else {
        content_of.insert("filename".to_owned(), name.into());
    }
    let mut info = json!({ "mimetype": file.media_type(), "size": file.bytes().len() });
    if let Some((width, height)) = file.pixels() {
        (info["w"], info["h"]) = (width.into(), height.into());
    }
    content_of.insert("info".to_owned(), info);
    if let Some(place) = place.as_object() {
        content_of.extend(place.clone());
    }
    content
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Message;

    fn file(media_type: &str) -> File {
        File::new("agenda.ics", media_type, b"BEGIN".to_vec(), Message::default()).expect("it is small")
    }

    fn words(body: &str) -> Value {
        json!({ "msgtype": "m.notice", "body": body, "format": "org.matrix.custom.html", "formatted_body": body })
    }

    #[test]
    fn words_stay_and_the_name_stands_beside_them() {
        let place = json!({ "url": "mxc://example.org/a" });
        let expected = json!({
            "msgtype": "m.file", "body": "wat", "format": "org.matrix.custom.html", "formatted_body": "wat",
            "filename": "agenda.ics", "info": { "mimetype": "text/calendar", "size": 5 }, "url": "mxc://example.org/a",
        });
        assert_eq!(shown(words("wat"), &file("text/calendar"), &place), expected);
    }

    #[test]
    fn without_words_the_name_is_what_is_read() {
        let content = shown(words(""), &file("text/calendar"), &json!({ "file": {} }));
        let info = json!({ "mimetype": "text/calendar", "size": 5 });
        assert_eq!(content, json!({ "msgtype": "m.file", "body": "agenda.ics", "info": info, "file": {} }));
    }

    #[test]
    fn a_picture_says_how_large_it_is_and_keeps_its_words() {
        let content = shown(words("Drie staven."), &file("image/png").with_pixels(640, 480), &json!({}));
        let info = json!({ "mimetype": "image/png", "size": 5, "w": 640, "h": 480 });
        assert_eq!((&content["msgtype"], &content["info"]), (&json!("m.image"), &info));
        assert_eq!(content["body"], "Drie staven.");
    }
}
