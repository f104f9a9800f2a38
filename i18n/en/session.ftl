# The session.

session-help =
    usage: candela-session                             run a session until it ends
           candela-session status [--json]             how the running session is
           candela-session logout [--force] [--json]   end it; --force: whatever does not close
           candela-session close-windows [--force] [--spare PROCESS] [--json]
                                                       have every window closed, and go on; --force: whoever
                                                       asked to wait; --spare: but those of that process
           candela-session restart COMPONENT [--json]  start one of its programs anew
           candela-session inhibit [--why TEXT] COMMAND [ARGUMENT ...]
                                                       no log-out while the command runs
           candela-session wallpaper FILE              show a picture behind everything
           candela-session screenshot [--window]       save a picture of the screen
           candela-session terminal                    start the terminal emulator
           candela-session menu                        print the menu of the desktop, for the window manager
           candela-session import lumina [--dry-run] [--json]
                                                       take over what Lumina was set to
           candela-session --help | --version
    exit status: 0 done or logged out, 1 failed, 64 wrong usage, 69 no window manager or display,
                 73 a file cannot be made, 75 already running, 77 no permission

## What happens to components
session-not-started = { $component } cannot be started: { $detail }
session-given-up = { $component } ended more than five times in a minute and is not started again; “candela-session restart { $component }” tries once more
session-fall-back = window manager { $failed } fails; { $next } is tried instead
session-not-ready = window manager { $component } does not say that it is ready; the session goes on
session-killed = { $component } did not end when told to, and was killed
session-strays-killed =
    { $count ->
        [one] { $count } program did not end when told to, and was killed
       *[other] { $count } programs did not end when told to, and were killed
    }
session-window-manager-found = a window manager runs already; it is used
session-autostart = autostart: { $name } cannot be run: { $detail }
session-settings-line = { $file }, line { $line }: { $detail }; the line is left out
session-settings-unreadable = { $file } cannot be read: { $detail }; the defaults are used
session-safe-mode = three sessions failed at once: this one runs in safe mode, without your settings and autostart

## Logging out
session-windows-open = these windows are still open: { $windows }; save your work and close them
session-insist = “candela-session logout --force” ends the session nevertheless
session-busy = the session is ending already, or asks the windows for somebody else

## Why it ended
session-logged-out = logged out
session-signal = ended by signal { $signal }
session-no-window-manager = no window manager: install one of { $tried }
session-no-display = display “{ $display }” does not answer: { $detail }; start the session with start-candela-desktop
session-display-lost = the display is gone
session-already-running = a session runs already on this display; “candela-session logout” ends it
session-cannot-create = { $file } cannot be made: { $detail }; make the folder writable, or set HOME or XDG_STATE_HOME to one that is
session-no-permission = { $file } belongs to somebody else, or others may write in it; remove it or make it yours alone
session-internal = internal failure: { $detail }

## What logind is told of the power button
session-power-key = Candela asks what to do

## Asking a session
session-none = no session runs on this display
session-no-answer = the session does not answer: { $detail }
session-unknown-component = no component “{ $component }”; there are: { $components }
session-state = session { $state ->
        [starting] starting
        [asking] asking the windows to close
        [ending] ending
       *[running] running
    } on { $display }, process { $pid }
session-log = log: { $file }
session-in-safe-mode = safe mode: without your settings and autostart
session-member = { $state ->
        [waiting] waiting
        [stopping] stopping
        [ended] ended
        [failed] given up
       *[running] running
    }
session-member-pid = process { $pid }
session-member-restarts =
    { $count ->
        [one] started again once
       *[other] started again { $count } times
    }
session-end-status = ended with status { $status }
session-end-signal = ended by signal { $signal }
session-restarted = { $component } runs again, process { $pid }
session-inhibitor = { $who } asked to wait: { $why }

## Pictures and programs
session-picture-failed = { $file } cannot be shown: { $detail }
session-screenshot-saved = saved: { $file }
session-screenshot-failed = no picture of the screen: { $detail }
session-no-terminal = no terminal emulator is installed
session-command-failed = { $command } cannot be started: { $detail }

## Moving from Lumina
session-import-nothing = nothing of Lumina’s was found in { $folder }
session-import-default = default application for { $kind }: { $id }
session-import-bookmark = bookmark: { $name }, { $file }
session-import-favourite = favourite: { $name }
session-import-autostart = starts with the session: { $name }
session-import-kept = kept as it is, you have chosen already: { $name }
session-import-failed = { $file } cannot be taken over: { $detail }
session-import-dry = nothing was changed

## The menu of the desktop
session-menu-applications = Applications…
session-menu-files = Files
session-menu-calculator = Calculator
session-menu-terminal = Terminal
session-menu-screenshot = Take Screenshot
session-menu-log-out = Log Out
session-menu-leave = Shut Down…
