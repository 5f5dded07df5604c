//! What a module needs of its declaration: which subcommands and options it acts on. The words for them are the
//! declaration's; here they have the ids that both sides know, and a declaration that says more or less is told so.

use crate::catalogue::Definition;
use crate::document::Problems;

/// An enum of things that have an id in a declaration.
macro_rules! named {
    ($(#[$about:meta])* $visible:vis enum $name:ident { $($(#[$doc:meta])* $one:ident = $id:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $visible enum $name { $($(#[$doc])* $one),* }

        impl $name {
            /// The ids of all.
            pub(crate) const IDS: &'static [&'static str] = &[$(Self::$one.id()),*];

            /// What the declaration calls it.
            pub(crate) const fn id(self) -> &'static str {
                match self { $(Self::$one => $id),* }
            }

            /// The one with this id.
            pub(crate) fn called(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$one),)* _ => None }
            }
        }
    };
}
pub(crate) use named;

/// The subcommands of a module by their ids, and the ids of the options of those that have some.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) subcommands: &'static [&'static str],
    pub(super) options: &'static [(&'static str, &'static [&'static str])],
}

impl Parts {
    /// A command that takes its words as they are.
    pub(super) const NONE: Self = Self { subcommands: &[], options: &[] };

    /// Notes what the declaration in this file lacks, and what it declares that nobody acts on.
    pub(super) fn check(self, definition: &Definition, file: &str, problems: &Problems) {
        let declared: Vec<&str> = definition.subcommands.iter().map(|subcommand| subcommand.id.as_str()).collect();
        compare("subcommands", self.subcommands, &declared, file, problems);
        for (index, subcommand) in definition.subcommands.iter().enumerate() {
            let needed =
                self.options.iter().find(|(id, _)| *id == subcommand.id).map_or(&[][..], |(_, options)| options);
            let declared: Vec<&str> = subcommand.options.iter().map(|option| option.id.as_str()).collect();
            compare(&format!("subcommands[{}].options", index + 1), needed, &declared, file, problems);
        }
    }
}

fn compare(key: &str, needed: &[&str], declared: &[&str], file: &str, problems: &Problems) {
    for id in needed.iter().filter(|id| !declared.contains(id)) {
        problems.add(file, 0, key, format!("`{id}` is missing: add an entry with id = \"{id}\""));
    }
    for (index, id) in declared.iter().enumerate().filter(|(_, id)| !id.is_empty() && !needed.contains(id)) {
        let mend = match needed {
            [] => "take it out".to_owned(),
            needed => format!("take it out, or use one of {}", needed.join(", ")),
        };
        problems.add(
            file,
            0,
            &format!("{key}[{}].id", index + 1),
            format!("this version does not know `{id}`: {mend}"),
        );
    }
}
