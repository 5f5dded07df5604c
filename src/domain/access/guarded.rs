//! Content that nobody gets at without a decision. A [`Guarded`] value gives its content only as a [`View`], to an audience
//! that may see it; a [`Field`] in it opens only through that view, and only as far as the audience sees.

use std::fmt;

use super::{Audience, Depth, Guard, Sight, Step, Viewer, by_organisation};
use crate::domain::team::coded;
use crate::domain::{Label, OrganisationKind, SharingRules, UserId};

coded! {
    /// For whom a field of a record is; the narrowest first. A field that its author releases gets the next wider one.
    Scope {
        /// The author and the members of the author's organisation.
        Own = "own",
        /// Whoever sees more of the record than released text.
        Shared = "shared",
        /// Whoever sees the record.
        Released = "released",
    }
}

impl Scope {
    /// How far one must see for it.
    fn depth(self) -> Depth {
        match self {
            Self::Own => Depth::Own,
            Self::Shared => Depth::Shared,
            Self::Released => Depth::Released,
        }
    }
}

/// Content with what guards it.
///
/// What everybody may know who sees the record at all (its number, kind, level) may stand in `T` as it is; the rest are
/// [`Field`]s. The content must be owned: something borrowed from one record's view cannot be put under the guard of another.
///
/// ```
/// use schakel::domain::{Audience, Field, Guarded, SharingRules};
///
/// struct Signal {
///     how_known: Field<String>,
/// }
///
/// fn shown<'a>(signal: &'a Guarded<Signal>, audience: &Audience, rules: &SharingRules) -> Option<&'a String> {
///     signal.for_audience(audience, rules)?.field(|signal| &signal.how_known)
/// }
/// ```
///
/// There is no other way in. Not past the decision:
///
/// ```compile_fail,E0616
/// # use schakel::domain::{Field, Guarded};
/// # struct Signal { how_known: Field<String> }
/// fn shown(signal: &Guarded<Signal>) -> &Field<String> {
///     &signal.content.how_known
/// }
/// ```
///
/// not into a field on its own:
///
/// ```compile_fail,E0616
/// # use schakel::domain::{Field, View};
/// # struct Signal { how_known: Field<String> }
/// fn shown<'a>(view: &View<'a, Signal>) -> &'a String {
///     &view.content().how_known.value
/// }
/// ```
///
/// not with a view that nobody decided:
///
/// ```compile_fail,E0451
/// # use schakel::domain::{Guard, Sight, View};
/// fn seen<'a>(content: &'a String, guard: &'a Guard, sight: Sight) -> View<'a, String> {
///     View { content, guard, sight }
/// }
/// ```
///
/// not with a room that no rule has let through:
///
/// ```compile_fail,E0624
/// # use schakel::domain::{Audience, TeamId, Viewer};
/// fn anybody(team: TeamId, people: Vec<Viewer>) -> Audience {
///     Audience::room(team, people)
/// }
/// ```
///
/// not by opening a field of one record with what was decided about another:
///
/// ```compile_fail
/// # use schakel::domain::{Field, View};
/// # struct Signal { how_known: Field<String> }
/// fn shown<'a>(mine: &View<'a, Signal>, theirs: &View<'a, Signal>) -> Option<&'a String> {
///     let hidden = &theirs.content().how_known;
///     mine.field(|_| hidden)
/// }
/// ```
///
/// and not by guarding what was borrowed from a record anew:
///
/// ```compile_fail,E0521
/// # use schakel::domain::{Audience, Field, Guard, Guarded, SharingRules};
/// # struct Signal { how_known: Field<String> }
/// fn anew(signal: &Guarded<Signal>, audience: &Audience, rules: &SharingRules, wider: Guard) {
///     if let Some(view) = signal.for_audience(audience, rules) {
///         Guarded::new(&view.content().how_known, wider);
///     }
/// }
/// ```
pub struct Guarded<T: 'static> {
    content: T,
    guard: Guard,
}

impl<T> Guarded<T> {
    /// Puts content under its guard.
    pub fn new(content: T, guard: impl Into<Guard>) -> Self {
        Self { content, guard: guard.into() }
    }

