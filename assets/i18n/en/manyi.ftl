## Periods

period-half-1 = { $year } H1
period-half-2 = { $year } H2
period-half-1-short = { $year } H1
period-half-2-short = { $year } H2
period-half-1-narrow = { $year }H1
period-half-2-narrow = { $year }H2
period-quarter = { $year } Q{ $part }
period-quarter-short = { $year } Q{ $part }
period-month = { $year }-{ $part }
period-year = { $year }

## Charts

subject-index = Satisfaction index
subject-satisfied = Satisfaction rate
chart-head-name = Dimension
chart-head-item = Item
chart-head-weight = Weight
chart-head-score = Score
chart-head-interval = 95% interval
chart-head-wave = Wave
multiples-change = { $change } since last
multiples-one = Each line by itself on one scale
multiples-title = Each line by itself on one scale: the index, then from the largest fall to the largest rise
chart-head-satisfied = Satisfied
chart-head-change = Change
chart-head-target = Target
chart-met = Met
chart-below = Below
chart-now = This wave
chart-previous = Previous
chart-interval = 95% interval
chart-target = Target { $target }
chart-each = One customer each, fewer than 5
chart-few = { $n ->
    [one] 1 return
   *[other] { $n } returns
 }
chart-not-counted = not counted
chart-blank = No answer
chart-dots-from = The axis begins at { $low }.
chart-red = Below in red: the whole 95% interval lies below the target; without red it may be chance.
chart-from-to = { $survey }, { $from } to { $to }
chart-one-time = { $survey }, { $time }
break-reworded = { $codes } reworded
break-gone = { $codes } dropped
break-many = { $code } and others, { $count } in all, changed ({ $revision })
break-in-revision = { $what } ({ $revision })
note-scores = Scores 0–100
note-rates = Satisfaction rate
note-scores-and-rates = Scores 0–100, satisfaction rate in percent
note-scale = { $what }.
note-scale-from = { $what }; the axis begins at { $low }.
note-band = Shaded: 95% interval of { $name }.
note-few = { $periods }: fewer than 5 customers, no mean is drawn.
note-hidden = { $periods }: fewer than 5 customers stand behind it or are left by subtraction, no mean is drawn.
note-no-wave = { $periods }: no data, the lines break there.
note-actions = ▲ when a measure was carried out.
note-report = ° The returns are lost: what a report of the time says.
note-typed = Hollow points and dashes: the returns are lost, only a report of the time says it.
note-marked = { $codes } reworded in { $period }: less than a quarter of the weight of { $name }, so waves are compared as before.
note-rules = Scoring rules changed from { $period }: { $fields }.
rule-normalisation = normalisation
rule-index = index
rule-na = not applicable
rule-min-answered = minimum answered
rule-weights = weights of returns
sentence = { $text }.
sentence-space = {" "}

## What charts and reports say

title-comma = {", "}
title-and = { $clauses }; { $standing }
title-nothing = No scores to draw yet
title-index = index
title-satisfied = satisfaction rate
title-no-value = { $name } has no score yet
title-hidden = { $name } is not shown: fewer than 5 customers stand behind it or are left by subtraction
title-few = { $name } has only { $n ->
    [one] 1 return
   *[other] { $n } returns
 }, no mean
change-rate-up = { $points } points above the previous wave
change-rate-down = { $points } points below the previous wave
silent-all = All { $all } customers on the list answered: their mean is { $score }.
silent-between = Were the silent like those who answered, the mean of all { $all } customers on the list would lie within { $range } (95%).
silent-needed = The { $missing } silent ones would have to give { $needed } on average for the target.
silent-beyond-reach = Even full marks from the { $missing } silent ones would not reach the target.
silent-met-anyway = Whatever the { $missing } silent ones give, the target is met.
proven-marks = ↑ ↓: rose or fell since the point before, beyond chance.
proven-rose-word = rose
proven-fell-word = fell
change-same-word = same
change-unsure-word = can't tell
proven-rose = rose by { $points } points since the previous wave
proven-fell = fell by { $points } points since the previous wave
change-same = the same as the previous wave, within { $points } points
change-unsure-up = { $points } points above the previous wave (may be chance)
change-unsure-down = { $points } points below the previous wave (may be chance)
change-shows-from = With these answers a change of about { $points } points would be found 8 times of 10.
proven-run-down = { $name } fell { $steps } waves running
proven-run-up = { $name } rose { $steps } waves running
proven-recovered = { $name } has recovered from { $dip }
proven-trend-down = { $name } goes down over { $waves } waves since { $since }
proven-trend-up = { $name } goes up over { $waves } waves since { $since }
rule-shares = weights of items or dimensions
rule-options = scores of options
note-restated = The previous wave { $period } is scored by the rules of { $period }, so that they can be compared: { $fields } changed.
verdict-met = on target
verdict-met-perhaps = on target (may be chance)
verdict-below-perhaps = below target (may be chance)
verdict-below = below target
difference = { $name } { $moved }
difference-full = { $name }: { $to }, { $moved } ({ $period }: { $from }).
change-none = as in the previous wave
change-up = { $points } points above the previous wave
change-down = { $points } points below the previous wave
finding-index = Index { $score }, { $verdict }
finding-spans = The 95% interval { $range } spans the target of { $target }.
finding-interval = 95% interval { $range }, target { $target }.
finding-below = { $name }: { $score }, { $verdict }
finding-below-and-fell = { $name }: { $score }, { $verdict }, { $change }
finding-below-detail = { $gap } short of the target, { $n ->
    [one] 1 return
   *[other] { $n } returns
 }.
finding-changed = { $name }: { $score }, { $change }
finding-change-interval = 95% interval of the change: { $low } to { $high } points.
finding-key-one = A key account.
finding-keys = { $count ->
    [one] One of them is a key account.
   *[other] { $count } of them are key accounts.
}
finding-scored = { $name }: { $score }
finding-unhappy = { $count ->
    [one] 1 customer is
   *[other] { $count } customers are
 } dissatisfied with { $name }
finding-turnover-one = { $share } of turnover.
finding-turnover = Together { $share } of turnover.
finding-wrote-one = Left a comment.
finding-wrote = { $count ->
    [one] 1 of them left a comment
   *[other] { $count } of them left comments
 }.
finding-unanswered = { $count ->
    [one] 1 customer has
   *[other] { $count } customers have
 } not answered
finding-and-others = { $list } and others
finding-reworded = { $code } was reworded in { $revision }
finding-not-compared = { $names } not compared with earlier waves.
finding-item-not-compared = { $code } is not compared with earlier waves; its dimension is.
finding-few = { $name } { $value } has only { $n ->
    [one] 1 return
   *[other] { $n } returns
 }
finding-few-accounts = { $which } have only { $n ->
    [one] 1 return
   *[other] { $n } returns
 }
finding-key-accounts = Key accounts
finding-other-accounts = Other customers
finding-few-detail = Fewer than 5: no mean and no shares of them are shown.
rules-of-maximum = Percent = score ÷ full marks
rules-minmax = Percent = (score − lowest) ÷ (full marks − lowest)
rules-by-dimension = index by dimension, weighted
rules-pooled = index over all scored items together
rules-equal = returns weigh equally
rules-turnover = returns weigh by customer turnover
rules-min-answered = A dimension counts when items holding at least { $share } of its weight were answered
rules-one-answer = One answer is enough to count
rules-na-exclude = Not applicable is left out of the base of the satisfaction rate
rules-na-include = Not applicable stays in the base of the satisfaction rate
rules-target = Target { $target }
rules-bands = Bands: { $bands }
rules-no-change = A change that is surely smaller than { $points } points counts as none
rules-interval = 95% intervals say how satisfied customers such as these are: of means within the ends of the scale, of rates Wilson, over several items return by return

## Paper

paper-page = Page { $page } of { $pages }
paper-kind-trend = Satisfaction trend
paper-kind-rules = Scoring rules compared
paper-kind-scores = Satisfaction scores
paper-kind-review = Management review input: customer satisfaction
paper-scores-title = { $survey }: scores of { $period }
paper-answers = Answers by item
paper-few = fewer than 5 customers, no mean
paper-valid = Valid
paper-counted = Counted
paper-frame = Chosen
paper-issued = Issued
paper-returned = Returned
paper-coverage = Coverage
paper-return-rate = Return rate
paper-valid-rate = Valid rate
paper-returns-behind = Returns counted
paper-action-number = Number
paper-action-title = Action
paper-action-department = Department
paper-action-owner = Owner
paper-action-due = Due
paper-action-stage = Stage
paper-overdue = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
 }
paper-no-actions = No action is open.
paper-no-answers = No answers to draw.
paper-trend-drawn = Drawn: the index and { $drawn } of { $others } dimensions, first those that differ most from the previous wave, then the lowest; all are in the table.
paper-newest-waves = Newest { $shown } of { $all } waves.
paper-no-trend = No two waves to compare yet.
paper-other-items-below = Other items below target
paper-few-segments = Segments with fewer than 5 returns, no mean
paper-prepared = Prepared
paper-reviewed = Reviewed
paper-approved = Approved
paper-date = Date
paper-company = Company
paper-survey = Survey
paper-period = Period
paper-document = Document
paper-form = Questionnaire
paper-as-of = As of
paper-section-findings = Findings
paper-numbering = 1.
paper-section-ledger = The survey
paper-section-scores = Scores
paper-satisfied = { $label } { $share }: { $note }.
paper-section-kpis = KPIs
paper-section-trend = Trend
paper-section-actions = Open corrective actions
paper-section-rules = Scoring rules
limit-off-list = { $n ->
    [one] One return is of a customer who is not on the list: it counts in the scores and in no rate.
   *[other] { $n } returns are of customers who are not on the list: they count in the scores and in no rate.
}
limit-without-turnover = { $n ->
    [one] 1 customer has
   *[other] { $n } customers have
 } no turnover; those returns weigh nothing.
limit-without-turnover-named = { $n ->
    [one] 1 customer has
   *[other] { $n } customers have
 } no turnover ({ $names }); those returns weigh nothing.
limit-without-customer = { $n ->
    [one] 1 return has
   *[other] { $n } returns have
 } no known customer and weigh nothing.
limit-frame-not-filtered = Filtered by answers: the size of the frame is unknown, no correction for a small population.
limit-outside-tree = { $n ->
    [one] 1 scored item stands
   *[other] { $n } scored items stand
 } outside every dimension and enter nothing.
stage-open = Raised
stage-analysis = Analysis
stage-approved = Approved
stage-under-way = Under way
stage-verification = Verification
stage-closed = Closed

## Workbooks

sheet-returns = Returns
sheet-unanswered = Not returned
sheet-turnover-amount = Turnover
sheet-skipped = (跳过)
sheet-level = Level
sheet-item = Item
sheet-dimension-row = Dimension
sheet-mean = Mean
sheet-sd = SD
sheet-low = Low
sheet-high = High
sheet-satisfied-low = Satisfied, low
sheet-satisfied-high = Satisfied, high
sheet-shares = Answers on each scale
sheet-segments = Whom the returns stand for
sheet-groups = Groups
sheet-ticks = Several answers
ticks-ticked = Ticked
ticks-answered = Answered
ticks-base = Several can be ticked: shares are of the { $n } returns that answered, and may come to more than 100%.
ticks-few = { $n } answered; fewer than 5 customers stand behind them, or are left by subtraction, so options are not listed.
sheet-unassigned = Not assigned
sheet-count = Count
sheet-share = Share
sheet-survey = Survey
sheet-dimensions = Dimensions
sheet-items = Items
sheet-scales = Scales
sheet-customers = Customers
sheet-frame = Frame
sheet-key = Key
sheet-value = Value
sheet-title = Title
sheet-document = Document
sheet-revision = Revision
sheet-period = Period
sheet-target = Target
sheet-target-rule = Target rule
sheet-normalisation = Normalisation
sheet-index = Index
sheet-na = NA
sheet-min-answered = Min answered
sheet-no-change-within = Same within
sheet-validity = Validity
sheet-weights = Weights
sheet-bands = Bands
sheet-code = Code
sheet-name = Name
sheet-parent = Parent
sheet-weight = Weight
sheet-acts-on = Acts on
sheet-text = Text
sheet-dimension = Dimension
sheet-kind = Kind
sheet-scale = Scale
sheet-scored = Scored
sheet-required = Required
sheet-segment = Segment
sheet-importance-of = Importance of
sheet-aliases = Aliases
sheet-order-assumed = Order assumed
sheet-option = Label
sheet-score = Score
sheet-satisfied = Satisfied
sheet-turnover = Turnover
sheet-key-account = Key
sheet-wave = Wave
sheet-customer = Customer
sheet-issued = Issued
sheet-channel = Channel
sheet-yes = yes
sheet-no = no
sheet-customer-code = Customer
sheet-customer-name = Customer name
sheet-respondent = Respondent
sheet-date = Date
sheet-collector = Collector
sheet-void = Void


## What is said when something is wrong

error-at-file = { $file }: { $text }
error-at-sheet = { $file }, sheet "{ $sheet }": { $text }
error-at-cell = { $file }, sheet "{ $sheet }", cell { $cell }: { $text }
list-comma = {", "}
list-nothing = (none)
list-and-more = { $list }… ({ $count } in all)
error-cancelled = Cancelled; nothing was changed.
error-write = { $path } cannot be written: { $reason }. Check that the folder exists and may be written to, or choose another place.
error-write-full = The disk is full; { $path } was not written. Make room and try again.
error-write-large = { $path } was not written: it is larger than files may be here. Ask who set the limit, or choose another place.
error-write-denied = { $path } may not be written. Close it in other programs, check the permissions of the folder, or choose another place.
error-write-no-folder = { $path } cannot be written: there is no such folder. Make it first, or choose another place.
error-temporary = The folder for temporary files, { $folder }, cannot be used: { $reason }. Make it writable, or name another one in the variable { $variable }, and try again.
error-temporary-full = There is no room in the folder for temporary files, { $folder }. Make room and try again.
reason-denied = its permissions do not allow it
reason-no-folder = there is no such folder
reason-file = a file is there and no folder
reason-full = the disk is full
reason-busy = another program is using it
reason-network = the network share does not answer
reason-large = it is larger than files may be here
reason-special = what lies there is no ordinary file
reason-disk = the disk or the network share failed
reason-code = system error { $code }
reason-unknown = the system does not say why
error-no-reader = The system has no program that opens a PDF. Save the PDF and print it elsewhere.
error-write-ours = { $path } is a workspace, a copy of one, or belongs to one: nothing is written over it. Choose another name.
error-write-occupied = { $path } exists already and was left alone. Choose another name, or on the command line say --force to replace it.
error-write-no-file = { $path } is no ordinary file. Choose another name.
error-write-folder = { $path } is a folder. Choose another name for the file.
error-unexpected = Something unexpected happened; your data is unchanged. Please report the line below.
detail-line = Details: { $detail }
error-workbook = The workbook was not written. Check the room on the disk and try again.
error-no-survey = This workspace holds no survey yet. Make one from a definition workbook first.
error-which-survey = This workspace holds several surveys: { $known }. Name one with --survey.
error-unknown-survey = There is no survey "{ $name }". There are: { $known }.
error-no-questionnaire = "{ $survey }" has no questionnaire yet. Build it before importing returns.
error-no-wave = "{ $survey }" has no wave yet. Import returns or open a wave first.
error-unknown-wave = There is no wave { $period }. There are: { $known }.
error-not-an-order = The order of the options of { $item } cannot be "{ $label }": name each of them once, in the order of their numbers. There are: { $known }.
error-unknown-subject = There is no dimension or item "{ $code }". There are: { $known }.
error-no-score = The answers to "{ $code }" are no scores, so there is no line to draw. There are: { $known }.
error-unknown-segment = Returns cannot be filtered or grouped by "{ $name }". There are: { $known }.
error-unknown-segment-value = "{ $name }" is never "{ $value }". There are: { $known }.
error-output-format = The name { $path } does not fit what is written there. Let it end in { $formats }.
error-no-display = No window can be opened here. The same jobs are commands: manyi --help.
error-unknown-copy = There is no backup "{ $name }". manyi restore { $file } --list shows those there are.
error-copy-damaged = The backup { $path } is damaged and was not restored; the workspace is unchanged. Choose another one: manyi restore { $file } --list shows them.
error-other-workspace = { $path } is another workspace, of "{ $theirs }"; { $workspace } is of "{ $ours }". Nothing was restored.
advice-other-workspace = To put it there all the same say --force; what is there now is kept beside it.
company-none = (no company named)

