# Words that several programs use.

## Errors of the system, by kind
shared-error-not-found = no such file or folder
shared-error-permission = permission denied
shared-error-no-space = no space left
shared-error-read-only = the file system is read-only

## Command lines
shared-usage-unknown-option = unknown option "{ $option }"; see --help
shared-usage-missing-value = option "{ $option }" needs a value; see --help
shared-usage-bad-value = "{ $value }" is no value for "{ $option }"; see --help
shared-usage-unexpected = unexpected argument "{ $argument }"; see --help
shared-usage-missing-argument = "{ $command }" needs { $argument }; see --help
shared-usage-unknown-command = unknown command "{ $command }"; see --help

## Windows
shared-no-display = no display to open a window on: start it inside a desktop session, or set DISPLAY or WAYLAND_DISPLAY
shared-display-failed = the window cannot be shown: { $detail }
