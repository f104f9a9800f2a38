# ما تعرضه القوائم وشاشة الدخول ومراكز البرمجيات وسؤال كلمة السر.

calculator-entry-name = الحاسبة
calculator-entry-kind = آلة حاسبة
calculator-entry-summary = احسب بدقة وحوّل الوحدات وارسم الدوال
calculator-entry-keywords = حساب;جمع;وحدات;رسم;إحصاء;
calculator-entry-about =
    آلة حاسبة تحفظ الكسور بدقتها، وتعرف الوحدات والتواريخ وأنظمة العد، وترسم الدوال، وتعرض ما حسبته على شريط. ويمكن إجراء
    العمليات نفسها من سطر الأوامر.

files-entry-name = الملفات
files-entry-kind = مدير الملفات
files-entry-summary = اعثر على الملفات واعرضها وانقلها
files-entry-keywords = مجلد;استعراض;نسخ;
files-entry-about =
    مدير ملفات لا يفقد بياناتك: يمكن التراجع عن كل نسخ ونقل وحذف، واستئناف ما انقطع، وما يُستبدل يذهب إلى المهملات.
    والمجلدات التي يديرها Git تُظهر ما تغيّر فيها.

launcher-entry-name = المشغّل
launcher-entry-kind = مشغّل التطبيقات
launcher-entry-summary = اعثر على التطبيقات المثبتة وشغّلها
launcher-entry-keywords = تشغيل;بحث;قائمة;
launcher-entry-about =
    اكتب بضعة أحرف وشغّل ما قصدته: يعثر المشغّل على التطبيقات وإجراءاتها والملفات ونتائج الحساب، ويتعلّم ما تستعمله كثيرًا.
    يفتح فورًا ويعمل بلوحة المفاتيح وحدها.

open-entry-name = الفتح باستخدام
open-entry-kind = منتقي التطبيقات
open-entry-summary = اختر التطبيق الذي يفتح ملفًا أو عنوانًا

shutdown-entry-name = مغادرة الجلسة
shutdown-entry-kind = إيقاف التشغيل
shutdown-entry-summary = اقفل أو اخرج أو أعد التشغيل أو أوقفه، مع تثبيت التحديثات المنتظرة أولًا
shutdown-entry-keywords = إيقاف;إعادة تشغيل;خروج;تحديث;
shutdown-entry-power-off = إيقاف التشغيل
shutdown-entry-reboot = إعادة التشغيل
shutdown-entry-about =
    قبل أن يتوقف الحاسوب تُخبَر بالتحديثات المنتظرة وعدد ما يخص الأمان منها، وتختار تثبيتها الآن أو تخطيها هذه المرة. لا
    يُثبَّت شيء دون جواب منك.
shutdown-policy-install = تثبيت التحديثات عند إيقاف التشغيل
shutdown-policy-install-why = يلزم الاستيثاق لتثبيت التحديثات المنتظرة
shutdown-policy-skip = إيقاف التشغيل دون تثبيت التحديثات
shutdown-policy-skip-why = يلزم الاستيثاق لتأجيل التحديثات

session-entry-summary = سطح مكتب هادئ من برامج صغيرة وسريعة
