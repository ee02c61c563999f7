package cn.lantai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "鄉鎮檔案, 乡镇档案",
    "羣眾, 群众",
    "山峯, 山峰",
    "綫裝書, 线装书",
    "ＡＢＣ１２３, abc123",
    "Máo Dùn, mao dun",
    "ﬁ, ﬁ",
    "㈠, ㈠",
    "Ａ—Ｚ, a—z",
    "桐乡市　档案馆, 桐乡市档案馆",
    "Mao Dun 茅盾, mao dun 茅盾"
  })
  void formsOfTheSameCharacterBecomeOne(String written, String folded) {
    assertEquals(folded, Folding.fold(written));
  }

  @Test
  void wordsStayFindableByThemselves() {
    assertEquals(Folding.fold("著作"), Folding.fold("着作"));
    assertEquals(Folding.fold("乾隆"), Folding.fold("乾隆"));
  }

  @ParameterizedTest
  @CsvSource({
    "鄉(xiāng)鎮(zhèn), 乡镇",
    "開(kāi)放檔(dàng)案, 开放档案",
    "綠(lǜ)水, 绿水",
    "書(shū)記（jì）, 书记",
    "內(nèi)容的(de)標(biāo)題(tí), 内容的(de)标题"
  })
  void readingsThatAConverterPutInAreLeftOut(String written, String folded) {
    assertEquals(folded, Folding.fold(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "甲(a)乙(b)",
        "茅盾(Mao Dun)",
        "村(社区)",
        "馆(室)",
        "(xiāng)",
        "x(xiāng)",
        "乡(xiāng",
        "乡(xiāngxiāng)",
        "第(1)页"
      })
  void otherBracketsStay(String written) {
    String bare = written.replace('ā', 'a').toLowerCase(java.util.Locale.ROOT);
    assertEquals(bare, Folding.fold(written));
  }

  @Test
  void chineseIsCutIntoCharactersAndPairs() {
    assertEquals(
        List.of("渡@0", "渡口@0", "口@1", "口门@1", "门@2", "1935@3", "mao@4", "s@5"),
        tokens("渡口門，1935 Mao's"));
  }

  @Test
  void charactersBeyondTheBasicPlaneAreWhole() {
    assertEquals(List.of("𠀀@0", "𠀀𠀁@0", "𠀁@1"), tokens("𠀀𠀁"));
  }

  @Test
  void tokensKnowTheirPlaceInTheOriginal() throws IOException {
    List<String> places = new ArrayList<>();
    String text = "鄉(xiāng)鎮(zhèn)檔";
    try (FoldingAnalyzer analyzer = new FoldingAnalyzer();
        TokenStream stream = analyzer.tokenStream("text", text)) {
      OffsetAttribute place = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        places.add(text.substring(place.startOffset(), place.endOffset()));
      }
      stream.end();
    }
    assertEquals(List.of("鄉", "鄉(xiāng)鎮", "鎮", "鎮(zhèn)檔", "檔"), places);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "？！……", "\ud840", "\udc00\udc00", "\u202e\u200b", "\0\1\2"})
  void nothingToFindGivesNoToken(String text) {
    List<String> tokens = tokens(text);
    assertEquals(tokens.stream().filter(t -> t.codePointAt(0) > 0xffff).toList(), List.of());
  }

  @Test
  void veryLongWordsAreCut() {
    assertEquals(4, tokens("x".repeat(200)).size());
  }

  @ParameterizedTest
  @CsvSource({"茅盾, maodun, md", "曾志, zengzhi, zz", "单德, shande, sd", "绿水, lushui, ls"})
  void namesAreSpeltInLetters(String name, String whole, String initials) {
    assertEquals(List.of(whole, initials), List.copyOf(Pinyin.of(name)).subList(0, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "茅盾, true, mao dun",
    "马叙伦, true, ma xulun",
    "Mǎ Xùlún, true, ma xulun",
    "单德, true, shan de",
    "单位, false, dan wei",
    "Edgar Snow, true, edgar snow",
    "1937年的会议, false, ''",
    "？, false, ''"
  })
  void namesAreFiledBySurname(String name, boolean person, String filed) {
    assertEquals(filed, Pinyin.filed(name, person));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int position = -1;
    try (FoldingAnalyzer analyzer = new FoldingAnalyzer();
        TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      var step =
          stream.getAttribute(
              org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        tokens.add(term + "@" + position);
      }
      stream.end();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return tokens;
  }
}
