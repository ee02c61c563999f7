package cn.lantai.search;

import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the index keeps of an entity, so that a row of a list needs no look into the graph.
 *
 * @param date of a record, a set or an event; the beginning of a life
 * @param end the end of a life
 * @param form the documentary form of a record
 * @param about scope and content, history or description
 * @param parent the record set that it lies in
 * @param holder the archive that keeps it, where it says so itself
 * @param terms the project's own terms that are said of it, such as {@code open}; a record set's
 *     level by its local name
 * @param roles of a person
 * @param spelling how a name is filed: the first syllable of its pinyin, a gap, the rest; empty if
 *     it cannot be spelt, and of what has no names
 */
public record Summary(
    EntityIri iri,
    LocalizedText title,
    Optional<String> code,
    Optional<HistoricalDate> date,
    Optional<HistoricalDate> end,
    Optional<String> form,
    Optional<String> extent,
    Optional<LocalizedText> about,
    Optional<EntityIri> parent,
    Optional<EntityIri> holder,
    Set<String> terms,
    List<String> roles,
    String spelling) {

  /** The letter that it is filed under; {@code #} if it is not known. */
  public String initial() {
    return spelling.isEmpty() ? "#" : spelling.substring(0, 1).toUpperCase(Locale.ROOT);
  }
}
