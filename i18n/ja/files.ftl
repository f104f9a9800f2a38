# ファイルマネージャー。

## ウィンドウ
files-at-work-who = ファイル
files-at-work-why = ファイルのコピー、移動、または削除をしています
files-title = { $folder } – ファイル
files-dismiss = 閉じる
files-menu = メニュー
files-new-from = 新規「{ $name }」
files-one-pane = 1 画面
files-path-hint = フォルダーのパス
files-path-more = 上のフォルダー
files-search-hint = 名前を検索
files-search-contents-hint = 内容を検索
files-search-recent-hint = 最近のファイルを検索
files-search-names = 名前
files-search-contents = 内容
files-history-search = { $folder } で「{ $text }」
files-found = { $count } 項目が見つかりました
files-filter-hint = 次を含む名前だけを表示

## コマンド
files-command-open = 開く
files-command-up = 上のフォルダー
files-command-back = 戻る
files-command-forward = 進む
files-command-home = ホームフォルダー
files-command-reload = 再読み込み
files-command-hidden = 隠しファイル
files-command-path = パスを入力
files-command-filter = 名前で絞り込む
files-command-search = 検索
files-command-search-contents = 内容を検索
files-command-palette = コマンド
files-command-keys = キーボードショートカット
files-command-bookmark = ブックマークに追加
files-command-select-all = すべて選択
files-command-invert = 選択を反転
files-command-new-tab = 新しいタブ
files-command-close-tab = タブを閉じる
files-command-details = 詳細
files-command-grid = グリッド
files-command-compact = コンパクト
files-command-columns = カラム
files-command-pattern = パターンで選択
files-command-open-with = アプリを選んで開く…
files-command-look = プレビュー
files-command-preview = プレビュー欄
files-command-slides = スライドショー
files-look-nothing = このファイルのプレビューはありません。
files-media-length = 長さ
files-media-size = 画面
files-media-channels = チャンネル
files-media-rate = サンプリング周波数
files-media-hertz = { $rate } Hz
files-preview-nothing = 何も選択されていません
files-preview-close = プレビュー欄を閉じる
files-command-panes = 2 画面
files-command-other-pane = もう一方の画面
files-command-sidebar = サイドバー
files-command-copy = コピー
files-command-cut = 切り取り
files-command-paste = 貼り付け
files-command-copy-across = 反対側へコピー
files-command-move-across = 反対側へ移動
files-command-trash = ゴミ箱に入れる
files-command-delete = 完全に削除
files-command-rename = 名前を変更
files-command-new-folder = 新しいフォルダー
files-command-undo = 元に戻す
files-command-redo = やり直す
files-command-git = git の変更
files-command-clone = リポジトリをクローン
files-command-git-here = このフォルダーで Git を使う
files-command-git-anywhere = すべての場所で Git を使う
files-command-restore = 元に戻す
files-command-empty-trash = ゴミ箱を空にする
files-command-properties = プロパティ
files-command-copy-path = パスをコピー
files-command-terminal = ここで端末を開く
files-command-zoom-in = 拡大
files-command-zoom-out = 縮小
files-command-zoom-normal = 標準の大きさ
files-command-own-view = このフォルダー専用の表示
files-command-group = グループ表示
files-command-usage = 容量の内訳
files-command-versions = 以前のバージョン
files-command-column = 列: { $column }
files-command-recent = 最近使ったファイル
files-command-keep-search = この検索を保存
files-command-forget-search = 保存した検索を削除
files-command-history = これまでの場所
files-command-compress = アーカイブを作成…
files-command-extract = ここに展開
files-command-extract-to = 展開先を指定…
files-command-permissions = アクセス権と所有者
files-command-run = 引数を付けて実行…

