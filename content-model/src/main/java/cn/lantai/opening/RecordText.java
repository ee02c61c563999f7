package cn.lantai.opening;

import cn.lantai.entity.EntityIri;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a record says in words, on its images too, as it stands now.
 *
 * @param version the journal's row with the newest version of the record
 * @param mark the same as long as neither the record nor anything that lies in it gets another
 *     version; so two people can be held to having seen the same
 * @param images in the order of the pages
 * @param parts the images and recordings that it was read from
 * @param form the documentary form (文种)
 * @param persons to whom the description points
 * @param isWhole false if there was more than is looked through
 */
public record RecordText(
    EntityIri record,
    long version,
    String mark,
    List<EntityIri> images,
    Set<EntityIri> parts,
    Optional<String> form,
    Set<EntityIri> persons,
    List<Passage> passages,
    boolean isWhole) {

  public RecordText {
    images = List.copyOf(images);
    parts = Set.copyOf(parts);
    persons = Set.copyOf(persons);
    passages = List.copyOf(passages);
  }
}
