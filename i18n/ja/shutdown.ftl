# シャットダウン時の確認。

## 質問
shutdown-window = シャットダウン
shutdown-title-power-off = シャットダウンしますか?
shutdown-title-reboot = 再起動しますか?
shutdown-looking = 待機中の更新を確認しています…
shutdown-ready-power-off = 更新の準備ができています。コンピューターの電源が切れる前にインストールできます。
shutdown-ready-reboot = 更新の準備ができています。コンピューターが再起動する前にインストールできます。
shutdown-not-now = 更新の準備はできていますが、今はインストールに適していません。
shutdown-not-now-count = { $count } 件の更新の準備ができていますが、今はインストールに適していません。
shutdown-nothing-power-off = すべてのプログラムを閉じ、コンピューターの電源を切ります。
shutdown-nothing-reboot = すべてのプログラムを閉じ、コンピューターを再起動します。
shutdown-busy = 現在、更新をインストールしています。
shutdown-unknown = 更新が待機しているかどうか確認できませんでした。

## 内容
shutdown-packages = { $count } 個のパッケージ
shutdown-files = { $count } 個のファイル
shutdown-updates = 更新
shutdown-release = システムの新しいリリース
shutdown-size-downloaded = { $size }、ダウンロード済み
shutdown-size-to-download = { $size } のダウンロードが必要
shutdown-downloaded = ダウンロード済み
shutdown-to-download = 未ダウンロード
shutdown-kilobytes = { $number } kB
shutdown-megabytes = { $number } MB
shutdown-gigabytes = { $number } GB
shutdown-security = うち { $count } 件はセキュリティの問題を修正します
shutdown-duration = 約 { $minutes } 分
shutdown-plugged-in = 電源に接続、{ $percent } %
shutdown-on-battery = バッテリー使用中、{ $percent } %
shutdown-mains = 電源に接続
shutdown-show-packages = パッケージを表示
shutdown-hide-packages = パッケージを隠す
shutdown-source = { $source } から

## 警告
shutdown-battery-title = バッテリー残量 { $percent } %、充電していません
shutdown-battery-detail = 更新は、電源が接続されるかバッテリーが { $least } % を超えるまで待ちます。途中で電源が切れると、起動できなくなることがあります。
shutdown-blocked-title = { $count } 個のプログラムが作業中です
shutdown-blocked-line = { $who }: { $why }
shutdown-users-title = ほかのユーザーがログインしています
shutdown-users-detail = { $names }。保存していない内容は失われます。
shutdown-last-failure-title = 前回の更新は失敗しました
shutdown-told-detail =
    { $reason }
    インストールするはずだったものは待機中のままです。
shutdown-unknown-title = 更新を確認できません
shutdown-unknown-detail =
    { $reason }
    システムが自動でインストールしない限り、更新は待機したままです。
shutdown-busy-title = 更新の実行中です
shutdown-busy-detail =
    { $reason }
    今電源を切ると、起動できなくなることがあります。
shutdown-obstacle-title = 今はインストールできません
shutdown-offline = 先にダウンロードが必要です。
shutdown-countdown-battery = バッテリー使用中は、自動ではインストールしません。

## 選択
shutdown-install-first = 先に更新をインストールする
shutdown-install-charger = 電源を接続すると選べます。
shutdown-countdown-power-off = { $seconds } 秒後にシャットダウン
shutdown-countdown-reboot = { $seconds } 秒後に再起動
shutdown-countdown-cancel = { $seconds } 秒後に閉じる
shutdown-cancel = キャンセル
shutdown-close = 閉じる
shutdown-power-off = シャットダウン
shutdown-reboot = 再起動
shutdown-update-power-off = 更新してシャットダウン
shutdown-update-reboot = 更新して再起動
shutdown-anyway-power-off = それでもシャットダウン
shutdown-anyway-reboot = それでも再起動
shutdown-look-again = 再確認

## 作業中
shutdown-working-title = 更新をインストールしています
shutdown-working-detail = 電源を切らず、接続したままにしてください。完了すると自動で終了します。
shutdown-leaving-title = シャットダウンしています
shutdown-leaving-detail = システムに終了を求めています。
shutdown-step = 手順 { $at } / { $total }

## 先に閉じるウィンドウ
shutdown-closing-title = ウィンドウを閉じています
shutdown-closing-detail = プログラムに閉じるよう求めています。保存するかどうか尋ねられることがあります。
shutdown-open-title = まだ閉じていないものがあります
shutdown-open-detail-power-off = そこで保存していないものは、電源を切ると失われます。
shutdown-open-detail-reboot = そこで保存していないものは、再起動すると失われます。
shutdown-open-count =
    { $count ->
       *[other] { $count } 件がまだ開いています
    }
shutdown-open-more =
    { $count ->
       *[other] ほか { $count } 件
    }
shutdown-open-nameless = 名前のないウィンドウ
shutdown-unasked-title = ウィンドウに閉じるよう求められませんでした
shutdown-back = 戻る
shutdown-anyway-log-out = それでもログアウト

## 失敗
shutdown-failed-install = 更新はインストールされませんでした
shutdown-failed-skip = 更新を保留できませんでした
shutdown-failed-power = コンピューターは終了しませんでした
shutdown-failed-deed = 実行できませんでした
shutdown-failed-stays =
    { $reason }
    コンピューターの電源は入ったままです。
shutdown-still-on = システムは終了に同意しましたが、まだ動作しています。
shutdown-retry = 再試行
shutdown-without-power-off = 更新せずにシャットダウン
shutdown-without-reboot = 更新せずに再起動