## 場所
files-place-home = ホーム
files-place-recent = 最近使ったファイル
files-place-desktop = デスクトップ
files-place-documents = ドキュメント
files-place-downloads = ダウンロード
files-place-pictures = 画像
files-place-music = 音楽
files-place-videos = ビデオ
files-place-system = システム
files-sidebar-bookmarks = ブックマーク
files-sidebar-devices = デバイス
files-sidebar-tree = フォルダー
files-sidebar-searches = 検索
files-eject = 取り出す
files-mount = マウント
files-volume = { $size } のディスク
files-failed-unmount = 「{ $path }」を取り外せません: { $detail }
files-failed-mount = マウントできません: { $detail }
files-service-failed = ファイルマネージャーを他のプログラムに提供できません: { $detail }
files-wrong-action = candela/files-actions.toml のアクションを解釈できません: { $detail }
files-wrong-key = candela/files.toml のショートカットが正しくありません: { $detail }

## 列
files-column-name = 名前
files-column-git = Git
files-column-size = サイズ
files-column-modified = 更新日時
files-group-folders = フォルダー
files-group-empty = 空
files-group-small = 1 MB まで
files-group-medium = 100 MB まで
files-group-large = 100 MB を超える
files-group-today = 今日
files-group-yesterday = 昨日
files-group-week = 過去 7 日間
files-group-month = 過去 30 日間
files-group-unknown = 不明

## 状態
files-items = { $count } 項目
files-growing = これまでに { $count } 項目…
files-selected = { $count } 項目中 { $selected } 項目を選択
files-with-size = { $words } · { $size }
files-free = 空き { $size }
files-ahead = { $count } 先行
files-behind = { $count } 遅れ
files-diverged = { $ahead } 先行、{ $behind } 遅れ
files-branches = ブランチ
files-stashed = { $count } 件を退避中
files-conflicts = 競合 { $count } 件

## サイズと日時
files-size-bytes = { $count } バイト
files-size-kilo = { $size } KB
files-size-mega = { $size } MB
files-size-giga = { $size } GB
files-size-tera = { $size } TB
files-moment-today = 今日 { $time }
files-moment-yesterday = 昨日 { $time }
files-moment-date = { $year }年{ $month }{ $day }日
files-month-1 = 1月
files-month-2 = 2月
files-month-3 = 3月
files-month-4 = 4月
files-month-5 = 5月
files-month-6 = 6月
files-month-7 = 7月
files-month-8 = 8月
files-month-9 = 9月
files-month-10 = 10月
files-month-11 = 11月
files-month-12 = 12月

## 状況
files-loading = フォルダーを読み込んでいます…
files-unreadable = { $name } を読み込めません
files-retry = 再試行
files-empty = このフォルダーは空です
files-nothing = 見つかりません
files-nothing-note = 「{ $filter }」を含む名前はありません。
files-nothing-contents = ここに「{ $text }」を含むファイルはありません。
files-recent-empty = 最近使ったファイルはありません
files-show-all = すべて表示

## ファイルを開く
files-failed-no-application = { $name } を開けません: { $mime } 用のアプリがありません
files-failed-start = { $application } で { $name } を開けません: { $detail }
files-failed-open = { $name } を開けません: { $reason }

