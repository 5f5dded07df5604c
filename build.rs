//! Has the binary built anew when a file is added to `commands/` or `migrations/`, which are built into it.

fn main() {
    println!("cargo:rerun-if-changed=commands");
    println!("cargo:rerun-if-changed=migrations");
}
