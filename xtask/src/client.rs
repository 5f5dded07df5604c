//! Plain Matrix requests, for setting up people and rooms. What needs encryption is the business of a real client.

use std::{fmt, time::Duration};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use ureq::{Agent, http::Method};

/// An answer of the homeserver that is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The HTTP status.
    pub status: u16,
    /// Matrix's `errcode`, such as `M_NOT_FOUND`; empty when there was none.
    pub code: String,
    /// The explanation.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the homeserver answered {} {} {}", self.status, self.code, self.message)
    }
}

impl std::error::Error for Refused {}

/// Talks to one homeserver, as one person once logged in.
#[derive(Debug, Clone)]
pub struct Client {
    agent: Agent,
    homeserver: String,
    token: Option<String>,
    user: String,
}

impl Client {
    /// As nobody.
    pub fn new(homeserver: &str) -> Self {
        Self::with_timeout(homeserver, Duration::from_mins(1))
    }

    pub(crate) fn with_timeout(homeserver: &str, limit: Duration) -> Self {
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(limit)).build();
        Self { agent: config.into(), homeserver: homeserver.to_owned(), token: None, user: String::new() }
    }

    /// As the person with this name and password, on a new device without keys. [`Client::logout`] removes that device.
    pub fn login(homeserver: &str, user: &str, password: &str) -> Result<Self> {
        let mut client = Self::new(homeserver);
        let answer = client.post(
            "/_matrix/client/v3/login",
            &json!({
                "type": "m.login.password",
                "identifier": { "type": "m.id.user", "user": user },
                "password": password,
                "initial_device_display_name": "xtask",
            }),
        )?;
        client.user = text(&answer, "user_id")?;
        client.token = Some(text(&answer, "access_token")?);
        Ok(client)
    }

    /// The full id of who is logged in; empty for nobody.
    pub fn user_id(&self) -> &str {
        &self.user
    }

    /// The access token, once logged in.
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Ends the session and removes its device.
    pub fn logout(self) -> Result<()> {
        self.post("/_matrix/client/v3/logout", &json!({}))?;
        Ok(())
    }

    /// A `GET` of this path. An answer that is an error comes back as [`Refused`].
    pub fn get(&self, path: &str) -> Result<Value> {
        self.request(Method::GET, path, None)
    }

    /// A `POST` to this path.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.request(Method::POST, path, Some(body))
    }

    /// A `PUT` to this path.
    pub fn put(&self, path: &str, body: &Value) -> Result<Value> {
        self.request(Method::PUT, path, Some(body))
    }

    fn request(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value> {
        let what = format!("{method} {path}");
        let mut request = ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.homeserver));
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let answer = match body {
            Some(body) => {
                let request = request.header("content-type", "application/json").body(body.to_string())?;
                self.agent.run(request)
            }
            None => self.agent.run(request.body(())?),
        };
        let mut answer = answer.with_context(|| what.clone())?;
        let status = answer.status();
        let body = answer.body_mut().read_to_string().with_context(|| what.clone())?;
        let body: Value = serde_json::from_str(&body).unwrap_or_default();
        if !status.is_success() {
            let text = |key: &str| body[key].as_str().unwrap_or_default().to_owned();
            let refused = Refused { status: status.as_u16(), code: text("errcode"), message: text("error") };
            return Err(anyhow::Error::new(refused).context(what));
        }
        Ok(body)
    }
}

/// The Matrix error in this chain, if that is what it was.
pub fn refusal(error: &anyhow::Error) -> Option<&Refused> {
    error.downcast_ref()
}

/// Escapes what may not stand in a path, as the `!`, `#`, `@` and `:` of Matrix ids.
pub fn in_path(id: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    id.bytes().map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

pub(crate) fn text(answer: &Value, key: &str) -> Result<String> {
    match answer[key].as_str() {
        Some(text) => Ok(text.to_owned()),
        None => bail!("the homeserver's answer lacks {key}"),
    }
}
