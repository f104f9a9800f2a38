# الحاسبة.

## What is wrong with a line
calculator-error-line-too-long = السطر طويل جدًا
calculator-error-too-many-parts = في السطر أجزاء كثيرة جدًا
calculator-error-too-deep = أقواس متداخلة كثيرة جدًا
calculator-error-empty = لا شيء لحسابه
calculator-error-character = الرمز «{ $character }» لا معنى له هنا
calculator-error-number = تعذّرت قراءة هذا العدد
calculator-error-date = لا يوجد تاريخ كهذا
calculator-error-operand-missing = ينقص عدد هنا
calculator-error-operator-missing = تنقص علامة حسابية هنا
calculator-error-not-closed = هذا القوس غير مغلق
calculator-error-not-opened = هذا القوس لم يُفتح
calculator-error-separator = لا معنى لفاصل هنا
calculator-error-unknown-name = «{ $name }» غير معروف
calculator-error-unknown-target = لا يمكن التحويل إلى هذا
calculator-error-name-taken = الاسم «{ $name }» محجوز
calculator-error-arguments =
    { $least ->
        [one] { $name } تأخذ قيمة واحدة، لا { $given }
        [two] { $name } تأخذ قيمتين، لا { $given }
        [few] { $name } تأخذ { $least } قيم، لا { $given }
       *[other] { $name } تأخذ { $least } قيمة، لا { $given }
    }
calculator-error-arguments-range = { $name } تأخذ من { $least } إلى { $most } من القيم، لا { $given }
calculator-error-arguments-least =
    { $least ->
        [one] { $name } تأخذ قيمة واحدة على الأقل
        [two] { $name } تأخذ قيمتين على الأقل، لا { $given }
        [few] { $name } تأخذ { $least } قيم على الأقل، لا { $given }
       *[other] { $name } تأخذ { $least } قيمة على الأقل، لا { $given }
    }
calculator-error-no-result = لا توجد نتيجة رقم { $number }
calculator-error-division-by-zero = لا يمكن القسمة على صفر
calculator-error-undefined = لا قيمة للدالة { $name } هناك
calculator-error-complex-result = النتيجة ليست عددًا حقيقيًا، والأعداد المركبة معطّلة
calculator-error-real-needed = يلزم عدد حقيقي
calculator-error-integer-needed = يلزم عدد صحيح
calculator-error-natural-needed = يلزم عدد صحيح لا يقل عن صفر
calculator-error-number-needed = يلزم عدد
calculator-error-truth-needed = تلزم قيمة صواب أو خطأ
calculator-error-list-needed =
    { $count ->
        [one] يلزم عدد واحد على الأقل
        [two] يلزم عددان على الأقل
        [few] تلزم { $count } أعداد على الأقل
       *[other] يلزم { $count } عددًا على الأقل
    }
calculator-error-kind-mismatch = لا يمكن الجمع بين هذين
calculator-error-dimension-mismatch = { $left } و{ $right } لا تقيسان الشيء نفسه
calculator-error-plain-number = عدد مجرد
calculator-error-temperature = درجات °C و°F لا تُجمع ولا تُضرب، بخلاف K
calculator-error-unit-power = لا يمكن رفع وحدة إلى هذه القوة
calculator-error-no-rate = لا سعر صرف معروف للعملة { $currency }: تأتي الأسعار من الملف اليومي للبنك المركزي الأوروبي
calculator-error-word-needed = يلزم اختيار حجم الكلمة لتدوير البتات
calculator-error-shift-range = عدد البتات خارج النطاق
calculator-error-undecidable-zero = لا يمكن الجزم بأن هذا صفر
calculator-error-undecidable = لا يمكن التمييز بين هاتين القيمتين
calculator-error-too-large = النتيجة كبيرة جدًا
calculator-error-too-complex = هذا معقد جدًا
calculator-error-time-over = هذا يستغرق وقتًا طويلًا
calculator-error-cancelled = أُوقف
calculator-error-recursion = هذه الدالة تستدعي نفسها بلا نهاية

