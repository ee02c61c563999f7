package cn.lantai.exchange;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * JSON-LD 1.1: one object with the prefixes as its context and a flat graph, one node on each line,
 * so that it can be written and read as a stream.
 */
final class JsonLdFormat implements ExportFormat {

  @Override
  public String name() {
    return "jsonld";
  }

  @Override
  public String extension() {
    return "jsonld";
  }

  @Override
  public String mediaType() {
    return "application/ld+json";
  }

  @Override
  public void write(Export export, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    String base = export.holdings().base();
    Map<String, String> prefixes = RdfPrefixes.all(base);
    writer.write("{\"@context\":{");
    String comma = "";
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      writer.write(comma + quote(prefix.getKey()) + ":" + quote(prefix.getValue()));
      comma = ",";
    }
    writer.write("},\n\"@graph\":[");
    Nodes nodes = new Nodes(writer, base, prefixes);
    export.walk(nodes);
    writer.write("\n]}\n");
    writer.flush();
  }

  /** Writes a node for each subject of an entity. */
  private static final class Nodes implements Export.Visitor {

    private final Writer writer;
    private final String base;
    private final Map<String, String> prefixes;
    private boolean first = true;

    Nodes(Writer writer, String base, Map<String, String> prefixes) {
      this.writer = writer;
      this.base = base;
      this.prefixes = prefixes;
    }

    @Override
    public void visit(EntityGraph entity) throws IOException {
      SortedMap<String, SortedMap<String, TreeSet<String>>> nodes = new TreeMap<>();
      for (Triple internal : entity.triples()) {
        Triple triple = Rebase.triple(internal, EntityIri.INTERNAL_BASE, base);
        boolean type = triple.predicateMatches(RDF.type.asNode());
        nodes
            .computeIfAbsent(triple.getSubject().getURI(), subject -> new TreeMap<>())
            .computeIfAbsent(
                type ? "@type" : compact(triple.getPredicate().getURI()), key -> new TreeSet<>())
            .add(type ? quote(compact(triple.getObject().getURI())) : value(triple.getObject()));
      }
      for (Map.Entry<String, SortedMap<String, TreeSet<String>>> node : nodes.entrySet()) {
        writer.write(first ? "\n" : ",\n");
        first = false;
        writer.write("{\"@id\":" + quote(node.getKey()));
        for (Map.Entry<String, TreeSet<String>> property : node.getValue().entrySet()) {
          writer.write("," + quote(property.getKey()) + ":");
          writeValues(property.getValue());
        }
        writer.write("}");
      }
    }

    private void writeValues(TreeSet<String> values) throws IOException {
      Iterator<String> each = values.iterator();
      writer.write(values.size() > 1 ? "[" + each.next() : each.next());
      while (each.hasNext()) {
        writer.write("," + each.next());
      }
      writer.write(values.size() > 1 ? "]" : "");
    }

    private String value(Node node) {
      if (node.isURI()) {
        return "{\"@id\":" + quote(node.getURI()) + "}";
      }
      String text = quote(node.getLiteralLexicalForm());
      if (!node.getLiteralLanguage().isEmpty()) {
        return "{\"@value\":" + text + ",\"@language\":" + quote(node.getLiteralLanguage()) + "}";
      }
      String type = node.getLiteralDatatypeURI();
      return type.equals(XSDDatatype.XSDstring.getURI())
          ? text
          : "{\"@value\":" + text + ",\"@type\":" + quote(compact(type)) + "}";
    }

    private String compact(String uri) {
      return prefixes.entrySet().stream()
          .filter(prefix -> uri.startsWith(prefix.getValue()))
          .findFirst()
          .map(prefix -> prefix.getKey() + ":" + uri.substring(prefix.getValue().length()))
          .filter(compact -> !compact.contains("://"))
          .orElse(uri);
    }
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
