# The launcher.

launcher-title = Launcher
launcher-search-hint = Search apps and files, or type a sum

## Sections
launcher-section-all = All apps
launcher-section-best = Best match
launcher-section-apps = Apps
launcher-section-files = Files
launcher-section-commands = Commands

## Key hints in the foot
launcher-open = Open
launcher-copy = Copy
launcher-run = Run
launcher-actions = Actions
launcher-back = Back
launcher-close = Close
launcher-results =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
launcher-apps =
    { $count ->
        [one] { $count } app
       *[other] { $count } apps
    }

## Actions of an application
launcher-actions-of = Actions of { $name }
launcher-terminal = Run in terminal
launcher-location = Show its desktop entry
launcher-copy-command = Copy command
launcher-forget = Forget that it was started

## States
launcher-loading = Looking for apps…
launcher-nothing-title = Nothing found
launcher-nothing-detail = Nothing matches “{ $query }”.
launcher-nothing-clear = Show all apps
launcher-empty-title = No apps are installed
launcher-empty-detail = Apps appear here as soon as their desktop entries lie in one of these folders:
launcher-retry = Look again

## Failures
launcher-failed-title = { $name } cannot be started
launcher-dismiss = Dismiss
launcher-history-title = What you start cannot be remembered
launcher-history-detail = { $file }: { $detail }
launcher-history-nowhere = There is no folder to keep it in.

## Command line
launcher-error-unknown = no application "{ $id }"
launcher-error-start = cannot start "{ $id }": { $detail }
launcher-explain-shown = shown
launcher-explain-hidden = hidden by { $rule }
launcher-explain-masked = masked by { $path }
launcher-explain-broken = holds no desktop entry: { $detail }
launcher-explain-mended = line { $line } mended ({ $rule })
launcher-help =
    Finds and starts applications.

    usage: candela-launcher [--toggle]
           candela-launcher list [--all] [--json]
           candela-launcher search QUERY [--limit N] [--json]
           candela-launcher launch ID [--action NAME] [--dry-run] [FILE-OR-URI ...]
           candela-launcher explain ID [--json]

    Without a command it opens the launcher; a running one is shown instead of a second.
      --toggle        shows or hides the running launcher (starts it where there is none)
      list            the applications to show; --all: every desktop entry found
      search          what the window would list for QUERY, best first
      launch          starts an application; --dry-run prints its commands and starts nothing
      explain         where an entry was found, what it masks, whether it is shown and why
      --json          prints one JSON document
      --help, --version