error-store-missing = { $path } does not exist.
advice-missing = Check the name, or make it with manyi new. Backups of it are listed by manyi restore { $file } --list.
sentences = { $first } { $second }
error-store-exists = { $path } exists already and is not replaced. Choose another name.
error-store-empty = { $path } is empty: there is no workspace in it.
advice-empty = Restore one of its backups (manyi restore { $file } --list), or make a new workspace.
error-store-foreign = { $path } is no Manyi workspace.
error-store-other-program = { $path } is a database of another program and was left alone.
advice-was-one = Choose a .manyi file. If it was a workspace, restore one of its backups (manyi restore { $file } --list) or get its content out (manyi salvage { $file } -o new.manyi).
error-store-newer = { $path } was written by a newer Manyi and was left alone.
advice-newer = Update this program first. If no newer one ever wrote it, it is damaged: restore one of its backups (manyi restore { $file } --list).
error-store-altered = { $path } was changed by another program and was not opened: nobody can say what it would do.
error-store-endless = { $path } was made or damaged so that reading it does not come to an end.
error-store-damaged = { $path } is damaged.
advice-damaged = Restore one of its backups (manyi restore { $file } --list); without one, get out what can still be read (manyi salvage { $file } -o new.manyi).
error-store-held-by = { $path } is in use by { $by } since { $since }. Close it there and try again.
error-store-held = { $path } is in use elsewhere. Close it there and try again.
error-store-read-only = { $path } is read-only. Remove the write protection of the file or its folder, then open it again.
error-store-protected-folder = { $path } cannot be made: its folder may not be written to. Choose another folder.
error-store-denied = { $path } may not be read or written. Check its permissions, or choose another place.
error-store-name = { $path } cannot be used: the name of the file (at most 80 Chinese or 240 other characters) or the path to it is too long, or has characters that are not allowed. Shorten it, or choose a folder further up.
error-store-too-large = { $path } would become larger than files may be here; it is unchanged. Ask who set the limit.
error-store-oversized = { $path } has { $size }, more than the { $limit } that are looked through. Check whether it is the right file.
error-store-moved = { $path } is not where it was when it was opened: it was moved, renamed, deleted, or another file lies in its place. Nothing more is written to it. Save a copy to go on.
error-store-unfinished = { $path } holds a change that was cut off and has to be taken back before anything else, which needs to write to its folder. Ask who may write there to open it once.
error-store-busy = { $path } was busy for too long. Try again in a moment.
error-store-disk-full = The disk is full; { $path } is unchanged. Make room and try again.
error-store-no-folder = There is no folder { $folder }. Make it first, or choose another place.
error-store-io = { $path } cannot be read or written: { $reason }. Check the disk or the network share.
error-store-disk = { $path } cannot be read or written. Check the disk or the network share, and whether its folder may be used.
error-store-same-file = { $file } was imported into { $period } on { $at } already. To take it in again undo that import first: in the window under Returns, the arrow beside it, or with manyi imports { $workspace } --undo { $name }.
error-store-stale = This changed in the meantime, so the step was not kept. Look at it again and repeat the step.
error-store-unstorable = One of the values cannot be kept; correct it and try again.
error-taken-survey = There is a survey "{ $name }" already; choose another name.
error-taken-revision = There is a revision { $number } already.
error-taken-customer = The customer code { $code } is taken; choose another one.
error-taken-wave = The wave of { $period } is open already.
error-taken-action = The action number { $number } is taken; choose another one.
error-rule-fixed-questionnaire = This revision is frozen or approved and cannot change. Make a new revision.
error-rule-signature = A signature cannot be taken away, only be superseded by a later one.
error-rule-frozen = A wave uses this revision, so it stays frozen.
error-rule-wave-has-returns = This wave has returns and keeps its survey and revision.
error-rule-other-questions = The questions changed since these returns came in, and their answers have no place among the new ones. Import the file again.
error-rule-import = An import cannot be changed, only undone and restored.
error-rule-return = Where a return came from cannot change; it can be made void with a reason.
error-rule-wave-closed = This wave is closed: what comes now is late.
error-rule-answer = That answer is none of the item's options.
error-rule-in-use = It is still in use and cannot be removed.
fault-pages = The structure of the file is damaged
fault-dangling = A row of "{ $table }" refers to one of "{ $parent }" that is gone
fault-unreadable = A row of "{ $table }" cannot be read
fault-answers = The answers of return { $id } cannot be read
fault-item-count = Return { $id } has { $found } answers to { $expected } items
fault-not-frozen = A wave uses a questionnaire that is not frozen
fault-source = The original file of import { $id } has changed
fault-attached = The file { $file } beside a return has changed
done-drop-original = The kept original of "{ $subject }" is removed
done-forget-import = "{ $subject }" and its returns are removed for good
error-rule-import-counts = This import counts. Undo it first; then it can be removed for good.
cli-imports = List the imported files of a workspace; take an import back or let it count again, save or remove what was kept of one, or remove an undone import for good
cli-arg-original = Import, by its number or file name like those below, whose kept file is saved to -o FILE
cli-arg-undo = Import that is taken back: its returns no longer count
cli-arg-together = Everything that came in at once with it as well, such as the forms of one folder
cli-arg-restore = Import taken back that counts again
cli-arg-drop = Import whose kept file is removed
cli-arg-forget = Undone import that is removed with its returns, for good
cli-arg-keep-private = Keep the file as it came, with the columns that tell who sat where
cli-arg-marked = A firm's own blank form with marks in its cells: {"{"}CO1{"}"} where the answer to item CO1 stands, {"{"}CO1=5{"}"} or {"{"}CO1=label{"}"} where an option is ticked, {"{"}customer{"}"}, {"{"}respondent{"}"}, {"{"}role{"}"}, {"{"}date{"}"}, {"{"}channel{"}"}, {"{"}collector{"}"}. It is kept in the workspace: later forms like it need no --marked
cli-and-hint = { $words } { $hint }
cli-may-be-marked = If it is a form of your own, mark its blank once: manyi import … --marked BLANK.xlsx (manyi import --help says how).
cli-imports-none = Nothing was imported yet.
cli-column-number = No.
cli-column-wave = Wave
cli-column-kept = Kept
cli-kept-bytes = { $bytes } bytes
cli-kept-none = removed
cli-kept-lost = lost
cli-column-undone = Undone
cli-original-elsewhere = The same file is still kept with the imports { $numbers }. It leaves the workspace when it is removed there too.
error-original-removed = What was kept of "{ $file }" was already removed. There is nothing left to remove.
cli-error-imports = Say one of --original NUMBER -o FILE, --drop-original NUMBER and --forget NUMBER, or none of them to see the list.
cli-original-none = The original of "{ $file }" is not there: it was removed, or lost with a damaged workspace.
cli-no-import = This cannot be done to the import "{ $name }": there is none with that number or file name, or it is that way already. manyi imports { $file } lists them.
cli-which-import = Several imports came from files called "{ $name }"; say its number instead: { $known }.
imports-more = More about { $file }
imports-save-original = Save the kept file…
imports-reread = Map columns again…
save-original = Save the kept file
imports-drop-original = Remove the kept file…
imports-forget = Remove for good…
drop-original-title = Remove the kept file?
drop-original-explained = What was kept of "{ $file }" is removed from the workspace. Its returns stay and count; what a cell said can then no longer be looked up in it. This cannot be undone. Backups made earlier still hold the file.
drop-original-shared = { $count ->
    [one] The same file came in once more, with another import. What that import keeps stays until it is removed there too.
   *[other] The same file came in { $count } more times, with other imports. What those imports keep stays until it is removed there too.
}
forget-title = Remove the import for good?
forget-explained = "{ $file }", its returns ({ $count }) and what was kept of the file are removed. This cannot be undone. Backups made earlier still hold them.
remove-verb = Remove
checks-keep-private = Keep the file as it came, with these columns
lockless-title = Two people at once are not noticed here
lockless = This network share knows no locks: whoever opens the workspace at the same time is not told that you have it open. Agree on who works on it.
fault-rows = "{ $table }": { $expected } were written and { $found } are there. Another program removed or added some.
fault-rows-other = "{ $table }": as many are there as were written, but another program put others in their place, such as earlier ones.
fault-seal = Row { $key } of "{ $table }" is not what was written: something in it changed
fault-log = Line { $line } of the log was changed, or lines before it are missing
fault-texts = Comments of wave { $id } are lost
fault-return-count = Import { $id } should have { $expected } returns and has { $found }

error-file-not-found = The file does not exist. Check its name and folder.
error-file-folder = This is a folder. Choose the files in it one by one.
error-file-not-ordinary = This is no ordinary file but a pipe, a device or the like. Save what it gives to a file and choose that.
error-file-changed = Another program wrote to the file while it was read. Wait until that is done and import again.
error-file-denied = The file may not be read. Check its permissions, or close it in the other program.
error-file-unreadable = The file cannot be read. Copy it to this machine and try again.
error-file-too-large = The file has { $size }, more than the limit of { $limit }. Split it into several files.
error-file-empty = The file is empty. Export it again.
error-file-encrypted = The file is protected by a password. Save it without the password in Excel and import that.
error-file-truncated = The file is cut off. Download or export it again.
error-file-zero-bytes = Line { $line } holds empty characters (NUL), which no text has. Open the file in Excel and save it as xlsx, or export it again.
error-file-open-quote = A quotation mark in line { $line } is never closed. Close it and import again.
error-file-damaged = The file is damaged. Open it in Excel and save it anew, or export it again.
error-file-unpacks-too-large = Once unpacked it holds more than { $limit }, which no ordinary table does. Check where it comes from, or split it.
error-file-takes-too-much = Reading the file takes more than { $limit } of memory, which no ordinary table does. Keep only the sheet and the columns that are needed, or split it into several files.
error-file-takes-too-long = Reading the file takes longer than { $seconds } seconds, which no ordinary table does. Keep only the sheet that is needed and save it anew in Excel, or split it into several files.
error-file-read-too-often = Several sheets of the file lead to one and the same place in it, as no program writes it. Open it in Excel and save it anew, or export it again.
error-file-encoding = The text encoding cannot be told at line { $line }. Save it as CSV in UTF-8, or as xlsx.
error-file-encoding-chosen = Line { $line } cannot be read as { $encoding }. Choose another encoding, or open the file in Excel and save it as xlsx.
error-file-no-sheet = The file holds no sheet.
error-foreign = This is { $kind }, no spreadsheet. Choose an xlsx, xls, xlsb, ods or csv file.
error-foreign-word = In this Word document no form with the questions of the questionnaire was found. Let each question stand in its own row with its answer beside it, or choose an xlsx, xls, xlsb, ods or csv file.
error-foreign-old-word = This is a text document of another kind than .docx. A filled form is read from .docx: open it in Word, WPS or LibreOffice, save it as .docx and import that.
error-foreign-unknown = This is no spreadsheet. Choose an xlsx, xls, xlsb, ods or csv file.
error-foreign-convert = This is { $kind }, whatever its name ends in. Open it in Excel, save it as an xlsx workbook and import that.
error-foreign-archive = This is an archive of files, no spreadsheet. Unpack it, or save its table as xlsx, and import that.
error-foreign-locked = This archive is protected by a password. Unpack it with the password and import the files that lie in it.
error-foreign-mail = This is a mail, and no spreadsheet or scan is attached to it. If the answers stand in its text, type them in.
foreign-format = { $name }
foreign-picture = a picture
error-sheet-empty = The sheet is empty. Choose another sheet or file, or export it again.
error-sheet-hidden = The returns stand in this sheet, which is hidden. Unhide it in Excel if it is the right one, save and import again.
error-sheet-no-header = There is no header. Let the first row name each column by its item or code.
error-sheet-columns = There are more than { $limit } columns. Remove those not needed.
error-sheet-cells = There are more than { $limit } cells. Split the file.
error-sheet-long-text = The cell holds more than { $limit } of text, more than any spreadsheet takes. Look for a missing quotation mark or separator, or shorten it.
error-sheet-takes-too-much = Up to this cell the sheet takes more than { $limit } of memory. Delete the columns that are not needed, or split the file.
error-sheet-no-returns = Not one row holds an answer. Check whether this is the right sheet.
error-sheet-no-question = No column is a question somebody was asked. Check whether this is the right sheet.
error-sheet-best = Nothing says whether the first or the last option is the best under { $titles } (columns: { $count }). Say it with --best last (the highest number is the best) or --best first (1 is the best).
error-sheet-turned = The items stand below each other in column { $column } and the returns beside each other: the table is the other way round. Copy it in Excel, paste it with Paste Special, Transpose into a new sheet, and import that.
error-which-sheet = { $file }: several sheets hold returns: { $known }. Name those to read with --sheet, once for each.
error-marking = { $file }, { $sheet }: { $fault }
error-unknown-sheet = { $file } has no sheet "{ $name }", only { $known }.
error-sheet-open-form = A form with { $count } questions of this survey, from "{ $title }" on, and an answer to none of them was found: no tick, no label, no score. Check that it is the one that was filled in. Ticks that are drawn as shapes or pictures cannot be read: put a √ in the cells, or type this return in.
error-sheet-row-per-answer = Column { $column } names the same items again and again: each row holds one answer, not one return. Turn it into a table with a row for each return and a column for each item, as a pivot table does, and import that.
error-sheet-numbered = This is the part of an export of 问卷网 that holds numbers instead of answers, or the list of what they stand for. The same returns stand in { $readable } in words: import that.
error-sheet-controls = No cell of this form holds an answer, and controls lie on it that cannot be read (ActiveX or drop-down lists). Ask for a tick in the cells or form check boxes instead, or type this return in.
error-sheet-anchor = { $cell } (“{ $words }”)
error-sheet-unanchored = This looks like the form marked as { $form }, but { $count ->
    [one] one marked cell is not where it was
   *[other] { $count } marked cells are not where they were
 }: these cells of the blank, with the words beside them, are missing here: { $lost }. If the form was changed, mark this file as a form of its own; if a customer changed it, put the words back or type the return in.
error-sheet-doubled = This looks like the form marked as { $form }, but it has lines the blank has not: beside { $count ->
    [one] one marked cell
   *[other] { $count } marked cells
 } the same words stand more than once: { $lost }. Nobody can say which of them is meant. Remove the lines that came in, or mark this file as a form of its own.
error-sheet-second-form = The same questions begin here once more, as on the form of another customer. Put each form on a sheet or into a file of its own and import again.
error-sheet-stale-marking = The form { $form } was marked when { $item } had the option “{ $option }”, which it has no more. Mark the form again.
error-sheet-all-there = It brings nothing new: all { $count } returns are there already from an earlier file.
error-mapping-nothing-fits = No column fits an item. Let the titles be the items' texts or codes, and check which revision the wave uses.
error-mapping-nothing-scored = No column fits a scored item, so these returns would say nothing. Items without a column: { $items }. Columns without an item: { $columns }. Let the titles be the items' texts or codes, give the items these titles as aliases, or choose the columns in the window.
error-mapping-conflict = Several columns ({ $cells }) all name "{ $title }". If each is one option of it, put the option behind the title, such as "{ $title } - very satisfied", or below it (bare 1 2 3 4 5 may be scores or places: write the labels, or 5 points, or say --values scores or codes on the command line); otherwise choose in the window which column it is.
error-mapping-undecided = The numbers under "{ $title }" could be scores or option numbers, with opposite results. Add --values scores or --values codes.
error-mapping-decimals = "{ $found }" under "{ $title }" is { $point } with a point before decimals and { $comma } with a comma. Add --decimals point or --decimals comma, or choose it in the window.
error-mapping-other-decimals = "{ $found }" in { $place }, under "{ $title }", shows a { $mark ->
    [comma] comma
   *[point] point
} before decimals, and you said { $mark ->
    [comma] point
   *[point] comma
}. Leave --decimals out or change it; where the cells are wrong, put them right in the file. In the window it is chosen column by column.
error-mapping-unordered = The cells under "{ $title }" hold numbers of options, and the order of the options is only known from answers in words, so that nobody told which number is which option. Say it in the order of the numbers with --order, such as --order "{ $options }", or choose it in the window.
error-mapping-ticks = Ticks (√, ☑, 1) stand under { $columns }, and nothing says which option they mean. Write the options into the cells instead, or import the file in the window and choose the option of each column.
error-mapping-wrong-column = Of { $cells } cells under "{ $title }" { $unreadable } cannot be read, so it is hardly that item. Check the title and the options.
error-mapping-none-readable = Not one of the { $cells } cells under "{ $title }" can be read; the first holds "{ $found }", expected { $expected }. Write the answers so, give the options of the revision those words as other names, or leave the column out. Letters or places in the list are read with --values codes.
error-mapping-issues = More than { $limit } cells cannot be read. Check whether file and questionnaire belong together.
error-mapping-other-sheet = This mapping was made for another sheet; look at the columns again.
error-mapping-unknown-item = The item chosen for "{ $title }" is not in this revision; choose again.

