# ファイルマネージャー。

## ウィンドウ
files-title = { $folder } – ファイル
files-dismiss = 閉じる
files-menu = メニュー
files-one-pane = 1 画面
files-path-hint = フォルダーのパス
files-path-more = 上のフォルダー
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
files-command-select-all = すべて選択
files-command-invert = 選択を反転
files-command-new-tab = 新しいタブ
files-command-close-tab = タブを閉じる
files-command-details = 詳細
files-command-grid = グリッド
files-command-panes = 2 画面
files-command-other-pane = もう一方の画面
files-command-sidebar = サイドバー
files-command-copy-path = パスをコピー
files-command-terminal = ここで端末を開く

## 場所
files-place-home = ホーム
files-place-desktop = デスクトップ
files-place-documents = ドキュメント
files-place-downloads = ダウンロード
files-place-pictures = 画像
files-place-music = 音楽
files-place-videos = ビデオ
files-place-system = システム
files-sidebar-bookmarks = ブックマーク
files-sidebar-devices = デバイス

## 列
files-column-name = 名前
files-column-git = Git
files-column-size = サイズ
files-column-modified = 更新日時

## 状態
files-items = { $count } 項目
files-growing = これまでに { $count } 項目…
files-selected = { $count } 項目中 { $selected } 項目を選択
files-with-size = { $words } · { $size }
files-free = 空き { $size }
files-ahead = { $count } 先行
files-behind = { $count } 遅れ
files-diverged = { $ahead } 先行、{ $behind } 遅れ
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
files-show-all = すべて表示

## ファイルを開く
files-failed-no-application = { $name } を開けません: { $mime } 用のアプリがありません
files-failed-start = { $application } で { $name } を開けません: { $detail }
files-failed-open = { $name } を開けません: { $reason }

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
