# كلمات تستعملها عدة برامج.

## سطر الأوامر
shared-usage-unknown-option = خيار غير معروف «{ $option }»؛ انظر ‎--help
shared-usage-missing-value = يحتاج الخيار «{ $option }» إلى قيمة؛ انظر ‎--help
shared-usage-bad-value = «{ $value }» ليست قيمة صالحة للخيار «{ $option }»؛ انظر ‎--help
shared-usage-unexpected = وسيط غير متوقع «{ $argument }»؛ انظر ‎--help
shared-usage-missing-argument = يحتاج «{ $command }» إلى { $argument }؛ انظر ‎--help
shared-usage-unknown-command = أمر غير معروف «{ $command }»؛ انظر ‎--help

## النوافذ
shared-no-display = لا توجد شاشة لفتح نافذة عليها: شغّل البرنامج داخل جلسة رسومية، أو اضبط DISPLAY أو WAYLAND_DISPLAY
shared-display-silent = الشاشة «{ $display }» لا تستجيب: تحقق من أن DISPLAY أو WAYLAND_DISPLAY يشير إلى شاشة عاملة يُسمح لك باستخدامها
shared-display-failed = تعذر إظهار النافذة: { $detail }
shared-look-unreadable = تعذرت قراءة { $file }: { $detail }
shared-look-line = look.toml، السطر { $line }: { $detail }
shared-look-value = look.toml: لا يمكن أن تكون قيمة «{ $key }» هي { $value }

## لماذا لا يبدأ تطبيق
shared-start-missing = البرنامج «{ $program }» غير مثبت.
shared-start-permission = لا يُسمح بتشغيل البرنامج «{ $program }».
shared-start-directory = تعذر الدخول إلى مجلد عمله «{ $directory }».
shared-start-exited = انتهى فورًا: { $words }
shared-start-exited-silently = انتهى فورًا بالحالة { $status } دون أي رسالة.
shared-start-no-application = مدخل سطح المكتب لا يصف تطبيقًا.
shared-start-no-command = مدخل سطح المكتب لا يذكر أمرًا.
shared-start-no-action = ليس لديه إجراء «{ $action }».
shared-start-quote = في أمر مدخل سطح المكتب علامة اقتباس غير مغلقة.
shared-start-field-code = في أمر مدخل سطح المكتب رمز حقل غير معروف «{ $code }».
shared-start-remote = لا يفتح إلا ملفات هذا الجهاز، لا «{ $target }».
shared-start-no-terminal = يحتاج إلى طرفية ولا توجد طرفية مثبتة.
shared-start-system = لم يشغّل النظام «{ $program }»: { $detail }
shared-start-killed = أُنهي فورًا بالإشارة { $signal }.

## Keys, as they are printed on keyboards
shared-key-ctrl = Ctrl
shared-key-shift = Shift
shared-key-enter = Enter
shared-key-space = مسافة
shared-key-backspace = Backspace
shared-key-delete = Delete
shared-key-insert = Insert
shared-key-home = Home
shared-key-end = End
shared-key-page-up = Page Up
shared-key-page-down = Page Down