error-missing-sheet = This sheet is missing; the workbook has { $found }. Add it, or name the sheet so if it is there under another name.
error-missing-column = The column "{ $heading }" is missing.
error-duplicate-column = The column "{ $heading }" stands in { $first } already; remove one of them.
error-missing-value = "{ $heading }" must not be empty.
error-unknown-word = "{ $heading }" cannot be "{ $found }"; it is one of { $allowed }.
error-not-a-number = "{ $heading }" has to be a number and is "{ $found }".
error-not-positive = "{ $heading }" has to be above 0 and is "{ $found }".
error-out-of-range = "{ $heading }" has to be from { $low } to { $high } and is "{ $found }".
error-not-a-date = "{ $found }" is no date; write it like 2026-06-30.
error-not-a-period = "{ $found }" is no period; write it like 2026H1, 2026Q1, 2026-03 or 2026.
error-frame-period = "{ $found }" does not fit the period of this survey (sheet Survey); write the wave like { $example }, or correct the period.
error-not-a-band = "{ $found }" is no band; write them like 90 very satisfied; 80 satisfied.
error-duplicate = "{ $found }" stands in { $first } already; change one of them.
error-unknown-dimension = There is no dimension "{ $code }"; add it to the dimensions or correct the code.
error-unknown-scale = There is no scale "{ $name }"; add it to the scales or correct the name.
error-unknown-item = There is no item "{ $code }"; correct the code.
error-unknown-customer = There is no customer "{ $code }"; add it to the customers or correct the code.
error-circular = The dimensions run in a circle: { $path }. Change one of the parents.
error-too-deep = "{ $code }" lies { $level } levels deep; { $limit } are allowed.
error-scale-needed = The kind of "{ $code }" and its scale do not fit: choices need a scale, other kinds take none.
error-scale-without-score = No option of the scale "{ $scale }" has a score above 0, so nothing can be scored with it.
error-too-many-options = The scale "{ $scale }" has more than { $limit } options.
error-cannot-be-scored = An item of this kind cannot be scored: "{ $code }". Set scored to no.
error-customers-no-name = No column holds the customers' codes or names. Let the first row say code and name.
error-customer-nameless = This row has neither code nor name.
error-customer-turnover = The turnover has to be a number from 0 up and is "{ $found }"; leave it blank if it is not known.
error-failed-formula = "{ $found }" is a formula without a result. Open the workbook in Excel, correct or calculate it and save, or write the value instead.
error-too-large = "{ $heading }" may be { $limit } at most and is "{ $found }".
error-duplicate-band = The band "{ $found }" has the same bound or name as "{ $first }"; change one of them.
error-mixed-bands = The band "{ $found }" begins with > and "{ $first }" does not, or the other way round; write all bands in one way.
error-reserved-code = "{ $code }" cannot be a code, as it stands for the index or the satisfaction rate itself. Choose another one.
error-equal-scores = All options of the scale "{ $scale }" have the score { $score }, so there is no range from lowest to highest to place an answer in. Give them different scores, or set normalisation to max.
error-ambiguous-customer = Several customers are called "{ $found }": { $codes }. Write the code instead.
error-customer-turnover-large = The turnover may be { $limit } at most and is "{ $found }"; write it in thousands or millions.
error-flag = "{ $found }" is neither yes nor no.
warning-unknown-column = The column "{ $heading }" is not known and was left aside.
warning-unknown-key = The key "{ $key }" is not known and was left aside.
warning-same-text = "{ $text }" is the text of the item in { $first } too. A column under this text alone fits both; codes or aliases tell them apart.
warning-code-of-dimension = "{ $code }" is the code of a dimension too; where scores are asked for by code the dimension is meant.
warning-unknown-sheet = This sheet is not known and was left aside.

## Command line

cli-about = Manyi: customer satisfaction, from the returns to the management review.
cli-usage = Usage:{" "}
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments
cli-exit-codes = Exit codes: 0 done, 1 failed, 2 wrong usage.
cli-demo = Open the sample company; without a display write the workspace and two pages as PDF
cli-new = Make a workspace from a definition workbook, or from the export of a survey
cli-import = Take files of returns into a wave
cli-scores = The scores of a wave
cli-trend = How scores went from wave to wave
cli-print = Save the trend, the scores, the review or the form as a file
cli-export = Save questionnaire, returns or scores as Excel
cli-check = Check a workspace: exit code 0 if sound, 1 if not
cli-restore = List the backups of a workspace, or put one in its place; what is there now is kept beside it
cli-salvage = Get out of a damaged workspace what can be got out, into a new one; exit code 0 if nothing was lost
cli-arg-lang = Language; by default that of the system
cli-arg-workspace = Workspace file (.manyi)
cli-arg-dir = Folder for the sample; manyi-demo by default
cli-arg-headless = Open no window, only write the files
cli-arg-definition = Definition workbook
cli-arg-export = Export of a survey; its questions become the questionnaire
cli-arg-best = Which end of a scale is the best where its labels do not say: first (1) or last (the highest number)
cli-arg-of-sheet = Sheet of the export; by default the one that holds most
cli-arg-survey = Name of the survey; not needed where there is only one
cli-arg-company = Company, in the heading of every page
cli-arg-document = Document number, in the heading of every page
cli-arg-files = Files of returns: xlsx, xls, xlsb, ods, csv
cli-arg-wave = Wave, such as 2026H1
cli-arg-values = Whether cells hold labels, scores or option numbers
cli-arg-decimals = Whether a point or a comma stands before decimals
cli-arg-order = Code of an item and its options in the order of their numbers: Q2=yes;no
cli-arg-encoding = Text encoding of CSV files, such as GB18030; recognised if left out
cli-arg-json = Print JSON
cli-arg-list = List the backups, newest first
cli-arg-from = The backup to restore, by its name in the list, or any workspace file
cli-arg-groups-by = What to compare groups by, such as region
cli-arg-where = Only some returns, such as region=East; may be repeated
cli-arg-of = What to show: index, satisfied or a code; may be repeated
cli-arg-page = Which page: trend, scores, review or form
cli-arg-sheet = Sheet to read where several hold returns; once for each
cli-arg-what = What to save: definition, returns or scores
cli-arg-output = File to write; what an earlier command wrote there is replaced
cli-arg-damaged = The damaged workspace; it is not written to
cli-arg-rescue = The new workspace; nothing may lie there yet
cli-arg-force = Replace any other file there too, but never a workspace
cli-arg-replace = Replace the workspace of another company too; what was there is kept beside it
cli-arg-help = Print this help
cli-arg-version = Print the version
cli-error-missing = Missing: { $argument }
cli-error-unknown = Not known: { $argument }
cli-error-no-value = { $argument } needs a value
cli-error-value = { $argument } cannot be "{ $value }": { $hint }.
cli-error-of = --of chooses the lines of the trend; it means nothing to other pages
cli-error-twice = { $argument } may be given only once
cli-error-together = { $argument } cannot be used together with { $other }
cli-error-usage = Wrong usage
cli-error-output = The output cannot be written: { $reason }.
cli-error-output-full = The output cannot be written: the disk is full. Make room and try again.
cli-written = Wrote { $path }
cli-demo-workspace = Sample workspace: { $path }
cli-error-more = See manyi --help.
cli-error-more-of = See manyi { $job } --help.
cli-hint-wave = write the wave like 2026H1, 2026Q2, 2026-05 or 2026
cli-hint-where = write a name and a value like region=East
cli-hint-choices = it is one of { $choices }
cli-hint-number = it is a whole number
cli-check-sound = { $path } is sound.
cli-check-faults = { $path } is not sound (faults: { $count }).
cli-error-restore = Say either --list or --from NAME.
cli-restore-none = There are no backups of { $path } yet.
cli-restored = { $path } is now what "{ $copy }" holds.
cli-restore-kept = What was there before is kept as { $path }.
cli-salvage-done = { $path } holds what could be got out of { $damaged }: customers { $customers }, waves { $waves }, returns { $returns }, actions { $actions }.
cli-salvage-repeat = The original of { $file } is whole and can be taken in again: first manyi imports { $new } --undo { $name }, then manyi imports { $new } --original { $name } -o { $name }, and import { $name }.
cli-salvage-nothing-lost = Nothing was lost.
cli-salvage-lost = Lost, or kept in part: { $count }
table-noun = { $table ->
    [workspace] company
    [file] kept file
    [survey] survey
    [rules] scoring rules
    [revision] questionnaire
    [customer] customer
    [wave] wave
    [summary] summary figure
    [frame] customer chosen for a wave
    [import] import
    [label] text
    [returns] return
    [answer_text] free text of return
    [issue] issue
    [action] action
    [action_step] step of action
    [measure] measure of action
    [evidence] evidence of action
    [attachment] attachment
    [tag] tag of comments
    [tagging] tag on a comment
    [log] line of the log
    [counter] counter
    [tally] count of rows
   *[other] { $table }
}
salvage-was = { " " }({ $was })
salvage-changed = { $what }: not as it was written, left out
salvage-page = { $what }: pages cannot be read; what stood only there is lost
salvage-alone = { $what }: what it belongs to is lost, left out
salvage-taken = { $what }: so many were taken out by another program
salvage-part = { $what }: kept without a part of it
cli-column-file = Name
copy-time = Time
copy-size = Size
copy-state = State
copy-reason = Made
copy-first = before the first change
copy-hourly = after an hour of changes
copy-migration = before an update of the file
copy-asked = when asked for
copy-restore = before a restore
copy-earlier = by an earlier version
copy-sound = sound
copy-unknown = not checked
copy-state-damaged = damaged
cli-new-done = Made { $path }: { $survey } (items: { $items }, customers: { $customers }, waves: { $waves }).
cli-lacking = The fonts lack these characters; boxes stand for them: { $lacking }
cli-import-done = { $file }: returns { $returns }, to review { $issues }
cli-import-issue = { $sheet } { $cell }: { $found }, expected { $expected }
found-blank = blank
found-text = "{ $text }"
cli-import-void = Void, with the reason the file gives: { $count }
cli-import-more = …and { $count } more
cli-column-code = Code
cli-column-name = Name
cli-column-n = n
cli-against = Changes are against { $wave }.
cli-arg-against = The wave that changes are told against; otherwise the one before
cli-few = Fewer than 5 customers: no means, counts only.
cli-ledger = Frame { $frame }, issued { $issued }, returned { $returned }, valid { $valid }; coverage { $coverage }, return rate { $returnrate }, valid rate { $validrate }
cli-ledger-of = { $count } ({ $customers })

## What would have been right

expected-one-of = one of { $labels }
expected-number = a number from { $low } to { $high }
expected-date = a date, such as 2026-06-30
expected-date-either = { $one } or { $other }: dates beside it are texts that Excel could not turn, so this one may have day and month the other way round. Type the right day, such as 2026-06-30
expected-struck = an answer that is not struck through: if this one counts all the same choose it, else choose another or leave it blank
expected-date-within = a date from { $from } to { $to }, the time of this survey
expected-answer = an answer, since the item is required
expected-writing = what is written there by hand, typed in
expected-customer = code or name of a customer of the register
expected-calculated = a value, as the formula has none (open the file in Excel, check the formula and save; undo this import and import the file again)
expected-one-customer = one of these customers, by its code: { $codes }
expected-one-return = one return a customer
## Window

app-name = Manyi 满意
app-mark = 满
language-name = English
language-short = EN
cancel = Cancel
close = Close
undo = Undo
undo-forms = Undo all { $count }
redo = Redo
theme-dark = Dark
theme-light = Light
tab-questionnaire = Questionnaire
tab-returns = Returns
tab-scores = Scores
tab-trends = Trends
tab-actions = Actions
tab-review = Review
tab-overdue = { $count } overdue
workspace-menu = Workspace
workspace-new = New workspace…
workspace-open = Open…
workspace-info = Company and survey…
workspace-save-copy = Save a copy
workspace-save-copy-menu = Save a copy…
file-copy = { $name } copy
workspace-backup = Back up now
workspace-copies = Backups…
copies-title = Backups of { $file }
copies-verb = Restore…
copies-none = There are no backups yet. One is made before the first change.
copies-choose = Choose a backup
copies-damaged = This one is damaged
copies-read-only = The workspace is open for reading only
copies-kept = The newest ten stay, then one an hour for a day, one a day for thirty days, one a month. When the room is used up the oldest go first, never the newest sound one.
copies-room = Room
copies-used = { $used } used
copies-second = Second place
copies-second-none = None. Another disk or a share can get each backup too.
copies-second-choose = Choose folder…
copies-second-drop = Remove
restore-title = Restore { $time }?
restore-verb = Restore
restore-body = The workspace becomes what it was at that time ({ $reason }).
restore-kept = What is there now is kept beside it as "{ $name } (before restore …)" and joins this list.
restore-undo = Undo does not reach back over it.
info-title = Company and survey
info-verb = Save
workspace-customers = Import customers…
workspace-close = Close workspace
survey-pick = Survey
survey-new = New survey…
survey-new-title = New survey
survey-new-verb = Add
survey-new-name = Name
survey-new-explained = It has a questionnaire, waves and trends of its own. Customers are shared.
refusal-survey-taken = There is one of that name
done-new-survey = New survey { $subject }
wave-pick = Wave
wave-previous = Previous wave
wave-next = Next wave
status-saved = Saved { $when }
status-read-only = Read-only
status-customers = { $count ->
    [one] 1 customer
   *[other] { $count } customers
}
status-counted = { $period }: { $count } counted
status-backup = Last backup { $when }
moment-today = today { $time }
moment-day = { $month }-{ $day }
moment-date = { $year }-{ $month }-{ $day }
questionnaire-empty = No questionnaire yet
returns-empty = No returns yet
actions-empty = No actions yet
review-empty = No review material yet

## Returns

platform-plain = Spreadsheet
platform-wenjuanxing = Wenjuanxing
platform-tencent = Tencent Survey
platform-microsoft-forms = Microsoft Forms
platform-google-forms = Google Forms
platform-jinshuju = Jinshuju
platform-survey-monkey = SurveyMonkey
platform-qualtrics = Qualtrics
platform-qualtrics-legacy = Qualtrics (export until 2017)
platform-lime-survey = LimeSurvey
platform-kobo-toolbox = KoboToolbox
platform-typeform = Typeform
platform-jotform = Jotform
back = Back
more = More
date-hint = YYYY-MM-DD
column-row = Row
column-code = Code
column-customer = Customer
column-turnover = Turnover %
column-respondent = Respondent
column-channel = Channel
column-date = Date
column-issued = Issued
column-answered = Answered
column-index = Index
column-status = Status
column-item = Item
column-question = Question
column-answer = Answer
column-points = Points
column-percent = Percent
column-cell = Cell
answer-blank = blank
answer-skipped = not shown
answer-na = not applicable
answer-unreadable = unreadable
ledger-frame = Chosen
ledger-coverage = Coverage
ledger-issued = Issued
ledger-return-rate = Return rate
ledger-returned = Returned
ledger-valid-rate = Valid rate
ledger-valid = Valid
ledger-customers = { $count ->
    [one] 1 customer
   *[other] { $count } customers
}
ledger-sealed = { $count ->
    [one] One of { $all } returns holds a sealed file.
   *[other] { $count } of { $all } returns hold a sealed file.
}
ledger-turnover = Turnover represented
ledger-heads = Of all customers
ledger-required = min. { $share }
ledger-required-of = { $part } / { $whole }, min. { $share }
imports = Imports
imports-count = { $count ->
    [one] 1 return
   *[other] { $count } returns
}
imports-open = { $count } to settle
imports-undone = { $when }, undone
imports-undo = Undo import of { $file }
imports-restore = Restore import of { $file }
returns-drop = Drop returns here
returns-drop-explained = Excel, CSV, exports, forms and scans
returns-choose-files = Choose files…
returns-export = Export returns to Excel…
returns-customers = Customers
returns-frame = Customer list and issue
returns-row = row { $row }
returns-number = return { $number }
returns-only = { $words }
returns-all = All
returns-counted = Counted
returns-open = To settle
returns-void = Void
returns-apart = In no rate
returns-add = Put on the list ({ $count })
returns-count-late = Count late returns ({ $count })
returns-flagged = Doubtful
returns-void-flagged = Void { $count }: { $words }
flag-too-few = Too few
flag-required = Required blank
flag-alike = All alike
flag-too-fast = Too fast
flag-rule = Void by rule: { $words }
flags-none = No return is flagged.
validity = Rules of validity
validity-none = Not asked
validity-at-least = At least { $share }
validity-least = Scored items answered
validity-alike = Same option throughout
validity-alike-from = Flag from { $count } items on
validity-seconds = Time an item takes
validity-seconds-an-item = { $seconds } s
validity-required = Required items
validity-required-all = All answered
validity-voids = Void by itself when taken in
validity-by-hand = Only flagged, a person decides
standing-off-list = Not on the list
standing-not-issued = Not noted as issued
standing-excluded = Excluded
standing-no-room = Nobody known
standing-late = Late
standing-again = Again
rule-preview = { $rule }: { $chosen } customers, { $heads } of the customers, { $turnover } of the turnover.
rule-preview-changes = { $new } new, { $gone } leave the list; { $kept } others stay because the form went out to them or they are excluded.
column-cumulative = Cumulative
frame-reach = Valid returns of { $answered } / { $customers } customers ({ $heads }, required ≥ 30 %), { $turnover } of the turnover (required ≥ 80 %).
frame-apart =
    { $count ->
        [one] 1 more return counts in no rate (not on the list, not noted as issued, late …).
       *[other] { $count } more returns count in no rate (not on the list, not noted as issued, late …).
    }
