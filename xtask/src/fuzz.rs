//! Runs the fuzz targets of `fuzz/`: any text at all, led by the branches that it reaches, for every parser of what people type.
//!
//! The stable compiler can count branches for libFuzzer, without a sanitizer: the product has no `unsafe` code to watch over. It
//! is built in a folder of its own, and begins with the phrases that the tests are judged by (never with those held out).

use std::{
    collections::BTreeSet,
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use anyhow::{Context as _, Result, bail};
use xtask::folders;

use crate::cargo;

/// What `cargo fuzz` asks of the compiler, but for the sanitizer.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Ccodegen-units=1 --cfg fuzzing";

/// One program of `fuzz/targets/`.
struct Target {
    name: &'static str,
    /// Files of `tests/` whose lines it begins with, and the column of each that holds what was typed.
    seeds: &'static [(&'static str, usize)],
    /// More to begin with: inputs of the form that this target has.
    more: &'static [&'static str],
    /// The longest input, in bytes. The bot takes no message of more than 64 KiB.
    longest: usize,
}

const MOMENTS: (&str, usize) = ("moments/dev.tsv", 0);
const PERSONAL: (&str, usize) = ("personal-data/dev.tsv", 1);
const PLANS: (&str, usize) = ("plans/dev.tsv", 2);
const QUERIES: (&str, usize) = ("queries/dev.tsv", 0);

const TARGETS: [Target; 12] = [
    Target {
        name: "address",
        seeds: &[QUERIES],
        more: &[
            "!interventie ruzie",
            "! hulp",
            "Schakel: hulp",
            "@schakel:example.org, wat is drill?",
            "kun jij Schakel helpen\n@schakel:example.org Schakel",
            "team lid [Anna de Vries](https://matrix.to/#/@anna:example.org) politie\n@anna:example.org Anna de Vries",
            "hoi ſchakel: hulp\n= ſchakel",
        ],
        longest: 4096,
    },
    Target {
        name: "answer",
        seeds: &[QUERIES],
        more: &["**vet** en `code`\n\n- een\n- bron\thttps://example.org\n\n1. een\n2. <b>\"twee\"</b> & meer"],
        longest: 65_536,
    },
    Target { name: "day", seeds: &[MOMENTS], more: DAYS, longest: 512 },
    Target { name: "dialogue", seeds: &[], more: DIALOGUES, longest: 8192 },
    Target { name: "guard", seeds: &[PERSONAL], more: &[], longest: 65_536 },
    Target { name: "number", seeds: &[], more: &["S-2026-k7qd", "af-2026-K7QD", "AF-2026-"], longest: 256 },
    Target {
        name: "pick",
        seeds: &[],
        more: &["fase\nfase,phase\nwie,who\nstatus", "nazor\nnazorg,aftercare\nsignalering\ninterveniëren,intervene"],
        longest: 1024,
    },
    Target { name: "plan", seeds: &[PLANS, MOMENTS], more: RULES, longest: 1024 },
    Target { name: "reading", seeds: &[MOMENTS, PERSONAL], more: READINGS, longest: 8192 },
    Target { name: "search", seeds: &[QUERIES], more: &["gebieds- of groepsverbod"], longest: 1024 },
    Target { name: "typed", seeds: &[], more: LINES, longest: 1024 },
    Target { name: "when", seeds: &[MOMENTS], more: DAYS, longest: 512 },
];

const RULES: &[&str] = &[
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1\nFREQ=DAILY;COUNT=3",
    "DTSTART;TZID=Europe/Amsterdam:20261201T090000 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270601T000000Z",
];

const DAYS: &[&str] = &["vrijdag", "op 3 december", "3-12-2026", "2026-12-03", "over 2 weken", "day after tomorrow"];

const READINGS: &[&str] = &[
    "1, 3 en 4",
    "ja",
    "geen",
    "plein",
    "@bram:example.org",
    "huisbezoek",
    "vrijdag",
    "14",
    "online",
    "2\u{fe0f}\u{20e3}",
];

const DIALOGUES: &[&str] = &[
    "kort\nnee\n1\neen filmpje bij de haven\ngisteravond half elf\n1\n1\n1\n1\nverstuur\nzo laten",
    "volledig\nnee\n1 2\nbel 06-12345678\nherschrijf\neen filmpje\nvanochtend\nplein\n1\noverslaan\nterug\noverzicht\nwaarom",
    "kort\n#1\n#0\n^1 nee\n~2 ja\n-3\n+\nhaal weg\n&\n<twee berichten\n'stop\nlater",
    "= interpretation\n1\n2\n1\nhuisbezoek\n1\nklaar\noverslaan\nverder\nverstuur",
];

