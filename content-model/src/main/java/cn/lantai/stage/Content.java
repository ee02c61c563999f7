package cn.lantai.stage;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;

/** Reads the content of many journal rows at once: one parser each would take twice as long. */
final class Content {

  private Content() {}

  /**
   * @param contents N-Triples of different entities
   * @return the triples of each entity, under {@code base}
   */
  static Map<EntityIri, Set<Triple>> parse(Collection<byte[]> contents, String base) {
    Map<EntityIri, Set<Triple>> parsed = new HashMap<>();
    List<InputStream> streams =
        contents.stream().<InputStream>map(ByteArrayInputStream::new).toList();
    RDFParser.source(new SequenceInputStream(Collections.enumeration(streams)))
        .lang(Lang.NTRIPLES)
        .checking(false)
        .resolveURIs(false)
        .parse(
            new StreamRDFBase() {
              @Override
              public void triple(Triple triple) {
                EntityIri entity = EntityIri.parse(triple.getSubject().getURI()).orElseThrow();
                parsed
                    .computeIfAbsent(entity, key -> new HashSet<>())
                    .add(Rebase.triple(triple, EntityIri.INTERNAL_BASE, base));
              }
            });
    return parsed;
  }
}