## Command line
files-help =
    使い方: candela-files [DIR ...]
            candela-files --select|--properties FILE ...
            candela-files --service
            candela-files list DIR [--json] [--hidden] [--sort name|size|modified|type] [--reverse] [--git]
            candela-files copy SRC ... DEST [OPTION ...]
            candela-files move SRC ... DEST [OPTION ...]
            candela-files trash PATH ... | trash-list [--json] | restore [--conflict WORD] ID ... | empty-trash
            candela-files delete PATH ... | rename PATH NEW-NAME | make-folder PATH
            candela-files bulk-rename RULE PATH ... [--preview]
            candela-files make-file PATH [--template FILE] | make-link TARGET PATH
            candela-files permissions MODE PATH ... [--folders MODE] [--recursive]
            candela-files compress SRC ... ARCHIVE | extract ARCHIVE [DEST]
            candela-files undo | redo | history [--json]
            candela-files recover [--list|--resume|--roll-back] [--json]
    { "" }
    フォルダーをウィンドウで開きます。結果は標準出力、エラーは標準エラーに出ます。終了ステータス: 0 完了、1 失敗、2 使い方の誤り。
    { "" }
    コピーと移動: DEST はフォルダー、または 1 つの対象の新しい名前です。オプション:
      --conflict fail|skip|replace|keep-both|newer|different
                   名前がすでにある場合の動作 (fail)。置き換えられたものはゴミ箱に移ります。
                   skip、replace、newer、different ではフォルダーは既存のものに統合されます
      --verify     コピーをディスクから読み直して比較します
      --durable    名前が現れる前にすべてをディスクに書き込みます
      --progress   進み具合を標準エラーに出します
    { "" }
    bulk-rename はすべての名前を変えるか、どれも変えません。RULE は次のどれか一つ:
      --pattern TEXT [--start N] [--step N] [--digits N]
                   { "{name}" } は元の名前、{ "{ext}" } はその拡張子、{ "{n}" } は番号
      --find TEXT --with TEXT、--regex REGEX --with TEXT、--case upper|lower|title
    アーカイブ: .zip、.tar、.tar.gz、.tar.zst、.tar.xz、.gz、.zst、.xz。展開は .7z も。
    { "" }
    できなかったことは 1 行ずつ標準エラーに出て、終了ステータスは 1 になります。
    --help, --version

## Errors
files-error-read = 「{ $path }」を読み込めません: { $reason }
files-palette-hint = 何をしますか?
files-keys-title = キーボードショートカット
files-keys-note = コマンドを選び、新しいキーを押してください。
files-keys-press = キーを押す…
files-keys-waiting = 次に押すキーが「{ $command }」になります。
files-keys-fixed = { $keys } はコマンドに割り当てられません。別のキーを押してください。
files-keys-taken = { $keys } は現在「{ $command }」です。
files-keys-take = 割り当てる
files-keys-reset = 標準のキー
files-keys-remove = キーなし
files-keys-change = 変更
files-error-write = 「{ $path }」に書き込めません: { $reason }
files-error-regex = この正規表現は解釈できません: { $detail }
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

