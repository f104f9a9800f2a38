# Words that several programs use.

## Command lines
shared-usage-unknown-option = unknown option "{ $option }"; see --help
shared-usage-missing-value = option "{ $option }" needs a value; see --help
shared-usage-bad-value = "{ $value }" is no value for "{ $option }"; see --help
shared-usage-unexpected = unexpected argument "{ $argument }"; see --help
shared-usage-missing-argument = "{ $command }" needs { $argument }; see --help
shared-usage-unknown-command = unknown command "{ $command }"; see --help

## Windows
shared-no-display = no display to open a window on: start it inside a desktop session, or set DISPLAY or WAYLAND_DISPLAY
shared-display-silent = display “{ $display }” does not answer: see that DISPLAY or WAYLAND_DISPLAY names a running one that you may use
shared-display-failed = the window cannot be shown: { $detail }
shared-look-unreadable = { $file } cannot be read: { $detail }
shared-look-line = look.toml, line { $line }: { $detail }
shared-look-value = look.toml: "{ $key }" cannot be { $value }

## Why an application does not start
shared-start-missing = The program “{ $program }” is not installed.
shared-start-permission = The program “{ $program }” may not be run.
shared-start-directory = Its working folder “{ $directory }” cannot be entered.
shared-start-exited = It ended at once: { $words }
shared-start-exited-silently = It ended at once with status { $status } and said nothing.
shared-start-no-application = Its desktop entry describes no application.
shared-start-no-command = Its desktop entry names no command.
shared-start-no-action = It has no action “{ $action }”.
shared-start-quote = The command in its desktop entry has an open quote.
shared-start-field-code = The command in its desktop entry has the unknown field code “{ $code }”.
shared-start-remote = It opens files of this machine only, not “{ $target }”.
shared-start-no-terminal = It needs a terminal, and none is installed.
shared-start-system = The system does not start “{ $program }”: { $detail }
shared-start-killed = It was killed at once by signal { $signal }.

## Keys, as they are printed on keyboards
shared-key-ctrl = Ctrl
shared-key-shift = Shift
shared-key-enter = Enter
shared-key-space = Space
shared-key-backspace = Backspace
shared-key-delete = Delete
shared-key-insert = Insert
shared-key-home = Home
shared-key-end = End
shared-key-page-up = Page Up
shared-key-page-down = Page Down
