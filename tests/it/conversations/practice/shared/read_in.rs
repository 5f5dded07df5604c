//! The file of one team, read in by the operator of another.

use std::process::Command;

use super::*;

impl Stage {
    /// Runs `schakel matrix …` on the database of this stage; whether it ended well, and what it said.
    fn matrix(&self, arguments: &[&str]) -> (bool, String) {
        let path = |name: &str| self.folder.path().join(name);
        let settings = format!(
            "[matrix]\nhomeserver = \"https://localhost\"\nuser = \"@schakel:console\"\npassword_file = \"password\"\n\
             [database]\nurl = \"sqlite:{}\"\nkey_file = \"{}\"\n",
            path("bot.db").display(),
            path("bot.key").display()
        );
        std::fs::write(path("bot.toml"), settings).expect("it is written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_schakel"));
        let output =
            command.arg("matrix").args(arguments).arg("--config").arg(path("bot.toml")).output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
        (output.status.success(), format!("{}{}", text(output.stdout), text(output.stderr)))
    }

    fn write(&self, text: &str) -> String {
        let path = self.folder.path().join("ons.toml");
        std::fs::write(&path, text).expect("it is written");
        path.display().to_string()
    }
}

#[tokio::test]
async fn what_one_team_exports_another_proposes_accepts_and_exports_the_same() {
    let mut stage = Stage::chain().await;
    assert_holds(&stage.told("anna", "interventie export").await, &["nog geen eigen interventies"]);
    stage.has_tosti().await;
    let shown = stage.ask_in("direct", "anna", "interventie export").await;
    assert_holds(only(&shown), &["de eigen interventie van je team als bestand"]);
    let exported = file(&shown);
    assert_holds(&exported, &["format = 1", "slug = \"tosti-avond-in-de-kelder\"", "[entries.nl]"]);

    let mut other = Stage::chain().await;
    let path = other.write(&exported);
    let (good, said) = other.matrix(&["import", "--team", "Jeugd West", &path, "--preview"]);
    assert!(
        good && said.contains("adds     tosti-avond-in-de-kelder") && said.contains("nothing was changed"),
        "{said}"
    );
    assert_holds(&other.told("anna", "interventie voorstellen").await, &["Er wacht geen voorstel"]);
    let (good, said) = other.matrix(&["import", "--team", "Jeugd West", &path]);
    assert!(good && said.contains("1 proposed"), "{said}");
    assert_holds(&other.told("anna", "interventie voorstellen").await, &["Eén voorstel", "van de beheerder"]);
    let (_, said) = other.matrix(&["import", "--team", "Jeugd West", &path]);
    assert!(said.contains("waits    tosti") && said.contains("nothing was changed"), "{said}");
    assert_holds(&other.told("anna", "interventie aanvaard tosti-avond-in-de-kelder 1").await, &["versie 1"]);
    assert_holds(only(&other.ask("bram", "!interventie tosti").await), &["Eigen van dit team, versie 1"]);
    let (_, said) = other.matrix(&["import", "--team", "Jeugd West", &path]);
    assert!(said.contains("same     tosti"), "{said}");
    let entries = |text: &str| text[text.find("format").expect("it begins")..].trim_end().to_owned();
    let again = file(&other.ask_in("direct", "anna", "interventie export").await);
    assert_eq!(entries(&again), entries(&exported));
    let (good, printed) = other.matrix(&["export", "--team", "Jeugd West"]);
    assert!(good, "{printed}");
    assert_eq!(entries(&printed), entries(&exported));
}

#[tokio::test]
async fn an_operator_may_accept_at_once() {
    let mut stage = Stage::chain().await;
    stage.has_tosti().await;
    let exported = file(&stage.ask_in("direct", "anna", "interventie export").await);
    let changed = exported.replace("Er is onrust", "Het is rustig");
    let path = stage.write(&changed);
    let (good, said) = stage.matrix(&["import", "--team", "Jeugd West", &path, "--accept"]);
    assert!(good && said.contains("changes  tosti") && said.contains("1 accepted"), "{said}");
    assert_holds(only(&stage.ask("bram", "!interventie tosti").await), &["versie 2", "Het is rustig"]);
}

#[tokio::test]
async fn a_file_with_a_fault_changes_nothing_and_the_fault_has_line_and_key() {
    let mut stage = Stage::chain().await;
    stage.has_tosti().await;
    let exported = file(&stage.ask_in("direct", "anna", "interventie export").await);
    let sound = exported.replace("Er is onrust", "Het is rustig");
    let broken = format!("{sound}\n[[entries]]\nslug = \"huisbezoek\"\nphase = \"later\"\nlegal = \"allowed\"\n");
    let path = stage.write(&broken);
    let (good, said) = stage.matrix(&["import", "--team", "Jeugd West", &path]);
    assert!(!good, "{said}");
    assert_holds(
        &said,
        &["entries[2].phase: `later` is not known", "entries[2].legal: is not a known key", "nothing was changed"],
    );
    assert_holds(&stage.told("anna", "interventie voorstellen").await, &["Er wacht geen voorstel"]);
    let (good, said) = stage.matrix(&["import", "--team", "Niemand", &stage.write(&exported)]);
    assert!(!good && said.contains("no team is called `Niemand`"), "{said}");
}
