# الجلسة.

session-help =
    الاستعمال: candela-session                             تشغيل جلسة حتى نهايتها
               candela-session status [--json]             حال الجلسة الجارية
               candela-session logout [--force] [--json]   إنهاؤها؛ --force: ولو لم تُغلق بعض النوافذ
               candela-session close-windows [--force] [--spare PROCESS] [--json]
                                                           إغلاق كل النوافذ دون إنهاء الجلسة؛ --force: ولو طلب أحد
                                                           الانتظار؛ --spare: عدا نوافذ تلك العملية
               candela-session restart COMPONENT [--json]  بدء أحد برامجها من جديد
               candela-session inhibit [--why TEXT] COMMAND [ARGUMENT ...]
                                                           لا خروج ما دام الأمر يعمل
               candela-session wallpaper FILE              عرض صورة خلف كل شيء
               candela-session screenshot [--window]       حفظ صورة للشاشة
               candela-session terminal                    تشغيل محاكي الطرفية
               candela-session menu                        طباعة قائمة سطح المكتب لمدير النوافذ
               candela-session import lumina [--dry-run] [--json]
                                                           أخذ ما كان مضبوطًا في Lumina
               candela-session --help | --version
    حالة الخروج: 0 تمّ أو سُجّل الخروج، 1 فشل، 64 استعمال خاطئ، 69 لا مدير نوافذ أو لا شاشة،
                 73 تعذّر إنشاء ملف، 75 تعمل بالفعل، 77 لا إذن

## ما يحدث للمكوّنات
session-not-started = تعذّر بدء { $component }: { $detail }
session-given-up = انتهى { $component } أكثر من خمس مرات في دقيقة ولن يُبدأ من جديد؛ يعيد «candela-session restart { $component }» المحاولة
session-fall-back = مدير النوافذ { $failed } يفشل؛ يُجرَّب { $next } بدلًا منه
session-not-ready = لم يُعلن مدير النوافذ { $component } جاهزيته؛ تستمر الجلسة
session-killed = لم ينتهِ { $component } حين طُلب منه ذلك، فأُنهي قسرًا
session-strays-killed =
    { $count ->
        [zero] لم يُنهَ أي برنامج قسرًا
        [one] لم ينتهِ برنامج واحد حين طُلب منه ذلك، فأُنهي قسرًا
        [two] لم ينتهِ برنامجان حين طُلب منهما ذلك، فأُنهيا قسرًا
        [few] لم تنتهِ { $count } برامج حين طُلب منها ذلك، فأُنهيت قسرًا
        [many] لم ينتهِ { $count } برنامجًا حين طُلب منها ذلك، فأُنهيت قسرًا
       *[other] لم ينتهِ { $count } برنامج حين طُلب منها ذلك، فأُنهيت قسرًا
    }
session-window-manager-found = يعمل مدير نوافذ بالفعل؛ سيُستعمل
session-autostart = البدء التلقائي: تعذّر تشغيل { $name }: { $detail }
session-settings-line = { $file }، السطر { $line }: { $detail }؛ يُتجاهل السطر
session-settings-unreadable = تعذّرت قراءة { $file }: { $detail }؛ تُستعمل الإعدادات الافتراضية
session-safe-mode = فشلت ثلاث جلسات فور بدئها: تعمل هذه في الوضع الآمن، بلا إعداداتك وبلا بدء تلقائي

## تسجيل الخروج
session-windows-open = ما زالت هذه النوافذ مفتوحة: { $windows }؛ احفظ عملك وأغلقها
session-insist = ينهي «candela-session logout --force» الجلسة رغم ذلك
session-busy = الجلسة في طور الانتهاء بالفعل، أو تطلب من النوافذ أن تُغلق لغيرك

## سبب الانتهاء
session-logged-out = سُجّل الخروج
session-signal = أنهتها الإشارة { $signal }
session-no-window-manager = لا مدير نوافذ: ثبّت واحدًا من { $tried }
session-no-display = لا تجيب الشاشة «{ $display }»: { $detail }؛ ابدأ الجلسة بالأمر start-candela-desktop
session-display-lost = اختفت الشاشة
session-already-running = تعمل جلسة على هذه الشاشة بالفعل؛ ينهيها «candela-session logout»
session-cannot-create = تعذّر إنشاء { $file }: { $detail }؛ اجعل المجلد قابلًا للكتابة، أو اضبط HOME أو XDG_STATE_HOME على مجلد قابل لها
session-no-permission = { $file } ملك لغيرك، أو يستطيع غيرك الكتابة فيه؛ احذفه أو اجعله لك وحدك
session-internal = خلل داخلي: { $detail }

## ما يُقال لـ logind عن زر الطاقة
session-power-key = تسأل كانديلا عمّا يجب فعله

## سؤال الجلسة
session-none = لا جلسة على هذه الشاشة
session-no-answer = لا تجيب الجلسة: { $detail }
session-unknown-component = لا مكوّن باسم «{ $component }»؛ الموجود: { $components }
session-state = الجلسة { $state ->
        [starting] تبدأ
        [asking] تطلب من النوافذ أن تُغلق
        [ending] تنتهي
       *[running] تعمل
    } على { $display }، العملية { $pid }
session-log = السجل: { $file }
session-in-safe-mode = الوضع الآمن: بلا إعداداتك وبلا بدء تلقائي
session-member = { $state ->
        [waiting] ينتظر
        [stopping] يتوقف
        [ended] انتهى
        [failed] تُرك
       *[running] يعمل
    }
session-member-pid = العملية { $pid }
session-member-restarts =
    { $count ->
        [zero] لم يُبدأ من جديد
        [one] بُدئ من جديد مرة
        [two] بُدئ من جديد مرتين
        [few] بُدئ من جديد { $count } مرات
       *[other] بُدئ من جديد { $count } مرة
    }
session-end-status = انتهى بالحالة { $status }
session-end-signal = أنهته الإشارة { $signal }
session-restarted = يعمل { $component } من جديد، العملية { $pid }
session-inhibitor = طلب { $who } الانتظار: { $why }

## الصور والبرامج
session-picture-failed = تعذّر عرض { $file }: { $detail }
session-screenshot-saved = حُفظت: { $file }
session-screenshot-failed = تعذّر التقاط صورة الشاشة: { $detail }
session-no-terminal = لا محاكي طرفية مثبتًا
session-command-failed = تعذّر بدء { $command }: { $detail }

## الانتقال من Lumina
session-import-nothing = لم يُعثر على شيء من Lumina في { $folder }
session-import-default = التطبيق الافتراضي للنوع { $kind }: { $id }
session-import-bookmark = إشارة مرجعية: { $name }، { $file }
session-import-favourite = مفضّل: { $name }
session-import-autostart = يبدأ مع الجلسة: { $name }
session-import-kept = يبقى كما هو، فقد اخترتَ من قبل: { $name }
session-import-failed = تعذّر أخذ { $file }: { $detail }
session-import-dry = لم يتغيّر شيء

## قائمة سطح المكتب
session-menu-applications = التطبيقات…
session-menu-files = الملفات
session-menu-calculator = الحاسبة
session-menu-terminal = الطرفية
session-menu-screenshot = التقاط صورة للشاشة
session-menu-log-out = تسجيل الخروج
session-menu-leave = إيقاف التشغيل…