## セッション
shutdown-session-title = セッションを終える
shutdown-session-detail = 保存していない内容は失われます。
shutdown-session-blocked = { $count } 個のプログラムが作業中です: { $names }。
shutdown-session-nothing = ここで許可されている操作はありません。
shutdown-lock = ロック
shutdown-log-out = ログアウト
shutdown-sleep = スリープ
shutdown-key-lock = L
shutdown-key-log-out = O
shutdown-key-sleep = S
shutdown-key-reboot = R
shutdown-key-power-off = D

## 理由
shutdown-reason-missing = { $tool } がインストールされていません。
shutdown-reason-timed-out = { $tool } が時間内に応答しませんでした。
shutdown-reason-not-started = { $tool } を起動できません: { $detail }。
shutdown-reason-failed = { $tool } が状態 { $status } で失敗しました: { $detail }
shutdown-reason-not-understood = { $tool } の応答を理解できません: { $detail }
shutdown-reason-unreadable = 「{ $file }」を読み取れません: { $detail }。
shutdown-reason-malformed = 「{ $file }」を理解できません: { $detail }。
shutdown-reason-stale = 「{ $file }」は { $days } 日前のものです。
shutdown-reason-packaged-base = 基本システムはパッケージで提供されており、freebsd-update の対象外です。
shutdown-reason-no-command = shutdown.toml にコマンドが設定されていません。
shutdown-busy-process = プロセス { $process } が更新をインストールしています。
shutdown-busy-lock = パッケージがロックされています: { $detail }
shutdown-obstacle-release = リリースの更新は、再起動を挟んで何段階かでインストールします。ご自分で「freebsd-update install」を実行してください。
shutdown-obstacle-updater = 次回の起動は別の更新プログラムが使います: { $link }
shutdown-obstacle-space = ディスクの空きが足りません: 空きは { $free }、必要なのは { $needed } です。
shutdown-obstacle-secure-level = システムのファイルが保護されています: kern.securelevel は { $level } です。
shutdown-obstacle-offline = ダウンロードするためのネットワークがありません。
shutdown-error-denied = この操作は許可されていません: { $detail }
shutdown-error-service = { $service } が実行できません: { $detail }
shutdown-error-not-done = 実行されませんでした: { $detail }
shutdown-error-running = 別の確認または更新が動作中です。
shutdown-error-file = 「{ $file }」: { $detail }
shutdown-error-open = まだ閉じていないものがあります: { $names }
shutdown-error-no-bus = 問い合わせるシステムバスがありません。

## コマンドライン
shutdown-say-none = 待機中の更新はありません
shutdown-say-available = 待機中の更新はありません。{ $count } 件をダウンロードできます ({ $source })
shutdown-say-pending = { $count } 件の更新が待機しています ({ $source })
shutdown-say-pending-some = 更新が待機しています ({ $source })
shutdown-say-security = { $count } 件はセキュリティの問題を修正します
shutdown-say-busy = 更新の実行中です: { $reason }
shutdown-say-unknown = 更新が待機しているか確認できません: { $reason }
shutdown-say-abruptly = 更新を保留できませんでした。サービスは正しく停止されません
shutdown-say-succeeded = 最後の更新は成功しました
shutdown-say-failed = 最後の更新は成功しませんでした: { $detail }
shutdown-say-raised = 別の確認が開いています。前面に表示しました
shutdown-ask = 先にインストールしますか? [{ $install }] する、[{ $skip }] しない、[{ $cancel }] キャンセル:{" "}
shutdown-ask-unknown = 確認できないまま終了しますか? [{ $skip }] はい、[{ $cancel }] キャンセル:{" "}
shutdown-ask-install = i
shutdown-ask-skip = s
shutdown-ask-cancel = c
shutdown-usage-backend = "{ $name }" という更新元はありません。--list-backends を参照してください
shutdown-usage-root = "{ $folder }" はフォルダーではありません
shutdown-settings-unreadable = { $file } を読み取れません: { $detail }
shutdown-settings-line = shutdown.toml、{ $line } 行目: { $detail }
shutdown-settings-value = shutdown.toml: "{ $key }" に { $value } は指定できません
shutdown-nobody-can = それを行う logind も Candela のセッションもありません
shutdown-nobody-locks = このセッションでは画面をロックするプログラムが動いていません
shutdown-help =
    シャットダウン時に、待機中の更新をインストールするか尋ねます。

    使い方: candela-shutdown [power-off|reboot] [--answer install|skip|cancel] [--dry-run]
            candela-shutdown lock|log-out|suspend [--dry-run]
            candela-shutdown detect [--json]
            candela-shutdown result [--once]
            candela-shutdown --list-backends|--list-deeds

    語がなければ、ロック、ログアウト、スリープ、再起動、シャットダウンのどれにするか尋ねます。
      power-off, reboot    待機中の更新について尋ねてから終了します
      lock, log-out, suspend  何も尋ねずにロック、ログアウト、スリープします
      detect               待機中の更新を表示し、何も尋ねません
      result               誰もいない間に行われた最後の更新の結果を表示します。
                           --once: まだ伝えていない失敗だけをウィンドウで表示します
      --answer 答え        代わりに答えます: install、skip、cancel
      --dry-run            実行する内容を、1 行ごとに引数の JSON 配列で表示します
      --root DIR           フラグファイル、状態、ツールを DIR の下で探します
      --backend 名前       その更新元だけを調べます
      --list-backends      更新元の名前を表示します
      --list-deeds         ここでできることを一行に一つずつ表示
      --json               JSON 文書を 1 つ表示します
      --help, --version

    終了状態: 0 待機なし、10 インストール、11 しない、12 キャンセル (電源を切らない)、
    13 更新の実行中、20 不明、21 失敗、22 許可なし、64 使い方の誤り