## Operations: what was left undone
files-failed-copy = 「{ $path }」をコピーできません: { $reason }
files-failed-move = 「{ $path }」を移動できません: { $reason }
files-failed-trash = 「{ $path }」をゴミ箱に移せません: { $reason }
files-failed-restore = 「{ $path }」を元に戻せません: { $reason }
files-failed-delete = 「{ $path }」を削除できません: { $reason }
files-failed-rename = 「{ $path }」の名前を変更できません: { $reason }
files-failed-permissions = 「{ $path }」の権限を変更できません: { $reason }
files-failed-compress = アーカイブ「{ $path }」を作成できません: { $reason }
files-failed-extract = 「{ $path }」を展開できません: { $reason }
files-failed-make = 「{ $path }」を作成できません: { $reason }
files-failed-undo = 「{ $path }」を取り消せません: { $reason }
files-failed-redo = 「{ $path }」をやり直せません: { $reason }
files-failed-recover = 「{ $path }」を復旧できません: { $reason }
files-reason-skipped = 名前がすでにあるため飛ばしました
files-reason-not-newer = 既存のものが同じかより新しいため飛ばしました
files-reason-not-different = 既存のものが同じため飛ばしました
files-reason-same-file = 元と先が同じファイルです
files-reason-into-itself = フォルダーをそれ自身の中には入れられません
files-reason-over-its-folder = それを含むフォルダーを置き換えることになります
files-reason-twice = 別の対象が同じ名前になります
files-reason-unnamed = 「.」「..」「/」はファイルの名前ではありません。ファイルやフォルダー自体の名前を指定してください
files-reason-no-folder = 入れる先となるフォルダーがありません
files-reason-changed = その間に変更されました
files-reason-no-trash = ここには保管できるゴミ箱がありません
files-reason-old-gone = 置き換えられたものはもうゴミ箱にありません
files-reason-original-gone = コピー元がなくなり、これが唯一のコピーです
files-reason-partly-removed = すでに一部が削除されていました。残りは元の場所に戻しました
files-reason-not-verified = コピーを読み直した内容が書き込んだものと違います
files-reason-cancelled = 中止しました
files-reason-case = 大文字と小文字だけが違う名前が 2 つあり、先ではそれを区別できません
files-reason-too-large = 先に置くには大きすぎます
files-reason-bad-archive = 読み取れるアーカイブではないか、壊れています
files-reason-encrypted = 暗号化されています
files-reason-escapes = フォルダーの外に出るため省きました
files-reason-bomb = まともなアーカイブではありえない量が出てきます
files-reason-one-file = この種類に入るのはファイル一つだけで、フォルダーは入りません
files-reason-io = 入出力エラー: 媒体か接続に問題があるかもしれません
files-reason-quota = 割り当て容量を使い切りました
files-reason-open-files = 開いているファイルが多すぎます
files-reason-no-journal = 記録を置く場所がありません。HOME か XDG_STATE_HOME を設定してください
files-reason-busy = 別のプロセスが作業中です
files-reason-journal = 記録を書き込めません: { $reason }
files-lost-owner =
    { $others ->
        [0] 「{ $path }」の所有者を保てませんでした
       *[other] 「{ $path }」ほか { $others } 件の所有者を保てませんでした
    }
files-lost-mode =
    { $others ->
        [0] 「{ $path }」の権限を保てませんでした
       *[other] 「{ $path }」ほか { $others } 件の権限を保てませんでした
    }
files-lost-attributes =
    { $others ->
        [0] 「{ $path }」の拡張属性を保てませんでした
       *[other] 「{ $path }」ほか { $others } 件の拡張属性を保てませんでした
    }
files-lost-times =
    { $others ->
        [0] 「{ $path }」の日時を保てませんでした
       *[other] 「{ $path }」ほか { $others } 件の日時を保てませんでした
    }
files-lost-hard-link =
    { $others ->
        [0] 「{ $path }」のハードリンクを保てず、別のファイルになりました
       *[other] 「{ $path }」ほか { $others } 件のハードリンクを保てず、別のファイルになりました
    }
files-journal-version = 記録「{ $path }」は別のバージョンのものです。脇に置き、何もしていません
files-journal-cut-short = 記録「{ $path }」は途中で切れています。脇に置き、何もしていません
files-journal-damaged = 記録「{ $path }」は壊れています。脇に置き、何もしていません
files-settings-line = { $path } の { $line } 行目: { $detail }
files-settings-value = { $path } の { $line } 行目: 「{ $key }」の値に { $value } は使えません
files-no-answer = 中止しました。ファイルシステムが応答しません
files-no-answer-for = 中止しました。{ $path } のファイルシステムが応答しません
files-left-behind = 始めた分は隠し名のまま残っています。「candela-files recover」で確認し、終わらせることができます
files-nothing-to-undo = 取り消すものはありません
files-nothing-to-redo = やり直すものはありません
files-nothing-selected = 何も選択されていません
files-error-not-in-trash = 「{ $id }」はゴミ箱にありません

## Operations: progress
files-phase-planning = 確認中
files-phase-waiting = 他の操作を待っています
files-phase-working = 作業中
files-phase-flushing = ディスクを待っています
files-phase-verifying = 検証中
files-phase-removing = 削除中
files-progress = { $phase }: { $all } 件中 { $items } 件、{ $percent } %、{ $rate } MB/s、残り { $left } 秒