## The window
calculator-title = الحاسبة
calculator-mode-basic = أساسي
calculator-mode-scientific = علمي
calculator-mode-programmer = برمجة
calculator-mode-graph = رسم بياني
calculator-mode-convert = تحويل
calculator-mode-statistics = إحصاء
calculator-mode-tip = الوضع
calculator-history = السجل
calculator-menu = القائمة
calculator-angle-degree = درجة
calculator-angle-radian = راديان
calculator-angle-gradian = غراد
calculator-angle-tip = وحدة الزوايا
calculator-page-digits = أرقام
calculator-page-functions = دوال
calculator-page-bits = بتات

## Keys
calculator-key-clear = AC
calculator-key-second = 2nd
calculator-key-exponent = EXP
calculator-key-answer = Ans
calculator-memory = M = { $value }
calculator-memory-clear = MC
calculator-memory-recall = MR
calculator-memory-add = M+
calculator-memory-subtract = M−
calculator-base-hexadecimal = HEX
calculator-base-decimal = DEC
calculator-base-octal = OCT
calculator-base-binary = BIN
calculator-word-bits = { $bits } بت
calculator-word-signed = بإشارة
calculator-word-unsigned = بلا إشارة
calculator-copy-tip = نسخ

## The line and the tape
calculator-line-hint = اكتب عملية حسابية
calculator-working = جارٍ الحساب… ‏Esc للإيقاف
calculator-history-search = ابحث
calculator-history-undo = تراجع
calculator-history-redo = إعادة
calculator-history-clear = مسح
calculator-history-empty-title = لا توجد عمليات بعد
calculator-history-empty-detail = يبقى هنا ما تدخله. غيّر سطرًا قديمًا فيتبعه كل ما تحته.
calculator-history-nothing-title = لم يُعثر على شيء
calculator-history-nothing-detail = لا يوجد سطر فيه «{ $query }».
calculator-history-edit = تغيير هذا السطر
calculator-history-remove = إزالة هذا السطر
calculator-copied = نُسخ: { $text }

## The menu
calculator-menu-copy = نسخ الناتج
calculator-menu-copy-plain = نسخ كرقم بسيط
calculator-menu-copy-latex = نسخ بصيغة LaTeX
calculator-menu-form = كتابة الناتج بصيغة
calculator-form-plain = عدد عشري
calculator-form-fraction = كسر
calculator-form-mixed = عدد كسري
calculator-form-recurring = كسر عشري دوري
calculator-form-scientific = قوة العشرة
calculator-form-engineering = صيغة هندسية
calculator-form-sexagesimal = درجات ودقائق وثوانٍ
calculator-menu-more-digits = أرقام أكثر
calculator-menu-complex = أعداد مركبة
calculator-menu-numbers = الأرقام مثل { $example }

## Graph
calculator-graph-add = إضافة دالة
calculator-graph-hint = مثلًا x² − 2
calculator-graph-show = إظهار
calculator-graph-hide = إخفاء
calculator-graph-remove = إزالة
calculator-graph-at = عند { $name }، x = { $x }
calculator-graph-value = القيمة
calculator-graph-slope = الميل
calculator-graph-kind = النوع
calculator-graph-kind-zero = صفر
calculator-graph-kind-maximum = نهاية عظمى
calculator-graph-kind-minimum = نهاية صغرى
calculator-graph-kind-crossing = تقاطع
calculator-graph-kind-rising = تزايدي
calculator-graph-kind-falling = تناقصي
calculator-graph-kind-flat = أفقي
calculator-graph-no-value = لا قيمة
calculator-graph-next = بالقرب منه
calculator-graph-zero = صفر
calculator-graph-maximum = نهاية عظمى
calculator-graph-minimum = نهاية صغرى
calculator-graph-zoom-in = تقريب
calculator-graph-zoom-out = تبعيد
calculator-graph-zoom-reset = العودة إلى الأصل
calculator-graph-plot = الرسم

