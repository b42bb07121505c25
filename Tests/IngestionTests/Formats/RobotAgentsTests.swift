import Testing

@testable import Ingestion

struct RobotAgentsTests {
  @Test(arguments: [
    "kube-probe/1.23", "GoogleHC/1.0", "PostmanRuntime/7.35.0", "HTTPie/3.2", "aiohttp/3.9", "GuzzleHttp/7",
    "reqwest/0.11", "fasthttp", "undici", "Bun/1.0", "Dart/3.1 (dart:io)", "Faraday v2.7.4", "Hello World",
    "MicrosoftOffice/16.0", "newspaper/0.2.8", "l9explore/1.2.2", "Dalvik/2.1.0 (Linux; U; Android 9)", "", "-",
    "An app nobody knows/1.0",
  ])
  func whatDoesNotBeginAsABrowserIsAProgram(agent: String) { #expect(RobotAgents.isRobot(agent)) }

  @Test(arguments: [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/101.0 Safari/537.36 GTmetrix",
    "Mozilla/4.5 (compatible; HTTrack 3.0x; Windows 98)", "Mozilla/5.0 (compatible; inoreader.com; 3 subscribers)",
    "Mozilla/5.0 (compatible; CloudFlare-AlwaysOnline/1.0)", "Mozilla/5.0 (compatible; Expanse)",
    "Mozilla/5.0 (Windows NT; Windows NT 10.0; de-DE) WindowsPowerShell/5.1.19041.3693",
    "Mozilla/4.0+(compatible;+Microsoft+Office+Word+2014)", "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
    "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)", "TelegramBot (like TwitterBot)",
    "Mozilla/5.0 (compatible; Google-Apps-Script)", "Mozilla/5.0 (Linux; CUBOT X19; compatible; Googlebot/2.1)",
  ])
  func programsAmongThoseThatDo(agent: String) { #expect(RobotAgents.isRobot(agent)) }

  @Test(arguments: [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
    "Mozilla/5.0+(Windows+NT+6.3;+WOW64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/31.0.1650.63+Safari/537.36",
    "Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12.423 Version/12.16",
    "BlackBerry8520/5.0.0.681 Profile/MIDP-2.1 Configuration/CLDC-1.1", "Nokia6230/2.0 (04.44) Profile/MIDP-2.0",
    "SonyEricssonK800i/R1KG Browser/NetFront/3.3", "SAMSUNG-SGH-E250/1.0", "LG-GC900/V10a", "MOT-V9mm/00.62",
    "UCWEB/2.0 (MIDP-2.0; U; Adr 4.0.4; en-US)", "QS304 Profile/MIDP-2.0 Configuration/CLDC-1.1",
  ])
  func browsersAndOldTelephones(agent: String) { #expect(!RobotAgents.isRobot(agent)) }

  @Test(arguments: [
    "Mozilla/5.0 (Linux; Android 13) Chrome/130.0.0.0 Mobile Safari/537.36 Telegram-Android/11.2.3 (Xiaomi; SDK 33)",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) discord/1.0.9030 Chrome/124.0 Electron/30 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 13; wv) Version/4.0 Chrome/130 Mobile Safari/537.36 GoogleApp/15.40 Google-App",
    "Mozilla/5.0 (Linux; Android 9; CUBOT X19) Mobile Safari/537.36",
  ])
  func browsersWithinApplications(agent: String) { #expect(!RobotAgents.isRobot(agent)) }
}
