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
shared-display-failed = تعذر إظهار النافذة: { $detail }
shared-look-unreadable = تعذرت قراءة { $file }: { $detail }
shared-look-line = look.toml، السطر { $line }: { $detail }
shared-look-value = look.toml: لا يمكن أن تكون قيمة «{ $key }» هي { $value }