## ウィンドウでの操作
files-new-folder = 新しいフォルダー
files-cancel = キャンセル
files-name-hint = 名前
files-name-slash = 名前に「/」は使えません。
files-name-taken = その名前は使われています。
files-bulk-title = 複数の項目の名前を変更
files-bulk-pattern = パターン
files-bulk-replace = 置換
files-bulk-regex = 正規表現
files-bulk-case = 大文字小文字
files-bulk-pattern-of = 名前のパターン
files-bulk-pattern-note = { "{name}" } は元の名前、{ "{ext}" } は拡張子、{ "{n}" } は番号です。
files-bulk-first = 最初の番号
files-bulk-step = 増分
files-bulk-digits = 桁数
files-bulk-find = 検索
files-bulk-with = 置換後
files-bulk-lower = 小文字
files-bulk-upper = 大文字
files-bulk-words = 単語の先頭
files-bulk-changed = 変わる名前: { $count }
files-bulk-refused = 使えない名前: { $count }
files-pack-title = アーカイブを作成
files-archive-name = アーカイブ
files-extract-title = フォルダーに展開
files-extract-note = アーカイブごとに専用のフォルダーができます。
files-extract-yes = 展開
files-run-title = { $name } を実行
files-run-hint = 引数
files-run-quote = 引用符が閉じていません。
files-run-terminal = 端末で実行
files-run-yes = 実行
files-rename-title = { $name } の名前を変更
files-rename-yes = 変更
files-folder-title = 新しいフォルダー
files-folder-yes = 作成
files-clone-title = リポジトリをこのフォルダーにクローン
files-clone-hint = リポジトリの URL またはパス
files-clone-yes = クローン
files-delete-title = { $count } 項目を完全に削除しますか?
files-delete-note =
    { $count ->
        [1] 「{ $name }」はゴミ箱に残らず、元に戻せません。
       *[other] 「{ $name }」など選択した項目はゴミ箱に残らず、元に戻せません。
    }
files-delete-yes = 完全に削除
files-conflict-title = 「{ $name }」はすでにあります
files-conflict-note = 置き換えたものはゴミ箱に入り、フォルダーは統合されます。
files-conflict-there = 既存: { $size }、{ $moment }
files-conflict-coming = 新規: { $size }、{ $moment }
files-conflict-both = 両方残す
files-conflict-replace = 置き換える
files-conflict-skip = スキップ
files-conflict-all = 残り { $count } 件も同じにする
files-more-failures =
    { $lines }
    …ほか { $count } 件
files-done-copy = { $count } 項目をコピーしました
files-done-move = { $count } 項目を移動しました
files-done-trash = { $count } 項目をゴミ箱に入れました
files-done-restore = { $count } 項目を元に戻しました
files-done-delete = { $count } 項目を削除しました
files-done-undo = 元に戻しました
files-done-redo = やり直しました
files-pattern-title = パターンで選択
files-pattern-note = * は任意の文字列、? は 1 文字を表します。
files-pattern-hint = *.jpg
files-pattern-yes = 選択
files-turn-copy = { $count } 項目のコピー
files-turn-move = { $count } 項目の移動
files-turn-trash = { $count } 項目をゴミ箱に入れる操作
files-turn-restore = { $count } 項目の復元
files-turn-rename = { $count } 項目の名前変更
files-turn-permissions = { $count } 項目の権限変更
files-turn-compress = アーカイブの作成
files-turn-extract = アーカイブの展開
files-turn-make = { $count } 項目の作成
files-undo-of = { $what }を元に戻す
files-redo-of = { $what }をやり直す
files-job-copy = { $count } 項目を { $target } へコピー中
files-job-move = { $count } 項目を { $target } へ移動中
files-job-trash = { $count } 項目をゴミ箱へ移動中
files-job-delete = { $count } 項目を削除中
files-job-restore = { $count } 項目を元に戻し中
files-job-rename = 名前を変更中
files-job-permissions = 権限を変更中
files-job-compress = アーカイブを作成中
files-job-extract = 展開中
files-job-make = 作成中
files-job-undo = 元に戻し中
files-job-redo = やり直し中
files-job-pause = 一時停止
files-job-resume = 再開
files-job-cancel = キャンセル
files-job-paused = 一時停止中
files-job-flushing = ディスクの書き込み待ち
files-job-waiting = 他の操作を待っています
files-job-looking = 確認中
files-job-rate = { $done } / { $all } · { $rate }/秒
files-job-left = { $done } / { $all } · { $rate }/秒 · 残り { $seconds } 秒

