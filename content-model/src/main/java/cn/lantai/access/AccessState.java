package cn.lantai.access;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.ontology.Lt;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Whether the public may see an entity (开放标识 of DA/T 18-2022). Only what is open can be published.
 */
public enum AccessState {
  OPEN("open"),
  CONTROLLED("controlled"),
  DELAYED("delayed"),
  /** Nobody has looked yet, which keeps it closed. */
  UNREVIEWED("unreviewed");

  private final String slug;

  AccessState(String slug) {
    this.slug = slug;
  }

  public String slug() {
    return slug;
  }

  /** Reads what catalogues write. */
  public static Optional<AccessState> ofLabel(String text) {
    return DescriptionProfile.get()
        .element("access")
        .choice(text)
        .map(Choice::slug)
        .flatMap(slug -> Arrays.stream(values()).filter(is -> is.slug.equals(slug)).findFirst());
  }

  public void write(GraphWriter subject) {
    subject.link(DCTerms.type, Lt.term(slug));
  }

  public static Optional<AccessState> read(GraphReader subject) {
    return Arrays.stream(values())
        .filter(state -> subject.has(DCTerms.type, Lt.term(state.slug)))
        .findFirst();
  }

  /** Whether the entity is marked with this state; quick enough to ask of a million. */
  public boolean isOf(EntityGraph entity) {
    Node subject = NodeFactory.createURI(entity.iri().uri());
    return entity
        .triples()
        .contains(Triple.create(subject, DCTerms.type.asNode(), Lt.term(slug).asNode()));
  }
}
