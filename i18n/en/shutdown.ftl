# The prompt at shutdown.

## The question
shutdown-window = Shut down
shutdown-title-power-off = Shut down?
shutdown-title-reboot = Restart?
shutdown-looking = Looking for waiting updates…
shutdown-ready-power-off = Updates are ready and can be installed before the computer turns off.
shutdown-ready-reboot = Updates are ready and can be installed before the computer restarts.
shutdown-not-now = Updates are ready, but this is not the moment to install them.
shutdown-not-now-count =
    { $count ->
        [one] { $count } update is ready, but this is not the moment to install it.
       *[other] { $count } updates are ready, but this is not the moment to install them.
    }
shutdown-nothing-power-off = All programs are closed and the computer turns off.
shutdown-nothing-reboot = All programs are closed and the computer starts again.
shutdown-busy = Updates are being installed right now.
shutdown-unknown = It could not be found out whether updates wait.

## Facts
shutdown-packages =
    { $count ->
        [one] { $count } package
       *[other] { $count } packages
    }
shutdown-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
shutdown-updates = Updates
shutdown-release = A new release of the system
shutdown-size-downloaded = { $size }, downloaded
shutdown-size-to-download = { $size } to download
shutdown-downloaded = downloaded
shutdown-to-download = not downloaded
shutdown-kilobytes = { $number } kB
shutdown-megabytes = { $number } MB
shutdown-gigabytes = { $number } GB
shutdown-security =
    { $count ->
        [one] { $count } of them fixes a security problem
       *[other] { $count } of them fix security problems
    }
shutdown-duration =
    { $minutes ->
        [one] About { $minutes } minute
       *[other] About { $minutes } minutes
    }
shutdown-plugged-in = plugged in, { $percent } %
shutdown-on-battery = on battery, { $percent } %
shutdown-mains = plugged in
shutdown-show-packages = Show packages
shutdown-hide-packages = Hide packages
shutdown-source = From { $source }

## Warnings
shutdown-battery-title = Battery at { $percent } %, not charging
shutdown-battery-detail = Updates wait until the charger is in or the battery is above { $least } %: a computer that turns off in the middle may not start again.
shutdown-blocked-title =
    { $count ->
        [one] A program is still at work
       *[other] { $count } programs are still at work
    }
shutdown-blocked-line = { $who }: { $why }
shutdown-users-title = Other people are signed in
shutdown-users-detail = { $names }. What they have not saved is lost.
shutdown-last-failure-title = The last update did not succeed
shutdown-told-detail =
    { $reason }
    What it was to install goes on waiting.
shutdown-unknown-title = Updates cannot be checked
shutdown-unknown-detail =
    { $reason }
    What waits goes on waiting, unless the system installs it by itself.
shutdown-busy-title = An update is running
shutdown-busy-detail =
    { $reason }
    A computer that turns off now may not start again.
shutdown-obstacle-title = They cannot be installed now
shutdown-offline = They have to be downloaded first.
shutdown-countdown-battery = On battery, nothing is installed by itself.

## Choices
shutdown-install-first = Install updates first
shutdown-install-charger = Plug in the charger to choose this.
shutdown-countdown-power-off = Shuts down in { $seconds } s
shutdown-countdown-reboot = Restarts in { $seconds } s
shutdown-countdown-cancel = Closes in { $seconds } s
shutdown-cancel = Cancel
shutdown-close = Close
shutdown-power-off = Shut down
shutdown-reboot = Restart
shutdown-update-power-off = Update and shut down
shutdown-update-reboot = Update and restart
shutdown-anyway-power-off = Shut down anyway
shutdown-anyway-reboot = Restart anyway
shutdown-look-again = Look again

## At work
shutdown-working-title = Installing updates
shutdown-working-detail = Keep the computer on and plugged in. It goes down by itself afterwards.
shutdown-leaving-title = Shutting down
shutdown-leaving-detail = The system is asked to go down.
shutdown-step = Step { $at } of { $total }

## Windows that are to close first
shutdown-closing-title = Closing windows
shutdown-closing-detail = Programs are asked to close, and may ask what is to be saved.
shutdown-open-title = Not everything has closed
shutdown-open-detail-power-off = What is not saved there is lost when the computer turns off.
shutdown-open-detail-reboot = What is not saved there is lost when the computer restarts.
shutdown-open-count =
    { $count ->
        [one] This is still open
       *[other] { $count } are still open
    }
shutdown-open-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
shutdown-open-nameless = a window without a name
shutdown-unasked-title = The windows could not be asked to close
shutdown-back = Go back
shutdown-anyway-log-out = Log out anyway

## Failures
shutdown-failed-install = The updates were not installed
shutdown-failed-skip = The updates could not be held back
shutdown-failed-power = The computer did not go down
shutdown-failed-deed = That could not be done
shutdown-failed-stays =
    { $reason }
    The computer stays on.
shutdown-still-on = The system agreed to go down, but is still running.
shutdown-retry = Try again
shutdown-without-power-off = Shut down without updating
shutdown-without-reboot = Restart without updating

## The session
shutdown-session-title = Leave this session
shutdown-session-detail = What is not saved is lost.
shutdown-session-blocked =
    { $count ->
        [one] A program is still at work: { $names }.
       *[other] { $count } programs are still at work: { $names }.
    }