    /// The content as far as everybody in this audience sees it; nothing when one of them does not see it at all.
    pub fn for_audience(&self, audience: &Audience, rules: &SharingRules) -> Option<View<'_, T>> {
        let sight = audience.sight_of(&self.guard, rules)?;
        Some(View { content: &self.content, guard: &self.guard, sight })
    }

    /// Whether this person may change who sees it (see [`Protection::allows`](super::Protection::allows)); never for what
    /// belongs to the whole team.
    pub fn allows(&self, step: Step, viewer: &Viewer) -> bool {
        match &self.guard {
            Guard::Team(_) => false,
            Guard::Record(record) => record.allows(step, viewer),
        }
    }

    pub(super) fn guard(&self) -> &Guard {
        &self.guard
    }
}

/// One field of a record, closed. It opens only as a part of a [`View`] on its own record.
pub struct Field<V> {
    scope: Scope,
    value: V,
}

impl<V> Field<V> {
    /// A field with its scope.
    pub fn new(scope: Scope, value: V) -> Self {
        Self { scope, value }
    }

    /// For whom it is.
    pub fn scope(&self) -> Scope {
        self.scope
    }
}

/// A record, or a part of it, with the decision how far it is seen.
pub struct View<'a, T: 'static> {
    content: &'a T,
    guard: &'a Guard,
    sight: Sight,
}

impl<'a, T> View<'a, T> {
    /// The content. Fields in it stay closed; they open as a [`part`](Self::part).
    pub fn content(&self) -> &'a T {
        self.content
    }

    /// How far it is seen.
    pub fn depth(&self) -> Depth {
        self.sight.depth
    }

    /// Its label; nothing for what belongs to the whole team.
    pub fn label(&self) -> Option<Label> {
        match self.guard {
            Guard::Team(_) => None,
            Guard::Record(record) => Some(record.label),
        }
    }

    /// The author as this audience may know them; nobody for what belongs to the whole team.
    pub fn author(&self) -> Option<Author<'a>> {
        match self.guard {
            Guard::Team(_) => None,
            Guard::Record(record) if self.sight.author_named => Some(Author::Person(&record.author)),
            Guard::Record(record) => Some(Author::Organisation(record.author_organisation)),
        }
    }

    /// A part of it, seen as far. The part must come out of this very record.
    pub fn part<P: 'static>(&self, which: impl for<'x> FnOnce(&'x T) -> &'x P) -> View<'a, P> {
        self.at(which(self.content))
    }

    /// A part of it that may not be there.
    pub fn part_if<P: 'static>(&self, which: impl for<'x> FnOnce(&'x T) -> Option<&'x P>) -> Option<View<'a, P>> {
        which(self.content).map(|part| self.at(part))
    }

    /// Its parts of one kind, in their order.
    pub fn parts<P: 'static>(&self, which: impl for<'x> FnOnce(&'x T) -> &'x [P]) -> impl Iterator<Item = View<'a, P>> {
        let Self { guard, sight, .. } = *self;
        which(self.content).iter().map(move |content| View { content, guard, sight })
    }

    /// A field of it, opened; nothing when it is not for this audience.
    pub fn field<V: 'static>(&self, which: impl for<'x> FnOnce(&'x T) -> &'x Field<V>) -> Option<&'a V> {
        self.part(which).open()
    }

    /// What of this any member of that organisation would see who has no part in it of their own; never more than this view
    /// itself. So an author sees before sending what others will see.
    pub fn as_seen_by(&self, organisation: OrganisationKind, rules: &SharingRules) -> Option<Self> {
        let Guard::Record(record) = self.guard else { return Some(self.at(self.content)) };
        let depth = by_organisation(record, organisation, rules)?.min(self.sight.depth);
        Some(View { sight: record.sight_at(depth), ..*self })
    }

    fn at<P: 'static>(&self, content: &'a P) -> View<'a, P> {
        View { content, guard: self.guard, sight: self.sight }
    }
}

impl<'a, V: 'static> View<'a, Field<V>> {
    /// What stands in the field; nothing when it is not for this audience.
    pub fn open(&self) -> Option<&'a V> {
        (self.sight.depth >= self.content.scope.depth()).then_some(&self.content.value)
    }
}

/// An author as others may know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author<'a> {
    /// By name.
    Person(&'a UserId),
    /// As "youth work" or the like.
    Organisation(OrganisationKind),
}

impl<T> fmt::Debug for Guarded<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Guarded(..)")
    }
}

impl<T> fmt::Debug for View<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "View({:?}, ..)", self.sight.depth)
    }
}

impl<V> fmt::Debug for Field<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Field({}, ..)", self.scope.code())
    }
}
