// Part of Assay. SPDX-License-Identifier: Apache-2.0

import AssayText
import Testing

/// The languages of the golden texts are what langdetect 1.0.9 answered in each of 20 runs.
@Suite struct LanguageIdentifierTests {
    @Test(arguments: [
        ("en", "The parcel came yesterday, but nobody was at home to open the door."),
        ("de", "Gestern kam das Paket, aber niemand war zu Hause, um die Tür zu öffnen."),
        ("fr", "Le colis est arrivé hier, mais personne n'était à la maison pour ouvrir la porte."),
        ("es", "El paquete llegó ayer, pero no había nadie en casa para abrir la puerta."),
        ("it", "Il pacco è arrivato ieri, ma nessuno era in casa ad aprire la porta."),
        ("pt", "A encomenda chegou ontem, mas não havia ninguém em casa para abrir a porta."),
        ("nl", "Het pakket kwam gisteren, maar er was niemand thuis om de deur open te doen."),
        ("sv", "Paketet kom igår, men ingen var hemma för att öppna dörren åt budet."),
        ("pl", "Paczka przyszła wczoraj, ale nikogo nie było w domu, żeby otworzyć drzwi."),
        ("cs", "Balík přišel včera, ale nikdo nebyl doma, aby otevřel dveře."),
        ("hu", "A csomag tegnap érkezett meg, de senki sem volt otthon, hogy kinyissa az ajtót."),
        ("fi", "Paketti tuli eilen, mutta kukaan ei ollut kotona avaamassa ovea."),
        ("tr", "Paket dün geldi ama kapıyı açacak kimse evde yoktu."),
        ("ro", "Coletul a venit ieri, dar nimeni nu era acasă ca să deschidă ușa."),
        ("vi", "Gói hàng đến hôm qua nhưng không có ai ở nhà để mở cửa."),
        ("sw", "Kifurushi kilifika jana, lakini hakuna mtu aliyekuwa nyumbani kufungua mlango."),
        ("ru", "Посылка пришла вчера, но дома никого не было, чтобы открыть дверь."),
        ("uk", "Посилка прийшла вчора, але вдома нікого не було, щоб відчинити двері."),
        ("bg", "Пакетът дойде вчера, но нямаше никой вкъщи, за да отвори вратата."),
        ("el", "Το δέμα ήρθε χθες, αλλά δεν ήταν κανείς στο σπίτι για να ανοίξει την πόρτα."),
        ("he", "החבילה הגיעה אתמול, אבל אף אחד לא היה בבית כדי לפתוח את הדלת."),
        ("ar", "وصل الطرد أمس، ولكن لم يكن أحد في البيت ليفتح الباب."),
        ("fa", "بسته دیروز رسید، اما کسی در خانه نبود که در را باز کند."),
        ("ur", "پارسل کل آیا تھا لیکن دروازہ کھولنے کے لیے گھر میں کوئی نہیں تھا۔"),
        ("hi", "पार्सल कल आया था, लेकिन दरवाज़ा खोलने के लिए घर पर कोई नहीं था।"),
        ("bn", "পার্সেলটি গতকাল এসেছিল, কিন্তু দরজা খোলার জন্য বাড়িতে কেউ ছিল না।"),
        ("ta", "பொதி நேற்று வந்தது, ஆனால் கதவைத் திறக்க வீட்டில் யாரும் இல்லை."),
        ("te", "పార్శిల్ నిన్న వచ్చింది, కానీ తలుపు తీయడానికి ఇంట్లో ఎవరూ లేరు."),
        ("th", "พัสดุมาถึงเมื่อวานนี้ แต่ไม่มีใครอยู่บ้านเพื่อเปิดประตู"),
        ("ja", "荷物は昨日届きましたが、家には誰もいなくてドアを開けられませんでした。"),
        ("ko", "소포가 어제 도착했지만 문을 열어 줄 사람이 집에 아무도 없었습니다."),
        ("zh-cn", "包裹昨天到了，但是家里没有人开门，所以邮递员又把它带走了。"),
        ("zh-tw", "台灣大學是台北市的一所國立大學，設有十一個學院。"),
    ])
    func language(code: String, text: String) throws {
        let bytes = [UInt8](text.utf8)
        #expect(LanguageIdentifier.identify(bytes) == code)
        #expect(LanguageIdentifier.isLanguage(code, bytes) == true)
        #expect(LanguageIdentifier.isLanguage("xx", bytes) == false)
        #expect(LanguageIdentifier.codes.contains(code))
        let best = try #require(LanguageIdentifier.candidates(bytes).first)
        #expect(best.code == code)
        #expect(best.share > 0.5 && best.share <= 1)
        #expect(best.relativeLikelihood == 0)
    }

    @Test(arguments: [
        "", " ", "\n\n", "1234 567", "!?.,;:", "😀😀", "https://example.org/some/path", "mail@example.org", "…—“”",
    ])
    func textWithoutFeatures(text: String) {
        let bytes = [UInt8](text.utf8)
        #expect(LanguageIdentifier.identify(bytes) == nil)
        #expect(LanguageIdentifier.isLanguage("en", bytes) == nil)
        #expect(LanguageIdentifier.candidates(bytes).isEmpty)
        #expect(LanguageIdentifier.featureCount(of: bytes) == 0)
    }

    /// Numbers of n-grams as langdetect counts them.
    @Test(arguments: [
        ("the", 8), ("ABC", 2), ("ABc", 3), (" the  cat ", 20), ("a1b", 6), ("a", 2), ("A", 2), ("é", 2), ("日本", 4),
        ("한국어", 8), ("ひらがな", 11), ("see a@b.c or http://x.y now", 25), ("mail a@b now", 29), ("日本語日本語ab", 11),
        ("日ab", 5), ("a\u{301}b", 4), ("ạ", 2), ("șț", 3),
    ])
    func features(text: String, count: Int) {
        #expect(LanguageIdentifier.featureCount(of: [UInt8](text.utf8)) == count)
    }

    @Test func onlyTheFirstTenThousandScalarsCount() {
        let filler = [UInt8](String(repeating: "1", count: 10_000).utf8)
        let text = [UInt8]("this is a sentence in English".utf8)
        #expect(LanguageIdentifier.identify(filler + text) == nil)
        #expect(LanguageIdentifier.identify(filler.dropLast(29) + text) == "en")
        let address = [UInt8](("http://" + String(repeating: "a", count: 2000) + " ").utf8)
        #expect(LanguageIdentifier.identify(address + filler.dropLast(60) + text) == "en")
    }

    @Test func aTextBetweenTwoLanguagesHasTwoCandidates() throws {
        let text = "Привет всем. Nobody was at home to open the door. Никого не было дома."
        let candidates = LanguageIdentifier.candidates([UInt8](text.utf8), limit: 2)
        try #require(candidates.count == 2)
        #expect(candidates[0].share > candidates[1].share && candidates[1].share > 0)
        #expect(candidates[0].share + candidates[1].share <= 1)
        #expect(candidates.map(\.relativeLikelihood).max() == 0)
        #expect(LanguageIdentifier.candidates([UInt8](text.utf8), limit: -1).isEmpty)
        #expect(LanguageIdentifier.candidates([UInt8](text.utf8), limit: 99).count == 55)
    }

    @Test func anyBytesAreRead() {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let first = LanguageIdentifier.identify(bytes)
            #expect(first == LanguageIdentifier.identify(bytes))
            #expect((first == nil) == (LanguageIdentifier.featureCount(of: bytes) == 0))
        }
    }
}
