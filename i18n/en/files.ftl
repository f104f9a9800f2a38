# The file manager.

## Window
files-at-work-who = Files
files-at-work-why = copies, moves or deletes files
files-title = { $folder } – Files
files-dismiss = Dismiss
files-menu = Menu
files-new-from = New “{ $name }”
files-one-pane = One pane
files-path-hint = Path of a folder
files-path-more = Folders above
files-search-hint = Search names
files-search-contents-hint = Search contents
files-search-recent-hint = Search recent files
files-search-names = Names
files-search-contents = Contents
files-history-search = “{ $text }” in { $folder }
files-found =
    { $count ->
        [one] { $count } item found
       *[other] { $count } items found
    }
files-filter-hint = Show only names with

## Commands
files-command-open = Open
files-command-up = Folder above
files-command-back = Back
files-command-forward = Forward
files-command-home = Home folder
files-command-reload = Reload
files-command-hidden = Hidden files
files-command-path = Type a path
files-command-filter = Filter names
files-command-search = Search
files-command-search-contents = Search contents
files-command-palette = Commands
files-command-keys = Keyboard shortcuts
files-command-bookmark = Add to bookmarks
files-command-select-all = Select all
files-command-invert = Invert selection
files-command-new-tab = New tab
files-command-close-tab = Close tab
files-command-details = Details
files-command-grid = Grid
files-command-compact = Compact
files-command-columns = Columns
files-command-pattern = Select by pattern
files-command-open-with = Open with…
files-command-look = Preview
files-command-preview = Preview pane
files-command-slides = Slideshow
files-look-nothing = There is no preview of this file.
files-media-length = Length
files-media-size = Picture
files-media-channels = Channels
files-media-rate = Sampling rate
files-media-hertz = { $rate } Hz
files-preview-nothing = Nothing selected
files-preview-close = Close the preview pane
files-command-panes = Two panes
files-command-other-pane = Other pane
files-command-sidebar = Sidebar
files-command-copy = Copy
files-command-cut = Cut
files-command-paste = Paste
files-command-copy-across = Copy across
files-command-move-across = Move across
files-command-trash = Move to trash
files-command-delete = Delete forever
files-command-rename = Rename
files-command-new-folder = New folder
files-command-undo = Undo
files-command-redo = Redo
files-command-git = Git changes
files-command-clone = Clone a repository
files-command-git-here = Git in this folder
files-command-git-anywhere = Git everywhere
files-command-restore = Restore
files-command-empty-trash = Empty trash
files-command-properties = Properties
files-command-copy-path = Copy path
files-command-terminal = Open a terminal here
files-command-zoom-in = Larger
files-command-zoom-out = Smaller
files-command-zoom-normal = Usual size
files-command-own-view = A view of its own for this folder
files-command-group = In groups
files-command-usage = What takes the room here
files-command-versions = Earlier versions
files-command-column = Column: { $column }
files-command-recent = Recent files
files-command-keep-search = Keep this search
files-command-forget-search = Keep this search no longer
files-command-history = Places before
files-command-compress = Create an archive…
files-command-extract = Extract here
files-command-extract-to = Extract to…
files-command-permissions = Permissions and owner
files-command-run = Run with arguments…

## Places
files-place-home = Home
files-place-recent = Recent files
files-place-desktop = Desktop
files-place-documents = Documents
files-place-downloads = Downloads
files-place-pictures = Pictures
files-place-music = Music
files-place-videos = Videos
files-place-system = System
files-sidebar-bookmarks = Bookmarks
files-sidebar-devices = Devices
files-sidebar-tree = Folders
files-sidebar-searches = Searches
files-eject = Eject
files-mount = Mount
files-volume = Disk of { $size }
files-failed-unmount = “{ $path }” stays mounted: { $detail }
files-failed-mount = It cannot be mounted: { $detail }
files-service-failed = The file manager cannot be offered to other programs: { $detail }
files-wrong-action = An action in candela/files-actions.toml makes no sense: { $detail }
files-wrong-key = A shortcut in candela/files.toml makes no sense: { $detail }

## Columns
files-column-name = Name
files-column-git = Git
files-column-size = Size
files-column-modified = Modified
files-group-folders = Folders
files-group-empty = Empty
files-group-small = Up to 1 MB
files-group-medium = Up to 100 MB
files-group-large = Over 100 MB
files-group-today = Today
files-group-yesterday = Yesterday
files-group-week = In the last 7 days
files-group-month = In the last 30 days
files-group-unknown = Not known

