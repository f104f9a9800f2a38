# The file manager.

## Window
files-title = { $folder } – Files
files-dismiss = Dismiss
files-menu = Menu
files-one-pane = One pane
files-path-hint = Path of a folder
files-path-more = Folders above
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
files-command-select-all = Select all
files-command-invert = Invert selection
files-command-new-tab = New tab
files-command-close-tab = Close tab
files-command-details = Details
files-command-grid = Grid
files-command-panes = Two panes
files-command-other-pane = Other pane
files-command-sidebar = Sidebar
files-command-copy-path = Copy path
files-command-terminal = Open a terminal here

## Places
files-place-home = Home
files-place-desktop = Desktop
files-place-documents = Documents
files-place-downloads = Downloads
files-place-pictures = Pictures
files-place-music = Music
files-place-videos = Videos
files-place-system = System
files-sidebar-bookmarks = Bookmarks
files-sidebar-devices = Devices

## Columns
files-column-name = Name
files-column-git = Git
files-column-size = Size
files-column-modified = Modified

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
files-show-all = Show everything

## Opening files
files-failed-no-application = { $name } cannot be opened: no app is installed for { $mime }
files-failed-start = { $name } cannot be opened with { $application }: { $detail }
files-failed-open = { $name } cannot be opened: { $reason }

## Command line
files-help =
    usage: candela-files [DIR ...]
           candela-files --select FILE ...
           candela-files list DIR [--json] [--hidden] [--sort name|size|modified|type] [--reverse] [--git]
    { "" }
    Opens folders in windows. Results go to stdout, errors to stderr. Exit status: 0 done, 1 failed, 2 wrong usage.

## Errors
files-error-read = cannot read "{ $path }": { $reason }
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
