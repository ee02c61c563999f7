package cn.lantai.ingest.rdf;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.source.UnreadableSourceException;
import cn.lantai.table.Place;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads JSON-LD node by node where it lists nodes: an array, or an object that has its context
 * first and its graph next, as exports have it. Anything else is read whole, up to a size. Contexts
 * are never fetched.
 */
final class JsonLdReader {

  /** In bytes: of a node, or of a document that cannot be read by nodes. */
  static final long LARGEST = 4 << 20;

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
  private static final String CONTEXT = "@context";
  private static final String GRAPH = "@graph";
  private static final String ID = "@id";

  /** Nodes that are converted together, unless they are large. */
  private static final int BATCH = 256;

  /** In bytes. */
  private static final long LARGE_BATCH = 256 << 10;

  private final String file;
  private final TextGuard text;
  private final RdfFile.Sink sink;
  private final ErrorHandler handler;
  private final Map<String, Long> lines = new HashMap<>();

  JsonLdReader(String file, TextGuard text, RdfFile.Sink sink, ErrorHandler handler) {
    this.file = file;
    this.text = text;
    this.sink = sink;
    this.handler = handler;
  }

  void read() throws UnreadableSourceException {
    text.allow(LARGEST);
    try (JsonParser json = PARSERS.createParser(text, StandardCharsets.UTF_8)) {
      switch (json.next()) {
        case START_ARRAY -> readNodes(json, Optional.empty());
        case START_OBJECT -> readObject(json);
        default -> fail("Neither an object nor an array", json);
      }
      if (json.hasNext()) {
        json.next();
      }
    }
  }

  private void readObject(JsonParser json) throws UnreadableSourceException {
    JsonObjectBuilder whole = Json.createObjectBuilder();
    Optional<JsonValue> context = Optional.empty();
    for (int keys = 0; json.next() == Event.KEY_NAME; keys++) {
      String key = json.getString();
      Event event = json.next();
      if (event == Event.START_ARRAY && key.equals(GRAPH) && keys == 1 && context.isPresent()) {
        readNodes(json, context);
        if (json.next() != Event.END_OBJECT) {
          fail("Something follows the @graph", json);
        }
        return;
      }
      JsonValue value = json.getValue();
      whole.add(key, value);
      if (key.equals(CONTEXT)) {
        context = Optional.of(value);
      }
    }
    convert(whole.build());
  }

  private void readNodes(JsonParser json, Optional<JsonValue> context)
      throws UnreadableSourceException {
    JsonArrayBuilder nodes = Json.createArrayBuilder();
    int count = 0;
    while (json.next() != Event.END_ARRAY) {
      long line = json.getLocation().getLineNumber();
      JsonValue node = json.getValue();
      noteLine(node, line);
      nodes.add(node);
      count++;
      if (count == BATCH || text.allowance() < LARGEST - LARGE_BATCH) {
        convert(nodes.build(), context);
        count = 0;
      }
    }
    convert(nodes.build(), context);
  }

  private void noteLine(JsonValue node, long line) {
    if (node instanceof JsonObject object && object.get(ID) instanceof JsonString id) {
      lines.put(id.getString(), line);
    }
  }

  private void convert(JsonArray nodes, Optional<JsonValue> context)
      throws UnreadableSourceException {
    if (!nodes.isEmpty()) {
      convert(
          context.isEmpty()
              ? nodes
              : Json.createObjectBuilder().add(CONTEXT, context.get()).add(GRAPH, nodes).build());
    }
    lines.clear();
    text.allow(LARGEST);
  }

  private void convert(JsonValue document) throws UnreadableSourceException {
    List<String> asked = new ArrayList<>();
    try {
      RDFParser.source(
              new ByteArrayInputStream(document.toString().getBytes(StandardCharsets.UTF_8)))
          .lang(Lang.JSONLD11)
          .base(Statements.NO_BASE)
          .errorHandler(handler)
          .set(LangJSONLD11.JSONLD_OPTIONS, offline(asked))
          .parse(new Nodes());
    } catch (JenaException broken) {
      if (asked.isEmpty()) {
        throw broken;
      }
      throw new UnreadableSourceException(
          Place.file(file),
          LocalizedText.of(
              "@context 在别处（" + asked.get(0) + "），导入时不向外取任何东西",
              "The @context is elsewhere (" + asked.get(0) + "), and nothing is fetched"),
          LocalizedText.of(
              "请把 @context 的内容写进文件，或转换为 N-Triples",
              "Write the context into the file, or convert the file to N-Triples"));
    }
  }

  /** A context elsewhere would make this server ask for addresses that a file chooses. */
  private static JsonLdOptions offline(List<String> asked) {
    JsonLdOptions options =
        new JsonLdOptions(
            (address, how) -> {
              asked.add(address.toString());
              throw new JsonLdError(
                  JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "Not fetched: " + address);
            });
    // A key that the context does not know would be passed over in silence.
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
    return options;
  }

  private static void fail(String what, JsonParser json) {
    throw new JsonParsingException(what, json.getLocation());
  }

  private final class Nodes extends StreamRDFBase {

    @Override
    public void triple(Triple triple) {
      if (Statements.isRelative(triple)) {
        handler.error("A relative IRI, and no @base: " + triple, -1, -1);
      }
      Node subject = triple.getSubject();
      sink.triple(triple, subject.isURI() ? lines.getOrDefault(subject.getURI(), 0L) : 0);
    }

    @Override
    public void quad(Quad quad) {
      triple(quad.asTriple());
    }
  }
}
