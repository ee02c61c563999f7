package cn.lantai.ingest;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Row;
import com.ibm.icu.text.Transliterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text that a bad conversion went through: traditional characters with their pinyin in
 * brackets behind them, such as 習(xí)近平. It is kept as it is and reported; the index folds it.
 */
public final class ConvertedText {

  private static final Pattern READING =
      Pattern.compile("(\\p{IsHan})[(（]([a-zɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿê]{1,6})[)）]");
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  private ConvertedText() {}

  /**
   * The first such place. A reading behind a character that has no simplified form is what a
   * careful editor writes, and is not meant.
   */
  public static Optional<String> in(String text) {
    if (text.indexOf('(') < 0 && text.indexOf('（') < 0) {
      return Optional.empty();
    }
    Matcher matcher = READING.matcher(text);
    while (matcher.find()) {
      String character = matcher.group(1);
      if (!SIMPLIFIED.transliterate(character).equals(character)) {
        return Optional.of(matcher.group());
      }
    }
    return Optional.empty();
  }

  static void note(Row row) {
    row.cells()
        .forEach(
            (column, text) ->
                in(text)
                    .ifPresent(
                        place ->
                            row.warning(
                                column,
                                place,
                                LocalizedText.of(
                                    "文字经过误转换：繁体字后带有拼音，已照原样收入",
                                    "Badly converted text: traditional characters with pinyin in"
                                        + " brackets; taken in as it is"),
                                LocalizedText.of(
                                    "检索时自动折叠；请取得未经转换的原文后替换",
                                    "Search folds it; replace it by the original text"))));
  }
}
