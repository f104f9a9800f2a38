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
shared-display-failed = the window cannot be shown: { $detail }
shared-look-unreadable = { $file } cannot be read: { $detail }
shared-look-line = look.toml, line { $line }: { $detail }
shared-look-value = look.toml: "{ $key }" cannot be { $value }
