package cn.lantai.server.api;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import cn.lantai.server.linkeddata.RdfSyntax;
import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.problem.Problems;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Reads what a client sends as the whole description of one entity. */
final class EntityBody {

  /** In bytes. */
  static final int LARGEST = 1 << 20;

  /** What can be sent and asked for. */
  static final List<RdfSyntax> SYNTAXES =
      List.of(RdfSyntax.TURTLE, RdfSyntax.JSONLD, RdfSyntax.NTRIPLES);

  private EntityBody() {}

  /**
   * @param base the public base under which the client names entities
   */
  static EntityGraph read(EntityIri entity, MediaType type, InputStream body, String base)
      throws IOException {
    Lang lang = lang(type);
    byte[] text = body.readNBytes(LARGEST + 1);
    if (text.length > LARGEST) {
      throw Problems.of(413).exception();
    }
    DatasetGraph data = parse(text, lang, entity.uri(base));
    if (data.listGraphNodes().hasNext()) {
      throw unreadable("具名图不能收入。", "There is a named graph, which cannot be taken in.");
    }
    List<Triple> triples =
        data.getDefaultGraph().stream()
            .map(triple -> Rebase.triple(triple, base, EntityIri.INTERNAL_BASE))
            .toList();
    try {
      return new EntityGraph(entity, triples);
    } catch (IllegalArgumentException foreign) {
      throw unreadable(
          "数据只能描述 %s 本身及其片段（#…），不能有空白节点：%s".formatted(entity.uri(base), foreign.getMessage()),
          "The data may describe %s and its fragments (#…) only, without blank nodes: %s"
              .formatted(entity.uri(base), foreign.getMessage()));
    }
  }

  private static DatasetGraph parse(byte[] text, Lang lang, String base) {
    DatasetGraph data = DatasetGraphFactory.create();
    try {
      RDFParser.source(new ByteArrayInputStream(text))
          .lang(lang)
          .base(base)
          .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging)
          .set(LangJSONLD11.JSONLD_OPTIONS, offline())
          .parse(data);
      return data;
    } catch (RuntimeException broken) {
      throw unreadable(
          "不是正确的 " + lang.getName() + "：" + broken.getMessage(),
          "This is not " + lang.getName() + ": " + broken.getMessage());
    } catch (StackOverflowError nested) {
      // The parsers recurse; a body within the limit can nest half a million brackets.
      throw unreadable("嵌套过深。", "It is nested too deeply.");
    }
  }

  /** A context elsewhere would make this server fetch addresses that a client chooses. */
  private static JsonLdOptions offline() {
    return new JsonLdOptions(
        (address, options) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
              "Contexts are not fetched; write it into the document: " + address);
        });
  }

  private static Lang lang(MediaType type) {
    String name = type == null ? "" : (type.getType() + "/" + type.getSubtype());
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "text/turtle" -> Lang.TURTLE;
      case "application/ld+json" -> Lang.JSONLD11;
      case "application/n-triples" -> Lang.NTRIPLES;
      default -> throw Problems.of(415).with("accepted", mediaTypes()).exception();
    };
  }

  private static List<String> mediaTypes() {
    return SYNTAXES.stream().map(RdfSyntax::mediaType).toList();
  }

  private static RuntimeException unreadable(String zh, String en) {
    return new Problem(
            400, "unreadable", new Message("数据读不懂", "The data cannot be read"), new Message(zh, en))
        .exception();
  }
}