frame-silent = { $count } have not answered: { $turnover } of the turnover.
frame-excluded-for = Excluded: { $reason }
rule-all = all customers
rule-last = the list of last time
rule-largest = the largest customers, at least { $share } % of all customers
rule-random = at least { $share } % of all customers by lot (seed { $seed })
rule-turnover = the largest customers until they make { $share } % of the turnover
rule-segment = customers whose { $attribute } is “{ $value }”
rule-bought = customers who bought since { $period } began (by “{ $attribute }”)
choice-by-hand = The list was chosen by hand.
choice-by-rule = The list was chosen by rule: { $rule }. On { $date } it chose { $chosen } of { $of } customers, { $turnover } of the turnover.
choice-cutoff = {" "}The smallest taken has a turnover of { $cutoff }.
choice-adjusted = {" "}It was changed by hand afterwards.
choice-and-sampling = { $choice } { $sampling }
sampling-all = Sampling: a census, the whole register is asked.
sampling-rule = Sampling: by a rule; the results do not speak of customers off the list.
sampling-random = Sampling: at random; unless the silent differ, the results hold for the whole register.
sampling-convenience = Sampling: a convenience sample (by hand); the results do not speak of customers off the list.
by-rule-ask = Choose by rule…
by-rule-title = Choose the list by a rule
by-rule-verb = Take it
by-rule-kind = Rule
by-rule-turnover = A share of the turnover (largest first)
by-rule-largest = A share of the customers (largest first)
by-rule-random = A share of the customers (by lot)
by-rule-all = All customers
by-rule-last = The list of last time
by-rule-segment = By an attribute
by-rule-bought = Bought in the period
by-rule-share = Percent
by-rule-seed = Seed of the lot
by-rule-attribute = Attribute
by-rule-value = Value
by-rule-incomplete = The rule is not complete yet
exclude-title = Exclude from the list
exclude-verb = Exclude
exclude-explained = { $name } stays listed with the reason, and counts neither as chosen nor in any rate.
exclude-reason = Reason
exclude-no-business = No business in this period
exclude-own-group = Of our own group
exclude-closed = Closed down
exclude-dispute = In a lawsuit
exclude-ask = Exclude { $name }…
exclude-undo = No longer exclude { $name }
pareto-title = How the turnover is spread
pareto-customers = Customers, the largest first
pareto-turnover = Share of the turnover
pareto-heads-line = { $share } of the customers
pareto-turnover-line = { $share } of the turnover
pareto-answered = Valid return
pareto-silent = On the list, no valid return
pareto-outside = Not on the list
pareto-note = The largest { $count } of { $all } customers make { $share } of the turnover or more.
overview-ask = Ledger
overview-title = Ledger of { $wave }
overview-channels = By the channel it went out by
whom-title = Who answered
whom-alike = By none of these can a kind of customer be told to have answered more or less than its part of the list.
whom-of-list = Of the list
whom-of-valid = Of valid
whom-without = Not noted
whom-told = Against the list
whom-test = More or less by Fisher's exact test, corrected for how many kinds are compared.
whom-line = { $name }, { $value }: { $told } ({ $list } of the list, { $valid } of valid).
whom-none = By { $names } no kind of customer can be told to have answered more or less than its part of the list.
whom-more = More than their part of the list, hardly by chance
whom-less = Less than their part of the list, hardly by chance
overview-collectors = By who collects
overview-came = Returns by the channel they came by
overview-answered = Answered
overview-valid = Valid
overview-contacts = Calls and reminders
overview-calls = { $attempts } calls to { $called } customers; { $reached } were reached ({ $reachedrate }, required ≥ { $reachedleast }), of whom { $answered } gave a valid return ({ $answeredrate }, required ≥ { $answeredleast }).
overview-calls-enough = The calls are enough to count.
overview-calls-few = The calls are too few to be relied on by themselves.
overview-reminders = { $count } reminders to { $customers } customers.
overview-no-contacts = No call or reminder was noted yet.
contact-ask = Note a call or reminder…
contact-title = Note a call or a reminder
contact-verb = Note it
contact-kind = What
contact-everybody = All { $count } who have not answered
contact-who = By whom
contact-how = How
contact-how-hint = Telephone, mail, visit
contact-note = Note
contact-reached = Reached
contact-not-reached = Not reached
close-ask = Close…
close-title = Close { $wave }
close-verb = Close
close-explained = Returns that come after the closing stand apart as late and count nowhere; the list stays as it is. It can be undone, or the wave opened again for a reason.
close-reopen-ask = Open again…
close-reopen-title = Open { $wave } again
close-reopen-verb = Open again
close-reason = Reason
frame-excluded = Excluded
frame-collector = Collector
closing-closed = closed on { $date } by { $who }
closing-reopened = opened again on { $date } by { $who }: { $reason }
collector-sales = Sales
collector-quality = Quality
collector-third-party = Third party
collector-none = Not noted
contact-call = Call
contact-reminder = Reminder
returns-unanswered = Not returned
returns-export-unanswered = Export those not returned to Excel…
returns-none-pass = No return fits
returns-show-all = Show all
returns-empty-next = Drop the sheets customers sent back, or a platform's export.
status-open = To settle
status-counts = Counted
status-void = Void
unanswered-none = Everybody has answered
unanswered-not-issued = Nothing issued yet
unanswered-not-issued-next = Once forms are marked as issued, this lists who has not answered.
review-list = To settle
review-list-key = F8 next
review-list-kinds = { $count } kinds
review-bulk = Settle in bulk
review-export = Export the list…
bulk-unreadable = Leave all { $count } unreadable cells blank
bulk-missing = Leave all { $count } missing answers blank
bulk-customer = Leave all { $count } without a customer
bulk-second = Keep all { $count } second returns
issue-many = { $said } × { $count }
issue-apart = One by one
issue-learn = Remember
sheet-issues = To settle
issues-number = Number
issues-sheet = Sheet
issues-take-as = Take as
file-issues = To settle
review-list-empty = Nothing to settle
review-list-more = { $count } more after these.
review-open-return = Open the return of { $name }
issue-expected = expected { $words }
issue-expected-among = expected one of { $first } … { $last }
issue-unreadable = { $code } says "{ $found }"
issue-unreadable-field = It says "{ $found }"
issue-missing = { $code } is blank but required
issue-no-customer = It names no customer
issue-unknown-customer = The register has no "{ $found }"
issue-ambiguous-customer = Several customers are called "{ $found }"
issue-row = row { $row }
issue-page = page { $page }
issue-second = This customer has answered this wave already
issue-second-other = the other one: { $file }, row { $row }
issue-blank = Leave blank
issue-other = Other…
issue-take = Take
issue-correct = Correct to
issue-choose-customer = Choose customer
issue-new-customer = New customer…
issue-leave-open = No customer
issue-keep = Keep both
issue-void-this = Void this one
issue-void-other = Void the other
settled-found = { $cell } said "{ $found }"
settled-was = { $code } was "{ $found }"
settled-corrected = corrected to { $words }
settled-blank = left blank
settled-kept = both kept
settled-voided = one made void
settled-amended = Corrected to { $to } ({ $reason }; { $who } { $date })
correct-title = Correct { $code }
correct-verb = Correct
correct-now = Now: { $answer }
correct-answer = Correct to
correct-reason = Reason
correct-customer = Customer called
correct-typed = Mistyped
correct-read = Differs from the original
correct-kept = The old answer, who corrected it, when and why stay on the page and in the log.
correct-was = (was { $answer })
correct-item = Correct { $code }
evidence-files = Evidence
evidence-attach = Attach files…
evidence-none = Scans, photographs, mails or recordings: drop them here
evidence-save = Save { $file }
evidence-remove = Remove { $file }
evidence-sealed = Sealed
void-ask = Make void…
void-restore = Count again
void-title = Make this return void?
void-verb = Make void
void-explained = { $name }. It will not count in the scores, stays in the list, and can be restored at any time.
void-reason = Reason
void-too-little = Less than half answered
void-all-alike = All answers alike
void-wrong-person = Respondent cannot judge
void-second = Second return of the same customer
void-no-return = No return: a total, a note
fact-origin = Where it came from
fact-file = File
fact-number = Number
fact-typed = Typed in
fact-original = Save original…
fact-place = Sheet and row
fact-collector = Collector
type-in = Type in returns
type-in-whose = Whose return?
type-in-nobody = Nobody named
type-in-customer = Customer
type-in-customer-search = Code or name, Enter chooses
type-in-more = { $count } more: type a code or name
type-in-to-issue = not issued yet
type-in-void = void
type-in-unlisted = not on the list
type-in-answered = has answered
type-in-progress = { $given } of { $all } answered
type-in-keep = Keep, next return
type-in-kept = { $count } typed in
type-in-resumed = Goes on where you left off
type-in-missing = { $count } required { $count ->
        [one] question is
       *[other] questions are
    } blank; once more keeps it all the same
type-in-origin = How it came
type-in-keys = Keys
type-in-key-choose = choose (digits stand on the options)
type-in-key-na = not applicable
type-in-key-on = next; keeps it after the last
type-in-key-back = clear, previous
type-in-key-keep = keep at any time
type-in-required = * required
channel-phone = Telephone
channel-paper = Paper
channel-visit = Visit
column-role = Role
column-duration = Time taken
column-void = Reason it is void
fact-customer = Customer as the file says
one-written = Comments
one-beside = Beside the questions (not read)
one-beside-option = Written beside an option
form-beside = { $place }: { $found }
forms-beside = { $count ->
    [one] One cell of the forms is written on beside the questions and was not read
   *[other] { $count } cells of the forms are written on beside the questions and were not read
}
forms-beside-explained = These words are neither an answer nor printed on the blank. Please look at them: what is to count is corrected or typed in on the return. They stay on the page of the return.
forms-beside-look = Show returns
behind-beside = { $n ->
    [one] One return with words beside the questions
   *[other] { $n } returns with words beside the questions
}
checks-beside = Written beside the questions, not read: { $said }
one-gone = This return is not in the wave any more
start-questionnaire = Questionnaire
start-customers = Customers
start-wave = Open a wave
start-frame = Choose customers
start-issue = Issue
start-collect = Collect
start-no-questionnaire = No questionnaire yet
start-no-questionnaire-next = Take in a definition workbook, or build the items in the Questionnaire tab.
start-to-questionnaire = To the questionnaire
start-no-customers = No customers yet
start-no-customers-next = Import a register: code, name, turnover; any further column becomes a segment. Anonymous surveys do without.
start-without-customers = Without customers
start-no-wave = No wave yet
start-no-wave-next = Open a wave, choose whom to ask, then issue the form.
start-no-frame = Nobody chosen for { $wave } yet
start-no-frame-next = Choose whom to ask, so that the rates have a base.
start-not-issued = Customers are chosen, nothing issued yet
start-not-issued-next = Mark date and channel once the forms have gone out.
start-to-frame = Customer list and issue
wave-open = Open a wave…
wave-open-title = Open a wave
wave-open-verb = Open
wave-open-explained = It uses revision { $revision }, which is frozen from then on.
wave-open-unsigned = This revision is not approved yet; it can be signed later.
wave-period = Period
frame-title = Frame of { $wave }
frame-heads = Customers chosen
frame-turnover = Share of turnover
frame-all = All
frame-chosen = Chosen
frame-to-issue = To issue
frame-issued = Issued
frame-key = Key accounts
frame-any = Any
frame-everybody = Choose all
frame-none = Choose none
frame-choose = Choose { $name }
frame-answered = Returned
frame-waiting = Waiting
frame-take-back = Not issued to { $name }
frame-none-pass = No customer fits
frame-issue = Mark { $count } as issued
frame-issue-explained = Mark date and channel once the forms have gone out.
frame-nothing-to-issue = Nobody to issue to
frame-channel-hint = mail, phone…
customers-title = Customers
customers-search = Find a customer
customers-import = Import register…
customers-import-sheet = Import from a sheet…
customers-type = Type them in
customers-none-fit = Nothing found
customers-choose = Choose a customer to edit it here.
customer-new = New customer
customer-new-verb = Add
customer-new-explained = The code is unique in the register.
customer-code = Code
customer-name = Name
customer-turnover = Turnover
customer-turnover-unit = in the unit of the register
customer-key = Key account
column-key = Key
customer-key-short = key
customer-attribute-new = New attribute
customer-attribute-add = Add attribute
customer-remove = Remove customer
mapping-heading = Import { $file }
mapping-below = { $kind }, titles in row { $row }, { $returns ->
    [one] 1 return
   *[other] { $returns } returns
}, { $columns ->
    [one] 1 column
   *[other] { $columns } columns
} · questionnaire { $revision }
mapping-leave = Back without importing
mapping-wave = Into which wave
mapping-into = Into { $wave }
mapping-new-wave = { $wave } (new)
mapping-sheet = Sheet
mapping-encoding = Text encoding
mapping-encoded = Encoding { $name }
mapping-remembered = As last time
mapping-remembered-of = Columns as in { $file }; press to recognise them anew.
encoding-name = { $name } ({ $whose })
encoding-simplified = Chinese, simplified
encoding-traditional = Chinese, traditional
encoding-western = Western
encoding-central = Central European
encoding-cyrillic = Cyrillic
encoding-japanese = Japanese
encoding-korean = Korean
mapping-letters = Col
mapping-title = Title in the file
mapping-target = Taken for
mapping-reading = Read as
mapping-samples = Samples
mapping-read = Comes to
mapping-target-of = Column { $column } taken for
mapping-reading-of = Column { $column } read as
mapping-ignore = (left out)
mapping-private = (private, left out)
mapping-hidden = hidden
mapping-all-known = all { $count } known
mapping-some-known = { $count } known, { $rest } not
mapping-as-written = as written
mapping-blank = blank
mapping-choose = Choose
mapping-which-option = Which option?
mapping-which-number = Set order
mapping-twice = Twice
mapping-several = Several items fit
mapping-skipped = Left out
mapping-private-column = Private
mapping-unknown = { $count } unknown
mapping-unreadable = { $count } unreadable
mapping-understood = Understood
mapping-explained = One step, undone as a whole; the file is kept. Unreadable cells wait to be settled.
mapping-explained-private = One step, undone as a whole; the file is kept without its private columns. Unreadable cells wait to be settled.
mapping-import = Import { $count }
mapping-import-late = Import { $count } as late
mapping-closed = The wave was { $closed }: these stand apart and do not count
mapping-skip = Skip this file ({ $count } more)
mapping-to-decide = { $count ->
    [one] 1 thing for you to decide
   *[other] { $count } things for you to decide
}
mapping-as-register = Import as customer register
mapping-looks-like-register = No returns: this looks like a customer register
mapping-nothing-scored = No column fits a scored item
mapping-nothing-fits = No column fits an item
mapping-same-file = Imported already { $when } into { $period } ({ $file }); undo that import first
mapping-no-returns = Not one row holds an answer
mapping-wrong-column = Column { $column } can hardly be read; it may be something else
mapping-none-readable = Nothing in column { $column } can be read, such as "{ $found }"; choose what it is, or leave it out
mapping-too-many = More than { $limit } things to settle; check the columns
mapping-running = Importing { $file }
reading-labels = Labels
reading-scores = Scores
reading-numbers = Option numbers
reading-ticked = Ticked: { $label }
reading-undecided = Undecided
reading-unordered = No order
reading-ticks = Ticks
reading-crosses = Crosses tick
reading-number = Number
reading-comma = Number, decimal comma
reading-text = Text
reading-name = Name
ticks-which = This column holds ticks and does not say which option of { $item } they mean. Which one is it?
ticks-mean = Ticked: { $option }
order-which = These are numbers of options, and the order of the options of { $item } is only known from answers in words. Which option is each number?
order-of = Option of number { $number }
order-none = None
order-as-they-stand = In this order: { $order }
conflict-both = These numbers can be read in two ways with different results. See which makes sense.
conflict-decimals = A comma or a point here can stand before decimals or between thousands. See which makes sense.
conflict-point = A point before decimals
conflict-comma = A comma before decimals
conflict-scores = Scores: { $score } = { $label }
conflict-numbers = Option numbers: 1 = { $label }
conflict-mean = { $code } mean { $mean }
conflict-last = last wave { $score }
conflict-alike = { $count ->
    [one] the other column too
   *[other] the other { $count } columns too
}
conflict-twice = These columns are all taken for "{ $target }"; only one can be.
conflict-keep = Keep { $column }: { $title }
head-title = After the import
head-count = first { $shown } of { $all }
head-na = n/a
checks-title = Checks
checks-no-customers = { $count ->
    [one] 1 return
   *[other] { $count } returns
} without a customer column: scored as usual, and waiting for you to name the customers
checks-anonymous = { $count ->
    [one] 1 return
   *[other] { $count } returns
} without a customer column: taken in as anonymous
checks-all-known = { $count ->
    [one] 1 return, its customer is in the frame
   *[other] { $count } returns, every customer is in the frame
}
checks-known = { $count ->
    [one] 1 return
   *[other] { $count } returns
}, the customer of { $known } is known
checks-outside = { $count } from customers outside the frame
checks-unknown = { $count } not in the register or not unique there: { $names }
checks-nameless = { $count } name no customer
checks-no-second = Nothing twice: neither file nor customers
checks-second = { $count } would have a second return: { $names }
checks-further = { $count ->
    [one] The sheet { $names } holds returns too: it is shown next
   *[other] The sheets { $names } hold returns too: they are shown one after the other
}
checks-undecided = { $count } undecided ({ $names })
checks-decide = Decide
checks-look = Look
checks-like = What was asked is read as answered for { $file }
checks-answered = Which wave and which answers count, as said of a file before
checks-precedent = { $count ->
    [one] One file waits: under the same headings it is read as answered here and imported too, unless something else has to be looked at
   *[other] { $count } files wait: those under the same headings are read as answered here and imported too, unless something else has to be looked at
}
remark-crosses = { $cell }: in the columns of the options of { $item } only crosses stand; each is read as chosen.
remark-circles = { $cell }: in the columns of the options of { $item } no tick stands but empty circles; each is read as chosen.
remark-other-code = { $cell } "{ $title }" has the words of { $item } and the code { $code }, which is another item's; it is read as { $item }.
checks-unreadable = { $count } unreadable ({ $cell } "{ $found }" …), will wait to be settled
checks-missing = { $count } required answers blank, will wait to be settled
checks-aside = { $count ->
    [one] Row { $rows } is no return: { $why }
   *[other] { $count } rows are no returns: { $why } (rows { $rows })
}
checks-private = { $count ->
    [one] 1 private column
   *[other] { $count } private columns
} left out ({ $names })

