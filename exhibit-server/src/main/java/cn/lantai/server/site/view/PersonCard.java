package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A person in a list.
 *
 * @param life the years, such as {@code 1896—1981}
 * @param initial the letter to file under: first letter of the pinyin, upper case, {@code #} if
 *     unknown
 */
public record PersonCard(
    String href,
    Text name,
    String initial,
    Optional<Text> life,
    List<Text> roles,
    Optional<Image> portrait) {
  public PersonCard {
    Objects.requireNonNull(href);
    Objects.requireNonNull(name);
    Objects.requireNonNull(initial);
    Objects.requireNonNull(life);
    roles = List.copyOf(roles);
    Objects.requireNonNull(portrait);
  }
}