## Status
files-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
files-growing =
    { $count ->
        [one] { $count } item so far…
       *[other] { $count } items so far…
    }
files-selected =
    { $count ->
        [one] { $selected } of { $count } item selected
       *[other] { $selected } of { $count } items selected
    }
files-with-size = { $words } · { $size }
files-free = { $size } free
files-ahead = { $count } ahead
files-behind = { $count } behind
files-diverged = { $ahead } ahead, { $behind } behind
files-branches = Branches
files-stashed = { $count } stashed
files-conflicts =
    { $count ->
        [one] { $count } conflict
       *[other] { $count } conflicts
    }

## Sizes and moments
files-size-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
files-size-kilo = { $size } KB
files-size-mega = { $size } MB
files-size-giga = { $size } GB
files-size-tera = { $size } TB
files-moment-today = Today, { $time }
files-moment-yesterday = Yesterday, { $time }
files-moment-date = { $day } { $month } { $year }
files-month-1 = Jan
files-month-2 = Feb
files-month-3 = Mar
files-month-4 = Apr
files-month-5 = May
files-month-6 = Jun
files-month-7 = Jul
files-month-8 = Aug
files-month-9 = Sep
files-month-10 = Oct
files-month-11 = Nov
files-month-12 = Dec

## States
files-loading = Reading the folder…
files-unreadable = { $name } cannot be read
files-retry = Try again
files-empty = This folder is empty
files-nothing = Nothing found
files-nothing-note = No name here contains “{ $filter }”.
files-nothing-contents = No file here holds “{ $text }”.
files-recent-empty = No files were used yet
files-show-all = Show everything

## Opening files
files-failed-no-application = { $name } cannot be opened: no app is installed for { $mime }
files-failed-start = { $name } cannot be opened with { $application }: { $detail }
files-failed-open = { $name } cannot be opened: { $reason }

## Command line
files-help =
    usage: candela-files [DIR ...]
           candela-files --select|--properties FILE ...
           candela-files --service
           candela-files list DIR [--json] [--hidden] [--sort name|size|modified|type] [--reverse] [--git]
           candela-files copy SRC ... DEST [OPTION ...]
           candela-files move SRC ... DEST [OPTION ...]
           candela-files trash PATH ... | trash-list [--json] | restore [--conflict WORD] ID ... | empty-trash
           candela-files delete PATH ... | rename PATH NEW-NAME | make-folder PATH
           candela-files bulk-rename RULE PATH ... [--preview]
           candela-files make-file PATH [--template FILE] | make-link TARGET PATH
           candela-files permissions MODE PATH ... [--folders MODE] [--recursive]
           candela-files compress SRC ... ARCHIVE | extract ARCHIVE [DEST]
           candela-files undo | redo | history [--json]
           candela-files recover [--list|--resume|--roll-back] [--json]
    { "" }
    Opens folders in windows. Results go to stdout, errors to stderr. Exit status: 0 done, 1 failed, 2 wrong usage.
    { "" }
    Copy and move: DEST is a folder, or a new name for one source. Options:
      --conflict fail|skip|replace|keep-both|newer|different
                   what happens where a name exists (fail); what is replaced goes to the trash;
                   with skip, replace, newer and different a folder is merged into the one that is there
      --verify     reads each copy again from the disk and compares
      --durable    brings everything to the disk before a name appears
      --progress   tells on stderr how far it is
    { "" }
    Bulk rename gives all names or none. RULE is one of:
      --pattern TEXT [--start N] [--step N] [--digits N]
                   in which { "{name}" }, { "{ext}" } and { "{n}" } stand for the old name, its ending and the number
      --find TEXT --with TEXT, --regex REGEX --with TEXT, --case upper|lower|title
    Archives: .zip, .tar, .tar.gz, .tar.zst, .tar.xz, .gz, .zst, .xz; to extract also .7z.
    { "" }
    What was left undone is told on stderr, a line each, and makes the exit status 1.
    --help, --version

## Errors
files-error-read = cannot read "{ $path }": { $reason }
files-palette-hint = What shall be done?
files-keys-title = Keyboard shortcuts
files-keys-note = Choose a command, then press its new keys.
files-keys-press = Press keys …
files-keys-waiting = The next keys you press lead to { $command }.
files-keys-fixed = { $keys } cannot be given to a command: press others.
files-keys-taken = { $keys } leads to { $command } until now.
files-keys-take = Take them
files-keys-reset = Usual keys
files-keys-remove = No keys
files-keys-change = Change
files-error-write = cannot write "{ $path }": { $reason }
files-error-regex = that regular expression means nothing: { $detail }
files-error-facts =
    { $count ->
        [one] cannot read the details of { $count } entry of "{ $path }"
       *[other] cannot read the details of { $count } entries of "{ $path }"
    }
