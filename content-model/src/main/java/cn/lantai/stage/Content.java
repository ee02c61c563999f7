package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.NTriplesReader;
import cn.lantai.entity.Rebase;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;

/** Reads the content of journal rows. */
final class Content {

  private Content() {}

  /**
   * @param contents N-Triples of different entities
   * @return the triples of each entity, under {@code base}
   */
  static Map<EntityIri, Set<Triple>> parse(Collection<byte[]> contents, String base) {
    Map<EntityIri, Set<Triple>> parsed = new HashMap<>();
    for (byte[] content : contents) {
      for (Triple triple : NTriplesReader.read(content)) {
        EntityIri entity = EntityIri.parse(triple.getSubject().getURI()).orElseThrow();
        parsed
            .computeIfAbsent(entity, key -> new HashSet<>())
            .add(Rebase.triple(triple, EntityIri.INTERNAL_BASE, base));
      }
    }
    return parsed;
  }
}
