package cn.lantai.prose;

import java.util.List;
import java.util.Optional;

/**
 * Words that are one link, or none.
 *
 * @param address of the web, by http or https, or a path of this site
 */
public record Stretch(Optional<String> address, List<Words> words) {

  public Stretch {
    words = List.copyOf(words);
  }
}