files-reason-not-found = no such file or folder
files-reason-permission = permission denied
files-reason-not-a-folder = not a folder
files-reason-is-a-folder = is a folder
files-reason-exists = the name is taken
files-reason-name = the name is not allowed here
files-reason-full = no space left
files-reason-read-only = read-only file system
files-reason-other = { $detail }
files-git-foreign = git repository of "{ $path }" belongs to another user; to trust it: git config --global --add safe.directory FOLDER
files-git-unreadable = git repository of "{ $path }" cannot be read: { $detail }

## Operations: what was left undone
files-failed-copy = cannot copy "{ $path }": { $reason }
files-failed-move = cannot move "{ $path }": { $reason }
files-failed-trash = cannot move "{ $path }" to the trash: { $reason }
files-failed-restore = cannot restore "{ $path }": { $reason }
files-failed-delete = cannot delete "{ $path }": { $reason }
files-failed-rename = cannot rename "{ $path }": { $reason }
files-failed-permissions = cannot change the permissions of "{ $path }": { $reason }
files-failed-compress = cannot create the archive "{ $path }": { $reason }
files-failed-extract = cannot extract "{ $path }": { $reason }
files-failed-make = cannot make "{ $path }": { $reason }
files-failed-undo = cannot undo "{ $path }": { $reason }
files-failed-redo = cannot do "{ $path }" again: { $reason }
files-failed-recover = cannot recover "{ $path }": { $reason }
files-reason-skipped = skipped, the name is taken
files-reason-not-newer = skipped, what is there is as new or newer
files-reason-not-different = skipped, what is there is the same
files-reason-same-file = source and target are the same file
files-reason-into-itself = a folder cannot go into itself
files-reason-over-its-folder = it would replace a folder that it lies in
files-reason-twice = another source gets the same name
files-reason-unnamed = “.”, “..” and “/” name no file; give the name of the file or folder itself
files-reason-no-folder = there is no such folder to put anything in
files-reason-changed = it has changed in the meantime
files-reason-no-trash = no trash can keep it here
files-reason-old-gone = what was replaced is no longer in the trash
files-reason-original-gone = what it was copied from is gone, so this is the only copy
files-reason-partly-removed = it was partly removed already; what is left is there again
files-reason-not-verified = the copy does not read back as it was written
files-reason-cancelled = cancelled
files-reason-case = two names differ in upper and lower case alone, which the target does not tell apart
files-reason-too-large = too large for the target
files-reason-bad-archive = it is not an archive that can be read, or it is damaged
files-reason-encrypted = it is encrypted
files-reason-escapes = left out, it would lead out of the folder
files-reason-bomb = far more comes out of it than an honest archive holds
files-reason-one-file = this kind takes one file and no folder
files-reason-io = input/output error: the medium or the connection may be at fault
files-reason-quota = the quota is used up
files-reason-open-files = too many open files
files-reason-no-journal = there is no place for the journal; set HOME or XDG_STATE_HOME
files-reason-busy = another process is at work on it
files-reason-journal = the journal cannot be written: { $reason }
files-lost-owner =
    { $others ->
        [0] the owner of "{ $path }" could not be kept
       *[other] the owner of "{ $path }" and { $others } others could not be kept
    }
files-lost-mode =
    { $others ->
        [0] the permissions of "{ $path }" could not be kept
       *[other] the permissions of "{ $path }" and { $others } others could not be kept
    }
files-lost-attributes =
    { $others ->
        [0] the extended attributes of "{ $path }" could not be kept
       *[other] the extended attributes of "{ $path }" and { $others } others could not be kept
    }
files-lost-times =
    { $others ->
        [0] the times of "{ $path }" could not be kept
       *[other] the times of "{ $path }" and { $others } others could not be kept
    }
files-lost-hard-link =
    { $others ->
        [0] "{ $path }" could not be linked as it was, and is a file of its own now
       *[other] "{ $path }" and { $others } others could not be linked as they were, and are files of their own now
    }