const LINES: &[&str] = &[
    "afspraak nieuw delen van politie naar jongerenwerk: vrij. Herzien 1 juni 2027",
    "afspraak nieuw signaal alle: binnen een werkdag terugbellen, herzien vrijdag",
    "afspraak nieuw uit geen-namen politie, zorg",
    "afspraak AF-2026-k7qd wijzig eerst vragen: alleen wat nodig is",
    "afspraak AF-2026-k7qd bevestig 2",
    "signaal S-2026-k7qd deel politie",
    "signaal S-2026-k7qd label groen",
    "signalen status:nieuw niveau:2 groep:\"De Haven\" sinds:gisteren",
    "interventie ruzie fase:nazorg wie:\"eigen organisatie\" #2",
    "team lid @anna:example.org youth work, coördinator, geen mandaat",
    "team bel 2 politie 0900-8844 #team:a1",
];

/// `[TARGET] [--seconds N]`: builds all, and runs one or all of them for so long.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let (named, seconds) = options(arguments)?;
    let target = folders::target().join("fuzz");
    build(&target)?;
    for one in TARGETS.iter().filter(|one| named.is_none_or(|name| one.name == name)) {
        let code = one.run(&target, seconds)?;
        if code != ExitCode::SUCCESS {
            return Ok(code);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn options(arguments: &[String]) -> Result<(Option<&str>, u32)> {
    let (mut named, mut seconds) = (None, 30);
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(word) = rest.next() {
        match word {
            "--seconds" => {
                seconds = rest.next().and_then(|word| word.parse().ok()).context("--seconds takes a number")?;
            }
            name if TARGETS.iter().any(|target| target.name == name) => named = Some(name),
            other => {
                let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
                bail!("`fuzz` knows no `{other}`; there are {}", names.join(", "));
            }
        }
    }
    Ok((named, seconds))
}

fn build(target: &Path) -> Result<()> {
    let manifest = folders::workspace().join("fuzz/Cargo.toml");
    println!("$ cargo build --release, in fuzz, with coverage");
    let mut cargo = cargo::command(&["build", "--release", "--locked"])?;
    // Named, so that the programs that run while building are not among those whose branches are counted.
    cargo.args(["--target", &host()?, "--manifest-path"]).arg(manifest);
    cargo.env("CARGO_TARGET_DIR", target).env("RUSTFLAGS", COVERAGE);
    if cargo.status().context("cannot run cargo")?.success() { Ok(()) } else { bail!("the fuzz targets do not build") }
}

/// What this machine is to the compiler.
fn host() -> Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let told = Command::new(rustc).arg("-vV").output().context("cannot run rustc")?;
    let told = String::from_utf8(told.stdout).context("rustc tells its version in words")?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc does not tell its host")?;
    Ok(host.to_owned())
}

impl Target {
    /// Runs it. What it learnt is kept in the build folder for the next time; an input that breaks something is too.
    fn run(&self, target: &Path, seconds: u32) -> Result<ExitCode> {
        let corpus = folder(target.join("corpus").join(self.name))?;
        let seeds = folder(target.join("seeds").join(self.name))?;
        let crashes = folder(target.join("crashes").join(self.name))?;
        let inputs = self.inputs()?;
        for (number, input) in inputs.iter().enumerate() {
            let path = seeds.join(number.to_string());
            fs::write(&path, input).with_context(|| format!("cannot write {}", path.display()))?;
        }
        let words = seeds.with_extension("words");
        fs::write(&words, dictionary(&inputs)).with_context(|| format!("cannot write {}", words.display()))?;
        let program = target.join(host()?).join("release").join(self.name);
        println!("$ {} for {seconds} s, from {} inputs", self.name, inputs.len());
        let mut program = Command::new(program);
        program.arg(&corpus).arg(&seeds).arg(format!("-dict={}", words.display()));
        program.arg(format!("-artifact_prefix={}/", crashes.display()));
        program.arg(format!("-max_total_time={seconds}")).arg(format!("-max_len={}", self.longest));
        // An input that takes ten seconds hangs; a machine that is busy with other things takes a second now and then.
        program.args(["-timeout=10", "-print_final_stats=1", "-verbosity=0"]);
        let status = program.status().context("cannot run the fuzz target")?;
        if !status.success() {
            println!("{} broke; the input lies in {}", self.name, crashes.display());
        }
        Ok(cargo::exit_code(status.code()))
    }

    fn inputs(&self) -> Result<Vec<String>> {
        let mut inputs: Vec<String> = self.more.iter().map(|&input| input.to_owned()).collect();
        for (file, column) in self.seeds {
            let path = folders::workspace().join("tests").join(file);
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            inputs.extend(lines.filter_map(|line| line.split('\t').nth(*column)).map(str::to_owned));
        }
        Ok(inputs)
    }
}

fn folder(path: PathBuf) -> Result<PathBuf> {
    fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
    Ok(path)
}

/// Every word of the inputs once, as libFuzzer reads it: pieces to put together anew.
fn dictionary(inputs: &[String]) -> String {
    let words: BTreeSet<&str> = inputs.iter().flat_map(|input| input.split_whitespace()).collect();
    words.into_iter().fold(String::new(), |mut all, word| {
        let bytes = word.bytes().fold(String::new(), |text, byte| text + &format!("\\x{byte:02x}"));
        let _ = writeln!(all, "\"{bytes}\"");
        all
    })
}
