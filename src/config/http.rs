//! `[http]`: where the bot tells a monitor how it is.

use std::net::{Ipv4Addr, SocketAddr};

use super::Section;

/// `[http]`: where the bot tells a monitor how it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Http {
    /// Where it listens; nowhere when this is nothing.
    pub listen: Option<SocketAddr>,
}

impl Http {
    /// Reads the section.
    pub(super) fn read(section: Section<'_>) -> Self {
        let listen = section.with("listen").and_then(|table| {
            if !table.is_text("listen") {
                let port = u16::try_from(table.number("listen", 0, 1..65_536)).ok().filter(|port| *port != 0)?;
                return Some(here(port));
            }
            let text = table.optional_text("listen")?;
            let text = text.trim();
            // The environment has only texts.
            let listen = text.parse().map(here).or_else(|_| text.parse::<SocketAddr>()).ok();
            let listen = listen.filter(|address| address.port() != 0);
            if listen.is_none() {
                table.problem(
                    "listen",
                    format!("`{text}` is no port and no address with a port: write 9464, or \"127.0.0.1:9464\""),
                );
            }
            listen
        });
        section.finish();
        Self { listen }
    }

    /// What the operator should know of the address, when others than this machine reach it.
    pub fn warning(self) -> Option<String> {
        let address = self.listen.filter(|address| !address.ip().is_loopback())?;
        Some(format!(
            "http: health and numbers at {address} are seen by whoever reaches it; they hold no names and no content"
        ))
    }
}

/// On this machine alone.
fn here(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{LEAST, read};

    fn listen(value: &str) -> Result<Option<String>, Vec<String>> {
        let config = read(&format!("{LEAST}[http]\nlisten = {value}\n"), &[])?;
        Ok(config.http.listen.map(|address| address.to_string()))
    }

    #[test]
    fn without_the_section_it_listens_nowhere() {
        assert_eq!(read(LEAST, &[]).expect("good").http.listen, None);
        assert_eq!(read(&format!("{LEAST}[http]\n"), &[]).expect("good").http.listen, None);
    }

    #[test]
    fn a_bare_port_is_of_this_machine_alone_and_an_address_is_as_it_says() {
        assert_eq!(listen("9464"), Ok(Some("127.0.0.1:9464".into())));
        assert_eq!(listen("\"9464\""), Ok(Some("127.0.0.1:9464".into())));
        assert_eq!(listen("\"0.0.0.0:9464\""), Ok(Some("0.0.0.0:9464".into())));
        assert_eq!(listen("\"[::1]:9464\""), Ok(Some("[::1]:9464".into())));
        let config = read(LEAST, &[("SCHAKEL_HTTP__LISTEN", "9465")]).expect("good");
        assert_eq!(config.http.listen.map(|address| address.to_string()), Some("127.0.0.1:9465".into()));
    }

    #[test]
    fn what_is_no_address_is_told_with_the_mend() {
        for wrong in ["0", "70000", "-1", "true", "\"localhost\"", "\"0.0.0.0\"", "\"127.0.0.1:0\"", "\"\""] {
            let problems = listen(wrong).expect_err(wrong);
            assert_eq!(problems.len(), 1, "{wrong}: {problems:?}");
            assert!(problems[0].contains("http.listen"), "{problems:?}");
        }
    }

    #[test]
    fn the_operator_is_told_when_others_can_see_the_numbers() {
        let config = |value: &str| read(&format!("{LEAST}[http]\nlisten = {value}\n"), &[]).expect("good");
        assert_eq!(config("9464").http.warning(), None);
        assert_eq!(config("\"[::1]:9464\"").http.warning(), None);
        let told = config("\"0.0.0.0:9464\"").http.warning().expect("a sentence");
        assert!(told.contains("0.0.0.0:9464 are seen by whoever reaches it"), "{told}");
    }
}
