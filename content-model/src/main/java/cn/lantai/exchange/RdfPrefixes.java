package cn.lantai.exchange;

import cn.lantai.entity.EntityType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** The short names of namespaces in all RDF that is written. */
public final class RdfPrefixes {

  private static final Map<String, String> VOCABULARIES = vocabularies();

  private RdfPrefixes() {}

  private static Map<String, String> vocabularies() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    map.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    map.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    map.put("owl", "http://www.w3.org/2002/07/owl#");
    map.put("dcterms", "http://purl.org/dc/terms/");
    map.put("skos", "http://www.w3.org/2004/02/skos/core#");
    map.put("prov", "http://www.w3.org/ns/prov#");
    map.put("oa", "http://www.w3.org/ns/oa#");
    map.put("geo", "http://www.opengis.net/ont/geosparql#");
    map.put("wgs", "http://www.w3.org/2003/01/geo/wgs84_pos#");
    map.put("rico", "https://www.ica.org/standards/RiC/ontology#");
    map.put("lt", "https://w3id.org/lantai/ns#");
    return map;
  }

  /** The vocabularies by prefix, in the order in which a query editor should offer them. */
  public static Map<String, String> all() {
    return Map.copyOf(VOCABULARIES);
  }

  /** The vocabularies and the kinds of entity below a base, by prefix, in a fixed order. */
  public static Map<String, String> all(String base) {
    Map<String, String> prefixes = new LinkedHashMap<>(VOCABULARIES);
    for (EntityType type : EntityType.values()) {
      prefixes.put(type.segment(), base + "id/" + type.segment() + "/");
    }
    return Collections.unmodifiableMap(prefixes);
  }

  /** Gives the graph the prefixes that it uses: those of vocabularies and of kinds of entity. */
  public static void addUsed(Graph graph, String base) {
    Set<String> used =
        graph.stream()
            .<String>mapMulti(
                (triple, sink) -> {
                  namespace(triple.getSubject(), sink);
                  namespace(triple.getPredicate(), sink);
                  namespace(triple.getObject(), sink);
                })
            .collect(Collectors.toSet());
    all(base)
        .forEach(
            (prefix, namespace) -> {
              if (used.contains(namespace)) {
                graph.getPrefixMapping().setNsPrefix(prefix, namespace);
              }
            });
  }

  private static void namespace(Node node, Consumer<String> sink) {
    if (node.isURI()) {
      String uri = node.getURI();
      sink.accept(uri.substring(0, Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1));
    } else if (node.isLiteral()) {
      String datatype = node.getLiteralDatatypeURI();
      sink.accept(datatype.substring(0, datatype.lastIndexOf('#') + 1));
    }
  }
}
