//! Asking a bot that runs how it is, for places with no other program that could.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A bot that takes longer does not answer.
const PATIENCE: Duration = Duration::from_secs(4);

/// Whether the bot that listens here is well, and its one line.
pub async fn ask(address: SocketAddr) -> io::Result<(bool, String)> {
    let late = |_| io::Error::from(io::ErrorKind::TimedOut);
    let answer = timeout(PATIENCE, get(nearest(address))).await.map_err(late)??;
    let (head, line) = answer.split_once("\r\n\r\n").ok_or(io::ErrorKind::InvalidData)?;
    let well = head.split_whitespace().nth(1) == Some("200");
    Ok((well, line.trim().to_owned()))
}

async fn get(address: SocketAddr) -> io::Result<String> {
    let mut connection = TcpStream::connect(address).await?;
    let request = format!("GET /health HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    // One line is awaited; more than a page is no bot's.
    connection.take(16 * 1024).read_to_string(&mut answer).await?;
    Ok(answer)
}

/// Who listens everywhere is reached on this machine.
fn nearest(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(if address.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() });
    }
    address
}
