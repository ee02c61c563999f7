package cn.lantai.ontology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value that an element may have, or usually has.
 *
 * @param slug its name among the project's own terms
 * @param aliases what catalogues write instead
 * @param match the address by which all the world names it, if there is one
 */
public record Choice(
    String slug, String zh, String en, List<String> aliases, Optional<String> match) {

  public Choice {
    aliases = List.copyOf(aliases);
  }

  /**
   * @param language zh or en
   */
  public String label(String language) {
    return language.equals("en") ? en : zh;
  }

  public boolean isCalled(String text) {
    return Stream.of(Stream.of(zh, en, slug), aliases.stream(), match.stream())
        .flatMap(names -> names)
        .anyMatch(name -> name.equalsIgnoreCase(text));
  }
}