## Welcome page

welcome-none-open = No workspace open
welcome-title = Customer satisfaction, from returns to management review
welcome-claim = One file holds questionnaire, returns, scores, trends and actions. Your data stay on this computer; no network.
welcome-new = New workspace
welcome-new-explained = From a definition workbook, an export, or blank
welcome-open = Open…
welcome-open-explained = Open an existing .manyi file
welcome-sample = Open the sample
welcome-sample-explained = 30 customers, 6 half-years; try anything
welcome-recent = Recent files
welcome-forget = Clear list
welcome-file = File
welcome-newest = Newest wave
welcome-opened = Opened
welcome-drop = Drop files here
welcome-drop-explained = A .manyi workspace opens; a definition workbook begins a new workspace for you to check

new-title = New workspace
new-verb = Create
new-company = Company name
new-survey = Survey
new-survey-name = Customer satisfaction
new-document = Review document number
new-begin = Questionnaire
new-blank = Blank
new-from-workbook = From a file
new-definition = Definition workbook, or export of a survey
new-choose = Choose…
new-place = Keep it in
new-browse = Browse…
new-needs-definition = Choose the file
new-needs-best = Say which end of the scale is the best
new-best = Which option is the best? The answers do not say it: { $titles }
new-best-last = The highest number
best-title = Made from an export
best-verb = Go on
new-best-first = 1, the first
new-assumed = Made from the export; please check
new-needs-place = Choose where to keep it

## What the program does

understood = OK
held-title = The file is in use
held-verb = Open read-only
path-name = Path
path-open = Open
path-save = Save
moved-title = Not saved: the file is gone
occupied-title = Replace the file?
occupied-body = { $path } exists already. What is in it would be lost.
occupied-verb = Replace
path-choose = Choose
path-explained-save = The system has no file dialog: type the whole path.
path-explained = The system has no file dialog: type the path, or drop the file on the window.
path-explained-many = The system has no file dialog: type the path, several separated by semicolons, or drop the files on the window.
job-open = Opening
job-create = Creating
job-sample = Building the sample
job-backup = Backing up
job-look = Reading the file
job-import = Importing
failed-look = The file cannot be read
failed-import = Not imported
said-import = { $count ->
    [one] 1 return imported
   *[other] { $count } returns imported
said-carried = In the place of the earlier import; kept: { $corrected } corrections, { $void } void, { $settled } settled.
said-carried-lost = { $count } decisions found no row any more.
}
said-import-alike = { $said }; { $count ->
    [one] one file under the same headings was read by the same answer
   *[other] { $count } files under the same headings were read by the same answer
}
said-import-issues = { $count ->
    [one] 1 return imported
   *[other] { $count } returns imported
}, { $issues } to settle
job-customers = Reading customers
job-attach = Reading evidence
job-mark = Reading the form
job-revision = Reading the definition workbook
job-write = Writing
failed-open = Cannot open
damaged-next = You can restore one of its backups; without one, what can still be read can be saved as a new workspace.
salvage-verb = Save what can be read…
salvage-title = Saved as a new workspace
salvage-said = What could be read is in { $file }: customers { $customers }, waves { $waves }, returns { $returns }, actions { $actions }. The damaged workspace is unchanged.
salvage-repeat = The original of { $file } is whole and can be taken in again: undo its import under Returns, save its kept file, and import that.
salvage-open = Open the new workspace
file-salvaged = { $file } rescued
failed-salvage = Not saved
failed-create = Nothing was created
failed-edit = Not saved
kept-unread = Saved, but not read again
kept-unread-why = What you did is saved, but what you see may be older than the file. { $reason } Close the workspace and open it again.
stuck-undo = This step cannot be undone
stuck-redo = This step cannot be redone
stuck-undo-next = Skip it and undo the one before
stuck-redo-next = Skip it and redo the next one
stuck-of = { $subject }: { $reason }
stuck-frozen = { $waves } uses revision { $label }, so its questionnaire can no longer change. What is to be different goes into a new revision.
stuck-signed = { $name } signed revision { $label } on { $date }, and what was signed stays. What is to be different goes into a new revision.
stuck-in-use = Something that came later still uses it. Take that back first.
stuck-changed = It was changed again since, so there is no way back to how it was.
failed-figures = Scores cannot be computed
failed-backup = Not backed up
failed-customers = No customers imported
failed-attach = Nothing was attached
failed-mark = The form cannot be marked
failed-revision = No questionnaire imported
failed-write = Not written
said-backup = Backed up into { $folder }
said-copy-saved = Saved as { $file }, which is open now
said-restored = Restored. What was there before is kept as { $file }.
said-restored-new = Restored
failed-restore = Not restored
other-title = A backup of another workspace
other-verb = Restore all the same
job-restore = Restoring
job-salvage = Reading what can be read
pick-second = A folder that gets each backup too
failed-copies = About the backups
copy-not-kept = The change is saved, but no backup could be made before it: { $reason }. Put that right, then make a backup by hand.
copy-damaged = { $path } is damaged. Its backup is marked as damaged; sound ones from before stay. Restore the newest sound one.
copy-not-in-second = The backup beside the workspace is made. The second place { $folder } did not get it: { $reason }.
copy-place-gone = the folder is not there
copy-place-slow = it does not answer
copy-place-full = no room is left
copy-place-denied = nothing may be written there
said-written = Saved { $file }
said-lacking = { $said }. The fonts lack these characters; boxes stand for them: { $lacking }
said-customers = Customers: { $added } added, { $changed } updated
said-customers-same = Customers are up to date
remark-title = { $count ->
    [one] 1 thing was left aside
   *[other] { $count } things were left aside
}
remark-more = and { $count } more
done-removed = Removed: { $subject }
done-new-revision = New revision { $subject }
done-sign = Signed revision { $subject }
done-open-wave = Opened { $subject }
done-import = Imported { $subject }
done-undo-import = Import undone: { $subject }
done-restore-import = Import restored: { $subject }
done-void = Made void: { $subject }
done-restore = Restored: { $subject }
done-count-late = Late returns count: { $subject }
done-close-wave = Closed: { $subject }
done-reopen-wave = Reopened: { $subject }
done-contact = Noted: { $subject }
done-settle = Settled: { $subject }
done-type-in = Typed in: { $subject }
done-correct = Corrected: { $subject }
done-attach = Attached: { $subject }
done-detach = Attachment removed: { $subject }
done-raise = Raised { $subject }
done-advance = Progress recorded: { $subject }
files-sheets = Spreadsheets
files-workspaces = Manyi workspaces
pick-workspace = Open workspace
pick-place = Keep the workspace in
pick-returns = Choose files with returns
pick-attachments = Choose evidence files
pick-customers = Choose the customer register
pick-blank = Choose your own blank form
pick-definition = Choose the definition workbook or export
save-chart = Save chart
save-workbook = Save as Excel
save-attachment = Save evidence file
file-chart = chart
file-definition = definition
file-returns = returns
file-scores = scores
file-unanswered = unanswered
drop-open = Open this workspace
drop-open-explained = What you have open is saved
drop-new = Begin a new workspace with it
drop-new-explained = A definition workbook, or the export of a survey; you check before anything is made
drop-import = { $count ->
    [one] Import 1 file
   *[other] Import { $count } files
}
drop-folder = Import the spreadsheets of this folder
drop-import-explained = Into { $wave }; you check before anything is kept
drop-import-new-wave = You check before anything is kept
folder-taken = { $count ->
    [one] 1 spreadsheet in the folder; you check it before it is kept
   *[other] { $count } spreadsheets in the folder; you check each before it is kept
}
folder-taken-some = { $count ->
    [one] 1 spreadsheet in the folder; you check it before it is kept
   *[other] { $count } spreadsheets in the folder; you check each before it is kept
}. { $skipped ->
    [one] 1 other file was skipped
   *[other] { $skipped } other files were skipped
}
folder-empty = No spreadsheets or scans in this folder
folder-nowhere = First make or open a workspace, then drop the folder with the returns
folder-unreadable = The folder cannot be read: { $why }
drop-read-only = Cannot import
drop-read-only-explained = The workspace is open read-only
drop-attach = Attach to this return
drop-attach-explained = Kept in the workspace as evidence

## Actions

actions-empty-next = Raise one from a score below target; the evidence is kept with it.
actions-to-scores = See the scores
actions-raise = Raise action
actions-raise-verb = Raise
actions-all-departments = All departments
actions-department = Department
actions-owner = Owner
actions-due = Due date
actions-title = Action
actions-number = Number
actions-stage = Progress
actions-board = Board
actions-list = Table
actions-overdue = overdue
actions-open-too = { $count } open
actions-open = open
actions-late = { $days } days late
actions-show-closed = { $count } closed
actions-hide-closed = { $count } closed, hide
actions-closed-on = Closed on
actions-cause = Cause
actions-measure = Measure
actions-steps = Record
actions-evidence = Evidence
actions-view-item = See the item
actions-view-returns = See { $count ->
    [one] 1 return
   *[other] { $count } returns
}
actions-advance = Advance to: { $stage }
actions-advance-verb = Advance
actions-reopen = Reopen…
actions-reopen-title = Reopen this action?
actions-reopen-verb = Reopen
actions-reopened-to = reopened, { $stage }
actions-who = Name
actions-when = Date
actions-note = Note
actions-step-open = Raised
actions-step-analysis = Analysis
actions-step-approved = Approved
actions-step-under-way = Under way
actions-step-verification = Verify
actions-step-closed = Closed
actions-moved = { $name } { $score }, { $change }
## Review tab

review-empty-returns = This wave has no valid returns yet. Once returns are in, findings, scores, trend and open actions make two to four pages.
review-empty-wave = Open a wave and import returns first; findings, scores, trend and open actions then make two to four pages.
review-empty-survey = First a questionnaire, then returns, then the review material.
review-to-returns = Go to Returns
review-to-questionnaire = Go to Questionnaire
review-title = Management-review input
review-contents = Contents
review-contents-page = { $title }, page { $page }
review-language = Language of the material
review-company = Company name
review-document = Document number
review-basis = { $period }, { $count ->
    [one] the one return that counts
   *[other] all { $count } returns that count
}.
review-basis-filter = The filter of the scores does not reach the material.
review-page = Page { $page } of { $pages }
review-page-words = Page { $page }: { $words }
review-previous = Previous page
review-next = Next page
review-smaller = Zoom out
review-larger = Zoom in
review-fit = Fit width
review-output = Output
review-save = { $pages ->
    [one] Save { $format } (1 page)
   *[other] Save { $format } ({ $pages } pages)
}
review-print = Print…
review-print-explained = Opens in the program the system has for PDF, to be printed from there
review-figures = Charts
review-figure-trend = Trend chart
review-figure-trend-explained = Index and dimensions over all waves
review-figure-scores = Score page
review-figure-scores-explained = Scores of this wave and the answers to each item
review-save-as = { $what } { $format }
review-failed = The material could not be laid out
review-stopped = Laying out was stopped.
review-again = Lay out again
job-pages = Laying pages out
failed-pages = The pages could not be laid out
save-form = Save the form
file-form = Questionnaire
save-review = Save the review material
save-trend = Save the trend chart
save-scores = Save the score page
file-review = Management review input
file-trend = Satisfaction trend
file-score-page = Satisfaction scores
said-printed = PDF handed to the program the system has for it
said-copied = Copied as a picture
## Questionnaire

questionnaire-no-items = No items yet
questionnaire-no-items-next = Add a dimension and then items in it, or import a definition workbook.
questionnaire-empty-next = Import a definition workbook.
questionnaire-import = Import definition or export…
questionnaire-export = Export definition workbook…
questionnaire-revision = Revision
questionnaire-sign = Sign…
questionnaire-next = New revision
questionnaire-delete-draft = Delete draft
questionnaire-approved = Approved
questionnaire-in-use = In use, not approved
questionnaire-draft = Draft
questionnaire-effective = effective { $date }
questionnaire-from = from { $label }
questionnaire-changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
questionnaire-used = used for { $waves }
questionnaire-items = Items
questionnaire-weight = Weight
questionnaire-add-item = Add item
questionnaire-add-dimension = Add dimension
questionnaire-new-item = New item
questionnaire-new-dimension = New dimension
questionnaire-outside = Outside the tree
questionnaire-unscored = Not scored
questionnaire-count = { $count }
questionnaire-dropped = { $count ->
    [one] 1 item no longer asked
   *[other] { $count } items no longer asked
}
questionnaire-restore = Restore { $code }
questionnaire-checks = Checks of the questionnaire
questionnaire-form = Form
questionnaire-rules = Scoring rules
questionnaire-locked-approved = { $label } is approved and can no longer change. To change items, make the{" "}
questionnaire-locked-used = { $label } is in use and can no longer change. To change items, make the{" "}
questionnaire-locked-next = next revision { $label }
questionnaire-locked-after = ; how its items relate to these decides whether lines go on.
sign-prepared = Prepared
sign-reviewed = Reviewed
sign-approved = Approved
sign-missing = not yet
sign-title = Sign { $label }
sign-verb = Sign
sign-name = Name
sign-date = Date
sign-approved-locks = Once approved, items can no longer change; make a new revision to change them.
origin-same = same
origin-reworded = reworded
origin-new = new
origin-split = split
origin-merged = merged
relation-reworded = The meaning changed: { $code } of { $label } is no longer compared with this item, and its line breaks here.
relation-same = Other words, same meaning: still compared with { $code } of { $label }.
relation-new = { $label } does not ask this; its line begins with this revision.
relation-was = { $label }: { $text }
relation-is = Relation:
relation-change = Change…
relation-to-same = Same as { $code } of { $label }, still compared
relation-to-reworded = { $code } of { $label } reworded, no longer compared
relation-to-new = New item
relation-goes-on = This is { $code } of { $label }, still compared
item-text = Text
item-code = Code
item-dimension = Dimension
item-no-dimension = (none)
item-kind = Kind
item-weight = Weight
item-share = { $share } of its siblings
item-scored = Scored
item-scored-hint = enters the index
item-required = Required
item-required-hint = blanks are listed
item-segment = Segment
item-segment-hint = splits the figures
item-scale = Scale
item-aliases = Other headings an import reads as this item
item-aliases-hint = separated by semicolons
item-importance = States the importance of
item-importance-none = (no importance item)
item-next = Next item
item-previous = Previous item
item-remove = Remove item
item-copy = Copy item
kind-rating = Rating
kind-yesno = Yes/no
kind-single = Single choice
kind-multi = Multiple choice
kind-nps = Recommendation 0–10
kind-number = Number 0–10
kind-text = Text
kind-date = Date
scale-own = Own scale
scale-percent-max = For this item only. Percent = score ÷ maximum
scale-percent-minmax = For this item only. Percent = (score − min) ÷ (max − min)
preset-five = Five levels 5-4-3-2-1
preset-five-labels = Very satisfied|Satisfied|Neutral|Dissatisfied|Very dissatisfied
preset-three = Three levels 5-3-1
preset-three-labels = Satisfied|Neutral|Dissatisfied
preset-four-graded = Four levels 5-4-3-1
preset-four-graded-labels = Very satisfied|Satisfied|Rather dissatisfied|Dissatisfied
preset-four-quality = Four levels very good to poor
preset-four-quality-labels = Very good|Good|Fair|Poor
preset-seven = Seven levels
preset-seven-labels = Extremely satisfied|Satisfied|Rather satisfied|Neutral|Rather dissatisfied|Dissatisfied|Extremely dissatisfied
preset-ten = Ten points
preset-yesno = Yes / no
preset-yesno-labels = Yes|No
option-label = Option
option-score = Score
option-percent = Percent
option-satisfied = Satisfied
option-aliases = Import aliases
option-aliases-short = Aliases
option-not-counted = none
option-add = Add an option
options-order-assumed = The order of the options was assumed from answers in words: option numbers are asked about before they are read.
options-order-right = The order is right
option-remove = Remove option { $position }
option-move = Move option { $position }
dimension-name = Name
dimension-above = Dimension above
dimension-top = (top)
dimension-remove = Remove dimension
form-title = Title of the form
form-document = Document number
form-label = Revision
form-effective = Effective from
scoring-target = Target (0–100)
scoring-target-rule = Index must be
scoring-period = Period
scoring-period-half = Half-year
scoring-period-year = Year
scoring-period-quarter = Quarter
scoring-period-month = Month
scoring-normalisation = Percent
scoring-norm-max = Score ÷ maximum
scoring-norm-minmax = Worst answer is 0
scoring-index = Index
scoring-index-dimension = Weighted by dimension
scoring-index-pooled = Points ÷ possible points
scoring-weights = Returns weigh
scoring-weights-equal = equally
scoring-weights-turnover = by turnover
scoring-min-answered = Least answered (%)
scoring-no-change-within = Same within (points)
scoring-na = Base of the satisfaction rate
scoring-na-exclude = without "not applicable"
scoring-na-include = with "not applicable"
scoring-bands = Bands
scoring-bands-rule = Score must be
scoring-at-least = at least
scoring-above = above
scoring-band-from = From
scoring-band-name = Band
scoring-band-add = Add a band
scoring-band-remove = Remove band { $position }
scoring-above-note = The rule says "above": exactly { $score } falls into the band below, and 0 has none.{" "}
scoring-above-fix = Make it "at least"
checks-passed = Checks passed: { $count } scored items
checks-found = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
}
checks-show = Show
checks-none = Nothing found
checks-go = Go there
check-no-items = No items yet
check-nothing-scored = Nothing is scored, so there is no index
check-duplicate = Code { $code } is used twice
check-same-text = { $code } reads the same as an earlier item, so their columns cannot be told apart
check-equal-scores = All options of { $code } have one score, so min–max gives no score
check-same-band = Two bands are called "{ $name }"
check-no-text = { $code } has no text
check-no-scale = { $code } has no options
check-no-satisfied = No option of { $code } counts as satisfied: its rate is undefined
check-same-option = { $code } has two options "{ $option }"
check-outside-tree = { $code } is scored but in no dimension; weighted by dimension it enters nothing
check-empty-dimension = Nothing in dimension { $code } is scored
check-no-band = A score of { $score } has no band
check-band-order = Bands are not from highest to lowest
preview-title = As the customer sees it

