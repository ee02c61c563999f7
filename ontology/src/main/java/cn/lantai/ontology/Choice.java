package cn.lantai.ontology;

import java.util.List;
import java.util.stream.Stream;

/**
 * A value that an element may have, or usually has.
 *
 * @param slug its name among the project's own terms
 * @param aliases what catalogues write instead
 */
public record Choice(String slug, String zh, String en, List<String> aliases) {

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
    return Stream.concat(Stream.of(zh, en, slug), aliases.stream())
        .anyMatch(name -> name.equalsIgnoreCase(text));
  }
}
