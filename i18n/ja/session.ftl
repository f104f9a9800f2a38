# セッション。

session-help =
    使い方: candela-session                             セッションを終わりまで実行する
            candela-session status [--json]             実行中のセッションの状態
            candela-session logout [--force] [--json]   終了する。--force: 閉じないものがあっても
            candela-session close-windows [--force] [--spare プロセス] [--json]
                                                        すべてのウィンドウを閉じ、続ける。--force: 待つよう
                                                        求められていても。--spare: そのプロセスのものを除く
            candela-session restart COMPONENT [--json]  プログラムの一つを起動し直す
            candela-session inhibit [--why TEXT] COMMAND [ARGUMENT ...]
                                                        コマンドの実行中はログアウトさせない
            candela-session wallpaper FILE              壁紙を表示する
            candela-session screenshot [--window]       画面の画像を保存する
            candela-session terminal                    端末エミュレーターを起動する
            candela-session menu                        デスクトップのメニューを出力（ウィンドウマネージャー用）
            candela-session import lumina [--dry-run] [--json]
                                                        Lumina の設定を引き継ぐ
            candela-session --help | --version
    終了ステータス: 0 完了またはログアウト、1 失敗、64 使い方の誤り、69 ウィンドウマネージャーまたは画面がない、
                    73 ファイルを作れない、75 すでに実行中、77 権限がない

## コンポーネントに起きたこと
session-not-started = { $component } を起動できません: { $detail }
session-given-up = { $component } は 1 分間に 5 回を超えて終了したため、もう起動しません。「candela-session restart { $component }」でもう一度試せます
session-fall-back = ウィンドウマネージャー { $failed } が失敗するため、代わりに { $next } を試します
session-not-ready = ウィンドウマネージャー { $component } から準備完了の知らせがありません。セッションは続きます
session-killed = { $component } は終了要求に応じなかったため、強制終了しました
session-strays-killed = { $count } 個のプログラムが終了要求に応じなかったため、強制終了しました
session-window-manager-found = ウィンドウマネージャーがすでに動いているので、それを使います
session-autostart = 自動起動: { $name } を実行できません: { $detail }
session-settings-line = { $file } の { $line } 行目: { $detail }。この行は無視します
session-settings-unreadable = { $file } を読めません: { $detail }。既定の設定を使います
session-safe-mode = セッションが 3 回続けてすぐに失敗しました。今回はあなたの設定と自動起動を使わないセーフモードで動きます

## ログアウト
session-windows-open = 次のウィンドウがまだ開いています: { $windows }。作業を保存して閉じてください
session-insist = 「candela-session logout --force」なら、それでも終了します
session-busy = セッションはすでに終了中か、別の依頼でウィンドウを閉じています

## 終了の理由
session-logged-out = ログアウトしました
session-signal = シグナル { $signal } で終了しました
session-no-window-manager = ウィンドウマネージャーがありません。次のいずれかをインストールしてください: { $tried }
session-no-display = 画面「{ $display }」が応答しません: { $detail }。start-candela-desktop でセッションを始めてください
session-display-lost = 画面がなくなりました
session-already-running = この画面ではすでにセッションが動いています。「candela-session logout」で終了できます
session-cannot-create = { $file } を作れません: { $detail }。フォルダーを書き込み可能にするか、HOME または XDG_STATE_HOME に書き込み可能なフォルダーを設定してください
session-no-permission = { $file } は他の人のものか、他の人が書き込めます。削除するか、自分だけのものにしてください
session-internal = 内部エラー: { $detail }

## 電源ボタンについて logind に伝えること
session-power-key = Candela が何をするか尋ねます

## セッションへの問い合わせ
session-none = この画面で動いているセッションはありません
session-no-answer = セッションが応答しません: { $detail }
session-unknown-component = コンポーネント「{ $component }」はありません。あるもの: { $components }
session-state = セッションは { $display } で{ $state ->
        [starting] 開始中
        [asking] ウィンドウに閉じるよう求めています
        [ending] 終了中
       *[running] 実行中
    }、プロセス { $pid }
session-log = ログ: { $file }
session-in-safe-mode = セーフモード: あなたの設定と自動起動を使いません
session-member = { $state ->
        [waiting] 待機中
        [stopping] 停止中
        [ended] 終了
        [failed] 断念
       *[running] 実行中
    }
session-member-pid = プロセス { $pid }
session-member-restarts = { $count } 回再起動
session-end-status = ステータス { $status } で終了
session-end-signal = シグナル { $signal } で終了
session-restarted = { $component } を起動し直しました、プロセス { $pid }
session-inhibitor = { $who } が待つよう求めています: { $why }

## 画像とプログラム
session-picture-failed = { $file } を表示できません: { $detail }
session-screenshot-saved = 保存しました: { $file }
session-screenshot-failed = 画面の画像を保存できません: { $detail }
session-no-terminal = 端末エミュレーターがインストールされていません
session-command-failed = { $command } を起動できません: { $detail }

## Lumina からの移行
session-import-nothing = { $folder } に Lumina の設定は見つかりませんでした
session-import-default = { $kind } の既定のアプリケーション: { $id }
session-import-bookmark = ブックマーク: { $name }、{ $file }
session-import-favourite = お気に入り: { $name }
session-import-autostart = セッションとともに起動: { $name }
session-import-kept = すでに選ばれているため、そのままにします: { $name }
session-import-failed = { $file } を引き継げません: { $detail }
session-import-dry = 何も変更していません

## デスクトップのメニュー
session-menu-applications = アプリケーション…
session-menu-files = ファイル
session-menu-calculator = 電卓
session-menu-terminal = 端末
session-menu-screenshot = スクリーンショットを撮る
session-menu-log-out = ログアウト
session-menu-leave = シャットダウン…
