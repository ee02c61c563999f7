package cn.lantai.server.sparql;

import cn.lantai.server.problem.Problem.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A query to start from. All of them are in {@code examples.rq}: each begins with a line {@code ##
 * key | Chinese title | English title}.
 *
 * @param key names the example in addresses
 */
public record ExampleQuery(String key, Message title, String query) {

  private static final String RESOURCE = "examples.rq";
  private static final String START = "## ";

  /** The examples in their order, with entity IRIs under the public base. */
  public static List<ExampleQuery> all(String base) {
    List<ExampleQuery> examples = new ArrayList<>();
    for (String part : text().split("(?m)^" + START, -1)) {
      if (!part.isBlank()) {
        examples.add(parse(part, base));
      }
    }
    return List.copyOf(examples);
  }

  private static ExampleQuery parse(String part, String base) {
    int end = part.indexOf('\n');
    String[] head = part.substring(0, end).split("\\|", -1);
    if (head.length != 3) {
      throw new IllegalStateException("Not 'key | 题目 | title' in " + RESOURCE + ": " + part);
    }
    String query = part.substring(end + 1).strip().replace("{base}", base) + "\n";
    return new ExampleQuery(head[0].strip(), new Message(head[1].strip(), head[2].strip()), query);
  }

  private static String text() {
    try (InputStream in = ExampleQuery.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