## The form as customers get it

form-print = Print form…
form-whose = Customer: { $name } ({ $code })
form-menu = Print or save the form
form-pages-words = Page { $page } of { $pages } of the form: { $words }
paper-form-intro = Dear customer, thank you for your trust. Please tick in each line the box that fits best. Your answers help us to improve.
paper-form-customer = Customer
paper-form-by = Filled in by
paper-form-date = Date
paper-form-item = Item
paper-form-numbering = A.
paper-form-draft = Draft
paper-form-several = tick all that apply
paper-form-nps-low = not at all likely
paper-form-nps-high = very likely

# A form as a workbook.
sheet-form-intro = Dear customer, thank you for your trust. In each line, click the box that fits best and choose “√” from the arrow beside it, one box a line. Only white cells can be filled in. Then save this file and send it back to us.
sheet-form-who = {$name} ({$code})
sheet-form-pages = Page &P of &N
sheet-form-note = {" "}({$note})
sheet-form-ends = {" "}(0 = {$low}, 10 = {$high})
sheet-form-please = Please try again
sheet-form-tick = Please choose “√” from the arrow beside the box, or clear it.
sheet-form-tick-one = Please choose “√” from the arrow beside the box, one box for each item, or clear it.
sheet-form-choose = Please choose one from the list behind the arrow.
sheet-form-day = A date, such as 2026-06-30.
sheet-form-number = A number within {$range}.

# Forms of one's own, a file for each customer.
forms-not-approved = Revision {$revision} is not approved yet, so no form of it may go out. Approve it on the Questionnaire tab first, or with manyi sign --as approved.
forms-no-frame = No customer is chosen for {$wave}, so nobody knows whom the forms are for. Choose customers first: Returns, then Customers to ask.
forms-not-chosen = Customer {$code} is not chosen for {$wave}, so no form was made. Choose the customer first, or leave out the code.
forms-nothing-asked = Revision {$revision} asks nothing yet: there is no form to send.
cli-forms = Make a form to fill in for each customer of the list
cli-arg-kind = What the forms are: xlsx (an Excel file to fill in) or pdf (to print)
cli-arg-whose = Only for these customers, by code; without it for everybody chosen for the wave
cli-arg-folder = Folder for the forms; made if it is not there
said-forms = { $count ->
    [one] One form
   *[other] {$count} forms
} written to {$folder}
form-damaged = “{$file}” is a form of this program, but what says whose it is, is gone or damaged. It was not imported. Ask the customer for the original file, or type the return in.
form-newer = “{$file}” was made by a newer version of this program. It was not imported: update the program first.
form-foreign = “{$file}” is another firm's form. It was not imported.
form-foreign-of = “{$file}” is a form sent by “{$company}” and does not belong to this workspace. It was not imported: open that firm's workspace.
form-no-wave = The wave “{$file}” was made for is no longer in this workspace. It was not imported. If the wave was removed by mistake, undo that; otherwise type the return in.
form-no-revision = The revision “{$file}” was made of is no longer in this workspace. It was not imported: type the return in.
form-other-wave = “{$file}” is a form of “{$survey}”, {$wave}, not of the wave asked for. It was not imported. Without naming a wave it goes into its own.
form-older = “{$file}” is a form of the older revision {$revision}; {$items} were answered in it and are not asked, or not so, any more. It was not imported. Ask the customer to fill in the present form, or type the return in.
form-no-places = In “{$file}” the places of {$items} cannot be found: rows or columns were deleted or put between, the sheet was renamed or its words were changed by a program that lost the places. It was not imported. Ask the customer to fill in the original with Excel, WPS or LibreOffice, or type the return in.
form-other-sheet = { $file } is filled in otherwise on its sheet “{ $sheet }” too. A form is one sheet: remove the one that does not count, or save it as a file of its own, and import again.
form-empty = Nothing is filled in in “{$file}”. It was not imported: remind the customer.
form-unseen = No tick can be made out on the scan “{$file}”, and it was not imported. If the form is filled in, scan it again darker and at 200 dpi or more, or type the return in; if it is not, remind the customer.
form-there = “{$file}”: the return of { $customer } was imported on { $at } already, with the same answers, from “{$before}”. It was not imported again. If somebody else at the customer answers the same, type that return in.
form-there-now = “{$file}”: the return of { $customer } lies in “{$before}” too, with the same answers. It is taken in once. If somebody else at the customer answers the same, type that return in.
platform-form = Manyi form
forms-pages-missing = Pages are missing of the scans
files-returns = Returns (sheets, PDF, pictures)
files-forms = Forms (sheets, Word)
platform-scan = Manyi form, scanned
frame-forms = Make forms
frame-forms-workbook = Excel forms, filled in on a computer…
frame-forms-pages = PDF forms, printed and scanned…
pick-forms = Folder for the forms
said-forms-in = { $count ->
    [one] One form imported
   *[other] {$count} forms imported
}
said-forms-in-issues = { $count ->
    [one] One form imported
   *[other] {$count} forms imported
}, {$issues} to review
forms-refused = { $count ->
    [one] One form was not imported
   *[other] {$count} forms were not imported
}
forms-late = { $count ->
    [one] One form came after the closing
   *[other] {$count} forms came after the closing
}
forms-late-wave = { $period } was { $closed }.
forms-late-explained = Taken in as late they stand apart and count nowhere. To let them count, open the wave again first.
forms-late-verb = Import as late
forms-refused-more = And {$count} more.
job-forms = Making forms
job-arrive = Reading files
failed-forms = No forms made
cli-import-which-wave = { $file } is no form of this program: say which wave it goes into, such as --wave 2026H1.
cli-import-late = { $count ->
    [one] One form was not imported
   *[other] {$count} forms were not imported
}: { $reason }
cli-import-forms = Forms imported: { $count }, to review: { $issues }, not imported: { $refused }
error-folder = The folder {$path} cannot be opened: {$why}

## Chart menu

chart-picture = Chart: { $title }
chart-menu = Chart menu: { $chart }
chart-copy = Copy chart
chart-save-as = Save as { $format }…
format-xlsx = Excel
chart-print = Print…
chart-turn = Show as table
chart-turn-back = Show as chart

## Nothing to show yet

missing-questionnaire = No questionnaire yet
missing-questionnaire-next = Write the items first; then returns can come in and be scored.
missing-questionnaire-go = Write the questionnaire
missing-wave = No wave yet
missing-wave-next = Open a wave, choose the customers to ask, then import what they answer.
missing-wave-go = Go to Returns
missing-reading = Computing…
missing-returns = No valid returns in this wave yet
missing-returns-next = Drop the files customers sent back onto the window, or choose them.
missing-returns-pick = Choose files…
missing-returns-go = Go to Returns
missing-passing = No return passes the filter
missing-passing-next = Loosen the conditions, or look at all customers.

# Groups side by side
group-title = Side by side: { $name }
group-customers = Customers
group-chance = Chance
group-judged = Between groups
group-differ = The groups differ, hardly by chance ({ $p })
group-differ-somewhere = All groups together differ ({ $p }), but no two can be told apart
group-unsure = The difference may be chance ({ $p })
group-too-few = Fewer than two groups can be shown: not tested
group-overlapping = A return may be in several groups: not tested
group-no-spread = Within each group all answered the same: nothing to test by
group-below = Below { $names }
group-apart = { $low } is below { $names }
group-headline = { $name }: { $said }
group-key = By { $name }. Dot: score; bar: 95% interval; thin line: all customers; dashed: target { $target }.
group-compare = Compare groups
group-page = Groups side by side
group-split-by = Split by
group-of = What is compared
group-dimensions = Index and dimensions
group-items = Items of { $name }
group-none = There is nothing to group by
group-none-next = The customer list has no attribute such as region or industry, and no question of the form splits customers. Once there is one, its groups can be compared.
group-head = Group
group-hidden-next = Settling whose the returns not assigned are, and giving their customers a value, shows more.
group-alike = By { $names } no group can be told apart from the others, or fewer than two can be shown.
group-by-name = By { $name }, hardly by chance: { $said }.
group-by = { $name } by { $points }
group-hidden-short = Too few, or found by subtraction
group-hidden = Groups of fewer than five customers have their count and no score; nor do those from which one of them could be found by subtraction.

## Filter

filter-all = All customers
filter-add = Filter
filter-clear = Clear filter
filter-chosen = { $name }: { $values }
filter-on = Only { $filter }
segment-key = Key accounts
segment-not-key = Other customers
segment-channel = Channel
segment-collector = Collector
segment-tag = Tag of a comment
segment-customer = Customer
segment-none = Not assigned

## Scores

scores-counted = Counted
scores-interval = 95% interval { $range }
scores-few = { $n ->
    [one] 1 return
   *[other] { $n } returns
 }, fewer than 5: no mean
scores-hidden = { $n } returns; fewer than 5 customers stand behind them, or are left when other groups are taken away: no score is shown
scores-gauge = Index { $score } on its scale
scores-table = Score table
scores-rules = Scoring rules: { $rules }
scores-reworded = reworded, not compared
scores-reworded-short = reworded
behind-returns = { $name }: { $n ->
    [one] 1 return
   *[other] { $n } returns
 }
fact-target = Target
fact-over = { $points } above
fact-short = { $points } short
fact-spans = { $said }, inside the interval
fact-band = Band
fact-before = previous { $score }
fact-first = no previous wave
fact-too-few = too few to compare
fact-one-customer = 1 customer = { $points } points
findings-besides = Besides
findings-more = { $count } more
findings-less = Only the first
title-semicolon = {"; "}
findings-title = Findings
findings-waiting = { $count ->
    [one] 1 needs action
   *[other] { $count } need action
 }
findings-raise = Raise action
findings-view = View
findings-raised = View { $number }
raise-below = { $name } { $score }, below the target of { $target }
raise-other = { $name } { $score }
answers-lowest = { $name }: { $code } is lowest, { $unhappy } of { $n } dissatisfied
answers-unhappy = { $name }: { $unhappy } of { $n } dissatisfied
answers-nobody = { $name }: none of { $n } dissatisfied
answers-hidden = { $name }: not shown how the answers fall
answers-few = { $name }: fewer than 5 returns
answers-piece = { $code } { $option }: { $n }
answers-na = N/A
answers-n = Answers
item-to-scores = Back to scores
item-before = Previous item
item-place = Item { $at } of { $all }
item-not-asked = This wave did not ask the item
item-not-asked-next = Look at another wave, or go back to the scores.
item-raise = Raise action
item-returns = See { $n ->
    [one] 1 return
   *[other] { $n } returns
 }
item-one-step = one step of 1 customer = { $points }
item-promoters = Promoters
item-detractors = Detractors
item-few = { $n ->
    [one] 1 answer, one dot
   *[other] { $n } answers, one dot each
 }
item-hidden-title = { $n ->
    [one] 1 answer
   *[other] { $n } answers
 }, not shown how they fall
item-hidden = Fewer than 5 customers stand behind this part of the returns, or are left when other groups are taken away. The options are not counted out: the score that is hidden could be reckoned from them.
item-unhappy = { $unhappy } dissatisfied, { $happy } satisfied
item-nobody = Nobody is dissatisfied
item-recommend = Likely to recommend, 0–10
item-trend = By wave
item-split = By { $name }
item-split-by = Split by
item-split-lowest = { $part } lowest, { $score }
item-split-few = fewer than 5, not shown
item-split-hidden = could be found by subtraction
item-split-n = { $n ->
    [one] 1 return
   *[other] { $n } returns
 }
item-split-note = Dashed: target { $target }. Thin: all customers { $all }.
item-low = Customers with low scores
item-low-range = Customers who scored { $low }–{ $high }
item-low-one = Customers who scored { $score }
item-low-hidden = Fewer than 5 customers stand behind this part of the returns, or are left when other groups are taken away. Who of them scored low is not listed: the score that is hidden could be reckoned from it.
item-low-nobody = No customer gave a low score.
item-low-together = { $count ->
    [one] 1 customer
   *[other] { $count } customers
 }, { $share } of turnover
item-low-count = { $count ->
    [one] 1 customer
   *[other] { $count } customers
 }
item-turnover = Turnover
item-customer-index = Customer index
item-nobody-known = Unknown customer
comments-title = Comments
comments-count = { $count ->
    [one] 1 comment
   *[other] { $count } comments
 }
comments-search = Search comments
comments-search-for = Words in comments
comments-gave = scored { $score }
comments-open = Open the return of { $customer }
comments-none = No customer left a comment.
comments-more = { $count } more, which the search finds.
comments-none-found = Nothing found.
findings-known = Raised: { $number }
item-trend-from = The axis begins at { $low }. Shaded: 95% interval.
item-trend-band = Shaded: 95% interval.

## Trends

trends-show = Show
trends-full = No more than { $most } lines at once. Take one away before adding another.
trends-open = Open { $name }
trends-close = Close { $name }
trends-target = Target line
trends-interval = 95% interval
trends-values = Values
trends-breaks = Breaks in wording
trends-same = The same customers
trends-same-all = The same { $k } customers
trends-same-all-note = Dotted: mean of the same { $k } customers, who answered every wave; who comes and goes does not move it.
trends-same-steps = The same customers ({ $k }, wave to wave)
trends-same-steps-note = Dotted: means of the same { $k } customers who answered one wave and the next. Fewer than five answered every wave, or the few others could be told, so it goes from wave to wave.
trends-same-none = The same customers are not drawn: fewer than five answered every wave or two in a row, or the few others could be told, or there are more than 200,000 returns in all. The satisfaction rate has no such line.
trends-same-filtered = Under a filter the same customers are not drawn: taken from the whole, single ones could be told.
trends-none = No line chosen
trends-none-next = Tick the index, dimensions or items to draw at the left.
trends-print = Print
trends-chart = Trend chart: { $title }. { $subtitle }
trends-look = See the scores of { $period }
trends-whole = Show all
trends-n = { $n ->
    [one] 1 return
   *[other] { $n } returns
 }
