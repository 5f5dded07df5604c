signals-summary = the signals that you may see, newest first
signals-more = In a room I show only what everybody there may see; otherwise I answer in private. Narrow it with `status:`, `level:`, `group:` and `since:`.
signals-head = **Signals ({ $count }), newest first:**
signals-item = **{ $number }** { $level }, { $status } – { $author }, { $day }
signals-none = There is no signal that fits and that everybody here may see.
signals-no-more = There are no more.
signals-since = “{ $typed }” is no day that I understand. Type for example `since:yesterday`, `since:Monday` or `since:"1 November"`.
