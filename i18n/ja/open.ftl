# ファイルとアドレスを開きます。

## ウィンドウ
open-title = アプリで開く
open-search-hint = アプリを検索
open-made-for = { $mime }向け
open-others = その他のアプリ
open-default = 既定
open-always = { $mime }には常に使う
open-custom = コマンドを指定…
open-custom-hint = コマンド（例: viewer %f）
open-custom-note = 開くものは %f の位置に、なければ最後に入ります。
open-list = アプリを選択…
open-cancel = キャンセル
open-open = 開く
open-several = { $count } 個の項目
open-nothing-title = 見つかりません
open-nothing-detail = 「{ $query }」に一致するアプリはありません。
open-nothing-clear = すべてのアプリを表示
open-empty-title = アプリがインストールされていません
open-empty-detail = コマンドを指定すれば開けます。
open-failed-title = 「{ $name }」を起動できません
open-always-failed-title = 選択を保存できません
open-scheme = { $scheme } アドレス
open-ask-window = プログラムの実行
open-ask-title = 「{ $name }」を実行しますか？
open-ask-detail = このファイルはプログラムを起動しますが、インストールされたアプリのものではありません。入手元がわかる場合だけ実行してください。
open-ask-file = ファイル
open-ask-command = コマンド
open-ask-trust = 今後このファイルを信頼する
open-ask-read = テキストとして表示
open-ask-run = 実行
open-trouble-window = 開けません
open-trouble-one = 「{ $name }」を開けません
open-trouble-several = { $count } 個の項目を開けません
open-trouble-hint = 使うアプリを選ぶか、ランチャーで探してください。
open-trouble-reasons = それぞれの理由は次のとおりです。
open-trouble-what = 対象
open-trouble-type = 種類
open-trouble-close = 閉じる
open-trouble-search = ランチャーで検索
open-trouble-folder = フォルダーを表示
open-why-missing = そのようなファイルはありません。
open-why-unreadable = 参照できません: { $detail }
open-why-nothing = この種類を開けるアプリがインストールされていません。
open-why-untrusted = プログラムを実行しますが、信頼されていません。
open-why-no-address = アドレスのないリンクです。
open-why-circle = 際限なくリンクをたどるリンクです。
open-why-entry = 開けるデスクトップエントリーではありません: { $detail }

## コマンドライン
open-help =
    ファイルやアドレスを対応するアプリで開きます。

    使い方: candela-open [--with ID | --choose] [--dry-run] TARGET ...
            candela-open --type FILE
            candela-open --default MIME
            candela-open --applications MIME
            candela-open --set-default ID MIME

    TARGET はファイル、フォルダー、デスクトップエントリー、URI のいずれかです。同じアプリの対象はまとめて開きます。
      --with ID       そのアプリで開きます
      --choose        どのアプリで開くか尋ねます
      --dry-run       各コマンドを引数の JSON 配列として 1 行ずつ出力し、何も起動しません
      --type          ファイルの MIME タイプを出力します
      --default       そのタイプを開くアプリの ID を出力します
      --applications  そのタイプを開けるアプリをすべて、既定のものから出力します
      --set-default   今後そのタイプをそのアプリで開くようにします
      --help, --version
open-error-missing = 「{ $target }」を開けません: そのようなファイルはありません
open-error-unreadable = 「{ $target }」を開けません: { $detail }
open-error-nothing = 「{ $target }」（{ $mime }）を開くアプリがありません: アプリをインストールするか、--choose、--with ID、--set-default ID { $mime } で指定してください
open-error-cannot = 「{ $target }」を { $id } で開けません: { $detail }
open-error-untrusted = 「{ $target }」はプログラムを実行しますが、信頼されていません: 入手元を確かめて実行可能にする（chmod +x）か、--with ID でテキストとして開いてください
open-error-trust = "{ $target }" を実行しますが、今後の信頼は保存できません: { $detail }
open-error-no-address = 「{ $target }」はアドレスのないリンクです
open-error-circle = 「{ $target }」はリンクがリンクを指し続けていて、終わりがありません
open-error-entry = 「{ $target }」は開けるデスクトップエントリーではありません: { $detail }
open-error-unknown = アプリ「{ $id }」はありません
open-error-no-default = { $mime } を開くアプリがありません
open-error-not-a-type = 「{ $mime }」は text/plain のような MIME タイプではありません
open-error-no-folder = 設定用のフォルダーがありません: HOME または XDG_CONFIG_HOME を設定してください
open-error-list-read = 「{ $path }」を読めません: { $detail }
open-error-list-write = 「{ $path }」に書き込めません: { $detail }
open-warning-overruled = 選択は保存しましたが、このデスクトップでは { $mime } の既定は { $id } のままです: より優先される一覧がそれを指定しています
