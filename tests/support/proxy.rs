//! A loopback proxy before the homeserver that misbehaves on demand.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// What the proxy does with new connections. A change ends those that are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Mood {
    /// Everything passes.
    Good = 0,
    /// Every request is answered 502, as by a proxy whose server is away.
    BadGateway = 1,
    /// Connections are accepted and closed.
    Away = 2,
    /// Everything passes after a while.
    Late = 3,
    /// Questions for people's devices are answered 502, everything else passes.
    NoDevices = 4,
    /// Files are answered 502, as where the part of a server that takes them is away; everything else passes.
    NoFiles = 5,
    /// Files are answered 413 with a page of its own, as by a proxy with a limit; everything else passes.
    SmallFiles = 6,
    /// Every request is answered 429 with a moment to wait, as by a server whose limit is reached.
    Limited = 7,
}

/// How late [`Mood::Late`] is.
pub const LATE: Duration = Duration::from_secs(20);

const BAD_GATEWAY: &[u8] = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbad";
const TOO_LARGE: &[u8] =
    b"HTTP/1.1 413 Content Too Large\r\nContent-Type: text/html\r\nContent-Length: 4\r\nConnection: close\r\n\r\n<p/>";

const LIMITED: &[u8] = b"HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nContent-Length: 62\r\n\
    Connection: close\r\n\r\n{\"errcode\":\"M_LIMIT_EXCEEDED\",\"error\":\"\",\"retry_after_ms\":900}";

pub struct Proxy {
    pub url: String,
    mood: Arc<AtomicU8>,
    change: Arc<Notify>,
    serving: JoinHandle<()>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Proxy {
    /// A proxy before the server at this address.
    pub async fn before(server: &str) -> Self {
        let target = server.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let url = format!("http://{}", listener.local_addr().expect("bound"));
        let (mood, change) = (Arc::new(AtomicU8::new(0)), Arc::new(Notify::new()));
        let (current, changed) = (Arc::clone(&mood), Arc::clone(&change));
        let serving = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (mood, changed, target) = (current.load(Ordering::SeqCst), Arc::clone(&changed), target.clone());
                tokio::spawn(async move {
                    tokio::select! {
                        () = serve(client, &target, mood) => {}
                        () = changed.notified() => {}
                    }
                });
            }
        });
        Self { url, mood, change, serving }
    }

    pub fn set(&self, mood: Mood) {
        self.mood.store(mood as u8, Ordering::SeqCst);
        self.change.notify_waiters();
    }
}

async fn serve(mut client: TcpStream, target: &str, mood: u8) {
    let refusal = match mood {
        mood if mood == Mood::BadGateway as u8 => Some(BAD_GATEWAY),
        mood if mood == Mood::Limited as u8 => Some(LIMITED),
        _ => None,
    };
    if let Some(refusal) = refusal {
        let mut buffer = [0_u8; 4096];
        let _ = client.readable().await;
        let _ = client.try_read(&mut buffer);
        let _ = client.write_all(refusal).await;
        return;
    }
    if mood == Mood::Away as u8 {
        return;
    }
    if mood == Mood::NoDevices as u8 {
        return serve_all_but(client, target, "/keys/query", BAD_GATEWAY).await;
    }
    if mood == Mood::NoFiles as u8 {
        return serve_all_but(client, target, "/media/v3/upload", BAD_GATEWAY).await;
    }
    if mood == Mood::SmallFiles as u8 {
        return serve_all_but(client, target, "/media/v3/upload", TOO_LARGE).await;
    }
    if mood == Mood::Late as u8 {
        tokio::time::sleep(LATE).await;
    }
    if let Ok(mut server) = TcpStream::connect(target).await {
        let _ = copy_bidirectional(&mut client, &mut server).await;
    }
}

/// Passes on the one request of this connection, unless its path holds `refused`: then it is answered here.
async fn serve_all_but(mut client: TcpStream, target: &str, refused: &str, answer: &[u8]) {
    let mut head = Vec::new();
    let end = loop {
        let mut buffer = [0_u8; 4096];
        match client.read(&mut buffer).await {
            Ok(read) if read > 0 => head.extend_from_slice(&buffer[..read]),
            _ => return,
        }
        if let Some(end) = head.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
    };
    let lines = String::from_utf8_lossy(&head[..end]).to_lowercase();
    if lines.lines().next().unwrap_or_default().contains(refused) {
        // Whoever is cut off while still sending does not see the answer.
        let length = lines.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        let mut left = length.unwrap_or(0_usize).saturating_sub(head.len() - end - 4);
        let mut buffer = [0_u8; 4096];
        while left > 0 {
            match client.read(&mut buffer).await {
                Ok(read) if read > 0 => left = left.saturating_sub(read),
                _ => return,
            }
        }
        let _ = client.write_all(answer).await;
        return;
    }
    // One request to a connection, so that each is looked at.
    head.splice(end..end, *b"\r\nConnection: close");
    if let Ok(mut server) = TcpStream::connect(target).await
        && server.write_all(&head).await.is_ok()
    {
        let _ = copy_bidirectional(&mut client, &mut server).await;
    }
}
