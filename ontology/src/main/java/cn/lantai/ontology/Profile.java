package cn.lantai.ontology;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** The profile's resources, parsed. */
public final class Profile {

  private Profile() {}

  /** The project's own terms with their labels in zh and en. */
  public static Graph vocabulary() {
    return parse("lantai.ttl");
  }

  /** The periods of history by which holdings are sifted, each with its time in EDTF. */
  public static Graph periods() {
    return parse("periods.ttl");
  }

  /** The concept schemes that every Lantai starts with, under internal IRIs. */
  public static Graph schemes() {
    return parse("schemes.ttl");
  }

  /** The SHACL shapes that an entity's graph must satisfy. */
  public static Graph shapes() {
    return parse("shapes.ttl");
  }

  private static Graph parse(String name) {
    return RDFParser.source(Profile.class.getResourceAsStream(name)).lang(Lang.TTL).toGraph();
  }
}
