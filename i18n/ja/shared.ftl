# 複数のプログラムで使う言葉。

## コマンドライン
shared-usage-unknown-option = 不明なオプション「{ $option }」です。--help を参照してください
shared-usage-missing-value = オプション「{ $option }」には値が必要です。--help を参照してください
shared-usage-bad-value = 「{ $value }」は「{ $option }」の値として使えません。--help を参照してください
shared-usage-unexpected = 余分な引数「{ $argument }」があります。--help を参照してください
shared-usage-missing-argument = 「{ $command }」には { $argument } が必要です。--help を参照してください
shared-usage-unknown-command = 不明なコマンド「{ $command }」です。--help を参照してください

## ウィンドウ
shared-no-display = ウィンドウを開くディスプレイがありません。デスクトップセッションの中で起動するか、DISPLAY または WAYLAND_DISPLAY を設定してください
shared-display-silent = 画面「{ $display }」が応答しません。DISPLAY または WAYLAND_DISPLAY が、使用を許可された動作中の画面を指しているか確認してください
shared-display-failed = ウィンドウを表示できません: { $detail }
shared-look-unreadable = { $file } を読めません: { $detail }
shared-look-line = look.toml の { $line } 行目: { $detail }
shared-look-value = look.toml: 「{ $key }」の値に { $value } は使えません

## アプリが起動しない理由
shared-start-missing = プログラム「{ $program }」がインストールされていません。
shared-start-permission = プログラム「{ $program }」を実行する権限がありません。
shared-start-directory = 作業フォルダー「{ $directory }」に入れません。
shared-start-exited = すぐに終了しました: { $words }
shared-start-exited-silently = すぐにステータス { $status } で終了し、何も出力しませんでした。
shared-start-no-application = デスクトップエントリーはアプリではありません。
shared-start-no-command = デスクトップエントリーにコマンドがありません。
shared-start-no-action = 操作「{ $action }」はありません。
shared-start-quote = デスクトップエントリーのコマンドの引用符が閉じていません。
shared-start-field-code = デスクトップエントリーのコマンドに不明なフィールドコード「{ $code }」があります。
shared-start-remote = このコンピューターのファイルだけを開けます。「{ $target }」は開けません。
shared-start-no-terminal = 端末が必要ですが、インストールされていません。
shared-start-system = システムが「{ $program }」を起動しません: { $detail }
shared-start-killed = すぐにシグナル { $signal } で終了させられました。

## Keys, as they are printed on keyboards
shared-key-ctrl = Ctrl
shared-key-shift = Shift
shared-key-enter = Enter
shared-key-space = スペース
shared-key-backspace = Backspace
shared-key-delete = Delete
shared-key-insert = Insert
shared-key-home = Home
shared-key-end = End
shared-key-page-up = Page Up
shared-key-page-down = Page Down