## Convert
calculator-convert-from = من
calculator-convert-to = إلى
calculator-convert-value = القيمة
calculator-convert-swap = تبديل
calculator-category-length = الطول
calculator-category-area = المساحة
calculator-category-volume = الحجم
calculator-category-mass = الكتلة
calculator-category-time = الزمن
calculator-category-speed = السرعة
calculator-category-temperature = درجة الحرارة
calculator-category-data = البيانات
calculator-category-energy = الطاقة
calculator-category-power = القدرة
calculator-category-pressure = الضغط
calculator-category-angle = الزاوية
calculator-category-currency = العملة
calculator-convert-rates =
    أسعار الصرف بتاريخ { $date }، { $age ->
        [0] اليوم
        [one] عمرها يوم واحد
        [two] عمرها يومان
        [few] عمرها { $age } أيام
       *[other] عمرها { $age } يومًا
    }
calculator-rates-none = لا أسعار صرف بعد
calculator-rates-refresh = تحديث …
calculator-rates-source = ملف الأسعار أو عنوانها
calculator-rates-fetch = تحديث
calculator-rates-fetching = جارٍ جلب أسعار الصرف …
calculator-rates-failed-read = تعذرت قراءة { $file }: { $detail }
calculator-rates-failed-fetcher = لا يوجد curl ولا wget لجلب عنوان. احفظ الملف بنفسك وأدخل مكانه.
calculator-rates-failed-fetch = لم يأتِ ملف من هناك: { $detail }
calculator-rates-failed-format = هذا ليس ملف أسعار البنك المركزي الأوروبي
calculator-rates-failed-write = تعذر حفظ الأسعار في { $file }: { $detail }

## Statistics
calculator-statistics-hint = رقم أو أكثر: ‏3; 4.5; 7
calculator-statistics-add = إضافة
calculator-statistics-clear = مسح
calculator-statistics-remove = إزالة
calculator-statistics-empty-title = لا توجد أرقام بعد
calculator-statistics-empty-detail = اكتبها أو الصق عمودًا كاملًا.
calculator-statistics-count = العدد
calculator-statistics-sum = المجموع
calculator-statistics-mean = المتوسط
calculator-statistics-median = الوسيط
calculator-statistics-mode = المنوال
calculator-statistics-minimum = الأصغر
calculator-statistics-maximum = الأكبر
calculator-statistics-range = المدى
calculator-statistics-deviation = الانحراف المعياري (عينة)
calculator-statistics-population-deviation = الانحراف المعياري (الكل)
calculator-statistics-variance = التباين (عينة)
calculator-statistics-population-variance = التباين (الكل)
calculator-statistics-geometric = المتوسط الهندسي
calculator-statistics-harmonic = المتوسط التوافقي
calculator-statistics-squares = مجموع المربعات

## Failures
calculator-failed-history-read = تعذرت قراءة السجل
calculator-failed-history-write = تعذر حفظ السجل
calculator-failed-settings-write = تعذر حفظ الإعدادات
calculator-failed-detail = { $file }: { $detail }
calculator-failed-retry = إعادة المحاولة
calculator-failed-dismiss = تجاهل

