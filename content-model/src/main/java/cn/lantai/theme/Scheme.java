package cn.lantai.theme;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphWriter;
import cn.lantai.entity.LocalizedText;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The concept schemes that every Lantai has. */
public enum Scheme {
  /** The list published on 29 September 2021; names and order exactly as published. */
  OFFICIAL("official", LocalizedText.of("中国共产党人精神谱系", "Spiritual genealogy of Chinese Communists")),
  LOCAL("local", LocalizedText.of("地方精神与工作提法", "Local themes"));

  private final String key;
  private final LocalizedText label;

  Scheme(String key, LocalizedText label) {
    this.key = key;
    this.label = label;
  }

  public String key() {
    return key;
  }

  public LocalizedText label() {
    return label;
  }

  public EntityIri iri() {
    return new EntityIri(EntityType.SCHEME, key);
  }

  public static Optional<Scheme> ofKey(String key) {
    return Arrays.stream(values()).filter(scheme -> scheme.key.equals(key)).findFirst();
  }

  public EntityGraph toGraph() {
    return new GraphWriter(iri(), SKOS.ConceptScheme)
        .text(RDFS.label, label)
        .text(SKOS.prefLabel, label)
        .toEntityGraph();
  }
}
