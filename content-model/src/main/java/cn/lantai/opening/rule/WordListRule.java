package cn.lantai.opening.rule;

import cn.lantai.entity.LocalizedText;
import cn.lantai.opening.Finding;
import cn.lantai.opening.Passage;
import cn.lantai.opening.RecordText;
import cn.lantai.opening.WordList;
import cn.lantai.search.WordFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The words, or the documentary forms (文种), of one of an archive's lists. */
public final class WordListRule implements Rule {

  private static final int WEIGHT = 3;

  private final WordList list;
  private final WordFinder finder;

  public WordListRule(WordList list) {
    this.list = list;
    this.finder = new WordFinder(list.words());
  }

  @Override
  public List<Finding> findings(RecordText text) {
    return list.kind() == WordList.Kind.FORMS ? ofForm(text) : ofWords(text);
  }

  private List<Finding> ofWords(RecordText text) {
    LocalizedText reason =
        LocalizedText.of("词表“" + list.name() + "”中的词", "A word of the list “" + list.name() + "”");
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : text.passages()) {
      for (WordFinder.Place place : finder.find(passage.text())) {
        Finding.Spot spot = Finding.Spot.of(passage, place.start(), place.end());
        findings.add(Finding.at(spot, "words", reason, list.towards(), WEIGHT));
      }
    }
    return findings;
  }

  /** A form is meant as a whole: 简报 does not mean 情况简报. */
  private List<Finding> ofForm(RecordText text) {
    return text.form().stream()
        .filter(
            form ->
                finder.find(form).stream()
                    .anyMatch(place -> place.start() == 0 && place.end() == form.length()))
        .map(
            form ->
                new Finding(
                    "form",
                    LocalizedText.of(
                        "文种“%s”在词表“%s”中".formatted(form, list.name()),
                        "The form “%s” is in the list “%s”".formatted(form, list.name())),
                    list.towards(),
                    WEIGHT,
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .collect(Collectors.toList());
  }
}
