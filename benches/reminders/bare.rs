//! A client that knows nothing: it puts events of the same size into as many encrypted rooms, as many at once as go best.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use serde_json::{Value, json};
use xtask::client::{Client, in_path};

use crate::stage::Stage;

pub(crate) struct Bare {
    client: Client,
    rooms: Vec<String>,
    body: Value,
    sent: AtomicUsize,
}

impl Bare {
    /// As many rooms as the bot has, with two people in each, encrypted.
    pub(crate) fn set_up(stage: &Stage, rooms: usize, body: Value) -> Self {
        let server = stage.server();
        let [client, listener] = ["bare", "listener"].map(|name| {
            server.register(name, "secret", false).expect("registered");
            Client::login(&server.url(), name, "secret").expect("logged in")
        });
        let wish = json!({
            "preset": "private_chat", "invite": [listener.user_id()],
            "initial_state": [{
                "type": "m.room.encryption", "state_key": "", "content": { "algorithm": "m.megolm.v1.aes-sha2" }
            }],
        });
        let room = |_| {
            let made = client.post("/_matrix/client/v3/createRoom", &wish).expect("a room can be made");
            let room = in_path(made["room_id"].as_str().expect("it has an id"));
            listener.post(&format!("/_matrix/client/v3/join/{room}"), &json!({})).expect("joined");
            room
        };
        let rooms = (0..rooms).map(room).collect();
        Self { client, rooms, body, sent: AtomicUsize::new(0) }
    }

    /// Puts so many events, so many at once; how many the server accepts in a second.
    pub(crate) fn rate(&self, at_once: usize, count: usize) -> f64 {
        let first = self.sent.fetch_add(count, Ordering::Relaxed);
        let next = AtomicUsize::new(first);
        let began = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..at_once {
                scope.spawn(|| {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        if index >= first + count {
                            return;
                        }
                        let room = &self.rooms[index % self.rooms.len()];
                        let path = format!("/_matrix/client/v3/rooms/{room}/send/m.room.encrypted/bare{index}");
                        self.client.put(&path, &self.body).expect("it is accepted");
                    }
                });
            }
        });
        f64::from(u32::try_from(count).expect("it is small")) / began.elapsed().as_secs_f64()
    }
}
