//! Claims about many writers at once: nothing is lost, nothing happens twice.

use std::sync::Arc;

use super::*;

claims!(
    twenty_writers_at_once_lose_nothing,
    a_turn_that_twenty_want_to_end_happens_once,
    an_event_that_comes_twenty_times_at_once_enters_once,
);

const WRITERS: usize = 20;

/// Runs the same work twenty times at once; brings what each returned, in no order.
async fn at_once<T: Send + 'static, F>(on: &Arc<Backend>, work: impl Fn(Arc<Backend>, usize) -> F) -> Vec<T>
where
    F: Future<Output = T> + Send + 'static,
{
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..WRITERS {
        tasks.spawn(work(Arc::clone(on), number));
    }
    tasks.join_all().await
}

async fn twenty_writers_at_once_lose_nothing(on: Backend) {
    let shared = room("shared");
    on.with_room(&shared).await;
    let on = Arc::new(on);
    at_once(&on, |on, number| async move {
        let (shared, own) = (room("shared"), room(&format!("own{number}")));
        let names: Vec<String> = (0..5).map(|turn| format!("w{number}-{turn}")).collect();
        for name in &names {
            on.receive(one_room(&shared, vec![readable(&shared, name)])).await;
            on.do_in_own(&own, &format!("own-{name}")).await;
        }
    })
    .await;
    let texts = on.handle_all(&shared).await;
    assert_eq!(texts.len(), WRITERS * 5);
    for number in 0..WRITERS {
        let own: Vec<&String> = texts.iter().filter(|text| text.starts_with(&format!("w{number}-"))).collect();
        assert!(own.len() == 5 && own.is_sorted(), "those of one writer stay in order: {own:?}");
        let mut said = 0;
        while let Some(pending) =
            on.store.next_pending(&room(&format!("own{number}"))).await.expect("the outbox is read")
        {
            on.store.sent(pending.seq, &event("out")).await.expect("the row is marked");
            said += 1;
        }
        assert_eq!(said, 5);
    }
}

async fn a_turn_that_twenty_want_to_end_happens_once(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    on.receive(one_room(&one, vec![readable(&one, "a")])).await;
    let (seq, _) = on.store.next_arrived(&one).await.expect("the inbox is read").expect("it is there");
    let on = Arc::new(on);
    let ended = at_once(&on, move |on, _| async move {
        on.store.finish(seq, &turn(&room("one"), [Deed::Say(say("a"))]), NOW_MS).await.expect("it is no error")
    })
    .await;
    assert_eq!(ended.iter().filter(|ended| **ended).count(), 1);
    assert_eq!(on.numbers("SELECT seq FROM outbox").await.len(), 1);
}

async fn an_event_that_comes_twenty_times_at_once_enters_once(on: Backend) {
    let one = room("one");
    on.with_room(&one).await;
    let on = Arc::new(on);
    let changed = at_once(&on, |on, _| async move {
        let one = room("one");
        on.receive(one_room(&one, vec![readable(&one, "a"), readable(&one, "b")])).await
    })
    .await;
    assert_eq!(changed.iter().filter(|rooms| !rooms.is_empty()).count(), 1);
    assert_eq!(on.handle_all(&one).await, ["a", "b"]);
}

impl Backend {
    /// Takes an event in and answers it, in a room that nobody else writes to.
    async fn do_in_own(&self, own: &RoomId, name: &str) {
        self.receive(one_room(own, vec![readable(own, name)])).await;
        let (seq, _) = self.store.next_arrived(own).await.expect("the inbox is read").expect("it is there");
        assert!(self.store.finish(seq, &turn(own, [Deed::Say(say(name))]), NOW_MS).await.expect("the row ends"));
    }
}
