//! Lanes: rooms side by side, each in order. Whoever has work for a room wakes its lane; a lane that has nothing to do is
//! no task at all.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::domain::RoomId;

/// Does the next piece of work of a room; false when there is none.
type Work = dyn Fn(RoomId) -> Pin<Box<dyn Future<Output = bool> + Send>> + Send + Sync;

/// One lane per room with work.
#[derive(Clone)]
pub struct Lanes {
    inner: Arc<Inner>,
}

struct Inner {
    work: Box<Work>,
    state: Mutex<State>,
    stop: watch::Receiver<bool>,
}

#[derive(Default)]
struct State {
    /// The rooms whose lane runs; true when it was woken again meanwhile.
    running: HashMap<RoomId, bool>,
    tasks: JoinSet<()>,
}

impl std::fmt::Debug for Lanes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lanes").field("running", &self.running()).finish_non_exhaustive()
    }
}

impl Lanes {
    /// Lanes that do this work until `stop` says true.
    pub fn new<F, W>(stop: watch::Receiver<bool>, work: W) -> Self
    where
        F: Future<Output = bool> + Send + 'static,
        W: Fn(RoomId) -> F + Send + Sync + 'static,
    {
        let work = Box::new(move |room| Box::pin(work(room)) as Pin<Box<dyn Future<Output = bool> + Send>>);
        Self { inner: Arc::new(Inner { work, state: Mutex::default(), stop }) }
    }

    /// There is work for this room.
    pub fn wake(&self, room: &RoomId) {
        let mut state = self.inner.lock();
        while state.tasks.try_join_next().is_some() {}
        if let Some(again) = state.running.get_mut(room) {
            *again = true;
            return;
        }
        state.running.insert(room.clone(), false);
        state.tasks.spawn(Arc::clone(&self.inner).run(room.clone()));
    }

    /// How many rooms are being worked on.
    pub fn running(&self) -> usize {
        self.inner.lock().running.len()
    }

    /// Waits until every lane has ended; they end by themselves after `stop`.
    pub async fn finish(&self) {
        let mut tasks = std::mem::take(&mut self.inner.lock().tasks);
        while tasks.join_next().await.is_some() {}
    }
}

impl Inner {
    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn run(self: Arc<Self>, room: RoomId) {
        loop {
            while !*self.stop.borrow() && (self.work)(room.clone()).await {}
            let mut state = self.lock();
            match state.running.get_mut(&room) {
                Some(again) if *again && !*self.stop.borrow() => *again = false,
                _ => {
                    state.running.remove(&room);
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    #[tokio::test]
    async fn a_room_keeps_its_order_and_does_not_hold_up_another() {
        let (_stop, stopped) = watch::channel(false);
        let held = Arc::new(tokio::sync::Notify::new());
        let done = Arc::new(Mutex::new(Vec::new()));
        let queues = Arc::new(Mutex::new(HashMap::from([
            ("slow".to_owned(), VecDeque::from([1, 2])),
            ("quick".to_owned(), VecDeque::from([3, 4])),
        ])));
        let (hold, log, work) = (Arc::clone(&held), Arc::clone(&done), Arc::clone(&queues));
        let lanes = Lanes::new(stopped, move |room: RoomId| {
            let (hold, log, work) = (Arc::clone(&hold), Arc::clone(&log), Arc::clone(&work));
            async move {
                let Some(next) = work.lock().expect("sound").get_mut(room.as_str()).and_then(VecDeque::pop_front)
                else {
                    return false;
                };
                if room.as_str() == "slow" {
                    hold.notified().await;
                }
                log.lock().expect("sound").push(next);
                if next == 4 {
                    hold.notify_one();
                }
                if next == 1 {
                    hold.notify_one();
                }
                true
            }
        });
        lanes.wake(&RoomId::new("slow"));
        lanes.wake(&RoomId::new("quick"));
        lanes.finish().await;
        assert_eq!(*done.lock().expect("sound"), [3, 4, 1, 2]);
    }
}
