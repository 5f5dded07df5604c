use std::time::Instant;
use xtask::{
    homeserver::{self, *},
    postgres::*,
};
fn main() {
    let t = Instant::now();
    let p = Postgres::start(&Default::default()).unwrap();
    eprintln!("pg start {:?} {:?}", t.elapsed(), p.data_dir());
    let t = Instant::now();
    p.create_database("a").unwrap();
    p.create_database("b").unwrap();
    eprintln!("2 createdb {:?}", t.elapsed());
    let t = Instant::now();
    p.stop().unwrap();
    eprintln!("stop {:?}", t.elapsed());
    let t = Instant::now();
    p.start_again().unwrap();
    eprintln!("again {:?}", t.elapsed());
    let t = Instant::now();
    let h = Homeserver::start(&homeserver::Options::default()).unwrap();
    eprintln!("hs start {:?}", t.elapsed());
    let t = Instant::now();
    h.register("a", "b", false).unwrap();
    eprintln!("register {:?}", t.elapsed());
    let t = Instant::now();
    h.stop().unwrap();
    eprintln!("stop {:?}", t.elapsed());
    let t = Instant::now();
    h.start_again().unwrap();
    eprintln!("again {:?}", t.elapsed());
    let t = Instant::now();
    drop(h);
    drop(p);
    eprintln!("drop {:?}", t.elapsed());
}
