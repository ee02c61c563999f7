package cn.lantai.search;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of what was found.
 *
 * @param facets the values of each facet that results have, the most frequent first; what is chosen
 *     in a facet does not narrow its own values
 * @param decades how many results fall into each decade, by its first year
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    Map<Facet, List<Value>> facets,
    Map<Integer, Long> decades,
    long milliseconds) {

  /**
   * Something that was found.
   *
   * @param title with the words marked, for each language that there is
   * @param snippet the part of its text where the words stand
   * @param page the page image on whose transcript they stand
   * @param moment of the recording in which they are said
   * @param image the first page image
   * @param publication only where stages are compared
   */
  public record Hit(
      Summary summary,
      MarkedTitle title,
      Optional<Marked> snippet,
      Optional<PageImage> page,
      Optional<Moment> moment,
      Optional<PageImage> image,
      Optional<Publication> publication) {}

  /**
   * Where words are said.
   *
   * @param label of the recording
   * @param start in milliseconds; empty if they are said of it, or go over several cues
   */
  public record Moment(EntityIri recording, LocalizedText label, OptionalLong start) {}

  /** A title in Chinese and, where somebody wrote it, in English. */
  public record MarkedTitle(Marked zh, Optional<Marked> en) {}

  /**
   * A value of a facet.
   *
   * @param key as it is chosen by
   * @param label empty where the key says it all, or its name is a matter of the interface
   */
  public record Value(String key, Optional<LocalizedText> label, long count) {}
}
