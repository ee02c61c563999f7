package cn.lantai.server.iiif.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.search.SearchWords;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchesTest {

  private static final List<String> LINES =
      List.of("共黨產宣言", "", "譯者 陳望道", "出版社會主", "義研究社", "The Manifesto, manifestly");

  @ParameterizedTest
  @CsvSource({
    "宣言, 0:共黨產[宣言]",
    "产宣, 0:共黨[產宣]言",
    "社会主义, 3:出版[社會主] 4:[義]研究社",
    "陈望道, 2:譯者 [陳望道]",
    "社, '3:出版[社]會主;4:義研究[社]'",
    "manifesto, '5:The [Manifesto], manifestly'",
    "没有, ''"
  })
  void wordsAreFoundInLinesAndAcrossTheirEnds(String words, String expected) {
    String found =
        Matches.in(LINES, SearchWords.parse(words)).stream()
            .map(
                match ->
                    match.parts().stream()
                        .map(
                            part ->
                                part.line()
                                    + ":"
                                    + part.before()
                                    + "["
                                    + part.exact()
                                    + "]"
                                    + part.after())
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining(";"));
    assertEquals(expected, found);
  }

  @Test
  void whatStandsAroundIsCutBetweenCharacters() {
    String line = "𠮷".repeat(40) + "印" + "𠮷".repeat(40);
    Matches.Part part = Matches.in(List.of(line), SearchWords.parse("印")).get(0).parts().get(0);
    assertEquals("𠮷".repeat(12), part.before());
    assertEquals("𠮷".repeat(12), part.after());
    assertTrue(line.contains(part.before() + part.exact() + part.after()));
  }

  @Test
  void aBeginningGoesOnAsTheTranscriptsDo() {
    assertEquals(List.of("社會主 1", "社會主義研究 1"), terms("社会", List.of("出版社會主", "社會主義研究社印", "无关")));
    assertEquals(List.of("宣言 2", "宣 1"), terms("宣", List.of("宣言。", "共产党宣言", "宣，")));
    assertEquals(
        List.of("Manifesto 2", "manifestly 1"),
        terms("mani", List.of("The Manifesto, manifestly", "Manifesto")));
  }

  private static List<String> terms(String beginning, List<String> lines) {
    Completions completions = new Completions();
    completions.read(lines, SearchWords.parse(beginning));
    return completions.terms(1, 10).stream()
        .map(term -> term.value() + " " + term.total())
        .toList();
  }
}
