# ファイルマネージャー。

## Command line
files-help =
    使い方: candela-files [DIR ...]
            candela-files --select FILE ...
            candela-files list DIR [--json] [--hidden] [--sort name|size|modified|type] [--reverse] [--git]
    { "" }
    フォルダーをウィンドウで開きます。結果は標準出力、エラーは標準エラーに出ます。終了ステータス: 0 完了、1 失敗、2 使い方の誤り。

## Errors
files-error-read = 「{ $path }」を読み込めません: { $reason }
files-error-facts = 「{ $path }」の { $count } 項目の詳細を読み込めません
files-reason-not-found = そのようなファイルやフォルダーはありません
files-reason-permission = 権限がありません
files-reason-not-a-folder = フォルダーではありません
files-reason-is-a-folder = フォルダーです
files-reason-exists = その名前は使われています
files-reason-name = その名前はここでは使えません
files-reason-full = 空き容量がありません
files-reason-read-only = 読み取り専用のファイルシステムです
files-reason-other = { $detail }
files-git-foreign = 「{ $path }」の git リポジトリは別のユーザーのものです。信頼するには: git config --global --add safe.directory FOLDER
files-git-unreadable = 「{ $path }」の git リポジトリを読み込めません: { $detail }
