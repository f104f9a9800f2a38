# ランチャー。

launcher-title = ランチャー
launcher-search-hint = アプリ・ファイル・設定を検索、または計算

## 見出し
launcher-section-all = すべてのアプリ
launcher-section-best = 最も一致するもの
launcher-section-apps = アプリ
launcher-section-files = ファイル
launcher-section-commands = コマンド
launcher-section-pinned = 固定したアプリ
launcher-section-now = よく使うアプリ
launcher-section-recent = 最近のファイル
launcher-section-categories = カテゴリー
launcher-section-session = 設定とセッション
launcher-section-hidden = 隠したアプリ
launcher-section-windows = 開いているウィンドウ
launcher-section-characters = 文字
launcher-section-external = ほかのプログラムから
launcher-section-web = ウェブ
launcher-section-more = ほかのアプリ

## カテゴリー
launcher-category-utility = アクセサリー
launcher-category-development = 開発
launcher-category-education = 教育
launcher-category-game = ゲーム
launcher-category-graphics = グラフィックス
launcher-category-network = インターネット
launcher-category-audio-video = 音楽と動画
launcher-category-office = オフィス
launcher-category-science = 科学
launcher-category-settings = 設定
launcher-category-system = システム
launcher-category-other = その他

## 設定とセッション
launcher-settings-tile = 設定
launcher-hidden-tile = 非表示
launcher-lock = ロック
launcher-lock-words = 画面
launcher-log-out = ログアウト
launcher-log-out-words = 終了
launcher-suspend = スリープ
launcher-suspend-words = サスペンド
launcher-reboot = 再起動
launcher-reboot-words = リブート
launcher-power-off = シャットダウン
launcher-power-off-words = 電源

## キーの説明
launcher-open = 開く
launcher-copy = コピー
launcher-run = 実行
launcher-actions = 操作
launcher-back = 戻る
launcher-close = 閉じる
launcher-complete = 補完
launcher-change = 変更
launcher-keep = 保存
launcher-results = { $count } 件
launcher-apps = アプリ { $count } 個

## アプリの操作
launcher-actions-of = { $name } の操作
launcher-terminal = 端末で実行
launcher-location = デスクトップエントリーを表示
launcher-copy-command = コマンドをコピー
launcher-forget = 起動の履歴を消す
launcher-pin = 固定する
launcher-unpin = 固定を外す
launcher-alias = 自分用の名前を付ける…
launcher-hide = 隠す
launcher-unhide = 再び表示
launcher-other-gpu = 別の GPU で実行
launcher-edit-copy = デスクトップエントリーの複製を編集
launcher-file-location = フォルダーで表示
launcher-explain = 説明
launcher-alias-of = { $name } の自分用の名前
launcher-alias-hint = 名前 (コンマ区切り)
launcher-alias-note = これらの名前でもアプリが見つかります。空にすると消えます。

## 説明
launcher-explanation-of = { $name } について
launcher-fact-id = デスクトップファイル ID
launcher-fact-found = 見つかった理由
launcher-fact-match = { $part }: { $way }
launcher-fact-use = 使用
launcher-fact-used = 起動したことがあるため、上に表示されます。
launcher-fact-used-by = { $queries } の後に起動したことがあるため、上に表示されます。
launcher-fact-file = 有効なファイル
launcher-fact-masked = 隠されたファイル
launcher-part-name = 名前
launcher-part-untranslated = 翻訳前の名前
launcher-part-alias = 自分用の名前
launcher-part-action = 操作
launcher-part-generic = アプリの種類
launcher-part-program = プログラム
launcher-part-keyword = キーワード
launcher-part-category = カテゴリー
launcher-part-comment = 説明文
launcher-tier-exact = 一致
launcher-tier-prefix = 先頭が一致
launcher-tier-word = 単語の先頭が一致
launcher-tier-acronym = 頭文字
launcher-tier-substring = 途中に含まれる
launcher-tier-subsequence = 文字の並びが一致
launcher-tier-typo = ほぼ一致

## 設定
launcher-settings-title = ランチャーの設定
launcher-edit-file = ファイルを編集
launcher-setting-home = 検索前のアプリ
launcher-setting-home-note = タイルまたは行
launcher-setting-grid = タイル
launcher-setting-list = 行
launcher-setting-recent-note = 検索前に表示
launcher-setting-remember = 起動したものから学習
launcher-setting-remember-note = よく使うものを上に
launcher-setting-focus = 別のウィンドウに移ったら隠す
launcher-setting-focus-note = Esc ではいつでも隠れます
launcher-setting-stay = バックグラウンドで待機
launcher-setting-stay-note = 次回すぐに開きます
launcher-source-sums = 計算と単位
launcher-source-sums-note = 例: 5 km in mi
launcher-source-session = セッション
launcher-source-session-note = ロック、ログアウト、終了
launcher-source-windows-note = タイトルとプログラムで
launcher-source-files-note = 自分のフォルダー内を名前で
launcher-source-characters-note = 例: :arrow または U+2192
launcher-source-commands-note = プログラムと引数
launcher-source-web-note = 選ぶまで何も送信しません
launcher-source-external-note = インストールした提供元
launcher-setting-file-note = 検索エンジンなど

## 状態
launcher-loading = アプリを探しています…
launcher-nothing-title = 見つかりません
launcher-nothing-detail = 「{ $query }」に一致するものはありません。
launcher-nothing-clear = すべてのアプリを表示
launcher-nothing-web = ウェブで検索
launcher-web-row = 「{ $query }」を検索
launcher-empty-title = アプリがインストールされていません
launcher-empty-detail = 次のいずれかのフォルダーにデスクトップエントリーを置くと、ここに表示されます:
launcher-retry = もう一度探す

## 失敗
launcher-failed-title = { $name } を起動できません
launcher-dismiss = 閉じる
launcher-history-title = 起動したものを記憶できません
launcher-history-detail = { $file }: { $detail }
launcher-history-nowhere = 保存するフォルダーがありません。
launcher-settings-wrong = 設定に誤りがあります。以前の設定を使います
launcher-settings-not-kept = 設定を保存できません
launcher-settings-line = launcher.toml { $line } 行目: { $detail }
launcher-settings-value = launcher.toml { $line } 行目: 「{ $key }」は { $value } にできません
launcher-copy-failed = デスクトップエントリーを複製できません
launcher-wish-failed = 選択を保存できません
launcher-hidden-title = { $name } を隠しました
launcher-hidden-detail = 「隠したアプリ」にあります。
launcher-gone-title = 「{ $name }」はもう開いていません
launcher-gone-detail = その間にウィンドウが閉じられました。

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