files-journal-version = the journal "{ $path }" was written by another version; it is set aside, and nothing was done
files-journal-cut-short = the journal "{ $path }" is cut short; it is set aside, and nothing was done
files-journal-damaged = the journal "{ $path }" is damaged; it is set aside, and nothing was done
files-settings-line = { $path }, line { $line }: { $detail }
files-settings-value = { $path }, line { $line }: "{ $key }" cannot be { $value }
files-no-answer = cancelled; the file system does not answer
files-no-answer-for = cancelled; the file system of { $path } does not answer
files-left-behind = What was begun is left as it is, under hidden names; "candela-files recover" tells what it is, and ends it
files-nothing-to-undo = there is nothing to undo
files-nothing-to-redo = there is nothing to do again
files-nothing-selected = Nothing is selected
files-error-not-in-trash = "{ $id }" is not in the trash

## Operations: progress
files-phase-planning = looking
files-phase-waiting = waiting for another operation
files-phase-working = working
files-phase-flushing = waiting for the disk
files-phase-verifying = verifying
files-phase-removing = removing
files-progress = { $phase }: { $items } of { $all }, { $percent } %, { $rate } MB/s, { $left } s left

## Operations in the window
files-new-folder = New folder
files-cancel = Cancel
files-name-hint = Name
files-name-slash = A name cannot contain “/”.
files-name-taken = The name is taken.
files-bulk-title = Rename several items
files-bulk-pattern = Pattern
files-bulk-replace = Replace
files-bulk-regex = Expression
files-bulk-case = Letters
files-bulk-pattern-of = Pattern of the names
files-bulk-pattern-note = { "{name}" } is the old name, { "{ext}" } its ending, { "{n}" } the number.
files-bulk-first = First number
files-bulk-step = Step
files-bulk-digits = Digits
files-bulk-find = Find
files-bulk-with = Replace with
files-bulk-lower = lower case
files-bulk-upper = UPPER CASE
files-bulk-words = Each Word
files-bulk-changed = Names that change: { $count }
files-bulk-refused = Names that are not possible: { $count }
files-pack-title = Create an archive
files-archive-name = Archive
files-extract-title = Extract to a folder
files-extract-note = Each archive gets a folder of its own there.
files-extract-yes = Extract
files-run-title = Run { $name }
files-run-hint = Arguments
files-run-quote = A quotation mark is not closed.
files-run-terminal = In a terminal
files-run-yes = Run
files-rename-title = Rename { $name }
files-rename-yes = Rename
files-folder-title = New folder
files-folder-yes = Create
files-clone-title = Clone a repository into this folder
files-clone-hint = URL or path of the repository
files-clone-yes = Clone
files-delete-title =
    { $count ->
        [one] Delete { $count } item forever?
       *[other] Delete { $count } items forever?
    }
files-delete-note =
    { $count ->
        [1] “{ $name }” is not kept in the trash and cannot be brought back.
       *[other] “{ $name }” and whatever else is selected are not kept in the trash and cannot be brought back.
    }
files-delete-yes = Delete forever
files-conflict-title = “{ $name }” exists already
files-conflict-note = What is replaced goes to the trash, and folders are merged.
files-conflict-there = There: { $size }, { $moment }
files-conflict-coming = New: { $size }, { $moment }
files-conflict-both = Keep both
files-conflict-replace = Replace
files-conflict-skip = Skip
files-conflict-all =
    { $count ->
        [one] The same for { $count } more
       *[other] The same for { $count } more
    }
files-more-failures =
    { $lines }
    … and { $count } more
files-done-copy =
    { $count ->
        [one] { $count } item copied
       *[other] { $count } items copied
    }
files-done-move =
    { $count ->
        [one] { $count } item moved
       *[other] { $count } items moved
    }
files-done-trash =
    { $count ->
        [one] { $count } item moved to the trash
       *[other] { $count } items moved to the trash
    }
files-done-restore =
    { $count ->
        [one] { $count } item restored
       *[other] { $count } items restored
    }
files-done-delete =
    { $count ->
        [one] { $count } item deleted
       *[other] { $count } items deleted
    }
files-done-undo = Undone
files-done-redo = Done again
files-pattern-title = Select by pattern
files-pattern-note = A * stands for any letters, a ? for one.
files-pattern-hint = *.jpg
files-pattern-yes = Select
files-turn-copy =
    { $count ->
        [one] copy of { $count } item
       *[other] copy of { $count } items
    }
files-turn-move =
    { $count ->
        [one] move of { $count } item
       *[other] move of { $count } items
    }
files-turn-trash =
    { $count ->
        [one] moving { $count } item to the trash
       *[other] moving { $count } items to the trash
    }
files-turn-restore =
    { $count ->
        [one] restoring { $count } item
       *[other] restoring { $count } items
    }
files-turn-rename =
    { $count ->
        [one] renaming { $count } item
       *[other] renaming { $count } items
    }