## Units
calculator-unit-metre = متر
calculator-unit-kilometre = كيلومتر
calculator-unit-centimetre = سنتيمتر
calculator-unit-millimetre = مليمتر
calculator-unit-micrometre = ميكرومتر
calculator-unit-nanometre = نانومتر
calculator-unit-inch = بوصة
calculator-unit-foot = قدم
calculator-unit-yard = ياردة
calculator-unit-mile = ميل
calculator-unit-nautical-mile = ميل بحري
calculator-unit-light-year = سنة ضوئية
calculator-unit-astronomical-unit = وحدة فلكية
calculator-unit-square-metre = متر مربع
calculator-unit-square-kilometre = كيلومتر مربع
calculator-unit-square-centimetre = سنتيمتر مربع
calculator-unit-hectare = هكتار
calculator-unit-are = آر
calculator-unit-square-foot = قدم مربعة
calculator-unit-square-inch = بوصة مربعة
calculator-unit-acre = فدان إنجليزي
calculator-unit-square-mile = ميل مربع
calculator-unit-litre = لتر
calculator-unit-millilitre = مليلتر
calculator-unit-cubic-metre = متر مكعب
calculator-unit-cubic-centimetre = سنتيمتر مكعب
calculator-unit-gallon = غالون أمريكي
calculator-unit-imperial-gallon = غالون بريطاني
calculator-unit-quart = كوارت أمريكي
calculator-unit-pint = باينت أمريكي
calculator-unit-cup = كوب أمريكي
calculator-unit-fluid-ounce = أونصة سائلة أمريكية
calculator-unit-tablespoon = ملعقة طعام أمريكية
calculator-unit-teaspoon = ملعقة شاي أمريكية
calculator-unit-kilogram = كيلوغرام
calculator-unit-gram = غرام
calculator-unit-milligram = مليغرام
calculator-unit-tonne = طن متري
calculator-unit-pound = رطل
calculator-unit-ounce = أونصة
calculator-unit-stone = ستون
calculator-unit-carat = قيراط
calculator-unit-short-ton = طن أمريكي
calculator-unit-second = ثانية
calculator-unit-millisecond = ملي ثانية
calculator-unit-minute = دقيقة
calculator-unit-hour = ساعة
calculator-unit-day = يوم
calculator-unit-week = أسبوع
calculator-unit-year = سنة
calculator-unit-metre-per-second = متر في الثانية
calculator-unit-kilometre-per-hour = كيلومتر في الساعة
calculator-unit-mile-per-hour = ميل في الساعة
calculator-unit-knot = عقدة
calculator-unit-foot-per-second = قدم في الثانية
calculator-unit-light-speed = سرعة الضوء
calculator-unit-celsius = درجة مئوية
calculator-unit-fahrenheit = درجة فهرنهايت
calculator-unit-kelvin = كلفن
calculator-unit-bit = بت
calculator-unit-byte = بايت
calculator-unit-kilobyte = كيلوبايت
calculator-unit-megabyte = ميغابايت
calculator-unit-gigabyte = غيغابايت
calculator-unit-terabyte = تيرابايت
calculator-unit-kibibyte = كيبيبايت
calculator-unit-mebibyte = ميبيبايت
calculator-unit-gibibyte = غيبيبايت
calculator-unit-tebibyte = تيبيبايت
calculator-unit-joule = جول
calculator-unit-kilojoule = كيلوجول
calculator-unit-watt-hour = واط ساعة
calculator-unit-kilowatt-hour = كيلوواط ساعة
calculator-unit-calorie = سعرة
calculator-unit-kilocalorie = سعرة حرارية كبيرة
calculator-unit-electronvolt = إلكترون فولت
calculator-unit-british-thermal-unit = وحدة حرارية بريطانية
calculator-unit-watt = واط
calculator-unit-kilowatt = كيلوواط
calculator-unit-megawatt = ميغاواط
calculator-unit-horsepower = حصان ميكانيكي
calculator-unit-metric-horsepower = حصان متري
calculator-unit-pascal = باسكال
calculator-unit-hectopascal = هكتوباسكال
calculator-unit-kilopascal = كيلوباسكال
calculator-unit-bar = بار
calculator-unit-atmosphere = ضغط جوي
calculator-unit-psi = رطل لكل بوصة مربعة
calculator-unit-mercury = مليمتر زئبق
calculator-unit-degree = درجة
calculator-unit-radian = راديان
calculator-unit-gradian = غراد
calculator-unit-arcminute = دقيقة قوسية
calculator-unit-arcsecond = ثانية قوسية
calculator-unit-turn = دورة