## Git
files-git-refused = git が拒否しました: { $detail }
files-git-missing = git がインストールされていません
files-git-large = 大きなリポジトリのため、ここのフォルダーは状態を示しません
files-git-close = 閉じる
files-git-changes = 変更
files-git-log = 履歴
files-git-blame = 行
files-git-no-log = これを含むコミットはありません
files-git-no-blame = 表示する行はありません
files-git-no-blame-note = コミット済みのテキストファイルを選んでください。
files-git-uncommitted = 未コミット
files-git-commit-facts = { $author } · { $moment } · { $id }
files-git-off = ここでは Git を見ません。パレット（Ctrl K）で元に戻せます。
files-git-on = ここでは Git を見ます。
files-git-none = 変更はありません
files-git-outside = このフォルダーは git リポジトリにありません
files-git-stage = ステージする
files-git-unstage = ステージを取り消す
files-git-discard = 破棄（今の内容はゴミ箱へ）
files-git-message = メッセージ
files-git-commit = コミット

## ゴミ箱とプロパティ
files-place-trash = ゴミ箱
files-trash-empty = ゴミ箱は空です
files-properties-close = 閉じる
files-property-place = 場所
files-property-type = 種類
files-property-mime = MIME タイプ
files-property-contents = 内容
files-property-mode = アクセス権
files-property-owner = 所有者
files-property-owner-both = { $owner }、グループ { $group }
files-property-opens = 開くアプリ
files-property-counted = ファイル: { $files }、フォルダー: { $folders }、{ $size }
files-property-counting = { $counted }（計算中…）
files-property-unread = 読み取れなかった項目: { $count }
files-properties-facts = 一般
files-access-mode = アクセス権（数字または記号）
files-access-note = 0644 はその値に設定し、u+x,go-w は chmod と同じく加減します。
files-access-read = 読み取り
files-access-write = 書き込み
files-access-execute = 実行
files-access-group = グループ
files-access-others = その他
files-access-of = { $right }: { $class }
files-access-set-user = 所有者として実行
files-access-set-group = グループとして実行
files-access-sticky = 削除は所有者のみ
files-access-below = 中のすべてにも適用
files-access-below-note = 中ではここで変えたものだけが変わり、ファイルがプログラムになることはありません。記号はそのまま適用されます。
files-access-apply = 適用
files-checksums = チェックサム
files-checksums-reading = ファイルを読み取り中…
files-checksums-compare = 比較するチェックサム
files-checksums-same = このファイルのチェックサムと一致します。
files-checksums-other = このファイルのチェックサムではありません。
files-checksums-unknown = ここにある種類のチェックサムではありません。
files-usage-open = このフォルダーを表示
files-versions-title = 「{ $name }」の以前のバージョン
files-versions-told = { $moment } · { $size } · スナップショット { $snapshot }
files-versions-back = コピーを復元
files-versions-none = 「{ $name }」の別のバージョンを含むスナップショットはありません。
files-size-both = { $short }（{ $exact }）
files-recover-title = { $count } 件の操作が中断されました
files-recover-later = あとで
files-recover-back = 取り消す
files-recover-on = 続ける
files-recover-note = プログラムかマシンが止まり、最後まで終わっていません。続けるか、始めなかったことにできます。
