//! The list of all tables, in an order in which they can be filled. A test holds it against the real tables, so that a new
//! one cannot be forgotten.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Flag,
    Text,
    Bytes,
}

/// A table and its columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Layout {
    pub(crate) name: String,
    pub(crate) columns: Vec<(String, Kind)>,
}

impl Layout {
    /// The engine counts its rows in `seq`, and gives no number twice.
    pub(crate) fn is_counted(&self) -> bool {
        self.columns.first().is_some_and(|(name, _)| name == "seq")
    }

    /// All columns, for a statement.
    pub(crate) fn column_names(&self) -> String {
        self.columns.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// All tables.
pub(crate) fn tables() -> impl Iterator<Item = Layout> {
    TABLES.iter().map(|(name, columns)| {
        let columns = columns.split_whitespace().map(|column| {
            let (name, kind) = match column.as_bytes().last() {
                Some(b'#') => (&column[..column.len() - 1], Kind::Number),
                Some(b'?') => (&column[..column.len() - 1], Kind::Flag),
                Some(b'*') => (&column[..column.len() - 1], Kind::Bytes),
                _ => (column, Kind::Text),
            };
            (name.to_owned(), kind)
        });
        Layout { name: (*name).to_owned(), columns: columns.collect() }
    })
}

/// Texts; numbers end in `#`, flags in `?`, bytes in `*`.
const TABLES: [(&str, &str); 50] = [
    ("master_key", "name made_ms#"),
    ("record_key", "record master wrapped* erased_ms#"),
    ("account", "user_id first_login_ms# sync_mark device_id former_device_id restored_ms#"),
    ("room", "room_id account encrypted? direct? mark gap? language away_told_ms# joined?"),
    ("inbox", "seq# event_id room_id state payload* session_id wait_until_ms# received_ms#"),
    (
        "outbox",
        "seq# room_id key state payload* device_id created_ms# event_id answers asked_by thread choices* redacted? choices_by shows file?",
    ),
    ("person", "user_id language time_zone"),
    ("team", "team_id name* name_hash* version# made_ms# ticks? time_zone path"),
    ("member", "team_id user_id organisation role mandate? absent_until"),
    ("team_room", "room_id team_id organisation"),
    ("team_group", "team_id alias_hash* alias*"),
    ("team_phone", "phone_id team_id level# organisation words* review_on"),
    ("team_choice", "room_id user_id team_id"),
    ("agreement", "team_id number kind giver receiver status changes# made_ms# ended_how ended_ms#"),
    (
        "agreement_version",
        "team_id number version# state rule text* review_on review_asked_ms# suggestion proposed_by proposed_for \
         proposed_ms# in_force_ms#",
    ),
    ("agreement_party", "team_id number version# place# organisation confirmed_by confirmed_role confirmed_ms#"),
    ("audit", "number# at_ms# actor action record team detail previous* hash*"),
    ("audit_head", "id# number# hash* seal*"),
    ("audit_checkpoint", "id# number# hash* at_ms# pruned# seal*"),
    ("direct_room", "room_id account person own? since_ms# entered?"),
    ("direct_making", "account person"),
    ("private_say", "seq# name account person payload* created_ms# shows"),
    ("identity", "user_id trusted seen seen_ms# stopped_ms#"),
    ("taken", "payload event_id"),
    ("form", "name json"),
    ("dialogue", "dialogue_id account person team_id form draft* parked? version# touched_ms#"),
    ("due", "account kind subject at_ms#"),
    ("said_of", "record room_id event_id"),
    (
        "signal",
        "team_id number version# status label level# author author_organisation author_named? owner form sheet* \
         group_hash* feedback_on made_ms# closing* ended_ms# touched_ms# gone_how",
    ),
    ("signal_share", "team_id number organisation"),
    ("signal_named", "team_id number user_id"),
    ("signal_interpretation", "interpretation_id team_id number interpreter organisation form answers* made_ms#"),
    ("signal_feedback", "feedback_id team_id number said_by text* made_ms# read_ms#"),
    ("signal_request", "request_id team_id number asked_by wish about made_ms#"),
    ("signal_prompt", "team_id group_hash* at_ms#"),
    (
        "reminder",
        "team_id number version# account author addressed room_id what words* first_wall zone rule in_working_time? \
         on_working_days? until_confirmed? status last_ms# asked# open? again_ms# next_ms# tick before asked_room \
         asked_event made_ms# ended_ms#",
    ),
    ("reminder_for", "team_id number user_id"),
    (
        "incident",
        "team_id number version# account nature status label author author_organisation author_named? owner form sheet* \
         group_hash* frozen* evaluation* made_ms# closing* ended_ms# touched_ms# gone_how contact contact_since_ms#",
    ),
    ("incident_share", "team_id number organisation"),
    ("incident_named", "team_id number user_id"),
    ("incident_line", "team_id number line# from_ms# until_ms# made_by organisation happened* made_ms#"),
    (
        "contribution",
        "contribution_id team_id number stage question person organisation text* released? said_room said_event made_ms#",
    ),
    (
        "action",
        "team_id number version# account incident status owner owner_organisation offered_to due_on asked# what* dropped* \
         made_ms# ended_ms#",
    ),
    ("practice_use", "team_id slug source effect month"),
    ("practice_lesson", "lesson_id team_id slug month text* made_ms#"),
    (
        "practice_entry",
        "entry_id team_id slug number# basis# state version# entry* proposed_by proposed_for proposed_ms# decided_by \
         decided_ms# reason*",
    ),
    ("vote_tick", "event_id team_id number"),
    ("retention", "record announced_ms# end_ms# held_until held_by reason*"),
    ("aftercare", "aftercare_id account person_hash* plan*"),
    ("search_consent", "code_hash* team_id given_by given_ms#"),
];
