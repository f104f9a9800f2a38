# The launcher.

launcher-title = Launcher
launcher-search-hint = Search apps, files, settings, or type a sum

## Sections
launcher-section-all = All apps
launcher-section-best = Best match
launcher-section-apps = Apps
launcher-section-files = Files
launcher-section-commands = Commands
launcher-section-pinned = Pinned
launcher-section-now = Apps you use now
launcher-section-recent = Recent files
launcher-section-categories = Categories
launcher-section-session = Settings and session
launcher-section-hidden = Hidden apps
launcher-section-windows = Open windows
launcher-section-characters = Characters
launcher-section-external = From other programs
launcher-section-web = Web
launcher-section-more = More apps

## Categories
launcher-category-utility = Accessories
launcher-category-development = Development
launcher-category-education = Education
launcher-category-game = Games
launcher-category-graphics = Graphics
launcher-category-network = Internet
launcher-category-audio-video = Sound and video
launcher-category-office = Office
launcher-category-science = Science
launcher-category-settings = Settings
launcher-category-system = System
launcher-category-other = Other

## Settings and session
launcher-settings-tile = Settings
launcher-hidden-tile = Hidden
launcher-lock = Lock
launcher-lock-words = screen
launcher-log-out = Log out
launcher-log-out-words = logout quit session
launcher-suspend = Sleep
launcher-suspend-words = standby
launcher-reboot = Restart
launcher-reboot-words = boot
launcher-power-off = Shut down
launcher-power-off-words = shutdown halt off

## Key hints in the foot
launcher-open = Open
launcher-copy = Copy
launcher-run = Run
launcher-actions = Actions
launcher-back = Back
launcher-close = Close
launcher-complete = Complete
launcher-change = Change
launcher-keep = Keep
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
launcher-pin = Pin
launcher-unpin = Unpin
launcher-alias = Give it names of your own…
launcher-hide = Hide
launcher-unhide = Show again
launcher-other-gpu = Run on the other GPU
launcher-edit-copy = Edit a copy of its desktop entry
launcher-file-location = Show in folder
launcher-explain = Explain
launcher-alias-of = Your names for { $name }
launcher-alias-hint = Names, with commas between
launcher-alias-note = The app is found by these names too. Leave the field empty to drop them.

## Explanation
launcher-explanation-of = About { $name }
launcher-fact-id = Desktop file ID
launcher-fact-found = Found by
launcher-fact-match = { $part }: { $way }
launcher-fact-use = Use
launcher-fact-used = You have started it; that lifts it in the list.
launcher-fact-used-by = You have started it, after { $queries }; that lifts it in the list.
launcher-fact-file = File that counts
launcher-fact-masked = File that it masks
launcher-part-name = Name
launcher-part-untranslated = Name without translation
launcher-part-alias = Your own name
launcher-part-action = Action
launcher-part-generic = Kind of app
launcher-part-program = Program
launcher-part-keyword = Keyword
launcher-part-category = Category
launcher-part-comment = Description
launcher-tier-exact = the same
launcher-tier-prefix = begins so
launcher-tier-word = a word begins so
launcher-tier-acronym = first letters
launcher-tier-substring = stands inside
launcher-tier-subsequence = its letters in this order
launcher-tier-typo = nearly the same

## Settings
launcher-settings-title = Settings of the launcher
launcher-edit-file = Edit the file
launcher-setting-home = Apps before a search
launcher-setting-home-note = As tiles or as rows
launcher-setting-grid = Tiles
launcher-setting-list = Rows
launcher-setting-recent-note = Shown before a search
launcher-setting-remember = Learn from what you start
launcher-setting-remember-note = What you use comes sooner
launcher-setting-focus = Hide when you turn to another window
launcher-setting-focus-note = Esc hides it in any case
launcher-setting-stay = Wait in the background
launcher-setting-stay-note = Comes at once the next time
launcher-source-sums = Sums and units
launcher-source-sums-note = Such as 5 km in mi
launcher-source-session = Session
launcher-source-session-note = Lock, log out, shut down
launcher-source-windows-note = By title and program
launcher-source-files-note = By name, in your folders
launcher-source-characters-note = Such as :arrow or U+2192
launcher-source-commands-note = Programs, with their arguments
launcher-source-web-note = Nothing is sent before you choose it
launcher-source-external-note = Providers that you installed
launcher-setting-file-note = Search engines and all else

## States
launcher-loading = Looking for apps…
launcher-nothing-title = Nothing found
launcher-nothing-detail = Nothing matches “{ $query }”.
launcher-nothing-clear = Show all apps
launcher-nothing-web = Search the web
launcher-web-row = Search for “{ $query }”
launcher-empty-title = No apps are installed
launcher-empty-detail = Apps appear here as soon as their desktop entries lie in one of these folders:
launcher-retry = Look again

## Failures
launcher-failed-title = { $name } cannot be started
launcher-dismiss = Dismiss
launcher-history-title = What you start cannot be remembered
launcher-history-detail = { $file }: { $detail }
launcher-history-nowhere = There is no folder to keep it in.
launcher-settings-wrong = The settings have a mistake; those before it still count
launcher-settings-not-kept = The setting cannot be kept
launcher-settings-line = launcher.toml, line { $line }: { $detail }
launcher-settings-value = launcher.toml, line { $line }: “{ $key }” cannot be { $value }
launcher-copy-failed = The desktop entry cannot be copied
launcher-wish-failed = Your choice cannot be kept
launcher-hidden-title = { $name } is hidden
launcher-hidden-detail = It stands under “Hidden apps”.
launcher-gone-title = “{ $name }” is not open any more
launcher-gone-detail = The window was closed meanwhile.

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
