package cn.lantai.server.opening;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.LocalizedText;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.DateWording;
import cn.lantai.server.site.view.Text;

/** Content in the reader's language. */
final class Words {

  private Words() {}

  static Text title(LocalizedText text, Language language) {
    return language == Language.EN && text.en().isPresent()
        ? Text.title("en", text.en().get())
        : Text.title("zh-Hans", text.zh());
  }

  static Text text(LocalizedText text, Language language) {
    return language == Language.EN && text.en().isPresent()
        ? Text.en(text.en().get())
        : Text.zh(text.zh());
  }

  static Text date(HistoricalDate date, Language language) {
    String words = new DateWording(language != Language.EN).of(date);
    return language == Language.EN ? Text.en(words) : Text.zh(words);
  }
}
