# メニュー、ログイン画面、ソフトウェアセンター、パスワードの確認に表示される言葉。

calculator-entry-name = 電卓
calculator-entry-kind = 電卓
calculator-entry-summary = 正確な計算、単位の変換、関数のグラフ
calculator-entry-keywords = 計算;単位;グラフ;統計;プログラマー;
calculator-entry-about = 分数を正確に保ち、単位、日付、記数法を扱い、関数のグラフを描き、計算の過程を記録紙に残す電卓です。同じ計算はコマンドラインでもできます。

files-entry-name = ファイル
files-entry-kind = ファイルマネージャー
files-entry-summary = ファイルを探し、表示し、移動します
files-entry-keywords = フォルダー;ディレクトリ;閲覧;コピー;
files-entry-about = データを失わないファイルマネージャーです。コピー、移動、削除はすべて元に戻せ、中断した操作は再開でき、置き換えたものはゴミ箱に残ります。Git のフォルダーでは変更箇所が分かります。

launcher-entry-name = ランチャー
launcher-entry-kind = アプリケーションランチャー
launcher-entry-summary = インストール済みのアプリケーションを探して起動します
launcher-entry-keywords = 起動;実行;検索;メニュー;
launcher-entry-about = 数文字入力するだけで目的のものを起動できます。アプリケーションとその操作、ファイル、計算結果を見つけ、よく使うものを覚えます。すぐに開き、キーボードだけで操作できます。

open-entry-name = アプリで開く
open-entry-kind = アプリケーションの選択
open-entry-summary = ファイルやアドレスを開くアプリを選びます
open-entry-about = ファイル、フォルダー、アドレスを、それぞれに合ったアプリで開きます。選びたいときはどのアプリで開くかを尋ね、その選択を同じ種類すべてに使うこともできます。コマンドラインでは、どのアプリで開くかを表示します。

shutdown-entry-name = セッションを終える
shutdown-entry-kind = シャットダウン
shutdown-entry-summary = ロック、ログアウト、スリープ、再起動、シャットダウン。待機中の更新を先にインストールできます
shutdown-entry-keywords = シャットダウン;再起動;電源;ログアウト;更新;
shutdown-entry-power-off = シャットダウン
shutdown-entry-reboot = 再起動
shutdown-entry-about = 電源を切る前に、待機中の更新とそのうちのセキュリティ更新の数を知らせ、今インストールするか今回は見送るかを尋ねます。答えなしに何かがインストールされることはありません。
shutdown-policy-install = シャットダウン時に更新をインストール
shutdown-policy-install-why = 待機中の更新をインストールするには認証が必要です
shutdown-policy-skip = 更新せずにシャットダウン
shutdown-policy-skip-why = 更新を保留するには認証が必要です

session-entry-summary = 小さく速いプログラムからなる落ち着いたデスクトップ
