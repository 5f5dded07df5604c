//! The Python environments: made once with the machine's own `venv` and `pip`, and left alone while what is wanted of them
//! stays the same. Processes that come at the same time wait for the first.

use std::{
    env,
    ffi::OsString,
    fs::{self, File},
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, bail};

use crate::{cannot, folders};

/// The oldest Python that Synapse runs on.
const OLDEST: (u32, u32) = (3, 10);

/// A virtual environment that is ready for use.
#[derive(Debug, Clone)]
pub struct Environment {
    folder: PathBuf,
}

impl Environment {
    /// Its interpreter.
    pub fn python(&self) -> PathBuf {
        self.folder.join("bin/python")
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder of an installed package.
    pub(crate) fn package(&self, name: &str) -> Result<PathBuf> {
        let lib = self.folder.join("lib");
        for version in fs::read_dir(&lib).with_context(|| cannot("read", &lib))? {
            let package = version?.path().join("site-packages").join(name);
            if package.is_dir() {
                return Ok(package);
            }
        }
        bail!("{} holds no package {name}; remove that folder and try again", self.folder.display())
    }
}

/// The environment with Synapse, `PostgreSQL` and matrix-nio. Minutes the first time, nothing after that.
///
/// `progress` hears one short line at a time of what goes on, and nothing when there is nothing to do.
pub fn prepare(progress: &dyn Fn(&str)) -> Result<Environment> {
    prepare_in("venv", "requirements.txt", progress)
}

/// The environment with maubot, which only the benchmark needs.
pub fn prepare_maubot(progress: &dyn Fn(&str)) -> Result<Environment> {
    prepare_in("venv-maubot", "requirements-maubot.txt", progress)
}

fn prepare_in(name: &str, requirements: &str, progress: &dyn Fn(&str)) -> Result<Environment> {
    let dev = folders::dev()?;
    let environment = Environment { folder: dev.join(name) };
    let requirements = folders::server_file(requirements);
    let wanted = fs::read_to_string(&requirements).with_context(|| cannot("read", &requirements))?;
    // Written last, so an environment that holds it is whole.
    let stamp = environment.folder.join("installed.txt");
    let ready =
        || environment.python().exists() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted);
    if ready() {
        return Ok(environment);
    }

    let _lock = lock(&dev.join(format!("{name}.lock")))?;
    if ready() {
        return Ok(environment);
    }
    let python = interpreter()?;
    if environment.folder.exists() {
        fs::remove_dir_all(&environment.folder).with_context(|| cannot("remove", &environment.folder))?;
    }
    progress("making a Python environment");
    let mut venv = Command::new(python);
    run(venv.args(["-m", "venv"]).arg(&environment.folder), progress)?;
    let mut pip = Command::new(environment.python());
    pip.args([
        "-m",
        "pip",
        "install",
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar=off",
        "--requirement",
    ]);
    run(pip.arg(&requirements), progress)?;
    fs::write(&stamp, wanted).with_context(|| cannot("write", &stamp))?;
    Ok(environment)
}

/// Holds a lock between processes until the file is dropped.
pub(crate) fn lock(path: &Path) -> Result<File> {
    let file = File::create(path).with_context(|| cannot("make", path))?;
    file.lock().with_context(|| cannot("lock", path))?;
    Ok(file)
}

/// The first Python on this machine that is new enough and complete; `SCHAKEL_PYTHON` goes before all.
fn interpreter() -> Result<OsString> {
    let candidates: Vec<OsString> = match env::var_os("SCHAKEL_PYTHON") {
        Some(named) => vec![named],
        None => ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"].map(Into::into).to_vec(),
    };
    let oldest = format!("{}.{}", OLDEST.0, OLDEST.1);
    let mut objection = format!("Python {oldest} or newer is needed, and none was found: install it");
    let mut objected = false;
    for candidate in candidates {
        let Ok(found) = probe(&candidate) else { continue };
        let name = candidate.display();
        let problem = match found {
            Probe { version, .. } if version < OLDEST => {
                format!(
                    "Python {oldest} or newer is needed, and `{name}` is {}.{}: install a newer one",
                    version.0, version.1
                )
            }
            Probe { complete: false, .. } => {
                format!(
                    "`{name}` lacks its modules venv and ensurepip: install them (on Debian and Ubuntu: python3-venv)"
                )
            }
            Probe { .. } => return Ok(candidate),
        };
        if !objected {
            (objection, objected) = (problem, true);
        }
    }
    bail!("{objection}, or name another interpreter in SCHAKEL_PYTHON")
}

struct Probe {
    version: (u32, u32),
    complete: bool,
}

fn probe(python: &OsString) -> Result<Probe> {
    let question = "import sys, importlib.util as u; \
                    print(*sys.version_info[:2], int(all(map(u.find_spec, ('venv', 'ensurepip')))))";
    let answer = Command::new(python).args(["-c", question]).stdin(Stdio::null()).output()?;
    let answer = String::from_utf8(answer.stdout)?;
    let numbers = answer.split_whitespace().map(str::parse).collect::<Result<Vec<u32>, _>>()?;
    let [major, minor, complete] = numbers[..] else { bail!("not a Python") };
    Ok(Probe { version: (major, minor), complete: complete == 1 })
}

/// Runs to the end, telling what it says line by line; its complaints come back when it fails.
fn run(command: &mut Command, progress: &dyn Fn(&str)) -> Result<()> {
    let mut complaints = tempfile::tempfile().context("cannot make a temporary file")?;
    let name = command.get_program().display().to_string();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(complaints.try_clone()?)
        .spawn()
        .with_context(|| format!("cannot run {name}"))?;
    let output = child.stdout.take().expect("it was piped");
    for line in BufReader::new(output).lines() {
        let line = line?;
        if let Some(news) = news(&line) {
            progress(&news);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        let text = read_again(&mut complaints)?;
        bail!("{name} failed ({status}):\n{}", text.trim());
    }
    Ok(())
}

/// The lines of pip's that tell how far it is, shortened.
fn news(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    match (words.next()?, words.next()?) {
        ("Collecting", package) => Some(format!("fetching {package}")),
        ("Building", "wheel") => Some("building a package".to_owned()),
        ("Installing", _) => Some("installing".to_owned()),
        _ => None,
    }
}

fn read_again(file: &mut File) -> Result<String> {
    use std::io::{Read as _, Seek as _};
    let mut text = String::new();
    file.rewind()?;
    file.read_to_string(&mut text)?;
    Ok(text)
}
