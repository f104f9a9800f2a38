# The file manager.

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
