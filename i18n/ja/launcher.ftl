# ランチャー。

launcher-title = ランチャー
launcher-search-hint = アプリやファイルを検索、または計算

## 見出し
launcher-section-all = すべてのアプリ
launcher-section-best = 最も一致するもの
launcher-section-apps = アプリ
launcher-section-files = ファイル
launcher-section-commands = コマンド

## キーの説明
launcher-open = 開く
launcher-copy = コピー
launcher-run = 実行
launcher-actions = 操作
launcher-back = 戻る
launcher-close = 閉じる
launcher-results = { $count } 件
launcher-apps = アプリ { $count } 個

## アプリの操作
launcher-actions-of = { $name } の操作
launcher-terminal = 端末で実行
launcher-location = デスクトップエントリーを表示
launcher-copy-command = コマンドをコピー
launcher-forget = 起動の履歴を消す

## 状態
launcher-loading = アプリを探しています…
launcher-nothing-title = 見つかりません
launcher-nothing-detail = 「{ $query }」に一致するものはありません。
launcher-nothing-clear = すべてのアプリを表示
launcher-empty-title = アプリがインストールされていません
launcher-empty-detail = 次のいずれかのフォルダーにデスクトップエントリーを置くと、ここに表示されます:
launcher-retry = もう一度探す

## 失敗
launcher-failed-title = { $name } を起動できません
launcher-dismiss = 閉じる
launcher-history-title = 起動したものを記憶できません
launcher-history-detail = { $file }: { $detail }
launcher-history-nowhere = 保存するフォルダーがありません。

## コマンドライン
launcher-error-unknown = アプリ「{ $id }」はありません
launcher-error-start = 「{ $id }」を起動できません: { $detail }
launcher-explain-shown = 表示されます
launcher-explain-hidden = { $rule } により非表示
launcher-explain-masked = { $path } に隠されています
launcher-explain-broken = デスクトップエントリーではありません: { $detail }
launcher-explain-mended = { $line } 行目を補正 ({ $rule })
launcher-help =
    アプリを探して起動します。

    使い方: candela-launcher [--toggle]
            candela-launcher list [--all] [--json]
            candela-launcher search QUERY [--limit N] [--json]
            candela-launcher launch ID [--action NAME] [--dry-run] [FILE-OR-URI ...]
            candela-launcher explain ID [--json]

    コマンドなしではランチャーを開きます。すでに動いていれば、それを表示します。
      --toggle        動いているランチャーの表示を切り替えます（なければ起動します）
      list            表示するアプリ。--all ですべてのデスクトップエントリー
      search          ウィンドウが QUERY に対して表示するもの（良い順）
      launch          アプリを起動します。--dry-run はコマンドを表示するだけです
      explain         エントリーの場所、何を隠すか、表示されるかとその理由
      --json          JSON 文書を一つ出力します
      --help, --version