files-turn-permissions =
    { $count ->
        [one] changing the permissions of { $count } item
       *[other] changing the permissions of { $count } items
    }
files-turn-compress = creating an archive
files-turn-extract = extracting an archive
files-turn-make =
    { $count ->
        [one] creating { $count } item
       *[other] creating { $count } items
    }
files-undo-of = Undo { $what }
files-redo-of = Redo { $what }
files-job-copy =
    { $count ->
        [one] Copying { $count } item to { $target }
       *[other] Copying { $count } items to { $target }
    }
files-job-move =
    { $count ->
        [one] Moving { $count } item to { $target }
       *[other] Moving { $count } items to { $target }
    }
files-job-trash =
    { $count ->
        [one] Moving { $count } item to the trash
       *[other] Moving { $count } items to the trash
    }
files-job-delete =
    { $count ->
        [one] Deleting { $count } item
       *[other] Deleting { $count } items
    }
files-job-restore =
    { $count ->
        [one] Restoring { $count } item
       *[other] Restoring { $count } items
    }
files-job-rename = Renaming
files-job-permissions = Changing permissions
files-job-compress = Creating an archive
files-job-extract = Extracting
files-job-make = Creating
files-job-undo = Undoing
files-job-redo = Doing again
files-job-pause = Pause
files-job-resume = Resume
files-job-cancel = Cancel
files-job-paused = Paused
files-job-flushing = Waiting for the disk
files-job-waiting = Waiting for another operation
files-job-looking = Looking
files-job-rate = { $done } of { $all } · { $rate }/s
files-job-left = { $done } of { $all } · { $rate }/s · { $seconds } s left

## Git
files-git-refused = git refuses: { $detail }
files-git-missing = git is not installed
files-git-large = A large repository: the folders here show no state
files-git-close = Close
files-git-changes = Changes
files-git-log = History
files-git-blame = Lines
files-git-no-log = No commit holds this
files-git-no-blame = No lines to show
files-git-no-blame-note = Choose a text file that is committed.
files-git-uncommitted = not committed
files-git-commit-facts = { $author } · { $moment } · { $id }
files-git-off = Git is not looked at here. The palette (Ctrl K) turns it on again.
files-git-on = Git is looked at here.
files-git-none = Nothing is changed
files-git-outside = This folder is in no git repository
files-git-stage = Stage
files-git-unstage = Unstage
files-git-discard = Discard; what is there goes to the trash
files-git-message = Message
files-git-commit = Commit

## Trash and properties
files-place-trash = Trash
files-trash-empty = The trash is empty
files-properties-close = Close
files-property-place = Place
files-property-type = Type
files-property-mime = MIME type
files-property-contents = Contents
files-property-mode = Permissions
files-property-owner = Owner
files-property-owner-both = { $owner }, group { $group }
files-property-opens = Opens with
files-property-counted = Files: { $files }, folders: { $folders }, { $size }
files-property-counting = { $counted } so far…
files-property-unread = Could not be read: { $count }
files-properties-facts = General
files-access-mode = Permissions, in digits or words
files-access-note = 0644 gives exactly these; u+x,go-w gives and takes, as chmod understands it.
files-access-read = Read
files-access-write = Write
files-access-execute = Execute
files-access-group = Group
files-access-others = Others
files-access-of = { $right }: { $class }
files-access-set-user = Runs as its owner
files-access-set-group = Runs as its group
files-access-sticky = Only owners delete in it
files-access-below = Also for everything inside
files-access-below-note = Inside, only what is changed here is changed, and no file becomes a program. Words are taken as they stand.
files-access-apply = Apply
files-checksums = Checksums
files-checksums-reading = Reading the file…
files-checksums-compare = Checksum to compare with
files-checksums-same = It is the checksum of this file.
files-checksums-other = It is the checksum of another file.
files-checksums-unknown = It is no checksum as they are listed here.
files-usage-open = Show this folder
files-versions-title = Earlier versions of “{ $name }”
files-versions-told = { $moment } · { $size } · snapshot { $snapshot }
files-versions-back = Bring back a copy
files-versions-none = No snapshot has another version of “{ $name }”.
files-size-both = { $short } ({ $exact })
files-recover-title =
    { $count ->
        [one] { $count } operation was interrupted
       *[other] { $count } operations were interrupted
    }
files-recover-later = Later
files-recover-back = Take back
files-recover-on = Go on
files-recover-note = They did not come to their end: the program or the machine stopped. They can go on, or be taken back as if they had never begun.