trends-differences = Compared with the previous wave
trends-draw = Add to chart
trends-data = Data
trends-unit = Scores 0–100
trends-broken = * Reworded: not compared with the previous wave.
trends-behind = n { $n }
trends-view-lines = Lines
trends-view-multiples = Grid
trends-view-answers = Answers
trends-answers-title = How answers were spread in each wave
trends-answers-none = The chosen lines have no options to count.
trends-multiple = Small chart: { $name } { $value }
trends-action = ▲ { $number } { $title }, carried out { $date }
trends-returns = Returns counted
raise-filtered = { $name } ({ $filter })
item-trend-few = No wave has a score that is shown: no mean is drawn.

cli-comma = {", "}
cli-left-private = { $file }: columns of personal data were left out: { $columns }.
cli-left-columns = { $file }: columns that fit no item or field were left out: { $columns }.
cli-left-beside = { $file }: written beside the questions, not read: { $said }.
cli-written-beside = { $file }: { $count ->
    [one] one answer brings words written beside its option; the option is read, the words stand on the page of the return
   *[other] { $count } answers bring words written beside their options; the options are read, the words stand on the pages of the returns
 } ({ $cells }).
cli-order-no-column = { $file }: there is no column for { $item }; --order was of no use for it.
cli-order-scores = { $file }: the numbers of { $item } are read as scores; --order was of no use for it.
cli-order-words = { $file }: the column of { $item } holds labels or ticks, no numbers of options; --order was of no use for it.
cli-left-items = { $file }: no column for these items, they count as unanswered: { $items }.
cli-left-rows = { $file }: rows that are no returns were left out: { $rows } ({ $why }).
cli-remark = { $file }: { $said }
cli-left-sheets = { $file }: only the sheet "{ $sheet }" was read; not read: { $sheets }.

# Why something cannot be done

refusal-gone = What this would change is not there any more
refusal-not-read = The returns are still being read; try again in a moment
refusal-locked = This revision is in use or approved and cannot change; make the next one first
refusal-company = Company name is missing
refusal-survey = Survey is missing
refusal-code = The code must not be empty
refusal-customer-code-taken = A customer has this code already
refusal-name = Name is missing
refusal-turnover = Turnover is a number from 0 up
refusal-code-taken = This code is taken
refusal-code-reserved = { $code } stands for the index or the satisfaction rate; choose another code
refusal-weight = A weight is above 0 and at most 1,000,000
refusal-score = A score is a number; empty means not counted
refusal-percent = Between 0 and 100
refusal-date = Write dates like 2026-03-01
refusal-too-deep = Dimensions have two levels at most; it does not fit there
refusal-reason = A reason is missing
refusal-nothing-answered = No question is answered yet
refusal-title = Name the action first
refusal-no-questionnaire = There is no questionnaire yet; build its items first
refusal-period = { $period } does not fit how often this survey is repeated; write the wave like { $example }
refusal-open-already = The wave of { $period } is open already
refusal-wave-closed = { $period } is closed and its list stays as it is. Reopen it first if something has to change.
refusal-wave-open = { $period } is not closed.
refusal-count = A whole number from 1 up
refusal-number = This is not a number
refusal-no-period = Write a period like 2023H1, 2023Q1, 2023-04 or 2023
refusal-period-twice = { $period } stands twice
refusal-share = { $n } answers cannot give this: { $below } of them are { $less }, { $above } are { $more }
refusal-figure = A score or a satisfaction rate is missing
refusal-wave-there = { $period } is a wave of this workspace: its returns belong there, nothing needs typing in
refusal-past-there = { $period } was typed in already: open it and change it there
refusal-kpi-there = A KPI of this name exists
refusal-percent-or-share = All values lie between 0 and 1 while the unit is %: write 95 or 95%, not 0.95
refusal-nobody = There is no customer this could be done to
refusal-tag-name = A tag needs a name.
refusal-tag-taken = There is a tag of that name already.
marking-no-answer = No answer cell is marked. Mark at least one answer; in a file, write the item's code into its cell, e.g. {"{"}CO1{"}"}.
marking-too-large = The sheet is larger than a form can be.
marking-unknown = { $cell }: “{ $found }” is neither a code of an item nor a field (customer, respondent, role, date, channel, collector).
marking-no-option = { $cell }: item { $item } has no option “{ $found }”.
marking-two-in-one = { $cell } is marked twice. Keep one of the two marks.
marking-twice = { $cell } and { $first } are marked as the same answer. Keep one of the two marks.
marking-one-option = { $cell }: only one option of { $item } is marked. Mark the cells of all its options, or one cell for the answer.
marking-no-words = { $cell }: nothing before or above this cell says what is asked there ({ $item }), so that another form could not be told from this one. Write the question on the blank, or mark the cell beside it.
marking-no-scale = { $cell }: item { $item } has no options to tick. Mark one cell for its answer.
mark-verb = Mark this form…
mark-offered = If it is a form of your own, mark once where its answers stand; every form like it is read by that from then on.
mark-title = Mark { $file }
mark-leave = Leave without marking
mark-what = What stands where
mark-what-explained = Choose a line, then press the cell of its answer. Options that are ticked have a cell each.
mark-option = { $item }={ $option }
mark-behind = { $cell } behind “{ $label }”
mark-target = { $what }: { $cells }
mark-nowhere = no cell
mark-by-options = a cell for each option
mark-sheet = Sheet of the form, { $cell }. Arrow keys move, Enter marks, Delete takes a mark away
mark-marked = { $cell }, marked { $what }
mark-count = { $marked } of { $all } items marked. What is not marked stays blank.
mark-nothing = Mark at least one answer
mark-save = Save the marks
marks-title = Forms of your own
marks-none = No form is marked yet
marks-none-next = Customers answer on a form the program does not know? Choose its blank and say once where each answer stands.
marks-choose = Choose a form…
marks-one = { $sheet } · { $count } items marked
marks-edit = Change marks
marks-save = Save with marks…
file-marked = { $file } marked
marks-remove = Remove marks
refusal-unchanged = It is that way already; nothing was changed
refusal-no-answer = This is no answer to the item: write the words of an option (several apart by semicolons), a number within its range, or a date like 2026-03-01

# Commands that edit

cli-wave = List the waves, or open one
cli-settle = List what waits to be settled, or settle one thing
cli-void = Make a return void, or let it count again
cli-correct = Correct an answer of a return, for a reason; the old one is kept
cli-sign = Sign a revision of the questionnaire: prepared, reviewed, approved
cli-arg-open = open this wave, e.g. 2026H1
cli-arg-issue = number of the thing to settle, as listed
cli-arg-answer = what the cell means: words of an option, a number, a date, a text
cli-arg-customer = it is the customer of this code
cli-arg-new-customer = it is a customer the register lacks, with this code
cli-arg-name = who signs, or what the new customer is called (else what the file says)
cli-arg-blank = leave it blank
cli-arg-keep = both returns count
cli-arg-void = make this one void
cli-arg-void-other = make the customer's other one void
cli-arg-import = number or file name of the import, see manyi imports
cli-arg-row = row of the return in its sheet
cli-arg-reason = why it does not count, or was corrected
cli-arg-issues = write what waits to be settled as a list (Excel), to be filled in and read back by manyi settle
cli-arg-filled = the list, filled in
cli-arg-returned = the return: its number, or IMPORT:ROW by number or file name of the import
cli-arg-item = code of the item
cli-arg-value = what it says instead: words or score of an option, a number, a date, a text, N/A; blank where empty
cli-arg-count-again = let it count again
cli-arg-revision = revision of the questionnaire, e.g. A/3; else the newest
cli-arg-role = what the signature says: prepared, reviewed or approved
cli-arg-date = date of the signature; today unless given
cli-wave-none = "{ $survey }" has no wave yet.
cli-frame = list who is asked and what came of it; choose by rule or one by one, note what was sent, exclude
cli-contact = note a call or a reminder
cli-flags = list doubtful returns (too few answers, same option throughout, too fast), make a kind void
cli-arg-flag = make all returns flagged so void
cli-arg-close = close this wave, e.g. 2026H1
cli-arg-reopen = open a closed wave again
cli-arg-count-late = let what came after the closing count
cli-arg-by = who does it
cli-arg-why = why it is opened again
cli-arg-late = take returns in though the wave is closed; they stand apart as late
cli-arg-rule = the rule that chooses the list
cli-arg-share = the percent of the rule, e.g. 30 or 80
cli-arg-seed = seed of the lot; the same seed draws the same customers
cli-arg-segment = attribute=value, e.g. region=East
cli-arg-attribute = attribute that holds the date of the last purchase
cli-arg-preview = only show what the rule chooses
cli-arg-add = put the customer of this code on the list
cli-arg-add-answered = put customers on the list who answered without being on it
cli-arg-leave-out = take the customer of this code off the list
cli-arg-exclude = exclude the customer of this code: it stays listed and counts in nothing
cli-arg-excuse = why it is excluded
cli-arg-ask-again = no longer exclude the customer of this code
cli-arg-issued = note that the form went out to everybody chosen who waits for it
cli-arg-channel = by which channel it went out
cli-arg-collector = who collects the answers
cli-arg-customers = codes of the customers
cli-arg-contact = a call or a reminder
cli-arg-how = how, e.g. telephone, mail
cli-arg-reached = somebody was reached
cli-arg-note = a note
cli-error-frame = One thing at a time: --rule, --add, --add-answered, --leave-out, --exclude (with --reason), --ask-again or --issued. A percent lies between 0 and 100; segment needs --where, bought needs --attribute.
cli-settle-none = Nothing waits to be settled.
cli-settle-read = { $settled } settled, { $waiting } left blank in the list
cli-settle-unread = { $cell } says "{ $said }", which answers nothing there: it still waits. Wanted is { $expected }, or Leave blank
cli-settle-strange = line of { $cell }: file, cell or text are not those of the issue with this number here. Nothing of it was taken; the list is of another workspace, or was rearranged
cli-error-settle = Give --issue NUMBER and one way to settle it; neither lists what waits.
cli-error-void = Give either --reason TEXT or --count-again.
cli-column-revision = revision
cli-column-opened = opened
cli-column-chosen = to ask
cli-column-issued = issued
cli-column-open-issues = to settle
cli-column-cell = where
cli-column-found = says
cli-column-expected = expected
error-no-issue = Nothing of number { $id } waits to be settled. "manyi settle WORKSPACE" lists what does.
error-no-row = Row { $row } of "{ $file }" holds no return.
error-wave-closed = { $period } was { $closed }. Take late returns in with --late (they stand apart and do not count), or open the wave again first.
error-no-issue-list = "{ $file }" is no list of things to settle: it needs the columns "Number" and "Take as".
error-no-return = No return { $name }. Its number stands on its page; FILE:ROW names it too.
error-unknown-revision = There is no revision "{ $label }", only: { $known }.
refusal-settled = This was settled already
refusal-other-issue = This is not settled that way: a cell nobody can read or a blank one gets an answer or stays blank, an unknown customer is named or stays unnamed, a second return counts or is made void

## Search

panel-width = Width of the panel
search = Search
search-hint = Item, dimension, customer, comment, action or command
search-nothing = Nothing found
search-items = Items
search-dimensions = Dimensions
search-customers = Customers
search-actions = Corrective actions
search-waves = Waves
search-commands = Commands
search-comments = Comments of this wave
search-frame = Customers chosen for this wave
search-import = Import returns…
search-export-scores = Export scores to Excel…
search-print-review = Print the review material
search-print-trend = Print the trend
search-print-scores = Print the scores
search-other-language = Show everything in Chinese
search-dark = Dark appearance
search-light = Light appearance

## Help

help = Help
help-chapter = Chapter
help-close = Close help
cli-encoding-guessed = { $file } was read as { $encoding }. If its words are wrong, take the import back and import it again with --encoding.

aside-no-answer = without any answer
aside-titles = titles again
aside-statistics = totals or means of the others
aside-yardstick = targets, weights, full marks, ranks, an example or another period, no answers
aside-struck = all its answers are struck through
aside-shifted = more fields than titles, perhaps a comma without quotation marks; mend the file and import it again
aside-there = returns that are there already from an earlier file
aside-note = a note or signature

outline-overall = Overall satisfaction
outline-item = { $code } (column { $column }) { $text }: { $kind }
outline-options = ; { $options }
outline-dimension = ; in { $name }
outline-added = Nobody chose { $labels }; they are options all the same: { $codes }.
outline-open = Nobody chose { $label }, and the answers cannot tell whether it is an option of { $codes }: without it the scale has a step less, and every answer another score. If the form has it, add it to the questionnaire before the first import.
outline-strays = { $code } stays a scale though these answers fit none of its options; they will wait in the review list: { $strays }.
outline-kinds = { $platform }, { $returns } returns, { $items } items: { $kinds }.
outline-points = The title or the values say what the numbers stand for: { $codes }.
outline-order-assumed = The order of the options of { $codes } is only that of the answers: before option numbers can be read, tell which number is which option.
outline-asked-first = The first option is the best, as you said: { $codes }.
outline-asked-last = The last option is the best, as you said: { $codes }.
outline-importance = State how important another item is: { $codes }.
outline-private = Left out because they tell who sat where: { $titles }.
outline-field = Who answered and when, no questions: { $titles }.
outline-around = Put around the questions by the platform, left out: { $titles }.
outline-untold = Left out because an import could not tell the column by its title: { $titles }.
cli-new-assumed = Assumed, to be looked through in the Questionnaire tab:
cli-new-export = { $file }: { $returns } returns, { $platform }.

aside-elsewhere = returns of another wave
aside-first = answered before, and the first answers stay
aside-said = you said they are no returns
repeat-replaced = Newer answers came with { $file }
error-repeats = { $file }, sheet "{ $sheet }": { $count } returns came in before with other answers: { $rows }. Say which count with --repeats newest, --repeats first or --repeats both.
error-repeats-alike = { $file }, sheet "{ $sheet }": every one of its { $count } rows says what a row of { $before } said, and nothing tells who answered. If it is the same file again, leave it out with --repeats first; if others answered alike, take it in with --repeats both.
repeat-row = row { $row } ({ $answers })
repeat-answer = { $title }: { $before } → { $now }
cli-arg-repeats = What becomes of returns that came in before with other answers: the newest count, the first stay, or both
cli-arg-keep-rows = Row that is a return though it does not look like one, as SHEET!ROW
cli-arg-leave-rows = Row that is no return though it looks like one, as SHEET!ROW

period-by-name = The name of the file speaks of { $other }. Which wave do its returns belong to?
period-by-dates = Nearly all of its dates lie in { $other }. Which wave do its returns belong to?
period-into = Into { $period }
period-leave-out = Leave out
asked-for-all = { $count ->
    [one] The file behind is read the same way where it asks the same.
   *[other] The { $count } files behind are read the same way where they ask the same.
}
said-left-out = { $count ->
    [one] 1 file left out
   *[other] { $count } files left out
}
repeats-changed = { $count } returns came in before with other answers. Which count?
repeats-alike = Every row says what a row of { $file } said, and nothing tells who answered. Is it the same file again?
repeats-row = Row { $row }: { $answers }
repeats-more = … and { $count } more
repeats-newest = The newer ones
repeats-first = The first ones
repeats-both = Both
repeats-same-file = The same file: leave it out
repeats-others = Others answered alike: take it in
mapping-which-period = Say which wave the file belongs to
mapping-which-answers = Say which answers count
aside-title = Rows that are no returns
aside-row = Row { $row }: { $why }
aside-kept = Row { $row }: a return, as you said
aside-keep = Is a return
aside-undo = Undo
aside-leave = Row { $row } is no return
cli-other-name = { $file }: its name speaks of { $other }, and it went into { $wave }. If that is wrong, take the import back.
cli-other-dates = { $file }: nearly all of its dates lie in { $other }, and it went into { $wave }. If that is wrong, take the import back.
## Scans

scan-page = { $file }, page { $page }
scan-damaged = { $place } cannot be read: the picture is damaged. Scan the page again.
scan-too-large = { $place } has more than { $most } million pixels. Scan the page with 300 dpi.
scan-too-many-pages = { $file } has { $pages } pages; at most { $most } are read at once. Split the file.
scan-no-code = { $place }: no code of a Manyi form is found. Scan the whole page with the code at its top at 150 dpi or more; another kind of form can be typed in.
scan-code-damaged = { $place }: the code at the top of the page cannot be read. Scan the page again with 300 dpi, or type it in.
scan-no-corners = { $place }: the black squares in the corners of the page are not found. At least three of them have to be in the picture; scan or photograph the whole page.
scan-missing = { $file }: of the form of { $customer } page { $pages } is missing. What it asks is left blank; scan it too, or type it in.
scan-completed = { $file } brings further pages of the form of { $customer } that came before: both are one return now, with all its pages beside it.
scan-unread = { $file }: page { $pages } holds no form and was left aside.