shutdown-session-nothing = Nothing of this is permitted here.
shutdown-lock = Lock
shutdown-log-out = Log out
shutdown-sleep = Sleep
shutdown-key-lock = L
shutdown-key-log-out = O
shutdown-key-sleep = S
shutdown-key-reboot = R
shutdown-key-power-off = D

## Why it is unknown, and what failed
shutdown-reason-missing = { $tool } is not installed.
shutdown-reason-timed-out = { $tool } did not answer in time.
shutdown-reason-not-started = { $tool } cannot be started: { $detail }.
shutdown-reason-failed = { $tool } failed with status { $status }: { $detail }
shutdown-reason-not-understood = The answer of { $tool } is not understood: { $detail }
shutdown-reason-unreadable = “{ $file }” cannot be read: { $detail }.
shutdown-reason-malformed = “{ $file }” is not understood: { $detail }.
shutdown-reason-stale =
    { $days ->
        [one] “{ $file }” is { $days } day old.
       *[other] “{ $file }” is { $days } days old.
    }
shutdown-reason-packaged-base = The base system comes in packages, which freebsd-update does not know.
shutdown-reason-no-command = No command is set in shutdown.toml.
shutdown-busy-process = Process { $process } is installing updates.
shutdown-busy-lock = The packages are locked: { $detail }
shutdown-obstacle-release = A release upgrade is installed in several steps, with a restart between them: run “freebsd-update install” yourself.
shutdown-obstacle-updater = Another updater has the next start: { $link }
shutdown-obstacle-space = Too little room on the disk: { $free } are free, and { $needed } should be.
shutdown-obstacle-secure-level = The system’s files are protected: kern.securelevel is { $level }.
shutdown-obstacle-offline = There is no network to download them by.
shutdown-error-denied = You are not allowed to do this: { $detail }
shutdown-error-service = { $service } does not do it: { $detail }
shutdown-error-not-done = It was not done: { $detail }
shutdown-error-running = Another prompt or update is at work.
shutdown-error-file = “{ $file }”: { $detail }
shutdown-error-open = Not everything has closed: { $names }
shutdown-error-no-bus = There is no system bus to ask.

## Command line
shutdown-say-none = no updates wait
shutdown-say-available =
    { $count ->
        [one] no updates wait; { $count } could be downloaded ({ $source })
       *[other] no updates wait; { $count } could be downloaded ({ $source })
    }
shutdown-say-pending =
    { $count ->
        [one] { $count } update waits ({ $source })
       *[other] { $count } updates wait ({ $source })
    }
shutdown-say-pending-some = updates wait ({ $source })
shutdown-say-security =
    { $count ->
        [one] { $count } fixes a security problem
       *[other] { $count } fix security problems
    }
shutdown-say-busy = an update is running: { $reason }
shutdown-say-unknown = cannot tell whether updates wait: { $reason }
shutdown-say-abruptly = the updates could not be held back; services are not stopped cleanly
shutdown-say-succeeded = the last update succeeded
shutdown-say-failed = the last update did not succeed: { $detail }
shutdown-say-raised = another prompt is open; it was brought to the front
shutdown-ask = Install them first? [{ $install }] install, [{ $skip }] skip, [{ $cancel }] cancel:{" "}
shutdown-ask-unknown = Go down without knowing? [{ $skip }] yes, [{ $cancel }] cancel:{" "}
shutdown-ask-install = i
shutdown-ask-skip = s
shutdown-ask-cancel = c
shutdown-usage-backend = no source of updates is called "{ $name }"; see --list-backends
shutdown-usage-root = "{ $folder }" is no folder
shutdown-settings-unreadable = { $file } cannot be read: { $detail }
shutdown-settings-line = shutdown.toml, line { $line }: { $detail }
shutdown-settings-value = shutdown.toml: "{ $key }" cannot be { $value }
shutdown-nobody-can = neither logind nor a session of Candela is there to do that
shutdown-nobody-locks = no program that locks the screen runs in this session
shutdown-help =
    Asks at shutdown whether waiting updates are to be installed.

    usage: candela-shutdown [power-off|reboot] [--answer install|skip|cancel] [--dry-run]
           candela-shutdown lock|log-out|suspend [--dry-run]
           candela-shutdown detect [--json]
           candela-shutdown result [--once]
           candela-shutdown --list-backends|--list-deeds

    Without a word it asks whether to lock, log out, sleep, restart or shut down.
      power-off, reboot    asks about waiting updates, then goes down
      lock, log-out, suspend  does that to the session, and asks nobody
      detect               says what updates wait, and asks nobody
      result               says how the last update ended that ran while nobody was there;
                           --once: in a window, and only a failure that was not said before
      --answer ANSWER      answers in your place: install, skip or cancel
      --dry-run            prints what would be run, a JSON array of arguments a line
      --root DIR           looks for flag files, state and tools below DIR
      --backend NAME       asks that source of updates alone
      --list-backends      names the sources
      --list-deeds         names what can be done here, a word a line
      --json               prints one JSON document
      --help, --version

    exit status: 0 nothing waits, 10 install, 11 skip, 12 cancelled (do not power off),
    13 an update is running, 20 could not tell, 21 failed, 22 not authorised, 64 wrong usage
