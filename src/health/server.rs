//! The two pages, over plain HTTP: `/health` and `/metrics`. Few at a time and none for long, so that whoever asks badly costs nothing.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use prometheus_client::encoding::prometheus_text;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use super::Health;

/// Connections at a time; others wait.
const AT_ONCE: usize = 8;
/// A connection lasts no longer, whatever comes in on it.
const LONGEST: Duration = Duration::from_secs(10);
/// So long it may take to say what is wanted.
const HEAD: Duration = Duration::from_secs(5);
const PLAIN: &str = "text/plain; charset=utf-8";

/// Listens at this address.
pub async fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    TcpListener::bind(address).await
}

/// Answers until the bot is stopped; then nobody listens any more, at once.
pub async fn serve(listener: TcpListener, health: Arc<Health>, mut stop: watch::Receiver<bool>) {
    let free = Arc::new(Semaphore::new(AT_ONCE));
    // Dropped at the end, and all connections with it.
    let mut open = JoinSet::new();
    let serving = async {
        loop {
            let place = Arc::clone(&free).acquire_owned().await.expect("it is never closed");
            while open.try_join_next().is_some() {}
            match listener.accept().await {
                Ok((connection, _)) => {
                    let health = Arc::clone(&health);
                    open.spawn(async move {
                        let _ = tokio::time::timeout(LONGEST, answer(connection, health)).await;
                        drop(place);
                    });
                }
                // Out of files, mostly; those that are open end by themselves.
                Err(error) => {
                    tracing::debug!(%error, "nobody can be told how the bot is");
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        }
    };
    tokio::select! {
        () = serving => {}
        _ = stop.wait_for(|stop| *stop) => {}
    }
}

async fn answer(connection: TcpStream, health: Arc<Health>) {
    let service = service_fn(move |request| {
        let health = Arc::clone(&health);
        async move { Ok::<_, Infallible>(page(&health, &request).await) }
    });
    // Whoever goes away or speaks no HTTP is nobody's trouble.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .keep_alive(false)
        .max_buf_size(16 * 1024)
        .serve_connection(TokioIo::new(connection), service)
        .await;
}

async fn page(health: &Health, request: &Request<Incoming>) -> Response<Full<Bytes>> {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let mut response = of(StatusCode::METHOD_NOT_ALLOWED, PLAIN, "only GET\n".to_owned());
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    match request.uri().path() {
        "/health" => match health.state().await {
            Ok(()) => of(StatusCode::OK, PLAIN, "well\n".to_owned()),
            Err(red) => of(StatusCode::SERVICE_UNAVAILABLE, PLAIN, format!("{red}\n")),
        },
        "/metrics" => of(StatusCode::OK, prometheus_text::CONTENT_TYPE, health.metrics().await),
        _ => of(StatusCode::NOT_FOUND, PLAIN, "here are /health and /metrics\n".to_owned()),
    }
}

fn of(status: StatusCode, kind: &'static str, text: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(text)));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