aside-trial = somebody tried the survey out
aside-doubtful = Row { $row } is called what sums others up, but came in as a return
aside-drop = Is none
cli-doubtful = { $file }: rows { $rows } came in as returns though they are called what sums others up. If they do, take the import back and import it again with --leave-row.
platform-wenjuanwang = Wenjuanwang
scan-line = The line on the scan
scan-line-gone = The scan of this line is not kept any more.
aside-other-titles = under titles in another order; copy them to a sheet of their own and import that
issue-scanned = { $code } has marks at “{ $found }”
issue-scanned-blank = { $code } is to be looked at

cli-plan = How many customers to ask for the interval wanted; needs no workspace
cli-arg-frame = customers on the list
cli-arg-sd = standard deviation of the index among customers, in points, such as the last wave's; 15 unless given
cli-arg-half-width = how many points the 95% interval may reach up and down at most; 5 unless given
cli-arg-response = share of those asked who answer validly, such as 70%; 70% unless given
plan-ask = How many?
plan-title = How many to ask
plan-list = Customers there are
plan-half = Interval wanted, ± points
plan-response = Valid returns, % of those asked
plan-sd = Spread (s) of the index, points
plan-sd-from = Standard deviation and response are those of { $wave }.
plan-incomplete = Numbers above 0; at most 100 points and 100 %
plan-given = { $frame } customers on the list, standard deviation of the index { $sd } points, 95% interval wanted within ±{ $half } points, valid returns { $response }.
plan-firm = Our service (what target and changes are judged by)
plan-customers = These customers on the list
plan-line = { $question }: { $answer }
plan-reached = { $returns } valid returns are needed: ask { $send }.
plan-too-few = { $returns } valid returns are needed, but of all { $send } customers asked { $expected } are expected to answer, which gives ±{ $half } points. Remind them, or accept the wider interval.
plan-never = even an answer from every customer is too few; of all { $send } asked { $expected } are expected to answer, which gives ±{ $half } points.
cli-hint-points = points: more than 0, at most 100
cli-hint-share = a share: more than 0, at most 100%, such as 70%

gap-heading = { $wanted } against performance
gap-important = Importance
gap-expected = Expectation
gap-either = Importance or expectation
gap-title = { $codes }: performance falls short of { $wanted ->
    [Importance] importance
    [Expectation] expectation
   *[other] importance or expectation
} (beyond chance)
gap-title-none = No question where performance surely falls short of { $wanted ->
    [Importance] importance
    [Expectation] expectation
   *[other] importance or expectation
}
gap-key = Filled: performance; hollow: { $wanted ->
    [Importance] importance
    [Expectation] expectation
   *[other] importance or expectation
}; at the right: the gap; dashed: target { $target }
gap-found = Performance
gap-points = Gap
gap-said = Verdict
gap-interval = { $low } to { $high }
gap-short = short (beyond chance)
gap-over = above (beyond chance)
gap-none = within { $margin } points
gap-unsure = may be chance
gap-few = under five customers, not shown
gap-note = Gap = { $wanted ->
    [Importance] importance
    [Expectation] expectation
   *[other] importance or expectation
} − performance: positive where performance falls short. Of returns that answered both, paired test, corrected for { $n } questions.
gap-unlike = { $codes }: the question of importance or expectation has another scale, so they are not compared.
matrix-heading = Importance and performance
matrix-item = Question
matrix-score = Score
matrix-stated = Importance as customers state it
matrix-derived = Importance derived from the answers
matrix-quarter = Quarter
matrix-target = Target { $target }
matrix-mean = Mean { $mean }
matrix-first = Improve first
matrix-keep = Keep up
matrix-later = Improve later
matrix-enough = Maintain
matrix-comma = {", "}
matrix-and-more = { $codes } and { $count } more
matrix-title-first = Important and below target: { $codes }
matrix-title-perhaps = { $codes }: important and scoring below target, though perhaps by chance
matrix-title-none = No question of more importance scores below target
matrix-none = Which questions matter more cannot be told yet
matrix-too-few = Importance was not asked for; deriving it from the answers takes 60 returns. Of these { $n } the order would mostly be chance. A question about importance can be added to the questionnaire.
matrix-note-stated = Importance is what customers state (0–100); the horizontal line is the mean.
matrix-note-overall = Importance is the correlation of each question with overall satisfaction ({ $code }); the horizontal line is the mean. Correlation is not cause.
matrix-note-index = Importance is the correlation of each question with the index of all others; the horizontal line is the mean. Correlation is not cause.
matrix-left-out = Questions without importance or score that are not drawn: { $count }.
consistency-many = Consistency (alpha) of these { $count } questions is { $value } (95% interval { $low }–{ $high }, { $n } complete returns): { $verdict }.
consistency-two = Consistency of these two questions is { $value } (Spearman–Brown, { $n } complete returns).
consistency-enough = adding them up to one score holds
consistency-poor = too low to add them up to one score
consistency-unsure = whether they may be added up to one score cannot be told
consistency-short = 95% interval { $low }–{ $high }, { $n } complete returns; { $verdict }.
consistency-rough = Below 30 returns this is a rough guide.
consistency-dropped = Without { $code } it would be { $value }.
beside-title = Beside the scores
beside-satisfied-title = { $satisfied } of { $n } customers are satisfied
beside-satisfied = Satisfied customers
beside-satisfied-note = the index of { $satisfied } of { $n } reaches { $from }; 95% interval { $range }
beside-nps = Net promoter score { $code }
beside-nps-note = promoters { $promoters }, passives { $rest }, detractors { $detractors }; 95% interval { $low } to { $high }
beside-consistency = Consistency (alpha)
beside-latent = { $name } (latent index)
beside-latent-interval = 95% interval { $range }
beside-latent-mean = equally weighted { $mean }
beside-latent-path = path coefficient of { $from } { $coefficient }
beside-latent-r2 = { $share } explained
beside-comma = {"; "}

error-taken-kpi = There is a KPI { $code } already. Please use another code.
error-taken-tag = There is a tag “{ $name }” already. Please use another name.
done-past = Earlier waves entered: { $subject }
done-kpi = KPIs entered: { $subject }
done-tags = Tags: { $subject }
done-tag = Tagged: { $subject }
done-mark-form = Marked: { $subject }. Forms like it are read by the marks from now on.
done-marks-removed = Marks removed: { $subject }

cli-past = Enter earlier waves whose returns are lost: scores, returns and satisfaction rates from an old report; without a file, list them
cli-kpi = Enter figures of your own (on-time delivery, complaints …), a row a month and a column each; without a file, tell whether they changed
cli-arg-past-file = a row a figure: wave, of (index, or the code of a dimension or item), score, n, s, satisfied
cli-arg-kpi-file = the first column holds periods, every other one a series; its unit stands in brackets in the heading
cli-arg-external = these are indices of others (of the trade), not our own
cli-arg-stage = something was done otherwise from this period on: limits begin anew; may be given several times
cli-arg-baseline = limits rest on so many first points of each stage and stay
error-past-wave = There is a wave with returns in { $period } already: it needs no figures typed in. Please take it out of the file.
error-impossible-share = { $n } returns cannot give { $found }: { $below } of them are { $lower }, { $above } are { $upper }. Please check how many returns there were, and the rate.
error-percent-or-share = "{ $name }" is in %, but none of its values exceeds 1: whether 0.95 is 95% or 0.95% cannot be told. Please write 95 or 95%; very small percentages with their sign, such as 0.3%.
past-list = Waves typed in
past-add = Add a past wave…
past-new = Add a past wave
past-edit = { $period }, typed in
past-period = Period
past-paste = For waves whose returns are lost. Type what the old report says, or paste cells copied in Excel into the table. Leave the rest empty.
past-n-short = n
past-sd-short = SD
past-rate-percent = Satisfied %
past-keep = Keep
past-remove = Remove
entered-open = Change { $name }
typed-fault = { $name }: { $why }
typed-lost = { $n ->
    [one] 1 pasted cell found no place and was left out
   *[other] { $n } pasted cells found no place and were left out
 }
kpi-list = KPIs
kpi-add = Add a KPI…
kpi-new = Add a KPI
kpi-edit = Change the KPI
kpi-change = Change { $name }
kpi-name = Name
kpi-name-hint = On-time delivery
kpi-unit = Unit
kpi-paste = A month or quarter a row, typed or pasted from Excel as two columns.
kpi-period = Period
kpi-value = Value
kpi-stages = Process changed in (limits begin anew)
kpi-baseline = Limits rest on the first … points
kpi-baseline-hint = all
kpi-of-others = An index of others, beside ours
kpi-remove = Remove
past-none = { $survey }: no earlier waves entered.
past-of = Of
past-score = Score
past-n = Returns
past-sd = Standard deviation
past-rate = Satisfaction rate
kpi-none = No KPIs entered.
kpi-external = { $name } (of others)
kpi-line = { $name }: { $period } { $value }; { $story }
kpi-better = Better
kpi-better-unsaid = not said
kpi-better-up = the higher the better
kpi-better-down = the lower the better
kpi-acts-on = Dimension it acts on
kpi-acts-on-none = none
proven-contrary-rose-better = { $kpi } rose (better) while the score of { $dimension } fell: both beyond chance, the figure and the customers part.
proven-contrary-rose-worse = { $kpi } rose (worse) while the score of { $dimension } rose: both beyond chance, the figure and the customers part.
proven-contrary-fell-better = { $kpi } fell (better) while the score of { $dimension } fell: both beyond chance, the figure and the customers part.
proven-contrary-fell-worse = { $kpi } fell (worse) while the score of { $dimension } rose: both beyond chance, the figure and the customers part.
sheet-better = better
sheet-external = external
kpi-steady = within its limits { $low }–{ $high }, no sign of a change
kpi-signals = limits { $low }–{ $high }; { $signals }: worth looking for a cause
kpi-beyond = { $period } lies outside
kpi-beyond-several = { $from } to { $to } lie outside
kpi-run = by { $period } eight or more in a row on one side of the mean
kpi-provisional = {" "}(of { $n } points only: provisional limits)
kpi-few = { $n } points only: no change can be seen
kpi-few-shifted = { $n } points only, but about their median they do what chance seldom would

item-nps-interval = net promoter score, 95% interval { $low } to { $high }

beside-general = About everything
sentiment-satisfied = Satisfied
sentiment-middle = In the middle
sentiment-dissatisfied = Dissatisfied
tag-complaint = Complaint
tag-praise = Praise
tag-wish = Wish
tag-other = Other
tag-class = Class
comment-beside = Beside
comment-question = Question
comment-felt = Answer beside
comment-text = Comment
comment-tags = Tags
comment-customer = Customer
comment-count = Comments
paper-section-comments = What customers wrote
paper-more-comments = { $count ->
    [one] 1 more comment is in the workbook of the scores.
   *[other] { $count } more comments are in the workbook of the scores.
}
cli-comments = what customers wrote, beside what it is about, with its tags
cli-tag = make, change or remove a tag of comments; give it to comments, take it off
cli-comment = Comment
cli-no-tag = There is no tag “{ $name }” in the survey. Tags there are: { $known }
   *[other] Those there are: { $known }.
}
cli-no-comment = “{ $name }” names no comment of the wave. A comment is named RETURN:CODE, as manyi comments lists them.
cli-arg-tags = only comments that have this tag; several: any of them
cli-arg-tag = the tag by its name
cli-arg-class = what kind of thing it says; other unless named
cli-arg-words = words that give a comment the tag, instead of those it had
cli-arg-no-words = no word gives it any more: by hand alone
cli-arg-rename = another name for it
cli-arg-remove = remove the tag, from every comment too
cli-arg-on = comments that get it, as manyi comments names them
cli-arg-off-comment = comments it is taken off, as manyi comments names them
comments-none-next = Text items of the questionnaire bring comments.
comments-beside-any = Beside anything
comments-all = All
comments-untagged = Without a tag
comments-show-all = Show all comments
comments-tick-all = { $count ->
    [one] Tick the one shown
   *[other] Tick all { $count } shown
}
comments-tick-none = Tick none
comments-tick = Tick: { $text }
comments-give = Give a tag
comments-take-off = Take a tag off
comments-no-tags = The survey has no tags yet. Make one with the words that give it, or without any.
comments-meant-none = Choose a comment, or tick several; number keys give tags.
comments-meant = { $count ->
    [one] for 1 comment; number keys do it too
   *[other] for { $count } comments; number keys do it too
}
comments-to-return = Open the return
comments-to-all = All comments
comments-felt-general = A comment about everything: no answer stands beside it.
comments-felt-none = Nothing was ticked beside it.
comments-tag-of = Tag { $tag }
comments-by-hand = { $tag } ({ $class }): given by hand
comments-by-word = { $tag } ({ $class }): by its words
tag-new = New tag
tag-new-verb = Make the tag
tag-edit = Change the tag
tag-edit-ask = Change a tag
tag-edit-verb = Change it
tag-remove = Remove the tag
tag-name = Name
tag-words = Words that give it
tag-words-hint = Separated by commas; none: by hand alone
tag-words-note = A comment in which one of the words stands has the tag, today and in every wave to come. Where words overlap, the longest counts: “not satisfied” is not also “satisfied” if both are words of tags. What you give or take off by hand stays.
tag-frequent = Words several comments have in common:
comments-written = What customers wrote
## Compared with another wave

changes-title = Compared with { $wave }
changes-count = { $word } { $count }
changes-verdict = Verdict
changes-difference = Difference
changes-low = Difference, low
changes-high = Difference, high
changes-shown-from = Would show from
changes-same-count = Same customers
changes-same-before = Same customers, before
changes-same-after = Same customers, after
changes-same-verdict = Same customers, verdict
changes-interval = { $low } to { $high }
changes-interval-90 = { $low } to { $high } (90%)
changes-same-customers = { $name }: among the same { $count } customers, who answered both waves, { $before } → { $after } ({ $points }, { $verdict }); among all who answered: { $all }.
proven-judged = Rose, fell: beyond chance (95% interval). Same: surely less than { $points } points apart (90% interval). Can't tell: neither; "would show from" is the smallest change these answers would have shown 8 times of 10.
proven-corrected = Since many are compared together the verdicts are stricter: dimensions by Holm; items by Benjamini–Hochberg: of the items said to have risen or fallen at most one in twenty is chance, on average. Intervals are not: one without 0 by itself may still be "can't tell" among the others.
changes-restated = { $wave } is scored anew by the rules of this wave: { $fields } changed.
changes-reworded = Reworded, not compared: { $names }.
changes-few = Too few answers, or not asked in the other wave, not compared: { $names }.
sheet-changes = Changes
changes-unsure-items = Of { $count } more items nothing can be told and they are not listed: with these answers a change of { $range } points, item by item, would be found 8 times of 10.
changes-unsure-items-only = Of { $count } more items nothing can be told and they are not listed.
changes-show-scores = Scores
changes-show-changes = Changes
changes-against = Compared with
changes-none = Nothing that can be compared

## Rules and what they make of a wave

what-if-title = What the rules make of { $wave }
what-if-now = As it is scored now
what-if-title-no-wave = What the rules make of a wave
what-if-set-now = Now
what-if-set-edited = Edited
what-if-set-kept = Kept { $number }
what-if-keep = Keep beside
what-if-keep-tip = Keeps the rules as they are chosen now as a column beside, two at most
what-if-keep-choice = Keep beside – { $rule }: { $chosen }
what-if-remove = Remove { $name }
what-if-making = reckoning…
what-if-stopped = called off
what-if-again = Reckon
what-if-same = { $name }: every rule these figures go by is the same.
what-if-choices = Every other choice
what-if-choices-about = Each line: the same returns, that one rule of those at the left chosen otherwise, and in brackets how far that is from them. All returns that count, whatever the filter.
save-report = Save the document
what-if-menu = Print or save what the rules make
what-if-about = Each line is the same wave with that one rule chosen otherwise. Returns a person made void, or counts, stay as decided.
what-if-mark = * below the target of those rules.
what-if-apart = { $name }: { $rules }.
what-if-rule-is = { $name }: { $chosen }
what-if-other-bands = other bands
what-if-head-rule = Rule
what-if-head-choice = Chosen
what-if-head-below = Dimensions below target
what-if-head-counted = Returns that count
what-if-head-flagged = Flagged
what-if-index-hidden = index not shown (found by subtraction otherwise)
what-if-hidden = – is not shown where fewer than 5 customers lie between it and other figures here: what they answered could be found by subtraction.
what-if-index = index { $score }
what-if-behind = index of { $count } returns
what-if-satisfied = satisfied { $share }
what-if-band = band { $band }
what-if-below =
    { $count ->
        [0] no dimension below target
        [one] 1 dimension below target
       *[other] { $count } dimensions below target
    }
what-if-counted = { $count } returns count
what-if-flagged = { $count } flagged
what-if-with-change = { $words } ({ $moved })
what-if-nothing = no change
what-if-little = changes too small to show
cli-rules = what every choice of the rules would make of a wave: index, satisfied, dimensions, returns that count
